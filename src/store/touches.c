#include "touchbase/store/touches.h"

#include <ctype.h>
#include <string.h>

#include "rows.h"
#include "settle.h"
#include "spans.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/items.h"
#include "touchbase/store/scripts.h"
#include "touches_read.h"

enum { TOUCH_CELLS = 22, PREFIX_LEAST = 6 };

static void touch_cells(const struct touch *touch, struct cell cells[TOUCH_CELLS])
{
    const struct cell made[TOUCH_CELLS] = {
        cell_id(touch->id),
        cell_text(touch->uuid),
        cell_number(touch->contact_id),
        cell_number(touch->channel),
        cell_number(touch->direction),
        cell_day(touch->due.day),
        cell_minute(touch->due.minute),
        cell_text(touch->zone),
        cell_number(touch->due_utc),
        cell_number(touch->done_utc),
        cell_text(touch->purpose),
        cell_text(touch->opener),
        cell_text(touch->draft),
        cell_number(touch->promise),
        cell_number(touch->outcome),
        cell_number(touch->cause),
        cell_id(touch->absence_id),
        cell_number(touch->moved),
        touch->moved ? cell_day(touch->before_due.day) : cell_text(NULL),
        touch->moved ? cell_minute(touch->before_due.minute) : cell_text(NULL),
        cell_text(touch->before_opener),
        cell_number(touch->created_utc),
    };
    memcpy(cells, made, sizeof made);
}

void touch_read(sqlite3_stmt *s, struct arena *arena, struct touch *touch)
{
    *touch = (struct touch){
        .id = column_number(s, 0),
        .uuid = column_text(s, 1, arena),
        .contact_id = column_number(s, 2),
        .channel = (enum channel)column_number(s, 3),
        .direction = (enum direction)column_number(s, 4),
        .due = {column_day(s, 5), column_minute(s, 6)},
        .zone = column_text(s, 7, arena),
        .due_utc = column_number(s, 8),
        .done_utc = column_number(s, 9),
        .purpose = column_text(s, 10, arena),
        .opener = column_text(s, 11, arena),
        .draft = column_text(s, 12, arena),
        .promise = column_number(s, 13) != 0,
        .outcome = (enum outcome)column_number(s, 14),
        .cause = (enum cause)column_number(s, 15),
        .absence_id = column_number(s, 16),
        .moved = column_number(s, 17) != 0,
        .before_due = {column_day(s, 18), column_minute(s, 19)},
        .before_opener = column_text(s, 20, arena),
        .created_utc = column_number(s, 21),
        .contact = column_text(s, 22, arena),
        .contact_uuid = column_text(s, 23, arena),
        .company = column_text(s, 24, arena),
        .sequence = (int32_t)column_number(s, 25),
        .changed_utc = column_number(s, 26),
        .talked = column_number(s, 27),
        .named_id = column_number(s, 28),
        .named_as = (enum naming)column_number(s, 29),
        .series_id = column_number(s, 30),
        .series_day = column_day(s, 31),
        .rule = column_text(s, 32, arena),
    };
}

bool touch_insert(struct store *store, struct arena *arena, struct touch *touch,
                  struct error *err)
{
    struct cell cells[TOUCH_CELLS];
    if (!store_may_write(store, err))
        return false;
    if (touch->uuid == NULL)
        touch->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    touch->id = 0;
    touch_cells(touch, cells);
    return row_insert(store, TABLE_TOUCH, cells, &touch->id, err);
}

bool touch_update(struct store *store, const struct touch *touch, bool *changed,
                  struct error *err)
{
    struct cell cells[TOUCH_CELLS];
    bool differs;
    if (!store_may_write(store, err))
        return false;
    touch_cells(touch, cells);
    if (!row_update(store, TABLE_TOUCH, cells, &differs, err) ||
        (differs &&
         (!gift_follow(store, touch, err) || !script_follow(store, touch, err))))
        return false;
    if (changed != NULL)
        *changed = differs;
    return true;
}

bool touch_talked(struct store *store, int64_t id, int64_t seconds, struct error *err)
{
    const struct cell cells[] = {cell_id(0), cell_number(id), cell_number(seconds)};
    int64_t row;
    return store_may_write(store, err) && row_insert(store, TABLE_TALK, cells, &row, err);
}

