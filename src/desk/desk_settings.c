/* The settings of an open desk: read at its start, changed and read again while it runs.
 * What was read before stays in memory: a plan on show may still quote it. */
#include <string.h>

#include "desk_private.h"
#include "touchbase/base/file.h"

/* Without a home there are no settings to read; the path of the desk decides whether that
 * matters. */
static const char *folder_of(struct desk *desk)
{
    struct error none;

    return file_home(desk->arena, FILE_CONFIG, &none);
}

static bool read_looking(struct desk *desk, struct error *err)
{
    const char *mistake;

    if (!settings_read_looking(desk->arena, folder_of(desk), &desk->settings, &mistake,
                               err))
        return false;
    if (mistake != NULL)
        desk->notice = arena_format(
            desk->arena, "%s (the plays that come with touchbase stand)", mistake);
    return true;
}

/* How the person's own files stand. */
static const char *files_mark(struct desk *desk, struct arena *arena)
{
    static const char *const names[] = {"touchbase.conf", "plays.ini"};
    const char *folder = folder_of(desk), *all = "";

    for (size_t i = 0; folder != NULL && i < sizeof names / sizeof *names; i++) {
        const char *mark = file_mark(arena, file_join(arena, folder, names[i]));

        all = arena_format(arena, "%s%s\n", all, mark != NULL ? mark : "");
    }
    return all;
}

static bool read_window(struct desk *desk, struct error *err)
{
    desk->read_mark = files_mark(desk, desk->arena);
    if (!settings_read_good(desk->arena, folder_of(desk), NULL, &desk->settings,
                            &desk->mistakes, err))
        return false;
    desk->as_read = desk->settings;
    return true;
}

bool desk_read_settings(struct desk *desk, struct error *err)
{
    desk->mistakes.arena = desk->arena;
    switch (desk->mode) {
    case DESK_LOOK:
        return read_looking(desk, err);
    case DESK_WINDOW:
        return read_window(desk, err);
    default:
        return settings_read(desk->arena, folder_of(desk), &desk->settings, err);
    }
}

const struct settings *desk_settings(const struct desk *desk)
{
    return &desk->settings;
}

const struct ini_mistakes *desk_setting_mistakes(const struct desk *desk)
{
    return &desk->mistakes;
}

/* What is kept elsewhere of the setting just made. */
static bool follow(struct desk *desk, const char *name, struct error *err)
{
    if (strncmp(name, "holidays", strlen("holidays")) == 0)
        return desk_follow_holidays(desk, err);
    return strncmp(name, "floor_", strlen("floor_")) != 0 ||
           desk_follow_floors(desk, err);
}

bool desk_set(struct desk *desk, const char *name, const char *value, struct error *err)
{
    struct settings before = desk->settings;

    if (!settings_set(desk->arena, &desk->settings, name, value, err))
        return false;
    if (follow(desk, name, err))
        return true;
    desk->settings = before;
    return false;
}

void desk_keep_settings(struct desk *desk, const struct settings *settings)
{
    desk->settings = *settings;
}

/* Into *out. Files that are as they were when they were read, without a mistake, are not
 * read once more: that would stay in memory each time. */
static bool read_again(struct desk *desk, struct settings *out,
                       struct ini_mistakes *mistakes, struct error *err)
{
    struct arena *aside = arena_create();
    const char *mark = files_mark(desk, aside);
    bool good = true;

    if (desk->read_mark != NULL && strcmp(mark, desk->read_mark) == 0 &&
        desk->mistakes.count == 0) {
        *out = desk->as_read;
    } else {
        good = settings_read_good(desk->arena, folder_of(desk), &desk->settings, out,
                                  mistakes, err);
        desk->read_mark = good ? arena_string(desk->arena, mark) : NULL;
        desk->as_read = *out;
    }
    arena_destroy(aside);
    return good;
}

bool desk_reload_settings(struct desk *desk, struct error *err)
{
    struct ini_mistakes mistakes = {.arena = desk->arena};
    struct settings settings, before = desk->settings;

    if (!read_again(desk, &settings, &mistakes, err))
        return false;
    desk->settings = settings;
    if (!desk_follow_holidays(desk, err) || !desk_follow_floors(desk, err)) {
        desk->settings = before;
        return false;
    }
    desk->mistakes = mistakes;
    return true;
}
