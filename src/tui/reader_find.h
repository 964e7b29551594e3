/* Where words occur in a text, however their letters and blanks are written (text_fold).
 */
#ifndef TOUCHBASE_TUI_READER_FIND_H
#define TOUCHBASE_TUI_READER_FIND_H

#include "touchbase/tui/reader.h"

struct reader_matches {
    struct reader_span *spans; /* in order, not overlapping, style STYLE_FOUND */
    size_t count;
    size_t capacity;
};

/* Replaces the matches by those of folded words (NULL or "": none) within the text's
 * lines. */
void reader_find_all(const char *text, size_t length, const char *words,
                     struct reader_matches *matches);

#endif
