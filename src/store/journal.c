#include "journal.h"

#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "settle.h"
#include "spans.h"
#include "touchbase/base/process_mark.h"

enum { STAGE_COLUMN = 10, NEXT_TOUCH_COLUMN = 17 };
enum { TOUCH_DUE_COLUMN = 8, TOUCH_OUTCOME_COLUMN = 14 };
enum {
    ABSENCE_KIND_COLUMN = 7,
    ABSENCE_STATE_COLUMN = 16,
    ABSENCE_QUESTIONS_COLUMN = 18,
    ABSENCE_ORDER_COLUMN = 19
};

typedef int value_getter(sqlite3 *db, int column, sqlite3_value **value);

static sqlite3_value *value_at(sqlite3 *db, value_getter *get, int column)
{
    sqlite3_value *value = NULL;
    return get(db, column, &value) == SQLITE_OK ? value : NULL;
}

static int64_t number_at(sqlite3 *db, value_getter *get, int column)
{
    return sqlite3_value_int64(value_at(db, get, column));
}

static struct cell value_cell(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return cell_number(sqlite3_value_int64(value));
    case SQLITE_TEXT:
        return (struct cell){.type = CELL_TEXT,
                             .text = (const char *)sqlite3_value_text(value),
                             .length = (size_t)sqlite3_value_bytes(value)};
    default:
        return (struct cell){.type = CELL_NULL};
    }
}

static void take_image(sqlite3 *db, const struct table_info *info, value_getter *get,
                       struct buffer *out)
{
    for (int i = 0; i < info->cells; i++) {
        int column = i == info->cells - 1 && info->tail != 0 ? info->tail : i;
        struct cell cell = value_cell(value_at(db, get, column));
        image_add(out, &cell, 1);
    }
}

static void tally_absence(struct store *store, value_getter *get, int64_t by)
{
    int64_t state = number_at(store->db, get, ABSENCE_STATE_COLUMN);
    bool away = state == ABSENCE_FILED &&
                number_at(store->db, get, ABSENCE_KIND_COLUMN) == READING_OOO;
    bool asks = (state == ABSENCE_FILED || state == ABSENCE_ENDED) &&
                number_at(store->db, get, ABSENCE_QUESTIONS_COLUMN) > 0;
    if (away)
        span_add(store, SPAN_AWAY, number_at(store->db, get, ABSENCE_ORDER_COLUMN), by);
    if (asks || state == ABSENCE_PROPOSED)
        span_add(store, SPAN_PROPOSED, 0, by);
}

static void tally_row(struct store *store, int table, value_getter *get, int64_t by)
{
    if (table == TABLE_CONTACT) {
        int64_t stage = number_at(store->db, get, STAGE_COLUMN);
        sqlite3_value *next = value_at(store->db, get, NEXT_TOUCH_COLUMN);
        if (stage >= 0 && stage <= 5)
            store->tally[2 * stage + (sqlite3_value_type(next) != SQLITE_NULL)] += by;
    }
    if (table == TABLE_ABSENCE)
        tally_absence(store, get, by);
    if (table == TABLE_TOUCH && number_at(store->db, get, TOUCH_OUTCOME_COLUMN) == 0) {
        store->tally[TALLY_PENDING] += by;
        span_add(store, SPAN_PENDING,
                 span_of_due(number_at(store->db, get, TOUCH_DUE_COLUMN)), by);
    }
}

/* What must follow a change of this row, for the contact and the row as get shows them.
 */
static void mark_dirty(struct store *store, int table, int64_t row, value_getter *get,
                       bool insert)
{
    const struct table_info *info = table_info((enum table)table);
    int64_t contact = info->contact >= 0 ? number_at(store->db, get, info->contact) : 0;
    if (table == TABLE_CONTACT)
        settle_mark(store, TABLE_CONTACT, row,
                    SETTLE_SEARCH | (insert ? SETTLE_FRESH : SETTLE_TOUCHES));
    else if (table == TABLE_TAG)
        settle_mark(store, TABLE_CONTACT, contact, SETTLE_SEARCH | SETTLE_DERIVE);
    else if (table == TABLE_WAITING)
        settle_mark(store, TABLE_CONTACT, contact, SETTLE_DERIVE);
    else if (table == TABLE_POINT)
        settle_mark(store, TABLE_CONTACT, contact, SETTLE_SEARCH | SETTLE_TOUCHES);
    else if (table == TABLE_TOUCH) {
        settle_mark(store, TABLE_CONTACT, contact, SETTLE_DERIVE);
        settle_mark(store, TABLE_TOUCH, row, SETTLE_IDENTITY);
    } else if (table == TABLE_NOTE || table == TABLE_ABSENCE) {
        settle_mark(store, table, row, SETTLE_SEARCH | (insert ? SETTLE_FRESH : 0));
        settle_mark(store, TABLE_CONTACT, contact, SETTLE_TOUCHES);
    }
    store->kinds |= 1u << info->kind;
    if (table == TABLE_TOUCH || table == TABLE_ABSENCE || table == TABLE_WAITING)
        store->kinds |= 1u << RECORD_CONTACT;
}

