/* Text being typed: a note of many lines, or one line of a prompt. In memory alone; the
 * caller watches editor_changes and saves. Text is UTF-8; the cursor is a byte offset
 * that never stands inside a character as people see it (a grapheme cluster, UAX 29). */
#ifndef TOUCHBASE_TUI_EDITOR_H
#define TOUCHBASE_TUI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/term/canvas.h"
#include "touchbase/term/key.h"

struct editor;

enum {
    EDITOR_LIMIT = 4 * 1024 * 1024
}; /* bytes; what would make it longer is not taken */

/* one_line: newlines become blanks. */
struct editor *editor_create(bool one_line);
void editor_destroy(struct editor *editor); /* NULL is allowed */

/* Replaces everything, repaired to UTF-8, CRLF and CR as LF; the cursor goes to the end,
 * undo is emptied. */
void editor_set(struct editor *editor, const char *text, size_t length);
/* A NUL stands behind *length bytes (length may be NULL); valid until the next change. */
const char *editor_text(const struct editor *editor, size_t *length);
size_t editor_cursor(const struct editor *editor);
/* Moves to the start of the cluster at or before a byte offset. */
void editor_move(struct editor *editor, size_t offset);
/* Goes up by one with each change of the text. */
uint64_t editor_changes(const struct editor *editor);

/* One of ACTION_TEXT_LEFT to ACTION_TEXT_NEWLINE, count times (0 as once). True when it
 * was one of these. In one line up, down and newline are not. Up and down keep the
 * display column of the last move aside. */
bool editor_act(struct editor *editor, int action, int count);
/* Types a character or a paste; true when it was one of these, also when it did not fit
 * (then nothing changes). */
bool editor_type(struct editor *editor, const struct key *key);
/* Inserts text at the cursor as one piece for undo; false when it would get too long. */
bool editor_insert(struct editor *editor, const char *text, size_t length);
/* Replaces the bytes from start to end (character bounds), cursor behind the new ones, as
 * one piece for undo. */
bool editor_replace(struct editor *editor, size_t start, size_t end, const char *text,
                    size_t length);

/* Draws it: many lines wrapped at words and scrolled so that the cursor is seen, or one
 * line scrolled sideways; puts the text cursor when focus. Remembers the width for
 * ACTION_TEXT_UP and DOWN. */
void editor_draw(struct editor *editor, struct area area, enum style style, bool focus);
/* Display lines at a width of columns >= 1. */
size_t editor_lines(struct editor *editor, int columns);

#endif
