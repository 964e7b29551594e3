#include "jotted.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "touchbase/mail/mail.h"

#include "hash.h"
#include "plain.h"

enum { SECONDS_A_DAY = 86400, SECONDS_A_MINUTE = 60, FIRST_LINE_MAX = 80 };

static bool refuse(struct error *err, const char *line)
{
    return error_set(
        err, ERROR_FAILED,
        "its first line says \"%s\", and there is no such day or time; write it as "
        "received: 2026-03-02 or received: 2026-03-02 09:30",
        line);
}

/* The number of two digits at text; -1 when there are none. */
static int two_digits(const char *text)
{
    if (!isdigit((unsigned char)text[0]) || !isdigit((unsigned char)text[1]))
        return -1;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/* "HH:MM" or "HH:MM:SS" at text, to its end. */
static bool parse_time(const char *text, int *minute)
{
    int hours = two_digits(text);
    if (hours < 0 || text[2] != ':')
        return false;
    int minutes = two_digits(text + 3);
    if (hours > 23 || minutes < 0 || minutes > 59)
        return false;
    const char *rest = text + 5;
    if (rest[0] == ':' && two_digits(rest + 1) >= 0)
        rest += 3;
    *minute = hours * 60 + minutes;
    return *rest == '\0' || strcmp(rest, "Z") == 0;
}

/* What stands behind "received:", blanks taken off both ends. */
static bool parse_when(const char *when, struct message *out)
{
    char day[sizeof "YYYY-MM-DD"] = "";
    int minute = MINUTE_NONE;
    day_number number;
    snprintf(day, sizeof day, "%.10s", when);
    if (!day_parse(day, &number))
        return false;
    const char *rest = when + strlen(day);
    if (*rest == 'T' && !parse_time(rest + 1, &minute))
        return false;
    while (*rest == ' ' || *rest == '\t')
        rest++;
    if (*rest != '\0' && *rest != 'T' && !parse_time(rest, &minute))
        return false;
    out->has_date = true;
    out->date_day = number;
    out->date_minute = minute;
    out->date_utc = (int64_t)number * SECONDS_A_DAY;
    if (minute != MINUTE_NONE)
        out->date_utc += (int64_t)minute * SECONDS_A_MINUTE;
    return true;
}

/* Takes the first line "received: ..." off text. False and err when it holds no date. */
static bool take_received(const char **text, size_t *length, struct message *out,
                          struct error *err)
{
    static const char word[] = "received:";
    const size_t word_length = sizeof word - 1;
    if (*length < word_length || strncasecmp(*text, word, word_length) != 0)
        return true;
    const char *newline = memchr(*text, '\n', *length);
    size_t line_length = newline ? (size_t)(newline - *text) : *length;
    char line[FIRST_LINE_MAX];
    snprintf(line, sizeof line, "%.*s",
             (int)(line_length < sizeof line ? line_length : 79), *text);
    size_t end = strlen(line);
    while (end > 0 && isspace((unsigned char)line[end - 1]))
        line[--end] = '\0';
    const char *when = line + (end < word_length ? end : word_length);
    while (*when == ' ' || *when == '\t')
        when++;
    if (!isdigit((unsigned char)*when))
        return true;
    if (!parse_when(when, out))
        return refuse(err, line);
    *text += newline ? line_length + 1 : line_length;
    *length -= newline ? line_length + 1 : line_length;
    return true;
}

bool mail_jotted(struct arena *arena, const char *bytes, size_t length,
                 struct message *out, struct error *err)
{
    out->jotted = true;
    out->message_id = mail_hash(arena, bytes, length);
    out->cut = length > MAIL_PART_MAX;
    struct buffer clean = {0};
    mail_plain_repair(&clean, bytes, out->cut ? MAIL_PART_MAX : length);
    struct buffer tidy = {0};
    mail_plain_tidy(&tidy, clean.data ? clean.data : "", clean.length);
    buffer_free(&clean);
    const char *text = buffer_string(&tidy);
    size_t text_length = tidy.length;
    bool done = take_received(&text, &text_length, out, err);
    while (text_length > 0 && *text == '\n') {
        text++;
        text_length--;
    }
    if (done && text_length == 0)
        done = error_set(err, ERROR_FAILED, "nothing was written under its first line");
    if (text_length > MAIL_TEXT_MAX) {
        text_length = mail_plain_cut(text, MAIL_TEXT_MAX);
        out->cut = true;
    }
    out->text = arena_copy(arena, text, text_length);
    out->text_length = text_length;
    buffer_free(&tidy);
    return done;
}
