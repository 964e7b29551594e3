/* The client against workers that behave, die, fall silent and talk nonsense. This
 * program is its own worker: started with TEST_WORKER in the environment it serves the
 * pipe on 0 and 1 as that word says. */
#include <errno.h>
#include <limits.h>
#include <poll.h>
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

#include "touchbase/base/clock.h"
#include "touchbase/wire/codec.h"
#include "touchbase/wire/link.h"
#include "touchbase/wire/worker.h"

enum { COUNT = 5 /* messages the fake worker has */, SHORT_LIMIT = 300 /* ms */ };

/* ---- The fake worker ---- */

struct fake {
    struct wire_link link;
    struct buffer out;
    struct arena *arena;
    const char *mode;
    bool gathers; /* sends its answers when there are more of them to send */
    int64_t reminders;
};

static void fake_send(struct fake *fake)
{
    if (!wire_send(&fake->link, &fake->out, WIRE_NO_LIMIT))
        exit(EXIT_FAILURE);
}

static void fake_answer(struct fake *fake)
{
    if (!fake->gathers)
        fake_send(fake);
}

static void fake_announce(struct fake *fake, int64_t number)
{
    char id[32];
    snprintf(id, sizeof id, "m%lld", (long long)number);
    size_t begun = wire_begin(&fake->out, WIRE_AT);
    wire_add_string(&fake->out, WIRE_TAG_SOURCE, id);
    wire_add_string(&fake->out, WIRE_TAG_ID, id);
    wire_add_number(&fake->out, WIRE_TAG_COLLECTED, 1);
    wire_end(&fake->out, begun);
    fake_answer(fake);
}

static void fake_message(struct fake *fake, int64_t number, const char *text)
{
    char id[32];
    snprintf(id, sizeof id, "m%lld", (long long)number);
    struct message message = {.source = id,
                              .id = id,
                              .message_id = id,
                              .date_day = DAY_NONE,
                              .date_minute = MINUTE_NONE,
                              .text = text};
    struct reading reading = {
        .first_day = DAY_NONE, .back = DAY_NONE, .back_minute = MINUTE_NONE};
    size_t begun = wire_begin(&fake->out, WIRE_MESSAGE);
    wire_add_number(&fake->out, WIRE_TAG_COLLECTED, 1);
    size_t opened = wire_open_field(&fake->out, WIRE_TAG_MESSAGE);
    wire_put_message(&fake->out, &message);
    wire_close_field(&fake->out, opened);
    opened = wire_open_field(&fake->out, WIRE_TAG_READING);
    wire_put_reading(&fake->out, &reading);
    wire_close_field(&fake->out, opened);
    wire_end(&fake->out, begun);
    fake_answer(fake);
}

static void fake_bad(struct fake *fake)
{
    size_t begun = wire_begin(&fake->out, WIRE_BAD);
    wire_add_string(&fake->out, WIRE_TAG_SOURCE, "m1");
    wire_add_string(&fake->out, WIRE_TAG_ID, "m1");
    wire_add_string(&fake->out, WIRE_TAG_WORDS, "m1: not a mail");
    wire_end(&fake->out, begun);
    fake_answer(fake);
}

static void fake_done(struct fake *fake, int64_t total)
{
    size_t begun = wire_begin(&fake->out, WIRE_DONE);
    wire_add_number(&fake->out, WIRE_TAG_TOTAL, total);
    wire_end(&fake->out, begun);
    fake_send(fake);
}

static void fake_error(struct fake *fake, const char *words)
{
    size_t begun = wire_begin(&fake->out, WIRE_ERROR);
    wire_add_number(&fake->out, WIRE_TAG_CODE, ERROR_NOT_FOUND);
    wire_add_string(&fake->out, WIRE_TAG_WORDS, words);
    wire_end(&fake->out, begun);
    fake_send(fake);
}

static const char gathered[] = "gathered ";

