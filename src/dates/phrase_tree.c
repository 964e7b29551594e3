#include "phrase_tree.h"

#include <string.h>

/* Enough for the dates of a language, so that a lexicon of them alone grows seldom. */
enum { STEPS_MIN = 1024, WORDS_MIN = 512, TEXT_MIN = 4096 };

struct phrase_shelf *phrase_shelf_create(struct arena *arena)
{
    struct arena *scratch = arena_create();
    struct phrase_shelf *shelf = arena_alloc(arena, sizeof *shelf);
    shelf->arena = arena;
    shelf->scratch = scratch;
    shelf->cut = arena_create();
    shelf->step_room = STEPS_MIN;
    shelf->steps = arena_array(scratch, STEPS_MIN, sizeof *shelf->steps);
    shelf->index_room = WORDS_MIN;
    shelf->index = arena_array(scratch, WORDS_MIN, sizeof *shelf->index);
    shelf->words_room = TEXT_MIN;
    shelf->words = arena_alloc(scratch, TEXT_MIN);
    shelf->words_length = STEP_WORDS;
    shelf->meanings =
        arena_grow(scratch, NULL, 0, 1, sizeof *shelf->meanings, &shelf->meaning_room);
    shelf->meaning_count = 1;
    tree_add_node(shelf);
    return shelf;
}

uint32_t tree_add_node(struct phrase_shelf *shelf)
{
    shelf->nodes =
        arena_grow(shelf->scratch, shelf->nodes, shelf->node_count, shelf->node_count + 1,
                   sizeof *shelf->nodes, &shelf->node_room);
    shelf->nodes[shelf->node_count] = (struct phrase_node){0};
    return (uint32_t)shelf->node_count++;
}

/* A hash spread over so many rows. */
static size_t row_of(uint32_t hash, size_t room)
{
    return (size_t)((uint64_t)(hash * 2246822519u) * room >> 32);
}

static size_t next_row(size_t row, size_t room)
{
    return row + 1 < room ? row + 1 : 0;
}

/* ---- Words ---- */

static struct phrase_word *find_word(const struct phrase_shelf *shelf, const char *word,
                                     uint32_t hash)
{
    size_t row = row_of(hash, shelf->index_room);
    while (shelf->index[row].at > 0 &&
           (!word || shelf->index[row].hash != hash ||
            strcmp(shelf->words + shelf->index[row].at, word) != 0))
        row = next_row(row, shelf->index_room);
    return &shelf->index[row];
}

static void double_index(struct phrase_shelf *shelf)
{
    const struct phrase_word *old = shelf->index;
    size_t count = shelf->index_room;
    shelf->index_room *= 2;
    shelf->index = arena_array(shelf->scratch, shelf->index_room, sizeof *shelf->index);
    for (size_t i = 0; i < count; i++)
        if (old[i].at > 0)
            *find_word(shelf, NULL, old[i].hash) = old[i];
}

static uint32_t add_text(struct phrase_shelf *shelf, const char *word)
{
    size_t at = shelf->words_length, size = strlen(word) + 1;
    shelf->words =
        arena_grow(shelf->scratch, shelf->words, at, at + size, 1, &shelf->words_room);
    memcpy(shelf->words + at, word, size);
    shelf->words_length += size;
    return (uint32_t)at;
}

uint32_t tree_word(struct phrase_shelf *shelf, const char *word, uint32_t hash)
{
    struct phrase_word *row = find_word(shelf, word, hash);
    if (row->at > 0)
        return row->at;
    uint32_t at = add_text(shelf, word);
    *row = (struct phrase_word){hash, at};
    if (++shelf->index_count * 2 > shelf->index_room)
        double_index(shelf);
    return at;
}

/* ---- Steps ---- */

static bool goes_over(const struct phrase_shelf *shelf, const struct phrase_step *step,
                      const struct token *token)
{
    if (step->hash != token->hash)
        return false;
    switch (token->kind) {
    case TOKEN_WORD:
        return step->what >= STEP_WORDS &&
               strcmp(shelf->words + step->what, token->word) == 0;
    case TOKEN_NUMBER:
        return step->what == STEP_NUMBER && token->number >= 0;
    case TOKEN_SIGN:
        return step->what == STEP_SIGN;
    case TOKEN_HIDDEN:
        break;
    }
    return false;
}

static size_t step_row(uint32_t from, uint32_t hash, size_t room)
{
    uint32_t key = hash ^ from * 2654435761u;
    return row_of(key ^ key >> 15, room);
}

/* The row of a step, or the empty one where it would stand. */
static struct phrase_step *find_step(const struct phrase_shelf *shelf, uint32_t from,
                                     const struct token *token)
{
    size_t row = step_row(from, token->hash, shelf->step_room);
    while (shelf->steps[row].to > 0 && (shelf->steps[row].from != from ||
                                        !goes_over(shelf, &shelf->steps[row], token)))
        row = next_row(row, shelf->step_room);
    return &shelf->steps[row];
}

