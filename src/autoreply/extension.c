#include <string.h>

#include "letter.h"

/* Numbers within a house: behind a whole number, or alone. */

bool byte_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool byte_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 128;
}

size_t read_extension(const struct letter *letter, size_t at, const char **digits,
                      int *count)
{
    const char *said = letter->said;
    size_t word = at;
    while (word < letter->said_length && word - at < 3 && strchr(" ,\n", said[word]))
        word++;
    size_t end = word;
    while (end < letter->said_length && end - word < 12 && byte_is_alpha(said[end]))
        end++;
    struct tokens tokens;
    struct phrase_match match;
    tokens_read(letter->arena, said + word, end - word, &tokens);
    if (!phrase_book_match(letter->language->contacts, &tokens, 0, &match) ||
        match.kind != CONTACT_EXTENSION)
        return at;
    while (end < letter->said_length && strchr(" .:#", said[end]) && said[end])
        end++;
    size_t start = end;
    while (end < letter->said_length && byte_is_digit(said[end]) && end - start < 7)
        end++;
    *digits = said + start;
    *count = (int)(end - start);
    return *count > 0 ? end : at;
}

enum { SHORTEST = 3, LONGEST = 6, LOOK_BACK = 60, COVER_WITHIN = 6, NAME_WORDS = 2 };

/* Behind a bare number a sign ends what is said, or a small common word goes on: "2231 or
 * 2240". */
static bool ends_there(const struct letter *letter, size_t end)
{
    const char *said = letter->said;
    struct tokens tokens;
    struct phrase_match match;
    size_t word = end;
    if (end >= letter->said_length || strchr("\n;)!", said[end]))
        return true;
    if ((said[end] == '.' || said[end] == ',') &&
        !(end + 1 < letter->said_length && byte_is_digit(said[end + 1])))
        return true;
    while (word < letter->said_length && said[word] == ' ')
        word++;
    size_t behind = word;
    while (behind < letter->said_length && byte_is_alpha(said[behind]))
        behind++;
    if (word == end || behind == word)
        return word > end && strchr("/(-", said[word]);
    tokens_read(letter->arena, said + word, behind - word, &tokens);
    return phrase_book_match(letter->language->common, &tokens, 0, &match);
}

/* A year, the number of an emergency, a time of the day: no extension. */
static bool means_other(const char *digits, size_t count)
{
    static const char *const emergencies[] = {"911", "999", "112", "111", "000"};
    int number = 0;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + digits[i] - '0';
    for (size_t i = 0; i < sizeof emergencies / sizeof *emergencies; i++)
        if (count == 3 && strncmp(digits, emergencies[i], 3) == 0)
            return true;
    bool time = count == 4 && number / 100 < 24 && number % 100 < 60 && number % 15 == 0;
    return time || (count == 4 && number >= 1900 && number < 2100);
}

/* A word that no list knows may be a name. */
static bool is_unknown(const struct letter *letter, const struct tokens *tokens,
                       size_t at)
{
    const struct language *language = letter->language;
    const struct phrase_book *books[] = {language->common,  language->cues,
                                         language->reasons, language->contacts,
                                         language->adverbs, language->no_place};
    struct phrase_match match;
    if (tokens->items[at].kind != TOKEN_WORD || tokens->items[at].length < SHORTEST)
        return false;
    for (size_t i = 0; i < sizeof books / sizeof *books; i++)
        if (phrase_book_match(books[i], tokens, at, &match))
            return false;
    return true;
}

/* Does a word that names a cover stand before the last token, and between them nothing
 * but the stand-in, "Colin", "Sheila on"? In what a mail says only a word for telephones
 * may stand right before the number. */
static bool leads_there(const struct letter *letter, const struct tokens *tokens)
{
    const struct language *language = letter->language;
    struct phrase_match match;
    size_t last = tokens->count - 1, words = 0;
    bool phone = phrase_book_match(language->contacts, tokens, last, &match) &&
                 match.kind == CONTACT_PHONE;
    if (phone && letter->message->jotted && last > 0 &&
        is_unknown(letter, tokens, last - 1)) /* "meena on 4132" */
        return true;
    if (!phone && (!letter->message->jotted || tokens->items[last].kind != TOKEN_WORD ||
                   phrase_book_match(language->contacts, tokens, last, &match)))
        return false;
    for (size_t at = last + 1; at > 0 && last + 1 - at < COVER_WITHIN; at--) {
        if (phrase_book_match(language->cues, tokens, at - 1, &match) &&
            match.kind == CUE_COVER)
            return at - 1 < last || phone;
        words += tokens->items[at - 1].kind == TOKEN_WORD && at - 1 < last;
        if (words > NAME_WORDS)
            return false;
    }
    return false;
}

size_t bare_extension(const struct letter *letter, size_t at)
{
    const char *said = letter->said;
    size_t end = at, start = at;
    struct tokens tokens;
    while (end < letter->said_length && byte_is_digit(said[end]) && end - at <= LONGEST)
        end++;
    if (at == 0 || said[at - 1] != ' ' || end - at < SHORTEST || end - at > LONGEST ||
        means_other(said + at, end - at) || !ends_there(letter, end))
        return at;
    while (start > 0 && at - start < LOOK_BACK && said[start - 1] != '\n' &&
           !byte_is_digit(said[start - 1]))
        start--;
    tokens_read(letter->arena, said + start, at - start, &tokens);
    return tokens.count > 0 && leads_there(letter, &tokens) ? end : at;
}
