#include "touchbase/store/search.h"

#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "index_text.h"
#include "settle.h"
#include "touchbase/base/text.h"
#include "touchbase/model/contact.h"

enum { CANDIDATES = 500, STEPS_BETWEEN_ASKING = 2000 };

/* How well a contact fits, best first. */
enum fit { FIT_NAME, FIT_NAME_START, FIT_NAME_WORD, FIT_COMPANY, FIT_ELSEWHERE };

struct candidate {
    int64_t id;
    enum fit fit;
    bool rest; /* not in play */
    const char *folded;
};

static enum fit fit_of(const char *typed, const char *name, const char *company,
                       struct arena *arena)
{
    size_t blank = strcspn(typed, " ");
    const char *word = arena_copy(arena, typed, blank);
    if (strcmp(name, typed) == 0)
        return FIT_NAME;
    if (strncmp(name, typed, strlen(typed)) == 0)
        return FIT_NAME_START;
    if (text_begins_word(name, word))
        return FIT_NAME_WORD;
    if (company != NULL && text_begins_word(text_fold(arena, company), word))
        return FIT_COMPANY;
    return FIT_ELSEWHERE;
}

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->fit != b->fit)
        return a->fit < b->fit ? -1 : 1;
    if (a->rest != b->rest)
        return a->rest ? 1 : -1;
    int order = strcmp(a->folded, b->folded);
    return order != 0 ? order : a->id < b->id ? -1 : a->id > b->id;
}

static int ask(void *data)
{
    const struct search_stop *stop = data;
    return stop->wanted(stop->data) ? 1 : 0;
}

/* One step, where being stopped is an end like any other. */
static bool next_hit(struct store *store, sqlite3_stmt *s, bool *row, struct error *err)
{
    struct error failure;
    if (statement_row(store, s, row, &failure))
        return true;
    *row = false;
    if ((sqlite3_errcode(store->db) & 0xFF) == SQLITE_INTERRUPT)
        return true;
    *err = failure;
    return false;
}

static bool find_contacts(struct store *store, const char *query, const char *typed,
                          struct arena *arena, struct candidate *candidates,
                          size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEARCH_CONTACTS, err);
    bool row = s != NULL;
    if (s == NULL)
        return false;
    bind_text(s, 1, query);
    bind_number(s, 2, CANDIDATES);
    while (row) {
        if (!next_hit(store, s, &row, err))
            return false;
        if (!row)
            break;
        struct candidate *candidate = &candidates[(*count)++];
        const char *company = column_text(s, 2, arena);
        candidate->id = column_number(s, 0);
        candidate->folded = column_text(s, 1, arena);
        candidate->rest = !stage_in_play((enum stage)column_number(s, 3));
        candidate->fit = fit_of(typed, candidate->folded, company, arena);
    }
    qsort(candidates, *count, sizeof *candidates, compare_candidates);
    return true;
}

static bool find_texts(struct store *store, const char *query, size_t limit,
                       struct search_hit *hits, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEARCH_TEXTS, err);
    bool row = s != NULL;
    if (s == NULL)
        return false;
    bind_text(s, 1, query);
    bind_number(s, 2, (int64_t)(limit - *count));
    while (row && *count < limit) {
        if (!next_hit(store, s, &row, err))
            return false;
        if (!row)
            break;
        int64_t place = column_number(s, 0);
        hits[(*count)++] =
            (struct search_hit){.kind = place % 2 == 0 ? SEARCH_NOTE : SEARCH_ABSENCE,
                                .id = place / 2,
                                .contact_id = column_number(s, 1)};
    }
    statement_end(s);
    return true;
}

static bool find_all(struct store *store, const char *query, const char *typed,
                     size_t limit, struct search_hit *hits, size_t *count,
                     struct error *err)
{
    struct arena *arena = arena_create();
    struct candidate *candidates = arena_array(arena, CANDIDATES, sizeof *candidates);
    size_t found = 0;
    bool good = find_contacts(store, query, text_fold(arena, typed), arena, candidates,
                              &found, err);
    for (size_t i = 0; good && i < found && *count < limit; i++)
        hits[(*count)++] = (struct search_hit){.kind = SEARCH_CONTACT,
                                               .id = candidates[i].id,
                                               .contact_id = candidates[i].id};
    arena_destroy(arena);
    if (good && *count < limit)
        good = find_texts(store, query, limit, hits, count, err);
    return good;
}

bool search_find(struct store *store, const char *typed, size_t limit,
                 const struct search_stop *stop, struct arena *arena,
                 struct search_hit **hits, size_t *count, struct error *err)
{
    const char *query = index_query(arena, typed, false);
    *hits = NULL;
    *count = 0;
    if (query == NULL || limit == 0)
        return true;
    if (!settle(store, err))
        return false;
    struct search_stop copy = stop != NULL ? *stop : (struct search_stop){0};
    if (stop != NULL)
        sqlite3_progress_handler(store->db, STEPS_BETWEEN_ASKING, ask, &copy);
    *hits = arena_array(arena, limit, sizeof **hits);
    bool good = find_all(store, query, typed, limit, *hits, count, err);
    sqlite3_progress_handler(store->db, 0, NULL, NULL);
    return good;
}
