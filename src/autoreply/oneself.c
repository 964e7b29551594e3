#include <string.h>

#include "letter.h"

/* Does the sender speak of himself? */

enum { BE_WITHIN = 5 };

bool begins_with_me(const struct phrase_book *book, const struct tokens *tokens,
                    size_t at)
{
    struct tokens first = {tokens->text, tokens->items, at + 1};
    struct phrase_match match;
    return phrase_book_match(book, &first, at, &match) && match.kind == CUE_I;
}

bool names_sender(const struct letter *letter, const struct token *token)
{
    for (size_t i = 0; i < letter->sender.count; i++)
        if (strcmp(letter->sender.items[i].word, token->word) == 0)
            return true;
    return false;
}

/* The token behind which "am", "will be" begins that ends right before at, adverbs passed
 * over; at when there is none. */
static size_t be_before(const struct letter *letter, const struct tokens *tokens,
                        size_t at)
{
    struct phrase_match match;
    for (size_t back = at < BE_WITHIN ? at : BE_WITHIN; back > 0; back--) {
        size_t first = at - back, end;
        if (!phrase_book_match(letter->language->be, tokens, first, &match))
            continue;
        end = first + match.count;
        while (end < at &&
               phrase_book_match(letter->language->adverbs, tokens, end, &match))
            end += match.count;
        if (end == at)
            return first;
    }
    return at;
}

/* Does the sender speak there: "I", "we", the sender's name? */
static bool is_own_subject(const struct letter *letter, const struct tokens *tokens,
                           size_t at)
{
    const struct phrase_book *books[] = {letter->language->own, letter->language->cues};
    struct tokens cut = {tokens->text, tokens->items, at + 1};
    struct phrase_match match;
    for (size_t i = 0; i < 2; i++)
        if (phrase_book_match(books[i], &cut, at, &match) &&
            (i == 0 || match.kind == CUE_I))
            return true;
    return names_sender(letter, &tokens->items[at]);
}

bool own_be_before(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    size_t be = be_before(letter, tokens, at);
    return be < at && be > 0 && is_own_subject(letter, tokens, be - 1);
}

void judge_off(struct letter *letter, const struct tokens *tokens, struct marks *marks)
{
    for (size_t i = 0; i < marks->count; i++) {
        struct mark *mark = &marks->items[i];
        if (mark->kind == CUE_OFF && own_be_before(letter, tokens, mark->at))
            mark->kind = CUE_AWAY;
    }
}

bool tells_own_absence(const struct letter *letter, const struct tokens *tokens,
                       const struct marks *marks)
{
    for (size_t i = 0; letter->first_person && i < marks->count; i++) {
        const struct mark *mark = &marks->items[i];
        if (mark->kind == CUE_AWAY &&
            (own_be_before(letter, tokens, mark->at) ||
             begins_with_me(letter->language->cues, tokens, mark->at)))
            return true;
    }
    return false;
}
