/* Absences on file changed by hand (desk/take_in.h): they are back, or come back on
 * another day; and those without a day back. */
#include "fixture.h"

static const char mexico[] =
    "I will be in Mexico on holidays with my family, back in the office on Monday, "
    "March 9.\n";

static int64_t accept(struct fixture *f, int64_t contact_id, const char *text)
{
    struct take_in item;
    struct take_in_result result;

    must(take_in_text(f->desk, text, contact_id, f->arena, &item, &f->err));
    item.heard_whole = true;
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_true(result.started);
    return result.absence_id;
}

static int64_t add_dana(struct fixture *f)
{
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example, #prospect");

    plan(f, dana, "call 2026-03-05 10:00 second item");
    plan(f, dana, "email 2026-03-04 list");
    plan(f, dana, "email 2026-03-18 later");
    return dana;
}

static void a_later_day_takes_everything_along(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t absence = accept(f, dana, mexico);

    must(desk_absence_move(f->desk, absence, day("2026-03-16"), &f->err));
    assert_int_equal(absence_of(f, absence).back, day("2026-03-16"));
    assert_int_equal(absence_of(f, absence).state, ABSENCE_FILED);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-17 email hand list\n"
        "2026-03-17 10:00 call return second item\n"
        "2026-03-18 email hand later");
    undo_is(f, "Dana Whitfield back on another day");
    assert_int_equal(absence_of(f, absence).back, day("2026-03-09"));
    assert_non_null(strstr(pending(f, dana), "2026-03-10 10:00 call return"));
}

static void an_earlier_day_too(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t jo = add(f, "Jo Lindqvist");
    int64_t absence = accept(f, dana, mexico);
    int64_t plain = accept(f, jo, mexico);

    must(desk_absence_move(f->desk, absence, day("2026-03-04"), &f->err));
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-05 email hand list\n"
        "2026-03-05 10:00 call return second item\n"
        "2026-03-18 email hand later");
    /* The call that the play made goes along as well. */
    assert_non_null(strstr(pending(f, jo), "2026-03-10 call return"));
    must(desk_absence_move(f->desk, plain, day("2026-03-04"), &f->err));
    assert_non_null(strstr(pending(f, jo), "2026-03-05 call return"));
    assert_null(strstr(pending(f, jo), "2026-03-10"));
}

/* Moved there and back again it is as it was: nothing drifts. */
static void moving_there_and_back_changes_nothing(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t absence = accept(f, dana, mexico);
    const char *before = pending(f, dana);

    must(desk_absence_move(f->desk, absence, day("2026-03-23"), &f->err));
    must(desk_absence_move(f->desk, absence, day("2026-03-04"), &f->err));
    must(desk_absence_move(f->desk, absence, day("2026-03-09"), &f->err));
    assert_string_equal(pending(f, dana), before);
}

/* Back today: the welcome is tomorrow, and what stood later stands there again. */
static void they_are_back(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t absence = accept(f, dana, mexico);

    reopen(f, "2026-03-03 09:00");
    must(desk_absence_end(f->desk, absence, &f->err));
    assert_int_equal(absence_of(f, absence).state, ABSENCE_ENDED);
    assert_int_equal(absence_of(f, absence).back, day("2026-03-03"));
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-04 email hand list\n"
        "2026-03-05 10:00 call return second item\n"
        "2026-03-18 email hand later");
    assert_int_equal(counts(f).away, 0);
    assert_int_equal(person(f, dana).away_until, DAY_NONE);
    must_fail(desk_absence_end(f->desk, absence, &f->err), ERROR_FAILED, "ended");
    must_fail(desk_absence_move(f->desk, absence, day("2026-03-20"), &f->err),
              ERROR_FAILED, "nothing was changed");
    undo_is(f, "Dana Whitfield is back");
    assert_int_equal(counts(f).away, 1);
    assert_non_null(strstr(pending(f, dana), "2026-03-10 10:00 call return"));
}

static void a_made_return_call_comes_forward(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t absence = accept(f, dana, mexico);

    reopen(f, "2026-03-04 09:00");
    must(desk_absence_end(f->desk, absence, &f->err));
    assert_string_equal(pending(f, dana),
                        "2026-03-02 email play answer to the auto-reply\n"
                        "2026-03-05 call return welcome back");
}

