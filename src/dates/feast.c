#include "grammar.h"

#include <stdio.h>
#include <string.h>

static bool is_whole(const char *rule, int used)
{
    return used > 0 && rule[used] == '\0';
}

static bool read_weekday(const char *rule, struct feast_day *day)
{
    int used = 0, weekday = 0;
    char side[7] = "";
    if (sscanf(rule, "weekday %d %6[a-z] %2d-%2d%n", &weekday, side, &day->month,
               &day->mday, &used) == 4 &&
        is_whole(rule, used)) {
        day->rule = strcmp(side, "before") == 0 ? FEAST_BEFORE : FEAST_FROM;
        day->weekday = (enum weekday)(weekday - 1);
        return (day->rule == FEAST_BEFORE || strcmp(side, "from") == 0) && weekday >= 1 &&
               weekday <= 7 && day_exists(2001, day->month, day->mday);
    }
    used = 0;
    if (sscanf(rule, "weekday %d %d %d%n", &weekday, &day->offset, &day->month, &used) !=
            3 ||
        !is_whole(rule, used))
        return false;
    day->rule = FEAST_WEEKDAY;
    day->weekday = (enum weekday)(weekday - 1);
    return weekday >= 1 && weekday <= 7 && day->month >= 1 && day->month <= 12 &&
           day->offset >= -1 && day->offset <= 4 && day->offset != 0;
}

/* "weekday 7 3 9 +1": cuts off the days behind a blank and a sign. */
static void cut_shift(char *rule, struct feast_day *day)
{
    char *blank = strrchr(rule, ' ');
    int used = 0;
    if (blank && (blank[1] == '+' || blank[1] == '-') &&
        sscanf(blank + 1, "%d%n", &day->shift, &used) == 1 && is_whole(blank + 1, used) &&
        strchr(rule, ' ') != blank && strstr(rule, "weekday") == rule)
        *blank = '\0';
    else
        day->shift = 0;
}

static bool read_end(char *rule, struct feast_day *day)
{
    int used = 0;
    cut_shift(rule, day);
    if (strncmp(rule, "weekday", strlen("weekday")) == 0)
        return read_weekday(rule, day);
    if (strcmp(rule, "easter") == 0 ||
        (sscanf(rule, "easter%d%n", &day->offset, &used) == 1 && is_whole(rule, used))) {
        day->rule = FEAST_EASTER;
        return true;
    }
    used = 0;
    day->rule = FEAST_FIXED;
    return sscanf(rule, "%2d-%2d%n", &day->month, &day->mday, &used) == 2 &&
           is_whole(rule, used) && day_exists(2000, day->month, day->mday);
}

/* Reads a part of a rule, which has no more than length bytes. */
static bool read_part(const char *rule, size_t length, struct feast_day *day)
{
    char part[64];
    *day = (struct feast_day){0};
    if (length >= sizeof part)
        return false;
    memcpy(part, rule, length);
    part[length] = '\0';
    return read_end(part, day);
}

bool feast_read(const char *rule, struct feast *feast)
{
    const char *dots = strstr(rule, "..");
    size_t length = dots ? (size_t)(dots - rule) : strlen(rule);
    const char *last = dots ? dots + 2 : rule;
    return read_part(rule, length, &feast->first) &&
           read_part(last, strlen(last), &feast->last);
}

/* The weekday before a day of the year, or on or after it. */
static day_number next_weekday(int year, const struct feast_day *day)
{
    day_number limit = day_of(year, day->month, day->mday);
    int ahead = ((int)day->weekday - (int)day_weekday(limit) + 7) % 7;
    if (day->rule == FEAST_BEFORE)
        return limit + ahead - 7;
    return limit + ahead;
}

static day_number nth_weekday(int year, const struct feast_day *day)
{
    if (day->offset < 0) {
        day_number last = day_of(year, day->month, day_month_length(year, day->month));
        return last - ((int)day_weekday(last) - (int)day->weekday + 7) % 7;
    }
    day_number first = day_of(year, day->month, 1);
    return first + ((int)day->weekday - (int)day_weekday(first) + 7) % 7 +
           7 * (day->offset - 1);
}

static day_number end_in_year(const struct feast_day *day, int year)
{
    switch (day->rule) {
    case FEAST_EASTER:
        return day_easter(year) + day->offset;
    case FEAST_WEEKDAY:
        return nth_weekday(year, day) + day->shift;
    case FEAST_BEFORE:
    case FEAST_FROM:
        return next_weekday(year, day) + day->shift;
    case FEAST_FIXED:
        break;
    }
    return day_of(year, day->month,
                  day->mday > 28 && !day_exists(year, day->month, day->mday) ? 28
                                                                             : day->mday);
}

day_number feast_first(const struct feast *feast, int year)
{
    return end_in_year(&feast->first, year);
}

day_number feast_last(const struct feast *feast, int year)
{
    day_number last = end_in_year(&feast->last, year);
    return last < feast_first(feast, year) ? end_in_year(&feast->last, year + 1) : last;
}

/* A year of four digits behind the feast: "Easter 2027". */
static size_t read_year(const struct grammar *grammar, size_t at, int *year)
{
    if (at >= grammar->tokens->count)
        return 0;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind != TOKEN_NUMBER || token->digits != 4 || token->number < 1900 ||
        token->number > 2200)
        return 0;
    *year = token->number;
    return 1;
}

enum date_outcome feast_date(const struct grammar *grammar, size_t at,
                             struct date_expression *out)
{
    size_t count;
    int index, year = 0;
    if (!grammar_word(grammar, at, WORD_FEAST, &count, &index))
        return DATE_ABSENT;
    const struct feast *feast = &grammar->lexicon->feasts[index];
    count += read_year(grammar, at + count, &year);
    if (year == 0) {
        year = day_date(grammar->context->now.day).year;
        day_number gone = grammar->context->now.day - feast_last(feast, year);
        if (gone > 0 && gone > grammar->context->past_days / 2)
            year++;
    }
    day_number first = feast_first(feast, year), last = feast_last(feast, year);
    size_t unit_count;
    int unit;
    if (grammar_word(grammar, at + count, WORD_UNIT, &unit_count, &unit) &&
        unit == UNIT_WEEK) /* "Thanksgiving week" */
        return grammar_found(out, count + unit_count, week_start(first),
                             week_start(first) + 6, DATE_WEEK);
    out->feast = true;
    return grammar_found(out, count, first, last, first == last ? DATE_DAY : DATE_SPAN);
}
