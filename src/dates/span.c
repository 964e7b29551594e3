#include "grammar.h"

/* Two days joined: "8-15 August", "from Monday to Friday", "March 3-5", "5 and 6 May". */

enum joint { JOINT_NONE, JOINT_TO, JOINT_UNTIL, JOINT_AND };

static size_t skip_sign(const struct grammar *grammar, size_t at, uint32_t sign)
{
    return token_is_sign(grammar->tokens, at, sign) ? at + 1 : at;
}

/* A dash, an arrow, two or three dots. */
static size_t skip_joining_signs(const struct grammar *grammar, size_t at)
{
    enum { ELLIPSIS = 0x2026 };
    size_t end = skip_sign(grammar, skip_sign(grammar, at, '-'), '>');
    if (end > at)
        return end;
    end = skip_sign(grammar, at, ELLIPSIS);
    for (size_t dots = 0; dots < 3; dots++)
        end = skip_sign(grammar, end, '.');
    return end == at + 1 && token_is_sign(grammar->tokens, at, '.') ? at : end;
}

/* What joins the ends: a dash, an arrow, two dots, "to", "through", "until"; "and" behind
 * "between". */
static enum joint read_joint(const struct grammar *grammar, size_t at, bool between,
                             size_t *count)
{
    size_t behind = skip_sign(grammar, at, ',');
    size_t and = grammar_skip(grammar, behind, WORD_AND); /* "and until" */
    if (grammar_skip(grammar, and, WORD_UNTIL) > and)
        behind = and;
    size_t end = grammar_skip(grammar, behind, WORD_UNTIL);
    enum joint joint = JOINT_UNTIL;
    if (end == behind) {
        joint = JOINT_TO;
        end = grammar_skip(grammar, behind, WORD_THROUGH);
    }
    if (end == behind)
        end = grammar_skip(grammar, behind, WORD_TO);
    if (end == behind && between) {
        end = grammar_skip(grammar, behind, WORD_AND);
        joint = end > behind ? JOINT_AND : joint;
    }
    if (end == behind) {
        end = skip_joining_signs(grammar, at);
    } else {
        end = grammar_skip(grammar, end, WORD_THROUGH);
        size_t inclusive = grammar_skip(grammar, end, WORD_INCLUSIVE);
        joint = inclusive > end ? JOINT_TO : joint;
        end = skip_sign(grammar, inclusive, ':'); /* "From: ... To: ..." */
    }
    *count = end - at;
    return *count > 0 ? joint : JOINT_NONE;
}

/* A bare day of the month that takes its month from the other end. */
static bool bare_mday(const struct grammar *grammar, size_t at, size_t *count, int *mday)
{
    if (at >= grammar->tokens->count)
        return false;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind == TOKEN_WORD) /* "dal primo al 15 agosto" */
        return grammar_word(grammar, at, WORD_ORDINAL, count, mday) && *mday <= 31;
    if (token->kind != TOKEN_NUMBER || token->digits > 2 || token->number < 1 ||
        token->number > 31)
        return false;
    *mday = token->number;
    size_t end = at + 1;
    if (grammar_joined(grammar, end)) {
        size_t suffix = grammar_skip(grammar, end, WORD_SUFFIX);
        end = suffix == end && token_is_sign(grammar->tokens, end, '.') &&
                      !token_is_sign(grammar->tokens, end + 1, '.')
                  ? end + 1
                  : suffix;
    }
    *count = end - at;
    return true;
}

static bool is_day(enum date_outcome outcome, const struct date_expression *expression)
{
    return outcome == DATE_FOUND && expression->form == DATE_DAY;
}

/* "8-15 August": the first end is the last one of that number at or before the other. */
static bool first_from_last(int mday, const struct date_expression *last,
                            struct date_expression *first)
{
    struct date date = day_date(last->first);
    if (mday > date.mday) {
        date.month = date.month == 1 ? 12 : date.month - 1;
        date.year -= date.month == 12;
    }
    if (!day_exists(date.year, date.month, mday))
        return false;
    *first = *last;
    first->first = first->last = day_of(date.year, date.month, mday);
    return true;
}

/* "5:30" is no day of the month, "5: conference" may be one. */
static bool begins_time(const struct grammar *grammar, size_t at)
{
    return token_is_sign(grammar->tokens, at + 1, ':') &&
           grammar_joined(grammar, at + 2) &&
           grammar->tokens->items[at + 2].kind == TOKEN_NUMBER;
}

