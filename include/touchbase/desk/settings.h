/* What a person may set: data/touchbase.conf (embedded: every key with its default) and
 * on top of it $XDG_CONFIG_HOME/touchbase/touchbase.conf; plays likewise from plays.ini.
 */
#ifndef TOUCHBASE_DESK_SETTINGS_H
#define TOUCHBASE_DESK_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/dates/order.h"
#include "touchbase/model/plays.h"

struct settings {
    enum date_order date_order; /* how 3/4 is read; NONE: refused with both readings */
    int alarm_minutes;          /* before a timed touch in the calendar, 0 to 10080 */
    const char *editor;         /* command for a note, or NULL: $VISUAL, $EDITOR, vi */
    const char *mailer;         /* command that is given a mailto: link, or NULL */
    bool ring_bell;             /* a reminder rings the terminal's bell */
    const char *ring_command;   /* words of a command that gets what rings, or NULL */
    bool ring_names;            /* that command is told who it is */
    struct holidays holidays;   /* days off besides Saturday and Sunday */
    struct plays plays;         /* with the numbers of the rules, plays.rules */
};

/* Reads the embedded defaults, then the files of folder that exist (folder NULL: none).
 * All strings belong to arena. False and err, "FILE:LINE: what is wrong", at the first
 * mistake. */
bool settings_read(struct arena *arena, const char *folder, struct settings *out,
                   struct error *err);

/* The same for who only looks and needs no plays: with a mistake in the own plays.ini
 * those of the program stand, and *mistake says which (in arena); else NULL. */
bool settings_read_looking(struct arena *arena, const char *folder, struct settings *out,
                           const char **mistake, struct error *err);

/* One row a setting that is not a rule's number (those: rules_rows of model/rules.h), for
 * help and checks. */
struct setting_row {
    const char *name;
    const char *help;
};
/* All rows; *count gets their number. They live as long as the program. */
const struct setting_row *settings_rows(size_t *count);

#endif
