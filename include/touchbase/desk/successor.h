/* Who left the company, and who took over (design.md rule 2, left the company). Naming
 * the successor is one step: they become a contact in play or are found on the desk, the
 * two are linked, pending touches that were kept go over, who left becomes former. From
 * then on the successor's timeline holds the history of those before (desk_timeline). */
#ifndef TOUCHBASE_DESK_SUCCESSOR_H
#define TOUCHBASE_DESK_SUCCESSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/link.h"
#include "touchbase/model/next.h"
#include "touchbase/model/touch.h"

/* What naming somebody would do; nothing is stored yet. */
struct succession {
    struct contact left;       /* who left, as on the desk */
    struct contact successor;  /* as they will be; id 0: they become a contact */
    size_t touches;            /* pending ones that go over */
    struct next_step greeting; /* proposed for them */
    const char *sentence;      /* all of it in words, for a preview */
};

/* line is read as desk_person_read does; somebody of that mail, of that very name in the
 * same company, or of that id is meant when the desk knows one. Without a company in it
 * the successor gets that of left_id. Strings belong to arena. False and err: the line
 * makes no sense (ERROR_USAGE), several are meant (ERROR_AMBIGUOUS), somebody took over
 * already, it would lead in a circle, or the successor is marked "do not contact". */
bool desk_succession_read(struct desk *desk, int64_t left_id, const char *line,
                          struct arena *arena, struct succession *out, struct error *err);
/* Does it. finished, unless 0, is a pending touch that ends in the same step with
 * outcome; next, unless NULL, is planned with the successor whatever its contact_id says.
 * The touch that was to ask who took over is dropped when it still waits. *id gets the
 * successor's number. */
bool desk_succession_store(struct desk *desk, const struct succession *succession,
                           int64_t finished, enum outcome outcome,
                           const struct touch *next, int64_t *id, struct error *err);

/* How somebody stands in this. */
struct desk_place {
    bool left;          /* a message said so, or somebody took over */
    bool has_successor; /* then successor is who */
    struct linked successor;
    struct linked *before; /* those they took over from, and those before these */
    size_t before_count;
};
bool desk_place_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                   struct desk_place *out, struct error *err);
/* Would finishing touch with outcome tell who took over: somebody was talked to at the
 * place of a person who left, and nobody is named yet? */
bool desk_successor_wanted(struct desk *desk, const struct touch *touch,
                           enum outcome outcome, bool *wanted, struct error *err);

#endif
