#include "touchbase/store/items.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/uuid.h"

enum { ITEM_CELLS = 11, GIFT_CELLS = 4 };

static void item_cells(const struct item *item, struct cell cells[ITEM_CELLS])
{
    const struct cell made[ITEM_CELLS] = {
        cell_id(item->id),
        cell_text(item->uuid),
        cell_text(item->title),
        cell_text(item->link),
        cell_text(item->topic),
        item->channel == ITEM_ANY_CHANNEL ? cell_text(NULL) : cell_number(item->channel),
        cell_text(item->tags),
        cell_number(item->gain),
        cell_day(item->last_day),
        cell_number(item->retired),
        cell_number(item->created_utc),
    };
    memcpy(cells, made, sizeof made);
}

/* Columns of ITEMS in statement_texts_record.c. */
static void item_get(sqlite3_stmt *s, struct arena *arena, struct item *item)
{
    *item = (struct item){
        .id = column_number(s, 0),
        .uuid = column_text(s, 1, arena),
        .title = column_text(s, 2, arena),
        .link = column_text(s, 3, arena),
        .topic = column_text(s, 4, arena),
        .channel = (int)column_number(s, 5),
        .tags = column_text(s, 6, arena),
        .gain = (enum gain)column_number(s, 7),
        .last_day = column_day(s, 8),
        .retired = column_number(s, 9) != 0,
        .created_utc = column_number(s, 10),
        .given = column_number(s, 11),
    };
}

bool item_insert(struct store *store, struct arena *arena, struct item *item,
                 struct error *err)
{
    struct cell cells[ITEM_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (item->uuid == NULL)
        item->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    item->id = 0;
    item_cells(item, cells);
    return row_insert(store, TABLE_ITEM, cells, &item->id, err);
}

bool item_update(struct store *store, const struct item *item, struct error *err)
{
    struct cell cells[ITEM_CELLS];
    bool differs;
    if (!store_may_write(store, err))
        return false;
    item_cells(item, cells);
    return row_update(store, TABLE_ITEM, cells, &differs, err);
}

static bool read_items(struct store *store, sqlite3_stmt *s, struct arena *arena,
                       struct item **items, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *items = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *items = arena_grow(arena, *items, *count, *count + 1, sizeof **items, &capacity);
        item_get(s, arena, &(*items)[(*count)++]);
    }
    return !failed;
}

bool item_by_id(struct store *store, int64_t id, struct arena *arena, struct item **item,
                struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, STATEMENT_ITEM_BY_ID, err);
    if (s != NULL)
        bind_number(s, 1, id);
    return read_items(store, s, arena, item, &count, err);
}

bool items_window(struct store *store, bool retired, int64_t after, size_t limit,
                  struct arena *arena, struct item **items, size_t *count,
                  struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_ITEM_WINDOW, err);
    if (s != NULL) {
        bind_number(s, 1, retired);
        bind_number(s, 2, after);
        bind_number(s, 3, (int64_t)limit);
    }
    return read_items(store, s, arena, items, count, err);
}

bool items_not_given(struct store *store, int64_t contact_id, day_number today,
                     size_t limit, struct arena *arena, struct item **items,
                     size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_ITEM_NOT_GIVEN, err);
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, today);
        bind_number(s, 3, (int64_t)limit);
    }
    return read_items(store, s, arena, items, count, err);
}

/* The gift that names these two, whichever way the statement asks; 0 when there is none.
 */
static bool find_gift(struct store *store, enum statement statement, int64_t first,
                      int64_t second, int64_t *id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, first);
    bind_number(s, 2, second);
    return statement_number(store, s, 0, id, err);
}

