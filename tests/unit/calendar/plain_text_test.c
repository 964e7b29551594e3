/* What text looks like once it is fit for every calendar program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "plain_text.h"
#include "touchbase/base/text.h"

struct text_case {
    const char *text;
    bool lines;
    size_t limit;
    const char *expected;
};

static const struct text_case text_cases[] = {
    {"Call Ana", false, 100, "Call Ana"},
    {"  trimmed \t\n", false, 100, "trimmed"},
    {"  trimmed \t\n", true, 100, "trimmed"},
    {"one\r\ntwo\rthree\nfour", true, 100, "one\ntwo\nthree\nfour"},
    {"one\r\n\r\ntwo", true, 100, "one\n\ntwo"},
    {"one\r\n\r\ntwo\tthree", false, 100, "one two three"},
    {"a\tb", true, 100, "a\tb"},
    {"bell\x07, escape\x1b[31m, delete\x7f", false, 100, "bell, escape[31m, delete"},
    {"vertical\x0btab, form\x0c"
     "feed",
     true, 100, "vertical\ntab, form\nfeed"},
    {"next\xc2\x85line, \xe2\x80\xa8 and \xe2\x80\xa9!", false, 100, "next line, and !"},
    {"next\xc2\x85line\xe2\x80\xa8x\xe2\x80\xa9y", true, 100, "next\nline\nx\ny"},
    {"c1\xc2\x9b"
     "m",
     false, 100, "c1m"},
    {"\xef\xbb\xbfmark", false, 100, "mark"},
    {"not a character \xef\xbf\xbe.", false, 100, "not a character ."},
    {"broken \xff\xc3 end", false, 100, "broken \xef\xbf\xbd\xef\xbf\xbd end"},
    {"", false, 100, ""},
    {" \n\t ", true, 100, ""},
    {"0123456789", false, 10, "0123456789"},
    {"0123456789x", false, 10, "0123456..."},
    {"01234 789x", false, 9, "01234..."},
    {"\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2", false, 4,
     "\xe6\xbc\xa2..."},
    {"semi; comma, back\\slash \"quote\"", false, 100,
     "semi; comma, back\\slash \"quote\""},
};

static void text_is_cleaned(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof text_cases / sizeof *text_cases; i++) {
        const struct text_case *c = &text_cases[i];
        struct buffer out = {0};
        plain_text(&out, c->text, c->lines, c->limit);
        assert_string_equal(buffer_string(&out), c->expected);
        buffer_free(&out);
    }
}

static void text_is_appended(void **state)
{
    (void)state;
    struct buffer out = {0};
    buffer_add_string(&out, "kept  ");
    plain_text(&out, "  added", false, 100);
    assert_string_equal(buffer_string(&out), "kept  added");
    plain_text(&out, "   ", false, 100);
    assert_string_equal(buffer_string(&out), "kept  added");
    buffer_free(&out);
}

/* Whatever comes in: valid UTF-8, no control, within the limit. */
static void any_bytes_become_fit(void **state)
{
    (void)state;
    uint32_t random = 1;
    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        for (size_t i = 0; i + 1 < sizeof bytes; i++) {
            random = random * 1664525u + 1013904223u;
            bytes[i] = (char)(random >> 24);
        }
        bytes[sizeof bytes - 1] = '\0';
        struct buffer out = {0};
        plain_text(&out, bytes, round % 2 == 0, 20);
        assert_true(text_is_utf8(buffer_string(&out), out.length));
        const char *at = buffer_string(&out);
        const char *end = at + out.length;
        int count = 0;
        for (; at < end; count++) {
            uint32_t code = text_next(&at, end);
            assert_true(code >= 0x20 || code == '\t' || code == '\n');
            assert_false(code >= 0x7F && code < 0xA0);
        }
        assert_in_range(count, 0, 20);
        buffer_free(&out);
    }
}

static void only_single_ascii_uris_pass(void **state)
{
    (void)state;
    static const char *const good[] = {"https://acme.example/a?b=1,2;c#d",
                                       "mailto:a@b.example", "tel:+491701234567",
                                       "a+b-c.d:x"};
    static const char *const bad[] = {"",
                                      "acme.example",
                                      "https:",
                                      "https://a b",
                                      "1http://",
                                      "https://m\xc3\xbcller.example/",
                                      "http://a\nATTENDEE:mailto:b@c.example",
                                      "c:\\x",
                                      "http://a\"b",
                                      "://x",
                                      "http://a\x7f"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(plain_uri(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(plain_uri(bad[i]));
    }
    char longest[2100];
    memset(longest, 'a', sizeof longest);
    memcpy(longest, "http://", 7);
    longest[sizeof longest - 1] = '\0';
    assert_false(plain_uri(longest));
    longest[2000] = '\0';
    assert_true(plain_uri(longest));
}

static void identities_are_file_names(void **state)
{
    (void)state;
    char longest[202];
    memset(longest, 'a', sizeof longest);
    longest[201] = '\0';
    assert_true(plain_uid("6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11"));
    assert_true(plain_uid("a_b.c@touchbase+1"));
    assert_false(plain_uid(""));
    assert_false(plain_uid("../x"));
    assert_false(plain_uid("a b"));
    assert_false(plain_uid("a\r\nb"));
    assert_false(plain_uid("\xc3\xbc"));
    assert_false(plain_uid(longest));
    assert_true(plain_uid(longest + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_cleaned),
        cmocka_unit_test(text_is_appended),
        cmocka_unit_test(any_bytes_become_fit),
        cmocka_unit_test(only_single_ascii_uris_pass),
        cmocka_unit_test(identities_are_file_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
