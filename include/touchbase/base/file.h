/* Files and the folders touchbase keeps its things in (XDG base directories). */
#ifndef TOUCHBASE_BASE_FILE_H
#define TOUCHBASE_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

/* $XDG_DATA_HOME/touchbase and so on, with the fallbacks of the specification; NULL and
 * err without $HOME. */
enum file_home { FILE_DATA, FILE_CONFIG, FILE_STATE, FILE_RUNTIME };
char *file_home(struct arena *arena, enum file_home home, struct error *err);
/* folder + "/" + name; name alone when it begins with '/'. */
char *file_join(struct arena *arena, const char *folder, const char *name);
/* The last part of a path; a pointer into it. */
const char *file_base_name(const char *path);
/* The folder part, "." when there is none. */
char *file_folder(struct arena *arena, const char *path);
/* A leading "~/" spelled out. */
char *file_expand(struct arena *arena, const char *path);

/* Makes a folder and those above it that are missing, each 0700. */
bool file_make_folder(const char *path, struct error *err);
/* What tells one state of a file from another, its path in front; NULL when it cannot be
 * looked at. */
char *file_mark(struct arena *arena, const char *path);
/* Appends the whole file ("-": standard input) to out; an error when it is a folder,
 * cannot be read, or is longer than limit bytes. */
bool file_read(const char *path, size_t limit, struct buffer *out, struct error *err);

/* Written beside and renamed: the old file stays whole until the new one is on disk.
 * Opened 0600. */
struct file_write {
    FILE *stream; /* write here */
    char *path;
    char *temporary;
};
bool file_write_begin(struct file_write *write, const char *path, struct error *err);
/* fsync, rename, fsync of the folder; frees the members either way; on an error nothing
 * is left behind. */
bool file_write_commit(struct file_write *write, struct error *err);
void file_write_cancel(struct file_write *write);

#endif
