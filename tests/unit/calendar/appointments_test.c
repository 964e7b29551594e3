/* The appointments in a calendar of others, friendly and not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/calendar/appointments.h"

/* Monday 2 March 2026, 09:00 in Toronto. */
enum { NOW = 1772460000 };

static const char *read_of(struct arena *arena, const char *text,
                           struct appointment **appointments, size_t *count)
{
    struct error err = {0};
    struct zone *here = zone_open("America/Toronto", &err);
    assert_non_null(here);
    *count = 0;
    bool good = calendar_appointments(arena, text, here, NOW, appointments, count, &err);
    zone_close(here);
    return good ? NULL : arena_string(arena, err.text);
}

static char *calendar_of(struct arena *arena, const char *components)
{
    return arena_format(arena,
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%s"
                        "END:VCALENDAR\r\n",
                        components);
}

static char *event_of(struct arena *arena, const char *lines)
{
    return arena_format(arena, "BEGIN:VEVENT\r\nUID:a\r\n%s\r\nEND:VEVENT\r\n", lines);
}

/* "2026-03-10 10:00 America/Toronto", marks behind it; one a line, or the error. */
static const char *times_in(struct arena *arena, const char *text)
{
    static const char *const states[] = {"", " cancelled", " done"};
    struct appointment *appointments;
    size_t count;
    const char *wrong = read_of(arena, text, &appointments, &count);
    const char *said = "";
    for (size_t i = 0; wrong == NULL && i < count; i++) {
        const struct appointment *one = &appointments[i];
        char when[WALL_TEXT_SIZE];
        said = arena_format(
            arena, "%s%s%s%s%s%s%s%s%s", said, i > 0 ? "\n" : "",
            one->when.day == DAY_NONE ? "no day" : wall_format(one->when, when),
            one->zone != NULL ? " " : "", one->zone != NULL ? one->zone : "",
            states[one->state], one->over ? " over" : "",
            one->astray != NULL ? " astray " : "",
            one->astray != NULL ? one->astray : "");
    }
    return wrong != NULL ? wrong : said;
}

static void hours_are_told_by_their_zone(void **state)
{
    static const char brought[] =
        "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\n"
        "DTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
        "DTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    static const char wild[] =
        "BEGIN:VTIMEZONE\r\nTZID:Wild\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\n"
        "END:STANDARD\r\nEND:VTIMEZONE\r\n";
    static const char *const rows[][3] = {
        {"", "DTSTART;VALUE=DATE:20260310", "2026-03-10"},
        {"", "DTSTART:20260310T140000Z", "2026-03-10 10:00 America/Toronto"},
        {"", "DTSTART:20260310T100000", "2026-03-10 10:00 America/Toronto"},
        {"", "DTSTART;TZID=Europe/Berlin:20260310T100000",
         "2026-03-10 10:00 Europe/Berlin"},
        {"",
         "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260310T100000",
         "2026-03-10 10:00 Europe/Berlin"},
        {"",
         "DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires:"
         "20260310T100000",
         "2026-03-10 10:00 America/Argentina/Buenos_Aires"},
        {brought, "DTSTART;TZID=W. Europe Standard Time:20260310T100000",
         "2026-03-10 05:00 America/Toronto"},
        {brought, "DTSTART;TZID=W. Europe Standard Time:20260410T100000",
         "2026-04-10 04:00 America/Toronto"},
        {"", "DTSTART;TZID=Nowhere/Land:20260310T100000",
         "2026-03-10 10:00 America/Toronto astray Nowhere/Land"},
        {wild, "DTSTART;TZID=Wild:20260310T100000",
         "2026-03-10 10:00 America/Toronto astray Wild"},
        {"", "DTSTART;TZID=../../etc/passwd:20260310T100000",
         "2026-03-10 10:00 America/Toronto astray ../../etc/passwd"},
        /* The hour that a change skips. */
        {"", "DTSTART;TZID=America/Toronto:20260308T023000",
         "2026-03-08 03:30 America/Toronto"},
        {"", "DTSTART:20260302T083000", "2026-03-02 08:30 America/Toronto over"},
        {"", "DTSTART;VALUE=DATE:20260301", "2026-03-01 over"},
        {"", "DTSTART;VALUE=DATE:20260302", "2026-03-02"},
        {"", "DTSTART:20260310T140000Z\r\nSTATUS:CANCELLED",
         "2026-03-10 10:00 America/Toronto cancelled"},
        {"", "DTSTART:20260230T140000Z", ""},
        {"", "DTSTART:20260310T990000Z", ""},
        {"", "SUMMARY:no time", ""},
        {"", "EXDATE:20260310T140000Z\r\nRRULE:FREQ=DAILY", ""},
    };
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *components =
            arena_format(arena, "%s%s", rows[i][0], event_of(arena, rows[i][1]));
        assert_string_equal(times_in(arena, calendar_of(arena, components)), rows[i][2]);
    }
    arena_destroy(arena);
}

