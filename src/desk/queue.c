/* The dial queue (desk/queue.h). */
#include "touchbase/desk/queue.h"

#include <assert.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/model/office.h"
#include "touchbase/store/callees.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"
#include "touchbase/store/waiting.h"

enum { TOUCHES_READ = 1000 };

static const char *const names[] = {
    [QUEUE_MISSED] = "missed",
    [QUEUE_PROMISE] = "promised",
    [QUEUE_CALLBACK] = "call back",
    [QUEUE_RETURN] = "is back",
    [QUEUE_DUE] = "due",
    [QUEUE_QUIET] = "quiet",
};
static_assert(sizeof names / sizeof *names == QUEUE_REASON_COUNT, "a word for each");

const char *queue_reason_name(enum queue_reason reason)
{
    return names[reason];
}

struct queue {
    struct desk *desk;
    struct arena *arena;
    struct need_context need;
    int64_t morning_utc; /* when today began */
    struct queue_entry *rows;
    size_t count;
    size_t open; /* of these not aside */
    size_t enough;
};

static bool has_enough(const struct queue *queue)
{
    return queue->count == QUEUE_MAX || queue->open == queue->enough;
}

static bool has_person(const struct queue *queue, int64_t contact_id)
{
    for (size_t i = 0; i < queue->count; i++) {
        if (queue->rows[i].contact_id == contact_id)
            return true;
    }
    return false;
}

static void add_time(const struct queue *queue, const struct callee *callee,
                     struct queue_entry *entry)
{
    struct error ignored;
    struct zone *zone = callee->zone != NULL ? zone_open(callee->zone, &ignored) : NULL;

    entry->has_zone = zone != NULL;
    if (zone != NULL)
        entry->there = zone_wall(zone, desk_now(queue->desk));
    entry->aside =
        zone != NULL && !office_is_open(queue->desk->settings.office, entry->there);
    zone_close(zone);
}

/* Rule 9: one attempt a day, whatever came of it; a promise is kept all the same. */
static bool is_to_be_called(const struct callee *callee, enum queue_reason reason)
{
    return !callee->do_not_contact && !callee->away &&
           (!callee->called || reason <= QUEUE_PROMISE);
}

/* The first reason somebody is called for is the one that counts. */
static bool add(struct queue *queue, struct queue_entry entry, struct error *err)
{
    struct callee callee;
    bool known;

    if (has_enough(queue) || has_person(queue, entry.contact_id))
        return true;
    if (!callee_by_id(queue->desk->store, entry.contact_id, queue->need.today,
                      queue->morning_utc, queue->arena, &callee, &known, err))
        return false;
    if (!known || !is_to_be_called(&callee, entry.reason))
        return true;
    entry.contact = callee.name;
    entry.company = callee.company;
    add_time(queue, &callee, &entry);
    queue->rows[queue->count++] = entry;
    queue->open += entry.aside ? 0 : 1;
    return true;
}

/* Promises are read for two reasons. */
static bool is_call_for(const struct desk *desk, const struct touch *touch,
                        enum queue_reason reason)
{
    if (touch->channel != CHANNEL_CALL)
        return false;
    return !touch->promise ||
           (desk_promise_fate(desk, touch) == PROMISE_MISSED) == (reason == QUEUE_MISSED);
}

static bool add_calls(struct queue *queue, const struct touch *touches, size_t count,
                      enum queue_reason reason, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct touch *touch = &touches[i];
        const struct queue_entry entry = {.reason = reason,
                                          .contact_id = touch->contact_id,
                                          .touch_id = touch->id,
                                          .due = touch->due,
                                          .words = touch->purpose};

        if (is_call_for(queue->desk, touch, reason) && !add(queue, entry, err))
            return false;
    }
    return true;
}

/* The first touches of a kind, by due, before until_utc. */
typedef bool read_touches(struct store *store, int64_t until_utc, size_t limit,
                          struct arena *arena, struct touch **touches, size_t *count,
                          struct error *err);

static bool read_calls(struct store *store, int64_t until_utc, size_t limit,
                       struct arena *arena, struct touch **touches, size_t *count,
                       struct error *err)
{
    return touches_calls(store, INT64_MIN, until_utc, limit, arena, touches, count, err);
}

