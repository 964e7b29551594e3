/* Messages that were never meant to be read are answered, in steps and memory that grow
 * as they do: twice the bytes, about twice the work. `hostile NAME` prints the figures of
 * the cases whose names begin so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cases.h"
#include "count.h"
#include "touchbase/autoreply/reader.h"
#include "touchbase/mail/mail.h"

enum {
    SIZE = 32 << 10, /* bytes of the smaller of two messages */
    HUGE_SIZE = HOSTILE_MEASURED ? 10 << 20 : 2 << 20,
    TEXT_SIZE_MAX = MAIL_TEXT_MAX + 3, /* a letter is not cut */
    STEPS_MAX = 1200,                  /* a byte of the message */
    BYTES_MAX = 640,                   /* the same */
    STEPS_FREE = 1 << 20               /* what any message may take */
};

static const double growth_max = 2.4; /* for twice the bytes */

struct answer {
    size_t length; /* of the message */
    struct count count;
    bool read, cut;
    enum reading_kind kind;
    size_t text_length, header_count;
};

static struct answer answer(struct autoreply_reader *reader, const char *bytes,
                            size_t length)
{
    struct answer out = {.length = length};
    struct arena *arena = arena_create();
    struct message message;
    struct reading reading = {0};
    struct error err = {0};
    count_start();
    struct mail_walk *walk = mail_open_bytes("-", bytes, length);
    out.read = mail_next(walk) && mail_read(walk, arena, &message, &err);
    if (out.read) {
        autoreply_read(reader, arena, &message, DATE_ORDER_DMY, &reading);
        out.kind = reading.kind;
        out.cut = message.cut;
        out.text_length = message.text_length;
        out.header_count = message.header_count;
    }
    mail_close(walk);
    arena_destroy(arena);
    out.count = count_stop();
    return out;
}

static struct answer answer_case(struct autoreply_reader *reader,
                                 const struct hostile_case *hostile, size_t bytes)
{
    struct buffer message = {0};
    hostile_message(&message, hostile, bytes);
    struct answer out = answer(reader, message.data, message.length);
    buffer_free(&message);
    return out;
}

static double growth(const struct answer *small, const struct answer *large)
{
    return (double)large->count.steps / (double)(small->count.steps + STEPS_FREE / 4);
}

static void print(const struct hostile_case *hostile, const struct answer *small,
                  const struct answer *large)
{
    print_message(
        "%-28s %7zu bytes: %9zu steps, %5zu a byte, x %.2f; %5zu bytes held a byte\n",
        hostile->name, large->length, large->count.steps,
        large->count.steps / large->length, growth(small, large),
        large->count.bytes / large->length);
}

static bool within_limits(const struct answer *large)
{
    return large->count.steps <= large->length * STEPS_MAX + STEPS_FREE &&
           large->count.bytes <= large->length * BYTES_MAX + STEPS_FREE;
}

/* Twice the bytes take about twice the steps, none too many, and memory in proportion. */
static bool grows_evenly(const struct answer *small, const struct answer *large)
{
    return large->read && growth(small, large) <= growth_max &&
           (!HOSTILE_MEASURED || within_limits(large));
}

static void test_growth(void **state)
{
    size_t uneven = 0;
    for (size_t i = 0; i < hostile_case_count; i++) {
        const struct hostile_case *hostile = &hostile_cases[i];
        struct answer small = answer_case(*state, hostile, SIZE);
        struct answer large = answer_case(*state, hostile, (size_t)2 * SIZE);
        if (grows_evenly(&small, &large))
            continue;
        print(hostile, &small, &large);
        uneven++;
    }
    assert_int_equal(uneven, 0);
}

static const struct hostile_case *find_case(const char *name)
{
    for (size_t i = 0; i < hostile_case_count; i++)
        if (strcmp(hostile_cases[i].name, name) == 0)
            return &hostile_cases[i];
    fail_msg("no case \"%s\"", name);
    return NULL;
}

/* Megabytes of each: what is beyond the limits is left out, the words before it
 * count. */
