#include "html_writer.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "html_style.h"

enum { BREAKS_MAX = 2, BREAKS_IN_CELL = 1, QUOTES_MAX = 10, LINK_MAX = 200 };

static void quote_prefix(struct html_writer *writer, int quotes)
{
    for (int i = 0; i < quotes && i < QUOTES_MAX; i++)
        buffer_add(writer->out, "> ", 2);
}

/* The breaks due; an empty line between two quoted ones is quoted as they are. */
static void write_breaks(struct html_writer *writer)
{
    int both =
        writer->quotes < writer->line_quotes ? writer->quotes : writer->line_quotes;
    for (int i = 0; i < writer->breaks; i++) {
        if (i > 0)
            quote_prefix(writer, both);
        buffer_add_char(writer->out, '\n');
    }
    quote_prefix(writer, writer->quotes);
    writer->line_quotes = writer->quotes;
}

/* Writes what is due before a word. */
static void settle(struct html_writer *writer)
{
    if (writer->at_start || writer->breaks > 0)
        write_breaks(writer);
    else if (writer->cell)
        buffer_add(writer->out, "  ", 2);
    else if (writer->blank)
        buffer_add_char(writer->out, ' ');
    if (writer->item)
        buffer_add(writer->out, "- ", 2);
    writer->at_start = false;
    writer->breaks = 0;
    writer->cell = false;
    writer->item = false;
    writer->blank = false;
}

/* A cell's or an item's first words stand on its own line, whatever paragraphs are in it.
 */
static bool at_beginning(const struct html_writer *writer)
{
    return writer->cell || writer->item;
}

void html_break(struct html_writer *writer, int count)
{
    if (writer->at_start || at_beginning(writer))
        return;
    int most = writer->cells > 0 ? BREAKS_IN_CELL : BREAKS_MAX;
    if (count > most)
        count = most;
    if (writer->breaks < count)
        writer->breaks = count;
    writer->blank = false;
}

void html_line_break(struct html_writer *writer)
{
    if (writer->at_start || at_beginning(writer))
        return;
    if (writer->breaks < BREAKS_MAX)
        writer->breaks++;
    writer->blank = false;
}

/* The fixed blank of HTML stands for a word of no length: "<p>&nbsp;</p>" is an empty
 * line. */
static size_t fixed_blank(const char *words, size_t length)
{
    return length >= 2 && memcmp(words, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static void preformatted(struct html_writer *writer, const char *words, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '\n') {
            html_line_break(writer);
        } else if (words[i] == ' ' || words[i] == '\t') {
            if (writer->breaks > 0 || writer->at_start)
                settle(writer);
            buffer_add_char(writer->out, words[i]);
        } else if (words[i] != '\r') {
            settle(writer);
            buffer_add_char(writer->out, words[i]);
        }
    }
}

void html_words(struct html_writer *writer, const char *words, size_t length)
{
    if (writer->preformatted > 0) {
        preformatted(writer, words, length);
        return;
    }
    for (size_t at = 0; at < length;) {
        size_t fixed = fixed_blank(words + at, length - at);
        if (fixed > 0 || isspace((unsigned char)words[at])) {
            writer->blank = true;
            at += fixed > 0 ? fixed : 1;
            continue;
        }
        size_t start = at;
        while (at < length && !isspace((unsigned char)words[at]) &&
               fixed_blank(words + at, length - at) == 0)
            at++;
        settle(writer);
        buffer_add(writer->out, words + start, at - start);
    }
}

void html_item_begin(struct html_writer *writer)
{
    writer->item = false;
    html_break(writer, 1);
    writer->item = true;
}

void html_item_end(struct html_writer *writer)
{
    writer->item = false;
    html_break(writer, 1);
}

void html_cell_begin(struct html_writer *writer, bool first)
{
    writer->cells++;
    if (first)
        return;
    writer->breaks = 0;
    writer->cell = !writer->at_start;
}

void html_cell_end(struct html_writer *writer)
{
    if (writer->cells > 0)
        writer->cells--;
}

void html_quote_begin(struct html_writer *writer)
{
    html_break(writer, 1);
    writer->quotes++;
}

void html_quote_end(struct html_writer *writer)
{
    if (writer->quotes > 0)
        writer->quotes--;
    html_break(writer, 1);
}

/* Where the text that a link is held against begins. */
static size_t window_start(const struct html_writer *writer)
{
    size_t length = writer->out->length;
    return length > (size_t)2 * LINK_MAX ? length - (size_t)2 * LINK_MAX : 0;
}

/* Is the address shown in what was written last? */
static bool is_shown(const struct html_writer *writer, const char *address, size_t length)
{
    const char *text = buffer_string(writer->out);
    for (size_t i = window_start(writer); i + length <= writer->out->length; i++)
        if (strncasecmp(text + i, address, length) == 0)
            return true;
    return false;
}

/* Do the last words of the line hold as many digits as a phone number has? */
static bool shows_number(const struct html_writer *writer)
{
    const char *text = buffer_string(writer->out);
    size_t low = window_start(writer);
    int digits = 0;
    for (size_t at = writer->out->length; at > low && text[at - 1] != '\n'; at--)
        digits += isdigit((unsigned char)text[at - 1]) != 0;
    return digits >= 5;
}

void html_add_link(struct html_writer *writer, const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE || strcasecmp((const char *)node->name, "a") != 0)
        return;
    const char *target = html_attribute(node, "href");
    if (!target)
        return;
    bool mail = strncasecmp(target, "mailto:", 7) == 0;
    bool phone = strncasecmp(target, "tel:", 4) == 0;
    if (!mail && !phone)
        return;
    const char *address = target + (mail ? 7 : 4);
    size_t length = strcspn(address, "?");
    if (length == 0 || length > LINK_MAX || (mail && is_shown(writer, address, length)) ||
        (phone && shows_number(writer)))
        return;
    writer->blank = true;
    settle(writer);
    buffer_add_char(writer->out, '<');
    buffer_add(writer->out, address, length);
    buffer_add_char(writer->out, '>');
}

void html_writer_end(struct html_writer *writer)
{
    if (!writer->at_start)
        buffer_add_char(writer->out, '\n');
}
