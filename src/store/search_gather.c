/* People who may fit, from whichever index leads to the fewest. */
#include <stdlib.h>
#include <string.h>

#include "search_private.h"
#include "touchbase/base/text.h"
#include "touchbase/model/contact.h"

enum { FEW = 64, DAY_SECONDS = 86400 };

void gathered_add(struct gathered *gathered, struct arena *arena, int64_t id)
{
    gathered->ids = arena_grow(arena, gathered->ids, gathered->count, gathered->count + 1,
                               sizeof *gathered->ids, &gathered->capacity);
    gathered->ids[gathered->count++] = id;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? 1 : a > b ? -1 : 0;
}

/* Newest first, each once. */
static void sort(struct gathered *gathered)
{
    size_t kept = 0;
    if (gathered->count > 1)
        qsort(gathered->ids, gathered->count, sizeof *gathered->ids, compare_ids);
    for (size_t i = 0; i < gathered->count; i++) {
        if (kept == 0 || gathered->ids[kept - 1] != gathered->ids[i])
            gathered->ids[kept++] = gathered->ids[i];
    }
    gathered->count = kept;
}

/* The numbers in a column of the bound statement; complete when they were no more than
 * limit. */
static bool take(struct search *search, sqlite3_stmt *s, int column, size_t limit,
                 struct arena *arena, struct gathered *out, struct error *err)
{
    bool failed = false;
    size_t count = 0;
    while (count <= limit && statement_next(search->store, s, &failed, err)) {
        if (count++ < limit)
            gathered_add(out, arena, column_number(s, column));
    }
    statement_end(s);
    out->complete = out->complete && count <= limit;
    return !failed;
}

static const char *column_of(enum filter_key key)
{
    if (key == FILTER_WORDS)
        return NULL;
    return key == FILTER_NAME || key == FILTER_COMPANY ? "who" : "reach";
}

static bool is_worded(const struct search_term *term)
{
    return !term->term->negated && !term->term->none && !term->term->any &&
           filter_key_is_text(term->term->key);
}

/* Of a record all terms of words but notes; of a text the words; of notes one term,
 * since each may hold of another note. */
enum query { OF_RECORD, OF_TEXT, OF_NOTE };

static bool belongs(enum query query, enum filter_key key)
{
    if (query == OF_RECORD)
        return key != FILTER_NOTE;
    return key == (query == OF_TEXT ? FILTER_WORDS : FILTER_NOTE);
}

/* The expression these terms make, "" for none. */
static const char *query_of(const struct search *search, enum query of,
                            struct arena *arena)
{
    struct buffer query = {0};
    for (size_t i = 0; i < search->count; i++) {
        const struct search_term *term = &search->terms[i];
        if (!is_worded(term) || !belongs(of, term->term->key))
            continue;
        if (query.length > 0 && of == OF_NOTE)
            break;
        if (query.length > 0)
            buffer_add_string(&query, " AND ");
        term_query(term, of == OF_RECORD ? column_of(term->term->key) : NULL, &query);
    }
    const char *text = arena_string(arena, buffer_string(&query));
    buffer_free(&query);
    return text;
}

static bool from_index(struct search *search, enum statement statement, const char *query,
                       int column, size_t limit, struct arena *arena,
                       struct gathered *out, struct error *err)
{
    sqlite3_stmt *s = statement_get(search->store, statement, err);
    if (s != NULL) {
        bind_text(s, 1, query);
        bind_number(s, 2, (int64_t)limit + 1);
    }
    return take(search, s, column, limit, arena, out, err);
}

static bool has_key(const struct search *search, enum filter_key key)
{
    for (size_t i = 0; i < search->count; i++) {
        if (search->terms[i].term->key == key && is_worded(&search->terms[i]))
            return true;
    }
    return false;
}

/* By words: in the record, and in notes. A note term holds of notes alone, and may be of
 * another note than the words. */
static bool by_words(struct search *search, size_t limit, struct arena *arena,
                     struct gathered *out, bool *leads, struct error *err)
{
    const char *record = query_of(search, OF_RECORD, arena);
    bool words = has_key(search, FILTER_WORDS), note = has_key(search, FILTER_NOTE);
    *leads = *record != '\0' || (note && !words);
    if (*record != '\0' &&
        !from_index(search, STATEMENT_SEARCH_CONTACTS, record, 0, limit, arena, out, err))
        return false;
    if (!*leads || (*record != '\0' && !words))
        return true;
    return from_index(search, STATEMENT_SEARCH_TEXTS,
                      query_of(search, words ? OF_TEXT : OF_NOTE, arena), 1, limit, arena,
                      out, err);
}

