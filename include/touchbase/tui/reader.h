/* A text to read, as in less: wrapped at words, scrolled, searched, with marked spans
 * (evidence, headings). */
#ifndef TOUCHBASE_TUI_READER_H
#define TOUCHBASE_TUI_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/error.h"
#include "touchbase/term/canvas.h"

struct reader_span {
    size_t start; /* bytes of the text */
    size_t end;
    enum style style;
};

struct reader;

struct reader *reader_create(void);
/* Its lines begin with labels ("19 Nov  words"): those too long go on below their words,
 * as far as there is room. Call it before the text is set. */
void reader_hang(struct reader *reader);
void reader_destroy(struct reader *reader); /* NULL is allowed */
/* Copies the text (repaired to UTF-8) and the spans; a later span lies over an earlier
 * one. Keeps its place when the text begins with the same bytes up to there. */
void reader_set(struct reader *reader, const char *text, size_t length,
                const struct reader_span *spans, size_t count);
/* How many lines and columns it is shown in. */
void reader_resize(struct reader *reader, int lines, int columns);
/* Moves by one of ACTION_DOWN to ACTION_LAST (count as in less: "10G" is line 10),
 * FIND_NEXT, FIND_PREVIOUS. PANE_ bits as in list_act; PANE_BELL when nothing is found.
 */
unsigned reader_act(struct reader *reader, int action, int count);
/* What FIND_NEXT looks for (folded); NULL or "": nothing. Goes to the first one from the
 * top line on; false: none. */
bool reader_find(struct reader *reader, const char *words);
/* Makes the line that holds a byte of the text visible. */
void reader_show(struct reader *reader, size_t offset);
/* Display lines in all, and the number of the top one from 0. */
size_t reader_lines(const struct reader *reader);
size_t reader_top(const struct reader *reader);
void reader_draw(const struct reader *reader, struct area area);

#endif
