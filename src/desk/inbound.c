/* What reached me (desk/inbound.h). */
#include "touchbase/desk/inbound.h"

#include "take_in_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/answers.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/notes.h"
#include "touchbase/store/touches.h"
#include "touchbase/store/waiting.h"

/* Was that what we talked about? */
static bool is_planned_call(const struct desk *desk, const struct touch *touch)
{
    day_number last = desk_today(desk) + desk->settings.plays.rules.pace_call_days;

    return touch->channel == CHANNEL_CALL && touch->due.day <= last;
}

static bool find_return(struct desk *desk, int64_t contact_id, enum inbound_kind kind,
                        struct arena *arena, struct inbound_offer *out, struct error *err)
{
    const struct touch *found = NULL;
    struct touch *touches;
    size_t count;

    if (!touches_pending_of(desk->store, contact_id, arena, &touches, &count, err))
        return false;
    for (size_t i = 0; i < count && found == NULL; i++) {
        if (touches[i].cause == CAUSE_RETURN && touches[i].absence_id != 0)
            found = &touches[i];
    }
    for (size_t i = 0; i < count && found == NULL && kind == INBOUND_CALL; i++) {
        if (is_planned_call(desk, &touches[i])) {
            found = &touches[i];
            touches[i].absence_id = 0; /* it moved the call, and asks nothing about it */
        }
    }
    out->has_return = found != NULL;
    if (found != NULL)
        out->return_call = *found;
    out->others = count > (found != NULL ? 1 : 0);
    return true;
}

bool desk_inbound_offer(struct desk *desk, int64_t contact_id, enum inbound_kind kind,
                        struct arena *arena, struct inbound_offer *out, struct error *err)
{
    day_number first;

    *out = (struct inbound_offer){0};
    if (kind != INBOUND_MISSED && !find_return(desk, contact_id, kind, arena, out, err))
        return false;
    if (!desk_absence_of(desk, contact_id, arena, &out->absence, &out->away, err))
        return false;
    if (!out->away)
        return true;
    first = out->absence.first_day != DAY_NONE ? out->absence.first_day
                                               : out->absence.received_day;
    out->away = first <= desk_today(desk);
    return true;
}

static int64_t reached_utc(const struct desk *desk, const struct inbound *inbound)
{
    return inbound->reached_utc != 0 ? inbound->reached_utc : desk_now(desk);
}

static bool file_words(struct desk *desk, const struct inbound *inbound, int64_t touch_id,
                       struct arena *arena, struct error *err)
{
    struct note note = {.contact_id = inbound->contact_id,
                        .touch_id = touch_id,
                        .written_utc = reached_utc(desk, inbound)};

    note.text = desk_text_repair(arena, inbound->text);
    if (note.text != NULL)
        return note_file(desk->store, arena, &note, inbound->draft_id, err);
    return inbound->draft_id == 0 || draft_delete(desk->store, inbound->draft_id, err);
}

static bool store_touch(struct desk *desk, const struct inbound *inbound,
                        struct arena *arena, int64_t *id, struct error *err)
{
    struct touch touch = {.contact_id = inbound->contact_id,
                          .cause = CAUSE_HAND,
                          .before_due = {DAY_NONE, MINUTE_NONE},
                          .done_utc = reached_utc(desk, inbound),
                          .created_utc = desk_now(desk),
                          .changed_utc = desk_now(desk)};

    inbound_set(&touch, inbound->kind);
    desk_set_due(desk, &touch, zone_wall(desk_zone(desk), touch.done_utc));
    if (!touch_insert(desk->store, arena, &touch, err))
        return false;
    *id = touch.id;
    return inbound->seconds == 0 ||
           touch_talked(desk->store, touch.id, inbound->seconds, err);
}

static bool end_return(struct desk *desk, struct touch *touch, struct error *err)
{
    if (touch->outcome != OUTCOME_NONE)
        return error_set(err, ERROR_FAILED, "this touch is done already (%s)",
                         outcome_name(touch->outcome));
    desk_return_done(touch, desk_now(desk));
    return touch_update(desk->store, touch, NULL, err);
}

