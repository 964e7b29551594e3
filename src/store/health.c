#include "touchbase/store/health.h"

#include <string.h>

#include "connection.h"
#include "settle.h"

struct findings {
    struct arena *arena;
    const char **lines;
    size_t count;
    size_t capacity;
};

static void add_finding(struct findings *findings, const char *line)
{
    findings->lines =
        arena_grow(findings->arena, findings->lines, findings->count, findings->count + 1,
                   sizeof *findings->lines, &findings->capacity);
    findings->lines[findings->count++] = line;
}

/* Each row of a statement as a finding: words, then its columns. */
static bool list_rows(struct store *store, enum statement statement, const char *words,
                      struct findings *findings, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    bool failed = false;
    while (statement_next(store, s, &failed, err)) {
        struct buffer line = {0};
        buffer_add_string(&line, words);
        for (int i = 0; i < sqlite3_column_count(s); i++) {
            const unsigned char *text = sqlite3_column_text(s, i);
            buffer_add_format(&line, " %s", text != NULL ? (const char *)text : "-");
        }
        if (strcmp(line.data, "page check: ok") != 0)
            add_finding(findings, arena_string(findings->arena, line.data));
        buffer_free(&line);
    }
    return !failed;
}

/* The index's own check; a failure is a finding. */
static void check_index(struct store *store, enum statement statement, const char *words,
                        struct findings *findings)
{
    struct error failure;
    if (store->read_only == NULL && !statement_once(store, statement, &failure))
        add_finding(findings, words);
}

static bool number_of(struct store *store, enum statement statement, int64_t *number,
                      struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    return s != NULL && statement_number(store, s, 0, number, err);
}

/* What a damaged index holds may be no text at all. */
static bool column_is(sqlite3_stmt *s, int column, const struct buffer *expected)
{
    const char *text = (const char *)sqlite3_column_text(s, column);
    return text != NULL && strcmp(text, buffer_string(expected)) == 0;
}

/* Compares an index entry with what it should hold; second NULL for one column. */
static bool entry_is(struct store *store, enum statement statement, int64_t id,
                     const struct buffer *first, const struct buffer *second, bool *same,
                     struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    if (!statement_row(store, s, &row, err))
        return false;
    *same = row && column_is(s, 0, first) && (second == NULL || column_is(s, 1, second));
    statement_end(s);
    return true;
}

static bool check_contact_entry(struct store *store, int64_t id,
                                struct findings *findings, struct error *err)
{
    struct buffer who = {0}, reach = {0};
    bool found, same = true;
    bool good =
        settle_contact_words(store, id, &who, &reach, &found, err) &&
        entry_is(store, STATEMENT_SEARCH_CONTACT_GET, id, &who, &reach, &same, err);
    if (good && !same)
        add_finding(findings, arena_format(findings->arena,
                                           "search index: contact %lld is not as "
                                           "it should be",
                                           (long long)id));
    buffer_free(&who);
    buffer_free(&reach);
    return good;
}

static bool check_text_entry(struct store *store, int64_t place,
                             struct findings *findings, struct error *err)
{
    struct buffer words = {0};
    bool found, same = true;
    bool good =
        settle_text_words(store, place, &words, &found, err) &&
        entry_is(store, STATEMENT_SEARCH_TEXT_GET, place, &words, NULL, &same, err);
    if (good && !same)
        add_finding(findings, arena_format(findings->arena,
                                           "search index: %s %lld is not as it should be",
                                           place % 2 == 0 ? "note" : "absence",
                                           (long long)(place / 2)));
    buffer_free(&words);
    return good;
}

typedef bool visitor(struct store *store, int64_t id, struct findings *findings,
                     struct error *err);

/* Calls visit for the number in each row's first column. */
static bool for_each(struct store *store, enum statement statement, visitor *visit,
                     struct findings *findings, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    bool failed = false, good = true;
    while (good && statement_next(store, s, &failed, err))
        good = visit(store, column_number(s, 0), findings, err);
    statement_end(s);
    return good && !failed;
}

static bool check_search(struct store *store, struct findings *findings,
                         struct error *err)
{
    int64_t contacts, texts;
    if (!number_of(store, STATEMENT_SEARCH_CONTACT_EXTRA, &contacts, err) ||
        !number_of(store, STATEMENT_SEARCH_TEXT_EXTRA, &texts, err))
        return false;
    if (contacts + texts > 0)
        add_finding(findings,
                    arena_format(findings->arena,
                                 "search index: %lld entries of records that are gone",
                                 (long long)(contacts + texts)));
    check_index(store, STATEMENT_SEARCH_CONTACT_CHECK,
                "search index: contacts are damaged", findings);
    check_index(store, STATEMENT_SEARCH_TEXT_CHECK,
                "search index: notes and absences are damaged", findings);
    return for_each(store, STATEMENT_CONTACT_ALL, check_contact_entry, findings, err) &&
           for_each(store, STATEMENT_INDEXED_ALL, check_text_entry, findings, err);
}

bool store_check(struct store *store, struct arena *arena, const char ***findings,
                 size_t *count, struct error *err)
{
    struct findings found = {.arena = arena};
    bool good =
        settle(store, err) &&
        list_rows(store, STATEMENT_INTEGRITY, "page check:", &found, err) &&
        list_rows(store, STATEMENT_FOREIGN_KEYS,
                  "a record hangs on one that is not there:", &found, err) &&
        list_rows(store, STATEMENT_CONTACT_STALE,
                  "next touch or last contact is wrong of contact", &found, err) &&
        list_rows(store, STATEMENT_NEED_WRONG, "the order of need is wrong of contact",
                  &found, err) &&
        list_rows(store, STATEMENT_TALLY_WRONG, "a count kept is wrong: number", &found,
                  err) &&
        list_rows(store, STATEMENT_SPAN_WRONG,
                  "a count kept is wrong: kind, level and number", &found, err) &&
        check_search(store, &found, err);
    *findings = found.lines;
    *count = found.count;
    return good;
}

static bool mark_contact(struct store *store, int64_t id, struct findings *findings,
                         struct error *err)
{
    (void)findings;
    (void)err;
    settle_mark_contact(store, id);
    return true;
}

static bool mark_text(struct store *store, int64_t place, struct findings *findings,
                      struct error *err)
{
    (void)findings;
    (void)err;
    settle_mark_text(store, place);
    return true;
}

static bool rebuild(struct store *store, struct error *err)
{
    bool good = statement_once(store, STATEMENT_SEARCH_CONTACT_EMPTY, err) &&
                statement_once(store, STATEMENT_SEARCH_TEXT_EMPTY, err) &&
                for_each(store, STATEMENT_CONTACT_ALL, mark_contact, NULL, err) &&
                for_each(store, STATEMENT_INDEXED_ALL, mark_text, NULL, err) &&
                settle(store, err);
    for (int i = 0; i < TALLY_COUNT; i++)
        store->tally[i] = 0;
    return good && statement_once(store, STATEMENT_TALLY_RESET, err) &&
           statement_once(store, STATEMENT_SPAN_CLEAR, err) &&
           statement_once(store, STATEMENT_SPAN_FILL, err);
}

bool store_rebuild(struct store *store, struct error *err)
{
    if (store->step.open)
        return error_set(err, ERROR_FAILED, "%s: a step is being made", store->path);
    if (!transaction_begin(store, err))
        return false;
    return transaction_leave(store, true, rebuild(store, err), err);
}
