/* The same change to many at once, as one step: what `;` before a verb does (keys.md).
 * Either all of it is done or nothing. */
#ifndef TOUCHBASE_DESK_MANY_H
#define TOUCHBASE_DESK_MANY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/touch.h"

/* What the ids are of. */
enum many_of { MANY_TOUCHES, MANY_PEOPLE, MANY_ABSENCES };

/* What a verb would act on. Of people the next touch of each; an absence has none. */
struct many {
    int64_t *touches; /* pending ones, in the order of the ids */
    size_t touch_count;
    size_t promised; /* of these */
    size_t
        without; /* ids that led to no pending touch: done meanwhile, or none planned */
    unsigned channels; /* of the touches: bits, 1u << enum channel */
    int64_t *people;   /* each once, ascending */
    size_t person_count;
};

/* Looks the ids up; what is no longer on the desk is passed over and counts as without a
 * touch. out's arrays belong to arena. */
bool desk_many_gather(struct desk *desk, enum many_of of, const int64_t *ids,
                      size_t count, struct arena *arena, struct many *out,
                      struct error *err);

/* On many->touches. when is read for each person ("when back" is the own landing day of
 * each); a day alone keeps the hour of a timed touch. */
bool desk_many_move(struct desk *desk, const struct many *many, const char *when,
                    struct error *err);
/* Each so many days later (desk_later). */
bool desk_many_later(struct desk *desk, const struct many *many, int days,
                     struct error *err);
/* How many of them stand past the pace, or in an absence, where they are now
 * (desk_move_warning): what to say once they are moved. */
bool desk_many_warned(struct desk *desk, const struct many *many, size_t *warned,
                      struct error *err);
/* outcome must fit every channel, else ERROR_USAGE. With next each gets the touch that
 * rule 8 proposes after it, as far as it proposes one. */
bool desk_many_finish(struct desk *desk, const struct many *many, enum outcome outcome,
                      bool next, struct error *err);
bool desk_many_promise(struct desk *desk, const struct many *many, bool promise,
                       struct error *err);
bool desk_many_drop(struct desk *desk, const struct many *many, struct error *err);
/* To contact_id, as desk_touch_give does; what is theirs already stays. */
bool desk_many_give(struct desk *desk, const struct many *many, int64_t contact_id,
                    struct error *err);

/* On many->people. line is as in desk_touch_read, read for each; *warned gets how many
 * have a warning of rules 7 and 13. Refused as a whole when somebody is marked "do not
 * contact". */
bool desk_many_plan(struct desk *desk, const struct many *many, const char *line,
                    size_t *warned, struct error *err);
/* The same note on each; an empty one is refused. */
bool desk_many_note(struct desk *desk, const struct many *many, const char *text,
                    struct error *err);
/* Their move, of each the same: desk_their_move. when is read for each person, as in
 * desk_many_move. */
bool desk_many_owe(struct desk *desk, const struct many *many, const char *owes,
                   const char *when, struct error *err);
bool desk_many_stage(struct desk *desk, const struct many *many, enum stage stage,
                     struct error *err);

#endif
