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
        (*out)[(*count)++] = (struct linked){.contact_id = column_number(s, 0),
                                             .uuid = column_text(s, 1, arena),
                                             .name = column_text(s, 2, arena)};
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
