/* Calendars as other programs read them: python3-icalendar and khal. Skipped where one is
 * not installed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "written.h"

static struct wall at(int year, int month, int mday, int hour, int minute)
{
    return (struct wall){day_of(year, month, mday), hour * 60 + minute};
}

/* What a shell command prints; NULL when it fails. The caller frees it. */
static char *output_of(const char *command)
{
    struct buffer out = {0};
    char block[4096];
    size_t count;
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    while ((count = fread(block, 1, sizeof block, pipe)) > 0) {
        buffer_add(&out, block, count);
    }
    char *text = pclose(pipe) == 0 ? memory_string(buffer_string(&out)) : NULL;
    buffer_free(&out);
    return text;
}

static bool runs(const char *command)
{
    char *text = output_of(command);
    bool good = text != NULL;
    free(text);
    return good;
}

static struct reminder named(struct reminder reminder, const char *title,
                             int alarm_minutes)
{
    reminder.title = title;
    reminder.alarm_minutes = alarm_minutes;
    return reminder;
}

enum { REMINDERS = 9 };

static void make_reminders(struct reminder *out)
{
    struct reminder all_day =
        reminder_at("h", (struct wall){day_of(2027, 5, 3), MINUTE_NONE}, NULL);
    out[0] = named(reminder_at("a", at(2027, 3, 26, 9, 0), "Europe/Berlin"),
                   "Before summer time", 15);
    out[1] = named(reminder_at("b", at(2027, 3, 29, 9, 0), "Europe/Berlin"),
                   "After: a, b; c\\d", 0);
    out[2] = named(reminder_at("c", at(2028, 1, 6, 15, 30), "America/New_York"),
                   "New York", 90);
    out[3] = named(reminder_at("d", at(2027, 7, 6, 9, 0), "Australia/Lord_Howe"),
                   "Lord Howe", 1440);
    out[4] = named(reminder_at("e", at(2027, 12, 6, 9, 0), "Australia/Lord_Howe"),
                   "In summer", 5);
    out[5] = named(reminder_at("f", at(2027, 7, 6, 9, 0), "Asia/Kolkata"), "Kolkata", 60);
    out[6] = named(reminder_at("g", at(2027, 7, 6, 9, 0), "UTC"),
                   "M\xc3\xbcller \xe6\xbc\xa2", 15);
    out[7] = named(all_day, "A card", 15);
    out[8] =
        named(reminder_at("i", at(2027, 10, 31, 2, 30), "Europe/Berlin"), "Twice", 15);
}

/* Writes the calendar to FOLDER/x.ics; the folder is new, its path in folder. */
static void write_file(enum calendar_kind kind, char *folder)
{
    struct reminder reminders[REMINDERS];
    char path[64];
    make_reminders(reminders);
    (void)snprintf(folder, 32, "/tmp/touchbase-ics-XXXXXX");
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/x.ics", folder);
    char *calendar = written(kind, reminders, REMINDERS);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_not_equal(fputs(calendar, file), EOF);
    assert_int_equal(fclose(file), 0);
    free(calendar);
}

static void remove_folder(const char *folder)
{
    char command[64];
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    assert_true(runs(command));
}

static void check_icalendar(enum calendar_kind kind, const char *expected)
{
    char folder[32];
    char command[512];
    if (!runs("/usr/bin/python3 -c 'import icalendar' 2>&1")) {
        skip();
    }
    write_file(kind, folder);
    (void)snprintf(command, sizeof command,
                   "/usr/bin/python3 %s/unit/calendar/read_back.py %s/x.ics",
                   getenv("TEST_DATA"), folder);
    char *read = output_of(command);
    remove_folder(folder);
    assert_non_null(read);
    assert_string_equal(read, expected);
    free(read);
}

