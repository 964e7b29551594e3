#include "touchbase/dates/token.h"

#include <string.h>

#include "touchbase/base/text.h"

/* A word of most texts and the blank behind it. */
enum { BYTES_A_TOKEN = 4 };

struct cutter {
    struct arena *arena;
    struct tokens *out;
    const char *at;
    const char *end;
    enum token_gap gap;
    size_t capacity;
};

static struct token *add_token(struct cutter *cutter, enum token_kind kind,
                               const char *start)
{
    struct tokens *out = cutter->out;
    out->items = arena_grow(cutter->arena, out->items, out->count, out->count + 1,
                            sizeof *out->items, &cutter->capacity);
    struct token *token = &out->items[out->count++];
    *token = (struct token){.kind = kind,
                            .gap = out->count == 1 ? GAP_PARAGRAPH : cutter->gap,
                            .start = (size_t)(start - out->text),
                            .length = (size_t)(cutter->at - start),
                            .word = "",
                            .number = -1};
    cutter->gap = GAP_NONE;
    return token;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_apostrophe(uint32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC || code == '`';
}

static bool is_letter(uint32_t code)
{
    if (code < 128)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    return text_is_word(code);
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t' || code == '\r' || code == 0xA0 ||
           code == 0x202F || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
}

/* Marks that shape a character and mean nothing here: joiners, variation selectors, soft
 * hyphens, a BOM. */
static bool is_invisible(uint32_t code)
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

static uint32_t plain_sign(uint32_t code)
{
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212)
        return '-';
    if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0xAB ||
        code == 0xBB)
        return '"';
    if (code >= 0x2190 && code <= 0x21FF)
        return '>';
    if (code == 0x2022 || code == 0xB7 || code == 0x25AA || code == 0x25CF)
        return '*';
    return code;
}

/* Folds a word; plain ASCII, the common case, without going through the library. */
static const char *fold_word(struct arena *arena, const char *start, size_t length)
{
    char *copy = arena_copy(arena, start, length);
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)copy[i] >= 128)
            return text_fold(arena, copy);
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] + ('a' - 'A'));
    }
    return copy;
}

static bool begins_capital(const char *start, size_t length, const char *folded)
{
    if ((unsigned char)*start < 128)
        return *start >= 'A' && *start <= 'Z';
    /* The capitals of Latin-1 and its neighbours: their lower case differs in the bytes,
     * Ä from ä. */
    const char *at = start;
    uint32_t code = text_next(&at, start + length);
    return folded[0] != '\0' && ((code >= 0xC0 && code <= 0xDE) ||
                                 (code >= 0x100 && code <= 0x17F && code % 2 == 0));
}

/* FNV-1a. */
static uint32_t hash_word(const char *word)
{
    uint32_t hash = 2166136261u;
    for (const char *c = word; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    return hash;
}

static void cut_word(struct cutter *cutter, const char *start)
{
    while (cutter->at < cutter->end) {
        const char *next = cutter->at;
        uint32_t code = text_next(&next, cutter->end);
        if (is_digit(code) || (!is_letter(code) && code != 0xAD))
            break;
        cutter->at = next;
    }
    struct token *token = add_token(cutter, TOKEN_WORD, start);
    token->word = fold_word(cutter->arena, start, token->length);
    token->hash = hash_word(token->word);
    token->capital = begins_capital(start, token->length, token->word);
}

static void cut_number(struct cutter *cutter, const char *start)
{
    while (cutter->at < cutter->end && is_digit((unsigned char)*cutter->at))
        cutter->at++;
    struct token *token = add_token(cutter, TOKEN_NUMBER, start);
    token->digits = token->length > 1000 ? 1000 : (int)token->length;
    if (token->digits > 9)
        return;
    token->number = 0;
    for (const char *digit = start; digit < cutter->at; digit++)
        token->number = token->number * 10 + (*digit - '0');
    token->hash = (uint32_t)token->number;
}

static void widen_gap(struct cutter *cutter, enum token_gap gap)
{
    if (gap == GAP_LINE && cutter->gap >= GAP_LINE)
        gap = GAP_PARAGRAPH;
    if (gap > cutter->gap)
        cutter->gap = gap;
}

/* "l'8", "dall'11": an article that is cut short before a number. */
static bool is_cut_article(const char *word)
{
    size_t length = strlen(word);
    return strcmp(word, "l") == 0 || (length > 2 && strcmp(word + length - 2, "ll") == 0);
}

/* An apostrophe inside a word parts it; elsewhere it is a quote. */
static bool inside_word(const struct cutter *cutter)
{
    const struct tokens *out = cutter->out;
    if (out->count == 0 || cutter->gap != GAP_NONE || cutter->at >= cutter->end)
        return false;
    const char *next = cutter->at;
    const struct token *last = &out->items[out->count - 1];
    uint32_t code = text_next(&next, cutter->end);
    return last->kind == TOKEN_WORD &&
           (is_letter(code) || (is_digit(code) && is_cut_article(last->word)));
}

static void cut_sign(struct cutter *cutter, const char *start, uint32_t sign)
{
    struct token *token = add_token(cutter, TOKEN_SIGN, start);
    token->sign = sign;
    token->hash = sign;
}

static void cut_next(struct cutter *cutter)
{
    const char *start = cutter->at;
    uint32_t code = text_next(&cutter->at, cutter->end);
    if (code == '\n')
        widen_gap(cutter, GAP_LINE);
    else if (is_blank(code))
        widen_gap(cutter, GAP_BLANK);
    else if (is_digit(code))
        cut_number(cutter, start);
    else if (is_letter(code))
        cut_word(cutter, start);
    else if (!is_invisible(code) && !(is_apostrophe(code) && inside_word(cutter)))
        cut_sign(cutter, start, plain_sign(code));
}

void tokens_read_first(struct arena *arena, const char *text, size_t length, size_t most,
                       struct tokens *out)
{
    *out = (struct tokens){.text = text};
    struct cutter cutter = {.arena = arena, .out = out, .at = text, .end = text + length};
    size_t guess = length / BYTES_A_TOKEN < most ? length / BYTES_A_TOKEN : most;
    out->items =
        arena_grow(arena, NULL, 0, guess + 1, sizeof *out->items, &cutter.capacity);
    while (cutter.at < cutter.end && out->count < most)
        cut_next(&cutter);
}

void tokens_read(struct arena *arena, const char *text, size_t length, struct tokens *out)
{
    tokens_read_first(arena, text, length, SIZE_MAX, out);
}

void tokens_hide(struct tokens *tokens, size_t start, size_t end)
{
    for (size_t i = tokens_find(tokens, start); i < tokens->count; i++) {
        if (tokens->items[i].start >= end)
            return;
        tokens->items[i].kind = TOKEN_HIDDEN;
        tokens->items[i].word = "";
    }
}

bool token_is_sign(const struct tokens *tokens, size_t at, uint32_t sign)
{
    return at < tokens->count && tokens->items[at].kind == TOKEN_SIGN &&
           tokens->items[at].sign == sign;
}

bool token_is_word(const struct tokens *tokens, size_t at, const char *word)
{
    return at < tokens->count && tokens->items[at].kind == TOKEN_WORD &&
           strcmp(tokens->items[at].word, word) == 0;
}

size_t tokens_find(const struct tokens *tokens, size_t offset)
{
    size_t low = 0, high = tokens->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tokens->items[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
