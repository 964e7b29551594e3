#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/text.h"
#include "touchbase/term/screen.h"
#include "touchbase/tui/action.h"
#include "touchbase/tui/editor.h"

static struct editor *make(const char *text)
{
    struct editor *editor = editor_create(false);

    editor_set(editor, text, strlen(text));
    return editor;
}

static void type(struct editor *editor, const char *text)
{
    const char *at = text, *end = text + strlen(text);

    while (at < end) {
        struct key key = {.code = text_next(&at, end)};

        if (key.code == '\n')
            editor_act(editor, ACTION_TEXT_NEWLINE, 0);
        else
            assert_true(editor_type(editor, &key));
    }
}

static void paste(struct editor *editor, const char *text)
{
    struct key key = {.sym = KEYSYM_PASTE, .text = text, .length = strlen(text)};

    assert_true(editor_type(editor, &key));
}

/* The text with a bar where the cursor stands. */
static void expect(const struct editor *editor, const char *expected)
{
    size_t length, cursor = editor_cursor(editor);
    const char *text = editor_text(editor, &length);
    struct buffer out = {0};

    buffer_add(&out, text, cursor);
    buffer_add_char(&out, '|');
    buffer_add(&out, text + cursor, length - cursor);
    assert_string_equal(buffer_string(&out), expected);
    buffer_free(&out);
}

/* text with the cursor at a bar, action, count, what becomes of it */
static const struct {
    const char *before;
    int action;
    int count;
    const char *after;
} acts[] = {
    {"ab|c", ACTION_TEXT_LEFT, 0, "a|bc"},
    {"|abc", ACTION_TEXT_LEFT, 0, "|abc"},
    {"abc|", ACTION_TEXT_LEFT, 2, "a|bc"},
    {"e\u0301|x", ACTION_TEXT_LEFT, 0, "|e\u0301x"},
    {"|e\u0301x", ACTION_TEXT_RIGHT, 0, "e\u0301|x"},
    {"|👩‍👩‍👧‍👦x", ACTION_TEXT_RIGHT, 0, "👩‍👩‍👧‍👦|x"},
    {"👩‍👩‍👧‍👦|x", ACTION_TEXT_BACKSPACE, 0, "|x"},
    {"🇨🇭🇫🇷|", ACTION_TEXT_BACKSPACE, 0, "🇨🇭|"},
    {"a漢|", ACTION_TEXT_BACKSPACE, 0, "a|"},
    {"|漢b", ACTION_TEXT_DELETE, 0, "|b"},
    {"ab|", ACTION_TEXT_DELETE, 0, "ab|"},
    {"|", ACTION_TEXT_BACKSPACE, 0, "|"},
    {"a\n|b", ACTION_TEXT_BACKSPACE, 0, "a|b"},
    {"one, two-|three", ACTION_TEXT_WORD_LEFT, 0, "one, |two-three"},
    {"one, two|", ACTION_TEXT_WORD_LEFT, 2, "|one, two"},
    {"|one, two", ACTION_TEXT_WORD_RIGHT, 0, "one|, two"},
    {"one|, two", ACTION_TEXT_WORD_RIGHT, 0, "one, two|"},
    {"|Brío e\u0301te\u0301 x", ACTION_TEXT_WORD_RIGHT, 2, "Brío e\u0301te\u0301| x"},
    {"ab\ncd|e\nf", ACTION_TEXT_HOME, 0, "ab\n|cde\nf"},
    {"ab\ncd|e\nf", ACTION_TEXT_END, 0, "ab\ncde|\nf"},
    {"ab\ncd|e", ACTION_TEXT_FIRST, 0, "|ab\ncde"},
    {"a|b\ncd", ACTION_TEXT_LAST, 0, "ab\ncd|"},
    {"ab\nc|de\nf", ACTION_TEXT_KILL_END, 0, "ab\nc|\nf"},
    {"ab|\ncd", ACTION_TEXT_KILL_END, 0, "ab|cd"},
    {"ab\ncd|e", ACTION_TEXT_KILL_START, 0, "ab\n|e"},
    {"ab\n|cd", ACTION_TEXT_KILL_START, 0, "ab\n|cd"},
    {"mail a@b.example  |x", ACTION_TEXT_KILL_WORD, 0, "mail |x"},
    {"|x", ACTION_TEXT_KILL_WORD, 0, "|x"},
    {"ab|cd", ACTION_TEXT_NEWLINE, 0, "ab\n|cd"},
    {"abc\nde|\nfgh", ACTION_TEXT_DOWN, 0, "abc\nde\nfg|h"},
    {"abc|\nd\nfgh", ACTION_TEXT_DOWN, 2, "abc\nd\nfgh|"},
    {"abc\nd|e", ACTION_TEXT_UP, 0, "a|bc\nde"},
    {"a|bc", ACTION_TEXT_UP, 0, "|abc"},
    {"a|bc", ACTION_TEXT_DOWN, 0, "abc|"},
    {"漢字|\nabcdef", ACTION_TEXT_DOWN, 0, "漢字\nabcd|ef"},
    {"abc|d\n漢字", ACTION_TEXT_DOWN, 0, "abcd\n漢|字"},
};

