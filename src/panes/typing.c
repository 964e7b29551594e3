#include "typing.h"

#include <string.h>

#include "touchbase/base/clock.h"
#include "touchbase/desk/people.h"

enum { SAVE_AFTER_MS = 300, RETRY_MS = 1000 };

void typing_begin(struct typing *typing, const char *kind, int64_t person_id,
                  const char *text, int64_t draft_id, size_t cursor)
{
    *typing =
        (struct typing){.editor = editor_create(false),
                        .draft = {.id = draft_id, .contact_id = person_id, .kind = kind}};
    editor_set(typing->editor, text, strlen(text));
    editor_move(typing->editor, cursor);
    typing->saved = editor_changes(typing->editor);
}

void typing_end(struct typing *typing)
{
    editor_destroy(typing->editor);
    *typing = (struct typing){0};
}

void typing_renew(struct typing *typing)
{
    typing->saved--;
}

bool typing_is_unsaved(const struct typing *typing)
{
    return typing->editor != NULL && editor_changes(typing->editor) != typing->saved;
}

const char *typing_text(const struct typing *typing)
{
    return editor_text(typing->editor, NULL);
}

void typing_replace(struct typing *typing, const char *text, size_t length)
{
    size_t old;

    editor_text(typing->editor, &old);
    editor_replace(typing->editor, 0, old, text, length);
}

/* The first change not on disk starts the clock, not the last: typing without a pause is
 * saved too. */
int64_t typing_due(struct typing *typing, int64_t now_ms)
{
    if (!typing_is_unsaved(typing))
        return -1;
    if (typing->dirty_ms == 0)
        typing->dirty_ms = now_ms;
    return typing->dirty_ms + SAVE_AFTER_MS;
}

bool typing_save(struct typing *typing, struct desk *desk, bool at_once, int64_t now_ms,
                 struct error *err)
{
    int64_t due = typing_due(typing, now_ms);

    if (due < 0 || (!at_once && now_ms < due))
        return true;
    typing->draft.text = typing_text(typing);
    typing->draft.cursor = (int64_t)editor_cursor(typing->editor);
    if (!desk_draft_save(desk, &typing->draft, err)) {
        typing->dirty_ms = now_ms + RETRY_MS - SAVE_AFTER_MS;
        return false;
    }
    typing->saved = editor_changes(typing->editor);
    typing->dirty_ms = 0;
    return true;
}
