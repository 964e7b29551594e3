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

static void add_wrong(void *data, size_t index, const char *words)
{
    buffer_add_format(data, "%zu: %s\n", index, words);
}

/* Makes changes ("place = keys", one a line) on a fresh keymap; what is wrong must be as
 * said. */
static struct keymap *changed(const char *const lines[][2], size_t count,
                              const char *wrong)
{
    static const char *const kept[] = {"prompt.take", "common.leave", NULL};
    struct keymap_change changes[8];
    struct keymap *keymap = make();
    struct buffer said = {0};

    for (size_t i = 0; i < count; i++)
        changes[i] = (struct keymap_change){lines[i][0], lines[i][1], "my.conf:9"};
    keymap_rebind(keymap, changes, count, kept, add_wrong, &said);
    assert_string_equal(buffer_string(&said), wrong);
    buffer_free(&said);
    return keymap;
}

static void rebinding(void **state)
{
    static const char *const lines[][2] = {
        {"desk.call", "C F5"},    {"people.call", "g1"},   {"common.go-desk", "c"},
        {"move.down", "none"},    {"people.up", "<C-x>u"}, {"note.newline", "M-Enter"},
        {"common.leave", "Q Q1"}, {"common.leave", "ZQ"},
    };
    struct keymap *keymap = changed(lines, 8, "6: Q and Q1 begin alike\n");

    (void)state;
    press(keymap, "desk", "C F5 c", "call call go-desk ");
    /* in people call has keys of its own, and those of desk mean nothing */
    press(keymap, "people", "g 1 C F5 g d", ". call ?C ?F5 . ?gd ");
    press(keymap, "desk", "j Down", "?j ?Down ");
    press(keymap, "people", "C-x u k", ". up ?k ");
    press(keymap, "desk", "k q Z Q", "up ?q . leave ");
    press(keymap, "note", "Enter M-Enter", "?Enter newline ");
    keymap_destroy(keymap);
}

/* Two may change places; where one of a chain cannot be made the others that need it are
 * not either. */
static void keys_change_places(void **state)
{
    static const char *const swap[][2] = {{"common.go-desk", "gw"},
                                          {"common.go-waiting", "gd"}};
    static const char *const chain[][2] = {
        {"common.leave", "gd"}, {"common.go-desk", "gw"}, {"common.go-waiting", ";"}};
    struct keymap *keymap = changed(swap, 2, "");

    (void)state;
    press(keymap, "desk", "g d g w", ". go-waiting . go-desk ");
    keymap_destroy(keymap);
    keymap = changed(
        chain, 3,
        "2: ; is the key of common.marked: give that other keys too, or none\n"
        "1: gw is the key of common.go-waiting: give that other keys too, or none\n"
        "0: gd is the key of common.go-desk: give that other keys too, or none\n");
    press(keymap, "desk", "g d g w ; q", ". go-desk . go-waiting marked leave ");
    keymap_destroy(keymap);
}

static void wrong_changes(void **state)
{
    static const char *const cases[][3] = {
        {"nowhere.call", "x", "there is no place \"nowhere\" for keys"},
        {"pepole.call", "x", "there is no place \"pepole\"; did you mean \"people\"?"},
        {"desk.fly", "x", "there is no action \"fly\" in desk"},
        {"desk.cal", "x", "there is no action \"cal\" in desk; did you mean \"call\"?"},
        {"common.call", "x", "there is no action \"call\" in common"},
        {"call", "x", "a key is set by place and action: desk.call"},
        {"fly", "x",
         "a key is set by place and action, such as person.note, not \"fly\""},
        {"desk.call", "x abcdefghi",
         "\"abcdefghi\" is no key; keys are written x, gx, ^X, M-x, F5, PgDn"},
        {"desk.call", "x xx", "x and xx begin alike"},
        {"desk.call", "x x", "x and x begin alike"},
        {"prompt.take", "t", "t is typed in a text; keys there are written ^X, M-x, F5"},
        {"prompt.take", "none",
         "prompt.take needs a key: without one there is no way out"},
        {"common.leave", " ",
         "common.leave needs a key: without one there is no way out"},
        {"common.leave", "gd",
         "gd is the key of common.go-desk: give that other keys too, or none"},
        {"common.leave", "g",
         "g and gd, the key of common.go-desk, begin alike: give that other keys too, or "
         "none"},
        {"people.call", "g",
         "g and gx, the key of people.special, begin alike: give that other keys too, or "
         "none"},
        {"desk.call", "g", "g and gd, the key of common.go-desk, begin alike"},
        {"desk.call", "jj", "jj and j, the key of move.down, begin alike"},
        {"desk.call", "a b c d e f h i k l m n o p r s t",
         "more than 16 keys for one action"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer wrong = {0};

        buffer_add_format(&wrong, "0: %s\n", cases[i][2]);
        keymap_destroy(changed((const char *const[][2]){{cases[i][0], cases[i][1]}}, 1,
                               buffer_string(&wrong)));
        buffer_free(&wrong);
    }
}

static void two_lines_clash(void **state)
{
    static const char *const lines[][2] = {{"desk.call", "x"},
                                           {"people.special", "y"},
                                           {"desk.leave", "xy"},
                                           {"people.leave", "x"}};

    (void)state;
    keymap_destroy(changed(lines, 4, "2: xy clashes with x of desk.call (my.conf:9)\n"));
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

static void keys_in_words(void **state)
{
    const struct keymap_change change = {.place = "people.call", .keys = "F4 C"};
    static const struct {
        const char *words, *rebound;
    } cases[] = {
        {"", ""},
        {"no key", "no key"},
        {"{call} rings", "F4 rings"},
        {"{call}", "F4"},
        {"{call}, {leave}: {call}", "F4, ZZ: F4"},
        {"{pane-top} has none", "H has none"},
        {"{nowhere} has none", ":nowhere has none"},
        {"an open { stays", "an open { stays"},
        {"{no closing one", "{no closing one"},
        {"{}", ":"},
    };
    struct keymap *keymap = make();
    struct buffer out = {0};

    (void)state;
    keymap_words(keymap, "people", "{call}", &out);
    assert_string_equal(buffer_string(&out), "c");
    keymap_rebind(keymap, &change, 1, NULL, NULL, NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buffer_clear(&out);
        keymap_words(keymap, "people", cases[i].words, &out);
        assert_string_equal(buffer_string(&out), cases[i].rebound);
    }
    buffer_free(&out);
    keymap_destroy(keymap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pressing),           cmocka_unit_test(pending_is_shown),
        cmocka_unit_test(rebinding),          cmocka_unit_test(wrong_changes),
        cmocka_unit_test(keys_change_places), cmocka_unit_test(two_lines_clash),
        cmocka_unit_test(wrong_tables),       cmocka_unit_test(every_action),
        cmocka_unit_test(keys_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
