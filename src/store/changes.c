#include "changes.h"

#include <string.h>

#include "touchbase/base/process_mark.h"

bool step_read(sqlite3_stmt *s, struct arena *arena, struct step *step)
{
    *step = (struct step){.id = column_number(s, 0),
                          .label = column_text(s, 1, arena),
                          .window = column_number(s, 2),
                          .origin = (enum step_origin)column_number(s, 3),
                          .state = (enum step_state)column_number(s, 4),
                          .made_utc = column_number(s, 5),
                          .process = column_number(s, 6)};
    return true;
}

bool step_one(struct store *store, enum statement statement, int64_t number,
              struct arena *arena, struct step *step, bool *found, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, number);
    if (!statement_row(store, s, found, err))
        return false;
    if (*found)
        step_read(s, arena, step);
    statement_end(s);
    return true;
}

bool step_by_id(struct store *store, int64_t id, struct arena *arena, struct step *step,
                bool *found, struct error *err)
{
    return step_one(store, STATEMENT_STEP_BY_ID, id, arena, step, found, err);
}

bool step_is_left(const struct store *store, const struct step *step)
{
    if (step->process == process_mark())
        return step->id != store->step.id;
    return process_mark_is_gone(step->process);
}

bool step_set_state(struct store *store, int64_t id, enum step_state state,
                    int64_t progress, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_STATE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_number(s, 2, state);
    bind_number(s, 3, progress);
    bind_number(s, 4, process_mark());
    store->kinds |= 1u << RECORD_STEP;
    return statement_run(store, s, err);
}

static const char *column_image(sqlite3_stmt *s, int column, struct arena *arena,
                                size_t *length)
{
    const void *blob = sqlite3_column_blob(s, column);
    *length = (size_t)sqlite3_column_bytes(s, column);
    return blob == NULL ? NULL : arena_copy(arena, blob, *length);
}

static bool change_read(struct store *store, sqlite3_stmt *s, struct arena *arena,
                        struct change *change, struct error *err)
{
    *change = (struct change){.id = column_number(s, 0),
                              .step_id = column_number(s, 1),
                              .table = (enum table)column_number(s, 2),
                              .operation = (enum operation)column_number(s, 3),
                              .first = column_number(s, 4),
                              .last = column_number(s, 5)};
    change->before = column_image(s, 6, arena, &change->before_length);
    change->after = column_image(s, 7, arena, &change->after_length);
    int64_t sum = image_checksum(change->before, change->before_length, change->after,
                                 change->after_length);
    if (sum == column_number(s, 8) && change->table < TABLE_COUNT)
        return true;
    return error_set(err, ERROR_FAILED, "%s: the history of this step is damaged",
                     store->path);
}

bool change_next(struct store *store, int64_t step_id, int64_t from, bool above,
                 struct arena *arena, struct change *change, bool *found,
                 struct error *err)
{
    enum statement statement = above ? STATEMENT_CHANGE_NEXT : STATEMENT_CHANGE_PREVIOUS;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, step_id);
    bind_number(s, 2, from);
    if (!statement_row(store, s, found, err))
        return false;
    bool good = !*found || change_read(store, s, arena, change, err);
    statement_end(s);
    return good;
}

static const char *table_word(enum table table)
{
    static const char *const words[TABLE_COUNT] = {
        "contact", "contact", "absence", "absence", "absence", "message",     "touch",
        "note",    "link",    "answer",  "absence", "tag",     "call",        "call",
        "item",    "item",    "message", "deal",    "play",    "appointment", "question"};
    return words[table];
}

