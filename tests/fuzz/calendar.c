/* A calendar of others, from which the days off are taken, and its items. */
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/calendar/days.h"
#include "touchbase/calendar/entries.h"

#include <string.h>

#include "target.h"

static void require_days(const day_number *days, size_t count)
{
    require(count <= CALENDAR_DAYS_MAX, "the days are bounded");
    for (size_t i = 0; i < count; i++)
        require(days[i] >= day_of(1990, 1, 1) && days[i] <= day_of(2099, 12, 31),
                "a day off is from 1990 to 2099");
}

static void require_entries(const struct entry *entries, size_t count)
{
    require(count <= CALENDAR_ENTRIES_MAX, "the items are bounded");
    for (size_t i = 0; i < count; i++) {
        require(text_is_utf8(entries[i].title, strlen(entries[i].title)) &&
                    strchr(entries[i].title, '\n') == NULL,
                "a title is one line of text");
        require(!entries[i].utc || entries[i].when.minute >= 0, "UTC has a time of day");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error err = {0};
    const char *text = arena_copy(arena, (const char *)data, size);
    struct entry *entries;
    day_number *days;
    size_t count;

    if (calendar_days(arena, text, &days, &count, &err))
        require_days(days, count);
    else
        require(err.text[0] != '\0', "what is refused is refused in words");
    if (calendar_entries(arena, text, &entries, &count, &err))
        require_entries(entries, count);
    arena_destroy(arena);
    return 0;
}
