/* A folder of items: what is written, what is left as it is, what is removed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/calendar/folder.h"
#include "written.h"

enum { FILE_LIMIT = 1 << 20 };

struct place {
    struct arena *arena;
    char root[64];
    char *path; /* of the vdir */
};

static int open_place(void **state)
{
    struct place *place = memory_alloc(sizeof *place);
    *place = (struct place){.arena = arena_create()};
    (void)snprintf(place->root, sizeof place->root, "/tmp/touchbase-vdir-XXXXXX");
    assert_non_null(mkdtemp(place->root));
    place->path = arena_format(place->arena, "%s/new/desk/", place->root);
    *state = place;
    return 0;
}

static int close_place(void **state)
{
    struct place *place = *state;
    char command[128];
    (void)snprintf(command, sizeof command, "rm -rf '%s'", place->root);
    int status = system(command);
    arena_destroy(place->arena);
    free(place);
    return status;
}

static char *in_place(struct place *place, const char *name)
{
    return file_join(place->arena, place->path, name);
}

static bool is_there(struct place *place, const char *name)
{
    return access(in_place(place, name), F_OK) == 0;
}

static void put(struct place *place, const char *name, const char *text)
{
    FILE *file = fopen(in_place(place, name), "w");
    assert_non_null(file);
    assert_int_not_equal(fputs(text, file), EOF);
    assert_int_equal(fclose(file), 0);
}

static char *text_of(struct place *place, const char *name)
{
    struct buffer file = {0};
    struct error err;
    if (!file_read(in_place(place, name), FILE_LIMIT, &file, &err)) {
        fail_msg("%s", err.text);
    }
    char *text = arena_string(place->arena, buffer_string(&file));
    buffer_free(&file);
    return text;
}

static ino_t number_of(struct place *place, const char *name)
{
    struct stat status;
    assert_int_equal(stat(in_place(place, name), &status), 0);
    return status.st_ino; /* another one after a rename */
}

static bool export(struct place *place, enum calendar_kind kind,
                   const struct reminder *reminders, size_t count,
                   struct calendar_folder_totals *totals, struct error *err)
{
    struct calendar_options options = written_options(kind, true);
    struct calendar_folder *folder = calendar_folder_begin(place->path, &options, err);
    bool good = folder != NULL;
    for (size_t i = 0; good && i < count; i++) {
        good = calendar_folder_add(folder, &reminders[i], err);
    }
    if (!good) {
        calendar_folder_cancel(folder);
        return false;
    }
    return calendar_folder_end(folder, totals, err);
}

static struct calendar_folder_totals
exported(struct place *place, const struct reminder *reminders, size_t count)
{
    struct calendar_folder_totals totals;
    struct error err;
    if (!export(place, CALENDAR_EVENTS, reminders, count, &totals, &err)) {
        fail_msg("%s", err.text);
    }
    return totals;
}

static void make(struct reminder reminders[3])
{
    struct wall morning = {day_of(2027, 3, 26), 540};
    reminders[0] = reminder_at("aa", morning, "Europe/Berlin");
    reminders[1] = reminder_at("bb", morning, "America/New_York");
    reminders[2] =
        reminder_at("cc", (struct wall){day_of(2027, 5, 3), MINUTE_NONE}, NULL);
}

static void each_is_a_calendar_of_its_own(void **state)
{
    struct place *place = *state;
    struct reminder reminders[3];
    make(reminders);
    assert_int_equal(exported(place, reminders, 3).written, 3);
    const char *text = text_of(place, "aa.ics");
    assert_memory_equal(text, "BEGIN:VCALENDAR\r\n", 17);
    assert_non_null(strstr(text, "TZID:Europe/Berlin\r\n"));
    assert_null(strstr(text, "America/New_York"));
    assert_null(strstr(text, "X-WR-"));
    assert_null(strstr(text, "METHOD"));
    assert_null(strstr(text_of(place, "cc.ics"), "VTIMEZONE"));
    assert_string_equal(text_of(place, "displayname"), "touchbase follow-ups");
}

