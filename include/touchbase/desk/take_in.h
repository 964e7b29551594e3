/* Taking in out-of-office replies (design.md section 2, rules 1 to 6). A message is read,
 * matched to a contact, its play worked out as a preview; nothing is stored before
 * take_in_file. */
#ifndef TOUCHBASE_DESK_TAKE_IN_H
#define TOUCHBASE_DESK_TAKE_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/message.h"
#include "touchbase/model/plan.h"
#include "touchbase/model/trace.h"

enum take_in_state {
    TAKE_IN_OTHER,    /* no absence: reading.why says why */
    TAKE_IN_KNOWN,    /* this Message-ID was taken in before */
    TAKE_IN_STRANGER, /* an absence of somebody not on the desk */
    TAKE_IN_CONFIRMS, /* the same days as an absence on file, or other days than a newer
                         message gave: starts nothing (rule 6) */
    TAKE_IN_REPLACES, /* other days than one on file (rule 6) */
    TAKE_IN_NEW
};

struct take_in {
    struct arena *arena; /* everything below lives in it; handed in, not owned */
    struct message message;
    struct reading reading;    /* may be changed; then call take_in_weigh */
    const struct trace *trace; /* of a source to be explained, else NULL */
    bool collected;     /* of a folder or an mbox of several: only proposes (rule 2) */
    int64_t total;      /* how many its file holds, when that is all that is read; 0 not
                           known */
    uint64_t key;       /* what a folder's message is remembered by, 0 none */
    bool heard_whole;   /* a greeting was heard to the end, or it is a mail */
    bool message_left;  /* a message was left after the greeting: filed as a call */
    int64_t absence_id; /* one on the desk already; 0: not stored yet */
    const struct absence *stored; /* that one as it was stored, else NULL */
    bool stranger; /* a person said that it is not whom the name suggests */
    /* Worked out by take_in_weigh: */
    const char *doubt; /* the address of a sender who has a contact's name but whose
                          address nobody has: contact is that one, and not theirs before a
                          person says so; else NULL */
    enum take_in_state state;
    bool has_contact;
    struct contact contact; /* of a STRANGER who gives a name or an address the one that
                               filing would make, id 0; has_contact is false */
    struct absence earlier; /* with CONFIRMS, REPLACES and KNOWN */
    struct plan plan;       /* with NEW and REPLACES, and of a STRANGER as a new contact;
                               with CONFIRMS only its sentence */
    /* Answers to the plan's questions, by touch; set by the caller before take_in_weigh.
     */
    const struct plan_answer *answers;
    size_t answer_count;
    bool ask_anew; /* answers remembered of an absence on file are not taken; set by the
                      caller too, and filing forgets them */
};

/* What comes out of reading several. */
struct take_in_result {
    enum take_in_state state;
    bool filed;   /* an absence was stored */
    bool started; /* and its play ran */
    bool waits;   /* or it waits under To confirm ... */
    enum unsure
        unsure;        /* ... only since something of it is not certain: no play starts */
    int32_t questions; /* that stay open: listed under To confirm */
    int64_t absence_id;
    int64_t contact_id;
    const char *sentence; /* one line for the person, in the take-in's arena */
};

/* Text typed, pasted or heard; a first line "received: 2026-03-02" says when. contact_id,
 * unless 0, is whose it is. A pasted raw mail ("From: ..." among its headers) is read as
 * one, by the worker, and is its sender's when the desk knows the sender. */
bool take_in_text(struct desk *desk, const char *text, int64_t contact_id,
                  struct arena *arena, struct take_in *out, struct error *err);
/* One that waits under To confirm, or was filed, by its number. */
bool take_in_absence(struct desk *desk, int64_t absence_id, struct arena *arena,
                     struct take_in *out, struct error *err);
/* Works out state, contact and plan again from message, reading and answers; contact_id,
 * unless 0, sets whose it is. */
bool take_in_weigh(struct desk *desk, int64_t contact_id, struct take_in *take_in,
                   struct error *err);
/* Rule 1: will filing it plan a call to ring again and listen, because a greeting was not
 * heard to the end? Never at a funeral; without a day back the play finds out. */
bool take_in_listens(const struct take_in *take_in);
/* How far filing goes. */
enum take_in_how {
    TAKE_IN_PROPOSE, /* a folder: what would start, and what is not certain (model,
                        absence_unsure), waits under To confirm */
    TAKE_IN_START,   /* a message named one by one: the play starts if it is not over */
    TAKE_IN_ACCEPT   /* Enter on the preview: what was shown is done */
};

/* Stores it as one step: the absence, what its play makes and moves, what it replaces
 * (proposals for the same days too), a contact at rest brought into play, a message left.
 * add_stranger: an unknown sender becomes a contact first. Of one that confirms only the
 * message is remembered. For OTHER, KNOWN and a stranger not added nothing is stored, and
 * the result says so. */
bool take_in_file(struct desk *desk, struct take_in *take_in, enum take_in_how how,
                  bool add_stranger, struct take_in_result *result, struct error *err);
