#include "touchbase/dates/phrase.h"

#include <string.h>

#include "phrase_tree.h"

/* All phrases of a book hang in one tree, word by word from its root, so that a look-up
 * costs no more than the words it follows, however many phrases there are. */

/* An ending of words, "*urlaub", hangs in the chain of its last two bytes. */
struct ending {
    const struct ending *next;
    uint32_t word; /* where it is in the words of the shelf */
    uint32_t length;
    int kind, value;
};

enum { ENDING_CHAINS = 128, ENDING_MIN = 3, PASSED_MAX = 3 };
enum { FIRST_BITS = 1024, WORD_BITS = 64 };

struct phrase_book {
    struct phrase_shelf *shelf;
    uint32_t root;
    uint64_t first[FIRST_BITS / WORD_BITS]; /* a bit for the first words there are: most
                                               words of a text begin no phrase */
    const struct ending **endings;          /* the chains; NULL: there are no endings */
    const struct phrase_book *passed; /* what may stand between words; NULL: nothing */
};

struct phrase_book *phrase_book_create(struct phrase_shelf *shelf)
{
    struct phrase_book *book = arena_alloc(shelf->arena, sizeof *book);
    book->shelf = shelf;
    book->root = tree_add_node(shelf);
    return book;
}

static bool is_any(const struct token *token)
{
    return token->kind == TOKEN_SIGN && token->sign == '_';
}

/* The node behind a token of a phrase, made when there is none. */
static uint32_t add_step(const struct phrase_book *book, uint32_t from,
                         const struct token *token)
{
    struct phrase_shelf *shelf = book->shelf;
    if (from == book->root || !is_any(token))
        return tree_add_step(shelf, from, token);
    uint32_t to = shelf->nodes[from].any;
    if (to == 0)
        to = tree_add_node(shelf);
    shelf->nodes[from].any = to;
    return to;
}

static size_t first_bit(const struct token *token)
{
    return (token->hash ^ token->hash >> 16) % FIRST_BITS;
}

static size_t ending_chain(const char *word, size_t length)
{
    return ((unsigned char)word[length - 2] * 31u + (unsigned char)word[length - 1]) %
           ENDING_CHAINS;
}

static void add_ending(struct phrase_book *book, const struct token *token, int kind,
                       int value)
{
    struct phrase_shelf *shelf = book->shelf;
    if (!book->endings)
        book->endings =
            arena_array(shelf->arena, ENDING_CHAINS, sizeof(const struct ending *));
    size_t length = strlen(token->word);
    const struct ending **link = &book->endings[ending_chain(token->word, length)];
    struct ending *added = arena_alloc(shelf->arena, sizeof *added);
    uint32_t word = tree_word(shelf, token->word, token->hash);
    *added = (struct ending){*link, word, (uint32_t)length, kind, value};
    *link = added;
}

/* "*urlaub" */
static bool is_ending(const struct tokens *tokens)
{
    return tokens->count == 2 && token_is_sign(tokens, 0, '*') &&
           tokens->items[1].kind == TOKEN_WORD && tokens->items[1].gap == GAP_NONE &&
           strlen(tokens->items[1].word) >= ENDING_MIN;
}

/* Phrases of a list often begin as the one before: patterns are written out so. Of the
 * phrase added last it is kept how far down the tree its words led, so that the next goes
 * on from the last word they share. */
enum { MARKS_MAX = 16 };

struct trail {
    const char *phrase; /* NULL before the first */
    size_t length;
    size_t count;
    struct {
        size_t offset; /* where a word begins, behind others and a blank */
        uint32_t node; /* that the words before lead to */
    } marks[MARKS_MAX];
};

struct filling {
    struct phrase_book *book;
    int kind, value;
    struct trail written, spelled; /* spelled: with "ae" for "Ã¤" and so on */
};

static size_t same_bytes(const struct trail *trail, const char *phrase, size_t length)
{
    size_t same = 0;
    while (trail->phrase && same < trail->length && same < length &&
           trail->phrase[same] == phrase[same])
        same++;
    return same;
}

/* Goes back to the last mark that a phrase shares; where it goes on from, and the node.
 */
static size_t resume(struct trail *trail, const char *phrase, size_t length,
                     uint32_t *node)
{
    size_t same = same_bytes(trail, phrase, length);
    while (trail->count > 0 && trail->marks[trail->count - 1].offset > same)
        trail->count--;
    trail->phrase = phrase;
    trail->length = length;
    if (trail->count == 0)
        return 0;
    *node = trail->marks[trail->count - 1].node;
    return trail->marks[trail->count - 1].offset;
}

static void leave_mark(struct trail *trail, size_t offset, uint32_t node)
{
    if (trail->count == MARKS_MAX || trail->phrase[offset - 1] != ' ')
        return;
    trail->marks[trail->count].offset = offset;
    trail->marks[trail->count].node = node;
    trail->count++;
}

