/* Those who fit, in windows in the order of need. Where they stand is found out once,
 * from a place on and a slice at a time, and kept until the desk changes. */
#include <stdlib.h>

#include "search_private.h"
#include "search_walk.h"
#include "settle.h"
#include "touchbase/store/contacts.h"

enum {
    LOOKED_AT_ONCE = 192, /* people a window looks at before it is left unfinished */
    LOOKED_MOST = 65536,  /* and backward, where nothing is kept */
    MEMBERS_MOST = 20000, /* an index that leads to more is not worth asking */
    MEMBERS_FEW = 400,    /* so few are sorted, not looked for in the order */
    TEXTS_MOST = 200,     /* of notes and absences with the words */
    KEPT_MOST = 20000
};

static uint64_t generation_of(const struct store *store)
{
    return store_generation(store, RECORD_CONTACT) +
           store_generation(store, RECORD_TOUCH) +
           store_generation(store, RECORD_ABSENCE) + store_generation(store, RECORD_NOTE);
}

static bool same_context(const struct need_context *a, const struct need_context *b)
{
    return a->tomorrow_utc == b->tomorrow_utc &&
           a->quiet_prospect_utc == b->quiet_prospect_utc &&
           a->quiet_customer_utc == b->quiet_customer_utc && a->today == b->today;
}

static int compare_keys(const void *left, const void *right)
{
    return need_key_compare(left, right);
}

/* From a place on nothing is known. */
static void begin_at(struct search *search, const struct need_key *from)
{
    struct arena *arena = search->kept.arena;
    arena_reset(arena);
    search->kept = (struct need_keys){.arena = arena};
    search->has_begin = search->has_reached = from != NULL;
    if (from != NULL)
        search->begin = search->reached = need_key_in(arena, from);
    search->ended = false;
}

bool search_knows(const struct search *search)
{
    return search->looked && search->generation == generation_of(search->store);
}

/* What was found out counts as long as the desk and the day stay. */
static bool look(struct search *search, const struct need_context *context,
                 struct error *err)
{
    if (search_knows(search) && same_context(&search->context, context))
        return true;
    arena_reset(search->known);
    search->members = search->texts = (struct gathered){0};
    search->gathered = search->cut = search->unfinished = false;
    begin_at(search, NULL);
    search->generation = generation_of(search->store);
    search->context = *context;
    search->looked =
        search_gather_texts(search, TEXTS_MOST, search->known, &search->texts, err);
    return search->looked;
}

/* So few that all of them are tested and sorted. */
static bool keep_members(struct search *search, const struct need_context *context,
                         struct error *err)
{
    struct arena *aside = arena_create();
    struct need_keys found = {.arena = arena_create()};
    bool good = true, holds;
    for (size_t i = 0; good && i < search->members.count; i++) {
        struct need_key key;
        good = !search_stopped(search) &&
               search_test(search, context, search->members.ids[i], aside, &key, &holds,
                           err);
        if (good && holds)
            need_keys_add(&found, &key);
        arena_reset(aside);
    }
    arena_destroy(aside);
    if (good) {
        if (found.count > 1)
            qsort(found.keys, found.count, sizeof *found.keys, compare_keys);
        begin_at(search, NULL);
        arena_destroy(search->kept.arena);
        search->kept = found;
        search->ended = true;
    } else {
        arena_destroy(found.arena);
    }
    return good;
}

/* Asks the indexes whom to look at; one that leads to too many tells nothing. */
static bool gather_members(struct search *search, const struct need_context *context,
                           struct error *err)
{
    bool looking = store_look_begin(search->store);
    bool good = search_gather(search, context, MEMBERS_MOST, search->known,
                              &search->members, err);
    if (looking)
        store_look_end(search->store);
    if (!good)
        search->members = (struct gathered){0};
    search->gathered = good;
    return good;
}

/* Goes on from where it stands. */
static bool extend(struct search *search, const struct need_context *context,
                   size_t limit, size_t looked, struct error *err)
{
    struct search_walk walk;
    if (search->ended || search->kept.count >= limit)
        return true;
    search_walk_open(&walk, search, context,
                     search->has_reached ? &search->reached : NULL, false);
    bool good = search_walk_on(&walk, limit, looked, &search->kept, err);
    search->ended = walk.ended;
    search->has_reached = walk.has_from;
    if (walk.has_from)
        search->reached = need_key_in(search->kept.arena, &walk.from);
    search_walk_close(&walk);
    return good;
}

