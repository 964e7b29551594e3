/* What an element of HTML means to a reader of plain text. */
#ifndef TOUCHBASE_SRC_MAIL_HTML_STYLE_H
#define TOUCHBASE_SRC_MAIL_HTML_STYLE_H

#include <libxml/tree.h>
#include <stdbool.h>

enum html_role {
    HTML_INLINE,
    HTML_BLOCK,
    HTML_PARAGRAPH,
    HTML_ITEM,
    HTML_ROW,
    HTML_CELL,
    HTML_LINE_BREAK,
    HTML_PREFORMATTED,
    HTML_SKIPPED, /* with all that is in it */
};

enum html_role html_role_of(const xmlNode *node);
/* By attribute "hidden" or by a style of its own; style sheets are not read. */
bool html_is_hidden(const xmlNode *node);
/* A reply's quotation, as the mail programs mark it; a blockquote that only indents is
 * none. */
bool html_is_quote(const xmlNode *node);
bool html_is_first_cell(const xmlNode *node);
/* The value of an attribute, or NULL; owned by the tree. */
const char *html_attribute(const xmlNode *node, const char *name);

#endif
