#include "touchbase/dates/expression.h"

#include "grammar.h"

/* "27 April (Sat)": the weekday of a day, in brackets behind it. */
static void add_weekday(const struct grammar *grammar, size_t at,
                        struct date_expression *out)
{
    size_t open = at + out->count, count;
    int weekday;
    if (out->form != DATE_DAY || out->first == DAY_NONE ||
        !token_is_sign(grammar->tokens, open, '(') ||
        !grammar_word(grammar, open + 1, WORD_WEEKDAY, &count, &weekday))
        return;
    size_t close = open + 1 + count;
    close += token_is_sign(grammar->tokens, close, '.');
    if (token_is_sign(grammar->tokens, close, ')') &&
        (int)day_weekday(out->first) == weekday)
        out->count = close + 1 - at;
}

enum date_outcome single_date(const struct grammar *grammar, size_t at,
                              struct date_expression *out)
{
    static date_rule *const rules[] = {period_date, relative_date, weekday_date,
                                       feast_date};
    size_t count;
    int value;
    grammar_blank(out);
    if (grammar_word(grammar, at, WORD_NOTHING, &count, &value))
        return DATE_ABSENT;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        grammar_blank(out);
        enum date_outcome outcome = rules[i](grammar, at, out);
        if (outcome != DATE_ABSENT) {
            add_weekday(grammar, at, out);
            return outcome;
        }
    }
    grammar_blank(out);
    return DATE_ABSENT;
}

/* A time behind a day: "Friday at 2pm", "March 4, 14:30", "tomorrow morning". */
static void add_time(const struct grammar *grammar, size_t at,
                     struct date_expression *out)
{
    struct date_expression time;
    size_t behind = at + out->count;
    if (out->form != DATE_DAY || out->minute != MINUTE_NONE)
        return;
    if (token_is_sign(grammar->tokens, behind, ','))
        behind++;
    behind = grammar_skip(grammar, behind, WORD_FROM); /* "tomorrow from 9 o'clock" */
    grammar_blank(&time);
    if (time_of_day(grammar, behind, &time) != DATE_FOUND)
        return;
    out->minute = time.minute;
    out->count = behind + time.count - at;
}

/* A time before its day: "at 8am on Wednesday". */
static void add_day(const struct grammar *grammar, size_t at, struct date_expression *out)
{
    struct date_expression day;
    size_t behind = grammar_skip(grammar, at + out->count, WORD_ON);
    if (out->form != DATE_TIME || single_date(grammar, behind, &day) != DATE_FOUND ||
        day.form != DATE_DAY || day.minute != MINUTE_NONE)
        return;
    day.minute = out->minute;
    day.count += behind - at;
    *out = day;
}

/* "This week, Monday through Thursday", "next week (Tue)": days of that week. */
static void narrow_week(const struct grammar *grammar, size_t at,
                        struct date_expression *out)
{
    struct date_expression days;
    size_t sign = at + out->count, behind = sign;
    bool bracket = token_is_sign(grammar->tokens, sign, '(');
    if (out->form != DATE_WEEK)
        return;
    if (bracket || token_is_sign(grammar->tokens, sign, ',') ||
        token_is_sign(grammar->tokens, sign, ':'))
        behind++;
    grammar_blank(&days);
    if (span_date(grammar, behind, &days) != DATE_FOUND &&
        single_date(grammar, behind, &days) != DATE_FOUND)
        return;
    bool named = days.weekday && days.cycle == CYCLE_WEEK &&
                 (days.form == DATE_DAY || days.form == DATE_SPAN);
    size_t end = behind + days.count;
    if (!named || (bracket && !token_is_sign(grammar->tokens, end, ')')))
        return;
    day_number shift = out->first - week_start(days.first);
    days.first += shift;
    days.last += shift;
    days.count = end + bracket - at;
    *out = days;
}

/* "12 June (inclusive)", "Friday inclusive". */
static void add_inclusive(const struct grammar *grammar, size_t at,
                          struct date_expression *out)
{
    size_t behind = at + out->count;
    behind += token_is_sign(grammar->tokens, behind, ')'); /* "Friday (12 June), incl." */
    if (token_is_sign(grammar->tokens, behind, '(') ||
        token_is_sign(grammar->tokens, behind, ','))
        behind++;
    size_t end = grammar_skip(grammar, behind, WORD_INCLUSIVE);
    out->inclusive = end > behind;
    if (out->inclusive)
        out->count = end - at;
}

/* Only what can begin an expression is tried: most words of a text cannot. */
static bool may_begin(const struct grammar *grammar, size_t at)
{
    if (at >= grammar->tokens->count)
        return false;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind == TOKEN_NUMBER)
        return true;
    if (token->kind == TOKEN_SIGN)
        return token->sign == '+';
    struct phrase_match match;
    return phrase_book_match(grammar->lexicon->book, grammar->tokens, at, &match) &&
           match.kind != WORD_NOTHING;
}

enum date_outcome date_expression_read(const struct date_lexicon *lexicon,
                                       const struct tokens *tokens, size_t at,
                                       const struct date_context *context,
                                       struct date_expression *out)
{
    struct glances glances;
    struct grammar grammar = {lexicon, tokens, context, &glances};
    grammar_blank(out);
    if (!may_begin(&grammar, at))
        return DATE_ABSENT;
    glances = (struct glances){0};
    enum date_outcome outcome = span_date(&grammar, at, out);
    if (outcome == DATE_ABSENT)
        outcome = single_date(&grammar, at, out);
    if (outcome == DATE_ABSENT) {
        grammar_blank(out);
        outcome = time_of_day(&grammar, at, out);
    }
    if (outcome == DATE_FOUND) {
        narrow_week(&grammar, at, out);
        add_day(&grammar, at, out);
        add_time(&grammar, at, out);
        add_inclusive(&grammar, at, out);
    }
    if (outcome == DATE_ABSENT)
        out->count = 0;
    return outcome;
}

bool date_makes_exact(const struct date_expression *rough,
                      const struct date_expression *day)
{
    enum { DAYS_OFF = 15 };
    return (rough->approximate || rough->form == DATE_MONTH) && !day->approximate &&
           day->form == DATE_DAY && day->first >= rough->first - DAYS_OFF &&
           day->first <= rough->last + DAYS_OFF;
}
