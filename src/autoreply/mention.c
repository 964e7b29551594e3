#include "letter.h"

/* The dates of a passage: those that are no titles of people, and lengths of time that an
 * absence holds. */

enum { HELD_WITHIN = 4 };

/* "Fr. Sedlmayr": a title before a name, no Friday. */
static bool is_title(const struct letter *letter, const struct tokens *tokens, size_t at)
{
    const struct phrase_book *words[] = {letter->language->common, letter->language->cues,
                                         letter->language->reasons};
    struct phrase_match match;
    if (!phrase_book_match(letter->language->titles, tokens, at, &match))
        return false;
    size_t name = at + match.count;
    name += token_is_sign(tokens, name, '.');
    if (name >= tokens->count || tokens->items[name].kind != TOKEN_WORD ||
        !tokens->items[name].capital || tokens->items[name].gap != GAP_BLANK)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (phrase_book_match(words[i], tokens, name, &match))
            return false;
    return true;
}

/* Does a phrase at a token say that somebody is away, or why? */
static bool tells_away(const struct language *language, const struct tokens *tokens,
                       size_t at, size_t *count)
{
    struct phrase_match match;
    bool told = phrase_book_match(language->cues, tokens, at, &match) &&
                (match.kind == CUE_AWAY || match.kind == CUE_OFF);
    if (!told)
        told = phrase_book_match(language->reasons, tokens, at, &match) &&
               match.kind != REASON_NONE;
    *count = told ? match.count : 0;
    return told;
}

/* Does a phrase that parts a length from the absence end right before it: "since two
 * weeks", "after two weeks"? */
static bool is_behind_since(const struct language *language, const struct tokens *tokens,
                            size_t at)
{
    struct phrase_match match;
    for (size_t back = 1; back <= HELD_WITHIN && back <= at; back++)
        if (phrase_book_match(language->cues, tokens, at - back, &match) &&
            match.count == back &&
            (match.kind == CUE_SINCE || match.kind == CUE_AFTER ||
             match.kind == CUE_BEFORE || match.kind == CUE_PAST || match.kind == CUE_NOT))
            return true;
    return false;
}

/* "Zwei Wochen weg", "deux semaines de congés", "vakantie 2 weken": a length that nothing
 * says "for" to is one of the absence where a word for it stands right beside. */
static bool is_held(const struct letter *letter, const struct tokens *tokens,
                    const struct mention *mention)
{
    const struct language *language = letter->language;
    struct phrase_match of;
    size_t end = mention->at + mention->date.count, count;
    if (is_behind_since(language, tokens, mention->at))
        return false;
    if (tells_away(language, tokens, end, &count))
        return true;
    if (phrase_book_match(language->no_place, tokens, end, &of) && of.kind == PLACE_OF &&
        tells_away(language, tokens, end + of.count, &count))
        return true;
    for (size_t back = 1; back <= HELD_WITHIN && back <= mention->at; back++)
        if (tells_away(language, tokens, mention->at - back, &count) && count == back)
            return true;
    return false;
}

void mentions_find(struct letter *letter, struct passage *passage)
{
    struct mentions *mentions = &passage->mentions;
    for (size_t at = 0; at < passage->tokens.count; at++) {
        struct mention mention = {.at = at};
        mention.outcome = date_expression_read(letter->language->dates, &passage->tokens,
                                               at, &letter->dates, &mention.date);
        if (mention.outcome == DATE_ABSENT || is_title(letter, &passage->tokens, at) ||
            (mention.date.bare && !is_held(letter, &passage->tokens, &mention)))
            continue;
        mentions->items =
            arena_grow(letter->arena, mentions->items, mentions->count,
                       mentions->count + 1, sizeof *mentions->items, &mentions->capacity);
        mentions->items[mentions->count++] = mention;
        at += mention.date.count > 0 ? mention.date.count - 1 : 0;
    }
}

const struct mention *mention_over(const struct passage *passage,
                                   const struct sentence *sentence, size_t token)
{
    for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
        const struct mention *mention = &passage->mentions.items[i];
        if (token >= mention->at && token < mention->at + mention->date.count)
            return mention;
    }
    return NULL;
}
