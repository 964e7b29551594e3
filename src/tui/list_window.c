#include "list_window.h"

#include <string.h>

void window_free(struct list_window *window)
{
    for (size_t i = 0; i < window->chunk_count; i++)
        arena_destroy(window->chunks[i].arena);
    *window = (struct list_window){0};
}

struct list_row *window_row(const struct list_window *window, size_t index)
{
    for (size_t i = 0; i < window->chunk_count; i++) {
        if (index < window->chunks[i].count)
            return &window->chunks[i].rows[index];
        index -= window->chunks[i].count;
    }
    return NULL;
}

size_t window_find(const struct list_window *window, const char *id)
{
    for (size_t i = 0; i < window->count; i++) {
        if (strcmp(window_row(window, i)->id, id) == 0)
            return i;
    }
    return window->count;
}

static bool load_chunk(const struct list_source *source, enum list_from from,
                       const void *key, size_t count, struct list_chunk *chunk,
                       struct error *err)
{
    chunk->arena = arena_create();
    chunk->rows = arena_array(chunk->arena, count, sizeof *chunk->rows);
    chunk->count = 0;
    if (source->load(source->context, from, key, count, chunk->arena, chunk->rows,
                     &chunk->count, err))
        return true;
    arena_destroy(chunk->arena);
    return false;
}

bool window_start(struct list_window *window, const struct list_source *source,
                  enum list_from from, const void *key, size_t count, struct error *err)
{
    struct list_chunk chunk;

    *window = (struct list_window){0};
    if (!load_chunk(source, from, key, count, &chunk, err))
        return false;
    window->chunks[0] = chunk;
    window->chunk_count = 1;
    window->count = chunk.count;
    window->first = from == LIST_FIRST || (from == LIST_LAST && chunk.count < count);
    window->last = from == LIST_LAST || chunk.count < count;
    return true;
}

static void insert_chunk(struct list_window *window, size_t at, struct list_chunk chunk)
{
    memmove(&window->chunks[at + 1], &window->chunks[at],
            (window->chunk_count - at) * sizeof chunk);
    window->chunks[at] = chunk;
    window->chunk_count++;
    window->count += chunk.count;
}

static void remove_chunk(struct list_window *window, size_t at)
{
    window->count -= window->chunks[at].count;
    arena_destroy(window->chunks[at].arena);
    window->chunk_count--;
    memmove(&window->chunks[at], &window->chunks[at + 1],
            (window->chunk_count - at) * sizeof window->chunks[0]);
}

bool window_extend(struct list_window *window, const struct list_source *source,
                   bool before, size_t count, struct error *err, size_t *added)
{
    const struct list_row *edge = window_row(window, before ? 0 : window->count - 1);
    struct list_chunk chunk;

    *added = 0;
    if (window->chunk_count == LIST_CHUNKS_MAX)
        return true;
    if (!load_chunk(source, before ? LIST_BEFORE : LIST_AFTER, edge->key, count, &chunk,
                    err))
        return false;
    if (chunk.count < count) {
        window->first = window->first || before;
        window->last = window->last || !before;
    }
    if (chunk.count == 0)
        arena_destroy(chunk.arena);
    else
        insert_chunk(window, before ? 0 : window->chunk_count, chunk);
    *added = chunk.count;
    return true;
}

size_t window_trim_front(struct list_window *window, size_t keep)
{
    size_t given_up = 0;

    while (window->chunk_count > 1 && given_up + window->chunks[0].count <= keep) {
        given_up += window->chunks[0].count;
        remove_chunk(window, 0);
        window->first = false;
    }
    return given_up;
}

void window_trim_back(struct list_window *window, size_t keep)
{
    while (window->chunk_count > 1 &&
           window->count - window->chunks[window->chunk_count - 1].count > keep) {
        remove_chunk(window, window->chunk_count - 1);
        window->last = false;
    }
}
