#include <string.h>

#include "editor_text.h"
#include "touchbase/base/text.h"
#include "touchbase/tui/action.h"

static size_t next(const struct editor *editor, size_t at)
{
    return text_cluster_next(editor->text.data, editor->text.length, at);
}

static size_t previous(const struct editor *editor, size_t at)
{
    return text_cluster_previous(editor->text.data, editor->text.length, at);
}

static bool is_word(const struct editor *editor, size_t at)
{
    const char *byte = editor->text.data + at;

    return text_is_word(text_next(&byte, editor->text.data + editor->text.length));
}

static bool is_blank(const struct editor *editor, size_t at)
{
    return strchr(" \t\n", editor->text.data[at]) != NULL;
}

static size_t word_right(const struct editor *editor, size_t at)
{
    while (at < editor->text.length && !is_word(editor, at))
        at = next(editor, at);
    while (at < editor->text.length && is_word(editor, at))
        at = next(editor, at);
    return at;
}

static size_t word_left(const struct editor *editor, size_t at)
{
    while (at > 0 && !is_word(editor, previous(editor, at)))
        at = previous(editor, at);
    while (at > 0 && is_word(editor, previous(editor, at)))
        at = previous(editor, at);
    return at;
}

/* What ^W takes: back over blanks, then to the next blank. */
static size_t blank_left(const struct editor *editor, size_t at)
{
    while (at > 0 && is_blank(editor, previous(editor, at)))
        at = previous(editor, at);
    while (at > 0 && !is_blank(editor, previous(editor, at)))
        at = previous(editor, at);
    return at;
}

/* Where a motion leads to from the cursor; the cursor itself for anything else. */
static size_t target(const struct editor *editor, int action)
{
    size_t at = editor->cursor;

    switch (action) {
    case ACTION_TEXT_LEFT:
        return previous(editor, at);
    case ACTION_TEXT_RIGHT:
        return next(editor, at);
    case ACTION_TEXT_WORD_LEFT:
        return word_left(editor, at);
    case ACTION_TEXT_WORD_RIGHT:
        return word_right(editor, at);
    case ACTION_TEXT_HOME:
        return editor_line_start(editor, at);
    case ACTION_TEXT_END:
        return editor_line_end(editor, at);
    case ACTION_TEXT_FIRST:
        return 0;
    case ACTION_TEXT_LAST:
        return editor->text.length;
    default:
        return at;
    }
}

static void move_line(struct editor *editor, bool down)
{
    const struct wrap *wrap = editor_wrap(editor);
    const char *text = buffer_string(&editor->text);
    size_t line = wrap_line_of(wrap, editor->cursor);
    int goal = editor->goal;

    if (goal < 0)
        goal = wrap_width(text, wrap->lines[line].start, editor->cursor);
    if (down && line + 1 == wrap->count)
        editor->cursor = editor->text.length;
    else if (!down && line == 0)
        editor->cursor = 0;
    else
        editor->cursor = wrap_offset_at(wrap, text, editor->text.length,
                                        down ? line + 1 : line - 1, goal);
    editor->goal = goal;
}

/* Cuts; kills in a row are put back as one. */
static void kill(struct editor *editor, size_t start, size_t end)
{
    bool before = start < editor->cursor;

    if (!editor->killing)
        buffer_clear(&editor->killed);
    buffer_insert(&editor->killed, before ? 0 : editor->killed.length,
                  editor->text.data + start, end - start);
    editor_change(editor, start, end, "", 0, EDIT_PIECE);
    editor->killing = true;
}

static void kill_line_end(struct editor *editor)
{
    size_t end = editor_line_end(editor, editor->cursor);

    if (end == editor->cursor && end < editor->text.length)
        end++;
    kill(editor, editor->cursor, end);
}

static void yank(struct editor *editor)
{
    editor_change(editor, editor->cursor, editor->cursor, buffer_string(&editor->killed),
                  editor->killed.length, EDIT_PIECE);
}

/* Whole clusters go: what is seen as one character is deleted as one. */
static void delete_to(struct editor *editor, size_t other)
{
    size_t start = other < editor->cursor ? other : editor->cursor;
    size_t end = other < editor->cursor ? editor->cursor : other;

    editor_change(editor, start, end, "", 0, EDIT_PIECE);
}

static bool is_kill(int action)
{
    return action == ACTION_TEXT_KILL_END || action == ACTION_TEXT_KILL_START ||
           action == ACTION_TEXT_KILL_WORD;
}

static void cut(struct editor *editor, int action)
{
    size_t at = editor->cursor;

    if (action == ACTION_TEXT_KILL_END)
        kill_line_end(editor);
    else if (action == ACTION_TEXT_KILL_START)
        kill(editor, editor_line_start(editor, at), at);
    else
        kill(editor, blank_left(editor, at), at);
}

static void edit(struct editor *editor, int action)
{
    switch (action) {
    case ACTION_TEXT_BACKSPACE:
        delete_to(editor, previous(editor, editor->cursor));
        break;
    case ACTION_TEXT_DELETE:
        delete_to(editor, next(editor, editor->cursor));
        break;
    case ACTION_TEXT_YANK:
        yank(editor);
        break;
    case ACTION_TEXT_UNDO:
        editor_undo(editor);
        break;
    case ACTION_TEXT_NEWLINE:
        editor_change(editor, editor->cursor, editor->cursor, "\n", 1, EDIT_TYPED);
        break;
    default:
        break;
    }
}

static void act_once(struct editor *editor, int action)
{
    if (is_kill(action)) {
        cut(editor, action);
        return;
    }
    editor->killing = false;
    if (action == ACTION_TEXT_UP || action == ACTION_TEXT_DOWN) {
        move_line(editor, action == ACTION_TEXT_DOWN);
    } else if (action >= ACTION_TEXT_BACKSPACE) {
        edit(editor, action);
    } else {
        editor->cursor = target(editor, action);
        editor->goal = -1;
    }
}

bool editor_act(struct editor *editor, int action, int count)
{
    if (action < ACTION_TEXT_LEFT || action > ACTION_TEXT_NEWLINE)
        return false;
    if (editor->one_line && (action == ACTION_TEXT_UP || action == ACTION_TEXT_DOWN ||
                             action == ACTION_TEXT_NEWLINE))
        return false;
    do
        act_once(editor, action);
    while (--count > 0);
    return true;
}