/* Does a bare number end its line? */
static bool ends_line(const struct grammar *grammar, size_t at)
{
    const struct tokens *tokens = grammar->tokens;
    return at + 1 < tokens->count && tokens->items[at].kind == TOKEN_NUMBER &&
           tokens->items[at + 1].kind == TOKEN_WORD &&
           tokens->items[at + 1].gap >= GAP_LINE;
}

static bool read_second(const struct grammar *grammar, size_t at,
                        const struct date_expression *first, struct date_expression *last)
{
    enum date_outcome outcome = single_date(grammar, at, last);
    /* "June 23 - 27", and on the next line "July 14": that month is not its own. */
    if (ends_line(grammar, at) && first->form == DATE_DAY)
        outcome = DATE_ABSENT;
    if (outcome == DATE_FOUND &&
        (last->form == DATE_DAY || last->form == DATE_MONTH || last->form == DATE_SPAN))
        return true;
    size_t count;
    int mday;
    struct date date = day_date(first->first);
    if (outcome != DATE_ABSENT || first->form != DATE_DAY ||
        !bare_mday(grammar, at, &count, &mday) || begins_time(grammar, at) ||
        grammar_is_counted(grammar, at + count) ||
        grammar_is_in_address(grammar, at + count) || mday <= date.mday ||
        !day_exists(date.year, date.month, mday))
        return false;
    *last = *first;
    last->first = last->last = day_of(date.year, date.month, mday);
    last->count = count;
    return true;
}

/* A year behind the second end goes for both: "March 3-5, 2025" was read without it. */
static size_t year_behind(const struct grammar *grammar, size_t at, int *year)
{
    size_t start = at;
    at = skip_sign(grammar, at, ',');
    if (at >= grammar->tokens->count)
        return 0;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind != TOKEN_NUMBER || token->digits != 4 || token->number < 1990 ||
        token->number > 2200 || token_is_sign(grammar->tokens, at + 1, ':'))
        return 0;
    *year = token->number;
    return at + 1 - start;
}

static void set_year(struct date_expression *day, int year)
{
    struct date date = day_date(day->first);
    if (day->cycle != CYCLE_YEAR || !day_exists(year, date.month, date.mday))
        return;
    day->first = day->last = day_of(year, date.month, date.mday);
    day->cycle = CYCLE_NONE;
}

/* Puts the ends in order: what was named in part moves to the other end. */
static bool settle(struct date_expression *first, struct date_expression *last)
{
    if (first->cycle == CYCLE_NONE || first->cycle == CYCLE_WEEK)
        last->last += date_earliest(last, first->first) - last->first;
    else if (first->first > last->last ||
             (last->cycle != CYCLE_WEEK && last->cycle != CYCLE_MONTH))
        first->first = date_latest(first, last->last);
    else
        last->last = date_earliest(last, first->first);
    return first->first <= last->last;
}

static enum date_outcome join(const struct grammar *grammar, size_t start, size_t end,
                              enum joint joint, struct date_expression *first,
                              struct date_expression *last, struct date_expression *out)
{
    int year;
    size_t more = last->cycle == CYCLE_YEAR ? year_behind(grammar, end, &year) : 0;
    if (more > 0) {
        set_year(last, year);
        end += more;
    }
    if (!settle(first, last))
        return DATE_ABSENT;
    *out = *first;
    out->minute = MINUTE_NONE;
    out->feast = false; /* "from Christmas Eve to Epiphany": the writer's own ends */
    out->until = joint == JOINT_UNTIL;
    out->feast = false; /* "from Good Friday to Easter Monday" are its own days */
    return grammar_found(out, end - start, first->first, last->last, DATE_SPAN);
}

/* "Mon-Wed next week": the week that was named behind the second goes for both. */
static void same_week(struct date_expression *first, const struct date_expression *last)
{
    if (first->cycle != CYCLE_WEEK || !last->weekday || last->cycle != CYCLE_NONE)
        return;
    first->first = first->last = date_latest(first, last->last);
    first->cycle = CYCLE_NONE;
}

static bool is_weekday_behind_slash(const struct grammar *grammar, size_t at)
{
    return token_is_sign(grammar->tokens, at, '/') &&
           grammar_skip(grammar, at + 1, WORD_WEEKDAY) > at + 1;
}