bool gift_insert(struct store *store, int64_t item_id, int64_t contact_id,
                 int64_t touch_id, struct error *err)
{
    int64_t had, id;
    if (!store_may_write(store, err) ||
        !find_gift(store, STATEMENT_GIFT_FIND, contact_id, item_id, &had, err) ||
        !find_gift(store, STATEMENT_GIFT_ASTRAY, touch_id, 0, &id, err))
        return false;
    if (had != 0 && had != id)
        return error_set(err, ERROR_FAILED,
                         "they had this before, and nobody gets the same twice");
    const struct cell cells[GIFT_CELLS] = {cell_id(id), cell_number(item_id),
                                           cell_number(contact_id),
                                           cell_number(touch_id)};
    if (id != 0)
        return row_write(store, TABLE_GIFT, cells, err);
    return row_insert(store, TABLE_GIFT, cells, &id, err);
}

bool gift_pass(struct store *store, int64_t touch_id, int64_t to, struct error *err)
{
    struct arena *arena = arena_create();
    struct cell cells[GIFT_CELLS];
    int64_t id;
    bool had = false;
    bool good = find_gift(store, STATEMENT_GIFT_ASTRAY, touch_id, 0, &id, err) &&
                row_load(store, TABLE_GIFT, id, arena, cells, &had, err);
    if (had) {
        cells[GIFT_CELLS - 1] = cell_number(to);
        good = row_write(store, TABLE_GIFT, cells, err);
    }
    arena_destroy(arena);
    return good;
}

bool gift_of_touch(struct store *store, int64_t touch_id, int64_t *item_id,
                   struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_GIFT_OF_TOUCH, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, touch_id);
    return statement_number(store, s, 0, item_id, err);
}

bool gift_was_had(struct store *store, int64_t contact_id, int64_t item_id, bool *had,
                  struct error *err)
{
    int64_t id;
    if (!find_gift(store, STATEMENT_GIFT_FIND, contact_id, item_id, &id, err))
        return false;
    *had = id != 0;
    return true;
}

bool gift_follow(struct store *store, const struct touch *touch, struct error *err)
{
    bool arrives = item_arrives(touch->outcome), had;
    int64_t id, item;
    if (!find_gift(store, STATEMENT_GIFT_ASTRAY, touch->id,
                   arrives ? touch->contact_id : 0, &id, err))
        return false;
    if (id == 0)
        return true;
    if (!gift_of_touch(store, touch->id, &item, err) ||
        !gift_was_had(store, touch->contact_id, item, &had, err))
        return false;
    if (!arrives || had)
        return row_delete(store, TABLE_GIFT, id, err);
    return gift_insert(store, item, touch->contact_id, touch->id, err);
}

static bool read_gifts(struct store *store, enum statement statement, int64_t id,
                       size_t limit, struct arena *arena, struct gift **gifts,
                       size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, statement, err);
    *gifts = NULL;
    *count = 0;
    if (s != NULL) {
        bind_number(s, 1, id);
        bind_number(s, 2, (int64_t)limit);
    }
    while (statement_next(store, s, &failed, err)) {
        *gifts = arena_grow(arena, *gifts, *count, *count + 1, sizeof **gifts, &capacity);
        (*gifts)[(*count)++] = (struct gift){.item_id = column_number(s, 0),
                                             .title = column_text(s, 1, arena),
                                             .touch_id = column_number(s, 2),
                                             .done_utc = column_number(s, 3),
                                             .due_utc = column_number(s, 4),
                                             .contact = column_text(s, 5, arena)};
    }
    return !failed;
}

bool gifts_of(struct store *store, int64_t contact_id, size_t limit, struct arena *arena,
              struct gift **gifts, size_t *count, struct error *err)
{
    return read_gifts(store, STATEMENT_GIFTS_OF, contact_id, limit, arena, gifts, count,
                      err);
}

bool gifts_of_item(struct store *store, int64_t item_id, size_t limit,
                   struct arena *arena, struct gift **gifts, size_t *count,
                   struct error *err)
{
    return read_gifts(store, STATEMENT_GIFTS_OF_ITEM, item_id, limit, arena, gifts, count,
                      err);
}
