/* One line of a card: its parts, its escapes, and writing it again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "charset.h"
#include "points.h"
#include "property.h"

static struct arena *arena;

static int make_arena(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int free_arena(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static struct property parsed(const char *line)
{
    struct property property;
    if (!property_parse(arena, line, strlen(line), &property)) {
        fail_msg("not taken: %s", line);
    }
    return property;
}

static void the_parts_of_a_line(void **state)
{
    (void)state;
    struct property p = parsed("item1.tel;type=work,VOICE;X-A=\"a;b:c\":+1;2:3");
    assert_string_equal(p.group, "item1");
    assert_string_equal(p.name, "TEL");
    assert_int_equal(p.parameter_count, 2);
    assert_string_equal(property_parameter(&p, "TYPE"), "work,VOICE");
    assert_string_equal(property_parameter(&p, "X-A"), "a;b:c");
    assert_null(property_parameter(&p, "PREF"));
    assert_string_equal(p.value, "+1;2:3");
    assert_false(p.rewritten);
    p = parsed("FN:");
    assert_null(p.group);
    assert_string_equal(p.value, "");
}

static void what_is_no_property(void **state)
{
    (void)state;
    static const char *const lines[] = {"",      ":",    "x",   "no colon here", ";A:b",
                                        "a b:c", "a.:b", "a;b", "a;\"b:c",       ".:x"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct property property;
        if (property_parse(arena, lines[i], strlen(lines[i]), &property)) {
            fail_msg("taken: %s", lines[i]);
        }
    }
}

static void bare_words_of_old_cards(void **state)
{
    (void)state;
    struct property p = parsed("TEL;WORK;PREF;BASE64:x");
    assert_true(property_has_type(&p, "work"));
    assert_true(property_has_type(&p, "Pref"));
    assert_false(property_has_type(&p, "base64"));
    assert_true(property_is_base64(&p));
    assert_false(p.rewritten);
    p = parsed("NOTE;QUOTED-PRINTABLE:a=3Db");
    assert_string_equal(p.value, "a=b");
    assert_true(p.rewritten);
    assert_false(property_is_base64(&p));
}

static void preferences(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int expected;
    } cases[] = {{"TEL:1", 101},          {"TEL;PREF=1:1", 1},
                 {"TEL;PREF=100:1", 100}, {"TEL;PREF=101:1", 1},
                 {"TEL;PREF=x:1", 1},     {"TEL;TYPE=home,pref:1", 1},
                 {"TEL;PREF:1", 1},       {"TEL;TYPE=prefix:1", 101}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct property p = parsed(cases[i].line);
        assert_int_equal(property_preference(&p), cases[i].expected);
    }
}

static void escapes(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        const char *now;
        const char *old; /* by the rules of 2.1 */
    } cases[] = {{"a\\, b\\; c\\\\d\\n\\Ne", "a, b; c\\d\n\ne", "a, b; c\\d\\n\\Ne"},
                 {"  trimmed ", "trimmed", "trimmed"},
                 {"\\n only \\n", "only", "\\n only \\n"},
                 {"end\\", "end\\", "end\\"},
                 {"\\x", "\\x", "\\x"},
                 {"http\\://a", "http://a", "http://a"},
                 {"", NULL, NULL},
                 {" \\n ", NULL, "\\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct property p = {.value = cases[i].value};
        const char *now = property_text(arena, &p, false);
        const char *old = property_text(arena, &p, true);
        assert_int_equal(now == NULL, cases[i].now == NULL);
        assert_int_equal(old == NULL, cases[i].old == NULL);
        assert_string_equal(now != NULL ? now : "",
                            cases[i].now != NULL ? cases[i].now : "");
        assert_string_equal(old != NULL ? old : "",
                            cases[i].old != NULL ? cases[i].old : "");
    }
}

static void parts_of_a_value(void **state)
{
    (void)state;
    struct property p = parsed("ADR:;;a\\;b\\, c;d;; ;e");
    assert_null(property_part(arena, &p, 0, false));
    assert_string_equal(property_part(arena, &p, 2, false), "a;b, c");
    assert_string_equal(property_part(arena, &p, 3, false), "d");
    assert_null(property_part(arena, &p, 5, false));
    assert_string_equal(property_part(arena, &p, 6, false), "e");
    assert_null(property_part(arena, &p, 7, false));
    assert_null(property_part(arena, &p, 99, false));
    assert_int_equal(property_part_count(&p), 3);
}

