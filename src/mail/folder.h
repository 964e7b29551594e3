/* The files under a folder, in order: names sorted, folders where their names stand, a
 * Maildir as one run of its cur and new. Memory is the names of the folders on the way
 * down. */
#ifndef TOUCHBASE_SRC_MAIL_FOLDER_H
#define TOUCHBASE_SRC_MAIL_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/error.h"

struct mail_folder;

struct mail_folder *mail_folder_open(const char *path);
void mail_folder_close(struct mail_folder *folder); /* NULL is allowed */

/* One file. */
struct mail_file {
    const char *path;    /* valid until the next call */
    bool maildir;        /* its name follows the Maildir's rule */
    const char *problem; /* a folder that could not be read (words); NULL for a file */
};

/* False when there is none left. */
bool mail_folder_next(struct mail_folder *folder, struct mail_file *out);

#endif
