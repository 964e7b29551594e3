#include <string.h>

#include "letter.h"

/* What of the subject is the sender's own. */

/* Is a token one of a name's words? */
static bool is_one_of(const struct tokens *name, const struct tokens *tokens, size_t at)
{
    for (size_t i = 0; at < tokens->count && i < name->count; i++)
        if (name->items[i].kind == TOKEN_WORD &&
            strcmp(name->items[i].word, tokens->items[at].word) == 0)
            return true;
    return false;
}

/* Where the subject that is answered begins: at "Re:", or behind "Automatic reply:";
 * "AUTO: Erik Lund is out of the office" answers none. */
static size_t answered_subject(const struct language *language,
                               const struct tokens *sender, const struct tokens *tokens,
                               bool *automatic)
{
    struct phrase_match match;
    for (size_t i = 0; i < tokens->count; i++) {
        if (!phrase_book_match(language->closings, tokens, i, &match))
            continue;
        bool colon = token_is_sign(tokens, i + match.count, ':');
        if (match.kind == LINE_SUBJECT_REPLY && colon)
            return i;
        if (match.kind != LINE_SUBJECT_AUTO)
            continue;
        *automatic = *automatic || i == 0 || colon;
        if (colon && !is_one_of(sender, tokens, i + match.count + 1))
            return i + match.count;
        i += match.count - 1;
    }
    return tokens->count;
}

char *said_subject(struct arena *arena, const struct language *language,
                   const struct tokens *sender, const char *subject, bool *automatic)
{
    struct tokens tokens;
    tokens_read(arena, subject, strlen(subject), &tokens);
    size_t end = answered_subject(language, sender, &tokens, automatic);
    char *said = arena_string(arena, subject);
    if (end < tokens.count)
        memset(said + tokens.items[end].start, ' ',
               strlen(said) - tokens.items[end].start);
    return said;
}
