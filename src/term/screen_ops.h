/* The seam from inside: what an end of it implements. Each end begins its own struct with
 * a struct screen. */
#ifndef TOUCHBASE_TERM_SCREEN_OPS_H
#define TOUCHBASE_TERM_SCREEN_OPS_H

#include "touchbase/term/screen.h"

struct screen_ops {
    void (*close)(struct screen *screen);
    void (*size)(const struct screen *screen, int *rows, int *columns);
    void (*paint)(struct screen *screen, const struct canvas *canvas);
    enum screen_event (*next)(struct screen *screen, struct key *key);
    size_t (*poll)(const struct screen *screen, struct pollfd fds[SCREEN_POLL_MAX]);
    int (*timeout)(const struct screen *screen);
    void (*leave)(struct screen *screen);
    void (*enter)(struct screen *screen);
    void (*stop)(struct screen *screen);
    void (*forget)(struct screen *screen);
    void (*set_theme)(struct screen *screen, const struct theme *theme);
    void (*set_mouse)(struct screen *screen, bool on);
    void (*bell)(struct screen *screen);
    bool (*copy)(struct screen *screen, const char *text, size_t length);
    const char *(*notice)(struct screen *screen);
};

struct screen {
    const struct screen_ops *ops;
};

enum { SCREEN_COPY_MAX = 64 * 1024 };

#endif
