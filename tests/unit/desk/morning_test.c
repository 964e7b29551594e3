/* What a day has in store (desk/morning.h), and what is left spread over days
 * (desk/spread.h, rule 20). */
#include <sys/stat.h>

#include "fixture.h"

#include "touchbase/desk/morning.h"
#include "touchbase/desk/spread.h"
#include "touchbase/store/absences.h"

static struct morning morning_of(struct fixture *f)
{
    struct morning morning;

    must(desk_morning(f->desk, f->arena, &morning, &f->err));
    return morning;
}

static const char *purposes(struct fixture *f, const struct morning_touches *touches)
{
    const char *words = "";

    for (size_t i = 0; i < touches->count; i++)
        words = arena_format(f->arena, "%s%s%s", words, i == 0 ? "" : " ",
                             touches->rows[i].purpose);
    return words;
}

static int64_t away(struct fixture *f, int64_t contact_id, const char *first,
                    const char *back)
{
    struct absence absence = {.contact_id = contact_id,
                              .received_utc = desk_now(f->desk),
                              .received_day = desk_today(f->desk),
                              .kind = READING_OOO,
                              .first_day = day(first),
                              .back = day(back),
                              .back_minute = MINUTE_NONE,
                              .heard_whole = true,
                              .state = ABSENCE_FILED,
                              .created_utc = desk_now(f->desk)};

    must(desk_step_begin(f->desk, &f->err, "away"));
    must(desk_step_end(
        f->desk, absence_insert(f->desk->store, f->arena, &absence, &f->err), &f->err));
    return absence.id;
}

static void a_day_without_anything(void **state)
{
    struct fixture *f = *state;

    assert_false(morning_of(f).any);
    add(f, "Dana Whitfield");
    reopen(f, "2026-03-04 09:00"); /* and nothing changed the evening before */
    assert_false(morning_of(f).any);
}

/* Everything once: a promise is no call, a card is no rest. */
static void each_touch_stands_under_one_heading(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct morning morning;

    plan(f, id, "!call 2026-03-05 10:00 promised");
    plan(f, id, "!call 2026-03-04 missed");
    plan(f, id, "!call 2026-03-06 later");
    plan(f, id, "call 2026-03-05 plain");
    plan(f, id, "email 2026-03-05 mail");
    plan(f, id, "card 2026-03-05 card");
    plan(f, id, "letter 2026-03-03 letter");
    plan(f, id, "card 2026-03-09 notyet");
    plan(f, id, "call 2026-03-04 old");
    must(desk_touch_finish(f->desk, plan(f, id, "card 2026-03-02 topost"),
                           OUTCOME_WRITTEN, NULL, &f->err));
    reopen(f, "2026-03-05 09:00");
    morning = morning_of(f);
    assert_true(morning.any);
    assert_string_equal(purposes(f, &morning.promises), "missed promised");
    assert_string_equal(purposes(f, &morning.write), "letter card");
    assert_string_equal(purposes(f, &morning.post), "topost");
    assert_string_equal(purposes(f, &morning.calls), "plain");
    assert_string_equal(purposes(f, &morning.left), "old");
    assert_int_equal(morning.promises.all, 2);
    assert_int_equal(morning.write.all, 2);
    assert_int_equal(morning.calls.all, 1);
    assert_int_equal(morning.left.all, 3); /* with the promise and the letter */
    assert_int_equal(morning.touches, 4);
    assert_int_equal(morning.measure, 12);
    assert_int_equal(morning.changed_count, 0);
}

/* On a Monday also those of the weekend. */
static void who_is_back_since_the_last_working_day(void **state)
{
    struct fixture *f = *state;
    struct morning morning;

    away(f, add(f, "Before Friday"), "2026-03-02", "2026-03-05");
    away(f, add(f, "On Friday"), "2026-03-02", "2026-03-06");
    away(f, add(f, "On Sunday"), "2026-03-02", "2026-03-08");
    away(f, add(f, "On Monday"), "2026-03-02", "2026-03-09");
    away(f, add(f, "On Tuesday"), "2026-03-02", "2026-03-10");
    reopen(f, "2026-03-09 09:00");
    morning = morning_of(f);
    assert_int_equal(morning.back_count, 2);
    assert_string_equal(morning.back[0].contact, "On Sunday");
    assert_string_equal(morning.back[1].contact, "On Monday");
}

static void what_changed_since_the_evening(void **state)
{
    struct fixture *f = *state;
    struct morning morning;

    reopen(f, "2026-03-02 17:59");
    add(f, "Dana Whitfield");
    reopen(f, "2026-03-02 18:00");
    add(f, "Lena Vogt");
    reopen(f, "2026-03-03 06:00");
    add(f, "Tom Field");
    undo_is(f, "new contact Tom Field");
    morning = morning_of(f);
    assert_int_equal(morning.changed_count, 1);
    assert_non_null(strstr(morning.changed[0].label, "Lena Vogt"));
}

static void measure(struct fixture *f, const char *now, int touches)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/touchbase", f->folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/touchbase/touchbase.conf", f->folder);
    file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "day_touches = %d\nholidays = 2026-03-06\n", touches);
    assert_int_equal(fclose(file), 0);
    reopen(f, now);
}

