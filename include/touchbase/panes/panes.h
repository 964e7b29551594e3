/* The full screen: the desk's panes and sheets on a screen. */
#ifndef TOUCHBASE_PANES_PANES_H
#define TOUCHBASE_PANES_PANES_H

#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

struct screen;

struct buffer;

struct panes_options {
    const char
        *take_in_path; /* take-in of this file or folder, "-": bytes, and nothing else:
                          the window leaves when it is closed. NULL: the desk */
    const char *bytes; /* with "-" */
    size_t length;
    bool to_confirm;   /* opens on the first reply that waits under To confirm (--demo) */
    bool only_confirm; /* To confirm, and nothing else: leaves when it is closed */
    struct buffer *said; /* gets the last thing the window said, for a person who is back
                            at the shell; may be NULL */
};

/* Runs until the person leaves. Returns the exit status: 0, 1 and err, 129 when the
 * terminal was lost, 143 when asked to end; what was being typed is on disk then. Screen
 * and desk stay the caller's. */
int panes_run(struct desk *desk, struct screen *screen,
              const struct panes_options *options, struct error *err);

/* Appends every action, by context: a line with the context's name, then for each action
 * a line set in by two: default keys, name for the command line, help. From it come
 * "touchbase help keys" and the manual. */
void panes_keys(struct buffer *out);
/* Appends every name that the command line takes, one a line set in by two: the name,
 * what may stand behind it in capitals, help; the short names come last. From it come
 * "touchbase help commands" and the manual. */
void panes_commands(struct buffer *out);
/* Appends every setting, likewise: "settings" with name, default and help, "[colours]"
 * and "[columns]" with what these sections may name. */
bool panes_settings(struct buffer *out, struct error *err);

#endif
