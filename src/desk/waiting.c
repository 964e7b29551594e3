/* What waits for me (desk/waiting.h). */
#include "touchbase/desk/waiting.h"

#include "desk_private.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/model/office.h"
#include "touchbase/store/waiting.h"

bool desk_waiting(struct desk *desk, size_t limit, struct arena *arena,
                  struct waiting **rows, size_t *count, struct error *err)
{
    return waiting_window(desk->store, limit, arena, rows, count, err);
}

bool desk_waiting_all(struct desk *desk, const struct waiting *row, struct arena *arena,
                      struct waiting **rows, size_t *count, struct error *err)
{
    return waiting_like(desk->store, row, arena, rows, count, err);
}

bool desk_waiting_late(const struct desk *desk, const struct waiting *waiting)
{
    struct wall since = zone_wall(desk_zone(desk), waiting->reached_utc);

    return office_minutes(desk->settings.office, since, desk_wall(desk),
                          desk->settings.holidays) >
           desk->settings.plays.rules.waiting_hours * 60;
}

/* What is done to one of the things a row stands for, inside a step. */
struct change {
    bool (*make)(struct desk *desk, struct waiting *waiting, const struct change *change,
                 struct arena *arena, struct error *err);
    const char *words; /* of the step's label, behind the name */
    enum waiting_state state;
    int64_t later_utc;
    int64_t contact_id;
};

static bool end(struct desk *desk, struct waiting *waiting, const struct change *change,
                struct arena *arena, struct error *err)
{
    (void)arena;
    waiting->state = change->state;
    waiting->answered_utc = desk_now(desk);
    return waiting_update(desk->store, waiting, err);
}

static bool put_off(struct desk *desk, struct waiting *waiting,
                    const struct change *change, struct arena *arena, struct error *err)
{
    (void)arena;
    waiting->later_utc = change->later_utc;
    return waiting_update(desk->store, waiting, err);
}

static bool name(struct desk *desk, struct waiting *waiting, const struct change *change,
                 struct arena *arena, struct error *err)
{
    const struct inbound inbound = {.contact_id = change->contact_id,
                                    .kind = waiting->kind,
                                    .text = waiting->text,
                                    .reached_utc = waiting->reached_utc};

    if (!desk_inbound_insert(desk, &inbound, arena, &waiting->touch_id, err))
        return false;
    waiting->contact_id = change->contact_id;
    if (waiting->kind == INBOUND_CALL) { /* we talked: only the name was missing */
        waiting->state = WAITING_ANSWERED;
        waiting->answered_utc = waiting->reached_utc;
    }
    return waiting_update(desk->store, waiting, err);
}

static bool change_each(struct desk *desk, struct waiting *rows, size_t count,
                        const struct change *change, struct arena *arena,
                        struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!change->make(desk, &rows[i], change, arena, err))
            return false;
    }
    return true;
}

bool desk_waiting_get(struct desk *desk, int64_t id, struct arena *arena,
                      struct waiting *out, struct error *err)
{
    struct waiting *row;

    if (!waiting_by_id(desk->store, id, arena, &row, err))
        return false;
    if (row == NULL || row->state != WAITING_OPEN)
        return error_set(err, ERROR_NOT_FOUND, "nothing waits there any more");
    *out = *row;
    return true;
}

static bool change_row(struct desk *desk, int64_t id, const struct change *change,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct waiting row, *rows;
    size_t count;
    bool done = desk_waiting_get(desk, id, arena, &row, err) &&
                waiting_like(desk->store, &row, arena, &rows, &count, err);

    if (done && change->contact_id != 0 && rows->contact_id != 0)
        done = error_set(err, ERROR_FAILED, "it is %s's already", rows->contact);
    done = done &&
           desk_step_begin(desk, err, "%s %s", waiting_who(rows), change->words) &&
           desk_step_end(desk, change_each(desk, rows, count, change, arena, err), err);
    arena_destroy(arena);
    return done;
}

bool desk_waiting_end(struct desk *desk, int64_t id, enum waiting_state state,
                      struct error *err)
{
    const struct change change = {
        .make = end, .words = waiting_state_name(state), .state = state};

    return change_row(desk, id, &change, err);
}

bool desk_waiting_later(struct desk *desk, int64_t id, struct wall until,
                        struct error *err)
{
    struct change change = {.make = put_off, .words = "put off"};

    zone_utc(desk_zone(desk), until, &change.later_utc);
    return change_row(desk, id, &change, err);
}

bool desk_waiting_name(struct desk *desk, int64_t id, int64_t contact_id,
                       struct error *err)
{
    const struct change change = {
        .make = name, .words = "is named", .contact_id = contact_id};

    return change_row(desk, id, &change, err);
}

bool desk_waiting_answer(struct desk *desk, int64_t contact_id, struct arena *arena,
                         struct error *err)
{
    const struct change change = {.make = end, .state = WAITING_ANSWERED};
    struct waiting *rows;
    size_t count;

    return waiting_of(desk->store, contact_id, arena, &rows, &count, err) &&
           change_each(desk, rows, count, &change, arena, err);
}

void desk_waiting_json(struct json *json, const struct desk *desk,
                       const struct waiting *waiting)
{
    const struct zone *zone = desk_zone(desk);

    json_string(json, "id", waiting->uuid);
    json_string(json, "contact", waiting->contact);
    json_string(json, "contact_id", waiting->contact_uuid);
    json_string(json, "caller", waiting->caller);
    json_string(json, "kind", inbound_name(waiting->kind));
    json_time(json, "at", waiting->reached_utc, zone);
    json_string(json, "text", waiting->text);
    json_number(json, "count", waiting->count);
    json_time(json, "later", waiting->later_utc, zone);
    json_bool(json, "late", desk_waiting_late(desk, waiting));
    json_string(json, "company", waiting->company);
}
