/* The client's end of touchbase-worker (design.md section 6): mails are read and
 * calendars written by a second process, started when first needed, ended after 60 idle
 * seconds. Its death, silence or nonsense is an error of the one message it was busy
 * with: it is started again behind that message.
 *
 * SIGPIPE must be ignored by the program. One worker serves one call at a time: a reading
 * or a calendar that was begun ends by its last record, by an error, or by worker_cancel;
 * beginning another cancels it. */
#ifndef TOUCHBASE_WIRE_WORKER_H
#define TOUCHBASE_WIRE_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/appointment.h"
#include "touchbase/model/collection.h"
#include "touchbase/model/entry.h"
#include "touchbase/model/message.h"
#include "touchbase/model/reminder.h"
#include "touchbase/model/trace.h"

enum {
    WORKER_IDLE_MS = 60000, /* idle for so long, it is ended */
    WORKER_LIMIT_MS =
        30000, /* silent for so long while something is asked of it: an error */
    WORKER_BYTES_MAX = 64 << 20, /* bytes that may be handed over for reading */
};

struct worker;

/* Starts nothing yet. The program is found from /proc/self/exe: touchbase-worker beside
 * it (the build folder), else ../libexec/touchbase-worker (installed). */
struct worker *worker_create(void);
/* A second one with the same program and time limit, for a reading that goes on beside
 * other work. */
struct worker *worker_create_like(const struct worker *worker);
/* Ends the process, whatever it does. NULL is allowed. */
void worker_destroy(struct worker *worker);
/* Another program file, and another time limit in milliseconds (1 or more), from the next
 * start on. */
void worker_set_program(struct worker *worker, const char *path);
void worker_set_limit(struct worker *worker, int milliseconds);

/* When worker_idle should next be called, on the clock of clock_ticks_ms; -1 when no
 * process runs or it is busy. */
int64_t worker_deadline(const struct worker *worker);
/* Ends the process when it has been idle for WORKER_IDLE_MS at now_ms (clock_ticks_ms).
 */
void worker_idle(struct worker *worker, int64_t now_ms);
/* To wait for in poll (POLLIN) while something was begun; -1 when no process runs. It
 * changes with a restart, so ask for it before each poll. */
int worker_fd(const struct worker *worker);
/* Breaks off what was begun; a calendar file that was being written is left as it was
 * before. */
void worker_cancel(struct worker *worker);

/* ---- Messages ---- */

enum worker_item_kind {
    WORKER_MESSAGE, /* message and reading are filled */
    WORKER_BAD, /* a message that could not be read: message.source and message.id, and
                   problem */
    WORKER_END, /* no more: read and bad are the totals */
};

struct worker_item {
    enum worker_item_kind kind;
    struct message message;
    struct reading reading;
    const struct trace *trace; /* how it came about; NULL unless asked for */
    bool collected; /* one of a folder, a Maildir or an mbox of several: it only proposes
                       (rule 2) */
    int64_t total;  /* of a message: how many its file holds, when that is all that is
                       read; 0 not known */
    uint64_t key;   /* to remember it by (mail.h, mail_memory); 0: it has none */
    const char *problem; /* of a bad one: why, with its source in front */
    int64_t read;        /* messages read */
    int64_t bad;         /* and not */
    int64_t passed;      /* and passed by, since they were read before */
};

/* From the next reading on: shall each message come with its trace? No by default. */
void worker_set_explain(struct worker *worker, bool explain);
/* What is asked of the reading begun next, besides its messages. */
struct worker_wishes {
    /* Not NULL: which of a folder's messages were read before (keys of worker_item); they
     * are passed by. False and err end the reading. */
    bool (*seen)(void *context, const uint64_t *keys, size_t count, bool *seen,
                 struct error *err);
    void *context;
    bool count; /* the messages are counted first, for worker_total */
};
void worker_wish(struct worker *worker, const struct worker_wishes *wishes);
/* Of the reading under way: how many messages it has come to, those passed by among them,
 * and how many there are, -1 while that is not known. */
int64_t worker_position(const struct worker *worker);
int64_t worker_total(const struct worker *worker);

/* Begins to read a file or a folder. date_order is a value of enum date_order
 * (touchbase/dates) as a number. False and err when the worker cannot be started or does
 * not take the request; a path that is not there is found by the first worker_read_next.
 */
bool worker_read_path(struct worker *worker, const char *path, int date_order,
                      struct error *err);
/* The same for bytes (standard input, a paste) under a name ("-"); at most
 * WORKER_BYTES_MAX of them. They must live until the reading is over. */
bool worker_read_bytes(struct worker *worker, const char *name, const char *bytes,
                       size_t length, int date_order, struct error *err);