static bool is_gathered(const struct fake *fake)
{
    return strncmp(fake->mode, gathered, strlen(gathered)) == 0;
}

/* "dies", and "gathered dies" with its answers not sent yet. */
static bool is(const struct fake *fake, const char *mode)
{
    return strcmp(fake->mode + (is_gathered(fake) ? strlen(gathered) : 0), mode) == 0;
}

/* What befalls the worker over its third message. */
static void fake_trouble(struct fake *fake)
{
    if (is(fake, "dies"))
        _exit(3);
    if (is(fake, "crashes"))
        raise(SIGKILL);
    while (is(fake, "hangs"))
        pause();
    buffer_add_string(&fake->out, is(fake, "babbles") ? "HTTP/1.1 200 OK\r\n\r\n" : "");
    if (is(fake, "lies")) {
        size_t begun = wire_begin(&fake->out, WIRE_MESSAGE);
        wire_add_string(&fake->out, WIRE_TAG_MESSAGE, "no message at all");
        wire_end(&fake->out, begun);
    }
    fake_send(fake);
}

static void fake_read(struct fake *fake, const struct wire_request *request)
{
    fake->gathers = is_gathered(fake) && !request->careful;
    for (int64_t number = request->skip; number < COUNT; number++) {
        fake_announce(fake, number);
        if (number == 1)
            fake_bad(fake);
        else if (number == 2 && !is(fake, "good"))
            fake_trouble(fake);
        if (number != 1)
            fake_message(fake, number, request->source);
    }
    fake_done(fake, COUNT);
}

/* Answers with the bytes that came, as the text of one message. */
static void fake_read_bytes(struct fake *fake, const struct wire_request *request)
{
    struct buffer bytes = {0};
    struct wire_record record;
    while ((int64_t)bytes.length < request->total) {
        struct wire_field field;
        bool broken = false;
        if (wire_receive(&fake->link, WIRE_NO_LIMIT, &record) != WIRE_RECORD ||
            !wire_next_field(&record, &field, &broken))
            exit(EXIT_FAILURE);
        buffer_add(&bytes, field.value, field.length);
    }
    char text[64];
    snprintf(text, sizeof text, "%zu bytes, first %.4s", bytes.length,
             buffer_string(&bytes));
    fake_announce(fake, 0);
    fake_message(fake, 0, text);
    fake_done(fake, 1);
    buffer_free(&bytes);
}

static void fake_end_calendar(struct fake *fake)
{
    if (is(fake, "crashes"))
        raise(SIGKILL);
    if (is(fake, "refuses")) {
        fake_error(fake, "calendar.ics: the disk is full");
        return;
    }
    size_t begun = wire_begin(&fake->out, WIRE_BYTES);
    wire_add_bytes(&fake->out, WIRE_TAG_BYTES, "BEGIN:", 6);
    wire_end(&fake->out, begun);
    begun = wire_begin(&fake->out, WIRE_BYTES);
    wire_add_bytes(&fake->out, WIRE_TAG_BYTES, "VCALENDAR", 9);
    wire_end(&fake->out, begun);
    fake_done(fake, fake->reminders);
}

static void fake_serve(struct fake *fake, struct wire_record record)
{
    struct wire_request request;
    struct reminder reminder;
    if (record.kind == WIRE_REMINDER) {
        fake->reminders += wire_get_reminder(fake->arena, record, &reminder);
        return;
    }
    if (!wire_get_request(fake->arena, record, &request))
        exit(EXIT_FAILURE);
    if (record.kind == WIRE_READ_PATH && is(fake, "refuses"))
        fake_error(fake, "nowhere: there is no such file or folder");
    else if (record.kind == WIRE_READ_PATH)
        fake_read(fake, &request);
    else if (record.kind == WIRE_READ_BYTES)
        fake_read_bytes(fake, &request);
    else if (record.kind == WIRE_CALENDAR)
        fake->reminders = 0;
    else if (record.kind == WIRE_CALENDAR_END)
        fake_end_calendar(fake);
}

