/* A calendar and the desk go apart on a touch, and a person has to say which counts. */
#ifndef TOUCHBASE_MODEL_PARTING_H
#define TOUCHBASE_MODEL_PARTING_H

#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/model/touch.h"

enum parting_kind {
    PARTING_OUTCOME, /* done there, and so on the desk; how it went is not known */
    PARTING_PROMISE, /* a promise was moved there */
    PARTING_GONE,    /* it was deleted there */
    PARTING_CONFLICT /* it was changed there and here */
};

struct parting {
    int64_t id;
    enum parting_kind kind;
    struct touch touch; /* as it is on the desk */
    const char *title;  /* there */
    struct wall due;    /* there; day DAY_NONE: it has no time there */
    int64_t asked_utc;
};

/* A line of the log of syncs. */
struct sync_line {
    int64_t at_utc;
    const char *words;
};

/* "in the calendar: moved to Wed 25 Nov 10:00; here Tue 24 Nov 15:00, which they were
 * told" */
const char *parting_words(struct arena *arena, const struct parting *parting,
                          const char *here_title);

#endif
