/* From pieces of a filter as typed to conditions. */
#ifndef TOUCHBASE_SRC_DESK_FILTER_READ_H
#define TOUCHBASE_SRC_DESK_FILTER_READ_H

#include "touchbase/base/arena.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/filter.h"

bool filter_read(struct desk *desk, const char *text, struct arena *arena,
                 struct filter *out, struct error *err);

/* The words that values of a key may be, NULL at the end; NULL for keys of free text,
 * days and numbers. */
const char *const *filter_value_words(enum filter_key key);

#endif
