#include "keeping.h"

#include <sys/wait.h>

#include "touchbase/base/clock.h"
#include "touchbase/desk/exchange.h"
#include "workspace.h"

enum {
    GATHER_MS = 100, /* keys in a row are one change */
    LOOK_MS = 50,    /* how often a running writer is looked at */
    SHARE = 9,       /* so many times as long as it took, a large desk rests */
    WRITER_MS = 10 * 60 * 1000
};

static bool is_behind(const struct workspace *workspace)
{
    const struct keeping *keeping = &workspace->keeping;

    return desk_settings(workspace->desk)->calendar != NULL &&
           (!keeping->begun || keeping->generation != desk_generation(workspace->desk));
}

int64_t keeping_rest_ms(int64_t pending, int64_t took_ms)
{
    int64_t share = pending > CALENDAR_AT_ONCE ? SHARE * took_ms : 0;

    return share > GATHER_MS ? share : GATHER_MS;
}

int64_t keeping_due(const struct workspace *workspace)
{
    const struct keeping *keeping = &workspace->keeping;

    return keeping->writer.process != 0 || is_behind(workspace) ? keeping->next_ms : -1;
}

/* The program itself, for one moment of the desk; what it says goes nowhere. */
static bool start(struct workspace *workspace, const struct export_options *options,
                  struct arena *arena, struct error *err)
{
    char *words[8];
    int count = 0;

    words[count++] = arena_string(arena, "/proc/self/exe");
    words[count++] = arena_string(arena, "export");
    words[count++] = arena_string(arena, "--subscribe");
    if (options->tasks)
        words[count++] = arena_string(arena, "--tasks");
    words[count++] = arena_string(arena, "--db");
    words[count++] = arena_string(arena, desk_path(workspace->desk));
    words[count++] = arena_string(arena, options->path);
    words[count] = NULL;
    return outside_start_words(words, &workspace->keeping.writer, err);
}

static void say_failed(struct workspace *workspace)
{
    if (!workspace->keeping.failed)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "the calendar could not be written; :export %s says why",
                   desk_settings(workspace->desk)->calendar);
    workspace->keeping.failed = true;
}

static void begin(struct workspace *workspace)
{
    struct keeping *keeping = &workspace->keeping;
    struct arena *arena = arena_create();
    struct export_options options;
    struct error err;

    keeping->begun = true;
    keeping->generation = desk_generation(workspace->desk);
    if (desk_calendar(workspace->desk, arena, &options) &&
        !start(workspace, &options, arena, &err))
        say_failed(workspace);
    arena_destroy(arena);
}

static void end(struct workspace *workspace, int64_t now)
{
    struct keeping *keeping = &workspace->keeping;

    keeping->next_ms = now + keeping_rest_ms(workspace->shared.counts.pending,
                                             now - keeping->writer.started_ms);
    if (WIFEXITED(keeping->writer.status) && WEXITSTATUS(keeping->writer.status) == 0)
        keeping->failed = false;
    else
        say_failed(workspace);
}

void keeping_go_on(struct workspace *workspace)
{
    struct keeping *keeping = &workspace->keeping;
    int64_t now = clock_ticks_ms();

    if (now < keeping->next_ms)
        return;
    if (keeping->writer.process == 0) {
        if (is_behind(workspace))
            begin(workspace);
        return;
    }
    keeping->next_ms = now + LOOK_MS;
    outside_look(&keeping->writer, WRITER_MS);
    if (keeping->writer.process == 0)
        end(workspace, now);
}

void keeping_close(struct workspace *workspace)
{
    outside_leave(&workspace->keeping.writer);
    if (is_behind(workspace))
        begin(workspace);
    outside_leave(&workspace->keeping.writer);
}
