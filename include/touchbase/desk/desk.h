/* The program without a face: owns the store, the clock, the settings and the worker.
 * Every call that changes something is one step of the history (design.md section 3) and
 * one transaction, imports apart. One thread. */
#ifndef TOUCHBASE_DESK_DESK_H
#define TOUCHBASE_DESK_DESK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/base/zone.h"
#include "touchbase/desk/settings.h"

struct desk;

enum desk_mode {
    DESK_LOOK,  /* a command that only looks: a missing desk is an error */
    DESK_WRITE, /* a command that writes: a missing desk is made */
    DESK_WINDOW /* the full screen: likewise, and steps are this window's own */
};

struct desk_options {
    const char *path; /* the desk's file; NULL: $XDG_DATA_HOME/touchbase/desk.db */
    const char *now;  /* "YYYY-MM-DD HH:MM[+]" or NULL for the system's clock */
    enum desk_mode mode;
    bool demo; /* a throw-away desk of sample data instead of path */
};

/* NULL and err when it cannot be opened; what is wrong with a setting is such an error
 * too, but for a window (desk_setting_mistakes). */
struct desk *desk_open(const struct desk_options *options, struct error *err);
void desk_close(struct desk *desk); /* NULL is allowed */

const char *desk_path(const struct desk *desk);
/* A sentence the person should see when the desk opens (read-only and why, an import cut
 * short), or NULL. */
const char *desk_notice(const struct desk *desk);
bool desk_read_only(const struct desk *desk);
const struct settings *desk_settings(const struct desk *desk);
/* What is wrong with the settings file of a window ("FILE:LINE: ..." each), which goes on
 * with the rest; until the next reload. */
const struct ini_mistakes *desk_setting_mistakes(const struct desk *desk);
/* Sets one (settings_set) until the desk is closed or reads its settings again. */
bool desk_set(struct desk *desk, const char *name, const char *value, struct error *err);
/* Takes settings that were copied before a desk_set back. */
void desk_keep_settings(struct desk *desk, const struct settings *settings);
/* Reads settings and plays again; where a line is wrong what was set before stays
 * (settings_read_good). False and err when a file cannot be read at all: all stay. */
bool desk_reload_settings(struct desk *desk, struct error *err);

int64_t desk_now(const struct desk *desk);      /* UTC seconds */
struct wall desk_wall(const struct desk *desk); /* in the desk's zone */
day_number desk_today(const struct desk *desk);
const struct zone *desk_zone(const struct desk *desk);
/* Lets seconds pass at once, for scripts (clock_pass). */
void desk_pass(struct desk *desk, int64_t seconds);
/* Milliseconds until the wall clock's next minute, for a timer; -1 when the clock stands
 * still. */
int64_t desk_next_minute_ms(const struct desk *desk);
/* The wall clock's next minute in UTC seconds, for an alarm of the system's; -1 when the
 * clock is not the system's. */
int64_t desk_next_minute_utc(const struct desk *desk);
/* When the worker wants desk_idle to be called (clock_ticks_ms), -1 never. */
int64_t desk_deadline(const struct desk *desk);
void desk_idle(struct desk *desk, int64_t now_ms);

/* Goes up by one or more at every change of the desk, whoever made it. */
uint64_t desk_generation(const struct desk *desk);
/* Reads between these two see the desk of one moment and are cheap together; nothing may
 * be written there. end is called when begin returned true (store_look_begin). */
bool desk_look_begin(struct desk *desk);
void desk_look_end(struct desk *desk);
/* Has another process changed the desk since the last call? Then the generation went up
 * too. Cheap. A file that was put in the desk's place is opened; when it is none, or
 * gone, err says so and the desk that was is only read from then on. */
bool desk_refresh(struct desk *desk, bool *changed, struct error *err);
/* How many rows other processes changed since the last call, no more than about 1000
 * counted; 0 at the first. */
bool desk_changed_rows(struct desk *desk, int64_t *count, struct error *err);
/* Keeps room for the last words typed on a disk that runs full; false when little is left
 * on it (store_keep_room). */
bool desk_keep_room(const struct desk *desk);
/* The folder whose files change when the desk does, for a file watch. */
const char *desk_folder(const struct desk *desk);

/* What the header line says. */
enum { WAITING_COUNTED = 1000, MISSED_COUNTED = 99 };
struct desk_counts {
    int64_t in_play, at_rest, others; /* contacts */
    int64_t away;                     /* absences under way or to come */
    int64_t to_confirm;           /* proposed ones, filed with open questions, and what
                                     a calendar asks (desk/sync.h) */
    int64_t pending, late, today; /* touches; today: due today and not late */
    int64_t missed;               /* promises whose time went by (rule 12), at most
                                     MISSED_COUNTED */
    int64_t waiting;              /* people who wait for me, at most WAITING_COUNTED */
    int64_t waiting_since_utc;    /* since when the first of them does, 0 nobody */
    int64_t no_next_step;         /* in play without a next touch */
};
bool desk_count(struct desk *desk, struct desk_counts *out, struct error *err);

#endif
