/* The messages of an mbox, a window of them at a time, those read before passed by. */
#ifndef TOUCHBASE_SRC_MAIL_BOX_H
#define TOUCHBASE_SRC_MAIL_BOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/mail/mail.h"

enum { BOX_WINDOW = 1024, BOX_WINDOW_BYTES = 8 << 20 };

struct box_span {
    size_t start, end; /* within the box */
    uint64_t key;
    bool seen;
};

struct mail_box {
    const char *bytes;
    size_t length;
    size_t scanned; /* where the window ends */
    uint64_t place; /* 0: no keys */
    struct box_span spans[BOX_WINDOW];
    size_t count, at; /* spans in the window; the next one */
    int64_t number;   /* of the message given out last, from 1 */
    int64_t passed;   /* messages passed by, since the box was begun */
};

/* start: where the first From_ line stands. place: mail_key_place of the box, 0 for
 * messages without keys. */
void mail_box_begin(struct mail_box *box, const char *bytes, size_t length, size_t start,
                    uint64_t place);
/* The next message that was not read before, NULL at the end, or when the memory said to
 * stop, which sets *stopped. */
const struct box_span *mail_box_next(struct mail_box *box,
                                     const struct mail_memory *memory, bool *stopped);

#endif