/* Who has not left yet does not leave: as if nobody had said anything. */
static void an_absence_to_come_is_called_off(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    const char *before = pending(f, dana);
    int64_t absence =
        accept(f, dana,
               "I will be on vacation from Wednesday, March 4, and back in the office on "
               "Monday, March 9.");

    assert_int_equal(absence_of(f, absence).first_day, day("2026-03-04"));
    assert_string_not_equal(pending(f, dana), before);
    reopen(f, "2026-03-03 09:00");
    must(desk_absence_end(f->desk, absence, &f->err));
    assert_string_equal(pending(f, dana), before);
    assert_int_equal(counts(f).away, 0);
}

static void nobody_is_back_before_leaving(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t absence =
        accept(f, dana,
               "I will be on vacation from Wednesday, March 4, and back in the office on "
               "Monday, March 9.");

    must_fail(desk_absence_move(f->desk, absence, day("2026-03-03"), &f->err),
              ERROR_USAGE, "they leave on 2026-03-04");
    must_fail(desk_absence_move(f->desk, 4711, day("2026-03-20"), &f->err),
              ERROR_NOT_FOUND, "not on the desk any more");
    must_fail(desk_absence_end(f->desk, 4711, &f->err), ERROR_NOT_FOUND, "not on");
}

/* Rule 4: nobody knows until when; it is asked, and found out in seven days. */
static void no_day_back_is_found_out(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t absence = accept(f, dana, "I am out of the office on vacation.");

    assert_string_equal(pending(f, dana),
                        "2026-03-02 email play answer to the auto-reply\n"
                        "2026-03-09 call play find out when they are back");
    assert_int_equal(counts(f).to_confirm, 1);
    assert_int_equal(absence_of(f, absence).questions, 1);
    must(desk_absence_move(f->desk, absence, day("2026-03-12"), &f->err));
    assert_string_equal(pending(f, dana),
                        "2026-03-02 email play answer to the auto-reply\n"
                        "2026-03-13 call return welcome back");
    assert_int_equal(counts(f).to_confirm, 0);
    undo_is(f, "Dana Whitfield back on another day");
    assert_int_equal(counts(f).to_confirm, 1);
}

static void who_is_back_is_asked_about_no_more(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t promise, absence;

    promise = plan(f, dana, "! call 2026-03-05 10:00 second item");
    absence = accept(f, dana, "I am out of the office on vacation until March 13.");
    assert_int_equal(counts(f).to_confirm, 1);
    reopen(f, "2026-03-03 09:00");
    must(desk_absence_end(f->desk, absence, &f->err));
    assert_int_equal(counts(f).to_confirm, 0);
    assert_due(touch_of(f, promise).due, "2026-03-05 10:00");
}

/* A proposal is not yet an absence that could end. */
static void what_only_waits_cannot_end(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example");
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    int64_t absence = file(f, &item, TAKE_IN_PROPOSE).absence_id;

    must_fail(desk_absence_end(f->desk, absence, &f->err), ERROR_FAILED,
              "this absence of Dana Whitfield is proposed");
    assert_string_equal(pending(f, dana), "");
}

/* Another absence of the same person on file is left alone. */
static void two_absences_do_not_meet(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    int64_t first = accept(f, dana, mexico);
    int64_t second =
        accept(f, dana,
               "I will be at a conference from Monday, March 23 and back in the office "
               "on Friday, March 27.");

    assert_int_equal(counts(f).away, 2);
    assert_int_equal(person(f, dana).away_until, day("2026-03-09"));
    must(desk_absence_move(f->desk, second, day("2026-03-30"), &f->err));
    assert_int_equal(absence_of(f, first).state, ABSENCE_FILED);
    assert_non_null(strstr(pending(f, dana), "2026-03-10 call return"));
    assert_non_null(strstr(pending(f, dana), "2026-03-31 call return"));
    must(desk_absence_end(f->desk, first, &f->err));
    assert_int_equal(counts(f).away, 1);
    assert_int_equal(absence_of(f, second).state, ABSENCE_FILED);
}

