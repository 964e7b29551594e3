/* The same change to many at once, one step (desk/many.h). */
#include "fixture.h"
#include "touchbase/desk/many.h"

static struct many gather(struct fixture *f, enum many_of of, const int64_t *ids,
                          size_t count)
{
    struct many many;

    must(desk_many_gather(f->desk, of, ids, count, f->arena, &many, &f->err));
    return many;
}

/* How many steps the desk has, and the label of the last. */
static int step_count(struct fixture *f, const char **label)
{
    struct desk_step out[50];
    int count;

    must(desk_history(f->desk, 0, 50, f->arena, out, &count, &f->err));
    *label = count > 0 ? out[0].label : "";
    return count;
}

static void undo(struct fixture *f)
{
    struct desk_step step;

    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
}

struct story {
    int64_t people[3];
    int64_t touches[3];
};

static struct story three(struct fixture *f)
{
    struct story s;

    s.people[0] = add(f, "Dana Whitfield");
    s.people[1] = add(f, "Lena Vogt");
    s.people[2] = add(f, "Tom Field");
    s.touches[0] = plan(f, s.people[0], "call tue 2pm offer");
    s.touches[1] = plan(f, s.people[1], "!call wed price");
    s.touches[2] = plan(f, s.people[2], "email thu list");
    return s;
}

static void what_is_meant_is_counted(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    int64_t lonely = add(f, "Jo Lindqvist");
    const int64_t people[] = {s.people[2], lonely, s.people[0], 4711, s.people[2]};
    struct many many = gather(f, MANY_TOUCHES, s.touches, 3);

    assert_int_equal(many.touch_count, 3);
    assert_int_equal(many.promised, 1);
    assert_int_equal(many.without, 0);
    assert_int_equal(many.person_count, 3);
    assert_int_equal(many.channels, 1u << CHANNEL_CALL | 1u << CHANNEL_EMAIL);

    must(desk_touch_finish(f->desk, s.touches[1], OUTCOME_REACHED, NULL, &f->err));
    many = gather(f, MANY_TOUCHES, s.touches, 3);
    assert_int_equal(many.touch_count, 2);
    assert_int_equal(many.without, 1);
    assert_int_equal(many.person_count, 3);

    many = gather(f, MANY_PEOPLE, people, 5);
    assert_int_equal(many.person_count, 3);
    assert_int_equal(many.touch_count, 3); /* Tom's stands twice */
    assert_int_equal(many.without, 2);
}

static void many_move_as_one_step(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_TOUCHES, s.touches, 3);
    const char *label;
    int before = step_count(f, &label);

    must(desk_many_move(f->desk, &many, "fri", &f->err));
    assert_due(touch_of(f, s.touches[0]).due, "2026-03-06 14:00");
    assert_due(touch_of(f, s.touches[1]).due, "2026-03-06");
    assert_due(touch_of(f, s.touches[2]).due, "2026-03-06");
    assert_int_equal(step_count(f, &label), before + 1);
    assert_string_equal(label, "move of 3 touches");
    undo(f);
    assert_due(touch_of(f, s.touches[0]).due, "2026-03-03 14:00");
    assert_due(touch_of(f, s.touches[1]).due, "2026-03-04");
}

static void many_move_by_days(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many;

    reopen(f, "2026-03-04 09:00"); /* the first is late, the second is today's */
    many = gather(f, MANY_TOUCHES, s.touches, 3);
    must(desk_many_later(f->desk, &many, 7, &f->err));
    assert_due(touch_of(f, s.touches[0]).due, "2026-03-11 14:00");
    assert_due(touch_of(f, s.touches[1]).due, "2026-03-11");
    assert_due(touch_of(f, s.touches[2]).due, "2026-03-12");
}

/* Rule 7: two calls of one person on the same day are one too many, each to the other;
 * moved apart again they are not. */
static void who_is_moved_too_close(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), lena = add(f, "Lena Vogt");
    const int64_t touches[] = {plan(f, dana, "call 2026-03-04 offer"),
                               plan(f, dana, "call 2026-03-11 offer"),
                               plan(f, lena, "call 2026-03-05 offer")};
    struct many many = gather(f, MANY_TOUCHES, touches, 3);
    size_t warned;

    must(desk_many_later(f->desk, &many, 1, &f->err));
    must(desk_many_warned(f->desk, &many, &warned, &f->err));
    assert_int_equal(warned, 0);
    must(desk_many_move(f->desk, &many, "2026-03-16", &f->err));
    must(desk_many_warned(f->desk, &many, &warned, &f->err));
    assert_int_equal(warned, 2);
}

static void one_that_cannot_stops_all(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_TOUCHES, s.touches, 3);
    const char *label;
    int before = step_count(f, &label);

    must_fail(desk_many_move(f->desk, &many, "when back", &f->err), ERROR_NOT_FOUND, "");
    must_fail(desk_many_finish(f->desk, &many, OUTCOME_VOICEMAIL, false, &f->err),
              ERROR_USAGE, "email with Tom Field");
    assert_int_equal(touch_of(f, s.touches[0]).outcome, OUTCOME_NONE);
    assert_int_equal(step_count(f, &label), before);
}

