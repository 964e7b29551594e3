/* Records there and back, and damaged on the way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/text.h"
#include "touchbase/wire/codec.h"

static const char text[] = "I am in Mexico until 9 March.\nGrüße";
static const struct message_header headers[] = {{"From", "Dana <dana@x.example>"},
                                                {"X-Empty", ""}};
static const struct message full_message = {
    .source = "box.mbox#2",
    .id = "box#2",
    .message_id = "m@x.example",
    .has_date = true,
    .date_utc = 1772460005,
    .date_day = 20514,
    .date_minute = 540,
    .from = {"Dana", "dana@x.example"},
    .reply_to = {NULL, "desk@x.example"},
    .subject = "Automatic reply",
    .content_type = "text/plain",
    .headers = headers,
    .header_count = 2,
    .has_calendar = true,
    .text = text,
    .text_length = sizeof text - 1,
    .cut = true,
};

static const struct cover covers[] = {{"Lee", "lee@x.example", "+15550100x4", "orders"},
                                      {NULL, NULL, "5550100", NULL}};
static const struct evidence proofs[] = {
    {FIELD_PLACE, EVIDENCE_TEXT, 8, 6, "Mexico", 90},
    {FIELD_KIND, EVIDENCE_SUBJECT, 0, 9, "Automatic", 70},
    {FIELD_KIND, EVIDENCE_HEADER, 0, 0, "Auto-Submitted: auto-replied", 100}};
static const struct reading full_reading = {
    .kind = READING_OOO,
    .why = "Auto-Submitted",
    .first_day = DAY_NONE,
    .back = 20521,
    .back_minute = 780,
    .reason = REASON_VACATION,
    .hospital = true,
    .place = "Mexico",
    .whose = "with my family",
    .covers = covers,
    .cover_count = 2,
    .evidence = proofs,
    .evidence_count = 3,
    .ambiguous_date = true,
    .language = "en",
};

static const struct reminder full_reminder = {
    .uid = "6f1d0c1e",
    .sequence = 3,
    .created_utc = -1,
    .changed_utc = INT64_MAX,
    .title = "Call Jürgen",
    .description = "Next: offer\nPhone: 1",
    .due = {20521, 600},
    .zone = "America/Toronto",
    .due_utc = 1773064800,
    .alarm_minutes = 15,
    .busy = true,
};

static struct wire_record fields_of(const struct buffer *bytes)
{
    return (struct wire_record){.bytes = buffer_string(bytes), .length = bytes->length};
}

static void same(const char *a, const char *b)
{
    if (!a || !b)
        assert_true(a == b);
    else
        assert_string_equal(a, b);
}

static void same_message(const struct message *a, const struct message *b)
{
    same(a->source, b->source);
    same(a->id, b->id);
    same(a->message_id, b->message_id);
    same(a->subject, b->subject);
    same(a->content_type, b->content_type);
    same(a->from.name, b->from.name);
    same(a->from.mail, b->from.mail);
    same(a->reply_to.mail, b->reply_to.mail);
    same(a->sender.mail, b->sender.mail);
    same(a->text, b->text);
    assert_int_equal(a->text_length, b->text_length);
    assert_int_equal(a->jotted, b->jotted);
    assert_int_equal(a->has_date, b->has_date);
    assert_int_equal(a->date_utc, b->date_utc);
    assert_int_equal(a->date_day, b->date_day);
    assert_int_equal(a->date_minute, b->date_minute);
    assert_int_equal(a->has_calendar, b->has_calendar);
    assert_int_equal(a->has_attached, b->has_attached);
    assert_int_equal(a->cut, b->cut);
    assert_int_equal(a->header_count, b->header_count);
    for (size_t i = 0; i < a->header_count; i++) {
        same(a->headers[i].name, b->headers[i].name);
        same(a->headers[i].value, b->headers[i].value);
    }
}

static void a_message_comes_back(void **state)
{
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct message message;
    (void)state;
    wire_put_message(&bytes, &full_message);
    assert_true(wire_get_message(arena, fields_of(&bytes), &message));
    same_message(&full_message, &message);
    buffer_free(&bytes);
    arena_destroy(arena);
}

static void a_bare_message_comes_back(void **state)
{
    const struct message bare = {.source = "-",
                                 .id = "-",
                                 .jotted = true,
                                 .message_id = "sha256:0",
                                 .date_day = DAY_NONE,
                                 .date_minute = MINUTE_NONE,
                                 .text = ""};
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct message message;
    (void)state;
    wire_put_message(&bytes, &bare);
    assert_true(wire_get_message(arena, fields_of(&bytes), &message));
    same_message(&bare, &message);
    buffer_free(&bytes);
    arena_destroy(arena);
}

static void a_reading_comes_back(void **state)
{
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct reading reading;
    (void)state;
    wire_put_reading(&bytes, &full_reading);
    assert_true(wire_get_reading(arena, fields_of(&bytes), &full_message, &reading));
    assert_int_equal(reading.kind, READING_OOO);
    assert_int_equal(reading.first_day, DAY_NONE);
    assert_int_equal(reading.back, 20521);
    assert_int_equal(reading.back_minute, 780);
    assert_int_equal(reading.reason, REASON_VACATION);
    assert_true(reading.hospital && reading.ambiguous_date);
    same(reading.why, full_reading.why);
    same(reading.place, "Mexico");
    same(reading.whose, "with my family");
    same(reading.language, "en");
    assert_int_equal(reading.cover_count, 2);
    same(reading.covers[0].matter, "orders");
    same(reading.covers[1].name, NULL);
    same(reading.covers[1].phone, "5550100");
    assert_int_equal(reading.evidence_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(reading.evidence[i].field, proofs[i].field);
        assert_int_equal(reading.evidence[i].place, proofs[i].place);
        assert_int_equal(reading.evidence[i].start, proofs[i].start);
        assert_int_equal(reading.evidence[i].length, proofs[i].length);
        assert_int_equal(reading.evidence[i].certainty, proofs[i].certainty);
        same(reading.evidence[i].words, proofs[i].words);
    }
    buffer_free(&bytes);
    arena_destroy(arena);
}

static const struct trace_row seen[] = {{.topic = TRACE_HEADER,
                                         .place = EVIDENCE_HEADER,
                                         .words = "Auto-Submitted: auto-replied",
                                         .why = "a machine sent it",
                                         .first = DAY_NONE,
                                         .last = DAY_NONE,
                                         .other = DAY_NONE},
                                        {.topic = TRACE_DATE,
                                         .place = EVIDENCE_TEXT,
                                         .start = 21,
                                         .length = 7,
                                         .line = 1,
                                         .last_line = 1,
                                         .words = "9 March",
                                         .by = "until",
                                         .why = "away until then",
                                         .field = FIELD_BACK,
                                         .role = "until",
                                         .first = 20521,
                                         .last = 20521,
                                         .other = DAY_NONE,
                                         .certainty = 95}};

static void a_trace_comes_back(void **state)
{
    const struct trace full = {"dmy", "the setting", seen, 2};
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct trace trace;
    (void)state;
    wire_put_trace(&bytes, &full);
    assert_true(wire_get_trace(arena, fields_of(&bytes), &full_message, &trace));
    same(trace.order, "dmy");
    same(trace.order_from, "the setting");
    assert_int_equal(trace.row_count, 2);
    same(trace.rows[0].words, seen[0].words);
    same(trace.rows[0].role, NULL);
    const struct trace_row *date = &trace.rows[1];
    assert_int_equal(date->topic, TRACE_DATE);
    assert_int_equal(date->start, 21);
    assert_int_equal(date->length, 7);
    assert_int_equal(date->line, 1);
    same(date->by, "until");
    same(date->role, "until");
    assert_int_equal(date->field, FIELD_BACK);
    assert_int_equal(date->first, 20521);
    assert_int_equal(date->other, DAY_NONE);
    assert_int_equal(date->certainty, 95);
    buffer_free(&bytes);
    arena_destroy(arena);
}

/* Rows outside of their text, and rows that lack what is shown of them. */
static void lies_of_a_trace_are_refused(void **state)
{
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct trace trace;
    (void)state;
    for (int i = 0; i < 6; i++) {
        struct trace_row row = seen[1];
        const struct trace lie = {NULL, i == 5 ? NULL : "nothing", &row, 1};
        row.start = i == 0 ? sizeof text : row.start;
        row.certainty = i == 1 ? 101 : row.certainty;
        row.why = i == 2 ? NULL : row.why;
        row.role = i == 3 ? NULL : row.role;
        row.words = i == 4 ? NULL : row.words;
        buffer_clear(&bytes);
        wire_put_trace(&bytes, &lie);
        assert_false(wire_get_trace(arena, fields_of(&bytes), &full_message, &trace));
    }
    buffer_free(&bytes);
    arena_destroy(arena);
}

