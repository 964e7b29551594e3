/* A note typed by hand, mostly of a greeting heard on the phone. */
#ifndef TOUCHBASE_SRC_MAIL_JOTTED_H
#define TOUCHBASE_SRC_MAIL_JOTTED_H

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/message.h"

/* Fills out's text, date and message_id. Its first line may be "received: YYYY-MM-DD",
 * "received: YYYY-MM-DD HH:MM"; without one the note has no date. False and err when the
 * day does not exist or nothing was written. */
bool mail_jotted(struct arena *arena, const char *bytes, size_t length,
                 struct message *out, struct error *err);

#endif