/* Looked at again without an answer nothing is made twice. */
static void asked_anew_makes_nothing_twice(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t absence = accept(f, dana, mexico);
    const char *before = pending(f, dana);
    struct take_in item;
    int made = steps(f);

    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_int_equal(item.plan.change_count, 0);
    file(f, &item, TAKE_IN_ACCEPT);
    assert_string_equal(pending(f, dana), before);
    assert_int_equal(steps(f), made);
}

static void fill(struct fixture *f, int64_t contact_id, const char *on, int touches)
{
    for (int i = 0; i < touches; i++)
        plan(f, contact_id, arena_format(f->arena, "email %s", on));
}

/* Rule 20: what lands on a day that holds its measure goes to the next with room; a
 * promise and a time of day stay. Undone, all stands as it did. */
static void a_full_landing_day_passes_on_what_lands(void **state)
{
    static const struct {
        int more; /* planned on the landing day; with the offer 11, 12, 13 */
        const char *call;
        const char *list;
    } rows[] = {{10, "2026-03-10 call return", "2026-03-11 email hand list"},
                {1, "2026-03-11 call return", "2026-03-11 email hand list"},
                {1, "2026-03-11 call return", "2026-03-11 email hand list"}};
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), jo = add(f, "Jo Lindqvist");

    plan(f, dana, "email 2026-03-04 list");
    plan(f, dana, "email 2026-03-05 10:00 offer");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *before = pending(f, dana);

        fill(f, jo, "2026-03-10", rows[i].more);
        accept(f, dana, mexico);
        assert_non_null(strstr(pending(f, dana), rows[i].call));
        assert_non_null(strstr(pending(f, dana), rows[i].list));
        assert_non_null(strstr(pending(f, dana), "2026-03-10 10:00 email hand offer"));
        undo_is(f, "absence of Dana Whitfield");
        assert_string_equal(pending(f, dana), before);
    }
}

/* Each landing counts for the next one; asked anew all of them stay. */
static void those_who_land_together_are_spread(void **state)
{
    static const char *const days[] = {"2026-03-10 call return", "2026-03-11 call return",
                                       "2026-03-11 call return"};
    struct fixture *f = *state;
    int64_t absences[3], people[3];

    f->desk->settings.plays.rules.day_touches = 2;
    fill(f, add(f, "Ana Ruiz"), "2026-03-10", 1);
    for (int i = 0; i < 3; i++) {
        people[i] = add(f, arena_format(f->arena, "Dana Whitfield %c", 'A' + i));
        absences[i] = accept(f, people[i], mexico);
    }
    for (int i = 0; i < 3; i++) {
        must(desk_absence_move(f->desk, absences[i], day("2026-03-09"), &f->err));
        assert_non_null(strstr(pending(f, people[i]), days[i]));
    }
}

/* The one a full day put off comes forward with its person. */
static void who_was_put_off_comes_forward(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), absence;

    f->desk->settings.plays.rules.day_touches = 2;
    fill(f, add(f, "Ana Ruiz"), "2026-03-10", 2);
    absence = accept(f, dana, mexico);
    assert_non_null(strstr(pending(f, dana), "2026-03-11 call return"));
    must(desk_absence_move(f->desk, absence, day("2026-03-05"), &f->err));
    assert_non_null(strstr(pending(f, dana), "2026-03-06 call return"));
    assert_null(strstr(pending(f, dana), "2026-03-11"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_later_day_takes_everything_along, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_earlier_day_too, setup, teardown),
        cmocka_unit_test_setup_teardown(moving_there_and_back_changes_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(they_are_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_made_return_call_comes_forward, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_absence_to_come_is_called_off, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(nobody_is_back_before_leaving, setup, teardown),
        cmocka_unit_test_setup_teardown(no_day_back_is_found_out, setup, teardown),
        cmocka_unit_test_setup_teardown(who_is_back_is_asked_about_no_more, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_only_waits_cannot_end, setup, teardown),
        cmocka_unit_test_setup_teardown(two_absences_do_not_meet, setup, teardown),
        cmocka_unit_test_setup_teardown(asked_anew_makes_nothing_twice, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_landing_day_passes_on_what_lands, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(those_who_land_together_are_spread, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(who_was_put_off_comes_forward, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
