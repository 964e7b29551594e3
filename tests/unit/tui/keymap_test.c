#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/arena.h"
#include "touchbase/tui/keymap.h"

enum { CALL = ACTION_USER, DESK, WAITING, SPECIAL, LEAVE, MARKED, PANE_TOP };

static const struct context_row contexts[] = {
    {"common", "move", true},
    {"desk", "common", true},
    {"people", "desk", true},
};

static const struct action_row rows[] = {
    {DESK, "go-desk", "common", "gd", NULL, "The desk"},
    {WAITING, "go-waiting", "common", "gw", "waiting", "Waiting for me"},
    {LEAVE, "leave", "common", "ZZ q", "leave", "Leave"},
    {MARKED, "marked", "common", ";", NULL, "On all marked"},
    {CALL, "call", "desk", "c", "call", "Call sheet"},
    {SPECIAL, "special", "people", "gx <C-x><C-e> 0", NULL, "Only here"},
    {PANE_TOP, "pane-top", "people", "H", NULL, "Top, as this pane means it"},
};

static struct keymap *make(void)
{
    struct keymap *keymap = keymap_create();
    struct error err;

    assert_true(keymap_add_contexts(keymap, contexts, 3, &err));
    assert_true(keymap_add_actions(keymap, rows, 7, &err));
    return keymap;
}

/* Presses keys and prints what comes of each: an action's name with its count, ".", "-"
 * (cancelled), "?". */
static void press(const struct keymap *keymap, const char *context, const char *keys,
                  const char *expected)
{
    struct keymap_state state = {0};
    struct keymap_match match;
    struct buffer out = {0};
    const char *at = keys;

    while (*at != '\0') {
        size_t length = strcspn(at, " ");
        struct key key;

        assert_true(key_parse(at, length, &key));
        switch (keymap_press(keymap, &state, context, key, &match)) {
        case KEYMAP_ACTION:
            buffer_add_string(&out, match.row->name);
            if (match.count > 0)
                buffer_add_format(&out, "*%d", match.count);
            break;
        case KEYMAP_NOT_YET:
            buffer_add_string(&out, ".");
            break;
        case KEYMAP_CANCELLED:
            buffer_add_string(&out, "-");
            break;
        case KEYMAP_UNKNOWN:
            buffer_add_string(&out, "?");
            key_print_sequence(match.keys, match.key_count, &out);
            break;
        }
        buffer_add_string(&out, " ");
        at += length + strspn(at + length, " ");
    }
    assert_string_equal(buffer_string(&out), expected);
    buffer_free(&out);
}

static void pressing(void **state)
{
    static const char *const cases[][3] = {
        {"desk", "c", "call "},
        {"common", "c", "?c "},
        {"people", "c q", "call leave "},
        {"desk", "g d g w g g", ". go-desk . go-waiting . first "},
        {"desk", "g x", ". ?gx "},
        {"people", "g x g g", ". special . first "},
        {"desk", "1 0 j", ". . down*10 "},
        {"desk", "1 0 g w", ". . . go-waiting*10 "},
        {"desk", "0 j", "?0 down "},
        {"people", "0 j", "special down "},
        {"people", "2 0 j j", ". . down*20 down "},
        {"desk", "g Esc j", ". - down "},
        {"desk", "3 C-c j", ". - down "},
        {"desk", "g C-g", ". - "},
        {"desk", "Esc", "?Esc "},
        {"desk", "g 1", ". ?g1 "},
        {"people", "H", "pane-top "},
        {"desk", "H", "window-top "},
        {"people", "C-x C-e", ". special "},
        {"desk", "Z q", ". ?Zq "},
        {"desk", ";", "marked "},
        {"text", "1 j", "?1 ?j "},
        {"prompt", "C-a C-u Enter", "line-start kill-line-start take "},
        {"note", "Enter M-b C-Left", "newline word-left word-left "},
        {"reader", "Space 1 0 G u", "page-down . . last*10 half-page-up "},
        {"desk", "9 9 9 9 9 9 9 9 9 9 9 j", ". . . . . . . . . . . down*999999999 "},
    };
    struct keymap *keymap = make();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        press(keymap, cases[i][0], cases[i][1], cases[i][2]);
    keymap_destroy(keymap);
}

