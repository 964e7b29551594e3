#include "touchbase/tui/reader.h"

#include <stdlib.h>
#include <string.h>

#include "reader_find.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/tui/action.h"
#include "touchbase/tui/pane.h"
#include "wrap.h"

struct reader {
    struct arena *arena; /* text and spans */
    const char *text;
    size_t length;
    const struct reader_span *spans;
    size_t span_count;
    char *words; /* looked for, folded; NULL: nothing */
    struct reader_matches matches;
    size_t match; /* the one gone to last; matches.count: none */
    struct wrap wrap;
    size_t top; /* display line */
    int lines;
    int columns;
};

struct reader *reader_create(void)
{
    struct reader *reader = memory_alloc(sizeof *reader);

    *reader = (struct reader){.arena = arena_create(), .text = "", .columns = 80};
    wrap_text(&reader->wrap, "", 0, reader->columns);
    return reader;
}

void reader_hang(struct reader *reader)
{
    reader->wrap.hangs = true;
}

void reader_destroy(struct reader *reader)
{
    if (reader == NULL)
        return;
    arena_destroy(reader->arena);
    free(reader->words);
    free(reader->matches.spans);
    wrap_free(&reader->wrap);
    free(reader);
}

static size_t highest_top(const struct reader *reader)
{
    size_t room = reader->lines > 0 ? (size_t)reader->lines : 1;

    return reader->wrap.count > room ? reader->wrap.count - room : 0;
}

static void go_line(struct reader *reader, size_t line)
{
    size_t highest = highest_top(reader);

    reader->top = line < highest ? line : highest;
}

static void wrap_again(struct reader *reader, size_t offset)
{
    wrap_text(&reader->wrap, reader->text, reader->length, reader->columns);
    go_line(reader, wrap_line_of(&reader->wrap, offset));
}

static size_t top_offset(const struct reader *reader)
{
    return reader->wrap.lines[reader->top].start;
}

static void search(struct reader *reader)
{
    reader_find_all(reader->text, reader->length, reader->words, &reader->matches);
    reader->match = reader->matches.count;
}

void reader_set(struct reader *reader, const char *text, size_t length,
                const struct reader_span *spans, size_t count)
{
    struct arena *arena = arena_create();
    char *copy = text_repair(arena, text, length);
    size_t copied = strlen(copy), offset = top_offset(reader);
    struct reader_span *kept = arena_array(arena, count, sizeof *kept);

    if (count > 0)
        memcpy(kept, spans, count * sizeof *kept);
    if (offset > copied || memcmp(copy, reader->text, offset) != 0)
        offset = 0;
    arena_destroy(reader->arena);
    reader->arena = arena;
    reader->text = copy;
    reader->length = copied;
    reader->spans = kept;
    reader->span_count = count;
    search(reader);
    wrap_again(reader, offset);
}

void reader_resize(struct reader *reader, int lines, int columns)
{
    size_t offset = top_offset(reader);

    reader->lines = lines > 0 ? lines : 0;
    if (columns == reader->columns) {
        go_line(reader, reader->top);
        return;
    }
    reader->columns = columns > 0 ? columns : 1;
    wrap_again(reader, offset);
}

static void scroll(struct reader *reader, bool up, size_t lines)
{
    size_t top = reader->top;

    if (up)
        go_line(reader, lines < top ? top - lines : 0);
    else
        go_line(reader, top + lines);
}

static void go_match(struct reader *reader, size_t match)
{
    reader->match = match;
    go_line(reader, wrap_line_of(&reader->wrap, reader->matches.spans[match].start));
}

/* The next or previous match from the one gone to last, or from the top line; false when
 * there is none. */
static bool next_match(struct reader *reader, bool backward)
{
    size_t count = reader->matches.count, match = reader->match,
           from = top_offset(reader);

    if (match < count) {
        if (backward ? match == 0 : match + 1 == count)
            return false;
        go_match(reader, backward ? match - 1 : match + 1);
        return true;
    }
    for (match = 0; match < count && reader->matches.spans[match].start < from; match++)
        continue;
    if (backward ? match == 0 : match == count)
        return false;
    go_match(reader, backward ? match - 1 : match);
    return true;
}

