#include "grammar.h"

void grammar_blank(struct date_expression *out)
{
    *out = (struct date_expression){
        .first = DAY_NONE, .last = DAY_NONE, .other = DAY_NONE, .minute = MINUTE_NONE};
}

bool grammar_word(const struct grammar *grammar, size_t at, enum date_word kind,
                  size_t *count, int *value)
{
    struct phrase_match match;
    if (!phrase_book_match(grammar->lexicon->book, grammar->tokens, at, &match) ||
        (match.kind != (int)kind && match.other_kind != (int)kind))
        return false;
    *count = match.count;
    *value = match.kind == (int)kind ? match.value : match.other_value;
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
