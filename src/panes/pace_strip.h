/* How often somebody was touched of late, as rule 7 shows it: a letter a day. */
#ifndef TOUCHBASE_SRC_PANES_PACE_STRIP_H
#define TOUCHBASE_SRC_PANES_PACE_STRIP_H

#include "timeline_text.h"

/* Appends "  14 days  ..c....E......2  2 calls, 1 email (capital: they reached you)":
 * the last days of the setting pace_shown_days, today's last; a dot for none, the
 * channel's first letter (k card, p postcard), a number for several. Nothing is appended
 * where there was none. */
bool pace_strip_add(struct timeline_text *out, struct desk *desk, int64_t contact_id,
                    struct error *err);

#endif