static void pending_is_shown(void **state)
{
    struct keymap *keymap = make();
    struct keymap_state typed = {0};
    struct keymap_match match;
    struct buffer out = {0};

    (void)state;
    keymap_press(keymap, &typed, "desk", key_of_character('1'), &match);
    keymap_press(keymap, &typed, "desk", key_of_character('0'), &match);
    keymap_press(keymap, &typed, "desk", key_of_character('g'), &match);
    keymap_pending(&typed, &out);
    assert_string_equal(buffer_string(&out), "10g");
    buffer_free(&out);
    keymap_destroy(keymap);
}

static void rebinding(void **state)
{
    struct keymap *keymap = make();
    struct error err;

    (void)state;
    assert_true(keymap_bind(keymap, "desk", "C F5", "call", &err));
    press(keymap, "people", "C F5 c", "call call call ");
    assert_true(keymap_bind(keymap, "desk", "c", "none", &err));
    press(keymap, "people", "c C", "?c call ");
    /* a key that begins others in the same place takes theirs away */
    assert_true(keymap_bind(keymap, "common", "g", "leave", &err));
    press(keymap, "desk", "g j", "leave down ");
    /* and a longer one that of the shorter */
    assert_true(keymap_bind(keymap, "common", "qq", "leave", &err));
    press(keymap, "desk", "q q", ". leave ");
    /* hiding a parent's key */
    assert_true(keymap_bind(keymap, "people", "j", "none", &err));
    press(keymap, "people", "j", "?j ");
    press(keymap, "desk", "j", "down ");
    keymap_destroy(keymap);
}

static void wrong_bindings(void **state)
{
    static const char *const cases[][4] = {
        {"nowhere", "x", "call", "keys: there is no place called \"nowhere\""},
        {"desk", "x", "fly", "keys: there is no action \"fly\" in desk"},
        {"common", "x", "call", "keys: there is no action \"call\" in common"},
        {"desk", "x abcdefghi", "call", "keys: \"abcdefghi\" (call) is no key"},
    };
    struct keymap *keymap = make();
    struct error err;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_false(keymap_bind(keymap, cases[i][0], cases[i][1], cases[i][2], &err));
        assert_string_equal(err.text, cases[i][3]);
    }
    keymap_destroy(keymap);
}

static void wrong_tables(void **state)
{
    static const struct context_row orphan = {"lost", "nobody", false};
    static const struct context_row twice = {"desk", NULL, false};
    static const struct action_row cases[] = {
        {CALL, "a", "nowhere", "a", NULL, ""},
        {CALL, "b", "desk", "c", NULL, ""},
        {CALL, "e", "common", "g", NULL, ""},
        {CALL, "f", "common", "gdd", NULL, ""},
        {CALL, "h", "desk", "nokeyatall", NULL, ""},
    };
    struct keymap *keymap = make();
    struct error err;

    (void)state;
    assert_false(keymap_add_contexts(keymap, &orphan, 1, &err));
    assert_false(keymap_add_contexts(keymap, &twice, 1, &err));
    assert_true(keymap_add_contexts(keymap, &contexts[1], 1, &err));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_false(keymap_add_actions(keymap, &cases[i], 1, &err));
    keymap_destroy(keymap);
}

static bool collect(void *context, const struct action_row *row, const char *keys)
{
    buffer_add_format(context, "%s[%s] ", row->name, keys);
    return row->action != ACTION_UP;
}

static void every_action(void **state)
{
    struct keymap *keymap = make();
    struct buffer out = {0};

    (void)state;
    keymap_each(keymap, "people", collect, &out);
    assert_string_equal(
        buffer_string(&out),
        "special[gx ^X^E 0] pane-top[H] call[c] go-desk[gd] go-waiting[gw] "
        "leave[ZZ q] marked[;] down[j Down ^N] up[k Up ^P] ");
    buffer_clear(&out);
    keymap_keys(keymap, "people", LEAVE, &out);
    assert_string_equal(buffer_string(&out), "ZZ");
    buffer_clear(&out);
    /* its key is taken by the pane */
    keymap_keys(keymap, "people", ACTION_WINDOW_TOP, &out);
    assert_string_equal(buffer_string(&out), "");
    assert_ptr_equal(keymap_named(keymap, "people", "call"), &rows[4]);
    assert_null(keymap_named(keymap, "common", "call"));
    assert_null(keymap_named(keymap, "nowhere", "call"));
    buffer_free(&out);
    keymap_destroy(keymap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pressing),     cmocka_unit_test(pending_is_shown),
        cmocka_unit_test(rebinding),    cmocka_unit_test(wrong_bindings),
        cmocka_unit_test(wrong_tables), cmocka_unit_test(every_action),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
