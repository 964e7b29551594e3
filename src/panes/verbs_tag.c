/* Tags of the current person. */
#include "actions.h"
#include "touchbase/base/buffer.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/tags.h"
#include "verbs.h"

static void tag_answer(struct workspace *workspace, const char *text);

static void say_tags(struct workspace *workspace, int64_t id)
{
    struct arena *arena = arena_create();
    struct buffer words = {0};
    const char **names;
    size_t count;
    struct error err;

    if (!desk_tags_of(workspace->desk, id, arena, &names, &count, &err)) {
        workspace_error(workspace, &err);
    } else {
        for (size_t i = 0; i < count; i++)
            buffer_add_format(&words, " #%s", names[i]);
        notice_set(&workspace->notice, NOTICE_PLAIN, "%s:%s",
                   workspace->shared.person_name,
                   count == 0 ? " no tags" : buffer_string(&words));
    }
    buffer_free(&words);
    arena_destroy(arena);
}

static void tag_answer(struct workspace *workspace, const char *text)
{
    int64_t id = workspace->shared.person_id;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!desk_tag(workspace->desk, &id, 1, text, NULL, &err)) {
        ask_again(workspace, &err, text, tag_answer);
        return;
    }
    workspace_changed(workspace);
    say_tags(workspace, id);
}

void verb_tag_complete(void *context, const char *text, size_t cursor, size_t *start,
                       void (*add)(void *sink, const char *candidate), void *sink)
{
    enum { OFFERED_MAX = 30 };
    struct workspace *workspace = context;
    struct arena *arena = arena_create();
    const char **names;
    size_t count, from = cursor;
    struct error none;

    while (from > 0 && text[from - 1] != ' ' && text[from - 1] != '-')
        from--;
    *start = from;
    if (desk_tags_known(workspace->desk, arena_copy(arena, text + from, cursor - from),
                        OFFERED_MAX, arena, &names, &count, &none)) {
        for (size_t i = 0; i < count; i++)
            add(sink, names[i]);
    }
    arena_destroy(arena);
}

static void ask(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    struct contact contact;
    struct error err;

    if (!desk_person_get(workspace->desk, workspace->shared.person_id, arena, &contact,
                         &err)) {
        workspace_error(workspace, &err);
        return;
    }
    ask_completed(workspace, verb_label(workspace, "tags, -word takes off: "), NULL,
                  verb_tag_complete, tag_answer);
    if (contact.tag_count > 0)
        say_tags(workspace, contact.id);
}

void verb_tag_named(struct workspace *workspace, const char *words)
{
    ask_begin(workspace);
    if (!workspace_has_person(workspace))
        return;
    workspace->completing = verb_tag_complete;
    workspace->question =
        arena_string(workspace->asking, verb_label(workspace, "tags: "));
    tag_answer(workspace, words);
}

bool verb_tag_act(struct workspace *workspace, int action)
{
    if (action != DO_TAG)
        return false;
    if (workspace_has_person(workspace))
        ask(workspace);
    return true;
}
