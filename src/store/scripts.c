#include "touchbase/store/scripts.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/namings.h"

enum { SCRIPT_CELLS = 9, CHOSEN_FROM = 200 };

static void script_cells(const struct script *script, struct cell cells[SCRIPT_CELLS])
{
    const struct cell made[SCRIPT_CELLS] = {
        cell_id(script->id),
        cell_text(script->uuid),
        cell_id(script->contact_id),
        cell_id(script->touch_id),
        cell_number((int64_t)script->channel),
        cell_text(script->text),
        cell_number(script->retired),
        cell_id(script->used_utc),
        cell_number(script->created_utc),
    };
    memcpy(cells, made, sizeof made);
}

bool script_insert(struct store *store, struct arena *arena, struct script *script,
                   struct error *err)
{
    struct cell cells[SCRIPT_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (script->uuid == NULL)
        script->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    script->id = 0;
    script_cells(script, cells);
    return row_insert(store, TABLE_SCRIPT, cells, &script->id, err);
}

bool script_update(struct store *store, const struct script *script, struct error *err)
{
    struct cell cells[SCRIPT_CELLS];
    bool differs;
    script_cells(script, cells);
    return store_may_write(store, err) &&
           row_update(store, TABLE_SCRIPT, cells, &differs, err);
}

bool script_delete(struct store *store, int64_t id, struct error *err)
{
    return store_may_write(store, err) && mention_drop(store, id, err) &&
           row_delete(store, TABLE_SCRIPT, id, err);
}

/* Columns of SCRIPTS in statement_texts_record.c. */
static bool read_scripts(struct store *store, sqlite3_stmt *s, struct arena *arena,
                         struct script **scripts, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *scripts = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *scripts =
            arena_grow(arena, *scripts, *count, *count + 1, sizeof **scripts, &capacity);
        (*scripts)[(*count)++] =
            (struct script){.id = column_number(s, 0),
                            .uuid = column_text(s, 1, arena),
                            .contact_id = column_number(s, 2),
                            .touch_id = column_number(s, 3),
                            .channel = (enum channel)column_number(s, 4),
                            .text = column_text(s, 5, arena),
                            .retired = column_number(s, 6) != 0,
                            .used_utc = column_number(s, 7),
                            .created_utc = column_number(s, 8)};
    }
    return !failed;
}

static bool read_one(struct store *store, enum statement statement, int64_t id,
                     struct arena *arena, struct script **script, struct error *err)
{
    size_t count;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s != NULL)
        bind_number(s, 1, id);
    return read_scripts(store, s, arena, script, &count, err);
}

bool script_by_id(struct store *store, int64_t id, struct arena *arena,
                  struct script **script, struct error *err)
{
    return read_one(store, STATEMENT_SCRIPT_BY_ID, id, arena, script, err);
}

bool scripts_window(struct store *store, bool retired, int64_t after, size_t limit,
                    struct arena *arena, struct script **scripts, size_t *count,
                    struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SCRIPT_WINDOW, err);
    if (s != NULL) {
        bind_number(s, 1, retired);
        bind_number(s, 2, after);
        bind_number(s, 3, (int64_t)limit);
    }
    return read_scripts(store, s, arena, scripts, count, err);
}

bool scripts_of(struct store *store, int64_t contact_id, size_t limit,
                struct arena *arena, struct script **scripts, size_t *count,
                struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SCRIPTS_OF, err);
    if (s != NULL) {
        bind_number(s, 1, contact_id);
        bind_number(s, 2, (int64_t)limit);
    }
    return read_scripts(store, s, arena, scripts, count, err);
}

bool script_of_touch(struct store *store, int64_t touch_id, struct arena *arena,
                     struct script **script, struct error *err)
{
    return read_one(store, STATEMENT_SCRIPT_OF_TOUCH, touch_id, arena, script, err);
}

static bool settle(struct store *store, const struct script *script,
                   const struct touch *touch, struct error *err)
{
    struct script settled = *script;
    bool used = touch->direction == DIRECTION_OUT && script_is_used(touch->outcome);
    settled.touch_id = used ? touch->id : 0;
    settled.used_utc = used ? touch->done_utc : 0;
    return script_update(store, &settled, err);
}

bool script_follow(struct store *store, const struct touch *touch, struct error *err)
{
    if (touch->outcome == OUTCOME_NONE || touch->outcome == OUTCOME_WRITTEN)
        return true;
    struct arena *arena = arena_create();
    struct script *scripts;
    size_t count;
    bool done =
        scripts_of(store, touch->contact_id, CHOSEN_FROM, arena, &scripts, &count, err);
    const struct script *script =
        done ? script_choose(scripts, count, touch->id, touch->channel) : NULL;
    if (script != NULL)
        done = settle(store, script, touch, err);
    arena_destroy(arena);
    return done;
}