static void test_huge_texts(void **state)
{
    static const char *const names[] = {
        "one endless line", "a million dates", "phone numbers", "addresses",
        "deep quotes",      "cue phrases",     "right to left", "deep elements"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct answer huge = answer_case(*state, find_case(names[i]), HUGE_SIZE);
        assert_true(huge.read);
        assert_true(huge.length >= HUGE_SIZE);
        assert_true(huge.cut);
        assert_in_range(huge.text_length, 1, TEXT_SIZE_MAX);
        assert_int_equal(huge.kind, READING_OOO);
        if (HOSTILE_MEASURED)
            assert_in_range(huge.count.steps / huge.length, 0, STEPS_MAX);
    }
}

static void test_huge_headers(void **state)
{
    static const char *const names[] = {"addressees", "a group of senders",
                                        "open encoded words", "folds", "fields"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct answer huge = answer_case(*state, find_case(names[i]), HUGE_SIZE);
        assert_true(huge.read);
        assert_int_equal(huge.kind, READING_OOO);
        assert_in_range(huge.header_count, 3, MAIL_HEADERS_MAX);
    }
}

static void test_line_breaks(void **state)
{
    struct answer huge = answer_case(*state, find_case("line breaks"), 1000000);
    assert_int_equal(huge.kind, READING_OOO);
    assert_in_range(huge.text_length, 1, 100);
}

/* A thousand parts within parts: their words are too deep to be looked at. */
static void test_nested_parts(void **state)
{
    const struct hostile_case *nested = find_case("parts within parts");
    struct answer deep = answer_case(*state, nested, (size_t)1000 * 60);
    assert_true(deep.read);
    assert_true(deep.cut);
    assert_int_equal(deep.text_length, 0);
}

/* What a reader holds that has met no message, and one that has met all languages: the
 * desk has one too, and a budget of 24 MB in all (design.md section 7). */
static void test_lexicons(void **state)
{
    enum { OPEN_MAX = 1 << 20, ALL_MAX = 12 << 20 };
    struct error err = {0};
    (void)state;
    count_start();
    struct autoreply_reader *reader = autoreply_open(&err);
    struct count opened = count_stop();
    assert_non_null(reader);
    count_start();
    assert_true(autoreply_read_languages(reader, &err));
    struct count all = count_stop();
    autoreply_close(reader);
    print_message("opened: %zu steps, %zu bytes; all languages: %zu steps, %zu bytes\n",
                  opened.steps, opened.bytes, all.steps, all.bytes);
    if (HOSTILE_MEASURED) {
        assert_in_range(opened.bytes, 1, OPEN_MAX);
        assert_in_range(all.bytes, OPEN_MAX, ALL_MAX);
    }
    assert_true(opened.steps * 10 < all.steps);
}

static int open_reader(void **state)
{
    struct error err;
    *state = autoreply_open(&err);
    return *state && autoreply_read_languages(*state, &err) ? 0 : -1;
}

static int close_reader(void **state)
{
    autoreply_close(*state);
    return 0;
}

static int print_cases(const char *begin)
{
    void *reader;
    if (open_reader(&reader) != 0)
        return 1;
    for (size_t i = 0; i < hostile_case_count; i++) {
        const struct hostile_case *hostile = &hostile_cases[i];
        if (strncmp(hostile->name, begin, strlen(begin)) != 0)
            continue;
        struct answer small = answer_case(reader, hostile, SIZE);
        struct answer large = answer_case(reader, hostile, (size_t)2 * SIZE);
        print(hostile, &small, &large);
    }
    return close_reader(&reader);
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lexicons),    cmocka_unit_test(test_growth),
        cmocka_unit_test(test_huge_texts),  cmocka_unit_test(test_huge_headers),
        cmocka_unit_test(test_line_breaks), cmocka_unit_test(test_nested_parts),
    };
    if (count > 1)
        return print_cases(arguments[1]);
    return cmocka_run_group_tests(tests, open_reader, close_reader);
}
