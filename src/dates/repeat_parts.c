/* The words and days that rules are made of. */
#include "repeating.h"

const struct grammar *repeat_grammar(const struct repeating *repeating)
{
    return &repeating->when->grammar;
}

bool repeat_refuse(const struct repeating *repeating, const char *reason)
{
    const char *start;
    int length =
        when_part(repeating->when, 0, repeat_grammar(repeating)->tokens->count, &start);
    return error_set(repeating->when->err, ERROR_USAGE, "\"%.*s\": %s", length, start,
                     reason);
}

enum step repeat_refused(const struct repeating *repeating, const char *reason)
{
    repeat_refuse(repeating, reason);
    return STEP_REFUSED;
}

bool repeat_take_word(struct repeating *repeating, enum repeat_word kind)
{
    struct phrase_match match;
    int value;
    bool there =
        phrase_book_match(repeat_grammar(repeating)->lexicon->repeats,
                          repeat_grammar(repeating)->tokens, repeating->at, &match) &&
        phrase_means(&match, (int)kind, &value);
    if (there)
        repeating->at += match.count;
    return there;
}

bool repeat_skip(struct repeating *repeating, enum date_word kind)
{
    size_t before = repeating->at;
    repeating->at = grammar_skip(repeat_grammar(repeating), before, kind);
    return repeating->at > before;
}

bool repeat_take_value(struct repeating *repeating, enum date_word kind, int *value)
{
    size_t count;
    bool there =
        grammar_word(repeat_grammar(repeating), repeating->at, kind, &count, value);
    if (there)
        repeating->at += count;
    return there;
}

bool repeat_take_list(struct repeating *repeating, enum date_word kind, int first,
                      unsigned *bits)
{
    size_t end = repeating->at;
    int value;
    *bits = 0;
    while (repeat_take_value(repeating, kind, &value)) {
        *bits |= 1u << (value - first);
        end = repeating->at;
        if (token_is_sign(repeat_grammar(repeating)->tokens, repeating->at, ','))
            repeating->at++;
        repeat_skip(repeating, WORD_AND);
    }
    repeating->at = end;
    return *bits != 0;
}

bool repeat_take_ordinal(struct repeating *repeating, int *n)
{
    size_t count, at = repeating->at;
    if (repeat_take_word(repeating, REPEAT_LAST)) {
        *n = -1;
        return true;
    }
    if (repeat_take_value(repeating, WORD_ORDINAL, n))
        return true;
    const struct grammar *grammar = repeat_grammar(repeating);
    if (!grammar_count(grammar, at, &count, n) || !grammar_joined(grammar, at + count) ||
        grammar_skip(grammar, at + count, WORD_SUFFIX) == at + count)
        return false;
    repeating->at = grammar_skip(grammar, at + count, WORD_SUFFIX);
    return true;
}

bool repeat_take_adverb(struct repeating *repeating, enum repeat_word first,
                        enum repeat_word end, struct cycle *out)
{
    static const struct cycle cycles[] = {
        {RULE_MONTH, 3}, {RULE_MONTH, 6}, {RULE_DAY, 1},   {RULE_WEEK, 1}, {RULE_WEEK, 2},
        {RULE_MONTH, 1}, {RULE_MONTH, 3}, {RULE_MONTH, 6}, {RULE_YEAR, 1}};
    for (enum repeat_word kind = first; kind < end; kind++) {
        if (repeat_take_word(repeating, kind)) {
            *out = cycles[kind - REPEAT_QUARTER];
            return true;
        }
    }
    return false;
}

/* A day, a week, a quarter. */
static enum step take_unit(struct repeating *repeating, struct cycle *out)
{
    static const struct cycle cycles[UNIT_COUNT] = {[UNIT_DAY] = {RULE_DAY, 1},
                                                    [UNIT_WEEK] = {RULE_WEEK, 1},
                                                    [UNIT_FORTNIGHT] = {RULE_WEEK, 2},
                                                    [UNIT_MONTH] = {RULE_MONTH, 1},
                                                    [UNIT_YEAR] = {RULE_YEAR, 1}};
    size_t before = repeating->at;
    int unit;
    if (repeat_take_adverb(repeating, REPEAT_QUARTER, REPEAT_DAILY, out))
        return STEP_READ;
    if (!repeat_take_value(repeating, WORD_UNIT, &unit))
        return STEP_NOT_THERE;
    if (unit == UNIT_MINUTE || unit == UNIT_HOUR)
        return repeat_refused(repeating, "a touch comes at most once a day");
    if (unit == UNIT_WEEKEND)
        return repeat_refused(repeating, "name the day, sat or sun");
    *out = cycles[unit];
    if (unit == UNIT_WORKDAY)
        repeating->at = before;
    return unit == UNIT_WORKDAY ? STEP_NOT_THERE : STEP_READ;
}

