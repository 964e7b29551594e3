/* An item of a collection, in which others may have changed anything. */
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/calendar/entries.h"

#include "target.h"

static void require_line(const char *line)
{
    require(text_is_utf8(line, strlen(line)), "a line is text");
    for (; *line != '\0'; line++)
        require((unsigned char)*line >= ' ' && *line != 0x7F, "a line has no controls");
}

static void require_entry(const struct entry *one)
{
    require(one->title != NULL, "it has a title, be it empty");
    require_line(one->title);
    if (one->uid != NULL)
        require_line(one->uid);
    require(one->when.day == DAY_NONE || is_day(one->when.day), "its day exists");
    require(one->when.minute >= MINUTE_NONE && one->when.minute < 24 * 60,
            "a minute is one of the day");
    require(!one->utc || one->when.minute != MINUTE_NONE, "a day alone is not in UTC");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error err = {0};
    const char *text = arena_copy(arena, (const char *)data, size);
    struct entry *entries;
    size_t count;

    if (calendar_entries(arena, text, &entries, &count, &err)) {
        require(count <= CALENDAR_ENTRIES_MAX, "the entries are bounded");
        for (size_t i = 0; i < count; i++)
            require_entry(&entries[i]);
    } else {
        require(err.text[0] != '\0', "what is refused is refused in words");
    }
    arena_destroy(arena);
    return 0;
}
