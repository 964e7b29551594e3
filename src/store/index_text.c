#include "index_text.h"

#include <ctype.h>
#include <string.h>

#include "touchbase/base/text.h"

enum { LAST_DIGITS = 7, MORE_DIGITS = 9, WORDS_MAX = 32 };

/* Goes through the words of folded text. */
struct words {
    const char *at;
    const char *end;
    const char *start; /* of the word found */
    size_t length;     /* bytes */
    bool cjk;          /* one character of a run without blanks */
};

static bool next_word(struct words *words)
{
    words->length = 0;
    while (words->at < words->end) {
        const char *here = words->at;
        uint32_t code = text_next(&words->at, words->end);
        bool cjk = text_is_cjk(code);
        bool word = cjk || (text_is_word(code) && code != 0xFFFD);
        if (words->length > 0 && (!word || cjk)) {
            words->at = here;
            return true;
        }
        if (!word)
            continue;
        if (words->length == 0)
            words->start = here;
        words->length += (size_t)(words->at - here);
        words->cjk = cjk;
        if (cjk)
            return true;
    }
    return words->length > 0;
}

/* Plain ASCII, as most is, needs no folding tables. False, with nothing added, when text
 * is more than that. */
static bool add_ascii_words(struct buffer *out, const char *text)
{
    size_t before = out->length;
    bool in_word = false;
    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        bool word = isalnum(c) != 0;
        if (c >= 0x80) {
            out->length = before;
            return false;
        }
        if (word)
            buffer_add_char(out, (char)tolower(c));
        else if (in_word)
            buffer_add_char(out, ' ');
        in_word = word;
    }
    if (in_word)
        buffer_add_char(out, ' ');
    return true;
}

void index_words(struct buffer *out, struct arena *arena, const char *text)
{
    if (text == NULL || add_ascii_words(out, text))
        return;
    const char *folded = text_fold(arena, text);
    struct words words = {.at = folded, .end = folded + strlen(folded)};
    while (next_word(&words)) {
        buffer_add(out, words.start, words.length);
        buffer_add_char(out, ' ');
    }
}

/* The digits alone, without a plus. */
static const char *digits_of(struct arena *arena, const char *number)
{
    const char *digits = text_phone_digits(arena, number);
    return *digits == '+' ? digits + 1 : digits;
}

void index_phone(struct buffer *out, struct arena *arena, const char *number)
{
    const char *digits = digits_of(arena, number);
    size_t length = strlen(digits);
    if (length > 0)
        buffer_add_format(out, "%s ", digits);
    if (length > MORE_DIGITS)
        buffer_add_format(out, "%s ", digits + length - MORE_DIGITS);
    if (length > LAST_DIGITS)
        buffer_add_format(out, "%s ", digits + length - LAST_DIGITS);
}

/* Each word a prefix, all of them; characters of one run a phrase. */
static size_t add_terms(struct buffer *out, const char *folded)
{
    struct words words = {.at = folded, .end = folded + strlen(folded)};
    const char *run_end = NULL; /* behind the last character of an open run */
    size_t count = 0;
    while (count < WORDS_MAX && next_word(&words)) {
        bool goes_on = words.cjk && run_end == words.start;
        if (run_end != NULL && !goes_on)
            buffer_add_string(out, "\"*");
        if (!goes_on)
            buffer_add_string(out, count > 0 ? " AND \"" : "\"");
        if (goes_on)
            buffer_add_char(out, ' ');
        buffer_add(out, words.start, words.length);
        run_end = words.start + words.length;
        count++;
        if (!words.cjk) {
            buffer_add_string(out, "\"*");
            run_end = NULL;
        }
    }
    if (run_end != NULL)
        buffer_add_string(out, "\"*");
    return count;
}

/* A number typed in its own grouping is found in any other. */
static void add_number(struct buffer *out, struct arena *arena, const char *typed)
{
    if (typed[strspn(typed, "0123456789 +()-./")] != '\0')
        return;
    const char *digits = digits_of(arena, typed);
    size_t length = strlen(digits);
    if (length >= 2)
        buffer_add_format(out, " OR \"%s\"*", digits);
    if (length >= MORE_DIGITS)
        buffer_add_format(out, " OR \"%s\"", digits + length - MORE_DIGITS);
}

char *index_query(struct arena *arena, const char *typed, bool names_only)
{
    struct buffer query = {0};
    if (names_only)
        buffer_add_string(&query, "who : ");
    buffer_add_char(&query, '(');
    size_t count = add_terms(&query, text_fold(arena, typed));
    buffer_add_char(&query, ')');
    if (!names_only && count > 0)
        add_number(&query, arena, typed);
    char *text = count > 0 ? arena_string(arena, query.data) : NULL;
    buffer_free(&query);
    return text;
}

char *point_match_key(struct arena *arena, enum point_kind kind, const char *value)
{
    if (kind == POINT_MAIL)
        return text_fold(arena, value);
    if (kind != POINT_PHONE)
        return NULL;
    const char *digits = digits_of(arena, value);
    size_t length = strlen(digits);
    if (length == 0)
        return NULL;
    return arena_string(arena,
                        length > LAST_DIGITS ? digits + length - LAST_DIGITS : digits);
}

bool point_same_phone(struct arena *arena, const char *a, const char *b)
{
    const char *left = digits_of(arena, a), *right = digits_of(arena, b);
    size_t left_length = strlen(left), right_length = strlen(right);
    size_t compared = left_length < right_length ? left_length : right_length;
    if (compared < LAST_DIGITS)
        return strcmp(left, right) == 0;
    if (compared > MORE_DIGITS)
        compared = MORE_DIGITS;
    return strcmp(left + left_length - compared, right + right_length - compared) == 0;
}
