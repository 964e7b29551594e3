#include "search_words.h"

#include <string.h>

#include "index_text.h"
#include "touchbase/base/text.h"

enum { LAST_DIGITS = 9, DIGITS_LEAST = 2 };

static void add(struct needles *needles, const char *text)
{
    if (needles->count < NEEDLES_MAX && text[strspn(text, " ")] != '\0')
        needles->texts[needles->count++] = text;
}

/* Folded words, a blank before each. */
static const char *words_of(struct arena *arena, const char *typed)
{
    struct buffer words = {0};
    buffer_add_char(&words, ' ');
    index_words(&words, arena, typed);
    const char *text = arena_copy(arena, words.data, words.length - 1);
    buffer_free(&words);
    return text;
}

/* A number typed in its own grouping is found in any other: by its digits from the first
 * on, and by the last nine where a country or trunk prefix differs. */
static void add_number(struct needles *needles, struct arena *arena, const char *typed)
{
    const char *digits = text_phone_digits(arena, typed);
    digits += *digits == '+' ? 1 : 0;
    size_t length = strlen(digits);
    if (length < DIGITS_LEAST)
        return;
    add(needles, arena_format(arena, " %s", digits));
    if (*digits == '0' && length > DIGITS_LEAST) {
        add(needles, arena_format(arena, " %s", digits + 1));
        add(needles, words_of(arena, typed + strcspn(typed, "0") + 1));
    }
    if (length >= LAST_DIGITS)
        add(needles, arena_format(arena, " %s ", digits + length - LAST_DIGITS));
}

struct needles needles_of(struct arena *arena, const char *typed)
{
    struct needles needles = {0};
    add(&needles, words_of(arena, typed));
    if (typed[strspn(typed, "0123456789 +()-./")] == '\0')
        add_number(&needles, arena, typed);
    return needles;
}

bool needles_in(const struct needles *needles, const char *content)
{
    for (size_t i = 0; i < needles->count; i++) {
        if (strstr(content, needles->texts[i]) != NULL)
            return true;
    }
    return false;
}

void needles_query(const struct needles *needles, struct buffer *out)
{
    for (size_t i = 0; i < needles->count; i++) {
        const char *text = needles->texts[i];
        size_t length = strlen(text);
        bool whole = text[length - 1] == ' ';
        buffer_add_format(out, "%s\"%.*s\"%s", i > 0 ? " OR " : "",
                          (int)(length - 1 - whole), text + 1, whole ? "" : " *");
    }
}

bool term_in(const struct search_term *term, const char *content)
{
    for (size_t i = 0; i < term->count; i++) {
        if (needles_in(&term->needles[i], content))
            return true;
    }
    return false;
}

void term_query(const struct search_term *term, const char *column, struct buffer *out)
{
    if (column != NULL)
        buffer_add_format(out, "%s : ", column);
    buffer_add_char(out, '(');
    for (size_t i = 0; i < term->count; i++) {
        if (i > 0)
            buffer_add_string(out, " OR ");
        needles_query(&term->needles[i], out);
    }
    buffer_add_char(out, ')');
}
