#include "touchbase/tui/editor.h"

#include <stdlib.h>
#include <string.h>

#include "editor_text.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

struct editor *editor_create(bool one_line)
{
    struct editor *editor = memory_alloc(sizeof *editor);

    *editor = (struct editor){.one_line = one_line, .goal = -1};
    return editor;
}

void editor_destroy(struct editor *editor)
{
    if (editor == NULL)
        return;
    editor_forget_edits(editor);
    free(editor->edits);
    buffer_free(&editor->text);
    buffer_free(&editor->killed);
    wrap_free(&editor->wrap);
    free(editor);
}

/* Text as the editor keeps it: valid UTF-8, LF alone ends a line; in one line it is a
 * blank. */
static void prepare(const struct editor *editor, const char *text, size_t length,
                    struct buffer *out)
{
    const char *at = text, *end = text + length;

    while (at < end) {
        uint32_t code = text_next(&at, end);

        if (code == '\r') {
            if (at < end && *at == '\n')
                at++;
            code = '\n';
        }
        if (code == '\n' && editor->one_line)
            code = ' ';
        text_append(out, code != 0 ? code : 0xfffd);
    }
}

void editor_set(struct editor *editor, const char *text, size_t length)
{
    buffer_clear(&editor->text);
    prepare(editor, text, length < EDITOR_LIMIT ? length : EDITOR_LIMIT, &editor->text);
    editor->cursor = editor->text.length;
    editor->goal = -1;
    editor->killing = false;
    editor->changes++;
    editor_forget_edits(editor);
}

const char *editor_text(const struct editor *editor, size_t *length)
{
    if (length != NULL)
        *length = editor->text.length;
    return buffer_string(&editor->text);
}

size_t editor_cursor(const struct editor *editor)
{
    return editor->cursor;
}

void editor_move(struct editor *editor, size_t offset)
{
    editor->cursor = editor_snap(editor, offset, false);
    editor->goal = -1;
}

uint64_t editor_changes(const struct editor *editor)
{
    return editor->changes;
}

bool editor_replace(struct editor *editor, size_t start, size_t end, const char *text,
                    size_t length)
{
    struct buffer prepared = {0};
    bool fits;

    prepare(editor, text, length, &prepared);
    editor->killing = false;
    fits = editor_change(editor, start, end, buffer_string(&prepared), prepared.length,
                         EDIT_PIECE);
    buffer_free(&prepared);
    return fits;
}

bool editor_insert(struct editor *editor, const char *text, size_t length)
{
    return editor_replace(editor, editor->cursor, editor->cursor, text, length);
}

bool editor_type(struct editor *editor, const struct key *key)
{
    struct buffer character = {0};

    if (key->sym == KEYSYM_PASTE) {
        editor_insert(editor, key->text, key->length);
        return true;
    }
    if (!key_is_text(*key))
        return false;
    text_append(&character, key->code);
    editor->killing = false;
    editor_change(editor, editor->cursor, editor->cursor, character.data,
                  character.length, EDIT_TYPED);
    buffer_free(&character);
    return true;
}

size_t editor_lines(struct editor *editor, int columns)
{
    editor->columns = columns > 0 ? columns : 1;
    return editor_wrap(editor)->count;
}

static void draw_one_line(struct editor *editor, struct area area, enum style style,
                          bool focus)
{
    const char *text = buffer_string(&editor->text);
    int cursor = wrap_width(text, 0, editor->cursor), columns = area.rect.columns;
    int left = (int)editor->top;

    if (cursor < left)
        left = cursor;
    if (cursor - left >= columns)
        left = cursor - columns + 1;
    editor->top = left > 0 ? (size_t)left : 0;
    area_bytes(area, 0, -left, style, text, editor->text.length);
    if (focus)
        area_cursor(area, 0, cursor - left);
}

static void scroll_to(struct editor *editor, size_t line, size_t count, int rows)
{
    size_t room = rows > 0 ? (size_t)rows : 1;

    if (line < editor->top)
        editor->top = line;
    if (line >= editor->top + room)
        editor->top = line - room + 1;
    if (editor->top + room > count)
        editor->top = count > room ? count - room : 0;
}

void editor_draw(struct editor *editor, struct area area, enum style style, bool focus)
{
    const char *text = buffer_string(&editor->text);
    int columns = area.rect.columns, at;
    const struct wrap *wrap;
    size_t line;

    if (area.rect.rows == 0 || columns == 0)
        return;
    if (editor->one_line) {
        draw_one_line(editor, area, style, focus);
        return;
    }
    editor->columns =
        columns > 1 ? columns - 1 : 1; /* the last is for the cursor at a line's end */
    wrap = editor_wrap(editor);
    line = wrap_line_of(wrap, editor->cursor);
    scroll_to(editor, line, wrap->count, area.rect.rows);
    for (size_t i = editor->top;
         i < wrap->count && i < editor->top + (size_t)area.rect.rows; i++)
        area_bytes(area, (int)(i - editor->top), 0, style, text + wrap->lines[i].start,
                   wrap->lines[i].end - wrap->lines[i].start);
    at = wrap_width(text, wrap->lines[line].start, editor->cursor);
    if (focus)
        area_cursor(area, (int)(line - editor->top), at < columns ? at : columns - 1);
}
