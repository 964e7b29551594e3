/* A person's own keys over the default ones: each change is taken whole or, with words
 * why, not at all. */
#include <string.h>

#include "keymap_table.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/near.h"

enum { NAMES_MAX = 256, KEYS_MAX = 16 };

/* One change as read; context NULL: it is not made. */
struct change {
    struct context *context;
    const struct action_row *row;
    struct binding keys[KEYS_MAX];
    size_t count;
};

struct rebinding {
    struct keymap *keymap;
    const struct keymap_change *said;
    struct change *changes;
    size_t count;
    const char *const *kept;
    keymap_wrong *wrong;
    void *data;
};

static void drop(const struct rebinding *rebinding, size_t index, const struct error *err)
{
    rebinding->changes[index].context = NULL;
    rebinding->wrong(rebinding->data, index, err->text);
}

static bool unknown_place(const struct keymap *keymap, const char *place,
                          struct error *err)
{
    const char *names[NAMES_MAX], *meant;
    size_t count = 0;

    for (size_t i = 0; i < keymap->context_count && count < NAMES_MAX; i++)
        names[count++] = keymap->contexts[i]->row->name;
    meant = near_word(place, names, count);
    if (meant != NULL)
        return error_set(err, ERROR_USAGE,
                         "there is no place \"%s\"; did you mean \"%s\"?", place, meant);
    return error_set(err, ERROR_USAGE, "there is no place \"%s\" for keys", place);
}

static bool unknown_action(const struct context *context, const char *name,
                           struct error *err)
{
    const char *names[NAMES_MAX], *meant;
    size_t count = 0;

    for (const struct context *at = context; at != NULL; at = at->parent) {
        for (size_t i = 0; i < at->row_count && count < NAMES_MAX; i++)
            names[count++] = at->rows[i]->name;
    }
    meant = near_word(name, names, count);
    if (meant != NULL)
        return error_set(err, ERROR_USAGE,
                         "there is no action \"%s\" in %s; did you mean \"%s\"?", name,
                         context->row->name, meant);
    return error_set(err, ERROR_USAGE, "there is no action \"%s\" in %s", name,
                     context->row->name);
}

/* "note" alone: the first place that has it. */
static bool no_place(const struct keymap *keymap, const char *name, struct error *err)
{
    for (size_t i = 0; i < keymap->context_count; i++) {
        const struct context *context = keymap->contexts[i];

        for (size_t j = 0; j < context->row_count; j++) {
            if (strcmp(context->rows[j]->name, name) == 0)
                return error_set(err, ERROR_USAGE,
                                 "a key is set by place and action: %s.%s",
                                 context->row->name, name);
        }
    }
    return error_set(err, ERROR_USAGE,
                     "a key is set by place and action, such as person.note, not \"%s\"",
                     name);
}

static bool read_place(const struct rebinding *rebinding, const char *place,
                       struct change *change, struct error *err)
{
    struct keymap *keymap = rebinding->keymap;
    const char *dot = strchr(place, '.'), *name;

    if (dot == NULL)
        return no_place(keymap, place, err);
    name = arena_copy(keymap->arena, place, (size_t)(dot - place));
    change->context = keymap_context(keymap, name);
    if (change->context == NULL)
        return unknown_place(keymap, name, err);
    change->row = keymap_named(keymap, name, dot + 1);
    return change->row != NULL || unknown_action(change->context, dot + 1, err);
}

static bool is_text(const struct context *context)
{
    while (context->parent != NULL)
        context = context->parent;
    return strcmp(context->row->name, "text") == 0;
}

static const char *print(const struct rebinding *rebinding, const struct binding *binding)
{
    struct buffer out = {0};
    const char *printed;

    key_print_sequence(binding->keys, binding->count, &out);
    printed = arena_string(rebinding->keymap->arena, buffer_string(&out));
    buffer_free(&out);
    return printed;
}

static bool read_key(const struct rebinding *rebinding, const char *word, size_t length,
                     struct change *change, struct error *err)
{
    struct binding binding = {.row = change->row};

    if (!binding_read(rebinding->keymap, word, length, &binding))
        return error_set(err, ERROR_USAGE,
                         "\"%.*s\" is no key; keys are written x, gx, ^X, M-x, F5, PgDn",
                         (int)length, word);
    if (is_text(change->context) && key_is_text(binding.keys[0]))
        return error_set(err, ERROR_USAGE,
                         "%s is typed in a text; keys there are written ^X, M-x, F5",
                         print(rebinding, &binding));
    for (size_t i = 0; i < change->count; i++) {
        if (binding_collides(&change->keys[i], &binding))
            return error_set(err, ERROR_USAGE, "%s and %s begin alike",
                             print(rebinding, &change->keys[i]),
                             print(rebinding, &binding));
    }
    if (change->count == KEYS_MAX)
        return error_set(err, ERROR_USAGE, "more than %d keys for one action", KEYS_MAX);
    change->keys[change->count++] = binding;
    return true;
}

static bool keeps_a_key(const struct rebinding *rebinding, const char *place,
                        struct error *err)
{
    for (const char *const *kept = rebinding->kept; *kept != NULL; kept++) {
        if (strcmp(*kept, place) == 0)
            return error_set(err, ERROR_USAGE,
                             "%s needs a key: without one there is no way out", place);
    }
    return true;
}

