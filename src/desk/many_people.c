/* The half of desk/many.h that is about people. */
#include "desk_private.h"
#include "many_change.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/contacts.h"

static bool change_people(struct desk *desk, const struct many *many, const char *what,
                          struct many_change *change, struct error *err)
{
    return desk_step_begin(desk, err, "%s %zu %s", what, many->person_count,
                           many->person_count == 1 ? "person" : "people") &&
           many_change_all(desk, many->people, many->person_count, change, err);
}

static bool plan_one(struct desk *desk, int64_t id, struct many_change *change,
                     struct arena *arena, struct error *err)
{
    struct touch_warning warning;
    struct touch touch;

    if (!desk_touch_read(desk, id, change->text, arena, &touch, &warning, err))
        return false;
    change->warned += warning.words != NULL ? 1 : 0;
    return desk_touch_insert(desk, &touch, arena, NULL, err);
}

bool desk_many_plan(struct desk *desk, const struct many *many, const char *line,
                    size_t *warned, struct error *err)
{
    struct many_change change = {.one = plan_one, .text = line};
    bool done = change_people(desk, many, "a touch with", &change, err);

    *warned = change.warned;
    return done;
}

static bool note_one(struct desk *desk, int64_t id, struct many_change *change,
                     struct arena *arena, struct error *err)
{
    return desk_note_insert(desk, id, change->text, 0, arena, err);
}

bool desk_many_note(struct desk *desk, const struct many *many, const char *text,
                    struct error *err)
{
    struct arena *arena = arena_create();
    size_t length = desk_text_length(text);
    struct many_change change = {.one = note_one,
                                 .text = text_repair(arena, text, length)};
    bool done = length > 0 ? change_people(desk, many, "note on", &change, err)
                           : error_set(err, ERROR_USAGE, "an empty note says nothing");

    arena_destroy(arena);
    return done;
}

static bool stage_one(struct desk *desk, int64_t id, struct many_change *change,
                      struct arena *arena, struct error *err)
{
    struct contact contact;

    if (!desk_load_contact(desk, id, arena, &contact, err))
        return false;
    if (contact.stage == change->stage)
        return true;
    contact.stage = change->stage;
    contact.changed_utc = desk_now(desk);
    return contact_update(desk->store, &contact, NULL, err);
}

bool desk_many_stage(struct desk *desk, const struct many *many, enum stage stage,
                     struct error *err)
{
    struct many_change change = {.one = stage_one, .stage = stage};
    struct arena *arena = arena_create();
    bool done = change_people(
        desk, many, arena_format(arena, "stage %s of", stage_name(stage)), &change, err);

    arena_destroy(arena);
    return done;
}

static bool owe_one(struct desk *desk, int64_t id, struct many_change *change,
                    struct arena *arena, struct error *err)
{
    struct wall guard;

    return desk_when(desk, id, change->when, &guard, err) &&
           desk_owes_insert(desk, id, change->text, guard, arena, NULL, err);
}

bool desk_many_owe(struct desk *desk, const struct many *many, const char *owes,
                   const char *when, struct error *err)
{
    struct arena *arena = arena_create();
    struct many_change change = {
        .one = owe_one, .text = desk_owed(arena, owes, err), .when = when};
    bool done =
        change.text != NULL && change_people(desk, many, "their move,", &change, err);

    arena_destroy(arena);
    return done;
}
