#include "grammar.h"

/* Days of the calendar: by a month's name, in numbers, by the day of the month alone. */

static const struct token *number_at(const struct grammar *grammar, size_t at)
{
    if (at >= grammar->tokens->count || grammar->tokens->items[at].kind != TOKEN_NUMBER)
        return NULL;
    return &grammar->tokens->items[at];
}

static int wide_year(const struct token *token)
{
    if (token->digits == 4)
        return token->number >= 1900 && token->number <= 2200 ? token->number : 0;
    return token->digits == 2 ? 2000 + token->number : 0;
}

/* A year behind a day or month: "2027", ", 2027", "'27", "-2027", "of 2027". Two digits
 * only where a sign or the writing of the rest says so, after a dash only in 11-Feb-21:
 * "June 8-12" is a range. 0 when none follows. */
static int read_year(const struct grammar *grammar, size_t at, bool dashed, size_t *count)
{
    const struct tokens *tokens = grammar->tokens;
    size_t start = at;
    bool short_year = false;
    if (token_is_sign(tokens, at, '.') && grammar_joined(grammar, at))
        at++;
    if (token_is_sign(tokens, at, ','))
        at++;
    else if (token_is_sign(tokens, at, '\'') || token_is_sign(tokens, at, 0x2019) ||
             (dashed &&
              (token_is_sign(tokens, at, '-') || token_is_sign(tokens, at, '/')) &&
              grammar_joined(grammar, at) && grammar_joined(grammar, at + 1))) {
        short_year = true;
        at++;
    }
    at = grammar_skip(grammar, at, WORD_OF);
    const struct token *year = number_at(grammar, at);
    *count = at + 1 - start;
    if (!year || (year->digits == 2 && !short_year) || token_is_sign(tokens, at + 1, ':'))
        return 0;
    return wide_year(year);
}

/* 1 to 31 in digits with or without a suffix ("4th", "4."), or as an ordinal word
 * ("fourth"). */
static bool read_mday(const struct grammar *grammar, size_t at, size_t *count, int *mday,
                      bool *marked)
{
    const struct token *token = number_at(grammar, at);
    *marked = false;
    if (!token) {
        *marked = true;
        return grammar_word(grammar, at, WORD_ORDINAL, count, mday) && *mday <= 31;
    }
    if (token->digits > 2 || token->number < 1 || token->number > 31)
        return false;
    *mday = token->number;
    size_t end = at + 1;
    if (grammar_joined(grammar, end))
        end = grammar_skip(grammar, end, WORD_SUFFIX);
    *marked = end > at + 1;
    *count = end - at;
    return true;
}

/* 4 March 2027, 4th of March, 4. März, 11-Feb-2021, 4 mar. */
static enum date_outcome day_month(const struct grammar *grammar, size_t at,
                                   struct date_expression *out)
{
    struct named_day named = {0};
    size_t count, used;
    bool marked;
    size_t start = at;
    at = grammar_skip(grammar, at, WORD_DAY_MARK);
    if (!read_mday(grammar, at, &count, &named.mday, &marked))
        return DATE_ABSENT;
    at += count;
    bool dashed = token_is_sign(grammar->tokens, at, '-') ||
                  token_is_sign(grammar->tokens, at, '/');
    if ((dashed || token_is_sign(grammar->tokens, at, '.')) &&
        grammar_joined(grammar, at))
        at++;
    at = grammar_skip(grammar, at, WORD_OF);
    if (!grammar_word(grammar, at, WORD_MONTH, &count, &named.month))
        return DATE_ABSENT;
    at += count;
    named.year = read_year(grammar, at, dashed, &used);
    if (named.year > 0)
        at += used;
    out->count = at - start;
    return resolve_day(grammar, named, out);
}

