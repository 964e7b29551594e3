/* Touches planned, moved, finished (desk/plan.h). */
#include <string.h>

#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/series.h"
#include "touchbase/model/waiting.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/items.h"
#include "touchbase/store/namings.h"
#include "touchbase/store/touches.h"

enum { FIND_MAX = 2 };

bool desk_load_touch(struct desk *desk, int64_t id, struct arena *arena,
                     struct touch *out, struct error *err)
{
    struct touch *found = NULL;

    if (!touch_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND, "this touch is not on the desk any more");
    *out = *found;
    return true;
}

bool desk_touch_get(struct desk *desk, int64_t id, struct arena *arena, struct touch *out,
                    struct error *err)
{
    return desk_load_touch(desk, id, arena, out, err);
}

bool desk_touch_find(struct desk *desk, const char *word, struct arena *arena,
                     struct touch *out, struct error *err)
{
    struct touch *touches;
    size_t count = 0;

    if (strlen(word) < 6)
        return error_set(
            err, ERROR_USAGE,
            "a touch is named by 6 or more characters of its id: see \"touchbase "
            "due --json\"");
    if (!touches_find(desk->store, word, FIND_MAX, arena, &touches, &count, err))
        return false;
    if (count == 0)
        return error_set(err, ERROR_NOT_FOUND, "there is no touch %s", word);
    if (count > 1)
        return error_set(err, ERROR_AMBIGUOUS,
                         "several touches begin with %s; give more of the id", word);
    *out = touches[0];
    return true;
}

struct touch desk_touch_new(const struct desk *desk, int64_t contact_id)
{
    return (struct touch){.contact_id = contact_id,
                          .direction = DIRECTION_OUT,
                          .cause = CAUSE_HAND,
                          .before_due = {DAY_NONE, MINUTE_NONE},
                          .created_utc = desk_now(desk),
                          .changed_utc = desk_now(desk)};
}

bool desk_may_reach(const struct contact *contact, struct error *err)
{
    return !contact->do_not_contact ||
           error_set(err, ERROR_FAILED,
                     "%s is marked \"do not contact\"; nothing was done", contact->name);
}

/* Inside a step: what goes with a touch, and whom it names. */
static bool bring(struct desk *desk, const struct touch *touch, struct error *err)
{
    return (touch->item_id == 0 || gift_insert(desk->store, touch->item_id,
                                               touch->contact_id, touch->id, err)) &&
           naming_put(desk->store, touch, err);
}

bool desk_touch_insert(struct desk *desk, const struct touch *touch, struct arena *arena,
                       int64_t *id, struct error *err)
{
    struct touch record = *touch;
    struct contact contact;

    record.id = 0;
    record.uuid = NULL;
    if (!desk_load_contact(desk, record.contact_id, arena, &contact, err) ||
        !desk_may_reach(&contact, err) ||
        !touch_insert(desk->store, arena, &record, err) ||
        !desk_series_begin(desk, &record, arena, err) || !bring(desk, &record, err) ||
        !desk_bring_into_play(desk, record.contact_id, arena, err) ||
        !desk_ask_advocate(desk, &record, arena, err))
        return false;
    if (id != NULL)
        *id = record.id;
    return true;
}

bool desk_touch_plan(struct desk *desk, const struct touch *touch, int64_t *id,
                     struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    char due[WALL_TEXT_SIZE];
    bool done = desk_load_contact(desk, touch->contact_id, arena, &contact, err);

    done = done &&
           desk_step_begin(desk, err, "%s with %s on %s", channel_name(touch->channel),
                           contact.name, wall_format(touch->due, due));
    done =
        done && desk_step_end(desk, desk_touch_insert(desk, touch, arena, id, err), err);
    if (done)
        desk_series_tend(desk);
    arena_destroy(arena);
    return done;
}

bool desk_load_pending(struct desk *desk, int64_t id, struct arena *arena,
                       struct touch *out, struct error *err)
{
    if (!desk_load_touch(desk, id, arena, out, err))
        return false;
    if (out->outcome != OUTCOME_NONE)
        return error_set(err, ERROR_FAILED, "this touch is done already (%s)",
                         outcome_name(out->outcome));
    return true;
}

/* A person's own day is where it stands from now on, whatever an absence did before. */
void desk_touch_settle(const struct desk *desk, struct touch *touch, struct wall due)
{
    desk_set_due(desk, touch, due);
    touch->moved = false;
    touch->before_due = (struct wall){DAY_NONE, MINUTE_NONE};
    touch->before_opener = NULL;
}

