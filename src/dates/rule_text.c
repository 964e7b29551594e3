/* The rule as RFC 5545 writes it (3.3.10). */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule.h"

static const char *const unit_texts[] = {[RULE_DAY] = "DAILY",
                                         [RULE_WEEK] = "WEEKLY",
                                         [RULE_MONTH] = "MONTHLY",
                                         [RULE_YEAR] = "YEARLY"};
static const char *const weekday_texts[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

enum { FEWEST_DAYS = 28, UNITS = 4, WEEKDAYS = 7, MONTHS = 12, PART_SIZE = 64 };

static bool is_one(unsigned bits)
{
    return (bits & (bits - 1)) == 0;
}

static void add_list(struct buffer *out, const char *name, unsigned bits, int first)
{
    if (bits == 0)
        return;
    buffer_add_format(out, ";%s=", name);
    for (int i = 0; bits >> i != 0; i++)
        if (bits >> i & 1)
            buffer_add_format(out, "%d%s", first + i, bits >> i == 1 ? "" : ",");
}

/* The 31st is the last day of a month, the 30th the last of the days up to it. */
static void add_mday(const struct rule *rule, struct buffer *out)
{
    bool short_month = rule->unit != RULE_YEAR || rule->months == 1u << 1;
    bool last = rule->mday < 0 || (rule->mday == RULE_MONTH_DAYS && short_month);
    if (rule->mday == 0)
        return;
    if (last || rule->mday <= FEWEST_DAYS || !short_month) {
        buffer_add_format(out, ";BYMONTHDAY=%d", last ? -1 : rule->mday);
        return;
    }
    unsigned days = (1u << (rule->mday - FEWEST_DAYS + 1)) - 1;
    add_list(out, "BYMONTHDAY", days, FEWEST_DAYS);
    buffer_add_string(out, ";BYSETPOS=-1");
}

static void add_weekdays(const struct rule *rule, struct buffer *out)
{
    bool numbered = rule->nth != 0 && is_one(rule->weekdays);
    const char *comma = "";
    if (rule->weekdays == 0)
        return;
    buffer_add_string(out, ";BYDAY=");
    for (int i = 0; i < WEEKDAYS; i++) {
        if (!(rule->weekdays >> i & 1))
            continue;
        buffer_add_string(out, comma);
        if (numbered)
            buffer_add_format(out, "%d", rule->nth);
        buffer_add_string(out, weekday_texts[i]);
        comma = ",";
    }
    if (rule->nth != 0 && !numbered)
        buffer_add_format(out, ";BYSETPOS=%d", rule->nth);
}

void rule_text(const struct rule *rule, struct buffer *out)
{
    buffer_add_format(out, "FREQ=%s", unit_texts[rule->unit]);
    if (rule->interval != 1)
        buffer_add_format(out, ";INTERVAL=%d", rule->interval);
    if (rule->count != 0)
        buffer_add_format(out, ";COUNT=%d", rule->count);
    if (rule->until != DAY_NONE) {
        struct date until = day_date(rule->until);
        buffer_add_format(out, ";UNTIL=%04d%02d%02d", until.year, until.month,
                          until.mday);
    }
    add_list(out, "BYMONTH", rule->months, 1);
    add_mday(rule, out);
    add_weekdays(rule, out);
}

/* A rule being parsed: BYSETPOS and BYMONTHDAY lists mean something together only. */
struct parsing {
    struct rule rule;
    unsigned mdays; /* a bit for each, the 1st the first */
    int position;
    bool unit_said;
};

static bool read_number(const char **at, int low, int high, int *out)
{
    char *end;
    long number = strtol(*at, &end, 10);
    if (end == *at || number < low || number > high || number == 0)
        return false;
    *at = end;
    *out = (int)number;
    return true;
}

static bool read_only(const char *value, int low, int high, int *out)
{
    return read_number(&value, low, high, out) && *value == '\0';
}

/* Numbers from 1 to high parted by commas. */
static bool read_list(const char *value, int high, unsigned *bits)
{
    int number;
    while (read_number(&value, 1, high, &number)) {
        *bits |= 1u << (number - 1);
        if (*value == '\0')
            return true;
        if (*value++ != ',')
            return false;
    }
    return false;
}

static bool take_unit(struct parsing *parsing, const char *value)
{
    for (int i = 0; i < UNITS; i++) {
        if (strcmp(value, unit_texts[i]) == 0) {
            parsing->rule.unit = (enum rule_unit)i;
            parsing->unit_said = true;
        }
    }
    return parsing->unit_said;
}

static bool take_interval(struct parsing *parsing, const char *value)
{
    return read_only(value, 1, INT16_MAX, &parsing->rule.interval);
}

static bool take_count(struct parsing *parsing, const char *value)
{
    return read_only(value, 1, INT32_MAX, &parsing->rule.count);
}

static bool take_until(struct parsing *parsing, const char *value)
{
    int year, month, mday, used = 0;
    if (sscanf(value, "%4d%2d%2d%n", &year, &month, &mday, &used) != 3 ||
        value[used] != '\0' || !day_exists(year, month, mday))
        return false;
    parsing->rule.until = day_of(year, month, mday);
    return true;
}

static bool take_months(struct parsing *parsing, const char *value)
{
    return read_list(value, MONTHS, &parsing->rule.months);
}

static bool take_mdays(struct parsing *parsing, const char *value)
{
    if (strcmp(value, "-1") != 0)
        return read_list(value, RULE_MONTH_DAYS, &parsing->mdays);
    parsing->rule.mday = -1;
    return true;
}

static int weekday_of(const char *text)
{
    for (int i = 0; i < WEEKDAYS; i++)
        if (strncmp(text, weekday_texts[i], 2) == 0)
            return i;
    return -1;
}

/* "TU,TH", "1MO": a number in front of one alone. */
static bool take_weekdays(struct parsing *parsing, const char *value)
{
    struct rule *rule = &parsing->rule;
    for (;;) {
        bool numbered = read_number(&value, -1, RULE_NTH_MAX, &rule->nth);
        int weekday = weekday_of(value);
        if (weekday < 0)
            return false;
        rule->weekdays |= 1u << weekday;
        value += 2;
        if (*value == '\0')
            return is_one(rule->weekdays) || (!numbered && rule->nth == 0);
        if (*value++ != ',')
            return false;
    }
}

static bool take_position(struct parsing *parsing, const char *value)
{
    return read_only(value, -1, RULE_NTH_MAX, &parsing->position);
}

static bool take_week_start(struct parsing *parsing, const char *value)
{
    (void)parsing;
    return strcmp(value, "MO") == 0;
}

static bool take_part(struct parsing *parsing, const char *name, const char *value)
{
    static const struct {
        const char *name;
        bool (*take)(struct parsing *parsing, const char *value);
    } parts[] = {
        {"FREQ", take_unit},      {"INTERVAL", take_interval}, {"COUNT", take_count},
        {"UNTIL", take_until},    {"BYMONTH", take_months},    {"BYMONTHDAY", take_mdays},
        {"BYDAY", take_weekdays}, {"BYSETPOS", take_position}, {"WKST", take_week_start},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(name, parts[i].name) == 0)
            return parts[i].take(parsing, value);
    return false;
}

static int highest(unsigned bits)
{
    int count = 0;
    for (; bits != 0; bits >>= 1)
        count++;
    return count;
}

/* What was written with BYSETPOS back into what it stands for. */
static bool settle(struct parsing *parsing)
{
    struct rule *rule = &parsing->rule;
    if (parsing->mdays != 0) {
        unsigned up_to_last = (1u << highest(parsing->mdays)) - (1u << (FEWEST_DAYS - 1));
        rule->mday = highest(parsing->mdays);
        if (!is_one(parsing->mdays) &&
            (parsing->position != -1 || parsing->mdays != up_to_last))
            return false;
        if (!is_one(parsing->mdays))
            parsing->position = 0;
    }
    if (parsing->position != 0) {
        if (rule->nth != 0 || rule->weekdays == 0)
            return false;
        rule->nth = parsing->position;
    }
    return parsing->unit_said;
}

bool rule_parse(const char *text, struct rule *out)
{
    struct parsing parsing = {.rule = {.interval = 1, .until = DAY_NONE}};
    while (*text != '\0') {
        char part[PART_SIZE];
        size_t length = strcspn(text, ";");
        if (length >= sizeof part)
            return false;
        memcpy(part, text, length);
        part[length] = '\0';
        char *value = strchr(part, '=');
        if (value == NULL)
            return false;
        *value++ = '\0';
        if (!take_part(&parsing, part, value))
            return false;
        text += length + (text[length] == ';');
    }
    if (!settle(&parsing))
        return false;
    *out = parsing.rule;
    return true;
}
