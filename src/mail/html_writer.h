/* Words into lines: blanks run together, breaks are written when the next word comes, so
 * that none stands at an end. */
#ifndef TOUCHBASE_SRC_MAIL_HTML_WRITER_H
#define TOUCHBASE_SRC_MAIL_HTML_WRITER_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "html_table.h"
#include "touchbase/base/buffer.h"

struct html_writer {
    struct buffer *out;
    int breaks;              /* newlines due before the next word */
    bool blank;              /* a blank is due */
    bool cell;               /* a cell's gap is due */
    bool item;               /* the mark of a list's item is due */
    int line_quotes;         /* quotations around the line written last */
    bool at_start;           /* nothing was written yet */
    int cells;               /* cells around */
    int preformatted;        /* <pre> around */
    int quotes;              /* quotations around */
    struct html_heads heads; /* of the table entered last */
};

void html_words(struct html_writer *writer, const char *words, size_t length);
/* At least count newlines before the next word (1: a new line, 2: an empty line between).
 */
void html_break(struct html_writer *writer, int count);
/* <br>: one newline more. */
void html_line_break(struct html_writer *writer);
void html_item_begin(struct html_writer *writer);
void html_item_end(struct html_writer *writer);
void html_cell_begin(struct html_writer *writer, bool first);
void html_cell_end(struct html_writer *writer);
void html_quote_begin(struct html_writer *writer);
void html_quote_end(struct html_writer *writer);
/* Behind a link to a mail address or a number that its text does not show: " <address>".
 */
void html_add_link(struct html_writer *writer, const xmlNode *node);
void html_writer_end(struct html_writer *writer);

#endif
