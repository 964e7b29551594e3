#include "card_lines.h"

#include <string.h>
#include <strings.h>

enum {
    HEAD_SIZE = 256
}; /* what is kept of a line that is too long: enough for its name */

void card_lines_free(struct card_lines *lines)
{
    buffer_free(&lines->text);
}

static size_t without_end(const char *text, size_t length)
{
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r')) {
        length--;
    }
    return length;
}

static void cut_to_head(struct card_lines *lines)
{
    lines->cut = true;
    if (lines->text.length > HEAD_SIZE) {
        buffer_remove(&lines->text, HEAD_SIZE, lines->text.length - HEAD_SIZE);
    }
}

/* Appends the physical line at the start but for its first skip bytes. */
static enum source_result append(struct card_lines *lines, size_t skip, struct error *err)
{
    size_t length = 0;
    enum source_result result = source_line(lines->source, 0, &length, err);
    if (result == SOURCE_LONG) {
        buffer_add(&lines->text, source_text(lines->source), HEAD_SIZE);
        cut_to_head(lines);
        return source_drop_line(lines->source, err);
    }
    if (result != SOURCE_LINE) {
        return result;
    }
    const char *text = source_text(lines->source);
    size_t plain = without_end(text, length);
    if (!lines->cut && plain > skip) {
        buffer_add(&lines->text, text + skip, plain - skip);
    }
    source_take(lines->source, length, 1);
    if (lines->text.length > SOURCE_LIMIT) {
        cut_to_head(lines);
    }
    return SOURCE_LINE;
}

static bool contains_word(const char *text, size_t length, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= length; i++) {
        if ((text[i] | 0x20) == (word[0] | 0x20) &&
            strncasecmp(text + i, word, size) == 0) {
            return true;
        }
    }
    return false;
}

static void read_parameters(struct card_lines *lines)
{
    const char *text = buffer_string(&lines->text);
    const char *colon = memchr(text, ':', lines->text.length);
    const char *first = colon != NULL ? memchr(text, ';', (size_t)(colon - text)) : NULL;
    size_t length = first != NULL ? (size_t)(colon - first) : 0;
    lines->quoted_printable = contains_word(first, length, "QUOTED-PRINTABLE");
    lines->base64 = contains_word(first, length, "BASE64") ||
                    contains_word(first, length, "ENCODING=B");
}

static bool is_boundary(const char *text, size_t length)
{
    return (length >= 9 && strncasecmp(text, "END:VCARD", 9) == 0) ||
           (length >= 11 && strncasecmp(text, "BEGIN:VCARD", 11) == 0);
}

static bool is_note(const struct card_lines *lines)
{
    const char *text = buffer_string(&lines->text);
    return strncasecmp(text, "NOTE:", 5) == 0 || strncasecmp(text, "NOTE;", 5) == 0;
}

/* Base64 of vCard 2.1 comes from some phones without the blank that folds a line, and
 * notes from broken writers: what has no colon cannot begin a property, so it goes on
 * with them. */
static bool is_unmarked_continuation(const struct card_lines *lines, const char *text,
                                     size_t length)
{
    return length > 0 && (lines->base64 || is_note(lines)) &&
           memchr(text, ':', length) == NULL;
}

enum joint { JOINT_NONE, JOINT_FOLD, JOINT_SOFT, JOINT_UNMARKED };

/* How the physical line at the start belongs to what was read. */
static enum joint find_joint(struct card_lines *lines, struct error *err)
{
    size_t length = 0;
    enum source_result result = source_line(lines->source, 0, &length, err);
    if (result == SOURCE_END || result == SOURCE_FAILED) {
        return JOINT_NONE; /* a failure comes again on the next call */
    }
    const char *text = source_text(lines->source);
    size_t plain = without_end(text, length);
    bool soft = lines->quoted_printable && lines->text.length > 0 &&
                lines->text.data[lines->text.length - 1] == '=';
    if (soft && !is_boundary(text, length)) {
        return JOINT_SOFT;
    }
    if (plain > 0 && (text[0] == ' ' || text[0] == '\t')) {
        return JOINT_FOLD;
    }
    return is_unmarked_continuation(lines, text, plain) ? JOINT_UNMARKED : JOINT_NONE;
}

static enum source_result join(struct card_lines *lines, enum joint joint,
                               struct error *err)
{
    if (joint == JOINT_SOFT) {
        buffer_remove(&lines->text, lines->text.length - 1, 1);
    } else if (joint == JOINT_UNMARKED && !lines->base64 && !lines->cut) {
        buffer_add_string(&lines->text, "\\n");
    }
    return append(lines, joint == JOINT_FOLD ? 1 : 0, err);
}

enum source_result card_lines_next(struct card_lines *lines, struct error *err)
{
    buffer_clear(&lines->text);
    lines->line = lines->source->line;
    lines->cut = false;
    enum source_result result = append(lines, 0, err);
    if (result != SOURCE_LINE) {
        return result;
    }
    read_parameters(lines);
    enum joint joint = find_joint(lines, err);
    while (joint != JOINT_NONE) {
        result = join(lines, joint, err);
        if (result != SOURCE_LINE) {
            return result;
        }
        joint = find_joint(lines, err);
    }
    return SOURCE_LINE;
}

bool card_lines_is(const struct card_lines *lines, const char *word)
{
    const char *text = buffer_string(&lines->text);
    text += strspn(text, " \t");
    size_t length = strlen(word);
    return !lines->cut && strncasecmp(text, word, length) == 0 &&
           text[length + strspn(text + length, " \t")] == '\0';
}