/* Moves all steps to a table of so many rows. */
static void move_steps(struct phrase_shelf *shelf, struct arena *arena, size_t room)
{
    struct phrase_step *steps = arena_array(arena, room, sizeof *steps);
    for (size_t i = 0; i < shelf->step_room; i++) {
        const struct phrase_step *step = &shelf->steps[i];
        if (step->to == 0)
            continue;
        size_t row = step_row(step->from, step->hash, room);
        while (steps[row].to > 0)
            row = next_row(row, room);
        steps[row] = *step;
    }
    shelf->steps = steps;
    shelf->step_room = room;
}

/* How many rows a table of steps has at least: it is never more than two thirds full. */
static size_t rows_for(size_t steps)
{
    return steps + steps / 2 + 1;
}

uint32_t tree_step(const struct phrase_shelf *shelf, uint32_t from,
                   const struct token *token)
{
    return find_step(shelf, from, token)->to;
}

static uint32_t what_of(struct phrase_shelf *shelf, const struct token *token)
{
    if (token->kind == TOKEN_WORD)
        return tree_word(shelf, token->word, token->hash);
    if (token->kind == TOKEN_SIGN)
        return STEP_SIGN;
    return token->number >= 0 ? STEP_NUMBER : STEP_NEVER;
}

uint32_t tree_add_step(struct phrase_shelf *shelf, uint32_t from,
                       const struct token *token)
{
    struct phrase_step *step = find_step(shelf, from, token);
    if (step->to > 0)
        return step->to;
    uint32_t to = tree_add_node(shelf);
    *step = (struct phrase_step){token->hash, from, to, what_of(shelf, token)};
    if (rows_for(++shelf->step_count) > shelf->step_room)
        move_steps(shelf, shelf->scratch, shelf->step_room * 2);
    return to;
}

/* ---- Meanings ---- */

/* The index of a meaning, made when there is none. There are some hundred of them. */
static uint32_t intern(struct phrase_shelf *shelf, int kind, int value,
                       const struct meaning *next)
{
    for (uint32_t i = 1; i < shelf->meaning_count; i++) {
        const struct meaning *meaning = shelf->meanings[i];
        if (meaning->kind == kind && meaning->value == value && meaning->next == next)
            return i;
    }
    struct meaning *added = arena_alloc(shelf->arena, sizeof *added);
    *added = (struct meaning){next, kind, value};
    shelf->meanings = arena_grow(shelf->scratch, shelf->meanings, shelf->meaning_count,
                                 shelf->meaning_count + 1, sizeof *shelf->meanings,
                                 &shelf->meaning_room);
    shelf->meanings[shelf->meaning_count] = added;
    return (uint32_t)shelf->meaning_count++;
}

/* A further meaning of a phrase that is there already, one of each kind. */
static uint32_t add_meaning(struct phrase_shelf *shelf, const struct meaning *first,
                            int kind, int value)
{
    uint32_t further = intern(shelf, kind, value, first->next);
    return intern(shelf, first->kind, first->value, shelf->meanings[further]);
}

/* The meaning of a first phrase: most often that of the phrase before. */
static uint32_t first_meaning(struct phrase_shelf *shelf, int kind, int value)
{
    const struct meaning *latest = shelf->meanings[shelf->latest];
    if (shelf->latest == 0 || latest->kind != kind || latest->value != value)
        shelf->latest = intern(shelf, kind, value, NULL);
    return shelf->latest;
}

static bool means(const struct meaning *meaning, int kind)
{
    while (meaning && meaning->kind != kind)
        meaning = meaning->next;
    return meaning != NULL;
}

void tree_end(struct phrase_shelf *shelf, uint32_t at, int kind, int value)
{
    struct phrase_node *node = &shelf->nodes[at];
    const struct meaning *first = shelf->meanings[node->meaning]; /* NULL: none */
    if (node->meaning == 0) {
        node->meaning = first_meaning(shelf, kind, value);
        node->order = shelf->added++;
    } else if (!means(first, kind)) {
        node->meaning = add_meaning(shelf, first, kind, value);
    }
}

/* ---- The end of filling ---- */

static void *moved(struct arena *arena, const void *items, size_t count, size_t size)
{
    void *copy = arena_array(arena, count, size);
    memcpy(copy, items, count * size);
    return copy;
}

void phrase_shelf_finish(struct phrase_shelf *shelf)
{
    struct arena *arena = shelf->arena;
    move_steps(shelf, arena, rows_for(shelf->step_count));
    shelf->nodes = moved(arena, shelf->nodes, shelf->node_count, sizeof *shelf->nodes);
    shelf->words = moved(arena, shelf->words, shelf->words_length, 1);
    shelf->meanings =
        moved(arena, shelf->meanings, shelf->meaning_count, sizeof *shelf->meanings);
    shelf->node_room = shelf->node_count;
    shelf->words_room = shelf->words_length;
    shelf->meaning_room = shelf->meaning_count;
    arena_destroy(shelf->cut);
    arena_destroy(shelf->scratch);
    shelf->index = NULL;
    shelf->scratch = shelf->cut = NULL;
}
