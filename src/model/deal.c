#include "touchbase/model/deal.h"

#include <assert.h>
#include <string.h>

#include "name.h"

enum { HUNDREDTHS = 100, UNITS_DIGITS = 12, FRACTION_DIGITS = 2, GROUP_DIGITS = 3 };

static const char *const state_names[] = {
    [DEAL_OPEN] = "open",
    [DEAL_WON] = "won",
    [DEAL_DELIVERED] = "delivered",
    [DEAL_LOST] = "lost",
};
static_assert(NAME_COUNT(state_names) == DEAL_STATE_COUNT, "a word for each state");

static const char digits[] = "0123456789";

const char *deal_state_name(enum deal_state state)
{
    return name_at(state_names, DEAL_STATE_COUNT, (int)state);
}

int deal_state_from_name(const char *name)
{
    return name_find(state_names, DEAL_STATE_COUNT, name);
}

/* Digits alone, or in groups of three behind one kind of mark; *end is what follows. */
static bool read_units(const char *text, int64_t *units, const char **end)
{
    size_t length = strspn(text, digits), count = length;
    char mark = text[length];
    *units = 0;
    for (size_t i = 0; i < length && i <= UNITS_DIGITS; i++)
        *units = *units * 10 + (text[i] - '0');
    while (mark != '\0' && strchr(".,'", mark) && text[length] == mark &&
           strspn(text + length + 1, digits) == GROUP_DIGITS) {
        for (int i = 1; i <= GROUP_DIGITS && count <= UNITS_DIGITS; i++)
            *units = *units * 10 + (text[length + (size_t)i] - '0');
        length += GROUP_DIGITS + 1;
        count += GROUP_DIGITS;
    }
    *end = text + length;
    return count > 0 && count <= UNITS_DIGITS;
}

/* Nothing, or a mark and one or two digits. */
static bool read_fraction(const char *text, int64_t *hundredths)
{
    size_t length = *text != '\0' ? strspn(text + 1, digits) : 0;
    *hundredths = 0;
    if (*text == '\0')
        return true;
    if ((*text != '.' && *text != ',') || length == 0 || length > FRACTION_DIGITS ||
        text[1 + length] != '\0')
        return false;
    *hundredths = (text[1] - '0') * 10 + (length == FRACTION_DIGITS ? text[2] - '0' : 0);
    return true;
}

bool deal_read_amount(const char *text, int64_t *hundredths, struct error *err)
{
    int64_t units, fraction;
    const char *end;
    if (!read_units(text, &units, &end) || !read_fraction(end, &fraction))
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is no amount; write it like 4800 or 4800.50", text);
    *hundredths = units * HUNDREDTHS + fraction;
    return true;
}

const char *deal_amount(struct arena *arena, int64_t hundredths)
{
    long long units = (long long)(hundredths / HUNDREDTHS);
    int rest = (int)(hundredths % HUNDREDTHS);
    return rest == 0 ? arena_format(arena, "%lld", units)
                     : arena_format(arena, "%lld.%02d", units, rest);
}

bool deal_may_become(enum deal_state from, enum deal_state to)
{
    if (from == DEAL_OPEN)
        return to != DEAL_OPEN;
    return from == DEAL_WON && (to == DEAL_DELIVERED || to == DEAL_LOST);
}

const struct deal *deal_meant(const struct deal *deals, size_t count, int64_t amount,
                              enum deal_state to)
{
    for (size_t i = 0; i < count; i++)
        if (deals[i].amount == amount && deal_may_become(deals[i].state, to))
            return &deals[i];
    return NULL;
}
