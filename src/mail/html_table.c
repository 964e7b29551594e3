#include "html_table.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { ROWS_MAX = 200, NODES_MAX = 64, NAMED_COLUMNS = 3 };

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE &&
           strcasecmp((const char *)node->name, name) == 0;
}

static bool is_cell(const xmlNode *node)
{
    return is_element(node, "td") || is_element(node, "th");
}

static const xmlNode *next_element(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

/* The first row of a table or of the next part of it, NULL when there is none. */
static const xmlNode *row_in(const xmlNode *part)
{
    for (; part; part = next_element(part->next)) {
        if (is_element(part, "tr"))
            return part;
        const xmlNode *inner = next_element(part->children);
        if (inner && is_element(inner, "tr"))
            return inner;
    }
    return NULL;
}

static const xmlNode *next_row(const xmlNode *row, const xmlNode *table)
{
    const xmlNode *next = next_element(row->next);
    if (next)
        return is_element(next, "tr") ? next : NULL;
    return row->parent == table ? NULL : row_in(next_element(row->parent->next));
}

/* The words of a cell, blanks run together, as far as they fit; false when they do not,
 * or when the cell holds too much to be a name or a date. */
static bool cell_words(const xmlNode *cell, char *out, size_t size)
{
    const xmlNode *node = cell->children;
    size_t used = 0, seen = 0;
    bool blank = false;
    while (node) {
        if (++seen > NODES_MAX || is_element(node, "table"))
            return false;
        blank = blank || node->type == XML_ELEMENT_NODE;
        for (const char *c = node->type == XML_TEXT_NODE ? (const char *)node->content
                                                         : "";
             c && *c; c++) {
            bool space = isspace((unsigned char)*c) != 0;
            if (!space && blank && used > 0 && used + 1 < size)
                out[used++] = ' ';
            if (!space && used + 1 >= size)
                return false;
            if (!space)
                out[used++] = *c;
            blank = space;
        }
        if (node->children) {
            node = node->children;
            continue;
        }
        while (node != cell && !node->next)
            node = node->parent;
        node = node == cell ? NULL : node->next;
    }
    out[used] = '\0';
    return used > 0;
}

static bool has_digit(const char *words)
{
    return strpbrk(words, "0123456789") != NULL;
}

/* <th>, or all of it bold. */
static bool is_marked(const xmlNode *cell)
{
    const xmlNode *inner = next_element(cell->children);
    return is_element(cell, "th") ||
           (inner && !next_element(inner->next) &&
            (is_element(inner, "b") || is_element(inner, "strong")));
}

static size_t count_cells(const xmlNode *row)
{
    size_t cells = 0;
    for (const xmlNode *cell = next_element(row->children); cell;
         cell = next_element(cell->next))
        cells += is_cell(cell);
    return cells;
}

/* Do all rows behind the first have as many cells? */
static bool is_even(const xmlNode *table, const xmlNode *first, size_t cells)
{
    size_t rows = 0;
    for (const xmlNode *row = next_row(first, table); row; row = next_row(row, table))
        if (++rows > ROWS_MAX || count_cells(row) != cells)
            return false;
    return rows > 0;
}

void html_table_heads(const xmlNode *table, struct html_heads *out)
{
    const xmlNode *first = row_in(next_element(table->children));
    size_t marked = 0;
    *out = (struct html_heads){.table = NULL};
    if (!first)
        return;
    for (const xmlNode *cell = next_element(first->children); cell;
         cell = next_element(cell->next)) {
        if (!is_cell(cell) || out->count == HTML_HEADS_MAX ||
            !cell_words(cell, out->names[out->count], HTML_HEAD_BYTES) ||
            has_digit(out->names[out->count]) || strchr(out->names[out->count], '@'))
            return;
        out->count++;
        marked += is_marked(cell);
    }
    bool named = out->count >= 2 && (marked == out->count || out->count >= NAMED_COLUMNS);
    if (!named || !is_even(table, first, out->count))
        return;
    out->table = table;
    out->first = first;
}

const char *html_head_of(const struct html_heads *heads, const xmlNode *cell)
{
    char words[HTML_HEAD_BYTES];
    size_t column = 0;
    if (!heads->table || cell->parent == heads->first || !is_cell(cell) ||
        !cell_words(cell, words, sizeof words) || !has_digit(words) || strchr(words, '@'))
        return NULL;
    for (const xmlNode *before = cell->prev; before; before = before->prev)
        column += before->type == XML_ELEMENT_NODE;
    return column < heads->count ? heads->names[column] : NULL;
}
