/* From key presses to actions. Contexts form a tree (pane -> desk -> common): a key is
 * looked up in the innermost and climbs until it is found; a sequence that is begun
 * reports "not yet". */
#ifndef TOUCHBASE_TUI_KEYMAP_H
#define TOUCHBASE_TUI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"
#include "touchbase/term/key.h"
#include "touchbase/tui/action.h"

struct keymap;

/* An empty one with the room's own contexts and rows (action_contexts, action_rows). */
struct keymap *keymap_create(void);
void keymap_destroy(struct keymap *keymap); /* NULL is allowed */

/* Adds contexts, then actions, which must outlive the keymap. A context may be named
 * before with the same parent. False and err naming the row when a parent or context is
 * unknown, a key cannot be read, or one key sequence of a context begins another one
 * there. */
bool keymap_add_contexts(struct keymap *keymap, const struct context_row *rows,
                         size_t count, struct error *err);
bool keymap_add_actions(struct keymap *keymap, const struct action_row *rows,
                        size_t count, struct error *err);

/* A person's own keys, over the default ones alone: in a place ("person.note": a context
 * and an action seen from it) these sequences and no other; "" or "none": no key. */
struct keymap_change {
    const char *place;
    const char *keys;
    const char *where; /* "FILE:LINE" for messages, may be NULL */
};

/* Told of each change that is not made, in words without its own place. */
typedef void keymap_wrong(void *data, size_t index, const char *words);

/* Makes the changes, of one place the last. Not made are those whose place or key is
 * none, that want a plain character in a text, that leave an action of kept (places, NULL
 * behind the last) without a key, or whose keys begin like those of another action of the
 * context that keeps them. */
void keymap_rebind(struct keymap *keymap, const struct keymap_change *changes,
                   size_t count, const char *const *kept, keymap_wrong *wrong,
                   void *data);

/* What has been typed of a sequence: one for each keyboard, zeroed at the start. */
struct keymap_state {
    struct key keys[KEY_SEQUENCE_MAX];
    size_t count;
    int number; /* the count typed before, 0: none */
};

enum keymap_result {
    KEYMAP_ACTION,    /* a whole sequence: *match is filled */
    KEYMAP_NOT_YET,   /* more keys needed: show keymap_pending */
    KEYMAP_CANCELLED, /* Esc, C-g or C-c ended a sequence begun */
    KEYMAP_UNKNOWN,   /* no such sequence; match->keys names it */
};

enum { KEYMAP_COUNT_MAX = 999999999 };

struct keymap_match {
    int action;
    int count;                    /* as typed, 0 when none was */
    const struct action_row *row; /* with KEYMAP_ACTION */
    struct key keys[KEY_SEQUENCE_MAX];
    size_t key_count;
};

enum keymap_result keymap_press(const struct keymap *keymap, struct keymap_state *state,
                                const char *context, struct key key,
                                struct keymap_match *match);
/* Appends what was typed so far ("10g"). */
void keymap_pending(const struct keymap_state *state, struct buffer *out);

/* Goes through the actions that can be reached in a context, innermost first, in table
 * order, each once; keys is a list of its sequences separated by blanks (may be "").
 * Stops when visit returns false. */
typedef bool keymap_visit(void *context, const struct action_row *row, const char *keys);
void keymap_each(const struct keymap *keymap, const char *context, keymap_visit *visit,
                 void *data);
/* The same of the actions with a label alone, each with its first sequence: for the
 * footer, which is drawn at every key. */
void keymap_each_label(const struct keymap *keymap, const char *context,
                       keymap_visit *visit, void *data);
/* Appends the first sequence that gives an action in a context, or nothing. */
void keymap_keys(const struct keymap *keymap, const char *context, int action,
                 struct buffer *out);
/* Appends words in which "{undo}" is the first sequence of the action of that name in a
 * context, ":undo" where it has none: for hints, which name keys as they are bound now.
 */
void keymap_words(const struct keymap *keymap, const char *context, const char *words,
                  struct buffer *out);
/* The row of an action by its name, seen from a context; NULL when there is none. */
const struct action_row *keymap_named(const struct keymap *keymap, const char *context,
                                      const char *name);

#endif
