/* Pace, lateness and floor: rules 7, 8 and 9, by tests/tables/rules. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "plays_text.h"
#include "touch_text.h"
#include "touchbase/model/pace.h"
#include "touchbase/model/pace_strip.h"

enum { TODAY = 20523, DAY_SECONDS = 86400 }; /* 11 March 2026 */

/* The rules of somebody with these tags. */
static struct rules rules_of(struct arena *arena, const char *own, const char *tags)
{
    const char *names[TOUCH_TEXTS];
    struct plays plays;
    char word[64];
    size_t count = 0;

    plays_text(arena, own, &plays);
    while (word_next(&tags, word, sizeof word))
        names[count++] = arena_string(arena, word);
    return plays_rules(&plays, names, count);
}

static void the_pace(void **state)
{
    static const char *const warnings[] = {[PACE_FINE] = "-",
                                           [PACE_CALLS] = "calls",
                                           [PACE_TOUCHES] = "touches",
                                           [PACE_ATTEMPT] = "attempt"};
    struct table table;

    (void)state;
    for (table_open(&table, "rules/pace.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct touch others[TOUCH_TEXTS], planned = touch_text(cells[0].text, TODAY);
        struct rules rules = rules_of(table.arena, cells[3].text, cells[4].text);
        const char *found;

        planned.purpose = strcmp(cells[1].text, "-") != 0 ? cells[1].text : NULL;
        found = warnings[pace_check(&rules, others,
                                    touch_texts(cells[2].text, TODAY, others), &planned)];
        if (strcmp(found, cells[5].text) != 0)
            fail_msg("line %d: %s, not %s", table.line, found, cells[5].text);
    }
    assert_true(table.line > 70);
    table_close(&table);
}

/* "30d", or a second more with "30d+1". */
static int64_t seconds_text(const char *text)
{
    char *end;
    int64_t days = strtoll(text, &end, 10);

    assert_int_equal(*end, 'd');
    return days * DAY_SECONDS + strtoll(end + 1, NULL, 10);
}

static const char *floor_words(const struct rules *rules, const struct contact *contact)
{
    const int64_t now = (int64_t)TODAY * DAY_SECONDS;

    if (floor_cutoff(rules, contact->stage, now) == INT64_MIN)
        return "never";
    if (floor_left(rules, contact, now) < 0)
        return "quiet";
    return floor_is_near(rules, contact, now, TODAY) ? "soon" : "fine";
}

static void the_floor(void **state)
{
    struct table table;

    (void)state;
    for (table_open(&table, "rules/floor.tsv"); table_next(&table);) {
        const struct table_cell *cells = table.cells;
        struct rules rules = rules_default();
        char name[64];
        char *value;
        struct contact contact = {.stage = (enum stage)stage_from_name(cells[0].text)};
        const char *found;

        snprintf(name, sizeof name, "%s", cells[1].text);
        value = word_cut(name, '=');
        if (value != NULL)
            assert_int_equal(rules_set(&rules, name, value), RULES_SET);
        contact.floor_utc = (int64_t)TODAY * DAY_SECONDS - seconds_text(cells[2].text);
        contact.next_due = (struct wall){
            strcmp(cells[3].text, "-") == 0 ? INT32_MAX : TODAY + atoi(cells[3].text),
            MINUTE_NONE};
        found = floor_words(&rules, &contact);
        if (strcmp(found, cells[4].text) != 0)
            fail_msg("line %d: %s, not %s", table.line, found, cells[4].text);
    }
    assert_true(table.line > 30);
    table_close(&table);
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

/* Days and channels; what was dropped, lies before the days or ahead is no touch. */
static void the_strip_shows_days_and_channels(void **state)
{
    struct touch touches[TOUCH_TEXTS];
    size_t count = touch_texts("call card-2 fax-2 <email-4 call-6 call-7 visit+1 "
                               "call-3=dropped",
                               TODAY, touches);
    struct arena *arena = arena_create();
    (void)state;
    assert_string_equal(
        pace_strip(arena, touches, count, TODAY, 7),
        "7 days c.E.2.c  2 calls, 1 email, 1 card, 1 fax (capital: they reached you)");
    assert_string_equal(pace_strip(arena, touches, 3, TODAY - 2, 3),
                        "3 days ..2  1 card, 1 fax");
    assert_null(pace_strip(arena, touches, count, TODAY + 31, 7));
    assert_null(pace_strip(arena, NULL, 0, TODAY, 14));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pace),
        cmocka_unit_test(the_floor),
        cmocka_unit_test(a_day_alone_is_late_from_the_next_day_on),
        cmocka_unit_test(the_strip_shows_days_and_channels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
