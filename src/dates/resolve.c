#include "grammar.h"

/* A day named in part stands for the next one, unless that is most of a year away and the
 * one before has only just gone by: then the text is stale. */
enum { MOST_OF_A_YEAR = 290, YEARS_TO_LEAP = 8 };

day_number week_start(day_number day)
{
    return day - (day_number)day_weekday(day);
}

day_number month_start(day_number day)
{
    struct date date = day_date(day);
    return day_of(date.year, date.month, 1);
}

day_number month_end(day_number day)
{
    struct date date = day_date(day);
    return day_of(date.year, date.month, day_month_length(date.year, date.month));
}

day_number resolve_weekday(const struct date_context *context, enum weekday weekday)
{
    int ahead = ((int)weekday - (int)day_weekday(context->now.day) + 7) % 7;
    return context->now.day + (ahead == 0 ? 7 : ahead);
}

day_number resolve_month(const struct date_context *context, int month, int year)
{
    struct date today = day_date(context->now.day);
    if (year == 0)
        year = month >= today.month ? today.year : today.year + 1;
    return day_of(year, month, 1);
}

static bool fits(struct named_day named, int year, day_number *day)
{
    if (!day_exists(year, named.month, named.mday))
        return false;
    *day = day_of(year, named.month, named.mday);
    return true;
}

static bool year_by_distance(const struct date_context *context, struct named_day named,
                             day_number *day)
{
    int year = day_date(context->now.day).year;
    day_number before, next = DAY_NONE;
    for (int y = year; y <= year + YEARS_TO_LEAP && next == DAY_NONE; y++)
        if (fits(named, y, day) && *day >= context->now.day)
            next = *day;
    if (next == DAY_NONE)
        return false;
    *day = next;
    bool gone = fits(named, year, &before) && before < context->now.day;
    if (!gone)
        gone = fits(named, year - 1, &before);
    if (gone && context->now.day - before <= context->past_days &&
        next - context->now.day > MOST_OF_A_YEAR)
        *day = before;
    return true;
}

/* "the 9th": the next month that has it. */
static bool month_by_day(const struct date_context *context, struct named_day named,
                         day_number *day)
{
    struct date today = day_date(context->now.day);
    for (int i = 0; i < 4; i++) {
        named.month = (today.month - 1 + i) % 12 + 1;
        if (fits(named, today.year + (today.month - 1 + i) / 12, day) &&
            *day >= context->now.day + !context->afternoon)
            return true;
    }
    return false;
}

static bool resolve(const struct date_context *context, struct named_day named,
                    enum date_cycle *cycle, day_number *day)
{
    *cycle = named.year > 0 ? CYCLE_NONE : named.month > 0 ? CYCLE_YEAR : CYCLE_MONTH;
    if (named.year > 0)
        return fits(named, named.year, day);
    if (named.month > 0)
        return year_by_distance(context, named, day);
    return month_by_day(context, named, day);
}

enum date_outcome resolve_day(const struct grammar *grammar, struct named_day named,
                              struct date_expression *out)
{
    day_number day;
    if (!resolve(grammar->context, named, &out->cycle, &day))
        return DATE_IMPOSSIBLE;
    out->first = out->last = day;
    out->form = DATE_DAY;
    return DATE_FOUND;
}

/* The day a number of cycles on, DAY_NONE where there is none of that number (29
 * February, the 31st). */
static day_number turn(const struct date_expression *expression, int turns)
{
    struct date date = day_date(expression->first);
    int months = expression->cycle == CYCLE_YEAR ? 12 * turns : turns;
    if (expression->cycle == CYCLE_WEEK)
        return expression->first + 7 * turns;
    day_number day = day_add_months(expression->first, months);
    return day_date(day).mday == date.mday ? day : DAY_NONE;
}

bool resolve_beside(enum weekday weekday, struct date_expression *out)
{
    static const int years[] = {0, 1, -1, 2, -2};
    static const int months[] = {0, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    const int *turns = out->cycle == CYCLE_MONTH ? months : years;
    size_t count = out->cycle == CYCLE_MONTH  ? sizeof months / sizeof *months
                   : out->cycle == CYCLE_YEAR ? sizeof years / sizeof *years
                                              : 1;
    for (size_t i = 0; i < count; i++) {
        day_number day = turns[i] == 0 ? out->first : turn(out, turns[i]);
        if (day == DAY_NONE || day_weekday(day) != weekday)
            continue;
        out->first = out->last = day;
        out->cycle = CYCLE_NONE;
        return true;
    }
    return false;
}

static day_number step(const struct date_expression *expression, int steps)
{
    switch (expression->cycle) {
    case CYCLE_WEEK:
        return expression->first + 7 * steps;
    case CYCLE_MONTH:
        return day_add_months(expression->first, steps);
    case CYCLE_YEAR:
        return day_add_months(expression->first, 12 * steps);
    case CYCLE_NONE:
        break;
    }
    return expression->first;
}

day_number date_latest(const struct date_expression *expression, day_number limit)
{
    if (expression->cycle == CYCLE_NONE || expression->first == DAY_NONE)
        return expression->first;
    int steps = 0;
    while (step(expression, steps) > limit)
        steps--;
    while (step(expression, steps + 1) <= limit)
        steps++;
    return step(expression, steps);
}

day_number date_earliest(const struct date_expression *expression, day_number limit)
{
    if (expression->cycle == CYCLE_NONE || expression->first == DAY_NONE)
        return expression->first;
    int steps = 0;
    while (step(expression, steps) < limit)
        steps++;
    while (step(expression, steps - 1) >= limit)
        steps--;
    return step(expression, steps);
}
