/* Plays for what happens beside an absence's own (design.md rules 12, 13, 16 and 21): a
 * trigger and touches in order, from the same files as the plays of absences. */
#ifndef TOUCHBASE_MODEL_EVENT_PLAY_H
#define TOUCHBASE_MODEL_EVENT_PLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/plays.h"
#include "touchbase/model/touch.h"

/* What a play is proposed on. */
enum trigger {
    TRIGGER_HAND,      /* nothing: a person starts it */
    TRIGGER_ABSENCE,   /* an absence of a reason, beside what its own play does */
    TRIGGER_LEFT,      /* they left the company */
    TRIGGER_CAME_BACK, /* they are back */
    TRIGGER_MISSED,    /* a promise of mine was missed */
    TRIGGER_ATTEMPTS,  /* as many attempts unreturned as the rule says */
    TRIGGER_ADVOCATE,  /* an advocate was called */
    TRIGGER_WON,
    TRIGGER_DELIVERED,
    TRIGGER_QUIET, /* no real contact for longer than the floor */
    TRIGGER_COUNT
};

/* "hand", "came back" ...; "absence" for a reason's, whose word is the reason's. */
const char *trigger_name(enum trigger trigger);

/* What an offset is counted from. */
enum anchor { ANCHOR_NOW, ANCHOR_FIRST_DAY, ANCHOR_BACK, ANCHOR_COUNT };

struct play_touch {
    enum channel channel;
    struct offset after;
    enum anchor anchor;
    bool item; /* brings the next item of the library; purpose is for when there is none
                */
    const char *purpose; /* a wording (plays.ini), or NULL */
    const char *opener;
    const char *draft;
};

struct event_play {
    const char *name;
    const char *where; /* "built in", or the file and line that say it */
    enum trigger trigger;
    enum reason reason; /* with TRIGGER_ABSENCE */
    struct play_touch *touches;
    size_t touch_count;
};

/* The play of that name, in any case; NULL when there is none. */
const struct event_play *event_play_named(const struct plays *plays, const char *name);

/* What is known when a play starts. */
struct event {
    const struct contact *contact;
    const char *matter;   /* what it is about, or NULL */
    struct wall promised; /* when the missed promise was due; day DAY_NONE: none was */
    day_number today;
    day_number first_day; /* of the absence it is about, DAY_NONE */
    day_number back;      /* DAY_NONE */
    day_number landing;   /* while they are away, else DAY_NONE: nothing but post comes
                             before it */
    struct holidays holidays;
};

/* The day of one of its touches: never before today, and a working day unless it was
 * asked for today. */
day_number event_play_day(const struct play_touch *touch, const struct event *event);

/* Channel, due (a day alone), purpose, opener and draft of one of its touches; all else
 * is the caller's. Texts belong to arena. */
void event_play_fill(struct arena *arena, const struct play_touch *touch,
                     const struct event *event, struct touch *out);

#endif
