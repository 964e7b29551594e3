#include "grammar.h"

/* Days counted from today. */

static day_number add_workdays(day_number day, int n)
{
    return day_add_working(day, n, (struct holidays){NULL, 0});
}

static bool unit_length(enum date_unit unit, int n, int *days, int *months)
{
    static const int unit_days[UNIT_COUNT] = {
        [UNIT_DAY] = 1, [UNIT_WORKDAY] = 1, [UNIT_WEEK] = 7, [UNIT_FORTNIGHT] = 14};
    static const int unit_months[UNIT_COUNT] = {[UNIT_MONTH] = 1, [UNIT_YEAR] = 12};
    *days = n * unit_days[unit];
    *months = n * unit_months[unit];
    return *days > 0 || *months > 0;
}

/* n units from a moment. */
static enum date_outcome add_units(struct wall from, enum date_unit unit, int n,
                                   struct date_expression *out)
{
    int days, months;
    if (unit == UNIT_MINUTE || unit == UNIT_HOUR) {
        if (from.minute == MINUTE_NONE)
            return DATE_ABSENT;
        int minute = from.minute + n * (unit == UNIT_HOUR ? 60 : 1);
        out->minute = minute % (24 * 60);
        return grammar_found(out, 0, from.day + minute / (24 * 60),
                             from.day + minute / (24 * 60), DATE_DAY);
    }
    if (!unit_length(unit, n, &days, &months))
        return DATE_ABSENT;
    day_number day = unit == UNIT_WORKDAY ? add_workdays(from.day, n == 0 ? 1 : n)
                     : months > 0         ? day_add_months(from.day, months)
                                          : from.day + days;
    return grammar_found(out, 0, day, day, DATE_DAY);
}

/* "demain jeudi", "today (Thursday 5 June)": the same day said again takes these tokens.
 */
static size_t count_same_day(const struct grammar *grammar, size_t at, day_number day)
{
    struct date_expression date;
    size_t behind = at, count;
    int weekday;
    if (token_is_sign(grammar->tokens, behind, ',') ||
        token_is_sign(grammar->tokens, behind, '('))
        behind++;
    if (!grammar_word(grammar, behind, WORD_WEEKDAY, &count, &weekday) ||
        weekday != (int)day_weekday(day))
        return 0;
    behind += count;
    grammar_blank(&date);
    if (calendar_date(grammar, behind, &date) == DATE_FOUND && date.form == DATE_DAY &&
        date.first == day)
        behind += date.count;
    return behind - at;
}

/* tomorrow, tomorrow morning. */
static enum date_outcome counted_day(const struct grammar *grammar, size_t at,
                                     struct date_expression *out)
{
    size_t count;
    int offset;
    if (!grammar_word(grammar, at, WORD_DAY, &count, &offset))
        return DATE_ABSENT;
    day_number day = grammar->context->now.day + offset;
    out->past = offset < 0;
    return grammar_found(out, count + count_same_day(grammar, at + count, day), day, day,
                         DATE_DAY);
}

/* the day after, when nothing says after what: it follows the day named before. */
static enum date_outcome following_day(const struct grammar *grammar, size_t at,
                                       struct date_expression *out)
{
    size_t behind = grammar_skip(grammar, at, WORD_FOLLOWING_DAY);
    if (behind == at)
        return DATE_ABSENT;
    out->following = true;
    out->days = 1;
    return grammar_found(out, behind - at, DAY_NONE, DAY_NONE, DATE_LENGTH);
}

/* this afternoon, this morning: today. */
static enum date_outcome this_part(const struct grammar *grammar, size_t at,
                                   struct date_expression *out)
{
    size_t behind = grammar_skip(grammar, at, WORD_THIS), count;
    int minute;
    if (behind == at || !grammar_word(grammar, behind, WORD_PART, &count, &minute))
        return DATE_ABSENT;
    day_number today = grammar->context->now.day;
    if (grammar->context->afternoon)
        out->minute = minute;
    return grammar_found(out, behind + count - at, today, today, DATE_DAY);
}

