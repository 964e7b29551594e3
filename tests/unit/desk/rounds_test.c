/* Rounds on the desk (desk/rounds.h): rule 17. */
#include "fixture.h"

#include "touchbase/desk/memory.h"
#include "touchbase/desk/rounds.h"

static const char *tick(struct fixture *f, const char *text)
{
    const char *said;

    must(desk_round_tick(f->desk, text, f->arena, &said, &f->err));
    return said;
}

/* The words of the header at an hour. */
static const char *at(struct fixture *f, const char *now)
{
    struct desk_rounds rounds;

    reopen(f, now);
    must(desk_rounds(f->desk, &rounds, &f->err));
    return round_words(f->arena, &rounds.state, desk_today(f->desk));
}

static void a_round_is_ticked(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(at(f, "2026-03-02 09:00"), "round 09:00 due");
    assert_string_equal(tick(f, NULL), "round 09:00 is done; the next is at 11:30");
    assert_string_equal(at(f, "2026-03-02 11:10"), "round 11:30");
    assert_string_equal(tick(f, ""), "round 11:30 is done; the next is at 14:00");
    assert_string_equal(tick(f, ""),
                        "voicemail and mail looked through; the next is at 14:00");
    assert_string_equal(at(f, "2026-03-02 17:00"), "round 16:30 due, 14:00 missed");
    assert_string_equal(tick(f, NULL), "round 16:30 is done");
    assert_string_equal(at(f, "2026-03-02 17:01"), "");
    assert_int_equal(steps(f), 0);
}

static void the_settings_say_when(void **state)
{
    struct fixture *f = *state;

    must(desk_set(f->desk, "rounds", "10:00", &f->err));
    assert_string_equal(tick(f, NULL),
                        "voicemail and mail looked through; the next is at 10:00");
    must(desk_set(f->desk, "rounds", "", &f->err));
    assert_string_equal(tick(f, NULL), "voicemail and mail looked through");
    must_fail(desk_set(f->desk, "rounds", "10", &f->err), ERROR_USAGE,
              "rounds are at most 12 times of the day, 09:00 11:30, not \"10\"");
    must(desk_set(f->desk, "holidays", "2026-03-02", &f->err));
    must(desk_set(f->desk, "rounds", "08:00", &f->err));
    assert_string_equal(tick(f, NULL), "voicemail and mail looked through");
}

static void assert_voicemail(struct fixture *f, int percent)
{
    struct desk_rounds rounds;

    must(desk_rounds(f->desk, &rounds, &f->err));
    assert_int_equal(rounds.voicemail, percent);
}

static void how_full_the_box_is_stays_said(void **state)
{
    struct fixture *f = *state;
    const char *said;

    assert_voicemail(f, VOICEMAIL_NONE);
    assert_string_equal(tick(f, "85%"),
                        "round 09:00 is done; the next is at 11:30; voicemail 85%");
    reopen(f, "2026-03-03 09:00");
    tick(f, NULL);
    assert_voicemail(f, 85);
    reopen(f, "2026-03-03 11:30");
    must_fail(desk_round_tick(f->desk, "101", f->arena, &said, &f->err), ERROR_USAGE,
              "goes from 0 to 100 %, not \"101\"");
    assert_voicemail(f, 85);
    assert_string_equal(at(f, "2026-03-03 11:30"), "round 11:30 due");
    tick(f, "40");
    assert_voicemail(f, 40);
}

/* In Toronto two o'clock is three on 8 March, and one o'clock comes twice on 1 November:
 * a look counts by the clock on the wall. */
static void a_change_of_the_clocks_asks_once(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(at(f, "2026-03-06 16:30"), "round 16:30 due");
    tick(f, NULL);
    assert_string_equal(at(f, "2026-03-09 09:00"), "round 09:00 due");
    tick(f, NULL);
    assert_string_equal(at(f, "2026-10-30 16:40"), "round 16:30 due, 14:00 missed");
    tick(f, NULL);
    assert_string_equal(at(f, "2026-11-02 08:00"), "round 09:00");
}

/* A look of the future, by a clock that was wrong, silences nothing for longer than now;
 * what is no number is no look. */
static void a_wrong_look_is_survived(void **state)
{
    struct fixture *f = *state;

    must(desk_remember(f->desk, "round", "99999999999999999", &f->err));
    assert_string_equal(at(f, "2026-03-02 09:00"), "round 11:30");
    must(desk_remember(f->desk, "round", "-99999999999999999", &f->err));
    assert_string_equal(at(f, "2026-03-02 09:00"), "round 09:00 due");
    must(desk_remember(f->desk, "round", "soon", &f->err));
    must(desk_remember(f->desk, "voicemail", "much", &f->err));
    assert_string_equal(at(f, "2026-03-02 09:00"), "round 09:00 due");
    assert_voicemail(f, VOICEMAIL_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_round_is_ticked, setup, teardown),
        cmocka_unit_test_setup_teardown(the_settings_say_when, setup, teardown),
        cmocka_unit_test_setup_teardown(how_full_the_box_is_stays_said, setup, teardown),
        cmocka_unit_test_setup_teardown(a_change_of_the_clocks_asks_once, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_wrong_look_is_survived, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
