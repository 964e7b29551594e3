/* The keymap from inside. */
#ifndef TOUCHBASE_TUI_KEYMAP_TABLE_H
#define TOUCHBASE_TUI_KEYMAP_TABLE_H

#include "touchbase/tui/keymap.h"

/* What keys do. Small, since a start binds hundreds: the keys are apart. */
struct binding {
    const struct key *keys; /* in the arena of the keymap */
    size_t count;
    const struct action_row
        *row; /* action 0: the keys are taken away, also from the parents */
};

struct context {
    const struct context_row *row;
    struct context *parent; /* NULL at the root */
    struct binding *bindings;
    size_t count;
    size_t capacity;
    const struct action_row **rows;
    size_t row_count;
    size_t row_capacity;
};

struct keymap {
    struct arena *arena;
    struct context **contexts;
    size_t context_count;
    size_t context_capacity;
};

/* Reads a word as key_parse_sequence does into the keys of a binding; false when it is no
 * sequence. */
bool binding_read(const struct keymap *keymap, const char *word, size_t length,
                  struct binding *binding);

/* Does one of two sequences begin the other (or are they the same)? */
bool binding_collides(const struct binding *a, const struct binding *b);

/* NULL when there is none. */
struct context *keymap_context(const struct keymap *keymap, const char *name);

/* Looks a sequence up from a context on; partial: some longer one begins with it. NULL
 * when none is whole. */
const struct binding *keymap_look_up(const struct context *context,
                                     const struct key *keys, size_t count, bool *partial);

/* Makes these the only keys of an action in a context: its own there go, those of its
 * parents mean nothing there any more. */
void keymap_give(struct keymap *keymap, struct context *context,
                 const struct action_row *row, const struct binding *keys, size_t count);

#endif
