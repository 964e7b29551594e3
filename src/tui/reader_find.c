#include "reader_find.h"

#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

struct finding {
    const char *text;
    const char *words;
    size_t words_length;
    struct arena *arena; /* for one folding at a time */
    struct reader_matches *matches;
};

static const char *fold(struct finding *finding, size_t start, size_t end)
{
    arena_reset(finding->arena);
    return text_fold(finding->arena,
                     arena_copy(finding->arena, finding->text + start, end - start));
}

/* The end of the shortest piece from start on that folds to the words; start when there
 * is none. Folding takes blanks off the front, so a piece must not begin with one. */
static size_t match_at(struct finding *finding, size_t start, size_t end)
{
    size_t at = start;

    if (finding->text[start] == ' ' || finding->text[start] == '\t')
        return start;
    while (at < end) {
        const char *folded;
        size_t length;

        at = text_cluster_next(finding->text, end, at);
        folded = fold(finding, start, at);
        length = strlen(folded);
        if (strncmp(folded, finding->words,
                    length < finding->words_length ? length : finding->words_length) != 0)
            return start;
        if (length >= finding->words_length)
            return at;
    }
    return start;
}

static void add_match(struct reader_matches *matches, size_t start, size_t end)
{
    if (matches->count == matches->capacity) {
        matches->capacity = matches->capacity > 0 ? matches->capacity * 2 : 16;
        matches->spans =
            memory_resize(matches->spans, matches->capacity * sizeof *matches->spans);
    }
    matches->spans[matches->count++] = (struct reader_span){start, end, STYLE_FOUND};
}

static void find_in_line(struct finding *finding, size_t start, size_t end)
{
    /* most lines hold none: one folding says so */
    if (start == end || strstr(fold(finding, start, end), finding->words) == NULL)
        return;
    while (start < end) {
        size_t behind = match_at(finding, start, end);

        if (behind > start)
            add_match(finding->matches, start, behind);
        start = behind > start ? behind : text_cluster_next(finding->text, end, start);
    }
}

void reader_find_all(const char *text, size_t length, const char *words,
                     struct reader_matches *matches)
{
    struct finding finding = {.text = text, .words = words, .matches = matches};
    size_t start = 0;

    matches->count = 0;
    if (words == NULL || *words == '\0')
        return;
    finding.words_length = strlen(words);
    finding.arena = arena_create();
    while (start < length) {
        const char *newline = memchr(text + start, '\n', length - start);
        size_t end = newline != NULL ? (size_t)(newline - text) : length;

        find_in_line(&finding, start, end);
        start = end + 1;
    }
    arena_destroy(finding.arena);
}
