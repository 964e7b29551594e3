#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "touchbase/base/arena.h"

static bool is_zero(const unsigned char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != 0)
            return false;
    }
    return true;
}

static void memory_is_zeroed_and_aligned(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(arena, size);

        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        assert_true(is_zero(memory, size));
        memset(memory, 0xAA, size);
    }
    arena_destroy(arena);
}

static void blocks_larger_than_a_block_are_given(void **state)
{
    struct arena *arena = arena_create();
    unsigned char *small = arena_alloc(arena, 10);
    unsigned char *large = arena_alloc(arena, 1 << 20);
    unsigned char *after = arena_alloc(arena, 10);

    (void)state;
    memset(small, 1, 10);
    memset(large, 2, 1 << 20);
    memset(after, 3, 10);
    assert_int_equal(small[9], 1);
    assert_int_equal(large[0], 2);
    assert_int_equal(large[(1 << 20) - 1], 2);
    assert_int_equal(after[0], 3);
    arena_destroy(arena);
}

static void reset_gives_zeroed_memory_again(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    arena_reset(arena); /* of an empty one */
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 40; i++)
            memset(arena_alloc(arena, 1000), 0xFF, 1000);
        arena_reset(arena);
        assert_true(is_zero(arena_alloc(arena, 1000), 1000));
        memset(arena_alloc(arena, 100 * 1024), 0xFF, 100 * 1024);
        arena_reset(arena); /* of one whose newest block is larger than usual */
        assert_true(is_zero(arena_alloc(arena, 1000), 1000));
    }
    arena_destroy(arena);
    arena_destroy(NULL);
}

static void copies_end_with_nul(void **state)
{
    struct arena *arena = arena_create();
    char *copy = arena_copy(arena, "abcdef", 3);

    (void)state;
    assert_string_equal(copy, "abc");
    assert_memory_equal(arena_copy(arena, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_copy(arena, NULL, 0), "");
    assert_string_equal(arena_string(arena, "whole"), "whole");
    assert_null(arena_string(arena, NULL));
    arena_destroy(arena);
}

static void formats_of_any_length(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_string_equal(arena_format(arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_format(arena, "%s", ""), "");
    assert_int_equal(strlen(arena_format(arena, "%50000d", 1)), 50000);
    arena_destroy(arena);
}

static void growing_keeps_what_was_there(void **state)
{
    struct arena *arena = arena_create();
    int *items = NULL;
    size_t capacity = 0;

    (void)state;
    for (size_t count = 0; count < 5000; count++) {
        int *before = items;
        size_t room = capacity;

        items = arena_grow(arena, items, count, count + 1, sizeof *items, &capacity);
        if (count < room)
            assert_ptr_equal(items, before);
        items[count] = (int)count * 3;
    }
    assert_true(capacity >= 5000);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(items[i], (int)i * 3);
    items = arena_grow(arena, items, 5000, 100000, sizeof *items, &capacity);
    assert_true(capacity >= 100000);
    assert_int_equal(items[4999], 4999 * 3);
    arena_destroy(arena);
}

static void heap_memory(void **state)
{
    char *memory = memory_alloc(0);

    (void)state;
    assert_non_null(memory);
    memory = memory_resize(memory, 100);
    memset(memory, 'x', 100);
    memory = memory_resize(memory, 1000);
    assert_int_equal(memory[99], 'x');
    free(memory);
    memory = memory_string("text");
    assert_string_equal(memory, "text");
    free(memory);
}

static void ask_for_an_impossible_array(void)
{
    arena_array(arena_create(), SIZE_MAX / 2, 3);
}

static void grow_beyond_memory(void)
{
    size_t capacity = 0;

    arena_grow(arena_create(), NULL, 0, SIZE_MAX / 2 + 2, 8, &capacity);
}

static void ask_for_everything(void)
{
    arena_alloc(arena_create(), SIZE_MAX);
}

/* How a child ends that does what it should not survive. */
static int signal_of(void (*act)(void))
{
    pid_t child = fork();
    int status = 0;

    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(2);
        act();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void sizes_that_overflow_abort(void **state)
{
    (void)state;
    assert_int_equal(signal_of(ask_for_an_impossible_array), SIGABRT);
    assert_int_equal(signal_of(grow_beyond_memory), SIGABRT);
    assert_int_equal(signal_of(ask_for_everything), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(blocks_larger_than_a_block_are_given),
        cmocka_unit_test(reset_gives_zeroed_memory_again),
        cmocka_unit_test(copies_end_with_nul),
        cmocka_unit_test(formats_of_any_length),
        cmocka_unit_test(growing_keeps_what_was_there),
        cmocka_unit_test(heap_memory),
        cmocka_unit_test(sizes_that_overflow_abort),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
