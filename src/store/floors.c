#include "touchbase/store/floors.h"

#include <string.h>

#include "connection.h"
#include "touchbase/base/text.h"

/* Are those kept the same, in the same order? */
static bool are_kept(struct store *store, const struct tag_floor *floors, size_t count,
                     struct arena *arena, bool *kept, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TAG_FLOORS, err);
    bool failed = false;
    size_t i = 0;
    *kept = true;
    while (statement_next(store, s, &failed, err)) {
        *kept = *kept && i < count &&
                strcmp(column_text(s, 0, arena), text_fold(arena, floors[i].tag)) == 0 &&
                (column_number(s, 1) != 0) == floors[i].customer &&
                column_number(s, 2) == floors[i].more_days;
        i++;
    }
    *kept = *kept && i == count;
    return !failed;
}

static bool add(struct store *store, const struct tag_floor *floor, struct arena *arena,
                struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TAG_FLOOR_ADD, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, text_fold(arena, floor->tag));
    bind_number(s, 2, floor->customer);
    bind_number(s, 3, floor->more_days);
    return statement_run(store, s, err);
}

/* Whoever bore one of the former tags has the floor of the stage, then who bears one of
 * these has theirs. */
static bool put(struct store *store, const struct tag_floor *floors, size_t count,
                struct arena *arena, struct error *err)
{
    bool good = statement_once(store, STATEMENT_TAG_FLOOR_LEVEL, err) &&
                statement_once(store, STATEMENT_TAG_FLOOR_DERIVE, err) &&
                statement_once(store, STATEMENT_TAG_FLOOR_CLEAR, err);
    for (size_t i = 0; good && i < count; i++)
        good = add(store, &floors[i], arena, err);
    store->kinds |= 1u << RECORD_CONTACT;
    return good && statement_once(store, STATEMENT_TAG_FLOOR_DERIVE, err);
}

bool floors_keep(struct store *store, const struct tag_floor *floors, size_t count,
                 bool *changed, struct error *err)
{
    struct arena *arena = arena_create();
    bool kept = true, good = true;
    if (store->read_only == NULL && !store->step.open)
        good = are_kept(store, floors, count, arena, &kept, err);
    if (good && !kept)
        good = transaction_begin(store, err) &&
               transaction_leave(store, true, put(store, floors, count, arena, err), err);
    *changed = good && !kept;
    arena_destroy(arena);
    return good;
}
