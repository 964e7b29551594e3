/* The web of links on the contact sheet (design.md rule 16). */
#ifndef TOUCHBASE_SRC_PANES_CONTACT_LINKS_H
#define TOUCHBASE_SRC_PANES_CONTACT_LINKS_H

#include "timeline_text.h"

/* Appends everybody a person is linked with, numbered for going there, and how often a
 * reference's or advocate's name was used and when last. */
bool contact_links(struct timeline_text *out, struct desk *desk, int64_t contact_id,
                   struct error *err);

#endif
