/* Waking up when files in a folder change (inotify), without polling the disk. */
#ifndef TOUCHBASE_BASE_WATCH_H
#define TOUCHBASE_BASE_WATCH_H

/* A descriptor that becomes readable when a file in the folder was written, made, renamed
 * or removed. -1 where the system or the file system cannot say. */
int watch_open(const char *folder);
/* Takes what it has to say, so that it becomes readable only at the next change; of very
 * much only the first part, so that a folder written to without end holds nobody up. */
void watch_drain(int descriptor);
void watch_close(int descriptor); /* -1 is allowed */

#endif
