#include "touchbase/wire/link.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 65536 };

void wire_link_open(struct wire_link *link, int in, int out)
{
    *link = (struct wire_link){.in = in, .out = out};
}

void wire_link_free(struct wire_link *link)
{
    buffer_free(&link->incoming);
    wire_link_open(link, -1, -1);
}

/* Waits until the descriptor can be used. False when limit milliseconds went by. */
static bool wait_for(int descriptor, short events, int limit)
{
    struct pollfd waiting = {.fd = descriptor, .events = events};
    int ready;
    do
        ready = poll(&waiting, 1, limit);
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

bool wire_send(struct wire_link *link, struct buffer *out, int limit)
{
    size_t sent = 0;
    while (sent < out->length) {
        ssize_t count = write(link->out, out->data + sent, out->length - sent);
        if (count > 0)
            sent += (size_t)count;
        else if (errno == EINTR)
            continue;
        else if (errno != EAGAIN || !wait_for(link->out, POLLOUT, limit))
            break;
    }
    bool done = sent == out->length;
    buffer_clear(out);
    return done;
}

/* Reads what is there. False when nothing was: the other end is gone, or would block. */
static bool fill(struct wire_link *link)
{
    char chunk[CHUNK];
    ssize_t count;
    do
        count = read(link->in, chunk, sizeof chunk);
    while (count < 0 && errno == EINTR);
    if (count > 0) {
        buffer_add(&link->incoming, chunk, (size_t)count);
        return true;
    }
    link->closed = count == 0 || errno != EAGAIN;
    return false;
}

/* Drops what was given out, once it is the greater part. */
static void compact(struct wire_link *link)
{
    if (link->taken == link->incoming.length)
        buffer_clear(&link->incoming);
    else if (link->taken >= CHUNK)
        buffer_remove(&link->incoming, 0, link->taken);
    else
        return;
    link->taken = 0;
}

static enum wire_fit look(const struct wire_link *link, struct wire_record *out,
                          size_t *used)
{
    return wire_parse(buffer_string(&link->incoming) + link->taken,
                      link->incoming.length - link->taken, out, used);
}

enum wire_turn wire_receive(struct wire_link *link, int limit, struct wire_record *out)
{
    compact(link);
    for (;;) {
        size_t used = 0;
        enum wire_fit fit = look(link, out, &used);
        if (fit == WIRE_BROKEN)
            return WIRE_NONSENSE;
        if (fit == WIRE_WHOLE) {
            link->taken += used;
            return WIRE_RECORD;
        }
        if (link->closed)
            return WIRE_CLOSED;
        if (!wait_for(link->in, POLLIN, limit))
            return WIRE_SILENT;
        fill(link);
    }
}

bool wire_ready(struct wire_link *link)
{
    compact(link);
    for (;;) {
        struct wire_record record;
        size_t used = 0;
        if (look(link, &record, &used) != WIRE_PART || link->closed)
            return true;
        if (!wait_for(link->in, POLLIN, 0))
            return false;
        fill(link);
    }
}

bool wire_peek(const struct wire_link *link, struct wire_record *out)
{
    size_t used = 0;
    return look(link, out, &used) == WIRE_WHOLE;
}
