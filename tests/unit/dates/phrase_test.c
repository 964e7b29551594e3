/* Tokens and phrases: how texts are cut, and how lexicons find their words in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/dates/phrase.h"

static void cut(struct arena *arena, const char *text, struct tokens *tokens)
{
    tokens_read(arena, text, strlen(text), tokens);
}

/* Words as they are, numbers in brackets, signs in quotes, "/" a new line, "//" a new
 * paragraph. */
static void print(const struct tokens *tokens, struct buffer *out)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];
        const char *gaps[] = {"", " ", " / ", " // "};
        buffer_add_string(out, i == 0 ? "" : gaps[token->gap]);
        if (token->kind == TOKEN_WORD)
            buffer_add_string(out, token->word);
        else if (token->kind == TOKEN_NUMBER)
            buffer_add_format(out, "[%d]", token->number);
        else if (token->kind == TOKEN_SIGN)
            buffer_add_format(out, "'%c'", (int)(token->sign & 0x7F));
        else
            buffer_add_char(out, '#');
    }
}

static void test_cutting(void **state)
{
    static const struct {
        const char *text, *tokens;
    } cases[] = {
        {"", ""},
        {"   \n\n ", ""},
        {"Hello World", "hello world"},
        {"I'm", "im"},
        {"I\xE2\x80\x99ll", "ill"},
        {"'quoted'", "'''quoted'''"},
        {"9th", "[9]th"},
        {"2027-01-06", "[2027]'-'[1]'-'[6]"},
        {"8\xE2\x80\x93"
         "15 August",
         "[8]'-'[15] august"},
        {"a\nb", "a / b"},
        {"a\n\nb", "a // b"},
        {"a\n \n\nb", "a // b"},
        {"M\xC3\xA4rz", "marz"},
        {"jusqu'\xC3\xA0", "jusqua"},
        {"x\xC2\xA0y", "x y"},
        {"zero\xE2\x80\x8Bwidth", "zerowidth"},
        {"1234567890123", "[-1]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_create();
        struct buffer out = {0};
        struct tokens tokens;
        cut(arena, cases[i].text, &tokens);
        print(&tokens, &out);
        assert_string_equal(buffer_string(&out), cases[i].tokens);
        buffer_free(&out);
        arena_destroy(arena);
    }
}

static void test_offsets(void **state)
{
    const char *text = "On  M\xC3\xA4rz 4.";
    struct arena *arena = arena_create();
    struct tokens tokens;
    (void)state;
    cut(arena, text, &tokens);
    assert_int_equal(tokens.count, 4);
    assert_int_equal(tokens.items[1].start, 4);
    assert_int_equal(tokens.items[1].length, 5);
    assert_true(tokens.items[1].capital);
    assert_int_equal(tokens_find(&tokens, 0), 0);
    assert_int_equal(tokens_find(&tokens, 1), 1);
    assert_int_equal(tokens_find(&tokens, 100), 4);
    assert_true(token_is_sign(&tokens, 3, '.'));
    assert_false(token_is_sign(&tokens, 4, '.'));
    tokens_hide(&tokens, 4, 10);
    assert_int_equal(tokens.items[1].kind, TOKEN_HIDDEN);
    assert_int_equal(tokens.items[2].kind, TOKEN_NUMBER);
    arena_destroy(arena);
}

enum { KIND_AWAY = 1, KIND_OUT, KIND_ANY };

static void test_matching(void **state)
{
    static const struct {
        const char *text;
        int kind; /* 0: none */
        size_t count;
    } cases[] = {
        {"out of office", KIND_AWAY, 3},
        {"Out-of-Office", KIND_AWAY, 5},
        {"OUT of\noffice now", KIND_AWAY, 3},
        {"out of\n\noffice", KIND_OUT, 1},
        {"out there", KIND_OUT, 1},
        {"my old desk", KIND_ANY, 3},
        {"my 2 desk", 0, 0},
        {"office", 0, 0},
        {"", 0, 0},
    };
    struct arena *arena = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct phrase_book *book = phrase_book_create(shelf);
    (void)state;
    phrase_book_add_list(book, "out, go away ,,", KIND_OUT, 7);
    phrase_book_add(book, "out of office", KIND_AWAY, 0);
    phrase_book_add(book, "my _ desk", KIND_ANY, 0);
    phrase_book_add(book, "out", KIND_AWAY, 9); /* the first meaning stays first */
    phrase_shelf_finish(shelf);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tokens tokens;
        struct phrase_match match = {0};
        cut(arena, cases[i].text, &tokens);
        bool found = phrase_book_match(book, &tokens, 0, &match);
        assert_int_equal(found, cases[i].kind != 0);
        assert_int_equal(match.kind, cases[i].kind);
        assert_int_equal(match.count, cases[i].count);
        int value = 0;
        bool further = found && match.count == 1;
        assert_int_equal(found && phrase_means(&match, KIND_AWAY, &value),
                         further || match.kind == KIND_AWAY);
        assert_true(!further || value == 9);
    }
    arena_destroy(arena);
}

static void test_sections(void **state)
{
    static const char *const names[] = {"away", "back"};
    struct ini_entry entries[] = {{"cues", "back", "returning, back on", 3},
                                  {"other", "what", "ever", 4}};
    struct ini ini = {"xx.ini", entries, 2};
    struct arena *arena = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct phrase_book *book = phrase_book_create(shelf);
    struct phrase_match match;
    struct tokens tokens;
    struct error err;
    (void)state;
    assert_true(phrase_book_add_section(book, &ini, "cues", names, 2, &err));
    entries[0].key = "nonsense";
    assert_false(phrase_book_add_section(book, &ini, "cues", names, 2, &err));
    assert_non_null(strstr(err.text, "xx.ini:3"));
    phrase_shelf_finish(shelf);
    cut(arena, "back on Monday", &tokens);
    assert_true(phrase_book_match(book, &tokens, 0, &match));
    assert_int_equal(match.kind, 1);
    arena_destroy(arena);
}

