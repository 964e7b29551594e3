/* People by words and conditions, the best first. */
#include "touchbase/store/search.h"

#include <stdlib.h>
#include <string.h>

#include "contacts_read.h"
#include "rows.h"
#include "search_private.h"
#include "settle.h"
#include "touchbase/base/text.h"
#include "touchbase/store/contacts.h"

enum {
    GATHERED_BEST = 800, /* looked at for the ranking when that is everybody */
    GATHERED_FEW = 200,  /* else the newest so many */
    NEED_LOOKED = 256,   /* and so many in the order of need */
    NAMES_LOOKED = 100,  /* and of those whose name begins so */
    CHUNK = 128,
    STEPS_BETWEEN_ASKING = 2000
};

static void fold_term(struct search *search, const struct filter_term *term)
{
    struct search_term folded = {.term = term};
    folded.needles =
        arena_array(search->arena, term->text_count + 1, sizeof *folded.needles);
    for (size_t i = 0; i < term->text_count; i++) {
        struct needles needles = needles_of(search->arena, term->texts[i]);
        if (needles.count > 0)
            folded.needles[folded.count++] = needles;
    }
    if (term->key != FILTER_WORDS || folded.count > 0)
        search->terms[search->count++] = folded;
}

struct search *search_open(struct store *store, const struct filter *filter)
{
    struct search *search = memory_alloc(sizeof *search);
    *search = (struct search){.store = store,
                              .filter = filter,
                              .arena = arena_create(),
                              .aside = arena_create(),
                              .known = arena_create(),
                              .kept = {.arena = arena_create()}};
    for (size_t i = 0; i < filter->count && i < FILTER_TERMS_MAX; i++)
        fold_term(search, &filter->terms[i]);
    return search;
}

void search_close(struct search *search)
{
    if (search == NULL)
        return;
    arena_destroy(search->kept.arena);
    arena_destroy(search->known);
    arena_destroy(search->aside);
    arena_destroy(search->arena);
    free(search);
}

/* One of those the ranking looks at. */
struct candidate {
    int64_t id;
    enum search_fit fit;
    int need; /* of need, in play, at rest, out */
    int64_t last_contact_utc;
    const char *name;
    int64_t place;
};

static int need_class(enum need_segment segment)
{
    if (segment == NEED_REST)
        return 2;
    if (segment == NEED_OUT)
        return 3;
    return segment == NEED_LATER ? 1 : 0;
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->fit != b->fit)
        return a->fit < b->fit ? -1 : 1;
    if (a->need != b->need)
        return a->need < b->need ? -1 : 1;
    if (a->last_contact_utc != b->last_contact_utc)
        return a->last_contact_utc > b->last_contact_utc ? -1 : 1;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : a->id < b->id ? -1 : a->id > b->id;
}

/* What is under way for one key. */
struct best {
    struct search *search;
    const struct need_context *context;
    size_t limit;
    struct arena *arena; /* of the candidates */
    const char *typed;   /* all words as typed, folded */
    struct gathered looked;
    struct candidate *candidates;
    size_t count;
    struct error *err;
};

