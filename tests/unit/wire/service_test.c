/* The client and the real touchbase-worker of the build folder, together. Left out where
 * only this test was built. */
#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/file.h"
#include "touchbase/wire/worker.h"

struct service {
    struct worker *worker;
    struct arena *arena;
    char folder[64];
};

static int start(void **state)
{
    char program[PATH_MAX];
    const char *build = getenv("BUILD");
    struct service *service = memory_alloc(sizeof *service);
    *service = (struct service){.worker = worker_create(), .arena = arena_create()};
    snprintf(program, sizeof program, "%s/touchbase-worker", build ? build : ".");
    worker_set_program(service->worker, program);
    snprintf(service->folder, sizeof service->folder, "/tmp/touchbase-wire-XXXXXX");
    *state = service;
    return mkdtemp(service->folder) ? 0 : -1;
}

static int stop(void **state)
{
    struct service *service = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", service->folder);
    worker_destroy(service->worker);
    arena_destroy(service->arena);
    free(service);
    return system(command);
}

static bool is_built(void)
{
    char program[PATH_MAX];
    const char *build = getenv("BUILD");
    snprintf(program, sizeof program, "%s/touchbase-worker", build ? build : ".");
    return access(program, X_OK) == 0;
}

static char *in_folder(struct service *service, const char *name)
{
    return file_join(service->arena, service->folder, name);
}

static char *corpus(struct service *service, const char *name)
{
    return arena_format(service->arena, "%s/corpus/mail/%s", getenv("TEST_DATA"), name);
}

static struct worker_item next(struct service *service)
{
    struct worker_item item;
    struct error err = {0};
    if (!worker_read_next(service->worker, service->arena, &item, &err))
        fail_msg("%s", err.text);
    return item;
}

static void a_mail_is_read(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    const char *path = corpus(service, "plain/base64-utf8.eml");
    assert_true(worker_read_path(service->worker, path, 0, &err));
    struct worker_item item = next(service);
    assert_int_equal(item.kind, WORKER_MESSAGE);
    assert_false(item.collected);
    assert_string_equal(item.message.id, "base64-utf8");
    assert_string_equal(item.message.source, path);
    assert_string_equal(item.message.from.mail, "dana@northwind.example");
    assert_non_null(strstr(item.message.text, "Grüße"));
    assert_int_equal(next(service).kind, WORKER_END);
}

static void a_folder_goes_on_past_bad_ones(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    int bad = 0, read = 0;
    assert_true(worker_read_path(service->worker, corpus(service, ""), 0, &err));
    for (;;) {
        struct worker_item item = next(service);
        if (item.kind == WORKER_END) {
            assert_int_equal(item.read, read);
            assert_int_equal(item.bad, bad);
            break;
        }
        assert_true(item.collected);
        assert_int_equal(item.total, 0); /* of a folder nobody knows */
        bad += item.kind == WORKER_BAD;
        read += item.kind == WORKER_MESSAGE;
        if (item.kind == WORKER_BAD)
            assert_memory_equal(item.problem, item.message.source,
                                strlen(item.message.source));
    }
    assert_true(bad >= 6 && read >= 50);
}

static void a_box_says_how_many_it_holds(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    assert_true(
        worker_read_path(service->worker, corpus(service, "boxes/two.mbox"), 0, &err));
    for (int i = 0; i < 2; i++) {
        struct worker_item item = next(service);
        assert_int_equal(item.kind, WORKER_MESSAGE);
        assert_int_equal(item.total, 3); /* with the one that cannot be read */
        assert_null(item.trace);
    }
    assert_int_equal(next(service).kind, WORKER_BAD);
    assert_int_equal(next(service).kind, WORKER_END);
}

static void a_reading_is_explained_on_request(void **state)
{
    static const char note[] =
        "received: 2026-03-02\nDana is away until Monday, March 9.\n";
    struct service *service = *state;
    struct error err = {0};
    worker_set_explain(service->worker, true);
    assert_true(worker_read_bytes(service->worker, "-", note, sizeof note - 1, 0, &err));
    struct worker_item item = next(service);
    assert_non_null(item.trace);
    bool until = false;
    for (size_t i = 0; i < item.trace->row_count; i++) {
        const struct trace_row *row = &item.trace->rows[i];
        until = until || (row->topic == TRACE_DATE && row->field == FIELD_BACK &&
                          strcmp(row->words, "Monday, March 9") == 0);
    }
    assert_true(until);
    assert_int_equal(item.total, 1);
    assert_int_equal(next(service).kind, WORKER_END);
    worker_set_explain(service->worker, false);
}

