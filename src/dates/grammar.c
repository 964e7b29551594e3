#include "grammar.h"

void grammar_blank(struct date_expression *out)
{
    *out = (struct date_expression){.first = DAY_NONE,
                                    .last = DAY_NONE,
                                    .other = DAY_NONE,
                                    .counted_from = DAY_NONE,
                                    .minute = MINUTE_NONE};
}

static const struct glance *look(const struct grammar *grammar, size_t at)
{
    struct glance *glance = &grammar->glances->items[at % GLANCES];
    if (glance->behind != at + 1) {
        glance->behind = at + 1;
        glance->found = phrase_book_match(grammar->lexicon->book, grammar->tokens, at,
                                          &glance->match);
        glance->kinds = glance->found ? phrase_kinds(&glance->match) : 0;
    }
    return glance;
}

bool grammar_word(const struct grammar *grammar, size_t at, enum date_word kind,
                  size_t *count, int *value)
{
    const struct glance *glance = look(grammar, at);
    const struct phrase_match *match = &glance->match;
    if (!(glance->kinds >> kind & 1) || !phrase_means(match, (int)kind, value))
        return false;
    *count = match->count;
    return true;
}

size_t grammar_skip(const struct grammar *grammar, size_t at, enum date_word kind)
{
    size_t count;
    int value;
    return grammar_word(grammar, at, kind, &count, &value) ? at + count : at;
}

bool grammar_count(const struct grammar *grammar, size_t at, size_t *count, int *value)
{
    if (at >= grammar->tokens->count)
        return false;
    const struct token *token = &grammar->tokens->items[at];
    if (token->kind == TOKEN_NUMBER && token->digits <= 3) {
        *count = 1;
        *value = token->number;
        return true;
    }
    return grammar_word(grammar, at, WORD_NUMBER, count, value);
}

bool grammar_joined(const struct grammar *grammar, size_t at)
{
    return at < grammar->tokens->count && grammar->tokens->items[at].gap == GAP_NONE;
}

bool grammar_is_day_article(const struct grammar *grammar, size_t at)
{
    struct phrase_match match;
    return phrase_book_match(grammar->lexicon->day_articles, grammar->tokens, at,
                             &match) &&
           match.count == 1;
}

bool grammar_is_counted(const struct grammar *grammar, size_t behind)
{
    static const uint32_t joined[] = {':', '.', '/', '-'};
    static const enum date_word words[] = {WORD_UNIT, WORD_AM, WORD_PM, WORD_OCLOCK};
    size_t count;
    int value;
    if (token_is_sign(grammar->tokens, behind, '%') ||
        token_is_sign(grammar->tokens, behind, 0x20AC))
        return true;
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++)
        if (token_is_sign(grammar->tokens, behind, joined[i]) &&
            grammar_joined(grammar, behind) && grammar_joined(grammar, behind + 1))
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (grammar_word(grammar, behind, words[i], &count, &value))
            return true;
    size_t to = grammar_skip(grammar, behind, WORD_TO);
    return (to > behind && grammar_count(grammar, to, &count, &value)) ||
           token_is_word(grammar->tokens, behind, "h");
}

bool grammar_is_in_address(const struct grammar *grammar, size_t behind)
{
    size_t count;
    int value;
    behind += token_is_sign(grammar->tokens, behind, ',');
    return grammar_word(grammar, behind, WORD_NOTHING, &count, &value);
}

bool grammar_is_doubtful(const struct grammar *grammar, size_t at)
{
    struct phrase_match match, whole;
    return !grammar->context->informal && !grammar->tokens->items[at].capital &&
           phrase_book_match(grammar->lexicon->doubtful, grammar->tokens, at, &match) &&
           phrase_book_match(grammar->lexicon->book, grammar->tokens, at, &whole) &&
           whole.count == match.count;
}

enum date_outcome grammar_found(struct date_expression *out, size_t count,
                                day_number first, day_number last, enum date_form form)
{
    out->count = count;
    out->first = first;
    out->last = last;
    out->form = form;
    return DATE_FOUND;
}
