/* A walk over everybody in the order of need, in search of those who fit. */
#ifndef TOUCHBASE_STORE_SEARCH_WALK_H
#define TOUCHBASE_STORE_SEARCH_WALK_H

#include "search_private.h"

struct search_walk {
    struct search *search;
    const struct need_context *context;
    bool backward;
    struct need_key from; /* the last one looked at */
    bool has_from;        /* else it stands at its end of the order */
    bool ended;
    struct arena *arena; /* of from */
    struct arena *old;   /* and of the one before */
};

/* From a key on, exclusive; NULL: from the end it starts at. Close what was opened. */
void search_walk_open(struct search_walk *walk, struct search *search,
                      const struct need_context *context, const struct need_key *from,
                      bool backward);
void search_walk_close(struct search_walk *walk);
/* Adds those who fit until out holds limit or about looked people were looked at; when
 * the members of the search are known only they are tested. False and err when it fails,
 * and when it was stopped (search_stopped). */
bool search_walk_on(struct search_walk *walk, size_t limit, size_t looked,
                    struct need_keys *out, struct error *err);

/* Does one person fit? *key gets where they stand. Nobody by that number does not. */
bool search_test(struct search *search, const struct need_context *context, int64_t id,
                 struct arena *aside, struct need_key *key, bool *holds,
                 struct error *err);

struct need_key need_key_in(struct arena *arena, const struct need_key *key);
void need_keys_add(struct need_keys *keys, const struct need_key *key); /* copied */

#endif
