/* Those who fit, in windows in the order of need. */
#include <stdlib.h>
#include <string.h>

#include "contacts_read.h"
#include "search_private.h"
#include "settle.h"
#include "touchbase/store/contacts.h"

enum { CHUNK = 128, WALK_BATCH = 256, WINDOW_LOOKED = 65536 };

bool search_rows(struct search *search, const struct need_context *context,
                 const int64_t *ids, size_t id_count, struct arena *arena,
                 struct contact_row **rows, size_t *count, struct error *err)
{
    for (size_t i = 0; i < search->count; i++) {
        enum filter_key key = search->terms[i].term->key;
        if (key == FILTER_AWAY || key == FILTER_PROMISE)
            return contacts_by_ids(search->store, context, ids, id_count, arena, rows,
                                   count, err);
    }
    return contacts_by_ids_bare(search->store, context, ids, id_count, arena, rows, count,
                                err);
}

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

static void keep(struct search *search, const struct need_key *key)
{
    struct need_key *copy = &search->kept[search->kept_count++];
    *copy = *key;
    copy->text = arena_string(search->kept_arena, key->text);
}

/* Tests those gathered, and keeps the keys of who fits. */
static bool keep_fitting(struct search *search, const struct need_context *context,
                         const struct gathered *gathered, struct error *err)
{
    struct arena *arena = arena_create();
    bool good = true;
    search->kept = arena_array(search->kept_arena, gathered->count, sizeof *search->kept);
    for (size_t i = 0; good && i < gathered->count; i += CHUNK) {
        size_t count = gathered->count - i < CHUNK ? gathered->count - i : CHUNK;
        struct contact_row *rows;
        good = search_rows(search, context, gathered->ids + i, count, arena, &rows,
                           &count, err);
        for (size_t j = 0; good && j < count; j++) {
            bool holds;
            good =
                search_holds(search, context, &rows[j].contact, &holds, NULL, NULL, err);
            if (good && holds)
                keep(search, &rows[j].key);
        }
        arena_reset(arena);
    }
    arena_destroy(arena);
    return good;
}

/* Finds out once whether those who fit are few. */
static bool look(struct search *search, const struct need_context *context,
                 struct error *err)
{
    uint64_t generation = generation_of(search->store);
    if (search->looked && search->generation == generation &&
        same_context(&search->context, context))
        return true;
    struct arena *arena = arena_create();
    struct gathered gathered;
    bool looking = store_look_begin(search->store);
    arena_reset(search->kept_arena);
    search->kept_count = 0;
    search->cut = false;
    bool good =
        search_gather(search, context, SEARCH_GATHERED_MAX, arena, &gathered, err);
    search->kept_all = good && gathered.complete;
    if (search->kept_all)
        good = keep_fitting(search, context, &gathered, err);
    if (looking)
        store_look_end(search->store);
    if (good && search->kept_count > 1)
        qsort(search->kept, search->kept_count, sizeof *search->kept, compare_keys);
    search->looked = good;
    search->generation = generation;
    search->context = *context;
    arena_destroy(arena);
    return good;
}

/* The rows of kept keys beyond from. */
static bool kept_rows(struct search *search, const struct need_context *context,
                      const struct need_key *from, bool backward, size_t limit,
                      struct arena *arena, struct contact_row **rows, size_t *count,
                      struct error *err)
{
    size_t at = 0, found = 0;
    int64_t *ids = arena_array(arena, limit, sizeof *ids);
    while (from != NULL && at < search->kept_count &&
           (backward ? need_key_compare(&search->kept[at], from) < 0
                     : need_key_compare(&search->kept[at], from) <= 0))
        at++;
    if (from == NULL && backward)
        at = search->kept_count;
    while (found < limit && (backward ? at > 0 : at < search->kept_count))
        ids[found++] = backward ? search->kept[--at].id : search->kept[at++].id;
    return contacts_by_ids(search->store, context, ids, found, arena, rows, count, err);
}

/* A walk over everybody in the order of need. */
struct walk {
    struct search *search;
    const struct need_context *context;
    bool backward;
    struct need_key from;
    bool has_from;
    bool ended;
    struct arena *keys; /* of from */
};

