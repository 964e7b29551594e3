/* A value item (design.md rule 13): something worth sending, which says what it does for
 * who reads it. Nobody gets the same one twice. */
#ifndef TOUCHBASE_MODEL_ITEM_H
#define TOUCHBASE_MODEL_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/model/touch.h"

/* What it does for the reader; the numbers stand in table item. */
enum gain { GAIN_NONE, GAIN_EARN, GAIN_TIME, GAIN_WASTE, GAIN_SOLVE, GAIN_COUNT };

const char *gain_name(enum gain gain); /* "earn", "save time" ...; "" for none */
int gain_from_name(const char *name);  /* -1 for other words */

enum { ITEM_ANY_CHANNEL = -1 };

/* Strings belong to whoever made the record; what is not known is NULL, never "". */
struct item {
    int64_t id; /* 0 before it is stored */
    const char *uuid;
    const char *title;
    const char *link;  /* a link or a file */
    const char *topic; /* what it is about, in words */
    int channel;       /* enum channel, or ITEM_ANY_CHANNEL */
    const char *tags;  /* those it is good for: "metal press"; NULL: for everybody */
    enum gain gain;
    day_number last_day; /* of an offer, DAY_NONE */
    bool retired;        /* no longer proposed */
    int64_t created_utc;
    int64_t given; /* read only: how many it went to or is on its way to */
};

/* Reads a line of pieces between commas: "Six ways to cut scrap, https://example.com/six,
 * email, less waste, #metal #press, until 2026-12-24, from the trade fair". Known by
 * their looks are a link or path, a channel, a gain, tags behind #, and "until" with a
 * day; of the others the first is the title, the rest the topic. Every member that a line
 * can say is set; id, uuid, retired and created_utc stay. ERROR_USAGE without a title or
 * for a day that is none. Texts belong to arena. */
bool item_read(struct arena *arena, const char *line, struct item *item,
               struct error *err);
/* The item as such a line, which reads as the same item. */
const char *item_line(struct arena *arena, const struct item *item);

/* May it be proposed on that day for a touch by that channel to a person with these tags?
 */
bool item_fits(const struct item *item, enum channel channel, day_number today,
               const char *const *tags, size_t tag_count);
/* Which of items to propose: one made for a tag of theirs before one for everybody, else
 * the first in the order given. NULL when none fits. */
const struct item *item_choose(const struct item *items, size_t count,
                               enum channel channel, day_number today,
                               const char *const *tags, size_t tag_count);

/* Did what went with a touch reach them, or may it still? Not with a call that nobody
 * took, a mail that came back, a touch that was dropped. */
bool item_arrives(enum outcome outcome);

#endif
