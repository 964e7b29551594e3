#include "touchbase/dates/repeat.h"

#include <string.h>

#include "repeating.h"

/* A rule that names no day: the one it begins on says which. */
static day_number begin_unnamed(struct repeating *repeating)
{
    static const int days[] = {[RULE_DAY] = 1, [RULE_WEEK] = 7};
    struct rule *rule = &repeating->rule;
    day_number today = repeating->when->context->now.day, first = repeating->from.day;
    day_number named = first == DAY_NONE ? today : first;
    if (first == DAY_NONE && rule->unit <= RULE_WEEK)
        first = today + rule->interval * days[rule->unit];
    else if (first == DAY_NONE)
        first =
            day_add_months(today, rule->interval * (rule->unit == RULE_YEAR ? 12 : 1));
    if (rule->unit == RULE_WEEK)
        rule->weekdays = 1u << day_weekday(first);
    if (rule->unit >= RULE_MONTH)
        rule->mday = day_date(named).mday; /* of the 31st, where there is one */
    if (rule->unit == RULE_YEAR)
        rule->months = 1u << (day_date(named).month - 1);
    return first;
}

static day_number begin_named(const struct repeating *repeating)
{
    const struct rule *rule = &repeating->rule;
    struct wall now = repeating->when->context->now;
    int minute = repeating->from.minute;
    if (repeating->from.day != DAY_NONE)
        return rule_first(rule, repeating->from.day);
    day_number first = rule_first(rule, now.day + (rule->unit == RULE_WEEK));
    bool past = first == now.day && minute != MINUTE_NONE && minute <= now.minute;
    return past ? rule_first(rule, first + 1) : first;
}

static bool is_too_rare(const struct rule *rule)
{
    static const int most[] = {
        [RULE_DAY] = 3660, [RULE_WEEK] = 520, [RULE_MONTH] = 120, [RULE_YEAR] = 10};
    return rule->interval > most[rule->unit];
}

/* What a year needs besides. */
static bool check_parts(const struct repeating *repeating)
{
    const struct rule *rule = &repeating->rule;
    if (rule->interval < 1)
        return repeat_refuse(repeating, "it would never come");
    if (is_too_rare(rule))
        return repeat_refuse(repeating, "a rule comes round within ten years");
    if (rule->unit == RULE_YEAR && repeat_names_day(rule) && rule->months == 0)
        return repeat_refuse(repeating, "name the month, too");
    if (rule->unit == RULE_MONTH && rule->months != 0)
        return repeat_refuse(repeating,
                             "a month comes round every year: say \"every october\"");
    if (rule->unit <= RULE_WEEK &&
        (rule->mday != 0 || rule->months != 0 || rule->nth != 0))
        return repeat_refuse(repeating, "such a day comes round by months or years");
    if (rule->unit == RULE_DAY && rule->weekdays != 0)
        return repeat_refuse(repeating, "weekdays come round by weeks");
    return rule->count == 0 || repeating->until.last == DAY_NONE ||
           repeat_refuse(repeating, "say how often or until when, not both");
}

static bool set_end(struct repeating *repeating, day_number first)
{
    struct rule *rule = &repeating->rule;
    const struct date_expression *until = &repeating->until;
    if (until->last == DAY_NONE)
        return true;
    rule->until = until->form == DATE_DAY ? date_earliest(until, first) : until->last;
    return rule->until >= first ||
           repeat_refuse(repeating, "it would end before it begins");
}

static bool finish(struct repeating *repeating, struct repeat *out)
{
    struct rule *rule = &repeating->rule;
    if (!check_parts(repeating))
        return false;
    bool named = repeat_names_day(rule);
    if (rule->months != 0 && rule->mday == 0 && rule->weekdays == 0) {
        rule->weekdays = RULE_WORKDAYS;
        rule->nth = 1;
    }
    day_number first = named ? begin_named(repeating) : begin_unnamed(repeating);
    if (first == DAY_NONE)
        return repeat_refuse(repeating, "there is no such day");
    if (!set_end(repeating, first))
        return false;
    struct buffer text = {0};
    rule_text(rule, &text);
    strncpy(out->rule, buffer_string(&text), sizeof out->rule - 1);
    out->rule[sizeof out->rule - 1] = '\0';
    out->first = (struct wall){first, repeating->from.minute};
    buffer_free(&text);
    return true;
}

/* What a run of the grammar comes to. */
struct result {
    struct repeat *repeat;
    enum repeat_outcome outcome;
};

static bool read_rule(const struct when *when, size_t *used, void *out)
{
    struct result *result = out;
    struct repeating repeating = {.when = when,
                                  .rule = {.interval = 1, .until = DAY_NONE},
                                  .from = {DAY_NONE, MINUTE_NONE}};
    grammar_blank(&repeating.until);
    enum step step = repeat_head(&repeating);
    if (step == STEP_NOT_THERE)
        step = repeat_time_first(&repeating);
    result->outcome = step == STEP_NOT_THERE ? REPEAT_ABSENT : REPEAT_REFUSED;
    while (step == STEP_READ)
        if ((step = repeat_tail(&repeating)) == STEP_REFUSED)
            return false;
    if (result->outcome == REPEAT_ABSENT || step == STEP_REFUSED)
        return false;
    *used = repeating.at;
    if (when->whole && repeating.at < when->grammar.tokens->count)
        return repeat_refuse(&repeating, "no rule; " REPEAT_EXAMPLES);
    if (!finish(&repeating, result->repeat))
        return false;
    result->outcome = REPEAT_FOUND;
    return true;
}

/* ABSENT also when the words of dates cannot be read; WHEN, tried next, says so. */
static enum repeat_outcome run(const char *text, const struct when_context *context,
                               bool whole, struct repeat *out, size_t *bytes,
                               struct error *err)
{
    struct result result = {out, REPEAT_ABSENT};
    when_run(text, context, whole, read_rule, &result, bytes, err);
    return result.outcome;
}

enum repeat_outcome repeat_read(const char *text, const struct when_context *context,
                                struct repeat *out, struct error *err)
{
    size_t bytes;
    return run(text, context, true, out, &bytes, err);
}

enum repeat_outcome repeat_read_prefix(const char *text,
                                       const struct when_context *context,
                                       struct repeat *out, size_t *used,
                                       struct error *err)
{
    size_t bytes;
    enum repeat_outcome outcome = run(text, context, false, out, &bytes, err);
    *used = outcome == REPEAT_FOUND ? bytes : 0;
    return outcome;
}
