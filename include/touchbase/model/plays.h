/* Plays: what each reason of an absence calls for, and what an outcome proposes next
 * (design.md section 2, rules 2, 3 and 8); what else calls for a play is in
 * event_play.h. Read from data/plays.ini, which documents
 * every key, and the user's own file on top. */
#ifndef TOUCHBASE_MODEL_PLAYS_H
#define TOUCHBASE_MODEL_PLAYS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/base/ini.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/rules.h"
#include "touchbase/model/touch.h"

/* A play for each reason, and one for those who left. */
enum { PLAY_LEFT = REASON_COUNT, PLAY_COUNT };

/* So many days, or working days, after another. */
struct offset {
    int count; /* 0 to 3650 */
    bool working;
};

/* Wordings in order of preference: the first whose variables are all known is taken. */
struct wordings {
    const char *const *texts;
    size_t count;
};

struct play {
    const char *name; /* "vacation" ... "none", "left" */
    const char
        *where; /* "built in", or the last file and line that say something of it */

    bool wish; /* a card, letter or message of good wishes */
    enum channel wish_channel;
    struct offset wish_after; /* after today */
    int wish_window;    /* days after the message it is still proposed once the absence is
                           over; 0 no */
    int wish_from;      /* only from this many working days away; 0 always */
    bool wish_hospital; /* a hospital calls for it however short the absence */
    struct wordings wish_purpose;
    struct wordings wish_draft;

    bool answer; /* a drafted answer to the auto-reply */
    struct wordings answer_purpose;
    struct wordings answer_draft;

    bool return_call;
    int return_from; /* only from this many working days away, or a hospital; 0 always */
    struct wordings return_purpose;
    struct wordings opener;

    int landing;    /* working days after the day back, 1 or more */
    bool hold;      /* pending touches wait for the landing day */
    bool hold_post; /* post too */
    bool hold_open; /* without a day back they wait for the day we find out */
    struct wordings find_purpose;

    bool ask_cover; /* ask who took over */
    struct wordings cover_purpose;
    struct offset greet_after; /* the first call to who did, after today */
    struct wordings greet_purpose;
};

/* What finishing a touch proposes. */
enum next_kind {
    NEXT_TOUCH,   /* another touch */
    NEXT_NOTHING, /* nothing: the person chooses */
    NEXT_ABSENCE, /* take in the greeting that was heard */
    NEXT_NUMBER,  /* put the number right */
    NEXT_ADDRESS, /* put the address right */
    NEXT_NO,      /* stage no, nothing next */
    NEXT_KIND_COUNT
};

struct next_rule {
    enum next_kind kind;
    bool same_channel; /* the channel of the touch just finished */
    enum channel channel;
    struct offset after;
    struct wordings purpose;
};

/* A rule's number for people with a tag (rule 7: by tag or person). */
struct tag_rule {
    const char *tag;
    const char *rule;
    const char *value; /* fits the rule */
};

struct event_play; /* model/event_play.h */

struct plays {
    struct play plays[PLAY_COUNT];   /* by enum reason, and PLAY_LEFT */
    const struct event_play *events; /* as they stand in the files, the own ones last */
    size_t event_count;
    struct next_rule next[OUTCOME_COUNT];
    struct rules rules; /* of everybody */
    const struct tag_rule *tag_rules;
    size_t tag_rule_count;
};

/* Reads the plays of base and, on top, those of own (NULL: none). What a file does not
 * name stays as it was. False and err ("FILE:LINE: ...", also naming what is allowed) for
 * a section, key, value or variable that is not known, and for a key given twice that may
 * stand once. out's texts belong to arena. */
bool plays_read(struct arena *arena, const struct ini *base, const struct ini *own,
                struct plays *out, struct error *err);

/* The play of an absence of that kind and reason. kind is READING_OOO or READING_LEFT. */
const struct play *plays_for(const struct plays *plays, enum reading_kind kind,
                             enum reason reason);

/* The rules of a person with these tags: of several tags that set the same number the one
 * that stands last in the files counts. */
struct rules plays_rules(const struct plays *plays, const char *const *tags,
                         size_t count);

/* The day at an offset after day. */
day_number offset_day(struct offset offset, day_number day, struct holidays holidays);

/* The day of a touch by channel at an offset after day: a working day, unless the offset
 * is none, and with landing (else DAY_NONE) not before it but for post. */
day_number offset_touch_day(struct offset offset, enum channel channel, day_number day,
                            day_number landing, struct holidays holidays);

#endif
