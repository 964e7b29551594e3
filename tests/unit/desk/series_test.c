/* Touches that repeat: the next comes in the step that ends one, at the same hour of the
 * wall, whatever clocks do; and undo takes it back. */
#include "fixture.h"
#include "touchbase/desk/series.h"

static void with_worker(struct fixture *f)
{
    worker_set_program(f->desk->worker,
                       arena_format(f->arena, "%s/touchbase-worker", getenv("BUILD")));
}

static void without_worker(struct fixture *f)
{
    worker_destroy(f->desk->worker);
    f->desk->worker = worker_create();
    worker_set_program(f->desk->worker, "/nonexistent/worker");
}

static int begin(void **state)
{
    int failed = setup(state);

    if (failed == 0)
        with_worker(*state);
    return failed;
}

static void go_to(struct fixture *f, const char *now)
{
    reopen(f, now);
    with_worker(f);
}

/* All that is planned with somebody: "2026-03-10 09:00 every Tue; ...". */
static const char *planned(struct fixture *f, int64_t contact_id)
{
    const char *text = "";
    char due[WALL_TEXT_SIZE];
    struct touch *touches;
    size_t count;

    must(desk_touches_of(f->desk, contact_id, f->arena, &touches, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        const char *repeats = desk_repeats(f->arena, &touches[i]);

        text = arena_format(f->arena, "%s%s%s%s%s", text, i > 0 ? "; " : "",
                            wall_format(touches[i].due, due), repeats ? " " : "",
                            repeats ? repeats : "");
    }
    return text;
}

static struct touch next_of(struct fixture *f, int64_t contact_id)
{
    struct touch *touches;
    size_t count;

    must(desk_touches_of(f->desk, contact_id, f->arena, &touches, &count, &f->err));
    assert_true(count > 0);
    return touches[0];
}

static void finish(struct fixture *f, int64_t contact_id, enum outcome outcome)
{
    struct touch touch = next_of(f, contact_id);

    must(desk_touch_finish(f->desk, touch.id, outcome, NULL, &f->err));
}

static void undo(struct fixture *f)
{
    struct desk_step step;

    assert_int_equal(desk_undo(f->desk, false, f->arena, &step, &f->err), HISTORY_DONE);
}

static void finishing_brings_the_next(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    int64_t id = plan(f, ana, "call every 2 weeks on tue 2pm offer");
    struct touch touch;

    assert_string_equal(planned(f, ana), "2026-03-03 14:00 every 2 weeks on Tue");
    go_to(f, "2026-03-03 14:20");
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-17 14:00 every 2 weeks on Tue");
    touch = next_of(f, ana);
    assert_int_not_equal(touch.id, id);
    assert_string_equal(touch.purpose, "offer");
    assert_int_equal(touch.cause, CAUSE_NEXT);
    /* finished before its day, the one after it comes */
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-31 14:00 every 2 weeks on Tue");
}

static void a_step_back_gives_the_same_desk(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    struct desk_step step;

    plan(f, ana, "call every mon and thu");
    assert_string_equal(planned(f, ana), "2026-03-05 every Mon and Thu");
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-09 every Mon and Thu");
    undo(f);
    assert_string_equal(planned(f, ana), "2026-03-05 every Mon and Thu");
    assert_int_equal(desk_redo(f->desk, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(planned(f, ana), "2026-03-09 every Mon and Thu");
    must(desk_series_skip(f->desk, next_of(f, ana).id, &f->err));
    assert_string_equal(planned(f, ana), "2026-03-12 every Mon and Thu");
    undo(f);
    must(desk_series_end(f->desk, next_of(f, ana).id, &f->err));
    assert_string_equal(planned(f, ana), "2026-03-09");
    undo(f);
    assert_string_equal(planned(f, ana), "2026-03-09 every Mon and Thu");
    undo(f);
    undo(f);
    assert_string_equal(planned(f, ana), "");
}

static void moving_one_leaves_the_rest(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    int64_t id = plan(f, ana, "call every tue 9");

    must(desk_touch_move(f->desk, id, (struct wall){day("2026-03-05"), 600}, &f->err));
    assert_string_equal(planned(f, ana), "2026-03-05 10:00 every Tue");
    go_to(f, "2026-03-05 11:00");
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-10 09:00 every Tue");
}

/* A desk left alone for weeks does not ask for every one that went by. */
static void what_went_by_is_not_made_up_for(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");

    plan(f, ana, "call every tue 9");
    go_to(f, "2026-03-24 08:00");
    finish(f, ana, OUTCOME_NO_ANSWER);
    assert_string_equal(planned(f, ana), "2026-03-31 09:00 every Tue");
}

static void a_series_ends(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio"), jo = add(f, "Jo Lind, Kessler");
    struct next_step step;
    struct touch touch;

    plan(f, ana, "call every tue 2 times");
    touch = next_of(f, ana);
    must(desk_touch_next(f->desk, &touch, OUTCOME_REACHED, f->arena, &step, &f->err));
    assert_string_equal(step.sentence, "every Tue, 2 times: comes again Tue 10 Mar 2026");
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-10 every Tue, 2 times");
    touch = next_of(f, ana);
    must(desk_touch_next(f->desk, &touch, OUTCOME_REACHED, f->arena, &step, &f->err));
    assert_int_equal(step.kind, NEXT_TOUCH); /* somebody in play needs one: rule 8 */
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "");
    plan(f, jo, "call every tue");
    finish(f, jo, OUTCOME_DECLINED);
    assert_string_equal(planned(f, jo), "");
}

static void who_is_not_to_be_contacted_gets_no_next(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    struct contact contact;

    plan(f, ana, "call every tue");
    contact = person(f, ana);
    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "");
}

static void a_card_written_and_posted_comes_once(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    int64_t id = plan(f, ana, "card every december");

    assert_string_equal(planned(f, ana), "2026-12-01 every Dec");
    must(desk_touch_finish(f->desk, id, OUTCOME_WRITTEN, NULL, &f->err));
    must(desk_touch_finish(f->desk, id, OUTCOME_POSTED, NULL, &f->err));
    assert_string_equal(planned(f, ana), "2027-12-01 every Dec");
}

/* The days known were counted before; the worker may be gone when one is finished. */
static void finishing_waits_for_nobody(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");

    plan(f, ana, "call every day");
    without_worker(f);
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-04 every day");
    assert_int_equal(f->desk->low_series.id, 0);
    /* when few are left they are counted again, later */
    reopen(f, "2026-04-22 09:00");
    without_worker(f);
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-04-23 every day");
    assert_int_not_equal(f->desk->low_series.id, 0);
    with_worker(f);
    desk_series_tend(f->desk);
    reopen(f, "2026-06-01 09:00");
    without_worker(f);
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-06-02 every day");
}

/* None known and nobody to ask: that is said, and nothing is done. */
static void what_cannot_be_counted_is_said(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    struct touch_warning warning;
    struct touch touch;
    const char *words;

    without_worker(f);
    plan(f, ana, "call every day");
    touch = next_of(f, ana);
    must_fail(desk_touch_finish(f->desk, touch.id, OUTCOME_REACHED, NULL, &f->err),
              ERROR_FAILED, "what comes next");
    assert_string_equal(planned(f, ana), "2026-03-03 every day");
    must_fail(desk_series_preview(f->desk, &touch, f->arena, &words, &f->err),
              ERROR_FAILED, "");
    must_fail(desk_touch_read(f->desk, ana, "call every hour", f->arena, &touch, &warning,
                              &f->err),
              ERROR_USAGE, "at most once a day");
    must_fail(desk_series_skip(f->desk, plan(f, ana, "call fri"), &f->err), ERROR_USAGE,
              "does not repeat");
}

static void another_rule_is_another_series(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    int64_t id = plan(f, ana, "call fri offer");
    struct touch_warning warning;
    struct touch typed;

    must(desk_touch_read(f->desk, ana, "call every tue offer", f->arena, &typed, &warning,
                         &f->err));
    typed.id = id;
    must(desk_touch_change(f->desk, &typed, &f->err));
    assert_string_equal(planned(f, ana), "2026-03-03 every Tue");
    must(desk_touch_read(f->desk, ana, "call every wed 3pm offer", f->arena, &typed,
                         &warning, &f->err));
    typed.id = id;
    must(desk_touch_change(f->desk, &typed, &f->err));
    finish(f, ana, OUTCOME_REACHED);
    assert_string_equal(planned(f, ana), "2026-03-11 15:00 every Wed");
}

static void a_preview_shows_three_days(void **state)
{
    static const struct {
        const char *line, *words;
    } rows[] = {
        {"call every october",
         "every Oct: Thu 1 Oct 2026, Fri 1 Oct 2027, Mon 2 Oct 2028 ..."},
        {"call every tue 2 times", "every Tue, 2 times: Tue 3 Mar 2026, Tue 10 Mar 2026"},
    };
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct touch_warning warning;
        struct touch touch;
        const char *words;

        must(desk_touch_read(f->desk, ana, rows[i].line, f->arena, &touch, &warning,
                             &f->err));
        must(desk_series_preview(f->desk, &touch, f->arena, &words, &f->err));
        assert_string_equal(words, rows[i].words);
    }
}

