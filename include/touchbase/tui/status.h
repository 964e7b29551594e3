/* The lines around the panes: a footer of keys that work here, and a line for messages,
 * each shown once. */
#ifndef TOUCHBASE_TUI_STATUS_H
#define TOUCHBASE_TUI_STATUS_H

#include <stdbool.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"
#include "touchbase/tui/keymap.h"

/* Draws "key label" of the actions with a label that a context reaches, in table order,
 * as many as fit whole; the place of the last (the one that shows all keys) is kept free
 * for it. */
void footer_draw(struct area area, int row, const struct keymap *keymap,
                 const char *context);
/* Appends the help page of a context: one line an action, its keys first; actions without
 * keys at the end. */
void footer_help(const struct keymap *keymap, const char *context, struct buffer *out);

enum notice_kind { NOTICE_NONE, NOTICE_PLAIN, NOTICE_WARNING, NOTICE_ERROR };

/* The message on show. `struct notice n = {0};` is none; notice_free ends it. */
struct notice {
    enum notice_kind kind;
    struct buffer text;
    struct buffer above; /* a second line, drawn over the row above; empty: none */
};

void notice_set(struct notice *notice, enum notice_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Gives the notice on show a second line, above it. */
void notice_above(struct notice *notice, const char *words);
void notice_error(struct notice *notice, const struct error *err);
/* Takes it away: the next key has come. An error that stays (a full disk) is the caller's
 * to set again. */
void notice_clear(struct notice *notice);
void notice_free(struct notice *notice);
/* Draws it on a row, and its second line on the one above; false, and nothing drawn, when
 * there is none. Never colour alone: errors begin with "! ". */
bool notice_draw(const struct notice *notice, struct area area, int row);

#endif
