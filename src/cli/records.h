/* Touches and contacts as a shell sees them: a line of words, or a JSON object (design.md
 * section 4). */
#ifndef TOUCHBASE_SRC_CLI_RECORDS_H
#define TOUCHBASE_SRC_CLI_RECORDS_H

#include "command.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/pace.h"
#include "touchbase/desk/records.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/link.h"
#include "touchbase/model/touch.h"
#include "touchbase/model/waiting.h"
#include "touchbase/model/window.h"

enum { ID_SHOWN = 8 }; /* characters of a UUID that are shown for typing */

/* Prints one record as the call asks: a line of words, or with --json an object. */
void records_print_touch(struct call *call, const struct touch *touch);
void records_print_contact(struct call *call, const struct contact *contact);
void records_print_waiting(struct call *call, const struct waiting *waiting);
void records_print_tie(struct call *call, const struct tie *tie);
/* Says on standard error what to mind about a touch; past the pace its last days too. */
void records_tell(struct call *call, const struct touch_warning *warning);
/* Prints "  #wine #vip", or nothing. */
void records_print_tags(struct call *call, const struct contact *contact);
/* Prints a finished JSON text and a newline; empties it for the next. */
void records_print_json(struct call *call, struct json *json);

/* "Thu 5 Mar 10:00", with the year when it is not this one. */
char *records_due(struct arena *arena, const struct desk *desk, struct wall due);
char *records_time(struct arena *arena, const struct desk *desk, int64_t utc);
/* text, or "" for NULL. */
const char *records_text(const char *text);

enum { MAIL_MAX = 64 << 20 }; /* bytes of a mail on standard input */

/* WHO: found, or err; when several are meant they are listed on standard error. */
bool records_find(struct call *call, const char *who, struct contact *out,
                  struct error *err);

#endif
