#include "html.h"

#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "html_guard.h"
#include "html_style.h"
#include "html_writer.h"

/* "Returning: 1/2/2024": the name of the column before figures. */
static void name_cell(struct html_writer *writer, const xmlNode *cell)
{
    const char *name = html_head_of(&writer->heads, cell);
    if (!name)
        return;
    html_words(writer, name, strlen(name));
    html_words(writer, ": ", 2);
}

/* What an element does to the lines around it. */
static void enter_element(struct html_writer *writer, const xmlNode *node,
                          enum html_role role)
{
    switch (role) {
    case HTML_PARAGRAPH:
        html_break(writer, 2);
        break;
    case HTML_ITEM:
        html_item_begin(writer);
        break;
    case HTML_BLOCK:
    case HTML_ROW:
        html_break(writer, 1);
        break;
    case HTML_LINE_BREAK:
        html_line_break(writer);
        break;
    case HTML_CELL:
        html_cell_begin(writer, html_is_first_cell(node));
        name_cell(writer, node);
        break;
    case HTML_PREFORMATTED:
        html_break(writer, 1);
        writer->preformatted++;
        break;
    case HTML_INLINE:
    case HTML_SKIPPED:
        break;
    }
    if (html_is_quote(node))
        html_quote_begin(writer);
}

static void leave_element(struct html_writer *writer, const xmlNode *node,
                          enum html_role role)
{
    html_add_link(writer, node);
    if (node == writer->heads.table)
        writer->heads.table = NULL;
    if (html_is_quote(node))
        html_quote_end(writer);
    switch (role) {
    case HTML_PARAGRAPH:
        html_break(writer, 2);
        break;
    case HTML_PREFORMATTED:
        writer->preformatted--;
        html_break(writer, 1);
        break;
    case HTML_ITEM:
        html_item_end(writer);
        break;
    case HTML_BLOCK:
    case HTML_ROW:
        html_break(writer, 1);
        break;
    case HTML_CELL:
        html_cell_end(writer);
        break;
    case HTML_LINE_BREAK:
    case HTML_INLINE:
    case HTML_SKIPPED:
        break;
    }
}

/* Takes in a node; true when its children are to be visited. */
static bool enter(struct html_writer *writer, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        const char *words = (const char *)node->content;
        if (words)
            html_words(writer, words, strlen(words));
        return false;
    }
    if (node->type != XML_ELEMENT_NODE)
        return node->type == XML_HTML_DOCUMENT_NODE;
    enum html_role role = html_role_of(node);
    if (role == HTML_SKIPPED || html_is_hidden(node))
        return false;
    if (strcasecmp((const char *)node->name, "table") == 0)
        html_table_heads(node, &writer->heads);
    enter_element(writer, node, role);
    if (node->children)
        return true;
    leave_element(writer, node, role);
    return false;
}

/* The whole tree without recursion: down to children, along siblings, up again. */
static void walk(struct html_writer *writer, const xmlNode *root)
{
    const xmlNode *node = root;
    while (node) {
        if (enter(writer, node) && node->children) {
            node = node->children;
            continue;
        }
        while (node != root && !node->next) {
            node = node->parent;
            if (node->type == XML_ELEMENT_NODE)
                leave_element(writer, node, html_role_of(node));
        }
        if (node == root)
            return;
        node = node->next;
    }
}

void mail_html_text(struct buffer *out, const char *page, size_t length)
{
    enum {
        FLAGS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET
    };
    struct buffer safe = {0};
    if (length <= INT_MAX)
        mail_html_guard(&safe, page, length);
    htmlDocPtr document =
        htmlReadMemory(buffer_string(&safe), (int)safe.length, NULL, "UTF-8", FLAGS);
    buffer_free(&safe);
    if (!document)
        return;
    struct html_writer writer = {.out = out, .at_start = true};
    const xmlNode *root = xmlDocGetRootElement(document);
    if (root)
        walk(&writer, root);
    html_writer_end(&writer);
    xmlFreeDoc(document);
}

const char *mail_html_charset(const char *page, size_t length, char *out, size_t size)
{
    enum { HEAD = 2048 };
    static const char word[] = "charset=";
    const size_t word_length = sizeof word - 1;
    size_t window = length < HEAD ? length : HEAD;
    for (size_t i = 0; i + word_length < window; i++) {
        if (strncasecmp(page + i, word, word_length) != 0)
            continue;
        size_t at = i + word_length, used = 0;
        while (at < window && (page[at] == '"' || page[at] == '\''))
            at++;
        while (at < window && used + 1 < size &&
               (isalnum((unsigned char)page[at]) || strchr("-_:.", page[at])) && page[at])
            out[used++] = page[at++];
        out[used] = '\0';
        return used > 0 ? out : NULL;
    }
    return NULL;
}
