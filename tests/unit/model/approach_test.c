/* When an approach has failed, and which comes next (rule 10). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "touchbase/model/approach.h"

/* A call of March 2026 with a message left. */
static struct touch left(int mday)
{
    return (struct touch){.channel = CHANNEL_CALL,
                          .outcome = OUTCOME_VOICEMAIL,
                          .due = {day_of(2026, 3, mday), MINUTE_NONE}};
}

static int unreturned(const struct touch *touches, size_t count, int mday)
{
    return approach_unreturned(touches, count, NULL, 0, day_of(2026, 3, mday),
                               (struct holidays){0});
}

/* Two whole working days must have gone by: Monday's message counts on Thursday, a
 * Thursday's on Tuesday. */
static void two_working_days_go_by(void **state)
{
    static const struct {
        int left;
        int today;
        int unreturned;
    } rows[] = {{2, 2, 0},  {2, 3, 0},  {2, 4, 0},  {2, 5, 1},  {5, 9, 0},
                {5, 10, 1}, {6, 10, 0}, {6, 11, 1}, {7, 11, 1}, {2, 31, 1}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct touch touches[] = {left(rows[i].left)};
        if (unreturned(touches, 1, rows[i].today) != rows[i].unreturned)
            fail_msg("left on %d, on %d", rows[i].left, rows[i].today);
    }
}

/* Days off and days away are none in which they could answer. */
static void days_away_and_off_do_not_count(void **state)
{
    const struct touch touches[] = {left(2)};
    const struct away_days away[] = {{day_of(2026, 3, 3), day_of(2026, 3, 9)}};
    const struct away_days open[] = {{day_of(2026, 3, 4), DAY_NONE}};
    const day_number off[] = {day_of(2026, 3, 3), day_of(2026, 3, 4)};
    const struct holidays holidays = {off, 2};
    (void)state;
    assert_int_equal(approach_unreturned(touches, 1, away, 1, day_of(2026, 3, 10),
                                         (struct holidays){0}),
                     0);
    assert_int_equal(approach_unreturned(touches, 1, away, 1, day_of(2026, 3, 11),
                                         (struct holidays){0}),
                     1);
    assert_int_equal(approach_unreturned(touches, 1, open, 1, day_of(2026, 6, 1),
                                         (struct holidays){0}),
                     0);
    assert_int_equal(
        approach_unreturned(touches, 1, NULL, 0, day_of(2026, 3, 6), holidays), 0);
    assert_int_equal(
        approach_unreturned(touches, 1, NULL, 0, day_of(2026, 3, 7), holidays), 1);
}

/* Only what left a word counts, and only since they last answered. */
static void an_answer_ends_the_row(void **state)
{
    struct touch touches[] = {left(16), left(12), left(9), left(5), left(2)};
    (void)state;
    assert_int_equal(unreturned(touches, 5, 25), 5);
    touches[1].outcome = OUTCOME_BUSY;
    assert_int_equal(unreturned(touches, 5, 25), 4);
    touches[1].outcome = OUTCOME_NO_ANSWER;
    assert_int_equal(unreturned(touches, 5, 25), 4);
    touches[3].outcome = OUTCOME_REACHED;
    assert_int_equal(unreturned(touches, 5, 25), 2);
    touches[2].direction = DIRECTION_IN;
    assert_int_equal(unreturned(touches, 5, 25), 1);
    touches[0].cause = CAUSE_PLAY;
    assert_int_equal(unreturned(touches, 5, 25), 0);
}

static void each_touch_has_its_approach(void **state)
{
    static const struct {
        struct touch touch;
        bool brought;
        enum approach approach;
    } rows[] = {
        {{.channel = CHANNEL_CALL}, false, APPROACH_MESSAGE},
        {{.channel = CHANNEL_VOICEMAIL, .purpose = "offer"}, false, APPROACH_MESSAGE},
        {{.channel = CHANNEL_CALL, .purpose = "Reference Mike"},
         false,
         APPROACH_REFERENCE},
        {{.channel = CHANNEL_EMAIL, .purpose = "reference"}, true, APPROACH_REFERENCE},
        {{.channel = CHANNEL_CALL, .purpose = "advocate Mike"}, false, APPROACH_ADVOCATE},
        {{.channel = CHANNEL_CALL, .purpose = "Six ways"}, true, APPROACH_ITEM},
        {{.channel = CHANNEL_EMAIL, .purpose = "Six ways"}, true, APPROACH_ITEM},
        {{.channel = CHANNEL_EMAIL, .purpose = "offer"}, false, APPROACH_CHANNEL},
        {{.channel = CHANNEL_CARD}, false, APPROACH_CHANNEL},
        {{.channel = CHANNEL_VISIT}, false, APPROACH_VISIT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(approach_of(&rows[i].touch, rows[i].brought), rows[i].approach);
}

static void the_first_untried_that_can_be_made(void **state)
{
    const bool all[APPROACH_COUNT] = {true, true, true, true, true, true};
    const bool no_item[APPROACH_COUNT] = {true, true, true, false, true, true};
    bool tried[APPROACH_COUNT] = {true, false, true};
    enum approach next = APPROACH_COUNT;
    (void)state;
    assert_true(approach_next(BLOCKER_NONE, tried, all, &next));
    assert_int_equal(next, APPROACH_REFERENCE);
    tried[APPROACH_REFERENCE] = true;
    assert_true(approach_next(BLOCKER_NONE, tried, all, &next));
    assert_int_equal(next, APPROACH_ITEM);
    assert_true(approach_next(BLOCKER_NONE, tried, no_item, &next));
    assert_int_equal(next, APPROACH_CHANNEL);
    assert_false(approach_next(BLOCKER_NONE, all, all, &next));
}

/* The blocker says what comes first; what was tried, or cannot be made, is passed over.
 */
static void the_blocker_orders_the_approaches(void **state)
{
    const bool all[APPROACH_COUNT] = {true, true, true, true, true, true};
    static const struct {
        enum blocker blocker;
        enum approach first, second; /* the latter when the message, too, was tried */
    } rows[] = {
        {BLOCKER_NONE, APPROACH_MESSAGE, APPROACH_REFERENCE},
        {BLOCKER_BUSY, APPROACH_MESSAGE, APPROACH_CHANNEL},
        {BLOCKER_NO_ANSWER, APPROACH_ITEM, APPROACH_REFERENCE},
        {BLOCKER_THIRD_PARTY, APPROACH_REFERENCE, APPROACH_ADVOCATE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool tried[APPROACH_COUNT] = {false};
        enum approach next = APPROACH_COUNT;

        assert_true(approach_next(rows[i].blocker, tried, all, &next));
        assert_int_equal(next, rows[i].first);
        tried[APPROACH_MESSAGE] = tried[next] = true;
        assert_true(approach_next(rows[i].blocker, tried, all, &next));
        assert_int_equal(next, rows[i].second);
        for (int left = APPROACH_COUNT; left > 0; left--)
            if (approach_next(rows[i].blocker, tried, all, &next))
                tried[next] = true;
        assert_false(approach_next(rows[i].blocker, tried, all, &next));
        assert_memory_equal(tried, all, sizeof all);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_working_days_go_by),
        cmocka_unit_test(days_away_and_off_do_not_count),
        cmocka_unit_test(an_answer_ends_the_row),
        cmocka_unit_test(each_touch_has_its_approach),
        cmocka_unit_test(the_first_untried_that_can_be_made),
        cmocka_unit_test(the_blocker_orders_the_approaches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
