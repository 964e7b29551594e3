#include "touchbase/dates/phrase.h"

#include <string.h>

/* A phrase hangs in the chain of its first word; the longest of a chain wins. */
struct phrase {
    struct phrase *next;
    struct tokens tokens;
    int kind, value;
};

enum { BUCKETS = 1024 };

struct phrase_book {
    struct arena *arena;
    struct phrase *buckets[BUCKETS];
};

struct phrase_book *phrase_book_create(struct arena *arena)
{
    struct phrase_book *book = arena_alloc(arena, sizeof *book);
    book->arena = arena;
    return book;
}

/* FNV-1a. */
static size_t bucket_of(const struct token *token)
{
    uint32_t hash = 2166136261u;
    for (const char *c = token->word; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619u;
    return (hash ^ token->sign ^ (uint32_t)token->number) % BUCKETS;
}

static bool same_token(const struct token *a, const struct token *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case TOKEN_WORD:
        return strcmp(a->word, b->word) == 0;
    case TOKEN_NUMBER:
        return a->number == b->number && a->number >= 0;
    case TOKEN_SIGN:
        return a->sign == b->sign;
    case TOKEN_HIDDEN:
        break;
    }
    return false;
}

static bool is_any(const struct token *token)
{
    return token->kind == TOKEN_SIGN && token->sign == '_';
}

static bool same_phrase(const struct tokens *a, const struct tokens *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_token(&a->items[i], &b->items[i]))
            return false;
    return true;
}

void phrase_book_add(struct phrase_book *book, const char *phrase, int kind, int value)
{
    struct tokens tokens;
    tokens_read(book->arena, phrase, strlen(phrase), &tokens);
    if (tokens.count == 0)
        return;
    struct phrase **link = &book->buckets[bucket_of(&tokens.items[0])];
    for (struct phrase *old = *link; old; old = old->next)
        if (same_phrase(&old->tokens, &tokens))
            return;
    /* Longest first, so that the first that fits is the answer. */
    while (*link && (*link)->tokens.count > tokens.count)
        link = &(*link)->next;
    struct phrase *added = arena_alloc(book->arena, sizeof *added);
    *added =
        (struct phrase){.next = *link, .tokens = tokens, .kind = kind, .value = value};
    *link = added;
}

void phrase_book_add_list(struct phrase_book *book, const char *list, int kind, int value)
{
    while (*list) {
        size_t length = strcspn(list, ",");
        phrase_book_add(book, arena_copy(book->arena, list, length), kind, value);
        list += length + (list[length] == ',');
    }
}

/* How many tokens of the text the phrase takes at that place; 0 when it does not stand
 * there. */
static size_t phrase_fits(const struct phrase *phrase, const struct tokens *tokens,
                          size_t at)
{
    size_t i = at;
    for (size_t k = 0; k < phrase->tokens.count; k++, i++) {
        const struct token *wanted = &phrase->tokens.items[k];
        if (k > 0 && wanted->kind != TOKEN_SIGN && token_is_sign(tokens, i, '-') &&
            tokens->items[i].gap == GAP_NONE)
            i++;
        if (i >= tokens->count || (k > 0 && tokens->items[i].gap == GAP_PARAGRAPH))
            return 0;
        if (is_any(wanted) ? tokens->items[i].kind != TOKEN_WORD
                           : !same_token(wanted, &tokens->items[i]))
            return 0;
    }
    return i - at;
}

bool phrase_book_match(const struct phrase_book *book, const struct tokens *tokens,
                       size_t at, struct phrase_match *out)
{
    if (at >= tokens->count || tokens->items[at].kind == TOKEN_HIDDEN)
        return false;
    for (const struct phrase *phrase = book->buckets[bucket_of(&tokens->items[at])];
         phrase; phrase = phrase->next) {
        size_t count = phrase_fits(phrase, tokens, at);
        if (count > 0) {
            *out = (struct phrase_match){phrase->kind, phrase->value, count};
            return true;
        }
    }
    return false;
}

static int index_of(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (names[i] && strcmp(names[i], name) == 0)
            return (int)i;
    return -1;
}

bool phrase_book_add_section(struct phrase_book *book, const struct ini *ini,
                             const char *section, const char *const *names, size_t count,
                             struct error *err)
{
    for (size_t i = 0; i < ini->count; i++) {
        const struct ini_entry *entry = &ini->entries[i];
        if (strcmp(entry->section, section) != 0)
            continue;
        int kind = index_of(entry->key, names, count);
        if (kind < 0)
            return ini_error(err, ini, entry, "unknown key \"%s\" in [%s]", entry->key,
                             section);
        phrase_book_add_list(book, entry->value, kind, 0);
    }
    return true;
}