static void only_what_changed_is_written(void **state)
{
    struct place *place = *state;
    struct reminder reminders[3];
    make(reminders);
    (void)exported(place, reminders, 3);
    ino_t first = number_of(place, "aa.ics");
    ino_t second = number_of(place, "bb.ics");
    reminders[1].due.day++;
    reminders[1].sequence++;
    struct calendar_folder_totals totals = exported(place, reminders, 3);
    assert_int_equal(totals.items, 3);
    assert_int_equal(totals.written, 1);
    assert_int_equal(totals.removed, 0);
    assert_int_equal(number_of(place, "aa.ics"), first);
    assert_int_not_equal(number_of(place, "bb.ics"), second);
    assert_non_null(strstr(text_of(place, "bb.ics"), "20270327T090000"));
    assert_int_equal(exported(place, reminders, 3).written, 0);
}

static void what_is_gone_is_removed_and_nothing_else(void **state)
{
    struct place *place = *state;
    struct reminder reminders[3];
    make(reminders);
    (void)exported(place, reminders, 3);
    put(place, "theirs.ics", "BEGIN:VCALENDAR\r\n");
    put(place, "notes.txt", "mine");
    put(place, "displayname", "Calls");
    struct calendar_folder_totals totals = exported(place, reminders, 1);
    assert_int_equal(totals.items, 1);
    assert_int_equal(totals.removed, 2);
    assert_true(is_there(place, "aa.ics") && !is_there(place, "bb.ics"));
    assert_string_equal(text_of(place, "theirs.ics"), "BEGIN:VCALENDAR\r\n");
    assert_string_equal(text_of(place, "notes.txt"), "mine");
    assert_string_equal(text_of(place, "displayname"), "Calls");
    assert_int_equal(exported(place, reminders, 0).removed, 1);
    assert_int_equal(exported(place, reminders, 0).removed, 0);
}

static void tasks_take_the_place_of_events(void **state)
{
    struct place *place = *state;
    struct calendar_folder_totals totals;
    struct reminder reminders[3];
    struct error err;
    make(reminders);
    (void)exported(place, reminders, 3);
    assert_true(export(place, CALENDAR_TASKS, reminders, 3, &totals, &err));
    assert_int_equal(totals.removed, 3);
    assert_non_null(strstr(text_of(place, "aa-task.ics"), "UID:aa-task\r\n"));
}

/* What an export that failed had written is the program's own all the same. */
static void a_broken_one_is_finished_by_the_next(void **state)
{
    struct place *place = *state;
    struct calendar_folder_totals totals;
    struct reminder reminders[3];
    struct error err;
    make(reminders);
    (void)exported(place, reminders, 2);
    reminders[1].uid = "../out";
    assert_false(export(place, CALENDAR_EVENTS, reminders, 3, &totals, &err));
    assert_non_null(strstr(err.text, "UID"));
    assert_true(is_there(place, "aa.ics") && is_there(place, "bb.ics"));
    assert_int_equal(exported(place, &reminders[2], 1).removed, 2);
    assert_false(is_there(place, "bb.ics"));
}

static void a_list_that_is_none_is_not_believed(void **state)
{
    struct place *place = *state;
    struct calendar_folder_totals totals;
    struct error err;
    (void)exported(place, NULL, 0);
    put(place, "mine.ics", "");
    put(place, ".touchbase", "mine.ics\n../../etc/passwd\n");
    assert_false(export(place, CALENDAR_EVENTS, NULL, 0, &totals, &err));
    assert_non_null(strstr(err.text, ".touchbase is not a list"));
    assert_true(is_there(place, "mine.ics"));
}

static void a_file_in_the_way_is_told(void **state)
{
    struct place *place = *state;
    struct calendar_folder_totals totals;
    struct error err;
    place->path = arena_format(place->arena, "%s/file/", place->root);
    FILE *file = fopen(arena_format(place->arena, "%s/file", place->root), "w");
    assert_non_null(file);
    assert_int_equal(fclose(file), 0);
    assert_false(export(place, CALENDAR_EVENTS, NULL, 0, &totals, &err));
    assert_non_null(strstr(err.text, "cannot make the folder"));
}

#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, open_place, close_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_PLACE(each_is_a_calendar_of_its_own),
        IN_PLACE(only_what_changed_is_written),
        IN_PLACE(what_is_gone_is_removed_and_nothing_else),
        IN_PLACE(tasks_take_the_place_of_events),
        IN_PLACE(a_broken_one_is_finished_by_the_next),
        IN_PLACE(a_list_that_is_none_is_not_believed),
        IN_PLACE(a_file_in_the_way_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
