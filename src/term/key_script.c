#include "key_script.h"

#include <string.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

enum { SIDE_MAX = 1000, PASS_DIGITS = 6 };

struct reading {
    struct arena *arena;
    const char *at;
    const char *end;
    int line;
    struct key_script *script;
    struct error *err;
};

struct word {
    const char *start;
    size_t length;
};

static struct script_step *add_step(struct reading *reading)
{
    struct key_script *script = reading->script;

    script->steps =
        arena_grow(reading->arena, script->steps, script->count, script->count + 1,
                   sizeof *script->steps, &script->capacity);
    script->steps[script->count] = (struct script_step){.kind = STEP_PRESS};
    return &script->steps[script->count++];
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Goes to the next word, over blanks and comments; false at the end. */
static bool skip_blanks(struct reading *reading)
{
    while (reading->at < reading->end) {
        if (*reading->at == '#') {
            while (reading->at < reading->end && *reading->at != '\n')
                reading->at++;
        } else if (is_blank(*reading->at)) {
            reading->line += *reading->at == '\n';
            reading->at++;
        } else {
            return true;
        }
    }
    return false;
}

static struct word next_word(struct reading *reading)
{
    const char *start = reading->at;

    while (reading->at < reading->end && !is_blank(*reading->at))
        reading->at++;
    return (struct word){start, (size_t)(reading->at - start)};
}

static bool word_is(struct word word, const char *text)
{
    return word.length == strlen(text) && memcmp(word.start, text, word.length) == 0;
}

/* Reads a quoted text at its opening quote, the escapes resolved. */
static bool read_quoted(struct reading *reading, struct buffer *out)
{
    int line = reading->line;

    for (reading->at++; reading->at < reading->end; reading->at++) {
        char c = *reading->at;

        if (c == '"') {
            reading->at++;
            return true;
        }
        if (c == '\\' && reading->at + 1 < reading->end) {
            c = *++reading->at;
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        reading->line += *reading->at == '\n';
        buffer_add_char(out, c);
    }
    return error_set(reading->err, ERROR_USAGE,
                     "keys, line %d: the text in quotes has no end", line);
}

static bool type_quoted(struct reading *reading)
{
    struct buffer text = {0};
    bool read = read_quoted(reading, &text);
    const char *at = buffer_string(&text), *end = at + text.length;

    while (read && at < end)
        add_step(reading)->key = key_of_character(text_next(&at, end));
    buffer_free(&text);
    return read;
}

static bool paste_quoted(struct reading *reading)
{
    struct buffer text = {0};
    bool read;

    if (!skip_blanks(reading) || *reading->at != '"')
        return error_set(reading->err, ERROR_USAGE,
                         "keys, line %d: after paste stands a text in quotes",
                         reading->line);
    read = read_quoted(reading, &text);
    if (read) {
        char *copy = text_repair(reading->arena, buffer_string(&text), text.length);

        add_step(reading)->key =
            (struct key){.sym = KEYSYM_PASTE, .text = copy, .length = strlen(copy)};
    }
    buffer_free(&text);
    return read;
}

static const char *read_side(const char *at, const char *end, int *side)
{
    *side = -1;
    while (at < end && *at >= '0' && *at <= '9') {
        *side = (*side < 0 ? 0 : *side) * 10 + (*at++ - '0');
        if (*side > SIDE_MAX)
            *side = SIDE_MAX;
    }
    return at;
}

static bool read_resize(struct reading *reading)
{
    struct word word;
    const char *at;
    int rows = -1, columns;

    skip_blanks(reading);
    word = next_word(reading);
    at = read_side(word.start, word.start + word.length, &columns);
    if (at < word.start + word.length && *at == 'x')
        at = read_side(at + 1, word.start + word.length, &rows);
    if (columns < 0 || rows < 0 || at != word.start + word.length)
        return error_set(reading->err, ERROR_USAGE,
                         "keys, line %d: after resize stands a size like 80x24",
                         reading->line);
    *add_step(reading) =
        (struct script_step){.kind = STEP_RESIZE, .rows = rows, .columns = columns};
    return true;
}

/* "90s", "5m", "3h", "2d": seconds; -1 for anything else. */
static int64_t read_duration(struct word word)
{
    static const struct {
        char unit;
        int seconds;
    } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}};
    int64_t number = 0;

