/* Mails in, plain messages out. This is the only room that opens GMime and libxml2's HTML
 * reader; it belongs to touchbase-worker (design.md section 6). A walk goes over whatever
 * a path or some bytes hold, one message at a time, with memory that does not grow:
 *
 *     while (mail_next(walk))
 *         if (!mail_read(walk, arena, &message, &err))
 *             ... mail_source(walk) could not be read, err says why ...
 *
 * What is understood: a mail (RFC 5322, MIME), an mbox (mboxo and mboxrd: RFC 4155), a
 * Maildir (and the Maildir++ folders in it), a folder of such files and folders, a jotted
 * text whose first line may be "received: YYYY-MM-DD" with a time behind it or not. What
 * a file is, its bytes say, not its name. */
#ifndef TOUCHBASE_MAIL_MAIL_H
#define TOUCHBASE_MAIL_MAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/message.h"

/* Limits, so that no message can take the worker down. */
enum {
    MAIL_TEXT_MAX = 1 << 20,     /* bytes of text kept; beyond it message.cut is set */
    MAIL_MESSAGE_MAX = 32 << 20, /* bytes of one raw message looked at */
    MAIL_PART_MAX = 4 << 20,     /* decoded bytes of one part looked at */
    MAIL_DEPTH_MAX = 20,         /* MIME parts within parts */
    MAIL_PARTS_MAX = 500,        /* MIME parts looked at */
    MAIL_HEADERS_MAX = 500,      /* header fields kept */
    MAIL_HEADER_MAX = 64 << 10,  /* bytes of one header field */
};

struct mail_walk;

/* A walk over a file or a folder, standing before its first message. NULL and err when
 * there is no such path, when it may not be read, or when it is neither file nor folder.
 * The caller closes it. */
struct mail_walk *mail_open(const char *path, struct error *err);

/* The same over bytes in memory (what came on standard input), which must live as long as
 * the walk. name stands for the source and the id of what is in them: "-". */
struct mail_walk *mail_open_bytes(const char *name, const char *bytes, size_t length);

void mail_close(struct mail_walk *walk); /* NULL is allowed */

/* What was read before is passed by unread. A message that a walk over a folder, or over
 * an mbox of several, comes to has a key: in a Maildir of its place and the name up to
 * the colon, so that neither a flag nor the way from new to cur changes it; of any other
 * file of place, name, size and time; in an mbox of the box's path, the message's length
 * and its first KEY_HEAD bytes, so that what is appended, or deleted elsewhere in it,
 * changes nothing. Places are real paths. The version of the program is in it too: what
 * an older one found nothing in is worth another reading. */
struct mail_memory {
    /* seen[i] gets whether keys[i] was read before. False ends the walk. */
    bool (*ask)(void *context, const uint64_t *keys, size_t count, bool *seen);
    void *context;
};
enum { MAIL_KEY_HEAD = 4096, MAIL_ASK_MAX = 16384 /* keys at a time */ };
/* Before the first mail_next; memory is copied. */
void mail_set_memory(struct mail_walk *walk, const struct mail_memory *memory);
/* The key of the message the walk stands on, 0 when it has none. */
uint64_t mail_key(const struct mail_walk *walk);
/* Its number in the walk from 1, those passed by counted; at the end of the walk how many
 * there were. */
int64_t mail_number(const struct mail_walk *walk);

/* How many messages such a walk comes to. Of a Maildir only names are looked at; a file
 * elsewhere is looked through. -1 when there is no such path, and when counting takes
 * longer than limit milliseconds. */
int64_t mail_count(const char *path, int limit);

/* Moves on to the next message; false when there is none left. A file or folder inside a
 * walk that cannot be opened, and an empty file, count as one message that mail_read then
 * refuses. */
bool mail_next(struct mail_walk *walk);

/* Where the message is that the walk stands on: "inbox/cur/17.host:2,S", "box.mbox#2",
 * "-". Valid until the next mail_next. */
const char *mail_source(const struct mail_walk *walk);
/* Its short name (design.md section 4, ooo): the file's name without its ending;
 * "FILE#1", "FILE#2" in an mbox of several; the name up to the colon in a Maildir; "-".
 * Valid until the next mail_next. */
const char *mail_id(const struct mail_walk *walk);
/* Is it one of a folder, a Maildir, or an mbox of several? Such messages only propose
 * (rule 2). */
bool mail_collected(const struct mail_walk *walk);

/* How many messages the file holds the walk is in, when that is all it goes over; 0 for a
 * folder. */
int mail_total(const struct mail_walk *walk);

/* Reads the message the walk stands on into the arena; at most once for each. False and
 * err ("SOURCE: why") when it is no message or cannot be read; out then has source and id
 * alone, and the walk can go on. */
bool mail_read(struct mail_walk *walk, struct arena *arena, struct message *out,
               struct error *err);

#endif
