/* The bytes of calendars. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"
#include "written.h"

#define ID "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11"

static struct wall at(int year, int month, int mday, int hour, int minute)
{
    return (struct wall){day_of(year, month, mday), hour * 60 + minute};
}

static struct wall all_day(int year, int month, int mday)
{
    return (struct wall){day_of(year, month, mday), MINUTE_NONE};
}

static void assert_has(const char *calendar, const char *part)
{
    if (strstr(calendar, part) == NULL) {
        fail_msg("\"%s\" is not in:\n%s", part, calendar);
    }
}

static void assert_lacks(const char *calendar, const char *part)
{
    if (strstr(calendar, part) != NULL) {
        fail_msg("\"%s\" is in:\n%s", part, calendar);
    }
}

/* RFC 5545 3.1: CRLF, at most 75 octets, no character broken. */
static void assert_lines_are_right(const char *calendar)
{
    while (*calendar != '\0') {
        size_t length = strcspn(calendar, "\r\n");
        assert_in_range(length, 1, 75);
        assert_true(text_is_utf8(calendar, length));
        assert_memory_equal(calendar + length, "\r\n", 2);
        calendar += length + 2;
    }
}

static void one_event_whole(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 3, 26, 9, 0), "Europe/Berlin");
    reminder.description = "Next step: offer 4711\nPhone: +49 30 1234567";
    reminder.link = "https://acme.example/";
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_string_equal(calendar,
                        "BEGIN:VCALENDAR\r\n"
                        "VERSION:2.0\r\n"
                        "PRODID:-//touchbase//touchbase 1.0//EN\r\n"
                        "CALSCALE:GREGORIAN\r\n"
                        "BEGIN:VTIMEZONE\r\n"
                        "TZID:Europe/Berlin\r\n"
                        "BEGIN:DAYLIGHT\r\n"
                        "TZNAME:CEST\r\n"
                        "TZOFFSETFROM:+0100\r\n"
                        "TZOFFSETTO:+0200\r\n"
                        "DTSTART:20260329T020000\r\n"
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n"
                        "END:DAYLIGHT\r\n"
                        "BEGIN:STANDARD\r\n"
                        "TZNAME:CET\r\n"
                        "TZOFFSETFROM:+0200\r\n"
                        "TZOFFSETTO:+0100\r\n"
                        "DTSTART:20261025T030000\r\n"
                        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"
                        "END:STANDARD\r\n"
                        "END:VTIMEZONE\r\n"
                        "BEGIN:VEVENT\r\n"
                        "UID:" ID "\r\n"
                        "DTSTAMP:20260921T141320Z\r\n"
                        "CREATED:20260528T202640Z\r\n"
                        "LAST-MODIFIED:20260921T141320Z\r\n"
                        "SEQUENCE:3\r\n"
                        "SUMMARY:Call Dana\r\n"
                        "DTSTART;TZID=Europe/Berlin:20270326T090000\r\n"
                        "DTEND;TZID=Europe/Berlin:20270326T091500\r\n"
                        "TRANSP:TRANSPARENT\r\n"
                        "STATUS:CONFIRMED\r\n"
                        "DESCRIPTION:Next step: offer 4711\\nPhone: +49 30 1234567\r\n"
                        "CATEGORIES:touchbase\r\n"
                        "CLASS:PRIVATE\r\n"
                        "URL:https://acme.example/\r\n"
                        "BEGIN:VALARM\r\n"
                        "ACTION:DISPLAY\r\n"
                        "TRIGGER:-PT15M\r\n"
                        "DESCRIPTION:Call Dana\r\n"
                        "END:VALARM\r\n"
                        "END:VEVENT\r\n"
                        "END:VCALENDAR\r\n");
    free(calendar);
}