/* Endings, umlauts written as two letters, and words that are passed over. */
static void test_widening(void **state)
{
    static const struct {
        const char *text;
        int kind;
        size_t count;
    } cases[] = {
        {"Jahresurlaub", 1, 1},
        {"urlaub", 1, 1},
        {"Urlaubsplan", 0, 0},
        {"Erholungsurlaub", 2, 1},
        {"nicht verf\xC3\xBCgbar", 3, 2},
        {"nicht verfuegbar", 3, 2},
        {"nicht verfugbar", 3, 2},
        {"nicht leider noch verfuegbar", 3, 4},
        {"nicht sehr verfuegbar", 0, 0},
    };
    (void)state;
    struct arena *arena = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct phrase_book *book = phrase_book_create(shelf);
    struct phrase_book *passed = phrase_book_create(shelf);
    phrase_book_add_list(passed, "leider, noch", 0, 0);
    phrase_book_add(book, "*urlaub", 1, 0);
    phrase_book_add(book, "*erholungsurlaub", 2, 0);
    phrase_book_add(book, "nicht verf\xC3\xBCgbar", 3, 0);
    phrase_book_pass_over(book, passed);
    phrase_shelf_finish(shelf);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tokens tokens;
        struct phrase_match match = {0};
        cut(arena, cases[i].text, &tokens);
        assert_int_equal(phrase_book_match(book, &tokens, 0, &match), cases[i].kind != 0);
        assert_int_equal(match.kind, cases[i].kind);
        assert_int_equal(match.count, cases[i].count);
    }
    arena_destroy(arena);
}

/* Phrases of a list that begin alike hang behind each other, whatever parts their words,
 * and a list parted by commas says what the phrases one by one say. */
static void test_alike(void **state)
{
    static const struct {
        const char *text;
        bool found;
        size_t count;
    } cases[] = {
        {"out of the office", true, 4},
        {"out of the house", true, 4},
        {"out of theory", true, 3},
        {"out of", true, 2},
        {"out", false, 0},
        {"out offer", false, 0},
        {"out i'm away", true, 4},
        {"out i'm awake", true, 4},
        {"out im awake", false, 0},
        {"f\xC3\xBCr dich", true, 2},
        {"fuer dich", true, 2},
        {"fuer d\xC3\xB6rte", false, 0},
        {"fuer doerte", true, 2},
        {"f\xC3\xBCr dora", false, 0},
        {"nachtdienst", true, 1},
        {"tagdienst", true, 1},
        {"wir 1234567890", false, 0},
        {"wir 0", false, 0},
        {"wir 12", true, 2},
        {"wir 13", false, 0},
    };
    static const char list[] =
        "out of the office, out of the office, out of the house,out of theory,out of ,"
        "out i'm away,out i'm awake,*tagdienst,*dienst,f\xC3\xBCr dich,"
        "f\xC3\xBCr d\xC3\xB6rte,wir 1234567890,wir 12";
    (void)state;
    struct arena *arena = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct phrase_book *book = phrase_book_create(shelf);
    struct phrase_book *other = phrase_book_create(shelf);
    phrase_book_add_list(other, "out offer, out, tag", 5, 0);
    phrase_book_add_list(book, list, 1, 0);
    phrase_shelf_finish(shelf);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tokens tokens;
        struct phrase_match match = {0};
        cut(arena, cases[i].text, &tokens);
        if (phrase_book_match(book, &tokens, 0, &match) != cases[i].found ||
            match.count != cases[i].count)
            fail_msg("%s: %zu words", cases[i].text, match.count);
    }
    arena_destroy(arena);
}

/* More phrases and words than the first room of a shelf, each with its own meaning. */
static void test_many(void **state)
{
    enum { MANY = 3000, WIDE = 26 };
    (void)state;
    struct arena *arena = arena_create();
    struct phrase_shelf *shelf = phrase_shelf_create(arena);
    struct phrase_book *book = phrase_book_create(shelf);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < MANY; i++)
            phrase_book_add(book,
                            arena_format(arena, "w%c%c%c end", 'a' + i % WIDE,
                                         'a' + i / WIDE % WIDE, 'a' + i / WIDE / WIDE),
                            KIND_OUT + pass, i % 7 + pass);
    phrase_shelf_finish(shelf);
    for (int i = 0; i < MANY; i++) {
        struct tokens tokens;
        struct phrase_match match = {0};
        int value;
        cut(arena,
            arena_format(arena, "w%c%c%c end", 'a' + i % WIDE, 'a' + i / WIDE % WIDE,
                         'a' + i / WIDE / WIDE),
            &tokens);
        assert_true(phrase_book_match(book, &tokens, 0, &match));
        assert_int_equal(match.count, 2);
        assert_true(phrase_means(&match, KIND_OUT, &value));
        assert_int_equal(value, i % 7);
        assert_true(phrase_means(&match, KIND_OUT + 1, &value));
        assert_int_equal(value, i % 7 + 1);
        assert_false(phrase_means(&match, KIND_OUT + 2, &value));
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cutting),  cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_matching), cmocka_unit_test(test_sections),
        cmocka_unit_test(test_widening), cmocka_unit_test(test_alike),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