static void a_series_stands_at_its_next(void **state)
{
#define WEEKLY "DTSTART;TZID=America/Toronto:20251006T100000\r\nRRULE:FREQ=WEEKLY"
    static const char *const rows[][2] = {
        {WEEKLY, "2026-03-02 10:00 America/Toronto"},
        {WEEKLY ";UNTIL=20260223T150000Z", "2025-10-06 10:00 America/Toronto over"},
        {WEEKLY ";UNTIL=20260302T150000Z", "2026-03-02 10:00 America/Toronto"},
        {WEEKLY ";COUNT=3", "2025-10-06 10:00 America/Toronto over"},
        {WEEKLY "\r\nEXDATE;TZID=America/Toronto:20260302T100000",
         "2026-03-09 10:00 America/Toronto"},
        {WEEKLY "\r\nEXDATE:20260302T150000Z", "2026-03-09 10:00 America/Toronto"},
        {WEEKLY ";COUNT=3\r\nRDATE;TZID=America/Toronto:20260401T120000",
         "2026-04-01 12:00 America/Toronto"},
        {WEEKLY "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                "RECURRENCE-ID;TZID=America/Toronto:20260302T100000\r\n"
                "DTSTART;TZID=America/Toronto:20260303T160000",
         "2026-03-03 16:00 America/Toronto"},
        {WEEKLY "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nSTATUS:CANCELLED\r\n"
                "RECURRENCE-ID;TZID=America/Toronto:20260302T100000\r\n"
                "DTSTART;TZID=America/Toronto:20260302T100000",
         "2026-03-09 10:00 America/Toronto"},
        {"DTSTART;VALUE=DATE:20201003\r\nRRULE:FREQ=YEARLY", "2026-10-03"},
        {"DTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=DAILY", "2026-03-02"},
        {"DTSTART;VALUE=DATE:19700101\r\nRRULE:FREQ=DAILY;COUNT=1000000", "2026-03-02"},
        {"DTSTART:19700101T000000Z\r\nRRULE:FREQ=SECONDLY",
         "1969-12-31 19:00 America/Toronto over"},
        {"DTSTART:19700101T000000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
         "1969-12-31 19:00 America/Toronto over"},
    };
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = calendar_of(arena, event_of(arena, rows[i][0]));
        assert_string_equal(times_in(arena, text), rows[i][1]);
    }
    arena_destroy(arena);
}

/* "rule from start zone, day: exceptions", or "-" for what cannot be followed. */
static const char *series_in(struct arena *arena, const char *components)
{
    struct appointment *list;
    size_t count;
    char text[WALL_TEXT_SIZE], day[DAY_TEXT_SIZE];
    assert_null(read_of(arena, calendar_of(arena, components), &list, &count));
    assert_int_equal(count, 1);
    if (list[0].series.start.day == DAY_NONE) {
        return "-";
    }
    const char *said = arena_format(
        arena, "%s from %s %s, %s", list[0].rule, wall_format(list[0].series.start, text),
        list[0].series.zone != NULL ? list[0].series.zone : "days",
        day_format(list[0].day, day));
    for (size_t i = 0; i < list[0].exception_count; i++) {
        const struct series_exception *exception = &list[0].exceptions[i];
        said = arena_format(
            arena, "%s%s %s>%s", said, i == 0 ? ":" : "", day_format(exception->day, day),
            exception->to.day == DAY_NONE ? "-" : wall_format(exception->to, text));
    }
    return said;
}