static struct editor *make_at_bar(const char *text)
{
    const char *bar = strchr(text, '|');
    struct buffer plain = {0};
    struct editor *editor;

    buffer_add(&plain, text, (size_t)(bar - text));
    buffer_add_string(&plain, bar + 1);
    editor = make(buffer_string(&plain));
    editor_move(editor, (size_t)(bar - text));
    buffer_free(&plain);
    return editor;
}

static void single_acts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        struct editor *editor = make_at_bar(acts[i].before);

        assert_true(editor_act(editor, acts[i].action, acts[i].count));
        expect(editor, acts[i].after);
        editor_destroy(editor);
    }
}

static void typing_and_undo(void **state)
{
    struct editor *editor = make("");

    (void)state;
    type(editor, "wants the item");
    editor_act(editor, ACTION_TEXT_UNDO, 0);
    expect(editor, "wants the |");
    editor_act(editor, ACTION_TEXT_UNDO, 0);
    expect(editor, "wants |");
    type(editor, "no");
    paste(editor, "one\r\ntwo\rthree");
    expect(editor, "wants noone\ntwo\nthree|");
    editor_act(editor, ACTION_TEXT_UNDO, 0);
    expect(editor, "wants no|");
    editor_act(editor, ACTION_TEXT_HOME, 0);
    editor_act(editor, ACTION_TEXT_DELETE, 5);
    editor_act(editor, ACTION_TEXT_UNDO, 6);
    expect(editor, "wants |");
    editor_act(editor, ACTION_TEXT_UNDO, 9);
    expect(editor, "|");
    editor_destroy(editor);
}

static void kills_in_a_row(void **state)
{
    struct editor *editor = make("one two three");

    (void)state;
    editor_act(editor, ACTION_TEXT_KILL_WORD, 2);
    expect(editor, "one |");
    editor_act(editor, ACTION_TEXT_YANK, 0);
    expect(editor, "one two three|");
    editor_act(editor, ACTION_TEXT_KILL_WORD, 0);
    editor_act(editor, ACTION_TEXT_HOME, 0);
    editor_act(editor, ACTION_TEXT_YANK, 2);
    expect(editor, "threethree|one two ");
    editor_act(editor, ACTION_TEXT_KILL_START, 0);
    editor_act(editor, ACTION_TEXT_KILL_END, 0);
    expect(editor, "|");
    editor_act(editor, ACTION_TEXT_YANK, 0);
    expect(editor, "threethreeone two |");
    editor_destroy(editor);
}

static void one_line(void **state)
{
    struct editor *editor = editor_create(true);

    (void)state;
    paste(editor, "one\ntwo\r\nthree");
    expect(editor, "one two three|");
    assert_false(editor_act(editor, ACTION_TEXT_NEWLINE, 0));
    assert_false(editor_act(editor, ACTION_TEXT_UP, 0));
    assert_false(editor_act(editor, ACTION_PROMPT_TAKE, 0));
    editor_set(editor, "a\nb", 3);
    expect(editor, "a b|");
    editor_destroy(editor);
}

static void changes_are_counted(void **state)
{
    struct editor *editor = make("abc");
    uint64_t changes = editor_changes(editor);
    struct key key = {.sym = KEYSYM_FUNCTION};

    (void)state;
    editor_act(editor, ACTION_TEXT_LEFT, 0);
    assert_true(editor_changes(editor) == changes);
    type(editor, "x");
    assert_true(editor_changes(editor) > changes);
    changes = editor_changes(editor);
    editor_act(editor, ACTION_TEXT_UNDO, 0);
    assert_true(editor_changes(editor) > changes);
    assert_false(editor_type(editor, &key));
    editor_destroy(editor);
}

