/* What may stand behind the beginning of a rule. */
#include "repeating.h"

/* "6 times". */
static enum step take_times(struct repeating *repeating)
{
    size_t before = repeating->at, count;
    int n;
    repeat_skip(repeating, WORD_FOR);
    if (grammar_count(repeat_grammar(repeating), repeating->at, &count, &n)) {
        repeating->at += count;
        if (repeat_take_word(repeating, REPEAT_TIMES)) {
            repeating->rule.count = n;
            return n > 0 ? STEP_READ : repeat_refused(repeating, "it would never come");
        }
    }
    repeating->at = before;
    return STEP_NOT_THERE;
}

static enum step take_from(struct repeating *repeating)
{
    size_t before = repeating->at;
    struct wall from = {DAY_NONE, MINUTE_NONE};
    if (!repeat_take_word(repeating, REPEAT_FROM))
        return STEP_NOT_THERE;
    enum step step = when_day(repeating->when, &repeating->at, &from);
    if (step == STEP_READ)
        repeating->from.day = from.day;
    else
        repeating->at = before;
    return step;
}

static bool take_year(struct repeating *repeating)
{
    enum { YEAR_DIGITS = 4 };
    const struct tokens *tokens = repeat_grammar(repeating)->tokens;
    const struct token *token = &tokens->items[repeating->at];
    if (repeating->at >= tokens->count || token->digits != YEAR_DIGITS ||
        token->number < 1 || token_is_sign(tokens, repeating->at + 1, '-'))
        return false;
    grammar_found(&repeating->until, 1, day_of(token->number, 1, 1),
                  day_of(token->number, 12, 31), DATE_MONTH);
    repeating->at++;
    return true;
}

static enum step take_until(struct repeating *repeating)
{
    const struct when *when = repeating->when;
    size_t before = repeating->at;
    if (!repeat_skip(repeating, WORD_UNTIL) && !repeat_skip(repeating, WORD_THROUGH))
        return STEP_NOT_THERE;
    repeat_skip(repeating, WORD_END);
    repeat_skip(repeating, WORD_OF);
    if (take_year(repeating))
        return STEP_READ;
    size_t at = repeating->at;
    enum date_outcome outcome = single_date(&when->grammar, at, &repeating->until);
    if (outcome == DATE_AMBIGUOUS || outcome == DATE_IMPOSSIBLE) {
        if (outcome == DATE_AMBIGUOUS)
            when_refuse_ambiguous(when, at, &repeating->until);
        else
            when_refuse_impossible(when, at, repeating->until.count);
        return STEP_REFUSED;
    }
    if (outcome == DATE_ABSENT || repeating->until.last == DAY_NONE) {
        grammar_blank(&repeating->until);
        repeating->at = before;
        return STEP_NOT_THERE;
    }
    repeating->at += repeating->until.count;
    return STEP_READ;
}

/* Behind "on", or without it: "weekly tue", "monthly on the last friday". */
static enum step take_day(struct repeating *repeating)
{
    struct rule *rule = &repeating->rule;
    size_t before = repeating->at;
    int n;
    if (repeat_names_day(rule))
        return STEP_NOT_THERE;
    bool on = repeat_skip(repeating, WORD_ON) || repeat_skip(repeating, WORD_IN);
    if (repeat_take_list(repeating, WORD_WEEKDAY, MONDAY, &rule->weekdays))
        return rule->unit <= RULE_WEEK
                   ? STEP_READ
                   : repeat_refused(repeating,
                                    "which one: say \"on the first tue\", \"on the "
                                    "last fri\"");
    size_t behind = repeating->at;
    repeat_skip(repeating, WORD_ARTICLE);
    if (repeat_take_ordinal(repeating, &n) && repeat_take_nth_day(repeating, n)) {
        enum rule_unit unit = rule->unit;
        int interval = rule->interval;
        bool every;
        enum step step = repeat_take_of(repeating, &every);
        if (step == STEP_READ && unit == RULE_YEAR)
            rule->interval = interval;
        else
            repeat_set_cycle(repeating, (struct cycle){unit, interval}, 1);
        return step == STEP_REFUSED ? step : STEP_READ;
    }
    repeating->at = behind;
    enum step step = on ? repeat_take_date(repeating) : STEP_NOT_THERE;
    if (step == STEP_NOT_THERE)
        repeating->at = before;
    return step;
}

static enum step take_time(struct repeating *repeating)
{
    size_t before = repeating->at;
    if (!when_time(repeating->when, &repeating->at, &repeating->from))
        return STEP_REFUSED;
    return repeating->at > before ? STEP_READ : STEP_NOT_THERE;
}

enum step repeat_tail(struct repeating *repeating)
{
    static enum step (*const parts[])(struct repeating * repeating) = {
        take_times, take_from, take_until, take_day, take_time};
    size_t before = repeating->at;
    if (token_is_sign(repeat_grammar(repeating)->tokens, before, ','))
        repeating->at++;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        enum step step = parts[i](repeating);
        if (step != STEP_NOT_THERE)
            return step;
    }
    repeating->at = before;
    return STEP_NOT_THERE;
}
