/* Plays with a trigger: what a file may say, every mistake with its line, and on which
 * day their touches fall. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/embedded.h"
#include "touchbase/model/event_play.h"

static bool read_own(struct arena *arena, const char *own, struct plays *out,
                     struct error *err)
{
    const struct embedded_file *file = embedded_find("plays.ini");
    struct ini base, top;
    assert_true(ini_parse(arena, "plays.ini", file->text, file->size, &base, err));
    assert_true(ini_parse(arena, "mine.ini", own, strlen(own), &top, err));
    return plays_read(arena, &base, &top, out, err);
}

static struct plays plays_with(struct arena *arena, const char *own)
{
    struct plays plays;
    struct error err = {0};
    if (!read_own(arena, own, &plays, &err))
        fail_msg("%s", err.text);
    return plays;
}

static void each_event_of_the_rules_has_a_play(void **state)
{
    static const enum trigger triggers[] = {TRIGGER_HAND, TRIGGER_MISSED, TRIGGER_WON,
                                            TRIGGER_DELIVERED, TRIGGER_QUIET};
    struct plays plays = plays_with(*state, "");
    for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
        bool found = false;
        for (size_t j = 0; j < plays.event_count; j++)
            found = found || (plays.events[j].trigger == triggers[i] &&
                              plays.events[j].touch_count > 0);
        if (!found)
            fail_msg("nothing is proposed on \"%s\"", trigger_name(triggers[i]));
    }
}

/* Rule 13: three items over four weeks by two channels, then an appointment is asked for.
 */
static void a_new_lead_gets_three_items_then_is_asked(void **state)
{
    struct plays plays = plays_with(*state, "");
    const struct event_play *play = event_play_named(&plays, "New Lead");
    bool channels[CHANNEL_COUNT] = {false};
    int items = 0, kinds = 0;
    assert_non_null(play);
    for (size_t i = 0; i < play->touch_count; i++) {
        items += play->touches[i].item;
        if (play->touches[i].item)
            channels[play->touches[i].channel] = true;
    }
    for (int i = 0; i < CHANNEL_COUNT; i++)
        kinds += channels[i];
    assert_int_equal(items, 3);
    assert_int_equal(kinds, 2);
    const struct play_touch *last = &play->touches[play->touch_count - 1];
    assert_false(last->item);
    assert_int_equal(last->after.count, 28);
    assert_non_null(strstr(last->purpose, "appointment"));
}

static void an_own_file_adds_and_overrides_by_name(void **state)
{
    struct plays plays =
        plays_with(*state, "[play fair]\ntrigger = hand\ntouch = call, today, the fair\n"
                           "opener = We met, {first}.\n[play won]\n"
                           "touch = letter, 2 weeks after back, +\n");
    const struct event_play *fair = event_play_named(&plays, "fair");
    const struct event_play *won = event_play_named(&plays, "won");
    assert_string_equal(fair->where, "mine.ini:4");
    assert_string_equal(fair->touches[0].opener, "We met, {first}.");
    assert_int_equal(won->trigger, TRIGGER_WON);
    assert_int_equal(won->touch_count, 1);
    assert_true(won->touches[0].item);
    assert_null(won->touches[0].purpose);
    assert_int_equal(won->touches[0].anchor, ANCHOR_BACK);
    assert_int_equal(won->touches[0].after.count, 14);
    assert_string_equal(event_play_named(&plays, "delivered")->where, "built in");
    assert_null(event_play_named(&plays, "unfair"));
}

static void an_empty_touch_takes_all_away(void **state)
{
    struct plays plays = plays_with(*state, "[play won]\ntouch =\n");
    assert_int_equal(event_play_named(&plays, "won")->touch_count, 0);
}

static void a_reason_is_a_trigger_too(void **state)
{
    struct plays plays = plays_with(*state, "[play tan]\ntrigger = vacation\n");
    assert_int_equal(event_play_named(&plays, "tan")->trigger, TRIGGER_ABSENCE);
    assert_int_equal(event_play_named(&plays, "tan")->reason, REASON_VACATION);
}

static const struct {
    const char *text;
    const char *says;
} mistakes[] = {
    {"[play fair]\ntouch = call, today, x\n", "mine.ini:2: there is no section"},
    {"[play fair]\ntrigger = noon\n", "mine.ini:2: trigger must be hand, left, came"},
    {"[play fair]\ntrigger =\n", "mine.ini:2: trigger must be"},
    {"[play won]\ntrigger = won\ntrigger = quiet\n", "mine.ini:3: trigger stands twice"},
    {"[play won]\ntouch = shout, today, x\n", "mine.ini:2: touch must be \"CHANNEL, WH"},
    {"[play won]\ntouch = call\n", "mine.ini:2: touch must be"},
    {"[play won]\ntouch = call, soon, x\n", "mine.ini:2: touch must be"},
    {"[play won]\ntouch = call, 2 days before back, x\n", "mine.ini:2: touch must be"},
    {"[play won]\ntouch = call, today, about {it}\n",
     "mine.ini:2: touch: there is no {i"},
    {"[play won]\nopener = Hello\n", "mine.ini:2: opener belongs to a touch"},
    {"[play won]\ntouch = call, today, x\nopener = {\n", "mine.ini:3: opener: a \"{\""},
    {"[play won]\nhold = yes\n", "mine.ini:2: there is no key \"hold\" in [play won]"},
};