/* +3d, +2w, +1m, and + 3 days. */
static enum date_outcome plus_units(const struct grammar *grammar, size_t at,
                                    struct date_expression *out)
{
    static const struct {
        const char *letter;
        enum date_unit unit;
    } letters[] = {{"d", UNIT_DAY},
                   {"w", UNIT_WEEK},
                   {"m", UNIT_MONTH},
                   {"y", UNIT_YEAR},
                   {"h", UNIT_HOUR}};
    size_t count;
    int n, unit = -1;
    if (!token_is_sign(grammar->tokens, at, '+') ||
        !grammar_count(grammar, at + 1, &count, &n))
        return DATE_ABSENT;
    at += 1 + count;
    size_t taken = 1;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (token_is_word(grammar->tokens, at, letters[i].letter))
            unit = (int)letters[i].unit;
    if (unit < 0 && !grammar_word(grammar, at, WORD_UNIT, &taken, &unit))
        return DATE_ABSENT;
    enum date_outcome outcome =
        add_units(grammar->context->now, (enum date_unit)unit, n, out);
    out->count = 1 + count + taken;
    return outcome;
}

/* "a week today", "a fortnight tomorrow": today, with "today (Monday)" said again. */
static size_t skip_counted_day(const struct grammar *grammar, size_t at, day_number *day)
{
    size_t count;
    int offset;
    if (!grammar_word(grammar, at, WORD_DAY, &count, &offset) || offset < 0)
        return at;
    *day = grammar->context->now.day + offset;
    return at + count + count_same_day(grammar, at + count, *day);
}

/* The day that so many units are counted from: "from Saturday", "on Monday", and of weeks
 * "today". Returns the token behind it, at when there is none. */
static size_t skip_start(const struct grammar *grammar, size_t at, enum date_unit unit,
                         day_number *day)
{
    struct date_expression date;
    size_t from = grammar_skip(grammar, grammar_skip(grammar, at, WORD_FROM), WORD_ON);
    size_t behind = skip_counted_day(grammar, from, day);
    if (behind > from)
        return from > at || unit == UNIT_WEEK || unit == UNIT_FORTNIGHT ? behind : at;
    /* "two weeks from 9 March" begin there */
    if (from == at || weekday_date(grammar, from, &date) != DATE_FOUND || !date.weekday)
        return at;
    *day = date.first;
    return from + date.count;
}

/* in two weeks, two weeks from now, a week from Monday, a week on Monday, a week today.
 */
static enum date_outcome in_units(const struct grammar *grammar, size_t at,
                                  struct date_expression *out)
{
    size_t start = at, count, taken;
    int n, unit, value;
    at = grammar_skip(grammar, at, WORD_IN);
    bool in = at > start;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    if (!grammar_count(grammar, at, &count, &n) ||
        !grammar_word(grammar, at + count, WORD_UNIT, &taken, &unit))
        return DATE_ABSENT;
    at += count + taken;
    struct wall from = grammar->context->now;
    day_number counted_from = DAY_NONE;
    if (grammar_word(grammar, at, WORD_FROM_NOW, &count, &value)) {
        at += count;
    } else if (!in) {
        size_t behind = skip_start(grammar, at, (enum date_unit)unit, &from.day);
        if (behind == at)
            return DATE_ABSENT;
        bool today = grammar_word(grammar, at, WORD_DAY, &count, &value);
        counted_from = today ? DAY_NONE : from.day;
        at = behind;
    }
    enum date_outcome outcome = add_units(from, (enum date_unit)unit, n, out);
    out->counted_from = counted_from;
    out->count = at - start;
    return outcome;
}

