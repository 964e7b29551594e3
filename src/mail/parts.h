/* The sender's own words out of the parts of a mail (RFC 2046). */
#ifndef TOUCHBASE_SRC_MAIL_PARTS_H
#define TOUCHBASE_SRC_MAIL_PARTS_H

#include <gmime/gmime.h>
#include <stdbool.h>

#include "touchbase/base/buffer.h"

struct mail_parts {
    struct buffer
        text; /* what the sender says; may be longer than MAIL_TEXT_MAX by one part */
    bool has_calendar; /* a text/calendar part anywhere */
    bool has_attached; /* a message/rfc822 part anywhere */
    bool cut;          /* a part too long, too deep, or one too many was left out */
    int seen;          /* parts looked at */
};

/* Fills *parts (empty before) from a mail's body. Of alternatives the plain one, unless
 * it is empty or only says to look at the other; of signed and related parts the first;
 * the rest in its order, attachments left out. */
void mail_parts_gather(struct mail_parts *parts, GMimeObject *body);
void mail_parts_free(struct mail_parts *parts);

#endif