void repeat_set_cycle(struct repeating *repeating, struct cycle cycle, int n)
{
    repeating->rule.unit = cycle.unit;
    repeating->rule.interval = n * cycle.interval;
}

enum step repeat_take_units(struct repeating *repeating, int n)
{
    struct cycle cycle;
    enum step step = take_unit(repeating, &cycle);
    if (step == STEP_READ)
        repeat_set_cycle(repeating, cycle, n);
    return step;
}

bool repeat_take_nth_day(struct repeating *repeating, int n)
{
    struct rule *rule = &repeating->rule;
    int value;
    if (n <= RULE_NTH_MAX && repeat_take_value(repeating, WORD_WEEKDAY, &value)) {
        rule->weekdays = 1u << value;
        rule->nth = n;
    } else if (n <= RULE_NTH_MAX && repeat_take_word(repeating, REPEAT_WORKDAY)) {
        rule->weekdays = RULE_WORKDAYS;
        rule->nth = n;
    } else {
        size_t before = repeating->at;
        if (!repeat_take_value(repeating, WORD_UNIT, &value) || value != UNIT_DAY ||
            n > RULE_MONTH_DAYS) {
            repeating->at = before;
            return false;
        }
        rule->mday = n;
    }
    return true;
}

/* A number behind a month is its day, unless it is a time: "october 2pm". */
static bool take_months(struct repeating *repeating)
{
    const struct grammar *grammar = repeat_grammar(repeating);
    size_t before = repeating->at, count;
    struct date_expression time;
    unsigned months;
    int n;
    grammar_blank(&time);
    if (!repeat_take_list(repeating, WORD_MONTH, 1, &months))
        return false;
    if (grammar_count(grammar, repeating->at, &count, &n) &&
        time_of_day(grammar, repeating->at, &time) == DATE_ABSENT) {
        repeating->at = before;
        return false;
    }
    repeating->rule.months = months;
    return true;
}

enum step repeat_take_date(struct repeating *repeating)
{
    struct rule *rule = &repeating->rule;
    struct date_expression day;
    const struct grammar *grammar = repeat_grammar(repeating);
    size_t at = repeating->at;
    if (take_months(repeating))
        return STEP_READ;
    enum date_outcome outcome = calendar_date(grammar, at, &day);
    if (outcome == DATE_IMPOSSIBLE) {
        when_refuse_impossible(repeating->when, at, day.count);
        return STEP_REFUSED;
    }
    if (outcome == DATE_AMBIGUOUS) {
        when_refuse_ambiguous(repeating->when, at, &day);
        return STEP_REFUSED;
    }
    if (outcome == DATE_FOUND && day.form == DATE_DAY && !day.approximate) {
        if (day.cycle == CYCLE_NONE)
            return repeat_refused(repeating,
                                  "a rule names no year; say from when with \"from\"");
        struct date date = day_date(day.first);
        rule->mday = date.mday;
        if (day.cycle == CYCLE_YEAR)
            rule->months = 1u << (date.month - 1);
        repeating->at += day.count;
        return STEP_READ;
    }
    return STEP_NOT_THERE;
}

void repeat_date_cycle(struct repeating *repeating)
{
    struct cycle cycle = {repeating->rule.months != 0 ? RULE_YEAR : RULE_MONTH, 1};
    repeat_set_cycle(repeating, cycle, 1);
}

enum step repeat_take_of(struct repeating *repeating, bool *every)
{
    size_t before = repeating->at;
    *every = false;
    if (!repeat_skip(repeating, WORD_OF) && !repeat_skip(repeating, WORD_IN))
        return STEP_NOT_THERE;
    repeat_skip(repeating, WORD_ARTICLE);
    *every = repeat_take_word(repeating, REPEAT_EVERY);
    enum step step = repeat_take_units(repeating, 1);
    if (step == STEP_READ && repeating->rule.unit != RULE_MONTH)
        return repeat_refused(repeating, "name the month: first monday of every october");
    if (step == STEP_NOT_THERE &&
        repeat_take_list(repeating, WORD_MONTH, 1, &repeating->rule.months)) {
        repeat_date_cycle(repeating);
        step = STEP_READ;
    }
    if (step == STEP_NOT_THERE)
        repeating->at = before;
    return step;
}

bool repeat_names_day(const struct rule *rule)
{
    return rule->months != 0 || rule->weekdays != 0 || rule->mday != 0;
}