/* Segments in which nobody can fit are left out: the walk goes on behind them. */
static void pass_over(struct walk *walk)
{
    int segment = walk->has_from   ? (int)walk->from.segment
                  : walk->backward ? NEED_COUNT - 1
                                   : 0;
    int first = segment, by = walk->backward ? -1 : 1;
    while (segment >= 0 && segment < NEED_COUNT &&
           !search_reaches(walk->search, (enum need_segment)segment))
        segment += by;
    walk->ended = segment < 0 || segment >= NEED_COUNT;
    if (segment == first || walk->ended)
        return;
    walk->from = (struct need_key){.segment = (enum need_segment)segment,
                                   .number = walk->backward ? INT64_MAX : INT64_MIN,
                                   .text = walk->backward ? "\xF4\x8F\xBF\xBF" : "",
                                   .id = walk->backward ? INT64_MAX : INT64_MIN};
    walk->has_from = true;
}

/* One batch; its fitting rows are read again into arena, to stay. */
static bool walk_batch(struct walk *walk, size_t limit, struct arena *arena,
                       struct contact_row *rows, size_t *count, struct error *err)
{
    struct arena *aside = arena_create();
    struct contact_row *batch, *one;
    size_t got = 0, ones;
    bool holds, looking = store_look_begin(walk->search->store);
    bool good = contacts_window(walk->search->store, walk->context,
                                walk->has_from ? &walk->from : NULL,
                                walk->backward ? WINDOW_BACKWARD : WINDOW_FORWARD,
                                WALK_BATCH, aside, &batch, &got, err);
    walk->ended = got < WALK_BATCH;
    for (size_t i = 0; good && i < got && *count < limit; i++) {
        if (search_stopped(walk->search)) {
            good = false;
            break;
        }
        good = search_holds(walk->search, walk->context, &batch[i].contact, &holds, NULL,
                            NULL, err);
        if (good && holds) {
            good = contacts_by_ids(walk->search->store, walk->context,
                                   &batch[i].contact.id, 1, arena, &one, &ones, err);
            if (good && ones == 1)
                rows[(*count)++] = *one;
        }
        walk->from = batch[i].key;
    }
    if (got > 0) {
        arena_reset(walk->keys);
        walk->from.text = arena_string(walk->keys, walk->from.text);
        walk->has_from = true;
    }
    if (looking)
        store_look_end(walk->search->store);
    arena_destroy(aside);
    return good;
}

bool search_walk(struct search *search, const struct need_context *context,
                 const struct need_key *from, bool backward, size_t limit, size_t looked,
                 struct arena *arena, struct contact_row *rows, size_t *count,
                 bool *ended, struct error *err)
{
    struct walk walk = {.search = search,
                        .context = context,
                        .backward = backward,
                        .has_from = from != NULL,
                        .keys = arena_create()};
    bool good = true;
    if (from != NULL)
        walk.from = *from;
    *count = 0;
    for (size_t seen = 0; good && *count < limit && seen < looked; seen += WALK_BATCH) {
        pass_over(&walk);
        if (walk.ended)
            break;
        good = walk_batch(&walk, limit, arena, rows, count, err);
        if (walk.ended)
            break;
    }
    *ended = walk.ended;
    arena_destroy(walk.keys);
    return good;
}

bool search_window(struct search *search, const struct need_context *context,
                   const struct need_key *from, enum window_direction direction,
                   size_t limit, struct arena *arena, struct contact_row **rows,
                   size_t *count, struct error *err)
{
    bool backward = direction == WINDOW_BACKWARD, ended;
    if (!settle(search->store, err) || !look(search, context, err))
        return false;
    if (search->kept_all)
        return kept_rows(search, context, from, backward, limit, arena, rows, count, err);
    *rows = arena_array(arena, limit, sizeof **rows);
    if (!search_walk(search, context, from, backward, limit, WINDOW_LOOKED, arena, *rows,
                     count, &ended, err))
        return false;
    search->cut = search->cut || (!ended && *count < limit);
    return true;
}

bool search_is_cut(const struct search *search)
{
    return search->cut;
}