static bool contact_name(struct store *store, int64_t id, struct arena *arena,
                         const char **name, struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(store, STATEMENT_CONTACT_NAME, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    if (!statement_row(store, s, &row, err))
        return false;
    *name = row ? column_text(s, 0, arena) : NULL;
    statement_end(s);
    return true;
}

/* The contact a row belongs to: its own cell, or that of its absence or touch. */
static bool owner_of(struct store *store, enum table table, const struct cell *cells,
                     struct arena *arena, int64_t *contact, struct error *err)
{
    enum { PARENT_CELL = 1, PARENT_CELL_MESSAGE = 2, CONTACT_CELL = 2 };
    const struct table_info *info = table_info(table);
    struct cell owner[CELLS_MAX];
    enum table parent = table == TABLE_TALK ? TABLE_TOUCH : TABLE_ABSENCE;
    bool found;
    if (info->contact >= 0) {
        *contact = cells[info->contact].number;
        return true;
    }
    int cell = table == TABLE_MESSAGE ? PARENT_CELL_MESSAGE : PARENT_CELL;
    if (!row_load(store, parent, cells[cell].number, arena, owner, &found, err))
        return false;
    *contact = found ? owner[CONTACT_CELL].number : 0;
    return true;
}

bool change_row_words(struct store *store, enum table table, int64_t row,
                      const struct cell *cells, struct arena *arena, const char **words,
                      struct error *err)
{
    enum { NAME_CELL = 3 };
    struct cell stored[CELLS_MAX];
    bool found = false;
    int64_t contact = 0;
    const char *name = NULL;
    if (!row_load(store, table, row, arena, stored, &found, err))
        return false;
    const struct cell *known = found ? stored : cells;
    if (known != NULL && !owner_of(store, table, known, arena, &contact, err))
        return false;
    if (!contact_name(store, contact, arena, &name, err))
        return false;
    if (name == NULL && known != NULL && table == TABLE_CONTACT)
        name = arena_copy(arena, known[NAME_CELL].text, known[NAME_CELL].length);
    const char *joint = table == TABLE_CONTACT || table == TABLE_POINT ? "" : "of ";
    *words = name == NULL
                 ? arena_format(arena, "%s %lld", table_word(table), (long long)row)
                 : arena_format(arena, "%s %s%s", table_word(table), joint, name);
    return true;
}

static bool block(struct store *store, enum table table, int64_t row, const char *label,
                  struct arena *arena, struct undo_report *report, struct error *err)
{
    report->outcome = UNDO_BLOCKED;
    report->later = label;
    return change_row_words(store, table, row, NULL, arena, &report->row, err);
}

/* Rows first to last of a table, changed by another step after this change? */
static bool find_later(struct store *store, const struct change *change, enum table table,
                       int64_t first, int64_t last, struct arena *arena,
                       struct undo_report *report, bool *blocked, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_LATER_CHANGE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, table);
    bind_number(s, 2, first);
    bind_number(s, 3, last);
    bind_number(s, 4, change->id);
    bind_number(s, 5, change->step_id);
    if (!statement_row(store, s, blocked, err))
        return false;
    if (!*blocked)
        return true;
    int64_t row = column_number(s, 0);
    const char *label = column_text(s, 1, arena);
    statement_end(s);
    return block(store, table, row, label, arena, report, err);
}

/* Was a row inserted by another step after this change? */
static bool find_later_insert(struct store *store, const struct change *change,
                              enum table table, int64_t row, struct arena *arena,
                              struct undo_report *report, bool *blocked,
                              struct error *err)
{
    bool found;
    sqlite3_stmt *s = statement_get(store, STATEMENT_LATER_INSERT, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, table);
    bind_number(s, 2, row);
    if (!statement_row(store, s, &found, err))
        return false;
    *blocked = found && column_number(s, 0) >= row && column_number(s, 2) > change->id &&
               column_number(s, 3) != change->step_id &&
               column_number(s, 4) != STEP_UNDONE;
    const char *label = *blocked ? column_text(s, 1, arena) : NULL;
    statement_end(s);
    return !*blocked || block(store, table, row, label, arena, report, err);
}

static enum statement children_of(enum table table)
{
    switch (table) {
    case TABLE_CONTACT:
        return STATEMENT_CHILDREN_CONTACT;
    case TABLE_ABSENCE:
        return STATEMENT_CHILDREN_ABSENCE;
    case TABLE_TOUCH:
        return STATEMENT_CHILDREN_TOUCH;
    case TABLE_ITEM:
        return STATEMENT_CHILDREN_ITEM;
    default:
        return STATEMENT_NONE;
    }
}

/* Does a row that hangs on an inserted one come from a later step? */
static bool find_later_children(struct store *store, const struct change *change,
                                struct arena *arena, struct undo_report *report,
                                bool *blocked, struct error *err)
{
    enum statement children = children_of(change->table);
    if (children == STATEMENT_NONE)
        return true;
    sqlite3_stmt *s = statement_get(store, children, err);
    bool row = s != NULL, good = row;
    if (s == NULL)
        return false;
    bind_number(s, 1, change->first);
    bind_number(s, 2, change->last);
    while (good && row && !*blocked) {
        good = statement_row(store, s, &row, err);
        if (!good || !row)
            break;
        enum table table = (enum table)column_number(s, 0);
        int64_t id = column_number(s, 1);
        good = find_later(store, change, table, id, id, arena, report, blocked, err) &&
               (*blocked ||
                find_later_insert(store, change, table, id, arena, report, blocked, err));
    }
    statement_end(s);
    return good;
}

bool change_is_blocked(struct store *store, const struct change *change,
                       struct arena *arena, struct undo_report *report, bool *blocked,
                       struct error *err)
{
    *blocked = false;
    if (!find_later(store, change, change->table, change->first, change->last, arena,
                    report, blocked, err))
        return false;
    if (*blocked || change->operation != OPERATION_INSERT)
        return true;
    return find_later_children(store, change, arena, report, blocked, err);
}
