#include "html_style.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct element {
    const char *name;
    enum html_role role;
};

/* Sorted by name. */
static const struct element elements[] = {
    {"address", HTML_BLOCK},
    {"article", HTML_BLOCK},
    {"blockquote", HTML_PARAGRAPH},
    {"body", HTML_BLOCK},
    {"br", HTML_LINE_BREAK},
    {"button", HTML_SKIPPED},
    {"caption", HTML_BLOCK},
    {"center", HTML_BLOCK},
    {"dd", HTML_BLOCK},
    {"div", HTML_BLOCK},
    {"dl", HTML_BLOCK},
    {"dt", HTML_BLOCK},
    {"fieldset", HTML_BLOCK},
    {"figure", HTML_BLOCK},
    {"footer", HTML_BLOCK},
    {"form", HTML_BLOCK},
    {"h1", HTML_PARAGRAPH},
    {"h2", HTML_PARAGRAPH},
    {"h3", HTML_PARAGRAPH},
    {"h4", HTML_PARAGRAPH},
    {"h5", HTML_PARAGRAPH},
    {"h6", HTML_PARAGRAPH},
    {"head", HTML_SKIPPED},
    {"header", HTML_BLOCK},
    {"hr", HTML_BLOCK},
    {"li", HTML_ITEM},
    {"main", HTML_BLOCK},
    {"math", HTML_SKIPPED},
    {"nav", HTML_BLOCK},
    {"noscript", HTML_SKIPPED},
    {"object", HTML_SKIPPED},
    {"ol", HTML_BLOCK},
    {"p", HTML_PARAGRAPH},
    {"pre", HTML_PREFORMATTED},
    {"script", HTML_SKIPPED},
    {"section", HTML_BLOCK},
    {"select", HTML_SKIPPED},
    {"style", HTML_SKIPPED},
    {"svg", HTML_SKIPPED},
    {"table", HTML_BLOCK},
    {"tbody", HTML_BLOCK},
    {"td", HTML_CELL},
    {"template", HTML_SKIPPED},
    {"textarea", HTML_SKIPPED},
    {"tfoot", HTML_BLOCK},
    {"th", HTML_CELL},
    {"thead", HTML_BLOCK},
    {"title", HTML_SKIPPED},
    {"tr", HTML_ROW},
    {"ul", HTML_BLOCK},
};

static int by_name(const void *key, const void *row)
{
    const struct element *element = row;
    return strcasecmp(key, element->name);
}

enum html_role html_role_of(const xmlNode *node)
{
    if (!node->name)
        return HTML_INLINE;
    const struct element *found =
        bsearch((const char *)node->name, elements, sizeof elements / sizeof elements[0],
                sizeof elements[0], by_name);
    return found ? found->role : HTML_INLINE;
}

const char *html_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute;
         attribute = attribute->next) {
        if (strcasecmp((const char *)attribute->name, name) != 0)
            continue;
        const xmlNode *text = attribute->children;
        return text && text->content ? (const char *)text->content : "";
    }
    return NULL;
}

/* Does a style hold a declaration ("display:none"), blanks and case apart? No search
 * begins at a blank: a run of blanks would be looked over from each of them. */
static bool style_has(const char *style, const char *declaration)
{
    for (const char *start = style; start && *start; start++) {
        const char *at = start, *want = declaration;
        if (isspace((unsigned char)*start))
            continue;
        while (*want && *at) {
            if (isspace((unsigned char)*at)) {
                at++;
                continue;
            }
            if (tolower((unsigned char)*at) != *want)
                break;
            at++;
            want++;
        }
        if (*want == '\0')
            return true;
    }
    return false;
}

bool html_is_hidden(const xmlNode *node)
{
    if (!node->properties)
        return false;
    if (html_attribute(node, "hidden"))
        return true;
    const char *style = html_attribute(node, "style");
    return style &&
           (style_has(style, "display:none") || style_has(style, "visibility:hidden") ||
            style_has(style, "mso-hide:all"));
}

/* Is a word of the class list one of the mail programs' marks of a quotation? */
static bool class_quotes(const char *classes)
{
    static const char *const marks[] = {"gmail_quote", "yahoo_quoted", "protonmail_quote",
                                        "moz-cite-prefix"};
    for (size_t i = 0; classes && i < sizeof marks / sizeof marks[0]; i++)
        if (strstr(classes, marks[i]))
            return true;
    return false;
}

bool html_is_quote(const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return false;
    if (class_quotes(html_attribute(node, "class")))
        return true;
    if (strcasecmp((const char *)node->name, "blockquote") != 0)
        return false;
    const char *type = html_attribute(node, "type");
    const char *style = html_attribute(node, "style");
    if (type && strcasecmp(type, "cite") == 0)
        return true;
    return !style || !style_has(style, "border:none");
}

bool html_is_first_cell(const xmlNode *node)
{
    for (const xmlNode *before = node->prev; before; before = before->prev)
        if (before->type == XML_ELEMENT_NODE)
            return false;
    return true;
}