static bool read_change(const struct rebinding *rebinding, size_t index,
                        struct error *err)
{
    const struct keymap_change *said = &rebinding->said[index];
    struct change *change = &rebinding->changes[index];
    const char *at = said->keys;

    if (!read_place(rebinding, said->place, change, err))
        return false;
    if (strcmp(at, "none") == 0)
        at = "";
    for (at += strspn(at, " \t"); *at != '\0';) {
        size_t length = strcspn(at, " \t");

        if (!read_key(rebinding, at, length, change, err))
            return false;
        at += length + strspn(at + length, " \t");
    }
    return change->count > 0 || keeps_a_key(rebinding, said->place, err);
}

/* Is this action given other keys in this context? */
static bool is_changed(const struct rebinding *rebinding, const struct context *context,
                       int action)
{
    for (size_t i = 0; i < rebinding->count; i++) {
        if (rebinding->changes[i].context == context &&
            rebinding->changes[i].row->action == action)
            return true;
    }
    return false;
}

static bool clashes(const struct rebinding *rebinding, const struct change *change,
                    const struct binding *key, const struct binding *other,
                    const char *where, struct error *err)
{
    const char *written = print(rebinding, key), *taken = print(rebinding, other);
    const char *context = change->context->row->name;

    if (where != NULL)
        return error_set(err, ERROR_USAGE, "%s clashes with %s of %s.%s (%s)", written,
                         taken, context, other->row->name, where);
    if (strcmp(written, taken) == 0)
        return error_set(err, ERROR_USAGE,
                         "%s is the key of %s.%s: give that other keys too, or none",
                         written, context, other->row->name);
    return error_set(
        err, ERROR_USAGE,
        "%s and %s, the key of %s.%s, begin alike: give that other keys too, "
        "or none",
        written, taken, context, other->row->name);
}

/* A key of the parents may be given another meaning, but not be hidden behind one that
 * begins like it. */
static bool hides_none(const struct rebinding *rebinding, const struct change *change,
                       const struct binding *key, struct error *err)
{
    for (const struct context *up = change->context->parent; up != NULL;
         up = up->parent) {
        for (size_t i = 0; i < up->count; i++) {
            const struct binding *above = &up->bindings[i];

            if (above->count != key->count && binding_collides(above, key) &&
                above->row->action != change->row->action &&
                !is_changed(rebinding, up, above->row->action))
                return error_set(err, ERROR_USAGE,
                                 "%s and %s, the key of %s.%s, begin alike",
                                 print(rebinding, key), print(rebinding, above),
                                 up->row->name, above->row->name);
        }
    }
    return true;
}

static bool key_is_free(const struct rebinding *rebinding, size_t index,
                        const struct binding *key, struct error *err)
{
    const struct change *change = &rebinding->changes[index];

    for (size_t i = 0; i < index; i++) {
        const struct change *other = &rebinding->changes[i];
        const char *where = rebinding->said[i].where;

        for (size_t j = 0; other->context == change->context && j < other->count; j++) {
            if (binding_collides(&other->keys[j], key))
                return clashes(rebinding, change, key, &other->keys[j],
                               where == NULL ? ":set" : where, err);
        }
    }
    for (size_t i = 0; i < change->context->count; i++) {
        const struct binding *usual = &change->context->bindings[i];

        if (usual->row->action != change->row->action && binding_collides(usual, key) &&
            !is_changed(rebinding, change->context, usual->row->action))
            return clashes(rebinding, change, key, usual, NULL, err);
    }
    return hides_none(rebinding, change, key, err);
}

/* Drops the first change whose keys are another's; false when there is none. */
static bool drop_clash(const struct rebinding *rebinding)
{
    for (size_t i = 0; i < rebinding->count; i++) {
        const struct change *change = &rebinding->changes[i];
        struct error err;

        for (size_t j = 0; change->context != NULL && j < change->count; j++) {
            if (!key_is_free(rebinding, i, &change->keys[j], &err)) {
                drop(rebinding, i, &err);
                return true;
            }
        }
    }
    return false;
}

/* The last change of a place counts. */
static void drop_earlier(const struct rebinding *rebinding, size_t index)
{
    const struct change *last = &rebinding->changes[index];

    for (size_t i = 0; last->context != NULL && i < index; i++) {
        struct change *change = &rebinding->changes[i];

        if (change->context == last->context && change->row->action == last->row->action)
            change->context = NULL;
    }
}

void keymap_rebind(struct keymap *keymap, const struct keymap_change *changes,
                   size_t count, const char *const *kept, keymap_wrong *wrong, void *data)
{
    struct rebinding rebinding = {
        .keymap = keymap,
        .said = changes,
        .changes = arena_array(keymap->arena, count, sizeof *rebinding.changes),
        .count = count,
        .kept = kept,
        .wrong = wrong,
        .data = data};
    struct error err;

    for (size_t i = 0; i < count; i++) {
        if (!read_change(&rebinding, i, &err))
            drop(&rebinding, i, &err);
        drop_earlier(&rebinding, i);
    }
    while (drop_clash(&rebinding))
        continue;
    for (size_t i = 0; i < count; i++) {
        const struct change *change = &rebinding.changes[i];

        if (change->context != NULL)
            keymap_give(keymap, change->context, change->row, change->keys,
                        change->count);
    }
}