static bool all_but_the_second(void *context, const uint64_t *keys, size_t count,
                               bool *seen, struct error *err)
{
    uint64_t *second = context;
    if (!second) {
        memset(seen, 0, count);
        return true;
    }
    if (*second == 0)
        return error_set(err, ERROR_FAILED, "the desk is gone");
    for (size_t i = 0; i < count; i++)
        seen[i] = keys[i] != *second;
    return true;
}

/* The client says what is passed by; what is wished holds for one reading. */
static void what_was_read_is_passed_by(void **state)
{
    static const char box[] =
        "From a Mon Mar  2 09:00:00 2026\nFrom: a@b.example\n\nOne\n"
        "\nFrom a Mon Mar  2 09:00:00 2026\nFrom: c@b.example\n\nTwo\n"
        "\nFrom a Mon Mar  2 09:00:00 2026\nFrom: d@b.example\n\nSix\n";
    struct service *service = *state;
    const char *path = in_folder(service, "box");
    struct worker_item item;
    struct error err = {0};
    uint64_t second = 0;
    struct worker_wishes wishes = {.seen = all_but_the_second, .count = true};
    FILE *file = fopen(path, "w");
    assert_true(file && fputs(box, file) >= 0 && fclose(file) == 0);
    assert_true(worker_read_path(service->worker, path, 0, &err));
    assert_true(next(service).key == 0); /* nobody wants to know */
    assert_int_equal(worker_total(service->worker), -1);
    worker_wish(service->worker, &wishes);
    assert_true(worker_read_path(service->worker, path, 0, &err));
    assert_true(next(service).key != 0);
    second = next(service).key;
    assert_true(second != next(service).key);
    assert_int_equal(next(service).passed, 0);
    wishes.context = &second;
    worker_wish(service->worker, &wishes);
    assert_true(worker_read_path(service->worker, path, 0, &err));
    item = next(service);
    assert_string_equal(item.message.id, "box#2");
    assert_true(item.key == second);
    assert_int_equal(worker_total(service->worker), 3);
    assert_int_equal(worker_position(service->worker), 2);
    item = next(service);
    assert_int_equal(item.kind, WORKER_END);
    assert_int_equal(item.passed, 2);
    second = 0;
    worker_wish(service->worker, &wishes);
    assert_true(worker_read_path(service->worker, path, 0, &err));
    assert_false(worker_read_next(service->worker, service->arena, &item, &err));
    assert_string_equal(err.text, "the desk is gone");
    assert_true(worker_read_path(service->worker, path, 0, &err));
    assert_string_equal(next(service).message.id, "box#1");
}

static void what_is_not_there_is_said(void **state)
{
    struct service *service = *state;
    struct worker_item item;
    struct error err = {0};
    assert_true(worker_read_path(service->worker, in_folder(service, "no.eml"), 0, &err));
    assert_false(worker_read_next(service->worker, service->arena, &item, &err));
    assert_int_equal(err.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(err.text, "no.eml: there is no such file or folder"));
    a_mail_is_read(state);
}

static void bytes_are_read_under_their_name(void **state)
{
    static const char note[] =
        "received: 2026-03-02\nDana is away until Monday, March 9.\n";
    struct service *service = *state;
    struct error err = {0};
    assert_true(worker_read_bytes(service->worker, "-", note, sizeof note - 1, 0, &err));
    struct worker_item item = next(service);
    assert_int_equal(item.kind, WORKER_MESSAGE);
    assert_true(item.message.jotted);
    assert_string_equal(item.message.id, "-");
    assert_string_equal(item.message.text, "Dana is away until Monday, March 9.");
    assert_int_equal(item.reading.kind, READING_OOO);
    assert_int_equal(item.reading.back, day_of(2026, 3, 9));
    assert_int_equal(next(service).kind, WORKER_END);
    assert_true(worker_read_bytes(service->worker, "-", "", 0, 0, &err));
    item = next(service);
    assert_int_equal(item.kind, WORKER_BAD);
    assert_string_equal(item.problem, "-: there is nothing in it");
}

static const struct reminder calls[] = {{.uid = "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11",
                                         .created_utc = 1772400000,
                                         .changed_utc = 1772400000,
                                         .title = "Call Ana",
                                         .due = {20521, 600},
                                         .zone = "America/Toronto",
                                         .due_utc = 1773064800,
                                         .alarm_minutes = 15},
                                        {.uid = "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a12",
                                         .created_utc = 1772400000,
                                         .changed_utc = 1772400000,
                                         .title = "Card for Lena",
                                         .due = {20522, MINUTE_NONE},
                                         .due_utc = 1773100800}};

