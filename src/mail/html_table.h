/* Tables whose first row names their columns. */
#ifndef TOUCHBASE_SRC_MAIL_HTML_TABLE_H
#define TOUCHBASE_SRC_MAIL_HTML_TABLE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

enum { HTML_HEADS_MAX = 8, HTML_HEAD_BYTES = 48 };

struct html_heads {
    const xmlNode *table; /* NULL: none that names its columns */
    const xmlNode *first; /* its first row */
    size_t count;
    char names[HTML_HEADS_MAX][HTML_HEAD_BYTES];
};

/* Looks at a table that is entered: *out gets the names of its columns. No table of more
 * than 200 rows, or with others inside, is looked at. */
void html_table_heads(const xmlNode *table, struct html_heads *out);
/* The name to write before a cell: of its column, where the cell holds figures (a date, a
 * number), which say nothing by themselves. NULL when there is none. */
const char *html_head_of(const struct html_heads *heads, const xmlNode *cell);

#endif
