/* Floors by tag (rule 8), kept beside the records so that the order of need can be read
 * from an index. */
#ifndef TOUCHBASE_STORE_FLOORS_H
#define TOUCHBASE_STORE_FLOORS_H

#include "touchbase/store/store.h"

/* By how many days people with a tag may be silent for longer than others of their stage.
 */
struct tag_floor {
    const char *tag; /* in any writing */
    bool customer;   /* of customers, else of leads and prospects */
    int more_days;   /* below 0: they go quiet earlier */
};

/* Makes these the floors of the desk, of several that one person bears the last one
 * counting; everybody with such a tag has their place anew, as one transaction. *changed
 * says whether they were others before. Nothing in a step, or on a desk that is only
 * read. */
bool floors_keep(struct store *store, const struct tag_floor *floors, size_t count,
                 bool *changed, struct error *err);

#endif