static void icalendar_reads_events(void **state)
{
    (void)state;
    check_icalendar(
        CALENDAR_EVENTS,
        "VEVENT a | 2027-03-26 09:00 | +0100 | 15 | Before summer time\n"
        "VEVENT b | 2027-03-29 09:00 | +0200 | 0 | After: a, b; c\\d\n"
        "VEVENT c | 2028-01-06 15:30 | -0500 | 90 | New York\n"
        "VEVENT d | 2027-07-06 09:00 | +1030 | 1440 | Lord Howe\n"
        "VEVENT e | 2027-12-06 09:00 | +1100 | 5 | In summer\n"
        "VEVENT f | 2027-07-06 09:00 | +0530 | 60 | Kolkata\n"
        "VEVENT g | 2027-07-06 09:00 | +0000 | 15 | M\xc3\xbcller \xe6\xbc\xa2\n"
        "VEVENT h | 2027-05-03 | - | 900 | A card\n"
        "VEVENT i | 2027-10-31 00:30 | +0000 | 15 | Twice\n");
}

static void icalendar_reads_tasks(void **state)
{
    (void)state;
    check_icalendar(
        CALENDAR_TASKS,
        "VTODO a-task | 2027-03-26 08:00 | +0000 | 15 | Before summer time\n"
        "VTODO b-task | 2027-03-29 07:00 | +0000 | 0 | After: a, b; c\\d\n"
        "VTODO c-task | 2028-01-06 20:30 | +0000 | 90 | New York\n"
        "VTODO d-task | 2027-07-05 22:30 | +0000 | 1440 | Lord Howe\n"
        "VTODO e-task | 2027-12-05 22:00 | +0000 | 5 | In summer\n"
        "VTODO f-task | 2027-07-06 03:30 | +0000 | 60 | Kolkata\n"
        "VTODO g-task | 2027-07-06 09:00 | +0000 | 15 | M\xc3\xbcller \xe6\xbc\xa2\n"
        "VTODO h-task | 2027-05-03 | - | - | A card\n"
        "VTODO i-task | 2027-10-31 00:30 | +0000 | 15 | Twice\n");
}

static void write_khal_settings(const char *folder)
{
    char path[64];
    (void)snprintf(path, sizeof path, "%s/khal.conf", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    (void)fprintf(
        file,
        "[calendars]\n[[desk]]\npath = %s/desk\n"
        "[locale]\nlocal_timezone = Europe/Berlin\ndefault_timezone = Europe/Berlin\n"
        "timeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\n"
        "datetimeformat = %%Y-%%m-%%d %%H:%%M\n"
        "longdatetimeformat = %%Y-%%m-%%d %%H:%%M\n"
        "[sqlite]\npath = %s/khal.db\n",
        folder, folder);
    assert_int_equal(fclose(file), 0);
}

/* khal's own clock stands in Berlin; a second import of the same file adds nothing. */
static void khal_lists_events_at_their_times(void **state)
{
    (void)state;
    char folder[32];
    char command[1024];
    if (!runs("command -v khal")) {
        skip();
    }
    write_file(CALENDAR_EVENTS, folder);
    write_khal_settings(folder);
    (void)snprintf(
        command, sizeof command,
        "cd %s && export HOME=%s XDG_CONFIG_HOME=%s XDG_DATA_HOME=%s TZ=Europe/Berlin && "
        "mkdir desk && khal -c khal.conf import --batch -a desk x.ics >log 2>&1 && "
        "khal -c khal.conf import --batch -a desk x.ics >>log 2>&1 && "
        "khal -c khal.conf list --day-format '' --format "
        "'{start-long} | {title}' 2027-01-01 2028-12-31 2>>log",
        folder, folder, folder, folder);
    char *listed = output_of(command);
    remove_folder(folder);
    assert_non_null(listed);
    assert_string_equal(listed, "2027-03-26 09:00 | Before summer time\n"
                                "2027-03-29 09:00 | After: a, b; c\\d\n"
                                "2027-05-03 | A card\n"
                                "2027-07-06 00:30 | Lord Howe\n"
                                "2027-07-06 05:30 | Kolkata\n"
                                "2027-07-06 11:00 | M\xc3\xbcller \xe6\xbc\xa2\n"
                                "2027-10-31 02:30 | Twice\n"
                                "2027-12-05 23:00 | In summer\n"
                                "2028-01-06 21:30 | New York\n");
    free(listed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(icalendar_reads_events),
        cmocka_unit_test(icalendar_reads_tasks),
        cmocka_unit_test(khal_lists_events_at_their_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