/* March 4, March 4th 2027, Mar. the 4th, February 30 (impossible). */
static enum date_outcome month_day(const struct grammar *grammar, size_t at,
                                   struct date_expression *out)
{
    struct named_day named = {0};
    size_t count, used, start = at;
    bool marked;
    if (!grammar_word(grammar, at, WORD_MONTH, &count, &named.month))
        return DATE_ABSENT;
    at += count;
    if ((token_is_sign(grammar->tokens, at, '.') ||
         token_is_sign(grammar->tokens, at, '-')) &&
        grammar_joined(grammar, at))
        at++;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    if (!read_mday(grammar, at, &count, &named.mday, &marked))
        return DATE_ABSENT;
    at += count;
    const struct tokens *tokens = grammar->tokens;
    if (!marked && token_is_sign(tokens, at, ':') && grammar_joined(grammar, at) &&
        grammar_joined(grammar, at + 1))
        return DATE_ABSENT;
    named.year = read_year(grammar, at, false, &used);
    if (named.year > 0)
        at += used;
    out->count = at - start;
    return resolve_day(grammar, named, out);
}

/* "March", "March 2027", "Mar '27". */
static enum date_outcome month_alone(const struct grammar *grammar, size_t at,
                                     struct date_expression *out)
{
    size_t count, used;
    int month;
    if (!grammar_word(grammar, at, WORD_MONTH, &count, &month))
        return DATE_ABSENT;
    int year = read_year(grammar, at + count, false, &used);
    if (year == 0 && grammar_is_doubtful(grammar, at))
        return DATE_ABSENT;
    day_number first = resolve_month(grammar->context, month, year);
    out->cycle = year > 0 ? CYCLE_NONE : CYCLE_YEAR;
    return grammar_found(out, count + (year > 0 ? used : 0), first, month_end(first),
                         DATE_MONTH);
}

/* 2027-01-06, 2027/1/6, 20270106. */
static enum date_outcome year_first(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    const struct tokens *tokens = grammar->tokens;
    const struct token *year = number_at(grammar, at);
    if (!year || wide_year(year) == 0 || year->digits != 4 || at + 4 >= tokens->count)
        return DATE_ABSENT;
    uint32_t sign = tokens->items[at + 1].sign;
    const struct token *month = number_at(grammar, at + 2),
                       *mday = number_at(grammar, at + 4);
    if ((sign != '-' && sign != '/' && sign != '.') ||
        !token_is_sign(tokens, at + 3, sign) || !month || !mday || month->digits > 2 ||
        mday->digits > 2 || !grammar_joined(grammar, at + 1) ||
        !grammar_joined(grammar, at + 3))
        return DATE_ABSENT;
    out->count = 5;
    return resolve_day(
        grammar, (struct named_day){year->number, month->number, mday->number}, out);
}

/* "am 20." is a day, where a dot makes an ordinal; "20." alone may end a sentence. */
static bool follows_preposition(const struct grammar *grammar, size_t at)
{
    static const enum date_word kinds[] = {WORD_ON,      WORD_ARTICLE, WORD_FROM,
                                           WORD_TO,      WORD_UNTIL,   WORD_OF,
                                           WORD_THROUGH, WORD_BETWEEN, WORD_AND};
    for (size_t back = 1; back <= 3 && back <= at; back++)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            if (grammar_skip(grammar, at - back, kinds[i]) == at)
                return true;
    return false;
}

/* "tot 18-8": where a dash parts day and month, behind a preposition and not before a
 * month ("van 6-8 juli"). */
static bool is_dashed_day(const struct grammar *grammar, size_t at)
{
    const struct token *month = number_at(grammar, at + 2);
    return grammar->lexicon && grammar_skip(grammar, at + 1, WORD_DASH) == at + 2 &&
           month->number >= 1 && month->number <= 12 &&
           grammar_skip(grammar, at + 3, WORD_MONTH) == at + 3 &&
           follows_preposition(grammar, at);
}

/* "from 11.07 till 22.07": without a dot behind it only as a day, two digits each, behind
 * a preposition. */
static bool is_dotted_day(const struct grammar *grammar, size_t at)
{
    const struct token *mday = number_at(grammar, at),
                       *month = number_at(grammar, at + 2);
    return grammar->lexicon && mday->digits == 2 && month->digits == 2 &&
           mday->number >= 1 && mday->number <= 31 && month->number >= 1 &&
           month->number <= 12 && grammar_joined(grammar, at + 2) &&
           (follows_preposition(grammar, at) ||
            grammar_skip(grammar, at + 3, WORD_UNTIL) > at + 3 ||
            grammar_skip(grammar, at + 3, WORD_TO) > at + 3);
}

