/* Waiting for me (design.md rule 17): what reached me and is not answered, one row a
 * person. An outcome of mine that answers (outcome_answers), a mail I sent and a call we
 * talked over end it by themselves. */
#ifndef TOUCHBASE_DESK_WAITING_H
#define TOUCHBASE_DESK_WAITING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/waiting.h"

/* At most limit rows, each for all that waits of a person: the one that waits longest
 * first, what was put off behind the others. */
bool desk_waiting(struct desk *desk, size_t limit, struct arena *arena,
                  struct waiting **rows, size_t *count, struct error *err);
/* All that waits of whom such a row stands for, oldest first. */
bool desk_waiting_all(struct desk *desk, const struct waiting *row, struct arena *arena,
                      struct waiting **rows, size_t *count, struct error *err);
/* ERROR_NOT_FOUND when it waits no more. */
bool desk_waiting_get(struct desk *desk, int64_t id, struct arena *arena,
                      struct waiting *out, struct error *err);
/* Has it waited for longer than waiting_hours of office hours? */
bool desk_waiting_late(const struct desk *desk, const struct waiting *waiting);

/* The rest takes the id of such a row and does it to all that the row stands for, as one
 * step. ERROR_NOT_FOUND when nothing waits there any more. */
/* Answered, or needs no answer. */
bool desk_waiting_end(struct desk *desk, int64_t id, enum waiting_state state,
                      struct error *err);
/* Put off until then; still counted. */
bool desk_waiting_later(struct desk *desk, int64_t id, struct wall until,
                        struct error *err);
/* Whose it was that nobody knew: touch and words go into that person's timeline, where
 * they belong in time. ERROR_FAILED for one that is somebody's. */
bool desk_waiting_name(struct desk *desk, int64_t id, int64_t contact_id,
                       struct error *err);

/* A mail I sent (raw, as a mail program pipes it). */
struct sent_mail {
    const char *subject;    /* or NULL */
    int64_t sent_utc;       /* not later than now */
    struct contact *people; /* of its addressees those on the desk */
    size_t people_count;
    const char **strangers; /* the other addresses */
    size_t stranger_count;
};
bool desk_sent_read(struct desk *desk, const char *bytes, size_t length,
                    struct arena *arena, struct sent_mail *out, struct error *err);
/* It is a mail done for each of its people, whose waiting it ends; one step. */
bool desk_sent_store(struct desk *desk, const struct sent_mail *mail, struct error *err);

/* The members of an open object. */
void desk_waiting_json(struct json *json, const struct desk *desk,
                       const struct waiting *waiting);

#endif
