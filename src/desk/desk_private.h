/* What the files of this room share: the desk's members and how a step is made. */
#ifndef TOUCHBASE_SRC_DESK_PRIVATE_H
#define TOUCHBASE_SRC_DESK_PRIVATE_H

#include "touchbase/autoreply/reader.h"
#include "touchbase/base/clock.h"
#include "touchbase/desk/desk.h"
#include "touchbase/desk/pace.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/touch.h"
#include "touchbase/store/steps.h"
#include "touchbase/store/store.h"
#include "touchbase/wire/worker.h"

/* How far planned times have been derived anew (zones.h). */
struct renewing {
    bool begun, done;
    int64_t after; /* the last touch looked at */
};

/* The series of which few days are known (series.h). */
struct low_series {
    int64_t id;       /* 0 none */
    day_number after; /* from which day on they are wanted */
};

struct desk {
    struct arena *arena; /* lives as long as the desk */
    struct clock clock;
    struct settings settings;
    struct settings as_read;      /* the same before anything was set on the desk ... */
    const char *read_mark;        /* ... and the state of the files they were read from */
    struct ini_mistakes mistakes; /* in the settings file, of a window */
    struct store *store;
    struct worker *worker;
    struct autoreply_reader *reader; /* opened when text is first typed in, NULL before */
    enum desk_mode mode;
    int64_t window;          /* this window's number in the history, 0 for a shell */
    const char *demo_folder; /* removed at the end, NULL for a desk that stays */
    const char *notice;      /* or NULL */
    uint64_t replaced;       /* what generations of files that were replaced came to */
    bool lost;               /* its file is away, or another that cannot be opened */
    struct renewing renewing;
    struct low_series low_series;
};

/* desk_settings.c: at the start, as the mode of the desk wants it. */
bool desk_read_settings(struct desk *desk, struct error *err);

/* The same desk once more, with a store and a worker of its own, for a long reading
 * beside what the person does: clock and settings are the desk's, which must live longer.
 * NULL and err. */
struct desk *desk_open_beside(const struct desk *desk, struct error *err);
void desk_close_beside(struct desk *beside); /* NULL is allowed */

/* Begins a step with a label; ends it: commits when done is true, else takes everything
 * back and leaves err as it is. Returns whether the step stands. */