static void a_reminder_comes_back(void **state)
{
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct reminder reminder;
    (void)state;
    wire_put_reminder(&bytes, &full_reminder);
    assert_true(wire_get_reminder(arena, fields_of(&bytes), &reminder));
    same(reminder.uid, full_reminder.uid);
    same(reminder.title, full_reminder.title);
    same(reminder.description, full_reminder.description);
    same(reminder.link, NULL);
    same(reminder.zone, full_reminder.zone);
    assert_int_equal(reminder.sequence, 3);
    assert_true(reminder.created_utc == -1 && reminder.changed_utc == INT64_MAX);
    assert_int_equal(wall_compare(reminder.due, full_reminder.due), 0);
    assert_int_equal(reminder.due_utc, full_reminder.due_utc);
    assert_int_equal(reminder.alarm_minutes, 15);
    assert_true(reminder.busy);
    buffer_free(&bytes);
    arena_destroy(arena);
}

static void a_request_comes_back(void **state)
{
    const struct wire_request request = {.version = "0.1.0",
                                         .source = "/tmp/\xff\xfe.eml",
                                         .order = 2,
                                         .skip = 7,
                                         .several = true,
                                         .explain = true,
                                         .careful = true,
                                         .earliest = -5};
    struct arena *arena = arena_create();
    struct buffer bytes = {0};
    struct wire_record record;
    struct wire_request got;
    size_t used = 0;
    (void)state;
    assert_true(wire_put_request(&bytes, WIRE_READ_PATH, &request));
    assert_int_equal(WIRE_WHOLE, wire_parse(bytes.data, bytes.length, &record, &used));
    assert_int_equal(record.kind, WIRE_READ_PATH);
    assert_true(wire_get_request(arena, record, &got));
    same(got.version, "0.1.0");
    same(got.source, request.source);
    same(got.name, NULL);
    assert_int_equal(got.order, 2);
    assert_int_equal(got.skip, 7);
    assert_true(got.several && got.explain && got.careful && !got.tasks);
    assert_int_equal(got.earliest, -5);
    buffer_free(&bytes);
    arena_destroy(arena);
}

