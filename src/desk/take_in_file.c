/* What is taken in becomes records: the absence, and the changes of its plan, in one
 * step. */
#include <string.h>

#include "take_in_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/store/absences.h"
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
    touch.outcome = OUTCOME_DROPPED;
    touch.done_utc = desk_now(desk);
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

static bool hand_to_cover(struct desk *desk, struct arena *arena,
                          const struct absence *absence, const struct change *change,
                          struct error *err)
{
    struct touch touch;

    return desk_load_touch(desk, change->touch_id, arena, &touch, err) &&
           cover_contact(desk, arena, absence, change->cover, &touch.contact_id, err) &&
           touch_update(desk->store, &touch, NULL, err);
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

/* A message was left after the greeting: a call done, its words to come. */
static bool file_voicemail(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct touch touch = {
        .contact_id = take_in->contact.id,
        .channel = CHANNEL_CALL,
        .direction = DIRECTION_OUT,
        .outcome = OUTCOME_VOICEMAIL,
        .purpose = "left a message after the greeting",
        .cause = CAUSE_HAND,
        .before_due = {DAY_NONE, MINUTE_NONE},
        .done_utc = desk_now(desk),
        .created_utc = desk_now(desk),
        .changed_utc = desk_now(desk),
    };

    if (!take_in->message_left)
        return true;
    desk_set_due(desk, &touch, desk_wall(desk));
    return touch_insert(desk->store, take_in->arena, &touch, err);
}

bool take_in_apply(struct desk *desk, struct arena *arena, const struct absence *absence,
                   const struct plan *plan, int32_t *questions, struct error *err)
{
    bool done = adopt_touches(desk, arena, absence, plan, err);

    *questions = 0;
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
            (*questions)++;
            break;
        case CHANGE_COVER:
            done = hand_to_cover(desk, arena, absence, change, err);
            break;
        case CHANGE_DROP:
            done = drop_touch(desk, arena, change, err);
            break;
        }
    }
    return done;
}

static bool add_stranger_contact(struct desk *desk, struct take_in *take_in,
                                 struct error *err)
{
    const struct message_address *from = &take_in->message.from;
    struct point *point = arena_alloc(take_in->arena, sizeof *point);
    struct contact contact = {.stage = STAGE_LEAD, .away_until = DAY_NONE};

    contact.name = from->name != NULL ? from->name : from->mail;
    if (from->mail != NULL) {
        *point = (struct point){POINT_MAIL, from->mail, NULL};
        contact.points = point;
        contact.point_count = 1;
    }
    contact.created_utc = contact.changed_utc = desk_now(desk);
    if (!contact_insert(desk->store, take_in->arena, &contact, err))
        return false;
    take_in->has_contact = true;
    take_in->contact = contact;
    return take_in_weigh(desk, contact.id, take_in, err);
}

/* Does the play run now, or wait for a person? */
static bool starts(const struct take_in *take_in, enum take_in_how how)
{
    return how == TAKE_IN_ACCEPT ||
           (how == TAKE_IN_START && take_in->plan.verdict == PLAN_STARTS);
}

static bool store_record(struct desk *desk, struct take_in *take_in,
                         struct absence *record, struct error *err)
{
    if (record->id == 0)
        return absence_insert(desk->store, take_in->arena, record, err);
    return absence_update(desk->store, record, NULL, err);
}

static bool replace_earlier(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct absence earlier = take_in->earlier;

    earlier.state = ABSENCE_REPLACED;
    earlier.questions = 0;
    return absence_update(desk->store, &earlier, NULL, err);
}

/* Files the absence; its play runs in the same step when it starts. */
static bool file_absence(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                         struct take_in_result *result, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);
    bool waits =
        take_in->plan.verdict == PLAN_STARTS || take_in->plan.verdict == PLAN_PROPOSES;

    result->started = waits && starts(take_in, how);
    record.state = waits && !result->started ? ABSENCE_PROPOSED : ABSENCE_FILED;
    if (!store_record(desk, take_in, &record, err))
        return false;
    if (result->started) {
        if (take_in->state == TAKE_IN_REPLACES && !replace_earlier(desk, take_in, err))
            return false;
        if (!take_in_apply(desk, take_in->arena, &record, &take_in->plan,
                           &record.questions, err))
            return false;
        if (record.questions > 0 && !absence_update(desk->store, &record, NULL, err))
            return false;
    }
    result->filed = true;
    result->questions = record.questions;
    result->absence_id = record.id;
    return file_voicemail(desk, take_in, err) &&
           desk_bring_into_play(desk, record.contact_id, take_in->arena, err);
}