static void a_series_can_be_followed(void **state)
{
#define MOVED(day, lines)                                              \
    "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;TZID=America/Toronto:" day \
    "T100000\r\n" lines "\r\nEND:VEVENT\r\n"
#define FROM "FREQ=WEEKLY from 2025-10-06 10:00 America/Toronto, "
    static const char *const rows[][3] = {
        {WEEKLY, "", FROM "2026-03-02"},
        {WEEKLY ";UNTIL=20270104T150000Z", "",
         "FREQ=WEEKLY;UNTIL=20270104 from 2025-10-06 10:00 America/Toronto, 2026-03-02"},
        /* an hour short of that day's */
        {WEEKLY ";UNTIL=20270104T140000Z", "",
         "FREQ=WEEKLY;UNTIL=20270103 from 2025-10-06 10:00 America/Toronto, 2026-03-02"},
        {WEEKLY "\r\nEXDATE;TZID=America/Toronto:20260302T100000\r\n"
                "EXDATE:20260316T140000Z\r\nEXDATE;VALUE=DATE:20260323",
         "", FROM "2026-03-09: 2026-03-02>- 2026-03-16>- 2026-03-23>-"},
        {WEEKLY, MOVED("20260302", "DTSTART;TZID=America/Toronto:20260303T113000"),
         FROM "2026-03-02: 2026-03-02>2026-03-03 11:30"},
        {WEEKLY,
         MOVED("20260302", "DTSTART;TZID=America/Toronto:20260302T100000\r\n"
                           "STATUS:CANCELLED"),
         FROM "2026-03-09: 2026-03-02>-"},
        {"DTSTART:20260302T233000Z\r\nRRULE:FREQ=DAILY", "",
         "FREQ=DAILY from 2026-03-02 23:30 UTC, 2026-03-02"},
        {"DTSTART;VALUE=DATE:20260310\r\nRRULE:FREQ=YEARLY", "",
         "FREQ=YEARLY from 2026-03-10 days, 2026-03-10"},
        {WEEKLY "\r\nRDATE;TZID=America/Toronto:20260304T100000", "", "-"},
        {WEEKLY ";COUNT=3", "", "-"},
        {"DTSTART:20260310T140000Z", "", "-"},
        {"DTSTART:20260310T140000Z\r\nRRULE:FREQ=HOURLY", "", "-"},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *components =
            arena_format(arena, "%s%s", event_of(arena, rows[i][0]), rows[i][1]);
        assert_string_equal(series_in(arena, components), rows[i][2]);
    }
    arena_destroy(arena);
}

static void who_and_what_is_in_it(void **state)
{
    static const char text[] =
        "SUMMARY:Quarterly\\nreview\x01 \xff\r\nLOCATION:Room 4\\, Toronto\r\n"
        "DTSTART;VALUE=DATE:20260310\r\nRRULE:FREQ=WEEKLY;INTERVAL=2\r\n"
        "ORGANIZER;CN=Dana Whitfield:MAILTO:dana@northwind.example\r\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example\r\n"
        "ATTENDEE;CN=ana@brio.example:mailto:ana@brio.example\r\n"
        "ATTENDEE:mailto:bad address\r\nATTENDEE;CN=Jo:tel:+1\r\n";
    struct appointment *list;
    size_t count;
    (void)state;
    struct arena *arena = arena_create();
    assert_null(read_of(arena, calendar_of(arena, event_of(arena, text)), &list, &count));
    assert_int_equal(count, 1);
    assert_string_equal(list[0].title, "Quarterly review \xEF\xBF\xBD");
    assert_string_equal(list[0].place, "Room 4, Toronto");
    assert_string_equal(list[0].rule, "FREQ=WEEKLY;INTERVAL=2");
    assert_int_equal(list[0].people_count, 3);
    assert_string_equal(list[0].people[0].name, "Dana Whitfield");
    assert_string_equal(list[0].people[0].mail, "dana@northwind.example");
    assert_null(list[0].people[1].name);
    assert_string_equal(list[0].people[1].mail, "ana@brio.example");
    assert_string_equal(list[0].people[2].name, "Jo");
    assert_null(list[0].people[2].mail);
    arena_destroy(arena);
}

