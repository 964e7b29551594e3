#include "touchbase/dates/when.h"

#include <string.h>

#include "when_read.h"

#define EXAMPLES \
    "try fri, tomorrow 2pm, +3d, in 2 weeks, 14 mar, 2027-01-06 09:30, end of month"

int when_part(const struct when *when, size_t from, size_t to, const char **start)
{
    const struct tokens *tokens = when->grammar.tokens;
    if (from >= tokens->count || to <= from) {
        *start = when->text;
        return (int)strnlen(when->text, 60);
    }
    const struct token *last = &tokens->items[to - 1];
    *start = when->text + tokens->items[from].start;
    size_t length = last->start + last->length - tokens->items[from].start;
    return length > 60 ? 60 : (int)length;
}

bool when_refuse_impossible(const struct when *when, size_t at, size_t count)
{
    const char *start;
    int length = when_part(when, at, at + count, &start);
    return error_set(when->err, ERROR_USAGE, "there is no such day or time: \"%.*s\"",
                     length, start);
}

bool when_refuse_ambiguous(const struct when *when, size_t at,
                           const struct date_expression *day)
{
    const char *start;
    int length = when_part(when, at, at + day->count, &start);
    struct date a = day_date(day->first), b = day_date(day->other);
    return error_set(
        when->err, ERROR_AMBIGUOUS,
        "\"%.*s\" can be %d %s %d or %d %s %d: name the month, or set date_order", length,
        start, a.mday, day_month_name(a.month), a.year, b.mday, day_month_name(b.month),
        b.year);
}

static bool refuse_unread(const struct when *when)
{
    if (when->grammar.tokens->count == 0)
        return error_set(when->err, ERROR_USAGE, "no day was typed; " EXAMPLES);
    const char *start;
    int length = when_part(when, 0, when->grammar.tokens->count, &start);
    return error_set(when->err, ERROR_USAGE, "\"%.*s\" is no day or time; " EXAMPLES,
                     length, start);
}

/* "when back": the landing day. 0 when it was not said; on an error *failed. */
static size_t read_back(const struct when *when, struct wall *out, bool *failed)
{
    size_t count;
    int value;
    if (!grammar_word(&when->grammar, 0, WORD_BACK, &count, &value))
        return 0;
    *out = (struct wall){when->context->landing_day, MINUTE_NONE};
    *failed = when->context->landing_day == DAY_NONE;
    if (*failed)
        error_set(when->err, ERROR_NOT_FOUND,
                  "\"when back\" needs an absence, and none is known; name a day");
    return count;
}

/* A bare hour behind a day. Where words may follow only 1 to 12: "fri 20 pumps" is a
 * Friday. */
static enum date_outcome bare_hour(const struct when *when, size_t at,
                                   struct date_expression *time)
{
    grammar_blank(time);
    if (at >= when->grammar.tokens->count ||
        (!when->whole && when->grammar.tokens->items[at].number > 12))
        return DATE_ABSENT;
    return time_bare(&when->grammar, at, time);
}

bool when_time(const struct when *when, size_t *used, struct wall *out)
{
    struct date_expression time;
    size_t at = *used;
    if (out->minute != MINUTE_NONE)
        return true;
    if (token_is_sign(when->grammar.tokens, at, ','))
        at++;
    grammar_blank(&time);
    enum date_outcome outcome = time_of_day(&when->grammar, at, &time);
    if (outcome == DATE_ABSENT)
        outcome = bare_hour(when, at, &time);
    if (outcome == DATE_IMPOSSIBLE)
        return when_refuse_impossible(when, at, time.count);
    if (outcome == DATE_FOUND) {
        out->minute = time.minute;
        *used = at + time.count;
    }
    return true;
}

enum step when_day(const struct when *when, size_t *used, struct wall *out)
{
    struct date_expression day;
    size_t at = grammar_skip(&when->grammar, *used, WORD_ON);
    enum date_outcome outcome = single_date(&when->grammar, at, &day);
    if (outcome == DATE_IMPOSSIBLE) {
        when_refuse_impossible(when, at, day.count);
        return STEP_REFUSED;
    }
    if (outcome == DATE_AMBIGUOUS) {
        when_refuse_ambiguous(when, at, &day);
        return STEP_REFUSED;
    }
    if (outcome == DATE_ABSENT || day.first == DAY_NONE || day.form == DATE_MONTH ||
        (day.form == DATE_WEEK && day.first <= when->context->now.day))
        return STEP_NOT_THERE;
    *out = (struct wall){day.first, day.minute};
    *used = at + day.count;
    return STEP_READ;
}

/* "2pm", "2pm tomorrow". */
static enum step read_time_first(const struct when *when, size_t *used, struct wall *out)
{
    struct date_expression time;
    struct wall day;
    grammar_blank(&time);
    enum date_outcome outcome = time_of_day(&when->grammar, 0, &time);
    if (outcome == DATE_IMPOSSIBLE) {
        when_refuse_impossible(when, 0, time.count);
        return STEP_REFUSED;
    }
    if (outcome == DATE_ABSENT)
        return STEP_NOT_THERE;
    *used = time.count;
    enum step step = when_day(when, used, &day);
    if (step == STEP_REFUSED)
        return step;
    bool past = time.minute <= when->context->now.minute;
    if (step == STEP_NOT_THERE)
        day.day = when->context->now.day + past;
    *out = (struct wall){day.day, time.minute};
    return STEP_READ;
}

static bool read_when(const struct when *when, size_t *used, struct wall *out)
{
    bool failed = false;
    *used = read_back(when, out, &failed);
    if (failed)
        return false;
    if (*used > 0)
        return when_time(when, used, out);
    enum step step = when_day(when, used, out);
    if (step == STEP_READ)
        return when_time(when, used, out);
    if (step == STEP_NOT_THERE)
        step = read_time_first(when, used, out);
    if (step == STEP_NOT_THERE)
        refuse_unread(when);
    return step == STEP_READ;
}

bool when_run(const char *text, const struct when_context *context, bool whole,
              when_rule *rule, void *out, size_t *bytes, struct error *err)
{
    struct arena *arena = arena_create();
    struct tokens tokens;
    tokens_read(arena, text, strlen(text), &tokens);
    struct date_context dates = {.now = context->now,
                                 .order = context->order,
                                 .informal = true,
                                 .afternoon = true};
    struct glances glances = {0};
    struct when when = {
        .grammar = {date_lexicon_open(arena, "en", err), &tokens, &dates, &glances},
        .context = context,
        .text = text,
        .whole = whole,
        .err = err};
    size_t used = 0;
    bool done = when.grammar.lexicon && rule(&when, &used, out);
    *bytes = used < tokens.count ? tokens.items[used].start : strlen(text);
    arena_destroy(arena);
    return done;
}

static bool when_whole(const struct when *when, size_t *used, void *out)
{
    struct wall wall = {DAY_NONE, MINUTE_NONE};
    bool done = read_when(when, used, &wall);
    if (done && when->whole && *used < when->grammar.tokens->count)
        done = refuse_unread(when);
    if (done)
        *(struct wall *)out = wall;
    return done;
}

bool when_read(const char *text, const struct when_context *context, struct wall *out,
               struct error *err)
{
    size_t bytes;
    return when_run(text, context, true, when_whole, out, &bytes, err);
}

bool when_read_prefix(const char *text, const struct when_context *context,
                      struct wall *out, size_t *used, struct error *err)
{
    size_t bytes;
    bool done = when_run(text, context, false, when_whole, out, &bytes, err);
    *used = done ? bytes : 0;
    return done;
}
