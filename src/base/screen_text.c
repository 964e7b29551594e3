/* What may reach a screen, and how wide it is there (endurance.md 6 and 11). */
#include <string.h>
#include <wchar.h>

#include "touchbase/base/text.h"

enum {
    MARKS_ON_A_LETTER = 4
}; /* what one cell of ncurses holds beside its base character */

static bool is_bidi_control(uint32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_tag(uint32_t code)
{
    return code >= 0xE0000 && code <= 0xE007F;
}

/* Characters without a picture of their own, on which terminals disagree. */
static bool is_invisible(uint32_t code)
{
    return is_bidi_control(code) || is_tag(code) || (code >= 0x200B && code <= 0x200D) ||
           (code >= 0x2060 && code <= 0x206F) || (code >= 0xFE00 && code <= 0xFE0F) ||
           (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0100 && code <= 0xE01EF) ||
           code == 0x20E3 || code == 0xAD || code == 0xFEFF;
}

static int code_width(uint32_t code)
{
    return code >= 0x20 && code < 0x7F ? 1 : wcwidth((wchar_t)code);
}

/* What stands for a code point on the screen; 0 for nothing. */
static uint32_t shown(uint32_t code)
{
    if (code == '\t' || code == '\n' || code == '\r' || code == 0x2028 ||
        code == 0x2029 || code == 0x85)
        return ' ';
    if (code < 0x20)
        return 0x2400 + code;
    if (code == 0x7F)
        return 0x2421;
    if (is_invisible(code))
        return 0;
    if (code >= 0x1F1E6 && code <= 0x1F1FF) /* flags are pairs of these */
        return 'A' + (code - 0x1F1E6);
    return code_width(code) < 0 ? 0xFFFD : code;
}

size_t text_ascii_run(const char *text, size_t length)
{
    size_t run = 0;

    while (run < length && text[run] >= 0x20 && text[run] < 0x7F)
        run++;
    return run;
}

static void add_screen(struct buffer *out, const char *text, size_t length, bool lines)
{
    const char *end = text + length;
    int marks = MARKS_ON_A_LETTER; /* a mark needs a letter in front of it */

    while (text < end) {
        size_t run = text_ascii_run(text, (size_t)(end - text));
        uint32_t raw, code;

        if (run > 0) {
            buffer_add(out, text, run);
            text += run;
            marks = 0;
            continue;
        }
        raw = text_next(&text, end);
        if (lines && raw == '\n') {
            buffer_add_char(out, '\n');
            marks = MARKS_ON_A_LETTER;
            continue;
        }
        if (lines && raw == '\r' && text < end && *text == '\n')
            continue;
        code = shown(raw);
        if (code == 0 || (code_width(code) == 0 && marks >= MARKS_ON_A_LETTER))
            continue;
        marks = code_width(code) == 0 ? marks + 1 : 0;
        text_append(out, code);
    }
}

void text_screen(struct buffer *out, const char *text, size_t length)
{
    add_screen(out, text, length, false);
}

void text_screen_lines(struct buffer *out, const char *text, size_t length)
{
    add_screen(out, text, length, true);
}

void text_plain(struct buffer *out, const char *text, size_t length)
{
    const char *end = text + length;

    while (text < end) {
        uint32_t code = text_next(&text, end);
        bool control =
            code < 0x20 ? code != '\n' && code != '\t' : code >= 0x7F && code < 0xA0;

        if (control || is_bidi_control(code) || is_tag(code))
            buffer_add_char(out, '?');
        else
            text_append(out, code);
    }
}

int text_width(const char *text, size_t length)
{
    const char *end = text + length;
    int columns = 0;

    while (text < end) {
        int width = code_width(text_next(&text, end));

        columns += width > 0 ? width : 0;
    }
    return columns;
}

/* The last place at or before offset where no cluster is torn. */
static size_t cluster_start(const char *text, size_t length, size_t offset)
{
    size_t start = 0;

    while (start < offset) {
        size_t next = text_cluster_next(text, length, start);

        if (next > offset)
            break;
        start = next;
    }
    return start;
}

static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80)
            return false;
    }
    return true;
}

static size_t fit_clusters(const char *text, size_t length, int columns, int *used)
{
    const char *end = text + length;
    const char *at = text;
    size_t fits = 0;
    int total = 0;

    while (at < end) {
        int width = code_width(text_next(&at, end));

        if (width > 0 && total + width > columns) {
            fits = cluster_start(text, length, fits);
            total = text_width(text, fits);
            break;
        }
        total += width > 0 ? width : 0;
        fits = (size_t)(at - text);
    }
    if (used != NULL)
        *used = total;
    return fits;
}

/* In ASCII every byte is a column and a cluster: what most rows are made of costs no more
 * than a scan. */
size_t text_fit(const char *text, size_t length, int columns, int *used)
{
    size_t room = columns > 0 ? (size_t)columns : 0;
    size_t fits = length < room ? length : room;

    if (is_plain(text, length < room + 1 ? length : room + 1)) {
        if (used != NULL)
            *used = (int)fits;
        return fits;
    }
    return fit_clusters(text, length, columns, used);
}

static void add_blanks(struct buffer *out, int count)
{
    while (count-- > 0)
        buffer_add_char(out, ' ');
}

void text_pad(struct buffer *out, const char *text, int columns)
{
    size_t length = strlen(text);
    int used;

    if (columns <= 0)
        return;
    if (text_fit(text, length, columns, &used) == length) {
        buffer_add(out, text, length);
        add_blanks(out, columns - used);
        return;
    }
    buffer_add(out, text, text_fit(text, length, columns - 1, &used));
    buffer_add_string(out, "…");
    add_blanks(out, columns - 1 - used);
}
