/* Calls (desk/calls.h): rules 9, 12 and 14. */
#include "../table.h"
#include "fixture.h"

#include "touchbase/desk/calls.h"
#include "touchbase/desk/waiting.h"

static struct call_brief brief(struct fixture *f, int64_t contact, int64_t touch)
{
    struct call_brief out;

    must(desk_call_brief(f->desk, contact, touch, f->arena, &out, &f->err));
    return out;
}

/* The sentence, and where the touch stands on the desk's own clock. */
static void agreed_in_their_time(void **state)
{
    struct fixture *f = *state;
    struct contact contact = {.id = add(f, "Dana Whitfield")};
    struct table table;

    for (table_open(&table, "rules/agree.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct call_next next;
        char due[WALL_TEXT_SIZE];

        contact.zone = strcmp(cells[0].text, "-") != 0 ? cells[0].text : NULL;
        must(desk_call_agree(f->desk, &contact, cells[1].text, f->arena, &next, &f->err));
        assert_true(next.touch.promise);
        if (strcmp(wall_format(next.touch.due, due), cells[2].text) != 0 ||
            strcmp(next.say, cells[3].text) != 0)
            fail_msg("line %d: %s %s", table.line, due, next.say);
    }
    assert_true(table.line > 20);
    table_close(&table);
}

static void a_word_that_is_no_time_is_refused(void **state)
{
    struct fixture *f = *state;
    const struct contact contact = {.id = add(f, "Dana Whitfield")};
    struct call_next next;

    assert_false(desk_call_agree(f->desk, &contact, "someday", f->arena, &next, &f->err));
}

/* A call that is planned within the week is this one; one further on is not. */
static void which_planned_call_it_is(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t far = plan(f, dana, "call 2026-03-10 offer"), near;

    assert_false(brief(f, dana, 0).has_touch);
    assert_int_equal(brief(f, dana, far).touch.id, far);
    plan(f, dana, "email today");
    near = plan(f, dana, "!call 2026-03-09 offer");
    assert_int_equal(brief(f, dana, 0).touch.id, near);
    assert_int_equal(brief(f, dana, 0).promise.id, near);
}

/* One step: the planned call is done, note and length with it, the next one planned, and
 * what waited is answered. */
static void stored_as_one_step(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind");
    int64_t id = plan(f, dana, "call today offer");
    int64_t started = desk_now(f->desk) - 250;
    struct call_next next;
    struct call_log log = {.contact_id = dana,
                           .touch_id = id,
                           .outcome = OUTCOME_REACHED,
                           .started_utc = started,
                           .seconds = 250,
                           .note = "\"too dear\"\n",
                           .next = &next.touch};
    struct timeline_entry *entries;
    size_t count;
    int made;
    const struct contact contact = person(f, dana);

    must(desk_call_agree(f->desk, &contact, "fri 10:00", f->arena, &next, &f->err));
    made = steps(f);
    must(desk_call_store(f->desk, &log, &f->err));
    assert_int_equal(steps(f), made + 1);
    must(desk_timeline(f->desk, dana, NULL, 9, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(entries[0].touch->id, id);
    assert_int_equal(entries[0].touch->talked, 250);
    assert_int_equal(entries[0].utc, started);
    assert_string_equal(entries[1].note->text, "\"too dear\"");
    assert_int_equal(entries[1].note->touch_id, id);
    assert_true(person(f, dana).next_promise);
    undo_is(f, "call with Dana Whitfield: reached");
    assert_int_equal(person(f, dana).next_touch, id);
    must_fail(
        desk_call_store(f->desk,
                        &(struct call_log){.contact_id = dana, .outcome = OUTCOME_POSTED},
                        &f->err),
        ERROR_USAGE, "no outcome of a call");
}

/* A call nobody planned is a touch of its own; an attempt leaves the clock alone. */
static void a_call_nobody_planned(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, #rest");
    struct call_log log = {.contact_id = dana, .outcome = OUTCOME_NO_ANSWER};
    struct timeline_entry *entries;
    size_t count;

    must(desk_call_store(f->desk, &log, &f->err));
    assert_int_equal(person(f, dana).last_contact_utc, 0);
    assert_int_equal(person(f, dana).stage, STAGE_LEAD);
    log.outcome = OUTCOME_REACHED;
    must(desk_call_store(f->desk, &log, &f->err));
    assert_int_equal(person(f, dana).last_contact_utc, desk_now(f->desk));
    must(desk_timeline(f->desk, dana, NULL, 9, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 2);
}

/* The gatekeeper's name is what was noted when one answered. */
static void who_answers_there(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    const struct call_log log = {.contact_id = dana,
                                 .outcome = OUTCOME_GATEKEEPER,
                                 .note = "Mrs Kim, mornings are best"};

    assert_null(brief(f, dana, 0).gatekeeper);
    must(desk_call_store(f->desk, &log, &f->err));
    assert_string_equal(brief(f, dana, 0).gatekeeper, "Mrs Kim, mornings are best");
    assert_false(brief(f, dana, 0).followed_up);
}

/* Lines of theirs that do not stand among the last entries, the latest first. */
static void what_they_said_before(void **state)
{
    static const char *const notes[] = {
        "\"in May\"\nprice ok", "\"too dear\"", "nothing",
        "\"call Kim\"",         "fair",         "\"late\""};
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct talk_said said;

    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        must(desk_note_file(f->desk, dana, notes[i], 0, &f->err));
        reopen(f, arena_format(f->arena, "2026-03-0%zu 09:00", i + 3));
    }
    said = brief(f, dana, 0).said;
    assert_int_equal(said.count, 2);
    assert_string_equal(said.lines[0], "\"too dear\"");
    assert_string_equal(said.lines[1], "\"in May\"");
}

static void the_message_is_at_hand_with_its_opener(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct touch touch = touch_of(f, plan(f, ana, "call today offer"));
    struct script script = {.contact_id = ana,
                            .channel = CHANNEL_VOICEMAIL,
                            .text = "Subject: hour\n\n{first}, call me"};

    assert_string_equal(brief(f, ana, touch.id).say.filled.text, "");
    touch.opener = "How was Mexico?";
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_string_equal(brief(f, ana, touch.id).say.filled.text, "How was Mexico?\n");
    assert_int_equal(brief(f, ana, touch.id).say.meter.words, 0);
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_string_equal(brief(f, ana, touch.id).say.filled.text,
                        "How was Mexico?\nAna, call me");
    assert_int_equal(brief(f, ana, touch.id).say.meter.words, 6);
    script.text = "{first}! {opener} Call me";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_string_equal(brief(f, ana, touch.id).say.filled.text,
                        "Ana! How was Mexico? Call me");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(agreed_in_their_time, setup, teardown),
        cmocka_unit_test_setup_teardown(a_word_that_is_no_time_is_refused, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(which_planned_call_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(stored_as_one_step, setup, teardown),
        cmocka_unit_test_setup_teardown(a_call_nobody_planned, setup, teardown),
        cmocka_unit_test_setup_teardown(who_answers_there, setup, teardown),
        cmocka_unit_test_setup_teardown(what_they_said_before, setup, teardown),
        cmocka_unit_test_setup_teardown(the_message_is_at_hand_with_its_opener, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
