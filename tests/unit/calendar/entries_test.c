/* Events and tasks that other programs wrote, friendly and not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/calendar/entries.h"
#include "touchbase/calendar/item.h"
#include "written.h"

static char *calendar_of(struct arena *arena, const char *kind, const char *lines)
{
    return arena_format(arena,
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:%s\r\n"
                        "UID:a-1\r\n%s\r\nEND:%s\r\nEND:VCALENDAR\r\n",
                        kind, lines, kind);
}

/* What was understood of it, one line an item. */
static const char *told(struct arena *arena, const char *text)
{
    static const char *const states[] = {"", " done", " cancelled"};
    struct entry *entries;
    struct error err;
    size_t count;
    const char *said = "";
    char when[WALL_TEXT_SIZE];
    if (!calendar_entries(arena, text, &entries, &count, &err)) {
        return arena_string(arena, err.text);
    }
    for (size_t i = 0; i < count; i++) {
        const struct entry *entry = &entries[i];
        said = arena_format(arena, "%s%s%s '%s' %s%s%s%s", said, i > 0 ? "\n" : "",
                            entry->uid == NULL ? "-" : entry->uid, entry->title,
                            entry->when.day == DAY_NONE ? "no time"
                                                        : wall_format(entry->when, when),
                            entry->utc ? "Z" : "", states[entry->state],
                            entry->repeats ? " repeats" : "");
    }
    return said;
}

static void items_as_programs_write_them(void **state)
{
    static const char *const rows[][3] = {
        {"VEVENT", "SUMMARY:Lunch\r\nDTSTART:20261224T113000Z",
         "a-1 'Lunch' 2026-12-24 11:30Z"},
        {"VEVENT", "SUMMARY:Lunch\r\nDTSTART;VALUE=DATE:20261224",
         "a-1 'Lunch' 2026-12-24"},
        {"VEVENT", "DTSTART;TZID=Europe/Berlin:20260701T090000",
         "a-1 '' 2026-07-01 07:00Z"},
        {"VEVENT", "DTSTART;TZID=\"America/New_York\":20261224T203000",
         "a-1 '' 2026-12-25 01:30Z"},
        {"VEVENT", "DTSTART:20261224T090000", "a-1 '' 2026-12-24 09:00"},
        {"VEVENT", "DTSTART;TZID=Nowhere/Land:20261224T090000",
         "a-1 '' 2026-12-24 09:00"},
        {"VEVENT", "SUMMARY:Two\\nlines\\, a comma\r\nDTSTART:20261224T113000Z",
         "a-1 'Two lines, a comma' 2026-12-24 11:30Z"},
        {"VEVENT", "DTSTART:20261224T113000Z\r\nSTATUS:CANCELLED",
         "a-1 '' 2026-12-24 11:30Z cancelled"},
        {"VEVENT",
         "DTSTART:20261224T113000Z\r\nSTATUS:CONFIRMED\r\nCOMPLETED:"
         "20261224T113000Z",
         "a-1 '' 2026-12-24 11:30Z"},
        {"VEVENT", "DTSTART:20261224T113000Z\r\nRRULE:FREQ=DAILY",
         "a-1 '' 2026-12-24 11:30Z repeats"},
        {"VTODO", "DUE:20261224T113000Z\r\nDTSTART:20261220T113000Z",
         "a-1 '' 2026-12-24 11:30Z"},
        {"VTODO", "DTSTART;VALUE=DATE:20261220", "a-1 '' 2026-12-20"},
        {"VTODO", "STATUS:COMPLETED", "a-1 '' no time done"},
        {"VTODO", "DUE:20261224T113000Z\r\nCOMPLETED:20261224T113000Z",
         "a-1 '' 2026-12-24 11:30Z done"},
        {"VTODO", "DUE:20260230T113000Z", "a-1 '' no time"},
        {"VTODO", "DUE:nonsense", "a-1 '' no time"},
        {"VEVENT", "DTSTART:20261224T618144", "a-1 '' no time"},
        {"VEVENT", "DTSTART;TZID=Europe/Berlin:20261224T096000", "a-1 '' no time"},
        {"VJOURNAL", "SUMMARY:x", ""},
    };
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(told(arena, calendar_of(arena, rows[i][0], rows[i][1])),
                            rows[i][2]);
    }
    arena_destroy(arena);
}

/* A zone that only the file knows is read by its rules, one that would ring each second
 * is not. */
