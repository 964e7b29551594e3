#include "syncing.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"
#include "touchbase/base/watch.h"
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

/* Something may have changed there that nobody told of. */
static bool is_old(const struct workspace *workspace)
{
    int minutes = desk_settings(workspace->desk)->sync_minutes;

    return minutes > 0 && desk_now(workspace->desk) - workspace->syncing.begun_utc >=
                              (int64_t)minutes * 60;
}

static bool is_behind(const struct workspace *workspace)
{
    const struct syncing *syncing = &workspace->syncing;

    return desk_syncs(workspace->desk) && !desk_read_only(workspace->desk) &&
           (!syncing->begun || syncing->failures > 0 || syncing->touched ||
            syncing->generation != desk_generation(workspace->desk) || is_old(workspace));
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

static void failed(struct workspace *workspace, const char *cause)
{
    struct syncing *syncing = &workspace->syncing;
    int minutes = pause_after(++syncing->failures);
    bool news = syncing->failures == 1 || strcmp(cause, syncing->cause) != 0;

    syncing->next_ms = clock_ticks_ms() + (int64_t)minutes * MINUTE_MS;
    snprintf(syncing->cause, sizeof syncing->cause, "%s", cause);
    if (news || syncing->asked)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "calendar: %s; again in %d minute%s", cause, minutes,
                   minutes == 1 ? "" : "s");
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

static void folder_touched(void *context, short events)
{
    struct workspace *workspace = context;
    struct syncing *syncing = &workspace->syncing;

    (void)events;
    watch_drain(syncing->watch);
    syncing->touched = true;
    if (syncing->runner.process == 0 && syncing->failures == 0)
        syncing->next_ms = clock_ticks_ms() + GATHER_MS;
}

static void forget_folder(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;

    if (syncing->watch >= 0)
        loop_unwatch(workspace->loop, syncing->watch);
    watch_close(syncing->watch);
    free(syncing->folder);
    syncing->watch = -1;
    syncing->folder = NULL;
}

/* After a run, which makes a folder that is missing. Of an address there is none. */
static void watch_folder(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;
    const char *place = desk_settings(workspace->desk)->sync;
    struct arena *arena;

    if (syncing->folder != NULL && place != NULL && strcmp(syncing->folder, place) == 0)
        return;
    forget_folder(workspace);
    if (place == NULL)
        return;
    arena = arena_create();
    syncing->folder = memory_string(place);
    syncing->watch = watch_open(file_expand(arena, place));
    if (syncing->watch >= 0)
        loop_watch(workspace->loop, syncing->watch, POLLIN, folder_touched, workspace);
    arena_destroy(arena);
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
    syncing->touched = false;
    syncing->begun_utc = desk_now(workspace->desk);
    syncing->generation = desk_generation(workspace->desk);
    if (!outside_start_heard(words, &syncing->runner, &err))
        failed(workspace, err.text);
    arena_destroy(arena);
}

static void end(struct workspace *workspace)
{
    struct outside_child *runner = &workspace->syncing.runner;
    struct arena *arena = arena_create();
    const char *said = outside_said(runner, arena);

    watch_folder(workspace);
    if (WIFEXITED(runner->status) && WEXITSTATUS(runner->status) == 0)
        worked(workspace);
    else
        failed(workspace, said == NULL ? "it was broken off" : said);
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
    if (syncing->runner.process == 0)
        end(workspace);
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

void syncing_close(struct workspace *workspace)
{
    struct syncing *syncing = &workspace->syncing;

    outside_leave(&syncing->runner);
    watch_close(syncing->watch);
    free(syncing->folder);
}
