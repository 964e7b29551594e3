/* The days of a calendar of others, friendly and not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/calendar/days.h"

static int compare_days(const void *a, const void *b)
{
    day_number left = *(const day_number *)a;
    day_number right = *(const day_number *)b;
    return left < right ? -1 : left > right;
}

static char *calendar_of(struct arena *arena, const char *lines)
{
    return arena_format(arena,
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
                        "UID:a\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                        lines);
}

/* The days up to 2030 in order, none twice, with blanks between them. */
static const char *days_in(struct arena *arena, const char *text)
{
    struct error err;
    struct buffer said = {0};
    char day[DAY_TEXT_SIZE];
    day_number *days;
    size_t count;
    if (!calendar_days(arena, text, &days, &count, &err)) {
        return arena_string(arena, err.text);
    }
    if (count > 0) {
        qsort(days, count, sizeof *days, compare_days);
    }
    for (size_t i = 0; i < count && days[i] < day_of(2030, 1, 1); i++) {
        if (i == 0 || days[i] != days[i - 1]) {
            buffer_add_format(&said, "%s%s", i > 0 ? " " : "", day_format(days[i], day));
        }
    }
    const char *copy = arena_string(arena, buffer_string(&said));
    buffer_free(&said);
    return copy;
}

static void days_of_an_event(void **state)
{
    static const char *const rows[][2] = {
        {"DTSTART;VALUE=DATE:20261225", "2026-12-25"},
        {"DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227",
         "2026-12-25 2026-12-26"},
        {"DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261225", "2026-12-25"},
        {"DTSTART;VALUE=DATE:20261225\r\nDURATION:P2D", "2026-12-25 2026-12-26"},
        {"DTSTART;VALUE=DATE:20280229\r\nRRULE:FREQ=YEARLY", "2028-02-29"},
        {"DTSTART;VALUE=DATE:20271025\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1MO",
         "2027-10-25 2028-10-30 2029-10-29"},
        {"DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY\r\n"
         "EXDATE;VALUE=DATE:20280101",
         "2027-01-01 2029-01-01"},
        {"DTSTART;VALUE=DATE:20270101\r\nRDATE;VALUE=DATE:20270501",
         "2027-01-01 2027-05-01"},
        {"DTSTART:20261225T090000Z", ""},
        {"DTSTART;TZID=Nowhere/Land:20261225T090000", ""},
        {"DTSTART;VALUE=DATE:20261225\r\nSTATUS:CANCELLED", ""},
        {"DTSTART;VALUE=DATE:20260230", ""},
        {"DTSTART;VALUE=DATE:19011225", ""},
        {"SUMMARY:no day at all", ""},
        /* More than once a day is no rule of days. */
        {"DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=SECONDLY", "2027-01-01"},
        {"DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
         "2027-01-01"},
        {"DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=DAILY;BYHOUR=1,2;COUNT=3",
         "2027-01-01"},
    };
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(days_in(arena, calendar_of(arena, rows[i][0])), rows[i][1]);
    }
    arena_destroy(arena);
}

static void what_is_no_calendar_is_said(void **state)
{
    static const char *const texts[] = {"", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n",
                                        "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "\xff\xfe"};
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_string_equal(days_in(arena, texts[i]), "it is no calendar (.ics)");
    }
    arena_destroy(arena);
}

static void without_end_is_bounded(void **state)
{
    static const char *const rows[] = {
        "DTSTART;VALUE=DATE:19900101\r\nRRULE:FREQ=DAILY",
        "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY;COUNT=1000000",
        "DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:99991231",
    };
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(days_in(arena, calendar_of(arena, rows[i])),
                            "it names more than 40000 days");
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_an_event),
        cmocka_unit_test(what_is_no_calendar_is_said),
        cmocka_unit_test(without_end_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
