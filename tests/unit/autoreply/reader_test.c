/* The reader against tests/corpus/autoreply: every message (NAME.txt) with what it must
 * be read as (NAME.want). A field that the expectation does not name must stay open. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"

enum { HEADERS_MAX = 16, CORPUS_MIN = 40 };

struct sample {
    struct arena *arena;
    struct message message;
    struct message_header headers[HEADERS_MAX];
    enum date_order order;
};

static const char *after(const char *line, const char *name)
{
    size_t length = strlen(name);
    return strncmp(line, name, length) == 0 && line[length] == ':' ? line + length + 2
                                                                   : NULL;
}

static void read_date(struct sample *sample, const char *value)
{
    int year, month, mday, hour, minute;
    int read = sscanf(value, "%d-%d-%d %d:%d", &year, &month, &mday, &hour, &minute);
    if (read < 3)
        return;
    sample->message.has_date = true;
    sample->message.date_day = day_of(year, month, mday);
    sample->message.date_minute = read == 5 ? hour * 60 + minute : MINUTE_NONE;
}

static void read_from(struct sample *sample, char *value)
{
    char *mail = strchr(value, '<');
    *strchr(mail, '>') = '\0';
    sample->message.from.mail = mail + 1;
    if (mail > value) {
        mail[-1] = '\0';
        sample->message.from.name = value;
    }
}

static void read_line(struct sample *sample, char *line)
{
    const char *value;
    if ((value = after(line, "date")))
        read_date(sample, value);
    else if ((value = after(line, "from")))
        read_from(sample, arena_string(sample->arena, value));
    else if ((value = after(line, "subject")))
        sample->message.subject = value;
    else if ((value = after(line, "type")))
        sample->message.content_type = value;
    else if (after(line, "jotted"))
        sample->message.jotted = true;
    else if ((value = after(line, "order")))
        sample->order = strcmp(value, "dmy") == 0   ? DATE_ORDER_DMY
                        : strcmp(value, "mdy") == 0 ? DATE_ORDER_MDY
                                                    : DATE_ORDER_NONE;
    else if ((value = after(line, "header"))) {
        char *copy = arena_string(sample->arena, value), *colon = strchr(copy, ':');
        *colon = '\0';
        assert_true(sample->message.header_count < HEADERS_MAX);
        sample->headers[sample->message.header_count++] =
            (struct message_header){copy, colon + 2};
    } else {
        fail_msg("no header of the corpus: %s", line);
    }
}

/* The header block up to the first blank line, then the text. */
static void read_sample(struct sample *sample, char *text, size_t length)
{
    char *line = text, *end = text + length;
    sample->message = (struct message){.source = "corpus",
                                       .id = "corpus",
                                       .date_day = DAY_NONE,
                                       .date_minute = MINUTE_NONE,
                                       .headers = sample->headers};
    while (line < end && *line != '\n') {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        assert_non_null(newline);
        *newline = '\0';
        read_line(sample, line);
        line = newline + 1;
    }
    line += line < end;
    sample->message.text = line;
    sample->message.text_length = (size_t)(end - line);
}

static void print_covers(struct buffer *out, const struct reading *reading)
{
    bool any = false;
    for (size_t i = 0; i < reading->cover_count; i++)
        any = any || reading->covers[i].mail || reading->covers[i].phone;
    if (any)
        buffer_add_string(out, "cover");
    for (size_t i = 0; i < reading->cover_count; i++) {
        if (reading->covers[i].mail)
            buffer_add_format(out, " %s", reading->covers[i].mail);
        if (reading->covers[i].phone)
            buffer_add_format(out, " %s", reading->covers[i].phone);
    }
    if (any)
        buffer_add_char(out, '\n');
}

/* In the order of the expectations; what is open is left out. */
static void print_reading(struct buffer *out, const struct reading *reading)
{
    char day[DAY_TEXT_SIZE];
    buffer_add_format(out, "kind %s\n", reading_kind_name(reading->kind));
    if (reading->first_day != DAY_NONE)
        buffer_add_format(out, "first_day %s\n", day_format(reading->first_day, day));
    if (reading->back != DAY_NONE)
        buffer_add_format(out, "back %s\n", day_format(reading->back, day));
    if (reading->back_minute != MINUTE_NONE)
        buffer_add_format(out, "minute %d\n", reading->back_minute);
    if (reading->reason != REASON_NONE)
        buffer_add_format(out, "reason %s\n", reason_name(reading->reason));
    if (reading->hospital)
        buffer_add_string(out, "hospital yes\n");
    if (reading->place)
        buffer_add_format(out, "place %s\n", reading->place);
    if (reading->whose)
        buffer_add_format(out, "whose %s\n", reading->whose);
    print_covers(out, reading);
    if (reading->ambiguous_date)
        buffer_add_string(out, "ambiguous yes\n");
}

/* "field -" says the same as no line at all. */
static void read_wanted(struct buffer *out, char *text)
{
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        if (end - line < 2 || strcmp(end - 2, " -") != 0)
            buffer_add_format(out, "%s\n", line);
    }
}

/* Every span lies in its source and its words are those of the source; what was found has
 * evidence. */
