#include <string.h>

#include "keymap_table.h"

/* Does pressing this sequence in the context give this binding, or is it shadowed? */
static bool is_reached(const struct context *context, const struct binding *binding)
{
    bool partial;

    return keymap_look_up(context, binding->keys, binding->count, &partial) == binding;
}

/* Appends the sequences that give an action from a context on; only the first when first.
 */
static void add_sequences(const struct context *start, int action, bool first,
                          struct buffer *out)
{
    for (const struct context *context = start; context != NULL;
         context = context->parent) {
        for (size_t i = 0; i < context->count; i++) {
            const struct binding *binding = &context->bindings[i];

            if (binding->row->action != action || !is_reached(start, binding))
                continue;
            if (out->length > 0)
                buffer_add_char(out, ' ');
            key_print_sequence(binding->keys, binding->count, out);
            if (first)
                return;
        }
    }
}

/* Was the action shown already by a context further in? */
static bool is_repeated(const struct context *start, const struct context *here,
                        size_t row)
{
    int action = here->rows[row]->action;

    for (const struct context *context = start; context != NULL;
         context = context->parent) {
        size_t end = context == here ? row : context->row_count;

        for (size_t i = 0; i < end; i++) {
            if (context->rows[i]->action == action)
                return true;
        }
        if (context == here)
            break;
    }
    return false;
}

static void visit_rows(const struct context *start, bool labelled, keymap_visit *visit,
                       void *data)
{
    struct buffer keys = {0};
    bool going = true;

    for (const struct context *context = start; going && context != NULL;
         context = context->parent) {
        for (size_t i = 0; going && i < context->row_count; i++) {
            const struct action_row *row = context->rows[i];

            if ((labelled && row->label == NULL) || is_repeated(start, context, i))
                continue;
            buffer_clear(&keys);
            add_sequences(start, row->action, labelled, &keys);
            going = visit(data, row, buffer_string(&keys));
        }
    }
    buffer_free(&keys);
}

void keymap_each(const struct keymap *keymap, const char *context_name,
                 keymap_visit *visit, void *data)
{
    visit_rows(keymap_context(keymap, context_name), false, visit, data);
}

void keymap_each_label(const struct keymap *keymap, const char *context_name,
                       keymap_visit *visit, void *data)
{
    visit_rows(keymap_context(keymap, context_name), true, visit, data);
}

void keymap_keys(const struct keymap *keymap, const char *context_name, int action,
                 struct buffer *out)
{
    struct buffer keys = {0};

    add_sequences(keymap_context(keymap, context_name), action, true, &keys);
    buffer_add(out, buffer_string(&keys), keys.length);
    buffer_free(&keys);
}
