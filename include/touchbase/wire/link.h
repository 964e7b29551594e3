/* One end of the pipe: whole records out and in, with a time limit for silence. It owns
 * its buffers, not the descriptors. */
#ifndef TOUCHBASE_WIRE_LINK_H
#define TOUCHBASE_WIRE_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/wire/record.h"

enum { WIRE_NO_LIMIT = -1 };

struct wire_link {
    int in;                 /* descriptor read from */
    int out;                /* descriptor written to */
    struct buffer incoming; /* bytes read, from taken on not yet given out */
    size_t taken;
    bool closed; /* the other end is gone */
};

void wire_link_open(struct wire_link *link, int in, int out);
void wire_link_free(struct wire_link *link);

/* Writes out's bytes (whole records) and empties it; a descriptor that does not block is
 * waited for. False when the other end is gone or took nothing for limit milliseconds. */
bool wire_send(struct wire_link *link, struct buffer *out, int limit);

enum wire_turn {
    WIRE_RECORD,   /* one came: *out is filled */
    WIRE_CLOSED,   /* the other end is gone, and nothing whole is left */
    WIRE_SILENT,   /* nothing came for limit milliseconds */
    WIRE_NONSENSE, /* what came is no record */
};

/* Waits for the next record; its bytes are valid until the next call. */
enum wire_turn wire_receive(struct wire_link *link, int limit, struct wire_record *out);
/* Would wire_receive answer at once? Reads what is there, never waits. */
bool wire_ready(struct wire_link *link);
/* The record that wire_receive would give now, left where it is. False when there is no
 * whole one yet. */
bool wire_peek(const struct wire_link *link, struct wire_record *out);

/* Which messages were read before: the worker asks with WIRE_ASK behind what stands in
 * out, and waits. False when what came is no answer. */
bool wire_ask_seen(struct wire_link *link, struct buffer *out, const uint64_t *keys,
                   size_t count, bool *seen);
/* The client's part: the keys of a WIRE_ASK record (NULL when it holds none), and the
 * record that answers. */
const uint64_t *wire_get_keys(struct arena *arena, struct wire_record record,
                              size_t *count);
void wire_put_seen(struct buffer *out, const bool *seen, size_t count);

#endif
