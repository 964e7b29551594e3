/* A rule in words, such as repeat_read reads. */
#include "rule.h"
#include "touchbase/dates/repeat.h"

static const char *const unit_words[] = {"day", "week", "month", "year"};
static const char *const ordinals[] = {"", "first", "second", "third", "fourth", "fifth"};

static const char *ordinal(int nth)
{
    return nth < 0 ? "last" : ordinals[nth];
}

static const char *weekday_word(int index)
{
    return day_weekday_name((enum weekday)index);
}

static const char *month_word(int index)
{
    return day_month_name(index + 1);
}

/* "Mon, Wed and Fri". */
static void add_names(struct buffer *out, unsigned bits, const char *(*name)(int index))
{
    const char *joint = "";
    for (int i = 0; bits >> i != 0; i++) {
        if (!(bits >> i & 1))
            continue;
        buffer_add_format(out, "%s%s", joint, name(i));
        unsigned left = bits >> (i + 1);
        joint = (left & (left - 1)) == 0 ? " and " : ", ";
    }
}

static void add_weekdays(struct buffer *out, const struct rule *rule, const char *workday)
{
    if (rule->weekdays == RULE_WORKDAYS)
        buffer_add_string(out, workday);
    else
        add_names(out, rule->weekdays, weekday_word);
}

static const char *suffix(int mday)
{
    static const char *const suffixes[] = {"th", "st", "nd", "rd"};
    return mday % 10 <= 3 && mday / 10 != 1 ? suffixes[mday % 10] : "th";
}

static void add_every(struct buffer *out, const struct rule *rule)
{
    if (rule->interval == 1)
        buffer_add_format(out, "every %s", unit_words[rule->unit]);
    else
        buffer_add_format(out, "every %d %ss", rule->interval, unit_words[rule->unit]);
}

/* Which day of the month or year. */
static void add_day(struct buffer *out, const struct rule *rule)
{
    if (rule->nth != 0) {
        buffer_add_format(out, " on the %s ", ordinal(rule->nth));
        add_weekdays(out, rule, "working day");
    } else if (rule->mday < 0) {
        buffer_add_string(out, " on the last day");
    } else if (rule->mday > 0 && rule->months == 0) {
        buffer_add_format(out, " on the %d%s", rule->mday, suffix(rule->mday));
    } else if (rule->mday > 0) {
        buffer_add_format(out, " on %d ", rule->mday);
        add_names(out, rule->months, month_word);
        return;
    }
    if (rule->months != 0) {
        buffer_add_string(out, " in ");
        add_names(out, rule->months, month_word);
    }
}

/* "every Tue", "every Oct", else the unit and its day. */
static void add_rule(struct buffer *out, const struct rule *rule)
{
    bool month_alone = rule->unit == RULE_YEAR && rule->months != 0 &&
                       rule->weekdays == RULE_WORKDAYS && rule->nth == 1;
    if (rule->unit == RULE_WEEK && rule->weekdays != 0) {
        buffer_add_string(out, "every ");
        if (rule->interval > 1)
            buffer_add_format(out, "%d weeks on ", rule->interval);
        add_weekdays(out, rule, "weekday");
    } else if (month_alone && rule->interval == 1) {
        buffer_add_string(out, "every ");
        add_names(out, rule->months, month_word);
    } else {
        add_every(out, rule);
        add_day(out, rule);
    }
}

/* Rules that the words above would say otherwise than they are. */
static bool has_words(const struct rule *rule)
{
    bool daily = rule->unit == RULE_DAY, weekly = rule->unit == RULE_WEEK;
    if (rule->mday != 0 && rule->weekdays != 0)
        return false;
    if (daily)
        return rule->months == 0 && rule->weekdays == 0 && rule->mday == 0;
    if (weekly)
        return rule->months == 0 && rule->mday == 0 && rule->nth == 0;
    if (rule->weekdays != 0 && rule->nth == 0)
        return false;
    if (rule->unit == RULE_MONTH)
        return rule->months == 0;
    bool several = (rule->months & (rule->months - 1)) != 0;
    return rule->months == 0 ? rule->mday == 0 && rule->nth == 0
                             : rule->mday == 0 || !several;
}

const char *repeat_words(struct arena *arena, const char *rule)
{
    struct rule read;
    if (!rule_parse(rule, &read) || !has_words(&read))
        return arena_format(arena, "by the rule %s", rule);
    struct buffer out = {0};
    add_rule(&out, &read);
    if (read.count != 0)
        buffer_add_format(&out, ", %d time%s", read.count, read.count == 1 ? "" : "s");
    if (read.until != DAY_NONE) {
        struct date until = day_date(read.until);
        buffer_add_format(&out, " until %d %s %d", until.mday,
                          day_month_name(until.month), until.year);
    }
    const char *words = arena_string(arena, buffer_string(&out));
    buffer_free(&out);
    return words;
}
