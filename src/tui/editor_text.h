/* The editor from inside: its text, every change of which goes through one function, so
 * that undo knows them all. */
#ifndef TOUCHBASE_TUI_EDITOR_TEXT_H
#define TOUCHBASE_TUI_EDITOR_TEXT_H

#include "touchbase/base/buffer.h"
#include "touchbase/tui/editor.h"
#include "wrap.h"

struct edit {
    size_t at;
    char *removed; /* what stood there, NULL when nothing did */
    size_t removed_length;
    size_t inserted_length;
    size_t cursor; /* before the edit */
    bool typing;   /* single characters that follow each other are one edit a word */
};

enum { EDITOR_UNDO_MAX = 2000 };

struct editor {
    struct buffer text;
    size_t cursor;
    uint64_t changes;
    bool one_line;
    struct edit *edits;
    size_t edit_count;
    size_t edit_capacity;
    struct buffer killed;
    bool killing; /* the last act was a kill: the next one adds to it */
    int goal;     /* display column up and down keep to, -1: where the cursor is */
    struct wrap wrap;
    uint64_t wrapped; /* changes at the time of wrap */
    int columns;      /* to wrap at; 0: not drawn yet */
    size_t top;       /* first display line shown; of one line: first display column */
};

enum edit_kind { EDIT_TYPED, EDIT_PIECE };

/* Replaces bytes start to end; the cursor goes behind the new ones and never into a
 * cluster. False when it would get too long. */
bool editor_change(struct editor *editor, size_t start, size_t end, const char *text,
                   size_t length, enum edit_kind kind);
/* Takes the last edit back; false when there is none. */
bool editor_undo(struct editor *editor);
void editor_forget_edits(struct editor *editor);

/* Bounds of the line (between newlines) an offset stands on. */
size_t editor_line_start(const struct editor *editor, size_t offset);
size_t editor_line_end(const struct editor *editor, size_t offset);
/* Offset itself, or the start (end) of the cluster it stands inside. */
size_t editor_snap(const struct editor *editor, size_t offset, bool forward);
/* Display lines, wrapped anew when text or width changed. */
const struct wrap *editor_wrap(struct editor *editor);

#endif