bool search_gather_texts(struct search *search, size_t limit, struct arena *arena,
                         struct gathered *out, struct error *err)
{
    *out = (struct gathered){.complete = has_key(search, FILTER_WORDS)};
    if (out->complete &&
        !from_index(search, STATEMENT_SEARCH_TEXTS, query_of(search, OF_TEXT, arena), 1,
                    limit, arena, out, err))
        return false;
    sort(out);
    return true;
}

static bool by_tag(struct search *search, const struct search_term *term, size_t limit,
                   struct arena *arena, struct gathered *out, struct error *err)
{
    for (size_t i = 0; i < term->term->text_count; i++) {
        if (!from_index(search, STATEMENT_SEARCH_TAGGED,
                        text_fold(arena, term->term->texts[i]), 0, limit, arena, out,
                        err))
            return false;
    }
    return true;
}

static bool by_away(struct search *search, const struct need_context *context,
                    size_t limit, struct arena *arena, struct gathered *out,
                    struct error *err)
{
    sqlite3_stmt *s = statement_get(search->store, STATEMENT_SEARCH_AWAY, err);
    if (s != NULL) {
        bind_number(s, 1, context->today);
        bind_number(s, 2, (int64_t)limit + 1);
    }
    return take(search, s, 0, limit, arena, out, err);
}

/* Touches due in those days, a day more on each side, since a day begins at another
 * second in each zone. */
static bool by_due(struct search *search, const struct filter_term *term, size_t limit,
                   struct arena *arena, struct gathered *out, struct error *err)
{
    enum { FAR = 1 << 24 }; /* days */
    int64_t low = term->low < -FAR ? -FAR : term->low;
    int64_t high = term->high > FAR ? FAR : term->high;
    sqlite3_stmt *s = statement_get(search->store, STATEMENT_SEARCH_DUE, err);
    if (s != NULL) {
        bind_number(s, 1, (low - 1) * DAY_SECONDS);
        bind_number(s, 2, (high + 1) * DAY_SECONDS);
        bind_number(s, 3, (int64_t)limit + 1);
    }
    return take(search, s, 0, limit, arena, out, err);
}

/* By one condition; *leads false when no index knows it. */
static bool by_term(struct search *search, const struct need_context *context,
                    const struct search_term *term, size_t limit, struct arena *arena,
                    struct gathered *out, bool *leads, struct error *err)
{
    const struct filter_term *asked = term->term;
    *leads = true;
    if (asked->key == FILTER_TAG && is_worded(term))
        return by_tag(search, term, limit, arena, out, err);
    if (asked->key == FILTER_AWAY && asked->set == 1 && !asked->negated)
        return by_away(search, context, limit, arena, out, err);
    if (asked->key == FILTER_DUE && !asked->negated)
        return by_due(search, asked, limit, arena, out, err);
    *leads = false;
    return true;
}

/* Keeps the better of two: complete before not, then fewer. */
static void keep_better(struct gathered *best, bool *any, const struct gathered *other)
{
    bool better = !*any || (other->complete && !best->complete) ||
                  (other->complete == best->complete && other->count < best->count);
    if (better)
        *best = *other;
    *any = true;
}

bool search_gather(struct search *search, const struct need_context *context,
                   size_t limit, struct arena *arena, struct gathered *out,
                   struct error *err)
{
    struct gathered found = {.complete = true};
    bool leads, any = false;
    *out = (struct gathered){0};
    for (size_t i = 0; i < search->count && !(out->complete && out->count <= FEW); i++) {
        found = (struct gathered){.complete = true};
        if (!by_term(search, context, &search->terms[i], limit, arena, &found, &leads,
                     err))
            return false;
        if (leads)
            keep_better(out, &any, &found);
    }
    if (!any || !out->complete || out->count > FEW) {
        found = (struct gathered){.complete = true};
        if (!by_words(search, limit, arena, &found, &leads, err))
            return false;
        if (leads)
            keep_better(out, &any, &found);
    }
    sort(out);
    return true;
}

const char *search_typed(const struct search *search, struct arena *arena)
{
    struct buffer words = {0};
    for (size_t i = 0; i < search->count; i++) {
        const struct filter_term *term = search->terms[i].term;
        if (term->key == FILTER_WORDS && !term->negated)
            buffer_add_format(&words, "%s%s", words.length > 0 ? " " : "",
                              term->texts[0]);
    }
    const char *folded = text_fold(arena, buffer_string(&words));
    buffer_free(&words);
    return folded;
}

