/* Words that were searched for are marked where they are drawn: their beginnings, in any
 * writing, never inside a word. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "found_words.h"
#include "touchbase/base/arena.h"

/* The line with [ ] around what is marked. */
static void expect(const char *const *words, size_t count, const char *line,
                   const char *expected)
{
    struct canvas *canvas = canvas_create(1, 60);
    struct found_words *found = found_words_create(words, count);
    struct buffer styles = {0};

    area_text(area_whole(canvas), 0, 0, STYLE_NORMAL, line);
    if (found != NULL)
        found_words_mark(found, area_whole(canvas), 0, 0, 60);
    canvas_styles(canvas, &styles);
    if (strcmp(buffer_string(&styles), expected) != 0)
        fail_msg("%s: %s, not %s", line, buffer_string(&styles), expected);
    buffer_free(&styles);
    found_words_destroy(found);
    canvas_destroy(canvas);
}

static void beginnings_of_words(void **state)
{
    static const char *const ana[] = {"ana"};
    static const char *const two[] = {"MÜLL", "or"};
    static const char *const taro[] = {"太郎"};
    static const char *const name[] = {"o'neil"};

    (void)state;
    expect(ana, 1, "Joana Ana anabel", "0 6 3 found\n0 10 3 found\n");
    expect(ana, 1, "Anà", "0 0 3 found\n");
    expect(two, 2, "Jürgen Müller, Orlando", "0 7 4 found\n0 15 2 found\n");
    expect(taro, 1, "x 田中太郎", "0 6 4 found\n");
    expect(name, 1, "Tim O'Neill", "0 4 1 found\n0 6 4 found\n");
    expect(ana, 1, "", "");
    expect(ana, 0, "Ana", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(beginnings_of_words)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
