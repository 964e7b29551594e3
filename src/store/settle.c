#include "settle.h"

#include "index_text.h"
#include "need.h"
#include "rows.h"
#include "spans.h"
#include "touchbase/store/tags.h"

enum { NAME_CELL = 3, COMPANY_CELL = 6, TITLE_CELL = 7, CITY_CELL = 8 };
enum {
    SUBJECT_CELL = 6,
    PLACE_CELL = 13,
    WHOSE_CELL = 14,
    VERBATIM_CELL = 19,
    NOTE_TEXT_CELL = 5
};

void settle_mark(struct store *store, int table, int64_t row, unsigned flags)
{
    bool fresh;
    if (row == 0)
        return;
    struct row_entry *entry = row_set_entry(&store->dirty, table, row, &fresh);
    /* Deleted and inserted again: its old index entry still stands. */
    entry->flags |= fresh ? flags : flags & ~(unsigned)SETTLE_FRESH;
}

static void add_point(struct buffer *reach, struct arena *arena, enum point_kind kind,
                      const char *value)
{
    index_words(reach, arena, value);
    if (kind == POINT_PHONE)
        index_phone(reach, arena, value);
}

static bool add_tags(struct store *store, int64_t id, struct buffer *reach,
                     struct error *err)
{
    const char **names;
    size_t count;
    if (!tags_of(store, id, store->settling, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        index_words(reach, store->settling, names[i]);
    return true;
}

static bool add_points(struct store *store, int64_t id, struct buffer *reach,
                       struct error *err)
{
    struct arena *arena = store->settling;
    sqlite3_stmt *s = statement_get(store, STATEMENT_POINTS_OF, err);
    bool failed = false;
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    while (statement_next(store, s, &failed, err))
        add_point(reach, arena, (enum point_kind)column_number(s, 0),
                  column_text(s, 1, arena));
    return !failed;
}

bool settle_contact_words(struct store *store, int64_t id, struct buffer *who,
                          struct buffer *reach, bool *found, struct error *err)
{
    struct cell cells[CELLS_MAX];
    struct arena *arena = store->settling;
    arena_reset(arena);
    bool good = row_load(store, TABLE_CONTACT, id, arena, cells, found, err);
    if (good && *found) {
        index_words(who, arena, cells[NAME_CELL].text);
        index_words(who, arena, cells[COMPANY_CELL].text);
        index_words(reach, arena, cells[TITLE_CELL].text);
        index_words(reach, arena, cells[CITY_CELL].text);
        good = add_points(store, id, reach, err) && add_tags(store, id, reach, err);
    }
    return good;
}

bool settle_text_words(struct store *store, int64_t place, struct buffer *words,
                       bool *found, struct error *err)
{
    struct cell cells[CELLS_MAX];
    struct arena *arena = store->settling;
    arena_reset(arena);
    bool note = place % 2 == 0;
    bool good = row_load(store, note ? TABLE_NOTE : TABLE_ABSENCE, place / 2, arena,
                         cells, found, err);
    if (good && *found && note)
        index_words(words, arena, cells[NOTE_TEXT_CELL].text);
    if (good && *found && !note) {
        index_words(words, arena, cells[SUBJECT_CELL].text);
        index_words(words, arena, cells[PLACE_CELL].text);
        index_words(words, arena, cells[WHOSE_CELL].text);
        index_words(words, arena, cells[VERBATIM_CELL].text);
    }
    return good;
}

static bool delete_entry(struct store *store, enum statement statement, int64_t id,
                         struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return statement_run(store, s, err);
}

static bool insert_entry(struct store *store, enum statement statement, int64_t id,
                         const struct buffer *first, const struct buffer *second,
                         struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_text(s, 2, buffer_string(first));
    if (second != NULL)
        bind_text(s, 3, buffer_string(second));
    return statement_run(store, s, err);
}

static bool index_contact(struct store *store, int64_t id, bool fresh, struct error *err)
{
    struct buffer who = {0}, reach = {0};
    bool found;
    bool good = settle_contact_words(store, id, &who, &reach, &found, err) &&
                (fresh || delete_entry(store, STATEMENT_SEARCH_CONTACT_DELETE, id, err));
    if (good && found)
        good =
            insert_entry(store, STATEMENT_SEARCH_CONTACT_INSERT, id, &who, &reach, err);
    buffer_free(&who);
    buffer_free(&reach);
    return good;
}

bool settle_new_contact(struct store *store, const struct contact *contact,
                        struct error *err)
{
    bool known;
    struct arena *arena = store->settling;
    struct buffer *who = &store->who, *reach = &store->reach;
    arena_reset(arena);
    buffer_clear(who);
    buffer_clear(reach);
    index_words(who, arena, contact->name);
    index_words(who, arena, contact->company);
    index_words(reach, arena, contact->title);
    index_words(reach, arena, contact->city);
    for (size_t i = 0; i < contact->point_count; i++)
        add_point(reach, arena, contact->points[i].kind, contact->points[i].value);
    row_set_entry(&store->dirty, TABLE_CONTACT, contact->id, &known)->flags = 0;
    return insert_entry(store, STATEMENT_SEARCH_CONTACT_INSERT, contact->id, who, reach,
                        err);
}

static bool index_text(struct store *store, int64_t place, bool fresh, struct error *err)
{
    struct buffer words = {0};
    bool found;
    bool good = settle_text_words(store, place, &words, &found, err) &&
                (fresh || delete_entry(store, STATEMENT_SEARCH_TEXT_DELETE, place, err));
    if (good && found)
        good =
            insert_entry(store, STATEMENT_SEARCH_TEXT_INSERT, place, &words, NULL, err);
    buffer_free(&words);
    return good;
}

static bool raise_identity(struct store *store, enum statement statement, int64_t id,
                           struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_number(s, 2, store->now_utc);
    return statement_run(store, s, err);
}

static bool derive_contact(struct store *store, int64_t id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_CONTACT_DERIVE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return statement_run(store, s, err) && need_derive(store, id, err);
}

static bool settle_entry(struct store *store, const struct row_entry *entry,
                         struct error *err)
{
    bool fresh = (entry->flags & SETTLE_FRESH) != 0;
    if ((entry->flags & SETTLE_DERIVE) != 0 && !derive_contact(store, entry->row, err))
        return false;
    if ((entry->flags & SETTLE_IDENTITY) != 0 &&
        !raise_identity(store, STATEMENT_TOUCH_IDENTITY, entry->row, err))
        return false;
    if ((entry->flags & SETTLE_TOUCHES) != 0 &&
        !raise_identity(store, STATEMENT_TOUCH_IDENTITIES, entry->row, err))
        return false;
    if ((entry->flags & SETTLE_SEARCH) == 0)
        return true;
    if (entry->table == TABLE_CONTACT)
        return index_contact(store, entry->row, fresh, err);
    return index_text(store, 2 * entry->row + (entry->table == TABLE_ABSENCE), fresh,
                      err);
}

bool settle(struct store *store, struct error *err)
{
    /* Settling changes derived columns only, which marks nothing, so the set does not
     * grow meanwhile. */
    for (size_t i = 0; i < store->dirty.count; i++) {
        if (!settle_entry(store, &store->dirty.entries[i], err))
            return false;
    }
    row_set_clear(&store->dirty);
    return spans_write(store, err);
}

void settle_mark_contact(struct store *store, int64_t id)
{
    settle_mark(store, TABLE_CONTACT, id, SETTLE_FRESH | SETTLE_SEARCH | SETTLE_DERIVE);
}

void settle_mark_text(struct store *store, int64_t place)
{
    settle_mark(store, place % 2 == 0 ? TABLE_NOTE : TABLE_ABSENCE, place / 2,
                SETTLE_FRESH | SETTLE_SEARCH);
}