static enum date_outcome named_span(const struct grammar *grammar, size_t start,
                                    size_t at, bool between, struct date_expression *out)
{
    struct date_expression first, last;
    size_t count;
    enum date_outcome outcome = single_date(grammar, at, &first);
    if (outcome != DATE_FOUND || (first.form != DATE_DAY && first.form != DATE_MONTH))
        return DATE_ABSENT;
    at += first.count;
    enum joint joint = read_joint(grammar, at, between, &count);
    if (joint == JOINT_NONE && first.weekday && is_weekday_behind_slash(grammar, at)) {
        joint = JOINT_TO; /* thurs/fri */
        count = 1;
    }
    if (joint == JOINT_NONE || !read_second(grammar, at + count, &first, &last))
        return DATE_ABSENT;
    same_week(&first, &last);
    return join(grammar, start, at + count + last.count, joint, &first, &last, out);
}

/* "18, 19 and 20 March": the days between the first and the last; each stands behind a
 * comma and before another. */
static size_t skip_listed_days(const struct grammar *grammar, size_t at)
{
    size_t count;
    int mday;
    while (token_is_sign(grammar->tokens, at, ',')) {
        size_t day = grammar_skip(grammar, at + 1, WORD_ARTICLE);
        if (!bare_mday(grammar, day, &count, &mday))
            break;
        size_t behind = day + count;
        if (!token_is_sign(grammar->tokens, behind, ',') &&
            grammar_skip(grammar, behind, WORD_AND) == behind)
            break;
        at = behind;
    }
    return at;
}

/* "18-Nov-20", written in one: a day with its year, not the 18th to the 20th. */
static bool is_dashed_date(const struct grammar *grammar, size_t at)
{
    for (size_t i = 1; i <= 4; i++)
        if (!grammar_joined(grammar, at + i))
            return false;
    return token_is_sign(grammar->tokens, at + 1, '-') &&
           grammar->tokens->items[at + 2].kind == TOKEN_WORD &&
           token_is_sign(grammar->tokens, at + 3, '-') &&
           grammar->tokens->items[at + 4].digits == 2;
}

static enum date_outcome bare_span(const struct grammar *grammar, size_t start, size_t at,
                                   bool between, struct date_expression *out)
{
    struct date_expression first, last;
    size_t count, taken;
    int mday;
    at = grammar_skip(grammar, at, WORD_DAY_MARK);
    size_t weekday = grammar_skip(grammar, at, WORD_WEEKDAY);
    if (weekday > at && token_is_sign(grammar->tokens, weekday, '.'))
        weekday++;
    if (!bare_mday(grammar, weekday, &taken, &mday) || is_dashed_date(grammar, weekday))
        return DATE_ABSENT;
    at = skip_listed_days(grammar, weekday + taken);
    bool listed = at > weekday + taken;
    /* "3 and 4 March" are days together, "3 and 24 March" are two. */
    enum joint joint = read_joint(grammar, at, true, &count);
    if (joint == JOINT_NONE && token_is_sign(grammar->tokens, at, '/') &&
        token_is_sign(grammar->tokens, at - 1, '.')) {
        joint = JOINT_TO; /* 3./4. August */
        count = 1;
    }
    if (joint == JOINT_NONE || !is_day(single_date(grammar, at + count, &last), &last) ||
        !first_from_last(mday, &last, &first))
        return DATE_ABSENT;
    if (joint == JOINT_AND && !listed && !between && last.first - first.first > 3) {
        *out = first.first >= grammar->context->now.day ? first : last;
        out->count = at + count + last.count - start;
        return DATE_FOUND;
    }
    return join(grammar, start, at + count + last.count, joint, &first, &last, out);
}

enum date_outcome span_date(const struct grammar *grammar, size_t at,
                            struct date_expression *out)
{
    size_t start = at;
    at = grammar_skip(grammar, at, WORD_BETWEEN);
    bool between = at > start;
    if (!between)
        at = grammar_skip(grammar, at, WORD_FROM);
    if (at > start)
        at = skip_sign(grammar, at, ':');
    if (at == start) /* "del 3 al 14": of and from are one word there */
        at = grammar_skip(grammar, at, WORD_OF);
    size_t article = grammar_skip(grammar, at, WORD_ARTICLE);
    enum date_outcome outcome = bare_span(grammar, start, article, between, out);
    if (outcome == DATE_ABSENT)
        outcome = named_span(grammar, start, at, between, out);
    return outcome;
}
