/* What the files of taking in share. */
#ifndef TOUCHBASE_SRC_DESK_TAKE_IN_PRIVATE_H
#define TOUCHBASE_SRC_DESK_TAKE_IN_PRIVATE_H

#include "desk_private.h"
#include "touchbase/desk/take_in.h"
#include "touchbase/store/seen.h"
#include "touchbase/wire/worker.h"

enum { MARKS = 4096 };

/* Where messages come from. */
struct take_in_reader {
    struct desk *desk; /* NULL: a dry run */
    struct worker *worker;
    bool own_worker;
    struct desk *beside; /* of a reading apart: the desk above, else NULL */
    char *name;          /* of the source, for its step */
    /* take_in_folder.c: */
    bool step;       /* the source's step is open in the store */
    int64_t part_ms; /* when its part was begun; -1 while it pauses */
    struct seen_mark marks[MARKS];
    size_t mark_count;
    struct arena *mark_words;
    int64_t passed;
};

/* One raw mail, read by the worker and weighed. */
bool take_in_mail(struct desk *desk, const char *bytes, size_t length,
                  struct arena *arena, struct take_in *out, struct error *err);
/* Waits for the next message without keeping the desk from others for long. */
bool take_in_wait(struct take_in_reader *reader, struct error *err);
/* Is nothing of it stored? And the line about what became of it. */
bool take_in_leaves_nothing(const struct take_in *take_in, bool add_stranger);
const char *take_in_sentence(const struct take_in *take_in,
                             const struct take_in_result *result);

/* The record that the reading and the message make, strings shared with the take-in; no
 * id, no uuid. */
struct absence take_in_record(const struct desk *desk, const struct take_in *take_in);
/* Whose the message is: contact_id unless 0, that of an absence on file, else by the
 * addresses of the message. Sets has_contact and contact. */
bool take_in_find_sender(struct desk *desk, int64_t contact_id, struct take_in *take_in,
                         struct error *err);
/* The contact that the sender of a message would make; name NULL when nobody is named. */
struct contact take_in_sender(const struct desk *desk, const struct take_in *take_in);
/* Is it one on file whose play ran, looked at again? It then relates to no other. */
bool take_in_asked_anew(const struct take_in *take_in);
/* Makes the changes of the plan for a stored absence, inside a step; *questions gets how
 * many stay open. */
bool take_in_apply(struct desk *desk, struct arena *arena, const struct absence *absence,
                   const struct plan *plan, int32_t *questions, struct error *err);
/* A return call that they made needless: done in their direction, so that it counts as no
 * call of mine. */
void desk_return_done(struct touch *touch, int64_t reached_utc);
/* How many questions a plan leaves open. */
int32_t take_in_questions(const struct plan *plan);
/* desk_absence_end for a step that is open already. */
bool absence_end_inside(struct desk *desk, int64_t absence_id, struct arena *arena,
                        struct error *err);
/* Drops the pending touches a play made and puts back what it moved, inside a step. */
bool take_in_take_back(struct desk *desk, struct arena *arena, int64_t absence_id,
                       struct error *err);
/* The call that take_in_listens speaks of, inside a step; not twice. */
bool take_in_plan_listening(struct desk *desk, struct take_in *take_in,
                            int64_t absence_id, struct error *err);
/* take_in_file for a step that is open already, without its sentence. */
bool take_in_file_inside(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                         struct take_in_result *result, struct error *err);

/* take_in_plan.c: works out take_in->plan anew; relation is to take_in->earlier. */
bool take_in_make_plan(struct desk *desk, struct take_in *take_in,
                       enum plan_relation relation, struct error *err);

#endif
