/* One text part as text. */
#ifndef TOUCHBASE_SRC_MAIL_LEAF_H
#define TOUCHBASE_SRC_MAIL_LEAF_H

#include <gmime/gmime.h>
#include <stdbool.h>

#include "touchbase/base/buffer.h"

/* Appends the text of a text/plain (flowed or not) or text/html part, tidied. *cut is set
 * when it was longer than MAIL_PART_MAX. */
void mail_leaf_text(struct buffer *out, GMimePart *part, bool *cut);

#endif
