/* Contacts as the desk handles them: found by words, added, changed, their notes. */
#ifndef TOUCHBASE_DESK_PEOPLE_H
#define TOUCHBASE_DESK_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/note.h"

/* WHO of design.md section 4: an id or 6 or more of its first characters, a mail, a
 * number's last 7 digits or more, else words that each begin a word of name or company.
 * True and *out; else err with ERROR_NOT_FOUND or ERROR_AMBIGUOUS, and then found and
 * count (unless found is NULL) hold up to 20 of those meant, longest on the desk first.
 */
bool desk_person_find(struct desk *desk, const char *who, struct arena *arena,
                      struct contact *out, struct contact **found, size_t *count,
                      struct error *err);
bool desk_person_get(struct desk *desk, int64_t id, struct arena *arena,
                     struct contact *out, struct error *err);

/* A line as typed behind `+`, a name with anything else in any order behind commas: "Dana
 * Whitfield, Northwind, dana@northwind.example, +1 555 0100, #prospect"; a mail and a
 * number, a link (https://) and a zone (America/Toronto) are known by their form, the
 * first other piece behind the name is the company, the next the title, then the city.
 * err (ERROR_USAGE) when there is no name or a piece makes no sense. */
bool desk_person_read(struct desk *desk, const char *line, struct arena *arena,
                      struct contact *out, struct error *err);
/* The same record written as such a line, for editing. */
char *desk_person_line(struct arena *arena, const struct contact *contact);

/* A new contact in stage lead unless it says otherwise; *id gets its number. */
bool desk_person_add(struct desk *desk, const struct contact *contact, int64_t *id,
                     struct error *err);
/* The same with tags ("wine vip", desk/tags.h), in one step. */
bool desk_person_add_tagged(struct desk *desk, const struct contact *contact,
                            const char *tags, int64_t *id, struct error *err);
/* The record id as such a line says: name, company, title, city, zone and the ways to
 * reach the person are the line's, the stage when it names one; the rest stays, and so do
 * postal addresses, labels, and commas that the line could not show. A line of numbers,
 * mails and links alone changes those: each takes the place of the first of its kind. */
bool desk_person_edit(struct desk *desk, int64_t id, const char *line, struct error *err);
/* Stores a whole record. */
bool desk_person_change(struct desk *desk, const struct contact *contact,
                        struct error *err);

/* Files a note (text as typed; blanks at its end go) and, with draft_id, deletes the
 * draft in the same transaction. A person at rest comes into play as a lead (rule 8). An
 * empty note leaves nothing. */
bool desk_note_file(struct desk *desk, int64_t contact_id, const char *text,
                    int64_t draft_id, struct error *err);
/* Another text for a note that is filed; an empty one is refused. */
bool desk_note_change(struct desk *desk, int64_t note_id, const char *text,
                      int64_t draft_id, struct error *err);
/* Puts the text being typed on disk as this window's; id 0 makes a draft, and gets its
 * number, started_utc 0 gets now. Not a step of the history. */
bool desk_draft_save(struct desk *desk, struct draft *draft, struct error *err);
bool desk_draft_drop(struct desk *desk, int64_t id, struct error *err);
/* Drafts whose window is gone, to be offered; *count of them in *drafts. */
bool desk_draft_orphans(struct desk *desk, struct arena *arena, struct draft **drafts,
                        size_t *count, struct error *err);
/* An orphan taken over by this window; its text goes on being saved under the same
 * number. */
bool desk_draft_adopt(struct desk *desk, const struct draft *draft, struct error *err);

#endif