/* A missed promise keeps its place in the timeline, as missed; what it was for is a touch
 * of its own from now on, and what was to go with it goes with that. */
static bool part_from_missed(struct desk *desk, struct touch *missed, struct touch *again,
                             struct arena *arena, struct error *err)
{
    int64_t id;

    again->created_utc = again->changed_utc = desk_now(desk);
    desk_touch_close(desk, missed, OUTCOME_DROPPED);
    return desk_touch_insert(desk, again, arena, &id, err) &&
           (again->item_id != 0 || gift_pass(desk->store, missed->id, id, err)) &&
           touch_update(desk->store, missed, NULL, err);
}

/* Inside a step: a pending touch, as it stands, becomes another. */
static bool put(struct desk *desk, struct touch *stands, struct touch *changed,
                struct arena *arena, struct error *err)
{
    if (wall_compare(stands->due, changed->due) != 0 &&
        desk_promise_fate(desk, stands) == PROMISE_MISSED)
        return part_from_missed(desk, stands, changed, arena, err);
    return touch_update(desk->store, changed, NULL, err) &&
           desk_series_begin(desk, changed, arena, err) && bring(desk, changed, err);
}

bool desk_touch_move_in(struct desk *desk, struct touch *touch, struct wall due,
                        struct arena *arena, struct error *err)
{
    struct touch moved = *touch;

    desk_touch_settle(desk, &moved, due);
    return put(desk, touch, &moved, arena, err);
}

bool desk_touch_move(struct desk *desk, int64_t id, struct wall due, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch;
    bool done = desk_load_pending(desk, id, arena, &touch, err);

    if (done)
        done =
            desk_step_begin(desk, err, "move of %s with %s", channel_name(touch.channel),
                            touch.contact) &&
            desk_step_end(desk, desk_touch_move_in(desk, &touch, due, arena, err), err);
    arena_destroy(arena);
    return done;
}

struct wall desk_later(const struct desk *desk, struct wall due, int days)
{
    day_number today = desk_today(desk);

    return (struct wall){(due.day < today ? today : due.day) + days, due.minute};
}

/* Another rule begins another series with it. */
static void take_rule(struct touch *touch, const struct touch *typed)
{
    if (typed->rule == NULL ||
        (touch->rule != NULL && strcmp(touch->rule, typed->rule) == 0))
        return;
    touch->rule = typed->rule;
    touch->series_id = 0;
}

