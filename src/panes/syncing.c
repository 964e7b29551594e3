#include "syncing.h"

#include <sys/wait.h>

#include "touchbase/base/clock.h"
#include "touchbase/desk/sync.h"
#include "workspace.h"

enum {
    GATHER_MS = 2000, /* changes in a row are one run */
    LOOK_MS = 50,     /* how often a running one is looked at */
    RUN_MS = 10 * 60 * 1000,
    MINUTE_MS = 60 * 1000
};

/* A server that is away is away for a while. */
static const int pauses[] = {1, 2, 5, 15, 30}; /* minutes */

static bool is_behind(const struct workspace *workspace)
{
    const struct syncing *syncing = &workspace->syncing;

    return desk_syncs(workspace->desk) && !desk_read_only(workspace->desk) &&
           (!syncing->begun || syncing->failures > 0 ||
            syncing->generation != desk_generation(workspace->desk));
}

int64_t syncing_due(const struct workspace *workspace)
{
    const struct syncing *syncing = &workspace->syncing;

    return syncing->runner.process != 0 || is_behind(workspace) ? syncing->next_ms : -1;
}

static int pause_after(int failures)
{
    int last = (int)(sizeof pauses / sizeof *pauses) - 1;

    return pauses[failures - 1 < last ? failures - 1 : last];
}

static void failed(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;
    int minutes = pause_after(++syncing->failures);

    syncing->next_ms = clock_ticks_ms() + (int64_t)minutes * MINUTE_MS;
    if (syncing->failures == 1 || syncing->asked)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "no sync with the calendar, tried again in %d minute%s; "
                   "\"touchbase sync\" says why",
                   minutes, minutes == 1 ? "" : "s");
    syncing->asked = false;
}

static void worked(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;

    syncing->next_ms = clock_ticks_ms() + GATHER_MS;
    if (syncing->failures > 0 || syncing->asked)
        notice_set(&workspace->notice, NOTICE_PLAIN, "in step with the calendar");
    syncing->failures = 0;
    syncing->asked = false;
}

static void begin(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;
    struct arena *arena = arena_create();
    char *const words[] = {arena_string(arena, "/proc/self/exe"),
                           arena_string(arena, "sync"), arena_string(arena, "--db"),
                           arena_string(arena, desk_path(workspace->desk)), NULL};
    struct error err;

    syncing->begun = true;
    syncing->generation = desk_generation(workspace->desk);
    if (!outside_start_words(words, &syncing->runner, &err))
        failed(workspace);
    arena_destroy(arena);
}

void syncing_go_on(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;
    int64_t now = clock_ticks_ms();

    if (now < syncing->next_ms)
        return;
    if (syncing->runner.process == 0) {
        if (is_behind(workspace))
            begin(workspace);
        return;
    }
    syncing->next_ms = now + LOOK_MS;
    outside_look(&syncing->runner, RUN_MS);
    if (syncing->runner.process != 0)
        return;
    if (WIFEXITED(syncing->runner.status) && WEXITSTATUS(syncing->runner.status) == 0)
        worked(workspace);
    else
        failed(workspace);
}

void syncing_now(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;

    if (!desk_syncs(workspace->desk)) {
        notice_set(&workspace->notice, NOTICE_ERROR,
                   "no calendar to sync with is set; :set sync ~/calendar/");
        return;
    }
    syncing->asked = true;
    if (syncing->runner.process != 0)
        return;
    syncing->begun = false;
    syncing->next_ms = 0;
}
