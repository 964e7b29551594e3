#include "touchbase/model/event_play.h"

#include <assert.h>

#include "name.h"
#include "template.h"
#include "touchbase/base/text.h"

static const char *const trigger_names[] = {
    [TRIGGER_HAND] = "hand",
    [TRIGGER_ABSENCE] = "absence",
    [TRIGGER_LEFT] = "left",
    [TRIGGER_CAME_BACK] = "came back",
    [TRIGGER_MISSED] = "promise missed",
    [TRIGGER_ATTEMPTS] = "attempts",
    [TRIGGER_ADVOCATE] = "advocate called",
    [TRIGGER_WON] = "won",
    [TRIGGER_DELIVERED] = "delivered",
    [TRIGGER_QUIET] = "quiet",
};
static_assert(NAME_COUNT(trigger_names) == TRIGGER_COUNT, "a word for each trigger");

const char *trigger_name(enum trigger trigger)
{
    return name_at(trigger_names, TRIGGER_COUNT, (int)trigger);
}

const struct event_play *event_play_named(const struct plays *plays, const char *name)
{
    for (size_t i = 0; i < plays->event_count; i++)
        if (text_same_folded(plays->events[i].name, name))
            return &plays->events[i];
    return NULL;
}

/* What the offset is counted from; an absence's day that is not known is today. */
static day_number anchor_day(enum anchor anchor, const struct event *event)
{
    day_number day = event->today;
    if (anchor == ANCHOR_FIRST_DAY)
        day = event->first_day;
    else if (anchor == ANCHOR_BACK)
        day = event->back;
    return day == DAY_NONE ? event->today : day;
}

day_number event_play_day(const struct play_touch *touch, const struct event *event)
{
    day_number due =
        offset_touch_day(touch->after, touch->channel, anchor_day(touch->anchor, event),
                         event->landing, event->holidays);
    return due < event->today ? day_add_working(event->today, 0, event->holidays) : due;
}

static const char *filled(struct arena *arena, const char *text,
                          const struct facts *facts)
{
    return text ? template_fill(arena, text, facts) : NULL;
}

void event_play_fill(struct arena *arena, const struct play_touch *touch,
                     const struct event *event, struct touch *out)
{
    struct facts facts = {0};
    facts_of_contact(arena, event->contact, &facts);
    facts.values[VARIABLE_MATTER] = event->matter;
    facts.values[VARIABLE_PROMISED] = facts_wall(arena, event->promised);
    facts.values[VARIABLE_FIRST_DAY] = facts_day(arena, event->first_day);
    facts.values[VARIABLE_BACK] = facts_day(arena, event->back);
    facts.values[VARIABLE_LANDING] = facts_day(arena, event->landing);
    out->channel = touch->channel;
    out->due = (struct wall){event_play_day(touch, event), MINUTE_NONE};
    out->purpose = filled(arena, touch->purpose, &facts);
    out->opener = filled(arena, touch->opener, &facts);
    out->draft = filled(arena, touch->draft, &facts);
}