static bool read_all(struct store *store, sqlite3_stmt *s, struct arena *arena,
                     struct touch **touches, size_t *count, struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *touches = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *touches =
            arena_grow(arena, *touches, *count, *count + 1, sizeof **touches, &capacity);
        touch_read(s, arena, &(*touches)[(*count)++]);
    }
    return !failed;
}

/* Settles, then readies a statement with up to two numbers. */
static sqlite3_stmt *reader(struct store *store, enum statement statement, int64_t first,
                            int64_t second, struct error *err)
{
    sqlite3_stmt *s = settle(store, err) ? statement_get(store, statement, err) : NULL;
    if (s != NULL) {
        bind_number(s, 1, first);
        bind_number(s, 2, second);
    }
    return s;
}

bool touch_by_id(struct store *store, int64_t id, struct arena *arena,
                 struct touch **touch, struct error *err)
{
    size_t count;
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_BY_ID, id, 0, err);
    return s != NULL && read_all(store, s, arena, touch, &count, err);
}

bool touches_find(struct store *store, const char *prefix, size_t limit,
                  struct arena *arena, struct touch **touches, size_t *count,
                  struct error *err)
{
    *touches = NULL;
    *count = 0;
    if (strlen(prefix) < PREFIX_LEAST ||
        prefix[strspn(prefix, "0123456789abcdefABCDEF-")] != '\0')
        return true;
    char *lower = arena_string(arena, prefix);
    for (char *at = lower; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_FIND, 0, (int64_t)limit, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, lower);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_pending_of(struct store *store, int64_t contact_id, struct arena *arena,
                        struct touch **touches, size_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_PENDING_OF, contact_id, 0, err);
    return s != NULL && read_all(store, s, arena, touches, count, err);
}

bool touches_done_since(struct store *store, int64_t contact_id, int64_t since_utc,
                        struct arena *arena, struct touch **touches, size_t *count,
                        struct error *err)
{
    sqlite3_stmt *s =
        reader(store, STATEMENT_TOUCH_DONE_SINCE, contact_id, since_utc, err);
    return s != NULL && read_all(store, s, arena, touches, count, err);
}

bool touches_of_absence(struct store *store, int64_t absence_id, struct arena *arena,
                        struct touch **touches, size_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_OF_ABSENCE, absence_id, 0, err);
    return s != NULL && read_all(store, s, arena, touches, count, err);
}

bool touches_window(struct store *store, const struct row_key *from,
                    enum window_direction direction, size_t limit, struct arena *arena,
                    struct touch **touches, size_t *count, struct error *err)
{
    bool backward = direction == WINDOW_BACKWARD;
    int64_t end = backward ? INT64_MAX : INT64_MIN;
    sqlite3_stmt *s =
        reader(store,
               STATEMENT_TOUCH_WINDOW + (backward       ? 1
                                         : from == NULL ? 2
                                                        : 0),
               from != NULL ? from->number : end, from != NULL ? from->id : end, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_until(struct store *store, int64_t until_utc, const struct row_key *from,
                   size_t limit, struct arena *arena, struct touch **touches,
                   size_t *count, struct error *err)
{
    sqlite3_stmt *s =
        reader(store, STATEMENT_TOUCH_UNTIL, from != NULL ? from->number : INT64_MIN,
               from != NULL ? from->id : INT64_MIN, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, until_utc);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_ringing(struct store *store, int64_t after_utc, int64_t until_utc,
                     int64_t lead_seconds, size_t limit, struct arena *arena,
                     struct touch **touches, size_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_RINGING, after_utc, until_utc, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, lead_seconds);
    return read_all(store, s, arena, touches, count, err);
}

struct row_key touch_key(const struct touch *touch)
{
    return (struct row_key){touch->due_utc, touch->id};
}

bool touches_count(struct store *store, int64_t *pending, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_TALLY_GET, err);
    bool failed = false;
    *pending = store->tally[TALLY_PENDING];
    while (statement_next(store, s, &failed, err)) {
        if (column_number(s, 0) == TALLY_PENDING)
            *pending += column_number(s, 1);
    }
    return !failed;
}

/* Pending before a time: those of all spans up to the one it falls in, without those
 * behind it there, which are few, since touches are planned at the quarter of an hour. */
static bool count_below(struct store *store, int64_t utc, int64_t *count,
                        struct error *err)
{
    int64_t span = span_of_due(utc), behind = 0;
    bool inside = span * SPAN_SECONDS < utc;
    if (!span_count_below(store, SPAN_PENDING, span + inside, count, err))
        return false;
    if (!inside)
        return true;
    sqlite3_stmt *s = statement_get(store, STATEMENT_TOUCH_COUNT, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, utc);
    bind_number(s, 2, (span + 1) * SPAN_SECONDS);
    if (!statement_number(store, s, 0, &behind, err))
        return false;
    *count -= behind;
    return true;
}

bool touches_count_between(struct store *store, int64_t first_utc, int64_t end_utc,
                           int64_t *count, struct error *err)
{
    int64_t before = 0;
    if (!settle(store, err) || !count_below(store, end_utc, count, err))
        return false;
    if (first_utc != INT64_MIN && !count_below(store, first_utc, &before, err))
        return false;
    *count -= before;
    return true;
}

bool touches_count_up_to(struct store *store, int64_t first_utc, int64_t end_utc,
                         int64_t limit, int64_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_COUNT_UP_TO, first_utc, end_utc, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, limit);
    return statement_number(store, s, 0, count, err);
}

