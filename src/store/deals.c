#include "touchbase/store/deals.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/uuid.h"

enum { DEAL_CELLS = 8, SETTLED_CELLS = 5 };

static void deal_cells(const struct deal *deal, struct cell cells[DEAL_CELLS])
{
    const struct cell made[DEAL_CELLS] = {
        cell_id(deal->id),
        cell_text(deal->uuid),
        cell_id(deal->contact_id),
        cell_number(deal->amount),
        cell_number((int64_t)deal->state),
        cell_number(deal->state_utc),
        cell_id(deal->won_utc),
        cell_number(deal->created_utc),
    };
    memcpy(cells, made, sizeof made);
}

bool deal_insert(struct store *store, struct arena *arena, struct deal *deal,
                 struct error *err)
{
    struct cell cells[DEAL_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (deal->uuid == NULL)
        deal->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    deal->id = 0;
    deal_cells(deal, cells);
    return row_insert(store, TABLE_DEAL, cells, &deal->id, err);
}

bool deal_update(struct store *store, const struct deal *deal, struct error *err)
{
    struct cell cells[DEAL_CELLS];
    bool differs;
    deal_cells(deal, cells);
    return store_may_write(store, err) &&
           row_update(store, TABLE_DEAL, cells, &differs, err);
}

/* Columns of DEALS in statement_texts_record.c. */
static bool read_deals(struct store *store, sqlite3_stmt *s, struct arena *arena,
                       struct deal **deals, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *deals = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *deals = arena_grow(arena, *deals, *count, *count + 1, sizeof **deals, &capacity);
        (*deals)[(*count)++] =
            (struct deal){.id = column_number(s, 0),
                          .uuid = column_text(s, 1, arena),
                          .contact_id = column_number(s, 2),
                          .amount = column_number(s, 3),
                          .state = (enum deal_state)column_number(s, 4),
                          .state_utc = column_number(s, 5),
                          .won_utc = column_number(s, 6),
                          .created_utc = column_number(s, 7),
                          .contact = column_text(s, 8, arena)};
    }
    return !failed;
}

bool deals_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct deal **deals, size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_DEALS_OF, err);
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, (int64_t)limit);
    }
    return read_deals(store, s, arena, deals, count, err);
}

bool deals_since(struct store *store, enum deal_state state, int64_t since_utc,
                 size_t limit, struct arena *arena, struct deal **deals, size_t *count,
                 struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_DEALS_SINCE, err);
    if (s != NULL) {
        bind_number(s, 1, (int64_t)state);
        bind_number(s, 2, since_utc);
        bind_number(s, 3, (int64_t)limit);
    }
    return read_deals(store, s, arena, deals, count, err);
}

bool wins(struct store *store, size_t limit, struct arena *arena, int64_t **touches,
          size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_WINS, err);
    bool failed = false;
    if (s != NULL)
        bind_number(s, 1, (int64_t)limit);
    *touches = arena_array(arena, limit, sizeof **touches);
    *count = 0;
    while (statement_next(store, s, &failed, err))
        (*touches)[(*count)++] = column_number(s, 0);
    return !failed;
}

bool touches_so_far(struct store *store, int64_t contact_id, int64_t now_utc,
                    int64_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TOUCHES_SO_FAR, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    bind_number(s, 2, now_utc);
    return statement_number(store, s, 0, count, err);
}

bool settled_insert(struct store *store, int64_t contact_id, const char *play,
                    int64_t cause_id, int64_t now_utc, struct error *err)
{
    int64_t id;
    const struct cell cells[SETTLED_CELLS] = {
        cell_id(0),           cell_id(contact_id), cell_text(play), cell_number(cause_id),
        cell_number(now_utc),
    };
    return store_may_write(store, err) &&
           row_insert(store, TABLE_SETTLED, cells, &id, err);
}

bool settled_find(struct store *store, int64_t contact_id, const char *play,
                  int64_t cause_id, int64_t *settled_utc, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SETTLED_FIND, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    bind_text(s, 2, play);
    bind_number(s, 3, cause_id);
    return statement_number(store, s, 0, settled_utc, err);
}
