#include "touchbase/dates/phrase.h"

#include <string.h>

#include "touchbase/base/buffer.h"

/* All phrases of a book hang in one tree, word by word from the root, so that a look-up
 * costs no more than the words it follows, however many phrases there are. The steps of
 * the tree are the rows of one hash table. */
struct meaning {
    const struct meaning *next;
    int kind, value;
};

struct node {
    bool ends;      /* a phrase ends here */
    uint32_t any;   /* the node behind "_"; 0 when there is none */
    uint32_t order; /* of its phrase: how many came before */
    int kind, value;
    const struct meaning *others;
};

struct step {
    const struct token *token; /* NULL: an empty row */
    uint32_t from, to;         /* nodes */
};

/* An ending of words, "*urlaub", hangs in the chain of its last two bytes. */
struct ending {
    const struct ending *next;
    const char *word;
    size_t length;
    int kind, value;
};

enum { ENDING_CHAINS = 128, ENDING_MIN = 3, PASSED_MAX = 3 };
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
    const struct ending **endings;          /* the chains; NULL: there are no endings */
    const struct phrase_book *passed; /* what may stand between words; NULL: nothing */
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

/* A further meaning of a phrase that is there already, one of each kind. */
static void add_meaning(struct phrase_book *book, struct node *node, int kind, int value)
{
    if (node->kind == kind)
        return;
    for (const struct meaning *other = node->others; other; other = other->next)
        if (other->kind == kind)
            return;
    struct meaning *added = arena_alloc(book->arena, sizeof *added);
    *added = (struct meaning){node->others, kind, value};
    node->others = added;
}

static size_t ending_chain(const char *word, size_t length)
{
    return ((unsigned char)word[length - 2] * 31u + (unsigned char)word[length - 1]) %
           ENDING_CHAINS;
}

static void add_ending(struct phrase_book *book, const char *word, int kind, int value)
{
    if (!book->endings)
        book->endings =
            arena_array(book->arena, ENDING_CHAINS, sizeof(const struct ending *));
    size_t length = strlen(word);
    const struct ending **link = &book->endings[ending_chain(word, length)];
    struct ending *added = arena_alloc(book->arena, sizeof *added);
    *added = (struct ending){*link, word, length, kind, value};
    *link = added;
}

/* "*urlaub" */
static bool is_ending(const struct tokens *tokens)
{
    return tokens->count == 2 && token_is_sign(tokens, 0, '*') &&
           tokens->items[1].kind == TOKEN_WORD && tokens->items[1].gap == GAP_NONE &&
           strlen(tokens->items[1].word) >= ENDING_MIN;
}

static void add_phrase(struct phrase_book *book, const char *phrase, int kind, int value)
{
    struct tokens tokens;
    uint32_t at = ROOT;
    tokens_read(book->arena, phrase, strlen(phrase), &tokens);
    if (is_ending(&tokens))
        add_ending(book, tokens.items[1].word, kind, value);
    if (tokens.count == 0 || is_ending(&tokens))
        return;
    for (size_t i = 0; i < tokens.count; i++)
        at = add_step(book, at, &tokens.items[i]);
    size_t bit = first_bit(&tokens.items[0]);
    book->first[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
    struct node *node = &book->nodes[at];
    if (node->ends) {
        add_meaning(book, node, kind, value);
        return;
    }
    *node = (struct node){true, node->any, book->added++, .kind = kind, .value = value};
}

/* The phrase with "ae" for "ä" and so on, NULL when it has none of them. */
static const char *without_umlauts(struct arena *arena, const char *phrase)
{
    static const char *const spellings[][2] = {
        {"\xC3\xA4", "ae"}, {"\xC3\xB6", "oe"}, {"\xC3\xBC", "ue"}};
    struct buffer out = {0};
    bool found = false;
    for (const char *at = phrase; *at;) {
        size_t i = 0, count = sizeof spellings / sizeof *spellings;
        while (i < count && strncmp(at, spellings[i][0], 2) != 0)
            i++;
        if (i < count)
            buffer_add_string(&out, spellings[i][1]);
        else
            buffer_add_char(&out, *at);
        found = found || i < count;
        at += i < count ? 2 : 1;
    }
    const char *spelled = found ? arena_string(arena, buffer_string(&out)) : NULL;
    buffer_free(&out);
    return spelled;
}

void phrase_book_add(struct phrase_book *book, const char *phrase, int kind, int value)
{
    const char *spelled = without_umlauts(book->arena, phrase);
    add_phrase(book, phrase, kind, value);
    if (spelled)
        add_phrase(book, spelled, kind, value);
}

void phrase_book_pass_over(struct phrase_book *book, const struct phrase_book *passed)
{
    book->passed = passed;
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
    int passed;        /* how often something was passed over */
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

/* "habe ich leider frei": goes on behind what may stand between. */
static void pass_over(struct walk *walk, uint32_t at, size_t next, size_t depth)
{
    struct phrase_match match;
    if (!walk->book->passed || walk->passed == PASSED_MAX ||
        !phrase_book_match(walk->book->passed, walk->tokens, next, &match))
        return;
    walk->passed++;
    visit(walk, at, next + match.count, depth);
    walk->passed--;
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
    pass_over(walk, at, next, depth);
}

/* The longest ending of a word that is in the book. */
static const struct ending *find_ending(const struct phrase_book *book,
                                        const struct token *token)
{
    size_t length = token->kind == TOKEN_WORD ? strlen(token->word) : 0;
    const struct ending *best = NULL;
    if (!book->endings || length < ENDING_MIN)
        return NULL;
    for (const struct ending *ending = book->endings[ending_chain(token->word, length)];
         ending; ending = ending->next)
        if (ending->length <= length && (!best || ending->length > best->length) &&
            memcmp(token->word + length - ending->length, ending->word, ending->length) ==
                0)
            best = ending;
    return best;
}

static bool match_ending(const struct phrase_book *book, const struct token *token,
                         struct phrase_match *out)
{
    const struct ending *ending = find_ending(book, token);
    if (ending)
        *out = (struct phrase_match){ending->kind, ending->value, 1, NULL};
    return ending != NULL;
}

bool phrase_book_match(const struct phrase_book *book, const struct tokens *tokens,
                       size_t at, struct phrase_match *out)
{
    if (at >= tokens->count || tokens->items[at].kind == TOKEN_HIDDEN)
        return false;
    size_t bit = first_bit(&tokens->items[at]);
    if (!(book->first[bit / WORD_BITS] >> bit % WORD_BITS & 1))
        return match_ending(book, &tokens->items[at], out);
    struct walk walk = {.book = book, .tokens = tokens};
    take_step(&walk, ROOT, at, 0);
    if (!walk.best)
        return match_ending(book, &tokens->items[at], out);
    *out = (struct phrase_match){walk.best->kind, walk.best->value, walk.end - at,
                                 walk.best->others};
    return true;
}

bool phrase_means(const struct phrase_match *match, int kind, int *value)
{
    *value = match->value;
    if (match->kind == kind)
        return true;
    for (const struct meaning *other = match->others; other; other = other->next) {
        *value = other->value;
        if (other->kind == kind)
            return true;
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
