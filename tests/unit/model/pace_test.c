/* Pace, lateness and floor: rules 7, 8 and 9. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/model/pace.h"
#include "touchbase/model/pace_strip.h"

/* A touch on a day of March 2026. */
static struct touch on(int64_t id, enum channel channel, int mday)
{
    return (struct touch){
        .id = id, .channel = channel, .due = {day_of(2026, 3, mday), MINUTE_NONE}};
}

static enum pace_warning check(const struct touch *others, size_t count,
                               struct touch planned)
{
    struct rules rules = rules_default();
    return pace_check(&rules, others, count, &planned);
}

/* The same weekday next week is free, the day before it is not; in both directions. */
static void one_call_a_week(void **state)
{
    static const struct {
        int mday;
        enum pace_warning warning;
    } rows[] = {{4, PACE_FINE},   {5, PACE_CALLS}, {11, PACE_CALLS},
                {17, PACE_CALLS}, {18, PACE_FINE}, {25, PACE_FINE}};
    const struct touch others[] = {on(1, CHANNEL_CALL, 11)};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(check(others, 1, on(2, CHANNEL_CALL, rows[i].mday)),
                         rows[i].warning);
}

static void a_call_is_free_beside_other_channels(void **state)
{
    const struct touch others[] = {on(1, CHANNEL_EMAIL, 10), on(2, CHANNEL_LETTER, 11)};
    (void)state;
    assert_int_equal(check(others, 2, on(3, CHANNEL_CALL, 11)), PACE_FINE);
}

static void three_touches_in_seven_days(void **state)
{
    const struct touch others[] = {on(1, CHANNEL_EMAIL, 9), on(2, CHANNEL_EMAIL, 11),
                                   on(3, CHANNEL_FAX, 13)};
    (void)state;
    assert_int_equal(check(others, 2, on(4, CHANNEL_EMAIL, 12)), PACE_FINE);
    assert_int_equal(check(others, 3, on(4, CHANNEL_EMAIL, 12)), PACE_TOUCHES);
    assert_int_equal(check(others, 3, on(4, CHANNEL_EMAIL, 15)), PACE_TOUCHES);
    assert_int_equal(check(others, 3, on(4, CHANNEL_EMAIL, 16)), PACE_FINE);
    assert_int_equal(check(others, 3, on(4, CHANNEL_EMAIL, 7)), PACE_TOUCHES);
    assert_int_equal(check(others, 3, on(4, CHANNEL_EMAIL, 6)), PACE_FINE);
}

static void moving_a_touch_does_not_count_itself(void **state)
{
    const struct touch others[] = {on(1, CHANNEL_CALL, 11)};
    (void)state;
    assert_int_equal(check(others, 1, on(1, CHANNEL_CALL, 12)), PACE_FINE);
    assert_int_equal(check(others, 1, on(0, CHANNEL_CALL, 12)), PACE_CALLS);
}

static void the_pace_is_a_setting(void **state)
{
    const struct touch others[] = {on(1, CHANNEL_CALL, 11), on(2, CHANNEL_CALL, 12)};
    struct touch planned = on(3, CHANNEL_CALL, 13);
    struct rules rules = rules_default();
    (void)state;
    rules.pace_calls = 2;
    assert_int_equal(pace_check(&rules, others, 2, &planned), PACE_CALLS);
    rules.pace_calls = 3;
    assert_int_equal(pace_check(&rules, others, 2, &planned), PACE_FINE);
    rules.pace_calls = 1;
    rules.pace_call_days = 1;
    assert_int_equal(pace_check(&rules, others, 2, &planned), PACE_FINE);
}

/* Promises, calls they asked for, answers, cards and thank-yous never warn, and what is
 * inbound, dropped or bounced asked for nothing. */
