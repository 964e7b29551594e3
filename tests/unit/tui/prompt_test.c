#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/text.h"
#include "touchbase/term/screen.h"
#include "touchbase/tui/keymap.h"
#include "touchbase/tui/prompt.h"

/* Types a key script through the keymap's context "prompt"; what came last. */
static enum prompt_result play(struct prompt *prompt, const char *script)
{
    struct error err;
    struct screen *screen = script_screen_open(script, strlen(script), 24, 80, &err);
    struct keymap *keymap = keymap_create();
    struct keymap_state state = {0};
    struct keymap_match match;
    enum prompt_result result = PROMPT_UNKNOWN;
    struct key key;

    while (screen_next(screen, &key) == SCREEN_KEY) {
        if (keymap_press(keymap, &state, "prompt", key, &match) == KEYMAP_ACTION)
            result = prompt_act(prompt, match.action, match.count);
        else
            result = prompt_type(prompt, &key);
    }
    keymap_destroy(keymap);
    screen_close(screen);
    return result;
}

/* Drawn on the last of so many rows; the first row it takes is answered. */
static int expect_rows(struct prompt *prompt, int rows, int columns, const char *picture,
                       int at)
{
    struct canvas *canvas = canvas_create(rows, columns);
    struct buffer text = {0};
    int row, column, first = prompt_draw(prompt, area_whole(canvas), rows - 1);

    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), picture);
    assert_true(canvas_cursor(canvas, &row, &column));
    assert_int_equal(row, rows - 1);
    assert_int_equal(column, at);
    buffer_free(&text);
    canvas_destroy(canvas);
    return first;
}

static void expect_picture(struct prompt *prompt, int columns, const char *picture,
                           int at)
{
    assert_int_equal(expect_rows(prompt, 1, columns, picture, at), 0);
}

static void editing(void **state)
{
    static const char *const cases[][2] = {
        {"\"call tue\"", "call tue"},
        {"\"call tue\" C-a \"x\" C-e \"y\"", "xcall tuey"},
        {"\"call tue 2pm\" C-w C-w \"fri\"", "call fri"},
        {"\"abc\" C-u \"d\" C-y", "dabc"},
        {"\"abc def\" M-b C-k C-a C-y", "defabc "},
        {"\"abc\" Left Left Backspace Del", "c"},
        {"\"abc\" Home Right \"x\" End \"y\"", "axbcy"},
        {"\"one two\" C-_", "one "},
        {"paste \"one\\ntwo\\n\" \"x\"", "one two x"},
        {"\"Zoë 漢\" Backspace", "Zoë "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct prompt_setup setup = {.label = "? "};
        struct prompt *prompt = prompt_open(&setup);

        play(prompt, cases[i][0]);
        assert_string_equal(prompt_text(prompt), cases[i][1]);
        prompt_close(prompt);
    }
}

static void taking(void **state)
{
    struct prompt_setup setup = {.label = "Move to: ", .default_text = "tomorrow"};
    struct prompt *prompt = prompt_open(&setup);

    (void)state;
    expect_picture(prompt, 24, "Move to: tomorrow\n", 9);
    assert_string_equal(prompt_text(prompt), "");
    assert_int_equal(play(prompt, "Enter"), PROMPT_TAKEN);
    assert_string_equal(prompt_text(prompt), "tomorrow");
    prompt_close(prompt);
    prompt = prompt_open(&setup);
    assert_int_equal(play(prompt, "\"fri\""), PROMPT_GOING);
    expect_picture(prompt, 24, "Move to: fri\n", 12);
    assert_int_equal(play(prompt, "Enter"), PROMPT_TAKEN);
    assert_string_equal(prompt_text(prompt), "fri");
    prompt_close(prompt);
}

/* Nothing that Enter would take is out of sight: the label gives way to it, upwards. */
static void long_labels(void **state)
{
    struct prompt_setup setup = {.label = "Ana Ruiz, next: ",
                                 .default_text = "call tuesday"};
    struct prompt *prompt = prompt_open(&setup);

    (void)state;
    assert_int_equal(expect_rows(prompt, 3, 29, "\n\nAna Ruiz, next: call tuesday\n", 16),
                     2);
    assert_int_equal(expect_rows(prompt, 3, 28, "\nAna Ruiz, next:\ncall tuesday\n", 0),
                     1);
    play(prompt, "\"fri\"");
    assert_int_equal(expect_rows(prompt, 3, 28, "\nAna Ruiz, next:\nfri\n", 3), 1);
    expect_picture(prompt, 18, "Ana Ruiz, n…fri\n", 15);
    prompt_close(prompt);
}

static void cancelling(void **state)
{
    static const char *const keys[] = {"Esc", "C-g", "C-c", "\"text\" Esc"};

    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct prompt_setup setup = {.label = "", .initial = "x"};
        struct prompt *prompt = prompt_open(&setup);

        assert_int_equal(play(prompt, keys[i]), PROMPT_CANCELLED);
        prompt_close(prompt);
    }
}

