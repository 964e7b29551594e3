#include "touchbase/base/argv.h"

#include <string.h>

#include "touchbase/base/buffer.h"

/* One word from at on, which is no blank; the end of it, NULL when a quote has none. */
static const char *read_word(const char *at, struct buffer *out)
{
    char quote = '\0';

    buffer_clear(out);
    for (; *at != '\0' && (quote != '\0' || strchr(" \t", *at) == NULL); at++) {
        if (quote == '\0' && (*at == '"' || *at == '\''))
            quote = *at;
        else if (*at == quote)
            quote = '\0';
        else if (*at == '\\' && quote != '\'' && at[1] != '\0')
            buffer_add_char(out, *++at);
        else
            buffer_add_char(out, *at);
    }
    return quote == '\0' ? at : NULL;
}

char **argv_split(struct arena *arena, const char *command, size_t spare, size_t *count,
                  struct error *err)
{
    const char *at = command + strspn(command, " \t");
    char **words = arena_array(arena, strlen(command) / 2 + spare + 2, sizeof *words);
    struct buffer word = {0};

    *count = 0;
    while (at != NULL && *at != '\0') {
        at = read_word(at, &word);
        if (at == NULL)
            break;
        words[(*count)++] = arena_string(arena, buffer_string(&word));
        at += strspn(at, " \t");
    }
    buffer_free(&word);
    if (at == NULL)
        error_set(err, ERROR_USAGE, "the command \"%s\" has a quote without an end",
                  command);
    else if (*count == 0)
        error_set(err, ERROR_USAGE, "there is no command");
    return at == NULL || *count == 0 ? NULL : words;
}