static bool move(struct reader *reader, int action, size_t count)
{
    size_t page = reader->lines > 0 ? (size_t)reader->lines : 1,
           once = count > 0 ? count : 1;

    switch (action) {
    case ACTION_DOWN:
    case ACTION_UP:
        scroll(reader, action == ACTION_UP, once);
        return true;
    case ACTION_HALF_DOWN:
    case ACTION_HALF_UP:
        scroll(reader, action == ACTION_HALF_UP, count > 0 ? count : (page + 1) / 2);
        return true;
    case ACTION_PAGE_DOWN:
    case ACTION_PAGE_UP:
        scroll(reader, action == ACTION_PAGE_UP, page * once);
        return true;
    case ACTION_FIRST:
        go_line(reader, once - 1);
        return true;
    case ACTION_LAST:
        go_line(reader, count > 0 ? count - 1 : reader->wrap.count);
        return true;
    default:
        return next_match(reader, action == ACTION_FIND_PREVIOUS);
    }
}

unsigned reader_act(struct reader *reader, int action, int count)
{
    if (action < ACTION_DOWN || action > ACTION_FIND_PREVIOUS ||
        (action >= ACTION_WINDOW_TOP && action <= ACTION_WINDOW_BOTTOM))
        return 0;
    if (!move(reader, action, count > 0 ? (size_t)count : 0))
        return PANE_HANDLED | PANE_BELL;
    return PANE_HANDLED | PANE_REPAINT;
}

bool reader_find(struct reader *reader, const char *words)
{
    struct arena *arena = arena_create();

    free(reader->words);
    reader->words = NULL;
    if (words != NULL && *words != '\0')
        reader->words = memory_string(text_fold(arena, words));
    arena_destroy(arena);
    search(reader);
    if (reader->matches.count == 0)
        return false;
    if (!next_match(reader, false))
        go_match(reader, 0);
    return true;
}

void reader_show(struct reader *reader, size_t offset)
{
    size_t line = wrap_line_of(&reader->wrap, offset);
    size_t room = reader->lines > 0 ? (size_t)reader->lines : 1;

    if (line < reader->top)
        go_line(reader, line);
    else if (line >= reader->top + room)
        go_line(reader, line - room + 1);
}

size_t reader_lines(const struct reader *reader)
{
    return reader->wrap.count;
}

size_t reader_top(const struct reader *reader)
{
    return reader->top;
}

/* The style at an offset; *until is lowered to where it may change. */
static enum style style_of(const struct reader_span *spans, size_t count, size_t at,
                           enum style style, size_t *until)
{
    for (size_t i = 0; i < count; i++) {
        if (spans[i].start <= at && at < spans[i].end) {
            style = spans[i].style;
            *until = spans[i].end < *until ? spans[i].end : *until;
        } else if (spans[i].start > at && spans[i].start < *until) {
            *until = spans[i].start;
        }
    }
    return style;
}

static void draw_line(const struct reader *reader, struct area area, int row,
                      const struct wrap_line *line)
{
    int column = line->indent;

    for (size_t at = line->start, until; at < line->end; at = until) {
        enum style style;

        until = line->end;
        style = style_of(reader->spans, reader->span_count, at, STYLE_NORMAL, &until);
        style = style_of(reader->matches.spans, reader->matches.count, at, style, &until);
        column += area_bytes(area, row, column, style, reader->text + at, until - at);
    }
}

void reader_draw(const struct reader *reader, struct area area)
{
    for (int row = 0; row < area.rect.rows; row++) {
        size_t line = reader->top + (size_t)row;

        if (line >= reader->wrap.count)
            return;
        draw_line(reader, area, row, &reader->wrap.lines[line]);
    }
}
