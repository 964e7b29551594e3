#include "touchbase/store/drafts.h"

#include <unistd.h>

#include "connection.h"
#include "touchbase/base/process_mark.h"

static bool write_draft(struct store *store, enum statement statement,
                        const struct draft *draft, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_id(s, 1, draft->id);
    bind_id(s, 2, draft->contact_id);
    bind_text(s, 3, draft->kind);
    bind_number(s, 4, draft->started_utc);
    bind_text(s, 5, draft->text);
    bind_number(s, 6, draft->cursor);
    bind_number(s, 7, draft->process == getpid() ? process_mark() : draft->process);
    bind_id(s, 8, draft->touch_id);
    bind_text(s, 9, draft->next);
    bind_id(s, 10, draft->script_id);
    bind_number(s, 11, draft->channel);
    bind_text(s, 12, draft->caller);
    store->kinds |= 1u << RECORD_DRAFT;
    return statement_run(store, s, err);
}

static bool save(struct store *store, struct draft *draft, struct error *err)
{
    if (draft->id != 0 && !write_draft(store, STATEMENT_DRAFT_UPDATE, draft, err))
        return false;
    if (draft->id != 0 && sqlite3_changes(store->db) > 0)
        return true;
    draft->id = 0;
    if (!write_draft(store, STATEMENT_DRAFT_INSERT, draft, err))
        return false;
    draft->id = sqlite3_last_insert_rowid(store->db);
    return true;
}

static bool save_once(struct store *store, struct draft *draft, struct error *err)
{
    bool own;
    int64_t id = draft->id;
    if (!transaction_join(store, &own, err))
        return false;
    bool good = transaction_leave(store, own, save(store, draft, err), err);
    if (!good)
        draft->id = id;
    return good;
}

/* What the reserve is kept for: words that are being typed. */
bool draft_save(struct store *store, struct draft *draft, struct error *err)
{
    store->reserve_given = false;
    return save_once(store, draft, err) ||
           (store->reserve_given && save_once(store, draft, err));
}

static bool delete_row(struct store *store, int64_t id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_DRAFT_DELETE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    store->kinds |= 1u << RECORD_DRAFT;
    return statement_run(store, s, err);
}

bool draft_delete(struct store *store, int64_t id, struct error *err)
{
    bool own;
    if (!transaction_join(store, &own, err))
        return false;
    return transaction_leave(store, own, delete_row(store, id, err), err);
}

static bool is_left(const struct draft *draft)
{
    return draft->process != process_mark() && process_mark_is_gone(draft->process);
}

bool drafts_left(struct store *store, struct arena *arena, struct draft **drafts,
                 size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_DRAFT_ALL, err);
    *drafts = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *drafts =
            arena_grow(arena, *drafts, *count, *count + 1, sizeof **drafts, &capacity);
        (*drafts)[*count] = (struct draft){.id = column_number(s, 0),
                                           .contact_id = column_number(s, 1),
                                           .kind = column_text(s, 2, arena),
                                           .started_utc = column_number(s, 3),
                                           .text = column_text(s, 4, arena),
                                           .cursor = column_number(s, 5),
                                           .process = column_number(s, 6),
                                           .touch_id = column_number(s, 7),
                                           .next = column_text(s, 8, arena),
                                           .script_id = column_number(s, 9),
                                           .channel = (int)column_number(s, 10),
                                           .caller = column_text(s, 11, arena)};
        *count += is_left(&(*drafts)[*count]) ? 1 : 0;
    }
    return !failed;
}