/* Of one in doubt: a stranger of the same name wrote it. One that waits is put away, as
 * one step; a new one is weighed as a stranger's. TAKE_IN_ACCEPT says the contrary: the
 * address becomes one more of the contact. */
bool take_in_refuse(struct desk *desk, struct take_in *take_in, struct error *err);
/* No absence after all: one on the desk goes, what its play made is dropped and what it
 * moved goes back; of a new one only the message is remembered. One step. */
bool take_in_dismiss(struct desk *desk, struct take_in *take_in, struct error *err);
/* Of a filed absence: they are back today (x in the pane), or come back on another day
 * (s). Return call and what was moved go to the new landing day, or back to where they
 * stood; who has not left yet does not leave. One step. ERROR_FAILED for one that is not
 * filed, ERROR_USAGE for a day before they leave. */
bool desk_absence_end(struct desk *desk, int64_t absence_id, struct error *err);
bool desk_absence_move(struct desk *desk, int64_t absence_id, day_number back,
                       struct error *err);

/* What waits under To confirm to be started or looked at, by reason (rule 2); open
 * questions of plays that ran do not count. */
struct take_in_waiting {
    int64_t reasons[REASON_COUNT]; /* by enum reason */
    int64_t left;                  /* left the company */
    int64_t doubtful;              /* whose they are is asked first; not in all */
    int64_t unsure;                /* of all: something is open or a guess */
    int64_t all;
};
bool take_in_count_waiting(struct desk *desk, struct take_in_waiting *out,
                           struct error *err);
/* Starts all of it as one step; *started gets how many plays ran. */
bool take_in_accept_all(struct desk *desk, int64_t *started, struct error *err);

/* Reading files: begin, then next until TAKE_IN_END. Without a desk (a dry run) desk is
 * NULL and only message and reading are filled. The worker reads; see wire/worker.h. */
struct take_in_reader;
enum take_in_next { TAKE_IN_ITEM, TAKE_IN_BAD, TAKE_IN_END, TAKE_IN_FAILED };
/* path "-" reads bytes of that length instead. */
struct take_in_reader *take_in_open(struct desk *desk, enum date_order order,
                                    const char *path, const char *bytes, size_t length,
                                    struct error *err);
/* The same, and what a folder is read for:
 *
 * The desk remembers which messages of a folder, or of an mbox of several, it has read,
 * and passes them by the next time (mail.h says what they are known by, store/seen.h what
 * is kept). Remembered are messages that are no absence, and those whose absence is on
 * the desk; what could not be read, and absences of people who are not on the desk, are
 * read again each time, since a contact may have come in. When the step that filed an
 * absence is undone, its message is found again by the next reading. */
struct take_in_source {
    enum date_order order;
    const char *path; /* "-": bytes */
    const char *bytes;
    size_t length;
    bool again;   /* what was read before is read again; nothing is doubled (rule 6) */
    bool count;   /* the messages are counted first, for take_in_progress */
    bool explain; /* each message comes with the trace of its reading */
    bool apart; /* beside other work: worker and hold on the desk's file are its own, the
                   desk is read and written meanwhile; see take_in_pause */
};
struct take_in_reader *take_in_open_source(struct desk *desk,
                                           const struct take_in_source *source,
                                           struct error *err);
/* Files one of a folder (item->collected) as take_in_file with TAKE_IN_PROPOSE does, but
 * all of the source are one step, made in parts, so that other windows are not kept
 * waiting. What was filed stays when the program is killed: the step is then one that was
 * cut short, to undo or to keep (desk_unfinished), and reading goes on where it was. On
 * an error of the desk all of it is taken back. */
bool take_in_file_collected(struct take_in_reader *reader, struct take_in *item,
                            bool add_stranger, struct take_in_result *result,
                            struct error *err);
/* Stores what was filed so far and lets the desk go: to call before anything else is done
 * than taking the next message. */
bool take_in_pause(struct take_in_reader *reader, struct error *err);
/* Ends that step, at the end or on the way, and remembers what was read. take_in_close
 * does it too, without telling an error. */
bool take_in_finish(struct take_in_reader *reader, struct error *err);
struct take_in_progress {
    int64_t position; /* messages come to, those passed by among them */
    int64_t total;    /* -1: not known */
    int64_t passed;   /* at the end: how many were passed by */
};
struct take_in_progress take_in_progress(const struct take_in_reader *reader);
/* ITEM: *out is filled in arena (weighed when there is a desk). BAD: one message that
 * could not be read, err says which and why; go on. FAILED: err, it is over. */
enum take_in_next take_in_next(struct take_in_reader *reader, struct arena *arena,
                               struct take_in *out, struct error *err);
/* To poll while a window waits, -1 none; would next answer at once? */
int take_in_fd(const struct take_in_reader *reader);
bool take_in_ready(struct take_in_reader *reader);
void take_in_close(struct take_in_reader *reader);

#endif