/* for two weeks, the next three days. */
static enum date_outcome length_of_time(const struct grammar *grammar, size_t at,
                                        struct date_expression *out)
{
    size_t start = at, count, taken;
    int n, unit;
    at = grammar_skip(grammar, at, WORD_FOR);
    bool said = at > start;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    size_t next = grammar_skip(grammar, at, WORD_NEXT);
    said = said || next > at;
    at = next;
    if (!grammar_count(grammar, at, &count, &n) || n < 1)
        return DATE_ABSENT;
    /* "les deux prochaines semaines" */
    next = grammar_skip(grammar, at + count, WORD_NEXT);
    said = said || next > at + count;
    if (!grammar_word(grammar, next, WORD_UNIT, &taken, &unit) ||
        !unit_length((enum date_unit)unit, n, &out->days, &out->months))
        return DATE_ABSENT;
    out->workdays = unit == UNIT_WORKDAY;
    size_t end = grammar_skip(grammar, next + taken, WORD_LASTING);
    if (!said && end == next + taken)
        return DATE_ABSENT;
    return grammar_found(out, end - start, DAY_NONE, DAY_NONE, DATE_LENGTH);
}

/* two weeks, fourteen days: of what is not said; a single day is too common a word, "a
 * couple of weeks" no number. */
static enum date_outcome bare_length(const struct grammar *grammar, size_t at,
                                     struct date_expression *out)
{
    size_t count, taken;
    int n, unit;
    if (!grammar_count(grammar, at, &count, &n) || n < 1 || count > 1 ||
        !grammar_word(grammar, at + count, WORD_UNIT, &taken, &unit) ||
        !unit_length((enum date_unit)unit, n, &out->days, &out->months) ||
        (n == 1 && out->days == 1))
        return DATE_ABSENT;
    out->workdays = unit == UNIT_WORKDAY;
    out->bare = true;
    return grammar_found(out, count + taken, DAY_NONE, DAY_NONE, DATE_LENGTH);
}

static enum date_outcome unit_span(const struct grammar *grammar, enum date_unit unit,
                                   int n, struct date_expression *out)
{
    day_number today = grammar->context->now.day;
    day_number monday = week_start(today) + 7 * n;
    day_number month = month_start(day_add_months(month_start(today), n));
    int year = day_date(today).year + n;
    switch (unit) {
    case UNIT_WEEK:
        return grammar_found(out, 0, monday, monday + 6, DATE_WEEK);
    case UNIT_WEEKEND:
        return grammar_found(out, 0, monday + 5, monday + 6, DATE_SPAN);
    case UNIT_MONTH:
        return grammar_found(out, 0, month, month_end(month), DATE_MONTH);
    case UNIT_YEAR:
        return grammar_found(out, 0, day_of(year, 1, 1), day_of(year, 12, 31),
                             DATE_MONTH);
    default:
        return DATE_ABSENT;
    }
}

/* "this week and next", "cette semaine et la prochaine": both. */
static void add_next_week(const struct grammar *grammar, size_t at,
                          struct date_expression *out)
{
    size_t count, end = at + out->count;
    int unit;
    size_t and = grammar_skip(grammar, end, WORD_AND);
    size_t noun = grammar_skip(grammar, and, WORD_ARTICLE);
    if (out->form != DATE_WEEK || and == end)
        return;
    bool named = grammar_word(grammar, noun, WORD_UNIT, &count, &unit);
    if (named && unit != UNIT_WEEK)
        return;
    size_t next = grammar_skip(grammar, named ? noun + count : noun, WORD_NEXT);
    if (next == (named ? noun + count : noun))
        return;
    if (!named && grammar_word(grammar, next, WORD_UNIT, &count, &unit)) {
        if (unit != UNIT_WEEK)
            return;
        next += count;
    }
    out->last += 7;
    out->form = DATE_SPAN;
    out->count = next - at;
}

/* "after the weekend", "until the weekend". */
static bool is_behind_after(const struct grammar *grammar, size_t at)
{
    return at > 0 && (grammar_skip(grammar, at - 1, WORD_AFTER) == at ||
                      grammar_skip(grammar, at - 1, WORD_UNTIL) == at);
}

