/* Plays are proposed on what happened, and only on Enter anything is made. */
#include "fixture.h"

#include "touchbase/desk/deals.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/proposals.h"

static int64_t line(struct fixture *f, int64_t id, const char *text)
{
    struct touch touch;
    struct touch_warning warning;
    must(desk_touch_read(f->desk, id, text, f->arena, &touch, &warning, &f->err));
    must(desk_touch_plan(f->desk, &touch, &touch.id, &f->err));
    return touch.id;
}

static void won(struct fixture *f, int64_t id, enum deal_state state)
{
    struct deal deal;
    must(desk_deal_tell(f->desk, id, 480000, state, f->arena, &deal, &f->err));
}

/* "missed promise, missed: call Mon 2 Mar 10:00;" */
static const char *proposed(struct fixture *f)
{
    struct proposal *rows;
    const char *all = "";
    size_t count;
    must(desk_proposals(f->desk, f->arena, &rows, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        all = arena_format(f->arena, "%s%s, %s;", all, rows[i].play->name, rows[i].why);
    return all;
}

static struct proposal first(struct fixture *f)
{
    struct proposal *rows;
    size_t count;
    must(desk_proposals(f->desk, f->arena, &rows, &count, &f->err));
    assert_true(count > 0);
    return rows[0];
}

static void accept(struct fixture *f, const struct proposal *proposal)
{
    struct touch *touches;
    size_t count;
    must(desk_proposal_touches(f->desk, proposal, f->arena, &touches, &count, &f->err));
    must(desk_proposal_accept(f->desk, proposal, touches, count, &f->err));
}

/* "call 2026-03-02 purpose;" of what is pending. */
static const char *to_come(struct fixture *f, int64_t id)
{
    struct touch *touches;
    const char *all = "";
    size_t count;
    must(desk_touches_of(f->desk, id, f->arena, &touches, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        char due[WALL_TEXT_SIZE];
        all = arena_format(f->arena, "%s%s %s %s;", all, channel_name(touches[i].channel),
                           wall_format(touches[i].due, due), touches[i].purpose);
    }
    return all;
}

static void undo(struct fixture *f)
{
    struct desk_step step;
    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
}

static struct promise_tally tally(struct fixture *f, int64_t id)
{
    struct promise_tally tally;
    must(desk_promises(f->desk, id, &tally, &f->err));
    return tally;
}

static void a_missed_promise_brings_an_apology(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    line(f, ana, "! call today 10:00 the offer");
    assert_string_equal(proposed(f), "");
    line(f, add(f, "Bo Lee"), "! email today the list");
    reopen(f, "2026-03-02 10:30");
    assert_string_equal(proposed(f), "");
    assert_int_equal(counts(f).missed, 0);
    reopen(f, "2026-03-02 10:31");
    assert_int_equal(counts(f).missed, 1);
    assert_string_equal(proposed(f), "missed promise, missed: call Mon 2 Mar 10:00;");
    assert_string_equal(to_come(f, ana), "call 2026-03-02 10:00 the offer;");
    assert_int_equal(tally(f, ana).missed, 1);
    struct proposal proposal = first(f);
    accept(f, &proposal);
    assert_string_equal(to_come(f, ana),
                        "call 2026-03-02 apology and a new time: the offer;");
    assert_string_equal(proposed(f), "");
    assert_int_equal(tally(f, ana).missed, 1);
    undo(f);
    assert_string_equal(to_come(f, ana), "call 2026-03-02 10:00 the offer;");
    assert_string_equal(proposed(f), "missed promise, missed: call Mon 2 Mar 10:00;");
}

static void the_apology_says_what_was_promised(void **state)
{
    struct fixture *f = *state;
    struct touch *touches;
    size_t count;
    int64_t ana = add(f, "Ana Ruiz");

    line(f, ana, "! call today 10:00 the offer");
    reopen(f, "2026-03-03 09:00");
    struct proposal proposal = first(f);
    must(desk_proposal_touches(f->desk, &proposal, f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 1);
    assert_non_null(
        strstr(touches[0].opener, "on Monday 2 March at 10:00, and I did not"));
    assert_false(touches[0].promise);
}

/* Rule 3, also where one of two absences names no day back. */
static void who_is_away_is_called_when_they_land(void **state)
{
    static const char *const replies[] = {
        "I am out of the office.",
        "I am on a business trip from March 4, 2026 and back on March 9, 2026."};
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct proposal proposal;
    struct touch *touches;
    size_t count;

    line(f, ana, "! call today 10:00 the offer");
    for (size_t i = 0; i < 2; i++) {
        goes_away(f, ana, replies[i]);
    }
    reopen(f, "2026-03-04 10:00");
    proposal = first(f);
    must(desk_proposal_touches(f->desk, &proposal, f->arena, &touches, &count, &f->err));
    assert_int_equal(touches[0].channel, CHANNEL_CALL);
    assert_due(touches[0].due, "2026-03-10");
}

static void kept_promises_are_counted(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    int64_t id = line(f, ana, "! call today 10:00 the offer");

    must(desk_touch_finish(f->desk, id, OUTCOME_NO_ANSWER, NULL, &f->err));
    assert_int_equal(tally(f, ana).kept, 1);
    assert_int_equal(tally(f, ana).missed, 0);
}

static size_t missed_entries(struct fixture *f, int64_t id)
{
    struct timeline_entry *entries;
    size_t count, missed = 0;

    must(desk_timeline(f->desk, id, NULL, 10, f->arena, &entries, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        missed += strcmp(desk_touch_told(f->desk, f->arena, entries[i].touch),
                         "call, promise missed") == 0;
    return missed;
}

/* In time it is one promise at another time; behind it there are two. */
static void a_missed_promise_is_not_moved_away(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    int64_t id = line(f, ana, "! call today 10:00 the offer");
    struct wall day = {desk_today(f->desk) + 1, 600};

    must(desk_touch_move(f->desk, id, day, &f->err));
    assert_int_equal(missed_entries(f, ana), 0);
    assert_int_equal(tally(f, ana).missed, 0);
    reopen(f, "2026-03-03 10:31");
    day.day++;
    must(desk_touch_move(f->desk, id, day, &f->err));
    assert_string_equal(to_come(f, ana), "call 2026-03-04 10:00 the offer;");
    assert_int_equal(missed_entries(f, ana), 1);
    assert_int_equal(tally(f, ana).missed, 1);
    assert_string_equal(proposed(f), "");
    undo(f);
    assert_string_equal(to_come(f, ana), "call 2026-03-03 10:00 the offer;");
    assert_int_equal(missed_entries(f, ana), 0);
}

/* So when it is written anew, and what was to go with it goes along. */
static void a_missed_promise_is_not_edited_away(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct item item = {0};
    struct gift *gifts;
    struct touch touch;
    size_t count;

    must(item_read(f->arena, "Six ways to cut scrap", &item, &f->err));
    must(desk_item_add(f->desk, &item, &item.id, &f->err));
    touch = touch_of(f, line(f, ana, "! call today 10:00 +six"));
    reopen(f, "2026-03-02 10:31");
    touch.purpose = "six ways, and the price";
    must(desk_touch_change(f->desk, &touch, &f->err)); /* the same time */
    assert_int_equal(missed_entries(f, ana), 0);
    touch.due.day++;
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_string_equal(to_come(f, ana),
                        "call 2026-03-03 10:00 six ways, and the price;");
    assert_int_equal(missed_entries(f, ana), 1);
    assert_int_equal(tally(f, ana).missed, 1);
    must(desk_gifts(f->desk, ana, 9, f->arena, &gifts, &count, &f->err));
    assert_int_equal(count, 1);
    assert_true(gifts[0].touch_id != touch.id);
    undo(f);
    assert_int_equal(missed_entries(f, ana), 0);
    must(desk_gifts(f->desk, ana, 9, f->arena, &gifts, &count, &f->err));
    assert_int_equal(gifts[0].touch_id, touch.id);
    redo(f);
    assert_int_equal(missed_entries(f, ana), 1);
}

static void won_is_confirmed_and_thanked_for(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    won(f, ana, DEAL_WON);
    assert_string_equal(proposed(f), "won, won 4800;");
    struct proposal proposal = first(f);
    accept(f, &proposal);
    assert_string_equal(to_come(f, ana), "card 2026-03-02 thank you for the order;"
                                         "call 2026-03-03 confirm the order;");
    assert_string_equal(proposed(f), "");
    won(f, ana, DEAL_DELIVERED);
    assert_string_equal(proposed(f), "delivered, delivered 4800;");
}

static void what_is_not_wanted_is_not_proposed_again(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    won(f, ana, DEAL_WON);
    struct proposal proposal = first(f);
    must(desk_proposal_dismiss(f->desk, &proposal, &f->err));
    assert_string_equal(proposed(f), "");
    assert_string_equal(to_come(f, ana), "");
    undo(f);
    assert_string_equal(proposed(f), "won, won 4800;");
    reopen(f, "2026-04-02 09:00");
    assert_string_equal(proposed(f), ""); /* too long ago */
}

static void a_quiet_one_is_proposed_until_answered(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    must(desk_touch_finish(f->desk, line(f, ana, "call today"), OUTCOME_REACHED, NULL,
                           &f->err));
    line(f, ana, "call 2026-12-01 later");
    reopen(f, "2026-03-31 09:00");
    assert_string_equal(proposed(f), "");
    reopen(f, "2026-04-02 09:00");
    assert_string_equal(proposed(f), "gone quiet, going quiet;");
    struct proposal proposal = first(f);
    must(desk_proposal_dismiss(f->desk, &proposal, &f->err));
    assert_string_equal(proposed(f), "");
    must(desk_touch_finish(f->desk, line(f, ana, "call today"), OUTCOME_REACHED, NULL,
                           &f->err));
    reopen(f, "2026-05-15 09:00");
    assert_string_equal(proposed(f), "gone quiet, going quiet;");
}

/* Never the same twice, not within one play either (rule 13). */
static void a_new_lead_gets_another_item_each_time(void **state)
{
    struct fixture *f = *state;
    struct proposal proposal;
    struct touch *touches;
    size_t count;
    int64_t ana = add(f, "Ana Ruiz"), id;

    for (int i = 1; i <= 2; i++) {
        struct item item = {0};
        must(item_read(f->arena, arena_format(f->arena, "Item %d", i), &item, &f->err));
        must(desk_item_add(f->desk, &item, &id, &f->err));
    }
    must(desk_proposal_named(f->desk, ana, "NEW LEAD", f->arena, &proposal, &f->err));
    assert_null(proposal.why);
    must(desk_proposal_touches(f->desk, &proposal, f->arena, &touches, &count, &f->err));
    must(desk_proposal_accept(f->desk, &proposal, touches, count, &f->err));
    assert_string_equal(to_come(f, ana), "email 2026-03-02 Item 1;"
                                         "letter 2026-03-12 Item 2;"
                                         "email 2026-03-23 something of value;"
                                         "call 2026-03-30 ask for an appointment;");
    undo(f);
    assert_string_equal(to_come(f, ana), "");
    must_fail(desk_proposal_named(f->desk, ana, "old lead", f->arena, &proposal, &f->err),
              ERROR_NOT_FOUND, "there is no play \"old lead\"");
}

#define PROPOSAL_TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROPOSAL_TEST(a_missed_promise_brings_an_apology),
        PROPOSAL_TEST(the_apology_says_what_was_promised),
        PROPOSAL_TEST(who_is_away_is_called_when_they_land),
        PROPOSAL_TEST(kept_promises_are_counted),
        PROPOSAL_TEST(a_missed_promise_is_not_moved_away),
        PROPOSAL_TEST(a_missed_promise_is_not_edited_away),
        PROPOSAL_TEST(won_is_confirmed_and_thanked_for),
        PROPOSAL_TEST(what_is_not_wanted_is_not_proposed_again),
        PROPOSAL_TEST(a_quiet_one_is_proposed_until_answered),
        PROPOSAL_TEST(a_new_lead_gets_another_item_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
