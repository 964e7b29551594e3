#include "progress.h"

#include <inttypes.h>
#include <stdio.h>

#include "touchbase/base/clock.h"

enum { AFTER_MS = 1000, CELLS = 40 };

struct progress progress_start(bool terminal)
{
    return (struct progress){.terminal = terminal, .started_ms = clock_ticks_ms()};
}

static void show_bar(int64_t done, int64_t all)
{
    int percent = (int)(done >= all ? 100 : done * 100 / all);
    int filled = percent * CELLS / 100;

    fprintf(stderr, "\r[");
    for (int i = 0; i < CELLS; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %3d %%", percent);
}

void progress_show(struct progress *progress, int64_t done, int64_t all, const char *what)
{
    if (!progress->terminal ||
        (!progress->shown && clock_ticks_ms() - progress->started_ms < AFTER_MS))
        return;
    if (all > 0)
        show_bar(done, all);
    else
        fprintf(stderr, "\r%" PRId64 " %s", done, what);
    fflush(stderr);
    progress->shown = true;
}

void progress_clear(struct progress *progress)
{
    if (!progress->shown)
        return;
    fprintf(stderr, "\r%*s\r", CELLS + 10, "");
    fflush(stderr);
    progress->shown = false;
}
