/* What the window says about keys, with each as it is bound now. */
#include <stdarg.h>
#include <stdio.h>

#include "workspace.h"

enum { MADE_SIZE = 512 };

static const char *hint(const struct keymap *keymap, const char *context,
                        struct arena *arena, const char *words)
{
    struct buffer out = {0};
    const char *text;

    keymap_words(keymap, context, words, &out);
    text = arena_string(arena, buffer_string(&out));
    buffer_free(&out);
    return text;
}

const char *shared_hint(const struct shared *shared, struct arena *arena,
                        const char *words)
{
    return hint(shared->keymap, "person", arena, words);
}

const char *workspace_hint(struct workspace *workspace, const char *words)
{
    return hint(workspace->keymap, workspace_context(workspace), workspace->asking,
                words);
}

void workspace_made(struct workspace *workspace, enum notice_kind kind,
                    const char *format, ...)
{
    char text[MADE_SIZE];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    workspace_changed(workspace);
    notice_set(&workspace->notice, kind, "%s; %s", text,
               workspace_hint(workspace, "{undo} takes it back"));
}

bool workspace_has_person(struct workspace *workspace)
{
    if (workspace->shared.person_id != 0)
        return true;
    notice_set(&workspace->notice, NOTICE_WARNING, "nobody is under the cursor; %s",
               workspace_hint(workspace, "{add-person} adds a person"));
    return false;
}
