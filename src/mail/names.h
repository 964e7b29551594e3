/* The names of one folder in order, a window of them at a time, so that memory does not
 * grow with the folder: what lies beyond the window is found by reading the folder again.
 */
#ifndef TOUCHBASE_SRC_MAIL_NAMES_H
#define TOUCHBASE_SRC_MAIL_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/mail/mail.h"

enum { NAMES_WINDOW = MAIL_ASK_MAX };

struct name_entry {
    char *name;   /* in a Maildir with "cur/" or "new/" in front */
    bool regular; /* known to be a plain file without asking */
    uint64_t key; /* 0: none, or it was not asked for */
    bool seen;    /* passed by */
};

struct names {
    struct name_entry *entries; /* by the name behind the last "/" */
    size_t count, capacity;
    size_t at;    /* the next to give out */
    char *last;   /* the last of the window before, NULL in the first */
    bool more;    /* there are names beyond the window */
    bool maildir; /* cur and new are read with it */
    bool half;    /* it is the cur or new of one */
    uint64_t place;
    int64_t *count_only; /* the files of a Maildir are counted here and not listed */
};

/* Starts before the first name of the folder at path, and reads the first window. False
 * with errno when it cannot be read. */
bool names_open(struct names *names, const char *path, const struct mail_memory *memory,
                int64_t *count_only);
void names_close(struct names *names);
/* The next one, valid until the call after; NULL at the end, or when the memory said to
 * stop, which sets *stopped. */
const struct name_entry *names_next(struct names *names, const char *path,
                                    const struct mail_memory *memory, bool *stopped);

#endif
