#include "touchbase/dates/phrase.h"

#include <string.h>

/* All phrases of a book hang in one tree, word by word from the root, so that a look-up
 * costs no more than the words it follows, however many phrases there are. The steps of
 * the tree are the rows of one hash table. */
struct node {
    bool ends;      /* a phrase ends here */
    uint32_t any;   /* the node behind "_"; 0 when there is none */
    uint32_t order; /* of its phrase: how many came before */
    int kind, value;
    int other_kind, other_value; /* a second meaning; kind -1: there is none */
};

struct step {
    const struct token *token; /* NULL: an empty row */
    uint32_t from, to;         /* nodes */
};

enum { STEPS_MIN = 64, FIRST_BITS = 1024, WORD_BITS = 64, ROOT = 0 };

struct phrase_book {
    struct arena *arena;
    struct step *steps;
    size_t step_count, step_room; /* room: a power of two, never more than half full */
    struct node *nodes;
    size_t node_count, node_room;
    uint32_t added;
    uint64_t first[FIRST_BITS / WORD_BITS]; /* a bit for the first words there are: most
                                               words of a text begin no phrase */
};

static struct step *new_steps(struct arena *arena, size_t room)
{
    return arena_array(arena, room, sizeof(struct step));
}

static uint32_t add_node(struct phrase_book *book)
{
    book->nodes = arena_grow(book->arena, book->nodes, book->node_count,
                             book->node_count + 1, sizeof *book->nodes, &book->node_room);
    book->nodes[book->node_count] = (struct node){0};
    return (uint32_t)book->node_count++;
}

struct phrase_book *phrase_book_create(struct arena *arena)
{
    struct phrase_book *book = arena_alloc(arena, sizeof *book);
    book->arena = arena;
    book->step_room = STEPS_MIN;
    book->steps = new_steps(arena, STEPS_MIN);
    add_node(book);
    return book;
}

static bool same_token(const struct token *a, const struct token *b)
{
    if (a->hash != b->hash || a->kind != b->kind)
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

/* The row of a step, or the empty one where it would stand. */
static struct step *find_step(const struct phrase_book *book, uint32_t from,
                              const struct token *token)
{
    uint32_t key = (token->hash ^ from * 2654435761u) * 2246822519u;
    size_t row = (key ^ key >> 15) & (book->step_room - 1);
    while (book->steps[row].token &&
           (book->steps[row].from != from || !same_token(book->steps[row].token, token)))
        row = (row + 1) & (book->step_room - 1);
    return &book->steps[row];
}

static void double_steps(struct phrase_book *book)
{
    const struct step *old = book->steps;
    size_t count = book->step_room;
    book->step_room *= 2;
    book->steps = new_steps(book->arena, book->step_room);
    for (size_t i = 0; i < count; i++)
        if (old[i].token)
            *find_step(book, old[i].from, old[i].token) = old[i];
}

/* The node behind a token, made when there is none. */
static uint32_t add_step(struct phrase_book *book, uint32_t from,
                         const struct token *token)
{
    if (from != ROOT && is_any(token)) {
        uint32_t to = book->nodes[from].any > 0 ? book->nodes[from].any : add_node(book);
        book->nodes[from].any = to;
        return to;
    }
    struct step *step = find_step(book, from, token);
    if (step->token)
        return step->to;
    *step = (struct step){token, from, add_node(book)};
    uint32_t to = step->to;
    if (++book->step_count * 2 > book->step_room)
        double_steps(book);
    return to;
}

static size_t first_bit(const struct token *token)
{
    return (token->hash ^ token->hash >> 16) % FIRST_BITS;
}

void phrase_book_add(struct phrase_book *book, const char *phrase, int kind, int value)
{
    struct tokens tokens;
    uint32_t at = ROOT;
    tokens_read(book->arena, phrase, strlen(phrase), &tokens);
    if (tokens.count == 0)
        return;
    for (size_t i = 0; i < tokens.count; i++)
        at = add_step(book, at, &tokens.items[i]);
    size_t bit = first_bit(&tokens.items[0]);
    book->first[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
    struct node *node = &book->nodes[at];
    if (!node->ends) {
        *node = (struct node){.ends = true,
                              .any = node->any,
                              .order = book->added++,
                              .kind = kind,
                              .value = value,
                              .other_kind = -1};
    } else if (node->other_kind < 0 && node->kind != kind) {
        node->other_kind = kind;
        node->other_value = value;
    }
}

void phrase_book_add_list(struct phrase_book *book, const char *list, int kind, int value)
{
    while (*list) {
        size_t length = strcspn(list, ",");
        phrase_book_add(book, arena_copy(book->arena, list, length), kind, value);
        list += length + (list[length] == ',');
    }
}

/* A walk down the tree along a text, and the best phrase met: the one of most words, of
 * two that are as long ("_" differs) the one added last. */
struct walk {
    const struct phrase_book *book;
    const struct tokens *tokens;
    size_t depth, end; /* of the best: its words, and the token behind it */
    const struct node *best;
};

static void visit(struct walk *walk, uint32_t at, size_t next, size_t depth);

/* Goes on over one token, when there is such a step. */
static void take_step(struct walk *walk, uint32_t from, size_t at, size_t depth)
{
    const struct step *step = find_step(walk->book, from, &walk->tokens->items[at]);
    if (step->token)
        visit(walk, step->to, at + 1, depth + 1);
}

static void visit(struct walk *walk, uint32_t at, size_t next, size_t depth)
{
    const struct node *node = &walk->book->nodes[at];
    const struct tokens *tokens = walk->tokens;
    bool better = depth > walk->depth ||
                  (depth == walk->depth && walk->best && node->order > walk->best->order);
    if (node->ends && better) {
        walk->depth = depth;
        walk->end = next;
        walk->best = node;
    }
    if (next >= tokens->count || tokens->items[next].gap == GAP_PARAGRAPH)
        return;
    take_step(walk, at, next, depth);
    if (node->any > 0 && tokens->items[next].kind == TOKEN_WORD)
        visit(walk, node->any, next + 1, depth + 1);
    /* A hyphen right behind a word is passed over on the way to the next. */
    if (token_is_sign(tokens, next, '-') && tokens->items[next].gap == GAP_NONE &&
        next + 1 < tokens->count && tokens->items[next + 1].gap != GAP_PARAGRAPH &&
        tokens->items[next + 1].kind != TOKEN_SIGN)
        take_step(walk, at, next + 1, depth);
}

bool phrase_book_match(const struct phrase_book *book, const struct tokens *tokens,
                       size_t at, struct phrase_match *out)
{
    if (at >= tokens->count || tokens->items[at].kind == TOKEN_HIDDEN)
        return false;
    size_t bit = first_bit(&tokens->items[at]);
    if (!(book->first[bit / WORD_BITS] >> bit % WORD_BITS & 1))
        return false;
    struct walk walk = {.book = book, .tokens = tokens};
    take_step(&walk, ROOT, at, 0);
    if (!walk.best)
        return false;
    *out = (struct phrase_match){walk.best->kind, walk.best->value, walk.end - at,
                                 walk.best->other_kind, walk.best->other_value};
    return true;
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
