/* What an absence does to the desk: rules 1 to 6 of design.md as a pure function. Nothing
 * is changed here; the plan is a list of changes to show, then to make in one step. */
#ifndef TOUCHBASE_MODEL_PLAN_H
#define TOUCHBASE_MODEL_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/plays.h"
#include "touchbase/model/touch.h"

enum plan_verdict {
    PLAN_STARTS,   /* not over: the changes are made (after showing them) */
    PLAN_PROPOSES, /* over, but not for long: the changes go under To confirm */
    PLAN_CONFIRMS, /* the earlier absence once more: nothing starts (rule 6) */
    PLAN_FILED     /* kept, and nothing else */
};

enum change_kind {
    CHANGE_CREATE, /* a new touch of the contact */
    CHANGE_MOVE,   /* a pending touch: new day, or new part, or both */
    CHANGE_ASK,    /* a question about touch_id, or (touch_id 0) about the absence itself;
                      the touch stays */
    CHANGE_COVER,  /* an answer: the touch goes to the cover, who becomes a contact */
    CHANGE_DROP,   /* a touch of the earlier play that has no place any more, or an answer
                    */
    CHANGE_DONE    /* an answer: the return call is done, they reached me first */
};

/* The numbers stand in table answer. */
enum question {
    QUESTION_NONE,
    QUESTION_BACK,    /* when are they back? */
    QUESTION_PROMISE, /* the absence hits a promise: move it or keep it? */
    QUESTION_LONG,    /* a long absence: the cover, before they leave, or after? */
    QUESTION_LEFT,    /* they left: drop it, keep it, or hand it to who took over? */
    QUESTION_RETURN   /* they reached me first: is the return call done? */
};

/* Answers to a question, as flags of change.choices. */
enum choice {
    CHOICE_AFTER = 1,  /* move to change.to */
    CHOICE_BEFORE = 2, /* move to change.before_leaving */
    CHOICE_COVER = 4,
    CHOICE_KEEP = 8,
    CHOICE_DROP = 16,
    CHOICE_DONE = 32
};

/* Whoever makes the changes copies to, opener, cause, moved and before_opener into the
 * touch of a CREATE or MOVE, with moved also origin (as before_due), and sets its
 * absence_id to the new absence, or to 0 when restored. The touches of plan.adopted get
 * the new absence_id and stay as they are. */
struct change {
    enum change_kind kind;
    int64_t touch_id; /* of a pending touch; 0 for a new one and for the absence itself */
    enum channel channel; /* of the touch, new or old */
    enum cause cause;     /* what the touch's cause becomes */
    bool promise;         /* of the touch as it is; a new one never is */
    struct wall from;     /* MOVE, ASK, COVER, DROP: where it stands */
    struct wall origin;   /* where it stood before any absence moved it: touch.before_due
                             once moved */
    bool restored; /* MOVE: the absence no longer touches it: it goes back to origin */
    bool moved;    /* MOVE: what touch.moved becomes; not for what a play made */
    const char *before_opener; /* MOVE: what touch.before_opener becomes, with moved */
    struct wall to; /* CREATE, MOVE: the new due; ASK: where CHOICE_AFTER puts it; else
                       day DAY_NONE */
    bool put_off;   /* CREATE, MOVE: to is behind the landing day, which is full */
    struct wall before_leaving; /* with CHOICE_BEFORE */
    const char *purpose;        /* the touch's, new or old, or NULL */
    const char *opener;         /* as it becomes, or NULL */
    const char *draft;          /* CREATE: text to send, or NULL */
    bool return_call;           /* this touch is the return call */
    const struct cover *cover;  /* CHANGE_COVER and who to ask; of the absence, or NULL */
    enum question question;     /* with ASK */
    unsigned choices;           /* with ASK */
    int64_t done_utc;           /* DONE: when they reached me */
    const char *sentence; /* for the preview: one line, to be made fit for the screen like
                             any text */
};

/* An answer given to a question about a touch. */
struct plan_answer {
    int64_t touch_id;
    enum choice choice;
    enum question question; /* QUESTION_NONE: whichever is asked */
    int64_t answered_utc;   /* of one remembered; 0: given now */
};

struct plan_input {
    const struct absence
        *absence; /* id 0 before it is stored; received_day DAY_NONE counts as today */
    const struct absence *earlier; /* the one it may confirm or replace, or NULL; the same
                                      record when asked anew */
    const struct absence *others;  /* the contact's further ones on file, without both */
    size_t other_count;
    const struct contact *contact;
    bool succeeded;      /* who took over from them is known */
    int64_t reached_utc; /* they reached me then, after the absence was taken in and after
                            that was last answered; else 0 (rule 3) */
    const struct touch *touches; /* the contact's pending ones, and every one with the id
                                    of absence or earlier in absence_id, done and dropped
                                    ones too; any order, one given twice counts once */
    size_t touch_count;
    const struct plan_answer *answers; /* may be NULL with count 0; of two to the same
                                          question the first counts */
    size_t answer_count;
    struct wall now; /* in the desk's zone, with a minute */
    struct holidays holidays;
    const struct plays *plays; /* the rules' numbers are in it */
    /* All pending touches of the desk on a day (rule 20); NULL: every day has room. */
    int (*load)(void *context, day_number day);
    void *load_context;
};

struct plan {
    enum plan_verdict verdict;
    bool replaces;      /* the earlier absence is replaced by this one */
    day_number landing; /* DAY_NONE without a day back, for the same day, and for those
                           who left; touches go there while the day holds its measure,
                           then to the next working day with room, promises and those
                           with a time of day in any case (rule 20) */
    const struct change
        *changes; /* new touches first, then those moved, in order of their day */
    size_t change_count;
    const int64_t *adopted; /* unchanged touches of the earlier absence, now this one's */
    size_t adopted_count;
    const struct plan_answer *kept; /* answers by which nothing changes: whoever makes the
                                       changes remembers them, and gives them next time */
    size_t kept_count;
    const char *sentence; /* the verdict in words */
};

/* Works out the plan. Its texts belong to arena or to the input. Asked again with the
 * touches it made or moved it makes nothing twice; with other days it moves them, counted
 * from where they stood before (rule 6). */
void plan_absence(struct arena *arena, const struct plan_input *input, struct plan *out);

/* How a later message about a person relates to an absence on file (rule 6). */
enum plan_relation {
    PLAN_ANOTHER,   /* the two do not meet: an absence of its own */
    PLAN_SAME,      /* the same days, or fewer of them given: confirms it */
    PLAN_OTHER_DAYS /* replaces it */
};
enum plan_relation plan_relate(const struct absence *on_file,
                               const struct absence *later);

/* The landing day of an absence (rule 3): day back + 1 working day, funeral + 3; what
 * WHEN calls "when back". DAY_NONE without a day back and for those who left. */
day_number plan_landing(const struct plays *plays, const struct absence *absence,
                        struct holidays holidays);
/* That day, or, when it lies within one of these absences that is filed, the landing day
 * of that one, clear of the rest. day may be DAY_NONE. */
day_number plan_clear_day(const struct plays *plays, day_number day,
                          const struct absence *absences, size_t count,
                          struct holidays holidays);

#endif
