/* The password of a server, from a command of the person's ("pass show calendar"), so
 * that it stands in no file, no argument and not in the desk. */
#ifndef TOUCHBASE_CALDAV_PASSWORD_H
#define TOUCHBASE_CALDAV_PASSWORD_H

#include <stdbool.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

/* Appends the first line that the command prints (words with blanks between them, run
 * without a shell, at most 20 seconds and 4 KB). False and err when it fails. */
bool caldav_password(const char *command, struct buffer *out, struct error *err);

#endif
