#include "touchbase/store/links.h"

#include "rows.h"
#include "touchbase/base/uuid.h"

enum { LINK_CELLS = 6 };

bool link_insert(struct store *store, struct arena *arena, struct link *link,
                 struct error *err)
{
    if (!store_may_write(store, err))
        return false;
    if (link->uuid == NULL)
        link->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    const struct cell cells[LINK_CELLS] = {
        cell_id(0),
        cell_text(link->uuid),
        cell_number(link->kind),
        cell_number(link->from_id),
        cell_number(link->to_id),
        cell_number(link->created_utc),
    };
    return row_insert(store, TABLE_LINK, cells, &link->id, err);
}

bool link_delete(struct store *store, int64_t id, struct error *err)
{
    return store_may_write(store, err) && row_delete(store, TABLE_LINK, id, err);
}

bool link_find(struct store *store, const struct link *link, int64_t *id,
               struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_LINK_FIND, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, link->from_id);
    bind_number(s, 2, link->to_id);
    bind_number(s, 3, link->kind);
    return statement_number(store, s, 0, id, err);
}

/* Columns of LINKED in statement_texts_record.c. */
static struct linked linked_get(sqlite3_stmt *s, struct arena *arena)
{
    return (struct linked){.contact_id = column_number(s, 0),
                           .uuid = column_text(s, 1, arena),
                           .name = column_text(s, 2, arena),
                           .company = column_text(s, 3, arena)};
}

static bool read_linked(struct store *store, enum statement statement, int64_t contact_id,
                        struct arena *arena, struct linked **out, size_t *count,
                        struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *out = NULL;
    *count = 0;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    bind_number(s, 2, LINK_SUCCESSOR);
    while (statement_next(store, s, &failed, err)) {
        *out = arena_grow(arena, *out, *count, *count + 1, sizeof **out, &capacity);
        (*out)[(*count)++] = linked_get(s, arena);
    }
    return !failed;
}

bool link_successor(struct store *store, int64_t contact_id, struct arena *arena,
                    struct linked *out, bool *found, struct error *err)
{
    struct linked *rows;
    size_t count;
    *found = false;
    if (!read_linked(store, STATEMENT_LINK_SUCCESSOR, contact_id, arena, &rows, &count,
                     err))
        return false;
    *found = count > 0;
    if (*found)
        *out = rows[0];
    return true;
}

bool link_predecessors(struct store *store, int64_t contact_id, struct arena *arena,
                       struct linked **out, size_t *count, struct error *err)
{
    int64_t any;
    sqlite3_stmt *s = statement_get(store, STATEMENT_LINK_ANY, err);
    *out = NULL;
    *count = 0;
    if (s == NULL)
        return false;
    /* Most have none, and asking that is a hundredth of looking for the whole line. */
    bind_number(s, 1, contact_id);
    bind_number(s, 2, LINK_SUCCESSOR);
    if (!statement_number(store, s, 0, &any, err))
        return false;
    return any == 0 || read_linked(store, STATEMENT_LINK_PREDECESSORS, contact_id, arena,
                                   out, count, err);
}

/* Columns of LINKS_OF in statement_texts_record.c. */
static struct tie tie_get(sqlite3_stmt *s, struct arena *arena)
{
    enum link_kind kind = (enum link_kind)column_number(s, 5);
    bool begins = column_number(s, 6) != 0;
    return (struct tie){.kind = kind,
                        .of =
                            kind != LINK_COLLEAGUE && begins != (kind == LINK_SUCCESSOR),
                        .link_id = column_number(s, 4),
                        .with = linked_get(s, arena)};
}

bool links_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct tie **ties, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_LINKS_OF, err);
    *ties = NULL;
    *count = 0;
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, (int64_t)limit);
    }
    while (statement_next(store, s, &failed, err)) {
        *ties = arena_grow(arena, *ties, *count, *count + 1, sizeof **ties, &capacity);
        (*ties)[(*count)++] = tie_get(s, arena);
    }
    return !failed;
}
