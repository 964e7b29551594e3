/* What the two files of desk/many.h share. */
#ifndef TOUCHBASE_SRC_DESK_MANY_CHANGE_H
#define TOUCHBASE_SRC_DESK_MANY_CHANGE_H

#include "touchbase/desk/many.h"

/* What is done to one of them, inside the step. */
struct many_change {
    bool (*one)(struct desk *desk, int64_t id, struct many_change *change,
                struct arena *arena, struct error *err);
    const char *text;   /* a line, a note, what is owed */
    const char *when;   /* the day, read for each */
    int64_t contact_id; /* who gets them */
    enum outcome outcome;
    enum stage stage;
    int days;
    bool flag; /* propose what is next; promised */
    size_t warned;
};

/* Does it to each of count ids and ends the step under way: all of them or none. */
bool many_change_all(struct desk *desk, const int64_t *ids, size_t count,
                     struct many_change *change, struct error *err);

#endif
