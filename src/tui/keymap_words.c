#include <string.h>

#include "touchbase/tui/keymap.h"

enum { NAME_SIZE = 64 };

/* The first key of the action of that name, else the name as the command line takes it.
 */
static void add_key(const struct keymap *keymap, const char *context, const char *name,
                    struct buffer *out)
{
    const struct action_row *row = keymap_named(keymap, context, name);
    size_t before = out->length;

    if (row != NULL)
        keymap_keys(keymap, context, row->action, out);
    if (out->length == before)
        buffer_add_format(out, ":%s", name);
}

void keymap_words(const struct keymap *keymap, const char *context, const char *words,
                  struct buffer *out)
{
    const char *open, *close;
    char name[NAME_SIZE];

    while ((open = strchr(words, '{')) != NULL && (close = strchr(open, '}')) != NULL &&
           (size_t)(close - open) <= sizeof name) {
        size_t length = (size_t)(close - open) - 1;

        memcpy(name, open + 1, length);
        name[length] = '\0';
        buffer_add(out, words, (size_t)(open - words));
        add_key(keymap, context, name, out);
        words = close + 1;
    }
    buffer_add_string(out, words);
}