/* No more is read than has room; further on only where some of those are not to be
 * called. */
static bool add_due(struct queue *queue, read_touches *read, enum queue_reason reason,
                    struct error *err)
{
    const size_t limits[] = {queue->enough, QUEUE_MAX, TOUCHES_READ};
    for (size_t i = 0; i < sizeof limits / sizeof *limits && !has_enough(queue); i++) {
        struct touch *touches;
        size_t count;

        if (!read(queue->desk->store, queue->need.tomorrow_utc, limits[i], queue->arena,
                  &touches, &count, err) ||
            !add_calls(queue, touches, count, reason, err))
            return false;
        if (count < limits[i])
            break;
    }
    return true;
}

static bool add_waiting(struct queue *queue, struct error *err)
{
    struct waiting *rows;
    size_t count;

    if (has_enough(queue))
        return true;
    if (!waiting_window(queue->desk->store, QUEUE_MAX, queue->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct waiting *waiting = &rows[i];
        const struct queue_entry entry = {
            .reason = QUEUE_CALLBACK,
            .contact_id = waiting->contact_id,
            .due = zone_wall(desk_zone(queue->desk), waiting->reached_utc),
            .words = waiting->text};
        bool rang = waiting->kind == INBOUND_MISSED || waiting->kind == INBOUND_VOICEMAIL;

        if (rang && waiting->contact_id != 0 &&
            waiting->later_utc <= desk_now(queue->desk) && !add(queue, entry, err))
            return false;
    }
    return true;
}

static bool add_quiet(struct queue *queue, struct error *err)
{
    const struct need_key from = {NEED_QUIET_PROSPECT, INT64_MIN, "", 0};
    struct contact_row *rows;
    size_t count;

    if (has_enough(queue))
        return true;
    if (!contacts_window(queue->desk->store, &queue->need, &from, WINDOW_FORWARD,
                         QUEUE_MAX - queue->count, queue->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count && rows[i].key.segment <= NEED_QUIET_CUSTOMER; i++) {
        const struct queue_entry entry = {.reason = QUEUE_QUIET,
                                          .contact_id = rows[i].contact.id,
                                          .due = {DAY_NONE, MINUTE_NONE}};

        if (!add(queue, entry, err))
            return false;
    }
    return true;
}

static size_t copy(const struct queue *queue, bool aside, struct queue_entry *out)
{
    size_t count = 0;

    for (size_t i = 0; i < queue->count; i++) {
        if (queue->rows[i].aside == aside)
            out[count++] = queue->rows[i];
    }
    return count;
}

static bool fill(struct queue *queue, struct error *err)
{
    return add_due(queue, touches_promised, QUEUE_MISSED, err) &&
           add_due(queue, touches_promised, QUEUE_PROMISE, err) &&
           add_waiting(queue, err) &&
           add_due(queue, touches_returns, QUEUE_RETURN, err) &&
           add_due(queue, read_calls, QUEUE_DUE, err) && add_quiet(queue, err);
}

bool desk_queue(struct desk *desk, size_t enough, struct arena *arena,
                struct queue_entry **rows, size_t *count, bool *more, struct error *err)
{
    struct queue queue = {.desk = desk,
                          .arena = arena,
                          .need = desk_need_context(desk),
                          .rows = arena_array(arena, QUEUE_MAX, sizeof *queue.rows),
                          .enough = enough};
    bool looking = desk_look_begin(desk); /* all of one moment */
    bool done;

    zone_utc(desk_zone(desk), (struct wall){desk_today(desk), MINUTE_NONE},
             &queue.morning_utc);
    done = fill(&queue, err);
    if (looking)
        desk_look_end(desk);
    /* Whom nobody reaches now goes behind the others; the order stays. */
    *rows = arena_array(arena, QUEUE_MAX, sizeof **rows);
    *count = copy(&queue, false, *rows);
    *more = queue.count < QUEUE_MAX && queue.open == enough;
    if (!*more)
        *count += copy(&queue, true, *rows + *count);
    return done;
}
