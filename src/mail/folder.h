/* The files under a folder, in order: names sorted, folders where their names stand, a
 * Maildir as one run of its cur and new. Memory is a window of names of each folder on
 * the way down (names.h). */
#ifndef TOUCHBASE_SRC_MAIL_FOLDER_H
#define TOUCHBASE_SRC_MAIL_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/error.h"
#include "touchbase/mail/mail.h"

struct mail_folder;

/* count_only, unless NULL: the files of Maildirs are added to it and not given out. */
struct mail_folder *mail_folder_open(const char *path, int64_t *count_only);
void mail_folder_close(struct mail_folder *folder); /* NULL is allowed */
/* Before the first mail_folder_next. */
void mail_folder_set_memory(struct mail_folder *folder, const struct mail_memory *memory);

/* One file. */
struct mail_file {
    const char *path;    /* valid until the next call */
    bool maildir;        /* its name follows the Maildir's rule */
    uint64_t key;        /* 0: none */
    const char *problem; /* a folder that could not be read (words); NULL for a file */
};

/* False when there is none left. */
bool mail_folder_next(struct mail_folder *folder, struct mail_file *out);
/* How many files were passed by so far, since they were read before. */
int64_t mail_folder_passed(const struct mail_folder *folder);

#endif