/* Evidence outside its text, a cover that is nobody, numbers out of range, text that is
 * none. */
static void lies_are_refused(void **state)
{
    struct arena *arena = arena_create();
    struct reading reading;
    struct message message;
    struct buffer bytes = {0};
    const struct evidence outside[] = {
        {FIELD_PLACE, EVIDENCE_TEXT, sizeof text - 1, 1, "x", 1},
        {FIELD_PLACE, EVIDENCE_TEXT, 1, sizeof text - 1, "x", 1},
        {FIELD_PLACE, EVIDENCE_TEXT, WIRE_RECORD_MAX, WIRE_RECORD_MAX, "x", 1},
        {FIELD_PLACE, EVIDENCE_SUBJECT, 10, 6, "x", 1},
        {FIELD_COUNT, EVIDENCE_HEADER, 0, 0, "x", 1},
        {FIELD_KIND, EVIDENCE_HEADER, 0, 0, "x", 101},
        {FIELD_KIND, EVIDENCE_HEADER, 0, 0, "\xff", 1},
        {FIELD_KIND, EVIDENCE_HEADER, 0, 0, NULL, 1}};
    (void)state;
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        struct reading lie = {.evidence = &outside[i], .evidence_count = 1};
        buffer_clear(&bytes);
        wire_put_reading(&bytes, &lie);
        assert_false(wire_get_reading(arena, fields_of(&bytes), &full_message, &reading));
    }
    const struct cover nobody = {.matter = "all"};
    struct reading lie = {.covers = &nobody, .cover_count = 1};
    buffer_clear(&bytes);
    wire_put_reading(&bytes, &lie);
    assert_false(wire_get_reading(arena, fields_of(&bytes), &full_message, &reading));
    lie = (struct reading){.first_day = 2932897, .back_minute = MINUTE_NONE};
    buffer_clear(&bytes);
    wire_put_reading(&bytes, &lie);
    assert_false(wire_get_reading(arena, fields_of(&bytes), &full_message, &reading));
    struct message odd = full_message;
    odd.date_minute = 1440;
    buffer_clear(&bytes);
    wire_put_message(&bytes, &odd);
    assert_false(wire_get_message(arena, fields_of(&bytes), &message));
    odd = full_message;
    odd.text = NULL;
    buffer_clear(&bytes);
    wire_put_message(&bytes, &odd);
    assert_false(wire_get_message(arena, fields_of(&bytes), &message));
    buffer_free(&bytes);
    arena_destroy(arena);
}

