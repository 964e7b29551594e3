/* The text of an HTML mail. */
#ifndef TOUCHBASE_SRC_MAIL_HTML_H
#define TOUCHBASE_SRC_MAIL_HTML_H

#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Appends the text of a page (UTF-8): a block a line, paragraphs with an empty line
 * between, a row of a table a line with two blanks between cells, list items with "- ",
 * what is quoted with "> ", the address of a mail link whose text does not show it behind
 * it in <>. Scripts, styles and what is hidden are left out. What libxml2 cannot take
 * (nothing at all in it) leaves out as it was. */
void mail_html_text(struct buffer *out, const char *page, size_t length);

/* The charset a page names in its head (<meta charset=...>), or NULL; out has room for
 * size bytes. */
const char *mail_html_charset(const char *page, size_t length, char *out, size_t size);

#endif
