#include "demo_text.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/buffer.h"

static const struct holidays no_holidays = {0};

static day_number working_before(day_number day, int n)
{
    while (!day_is_working(day, no_holidays))
        day--;
    while (n > 0) {
        day--;
        n -= day_is_working(day, no_holidays);
    }
    return day;
}

bool demo_day(const char *text, day_number today, day_number *out)
{
    bool working = *text == 'w';
    char *end;
    long count;

    text += working;
    if (*text != '+' && *text != '-')
        return false;
    count = strtol(text, &end, 10);
    if (*end != '\0' || end == text + 1 || count < -3650 || count > 3650)
        return false;
    if (working && count > 0)
        *out = day_add_working(today, (int)count, no_holidays);
    else if (working || count < 0)
        *out = working_before(today + (working ? 0 : (day_number)count),
                              working ? (int)-count : 0);
    else
        *out = today + (day_number)count;
    return true;
}

bool demo_minute(const char *text, int *out)
{
    int hour, minute;

    *out = MINUTE_NONE;
    if (strcmp(text, "-") == 0)
        return true;
    if (strlen(text) != 5 || text[2] != ':' || strspn(text, "0123456789:") != 5)
        return false;
    hour = atoi(text);
    minute = atoi(text + 3);
    *out = hour * 60 + minute;
    return hour < 24 && minute < 60;
}

const char *demo_word(struct arena *arena, const char **rest)
{
    const char *start = *rest + strspn(*rest, " ");
    size_t length = strcspn(start, " ");

    *rest = start + length + strspn(start + length, " ");
    return arena_copy(arena, start, length);
}

static void add_day(struct buffer *out, day_number day)
{
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    struct date date = day_date(day);

    buffer_add_format(out, "%s, %s %d", weekdays[day_weekday(day)],
                      months[date.month - 1], date.mday);
}

/* Writes out the {DAY} at text; returns what is behind it, NULL when it is none. */
static const char *write_day(struct arena *arena, struct buffer *out, const char *text,
                             day_number today)
{
    size_t length = strcspn(text, "}");
    day_number day;

    if (text[length] == '\0' ||
        !demo_day(arena_copy(arena, text + 1, length - 1), today, &day))
        return NULL;
    add_day(out, day);
    return text + length + 1;
}

char *demo_lines(struct arena *arena, const char *text)
{
    struct buffer out = {0};
    char *copy;

    while (*text != '\0') {
        if (text[0] == '\\' && text[1] == 'n') {
            buffer_add_char(&out, '\n');
            text += 2 + strspn(text + 2, " ");
        } else {
            buffer_add_char(&out, *text++);
        }
    }
    copy = arena_string(arena, buffer_string(&out));
    buffer_free(&out);
    return copy;
}

char *demo_text(struct arena *arena, const char *text, day_number today)
{
    struct buffer out = {0};
    char *copy;

    text = demo_lines(arena, text);
    while (text != NULL && *text != '\0') {
        if (*text == '{')
            text = write_day(arena, &out, text, today);
        else
            buffer_add_char(&out, *text++);
    }
    copy = text != NULL ? arena_string(arena, buffer_string(&out)) : NULL;
    buffer_free(&out);
    return copy;
}