static void only_what_asks_for_something_counts(void **state)
{
    static const struct {
        struct touch touch;
        bool counts;
    } rows[] = {
        {{.channel = CHANNEL_CALL}, true},
        {{.channel = CHANNEL_LETTER}, true},
        {{.channel = CHANNEL_CALL, .promise = true}, false},
        {{.channel = CHANNEL_CALL, .direction = DIRECTION_IN}, false},
        {{.channel = CHANNEL_CARD}, false},
        {{.channel = CHANNEL_POSTCARD}, false},
        {{.channel = CHANNEL_EMAIL, .cause = CAUSE_PLAY}, false},
        {{.channel = CHANNEL_MESSAGE, .cause = CAUSE_PLAY}, false},
        {{.channel = CHANNEL_CALL, .cause = CAUSE_PLAY}, true},
        {{.channel = CHANNEL_CALL, .cause = CAUSE_RETURN}, true},
        {{.channel = CHANNEL_LETTER, .purpose = "Thank you for the order"}, false},
        {{.channel = CHANNEL_CALL, .purpose = "they asked: delivery"}, false},
        {{.channel = CHANNEL_CALL, .purpose = "the"}, true},
        {{.channel = CHANNEL_CALL, .purpose = "ask Thanos"}, true},
        {{.channel = CHANNEL_CALL, .outcome = OUTCOME_DROPPED}, false},
        {{.channel = CHANNEL_EMAIL, .outcome = OUTCOME_BOUNCED}, false},
        {{.channel = CHANNEL_CALL, .outcome = OUTCOME_VOICEMAIL}, true},
    };
    const struct touch others[] = {on(1, CHANNEL_CALL, 11), on(2, CHANNEL_EMAIL, 11),
                                   on(3, CHANNEL_EMAIL, 11)};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct touch touch = rows[i].touch;
        touch.due = others[0].due;
        touch.id = 9;
        assert_int_equal(pace_counts(&touch), rows[i].counts);
        assert_int_equal(check(others, 3, touch) != PACE_FINE, rows[i].counts);
    }
}

/* Rule 9: busy and no answer are attempts, one a day. */
static void an_attempt_leaves_the_week_free_but_not_the_day(void **state)
{
    static const enum outcome attempts[] = {OUTCOME_BUSY, OUTCOME_NO_ANSWER,
                                            OUTCOME_WRONG_NUMBER, OUTCOME_MAILBOX_FULL,
                                            OUTCOME_AWAY};
    int found = 0;
    (void)state;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        struct touch others[] = {on(1, CHANNEL_CALL, 11)};
        others[0].outcome = attempts[i];
        assert_true(pace_is_attempt(&others[0]));
        assert_int_equal(check(others, 1, on(2, CHANNEL_CALL, 12)), PACE_FINE);
        assert_int_equal(check(others, 1, on(2, CHANNEL_CALL, 11)), PACE_ATTEMPT);
        assert_int_equal(check(others, 1, on(2, CHANNEL_EMAIL, 11)), PACE_FINE);
    }
    for (int i = 0; i < OUTCOME_COUNT; i++)
        found += pace_is_attempt(&(struct touch){.outcome = (enum outcome)i});
    assert_int_equal(found, sizeof attempts / sizeof *attempts);
}

static void a_day_alone_is_late_from_the_next_day_on(void **state)
{
    static const struct {
        int mday;
        int minute;
        bool late;
    } rows[] = {{10, MINUTE_NONE, true},  {11, MINUTE_NONE, false},
                {12, MINUTE_NONE, false}, {11, 9 * 60 - 1, true},
                {11, 9 * 60, false},      {11, 9 * 60 + 1, false},
                {10, 23 * 60 + 59, true}, {12, 0, false}};
    struct wall now = {day_of(2026, 3, 11), 9 * 60};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct wall due = {day_of(2026, 3, rows[i].mday), rows[i].minute};
        assert_int_equal(wall_is_late(due, now), rows[i].late);
    }
}

static void the_floor_is_by_stage(void **state)
{
    static const struct {
        enum stage stage;
        int days;
    } rows[] = {{STAGE_REST, 0},      {STAGE_LEAD, 30},  {STAGE_PROSPECT, 30},
                {STAGE_CUSTOMER, 90}, {STAGE_FORMER, 0}, {STAGE_NO, 0}};
    struct rules rules = rules_default();
    int64_t now = 1772442000;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t cutoff = floor_cutoff(&rules, rows[i].stage, now);
        assert_int_equal(floor_days(&rules, rows[i].stage), rows[i].days);
        assert_true(cutoff ==
                    (rows[i].days ? now - rows[i].days * INT64_C(86400) : INT64_MIN));
    }
    rules.floor_customer = 3650;
    assert_true(floor_cutoff(&rules, STAGE_CUSTOMER, now) == now - INT64_C(315360000));
}

