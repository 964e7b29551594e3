#include "grammar.h"

/* Days named by their weekday, alone, beside their date, or counted from another day. */

/* Between the weekday and its date: a comma, a dot of an abbreviation, a parenthesis, an
 * article. */
static size_t skip_joint(const struct grammar *grammar, size_t at)
{
    static const uint32_t signs[] = {'.', ',', '('};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (token_is_sign(grammar->tokens, at, signs[i]))
            at++;
    return grammar_skip(grammar, at, WORD_ARTICLE);
}

static bool falls_on(enum date_outcome outcome, const struct date_expression *day,
                     enum weekday weekday)
{
    return outcome == DATE_FOUND && day_weekday(day->first) == weekday;
}

/* 3/4 beside a weekday: it tells when only one of the two readings falls on it. */
static enum date_outcome told_by_weekday(const struct grammar *grammar, size_t at,
                                         enum weekday weekday,
                                         struct date_expression *out)
{
    struct date_context context = *grammar->context;
    struct grammar ordered = {grammar->lexicon, grammar->tokens, &context,
                              grammar->glances};
    struct date_expression day_first, month_first;
    context.order = DATE_ORDER_DMY;
    bool day_fits =
        falls_on(calendar_date(&ordered, at, &day_first), &day_first, weekday);
    context.order = DATE_ORDER_MDY;
    bool month_fits =
        falls_on(calendar_date(&ordered, at, &month_first), &month_first, weekday);
    if (day_fits == month_fits)
        return DATE_AMBIGUOUS;
    *out = day_fits ? day_first : month_first;
    return DATE_FOUND;
}

/* "Monday 16": the number alone is the day of the month when that day, not far off, is
 * such a weekday. */
static enum date_outcome bare_beside(const struct grammar *grammar, size_t at,
                                     enum weekday weekday, struct date_expression *out)
{
    enum { MONTHS_OFF = 2, DAYS_PAST = 14 };
    day_number today = grammar->context->now.day;
    if (grammar->context->afternoon || at >= grammar->tokens->count)
        return DATE_ABSENT;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind != TOKEN_NUMBER || token->digits > 2 ||
        grammar_is_counted(grammar, at + 1))
        return DATE_ABSENT;
    for (int months = 0; months <= MONTHS_OFF + 1; months++) {
        day_number month =
            day_add_months(month_start(today), months > MONTHS_OFF ? -1 : months);
        day_number day = month + token->number - 1;
        if (token->number < 1 || day > month_end(month) || day < today - DAYS_PAST ||
            day_weekday(day) != weekday)
            continue;
        return grammar_found(out, 1, day, day, DATE_DAY);
    }
    return DATE_ABSENT;
}

/* The date beside a weekday. */
static enum date_outcome date_beside(const struct grammar *grammar, size_t at,
                                     enum weekday weekday, struct date_expression *out)
{
    enum date_outcome outcome = calendar_date(grammar, at, out);
    if (outcome == DATE_AMBIGUOUS)
        outcome = told_by_weekday(grammar, at, weekday, out);
    if (outcome == DATE_ABSENT) {
        grammar_blank(out);
        return bare_beside(grammar, at, weekday, out);
    }
    if (outcome != DATE_FOUND)
        return outcome;
    if (out->form != DATE_DAY)
        return DATE_ABSENT;
    resolve_beside(weekday, out);
    return DATE_FOUND;
}

/* What may follow a bare weekday: "week", "next week", "of next week", "in two weeks". */
static size_t skip_later_week(const struct grammar *grammar, size_t at, day_number *day)
{
    size_t count;
    int unit;
    if (grammar_word(grammar, at, WORD_UNIT, &count, &unit) && unit == UNIT_WEEK) {
        *day += 7;
        return at + count;
    }
    struct date_expression week;
    size_t behind = grammar_skip(grammar, at, WORD_OF);
    if (relative_date(grammar, behind, &week) == DATE_FOUND && week.form == DATE_WEEK) {
        *day = week.first + (day_number)day_weekday(*day);
        return behind + week.count;
    }
    return at;
}

