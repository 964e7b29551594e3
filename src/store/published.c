#include "touchbase/store/published.h"

#include "contacts_read.h"
#include "settle.h"
#include "touches_read.h"

/* Columns behind those of the touch. */
enum {
    TITLE_COLUMN = TOUCH_COLUMN_COUNT,
    NOTE_UTC_COLUMN,
    NOTE_TEXT_COLUMN,
    ABSENT_COLUMN,
};

static void published_read(sqlite3_stmt *s, struct arena *arena, struct published *row)
{
    touch_read(s, arena, &row->touch);
    row->contact = (struct contact){.id = row->touch.contact_id,
                                    .name = row->touch.contact,
                                    .company = row->touch.company,
                                    .title = column_text(s, TITLE_COLUMN, arena)};
    row->note = (struct note){.contact_id = row->touch.contact_id,
                              .written_utc = column_number(s, NOTE_UTC_COLUMN),
                              .text = column_text(s, NOTE_TEXT_COLUMN, arena)};
    row->absent = column_number(s, ABSENT_COLUMN) != 0;
}

/* Those of one person stand together and share what they have. */
static bool add_points(struct store *store, struct arena *arena, struct published *rows,
                       size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        struct contact *contact = &rows[i].contact;
        struct point *points;
        if (i > 0 && rows[i - 1].contact.id == contact->id) {
            contact->points = rows[i - 1].contact.points;
            contact->point_count = rows[i - 1].contact.point_count;
            continue;
        }
        if (!points_read(store, contact->id, arena, &points, NULL, &contact->point_count,
                         err))
            return false;
        contact->points = points;
    }
    return true;
}

struct published_key published_key(const struct published *row)
{
    return (struct published_key){row->touch.contact_id, row->touch.due_utc,
                                  row->touch.id};
}

bool published_window(struct store *store, const struct published_key *after,
                      size_t limit, struct arena *arena, struct published **rows,
                      size_t *count, struct error *err)
{
    bool failed = false, looking = store_look_begin(store); /* all of one moment */
    sqlite3_stmt *s =
        settle(store, err) ? statement_get(store, STATEMENT_TOUCH_PUBLISHED, err) : NULL;
    *rows = arena_alloc(arena, limit * sizeof **rows);
    *count = 0;
    if (s != NULL) {
        bind_number(s, 1, after != NULL ? after->contact_id : INT64_MIN);
        bind_number(s, 2, after != NULL ? after->due_utc : 0);
        bind_number(s, 3, (int64_t)limit);
        bind_number(s, 4, after != NULL ? after->id : 0);
    }
    while (statement_next(store, s, &failed, err))
        published_read(s, arena, &(*rows)[(*count)++]);
    bool good = !failed && add_points(store, arena, *rows, *count, err);
    if (looking)
        store_look_end(store);
    return good;
}

bool published_zone(struct store *store, const char *after, struct arena *arena,
                    const char **zone, int64_t *earliest_utc, struct error *err)
{
    sqlite3_stmt *s =
        settle(store, err) ? statement_get(store, STATEMENT_TOUCH_ZONE, err) : NULL;
    bool row;
    *zone = NULL;
    if (s == NULL)
        return false;
    bind_text(s, 1, after);
    if (!statement_row(store, s, &row, err))
        return false;
    if (row) {
        *zone = column_text(s, 0, arena);
        *earliest_utc = column_number(s, 1);
        statement_end(s);
    }
    return true;
}
