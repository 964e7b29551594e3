/* A file's bytes, mapped: what is never looked at is never read. */
#ifndef TOUCHBASE_SRC_MAIL_MAPPED_H
#define TOUCHBASE_SRC_MAIL_MAPPED_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/error.h"

struct mail_mapped {
    const char *bytes; /* "" when the file is empty */
    size_t length;
    void *memory;    /* NULL when nothing is mapped */
    size_t unloaded; /* bytes at the start that hold no memory */
};

/* False and err ("PATH: why") when it is no regular file or cannot be read. */
bool mail_map(struct mail_mapped *mapped, const char *path, struct error *err);
/* The bytes before at have been read: their memory is given back, now and then. They may
 * still be looked at. */
void mail_unload(struct mail_mapped *mapped, size_t at);
void mail_unmap(struct mail_mapped *mapped);

#endif
