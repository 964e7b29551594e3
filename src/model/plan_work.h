/* The plan of one absence while it is worked out. See touchbase/model/plan.h for what
 * comes of it. */
#ifndef TOUCHBASE_MODEL_PLAN_WORK_H
#define TOUCHBASE_MODEL_PLAN_WORK_H

#include "template.h"
#include "touchbase/model/plan.h"

/* What a touch made by the play is for. */
enum role { ROLE_WISH, ROLE_ANSWER, ROLE_COVER, ROLE_FIND, ROLE_RETURN, ROLE_COUNT };

/* A pending touch the play did not make, and what becomes of it. */
struct held {
    const struct touch *touch;
    bool own;               /* this absence, or the one it replaces, moved it */
    struct wall base;       /* where it stood before that */
    const char *opener;     /* its opener before that */
    struct wall target;     /* where it goes; base: it stays */
    bool settled;           /* target is where it goes, room or not */
    bool put_off;           /* there behind a full landing day */
    enum question question; /* asked before it goes there */
    unsigned choices;
    struct wall before_leaving; /* day DAY_NONE when there is no such day */
    enum choice answer;         /* 0: none given */
    const struct plan_answer *given;
    bool part; /* takes the part of the return call */
};

struct plan_work {
    struct arena *arena;
    const struct plan_input *input;
    const struct play *play;
    const struct rules *rules;
    day_number today;
    day_number received;
    day_number first;    /* the message's day when none is given */
    day_number back;     /* DAY_NONE when not given, and for those who left */
    day_number landing;  /* the day held touches go to, never before today; DAY_NONE */
    day_number find_day; /* when to find out when they are back: rule 4 */
    int away;            /* working days away, -1 unknown */
    bool left;
    bool same_day;     /* back on the first day */
    bool same_landing; /* as that of the earlier absence */
    bool over;
    bool begun;
    bool wants_return;
    const struct touch *reached; /* the return call asked about or done, or NULL */
    bool reached_done;
    bool made[ROLE_COUNT];           /* by the play, in an earlier run */
    const struct touch *made_return; /* that one while it is pending, or NULL */
    day_number return_day; /* of the return call the play makes or made; DAY_NONE */
    struct held *held;     /* by base */
    size_t held_count;
    struct facts facts;
    struct change *changes;
    size_t change_count;
    size_t change_capacity;
    struct plan_answer *kept;
    size_t kept_count;
    size_t kept_capacity;
};

/* plan_work.c: what follows from the absence alone, before any touch is looked at. */
void work_begin(struct plan_work *work);
/* Is the absence of at least from working days (0: any length)? */
bool work_lasts(const struct plan_work *work, int from);
/* That day, or, when it lies within another absence on file, the landing day of that. */
day_number work_clear_day(const struct plan_work *work, day_number day);
/* When they have landed from this absence or the one before it; never within another. */
day_number work_landing_of(const struct plan_work *work, const struct absence *absence);
/* Adds a change with the members every kind has, to be filled further. */
struct change *work_change(struct plan_work *work, enum change_kind kind);

/* The answer given to a question that allows these choices, NULL for none. */
const struct plan_answer *work_answer(const struct plan_work *work, int64_t touch_id,
                                      enum question question, unsigned choices);
/* Notes that a question was answered by keeping the touch as it is. */
void work_kept(struct plan_work *work, const struct plan_answer *answer,
               enum question question);

/* plan_hold.c: the pending touches. work_hold finds where each goes and which takes the
 * part of the return call; work_hold_changes adds the changes that come of it. */
void work_hold(struct plan_work *work);
void work_hold_changes(struct plan_work *work);
bool work_has_part(const struct plan_work *work);

/* plan_room.c: the days of what lands, so that none holds more than its measure. */
void work_room(struct plan_work *work);

/* plan_reached.c: the return call once they reached me. work_reached finds it, and what
 * was answered, before anything is held or made; work_reached_change adds what comes of
 * it. */
void work_reached(struct plan_work *work);
bool work_is_done(const struct plan_work *work, const struct touch *touch);
void work_reached_change(struct plan_work *work);

/* plan_make.c: what the play makes. work_roles finds what an earlier run made; work_make
 * adds what is missing; work_remake moves or drops what has another place now; work_adopt
 * lists what only changes its absence. */
bool work_is_own(const struct plan_work *work, const struct touch *touch);
bool work_is_made(const struct plan_work *work, const struct touch *touch);
/* Does such a touch, still pending, go with its absence? Not once a person promised it:
 * then it is held and asked about like any promise (rule 12). */
bool work_follows(const struct plan_work *work, const struct touch *touch);
void work_roles(struct plan_work *work);
bool work_makes_return(const struct plan_work *work);
void work_make(struct plan_work *work);
void work_remake(struct plan_work *work);
void work_adopt(struct plan_work *work, struct plan *out);

/* plan_words.c: facts for the wordings, and sentences for the preview. */
void words_facts(struct plan_work *work);
const char *words_first(const struct plan_work *work);
const char *words_day(const struct plan_work *work,
                      struct wall wall); /* "Tue 10 Mar 10:00", "today" */
const char *words_on(const struct plan_work *work,
                     struct wall wall); /* "on Tue 10 Mar 10:00", "today" */
void words_change(const struct plan_work *work, struct change *change);
const char *words_verdict(const struct plan_work *work, enum plan_verdict verdict);
const char *words_replaced(const struct plan_work *work, const char *sentence);

#endif
