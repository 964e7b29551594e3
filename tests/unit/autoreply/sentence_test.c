/* The reader against single sentences: tables under tests/tables/autoreply. A line is a
 * text and, behind " ==> ", the fields that the line "show" names, parted by " | "; "-"
 * is a field left open. */
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

enum { SHOWN_MAX = 8, FAMILY_SIZE = 64 };

struct table {
    struct autoreply_reader *reader;
    struct arena *arena;
    day_number today;
    enum date_order order;
    bool by_machine, jotted;
    const char *shown[SHOWN_MAX];
    size_t shown_count;
    int lines, wrong;
};

static void add_day(struct buffer *out, day_number day)
{
    char text[DAY_TEXT_SIZE];
    buffer_add_string(out, day == DAY_NONE ? "-" : day_format(day, text));
}

static void add_covers(struct buffer *out, const struct reading *reading)
{
    size_t before = out->length;
    for (size_t i = 0; i < reading->cover_count; i++) {
        const struct cover *cover = &reading->covers[i];
        const char *points[] = {cover->mail, cover->phone};
        for (size_t k = 0; k < 2; k++)
            if (points[k])
                buffer_add_format(out, "%s%s", out->length > before ? " " : "",
                                  points[k]);
    }
    if (out->length == before)
        buffer_add_char(out, '-');
}

static void add_text(struct buffer *out, const char *text)
{
    buffer_add_string(out, text ? text : "-");
}

static void add_minute(struct buffer *out, int minute)
{
    if (minute == MINUTE_NONE)
        buffer_add_char(out, '-');
    else
        buffer_add_format(out, "%02d:%02d", minute / 60, minute % 60);
}

static void add_field(struct buffer *out, const char *name, const struct reading *reading)
{
    if (strcmp(name, "kind") == 0)
        buffer_add_string(out, reading_kind_name(reading->kind));
    else if (strcmp(name, "first") == 0)
        add_day(out, reading->first_day);
    else if (strcmp(name, "back") == 0)
        add_day(out, reading->back);
    else if (strcmp(name, "time") == 0)
        add_minute(out, reading->back_minute);
    else if (strcmp(name, "reason") == 0)
        add_text(out,
                 reading->reason == REASON_NONE ? NULL : reason_name(reading->reason));
    else if (strcmp(name, "hospital") == 0)
        add_text(out, reading->hospital ? "hospital" : NULL);
    else if (strcmp(name, "place") == 0)
        add_text(out, reading->place);
    else if (strcmp(name, "whose") == 0)
        add_text(out, reading->whose);
    else if (strcmp(name, "cover") == 0)
        add_covers(out, reading);
    else if (strcmp(name, "doubt") == 0)
        add_text(out, reading->ambiguous_date ? "ambiguous" : NULL);
    else
        fail_msg("no field \"%s\" to show", name);
}

/* "show first back": the names of what follows the arrow. */
static void set_shown(struct table *table, const char *names)
{
    char *rest = arena_string(table->arena, names);
    table->shown_count = 0;
    for (char *name = strtok_r(rest, " ", &rest); name;
         name = strtok_r(NULL, " ", &rest)) {
        assert_true(table->shown_count < SHOWN_MAX);
        table->shown[table->shown_count++] = name;
    }
}

static const char *behind(const char *line, const char *word)
{
    size_t length = strlen(word);
    return strncmp(line, word, length) == 0 ? line + length : NULL;
}

/* True when the line sets what the ones behind it are read with. */
static bool set_context(struct table *table, const char *line)
{
    const char *value;
    if (strstr(line, " ==> "))
        return false;
    if ((value = behind(line, "message of "))) {
        assert_true(day_parse(value, &table->today));
    } else if ((value = behind(line, "order "))) {
        table->order = strcmp(value, "dmy") == 0   ? DATE_ORDER_DMY
                       : strcmp(value, "mdy") == 0 ? DATE_ORDER_MDY
                                                   : DATE_ORDER_NONE;
    } else if ((value = behind(line, "sent "))) {
        table->by_machine = strcmp(value, "by machine") == 0;
        table->jotted = strcmp(value, "jotted") == 0;
    } else if ((value = behind(line, "show "))) {
        set_shown(table, value);
    } else {
        fail_msg("no \" ==> \" in: %s", line);
    }
    return true;
}

static void read_text(const struct table *table, const char *text, struct reading *out)
{
    struct message_header headers[] = {{"Auto-Submitted", "auto-replied"}};
    struct message message = {.source = "table",
                              .id = "table",
                              .subject = table->jotted ? "" : "Automatic reply: Pumps",
                              .from = {"Graham Pell", "graham.pell@oxbow.example"},
                              .text = text,
                              .text_length = strlen(text),
                              .has_date = true,
                              .date_day = table->today,
                              .date_minute = 9 * 60,
                              .jotted = table->jotted,
                              .headers = headers,
                              .header_count = table->by_machine ? 1 : 0};
    if (!table->by_machine)
        message.subject = table->jotted ? "" : "Re: Pumps";
    autoreply_read(table->reader, table->arena, &message, table->order, out);
}

static void run_line(struct table *table, char *line)
{
    struct reading reading;
    struct buffer got = {0};
    char *arrow = strstr(line, " ==> ");
    *arrow = '\0';
    read_text(table, line, &reading);
    for (size_t i = 0; i < table->shown_count; i++) {
        buffer_add_string(&got, i > 0 ? " | " : "");
        add_field(&got, table->shown[i], &reading);
    }
    if (strcmp(buffer_string(&got), arrow + 5) != 0) {
        print_error("%s\n    want %s\n    got  %s\n", line, arrow + 5,
                    buffer_string(&got));
        table->wrong++;
    }
    table->lines++;
    buffer_free(&got);
}

static void run_table(struct autoreply_reader *reader, const char *name, int at_least)
{
    struct table table = {.reader = reader, .arena = arena_create(), .by_machine = true};
    struct buffer text = {0};
    struct error err;
    const char *path =
        arena_format(table.arena, "%s/tables/autoreply/%s", getenv("TEST_DATA"), name);
    if (!file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        if (line[0] != '#' && line[0] != '\0' && !set_context(&table, line))
            run_line(&table, line);
    }
    print_message("%s: %d lines, %d wrong\n", name, table.lines, table.wrong);
    assert_int_equal(table.wrong, 0);
    assert_true(table.lines >= at_least);
    buffer_free(&text);
    arena_destroy(table.arena);
}

static void test_period(void **state)
{
    run_table(*state, "period_en.txt", 80);
}

static void test_kind(void **state)
{
    run_table(*state, "kind_en.txt", 50);
}

static void test_phone(void **state)
{
    run_table(*state, "phone_en.txt", 25);
}

static void test_reason(void **state)
{
    run_table(*state, "reason_en.txt", 50);
}

static void test_place(void **state)
{
    run_table(*state, "place_en.txt", 20);
}

static void test_cover(void **state)
{
    run_table(*state, "cover_en.txt", 20);
}

static void test_languages(void **state)
{
    run_table(*state, "languages.txt", 50);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_period),    cmocka_unit_test(test_kind),
        cmocka_unit_test(test_phone),     cmocka_unit_test(test_reason),
        cmocka_unit_test(test_place),     cmocka_unit_test(test_cover),
        cmocka_unit_test(test_languages),
    };
    return cmocka_run_group_tests(tests, open_reader, close_reader);
}
