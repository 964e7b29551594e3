#include "editor_text.h"

#include <stdlib.h>
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

enum { COLUMNS_BEFORE_DRAWN = 80 };

size_t editor_line_start(const struct editor *editor, size_t offset)
{
    while (offset > 0 && editor->text.data[offset - 1] != '\n')
        offset--;
    return offset;
}

size_t editor_line_end(const struct editor *editor, size_t offset)
{
    while (offset < editor->text.length && editor->text.data[offset] != '\n')
        offset++;
    return offset;
}

size_t editor_snap(const struct editor *editor, size_t offset, bool forward)
{
    size_t at, length = editor->text.length;

    if (offset >= length)
        return length;
    for (at = editor_line_start(editor, offset); at < offset;) {
        size_t next = text_cluster_next(editor->text.data, length, at);

        if (next > offset)
            return forward ? next : at;
        at = next;
    }
    return at;
}

static void forget_edit(struct edit *edit)
{
    free(edit->removed);
    edit->removed = NULL;
}

void editor_forget_edits(struct editor *editor)
{
    for (size_t i = 0; i < editor->edit_count; i++)
        forget_edit(&editor->edits[i]);
    editor->edit_count = 0;
}

/* Does typing go on in the word the last edit typed? */
static bool goes_on(const struct editor *editor, size_t at, const char *text)
{
    const struct edit *last;
    char before;

    if (editor->edit_count == 0)
        return false;
    last = &editor->edits[editor->edit_count - 1];
    if (!last->typing || last->removed != NULL || last->inserted_length == 0 ||
        last->at + last->inserted_length != at)
        return false;
    before = editor->text.data[at - 1];
    return (before != ' ' && before != '\n') || text[0] == ' ';
}

static struct edit *new_edit(struct editor *editor)
{
    if (editor->edit_count == EDITOR_UNDO_MAX) {
        forget_edit(&editor->edits[0]);
        memmove(editor->edits, editor->edits + 1,
                --editor->edit_count * sizeof *editor->edits);
    }
    if (editor->edit_count == editor->edit_capacity) {
        editor->edit_capacity =
            editor->edit_capacity > 0 ? editor->edit_capacity * 2 : 32;
        editor->edits =
            memory_resize(editor->edits, editor->edit_capacity * sizeof *editor->edits);
    }
    return &editor->edits[editor->edit_count++];
}

static void record(struct editor *editor, size_t start, size_t end, size_t length,
                   enum edit_kind kind)
{
    struct edit *edit = new_edit(editor);

    *edit = (struct edit){.at = start,
                          .removed_length = end - start,
                          .inserted_length = length,
                          .cursor = editor->cursor,
                          .typing = kind == EDIT_TYPED};
    if (end > start) {
        edit->removed = memory_alloc(end - start);
        memcpy(edit->removed, editor->text.data + start, end - start);
    }
}

static void replace(struct editor *editor, size_t start, size_t end, const char *text,
                    size_t length)
{
    buffer_remove(&editor->text, start, end - start);
    buffer_insert(&editor->text, start, text, length);
    editor->changes++;
    editor->goal = -1;
}

bool editor_change(struct editor *editor, size_t start, size_t end, const char *text,
                   size_t length, enum edit_kind kind)
{
    if (start == end && length == 0)
        return true;
    if (length > EDITOR_LIMIT ||
        editor->text.length - (end - start) > EDITOR_LIMIT - length)
        return false;
    if (kind == EDIT_TYPED && start == end && goes_on(editor, start, text))
        editor->edits[editor->edit_count - 1].inserted_length += length;
    else
        record(editor, start, end, length, kind);
    replace(editor, start, end, text, length);
    editor->cursor = editor_snap(editor, start + length, true);
    return true;
}

bool editor_undo(struct editor *editor)
{
    struct edit *edit;

    if (editor->edit_count == 0)
        return false;
    edit = &editor->edits[--editor->edit_count];
    replace(editor, edit->at, edit->at + edit->inserted_length,
            edit->removed != NULL ? edit->removed : "", edit->removed_length);
    editor->cursor = editor_snap(editor, edit->cursor, true);
    forget_edit(edit);
    return true;
}

const struct wrap *editor_wrap(struct editor *editor)
{
    int columns = editor->columns > 0 ? editor->columns : COLUMNS_BEFORE_DRAWN;

    if (editor->wrap.count == 0 || editor->wrapped != editor->changes ||
        editor->wrap.columns != columns) {
        wrap_text(&editor->wrap, buffer_string(&editor->text), editor->text.length,
                  columns);
        editor->wrapped = editor->changes;
    }
    return &editor->wrap;
}