    if (word.length < 2 || word.length > PASS_DIGITS + 1)
        return -1;
    for (size_t i = 0; i + 1 < word.length; i++) {
        if (word.start[i] < '0' || word.start[i] > '9')
            return -1;
        number = number * 10 + (word.start[i] - '0');
    }
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].unit == word.start[word.length - 1])
            return number * units[i].seconds;
    }
    return -1;
}

static bool read_pass(struct reading *reading)
{
    int64_t seconds;

    skip_blanks(reading);
    seconds = read_duration(next_word(reading));
    if (seconds < 0)
        return error_set(reading->err, ERROR_USAGE,
                         "keys, line %d: after pass stands a time like 90s, 5m, 3h or 2d",
                         reading->line);
    *add_step(reading) = (struct script_step){.kind = STEP_PASS, .seconds = seconds};
    return true;
}

static bool read_until(struct reading *reading)
{
    struct buffer text = {0};
    int line = reading->line;
    bool read;

    if (!skip_blanks(reading) || *reading->at != '"')
        return error_set(reading->err, ERROR_USAGE,
                         "keys, line %d: after until stands a text in quotes",
                         reading->line);
    read = read_quoted(reading, &text);
    if (read)
        *add_step(reading) = (struct script_step){
            .kind = STEP_UNTIL,
            .words = text_repair(reading->arena, buffer_string(&text), text.length),
            .line = line};
    buffer_free(&text);
    return read;
}

static bool add_mouse(struct reading *reading, enum mouse what, struct word place)
{
    const char *end = place.start + place.length, *at;
    int column, row = -1;

    at = read_side(place.start, end, &column);
    if (at < end && *at == ',')
        at = read_side(at + 1, end, &row);
    if (column < 1 || row < 1 || at != end)
        return error_set(reading->err, ERROR_USAGE,
                         "keys, line %d: a mouse is at a place like 12,3 (column,row)",
                         reading->line);
    add_step(reading)->key = (struct key){
        .sym = KEYSYM_MOUSE, .code = what, .row = row - 1, .column = column - 1};
    return true;
}

static bool read_mouse(struct reading *reading)
{
    static const char *const names[] = {[MOUSE_PRESS] = "press",
                                        [MOUSE_RELEASE] = "release",
                                        [MOUSE_WHEEL_UP] = "wheel-up",
                                        [MOUSE_WHEEL_DOWN] = "wheel-down"};
    struct word what;

    skip_blanks(reading);
    what = next_word(reading);
    skip_blanks(reading);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (word_is(what, names[i]))
            return add_mouse(reading, (enum mouse)i, next_word(reading));
    }
    return error_set(
        reading->err, ERROR_USAGE,
        "keys, line %d: after mouse stands press, release, wheel-up or wheel-down",
        reading->line);
}

static bool press_keys(struct reading *reading, struct word word)
{
    struct key keys[KEY_SEQUENCE_MAX];
    size_t count = key_parse_sequence(word.start, word.length, keys);

    if (count == 0)
        return error_set(reading->err, ERROR_USAGE, "keys, line %d: \"%.*s\" is no key",
                         reading->line, word.length < 80 ? (int)word.length : 80,
                         word.start);
    for (size_t i = 0; i < count; i++)
        add_step(reading)->key = keys[i];
    return true;
}

static bool read_word(struct reading *reading)
{
    struct word word;

    if (*reading->at == '"')
        return type_quoted(reading);
    word = next_word(reading);
    if (word_is(word, "paste"))
        return paste_quoted(reading);
    if (word_is(word, "resize"))
        return read_resize(reading);
    if (word_is(word, "pass"))
        return read_pass(reading);
    if (word_is(word, "until"))
        return read_until(reading);
    if (word_is(word, "mouse"))
        return read_mouse(reading);
    if (word_is(word, "hangup")) {
        add_step(reading)->kind = STEP_HANGUP;
        return true;
    }
    return press_keys(reading, word);
}

bool key_script_parse(struct arena *arena, const char *text, size_t length,
                      struct key_script *script, struct error *err)
{
    struct reading reading = {.arena = arena,
                              .at = text,
                              .end = text + length,
                              .line = 1,
                              .script = script,
                              .err = err};

    *script = (struct key_script){0};
    while (skip_blanks(&reading)) {
        if (!read_word(&reading))
            return false;
    }
    return true;
}
