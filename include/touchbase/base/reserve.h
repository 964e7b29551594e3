/* A file that only takes room on the disk, to be given up when there is no other left
 * (endurance.md 18): the last words then still find a place. */
#ifndef TOUCHBASE_BASE_RESERVE_H
#define TOUCHBASE_BASE_RESERVE_H

#include <stdbool.h>
#include <stdint.h>

enum { RESERVE_BYTES = 1024 * 1024 };

/* Makes the file (0600) unless it is there, as far as that can be done. False, and
 * nothing made, when fewer than least bytes are free for this user on the disk of its
 * folder; a disk that does not tell has enough. */
bool reserve_keep(const char *path, uint64_t least);
/* Gives the room up; false when there is none to give. */
bool reserve_give(const char *path);

#endif