/* Seconds from one nine o'clock to the next, over a change of the clocks. */
static void the_hour_of_the_wall_stays(void **state)
{
    enum { HOUR = 3600, WEEK = 7 * 24 * HOUR };
    static const struct {
        const char *zone, *now, *first;
        int64_t seconds; /* to the next */
    } rows[] = {
        {"America/Toronto", "2026-03-02 09:00", "2026-03-06 09:00", WEEK - HOUR},
        {"America/Toronto", "2026-10-26 09:00", "2026-10-30 09:00", WEEK + HOUR},
        {"Europe/Berlin", "2026-03-23 09:00", "2026-03-27 09:00", WEEK - HOUR},
        {"Europe/Berlin", "2026-10-19 09:00", "2026-10-23 09:00", WEEK + HOUR},
        {"Australia/Lord_Howe", "2026-03-30 09:00", "2026-04-03 09:00", WEEK + HOUR / 2},
        {"Africa/Casablanca", "2026-02-09 09:00", "2026-02-13 09:00", WEEK + HOUR},
        {"Asia/Tokyo", "2026-03-23 09:00", "2026-03-27 09:00", WEEK},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct touch first, next;
        char due[WALL_TEXT_SIZE];

        setenv("TZ", rows[i].zone, 1);
        go_to(f, rows[i].now);
        int64_t id = add(f, arena_format(f->arena, "Person %zu", i));
        plan(f, id, "call every fri 09:00");
        first = next_of(f, id);
        assert_string_equal(wall_format(first.due, due), rows[i].first);
        finish(f, id, OUTCOME_REACHED);
        next = next_of(f, id);
        assert_int_equal(next.due.minute, first.due.minute);
        assert_int_equal(next.due.day, first.due.day + 7);
        assert_int_equal(next.due_utc - first.due_utc, rows[i].seconds);
    }
}

