/* What the two files about successors share. */
#ifndef TOUCHBASE_SRC_DESK_SUCCESSOR_PRIVATE_H
#define TOUCHBASE_SRC_DESK_SUCCESSOR_PRIVATE_H

#include "desk_private.h"
#include "touchbase/desk/successor.h"

/* Does a pending touch go over? Not what a play made for the one who left. */
bool successor_takes(const struct touch *touch);
/* The pending touches of who left; asks[i] says of each whether it is there to ask who
 * took over, the play's own or one that followed it with the same words. */
bool successor_pending(struct desk *desk, int64_t left_id, struct arena *arena,
                       struct touch **touches, bool **asks, size_t *count,
                       struct error *err);
/* What naming a successor does, inside a step in which nothing else ends:
 * desk_succession_store. */
bool successor_store(struct desk *desk, const struct succession *succession,
                     const struct touch *next, struct arena *arena, struct error *err);
/* ERROR_FAILED when somebody took over already, or it would lead in a circle. */
bool successor_allowed(struct desk *desk, const struct contact *left,
                       const struct contact *successor, struct arena *arena,
                       struct error *err);

#endif
