/* A walk over everybody in the order of need, in search of those who fit. */
#include "search_walk.h"

#include <stdlib.h>

#include "contacts_read.h"
#include "touchbase/store/contacts.h"

enum {
    BATCH = 64,             /* keys read at once where each is tested */
    BATCH_OF_MEMBERS = 1024 /* where few are */
};

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

struct need_key need_key_in(struct arena *arena, const struct need_key *key)
{
    struct need_key copy = *key;
    copy.text = arena_string(arena, key->text);
    return copy;
}

void need_keys_add(struct need_keys *keys, const struct need_key *key)
{
    keys->keys = arena_grow(keys->arena, keys->keys, keys->count, keys->count + 1,
                            sizeof *keys->keys, &keys->capacity);
    keys->keys[keys->count++] = need_key_in(keys->arena, key);
}

bool search_test(struct search *search, const struct need_context *context, int64_t id,
                 struct arena *aside, struct need_key *key, bool *holds,
                 struct error *err)
{
    struct contact_row *row;
    size_t count;
    *holds = false;
    if (!search_rows(search, context, &id, 1, aside, &row, &count, err))
        return false;
    if (count == 0)
        return true;
    *key = row->key;
    return search_holds(search, context, &row->contact, holds, NULL, NULL, err);
}

void search_walk_open(struct search_walk *walk, struct search *search,
                      const struct need_context *context, const struct need_key *from,
                      bool backward)
{
    *walk = (struct search_walk){.search = search,
                                 .context = context,
                                 .backward = backward,
                                 .has_from = from != NULL,
                                 .arena = arena_create(),
                                 .old = arena_create()};
    if (from != NULL)
        walk->from = need_key_in(walk->arena, from);
}

void search_walk_close(struct search_walk *walk)
{
    arena_destroy(walk->arena);
    arena_destroy(walk->old);
}

static void walk_to(struct search_walk *walk, const struct need_key *key)
{
    struct arena *old = walk->old;
    arena_reset(old);
    walk->from = need_key_in(old, key);
    walk->has_from = true;
    walk->old = walk->arena;
    walk->arena = old;
}

/* Segments in which nobody can fit are left out: the walk goes on behind them. */
static void pass_over(struct search_walk *walk)
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
    struct need_key end = {.segment = (enum need_segment)segment,
                           .number = walk->backward ? INT64_MAX : INT64_MIN,
                           .text = walk->backward ? "\xF4\x8F\xBF\xBF" : "",
                           .id = walk->backward ? INT64_MAX : INT64_MIN};
    walk_to(walk, &end);
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? 1 : a > b ? -1 : 0;
}

bool gathered_has(const struct gathered *gathered, int64_t id)
{
    return gathered->count > 0 &&
           bsearch(&id, gathered->ids, gathered->count, sizeof id, compare_ids) != NULL;
}

/* The next keys, of which those who fit are added, limit of them at most. */
static bool walk_batch(struct search_walk *walk, size_t limit, struct need_keys *out,
                       struct error *err)
{
    struct search *search = walk->search;
    struct arena *aside = arena_create();
    struct need_key *keys, place;
    size_t got = 0, i = 0;
    size_t batch = search->members.complete ? BATCH_OF_MEMBERS : BATCH;
    bool holds, looking = store_look_begin(search->store);
    bool good =
        contacts_keys(search->store, walk->context, walk->has_from ? &walk->from : NULL,
                      walk->backward ? WINDOW_BACKWARD : WINDOW_FORWARD, batch, aside,
                      &keys, &got, err);
    for (; good && i < got && out->count < limit; i++) {
        if (search->members.complete && !gathered_has(&search->members, keys[i].id))
            continue;
        good = !search_stopped(search) &&
               search_test(search, walk->context, keys[i].id, aside, &place, &holds, err);
        if (!good)
            break;
        if (holds)
            need_keys_add(out, &keys[i]);
    }
    if (i > 0)
        walk_to(walk, &keys[i - 1]);
    walk->ended = good && i == got && got < batch;
    if (looking)
        store_look_end(search->store);
    arena_destroy(aside);
    return good;
}

bool search_walk_on(struct search_walk *walk, size_t limit, size_t looked,
                    struct need_keys *out, struct error *err)
{
    bool good = true;
    for (size_t seen = 0; good && !walk->ended && out->count < limit && seen < looked;
         seen += BATCH) {
        good = !search_stopped(walk->search);
        pass_over(walk);
        if (good && !walk->ended)
            good = walk_batch(walk, limit, out, err);
    }
    return good;
}

bool search_walk(struct search *search, const struct need_context *context, size_t limit,
                 size_t looked, struct need_keys *out, bool *ended, struct error *err)
{
    struct search_walk walk;
    search_walk_open(&walk, search, context, NULL, false);
    bool good = search_walk_on(&walk, limit, looked, out, err);
    *ended = walk.ended;
    search_walk_close(&walk);
    return good;
}