/* Days and channels; what was dropped, lies before the days or ahead is no touch. */
static void the_strip_shows_days_and_channels(void **state)
{
    struct touch touches[] = {
        on(1, CHANNEL_CALL, 11),  on(2, CHANNEL_CARD, 9), on(3, CHANNEL_FAX, 9),
        on(4, CHANNEL_EMAIL, 7),  on(5, CHANNEL_CALL, 5), on(6, CHANNEL_CALL, 4),
        on(7, CHANNEL_VISIT, 12), on(8, CHANNEL_CALL, 8),
    };
    struct arena *arena = arena_create();
    (void)state;
    touches[3].direction = DIRECTION_IN;
    touches[7].outcome = OUTCOME_DROPPED;
    assert_string_equal(
        pace_strip(arena, touches, 8, day_of(2026, 3, 11), 7),
        "7 days c.E.2.c  2 calls, 1 email, 1 card, 1 fax (capital: they reached you)");
    assert_string_equal(pace_strip(arena, touches, 3, day_of(2026, 3, 9), 3),
                        "3 days ..2  1 card, 1 fax");
    assert_null(pace_strip(arena, touches, 8, day_of(2026, 4, 11), 7));
    assert_null(pace_strip(arena, NULL, 0, day_of(2026, 3, 11), 14));
    arena_destroy(arena);
}

/* Rule 8: from the first second of floor_soon days before it, while no touch comes first;
 * at the floor itself they are not quiet yet, a second later they are. */
static void the_floor_shows_before_it_is_reached(void **state)
{
    enum { DAY_SECONDS = 86400 };
    static const struct {
        int64_t silent; /* seconds */
        int next_in;    /* days until the next touch */
        int64_t left;
        bool near;
    } rows[] = {
        {22 * DAY_SECONDS, 100, 8 * DAY_SECONDS, false},
        {22 * DAY_SECONDS + 1, 100, 8 * DAY_SECONDS - 1, true},
        {23 * DAY_SECONDS, 100, 7 * DAY_SECONDS, true},
        {23 * DAY_SECONDS, 7, 7 * DAY_SECONDS, false},
        {23 * DAY_SECONDS, 8, 7 * DAY_SECONDS, true},
        {30 * DAY_SECONDS, 1, 0, true},
        {30 * DAY_SECONDS, 0, 0, false},
        {30 * DAY_SECONDS + 1, 1, -1, true},
    };
    const int64_t now = (int64_t)day_of(2026, 3, 11) * DAY_SECONDS;
    struct rules rules = rules_default();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        day_number today = day_of(2026, 3, 11);
        const struct contact contact = {
            .stage = STAGE_LEAD,
            .floor_utc = now - rows[i].silent,
            .next_due = {today + rows[i].next_in, MINUTE_NONE}};
        assert_int_equal(floor_left(&rules, &contact, now), rows[i].left);
        assert_int_equal(floor_is_near(&rules, &contact, now, today), rows[i].near);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_call_a_week),
        cmocka_unit_test(a_call_is_free_beside_other_channels),
        cmocka_unit_test(three_touches_in_seven_days),
        cmocka_unit_test(moving_a_touch_does_not_count_itself),
        cmocka_unit_test(the_pace_is_a_setting),
        cmocka_unit_test(only_what_asks_for_something_counts),
        cmocka_unit_test(an_attempt_leaves_the_week_free_but_not_the_day),
        cmocka_unit_test(the_floor_shows_before_it_is_reached),
        cmocka_unit_test(a_day_alone_is_late_from_the_next_day_on),
        cmocka_unit_test(the_floor_is_by_stage),
        cmocka_unit_test(the_strip_shows_days_and_channels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