/* Planned in Toronto, looked at in Berlin: three o'clock there, two in the weeks in which
 * only Toronto has changed its clocks. */
static void a_series_keeps_its_zone(void **state)
{
    static const char *const dues[] = {"2026-03-06 15:00", "2026-03-13 14:00",
                                       "2026-03-20 14:00", "2026-03-27 14:00",
                                       "2026-04-03 15:00"};
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");

    plan(f, ana, "call every fri 09:00 from 2026-02-27");
    setenv("TZ", "Europe/Berlin", 1);
    go_to(f, "2026-03-02 09:00");
    for (size_t i = 0; i < sizeof dues / sizeof *dues; i++) {
        char due[WALL_TEXT_SIZE];

        finish(f, ana, OUTCOME_REACHED);
        assert_string_equal(wall_format(next_of(f, ana).due, due), dues[i]);
    }
}

int main(void)
{
#define WITH_DESK(test) cmocka_unit_test_setup_teardown(test, begin, teardown)
    const struct CMUnitTest tests[] = {
        WITH_DESK(finishing_brings_the_next),
        WITH_DESK(a_step_back_gives_the_same_desk),
        WITH_DESK(moving_one_leaves_the_rest),
        WITH_DESK(what_went_by_is_not_made_up_for),
        WITH_DESK(a_series_ends),
        WITH_DESK(who_is_not_to_be_contacted_gets_no_next),
        WITH_DESK(a_card_written_and_posted_comes_once),
        WITH_DESK(finishing_waits_for_nobody),
        WITH_DESK(what_cannot_be_counted_is_said),
        WITH_DESK(another_rule_is_another_series),
        WITH_DESK(a_preview_shows_three_days),
        WITH_DESK(the_hour_of_the_wall_stays),
        WITH_DESK(a_series_keeps_its_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
