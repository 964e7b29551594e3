/* What a day has in store: what Today shows (design.md section 3). Every part is read
 * from an index and cut to the first few. Rows belong to the arena handed in. */
#ifndef TOUCHBASE_DESK_MORNING_H
#define TOUCHBASE_DESK_MORNING_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/history.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/touch.h"

enum { MORNING_ROWS = 30 }; /* of each part */

struct morning_touches {
    struct touch *rows; /* the first, at most MORNING_ROWS */
    size_t count;
    int all; /* how many there are, at most DAY_LOAD_MAX (desk/days.h) */
};

struct morning {
    struct morning_touches promises; /* due today or before */
    struct morning_touches write;    /* cards, letters, postcards due today or before */
    struct morning_touches post;     /* those written */
    struct morning_touches calls;    /* due today, without promises */
    struct morning_touches left;     /* due before today; rows only of those that are
                                        neither promises nor post */
    struct absence *back; /* at work again today, or since the last working day */
    size_t back_count;
    struct desk_step *changed; /* made elsewhere since six in the evening before */
    size_t changed_count;
    int touches; /* due today, of all channels, at most DAY_LOAD_MAX */
    int measure; /* what a day holds (rule 20) */
    bool any;    /* does the day have anything for who opens the desk? */
};

bool desk_morning(struct desk *desk, struct arena *arena, struct morning *out,
                  struct error *err);

#endif