/* What is broken comes in whole: bad bytes and NUL as U+FFFD, a joining character joins.
 */
static void odd_text(void **state)
{
    struct editor *editor = editor_create(false);

    (void)state;
    editor_set(editor, "a\xff\0b", 4);
    expect(editor, "a\xef\xbf\xbd\xef\xbf\xbd"
                   "b|");
    editor_set(editor, "e", 1);
    editor_act(editor, ACTION_TEXT_FIRST, 0);
    paste(editor, "\u0301");
    assert_int_equal(editor_cursor(editor), 2);
    editor_set(editor, "👩👧", 8);
    editor_move(editor, 4);
    paste(editor, "\u200d");
    assert_int_equal(editor_cursor(editor), 11);
    editor_move(editor, 5);
    assert_int_equal(editor_cursor(editor), 0);
    editor_destroy(editor);
}

static void too_long(void **state)
{
    struct editor *editor = editor_create(false);
    char *text = malloc(EDITOR_LIMIT);

    (void)state;
    memset(text, 'x', EDITOR_LIMIT);
    assert_true(editor_insert(editor, text, EDITOR_LIMIT));
    assert_false(editor_insert(editor, "y", 1));
    type(editor, "y");
    assert_int_equal(editor_cursor(editor), EDITOR_LIMIT);
    free(text);
    editor_destroy(editor);
}

/* What is drawn, with the cursor's place. */
static void draw(struct editor *editor, int rows, int columns, const char *picture,
                 int at_row, int at_column)
{
    struct canvas *canvas = canvas_create(rows, columns);
    struct buffer text = {0};
    int row, column;

    editor_draw(editor, area_whole(canvas), STYLE_INPUT, true);
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), picture);
    assert_true(canvas_cursor(canvas, &row, &column));
    assert_int_equal(row, at_row);
    assert_int_equal(column, at_column);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static void drawing(void **state)
{
    struct editor *editor = make("wants the second item\n漢字漢字漢\nend");

    (void)state;
    draw(editor, 6, 11, "wants the\nsecond\nitem\n漢字漢字漢\nend\n\n", 4, 3);
    draw(editor, 2, 11, "漢字漢字漢\nend\n", 1, 3);
    editor_act(editor, ACTION_TEXT_UP, 2);
    draw(editor, 2, 11, "item\n漢字漢字漢\n", 0, 3);
    draw(editor, 3, 6, "secon\nd\nitem\n", 2, 3);
    editor_act(editor, ACTION_TEXT_FIRST, 0);
    draw(editor, 3, 80, "wants the second item\n漢字漢字漢\nend\n", 0, 0);
    assert_int_equal(editor_lines(editor, 10), 5);
    editor_set(editor, "unbreakablewords", 16);
    draw(editor, 3, 6, "akabl\neword\ns\n", 2, 1);
    editor_destroy(editor);
}

static void drawing_one_line(void **state)
{
    struct editor *editor = editor_create(true);

    (void)state;
    editor_set(editor, "abcdefghij", 10);
    draw(editor, 1, 6, "fghij\n", 0, 5);
    editor_act(editor, ACTION_TEXT_HOME, 0);
    draw(editor, 1, 6, "abcdef\n", 0, 0);
    editor_set(editor, "漢字漢字", 12);
    draw(editor, 1, 6, " 漢字\n", 0, 5);
    editor_destroy(editor);
}

/* The naive model: a text and an offset, each operation written the plain way. */
struct model {
    char text[4096];
    size_t length;
    size_t cursor;
};

static size_t model_snap(const struct model *model, size_t offset)
{
    size_t at = 0;

    while (at < offset)
        at = text_cluster_next(model->text, model->length, at);
    return at;
}

static size_t model_previous(const struct model *model)
{
    size_t at = 0, before = 0;

    while (at < model->cursor) {
        before = at;
        at = text_cluster_next(model->text, model->length, at);
    }
    return before;
}

