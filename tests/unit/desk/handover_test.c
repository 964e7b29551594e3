/* Their move with a guard day, and a touch given to another person (desk/plan.h). */
#include "fixture.h"
#include "touchbase/model/inbound.h"

static int64_t their_move(struct fixture *f, int64_t contact_id, const char *owes)
{
    int64_t id = 0;

    must(desk_their_move(f->desk, contact_id, owes, desk_guard_day(f->desk), &id,
                         &f->err));
    return id;
}

/* Monday and three working days. */
static void their_move_is_a_next_step_until_its_day(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct touch touch;

    assert_int_equal(counts(f).no_next_step, 1);
    touch = touch_of(f, their_move(f, dana, "the signed order "));
    assert_due(touch.due, "2026-03-05");
    assert_int_equal(touch.direction, DIRECTION_IN);
    assert_string_equal(touch.purpose, "the signed order");
    assert_string_equal(touch_told(f->arena, &touch), "their move");
    assert_int_equal(counts(f).no_next_step, 0);
    assert_int_equal(counts(f).today, 0);
    reopen(f, "2026-03-05 09:00");
    assert_int_equal(counts(f).today, 1);
    undo_is(f, "their move, Dana Whitfield");
    assert_int_equal(counts(f).no_next_step, 1);
}

/* Looking after it is mine: an attempt is no contact. */
static void what_comes_of_it_is_counted_as_mine(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t id = their_move(f, dana, "an answer");

    must(desk_touch_finish(f->desk, id, OUTCOME_VOICEMAIL, NULL, &f->err));
    assert_int_equal(touch_of(f, id).direction, DIRECTION_OUT);
    assert_int_equal(person(f, dana).last_contact_utc, 0);
    must_fail(desk_their_move(f->desk, dana, "  ", desk_guard_day(f->desk), &id, &f->err),
              ERROR_USAGE, "what they owe");
}

/* So is one that an absence drops: they never were in touch. */
static void dropped_with_who_left_it_is_no_contact(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind, dana@northwind.example");
    int64_t id = their_move(f, dana, "an answer");
    struct plan_answer answer = {.touch_id = id, .choice = CHOICE_DROP};
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02",
                               "I am no longer with Northwind.");
    struct touch touch;

    assert_int_equal(item.reading.kind, READING_LEFT);
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    file(f, &item, TAKE_IN_START);
    touch = touch_of(f, id);
    assert_int_equal(touch.outcome, OUTCOME_DROPPED);
    assert_string_equal(touch_told(f->arena, &touch), "call, dropped");
}

static void a_touch_is_given_to_another(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), tom = add(f, "Tom Field, #rest");
    int64_t id = plan(f, dana, "!call tue 2pm offer");
    struct touch touch;

    must(desk_touch_give(f->desk, id, tom, &f->err));
    touch = touch_of(f, id);
    assert_int_equal(touch.contact_id, tom);
    assert_false(touch.promise);
    assert_due(touch.due, "2026-03-03 14:00");
    assert_int_equal(person(f, tom).stage, STAGE_LEAD);
    assert_int_equal(person(f, tom).next_touch, id);
    assert_int_equal(person(f, dana).next_touch, 0);
    undo_is(f, "call with Dana Whitfield given to Tom Field");
    touch = touch_of(f, id);
    assert_int_equal(touch.contact_id, dana);
    assert_true(touch.promise);
    assert_int_equal(person(f, tom).stage, STAGE_REST);
}

static void it_is_not_given_where_it_may_not_go(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), tom = add(f, "Tom Field");
    int64_t id = plan(f, dana, "call tue offer");
    struct contact contact = person(f, tom);

    must_fail(desk_touch_give(f->desk, id, dana, &f->err), ERROR_USAGE, "already");
    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    must_fail(desk_touch_give(f->desk, id, tom, &f->err), ERROR_FAILED, "do not contact");
    must(desk_touch_finish(f->desk, id, OUTCOME_REACHED, NULL, &f->err));
    must_fail(desk_touch_give(f->desk, id, tom, &f->err), ERROR_FAILED, "done already");
    assert_int_equal(touch_of(f, id).contact_id, dana);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(their_move_is_a_next_step_until_its_day, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_comes_of_it_is_counted_as_mine, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(dropped_with_who_left_it_is_no_contact, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_touch_is_given_to_another, setup, teardown),
        cmocka_unit_test_setup_teardown(it_is_not_given_where_it_may_not_go, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