bool desk_touch_change(struct desk *desk, const struct touch *touch, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch stands, changed;
    bool done = desk_load_pending(desk, touch->id, arena, &stands, err);

    if (done) {
        changed = stands;
        changed.channel = touch->channel;
        if (wall_compare(stands.due, touch->due) != 0)
            desk_touch_settle(desk, &changed, touch->due);
        changed.purpose = touch->purpose;
        changed.opener = touch->opener;
        changed.draft = touch->draft;
        changed.promise = touch->promise;
        changed.item_id = touch->item_id;
        changed.named_id = touch->named_id;
        changed.named_as = touch->named_as;
        take_rule(&changed, touch);
        done = desk_step_begin(desk, err, "change of %s with %s",
                               channel_name(changed.channel), changed.contact) &&
               desk_step_end(desk, put(desk, &stands, &changed, arena, err), err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_touch_open(const struct touch *touch, enum outcome outcome)
{
    return touch->outcome == OUTCOME_NONE ||
           (touch->outcome == OUTCOME_WRITTEN && outcome == OUTCOME_POSTED);
}

void desk_touch_close(const struct desk *desk, struct touch *touch, enum outcome outcome)
{
    touch->direction = DIRECTION_OUT; /* their move was mine to look after */
    touch->outcome = outcome;
    touch->done_utc = desk_now(desk);
}

bool desk_touch_drop(struct desk *desk, int64_t id, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch;
    bool done = desk_load_pending(desk, id, arena, &touch, err);

    done = done &&
           desk_step_begin(desk, err, "drop of %s with %s", channel_name(touch.channel),
                           touch.contact) &&
           desk_step_end(desk, desk_touch_drop_in(desk, &touch, arena, err), err);
    arena_destroy(arena);
    return done;
}

bool desk_touch_next(struct desk *desk, const struct touch *touch, enum outcome outcome,
                     struct arena *arena, struct next_step *out, struct error *err)
{
    struct wall due;
    day_number landing;

    if (!desk_series_next(desk, touch, arena, &due, err) ||
        !desk_landing(desk, touch->contact_id, arena, &landing, err))
        return false;
    if (due.day != DAY_NONE && outcome_is_contact(outcome) &&
        outcome != OUTCOME_DECLINED) {
        next_repeats(arena, desk_repeats(arena, touch), due, out);
        return true;
    }
    next_after(arena, &desk->settings.plays, touch, outcome, desk_today(desk), landing,
               desk->settings.holidays, out);
    if (out->kind != NEXT_TOUCH)
        return true;
    if (!desk_clear_day(desk, touch->contact_id, out->due.day, arena, &landing, err))
        return false;
    if (landing != out->due.day) /* in an absence to come: behind that */
        next_after(arena, &desk->settings.plays, touch, outcome, desk_today(desk),
                   landing, desk->settings.holidays, out);
    return true;
}

/* A clear no ends rule 8's care, inside a step. */
static bool end_in_no(struct desk *desk, int64_t contact_id, struct arena *arena,
                      struct error *err)
{
    struct contact contact;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err))
        return false;
    contact.stage = STAGE_NO;
    contact.changed_utc = desk_now(desk);
    return contact_update(desk->store, &contact, NULL, err);
}

bool desk_touch_end_at(struct desk *desk, struct touch *touch, enum outcome outcome,
                       int64_t done_utc, struct arena *arena, struct error *err)
{
    bool pending = touch->outcome == OUTCOME_NONE;

    desk_touch_close(desk, touch, outcome);
    if (done_utc != 0)
        touch->done_utc = done_utc;
    if (!touch_update(desk->store, touch, NULL, err) ||
        !desk_script_said(desk, touch, arena, err))
        return false;
    if (outcome_answers(outcome) &&
        !desk_waiting_answer(desk, touch->contact_id, arena, err))
        return false;
    if (touch->outcome == OUTCOME_DECLINED &&
        !end_in_no(desk, touch->contact_id, arena, err))
        return false;
    return touch->outcome == OUTCOME_DECLINED ||
           (desk_bring_into_play(desk, touch->contact_id, arena, err) &&
            (!pending || desk_series_go_on(desk, touch, arena, err)));
}

/* Plans what follows a touch that is about to end. An item that does not arrive goes with
 * it, when it is for the same. */
static bool insert_next(struct desk *desk, const struct touch *touch,
                        enum outcome outcome, const struct touch *next,
                        struct arena *arena, struct error *err)
{
    bool same = next->contact_id == touch->contact_id && next->purpose != NULL &&
                touch->purpose != NULL && strcmp(next->purpose, touch->purpose) == 0;
    int64_t id;

    return desk_touch_insert(desk, next, arena, &id, err) &&
           (item_arrives(outcome) || !same || next->item_id != 0 ||
            gift_pass(desk->store, touch->id, id, err));
}

bool desk_touch_end(struct desk *desk, struct touch *touch, enum outcome outcome,
                    int64_t done_utc, const struct touch *next, struct arena *arena,
                    struct error *err)
{
    return (next == NULL || insert_next(desk, touch, outcome, next, arena, err)) &&
           desk_touch_end_at(desk, touch, outcome, done_utc, arena, err);
}

/* Pending, or written and now posted. */
static bool load_open(struct desk *desk, int64_t id, enum outcome outcome,
                      struct arena *arena, struct touch *out, struct error *err)
{
    if (!desk_load_touch(desk, id, arena, out, err))
        return false;
    return desk_touch_open(out, outcome) || desk_load_pending(desk, id, arena, out, err);
}

bool desk_touch_finish(struct desk *desk, int64_t id, enum outcome outcome,
                       const struct touch *next, struct error *err)
{
    struct arena *arena = arena_create();
    struct touch touch;
    bool done = load_open(desk, id, outcome, arena, &touch, err);

    if (done && !outcome_fits(outcome, touch.channel))
        done = error_set(
            err, ERROR_USAGE, "\"%s\" is no outcome of %s %s", outcome_name(outcome),
            touch.channel == CHANNEL_EMAIL ? "an" : "a", channel_name(touch.channel));
    if (done) {
        done = desk_step_begin(desk, err, "%s with %s: %s", channel_name(touch.channel),
                               touch.contact, outcome_name(outcome)) &&
               desk_step_end(
                   desk, desk_touch_end(desk, &touch, outcome, 0, next, arena, err), err);
    }
    arena_destroy(arena);
    return done;
}
