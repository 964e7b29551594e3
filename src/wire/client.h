/* The worker as its client sees it, shared by the files of this room. */
#ifndef TOUCHBASE_SRC_WIRE_CLIENT_H
#define TOUCHBASE_SRC_WIRE_CLIENT_H

#include "process.h"
#include "touchbase/base/buffer.h"
#include "touchbase/wire/link.h"
#include "touchbase/wire/worker.h"

enum client_state { CLIENT_IDLE, CLIENT_READING, CLIENT_CALENDAR };

/* What is being read. */
struct client_reading {
    struct buffer source; /* a path, or the name of bytes */
    bool is_bytes;
    const char *bytes; /* the caller's, or those of held */
    size_t length;
    struct buffer held; /* of a path that is a pipe or a device */
    int date_order;
    int64_t read; /* messages given out */
    int64_t bad;
    int64_t position; /* of the message turned to last */
    int64_t total;    /* -1: not known */
    struct worker_wishes wishes;
    bool broken_off;  /* the worker is gone; it is to be started behind what was given out
                       */
    bool announced;   /* the worker said which message it turned to */
    bool careful;     /* it is to say so before each; else it may be gone unannounced */
    int64_t quiet_ms; /* since when nothing came while it was asked; -1: it was not */
    size_t quiet_length; /* what of a record had come then */
    bool silent;         /* that lasted for the time limit */
    bool failed;         /* answering the worker failed, and why */
    struct error failure;
    struct buffer at_source, at_id;
    bool at_collected;
};

struct worker {
    char *program; /* NULL: found when first needed */
    int limit;     /* milliseconds */
    bool explain;  /* each reading comes with its trace */
    struct process process;
    struct wire_link link;
    struct buffer out; /* a record on its way */
    int64_t used_ms;   /* when something was last asked of it or came from it */
    enum client_state state;
    struct worker_wishes wishes; /* of the reading to come */
    struct client_reading reading;
    struct worker_calendar calendar; /* take and context alone */
};

/* Starts the process unless it runs. */
bool client_start(struct worker *worker, struct error *err);
/* Ends the process. */
void client_stop(struct worker *worker);
/* Sends what stands in out. */
bool client_send(struct worker *worker, struct error *err);
/* Asks for what is being read, behind what was given out; a worker that died since it was
 * last used is started once more. */
bool client_begin(struct worker *worker, struct error *err);
/* Fills err from a WIRE_ERROR record. Returns false. */
bool client_error(struct wire_record record, struct error *err);
/* Why nothing came, as words behind "the part of touchbase that reads mails". */
const char *client_words(enum wire_turn turn);

#endif