static bool write_calls(struct service *service, const struct worker_calendar *calendar,
                        struct worker_calendar_totals *totals, struct error *err)
{
    struct worker *worker = service->worker;
    return worker_calendar_begin(worker, calendar, err) &&
           worker_calendar_zone(worker, "America/Toronto", calls[0].due_utc, err) &&
           worker_calendar_add(worker, &calls[0], err) &&
           worker_calendar_add(worker, &calls[1], err) &&
           worker_calendar_end(worker, totals, err);
}

static bool collect(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    buffer_add(context, bytes, length);
    return true;
}

static void a_calendar_is_written(void **state)
{
    struct service *service = *state;
    struct buffer file = {0}, bytes = {0};
    struct error err = {0};
    struct worker_calendar calendar = {
        .path = in_folder(service, "calls.ics"), .several = true, .name = "touchbase"};
    struct worker_calendar_totals totals;
    if (!write_calls(service, &calendar, &totals, &err))
        fail_msg("%s", err.text);
    assert_int_equal(totals.count, 2);
    assert_true(file_read(calendar.path, 1 << 20, &file, &err));
    assert_memory_equal(file.data, "BEGIN:VCALENDAR\r\n", 17);
    assert_non_null(strstr(file.data, "DTSTART;TZID=America/Toronto:20260309T100000"));
    calendar.path = "-";
    calendar.take = collect;
    calendar.context = &bytes;
    assert_true(write_calls(service, &calendar, &totals, &err));
    assert_string_equal(file.data, buffer_string(&bytes));
    buffer_free(&file);
    buffer_free(&bytes);
}

static int files_in(struct service *service)
{
    FILE *list =
        popen(arena_format(service->arena, "ls -A '%s' | wc -l", service->folder), "r");
    int count = -1;
    assert_int_equal(1, fscanf(list, "%d", &count));
    pclose(list);
    return count;
}

static void a_calendar_that_fails_changes_nothing(void **state)
{
    struct service *service = *state;
    struct buffer file = {0};
    struct error err = {0};
    struct worker_calendar_totals totals;
    struct worker_calendar calendar = {.path = in_folder(service, "calls.ics")};
    struct reminder bad = calls[1];
    bad.uid = "not a uid\r\n";
    assert_true(write_calls(service, &calendar, &totals, &err));
    assert_true(worker_calendar_begin(service->worker, &calendar, &err));
    assert_true(worker_calendar_add(service->worker, &bad, &err));
    assert_true(worker_calendar_add(service->worker, &calls[0], &err));
    assert_false(worker_calendar_end(service->worker, &totals, &err));
    assert_true(worker_calendar_begin(service->worker, &calendar, &err));
    worker_cancel(service->worker);
    assert_int_equal(files_in(service), 1);
    assert_true(file_read(calendar.path, 1 << 20, &file, &err));
    assert_non_null(strstr(file.data, "Card for Lena"));
    calendar.path = in_folder(service, "nowhere/calls.ics");
    assert_false(write_calls(service, &calendar, &totals, &err));
    assert_non_null(strstr(err.text, "nowhere"));
    a_mail_is_read(state);
    buffer_free(&file);
}

static void a_folder_gets_a_file_each(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    struct worker_calendar_totals totals;
    struct worker_calendar calendar = {.path = in_folder(service, "desk/"),
                                       .name = "touchbase"};
    if (!write_calls(service, &calendar, &totals, &err))
        fail_msg("%s", err.text);
    assert_int_equal(totals.count, 2);
    assert_int_equal(totals.written, 2);
    assert_true(worker_calendar_begin(service->worker, &calendar, &err));
    assert_true(worker_calendar_add(service->worker, &calls[1], &err));
    assert_true(worker_calendar_end(service->worker, &totals, &err));
    assert_int_equal(totals.count, 1);
    assert_int_equal(totals.written, 0);
    assert_int_equal(totals.removed, 1);
}

static void days_off_are_read(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    day_number *days;
    size_t count;
    const char *path = in_folder(service, "off.ics");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\n"
          "DTEND;VALUE=DATE:20261227\nEND:VEVENT\nEND:VCALENDAR\n",
          file);
    fclose(file);
    if (!worker_read_days(service->worker, path, service->arena, &days, &count, &err))
        fail_msg("%s", err.text);
    assert_int_equal(count, 2);
    assert_int_equal(days[1], days[0] + 1);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(ftruncate(fileno(file), 100 << 20), 0); /* 100 MB of nothing */
    fclose(file);
    assert_false(
        worker_read_days(service->worker, path, service->arena, &days, &count, &err));
    assert_non_null(strstr(err.text, "larger than"));
    path = in_folder(service, "none.ics");
    assert_false(
        worker_read_days(service->worker, path, service->arena, &days, &count, &err));
    assert_non_null(strstr(err.text, "none.ics"));
    a_mail_is_read(state);
}

