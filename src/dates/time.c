#include "grammar.h"

/* What stands behind the hour: am, pm, o'clock. */
enum half { HALF_NONE, HALF_AM, HALF_PM, HALF_CLOCK };

static enum half read_half(const struct grammar *grammar, size_t at, size_t *count)
{
    static const struct {
        enum date_word kind;
        enum half half;
    } halves[] = {{WORD_AM, HALF_AM}, {WORD_PM, HALF_PM}, {WORD_OCLOCK, HALF_CLOCK}};
    int value;
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (grammar_word(grammar, at, halves[i].kind, count, &value))
            return halves[i].half;
    *count = 0;
    return HALF_NONE;
}

/* The minute of the day, -1 when there is none such. */
static int minute_of_day(int hour, int minute, enum half half)
{
    if (minute > 59 || hour > 24 || (hour == 24 && minute > 0))
        return -1;
    if (half == HALF_AM || half == HALF_PM) {
        if (hour < 1 || hour > 12)
            return -1;
        hour = hour % 12 + (half == HALF_PM ? 12 : 0);
    }
    return (hour * 60 + minute) % (24 * 60);
}

static enum date_outcome found_time(struct date_expression *out, size_t count, int minute)
{
    out->count = count;
    out->minute = minute < 0 ? MINUTE_NONE : minute;
    out->form = DATE_TIME;
    return minute < 0 ? DATE_IMPOSSIBLE : DATE_FOUND;
}

static const struct token *number_at(const struct grammar *grammar, size_t at, int digits)
{
    if (at >= grammar->tokens->count)
        return NULL;
    const struct token *token = &grammar->tokens->items[at];
    return token->kind == TOKEN_NUMBER && token->digits <= digits ? token : NULL;
}

/* "14.00", "9.30": quarters of an hour are no day and month; nor does a date or a number
 * go on behind them. */
static bool is_dotted_time(const struct grammar *grammar, size_t at,
                           const struct token *minute)
{
    bool quarter = minute->number % 15 == 0 && minute->number < 60;
    return quarter &&
           !(token_is_sign(grammar->tokens, at + 3, '.') &&
             number_at(grammar, at + 4, 4)) &&
           !token_is_sign(grammar->tokens, at + 3, '%');
}

/* 14:30, 2:30pm, 14h30; "2.10" only with what says it is a time. */
static enum date_outcome with_minutes(const struct grammar *grammar, size_t at,
                                      struct date_expression *out)
{
    const struct tokens *tokens = grammar->tokens;
    const struct token *hour = number_at(grammar, at, 2);
    const struct token *minute = number_at(grammar, at + 2, 2);
    bool colon = token_is_sign(tokens, at + 1, ':'),
         dot = token_is_sign(tokens, at + 1, '.');
    bool letter = token_is_word(tokens, at + 1, "h");
    if (!hour || !minute || minute->digits != 2 || !(colon || dot || letter) ||
        !grammar_joined(grammar, at + 1) || !grammar_joined(grammar, at + 2))
        return DATE_ABSENT;
    size_t count;
    enum half half = read_half(grammar, at + 3, &count);
    if (dot && half == HALF_NONE && !grammar->context->afternoon &&
        !is_dotted_time(grammar, at, minute))
        return DATE_ABSENT;
    if (half == HALF_NONE && token_is_sign(tokens, at + 3, ':') &&
        number_at(grammar, at + 4, 2))
        count = 2; /* seconds */
    return found_time(out, 3 + count, minute_of_day(hour->number, minute->number, half));
}

static enum date_outcome whole_hour(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    const struct token *hour = number_at(grammar, at, 2);
    size_t count;
    if (!hour)
        return DATE_ABSENT;
    enum half half = read_half(grammar, at + 1, &count);
    if (half == HALF_NONE && token_is_word(grammar->tokens, at + 1, "h") &&
        grammar_joined(grammar, at + 1)) {
        half = HALF_CLOCK;
        count = 1;
    }
    if (half == HALF_NONE)
        return DATE_ABSENT;
    return found_time(out, 1 + count, minute_of_day(hour->number, 0, half));
}

enum date_outcome time_bare(const struct grammar *grammar, size_t at,
                            struct date_expression *out)
{
    const struct token *hour = number_at(grammar, at, 2);
    if (!hour || hour->number > 24)
        return DATE_ABSENT;
    bool afternoon = hour->digits == 1 && hour->number >= 1 && hour->number <= 7;
    return found_time(out, 1,
                      minute_of_day(hour->number, 0, afternoon ? HALF_PM : HALF_NONE));
}

static enum date_outcome plain_time(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    size_t count;
    int minute;
    enum date_outcome outcome = with_minutes(grammar, at, out);
    if (outcome == DATE_ABSENT)
        outcome = whole_hour(grammar, at, out);
    if (outcome == DATE_ABSENT && grammar_word(grammar, at, WORD_PART, &count, &minute) &&
        (grammar->context->afternoon || minute == 12 * 60))
        return found_time(out, count, minute);
    return outcome;
}

enum date_outcome time_of_day(const struct grammar *grammar, size_t at,
                              struct date_expression *out)
{
    size_t start = grammar_skip(grammar, at, WORD_AT);
    size_t article = grammar_skip(grammar, start, WORD_ARTICLE);
    enum date_outcome outcome = plain_time(grammar, article, out);
    if (outcome == DATE_ABSENT && start > at)
        outcome = time_bare(grammar, article = start, out);
    if (outcome != DATE_ABSENT)
        out->count += article - at;
    return outcome;
}