static const char *plan_words(struct fixture *f, struct spread *spread)
{
    const char *words = "";
    char to[WALL_TEXT_SIZE];

    must(desk_spread_plan(f->desk, f->arena, spread, &f->err));
    for (size_t i = 0; i < spread->count; i++)
        words = arena_format(f->arena, "%s%s%s %s", words, i == 0 ? "" : "\n",
                             wall_format(spread->moves[i].to, to),
                             spread->moves[i].touch->purpose);
    return words;
}

/* Two a day: Thursday 5 March holds one already, Friday is a holiday, then comes the
 * weekend. */
static void what_is_left_is_spread_by_need(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield"), lena = add(f, "Lena Vogt");
    struct spread spread;
    int before;

    plan(f, id, "call 2026-03-02 first");
    plan(f, id, "call 2026-03-03 11:00 second");
    plan(f, lena, "email 2026-03-03 third");
    plan(f, id, "!call 2026-03-04 16:00 promised");
    plan(f, id, "card 2026-03-04 fourth");
    plan(f, id, "call 2026-03-05 today");
    measure(f, "2026-03-05 12:00", 2);
    assert_string_equal(plan_words(f, &spread), "2026-03-05 16:00 promised\n"
                                                "2026-03-09 first\n"
                                                "2026-03-09 third\n"
                                                "2026-03-10 11:00 second\n"
                                                "2026-03-10 fourth");
    assert_int_equal(spread_days(&spread), 3);
    assert_false(spread.more);
    before = steps(f);
    must(desk_spread(f->desk, &spread, &f->err));
    assert_int_equal(steps(f), before + 1);
    assert_string_equal(pending(f, lena), "2026-03-09 email hand third");
    assert_int_equal(morning_of(f).left.all, 0);
    undo_is(f, "5 touches spread over 3 days");
    assert_string_equal(pending(f, lena), "2026-03-03 email hand third");
    assert_int_equal(morning_of(f).left.all, 5);
}

/* Twelve a day: the thirteenth goes on to the next, and the promise, though planned last
 * and for the latest day, is not the one that does. */
static void a_day_holds_its_measure(void **state)
{
    struct fixture *f = *state;
    struct spread spread;

    for (int i = 0; i < 12; i++)
        plan(f, add(f, arena_format(f->arena, "Nobody %c", 'A' + i)), "call today old");
    plan(f, add(f, "Ana Ruiz"), "!call 2026-03-03 promised");
    plan(f, add(f, "Bo Lee"), "call 2026-03-04 today");
    reopen(f, "2026-03-04 09:00");
    must(desk_spread_plan(f->desk, f->arena, &spread, &f->err));
    assert_int_equal(spread.count, 13);
    assert_true(spread.moves[0].touch->promise);
    assert_due(spread.moves[10].to, "2026-03-04"); /* with the one of today: twelve */
    assert_due(spread.moves[11].to, "2026-03-05");
    assert_due(spread.moves[12].to, "2026-03-05");
}

/* Nothing but post reaches who is away before the landing; an hour that is over goes. */
static void who_is_away_is_left_alone(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), lena = add(f, "Lena Vogt");
    struct spread spread;

    plan(f, dana, "call 2026-03-03 away");
    plan(f, dana, "card 2026-03-03 card");
    plan(f, lena, "call 2026-03-03 08:00 early");
    away(f, dana, "2026-03-02", "2026-03-10");
    reopen(f, "2026-03-05 12:00");
    assert_string_equal(plan_words(f, &spread), "2026-03-05 card\n"
                                                "2026-03-05 early\n"
                                                "2026-03-11 away");
}

/* What was finished between the plan and the word is left as it is. */
static void a_touch_done_meanwhile_stays(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t done = plan(f, id, "call 2026-03-02 one"), moved;
    struct spread spread;

    moved = plan(f, id, "call 2026-03-02 two");
    reopen(f, "2026-03-03 09:00");
    plan_words(f, &spread);
    assert_int_equal(spread.count, 2);
    must(desk_touch_finish(f->desk, done, OUTCOME_REACHED, NULL, &f->err));
    must(desk_touch_move(f->desk, moved, (struct wall){day("2026-03-20"), MINUTE_NONE},
                         &f->err));
    must(desk_spread(f->desk, &spread, &f->err));
    assert_int_equal(touch_of(f, done).outcome, OUTCOME_REACHED);
    assert_due(touch_of(f, moved).due, "2026-03-20");
    plan_words(f, &spread);
    assert_int_equal(spread.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_day_without_anything, setup, teardown),
        cmocka_unit_test_setup_teardown(each_touch_stands_under_one_heading, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(who_is_back_since_the_last_working_day, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_changed_since_the_evening, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_left_is_spread_by_need, setup, teardown),
        cmocka_unit_test_setup_teardown(a_day_holds_its_measure, setup, teardown),
        cmocka_unit_test_setup_teardown(who_is_away_is_left_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(a_touch_done_meanwhile_stays, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