static void appointments_are_read(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    struct appointment *list;
    size_t count;
    const char *path = in_folder(service, "meeting.ics");
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Review\nLOCATION:Room 4\n"
          "DTSTART:20260310T140000Z\nRRULE:FREQ=WEEKLY\nEXDATE:20260317T140000Z\n"
          "STATUS:CANCELLED\n"
          "ORGANIZER;CN=Ana:mailto:ana@brio.example\nATTENDEE:mailto:jo@x.example\n"
          "END:VEVENT\nBEGIN:VTODO\nUID:b\nEND:VTODO\nEND:VCALENDAR\n",
          file);
    fclose(file);
    if (!worker_read_appointments(service->worker, path, "Europe/Berlin", 1772460000,
                                  service->arena, &list, &count, &err))
        fail_msg("%s", err.text);
    assert_int_equal(count, 2);
    assert_string_equal(list[0].uid, "b");
    assert_true(list[0].task);
    assert_int_equal(list[0].when.day, DAY_NONE);
    assert_string_equal(list[1].title, "Review");
    assert_string_equal(list[1].place, "Room 4");
    assert_string_equal(list[1].zone, "Europe/Berlin");
    assert_int_equal(list[1].when.minute, 15 * 60);
    assert_string_equal(list[1].rule, "FREQ=WEEKLY");
    assert_string_equal(list[1].series.zone, "UTC");
    assert_int_equal(list[1].series.start.minute, 14 * 60);
    assert_int_equal(list[1].day, list[1].series.start.day);
    assert_int_equal(list[1].exception_count, 1);
    assert_int_equal(list[1].exceptions[0].day, list[1].day + 7);
    assert_int_equal(list[1].exceptions[0].to.day, DAY_NONE);
    assert_int_equal(list[1].state, APPOINTMENT_CANCELLED);
    assert_int_equal(list[1].people_count, 2);
    assert_string_equal(list[1].people[0].name, "Ana");
    assert_string_equal(list[1].people[1].mail, "jo@x.example");
    assert_false(worker_read_appointments(service->worker, path, "No/Where", 0,
                                          service->arena, &list, &count, &err));
    assert_non_null(strstr(err.text, "No/Where"));
    path = in_folder(service, "none.ics");
    assert_false(worker_read_appointments(service->worker, path, "UTC", 0, service->arena,
                                          &list, &count, &err));
    assert_non_null(strstr(err.text, "none.ics"));
    a_mail_is_read(state);
}

static void days_of_a_rule_are_counted(void **state)
{
    struct service *service = *state;
    struct error err = {0};
    day_number *days;
    size_t count;
    if (!worker_occurrences(service->worker, "FREQ=WEEKLY;COUNT=3", 20000, 20000, 64,
                            service->arena, &days, &count, &err))
        fail_msg("%s", err.text);
    assert_int_equal(count, 2);
    assert_int_equal(days[0], 20007);
    assert_int_equal(days[1], 20014);
    assert_false(worker_occurrences(service->worker, "FREQ=HOURLY", 20000, 20000, 64,
                                    service->arena, &days, &count, &err));
    assert_int_equal(err.code, ERROR_USAGE);
    a_mail_is_read(state);
}

int main(void)
{
#define WITH_SERVICE(test) cmocka_unit_test_setup_teardown(test, start, stop)
    const struct CMUnitTest tests[] = {
        WITH_SERVICE(a_mail_is_read),
        WITH_SERVICE(a_folder_goes_on_past_bad_ones),
        WITH_SERVICE(a_box_says_how_many_it_holds),
        WITH_SERVICE(a_reading_is_explained_on_request),
        WITH_SERVICE(what_was_read_is_passed_by),
        WITH_SERVICE(what_is_not_there_is_said),
        WITH_SERVICE(bytes_are_read_under_their_name),
        WITH_SERVICE(a_calendar_is_written),
        WITH_SERVICE(a_calendar_that_fails_changes_nothing),
        WITH_SERVICE(a_folder_gets_a_file_each),
        WITH_SERVICE(days_off_are_read),
        WITH_SERVICE(appointments_are_read),
        WITH_SERVICE(days_of_a_rule_are_counted),
    };
    signal(SIGPIPE, SIG_IGN);
    if (!is_built()) {
        puts("touchbase-worker is not built here");
        return EXIT_SUCCESS;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