static void model_replace(struct model *model, size_t start, size_t end, const char *text)
{
    size_t length = strlen(text);

    memmove(model->text + start + length, model->text + end, model->length - end);
    memcpy(model->text + start, text, length);
    model->length = model->length - (end - start) + length;
    model->cursor = model_snap(model, start + length);
}

static void model_act(struct model *model, int action)
{
    size_t start = model->cursor, end = model->cursor;

    while (start > 0 && model->text[start - 1] != '\n')
        start--;
    while (end < model->length && model->text[end] != '\n')
        end++;
    if (action == ACTION_TEXT_LEFT)
        model->cursor = model_previous(model);
    else if (action == ACTION_TEXT_RIGHT && model->cursor < model->length)
        model->cursor = text_cluster_next(model->text, model->length, model->cursor);
    else if (action == ACTION_TEXT_HOME)
        model->cursor = start;
    else if (action == ACTION_TEXT_END)
        model->cursor = end;
    else if (action == ACTION_TEXT_KILL_START)
        model_replace(model, start, model->cursor, "");
    else if (action == ACTION_TEXT_BACKSPACE)
        model_replace(model, model_previous(model), model->cursor, "");
    else if (action == ACTION_TEXT_NEWLINE)
        model_replace(model, model->cursor, model->cursor, "\n");
}

static void check_cursor_drawn(struct editor *editor, int columns)
{
    struct canvas *canvas = canvas_create(5, columns);
    int row, column;

    editor_draw(editor, area_whole(canvas), STYLE_INPUT, true);
    assert_true(canvas_cursor(canvas, &row, &column));
    canvas_destroy(canvas);
}

static void against_the_model(void **state)
{
    static const char *const pieces[] = {"a",     " ",  "é",      "e",          "\u0301",
                                         "漢",    "👩",  "\u200d", "🇨",          "\n",
                                         "word ", "\t", "한",     "\U0001f3fb", "ß"};
    static const int model_acts[] = {ACTION_TEXT_LEFT,       ACTION_TEXT_RIGHT,
                                     ACTION_TEXT_HOME,       ACTION_TEXT_END,
                                     ACTION_TEXT_KILL_START, ACTION_TEXT_BACKSPACE,
                                     ACTION_TEXT_NEWLINE};

    (void)state;
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct editor *editor = make("");
        struct model model = {.length = 0};

        srand(seed);
        for (int i = 0; i < 400; i++) {
            size_t length;

            if (rand() % 2 == 0 && model.length < 3000) {
                const char *piece =
                    pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)];

                model_replace(&model, model.cursor, model.cursor, piece);
                paste(editor, piece);
            } else {
                int action = model_acts[(size_t)rand() % 7];

                model_act(&model, action);
                assert_true(editor_act(editor, action, 0));
            }
            assert_string_equal(editor_text(editor, &length),
                                (model.text[model.length] = '\0', model.text));
            assert_int_equal(editor_cursor(editor), model.cursor);
            if (i % 10 == 0)
                check_cursor_drawn(editor, 1 + rand() % 20);
        }
        editor_destroy(editor);
    }
}

/* Whatever was done, undo leads back to the beginning through valid texts. */
static void undo_leads_back(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 20; seed++) {
        struct editor *editor = make("start of the note");
        size_t length;

        srand(seed);
        for (int i = 0; i < 300; i++) {
            if (rand() % 3 == 0)
                type(editor, rand() % 2 == 0 ? "é漢 " : "x");
            else
                editor_act(editor, ACTION_TEXT_LEFT + rand() % 19, 0);
            editor_text(editor, &length);
            assert_true(text_is_utf8(editor_text(editor, NULL), length));
        }
        editor_act(editor, ACTION_TEXT_UNDO, 3000);
        assert_string_equal(editor_text(editor, NULL), "start of the note");
        editor_destroy(editor);
    }
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
        cmocka_unit_test(single_acts),
        cmocka_unit_test(typing_and_undo),
        cmocka_unit_test(kills_in_a_row),
        cmocka_unit_test(one_line),
        cmocka_unit_test(changes_are_counted),
        cmocka_unit_test(odd_text),
        cmocka_unit_test(too_long),
        cmocka_unit_test(drawing),
        cmocka_unit_test(drawing_one_line),
        cmocka_unit_test(against_the_model),
        cmocka_unit_test(undo_leads_back),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