struct pair {
    int a, b, year;
    size_t count;
};

/* a/b, a.b., a/b/yy, a-b-yyyy. A dot needs one behind it or a year, a dash a year: 3.5
 * and 8-15 are no dates. */
static bool read_pair(const struct grammar *grammar, size_t at, struct pair *pair)
{
    const struct tokens *tokens = grammar->tokens;
    const struct token *a = number_at(grammar, at), *b = number_at(grammar, at + 2);
    if (!a || !b || a->digits > 2 || b->digits > 2 || !grammar_joined(grammar, at + 1))
        return false;
    uint32_t sign = tokens->items[at + 1].sign;
    bool spaced = !grammar_joined(grammar, at + 2);
    if ((sign != '/' && sign != '.' && sign != '-') || (spaced && sign != '.'))
        return false;
    *pair = (struct pair){.a = a->number, .b = b->number, .count = 3};
    const struct token *year = number_at(grammar, at + 4);
    if (token_is_sign(tokens, at + 3, sign) && grammar_joined(grammar, at + 3)) {
        bool close = year && (grammar_joined(grammar, at + 4) || year->digits == 4);
        if (close && wide_year(year) > 0) {
            pair->year = wide_year(year);
            pair->count = 5;
            return true;
        }
        /* 2.15.3 is a version of something. */
        if (close && (sign != '.' || grammar_joined(grammar, at + 4)))
            return false;
        pair->count += sign == '.';
        return sign == '.';
    }
    if (sign == '-' && is_dashed_day(grammar, at))
        return true;
    if (sign == '.' && is_dotted_day(grammar, at))
        return true;
    return sign == '/' || (sign == '.' && grammar->context->afternoon && b->digits == 2);
}

/* Which orders make a day of it. */
static bool exists_as(const struct pair *pair, bool day_first)
{
    int month = day_first ? pair->b : pair->a, mday = day_first ? pair->a : pair->b;
    return day_exists(pair->year > 0 ? pair->year : 2000, month, mday);
}

static enum date_outcome resolve_pair(const struct grammar *grammar,
                                      const struct pair *pair, bool day_first,
                                      struct date_expression *out)
{
    struct named_day named = {pair->year, day_first ? pair->b : pair->a,
                              day_first ? pair->a : pair->b};
    return resolve_day(grammar, named, out);
}

static enum date_outcome in_numbers(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    struct pair pair;
    size_t start = at;
    at = grammar_skip(grammar, at, WORD_DAY_MARK); /* "dia 22/12" */
    if (!read_pair(grammar, at, &pair))
        return DATE_ABSENT;
    out->count = at + pair.count - start;
    bool day_first = exists_as(&pair, true), month_first = exists_as(&pair, false);
    bool dotted = token_is_sign(grammar->tokens, at + 1, '.') &&
                  !(pair.year > 0 && grammar->context->order_told);
    if (!day_first && !month_first)
        return token_is_sign(grammar->tokens, at + 1, '.') && pair.count == 3
                   ? DATE_ABSENT
                   : DATE_IMPOSSIBLE;
    if (day_first != month_first || pair.a == pair.b || dotted)
        return resolve_pair(grammar, &pair, day_first, out);
    if (grammar->context->order != DATE_ORDER_NONE)
        return resolve_pair(grammar, &pair, grammar->context->order == DATE_ORDER_DMY,
                            out);
    resolve_pair(grammar, &pair, false, out);
    out->other = out->first;
    resolve_pair(grammar, &pair, true, out);
    return DATE_AMBIGUOUS;
}

/* "le 12", "dal 12": a number behind such an article, unless it counts something, is part
 * of a number or of an address ("au 12, rue"). */