/* Folds one change into the row's net change. before and after are taken over. */
static void record(struct store *store, int table, int64_t row, enum operation operation,
                   struct buffer before, struct buffer after)
{
    bool fresh;
    struct row_entry *entry = row_set_entry(&store->changes, table, row, &fresh);
    int was = fresh ? -1 : entry->operation;
    store->changes.bytes += before.length + after.length;
    if (was == -1 || (was == OPERATION_NONE && operation == OPERATION_INSERT))
        entry->operation = (int)operation;
    else if (was == OPERATION_INSERT && operation == OPERATION_DELETE)
        entry->operation = OPERATION_NONE;
    else if (was == OPERATION_UPDATE && operation == OPERATION_DELETE)
        entry->operation = OPERATION_DELETE;
    else if (was == OPERATION_DELETE && operation == OPERATION_INSERT)
        entry->operation = OPERATION_UPDATE;
    if (was == -1) {
        entry->before = before;
        entry->after = after;
        return;
    }
    buffer_free(&before);
    if (entry->operation == OPERATION_UPDATE) {
        buffer_free(&entry->after);
        entry->after = after;
    } else {
        buffer_free(&after);
    }
}

static void on_update(struct store *store, int table, int64_t row)
{
    const struct table_info *info = table_info((enum table)table);
    struct buffer before = {0}, after = {0};
    tally_row(store, table, sqlite3_preupdate_old, -1);
    tally_row(store, table, sqlite3_preupdate_new, 1);
    take_image(store->db, info, sqlite3_preupdate_old, &before);
    take_image(store->db, info, sqlite3_preupdate_new, &after);
    bool same = before.length == after.length &&
                (after.length == 0 || memcmp(before.data, after.data, after.length) == 0);
    if (!same) {
        mark_dirty(store, table, row, sqlite3_preupdate_old, false);
        mark_dirty(store, table, row, sqlite3_preupdate_new, false);
    }
    if (table == TABLE_CONTACT &&
        number_at(store->db, sqlite3_preupdate_old, STAGE_COLUMN) !=
            number_at(store->db, sqlite3_preupdate_new, STAGE_COLUMN))
        settle_mark(store, TABLE_CONTACT, row, SETTLE_DERIVE);
    if (!same && store->journalling) {
        record(store, table, row, OPERATION_UPDATE, before, after);
        return;
    }
    buffer_free(&before);
    buffer_free(&after);
}

static void on_insert(struct store *store, int table, int64_t row)
{
    const struct table_info *info = table_info((enum table)table);
    struct buffer after = {0};
    tally_row(store, table, sqlite3_preupdate_new, 1);
    mark_dirty(store, table, row, sqlite3_preupdate_new, true);
    if (!store->journalling)
        return;
    bool fresh;
    struct row_entry *entry = row_set_entry(&store->changes, table, row, &fresh);
    if (fresh)
        entry->operation = OPERATION_INSERT;
    else {
        take_image(store->db, info, sqlite3_preupdate_new, &after);
        record(store, table, row, OPERATION_INSERT, (struct buffer){0}, after);
    }
}

static void on_delete(struct store *store, int table, int64_t row)
{
    struct buffer before = {0};
    tally_row(store, table, sqlite3_preupdate_old, -1);
    mark_dirty(store, table, row, sqlite3_preupdate_old, false);
    if (!store->journalling)
        return;
    take_image(store->db, table_info((enum table)table), sqlite3_preupdate_old, &before);
    record(store, table, row, OPERATION_DELETE, before, (struct buffer){0});
}

