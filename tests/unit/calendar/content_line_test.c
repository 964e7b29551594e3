/* Lines of a calendar: folded, escaped, and the same value when they are put together
 * again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "content_line.h"
#include "touchbase/base/text.h"

/* RFC 5545 3.1 the other way round: the line breaks that are followed by a blank go. */
static void unfold(struct buffer *out, const char *lines)
{
    for (; *lines != '\0'; lines++) {
        if (strncmp(lines, "\r\n ", 3) == 0) {
            lines += 2;
        } else {
            buffer_add_char(out, *lines);
        }
    }
}

static void lines_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *expected;
    } cases[] = {
        {"SUMMARY", "Call Dana", "SUMMARY:Call Dana\r\n"},
        {"SUMMARY", "", "SUMMARY:\r\n"},
        {"SUMMARY", ",;\\\n", "SUMMARY:\\,\\;\\\\\\n\r\n"},
        {"DESCRIPTION", "a, b; c\\d\ne: \"f\"\tg",
         "DESCRIPTION:a\\, b\\; c\\\\d\\ne: \"f\"\tg\r\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        content_text(&out, cases[i].name, cases[i].text);
        assert_string_equal(buffer_string(&out), cases[i].expected);
        buffer_free(&out);
    }
}

static void values_stand_as_they_are(void **state)
{
    (void)state;
    struct buffer out = {0};
    content_line(&out, "RRULE", "FREQ=YEARLY;BYDAY=-1SU,MO");
    content_line(&out, "URL", "https://a.example/\\");
    assert_string_equal(
        buffer_string(&out),
        "RRULE:FREQ=YEARLY;BYDAY=-1SU,MO\r\nURL:https://a.example/\\\r\n");
    buffer_free(&out);
}

/* 75 octets before CRLF, and no more than that: the 76th begins the next line. */
static void a_line_is_folded_before_the_76th_octet(void **state)
{
    (void)state;
    char value[80] = "";
    memset(value, 'x', 73);
    struct buffer out = {0};
    content_line(&out, "A", value);
    assert_int_equal(out.length, 77);
    value[73] = 'y';
    buffer_clear(&out);
    content_line(&out, "A", value);
    assert_string_equal(buffer_string(&out) + 75, "\r\n y\r\n");
    buffer_free(&out);
}

/* Whatever stands where a line ends: no character is broken, nothing is lost, and a pair
 * of an escape stays together. */
static void any_text_comes_back(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "x", " ", "\xc3\xbc", "\xe6\xbc\xa2", "\xf0\x9f\x98\x80", ",", "\\", "\n"};
    for (int lead = 0; lead < 80; lead++) {
        for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++) {
            struct buffer text = {0}, out = {0}, back = {0}, whole = {0};
            for (int i = 0; i < lead; i++) {
                buffer_add_char(&text, 'a');
            }
            for (int i = 0; i < 100; i++) {
                buffer_add_string(&text, pieces[piece]);
            }
            content_text(&out, "SUMMARY", buffer_string(&text));
            for (const char *at = buffer_string(&out); *at != '\0';) {
                size_t length = strcspn(at, "\r");
                assert_in_range(length, 1, 75);
                assert_true(text_is_utf8(at, length));
                assert_true(at[length - 1] != '\\' || at[length - 2] == '\\');
                at += length + 2;
            }
            unfold(&back, buffer_string(&out));
            buffer_add_string(&whole, "SUMMARY:");
            for (const char *at = buffer_string(&text); *at != '\0'; at++) {
                if (strchr(",\\\n", *at) != NULL) {
                    buffer_add_char(&whole, '\\');
                }
                buffer_add_char(&whole, *at == '\n' ? 'n' : *at);
            }
            buffer_add_string(&whole, "\r\n");
            assert_string_equal(buffer_string(&back), buffer_string(&whole));
            buffer_free(&text);
            buffer_free(&out);
            buffer_free(&back);
            buffer_free(&whole);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_escaped),
        cmocka_unit_test(values_stand_as_they_are),
        cmocka_unit_test(a_line_is_folded_before_the_76th_octet),
        cmocka_unit_test(any_text_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
