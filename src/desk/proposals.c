/* What a proposed play makes, and the answer to it. */
#include "touchbase/desk/proposals.h"

#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/model/item.h"
#include "touchbase/store/deals.h"
#include "touchbase/store/items.h"
#include "touchbase/store/touches.h"

enum { CHOSEN_FROM = 500, TALLY_SECONDS = 365 * 86400 };

struct proposal proposal_copy(struct arena *arena, const struct proposal *proposal)
{
    struct proposal copy = *proposal;

    copy.contact = arena_string(arena, proposal->contact);
    copy.why = arena_string(arena, proposal->why);
    copy.matter = arena_string(arena, proposal->matter);
    return copy;
}

/* What has not gone to the person, and not yet to a touch of the play either. */
struct library {
    struct item *items;
    size_t count;
};

/* The touch brings the item that comes next; without one its purpose stays. */
static void bring(struct library *library, const struct desk *desk,
                  const struct contact *contact, struct touch *touch)
{
    const struct item *chosen =
        item_choose(library->items, library->count, touch->channel, desk_today(desk),
                    contact->tags, contact->tag_count);

    if (chosen == NULL)
        return;
    touch->item_id = chosen->id;
    touch->purpose = chosen->title;
    library->items[chosen - library->items] = library->items[--library->count];
}

static bool know(struct desk *desk, const struct proposal *proposal,
                 const struct contact *contact, struct arena *arena, struct event *out,
                 struct error *err)
{
    *out = (struct event){.contact = contact,
                          .matter = proposal->matter,
                          .promised = proposal->promised,
                          .today = desk_today(desk),
                          .first_day = proposal->first_day,
                          .back = proposal->back,
                          .holidays = desk->settings.holidays};
    return desk_landing(desk, contact->id, arena, &out->landing, err);
}

bool desk_proposal_touches(struct desk *desk, const struct proposal *proposal,
                           struct arena *arena, struct touch **touches, size_t *count,
                           struct error *err)
{
    const struct event_play *play = proposal->play;
    struct contact contact;
    struct library library;
    struct event event;

    if (!desk_load_contact(desk, proposal->contact_id, arena, &contact, err) ||
        !know(desk, proposal, &contact, arena, &event, err) ||
        !items_not_given(desk->store, contact.id, desk_today(desk), CHOSEN_FROM, arena,
                         &library.items, &library.count, err))
        return false;
    *count = play->touch_count;
    *touches = arena_array(arena, *count, sizeof **touches);
    for (size_t i = 0; i < *count; i++) {
        struct touch *touch = &(*touches)[i];

        *touch = desk_touch_new(desk, contact.id);
        touch->cause = CAUSE_NEXT;
        event_play_fill(arena, &play->touches[i], &event, touch);
        if (!channel_is_post(touch->channel) && /* an absence to come counts, too */
            !desk_clear_day(desk, contact.id, touch->due.day, arena, &touch->due.day,
                            err))
            return false;
        desk_set_due(desk, touch, touch->due);
        if (play->touches[i].item)
            bring(&library, desk, &contact, touch);
    }
    return true;
}

/* The missed promise keeps its place in the timeline, as missed. */
static bool close_missed(struct desk *desk, const struct proposal *proposal,
                         struct arena *arena, struct error *err)
{
    struct touch touch;

    if (proposal->play->trigger != TRIGGER_MISSED || proposal->cause_id == 0)
        return true;
    if (!desk_load_pending(desk, proposal->cause_id, arena, &touch, err))
        return false;
    desk_touch_close(desk, &touch, OUTCOME_DROPPED);
    return touch_update(desk->store, &touch, NULL, err);
}

static bool settle(struct desk *desk, const struct proposal *proposal, struct error *err)
{
    return proposal->why == NULL ||
           settled_insert(desk->store, proposal->contact_id, proposal->play->name,
                          proposal->cause_id, desk_now(desk), err);
}

static bool accept(struct desk *desk, const struct proposal *proposal,
                   const struct touch *touches, size_t count, struct arena *arena,
                   struct error *err)
{
    if (!close_missed(desk, proposal, arena, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!desk_touch_insert(desk, &touches[i], arena, NULL, err))
            return false;
    }
    return settle(desk, proposal, err);
}

bool desk_proposal_accept(struct desk *desk, const struct proposal *proposal,
                          const struct touch *touches, size_t count, struct error *err)
{
    struct arena *arena = arena_create();
    bool done =
        desk_step_begin(desk, err, "play %s with %s", proposal->play->name,
                        proposal->contact) &&
        desk_step_end(desk, accept(desk, proposal, touches, count, arena, err), err);

    arena_destroy(arena);
    return done;
}

bool desk_proposal_dismiss(struct desk *desk, const struct proposal *proposal,
                           struct error *err)
{
    return desk_step_begin(desk, err, "no play %s with %s", proposal->play->name,
                           proposal->contact) &&
           desk_step_end(desk, settle(desk, proposal, err), err);
}

static void count_fates(const struct desk *desk, const struct touch *touches,
                        size_t count, struct promise_tally *out)
{
    for (size_t i = 0; i < count; i++) {
        enum promise_fate fate = desk_promise_fate(desk, &touches[i]);

        out->kept += fate == PROMISE_KEPT;
        out->missed += fate == PROMISE_MISSED;
    }
}

bool desk_promises(struct desk *desk, int64_t contact_id, struct promise_tally *out,
                   struct error *err)
{
    struct arena *arena = arena_create();
    struct touch *done, *pending;
    size_t done_count, pending_count;
    bool read =
        touches_done_since(desk->store, contact_id, desk_now(desk) - TALLY_SECONDS, arena,
                           &done, &done_count, err) &&
        touches_pending_of(desk->store, contact_id, arena, &pending, &pending_count, err);

    *out = (struct promise_tally){0};
    if (read) {
        count_fates(desk, done, done_count, out);
        count_fates(desk, pending, pending_count, out);
    }
    arena_destroy(arena);
    return read;
}
