/* The changes of a plan made on the desk's records, inside a step. */
#include "take_in_private.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"

static bool make_touch(struct desk *desk, struct arena *arena,
                       const struct absence *absence, const struct change *change,
                       struct error *err)
{
    struct touch touch = {
        .contact_id = absence->contact_id,
        .channel = change->channel,
        .direction = DIRECTION_OUT,
        .purpose = change->purpose,
        .opener = change->opener,
        .draft = change->draft,
        .cause = change->cause,
        .absence_id = absence->id,
        .before_due = {DAY_NONE, MINUTE_NONE},
        .created_utc = desk_now(desk),
        .changed_utc = desk_now(desk),
    };

    desk_set_due(desk, &touch, change->to);
    return touch_insert(desk->store, arena, &touch, err);
}

static bool move_touch(struct desk *desk, struct arena *arena,
                       const struct absence *absence, const struct change *change,
                       struct error *err)
{
    struct touch touch;

    if (!desk_load_touch(desk, change->touch_id, arena, &touch, err))
        return false;
    touch.moved = change->moved;
    touch.before_due =
        change->moved ? change->origin : (struct wall){DAY_NONE, MINUTE_NONE};
    touch.before_opener = change->before_opener;
    touch.absence_id = change->restored ? 0 : absence->id;
    touch.opener = change->opener;
    touch.cause = change->cause;
    if (wall_compare(touch.due, change->to) != 0)
        desk_set_due(desk, &touch, change->to);
    return touch_update(desk->store, &touch, NULL, err);
}

static bool drop_touch(struct desk *desk, struct arena *arena,
                       const struct change *change, struct error *err)
{
    struct touch touch;

    if (!desk_load_touch(desk, change->touch_id, arena, &touch, err))
        return false;
    desk_touch_close(desk, &touch, OUTCOME_DROPPED);
    return touch_update(desk->store, &touch, NULL, err);
}

void desk_return_done(struct touch *touch, int64_t reached_utc)
{
    touch->direction = DIRECTION_IN;
    touch->outcome = OUTCOME_REACHED;
    touch->done_utc = reached_utc;
}

static bool end_return(struct desk *desk, struct arena *arena,
                       const struct change *change, struct error *err)
{
    struct touch touch;

    if (!desk_load_touch(desk, change->touch_id, arena, &touch, err))
        return false;
    desk_return_done(&touch, change->done_utc);
    return touch_update(desk->store, &touch, NULL, err);
}

/* The cover as a contact: known by its mail or number, else made. */
static bool cover_contact(struct desk *desk, struct arena *arena,
                          const struct absence *absence, const struct cover *cover,
                          int64_t *id, struct error *err)
{
    struct point points[2];
    struct contact contact = {.stage = STAGE_LEAD,
                              .company = absence->company,
                              .points = points,
                              .away_until = DAY_NONE};
    int64_t *ids;
    size_t count = 0;

    if (cover->mail != NULL &&
        !contacts_find(desk->store, FIND_MAIL, cover->mail, 1, arena, &ids, &count, err))
        return false;
    if (count == 0 && cover->phone != NULL &&
        !contacts_find(desk->store, FIND_PHONE, cover->phone, 1, arena, &ids, &count,
                       err))
        return false;
    if (count > 0) {
        *id = ids[0];
        return true;
    }
    contact.name = cover->name != NULL   ? cover->name
                   : cover->mail != NULL ? cover->mail
                                         : cover->phone;
    if (cover->mail != NULL)
        points[contact.point_count++] = (struct point){POINT_MAIL, cover->mail, NULL};
    if (cover->phone != NULL)
        points[contact.point_count++] = (struct point){POINT_PHONE, cover->phone, NULL};
    contact.created_utc = contact.changed_utc = desk_now(desk);
    if (!contact_insert(desk->store, arena, &contact, err))
        return false;
    *id = contact.id;
    return true;
}

