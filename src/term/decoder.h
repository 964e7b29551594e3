/* From the bytes a terminal sends to keys: xterm, VT220, Linux console and rxvt
 * sequences, UTF-8, bracketed paste. Pure: bytes and the time they came go in, keys come
 * out. An unknown sequence gives no key, never letters. */
#ifndef TOUCHBASE_TERM_DECODER_H
#define TOUCHBASE_TERM_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"
#include "touchbase/term/key.h"

enum {
    DECODER_PASTE_MAX = 1 << 20, /* bytes kept of a paste */
    DECODER_PASTE_SILENCE =
        1000, /* ms after which a paste without its end marker has ended */
    DECODER_REST =
        50, /* ms in which what follows a lone Esc may be the rest of a split sequence */
};

struct decoder {
    int escape_delay;    /* ms after which an Esc alone is the key */
    struct buffer input; /* not yet decoded */
    struct buffer paste; /* raw bytes of the paste being read */
    struct buffer text;  /* the cleaned text of the last paste key */
    int64_t arrived_ms;  /* when bytes came last */
    int64_t escaped_ms;  /* when the last lone Esc was given, or -1 */
    int64_t wait_ms; /* when an unended sequence is to be decided, -1: nothing is open */
    bool pasting;
    bool cut; /* a paste was longer than DECODER_PASTE_MAX; the reader clears it */
};

void decoder_init(struct decoder *decoder, int escape_delay);
void decoder_free(struct decoder *decoder);
void decoder_feed(struct decoder *decoder, const char *bytes, size_t length,
                  int64_t now_ms);
/* The next key; false when there is none (yet). */
bool decoder_next(struct decoder *decoder, int64_t now_ms, struct key *key);
/* Milliseconds until decoder_next may know more without new bytes; -1: never. */
int decoder_timeout(const struct decoder *decoder, int64_t now_ms);

#endif