/* Whatever was taken must be sound. */
static void use(const struct message *message)
{
    assert_int_equal(strlen(message->text), message->text_length);
    assert_true(text_is_utf8(message->text, message->text_length));
    for (size_t i = 0; i < message->header_count; i++)
        assert_true(strlen(message->headers[i].name) < WIRE_RECORD_MAX);
}

static void decode_all(struct arena *arena, const char *bytes, size_t length)
{
    struct wire_record fields = {.bytes = bytes, .length = length};
    struct message message;
    struct reading reading;
    struct reminder reminder;
    struct trace trace;
    wire_get_trace(arena, fields, &full_message, &trace);
    if (wire_get_message(arena, fields, &message))
        use(&message);
    if (wire_get_reading(arena, fields, &full_message, &reading))
        for (size_t i = 0; i < reading.evidence_count; i++)
            assert_true(strlen(reading.evidence[i].words) < WIRE_RECORD_MAX);
    if (wire_get_reminder(arena, fields, &reminder))
        assert_non_null(reminder.uid);
}

static void all_records(struct buffer out[3])
{
    wire_put_message(&out[0], &full_message);
    wire_put_reading(&out[1], &full_reading);
    wire_put_reminder(&out[2], &full_reminder);
}

static void every_truncation_is_survived(void **state)
{
    struct buffer records[3] = {{0}};
    struct arena *arena = arena_create();
    (void)state;
    all_records(records);
    for (size_t i = 0; i < 3; i++) {
        for (size_t length = 0; length < records[i].length; length++) {
            char *copy = malloc(length + 1);
            memcpy(copy, records[i].data, length);
            decode_all(arena, copy, length);
            free(copy);
            arena_reset(arena);
        }
        buffer_free(&records[i]);
    }
    arena_destroy(arena);
}

static void random_flips_are_survived(void **state)
{
    struct buffer records[3] = {{0}};
    struct arena *arena = arena_create();
    uint32_t seed = 7;
    (void)state;
    all_records(records);
    for (int round = 0; round < 30000; round++) {
        const struct buffer *record = &records[round % 3];
        char *copy = malloc(record->length);
        memcpy(copy, record->data, record->length);
        for (int flips = 1 + round % 4; flips > 0; flips--) {
            seed = seed * 1664525u + 1013904223u;
            size_t bit = (seed >> 4) % (record->length * 8);
            copy[bit / 8] = (char)(copy[bit / 8] ^ (1 << bit % 8));
        }
        decode_all(arena, copy, record->length);
        free(copy);
        arena_reset(arena);
    }
    for (size_t i = 0; i < 3; i++)
        buffer_free(&records[i]);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_comes_back),
        cmocka_unit_test(a_bare_message_comes_back),
        cmocka_unit_test(a_reading_comes_back),
        cmocka_unit_test(a_trace_comes_back),
        cmocka_unit_test(lies_of_a_trace_are_refused),
        cmocka_unit_test(a_reminder_comes_back),
        cmocka_unit_test(a_request_comes_back),
        cmocka_unit_test(lies_are_refused),
        cmocka_unit_test(every_truncation_is_survived),
        cmocka_unit_test(random_flips_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
