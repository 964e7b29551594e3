/* Pending touches with all that a calendar says of them. */
#ifndef TOUCHBASE_STORE_PUBLISHED_H
#define TOUCHBASE_STORE_PUBLISHED_H

#include "touchbase/model/contact.h"
#include "touchbase/model/note.h"
#include "touchbase/model/touch.h"
#include "touchbase/store/store.h"

struct published {
    struct touch touch;
    struct contact contact; /* id, name, company, title and points alone */
    struct note note;       /* the last one: written_utc and text alone; no text: none */
    bool absent;            /* an out-of-office note of theirs is on file, over or not */
};

/* Where a row stands. */
struct published_key {
    int64_t contact_id, due_utc, id;
};
struct published_key published_key(const struct published *row);

/* Those of everybody who may be contacted, person by person and by due, beyond after
 * (NULL: from the first), at most limit: neighbours on the desk are read together,
 * whatever their order in time. */
bool published_window(struct store *store, const struct published_key *after,
                      size_t limit, struct arena *arena, struct published **rows,
                      size_t *count, struct error *err);
/* The next zone by name behind after ("" for the first) in which something is planned,
 * NULL behind the last, and the due time of the earliest. */
bool published_zone(struct store *store, const char *after, struct arena *arena,
                    const char **zone, int64_t *earliest_utc, struct error *err);

#endif
