/* Memory by scope: everything allocated from an arena dies with it. Allocation never
 * returns NULL; when memory runs out the program aborts (what was typed is on disk by
 * then). */
#ifndef TOUCHBASE_BASE_ARENA_H
#define TOUCHBASE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_create(void);
/* Frees the arena and all of its memory. NULL is allowed. */
void arena_destroy(struct arena *arena);
/* Frees all of its memory but keeps the arena. */
void arena_reset(struct arena *arena);

/* size bytes, zeroed, aligned for any type. size may be 0. */
void *arena_alloc(struct arena *arena, size_t size);
/* count elements of size bytes each, zeroed; aborts when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* A copy of length bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
/* A copy of a C string; NULL gives NULL. */
char *arena_string(struct arena *arena, const char *text);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* For growing arrays: room for at least need elements. Returns items itself, or a larger
 * copy from the arena with *capacity raised; items may be NULL with *capacity 0. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t need, size_t size,
                 size_t *capacity);

/* malloc, realloc and strdup that abort rather than return NULL; free with free(). */
void *memory_alloc(size_t size);
void *memory_resize(void *memory, size_t size);
char *memory_string(const char *text);

#endif