static void many_are_finished_with_what_follows(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_TOUCHES, s.touches, 2);
    const char *label;

    must(desk_many_finish(f->desk, &many, OUTCOME_VOICEMAIL, true, &f->err));
    assert_int_equal(touch_of(f, s.touches[0]).outcome, OUTCOME_VOICEMAIL);
    assert_int_equal(touch_of(f, s.touches[1]).outcome, OUTCOME_VOICEMAIL);
    assert_int_equal(counts(f).pending, 3); /* Tom's, and the next for two */
    step_count(f, &label);
    assert_string_equal(label, "\"voicemail\" of 2 touches");
    undo(f);
    assert_int_equal(counts(f).pending, 3);
    assert_int_equal(touch_of(f, s.touches[0]).outcome, OUTCOME_NONE);
}

static void many_are_promised_and_dropped(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_TOUCHES, s.touches, 3);

    must(desk_many_promise(f->desk, &many, true, &f->err));
    assert_true(touch_of(f, s.touches[2]).promise);
    must(desk_many_promise(f->desk, &many, false, &f->err));
    assert_false(touch_of(f, s.touches[1]).promise);
    must(desk_many_drop(f->desk, &many, &f->err));
    assert_int_equal(touch_of(f, s.touches[2]).outcome, OUTCOME_DROPPED);
    assert_int_equal(counts(f).pending, 0);
    undo(f);
    assert_int_equal(counts(f).pending, 3);
}

static void many_are_given_to_one(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_TOUCHES, s.touches, 3);
    struct contact dana = person(f, s.people[0]);
    const char *label;
    int before = step_count(f, &label);

    dana.do_not_contact = true;
    must(desk_person_change(f->desk, &dana, &f->err));
    must_fail(desk_many_give(f->desk, &many, dana.id, &f->err), ERROR_FAILED, "Dana");
    must_fail(desk_many_give(f->desk, &many, 4711, &f->err), ERROR_NOT_FOUND, "");
    assert_int_equal(touch_of(f, s.touches[1]).contact_id, s.people[1]);

    must(desk_many_give(f->desk, &many, s.people[2], &f->err));
    for (int i = 0; i < 3; i++)
        assert_int_equal(touch_of(f, s.touches[i]).contact_id, s.people[2]);
    assert_false(touch_of(f, s.touches[1]).promise); /* it was Lena's */
    assert_int_equal(step_count(f, &label), before + 2);
    assert_string_equal(label, "handing over of 3 touches");
    undo(f);
    assert_int_equal(touch_of(f, s.touches[0]).contact_id, s.people[0]);
    assert_true(touch_of(f, s.touches[1]).promise);
}

static void many_owe_the_next_step(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_PEOPLE, s.people, 3);
    struct touch *touches;
    const char *label;
    size_t count;

    must_fail(desk_many_owe(f->desk, &many, "  ", "fri", &f->err), ERROR_USAGE, "owe");
    must_fail(desk_many_owe(f->desk, &many, "the order", "someday", &f->err), ERROR_USAGE,
              "someday");
    must_fail(desk_many_owe(f->desk, &many, "the order", "when back", &f->err),
              ERROR_NOT_FOUND, "");
    assert_int_equal(counts(f).pending, 3);
    must(desk_many_owe(f->desk, &many, "the order  ", "fri", &f->err));
    step_count(f, &label);
    assert_string_equal(label, "their move, 3 people");
    must(desk_touches_of(f->desk, s.people[1], f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(touches[1].direction, DIRECTION_IN);
    assert_string_equal(touches[1].purpose, "the order");
    assert_due(touches[1].due, "2026-03-06");
    undo(f);
    assert_int_equal(counts(f).pending, 3);
}

static void many_people_at_once(void **state)
{
    struct fixture *f = *state;
    struct story s = three(f);
    struct many many = gather(f, MANY_PEOPLE, s.people, 3);
    struct contact contact;
    size_t warned;

    must(desk_many_stage(f->desk, &many, STAGE_CUSTOMER, &f->err));
    assert_int_equal(person(f, s.people[2]).stage, STAGE_CUSTOMER);
    must(desk_many_plan(f->desk, &many, "card fri catalogue", &warned, &f->err));
    assert_int_equal(counts(f).pending, 6);
    must(desk_many_note(f->desk, &many, "met at the fair  ", &f->err));
    must_fail(desk_many_note(f->desk, &many, "  ", &f->err), ERROR_USAGE, "empty");
    undo(f);
    undo(f);
    assert_int_equal(counts(f).pending, 3);
    contact = person(f, s.people[1]);
    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    must_fail(desk_many_plan(f->desk, &many, "card fri catalogue", &warned, &f->err),
              ERROR_FAILED, "Lena Vogt is marked");
    assert_int_equal(counts(f).pending, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_meant_is_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(many_move_as_one_step, setup, teardown),
        cmocka_unit_test_setup_teardown(many_move_by_days, setup, teardown),
        cmocka_unit_test_setup_teardown(who_is_moved_too_close, setup, teardown),
        cmocka_unit_test_setup_teardown(one_that_cannot_stops_all, setup, teardown),
        cmocka_unit_test_setup_teardown(many_are_finished_with_what_follows, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(many_are_promised_and_dropped, setup, teardown),
        cmocka_unit_test_setup_teardown(many_people_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(many_are_given_to_one, setup, teardown),
        cmocka_unit_test_setup_teardown(many_owe_the_next_step, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
