/* Links between people: made and taken away as a line says (design.md rule 16). */
#ifndef TOUCHBASE_DESK_LINKS_H
#define TOUCHBASE_DESK_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/link.h"

enum { LINKS_READ = 100 }; /* of one person, where all are asked for */

/* At most limit ties of a person, both ways, by kind, then in the order they
 * were made. */
bool desk_links(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct tie **ties, size_t *count, struct error *err);

/* Does as a line of tie_read says about a person: makes the link, or takes it away, as
 * one step. WHO is meant as in desk_person_find, of a link that is taken away by words
 * that begin words of the name. A successor is named as in desk/successor.h, with all
 * that follows from it; a link to one that is taken away leaves what followed. out (texts
 * belong to arena) says what was done. ERROR_USAGE for a line that makes no sense or
 * somebody linked with themselves, ERROR_NOT_FOUND, ERROR_AMBIGUOUS with the names,
 * ERROR_FAILED when the link is there already. */
bool desk_link(struct desk *desk, int64_t contact_id, const char *line,
               struct arena *arena, struct tie_line *out, struct error *err);

#endif
