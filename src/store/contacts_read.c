#include "contacts_read.h"

#include "settle.h"
#include "touchbase/store/tags.h"

/* Columns of the statements in statement_texts_contact.c. */
enum {
    FOLDED_COLUMN = 15,
    CLOCK_COLUMN,
    LAST_CONTACT_COLUMN,
    NEXT_TOUCH_COLUMN,
    NEXT_DAY_COLUMN,
    NEXT_MINUTE_COLUMN,
    NEXT_UTC_COLUMN,
    AWAY_FROM_COLUMN,
    AWAY_UNTIL_COLUMN,
    NEXT_PROMISE_COLUMN,
    FLOOR_COLUMN,
    WAITS_COLUMN
};

void contact_read(sqlite3_stmt *s, struct arena *arena, struct contact *contact)
{
    *contact = (struct contact){
        .id = column_number(s, 0),
        .uuid = column_text(s, 1, arena),
        .uid = column_text(s, 2, arena),
        .name = column_text(s, 3, arena),
        .given = column_text(s, 4, arena),
        .family = column_text(s, 5, arena),
        .company = column_text(s, 6, arena),
        .title = column_text(s, 7, arena),
        .city = column_text(s, 8, arena),
        .zone = column_text(s, 9, arena),
        .stage = (enum stage)column_number(s, 10),
        .do_not_contact = column_number(s, 11) != 0,
        .created_utc = column_number(s, 12),
        .changed_utc = column_number(s, 13),
        .card = column_text(s, 14, arena),
        .last_contact_utc = column_number(s, LAST_CONTACT_COLUMN),
        .next_touch = column_number(s, NEXT_TOUCH_COLUMN),
        .next_promise = column_number(s, NEXT_PROMISE_COLUMN) != 0,
        .next_due = {column_day(s, NEXT_DAY_COLUMN),
                     column_minute(s, NEXT_MINUTE_COLUMN)},
        .away_from = column_day(s, AWAY_FROM_COLUMN),
        .away_until = column_day(s, AWAY_UNTIL_COLUMN),
        .floor_utc = column_number(s, FLOOR_COLUMN),
        .waits_utc = column_number(s, WAITS_COLUMN),
    };
}

static enum need_segment segment_of(const struct contact *contact, int64_t due,
                                    const struct need_context *context)
{
    bool customer = contact->stage == STAGE_CUSTOMER;
    if (contact->stage == STAGE_REST)
        return NEED_REST;
    if (!stage_in_play(contact->stage))
        return NEED_OUT;
    if (contact->next_touch != 0 && due < context->tomorrow_utc)
        return NEED_DUE;
    if (contact->waits_utc != 0)
        return NEED_WAITING;
    if (contact->next_touch == 0)
        return NEED_NO_NEXT;
    if (contact->floor_utc >=
        (customer ? context->quiet_customer_utc : context->quiet_prospect_utc))
        return NEED_LATER;
    return customer ? NEED_QUIET_CUSTOMER : NEED_QUIET_PROSPECT;
}

void contact_row_read(sqlite3_stmt *s, const struct need_context *context,
                      struct arena *arena, struct contact_row *row)
{
    int64_t due = column_number(s, NEXT_UTC_COLUMN);
    contact_read(s, arena, &row->contact);
    row->key = (struct need_key){.segment = NEED_REST, .text = "", .id = row->contact.id};
    if (context != NULL)
        row->key.segment = segment_of(&row->contact, due, context);
    switch (row->key.segment) {
    case NEED_DUE:
    case NEED_LATER:
        row->key.number = due;
        break;
    case NEED_WAITING:
        row->key.number = row->contact.waits_utc;
        break;
    case NEED_NO_NEXT:
        row->key.number = column_number(s, CLOCK_COLUMN);
        break;
    case NEED_QUIET_PROSPECT:
    case NEED_QUIET_CUSTOMER:
        row->key.number = row->contact.floor_utc;
        break;
    default:
        row->key.text = column_text(s, FOLDED_COLUMN, arena);
    }
}

bool points_read(struct store *store, int64_t id, struct arena *arena,
                 struct point **points, int64_t **ids, size_t *count, struct error *err)
{
    size_t capacity = 0, id_capacity = 0;
    sqlite3_stmt *s = statement_get(store, STATEMENT_POINTS_OF, err);
    bool failed = false;
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    *points = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *points =
            arena_grow(arena, *points, *count, *count + 1, sizeof **points, &capacity);
        (*points)[*count] = (struct point){.kind = (enum point_kind)column_number(s, 0),
                                           .value = column_text(s, 1, arena),
                                           .label = column_text(s, 2, arena)};
        if (ids != NULL) {
            *ids =
                arena_grow(arena, *ids, *count, *count + 1, sizeof **ids, &id_capacity);
            (*ids)[*count] = column_number(s, 3);
        }
        (*count)++;
    }
    return !failed;
}

bool contact_by_id(struct store *store, int64_t id, struct arena *arena,
                   struct contact **contact, struct error *err)
{
    bool row;
    struct point *points;
    *contact = NULL;
    if (!settle(store, err))
        return false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_CONTACT_BY_ID, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    bind_number(s, 4, store->today);
    if (!statement_row(store, s, &row, err))
        return false;
    if (!row)
        return true;
    *contact = arena_alloc(arena, sizeof **contact);
    contact_read(s, arena, *contact);
    statement_end(s);
    if (!points_read(store, id, arena, &points, NULL, &(*contact)->point_count, err))
        return false;
    (*contact)->points = points;
    const char **tags;
    if (!tags_of(store, id, arena, &tags, &(*contact)->tag_count, err))
        return false;
    (*contact)->tags = tags;
    return true;
}
