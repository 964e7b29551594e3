/* What the fields of a message stand for, and the message with them. */
#include <string.h>

#include "desk_private.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/references.h"
#include "touchbase/desk/scripts.h"

enum { GIFTS_READ = 50 };

/* The item that goes with the touch, else the next one for them. */
static bool find_item(struct desk *desk, int64_t contact_id, int64_t touch_id,
                      enum channel channel, struct arena *arena, const char **title,
                      struct error *err)
{
    struct gift *gifts;
    struct item item;
    bool found = false;
    size_t count;

    if (!desk_gifts(desk, contact_id, GIFTS_READ, arena, &gifts, &count, err))
        return false;
    for (size_t i = 0; i < count && touch_id != 0; i++) {
        if (gifts[i].touch_id == touch_id) {
            *title = gifts[i].title;
            return true;
        }
    }
    if (!desk_item_next(desk, contact_id, channel, arena, &item, &found, err))
        return false;
    *title = found ? item.title : NULL;
    return true;
}

static bool fill_person(struct desk *desk, int64_t contact_id, struct arena *arena,
                        struct script_fact *facts, struct error *err)
{
    struct contact contact;
    struct absence absence;
    bool away;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err) ||
        !desk_absence_lately(desk, contact_id, arena, &absence, &away, err))
        return false;
    facts[FACT_FIRST].value = contact_called(arena, &contact);
    facts[FACT_NAME].value = contact.name;
    facts[FACT_COMPANY].value = contact.company;
    facts[FACT_PLACE].value = away ? absence.place : NULL;
    return true;
}

/* Who refers me to them. touch NULL: there is none. */
static bool fill_reference(struct desk *desk, int64_t contact_id,
                           const struct touch *touch, struct arena *arena,
                           struct script_fact *fact, struct error *err)
{
    day_number today = desk_today(desk);
    day_number day = touch != NULL && touch->due.day > today ? touch->due.day : today;
    struct linked who;
    bool found;

    if (!desk_reference(desk, contact_id, touch, day, arena, &who, &found, &fact->against,
                        err))
        return false;
    if (found)
        fact->value = who.company == NULL
                          ? who.name
                          : arena_format(arena, "%s at %s", who.name, who.company);
    return true;
}

/* What the touch says (touch_id 0: there is none). */
static bool fill_touch(struct desk *desk, int64_t contact_id, int64_t touch_id,
                       struct arena *arena, struct script_fact *facts, struct error *err)
{
    struct touch touch = {0};

    if (touch_id != 0 && !desk_load_touch(desk, touch_id, arena, &touch, err))
        return false;
    facts[FACT_OPENER].value = touch.opener;
    facts[FACT_MATTER].value = touch.purpose;
    return fill_reference(desk, contact_id, touch_id != 0 ? &touch : NULL, arena,
                          &facts[FACT_REFERENCE], err);
}

bool desk_script_facts(struct desk *desk, int64_t contact_id, int64_t touch_id,
                       enum channel channel, struct arena *arena,
                       struct script_fact **facts, size_t *count, struct error *err)
{
    static const struct script_fact named[FACT_COUNT] = {
        [FACT_FIRST] = {.name = "first"},
        [FACT_NAME] = {.name = "name"},
        [FACT_COMPANY] = {.name = "company"},
        [FACT_PLACE] = {.name = "place"},
        [FACT_REFERENCE] = {.name = "reference"},
        [FACT_OPENER] = {.name = "opener"},
        [FACT_MATTER] = {.name = "matter"},
        [FACT_ITEM] = {.name = "item", .brings = true},
    };

    *count = FACT_COUNT;
    *facts = arena_array(arena, FACT_COUNT, sizeof **facts);
    memcpy(*facts, named, sizeof named);
    for (size_t i = 0; i < FACT_COUNT && contact_id == 0; i++)
        (*facts)[i].value = arena_format(arena, "{%s}", named[i].name);
    return contact_id == 0 ||
           (fill_person(desk, contact_id, arena, *facts, err) &&
            fill_touch(desk, contact_id, touch_id, arena, *facts, err) &&
            find_item(desk, contact_id, touch_id, channel, arena,
                      &(*facts)[FACT_ITEM].value, err));
}

void desk_script_view(struct arena *arena, const char *text, enum channel channel,
                      const struct script_fact *facts, size_t fact_count,
                      struct script_view *out)
{
    script_fill(arena, text, facts, fact_count, &out->filled);
    out->meter =
        script_measure(script_body(out->filled.text), out->filled.brings, channel);
}

static void flags_json(struct json *json, unsigned flags)
{
    json_open(json, "flags", '[');
    for (unsigned flag = SCRIPT_LONG; flag <= SCRIPT_ONLY_NUMBER; flag *= 2) {
        if ((flags & flag) != 0)
            json_string(json, NULL, script_flag_words(flag));
    }
    json_close(json, ']');
}

void desk_script_json(struct json *json, const struct script *script,
                      const struct script_view *view, const char *name)
{
    struct arena *arena = arena_create();

    json_string(json, "id", script->uuid);
    json_string(json, "for", name);
    json_string(json, "channel", channel_name(script->channel));
    json_string(json, "title", script_title(arena, view->filled.text));
    json_string(json, "text", view->filled.text);
    json_open(json, "missing", '[');
    for (size_t i = 0; i < view->filled.gap_count; i++)
        json_string(json, NULL, view->filled.gaps[i].name);
    json_close(json, ']');
    json_number(json, "words", view->meter.words);
    json_number(json, "seconds", view->meter.seconds);
    flags_json(json, view->meter.flags);
    json_string(json, "warning", view->filled.against);
    arena_destroy(arena);
}
