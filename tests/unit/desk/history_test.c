/* Undo and redo as a window and as a shell see them (design.md section 3, `u`). */
#include "touchbase/desk/history.h"

#include "desk_fixture.h"
#include "touchbase/desk/people.h"

static int64_t add(struct fixture *fixture, struct desk *desk, const char *line)
{
    struct contact contact;
    int64_t id = 0;

    if (!desk_person_read(desk, line, fixture->arena, &contact, &fixture->err) ||
        !desk_person_add(desk, &contact, &id, &fixture->err))
        fail_msg("%s", fixture->err.text);
    return id;
}

static void note(struct fixture *fixture, struct desk *desk, int64_t id, const char *text)
{
    if (!desk_note_file(desk, id, text, 0, &fixture->err))
        fail_msg("%s", fixture->err.text);
}

static void test_nothing(void **state)
{
    struct fixture fixture;
    struct desk_step step;

    (void)state;
    fixture_open(&fixture, DESK_WINDOW);
    assert_int_equal(desk_undo(fixture.desk, true, fixture.arena, &step, &fixture.err),
                     HISTORY_NOTHING);
    assert_int_equal(desk_redo(fixture.desk, fixture.arena, &step, &fixture.err),
                     HISTORY_NOTHING);
    assert_int_equal(desk_toggle(fixture.desk, 77, fixture.arena, &step, &fixture.err),
                     HISTORY_NOTHING);
    assert_true(desk_unfinished(fixture.desk, fixture.arena, &step, &fixture.err));
    assert_int_equal(step.id, 0);
    assert_false(desk_finish(fixture.desk, 77, &fixture.err));
    fixture_close(&fixture);
}

static void test_a_window_takes_back_its_own_and_asks_for_others(void **state)
{
    struct fixture fixture;
    struct desk *shell;
    struct desk_step step;
    int64_t ana, ben;

    (void)state;
    fixture_open(&fixture, DESK_WINDOW);
    shell = fixture_desk(&fixture, DESK_WRITE);
    ana = add(&fixture, fixture.desk, "Ana Ruiz");
    ben = add(&fixture, shell, "Ben Ode");
    note(&fixture, shell, ben, "from the shell");
    assert_int_equal(desk_undo(fixture.desk, false, fixture.arena, &step, &fixture.err),
                     HISTORY_DONE);
    assert_string_equal(step.label, "new contact Ana Ruiz");
    assert_true(step.mine && step.undone);
    assert_int_equal(desk_undo(fixture.desk, false, fixture.arena, &step, &fixture.err),
                     HISTORY_ASK);
    assert_string_equal(step.label, "note on Ben Ode");
    assert_false(step.mine || step.undone);
    assert_int_equal(desk_undo(fixture.desk, true, fixture.arena, &step, &fixture.err),
                     HISTORY_DONE);
    assert_string_equal(step.label, "note on Ben Ode");
    (void)ana;
    desk_close(shell);
    fixture_close(&fixture);
}

static void test_a_shell_takes_back_the_last_of_all(void **state)
{
    struct fixture fixture;
    struct desk *shell;
    struct desk_step step;

    (void)state;
    fixture_open(&fixture, DESK_WINDOW);
    shell = fixture_desk(&fixture, DESK_WRITE);
    add(&fixture, shell, "Ana Ruiz");
    add(&fixture, fixture.desk, "Ben Ode");
    assert_int_equal(desk_undo(shell, false, fixture.arena, &step, &fixture.err),
                     HISTORY_DONE);
    assert_string_equal(step.label, "new contact Ben Ode");
    assert_int_equal(desk_redo(shell, fixture.arena, &step, &fixture.err), HISTORY_DONE);
    assert_string_equal(step.label, "new contact Ben Ode");
    assert_false(step.undone);
    desk_close(shell);
    fixture_close(&fixture);
}