static bool take_candidate(struct best *best, const struct contact_row *row)
{
    struct candidate *candidate = &best->candidates[best->count];
    bool holds;
    if (search_stopped(best->search))
        return false;
    if (!search_holds(best->search, best->context, &row->contact, &holds, &candidate->fit,
                      &candidate->place, best->err))
        return false;
    if (!holds)
        return true;
    candidate->id = row->contact.id;
    candidate->need = need_class(row->key.segment);
    candidate->last_contact_utc = row->contact.last_contact_utc;
    candidate->name =
        text_fold(best->arena, row->contact.name != NULL ? row->contact.name : "");
    if (candidate->fit == SEARCH_WHO && strcmp(candidate->name, best->typed) == 0)
        candidate->fit = SEARCH_FULL_NAME;
    best->count++;
    return true;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

/* Tests everybody looked at, each once. */
static bool test_all(struct best *best)
{
    struct arena *aside = arena_create();
    struct gathered *looked = &best->looked;
    size_t kept = 0;
    bool good = true;
    if (looked->count > 1)
        qsort(looked->ids, looked->count, sizeof *looked->ids, compare_ids);
    for (size_t i = 0; i < looked->count; i++) {
        if (kept == 0 || looked->ids[kept - 1] != looked->ids[i])
            looked->ids[kept++] = looked->ids[i];
    }
    best->candidates = arena_array(best->arena, kept, sizeof *best->candidates);
    for (size_t i = 0; good && i < kept; i += CHUNK) {
        size_t count = kept - i < CHUNK ? kept - i : CHUNK;
        struct contact_row *rows;
        good = search_rows(best->search, best->context, looked->ids + i, count, aside,
                           &rows, &count, best->err);
        for (size_t j = 0; good && j < count; j++)
            good = take_candidate(best, &rows[j]);
        arena_reset(aside);
    }
    arena_destroy(aside);
    return good;
}

static void add_all(struct best *best, const struct gathered *more)
{
    for (size_t i = 0; i < more->count; i++)
        gathered_add(&best->looked, best->arena, more->ids[i]);
}

/* Those who fit of the first in the order of need; without an index that leads to them
 * the whole walk. */
static bool look_at_need(struct best *best, bool all)
{
    struct need_keys keys = {.arena = arena_create()};
    bool ended;
    best->search->record_only = !all;
    bool good = search_walk(best->search, best->context, best->limit,
                            all ? SIZE_MAX : NEED_LOOKED, &keys, &ended, best->err);
    best->search->record_only = false;
    for (size_t i = 0; good && i < keys.count; i++)
        gathered_add(&best->looked, best->arena, keys.keys[i].id);
    best->looked.complete = best->looked.complete || (all && ended);
    arena_destroy(keys.arena);
    return good;
}

static bool look_at_many(struct best *best)
{
    struct gathered names;
    bool leads = best->looked.count > 0;
    if (best->looked.count > GATHERED_FEW)
        best->looked.count = GATHERED_FEW;
    if (!search_gather_names(best->search, NAMES_LOOKED, best->arena, &names, best->err))
        return false;
    add_all(best, &names);
    return look_at_need(best, !leads);
}

/* Read as of one moment, and locked once, but for the walk, which may be long. */
static bool gather(struct best *best)
{
    struct store *store = best->search->store;
    bool looking = store_look_begin(store);
    bool good = search_gather(best->search, best->context, GATHERED_BEST, best->arena,
                              &best->looked, best->err);
    if (looking)
        store_look_end(store);
    return good;
}

static bool test_at_once(struct best *best)
{
    struct store *store = best->search->store;
    bool looking = store_look_begin(store);
    bool good = test_all(best);
    if (looking)
        store_look_end(store);
    return good;
}

static bool find(struct best *best)
{
    if (!gather(best))
        return false;
    if (!best->looked.complete && !look_at_many(best))
        return false;
    if (!test_at_once(best))
        return false;
    if (best->count > 1)
        qsort(best->candidates, best->count, sizeof *best->candidates,
              compare_candidates);
    return true;
}

/* What was written there, as it is. */
static bool read_place(struct store *store, int64_t place, struct arena *arena,
                       const char **text, struct error *err)
{
    enum { SUBJECT_CELL = 6, VERBATIM_CELL = 19, NOTE_TEXT_CELL = 5 };
    struct cell cells[CELLS_MAX];
    bool found, note = place % 2 == 0;
    *text = NULL;
    if (place == 0)
        return true;
    if (!row_load(store, note ? TABLE_NOTE : TABLE_ABSENCE, place / 2, arena, cells,
                  &found, err))
        return false;
    if (found && note)
        *text = cells[NOTE_TEXT_CELL].text;
    else if (found)
        *text = arena_format(
            arena, "%s %s",
            cells[SUBJECT_CELL].text != NULL ? cells[SUBJECT_CELL].text : "",
            cells[VERBATIM_CELL].text != NULL ? cells[VERBATIM_CELL].text : "");
    return true;
}

static bool give(struct best *best, struct arena *arena, struct search_result *out)
{
    size_t count = best->count < best->limit ? best->count : best->limit;
    struct contact_row *row;
    size_t found;
    out->more = !best->looked.complete || best->count > best->limit;
    out->rows = arena_array(arena, count, sizeof *out->rows);
    for (size_t i = 0; i < count; i++) {
        const struct candidate *candidate = &best->candidates[i];
        struct search_found *to = &out->rows[out->count];
        if (!contacts_by_ids(best->search->store, best->context, &candidate->id, 1, arena,
                             &row, &found, best->err) ||
            !read_place(best->search->store, candidate->place, arena, &to->text,
                        best->err))
            return false;
        to->fit = candidate->fit;
        if (found == 1)
            to->row = *row;
        out->count += found;
    }
    return true;
}

static bool find_best(struct search *search, const struct need_context *context,
                      size_t limit, struct arena *arena, struct search_result *out,
                      struct error *err)
{
    struct best best = {.search = search,
                        .context = context,
                        .limit = limit,
                        .arena = arena_create(),
                        .err = err};
    best.typed = search_typed(search, best.arena);
    bool good = find(&best);
    bool looking = store_look_begin(search->store);
    good = good && give(&best, arena, out);
    if (looking)
        store_look_end(search->store);
    arena_destroy(best.arena);
    return good;
}

/* Once more with words that are close. */
static bool find_close(struct search *search, const struct need_context *context,
                       size_t limit, struct arena *arena, struct search_result *out,
                       struct error *err)
{
    struct filter *close;
    const char *instead;
    bool looking = store_look_begin(search->store);
    bool good = search_forgive(search, arena, &close, &instead, err);
    if (looking)
        store_look_end(search->store);
    if (!good)
        return false;
    if (close == NULL)
        return true;
    struct search *again = search_open(search->store, close);
    again->asking = search->asking;
    good = find_best(again, context, limit, arena, out, err);
    search_close(again);
    if (out->count > 0)
        out->instead = instead;
    return good;
}

static int ask(void *data)
{
    return search_stopped(data) ? 1 : 0;
}

bool search_stopped(struct search *search)
{
    struct search_asking *asking = search->asking;
    if (asking != NULL && asking->stop != NULL && !asking->stopped)
        asking->stopped = asking->stop->wanted(asking->stop->data);
    return asking != NULL && asking->stopped;
}

void search_ask_begin(struct search *search, struct search_asking *asking,
                      const struct search_stop *stop)
{
    *asking = (struct search_asking){.stop = stop};
    if (stop != NULL)
        sqlite3_progress_handler(search->store->db, STEPS_BETWEEN_ASKING, ask, search);
    search->asking = asking;
}

void search_ask_end(struct search *search)
{
    search->asking = NULL;
    sqlite3_progress_handler(search->store->db, 0, NULL, NULL);
}

bool search_best(struct search *search, const struct need_context *context, size_t limit,
                 const struct search_stop *stop, struct arena *arena,
                 struct search_result *out, struct error *err)
{
    struct search_asking asking;
    *out = (struct search_result){0};
    if (search->count == 0 || limit == 0)
        return true;
    if (!settle(search->store, err))
        return false;
    search_ask_begin(search, &asking, stop);
    bool good = find_best(search, context, limit, arena, out, err) &&
                (out->count > 0 || find_close(search, context, limit, arena, out, err));
    search_ask_end(search);
    if (asking.stopped)
        *out = (struct search_result){.stopped = true};
    return good || asking.stopped;
}

bool search_fits(struct search *search, int64_t contact_id,
                 const struct need_context *context, const struct touch *touch,
                 const char *text, bool *fits, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact_row *row;
    size_t count;
    *fits = false;
    bool good =
        contacts_by_ids(search->store, context, &contact_id, 1, arena, &row, &count, err);
    if (good && count == 1 && touch != NULL) {
        row->contact.next_touch = touch->id;
        row->contact.next_due = touch->due;
        row->contact.next_promise = touch->promise;
    }
    search->beside = text;
    if (good && count == 1)
        good = search_holds(search, context, &row->contact, fits, NULL, NULL, err);
    search->beside = NULL;
    arena_destroy(arena);
    return good;
}