static void one_task_whole(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 3, 26, 9, 0), "Europe/Berlin");
    reminder.busy = true;
    char *calendar = written(CALENDAR_TASKS, &reminder, 1);
    assert_string_equal(calendar, "BEGIN:VCALENDAR\r\n"
                                  "VERSION:2.0\r\n"
                                  "PRODID:-//touchbase//touchbase 1.0//EN\r\n"
                                  "CALSCALE:GREGORIAN\r\n"
                                  "BEGIN:VTODO\r\n"
                                  "UID:" ID "-task\r\n"
                                  "DTSTAMP:20260921T141320Z\r\n"
                                  "CREATED:20260528T202640Z\r\n"
                                  "LAST-MODIFIED:20260921T141320Z\r\n"
                                  "SEQUENCE:3\r\n"
                                  "SUMMARY:Call Dana\r\n"
                                  "DUE:20270326T080000Z\r\n"
                                  "STATUS:NEEDS-ACTION\r\n"
                                  "PRIORITY:1\r\n"
                                  "CATEGORIES:touchbase\r\n"
                                  "CLASS:PRIVATE\r\n"
                                  "BEGIN:VALARM\r\n"
                                  "ACTION:DISPLAY\r\n"
                                  "TRIGGER;RELATED=END:-PT15M\r\n"
                                  "DESCRIPTION:Call Dana\r\n"
                                  "END:VALARM\r\n"
                                  "END:VTODO\r\n"
                                  "END:VCALENDAR\r\n");
    free(calendar);
}

static void a_day_alone(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, all_day(2027, 12, 31), NULL);
    char *events = written(CALENDAR_EVENTS, &reminder, 1);
    char *tasks = written(CALENDAR_TASKS, &reminder, 1);
    assert_has(events, "DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n");
    assert_has(events, "TRIGGER:-PT15H\r\n");
    assert_lacks(events, "VTIMEZONE");
    assert_has(tasks, "DUE;VALUE=DATE:20271231\r\n");
    assert_lacks(tasks, "VALARM");
    free(events);
    free(tasks);
}

struct time_case {
    const char *zone;
    struct wall due;
    const char *expected;
};

