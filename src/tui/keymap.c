#include "touchbase/tui/keymap.h"

#include <stdlib.h>
#include <string.h>

#include "keymap_table.h"
#include "touchbase/base/arena.h"

struct keymap *keymap_create(void)
{
    struct arena *arena = arena_create();
    struct keymap *keymap = arena_alloc(arena, sizeof *keymap);
    struct error err;

    keymap->arena = arena;
    /* the room's own table is known to be right; its test says so */
    if (!keymap_add_contexts(keymap, action_contexts, action_context_count, &err) ||
        !keymap_add_actions(keymap, action_rows, action_row_count, &err))
        abort();
    return keymap;
}

void keymap_destroy(struct keymap *keymap)
{
    if (keymap != NULL)
        arena_destroy(keymap->arena);
}

struct context *keymap_context(const struct keymap *keymap, const char *name)
{
    for (size_t i = 0; i < keymap->context_count; i++) {
        if (strcmp(keymap->contexts[i]->row->name, name) == 0)
            return keymap->contexts[i];
    }
    return NULL;
}

static bool add_context(struct keymap *keymap, const struct context_row *row,
                        struct error *err)
{
    struct context *parent = NULL, *known = keymap_context(keymap, row->name);
    struct context *context;

    if (row->parent != NULL && (parent = keymap_context(keymap, row->parent)) == NULL)
        return error_set(err, ERROR_FAILED, "keys: %s stands on %s, which is unknown",
                         row->name, row->parent);
    if (known != NULL)
        return known->parent == parent ||
               error_set(err, ERROR_FAILED, "keys: %s is there already", row->name);
    keymap->contexts = arena_grow(keymap->arena, keymap->contexts, keymap->context_count,
                                  keymap->context_count + 1, sizeof *keymap->contexts,
                                  &keymap->context_capacity);
    context = arena_alloc(keymap->arena, sizeof *context);
    context->row = row;
    context->parent = parent;
    keymap->contexts[keymap->context_count++] = context;
    return true;
}

bool keymap_add_contexts(struct keymap *keymap, const struct context_row *rows,
                         size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!add_context(keymap, &rows[i], err))
            return false;
    }
    return true;
}

bool binding_collides(const struct binding *a, const struct binding *b)
{
    size_t count = a->count < b->count ? a->count : b->count;

    for (size_t i = 0; i < count; i++) {
        /* The code tells most keys apart: a start compares thousands. */
        if (a->keys[i].code != b->keys[i].code || !key_same(a->keys[i], b->keys[i]))
            return false;
    }
    return true;
}

static void put_binding(struct keymap *keymap, struct context *context,
                        struct binding binding)
{
    context->bindings =
        arena_grow(keymap->arena, context->bindings, context->count, context->count + 1,
                   sizeof *context->bindings, &context->capacity);
    context->bindings[context->count++] = binding;
}

static void remove_collisions(struct context *context, const struct binding *binding)
{
    size_t kept = 0;

    for (size_t i = 0; i < context->count; i++) {
        if (!binding_collides(&context->bindings[i], binding))
            context->bindings[kept++] = context->bindings[i];
    }
    context->count = kept;
}

/* Cuts the next word out of *at; its length, 0 at the end. */
static size_t next_word(const char **at, const char **word)
{
    size_t length;

    *word = *at + strspn(*at, " \t");
    length = strcspn(*word, " \t");
    *at = *word + length;
    return length;
}

bool binding_read(const struct keymap *keymap, const char *word, size_t length,
                  struct binding *binding)
{
    struct key keys[KEY_SEQUENCE_MAX], *kept;

    binding->count = key_parse_sequence(word, length, keys);
    if (binding->count == 0)
        return false;
    kept = arena_array(keymap->arena, binding->count, sizeof *kept);
    memcpy(kept, keys, binding->count * sizeof *kept);
    binding->keys = kept;
    return true;
}

static bool bind_default(struct keymap *keymap, struct context *context,
                         const struct action_row *row, struct error *err)
{
    const char *at = row->keys, *word;
    size_t length;

    while ((length = next_word(&at, &word)) > 0) {
        struct binding binding = {.row = row};

        if (!binding_read(keymap, word, length, &binding))
            return error_set(err, ERROR_FAILED, "keys: \"%.*s\" (%s) is no key",
                             (int)length, word, row->name);
        for (size_t i = 0; i < context->count; i++) {
            if (binding_collides(&context->bindings[i], &binding))
                return error_set(err, ERROR_FAILED,
                                 "keys: %.*s of %s is taken by %s in %s", (int)length,
                                 word, row->name, context->bindings[i].row->name,
                                 row->context);
        }
        put_binding(keymap, context, binding);
    }
    return true;
}

bool keymap_add_actions(struct keymap *keymap, const struct action_row *rows,
                        size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        struct context *context = keymap_context(keymap, rows[i].context);

        if (context == NULL)
            return error_set(err, ERROR_FAILED,
                             "keys: %s belongs to %s, which is unknown", rows[i].name,
                             rows[i].context);
        context->rows = arena_grow(keymap->arena, context->rows, context->row_count,
                                   context->row_count + 1, sizeof *context->rows,
                                   &context->row_capacity);
        context->rows[context->row_count++] = &rows[i];
        if (!bind_default(keymap, context, &rows[i], err))
            return false;
    }
    return true;
}

static const struct action_row nothing = {.name = "none", .keys = "", .help = ""};

/* A key of the parents that gives the action. One that is bound here is no longer theirs.
 */
static void mask(struct keymap *keymap, struct context *context,
                 const struct binding *above)
{
    struct binding masked = *above;

    for (size_t i = 0; i < context->count; i++) {
        if (binding_collides(&context->bindings[i], above))
            return;
    }
    masked.row = &nothing;
    put_binding(keymap, context, masked);
}

void keymap_give(struct keymap *keymap, struct context *context,
                 const struct action_row *row, const struct binding *keys, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < context->count; i++) {
        if (context->bindings[i].row->action != row->action)
            context->bindings[kept++] = context->bindings[i];
    }
    context->count = kept;
    for (size_t i = 0; i < count; i++) {
        remove_collisions(context, &keys[i]);
        put_binding(keymap, context, keys[i]);
    }
    for (const struct context *up = context->parent; up != NULL; up = up->parent) {
        for (size_t i = 0; i < up->count; i++) {
            if (up->bindings[i].row->action == row->action)
                mask(keymap, context, &up->bindings[i]);
        }
    }
}

const struct action_row *keymap_named(const struct keymap *keymap,
                                      const char *context_name, const char *name)
{
    for (const struct context *context = keymap_context(keymap, context_name);
         context != NULL; context = context->parent) {
        for (size_t i = 0; i < context->row_count; i++) {
            if (strcmp(context->rows[i]->name, name) == 0)
                return context->rows[i];
        }
    }
    return NULL;
}