static void every_mistake_is_named_with_its_line(void **state)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct plays plays;
        struct error err = {0};
        if (read_own(*state, mistakes[i].text, &plays, &err))
            fail_msg("taken: %s", mistakes[i].text);
        if (!strstr(err.text, mistakes[i].says))
            fail_msg("%s: %s", mistakes[i].text, err.text);
    }
}

static day_number day(const char *text)
{
    day_number number = DAY_NONE;
    if (*text)
        assert_true(day_parse(text, &number));
    return number;
}

/* Friday 27 March 2026 is the last working day before clocks go forward in Berlin; Good
 * Friday is 3 April, Easter Monday 6 April. */
static void touches_fall_on_their_days(void **state)
{
    static const struct {
        const char *line; /* of a touch */
        const char *today, *first, *back, *landing;
        const char *due;
    } rows[] = {
        {"call, today", "2026-03-27", "", "", "", "2026-03-27"},
        {"call, today", "2026-03-28", "", "", "", "2026-03-28"},
        {"call, 1 working day", "2026-03-27", "", "", "", "2026-03-30"},
        {"call, 1 day", "2026-03-27", "", "", "", "2026-03-30"},
        {"call, 7 days", "2026-03-27", "", "", "", "2026-04-07"},
        {"call, 1 working day", "2026-04-02", "", "", "", "2026-04-07"},
        {"call, 3 working days", "2026-04-01", "", "", "", "2026-04-08"},
        {"call, 4 weeks", "2026-03-09", "", "", "", "2026-04-07"},
        {"call, 1 week", "2026-10-23", "", "", "", "2026-10-30"},
        {"call, 2 working days after back", "2026-03-27", "", "2026-04-01", "",
         "2026-04-07"},
        {"card, 3 days after first day", "2026-03-27", "2026-03-30", "2026-04-01", "",
         "2026-04-02"},
        {"call, 2 days after back", "2026-03-27", "", "2026-03-10", "", "2026-03-27"},
        {"call, 1 working day after back", "2026-03-27", "", "", "", "2026-03-30"},
        {"call, today", "2026-03-27", "", "", "2026-04-08", "2026-04-08"},
        {"email, 2 days", "2026-03-27", "", "", "2026-04-08", "2026-04-08"},
        {"card, today", "2026-03-27", "", "", "2026-04-08", "2026-03-27"},
        {"call, 3 weeks", "2026-03-27", "", "", "2026-04-08", "2026-04-17"},
    };
    const day_number days[] = {day("2026-04-03"), day("2026-04-06")};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct plays plays = plays_with(
            *state, arena_format(*state, "[play won]\ntouch = %s, x\n", rows[i].line));
        const struct event event = {
            .today = day(rows[i].today),
            .first_day = day(rows[i].first),
            .back = day(rows[i].back),
            .landing = day(rows[i].landing),
            .holidays = {days, 2},
            .promised = {DAY_NONE, MINUTE_NONE},
        };
        char text[DAY_TEXT_SIZE];
        day_format(event_play_day(event_play_named(&plays, "won")->touches, &event),
                   text);
        if (strcmp(text, rows[i].due) != 0)
            fail_msg("row %zu, %s: %s", i, rows[i].line, text);
    }
}

static void wordings_name_what_was_promised(void **state)
{
    struct plays plays = plays_with(*state, "");
    const struct contact ana = {.name = "Ana Ruiz", .company = "Acme"};
    struct event event = {.contact = &ana,
                          .today = day("2026-03-27"),
                          .first_day = DAY_NONE,
                          .back = DAY_NONE,
                          .landing = DAY_NONE,
                          .promised = {DAY_NONE, MINUTE_NONE}};
    struct touch touch;
    const struct play_touch *made = event_play_named(&plays, "missed promise")->touches;
    event_play_fill(*state, made, &event, &touch);
    assert_string_equal(touch.purpose, "apology and a new time");
    assert_null(touch.opener);
    event.matter = "the offer";
    event.promised = (struct wall){day("2026-03-26"), 15 * 60};
    event_play_fill(*state, made, &event, &touch);
    assert_string_equal(touch.purpose, "apology and a new time: the offer");
    assert_non_null(strstr(touch.opener, "Ana, I said I would call on Thursday 26 March "
                                         "at 15:00"));
    assert_int_equal(touch.channel, CHANNEL_CALL);
    assert_int_equal(touch.due.day, event.today);
    assert_int_equal(touch.due.minute, MINUTE_NONE);
}

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

#define PLAY_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAY_TEST(each_event_of_the_rules_has_a_play),
        PLAY_TEST(a_new_lead_gets_three_items_then_is_asked),
        PLAY_TEST(an_own_file_adds_and_overrides_by_name),
        PLAY_TEST(an_empty_touch_takes_all_away),
        PLAY_TEST(a_reason_is_a_trigger_too),
        PLAY_TEST(every_mistake_is_named_with_its_line),
        PLAY_TEST(touches_fall_on_their_days),
        PLAY_TEST(wordings_name_what_was_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
