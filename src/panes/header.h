/* The first line of the window: the hour, and what asks for a look. */
#ifndef TOUCHBASE_SRC_PANES_HEADER_H
#define TOUCHBASE_SRC_PANES_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/rounds.h"

struct header {
    struct wall now;
    int64_t now_utc;
    const char
        *new_day; /* said when the window was left running over midnight, or NULL */
    bool read_only;
    struct desk_counts counts;
    struct desk_rounds rounds;
};

/* The line for so many columns, in arena. What does not fit is said in fewer words, then
 * not at all: first what comes behind what waits for me, then what is due today, what
 * waits, what is late; a missed promise last. */
const char *header_words(struct arena *arena, const struct header *header, int columns);

#endif