bool touches_post_window(struct store *store, enum outcome outcome,
                         const struct row_key *from, enum window_direction direction,
                         size_t limit, struct arena *arena, struct touch **touches,
                         size_t *count, struct error *err)
{
    bool backward = direction == WINDOW_BACKWARD;
    int64_t end = backward ? INT64_MAX : INT64_MIN;
    sqlite3_stmt *s =
        reader(store, backward ? STATEMENT_TOUCH_POST_BACK : STATEMENT_TOUCH_POST,
               from != NULL ? from->number : end, from != NULL ? from->id : end, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, outcome);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_post_count(struct store *store, enum outcome outcome, int64_t until_utc,
                        int64_t limit, int64_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_POST_COUNT, until_utc, 0, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, limit);
    bind_number(s, 4, outcome);
    return statement_number(store, s, 0, count, err);
}

/* The first that are due before until_utc. */
static bool read_until(struct store *store, enum statement statement, int64_t until_utc,
                       size_t limit, struct arena *arena, struct touch **touches,
                       size_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, statement, until_utc, 0, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_promised(struct store *store, int64_t until_utc, size_t limit,
                      struct arena *arena, struct touch **touches, size_t *count,
                      struct error *err)
{
    return read_until(store, STATEMENT_TOUCH_PROMISED, until_utc, limit, arena, touches,
                      count, err);
}

bool touches_returns(struct store *store, int64_t until_utc, size_t limit,
                     struct arena *arena, struct touch **touches, size_t *count,
                     struct error *err)
{
    return read_until(store, STATEMENT_TOUCH_RETURNS, until_utc, limit, arena, touches,
                      count, err);
}

bool touches_promised_count(struct store *store, int64_t until_utc, int64_t limit,
                            int64_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_PROMISED_COUNT, until_utc, 0, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, limit);
    return statement_number(store, s, 0, count, err);
}

bool touches_missed_count(struct store *store, int64_t timed_utc, int64_t day_utc,
                          int64_t limit, int64_t *count, struct error *err)
{
    sqlite3_stmt *s =
        reader(store, STATEMENT_TOUCH_MISSED_COUNT, timed_utc, day_utc, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, limit);
    return statement_number(store, s, 0, count, err);
}

bool touches_calls(struct store *store, int64_t first_utc, int64_t end_utc, size_t limit,
                   struct arena *arena, struct touch **touches, size_t *count,
                   struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_CALLS, first_utc, end_utc, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, (int64_t)limit);
    return read_all(store, s, arena, touches, count, err);
}

bool touches_calls_count(struct store *store, int64_t first_utc, int64_t end_utc,
                         int64_t limit, int64_t *count, struct error *err)
{
    sqlite3_stmt *s = reader(store, STATEMENT_TOUCH_CALLS_COUNT, first_utc, end_utc, err);
    if (s == NULL)
        return false;
    bind_number(s, 3, limit);
    return statement_number(store, s, 0, count, err);
}
