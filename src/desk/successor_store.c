/* A successor named: records, link and touches in one step (desk/successor.h). */
#include <string.h>

#include "successor_private.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/links.h"
#include "touchbase/store/touches.h"

/* The play's touch that asks: a call, or a mail without a draft. */
static bool plays_question(const struct touch *touch)
{
    return touch->cause == CAUSE_PLAY &&
           (touch->channel == CHANNEL_CALL ||
            (touch->channel == CHANNEL_EMAIL && touch->draft == NULL));
}

/* Purposes of the touches that asked, pending or done, of every message that said they
 * left. */
static bool questions_of(struct desk *desk, int64_t left_id, struct arena *arena,
                         const char ***purposes, size_t *count, struct error *err)
{
    struct absence *absences;
    size_t absence_count, capacity = 0;

    *purposes = NULL;
    *count = 0;
    if (!absences_of(desk->store, left_id, arena, &absences, &absence_count, err))
        return false;
    for (size_t i = 0; i < absence_count; i++) {
        struct touch *touches;
        size_t touch_count;

        if (absences[i].kind != READING_LEFT)
            continue;
        if (!touches_of_absence(desk->store, absences[i].id, arena, &touches,
                                &touch_count, err))
            return false;
        for (size_t j = 0; j < touch_count; j++) {
            if (!plays_question(&touches[j]) || touches[j].purpose == NULL)
                continue;
            *purposes = arena_grow(arena, *purposes, *count, *count + 1,
                                   sizeof **purposes, &capacity);
            (*purposes)[(*count)++] = touches[j].purpose;
        }
    }
    return true;
}

bool successor_pending(struct desk *desk, int64_t left_id, struct arena *arena,
                       struct touch **touches, bool **asks, size_t *count,
                       struct error *err)
{
    const char **purposes;
    size_t purpose_count;

    if (!questions_of(desk, left_id, arena, &purposes, &purpose_count, err) ||
        !touches_pending_of(desk->store, left_id, arena, touches, count, err))
        return false;
    *asks = arena_array(arena, *count, sizeof **asks);
    for (size_t i = 0; i < *count; i++) {
        const char *purpose = (*touches)[i].purpose;

        for (size_t j = 0; purpose != NULL && j < purpose_count; j++)
            (*asks)[i] = (*asks)[i] || strcmp(purpose, purposes[j]) == 0;
    }
    return true;
}

static bool end_touches(struct desk *desk, int64_t left_id, int64_t successor_id,
                        int64_t finished, enum outcome outcome, struct arena *arena,
                        struct error *err)
{
    struct touch *touches;
    size_t count;
    bool *asks;
    bool done = successor_pending(desk, left_id, arena, &touches, &asks, &count, err);

    for (size_t i = 0; done && i < count; i++) {
        struct touch *touch = &touches[i];

        if (touch->id == finished || asks[i]) {
            desk_touch_close(desk, touch,
                             touch->id == finished ? outcome : OUTCOME_DROPPED);
        } else if (successor_takes(touch)) {
            done = desk_item_leave(desk, touch, successor_id, arena, err);
            desk_touch_pass(touch, successor_id);
        } else {
            continue;
        }
        done = done && touch_update(desk->store, touch, NULL, err);
    }
    return done;
}

/* What the play asked about their touches is answered. */
static bool end_questions(struct desk *desk, int64_t left_id, struct arena *arena,
                          struct error *err)
{
    struct absence *absences;
    size_t count;
    bool done = absences_of(desk->store, left_id, arena, &absences, &count, err);

    for (size_t i = 0; done && i < count; i++) {
        if (absences[i].kind != READING_LEFT || absences[i].questions == 0)
            continue;
        absences[i].questions = 0;
        done = absence_update(desk->store, &absences[i], NULL, err);
    }
    return done;
}

/* A clear no stays one. */
static bool make_former(struct desk *desk, struct contact *left, struct error *err)
{
    if (left->stage == STAGE_NO)
        return true;
    left->stage = STAGE_FORMER;
    left->changed_utc = desk_now(desk);
    return contact_update(desk->store, left, NULL, err);
}

/* A new record; of a known one only what it lacked, as it stands now. */
static bool store_successor(struct desk *desk, const struct contact *successor,
                            struct arena *arena, int64_t *id, struct error *err)
{
    struct contact record = *successor, stored;
    bool done;

    record.changed_utc = desk_now(desk);
    if (successor->id == 0) {
        record.uuid = NULL;
        record.created_utc = desk_now(desk);
        done = contact_insert(desk->store, arena, &record, err);
        *id = record.id;
        return done;
    }
    *id = successor->id;
    if (!desk_load_contact(desk, *id, arena, &stored, err))
        return false;
    record.points = stored.points;
    record.point_count = stored.point_count;
    done = contact_update(desk->store, &record, NULL, err);
    for (size_t i = 0; done && i < successor->point_count; i++)
        done = contact_add_point(desk->store, *id, &successor->points[i], NULL, err);
    return done;
}

static bool store_all(struct desk *desk, const struct succession *succession,
                      int64_t finished, enum outcome outcome, const struct touch *next,
                      struct arena *arena, int64_t *id, struct error *err)
{
    struct link link = {.kind = LINK_SUCCESSOR,
                        .from_id = succession->left.id,
                        .created_utc = desk_now(desk)};
    struct contact left;
    struct touch planned;

    if (!desk_load_contact(desk, succession->left.id, arena, &left, err) ||
        !successor_allowed(desk, &left, &succession->successor, arena, err) ||
        !store_successor(desk, &succession->successor, arena, id, err))
        return false;
    link.to_id = *id;
    if (!link_insert(desk->store, arena, &link, err) ||
        !end_touches(desk, left.id, *id, finished, outcome, arena, err) ||
        !end_questions(desk, left.id, arena, err) || !make_former(desk, &left, err))
        return false;
    if (next == NULL)
        return true;
    planned = *next;
    planned.contact_id = *id;
    return desk_touch_insert(desk, &planned, arena, NULL, err);
}

bool successor_store(struct desk *desk, const struct succession *succession,
                     const struct touch *next, struct arena *arena, struct error *err)
{
    int64_t id;

    return store_all(desk, succession, 0, OUTCOME_NONE, next, arena, &id, err);
}

bool desk_succession_store(struct desk *desk, const struct succession *succession,
                           int64_t finished, enum outcome outcome,
                           const struct touch *next, int64_t *id, struct error *err)
{
    struct arena *arena = arena_create();
    bool done =
        desk_step_begin(desk, err, "%s took over from %s", succession->successor.name,
                        succession->left.name) &&
        desk_step_end(
            desk, store_all(desk, succession, finished, outcome, next, arena, id, err),
            err);

    arena_destroy(arena);
    return done;
}