static void unknown_keys(void **state)
{
    struct prompt_setup setup = {.label = "", .initial = "x"};
    struct prompt *prompt = prompt_open(&setup);

    (void)state;
    assert_int_equal(play(prompt, "F5"), PROMPT_UNKNOWN);
    assert_int_equal(play(prompt, "Tab"), PROMPT_GOING);
    assert_string_equal(prompt_text(prompt), "x");
    prompt_close(prompt);
}

static void history(void **state)
{
    static const char *const past[] = {"call mon", "call tue"};
    struct prompt_setup setup = {.label = "", .history = past, .history_count = 2};
    struct prompt *prompt = prompt_open(&setup);

    (void)state;
    play(prompt, "\"draft\" Up");
    assert_string_equal(prompt_text(prompt), "call tue");
    play(prompt, "Up Up Up");
    assert_string_equal(prompt_text(prompt), "call mon");
    play(prompt, "\"day\" Down");
    assert_string_equal(prompt_text(prompt), "call tue");
    play(prompt, "Down");
    assert_string_equal(prompt_text(prompt), "draft");
    play(prompt, "Down Down");
    assert_string_equal(prompt_text(prompt), "draft");
    prompt_close(prompt);
}

/* Completes the last word out of a table. */
static void complete(void *context, const char *text, size_t cursor, size_t *start,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    const char *const *words = context;

    for (*start = cursor; *start > 0 && text[*start - 1] != ' ';)
        (*start)--;
    for (; *words != NULL; words++) {
        if (strncmp(*words, text + *start, cursor - *start) == 0)
            add(sink, *words);
    }
}

static void completion(void **state)
{
    static const char *const words[] = {"call", "card", "email", "étage", "étape", NULL};
    struct prompt_setup setup = {.label = "", .complete = complete};
    struct prompt *prompt;
    union {
        const char *const *words;
        void *context;
    } table = {.words = words};

    (void)state;
    setup.context = table.context;
    prompt = prompt_open(&setup);
    play(prompt, "\"x c\" Tab");
    assert_string_equal(prompt_text(prompt), "x ca");
    assert_string_equal(prompt_candidates(prompt), "call  card");
    play(prompt, "\"r\" Tab");
    assert_string_equal(prompt_text(prompt), "x card");
    assert_string_equal(prompt_candidates(prompt), "");
    play(prompt, "\" é\" Tab");
    assert_string_equal(prompt_text(prompt), "x card éta");
    play(prompt, "\" q\" Tab");
    assert_string_equal(prompt_text(prompt), "x card éta q");
    assert_string_equal(prompt_candidates(prompt), "");
    prompt_close(prompt);
}

/* A long label gives way to what is typed. */
static void narrow(void **state)
{
    struct prompt_setup setup = {.label = "Dana Whitfield, plan: ",
                                 .initial = "call tue 2pm"};
    struct prompt *prompt = prompt_open(&setup);

    (void)state;
    expect_picture(prompt, 40, "Dana Whitfield, plan: call tue 2pm\n", 34);
    expect_picture(prompt, 18, "Dana Whitfi…e 2pm\n", 17);
    expect_picture(prompt, 3, "D…\n", 2);
    prompt_close(prompt);
}

static int set_up(void **state)
{
    (void)state;
    screen_locale();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(editing),      cmocka_unit_test(taking),
        cmocka_unit_test(long_labels),  cmocka_unit_test(cancelling),
        cmocka_unit_test(unknown_keys), cmocka_unit_test(history),
        cmocka_unit_test(completion),   cmocka_unit_test(narrow),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
