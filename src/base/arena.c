#include "touchbase/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 16 * 1024 };

struct block {
    struct block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first; only it is filled further */
};

static void *or_abort(void *memory)
{
    if (memory == NULL) {
        fputs("touchbase: out of memory\n", stderr);
        abort();
    }
    return memory;
}

void *memory_alloc(size_t size)
{
    return or_abort(calloc(1, size > 0 ? size : 1));
}

void *memory_resize(void *memory, size_t size)
{
    return or_abort(realloc(memory, size > 0 ? size : 1));
}

char *memory_string(const char *text)
{
    return or_abort(strdup(text));
}

struct arena *arena_create(void)
{
    return memory_alloc(sizeof(struct arena));
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *next = block->next;

        free(block);
        block = next;
    }
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->blocks);
    free(arena);
}

/* One ordinary block is kept, so that an arena reset for each record does not go to
 * malloc each time. */
void arena_reset(struct arena *arena)
{
    struct block *keep = arena->blocks;

    if (keep == NULL)
        return;
    free_blocks(keep->next);
    keep->next = NULL;
    if (keep->size > BLOCK_SIZE) {
        free(keep);
        arena->blocks = NULL;
        return;
    }
    keep->used = 0;
}

static struct block *add_block(struct arena *arena, size_t need)
{
    size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
    struct block *block;

    if (size > SIZE_MAX - sizeof *block)
        or_abort(NULL);
    block = or_abort(malloc(sizeof *block + size));
    block->size = size;
    block->used = 0;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

/* What is handed out is zeroed then: most blocks are never filled, and a page of memory
 * nobody touches costs nothing. */
void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    struct block *block = arena->blocks;
    void *memory;

    if (size > SIZE_MAX - unit)
        or_abort(NULL);
    size = (size + unit - 1) / unit * unit;
    if (block == NULL || block->size - block->used < size)
        block = add_block(arena, size);
    memory = block->bytes + block->used;
    block->used += size;
    return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        or_abort(NULL);
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);

    if (length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

char *arena_vformat(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    char *text;
    int length;

    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        return arena_copy(arena, "", 0);
    text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = arena_vformat(arena, format, args);
    va_end(args);
    return text;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t need, size_t size,
                 size_t *capacity)
{
    size_t room = *capacity > 0 ? *capacity : 8;
    void *larger;

    if (need <= *capacity)
        return items;
    while (room < need)
        room = room > SIZE_MAX / 2 ? need : room * 2;
    larger = arena_array(arena, room, size);
    if (count > 0)
        memcpy(larger, items, count * size);
    *capacity = room;
    return larger;
}
