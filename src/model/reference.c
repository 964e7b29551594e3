#include "touchbase/model/reference.h"

#include <string.h>

#include "ascii.h"

static const char *const words[] = {
    [NAMING_REFERENCE] = "reference", [NAMING_ADVOCATE] = "advocate"};

enum naming naming_read(struct arena *arena, const char *purpose, const char **who)
{
    *who = NULL;
    for (int i = NAMING_REFERENCE; purpose != NULL && i <= NAMING_ADVOCATE; i++) {
        size_t length = strlen(words[i]);
        const char *name = purpose + length;
        if (!ascii_begins(purpose, words[i]) || (*name != ' ' && *name != '\0'))
            continue;
        name += strspn(name, " ");
        *who = arena_copy(arena, name, strcspn(name, ",:;"));
        return (enum naming)i;
    }
    return NAMING_NONE;
}

enum link_kind naming_link(enum naming naming)
{
    return naming == NAMING_ADVOCATE ? LINK_ADVOCATE : LINK_REFERENCE;
}

static const char *what_i_do(enum channel channel)
{
    switch (channel) {
    case CHANNEL_CALL:
    case CHANNEL_VOICEMAIL:
        return "call you";
    case CHANNEL_VISIT:
        return "come and see you";
    default:
        return "write to you";
    }
}

const char *reference_opener(struct arena *arena, enum naming naming,
                             enum channel channel, const struct linked *named)
{
    return arena_format(
        arena, "%s%s%s %s %s.", named->name, named->company != NULL ? " at " : "",
        named->company != NULL ? named->company : "",
        naming == NAMING_ADVOCATE ? "thought it worth our while that I" : "asked me to",
        what_i_do(channel));
}

static int count_from(const day_number *days, size_t count, day_number first, int span)
{
    int found = 0;
    for (size_t i = 0; i < count; i++)
        found += days[i] >= first && days[i] - first < span;
    return found;
}

int reference_uses(const day_number *days, size_t count, day_number day, int span)
{
    int most = count_from(days, count, day, span);
    for (size_t i = 0; i < count; i++) {
        int found = count_from(days, count, days[i], span);
        if (days[i] <= day && day - days[i] < span && found > most)
            most = found;
    }
    return most;
}
