/* A mistake in the words of a language is named with its file and line (dates/lexicon.h).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/dates/lexicon.h"

static struct date_lexicon *read(struct arena *arena, const char *text, struct error *err)
{
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct date_lexicon *lexicon = NULL;
    struct ini ini;

    if (ini_parse(arena, "phrases/xx.ini", text, strlen(text), &ini, err))
        lexicon = date_lexicon_read(arena, shelf, &ini, err);
    phrase_shelf_finish(shelf);
    return lexicon;
}

static void mistakes_name_file_and_line(void **state)
{
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"[dates months]\n1 = january\n13 = smarch",
         "\"13\" is no key of [dates months]"},
        {"[dates months]\n\njan = january", "\"jan\" is no key of [dates months]"},
        {"[dates weekdays]\n\n0 = sunday", "\"0\" is no key of [dates weekdays]"},
        {"[dates numbers]\n\n1000 = thousand", "\"1000\" is no key of [dates numbers]"},
        {"[dates ordinals]\n\n-1 = last", "\"-1\" is no key of [dates ordinals]"},
        {"[dates units]\n\ncentury = century", "\"century\" is no key of [dates units]"},
        {"[dates days]\n\n8 = in eight days", "\"8\" is no key of [dates days]"},
        {"[dates parts of the day]\n\n24:00 = midnight",
         "\"24:00\" is no key of [dates parts of the day]"},
        {"[dates parts of the day]\n\n9 = morning",
         "\"9\" is no key of [dates parts of the day]"},
        {"[dates feasts]\n\nsome day = feast",
         "\"some day\" is no key of [dates feasts]"},
        {"[dates compounds]\n\nend of hour = x",
         "\"end of hour\" is no key of [dates compounds]"},
        {"[dates compounds]\n\nedge of month = x",
         "\"edge of month\" is no key of [dates compounds]"},
        {"[dates words]\n\nwhenever = x", "unknown key \"whenever\" in [dates words]"},
        {"[dates moons]\n\n1 = new moon", "unknown section [dates moons]"},
        {"[dates months]\n1 = january\nfebruary", "expected \"key = value\""},
        {"[dates months]\n1 = january\n[dates days", "\"[\" without \"]\""},
        {"[dates months]\n1 = january\n2 = f\xe9vrier", "is not UTF-8"},
    };
    struct arena *arena = arena_create();
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        err.text[0] = '\0';
        assert_null(read(arena, cases[i].text, &err));
        if (strncmp(err.text, "phrases/xx.ini:3: ", 18) != 0 ||
            strstr(err.text, cases[i].says) == NULL)
            fail_msg("%s\nsays: %s\nnot: %s", cases[i].text, err.text, cases[i].says);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

/* What is none of dates is somebody else's, and an empty file has no words. */
static void the_rest_is_let_be(void **state)
{
    static const char *const texts[] = {"", "[cues]\naway = out\n",
                                        "[dates months]\n1 = january\n"};
    struct arena *arena = arena_create();
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_non_null(read(arena, texts[i], &err));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_name_file_and_line),
        cmocka_unit_test(the_rest_is_let_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