/* The plan, asked anew, knows what is open: so it stands under To confirm. */
static bool list_question(struct desk *desk, int64_t absence_id, struct arena *arena,
                          struct error *err)
{
    struct take_in take_in;
    struct absence record;

    if (!take_in_absence(desk, absence_id, arena, &take_in, err))
        return false;
    if (!take_in_asked_anew(&take_in))
        return true;
    record = *take_in.stored;
    record.questions = take_in_questions(&take_in.plan);
    return absence_update(desk->store, &record, NULL, err);
}

static bool answer_return(struct desk *desk, const struct inbound *inbound,
                          struct arena *arena, struct error *err)
{
    const struct plan_answer keep = {.touch_id = inbound->return_call,
                                     .choice = CHOICE_KEEP,
                                     .question = QUESTION_RETURN};
    struct touch touch;

    if (inbound->answer == INBOUND_RETURN_NONE)
        return true;
    if (!desk_load_touch(desk, inbound->return_call, arena, &touch, err))
        return false;
    if (touch.cause != CAUSE_RETURN || touch.absence_id == 0)
        return inbound->answer != INBOUND_RETURN_DONE || end_return(desk, &touch, err);
    switch (inbound->answer) {
    case INBOUND_RETURN_DONE:
        if (!end_return(desk, &touch, err))
            return false;
        break;
    case INBOUND_RETURN_STAYS:
        if (!answers_remember(desk->store, touch.absence_id, &keep, 1, desk_now(desk),
                              err))
            return false;
        break;
    default:
        break;
    }
    return list_question(desk, touch.absence_id, arena, err);
}

/* A call that was talked over waits for nothing, unless it is not known who it was. */
static bool store_waiting(struct desk *desk, const struct inbound *inbound,
                          int64_t touch_id, struct arena *arena, struct error *err)
{
    struct waiting waiting = {.contact_id = inbound->contact_id,
                              .touch_id = touch_id,
                              .caller = inbound->caller,
                              .kind = inbound->kind,
                              .reached_utc = reached_utc(desk, inbound),
                              .message_id = inbound->message_id};

    if (inbound->contact_id != 0 && inbound->kind == INBOUND_CALL)
        return desk_waiting_answer(desk, inbound->contact_id, arena, err);
    if (inbound->contact_id == 0)
        waiting.text = desk_text_repair(arena, inbound->text);
    return waiting_insert(desk->store, arena, &waiting, err);
}

/* What a touch of theirs brings with it. */
bool desk_inbound_insert(struct desk *desk, const struct inbound *inbound,
                         struct arena *arena, int64_t *id, struct error *err)
{
    return store_touch(desk, inbound, arena, id, err) &&
           file_words(desk, inbound, *id, arena, err) &&
           desk_bring_into_play(desk, inbound->contact_id, arena, err);
}

static bool store_all(struct desk *desk, const struct inbound *inbound,
                      struct arena *arena, int64_t *id, struct error *err)
{
    *id = 0;
    if (inbound->contact_id == 0)
        return store_waiting(desk, inbound, 0, arena, err) &&
               (inbound->draft_id == 0 ||
                draft_delete(desk->store, inbound->draft_id, err));
    if (!desk_inbound_insert(desk, inbound, arena, id, err) ||
        !store_waiting(desk, inbound, *id, arena, err) ||
        !answer_return(desk, inbound, arena, err))
        return false;
    if (inbound->back != 0 && !absence_end_inside(desk, inbound->back, arena, err))
        return false;
    return inbound->next == NULL ||
           desk_touch_insert(desk, inbound->next, arena, NULL, err);
}

bool desk_inbound_store(struct desk *desk, const struct inbound *inbound, int64_t *id,
                        struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact = {.name = inbound->caller != NULL ? inbound->caller
                                                              : "somebody unknown"};
    bool done = inbound->contact_id == 0 ||
                desk_load_contact(desk, inbound->contact_id, arena, &contact, err);

    done = done && desk_step_begin(desk, err, "%s %s", contact.name,
                                   inbound_words(inbound->kind));
    done = done && desk_step_end(desk, store_all(desk, inbound, arena, id, err), err);
    arena_destroy(arena);
    return done;
}