static int fake_main(const char *mode)
{
    struct fake fake = {.mode = mode, .arena = arena_create()};
    struct wire_record record;
    wire_link_open(&fake.link, STDIN_FILENO, STDOUT_FILENO);
    while (wire_receive(&fake.link, WIRE_NO_LIMIT, &record) == WIRE_RECORD) {
        fake_serve(&fake, record);
        arena_reset(fake.arena);
    }
    wire_link_free(&fake.link);
    buffer_free(&fake.out);
    arena_destroy(fake.arena);
    return EXIT_SUCCESS;
}

/* ---- The tests ---- */

static struct worker *start(const char *mode)
{
    char self[PATH_MAX] = "";
    struct worker *worker = worker_create();
    assert_true(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
    setenv("TEST_WORKER", mode, 1);
    worker_set_program(worker, self);
    worker_set_limit(worker, SHORT_LIMIT * 20);
    return worker;
}

/* Reads all and writes down what came: "m0 !m1 m2 . 4/1". */
static void read_through(struct worker *worker, struct arena *arena, char *out,
                         size_t size)
{
    struct worker_item item;
    struct error err = {0};
    size_t used = 0;
    for (;;) {
        if (!worker_read_next(worker, arena, &item, &err)) {
            snprintf(out + used, size - used, "failed: %s", err.text);
            return;
        }
        if (item.kind == WORKER_END)
            break;
        used += (size_t)snprintf(out + used, size - used, "%s%s ",
                                 item.kind == WORKER_BAD ? "!" : "", item.message.id);
        if (item.kind == WORKER_BAD && !item.problem)
            fail_msg("a bad message without words");
    }
    snprintf(out + used, size - used, "%lld/%lld", (long long)item.read,
             (long long)item.bad);
}

static void check_reading(const char *mode, int limit, const char *want)
{
    struct worker *worker = start(mode);
    struct arena *arena = arena_create();
    struct error err = {0};
    char got[2048];
    if (limit > 0)
        worker_set_limit(worker, limit);
    for (int round = 0; round < 2; round++) { /* the same worker serves again */
        assert_true(worker_read_path(worker, "some/folder", 1, &err));
        read_through(worker, arena, got, sizeof got);
        assert_string_equal(got, want);
    }
    arena_destroy(arena);
    worker_destroy(worker);
}

static void messages_come_in_order(void **state)
{
    (void)state;
    check_reading("good", 0, "m0 !m1 m2 m3 m4 4/1");
}

static void death_is_an_error_of_one_message(void **state)
{
    (void)state;
    check_reading("dies", 0, "m0 !m1 !m2 m3 m4 3/2");
    check_reading("crashes", 0, "m0 !m1 !m2 m3 m4 3/2");
}

static void silence_is_an_error_of_one_message(void **state)
{
    (void)state;
    check_reading("hangs", SHORT_LIMIT, "m0 !m1 !m2 m3 m4 3/2");
}

static void nonsense_is_an_error_of_one_message(void **state)
{
    (void)state;
    check_reading("babbles", 0, "m0 !m1 !m2 m3 m4 3/2");
    check_reading("lies", 0, "m0 !m1 !m2 m3 m4 3/2");
}

/* What was read but not sent is lost with the worker: it is read again, announced. */
static void what_was_gathered_is_asked_for_again(void **state)
{
    (void)state;
    check_reading("gathered good", 0, "m0 !m1 m2 m3 m4 4/1");
    check_reading("gathered dies", 0, "m0 !m1 !m2 m3 m4 3/2");
    check_reading("gathered crashes", 0, "m0 !m1 !m2 m3 m4 3/2");
    check_reading("gathered hangs", SHORT_LIMIT, "m0 !m1 !m2 m3 m4 3/2");
}

static void a_refusal_fails_the_reading(void **state)
{
    struct worker *worker = start("refuses");
    struct arena *arena = arena_create();
    struct worker_item item;
    struct error err = {0};
    (void)state;
    assert_true(worker_read_path(worker, "nowhere", 0, &err));
    assert_false(worker_read_next(worker, arena, &item, &err));
    assert_string_equal(err.text, "nowhere: there is no such file or folder");
    assert_int_equal(err.code, ERROR_NOT_FOUND);
    assert_false(worker_read_next(worker, arena, &item, &err));
    assert_string_equal(err.text, "nothing is being read");
    arena_destroy(arena);
    worker_destroy(worker);
}

static void a_missing_program_is_named(void **state)
{
    struct worker *worker = worker_create();
    struct error err = {0};
    (void)state;
    worker_set_program(worker, "/nowhere/touchbase-worker");
    assert_false(worker_read_path(worker, "x", 0, &err));
    assert_non_null(strstr(err.text, "/nowhere/touchbase-worker"));
    worker_set_program(worker, "/bin/true"); /* ends at once */
    struct arena *arena = arena_create();
    struct worker_item item;
    bool begun = worker_read_path(worker, "x", 0, &err);
    assert_false(begun && worker_read_next(worker, arena, &item, &err));
    assert_true(strlen(err.text) > 0);
    arena_destroy(arena);
    worker_destroy(worker);
}

static void bytes_travel_in_pieces(void **state)
{
    enum { LENGTH = 5 << 20 };
    struct worker *worker = start("good");
    struct arena *arena = arena_create();
    struct worker_item item;
    struct error err = {0};
    char *bytes = memory_alloc(LENGTH);
    (void)state;
    memset(bytes, 'x', LENGTH);
    memcpy(bytes, "From", 4);
    assert_true(worker_read_bytes(worker, "-", bytes, LENGTH, 0, &err));
    assert_true(worker_read_next(worker, arena, &item, &err));
    assert_string_equal(item.message.text, "5242880 bytes, first From");
    assert_true(worker_read_next(worker, arena, &item, &err));
    assert_int_equal(item.kind, WORKER_END);
    assert_false(
        worker_read_bytes(worker, "-", bytes, (size_t)WORKER_BYTES_MAX + 1, 0, &err));
    assert_non_null(strstr(err.text, "save it as a file"));
    free(bytes);
    arena_destroy(arena);
    worker_destroy(worker);
}

static void a_pipe_by_name_is_read_here(void **state)
{
    struct worker *worker = start("good");
    struct arena *arena = arena_create();
    struct worker_item item;
    struct error err = {0};
    int ends[2];
    char path[64];
    (void)state;
    assert_int_equal(0, pipe(ends));
    assert_int_equal(6, write(ends[1], "Subj: ", 6));
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    assert_true(worker_read_path(worker, path, 0, &err));
    assert_true(worker_read_next(worker, arena, &item, &err));
    assert_string_equal(item.message.text, "6 bytes, first Subj");
    close(ends[0]);
    arena_destroy(arena);
    worker_destroy(worker);
}

static void a_screen_can_wait_for_items(void **state)
{
    struct worker *worker = start("hangs");
    struct arena *arena = arena_create();
    struct worker_item item;
    struct error err = {0};
    (void)state;
    assert_int_equal(worker_fd(worker), -1);
    assert_true(worker_read_path(worker, "x", 0, &err));
    for (int i = 0; i < 2; i++) {
        while (!worker_read_ready(worker)) {
            struct pollfd waiting = {.fd = worker_fd(worker), .events = POLLIN};
            assert_true(waiting.fd >= 0);
            assert_int_equal(1, poll(&waiting, 1, -1));
        }
        assert_true(worker_read_next(worker, arena, &item, &err));
    }
    assert_false(
        worker_read_ready(worker)); /* it hangs over the third, which it announced */
    worker_cancel(worker);
    assert_int_equal(worker_fd(worker), -1);
    assert_false(worker_read_next(worker, arena, &item, &err));
    arena_destroy(arena);
    worker_destroy(worker);
}

/* A window asks only whether something came: silence becomes the error of that message
 * there too, and nobody waits for it a second time. */
static void notice_silence(const char *mode)
{
    struct worker *worker = start(mode);
    struct arena *arena = arena_create();
    struct worker_item item = {0};
    struct error err = {0};
    worker_set_limit(worker, SHORT_LIMIT);
    assert_true(worker_read_path(worker, "x", 0, &err));
    for (int i = 0; i < 3; i++) { /* it hangs over the third */
        while (!worker_read_ready(worker)) {
            struct pollfd waiting = {.fd = worker_fd(worker), .events = POLLIN};
            poll(&waiting, 1, SHORT_LIMIT);
        }
        worker_set_limit(worker, INT_MAX); /* from here on waiting would hang */
        assert_true(worker_read_next(worker, arena, &item, &err));
        worker_set_limit(worker, SHORT_LIMIT);
    }
    assert_int_equal(item.kind, WORKER_BAD);
    assert_non_null(strstr(item.problem, "took too long"));
    arena_destroy(arena);
    worker_destroy(worker);
}

static void a_screen_notices_silence(void **state)
{
    (void)state;
    notice_silence("hangs");
    notice_silence("gathered hangs");
}

static void an_idle_worker_is_ended(void **state)
{
    struct worker *worker = start("good");
    struct arena *arena = arena_create();
    struct error err = {0};
    char got[256];
    (void)state;
    assert_int_equal(worker_deadline(worker), -1);
    assert_true(worker_read_path(worker, "x", 0, &err));
    assert_int_equal(worker_deadline(worker), -1); /* busy */
    read_through(worker, arena, got, sizeof got);
    int64_t deadline = worker_deadline(worker);
    assert_true(deadline > clock_ticks_ms());
    assert_true(deadline <= clock_ticks_ms() + WORKER_IDLE_MS);
    worker_idle(worker, deadline - 1);
    assert_true(worker_fd(worker) >= 0);
    worker_idle(worker, deadline);
    assert_int_equal(worker_fd(worker), -1);
    assert_int_equal(worker_deadline(worker), -1);
    assert_true(worker_read_path(worker, "x", 0, &err)); /* started again when needed */
    read_through(worker, arena, got, sizeof got);
    assert_string_equal(got, "m0 !m1 m2 m3 m4 4/1");
    arena_destroy(arena);
    worker_destroy(worker);
}

static bool take_bytes(void *context, const char *bytes, size_t length, struct error *err)
{
    struct buffer *out = context;
    (void)err;
    buffer_add(out, bytes, length);
    return true;
}

static bool refuse_bytes(void *context, const char *bytes, size_t length,
                         struct error *err)
{
    (void)context;
    (void)bytes;
    (void)length;
    return error_set(err, ERROR_FAILED, "standard output is closed");
}

static const struct reminder call = {
    .uid = "u", .title = "Call Ana", .due = {20521, 600}};

static bool write_calendar(struct worker *worker, const struct worker_calendar *calendar,
                           int count, struct worker_calendar_totals *totals,
                           struct error *err)
{
    if (!worker_calendar_begin(worker, calendar, err) ||
        !worker_calendar_zone(worker, "Europe/Berlin", 0, err))
        return false;
    for (int i = 0; i < count; i++)
        if (!worker_calendar_add(worker, &call, err))
            return false;
    return worker_calendar_end(worker, totals, err);
}

static void a_calendar_is_counted_and_handed_over(void **state)
{
    struct worker *worker = start("good");
    struct buffer bytes = {0};
    struct worker_calendar calendar = {
        .path = "-", .take = take_bytes, .context = &bytes};
    struct error err = {0};
    struct worker_calendar_totals totals;
    (void)state;
    assert_true(write_calendar(worker, &calendar, 20000, &totals, &err));
    assert_int_equal(totals.count, 20000);
    assert_string_equal(buffer_string(&bytes), "BEGIN:VCALENDAR");
    calendar.take = refuse_bytes;
    assert_false(write_calendar(worker, &calendar, 1, &totals, &err));
    assert_string_equal(err.text, "standard output is closed");
    assert_false(worker_calendar_add(worker, &call, &err));
    calendar.take = NULL;
    assert_true(write_calendar(worker, &calendar, 0, &totals, &err));
    assert_int_equal(totals.count, 0);
    buffer_free(&bytes);
    worker_destroy(worker);
}

static void a_calendar_that_fails_says_why(void **state)
{
    struct worker_calendar calendar = {.path = "calendar.ics"};
    struct error err = {0};
    struct worker_calendar_totals totals;
    (void)state;
    struct worker *worker = start("refuses");
    assert_false(write_calendar(worker, &calendar, 3, &totals, &err));
    assert_string_equal(err.text, "calendar.ics: the disk is full");
    worker_destroy(worker);
    worker = start("crashes");
    assert_false(write_calendar(worker, &calendar, 3, &totals, &err));
    assert_non_null(strstr(err.text, "stopped unexpectedly"));
    assert_int_equal(worker_fd(worker), -1);
    worker_destroy(worker);
}

static void beginning_anew_cancels(void **state)
{
    struct worker *worker = start("hangs");
    struct arena *arena = arena_create();
    struct worker_item item;
    struct error err = {0};
    char got[256];
    (void)state;
    assert_true(worker_read_path(worker, "x", 0, &err));
    assert_true(worker_read_next(worker, arena, &item, &err));
    setenv("TEST_WORKER", "good", 1);
    assert_true(worker_read_path(worker, "y", 0, &err));
    read_through(worker, arena, got, sizeof got);
    assert_string_equal(got, "m0 !m1 m2 m3 m4 4/1");
    arena_destroy(arena);
    worker_destroy(worker);
}

/* The worker got no descriptor of ours: closing ours is the end of the file it reads. */
static void no_descriptor_leaks(void **state)
{
    struct error err = {0};
    struct arena *arena = arena_create();
    char got[256];
    (void)state;
    int before = dup(0);
    close(before);
    for (int i = 0; i < 20; i++) {
        struct worker *worker = start("good");
        assert_true(worker_read_path(worker, "x", 0, &err));
        read_through(worker, arena, got, sizeof got);
        worker_destroy(worker);
    }
    int after = dup(0);
    close(after);
    assert_int_equal(before, after);
    arena_destroy(arena);
}

int main(void)
{
    if (getenv("TEST_WORKER"))
        return fake_main(getenv("TEST_WORKER"));
    signal(SIGPIPE, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_come_in_order),
        cmocka_unit_test(death_is_an_error_of_one_message),
        cmocka_unit_test(silence_is_an_error_of_one_message),
        cmocka_unit_test(nonsense_is_an_error_of_one_message),
        cmocka_unit_test(what_was_gathered_is_asked_for_again),
        cmocka_unit_test(a_refusal_fails_the_reading),
        cmocka_unit_test(a_missing_program_is_named),
        cmocka_unit_test(bytes_travel_in_pieces),
        cmocka_unit_test(a_pipe_by_name_is_read_here),
        cmocka_unit_test(a_screen_can_wait_for_items),
        cmocka_unit_test(a_screen_notices_silence),
        cmocka_unit_test(an_idle_worker_is_ended),
        cmocka_unit_test(a_calendar_is_counted_and_handed_over),
        cmocka_unit_test(a_calendar_that_fails_says_why),
        cmocka_unit_test(beginning_anew_cancels),
        cmocka_unit_test(no_descriptor_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
