#include "found_words.h"

#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

enum { WORDS_MAX = 32, COLUMNS_MOST = 256 };

struct found_words {
    struct arena *arena; /* it lies there itself */
    const char *words[WORDS_MAX];
    size_t count;
};

/* The letters of a folded text that follow each other; *at moves behind them. */
static size_t take_word(const char **at, const char *end, const char **start)
{
    size_t length = 0;

    while (*at < end) {
        const char *here = *at;
        uint32_t code = text_next(at, end);

        if (!text_is_word(code) && !text_is_cjk(code)) {
            if (length > 0)
                break;
            continue;
        }
        if (length == 0)
            *start = here;
        length += (size_t)(*at - here);
    }
    return length;
}

struct found_words *found_words_create(const char *const *texts, size_t count)
{
    struct arena *arena = arena_create();
    struct found_words *words = arena_alloc(arena, sizeof *words);

    words->arena = arena;
    for (size_t i = 0; i < count; i++) {
        const char *at = text_fold(arena, texts[i]), *end = at + strlen(at), *start;
        size_t length;

        while (words->count < WORDS_MAX && (length = take_word(&at, end, &start)) > 0)
            words->words[words->count++] = arena_copy(arena, start, length);
    }
    if (words->count > 0)
        return words;
    arena_destroy(arena);
    return NULL;
}

void found_words_destroy(struct found_words *words)
{
    if (words != NULL)
        arena_destroy(words->arena);
}

/* A part of a line folded, and which column each byte comes from. */
struct folded {
    char text[COLUMNS_MOST * 8];
    short columns[COLUMNS_MOST * 8]; /* the first of its character */
    short ends[COLUMNS_MOST * 8];    /* the last */
    bool starts[COLUMNS_MOST * 8];   /* a word begins here */
    size_t length;
};

static void fold_cell(struct folded *folded, struct arena *arena, const struct cell *cell,
                      int column, bool *in_word)
{
    struct buffer text = {0};

    for (int i = 0; i < CELL_CODES && cell->codes[i] != 0; i++)
        text_append(&text, cell->codes[i]);
    const char *plain = text_fold(arena, buffer_string(&text));
    size_t length = strlen(plain);
    bool cjk = text_is_cjk(cell->codes[0]);
    bool word = cjk || text_is_word(cell->codes[0]);

    if (word && folded->length + length <= sizeof folded->text) {
        memcpy(folded->text + folded->length, plain, length);
        for (size_t i = 0; i < length; i++) {
            folded->columns[folded->length + i] = (short)column;
            folded->ends[folded->length + i] = (short)(column + cell->width - 1);
            folded->starts[folded->length + i] = i == 0 && (cjk || !*in_word);
        }
        folded->length += length;
    } else if (!word && *in_word && folded->length < sizeof folded->text) {
        folded->text[folded->length] = ' ';
        folded->columns[folded->length] = folded->ends[folded->length] = (short)column;
        folded->starts[folded->length++] = false;
    }
    *in_word = word && !cjk;
    buffer_free(&text);
}

static void mark(const struct found_words *words, const struct folded *folded,
                 struct area area, int line)
{
    for (size_t i = 0; i < folded->length; i++) {
        for (size_t j = 0; folded->starts[i] && j < words->count; j++) {
            size_t length = strlen(words->words[j]);
            int first = folded->columns[i], last;

            if (length > folded->length - i ||
                memcmp(folded->text + i, words->words[j], length) != 0)
                continue;
            last = folded->ends[i + length - 1];
            area_restyle(area, (struct rect){line, first, 1, last - first + 1},
                         STYLE_FOUND);
        }
    }
}

void found_words_mark(const struct found_words *words, struct area area, int line,
                      int column, int columns)
{
    struct area part = area_part(area, (struct rect){line, column, 1, columns});
    struct arena *arena = arena_create();
    struct folded folded;
    bool in_word = false;

    folded.length = 0;
    for (int i = 0; i < part.rect.columns && i < COLUMNS_MOST; i++) {
        const struct cell *cell =
            canvas_cell(part.canvas, part.rect.row, part.rect.column + i);

        if (cell != NULL && cell->width > 0)
            fold_cell(&folded, arena, cell, column + i, &in_word);
    }
    mark(words, &folded, area, line);
    arena_destroy(arena);
}
