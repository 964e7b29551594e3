#include "touchbase/desk/blockers.h"

#include "desk_private.h"
#include "touchbase/store/blockers.h"

bool desk_blocker(struct desk *desk, const struct contact *contact, enum blocker *out,
                  struct error *err)
{
    struct blocker_note note;

    *out = BLOCKER_NONE;
    if (!blocker_of(desk->store, contact->id, &note, err))
        return false;
    *out = blocker_holds(note, contact->last_contact_utc);
    return true;
}

static bool note_on(struct desk *desk, const struct contact *contact,
                    enum blocker blocker, struct error *err)
{
    const struct blocker_note note = {blocker, desk_now(desk)};
    enum blocker before;

    if (!desk_blocker(desk, contact, &before, err))
        return false;
    return before == blocker ||
           (desk_step_begin(desk, err, "blocker of %s: %s", contact->name,
                            blocker_name(blocker)) &&
            desk_step_end(desk, blocker_put(desk->store, contact->id, note, err), err));
}

bool desk_blocker_note(struct desk *desk, int64_t contact_id, enum blocker blocker,
                       struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    bool done = desk_load_contact(desk, contact_id, arena, &contact, err) &&
                note_on(desk, &contact, blocker, err);

    arena_destroy(arena);
    return done;
}