/* The matter goes on with the cover, whom the absence does not concern. */
static bool hand_to_cover(struct desk *desk, struct arena *arena,
                          const struct absence *absence, const struct change *change,
                          struct error *err)
{
    struct touch touch;
    struct contact cover;

    if (!desk_load_touch(desk, change->touch_id, arena, &touch, err) ||
        !cover_contact(desk, arena, absence, change->cover, &touch.contact_id, err) ||
        !desk_load_contact(desk, touch.contact_id, arena, &cover, err))
        return false;
    if (cover.do_not_contact)
        return error_set(err, ERROR_FAILED,
                         "%s, who stands in, is marked \"do not contact\"", cover.name);
    touch.absence_id = 0;
    touch.moved = false;
    touch.before_due = (struct wall){DAY_NONE, MINUTE_NONE};
    touch.before_opener = NULL;
    return touch_update(desk->store, &touch, NULL, err) &&
           desk_bring_into_play(desk, cover.id, arena, err);
}

/* What stays as it is goes on with the absence that replaces the one it belonged to. */
static bool adopt_touches(struct desk *desk, struct arena *arena,
                          const struct absence *absence, const struct plan *plan,
                          struct error *err)
{
    for (size_t i = 0; i < plan->adopted_count; i++) {
        struct touch touch;

        if (!desk_load_touch(desk, plan->adopted[i], arena, &touch, err))
            return false;
        touch.absence_id = absence->id;
        if (!touch_update(desk->store, &touch, NULL, err))
            return false;
    }
    return true;
}

int32_t take_in_questions(const struct plan *plan)
{
    int32_t open = 0;

    for (size_t i = 0; i < plan->change_count; i++)
        open += plan->changes[i].kind == CHANGE_ASK;
    return open;
}

bool take_in_apply(struct desk *desk, struct arena *arena, const struct absence *absence,
                   const struct plan *plan, int32_t *questions, struct error *err)
{
    bool done = adopt_touches(desk, arena, absence, plan, err);

    *questions = take_in_questions(plan);
    for (size_t i = 0; done && i < plan->change_count; i++) {
        const struct change *change = &plan->changes[i];

        switch (change->kind) {
        case CHANGE_CREATE:
            done = make_touch(desk, arena, absence, change, err);
            break;
        case CHANGE_MOVE:
            done = move_touch(desk, arena, absence, change, err);
            break;
        case CHANGE_ASK:
            break;
        case CHANGE_COVER:
            done = hand_to_cover(desk, arena, absence, change, err);
            break;
        case CHANGE_DROP:
            done = drop_touch(desk, arena, change, err);
            break;
        case CHANGE_DONE:
            done = end_return(desk, arena, change, err);
            break;
        }
    }
    return done;
}

/* What the play of an absence that was none made is dropped, what it moved goes back; but
 * a promise stands where it was told, and is a person's own from now on (rule 12). */
static bool take_back_touch(struct desk *desk, struct touch *touch, struct error *err)
{
    touch->absence_id = 0;
    if (touch->promise) {
        desk_touch_settle(desk, touch, touch->due);
        touch->cause = CAUSE_HAND;
    } else if (touch->moved) {
        desk_set_due(desk, touch, touch->before_due);
        if (touch->cause == CAUSE_RETURN) {
            touch->cause = CAUSE_HAND;
            touch->opener = touch->before_opener;
        }
        touch->moved = false;
        touch->before_due = (struct wall){DAY_NONE, MINUTE_NONE};
        touch->before_opener = NULL;
    } else if (touch->cause == CAUSE_PLAY || touch->cause == CAUSE_RETURN) {
        desk_touch_close(desk, touch, OUTCOME_DROPPED);
    }
    return touch_update(desk->store, touch, NULL, err);
}

bool take_in_take_back(struct desk *desk, struct arena *arena, int64_t absence_id,
                       struct error *err)
{
    struct touch *touches;
    size_t count;

    if (!touches_of_absence(desk->store, absence_id, arena, &touches, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (touches[i].outcome == OUTCOME_NONE &&
            !take_back_touch(desk, &touches[i], err))
            return false;
    }
    return true;
}