static void test_a_changed_row_is_named(void **state)
{
    struct fixture fixture;
    struct desk_step step, steps[4];
    struct contact contact;
    int64_t id;
    int count;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    id = add(&fixture, fixture.desk, "Ana Ruiz");
    assert_true(desk_person_get(fixture.desk, id, fixture.arena, &contact, &fixture.err));
    contact.title = "Owner";
    assert_true(desk_person_change(fixture.desk, &contact, &fixture.err));
    assert_true(
        desk_history(fixture.desk, 0, 4, fixture.arena, steps, &count, &fixture.err));
    assert_int_equal(count, 2);
    assert_int_equal(
        desk_toggle(fixture.desk, steps[1].id, fixture.arena, &step, &fixture.err),
        HISTORY_CHANGED);
    assert_non_null(strstr(fixture.err.text, "Ana Ruiz"));
    assert_non_null(strstr(fixture.err.text, "change of Ana Ruiz"));
    assert_true(desk_person_get(fixture.desk, id, fixture.arena, &contact, &fixture.err));
    assert_string_equal(contact.title, "Owner");
    fixture_close(&fixture);
}

/* The list of steps is read from either end, in windows. */
static void test_the_history_is_read_both_ways(void **state)
{
    struct fixture fixture;
    struct desk_step newest[3], steps[3];
    int64_t ana;
    int count;

    (void)state;
    fixture_open(&fixture, DESK_WINDOW);
    ana = add(&fixture, fixture.desk, "Ana Ruiz");
    note(&fixture, fixture.desk, ana, "one");
    note(&fixture, fixture.desk, ana, "two");
    assert_true(
        desk_history(fixture.desk, 0, 3, fixture.arena, newest, &count, &fixture.err));
    assert_int_equal(count, 3);
    assert_true(desk_history_newer(fixture.desk, 0, 2, fixture.arena, steps, &count,
                                   &fixture.err));
    assert_int_equal(count, 2);
    assert_int_equal(steps[0].id, newest[2].id);
    assert_int_equal(steps[1].id, newest[1].id);
    assert_true(desk_history_newer(fixture.desk, newest[1].id, 3, fixture.arena, steps,
                                   &count, &fixture.err));
    assert_int_equal(count, 1);
    assert_int_equal(steps[0].id, newest[0].id);
    assert_true(desk_history_newer(fixture.desk, 0, 0, fixture.arena, steps, &count,
                                   &fixture.err));
    assert_int_equal(count, 0);
    fixture_close(&fixture);
}

static void test_one_step_by_its_number_both_ways(void **state)
{
    struct fixture fixture;
    struct desk_step step, steps[4];
    int64_t ana, ben;
    int count;

    (void)state;
    fixture_open(&fixture, DESK_WINDOW);
    ana = add(&fixture, fixture.desk, "Ana Ruiz");
    ben = add(&fixture, fixture.desk, "Ben Ode");
    note(&fixture, fixture.desk, ana, "one");
    note(&fixture, fixture.desk, ben, "two");
    assert_true(
        desk_history(fixture.desk, 0, 2, fixture.arena, steps, &count, &fixture.err));
    assert_int_equal(count, 2);
    assert_true(desk_history(fixture.desk, steps[1].id, 4, fixture.arena, steps + 2,
                             &count, &fixture.err));
    assert_int_equal(count, 2);
    assert_string_equal(steps[1].label, "note on Ana Ruiz");
    assert_int_equal(
        desk_toggle(fixture.desk, steps[1].id, fixture.arena, &step, &fixture.err),
        HISTORY_DONE);
    assert_true(step.undone);
    assert_int_equal(
        desk_toggle(fixture.desk, steps[1].id, fixture.arena, &step, &fixture.err),
        HISTORY_DONE);
    assert_false(step.undone);
    assert_true(
        desk_history(fixture.desk, 0, 0, fixture.arena, steps, &count, &fixture.err));
    assert_int_equal(count, 0);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_a_window_takes_back_its_own_and_asks_for_others),
        cmocka_unit_test(test_a_shell_takes_back_the_last_of_all),
        cmocka_unit_test(test_a_changed_row_is_named),
        cmocka_unit_test(test_the_history_is_read_both_ways),
        cmocka_unit_test(test_one_step_by_its_number_both_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
