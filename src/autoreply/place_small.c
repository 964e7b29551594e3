#include "letter.h"

/* Places in notes that are jotted in small letters: "funeral in cork", "gone fishing,
 * lake of the woods". A word that no list of the language knows may be one. */

enum { WORDS_MAX = 4 };

bool is_small_note(const struct letter *letter, const struct passage *passage)
{
    if (!letter->message->jotted && letter->language->names_known)
        return false;
    size_t skip = letter->message->jotted; /* a capital that begins a line is none */
    for (size_t s = 0; s < passage->sentence_count; s++)
        for (size_t at = passage->sentences[s].tokens.first + skip;
             at < passage->sentences[s].tokens.end; at++)
            if (passage->tokens.items[at].capital)
                return false;
    return true;
}

static bool is_known(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    const struct language *language = letter->language;
    const struct phrase_book *books[] = {
        language->common, language->cues,     language->reasons, language->no_place,
        language->people, language->contacts, language->adverbs, language->places,
        language->lines,  language->closings};
    struct phrase_match match;
    for (size_t i = 0; i < sizeof books / sizeof *books; i++)
        if (phrase_book_match(books[i], tokens, at, &match))
            return true;
    return false;
}

static bool is_unknown(const struct letter *letter, const struct passage *passage,
                       const struct sentence *sentence, size_t at)
{
    enum { SHORTEST = 3 };
    const struct token *token = &passage->tokens.items[at];
    return at < sentence->tokens.end && token->kind == TOKEN_WORD &&
           token->length >= SHORTEST && !mention_over(passage, sentence, at) &&
           !is_known(letter, &passage->tokens, at);
}

size_t small_name(const struct letter *letter, const struct passage *passage,
                  const struct sentence *sentence, size_t at)
{
    struct phrase_match match;
    size_t end = at, words = 0;
    while (words < WORDS_MAX && is_unknown(letter, passage, sentence, end)) {
        words++;
        end++;
        size_t small = end;
        while (small < sentence->tokens.end &&
               phrase_book_match(letter->language->no_place, &passage->tokens, small,
                                 &match) &&
               match.kind == PLACE_OF)
            small += match.count;
        if (small > end && is_unknown(letter, passage, sentence, small))
            end = small;
    }
    return end;
}
