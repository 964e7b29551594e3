#include "need.h"

#include "touchbase/store/contacts.h"

/* Parts of a mark, in the order of the table's columns. */
enum part { PART_TOMORROW, PART_PROSPECT, PART_CUSTOMER, PART_COUNT };

struct mark {
    int64_t at[PART_COUNT];
};

/* The mark keeps a day behind, so that windows in other zones are served by it too. */
enum { DAY_SECONDS = 86400 };

static bool read_mark(struct store *store, struct mark *mark, struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(store, STATEMENT_NEED_MARK, err);
    if (s == NULL || !statement_row(store, s, &row, err))
        return false;
    for (int i = 0; i < PART_COUNT; i++)
        mark->at[i] = row ? column_number(s, i) : INT64_MAX;
    statement_end(s);
    return true;
}

static struct mark mark_of(const struct need_context *context, int64_t behind)
{
    return (struct mark){{context->tomorrow_utc - behind,
                          context->quiet_prospect_utc - behind,
                          context->quiet_customer_utc - behind}};
}

bool need_is_kept(struct store *store, const struct need_context *context, bool *kept,
                  struct error *err)
{
    struct mark mark, now = mark_of(context, 0);
    *kept = true;
    if (!read_mark(store, &mark, err))
        return false;
    for (int i = 0; i < PART_COUNT; i++)
        *kept = *kept && mark.at[i] <= now.at[i];
    return true;
}

bool need_derive(struct store *store, int64_t contact_id, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_NEED_DERIVE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, contact_id);
    return statement_run(store, s, err);
}

/* How far one part may go at once: to behind `limit` rows, or to its goal. */
static bool next_place(struct store *store, enum part part, int64_t from, int64_t goal,
                       size_t limit, int64_t *place, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_NEED_PLACE + part, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, from);
    bind_number(s, 2, (int64_t)limit);
    if (!statement_number(store, s, goal, place, err))
        return false;
    if (*place <= from) /* more than limit at one moment */
        *place = from + 1;
    if (*place > goal)
        *place = goal;
    return true;
}

static bool move_part(struct store *store, enum part part, int64_t goal, size_t limit,
                      struct mark *mark, struct error *err)
{
    int64_t place;
    if (mark->at[part] >= goal)
        return true;
    if (!next_place(store, part, mark->at[part], goal, limit, &place, err))
        return false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_NEED_MOVE + part, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, mark->at[part]);
    bind_number(s, 2, place);
    mark->at[part] = place;
    return statement_run(store, s, err);
}

static bool write_mark(struct store *store, const struct mark *mark, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_NEED_MARK_SET, err);
    if (s == NULL)
        return false;
    for (int i = 0; i < PART_COUNT; i++)
        bind_number(s, i + 1, mark->at[i]);
    return statement_run(store, s, err);
}

/* A mark ahead of its time (a clock or a floor was set back) serves nobody. */
static bool begin_anew(struct store *store, struct mark *mark, struct error *err)
{
    return statement_once(store, STATEMENT_NEED_RESET_MARK, err) &&
           statement_once(store, STATEMENT_NEED_RESET, err) &&
           read_mark(store, mark, err);
}

static bool move_mark(struct store *store, const struct mark *goal, size_t limit,
                      struct error *err)
{
    struct mark mark;
    bool ahead = false;
    if (!read_mark(store, &mark, err))
        return false;
    for (int i = 0; i < PART_COUNT; i++)
        ahead = ahead || mark.at[i] > goal->at[i] + DAY_SECONDS;
    if (ahead && !begin_anew(store, &mark, err))
        return false;
    for (int i = 0; i < PART_COUNT; i++) {
        if (!move_part(store, (enum part)i, goal->at[i], limit, &mark, err))
            return false;
    }
    return write_mark(store, &mark, err);
}

bool contacts_keep_need(struct store *store, const struct need_context *context,
                        size_t limit, bool *moved, struct error *err)
{
    struct mark mark, goal = mark_of(context, DAY_SECONDS);
    *moved = false;
    if (store->read_only != NULL || store->step.open)
        return true;
    if (!read_mark(store, &mark, err))
        return false;
    for (int i = 0; i < PART_COUNT; i++)
        *moved = *moved || mark.at[i] <= goal.at[i] - DAY_SECONDS ||
                 mark.at[i] > goal.at[i] + DAY_SECONDS;
    if (!*moved)
        return true;
    return transaction_begin(store, err) &&
           transaction_leave(store, true, move_mark(store, &goal, limit, err), err);
}