static void old_lines_in_new_words(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool old;
        const char *expected;
    } cases[] = {
        {"a.X-B;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:x=0Ay", true,
         "a.X-B;TYPE=HOME:x\\ny"},
        {"X-B:a,b\\c\\;d", true, "X-B:a\\,b\\\\c\\;d"},
        {"X-B:a,b\\,c", false, "X-B:a,b\\,c"},
        {"PHOTO;JPEG;BASE64:AA==", true, "PHOTO;TYPE=JPEG;ENCODING=BASE64:AA=="},
        {"X-B;P=\"a;b\";Q=^^x^n^':c", false, "X-B;P=\"a;b\";Q=\"^^x^n^'\":c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct property p = parsed(cases[i].line);
        struct buffer out = {0};
        property_write(&out, &p, cases[i].old);
        assert_string_equal(buffer_string(&out), cases[i].expected);
        buffer_free(&out);
    }
}

static void character_sets(void **state)
{
    (void)state;
    static const struct {
        const char *charset;
        const char *bytes;
        const char *expected;
    } cases[] = {{NULL, "M\xc3\xbcller", "M\xc3\xbcller"},
                 {NULL, "M\xfcller \x80", "M\xc3\xbcller \xe2\x82\xac"},
                 {"utf-8", "M\xc3\xbcller", "M\xc3\xbcller"},
                 {"UTF-8", "M\xfcller", "M\xc3\xbcller"},
                 {"windows-1252", "\x93q\x94", "\xe2\x80\x9cq\xe2\x80\x9d"},
                 {"ISO-8859-1", "\xe9", "\xc3\xa9"},
                 {"KOI8-R", "\xf4\xcf\xcd", "\xd0\xa2\xd0\xbe\xd0\xbc"},
                 {"SHIFT_JIS", "\x8a\xbf", "\xe6\xbc\xa2"},
                 {"SHIFT_JIS", "\xff\xff", "\xc3\xbf\xc3\xbf"},
                 {"no-such-set", "a", "a"},
                 {NULL, "", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = charset_to_utf8(arena, cases[i].charset, cases[i].bytes,
                                     strlen(cases[i].bytes));
        assert_string_equal(text, cases[i].expected);
    }
    assert_string_equal(charset_to_utf8(arena, NULL, "a\0b", 3), "a\xef\xbf\xbd"
                                                                 "b");
}

static void labels(void **state)
{
    (void)state;
    static const struct {
        const char *types;
        const char *expected;
    } cases[] = {{"CELL", "mobile"},
                 {"cell,work", "work mobile"},
                 {"FAX,HOME", "home fax"},
                 {"voice,internet,pref", NULL},
                 {"", NULL},
                 {",,home,", "home"},
                 {"Work Fax", "work fax"},
                 {"iPhone", "iphone"},
                 {"x-a-very-long-word-that-nobody-would-use-as-a-label", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *label = points_label(arena, cases[i].types);
        assert_int_equal(label == NULL, cases[i].expected == NULL);
        assert_string_equal(label != NULL ? label : "",
                            cases[i].expected != NULL ? cases[i].expected : "");
    }
}

static void points_are_ordered_and_unique(void **state)
{
    (void)state;
    struct points points = {.arena = arena};
    struct contact contact = {0};
    points_add(&points, POINT_PHONE, "1", NULL, 101);
    points_add(&points, POINT_MAIL, "a", "work", 101);
    points_add(&points, POINT_PHONE, "2", "home", 2);
    points_add(&points, POINT_PHONE, "1", "mobile", 1);
    points_add(&points, POINT_PHONE, "", "mobile", 1);
    points_add(&points, POINT_PHONE, NULL, NULL, 1);
    points_add(&points, POINT_LINK, "1", NULL, 101);
    points_finish(&points, &contact);
    assert_int_equal(contact.point_count, 4);
    assert_string_equal(contact.points[0].value, "a");
    assert_string_equal(contact.points[1].value, "1");
    assert_string_equal(contact.points[1].label, "mobile");
    assert_string_equal(contact.points[2].value, "2");
    assert_int_equal(contact.points[3].kind, POINT_LINK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_of_a_line),
        cmocka_unit_test(what_is_no_property),
        cmocka_unit_test(bare_words_of_old_cards),
        cmocka_unit_test(preferences),
        cmocka_unit_test(escapes),
        cmocka_unit_test(parts_of_a_value),
        cmocka_unit_test(old_lines_in_new_words),
        cmocka_unit_test(character_sets),
        cmocka_unit_test(labels),
        cmocka_unit_test(points_are_ordered_and_unique),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