/* The next item, its strings in the arena; waits for it, at most the time limit; where
 * the worker had not said which message it turned to, it is started once more to say so,
 * and has the time limit again. False and err when the reading as a whole failed; it is
 * over then, as it is after WORKER_END. */
bool worker_read_next(struct worker *worker, struct arena *arena, struct worker_item *out,
                      struct error *err);
/* Would worker_read_next answer without waiting for the worker? Never blocks. Asked again
 * and again it also notices a worker that was silent for its time limit: then
 * worker_read_next gives up that message at once. */
bool worker_read_ready(struct worker *worker);

/* ---- Calendar ---- */

/* The days that the all-day events of an .ics file cover (calendar/days.h), in no order,
 * in arena. False and err when it is none or too much. Cancels what was begun. */
bool worker_read_days(struct worker *worker, const char *path, struct arena *arena,
                      day_number **days, size_t *count, struct error *err);

/* The first days behind after of a rule that begins on start (calendar/occurrences.h), at
 * most limit (1 to 1000), in arena. False and err for what is no rule. Cancels what was
 * begun. */
bool worker_occurrences(struct worker *worker, const char *rule, day_number start,
                        day_number after, size_t limit, struct arena *arena,
                        day_number **days, size_t *count, struct error *err);

/* The events and tasks of an .ics file (calendar/appointments.h) by their time, in arena;
 * here is the IANA name of the desk's zone. False and err when it is none or too much.
 * Cancels what was begun. */
bool worker_read_appointments(struct worker *worker, const char *path, const char *here,
                              int64_t now_utc, struct arena *arena,
                              struct appointment **appointments, size_t *count,
                              struct error *err);

/* ---- Collections ---- */

/* Where a collection is (model/collection.h). */
struct worker_collection {
    const char *place;   /* a folder, with '/' at its end, or an URL */
    const char *user;    /* of the URL, or NULL */
    const char *command; /* that prints the password, words with blanks between them; run
                            without a shell; or NULL */
    bool tasks;          /* what is put is VTODO instead of VEVENT */
};

/* Opens it and lists its items, in arena. What follows is asked of this one, until
 * something else is begun. */
bool worker_collection_open(struct worker *worker,
                            const struct worker_collection *collection,
                            struct arena *arena, struct collection_item **items,
                            size_t *count, struct error *err);

/* What came of one item; strings in the arena. */
struct worker_kept {
    enum collection_result result;
    const char *etag;   /* its version now; NULL: not told */
    bool understood;    /* of fetch: it is a calendar item, ... */
    struct entry entry; /* ... this one; of put what was written, as it reads back */
};

/* False and err when that could not be found out. */
bool worker_collection_fetch(struct worker *worker, const char *href, struct arena *arena,
                             struct worker_kept *out, struct error *err);
/* etag NULL: it is new. */
bool worker_collection_put(struct worker *worker, const char *href, const char *etag,
                           const struct reminder *reminder, struct arena *arena,
                           struct worker_kept *out, struct error *err);
bool worker_collection_remove(struct worker *worker, const char *href, const char *etag,
                              struct arena *arena, struct worker_kept *out,
                              struct error *err);

/* How a calendar is written (interop.md 4). */
struct worker_calendar {
    const char *path; /* of the .ics file; "-" hands its bytes to take; with a '/' at its
                         end a folder of one file a reminder (calendar/folder.h) */
    const char *name; /* shown by calendar programs, or NULL */
    bool tasks;       /* VTODO instead of VEVENT */
    bool several;     /* two or more reminders follow */
    bool subscribed;  /* the file is fetched again and again: it says how often */
    /* With path "-": called from worker_calendar_end with the file's bytes, piece by
     * piece. False and err end it. */
    bool (*take)(void *context, const char *bytes, size_t length, struct error *err);
    void *context;
};

/* Begins a file: written beside the old one and renamed at the end. What the worker finds
 * wrong with it, or with what follows, is told by worker_calendar_end. */
bool worker_calendar_begin(struct worker *worker, const struct worker_calendar *calendar,
                           struct error *err);
/* Names a zone (IANA) that reminders to come are in; all zones go before the first
 * reminder. earliest_utc is the first instant in it (UTC seconds). */
bool worker_calendar_zone(struct worker *worker, const char *zone, int64_t earliest_utc,
                          struct error *err);
bool worker_calendar_add(struct worker *worker, const struct reminder *reminder,
                         struct error *err);
struct worker_calendar_totals {
    int64_t count;   /* reminders in it */
    int64_t written; /* of those in a folder: whose files are new or changed */
    int64_t removed; /* files of a folder that are gone */
};

/* Ends the file or folder. On an error a file was not changed, a folder up to where it
 * happened. */
bool worker_calendar_end(struct worker *worker, struct worker_calendar_totals *totals,
                         struct error *err);

#endif