static void check_evidence(const struct sample *sample, const struct reading *reading)
{
    bool proved[FIELD_COUNT] = {false};
    for (size_t i = 0; i < reading->evidence_count; i++) {
        const struct evidence *evidence = &reading->evidence[i];
        const char *source = evidence->place == EVIDENCE_SUBJECT ? sample->message.subject
                                                                 : sample->message.text;
        proved[evidence->field] = true;
        assert_in_range(evidence->certainty, 1, 100);
        assert_non_null(evidence->words);
        if (evidence->place == EVIDENCE_HEADER)
            continue;
        size_t length = evidence->place == EVIDENCE_SUBJECT ? strlen(source)
                                                            : sample->message.text_length;
        assert_true(evidence->length > 0 && evidence->start + evidence->length <= length);
        assert_int_equal(strlen(evidence->words), evidence->length);
        assert_memory_equal(evidence->words, source + evidence->start, evidence->length);
    }
    assert_true(reading->why[0] != '\0');
    assert_true(!reading->place || proved[FIELD_PLACE]);
    assert_true(!reading->whose || proved[FIELD_WHOSE]);
    assert_true(reading->cover_count == 0 || proved[FIELD_COVER]);
    assert_true(reading->reason == REASON_NONE || proved[FIELD_REASON]);
    assert_true(reading->back == DAY_NONE || proved[FIELD_BACK]);
    assert_true(reading->kind != READING_OTHER || reading->evidence_count == 0);
}

/* The same reading; every row lies in its source, its words are those of the source, and
 * each field left open says why. */
static void check_trace(struct autoreply_reader *reader, const struct sample *sample,
                        const struct buffer *printed)
{
    struct reading reading;
    struct trace trace;
    struct buffer again = {0};
    bool back_open = false;
    autoreply_explain(reader, sample->arena, &sample->message, sample->order, &reading,
                      &trace);
    print_reading(&again, &reading);
    assert_string_equal(buffer_string(&again), buffer_string(printed));
    assert_non_null(trace.order_from);
    for (size_t i = 0; i < trace.row_count; i++) {
        const struct trace_row *row = &trace.rows[i];
        const char *source = row->place == EVIDENCE_SUBJECT ? sample->message.subject
                                                            : sample->message.text;
        assert_true(row->why && row->why[0] != '\0');
        assert_true(i == 0 || row->topic >= trace.rows[i - 1].topic);
        back_open = back_open || (row->topic == TRACE_OPEN && row->field == FIELD_BACK);
        if (row->topic == TRACE_OPEN || row->place == EVIDENCE_HEADER)
            continue;
        assert_true(row->length > 0 && row->start + row->length <= strlen(source));
        assert_memory_equal(row->words, source + row->start, strlen(row->words));
        assert_true(row->place == EVIDENCE_SUBJECT ||
                    (row->line > 0 && row->last_line >= row->line));
        assert_true(row->topic != TRACE_DATE ||
                    (row->certainty > 0) == (strcmp(row->role, "none") != 0));
    }
    assert_int_equal(back_open, reading.kind == READING_OOO && reading.back == DAY_NONE);
    buffer_free(&again);
}

static bool run_sample(struct autoreply_reader *reader, const char *path)
{
    struct sample sample = {.arena = arena_create()};
    struct buffer text = {0}, expectation = {0}, wanted = {0}, got = {0};
    struct reading reading;
    struct error err;
    const char *want =
        arena_format(sample.arena, "%.*s.want", (int)strlen(path) - 4, path);
    if (!file_read(path, 1 << 20, &text, &err) ||
        !file_read(want, 1 << 20, &expectation, &err))
        fail_msg("%s", err.text);
    read_sample(&sample, text.data, text.length);
    read_wanted(&wanted, expectation.data);
    autoreply_read(reader, sample.arena, &sample.message, sample.order, &reading);
    check_evidence(&sample, &reading);
    print_reading(&got, &reading);
    check_trace(reader, &sample, &got);
    bool same = strcmp(buffer_string(&wanted), buffer_string(&got)) == 0;
    if (!same)
        print_error("%s\n  wanted:\n%s  got (%s):\n%s", path, buffer_string(&wanted),
                    reading.why, buffer_string(&got));
    buffer_free(&text);
    buffer_free(&expectation);
    buffer_free(&wanted);
    buffer_free(&got);
    arena_destroy(sample.arena);
    return same;
}

struct tally {
    int samples, wrong;
};

static void run_family(struct autoreply_reader *reader, struct arena *arena,
                       const char *folder, struct tally *tally)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        const char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".txt") != 0)
            continue;
        tally->samples++;
        tally->wrong += !run_sample(reader, file_join(arena, folder, entry->d_name));
    }
    if (dir)
        closedir(dir);
}

static void test_corpus(void **state)
{
    struct arena *arena = arena_create();
    struct tally tally = {0, 0};
    const char *root = arena_format(arena, "%s/corpus/autoreply", getenv("TEST_DATA"));
    DIR *dir = opendir(root);
    struct dirent *entry;
    assert_non_null(dir);
    while ((entry = readdir(dir)))
        if (entry->d_name[0] != '.' && !strchr(entry->d_name, '.'))
            run_family(*state, arena, file_join(arena, root, entry->d_name), &tally);
    closedir(dir);
    arena_destroy(arena);
    print_message("%d messages, %d wrong\n", tally.samples, tally.wrong);
    assert_int_equal(tally.wrong, 0);
    assert_true(tally.samples >= CORPUS_MIN);
}

/* Every lexicon is whole; read twice it is read once. */
static void test_lexicons(void **state)
{
    struct error err = {0};
    for (int pass = 0; pass < 2; pass++)
        if (!autoreply_read_languages(*state, &err))
            fail_msg("%s", err.text);
}

static int open_reader(void **state)
{
    struct error err;
    struct autoreply_reader *reader = autoreply_open(&err);
    *state = reader;
    return reader ? 0 : -1;
}

static int close_reader(void **state)
{
    autoreply_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_corpus),
                                       cmocka_unit_test(test_lexicons)};
    return cmocka_run_group_tests(tests, open_reader, close_reader);
}
