/* The list of actions as text, for help and manual: by keys, and by names. */
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "touchbase/base/arena.h"
#include "touchbase/panes/panes.h"
#include "touchbase/tui/keymap.h"

static void add_keys_of(struct buffer *out, const char *context,
                        const struct action_row *rows, size_t count)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        const struct action_row *row = &rows[i];

        if (strcmp(row->context, context) != 0)
            continue;
        if (!any)
            buffer_add_format(out, "%s\n", context);
        any = true;
        buffer_add_format(out, "  %-20s %-16s %s\n", row->keys, row->name, row->help);
    }
}

void panes_keys(struct buffer *out)
{
    for (size_t i = 0; i < pane_context_count; i++)
        add_keys_of(out, pane_contexts[i].name, pane_actions, pane_action_count);
    for (size_t i = 0; i < action_context_count; i++)
        add_keys_of(out, action_contexts[i].name, action_rows, action_row_count);
}

struct listing {
    struct arena *arena;
    const struct action_row **rows;
    size_t count;
    size_t capacity;
};

/* A name is listed once, as the desk means it: its contexts come before the sheets'. */
static bool take(void *data, const struct action_row *row, const char *keys)
{
    struct listing *listing = data;

    (void)keys;
    for (size_t i = 0; i < listing->count; i++) {
        if (strcmp(listing->rows[i]->name, row->name) == 0)
            return true;
    }
    listing->rows =
        arena_grow(listing->arena, listing->rows, listing->count, listing->count + 1,
                   sizeof *listing->rows, &listing->capacity);
    listing->rows[listing->count++] = row;
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct action_row *const *left = a, *const *right = b;

    return strcmp((*left)->name, (*right)->name);
}

/* Where no key opens the command line, as in a text being typed, no name can be. */
static bool has_command_line(const struct keymap *keymap, const char *context)
{
    struct buffer keys = {0};
    bool has;

    keymap_keys(keymap, context, DO_COMMAND, &keys);
    has = keys.length > 0;
    buffer_free(&keys);
    return has;
}

static void add_command(struct buffer *out, struct arena *arena, const char *name,
                        const char *words, const char *help)
{
    buffer_add_format(out, "  %-24s %s\n",
                      words == NULL ? name : arena_format(arena, "%s %s", name, words),
                      help);
}

static void add_rows(struct buffer *out, const struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        add_command(out, listing->arena, listing->rows[i]->name,
                    command_words(listing->rows[i]->action), listing->rows[i]->help);
    for (size_t i = 0; i < pane_short_name_count; i++)
        add_command(out, listing->arena, pane_short_names[i].name, NULL,
                    arena_format(listing->arena, "as :%s", pane_short_names[i].means));
}

void panes_commands(struct buffer *out)
{
    struct keymap *keymap = keymap_create();
    struct listing listing = {.arena = arena_create()};
    struct error err;

    if (!keymap_add_contexts(keymap, pane_contexts, pane_context_count, &err) ||
        !keymap_add_actions(keymap, pane_actions, pane_action_count, &err))
        abort(); /* the table is known to be right; its test says so */
    for (size_t i = 0; i < pane_context_count; i++) {
        if (has_command_line(keymap, pane_contexts[i].name))
            keymap_each(keymap, pane_contexts[i].name, take, &listing);
    }
    if (listing.count > 0)
        qsort(listing.rows, listing.count, sizeof *listing.rows, by_name);
    add_rows(out, &listing);
    arena_destroy(listing.arena);
    keymap_destroy(keymap);
}