static void on_change(void *data, sqlite3 *db, int operation, const char *schema,
                      const char *name, sqlite3_int64 old_row, sqlite3_int64 new_row)
{
    struct store *store = data;
    int table = table_from_name(name);
    (void)db;
    (void)schema;
    if (table < 0)
        return;
    if (operation == SQLITE_INSERT)
        on_insert(store, table, new_row);
    else if (operation == SQLITE_DELETE)
        on_delete(store, table, old_row);
    else
        on_update(store, table, old_row);
}

void journal_watch(struct store *store)
{
    sqlite3_preupdate_hook(store->db, on_change, store);
}

static bool counts(const struct row_entry *entry)
{
    if (entry->operation != OPERATION_UPDATE)
        return entry->operation != OPERATION_NONE;
    return entry->before.length != entry->after.length ||
           memcmp(entry->before.data, entry->after.data, entry->before.length) != 0;
}

bool journal_is_empty(const struct store *store)
{
    for (size_t i = 0; i < store->changes.count; i++) {
        if (counts(&store->changes.entries[i]))
            return false;
    }
    return true;
}

/* Inserts, parents first; updates; deletes, children first: backwards it is a good order
 * too. */
static int compare_entries(const void *left, const void *right)
{
    const struct row_entry *a = *(const struct row_entry *const *)left;
    const struct row_entry *b = *(const struct row_entry *const *)right;
    if (a->operation != b->operation)
        return a->operation < b->operation ? -1 : 1;
    if (a->table != b->table)
        return (a->table < b->table) == (a->operation != OPERATION_DELETE) ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static void bind_image(sqlite3_stmt *s, int index, const struct buffer *image)
{
    if (image->length > 0)
        sqlite3_bind_blob64(s, index, image->data, image->length, SQLITE_STATIC);
}

static bool write_change(struct store *store, const struct row_entry *entry, int64_t last,
                         struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_CHANGE_INSERT, err);
    if (s == NULL)
        return false;
    bool images = entry->operation != OPERATION_INSERT;
    bind_number(s, 1, store->step.id);
    bind_number(s, 2, entry->table);
    bind_number(s, 3, entry->operation);
    bind_number(s, 4, entry->row);
    bind_number(s, 5, last);
    if (images) {
        bind_image(s, 6, &entry->before);
        bind_image(s, 7, &entry->after);
    }
    bind_number(s, 8,
                images ? image_checksum(entry->before.data, entry->before.length,
                                        entry->after.data, entry->after.length)
                       : image_checksum(NULL, 0, NULL, 0));
    return statement_run(store, s, err);
}

static bool write_sorted(struct store *store, struct row_entry **sorted, size_t count,
                         struct error *err)
{
    for (size_t i = 0; i < count;) {
        const struct row_entry *first = sorted[i];
        int64_t last = first->row;
        for (i++; i < count && first->operation == OPERATION_INSERT; i++) {
            bool joins = sorted[i]->operation == OPERATION_INSERT &&
                         sorted[i]->table == first->table && sorted[i]->row == last + 1 &&
                         last - first->row < JOURNAL_RANGE - 1;
            if (!joins)
                break;
            last++;
        }
        if (!write_change(store, first, last, err))
            return false;
    }
    return true;
}

static bool write_step(struct store *store, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_INSERT, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, store->step.label);
    bind_number(s, 2, store->step.window);
    bind_number(s, 3, store->step.origin);
    bind_number(s, 4, STEP_OPEN);
    bind_number(s, 5, store->now_utc);
    bind_number(s, 6, process_mark());
    if (!statement_run(store, s, err))
        return false;
    store->step.id = sqlite3_last_insert_rowid(store->db);
    return true;
}

bool journal_write(struct store *store, struct error *err)
{
    struct row_set *changes = &store->changes;
    if (journal_is_empty(store)) {
        row_set_clear(changes);
        return true;
    }
    if (store->step.id == 0 && !write_step(store, err))
        return false;
    struct row_entry **sorted = memory_alloc(changes->count * sizeof(struct row_entry *));
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        if (counts(&changes->entries[i]))
            sorted[count++] = &changes->entries[i];
    }
    qsort(sorted, count, sizeof(struct row_entry *), compare_entries);
    bool good = write_sorted(store, sorted, count, err);
    free(sorted);
    store->kinds |= 1u << RECORD_STEP;
    row_set_clear(changes);
    return good;
}
