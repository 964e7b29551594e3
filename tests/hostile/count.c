#include "count.h"

#include <malloc.h>
#include <string.h>

enum { STRIDE = 16 };

static size_t steps;
static size_t held, most, held_before;

/* What the compiler calls, and what the linker puts in the place of the library's
 * functions (--wrap). */
void __sanitizer_cov_trace_pc(void);
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__real_memchr(const void *bytes, int byte, size_t length);
void *__real_memcpy(void *to, const void *from, size_t length);
void *__real_memmove(void *to, const void *from, size_t length);
void *__real_memset(void *to, int byte, size_t length);
size_t __real_strlen(const char *text);
size_t __real_strspn(const char *text, const char *set);
size_t __real_strcspn(const char *text, const char *set);
char *__real_strstr(const char *text, const char *word);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);
void *__wrap_memchr(const void *bytes, int byte, size_t length);
void *__wrap_memcpy(void *to, const void *from, size_t length);
void *__wrap_memmove(void *to, const void *from, size_t length);
void *__wrap_memset(void *to, int byte, size_t length);
size_t __wrap_strlen(const char *text);
size_t __wrap_strspn(const char *text, const char *set);
size_t __wrap_strcspn(const char *text, const char *set);
char *__wrap_strstr(const char *text, const char *word);

void __sanitizer_cov_trace_pc(void)
{
    steps++;
}

static void take(size_t bytes)
{
    steps += bytes / STRIDE;
}

static void *hold(void *memory)
{
    held += memory ? malloc_usable_size(memory) : 0;
    most = held > most ? held : most;
    return memory;
}

/* Some of it was taken by a library and is not counted. */
static void let_go(void *memory)
{
    size_t size = memory ? malloc_usable_size(memory) : 0;
    held -= size < held ? size : held;
}

void *__wrap_malloc(size_t size)
{
    return hold(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    take(count * size);
    return hold(__real_calloc(count, size));
}

void *__wrap_realloc(void *memory, size_t size)
{
    let_go(memory);
    return hold(__real_realloc(memory, size));
}

void __wrap_free(void *memory)
{
    let_go(memory);
    __real_free(memory);
}

void *__wrap_memchr(const void *bytes, int byte, size_t length)
{
    void *found = __real_memchr(bytes, byte, length);
    take(found ? (size_t)((const char *)found - (const char *)bytes) : length);
    return found;
}

void *__wrap_memcpy(void *to, const void *from, size_t length)
{
    take(length);
    return __real_memcpy(to, from, length);
}

void *__wrap_memmove(void *to, const void *from, size_t length)
{
    take(length);
    return __real_memmove(to, from, length);
}

void *__wrap_memset(void *to, int byte, size_t length)
{
    take(length);
    return __real_memset(to, byte, length);
}

size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);
    take(length);
    return length;
}

size_t __wrap_strspn(const char *text, const char *set)
{
    size_t length = __real_strspn(text, set);
    take(length);
    return length;
}

size_t __wrap_strcspn(const char *text, const char *set)
{
    size_t length = __real_strcspn(text, set);
    take(length);
    return length;
}

char *__wrap_strstr(const char *text, const char *word)
{
    char *found = __real_strstr(text, word);
    take(found ? (size_t)(found - text) : __real_strlen(text));
    return found;
}

void count_start(void)
{
    steps = 0;
    held_before = most = held;
}

struct count count_stop(void)
{
    return (struct count){steps, most - held_before};
}
