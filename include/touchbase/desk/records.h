/* Records as JSON for other programs (design.md section 4), the same from the shell and
 * from the full screen. */
#ifndef TOUCHBASE_DESK_RECORDS_H
#define TOUCHBASE_DESK_RECORDS_H

#include "touchbase/base/json.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/link.h"
#include "touchbase/model/touch.h"
#include "touchbase/model/window.h"

/* The members of an open object. */
void desk_touch_json(struct json *json, const struct desk *desk,
                     const struct touch *touch);
void desk_contact_json(struct json *json, const struct desk *desk,
                       const struct contact *contact);
void desk_tie_json(struct json *json, const struct tie *tie);
void desk_absence_json(struct json *json, const struct desk *desk,
                       const struct absence *absence);
/* One entry of a timeline, its kind first; "with" is the predecessor whose it is. */
void desk_entry_json(struct json *json, const struct desk *desk,
                     const struct timeline_entry *entry);

#endif