static void add_phrase(struct filling *filling, struct trail *trail, const char *phrase,
                       size_t length)
{
    struct phrase_book *book = filling->book;
    uint32_t at = book->root;
    size_t start = resume(trail, phrase, length, &at);
    struct tokens tokens;
    tokens_read(book->shelf->cut, phrase + start, length - start, &tokens);
    if (start == 0 && is_ending(&tokens)) {
        add_ending(book, &tokens.items[1], filling->kind, filling->value);
        return;
    }
    for (size_t i = 0; i < tokens.count; i++) {
        if (i > 0)
            leave_mark(trail, start + tokens.items[i].start, at);
        at = add_step(book, at, &tokens.items[i]);
    }
    if (at == book->root)
        return;
    if (start == 0) {
        size_t bit = first_bit(&tokens.items[0]);
        book->first[bit / WORD_BITS] |= (uint64_t)1 << bit % WORD_BITS;
    }
    tree_end(book->shelf, at, filling->kind, filling->value);
}

/* The list with "ae" for "Ã¤" and so on, which take as many bytes; NULL when it has none
 * of them. */
static const char *without_umlauts(struct arena *arena, const char *list)
{
    static const char *const spellings[][2] = {
        {"\xC3\xA4", "ae"}, {"\xC3\xB6", "oe"}, {"\xC3\xBC", "ue"}};
    char *spelled = strchr(list, '\xC3') ? arena_string(arena, list) : NULL;
    bool found = false;
    for (char *at = spelled; at; at = strchr(at + 1, '\xC3'))
        for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
            if (strncmp(at, spellings[i][0], 2) == 0) {
                memcpy(at, spellings[i][1], 2);
                found = true;
            }
    return found ? spelled : NULL;
}

static void fill(struct filling *filling, const char *list, const char *spelled,
                 const char *signs)
{
    for (size_t at = 0, length; list[at]; at += length + (list[at + length] != '\0')) {
        length = strcspn(list + at, signs);
        add_phrase(filling, &filling->written, list + at, length);
        if (spelled && memcmp(list + at, spelled + at, length) != 0)
            add_phrase(filling, &filling->spelled, spelled + at, length);
        arena_reset(filling->book->shelf->cut);
    }
}

/* Adds the phrases of a list parted by any of signs. */
static void add_list(struct phrase_book *book, const char *list, const char *signs,
                     int kind, int value)
{
    struct arena *arena = arena_create();
    struct filling filling = {.book = book, .kind = kind, .value = value};
    fill(&filling, list, without_umlauts(arena, list), signs);
    arena_destroy(arena);
}

void phrase_book_add(struct phrase_book *book, const char *phrase, int kind, int value)
{
    add_list(book, phrase, "", kind, value);
}

void phrase_book_add_list(struct phrase_book *book, const char *list, int kind, int value)
{
    add_list(book, list, ",", kind, value);
}

void phrase_book_pass_over(struct phrase_book *book, const struct phrase_book *passed)
{
    book->passed = passed;
}

/* A walk down the tree along a text, and the best phrase met: the one of most words, of
 * two that are as long ("_" differs) the one added last. */
struct walk {
    const struct phrase_book *book;
    const struct tokens *tokens;
    size_t depth, end; /* of the best: its words, and the token behind it */
    int passed;        /* how often something was passed over */
    const struct phrase_node *best;
};

static void visit(struct walk *walk, uint32_t at, size_t next, size_t depth);

/* Goes on over one token, when there is such a step. */
static void take_step(struct walk *walk, uint32_t from, size_t at, size_t depth)
{
    uint32_t to = tree_step(walk->book->shelf, from, &walk->tokens->items[at]);
    if (to > 0)
        visit(walk, to, at + 1, depth + 1);
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
    const struct phrase_node *node = &walk->book->shelf->nodes[at];
    const struct tokens *tokens = walk->tokens;
    bool better = depth > walk->depth ||
                  (depth == walk->depth && walk->best && node->order > walk->best->order);
    if (node->meaning > 0 && better) {
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
            memcmp(token->word + length - ending->length,
                   book->shelf->words + ending->word, ending->length) == 0)
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
    take_step(&walk, book->root, at, 0);
    if (!walk.best)
        return match_ending(book, &tokens->items[at], out);
    const struct meaning *meaning = book->shelf->meanings[walk.best->meaning];
    *out = (struct phrase_match){meaning->kind, meaning->value, walk.end - at,
                                 meaning->next};
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

static uint64_t kind_bit(int kind)
{
    return kind >= 0 && kind < 64 ? UINT64_C(1) << kind : 0;
}

uint64_t phrase_kinds(const struct phrase_match *match)
{
    uint64_t kinds = kind_bit(match->kind);
    for (const struct meaning *other = match->others; other; other = other->next)
        kinds |= kind_bit(other->kind);
    return kinds;
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
