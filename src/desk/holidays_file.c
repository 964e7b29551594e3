/* The days off of an .ics file: read by the worker when the file is another, and
 * remembered on the desk, so that opening it starts no worker. */
#include <stdlib.h>
#include <string.h>

#include "desk_private.h"
#include "holidays.h"
#include "touchbase/base/file.h"
#include "touchbase/store/settings.h"

static const char remembered[] = "holidays_file";

/* "MARK\nDAY DAY ...": the days behind it, when it begins with mark. */
static bool recall(struct desk *desk, struct arena *arena, const char *mark,
                   day_number **days, size_t *count)
{
    struct error ignored;
    const char *text;
    size_t length = strlen(mark), capacity = 0;
    char *end;

    if (!setting_get(desk->store, remembered, arena, &text, &ignored) || text == NULL ||
        strncmp(text, mark, length) != 0 || text[length] != '\n')
        return false;
    *days = NULL;
    *count = 0;
    for (const char *at = text + length + 1; *at != '\0'; at = end) {
        long day = strtol(at, &end, 10);

        if (end == at)
            return false;
        *days = arena_grow(arena, *days, *count, *count + 1, sizeof **days, &capacity);
        (*days)[(*count)++] = (day_number)day;
    }
    return true;
}

/* A desk that is only read goes without: the worker is asked again. */
static void remember(struct desk *desk, const char *mark, const day_number *days,
                     size_t count)
{
    struct buffer text = {0};
    struct error ignored;

    buffer_add_format(&text, "%s\n", mark);
    for (size_t i = 0; i < count; i++)
        buffer_add_format(&text, "%s%ld", i > 0 ? " " : "", (long)days[i]);
    (void)setting_set(desk->store, remembered, buffer_string(&text), &ignored);
    buffer_free(&text);
}

static bool read_file(struct desk *desk, struct arena *arena, day_number **days,
                      size_t *count, struct error *err)
{
    const char *path = file_expand(arena, desk->settings.holidays_file);
    const char *mark = file_mark(arena, path);

    if (mark != NULL && recall(desk, arena, mark, days, count))
        return true;
    if (!worker_read_days(desk->worker, path, arena, days, count, err))
        return false;
    if (mark != NULL)
        remember(desk, mark, *days, *count);
    return true;
}

bool desk_follow_holidays(struct desk *desk, struct error *err)
{
    struct arena *arena = arena_create();
    struct holidays named = {0};
    day_number *days = NULL;
    const char *wrong;
    size_t count = 0;
    bool read = desk->settings.holidays_file == NULL ||
                read_file(desk, arena, &days, &count, err);

    if (holidays_read(desk->arena, desk->settings.holidays_text, &named, &wrong))
        desk->settings.holidays =
            holidays_join(desk->arena, named, days, read ? count : 0);
    arena_destroy(arena);
    return read || error_prefix(err, "holidays_file");
}
