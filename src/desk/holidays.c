#include "holidays.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 1990, YEAR_LAST = 2099, EASTER_FAR = 365 };

struct list {
    struct arena *arena;
    day_number *days;
    size_t count;
    size_t capacity;
};

static void add_day(struct list *list, day_number day)
{
    list->days = arena_grow(list->arena, list->days, list->count, list->count + 1,
                            sizeof *list->days, &list->capacity);
    list->days[list->count++] = day;
}

/* "MM-DD": 29 February only in the years that have one. */
static bool add_yearly(struct list *list, const char *piece)
{
    int month, mday;

    if (strlen(piece) != 5 || piece[2] != '-')
        return false;
    for (int i = 0; i < 5; i++) {
        if (i != 2 && !isdigit((unsigned char)piece[i]))
            return false;
    }
    month = (piece[0] - '0') * 10 + piece[1] - '0';
    mday = (piece[3] - '0') * 10 + piece[4] - '0';
    if (!day_exists(2000, month, mday))
        return false;
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
        if (day_exists(year, month, mday))
            add_day(list, day_of(year, month, mday));
    }
    return true;
}

static bool add_easter(struct list *list, const char *piece)
{
    long offset = 0;
    char *end;

    if (strncmp(piece, "easter", 6) != 0)
        return false;
    piece += 6;
    if (*piece != '\0') {
        if ((*piece != '+' && *piece != '-') || !isdigit((unsigned char)piece[1]))
            return false;
        offset = strtol(piece, &end, 10);
        if (*end != '\0' || offset > EASTER_FAR || offset < -EASTER_FAR)
            return false;
    }
    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++)
        add_day(list, day_easter(year) + (day_number)offset);
    return true;
}

static bool add_piece(struct list *list, const char *piece)
{
    day_number day;

    if (day_parse(piece, &day)) {
        add_day(list, day);
        return true;
    }
    return add_yearly(list, piece) || add_easter(list, piece);
}

static int compare_days(const void *a, const void *b)
{
    day_number left = *(const day_number *)a, right = *(const day_number *)b;

    return left < right ? -1 : left > right;
}

static void sort_once(struct list *list)
{
    size_t kept = 0;

    if (list->count == 0)
        return;
    qsort(list->days, list->count, sizeof *list->days, compare_days);
    for (size_t i = 1; i < list->count; i++) {
        if (list->days[i] != list->days[kept])
            list->days[++kept] = list->days[i];
    }
    list->count = kept + 1;
}

bool holidays_read(struct arena *arena, const char *text, struct holidays *out,
                   const char **wrong)
{
    struct list list = {.arena = arena};
    static const char between[] = " \t,";

    for (text += strspn(text, between); *text != '\0'; text += strspn(text, between)) {
        size_t length = strcspn(text, between);
        const char *piece = arena_copy(arena, text, length);

        if (!add_piece(&list, piece)) {
            *wrong = piece;
            return false;
        }
        text += length;
    }
    sort_once(&list);
    *out = (struct holidays){.days = list.days, .count = list.count};
    return true;
}

struct holidays holidays_join(struct arena *arena, struct holidays one,
                              const day_number *days, size_t count)
{
    struct list list = {.arena = arena};

    for (size_t i = 0; i < one.count; i++)
        add_day(&list, one.days[i]);
    for (size_t i = 0; i < count; i++)
        add_day(&list, days[i]);
    sort_once(&list);
    return (struct holidays){.days = list.days, .count = list.count};
}