/* The same days once more: the message is remembered, and goes to To confirm's list no
 * more. */
static bool confirm_earlier(struct desk *desk, struct take_in *take_in,
                            struct take_in_result *result, struct error *err)
{
    result->absence_id = take_in->earlier.id;
    return take_in->message.message_id == NULL ||
           message_remember(desk->store, take_in->message.message_id, take_in->earlier.id,
                            desk_now(desk), err);
}

static bool file_inside_step(struct desk *desk, struct take_in *take_in,
                             enum take_in_how how, struct take_in_result *result,
                             struct error *err)
{
    if (take_in->state == TAKE_IN_STRANGER && !add_stranger_contact(desk, take_in, err))
        return false;
    result->state = take_in->state;
    result->contact_id = take_in->contact.id;
    if (take_in->state == TAKE_IN_CONFIRMS)
        return confirm_earlier(desk, take_in, result, err);
    return file_absence(desk, take_in, how, result, err);
}

static const char *who(const struct take_in *take_in)
{
    if (take_in->has_contact)
        return take_in->contact.name;
    if (take_in->message.from.name != NULL)
        return take_in->message.from.name;
    return take_in->message.from.mail != NULL ? take_in->message.from.mail : "somebody";
}

static const char *result_sentence(const struct take_in *take_in,
                                   const struct take_in_result *result)
{
    struct arena *arena = take_in->arena;
    const char *name = who(take_in);

    switch (result->state) {
    case TAKE_IN_OTHER:
        return arena_format(arena, "%s: no absence (%s)", name, take_in->reading.why);
    case TAKE_IN_KNOWN:
        return arena_format(arena, "%s: taken in before", name);
    case TAKE_IN_STRANGER:
        return arena_format(
            arena, "%s <%s> is not on the desk; --add takes them in", name,
            take_in->message.from.mail != NULL ? take_in->message.from.mail
                                               : "no address");
    case TAKE_IN_CONFIRMS:
        return arena_format(arena, "%s: the days on file are confirmed", name);
    default:
        break;
    }
    if (!result->started && take_in->plan.verdict != PLAN_FILED)
        return arena_format(arena, "%s: waits under To confirm (%s)", name,
                            take_in->plan.sentence);
    return arena_format(arena, "%s: %s", name, take_in->plan.sentence);
}

bool take_in_file(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                  bool add_stranger, struct take_in_result *result, struct error *err)
{
    bool nothing = take_in->state == TAKE_IN_OTHER || take_in->state == TAKE_IN_KNOWN ||
                   (take_in->state == TAKE_IN_STRANGER && !add_stranger);

    *result = (struct take_in_result){.state = take_in->state,
                                      .contact_id =
                                          take_in->has_contact ? take_in->contact.id : 0};
    if (!nothing &&
        !(desk_step_begin(desk, err, "absence of %s", who(take_in)) &&
          desk_step_end(desk, file_inside_step(desk, take_in, how, result, err), err)))
        return false;
    result->sentence = result_sentence(take_in, result);
    return true;
}

bool take_in_dismiss(struct desk *desk, struct take_in *take_in, struct error *err)
{
    struct absence record = take_in_record(desk, take_in);
    const char *message_id = take_in->message.message_id;
    bool done;

    if (record.id == 0 && message_id == NULL)
        return true;
    if (!desk_step_begin(desk, err, "no absence of %s", who(take_in)))
        return false;
    record.state = ABSENCE_DISMISSED;
    if (record.id != 0)
        done = absence_update(desk->store, &record, NULL, err);
    else
        done = message_remember(desk->store, message_id, 0, desk_now(desk), err);
    return desk_step_end(desk, done, err);
}