/* the Tuesday after Labor Day, Monday after the 5th of June. */
static size_t skip_after(const struct grammar *grammar, size_t at, day_number *day)
{
    struct date_expression anchor;
    size_t behind = grammar_skip(grammar, at, WORD_AFTER);
    if (behind == at)
        return at;
    size_t noun = grammar_skip(grammar, behind, WORD_ARTICLE);
    if (feast_date(grammar, noun, &anchor) == DATE_FOUND) {
        behind = noun;
    } else if (calendar_date(grammar, behind, &anchor) != DATE_FOUND ||
               anchor.form != DATE_DAY) {
        return at;
    }
    int ahead = ((int)day_weekday(*day) - (int)day_weekday(anchor.last) + 7) % 7;
    *day = anchor.last + (ahead == 0 ? 7 : ahead);
    return behind + anchor.count;
}

/* "The Monday after my return": after what is not known here. */
static bool is_after_something(const struct grammar *grammar, size_t start, size_t at)
{
    struct date_expression time;
    size_t behind = grammar_skip(grammar, at, WORD_AFTER);
    return behind > at && grammar_skip(grammar, start, WORD_ARTICLE) > start &&
           grammar_skip(grammar, at, WORD_AFTER_NEXT) == at &&
           time_of_day(grammar, behind, &time) != DATE_FOUND;
}

/* "last Friday" is the one that went by; "next", "this", "the" are the next one. */
static size_t skip_which(const struct grammar *grammar, size_t at, bool *past)
{
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    size_t last = grammar_skip(grammar, at, WORD_LAST);
    *past = last > at;
    at = grammar_skip(grammar, last, WORD_THIS);
    size_t next = grammar_skip(grammar, at, WORD_NEXT);
    return next;
}

static enum date_outcome bare_weekday(const struct grammar *grammar, size_t start,
                                      size_t at, enum weekday weekday, bool past,
                                      struct date_expression *out)
{
    day_number day = resolve_weekday(grammar->context, weekday);
    grammar_blank(out);
    size_t end = skip_after(grammar, at, &day);
    if (end == at && is_after_something(grammar, start, at))
        return DATE_ABSENT;
    if (end == at)
        end = skip_later_week(grammar, at, &day);
    if (end == at) {
        out->cycle = past ? CYCLE_NONE : CYCLE_WEEK;
        day -= past ? (day - 7 == grammar->context->now.day ? 14 : 7) : 0;
    }
    out->weekday = true;
    return grammar_found(out, end - start, day, day, DATE_DAY);
}

/* "Fos-sur-Mer" has no Wednesday in it, "lun-mer" has. */
static bool is_behind_hyphen(const struct grammar *grammar, size_t at)
{
    struct phrase_match match;
    size_t count;
    int weekday;
    return at >= 2 && token_is_sign(grammar->tokens, at - 1, '-') &&
           grammar_joined(grammar, at - 1) && grammar_joined(grammar, at) &&
           grammar->tokens->items[at - 2].kind == TOKEN_WORD &&
           !grammar_word(grammar, at - 2, WORD_WEEKDAY, &count, &weekday) &&
           phrase_book_match(grammar->lexicon->doubtful, grammar->tokens, at, &match);
}

/* "Thursday and Friday (13th & 14th May)": in brackets both days once more. */
static bool opens_range(const struct grammar *grammar, size_t at, size_t joint)
{
    struct date_expression range;
    return joint == at + 1 && token_is_sign(grammar->tokens, at, '(') &&
           span_date(grammar, joint, &range) == DATE_FOUND;
}

enum date_outcome weekday_date(const struct grammar *grammar, size_t at,
                               struct date_expression *out)
{
    size_t start = at, count;
    int weekday;
    bool past;
    at = skip_which(grammar, at, &past);
    if (!grammar_word(grammar, at, WORD_WEEKDAY, &count, &weekday)) {
        grammar_blank(out);
        return calendar_date(grammar, start, out);
    }
    bool doubtful = grammar_is_doubtful(grammar, at) && at == start;
    if (is_behind_hyphen(grammar, at))
        return DATE_ABSENT;
    at += count;
    size_t joint = skip_joint(grammar, at);
    enum date_outcome outcome =
        opens_range(grammar, at, joint)
            ? DATE_ABSENT
            : date_beside(grammar, joint, (enum weekday)weekday, out);
    /* "mer. 4 mars", but "mer 4" is none. */
    if (doubtful && (outcome != DATE_FOUND || out->count < 2))
        return DATE_ABSENT;
    if (outcome == DATE_ABSENT)
        return bare_weekday(grammar, start, at, (enum weekday)weekday, past, out);
    out->count += joint - start;
    out->weekday = true;
    return outcome;
}
