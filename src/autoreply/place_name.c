#include "letter.h"

/* The name of a place: words with capitals. */

enum { WORDS_MAX = 5 };

bool place_word(const struct phrase_book *book, const struct tokens *tokens, size_t at,
                enum place_kind kind, size_t *count)
{
    struct phrase_match match;
    if (!phrase_book_match(book, tokens, at, &match) || match.kind != (int)kind)
        return false;
    *count = match.count;
    return true;
}

bool place_name_word(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    size_t count;
    return at < tokens->count && tokens->items[at].kind == TOKEN_WORD &&
           tokens->items[at].capital &&
           !place_word(letter->language->no_place, tokens, at, PLACE_NOT, &count);
}

static bool is_hyphen(const struct tokens *tokens, size_t at)
{
    return token_is_sign(tokens, at, '-') && tokens->items[at].gap == GAP_NONE &&
           at + 1 < tokens->count && tokens->items[at + 1].gap == GAP_NONE;
}

/* The word of a name behind a hyphen, and small words with hyphens of their own:
 * "La Chaux-de-Fonds". Returns at when there is none. */
static size_t behind_hyphens(const struct letter *letter, const struct tokens *tokens,
                             size_t at, size_t limit)
{
    size_t end = at;
    while (end + 1 < limit && is_hyphen(tokens, end)) {
        if (place_name_word(letter, tokens, end + 1))
            return end + 1;
        if (tokens->items[end + 1].kind != TOKEN_WORD)
            break;
        end += 2;
    }
    return at;
}

size_t place_name(const struct letter *letter, const struct tokens *tokens, size_t at,
                  size_t limit)
{
    size_t end = at, words = 0, count;
    while (end < limit && words < WORDS_MAX && place_name_word(letter, tokens, end)) {
        words++;
        end++;
        if (end < limit && tokens->items[end].gap >= GAP_PARAGRAPH)
            break;
        size_t small = end;
        while (small < limit && !tokens->items[small].capital &&
               place_word(letter->language->no_place, tokens, small, PLACE_OF, &count))
            small += count;
        if (small > end && place_name_word(letter, tokens, small))
            end = small;
        else
            end = behind_hyphens(letter, tokens, end, limit);
    }
    return end;
}