bool search_gather_names(struct search *search, size_t limit, struct arena *arena,
                         struct gathered *out, struct error *err)
{
    const char *typed = search_typed(search, arena);
    *out = (struct gathered){.complete = true};
    return *typed == '\0' ||
           from_index(search, STATEMENT_SEARCH_NAMED, typed, 0, limit, arena, out, err);
}

/* Does a condition that must hold ask for a next touch (1), for none (2)? */
static unsigned asks_next(const struct search *search)
{
    unsigned asked = 0;
    for (size_t i = 0; i < search->count; i++) {
        const struct filter_term *term = search->terms[i].term;
        if (term->negated)
            continue;
        if (term->key == FILTER_DUE || term->key == FILTER_CHANNEL)
            asked |= 1;
        if ((term->key == FILTER_NEXT && term->set != 3) ||
            (term->key == FILTER_PROMISE && term->set == 1))
            asked |= term->set;
    }
    return asked;
}

/* The stages that the conditions leave. */
static unsigned stages_left(const struct search *search)
{
    unsigned left = (1u << STAGE_COUNT) - 1;
    for (size_t i = 0; i < search->count; i++) {
        const struct filter_term *term = search->terms[i].term;
        if (term->key == FILTER_STAGE)
            left &= term->negated ? ~term->set : term->set;
    }
    return left;
}

/* Is nobody of these stages planned a touch? Kept counts say so; when they cannot be
 * read, somebody may be. */
static bool none_planned(struct search *search, unsigned stages)
{
    struct store *store = search->store;
    struct error ignored;
    bool failed = false;
    int64_t planned = 0;
    sqlite3_stmt *s = statement_get(store, STATEMENT_TALLY_GET, &ignored);
    while (statement_next(store, s, &failed, &ignored)) {
        int64_t id = column_number(s, 0); /* 2 * stage, and 1 for those with a touch */
        if (id < TALLY_PENDING && id % 2 == 1 && (stages & 1u << (id / 2)) != 0)
            planned += column_number(s, 1) + store->tally[id];
    }
    return !failed && planned == 0;
}

bool search_reaches(struct search *search, enum need_segment segment)
{
    const unsigned play = 1u << STAGE_LEAD | 1u << STAGE_PROSPECT | 1u << STAGE_CUSTOMER;
    const unsigned out = 1u << STAGE_FORMER | 1u << STAGE_NO;
    unsigned next = asks_next(search), left = stages_left(search);
    switch (segment) {
    case NEED_REST:
        return (left & 1u << STAGE_REST) != 0 &&
               (next != 1 || !none_planned(search, 1u << STAGE_REST));
    case NEED_OUT:
        return (left & out) != 0 && (next != 1 || !none_planned(search, left & out));
    case NEED_WAITING:
        return (left & play) != 0;
    case NEED_NO_NEXT:
        return (left & play) != 0 && next != 1;
    case NEED_QUIET_CUSTOMER:
        return (left & 1u << STAGE_CUSTOMER) != 0 && next != 2;
    case NEED_QUIET_PROSPECT:
        return (left & play & ~(1u << STAGE_CUSTOMER)) != 0 && next != 2;
    default:
        return (left & play) != 0 && next != 2;
    }
}

bool search_values(struct store *store, enum filter_key key, const char *prefix,
                   size_t limit, struct arena *arena, const char ***values, size_t *count,
                   struct error *err)
{
    enum { LOOKED = 400 };
    struct buffer query = {0};
    struct needles needles = needles_of(arena, prefix);
    bool failed = false;
    *values = arena_array(arena, limit, sizeof **values);
    *count = 0;
    sqlite3_stmt *s = statement_get(store, STATEMENT_SEARCH_VALUES, err);
    if (s == NULL || needles.count == 0)
        return s != NULL;
    buffer_add_format(&query, "%s : (", column_of(key));
    needles_query(&needles, &query);
    buffer_add_char(&query, ')');
    bind_text(s, 1, arena_string(arena, buffer_string(&query)));
    bind_number(s, 2, LOOKED);
    buffer_free(&query);
    while (*count < limit && statement_next(store, s, &failed, err)) {
        const char *value = column_text(s, key == FILTER_CITY, arena);
        bool known =
            value == NULL || strncmp(text_fold(arena, value), text_fold(arena, prefix),
                                     strlen(text_fold(arena, prefix))) != 0;
        for (size_t i = 0; !known && i < *count; i++)
            known = text_same_folded(value, (*values)[i]);
        if (!known)
            (*values)[(*count)++] = value;
    }
    statement_end(s);
    return !failed;
}