bool desk_step_begin(struct desk *desk, struct error *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool desk_step_end(struct desk *desk, bool done, struct error *err);

/* Someone at rest comes into play as a lead (rule 8). Inside a step. */
bool desk_bring_into_play(struct desk *desk, int64_t contact_id, struct arena *arena,
                          struct error *err);
/* The tags that words say on somebody, inside a step. */
bool desk_tag_new(struct desk *desk, int64_t id, const char *words, struct arena *arena,
                  struct error *err);
/* Sets due, zone and due_utc of a touch to a wall time in the desk's zone. */
void desk_set_due(const struct desk *desk, struct touch *touch, struct wall due);
/* A record that has to be there: ERROR_NOT_FOUND in words when it is not. */
bool desk_load_contact(struct desk *desk, int64_t id, struct arena *arena,
                       struct contact *out, struct error *err);
bool desk_load_touch(struct desk *desk, int64_t id, struct arena *arena,
                     struct touch *out, struct error *err);
/* Bytes of a text as typed, without the blanks at its end. */
size_t desk_text_length(const char *text);
/* The same repaired (base/text.h); NULL for NULL and for blanks alone. */
char *desk_text_repair(struct arena *arena, const char *text);
/* The mark "do not contact" is obeyed by everything that would reach the person. */
bool desk_may_reach(const struct contact *contact, struct error *err);
/* Stores a planned touch and what follows from it, inside a step; id may be NULL. */
bool desk_touch_insert(struct desk *desk, const struct touch *touch, struct arena *arena,
                       int64_t *id, struct error *err);
/* references.c: what follows a touch that counts on an advocate, inside a step. */
bool desk_ask_advocate(struct desk *desk, const struct touch *touch, struct arena *arena,
                       struct error *err);
/* A touch that is still pending; ERROR_FAILED when it is done. */
bool desk_load_pending(struct desk *desk, int64_t id, struct arena *arena,
                       struct touch *out, struct error *err);
/* A pending touch of the desk's own zone and clock, due nowhere yet. */
struct touch desk_touch_new(const struct desk *desk, int64_t contact_id);
/* A person's own day is where it stands from now on, whatever an absence did before. */
void desk_touch_settle(const struct desk *desk, struct touch *touch, struct wall due);
/* desk_touch_move inside a step, of one that was loaded. */
bool desk_touch_move_in(struct desk *desk, struct touch *touch, struct wall due,
                        struct arena *arena, struct error *err);
/* How a pending touch ends, now: of my doing, their move too. Not stored yet. */
void desk_touch_close(const struct desk *desk, struct touch *touch, enum outcome outcome);
/* Finishes a pending touch, done at done_utc (0: now), and plans next (or NULL), inside a
 * step: desk_touch_finish. */
bool desk_touch_end(struct desk *desk, struct touch *touch, enum outcome outcome,
                    int64_t done_utc, const struct touch *next, struct arena *arena,
                    struct error *err);
/* The same without a next one. */
bool desk_touch_end_at(struct desk *desk, struct touch *touch, enum outcome outcome,
                       int64_t done_utc, struct arena *arena, struct error *err);
/* scripts.c: a touch ended; the words that went with it stand as they were, inside a
 * step. */
bool desk_script_said(struct desk *desk, const struct touch *touch, struct arena *arena,
                      struct error *err);
/* Drops a pending touch, inside a step: of a series the next one comes. */
bool desk_touch_drop_in(struct desk *desk, struct touch *touch, struct arena *arena,
                        struct error *err);
/* series.c, inside a step: a stored touch with a rule begins its series, or is the day of
 * one that it names. */
bool desk_series_begin(struct desk *desk, struct touch *touch, struct arena *arena,
                       struct error *err);
/* A pending touch has ended: the next of its series is planned, if there is one. */
bool desk_series_go_on(struct desk *desk, const struct touch *touch, struct arena *arena,
                       struct error *err);
/* When that will be; day DAY_NONE: no more. */
bool desk_series_next(struct desk *desk, const struct touch *touch, struct arena *arena,
                      struct wall *due, struct error *err);
/* A wall time of another zone (IANA name) as the desk's zone has it; a day alone, and of
 * a zone nobody knows, as it is. */
struct wall desk_wall_there(const struct desk *desk, const char *zone, struct wall wall);
/* It is another person's from now on: nothing of an absence goes over with it, not its
 * opener, not its day. */
void desk_touch_pass(struct touch *touch, int64_t contact_id);
/* library.c, before that: an item which the other person had stays behind, and so does
 * the purpose that is its title (rule 13). Inside a step. */
bool desk_item_leave(struct desk *desk, struct touch *touch, int64_t contact_id,
                     struct arena *arena, struct error *err);
/* The same for a touch a person gives away by hand; stores it, inside a step. */
bool desk_give_to(struct desk *desk, struct touch *touch, int64_t contact_id,
                  struct arena *arena, struct error *err);
/* What they owe as it is stored, in arena; NULL and err when nothing was typed. */
const char *desk_owed(struct arena *arena, const char *typed, struct error *err);
/* Stores their move with the day it comes back, inside a step. id may be NULL. */
bool desk_owes_insert(struct desk *desk, int64_t contact_id, const char *owes,
                      struct wall guard, struct arena *arena, int64_t *id,
                      struct error *err);
/* Files a note, inside a step. */
bool desk_note_insert(struct desk *desk, int64_t contact_id, const char *text,
                      int64_t draft_id, struct arena *arena, struct error *err);
struct inbound;
/* The touch of what reached me with its note, inside a step; who was at rest comes into
 * play. */
bool desk_inbound_insert(struct desk *desk, const struct inbound *inbound,
                         struct arena *arena, int64_t *id, struct error *err);
/* All that waits of a contact is answered now, inside a step. */
bool desk_waiting_answer(struct desk *desk, int64_t contact_id, struct arena *arena,
                         struct error *err);
/* links.c: is there such a link, of colleagues from either side? */
bool desk_link_known(struct desk *desk, const struct link *link, bool *known,
                     struct error *err);
/* references.c, inside a step. A message that goes with a touch was filed: a pending one
 * that names nobody names who is meant by {reference} (refers: it is in the text), and
 * nobody when it is not there any more. */
bool desk_reference_filed(struct desk *desk, int64_t touch_id, bool refers,
                          struct arena *arena, struct error *err);
/* A message with {reference} was used, with a touch (NULL: with none): its name counts.
 */
bool desk_reference_used(struct desk *desk, const struct script *script,
                         const struct touch *touch, struct arena *arena,
                         struct error *err);
/* The landing day "when back" means for a contact, DAY_NONE without an absence. */
bool desk_landing(struct desk *desk, int64_t contact_id, struct arena *arena,
                  day_number *out, struct error *err);

/* That day, or when they have landed from the absences it lies in (plan_clear_day). */
bool desk_clear_day(struct desk *desk, int64_t contact_id, day_number day,
                    struct arena *arena, day_number *out, struct error *err);

/* absences.c: the one they are in, or came back from not long ago. */
bool desk_absence_lately(struct desk *desk, int64_t contact_id, struct arena *arena,
                         struct absence *out, bool *found, struct error *err);
/* "mailto:..." (RFC 6068) to a person; subject and body may be NULL. NULL and err without
 * an address and for who is not to be contacted. */
char *desk_mailto(struct desk *desk, int64_t contact_id, const char *subject,
                  const char *body, struct arena *arena, struct error *err);

/* What to say before a touch is planned (rules 7 and 13, and an absence). */
bool desk_touch_warning(struct desk *desk, const struct touch *touch, struct arena *arena,
                        struct touch_warning *out, struct error *err);

/* holidays_file.c: the settings' days off are those named there and those of the file
 * named there. False and err when that cannot be read: its days are not among them. */
bool desk_follow_holidays(struct desk *desk, struct error *err);

/* floors.c: floors by tag are those of the settings. */
bool desk_follow_floors(struct desk *desk, struct error *err);

/* demo.c: fills a new desk with sample people around the clock's today. */
bool desk_demo_fill(struct desk *desk, struct error *err);

#endif
