/* Days as the agenda shows them (desk/days.h). */
#include "fixture.h"

#include <sys/stat.h>

#include "touchbase/desk/days.h"
#include "touchbase/store/absences.h"

static const char *on_day(struct fixture *f, const char *text, bool backward)
{
    struct row_key from = {0, 0};
    const char *words = "";
    struct touch *rows;
    size_t count = 1;

    /* One row a window, so that each continues behind the last. */
    for (bool first = true; count > 0; first = false) {
        must(desk_day_touches(f->desk, day(text), first ? NULL : &from,
                              backward ? WINDOW_BACKWARD : WINDOW_FORWARD, 1, f->arena,
                              &rows, &count, &f->err));
        if (count == 0)
            break;
        words =
            arena_format(f->arena, "%s%s%s", words, first ? "" : " ", rows[0].purpose);
        from = desk_touch_key(&rows[0]);
    }
    return words;
}

static void a_day_holds_what_is_due_on_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");

    plan(f, id, "call 2026-03-09 23:59 eve");
    plan(f, id, "call 2026-03-10 09:00 nine");
    plan(f, id, "call 2026-03-10 23:59 last");
    plan(f, id, "email 2026-03-10 allday");
    plan(f, id, "call 2026-03-11 next");
    assert_string_equal(on_day(f, "2026-03-10", false), "allday nine last");
    assert_string_equal(on_day(f, "2026-03-10", true), "last nine allday");
    assert_string_equal(on_day(f, "2026-03-08", false), "");
    assert_string_equal(on_day(f, "2026-03-12", true), "");
}

/* Clocks go forward on 8 March 2026 in Toronto: that day has 23 hours. */
static void loads_are_counted_by_day(void **state)
{
    struct fixture *f = *state;
    struct day_load loads[10];
    int64_t id = add(f, "Dana Whitfield");

    plan(f, id, "call 2026-03-07 23:59 before");
    plan(f, id, "call 2026-03-08 the day");
    plan(f, id, "call 2026-03-08 23:59 late");
    plan(f, id, "call 2026-03-09 monday");
    must(desk_touch_finish(f->desk, plan(f, id, "call 2026-03-09 done"), OUTCOME_REACHED,
                           NULL, &f->err));
    must(desk_day_loads(f->desk, day("2026-03-06"), 5, loads, &f->err));
    assert_int_equal(loads[0].day, day("2026-03-06"));
    assert_int_equal(loads[0].touches, 0);
    assert_int_equal(loads[1].touches, 1);
    assert_int_equal(loads[2].touches, 2);
    assert_int_equal(loads[3].touches, 1);
    assert_int_equal(loads[4].touches, 0);
    assert_true(loads[0].working);
    assert_false(loads[1].working);
    assert_false(loads[2].working);
    assert_true(loads[3].working);
}

