#include <string.h>

#include "keymap_table.h"

static bool begins(const struct binding *binding, const struct key *keys, size_t count)
{
    if (binding->count < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!key_same(binding->keys[i], keys[i]))
            return false;
    }
    return true;
}

const struct binding *keymap_look_up(const struct context *context,
                                     const struct key *keys, size_t count, bool *partial)
{
    *partial = false;
    for (; context != NULL; context = context->parent) {
        for (size_t i = 0; i < context->count; i++) {
            const struct binding *binding = &context->bindings[i];

            if (!begins(binding, keys, count))
                continue;
            if (binding->count == count && !*partial)
                return binding;
            *partial = *partial || binding->count > count;
        }
        if (*partial)
            return NULL;
    }
    return NULL;
}

static bool takes_counts(const struct context *context)
{
    for (; context != NULL; context = context->parent) {
        if (context->row->counts)
            return true;
    }
    return false;
}

/* A digit that goes to the count: not in a sequence, no binding of its own, and 0 only
 * behind another one. */
static bool add_digit(const struct context *context, struct keymap_state *state,
                      struct key key)
{
    int digit;
    bool partial;

    if (!key_is_text(key) || key.code < '0' || key.code > '9' || state->count > 0 ||
        !takes_counts(context))
        return false;
    digit = (int)(key.code - '0');
    if (state->number == 0 &&
        (digit == 0 || keymap_look_up(context, &key, 1, &partial) != NULL))
        return false;
    if (state->number > (KEYMAP_COUNT_MAX - digit) / 10)
        state->number = KEYMAP_COUNT_MAX;
    else
        state->number = state->number * 10 + digit;
    return true;
}

static bool is_cancel(struct key key)
{
    if (key.sym == KEYSYM_ESCAPE)
        return key.modifiers == 0;
    return key.sym == KEYSYM_CHARACTER && key.modifiers == KEYMOD_CTRL &&
           (key.code == 'g' || key.code == 'c');
}

static void fill_match(struct keymap_match *match, const struct keymap_state *state)
{
    *match = (struct keymap_match){.count = state->number, .key_count = state->count};
    memcpy(match->keys, state->keys, sizeof match->keys);
}

enum keymap_result keymap_press(const struct keymap *keymap, struct keymap_state *state,
                                const char *context_name, struct key key,
                                struct keymap_match *match)
{
    const struct context *context = keymap_context(keymap, context_name);
    bool begun = state->count > 0 || state->number > 0, partial = false;
    const struct binding *found;

    if (add_digit(context, state, key))
        return KEYMAP_NOT_YET;
    state->keys[state->count++] = key;
    found = keymap_look_up(context, state->keys, state->count, &partial);
    if (partial && state->count < KEY_SEQUENCE_MAX)
        return KEYMAP_NOT_YET;
    fill_match(match, state);
    *state = (struct keymap_state){0};
    if (found != NULL && found->row->action != ACTION_NONE &&
        !(begun && is_cancel(key))) {
        match->action = found->row->action;
        match->row = found->row;
        return KEYMAP_ACTION;
    }
    return begun && is_cancel(key) ? KEYMAP_CANCELLED : KEYMAP_UNKNOWN;
}

void keymap_pending(const struct keymap_state *state, struct buffer *out)
{
    if (state->number > 0)
        buffer_add_format(out, "%d", state->number);
    if (state->count > 0)
        key_print_sequence(state->keys, state->count, out);
}