static bool is_behind_day_article(const struct grammar *grammar, size_t at)
{
    size_t behind = at + 1;
    if (at == 0 || !number_at(grammar, at) || !grammar_is_day_article(grammar, at - 1) ||
        grammar_is_counted(grammar, behind) || number_at(grammar, behind))
        return false;
    return !grammar_is_in_address(grammar, behind);
}

/* "fora até 24", jotted: a number behind "until" that is too high for an hour of work. */
static bool is_jotted_end(const struct grammar *grammar, size_t at)
{
    enum { LAST_HOUR = 18 };
    const struct token *number = number_at(grammar, at);
    return grammar->context->informal && !grammar->context->afternoon && number &&
           at > 0 && number->number > LAST_HOUR &&
           (grammar_skip(grammar, at - 1, WORD_UNTIL) == at ||
            grammar_skip(grammar, at - 1, WORD_TO) == at) &&
           !grammar_is_counted(grammar, at + 1) && !number_at(grammar, at + 1) &&
           !grammar_is_in_address(grammar, at + 1);
}

/* "until the nineteenth", "Monday the twenty-third": an ordinal in words is a day behind
 * an article and a weekday or preposition, where it counts nothing that follows. */
static bool is_spelled_day(const struct grammar *grammar, size_t at, size_t behind)
{
    static const enum date_word kinds[] = {WORD_WEEKDAY, WORD_ON,      WORD_UNTIL,
                                           WORD_TO,      WORD_THROUGH, WORD_FROM};
    const struct tokens *tokens = grammar->tokens;
    if (at < 2 || grammar_skip(grammar, at - 1, WORD_ARTICLE) != at ||
        (behind < tokens->count && tokens->items[behind].kind == TOKEN_WORD &&
         tokens->items[behind].gap < GAP_LINE &&
         grammar_skip(grammar, behind, WORD_AND) == behind))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (grammar_skip(grammar, at - 2, kinds[i]) == at - 1)
            return true;
    return token_is_sign(tokens, at - 2, ',');
}

/* "the 9th", "9th", "dia 12", "le 12"; a number alone is none. */
static enum date_outcome mday_alone(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    struct named_day named = {0};
    size_t count, behind = grammar_skip(grammar, at, WORD_DAY_MARK);
    bool marked;
    if (!read_mday(grammar, behind, &count, &named.mday, &marked) ||
        !(behind > at ||
          (marked &&
           (number_at(grammar, behind) || is_spelled_day(grammar, at, behind + count))) ||
          is_behind_day_article(grammar, behind) || is_jotted_end(grammar, behind)) ||
        (token_is_sign(grammar->tokens, behind + count - 1, '.') &&
         !follows_preposition(grammar, at)))
        return DATE_ABSENT;
    out->count = behind + count - at;
    return resolve_day(grammar, named, out);
}

enum date_outcome calendar_date(const struct grammar *grammar, size_t at,
                                struct date_expression *out)
{
    static date_rule *const rules[] = {year_first, in_numbers,  day_month,
                                       month_day,  month_alone, mday_alone};
    size_t behind = grammar_skip(grammar, at, WORD_ARTICLE);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        grammar_blank(out);
        enum date_outcome outcome = rules[i](grammar, behind, out);
        if (outcome == DATE_ABSENT)
            continue;
        out->count += behind - at;
        return outcome;
    }
    return DATE_ABSENT;
}

enum date_order date_order_told(const struct tokens *tokens)
{
    struct date_context context = {.now = {0, MINUTE_NONE}};
    struct grammar grammar = {NULL, tokens, &context, NULL};
    bool day_first = false, month_first = false;
    for (size_t at = 0; at < tokens->count; at++) {
        struct pair pair;
        if (!read_pair(&grammar, at, &pair) || token_is_sign(tokens, at + 1, '-'))
            continue;
        bool dmy = exists_as(&pair, true), mdy = exists_as(&pair, false);
        day_first = day_first || (dmy && !mdy);
        month_first = month_first || (mdy && !dmy);
        at += pair.count - 1;
    }
    if (day_first == month_first)
        return DATE_ORDER_NONE;
    return day_first ? DATE_ORDER_DMY : DATE_ORDER_MDY;
}