/* Is the place one from which on those who fit are known, or are being found out? */
static bool is_within(const struct search *search, const struct need_key *from)
{
    if (from == NULL)
        return !search->has_begin;
    return (!search->has_begin || need_key_compare(&search->begin, from) <= 0) &&
           (search->ended ||
            (search->has_reached && need_key_compare(from, &search->reached) <= 0));
}

/* How many of those kept stand before a place, or there when included. */
static size_t kept_before(const struct search *search, const struct need_key *from,
                          bool included)
{
    size_t low = 0, high = search->kept.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = need_key_compare(&search->kept.keys[middle], from);
        if (order < 0 || (included && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool forward(struct search *search, const struct need_context *context,
                    const struct need_key *from, size_t limit, struct need_keys *out,
                    struct error *err)
{
    if (!is_within(search, from) || search->kept.count > KEPT_MOST)
        begin_at(search, from);
    size_t at = from == NULL ? 0 : kept_before(search, from, true);
    search->wanted = at + limit;
    if (!extend(search, context, search->wanted, LOOKED_AT_ONCE, err))
        return false;
    search->unfinished = !search->ended && search->kept.count < search->wanted;
    for (; out->count < limit && at < search->kept.count; at++)
        need_keys_add(out, &search->kept.keys[at]);
    return true;
}

static bool backward(struct search *search, const struct need_context *context,
                     const struct need_key *from, size_t limit, struct need_keys *out,
                     struct error *err)
{
    struct search_walk walk;
    bool within = from == NULL ? search->ended : is_within(search, from);
    size_t at = !within        ? 0
                : from == NULL ? search->kept.count
                               : kept_before(search, from, false);
    while (out->count < limit && at > 0)
        need_keys_add(out, &search->kept.keys[--at]);
    if (out->count == limit || (within && !search->has_begin))
        return true;
    search_walk_open(&walk, search, context,
                     out->count > 0 ? &out->keys[out->count - 1] : from, true);
    bool good = search_walk_on(&walk, limit, LOOKED_AT_ONCE, out, err) &&
                (walk.ended || out->count == limit || search->gathered ||
                 gather_members(search, context, err)) &&
                search_walk_on(&walk, limit, LOOKED_MOST, out, err);
    search->cut = search->cut || (!walk.ended && out->count < limit);
    search_walk_close(&walk);
    return good;
}

bool search_window(struct search *search, const struct need_context *context,
                   const struct need_key *from, enum window_direction direction,
                   size_t limit, struct arena *arena, struct contact_row **rows,
                   size_t *count, struct error *err)
{
    struct need_keys keys = {.arena = arena};
    if (!settle(search->store, err) || !look(search, context, err) ||
        !(direction == WINDOW_BACKWARD ? backward : forward)(search, context, from, limit,
                                                             &keys, err))
        return false;
    int64_t *ids = arena_array(arena, keys.count, sizeof *ids);
    for (size_t i = 0; i < keys.count; i++)
        ids[i] = keys.keys[i].id;
    return contacts_by_ids(search->store, context, ids, keys.count, arena, rows, count,
                           err);
}

bool search_is_unfinished(const struct search *search)
{
    return search->unfinished;
}

bool search_go_on(struct search *search, const struct need_context *context,
                  const struct search_stop *stop, struct error *err)
{
    struct search_asking asking;
    if (!settle(search->store, err) || !look(search, context, err))
        return false;
    search_ask_begin(search, &asking, stop);
    bool good = search->gathered || gather_members(search, context, err);
    if (good && !search->ended && search->members.complete && !search->has_begin &&
        search->members.count <= MEMBERS_FEW)
        good = keep_members(search, context, err);
    good = good && extend(search, context, search->wanted, SIZE_MAX, err);
    search_ask_end(search);
    search->unfinished = !search->ended && search->kept.count < search->wanted;
    return good || asking.stopped;
}

bool search_is_cut(const struct search *search)
{
    return search->cut;
}
