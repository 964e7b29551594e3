#include "touchbase/store/contacts.h"

#include <string.h>

#include "contacts_read.h"
#include "index_text.h"
#include "rows.h"
#include "settle.h"
#include "touchbase/base/uuid.h"

enum { CONTACT_CELLS = 15, POINT_CELLS = 6 };

static void contact_cells(const struct contact *contact, struct cell cells[CONTACT_CELLS])
{
    const struct cell made[CONTACT_CELLS] = {
        cell_id(contact->id),
        cell_text(contact->uuid),
        cell_text(contact->uid),
        cell_text(contact->name),
        cell_text(contact->given),
        cell_text(contact->family),
        cell_text(contact->company),
        cell_text(contact->title),
        cell_text(contact->city),
        cell_text(contact->zone),
        cell_number(contact->stage),
        cell_number(contact->do_not_contact),
        cell_number(contact->created_utc),
        cell_number(contact->changed_utc),
        cell_text(contact->card),
    };
    memcpy(cells, made, sizeof made);
}

static void point_cells(int64_t id, int64_t contact_id, size_t position,
                        const struct point *point, struct cell cells[POINT_CELLS])
{
    cells[0] = cell_id(id);
    cells[1] = cell_number(contact_id);
    cells[2] = cell_number((int64_t)position);
    cells[3] = cell_number(point->kind);
    cells[4] = cell_text(point->value);
    cells[5] = cell_text(point->label);
}

static bool insert_point(struct store *store, int64_t contact_id, size_t position,
                         const struct point *point, struct error *err)
{
    struct cell cells[POINT_CELLS];
    int64_t id;
    point_cells(0, contact_id, position, point, cells);
    return row_insert(store, TABLE_POINT, cells, &id, err);
}

static bool has_name(const struct contact *contact, struct error *err)
{
    if (contact->name != NULL && contact->name[0] != '\0')
        return true;
    return error_set(err, ERROR_FAILED, "a contact needs a name");
}

bool contact_insert(struct store *store, struct arena *arena, struct contact *contact,
                    struct error *err)
{
    struct cell cells[CONTACT_CELLS];
    if (!store_may_write(store, err) || !has_name(contact, err))
        return false;
    if (contact->uuid == NULL)
        contact->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    contact->id = 0;
    contact_cells(contact, cells);
    if (!row_insert(store, TABLE_CONTACT, cells, &contact->id, err))
        return false;
    for (size_t i = 0; i < contact->point_count; i++) {
        if (!insert_point(store, contact->id, i, &contact->points[i], err))
            return false;
    }
    return settle_new_contact(store, contact, err);
}

/* Makes the stored points those of the record, place by place. */
static bool update_points(struct store *store, const struct contact *contact,
                          bool *changed, struct error *err)
{
    struct point *stored;
    struct cell cells[POINT_CELLS];
    int64_t *ids = NULL;
    size_t count;
    struct arena *arena = arena_create();
    bool good = points_read(store, contact->id, arena, &stored, &ids, &count, err);
    *changed = good && count != contact->point_count;
    for (size_t i = 0; good && i < contact->point_count; i++) {
        bool differs = false;
        if (i >= count) {
            good = insert_point(store, contact->id, i, &contact->points[i], err);
            continue;
        }
        point_cells(ids[i], contact->id, i, &contact->points[i], cells);
        good = row_update(store, TABLE_POINT, cells, &differs, err);
        *changed = *changed || differs;
    }
    for (size_t i = contact->point_count; good && i < count; i++)
        good = row_delete(store, TABLE_POINT, ids[i], err);
    arena_destroy(arena);
    return good;
}

bool contact_update(struct store *store, const struct contact *contact, bool *changed,
                    struct error *err)
{
    struct cell cells[CONTACT_CELLS];
    bool record, points;
    if (!store_may_write(store, err) || !has_name(contact, err))
        return false;
    contact_cells(contact, cells);
    if (!row_update(store, TABLE_CONTACT, cells, &record, err) ||
        !update_points(store, contact, &points, err))
        return false;
    if (points && !record && !row_write(store, TABLE_CONTACT, cells, err))
        return false;
    if (changed != NULL)
        *changed = record || points;
    return true;
}

static bool same_point(struct arena *arena, const struct point *a, const struct point *b)
{
    if (a->kind != b->kind)
        return false;
    const char *left = point_match_key(arena, a->kind, a->value);
    const char *right = point_match_key(arena, b->kind, b->value);
    if (left == NULL || right == NULL)
        return strcmp(a->value, b->value) == 0;
    return a->kind == POINT_PHONE ? point_same_phone(arena, a->value, b->value)
                                  : strcmp(left, right) == 0;
}

bool contact_add_point(struct store *store, int64_t id, const struct point *point,
                       bool *added, struct error *err)
{
    struct point *stored;
    size_t count;
    bool known = false;
    if (!store_may_write(store, err))
        return false;
    struct arena *arena = arena_create();
    bool good = points_read(store, id, arena, &stored, NULL, &count, err);
    for (size_t i = 0; good && i < count; i++)
        known = known || same_point(arena, &stored[i], point);
    if (good && !known)
        good = insert_point(store, id, count, point, err);
    arena_destroy(arena);
    if (good && added != NULL)
        *added = !known;
    return good;
}

bool contacts_count(struct store *store, struct contact_counts *counts, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TALLY_GET, err);
    bool failed = false;
    *counts = (struct contact_counts){0};
    while (statement_next(store, s, &failed, err)) {
        int64_t id = column_number(s, 0);
        if (id < 0 || id >= TALLY_PENDING)
            continue;
        int64_t value = column_number(s, 1) + store->tally[id];
        enum stage stage = (enum stage)(id / 2);
        counts->stages[stage] += value;
        counts->all += value;
        counts->in_play += stage_in_play(stage) ? value : 0;
        counts->no_next += stage_in_play(stage) && id % 2 == 0 ? value : 0;
    }
    return !failed;
}
