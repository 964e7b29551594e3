/* References and advocates (design.md rule 16): who is named in a touch, what is said
 * then, and when a name was used enough. */
#ifndef TOUCHBASE_MODEL_REFERENCE_H
#define TOUCHBASE_MODEL_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/model/link.h"
#include "touchbase/model/touch.h"

/* Whom a purpose names: "reference Mike Kincaid: the pump" names Mike Kincaid, as does
 * "advocate ...". *who gets the name as typed (in arena), "" when there is none.
 * NAMING_NONE, and *who NULL, for any other purpose and for NULL. */
enum naming naming_read(struct arena *arena, const char *purpose, const char **who);
/* The link by which somebody may be named so. */
enum link_kind naming_link(enum naming naming);

/* "Mike Kincaid at Quality Fabricators asked me to call you." In arena. */
const char *reference_opener(struct arena *arena, enum naming naming,
                             enum channel channel, const struct linked *named);

/* How often was a name used in those span days in a row that hold day and most of the
 * uses? days: of each use, in any order; the one on day itself is not among them. */
int reference_uses(const day_number *days, size_t count, day_number day, int span);

#endif
