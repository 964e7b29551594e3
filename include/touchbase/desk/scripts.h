/* Messages to say and to write: those kept for everybody, people's copies of them, their
 * fields filled, and their way out (design.md rule 15). */
#ifndef TOUCHBASE_DESK_SCRIPTS_H
#define TOUCHBASE_DESK_SCRIPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/script.h"

/* At most limit of those kept for everybody with ids above after: those offered, or the
 * retired ones. */
bool desk_scripts(struct desk *desk, bool retired, int64_t after, size_t limit,
                  struct arena *arena, struct script **scripts, size_t *count,
                  struct error *err);
/* At most limit of a person's, the newest first. */
bool desk_scripts_of(struct desk *desk, int64_t contact_id, size_t limit,
                     struct arena *arena, struct script **scripts, size_t *count,
                     struct error *err);
bool desk_script_get(struct desk *desk, int64_t id, struct arena *arena,
                     struct script *out, struct error *err);
/* The message to a person that goes with a touch (0: with none) by that channel
 * (script_choose); without one out is a new one, id 0, that begins with what the touch
 * says: its purpose as the subject of a mail, its draft, else its opener. */
bool desk_script_for(struct desk *desk, int64_t contact_id, int64_t touch_id,
                     enum channel channel, struct arena *arena, struct script *out,
                     struct error *err);
/* Files a message, a new one when its id is 0, and the draft it was typed as goes with it
 * (0: none). One without words leaves nothing, on file neither. Sets id and uuid (arena).
 */
bool desk_script_file(struct desk *desk, struct script *script, int64_t draft_id,
                      struct arena *arena, struct error *err);
/* It is no longer offered, or again; copies stay. */
bool desk_script_retire(struct desk *desk, int64_t id, bool retired, struct error *err);
/* Of a message without a touch: it was handed to a mail program or copied, and is not
 * begun with again. */
bool desk_script_used(struct desk *desk, const struct script *script, struct error *err);

/* The fields of a message, in this order in what desk_script_facts gives. */
enum script_field {
    FACT_FIRST,
    FACT_NAME,
    FACT_COMPANY,
    FACT_PLACE,
    FACT_REFERENCE,
    FACT_OPENER,
    FACT_MATTER,
    FACT_ITEM,
    FACT_COUNT
};

/* What the fields of a message stand for: the person, their company, the place they are
 * or were at, who refers me to them, the next item for them, what the touch says; for
 * contact_id 0 each stands for itself. */
bool desk_script_facts(struct desk *desk, int64_t contact_id, int64_t touch_id,
                       enum channel channel, struct arena *arena,
                       struct script_fact **facts, size_t *count, struct error *err);

/* A message as it reads for somebody. */
struct script_view {
    struct script_filled filled; /* subject and words */
    struct script_meter meter;
};
void desk_script_view(struct arena *arena, const char *text, enum channel channel,
                      const struct script_fact *facts, size_t fact_count,
                      struct script_view *out);
/* Everything filled, ready to leave the desk: *subject is "" for none. ERROR_FAILED names
 * the first field that cannot be filled, or says that there are no words
 * (a mail may go without: they are written in the mail program); refused, too, for who is
 * not to be contacted. */
bool desk_script_ready(struct desk *desk, const struct script *script,
                       struct arena *arena, const char **subject, const char **words,
                       struct error *err);
/* The message as a mail: "mailto:..." (RFC 6068). NULL and err like desk_script_ready
 * and without an address. */
char *desk_script_mailto(struct desk *desk, const struct script *script,
                         struct arena *arena, struct error *err);

/* The members of an open object: the message as it reads for who it is for (name, NULL:
 * everybody). */
void desk_script_json(struct json *json, const struct script *script,
                      const struct script_view *view, const char *name);

#endif
