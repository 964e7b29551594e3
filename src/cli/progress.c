#include "progress.h"

#include <inttypes.h>
#include <stdio.h>

#include "touchbase/base/clock.h"

enum {
    AFTER_MS = 1000,
    EVERY_MS = 100,
    CELLS = 40,
    SHORT_CELLS = 20,
};

struct progress progress_start(bool terminal)
{
    return (struct progress){.terminal = terminal, .started_ms = clock_ticks_ms()};
}

static void show_bar(int64_t done, int64_t all, int cells)
{
    int percent = (int)(done >= all ? 100 : done * 100 / all);
    int filled = percent * cells / 100;

    fprintf(stderr, "\r[");
    for (int i = 0; i < cells; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %3d %%", percent);
}

static bool is_due(const struct progress *progress, int64_t now_ms)
{
    return progress->terminal &&
           (progress->shown || now_ms - progress->started_ms >= AFTER_MS);
}

void progress_show(struct progress *progress, int64_t done, int64_t all, const char *what)
{
    if (!is_due(progress, clock_ticks_ms()))
        return;
    if (all > 0)
        show_bar(done, all, CELLS);
    else
        fprintf(stderr, "\r%" PRId64 " %s", done, what);
    fflush(stderr);
    progress->shown = true;
}

void progress_show_left(struct progress *progress, int64_t done, int64_t all,
                        const char *what)
{
    int64_t now_ms = clock_ticks_ms();
    char left[CLOCK_LEFT_SIZE];
    int width;

    if (all <= 0) {
        progress_show(progress, done, 0, what);
        return;
    }
    if (progress->first_ms == 0) {
        progress->first_ms = now_ms;
        progress->first_done = done;
    }
    if (!is_due(progress, now_ms) || now_ms - progress->shown_ms < EVERY_MS)
        return;
    clock_left(done - progress->first_done, all - progress->first_done,
               now_ms - progress->first_ms, left);
    show_bar(done, all, SHORT_CELLS);
    width = fprintf(stderr, "  %" PRId64 " of %" PRId64 " %s%s%s", done, all, what,
                    left[0] != '\0' ? ", left " : "", left);
    fprintf(stderr, "%*s", progress->width > width ? progress->width - width : 0, "");
    progress->width = width;
    fflush(stderr);
    progress->shown = true;
    progress->shown_ms = now_ms;
}

void progress_clear(struct progress *progress)
{
    if (!progress->shown)
        return;
    fprintf(stderr, "\r%*s\r", CELLS + 10 + progress->width, "");
    fflush(stderr);
    progress->shown = false;
}
