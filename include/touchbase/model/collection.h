/* A collection of calendar items, as a folder (calendar/vdir.h) or a server
 * (caldav/collection.h) keeps it: each item is one text under a name (href), in a version
 * of its own (etag). Both are opaque, printable ASCII without blanks at their ends, and
 * compared byte for byte. Every change says which version it means to change, so that
 * what somebody else did in between is never lost. */
#ifndef TOUCHBASE_MODEL_COLLECTION_H
#define TOUCHBASE_MODEL_COLLECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

enum {
    COLLECTION_ITEMS_MAX = 200000,
    COLLECTION_NAME_MAX = 1000,   /* bytes of an href or etag */
    COLLECTION_ITEM_MAX = 1 << 20 /* bytes of an item that is read */
};

struct collection_item {
    const char *href;
    const char *etag;
};

enum collection_result {
    COLLECTION_DONE,
    COLLECTION_CHANGED, /* it is there in another version, or there against the condition
                         */
    COLLECTION_GONE,    /* it is not there */
    COLLECTION_FAILED   /* err */
};

struct collection_ops {
    /* All items, in arena, in no order. */
    bool (*list)(void *state, struct arena *arena, struct collection_item **items,
                 size_t *count, struct error *err);
    /* Appends its text; *etag, in arena, is of that text. DONE, GONE or FAILED, which an
     * item longer than COLLECTION_ITEM_MAX is. */
    enum collection_result (*fetch)(void *state, const char *href, struct arena *arena,
                                    struct buffer *text, const char **etag,
                                    struct error *err);
    /* Writes text under href: the version etag is replaced; NULL: there is none yet. The
     * new version goes into *written, NULL when the other side does not say. */
    enum collection_result (*put)(void *state, const char *href, const char *etag,
                                  const char *text, size_t length, struct arena *arena,
                                  const char **written, struct error *err);
    /* Removes that version. */
    enum collection_result (*remove)(void *state, const char *href, const char *etag,
                                     struct error *err);
    /* Frees state. */
    void (*close)(void *state);
};

struct collection {
    const struct collection_ops *ops; /* NULL: not open */
    void *state;
};

#endif
