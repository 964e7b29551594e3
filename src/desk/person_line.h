/* A contact as one line of text, pieces between commas (desk/people.h). */
#ifndef TOUCHBASE_SRC_DESK_PERSON_LINE_H
#define TOUCHBASE_SRC_DESK_PERSON_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/contact.h"

/* Is it written like a number, with so many digits or more? */
bool person_line_phone(const char *text, size_t digits);

/* The contact old as the line says, into *out: what the line shows is the line's, the
 * rest old's. A piece that stands there as it was written keeps the value it was written
 * from, commas and all, and a way to reach the person its label. Strings belong to arena
 * or are old's. ERROR_USAGE for a piece that makes no sense. */
bool person_line_apply(struct arena *arena, const char *line, const struct contact *old,
                       struct contact *out, struct error *err);

#endif
