/* Words set into a page of PAGE_COLUMNS columns, by display width. */
#ifndef TOUCHBASE_SRC_CLI_WRAPPED_H
#define TOUCHBASE_SRC_CLI_WRAPPED_H

#include "touchbase/base/buffer.h"

enum { PAGE_COLUMNS = 79 };

/* Appends head, then text behind it, broken at blanks; further lines begin where text
 * began. Both pass the control-character filter. A word that is wider than the rest of a
 * line is broken within. */
void wrapped_add(struct buffer *out, const char *head, const char *text);

#endif