/* "toda la Semana Santa": the words for the whole week reach into the name of a feast. */
static bool reaches_into_feast(const struct grammar *grammar, size_t at, size_t count)
{
    for (size_t word = at + 1; word < at + count; word++)
        if (grammar_skip(grammar, word, WORD_FEAST) > at + count)
            return true;
    return false;
}

/* "for the week commencing 10 February": no week by itself. */
static bool begins_week_of(const struct grammar *grammar, size_t at)
{
    return grammar_skip(grammar, at, WORD_WEEK_OF) > at + 1;
}

/* this week, next month, last year, next March. */
static enum date_outcome shifted_unit(const struct grammar *grammar, size_t at,
                                      struct date_expression *out)
{
    static const struct {
        enum date_word kind;
        int shift;
    } shifts[] = {{WORD_NEXT, 1}, {WORD_AFTER_NEXT, 2}, {WORD_THIS, 0}, {WORD_LAST, -1}};
    size_t start = at, count;
    int unit;
    at = grammar_skip(grammar, at, WORD_ARTICLE);
    bool all = grammar_word(grammar, at, WORD_ALL_WEEK, &count, &unit);
    /* "the whole week of Easter" is not this one */
    if (all && reaches_into_feast(grammar, at, count))
        return DATE_ABSENT;
    if (all && grammar_skip(grammar, at, WORD_WEEK_OF) <= at + count &&
        !begins_week_of(grammar, at + count - 1)) {
        /* "toute la semaine prochaine" */
        size_t next = grammar_skip(grammar, at + count, WORD_NEXT);
        enum date_outcome outcome = unit_span(grammar, UNIT_WEEK, next > at + count, out);
        out->count = next - start;
        return outcome;
    }
    size_t both = grammar_skip(grammar, at, WORD_THIS_AND_NEXT);
    if (both > at && grammar_word(grammar, both, WORD_UNIT, &count, &unit) &&
        unit == UNIT_WEEK) {
        day_number monday = week_start(grammar->context->now.day);
        return grammar_found(out, both + count - start, monday, monday + 13, DATE_SPAN);
    }
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++) {
        size_t behind = grammar_skip(grammar, at, shifts[i].kind);
        if (behind == at || !grammar_word(grammar, behind, WORD_UNIT, &count, &unit))
            continue;
        enum date_outcome outcome =
            unit_span(grammar, (enum date_unit)unit, shifts[i].shift, out);
        out->count = behind + count - start;
        out->past = shifts[i].shift < 0;
        if (shifts[i].shift == 0)
            add_next_week(grammar, start, out);
        return outcome;
    }
    /* "la semaine prochaine": the word stands behind in some languages */
    if (!grammar_word(grammar, at, WORD_UNIT, &count, &unit))
        return DATE_ABSENT;
    size_t behind = grammar_skip(grammar, at + count, WORD_AFTER_NEXT);
    int shift = behind > at + count ? 2 : 1;
    /* "a month following surgery" is no month */
    bool after = grammar_skip(grammar, at + count, WORD_AFTER) > at + count;
    if (shift == 1 && !after)
        behind = grammar_skip(grammar, at + count, WORD_NEXT);
    if (unit == UNIT_WEEKEND && behind == at + count && is_behind_after(grammar, start) &&
        grammar_skip(grammar, behind, WORD_OF) == behind) {
        behind = at + count;
        shift = 0;
    } else if (behind == at + count) {
        return DATE_ABSENT;
    }
    enum date_outcome outcome = unit_span(grammar, (enum date_unit)unit, shift, out);
    out->count = behind - start;
    return outcome;
}

enum date_outcome relative_date(const struct grammar *grammar, size_t at,
                                struct date_expression *out)
{
    static date_rule *const rules[] = {following_day, counted_day, this_part,
                                       plus_units,    in_units,    length_of_time,
                                       shifted_unit,  bare_length};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        grammar_blank(out);
        enum date_outcome outcome = rules[i](grammar, at, out);
        if (outcome != DATE_ABSENT)
            return outcome;
    }
    return DATE_ABSENT;
}
