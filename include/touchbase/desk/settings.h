/* What a person may set: data/touchbase.conf (embedded: every key with its default) and
 * on top of it $XDG_CONFIG_HOME/touchbase/touchbase.conf; plays likewise from plays.ini.
 * The sections [keys], [colours] and [columns] are the full screen's: they are kept here
 * line by line as they were written. */
#ifndef TOUCHBASE_DESK_SETTINGS_H
#define TOUCHBASE_DESK_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"
#include "touchbase/base/error.h"
#include "touchbase/base/ini.h"
#include "touchbase/dates/order.h"
#include "touchbase/model/office.h"
#include "touchbase/model/plays.h"
#include "touchbase/model/rounds.h"

enum { SETTING_SECTIONS = 3 };
extern const char *const setting_sections[SETTING_SECTIONS]; /* keys, colours, columns */

/* One line of a section that is the full screen's. */
struct setting_line {
    const char *section; /* one of setting_sections */
    const char *key;
    const char *value;
    const char *where; /* "FILE:LINE", NULL: typed while the program ran */
};

struct settings {
    enum date_order date_order; /* how 3/4 is read; NONE: refused with both readings */
    int alarm_minutes;          /* before a timed touch in the calendar, 0 to 10080 */
    const char *calendar;       /* the file, or folder with a '/' at its end, in which the
                                   touches are kept up to date, or NULL: nowhere */
    const char *sync;           /* the folder or CalDAV address, with '/' at its end, that
                                   is kept in step with the desk both ways, or NULL */
    const char *sync_user;      /* at that address, or NULL */
    int sync_minutes; /* between two looks there that no change asks for; 0: none */
    const char *sync_password; /* command that prints the password there, or NULL */
    const char *editor;        /* command for a note, or NULL: $VISUAL, $EDITOR, vi */
    const char *mailer;        /* command that is given a mailto: link, or NULL */
    const char *ring_command;  /* words of a command that gets what rings, or NULL */
    bool ring_names;           /* that command is told who it is */
    bool ring_bell;            /* a reminder rings the terminal's bell */
    bool calendar_tasks;       /* calendar holds tasks, not events */
    const char *dialer;        /* command that is given a number, or NULL: it is copied */
    const char *opener;        /* command that is given a web link, or NULL */
    const char *clipboard; /* command that reads what is copied, or NULL: the terminal */
    const char *theme;     /* "auto", "dark", "light", "high-contrast", "monochrome" */
    bool mouse;
    const char *holidays_text;  /* days off besides Saturday and Sunday, as written ... */
    const char *holidays_file;  /* an .ics file of more of them, or NULL */
    struct holidays holidays;   /* ... and as days; on an open desk with those of the file
                                   (desk_follow_holidays) */
    struct office office;       /* when people are at their desks, by their own clock */
    struct rounds rounds;       /* when voicemail and mail are looked through */
    struct plays plays;         /* with the numbers of the rules, plays.rules */
    struct rules usual_rules;   /* those numbers as plays.ini alone has them */
    struct setting_line *lines; /* in the order they came, a key may come again */
    size_t line_count;
    size_t line_capacity;
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

/* The same for a window, which goes on behind a mistake in touchbase.conf: all are added
 * to mistakes, and what a wrong line would have set stays as it was before (NULL: the
 * default). With before a mistake in the own plays.ini is one of them, and the plays stay
 * too; without, it is an error. */
bool settings_read_good(struct arena *arena, const char *folder,
                        const struct settings *before, struct settings *out,
                        struct ini_mistakes *mistakes, struct error *err);

/* Sets one by its name, "SECTION.KEY" for a line of a section. False and err, in words
 * without a place, when there is none of that name or value is none for it. */
bool settings_set(struct arena *arena, struct settings *settings, const char *name,
                  const char *value, struct error *err);
/* The value as it would be written ("" for an empty one); NULL when there is no such
 * name, or no such line. */
const char *settings_text(struct arena *arena, const struct settings *settings,
                          const char *name);

enum setting_kind {
    SETTING_CHOICE, /* one of words; an enum or, with text, a string */
    SETTING_SWITCH, /* the first of two words, "on" or "yes", or the other */
    SETTING_NUMBER, /* from minimum to maximum */
    SETTING_COMMAND,
    SETTING_CALENDAR, /* a file ending in .ics, or a folder/, by its whole path */
    SETTING_WORD,     /* any words */
    SETTING_SYNC,     /* a folder/ by its whole path, or an address/ */
    SETTING_FILE,     /* a file by its whole path */
    SETTING_DAYS,
    SETTING_OFFICE, /* "08:30-17:30" */
    SETTING_ROUNDS  /* "09:00 11:30" */
};

/* One row a setting that is not a rule's number (those: rules_rows of model/rules.h), for
 * help and checks. */
struct setting_row {
    const char *name;
    const char *help;
    enum setting_kind kind;
    bool text;                /* of a choice: the word itself is kept, not its place */
    const char *const *words; /* of a choice or switch, NULL behind the last; "" is said
                                 as empty */
    int minimum, maximum;
    size_t offset; /* of its member of struct settings */
};
/* All rows; *count gets their number. They live as long as the program. */
const struct setting_row *settings_rows(size_t *count);

enum { SETTINGS_MAX = 96 };
/* The names of all settings, those of the rules too; how many. */
size_t settings_names(const char *names[SETTINGS_MAX]);

#endif
