/* What others added to an item stays when the desk writes it again (calendar/item.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/arena.h"
#include "touchbase/calendar/item.h"

static char *written(struct arena *arena, const struct reminder *reminder,
                     enum calendar_kind kind, const char *there)
{
    const struct calendar_options options = {.kind = kind, .product = "-//t//t 1//EN"};
    struct error err = {0};
    size_t length;
    char *text = calendar_item_text(&options, reminder, &length, &err);
    char *merged, *copy;
    if (text == NULL) {
        fail_msg("%s", err.text);
    }
    merged = calendar_item_merge(text, there, &err);
    if (merged == NULL) {
        fail_msg("%s", err.text);
    }
    copy = arena_string(arena, merged);
    free(text);
    free(merged);
    return copy;
}

static struct reminder planned(const char *title, const char *description)
{
    return (struct reminder){.uid = "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11",
                             .sequence = 1,
                             .title = title,
                             .description = description,
                             .due = {20000, 9 * 60},
                             .due_utc = INT64_C(20000) * 86400 + 9 * 3600,
                             .alarm_minutes = 15};
}

/* text with every line break unfolded, and old once replaced by new. */
static char *changed(struct arena *arena, const char *text, const char *old,
                     const char *new)
{
    const char *at = strstr(text, old);
    if (at == NULL) {
        fail_msg("no %s in %s", old, text);
    }
    return arena_format(arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static size_t times(const char *text, const char *word)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, word)) != NULL; at += strlen(word)) {
        count++;
    }
    return count;
}

struct row {
    const char *old, *new; /* what another program did to the item */
    const char *word;      /* what is to be in the next one, ... */
    size_t count;          /* ... so many times */
};

static const struct row rows[] = {
    {"STATUS:", "X-APPLE-TRAVEL:PT1H\r\nSTATUS:", "X-APPLE-TRAVEL:PT1H\r\n", 1},
    {"STATUS:", "X-NOTE:a\\, b\\;c\r\nSTATUS:", "X-NOTE:a\\, b\\;c\r\n", 1},
    {"STATUS:", "LOCATION:Room 4\\, left\r\nSTATUS:", "LOCATION:Room 4\\, left\r\n", 1},
    {"STATUS:", "CATEGORIES:work\r\nSTATUS:", "CATEGORIES:work\r\n", 1},
    {"CATEGORIES:touchbase", "CATEGORIES:touchbase,work", "work", 1},
    {"CATEGORIES:touchbase", "CATEGORIES:touchbase,work", "touchbase", 1},
    {"STATUS:", "URL:https://mine.example/\r\nSTATUS:", "URL:https://mine.example/", 1},
    {"SUMMARY:Call Dana", "SUMMARY:Ring her", "Ring her", 0},
    {"STATUS:", "X-LIC-ERROR:no\r\nSTATUS:", "X-LIC-ERROR", 0},
    /* lines */
    {"About: offer", "About: offer\\nbring the sample", "bring the sample", 1},
    {"DESCRIPTION:Dana", "DESCRIPTION:ask for Jo\\nDana", "ask for Jo", 1},
    {"About: offer", "About: offer\\n", "\\n\\n", 0},
    {"About: offer", "About: offer", "About: offer", 0},
    {"About: offer", "About: offer", "About: price", 1},
    {"About: offer", "About: offer", "Dana\\n", 1},
    /* alarms */
    {"END:VALARM\r\n",
     "END:VALARM\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT3H\r\n"
     "END:VALARM\r\n",
     "BEGIN:VALARM", 2},
    {"-PT15M", "-PT2H", "-PT2H", 1},
    {"-PT15M", "-PT2H", "BEGIN:VALARM", 1},
    {"STATUS:", "STATUS:", "BEGIN:VALARM", 1},
};

static void what_others_added_stays(void **state)
{
    struct arena *arena = arena_create();
    const struct reminder first = planned("Call Dana", "Dana\nAbout: offer");
    const struct reminder second = planned("Call Dana", "Dana\nAbout: price");
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (int kind = CALENDAR_EVENTS; kind <= CALENDAR_TASKS; kind++) {
            char *text = written(arena, &first, (enum calendar_kind)kind, NULL);
            text = changed(arena, text, rows[i].old, rows[i].new);
            text = written(arena, &second, (enum calendar_kind)kind, text);
            text = written(arena, &second, (enum calendar_kind)kind, text);
            if (times(text, rows[i].word) != rows[i].count) {
                fail_msg("row %zu: %s is not there %zu times:\n%s", i, rows[i].word,
                         rows[i].count, text);
            }
        }
    }
    arena_destroy(arena);
}

static void an_alarm_taken_away_stays_away(void **state)
{
    struct arena *arena = arena_create();
    const struct reminder reminder = planned("Call Dana", "Dana");
    char *text = written(arena, &reminder, CALENDAR_EVENTS, NULL);
    const char *begin = strstr(text, "BEGIN:VALARM");
    const char *end = strstr(text, "END:VEVENT");
    (void)state;
    text = arena_format(arena, "%.*s%s", (int)(begin - text), text, end);
    text = written(arena, &reminder, CALENDAR_EVENTS, text);
    text = written(arena, &reminder, CALENDAR_EVENTS, text);
    assert_null(strstr(text, "VALARM"));
    arena_destroy(arena);
}

/* Of an item that an older touchbase wrote the lines and the alarm are taken for its own.
 */
static void without_a_mark_properties_stay(void **state)
{
    static const char there[] =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
        "UID:6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11\r\nDTSTART:20240101T090000Z\r\n"
        "SUMMARY:Call\r\nDESCRIPTION:About: an old matter\r\nLOCATION:Room 4\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:Call\r\n"
        "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    struct arena *arena = arena_create();
    const struct reminder reminder = planned("Call Dana", "Dana");
    char *text = written(arena, &reminder, CALENDAR_EVENTS, there);
    (void)state;
    assert_int_equal(times(text, "LOCATION:Room 4"), 1);
    assert_int_equal(times(text, "an old matter"), 0);
    assert_int_equal(times(text, "BEGIN:VALARM"), 1);
    arena_destroy(arena);
}

static void what_is_no_such_item_adds_nothing(void **state)
{
    static const char *const others[] = {
        "",
        "nonsense",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:another\r\nLOCATION:x\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11\r\n"
        "LOCATION:x\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:x\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n",
    };
    struct arena *arena = arena_create();
    const struct reminder reminder = planned("Call Dana", NULL);
    const char *plain = written(arena, &reminder, CALENDAR_EVENTS, NULL);
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_string_equal(written(arena, &reminder, CALENDAR_EVENTS, others[i]), plain);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_others_added_stays),
        cmocka_unit_test(an_alarm_taken_away_stays_away),
        cmocka_unit_test(without_a_mark_properties_stay),
        cmocka_unit_test(what_is_no_such_item_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