static void tasks_and_what_becomes_of_them(void **state)
{
    static const char *const rows[][2] = {
        {"DUE;VALUE=DATE:20260310", "2026-03-10"},
        {"DTSTART:20260310T140000Z\r\nDUE:20260311T140000Z",
         "2026-03-11 10:00 America/Toronto"},
        {"SUMMARY:some day", "no day"},
        {"DUE;VALUE=DATE:20260310\r\nSTATUS:COMPLETED", "2026-03-10 done"},
    };
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *task = arena_format(
            arena, "BEGIN:VTODO\r\nUID:a\r\n%s\r\nEND:VTODO\r\n", rows[i][0]);
        assert_string_equal(times_in(arena, calendar_of(arena, task)), rows[i][1]);
    }
    arena_destroy(arena);
}

static void one_uid_is_one_appointment(void **state)
{
    static const char twice[] =
        "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:2\r\nDTSTART;VALUE=DATE:20260312\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nDTSTART;VALUE=DATE:20260311\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20260102T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260310\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:b\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260309\r\nEND:VEVENT\r\n";
    static const char without[] =
        "BEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART;VALUE=DATE:20260310\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART;VALUE=DATE:20260310\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nSUMMARY:Dinner\r\nDTSTART;VALUE=DATE:20260310\r\nEND:VEVENT\r\n";
    static const char cancelled[] =
        "METHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20260310\r\n"
        "END:VEVENT\r\n";
    static const char answered[] =
        "METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20260310\r\n"
        "END:VEVENT\r\n";
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(times_in(arena, calendar_of(arena, twice)),
                        "2026-03-10\n2026-03-12");
    assert_string_equal(times_in(arena, calendar_of(arena, without)),
                        "2026-03-10\n2026-03-10");
    assert_string_equal(times_in(arena, calendar_of(arena, cancelled)),
                        "2026-03-10 cancelled");
    assert_string_equal(times_in(arena, calendar_of(arena, answered)),
                        "it holds neither an event nor a task");
    arena_destroy(arena);
}

static void what_is_none_is_said(void **state)
{
    static const char *const texts[] = {"", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n",
                                        "BEGIN:VEVENT\r\nEND:VEVENT\r\n", "\xff\xfe"};
    struct buffer many = {0};
    (void)state;
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_string_equal(times_in(arena, texts[i]), "it is no calendar (.ics)");
    }
    assert_string_equal(times_in(arena, calendar_of(arena, "")),
                        "it holds neither an event nor a task");
    for (int i = 0; i <= APPOINTMENTS_MAX; i++) {
        buffer_add_string(&many, "BEGIN:VEVENT\nEND:VEVENT\n");
    }
    assert_string_equal(times_in(arena, calendar_of(arena, buffer_string(&many))),
                        "it holds more than 20000 events and tasks");
    buffer_free(&many);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_are_told_by_their_zone),
        cmocka_unit_test(a_series_stands_at_its_next),
        cmocka_unit_test(a_series_can_be_followed),
        cmocka_unit_test(who_and_what_is_in_it),
        cmocka_unit_test(tasks_and_what_becomes_of_them),
        cmocka_unit_test(one_uid_is_one_appointment),
        cmocka_unit_test(what_is_none_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
