/* How a rule begins. */
#include "repeating.h"

/* "Every second tuesday" is said of both. */
static enum step refuse_second(const struct repeating *repeating)
{
    error_set(repeating->when->err, ERROR_AMBIGUOUS,
              "\"every second\" can be every other one or the second of every month: "
              "say \"every other\" or \"second ... of every month\"");
    return STEP_REFUSED;
}

/* "every first monday", "every third month", "every last day of the month". */
static enum step every_ordinal(struct repeating *repeating)
{
    size_t before = repeating->at;
    bool every;
    int n;
    if (!repeat_take_ordinal(repeating, &n))
        return STEP_NOT_THERE;
    enum step step = n > 1 ? repeat_take_units(repeating, n) : STEP_NOT_THERE;
    if (step != STEP_NOT_THERE && repeating->rule.unit != RULE_DAY)
        return step;
    if (step == STEP_REFUSED || (step == STEP_READ && repeating->rule.unit == RULE_DAY))
        return step;
    if (!repeat_take_nth_day(repeating, n)) {
        repeating->at = before;
        return STEP_NOT_THERE;
    }
    step = repeat_take_of(repeating, &every);
    if (step != STEP_NOT_THERE)
        return step;
    if (n == 2)
        return refuse_second(repeating);
    repeat_set_cycle(repeating, (struct cycle){RULE_MONTH, 1}, 1);
    return STEP_READ;
}

static enum step every_weekday(struct repeating *repeating, int interval)
{
    bool workday = repeat_take_word(repeating, REPEAT_WORKDAY);
    if (workday)
        repeating->rule.weekdays = RULE_WORKDAYS;
    else if (!repeat_take_list(repeating, WORD_WEEKDAY, MONDAY,
                               &repeating->rule.weekdays))
        return STEP_NOT_THERE;
    if (workday && interval != 1)
        return repeat_refused(repeating, "say \"every 2 days\" or name the weekdays");
    repeat_set_cycle(repeating, (struct cycle){RULE_WEEK, 1}, interval);
    return STEP_READ;
}

/* "2 weeks", "other tuesday", "week". */
static enum step every_count(struct repeating *repeating)
{
    size_t before = repeating->at, count;
    int n = 1;
    bool other = repeat_take_word(repeating, REPEAT_OTHER);
    if (other) {
        n = 2;
    } else if (grammar_count(repeat_grammar(repeating), before, &count, &n)) {
        repeating->at += count;
    }
    enum step step = repeat_take_units(repeating, n);
    if (step == STEP_NOT_THERE && other)
        step = every_weekday(repeating, n);
    if (step == STEP_NOT_THERE)
        repeating->at = before;
    return step;
}

static enum step read_every(struct repeating *repeating)
{
    enum step step = every_count(repeating);
    if (step == STEP_NOT_THERE)
        step = every_ordinal(repeating);
    if (step == STEP_NOT_THERE)
        step = every_weekday(repeating, 1);
    if (step == STEP_NOT_THERE) {
        step = repeat_take_date(repeating);
        repeat_date_cycle(repeating);
    }
    return step == STEP_NOT_THERE ? repeat_refused(repeating, "no rule; " REPEAT_EXAMPLES)
                                  : step;
}

/* "first monday of every month". */
static enum step read_nth_of_every(struct repeating *repeating)
{
    bool every;
    int n;
    repeat_skip(repeating, WORD_ARTICLE);
    if (!repeat_take_ordinal(repeating, &n) || !repeat_take_nth_day(repeating, n))
        return STEP_NOT_THERE;
    enum step step = repeat_take_of(repeating, &every);
    return step == STEP_READ && !every ? STEP_NOT_THERE : step;
}

enum step repeat_head(struct repeating *repeating)
{
    struct cycle cycle;
    if (repeat_take_adverb(repeating, REPEAT_DAILY, REPEAT_WORD_COUNT, &cycle)) {
        repeat_set_cycle(repeating, cycle, 1);
        return STEP_READ;
    }
    if (repeat_take_word(repeating, REPEAT_EVERY))
        return read_every(repeating);
    return read_nth_of_every(repeating);
}

enum step repeat_time_first(struct repeating *repeating)
{
    struct date_expression time;
    grammar_blank(&time);
    repeating->at = 0;
    if (time_of_day(repeat_grammar(repeating), 0, &time) != DATE_FOUND)
        return STEP_NOT_THERE;
    repeating->at = time.count;
    repeating->from.minute = time.minute;
    return repeat_head(repeating);
}