static void settings_say_the_measure_and_the_days_off(void **state)
{
    struct fixture *f = *state;
    struct day_load load;
    char path[128];
    FILE *file;

    assert_int_equal(desk_day_measure(f->desk), 12);
    snprintf(path, sizeof path, "%s/touchbase", f->folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/touchbase/touchbase.conf", f->folder);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs("day_touches = 5\nholidays = 2026-03-10\n", file);
    assert_int_equal(fclose(file), 0);
    reopen(f, "2026-03-02 09:00");
    assert_int_equal(desk_day_measure(f->desk), 5);
    must(desk_day_loads(f->desk, day("2026-03-10"), 1, &load, &f->err));
    assert_false(load.working);
}

static int64_t away(struct fixture *f, const char *name, const char *first,
                    const char *back)
{
    struct absence absence = {.contact_id = add(f, name),
                              .received_utc = desk_now(f->desk),
                              .received_day = desk_today(f->desk),
                              .kind = READING_OOO,
                              .first_day = first == NULL ? DAY_NONE : day(first),
                              .back = back == NULL ? DAY_NONE : day(back),
                              .back_minute = MINUTE_NONE,
                              .heard_whole = true,
                              .state = ABSENCE_FILED,
                              .created_utc = desk_now(f->desk)};

    must(desk_step_begin(f->desk, &f->err, "away"));
    must(desk_step_end(
        f->desk, absence_insert(f->desk->store, f->arena, &absence, &f->err), &f->err));
    return absence.id;
}

static const char *away_on(struct fixture *f, const char *text, bool backward)
{
    struct row_key from = {0, 0};
    const char *words = "";
    struct absence *rows;
    size_t count = 1;

    for (bool first = true; count > 0; first = false) {
        must(desk_day_absences(f->desk, day(text), first ? NULL : &from,
                               backward ? WINDOW_BACKWARD : WINDOW_FORWARD, 1, f->arena,
                               &rows, &count, &f->err));
        if (count == 0)
            break;
        assert_true(desk_absence_covers(&rows[0], day(text)));
        words =
            arena_format(f->arena, "%s%s%s", words, first ? "" : ", ", rows[0].contact);
        from = desk_absence_key(&rows[0]);
    }
    return words;
}

/* The day back is no day away; without a first day it began with the message, without a
 * day back it goes on. */
static void who_is_away_on_a_day(void **state)
{
    struct fixture *f = *state;
    struct absence absence;
    int64_t dana = away(f, "Dana Whitfield", "2026-03-04", "2026-03-06");

    away(f, "Lena Vogt", NULL, "2026-03-05");
    away(f, "Tom Field", "2026-03-05", NULL);
    away(f, "Ravi Menon", "2026-03-20", "2026-03-30");
    assert_string_equal(away_on(f, "2026-03-01", false), "");
    assert_string_equal(away_on(f, "2026-03-02", false), "Lena Vogt");
    assert_string_equal(away_on(f, "2026-03-04", false), "Lena Vogt, Dana Whitfield");
    assert_string_equal(away_on(f, "2026-03-05", false), "Dana Whitfield, Tom Field");
    assert_string_equal(away_on(f, "2026-03-05", true), "Tom Field, Dana Whitfield");
    assert_string_equal(away_on(f, "2026-03-25", false), "Ravi Menon, Tom Field");
    must(desk_absence_get(f->desk, dana, f->arena, &absence, &f->err));
    assert_true(desk_absence_covers(&absence, day("2026-03-05")));
    assert_false(desk_absence_covers(&absence, day("2026-03-06")));
    assert_false(desk_absence_covers(&absence, day("2026-03-03")));
}

static const char *cards(struct fixture *f, bool written, bool backward)
{
    struct row_key from = {0, 0};
    const char *words = "";
    struct touch *rows;
    size_t count = 1;

    for (bool first = true; count > 0; first = false) {
        must(desk_cards(f->desk, written, first ? NULL : &from,
                        backward ? WINDOW_BACKWARD : WINDOW_FORWARD, 1, f->arena, &rows,
                        &count, &f->err));
        if (count == 0)
            break;
        words =
            arena_format(f->arena, "%s%s%s", words, first ? "" : " ", rows[0].purpose);
        from = desk_touch_key(&rows[0]);
    }
    return words;
}

static int card_count(struct fixture *f, bool written, const char *until)
{
    int count;

    must(desk_cards_count(f->desk, written, until == NULL ? DAY_NONE : day(until), &count,
                          &f->err));
    return count;
}

/* A card is written, waits to be posted, and is posted; only that is a real contact. */
static void cards_are_written_and_posted(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t letter = plan(f, id, "letter 2026-03-04 second");
    int64_t card = plan(f, id, "card 2026-03-02 first");

    plan(f, id, "postcard 2026-03-09 third");
    plan(f, id, "call 2026-03-02 other");
    assert_string_equal(cards(f, false, false), "first second third");
    assert_string_equal(cards(f, false, true), "third second first");
    assert_string_equal(cards(f, true, false), "");
    assert_int_equal(card_count(f, false, NULL), 3);
    assert_int_equal(card_count(f, false, "2026-03-04"), 2);
    must(desk_touch_finish(f->desk, card, OUTCOME_WRITTEN, NULL, &f->err));
    must(desk_touch_finish(f->desk, letter, OUTCOME_WRITTEN, NULL, &f->err));
    assert_string_equal(cards(f, false, false), "third");
    assert_string_equal(cards(f, true, false), "first second");
    assert_int_equal(person(f, id).last_contact_utc, 0);
    must_fail(desk_touch_finish(f->desk, card, OUTCOME_WRITTEN, NULL, &f->err),
              ERROR_FAILED, "done already (written)");
    must(desk_touch_finish(f->desk, card, OUTCOME_POSTED, NULL, &f->err));
    assert_string_equal(cards(f, true, false), "second");
    assert_int_equal(touch_of(f, card).outcome, OUTCOME_POSTED);
    assert_int_equal(person(f, id).last_contact_utc, desk_now(f->desk));
    undo_is(f, "card with Dana Whitfield: posted");
    assert_string_equal(cards(f, true, false), "first second");
    assert_int_equal(person(f, id).last_contact_utc, 0);
    undo_is(f, "letter with Dana Whitfield: written");
    undo_is(f, "card with Dana Whitfield: written");
    assert_int_equal(card_count(f, false, NULL), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_day_holds_what_is_due_on_it, setup, teardown),
        cmocka_unit_test_setup_teardown(loads_are_counted_by_day, setup, teardown),
        cmocka_unit_test_setup_teardown(settings_say_the_measure_and_the_days_off, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(who_is_away_on_a_day, setup, teardown),
        cmocka_unit_test_setup_teardown(cards_are_written_and_posted, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