static void times_and_zones(void **state)
{
    (void)state;
    const struct time_case cases[] = {
        {"America/New_York", at(2027, 1, 6, 23, 50),
         "DTSTART;TZID=America/New_York:20270106T235000\r\n"
         "DTEND;TZID=America/New_York:20270107T000500\r\n"},
        {"Australia/Lord_Howe", at(2027, 1, 6, 9, 0),
         "DTSTART;TZID=Australia/Lord_Howe:20270106T090000\r\n"},
        {"Asia/Kolkata", at(2027, 1, 6, 9, 0),
         "DTSTART;TZID=Asia/Kolkata:20270106T090000\r\n"},
        {"UTC", at(2027, 1, 6, 9, 0),
         "DTSTART:20270106T090000Z\r\nDTEND:20270106T091500Z\r\n"},
        {"Etc/UTC", at(2027, 1, 6, 9, 0), "DTSTART:20270106T090000Z\r\n"},
        {NULL, at(2027, 1, 6, 9, 0), "DTSTART:20270106T090000Z\r\n"},
        {"Nowhere/Land", at(2027, 1, 6, 9, 0), "DTSTART:20270106T090000Z\r\n"},
        {"../../etc/passwd", at(2027, 1, 6, 9, 0), "DTSTART:20270106T090000Z\r\n"},
        /* The gap: the offset before it counts; the overlap: the first of the two. */
        {"Europe/Berlin", at(2027, 3, 28, 2, 30), "DTSTART:20270328T013000Z\r\n"},
        {"Europe/Berlin", at(2027, 10, 31, 2, 30), "DTSTART:20271031T003000Z\r\n"},
        {"America/New_York", at(2027, 3, 14, 2, 30), "DTSTART:20270314T073000Z\r\n"},
        {"America/New_York", at(2027, 11, 7, 1, 30), "DTSTART:20271107T053000Z\r\n"},
        /* It would end within the gap. */
        {"Europe/Berlin", at(2027, 3, 28, 1, 50), "DTSTART:20270328T005000Z\r\n"},
        {"Europe/Berlin", at(2027, 3, 28, 1, 40),
         "DTSTART;TZID=Europe/Berlin:20270328T014000"},
        {"Europe/Berlin", at(2027, 3, 28, 3, 0),
         "DTSTART;TZID=Europe/Berlin:20270328T030000"},
        /* No two yearly rules tell this. */
        {"Asia/Jerusalem", at(2027, 7, 6, 9, 0), "DTSTART:20270706T060000Z\r\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reminder reminder = reminder_at(ID, cases[i].due, cases[i].zone);
        char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
        assert_has(calendar, cases[i].expected);
        bool zoned = strstr(calendar, "DTSTART;TZID") != NULL;
        bool told = strstr(calendar, "BEGIN:VTIMEZONE") != NULL;
        assert_true(told || !zoned);
        assert_lines_are_right(calendar);
        free(calendar);
    }
}

static void alarms(void **state)
{
    (void)state;
    static const struct {
        int minutes;
        const char *expected;
    } cases[] = {{0, "TRIGGER:PT0S\r\n"},      {5, "TRIGGER:-PT5M\r\n"},
                 {60, "TRIGGER:-PT1H\r\n"},    {90, "TRIGGER:-PT1H30M\r\n"},
                 {1440, "TRIGGER:-PT24H\r\n"}, {-10, "TRIGGER:PT0S\r\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
        reminder.alarm_minutes = cases[i].minutes;
        char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
        assert_has(calendar, cases[i].expected);
        free(calendar);
    }
}

static void text_is_escaped_and_folded(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
    struct buffer text = {0};
    for (int i = 0; i < 200; i++) {
        buffer_add_string(&text, "\xe6\xbc\xa2\xf0\x9f\x98\x80\xc3\xbc");
    }
    reminder.title = "a, b; c\\d\ne\x01\x1b";
    reminder.description = buffer_string(&text);
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_has(calendar, "SUMMARY:a\\, b\\; c\\\\d e\r\n");
    assert_lines_are_right(calendar);
    free(calendar);
    buffer_free(&text);
}

static void descriptions_end_somewhere(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
    char *text = malloc(20000);
    memset(text, 'x', 19999);
    text[19999] = '\0';
    reminder.description = text;
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_in_range(strlen(calendar), 4000, 6000);
    assert_has(calendar, "x...\r\n");
    free(calendar);
    free(text);
}

static void hostile_text_adds_no_property(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
    reminder.title = "x\r\nATTENDEE:mailto:a@b.example";
    reminder.description = "y\r\nORGANIZER:mailto:a@b.example\r\nEND:VEVENT\xff";
    reminder.link = "http://a.example/\r\nATTENDEE:mailto:a@b.example";
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_lacks(calendar, "\nATTENDEE");
    assert_lacks(calendar, "\nORGANIZER");
    assert_lacks(calendar, "\nURL");
    assert_lacks(calendar, "METHOD");
    assert_lines_are_right(calendar);
    free(calendar);
}

static void empty_text_is_no_property(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
    reminder.title = " \x01 ";
    reminder.description = "\n \n";
    reminder.link = "";
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_has(calendar, "SUMMARY:Reminder\r\n");
    assert_lacks(calendar, "URL");
    assert_has(calendar, "STATUS:CONFIRMED\r\nCATEGORIES");
    free(calendar);
}

static void promises_block_the_time(void **state)
{
    (void)state;
    struct reminder reminder = reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin");
    reminder.busy = true;
    char *calendar = written(CALENDAR_EVENTS, &reminder, 1);
    assert_has(calendar, "TRANSP:OPAQUE\r\n");
    free(calendar);
}

static void a_calendar_of_several_has_a_name(void **state)
{
    (void)state;
    struct reminder two[] = {
        reminder_at(ID, at(2027, 1, 6, 9, 0), "Europe/Berlin"),
        reminder_at("second", at(2026, 7, 6, 9, 0), "Europe/Berlin")};
    char *one = written(CALENDAR_EVENTS, two, 1);
    char *both = written(CALENDAR_EVENTS, two, 2);
    assert_lacks(one, "X-WR-CALNAME");
    assert_has(both, "X-WR-CALNAME:touchbase follow-ups\r\nBEGIN:VTIMEZONE");
    /* One zone, right from before the earlier of the two, which came second. */
    assert_has(both, "DTSTART:20250330T020000\r\n");
    assert_null(strstr(strstr(both, "BEGIN:VTIMEZONE") + 1, "BEGIN:VTIMEZONE"));
    free(one);
    free(both);
}

static void the_name_cannot_end_the_calendar(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    struct error err;
    FILE *out = open_memstream(&text, &length);
    struct calendar_options options = written_options(CALENDAR_EVENTS, true);
    options.name = "a,b;c\\d\nEND:VCALENDAR";
    struct calendar_writer *writer = calendar_begin(out, &options, &err);
    assert_non_null(writer);
    assert_true(calendar_end(writer, &err));
    (void)fclose(out);
    assert_has(text, "X-WR-CALNAME:a b c d END:VCALENDAR\r\nEND:VCALENDAR\r\n");
    free(text);
}

static void order_of_zones_makes_no_difference(void **state)
{
    (void)state;
    struct reminder forth[] = {
        reminder_at("a", at(2027, 1, 6, 9, 0), "Europe/Berlin"),
        reminder_at("b", at(2027, 1, 6, 9, 0), "Asia/Kolkata"),
        reminder_at("c", at(2027, 1, 6, 9, 0), "America/New_York")};
    struct reminder back[] = {forth[2], forth[1], forth[0]};
    char *one = written(CALENDAR_EVENTS, forth, 3);
    char *two = written(CALENDAR_EVENTS, back, 3);
    char *again = written(CALENDAR_EVENTS, forth, 3);
    size_t zones = (size_t)(strstr(one, "BEGIN:VEVENT") - one);
    assert_memory_equal(one, two, zones);
    assert_string_equal(one, again);
    free(one);
    free(two);
    free(again);
}

static void an_item_outside_what_was_announced_is_in_utc(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    struct error err;
    FILE *out = open_memstream(&text, &length);
    struct calendar_options options = written_options(CALENDAR_EVENTS, false);
    struct calendar_writer *writer = calendar_begin(out, &options, &err);
    struct reminder early = reminder_at("early", at(2020, 1, 6, 9, 0), "Europe/Berlin");
    struct reminder other = reminder_at("other", at(2027, 1, 6, 9, 0), "Asia/Kolkata");
    struct reminder good = reminder_at("good", at(2027, 1, 6, 9, 0), "Europe/Berlin");
    assert_true(calendar_zone(writer, "Europe/Berlin", good.due_utc, &err));
    assert_true(calendar_add(writer, &early, &err));
    assert_true(calendar_add(writer, &other, &err));
    assert_true(calendar_add(writer, &good, &err));
    assert_false(calendar_zone(writer, "Asia/Kolkata", good.due_utc, &err));
    assert_true(calendar_end(writer, &err));
    (void)fclose(out);
    assert_has(text, "DTSTART:20200106T080000Z\r\n");
    assert_has(text, "DTSTART:20270106T033000Z\r\n");
    assert_has(text, "DTSTART;TZID=Europe/Berlin:20270106T090000\r\n");
    free(text);
}

static void unusable_reminders_are_refused(void **state)
{
    (void)state;
    struct error err;
    FILE *out = tmpfile();
    struct calendar_options options = written_options(CALENDAR_EVENTS, false);
    struct calendar_writer *writer = calendar_begin(out, &options, &err);
    struct reminder reminder = reminder_at("a b", at(2027, 1, 6, 9, 0), NULL);
    assert_false(calendar_add(writer, &reminder, &err));
    reminder.uid = NULL;
    assert_false(calendar_add(writer, &reminder, &err));
    reminder = reminder_at(ID, (struct wall){DAY_NONE, MINUTE_NONE}, NULL);
    assert_false(calendar_add(writer, &reminder, &err));
    reminder = reminder_at(ID, all_day(9999, 12, 31), NULL);
    assert_false(calendar_add(writer, &reminder, &err));
    reminder = reminder_at(ID, all_day(9999, 12, 30), NULL);
    assert_true(calendar_add(writer, &reminder, &err));
    calendar_cancel(writer);
    calendar_cancel(NULL);
    (void)fclose(out);
}

static void a_full_disk_is_an_error(void **state)
{
    (void)state;
    struct error err;
    FILE *out = fopen("/dev/full", "w");
    assert_non_null(out);
    (void)setvbuf(out, NULL, _IONBF, 0);
    struct calendar_options options = written_options(CALENDAR_EVENTS, false);
    assert_null(calendar_begin(out, &options, &err));
    assert_non_null(strstr(err.text, "cannot write the calendar"));
    (void)fclose(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_event_whole),
        cmocka_unit_test(one_task_whole),
        cmocka_unit_test(a_day_alone),
        cmocka_unit_test(times_and_zones),
        cmocka_unit_test(alarms),
        cmocka_unit_test(text_is_escaped_and_folded),
        cmocka_unit_test(descriptions_end_somewhere),
        cmocka_unit_test(hostile_text_adds_no_property),
        cmocka_unit_test(empty_text_is_no_property),
        cmocka_unit_test(promises_block_the_time),
        cmocka_unit_test(a_calendar_of_several_has_a_name),
        cmocka_unit_test(the_name_cannot_end_the_calendar),
        cmocka_unit_test(order_of_zones_makes_no_difference),
        cmocka_unit_test(an_item_outside_what_was_announced_is_in_utc),
        cmocka_unit_test(unusable_reminders_are_refused),
        cmocka_unit_test(a_full_disk_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