static void zones_of_the_file(void **state)
{
    static const char shape[] =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\nTZID:W. Europe "
        "Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\n%sTZOFFSETFROM:"
        "+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:"
        "16010101T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:"
        "+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n"
        "UID:a-1\r\nDTSTART;TZID=W. Europe Standard Time:20260701T090000\r\nEND:VEVENT"
        "\r\nEND:VCALENDAR\r\n";
    struct arena *arena = arena_create();
    (void)state;
    assert_string_equal(
        told(arena,
             arena_format(arena, shape, "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n")),
        "a-1 '' 2026-07-01 07:00Z");
    assert_string_equal(
        told(arena, arena_format(arena, shape, "RRULE:FREQ=SECONDLY\r\n")),
        "a-1 '' 2026-07-01 09:00");
    arena_destroy(arena);
}

static void done_when(void **state)
{
    struct arena *arena = arena_create();
    struct entry *entries;
    struct error err;
    size_t count;
    (void)state;
    assert_true(calendar_entries(
        arena, calendar_of(arena, "VTODO", "COMPLETED:20260101T000001Z\r\nSEQUENCE:7"),
        &entries, &count, &err));
    assert_int_equal(count, 1);
    assert_int_equal(entries[0].done_utc, 1767225601);
    assert_int_equal(entries[0].sequence, 7);
    arena_destroy(arena);
}

static void what_is_none(void **state)
{
    static const char *const rows[] = {"", "BEGIN:VCARD\r\nEND:VCARD\r\n", "hello",
                                       "BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n"};
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(told(arena, rows[i]), "it is no calendar (.ics)");
    }
    arena_destroy(arena);
}

static void several_in_one_file(void **state)
{
    struct arena *arena = arena_create();
    char *text = arena_format(arena, "%s%s", calendar_of(arena, "VEVENT", "SUMMARY:one"),
                              calendar_of(arena, "VTODO", "SUMMARY:two"));
    (void)state;
    assert_string_equal(told(arena, text), "a-1 'one' no time\na-1 'two' no time");
    arena_destroy(arena);
}

static void too_many(void **state)
{
    struct arena *arena = arena_create();
    struct buffer text = {0};
    (void)state;
    buffer_add_string(&text, "BEGIN:VCALENDAR\r\n");
    for (int i = 0; i <= CALENDAR_ENTRIES_MAX; i++) {
        buffer_add_string(&text, "BEGIN:VTODO\r\nEND:VTODO\r\n");
    }
    buffer_add_string(&text, "END:VCALENDAR\r\n");
    assert_string_equal(told(arena, buffer_string(&text)),
                        "it holds more than 20000 items");
    buffer_free(&text);
    arena_destroy(arena);
}

/* What the program writes it understands itself, event and task, in any zone. */
static void written_and_read_back(void **state)
{
    static const char *const zones[] = {"Europe/Berlin", "America/New_York",
                                        "Asia/Kathmandu", "Africa/Casablanca"};
    struct arena *arena = arena_create();
    (void)state;
    for (size_t i = 0; i < 2 * sizeof zones / sizeof zones[0]; i++) {
        struct reminder reminder =
            reminder_at("u-1", (struct wall){day_of(2027, 3, 26), 9 * 60}, zones[i / 2]);
        struct calendar_options options =
            written_options(i % 2 == 0 ? CALENDAR_EVENTS : CALENDAR_TASKS, false);
        struct entry *entries;
        struct error err;
        size_t count;
        size_t length;
        char *text = calendar_item_text(&options, &reminder, &length, &err);
        assert_non_null(text);
        assert_int_equal(strlen(text), length);
        assert_true(calendar_entries(arena, text, &entries, &count, &err));
        assert_int_equal(count, 1);
        assert_true(entries[0].utc);
        assert_int_equal(((int64_t)entries[0].when.day * 1440 + entries[0].when.minute) *
                             60,
                         reminder.due_utc);
        assert_string_equal(entries[0].title, reminder.title);
        assert_int_equal(entries[0].sequence, reminder.sequence);
        free(text);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_as_programs_write_them),
        cmocka_unit_test(zones_of_the_file),
        cmocka_unit_test(done_when),
        cmocka_unit_test(what_is_none),
        cmocka_unit_test(several_in_one_file),
        cmocka_unit_test(too_many),
        cmocka_unit_test(written_and_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
