/* Every mail, note, box and folder of tests/corpus/mail against the page beside it
 * (NAME.expect). With RENEW set in the environment the pages are written anew, to be read
 * before they are believed. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/mail/mail.h"

enum { PAGE_MAX = 1 << 20, CASES_LEAST = 50 };

static void add_line(struct buffer *out, const char *name, const char *value)
{
    if (value)
        buffer_add_format(out, "%s: %s\n", name, value);
}

static void add_address(struct buffer *out, const char *name,
                        const struct message_address *address)
{
    if (address->name || address->mail)
        buffer_add_format(out, "%s: %s <%s>\n", name, address->name ? address->name : "-",
                          address->mail ? address->mail : "-");
}

static void add_date(struct buffer *out, const struct message *message)
{
    char text[WALL_TEXT_SIZE];
    struct wall wall = {.day = message->date_day, .minute = message->date_minute};
    if (message->has_date)
        buffer_add_format(out, "date: %s, %lld\n", wall_format(wall, text),
                          (long long)message->date_utc);
}

static void add_flags(struct buffer *out, const struct message *message, bool collected)
{
    buffer_add_format(out, "flags:%s%s%s%s%s\n", message->jotted ? " jotted" : "",
                      message->has_calendar ? " calendar" : "",
                      message->has_attached ? " attached" : "",
                      message->cut ? " cut" : "", collected ? " collected" : "");
}

static void describe_message(struct buffer *out, const struct message *message,
                             bool collected)
{
    add_address(out, "from", &message->from);
    add_address(out, "reply-to", &message->reply_to);
    add_address(out, "sender", &message->sender);
    add_line(out, "subject", message->subject);
    add_date(out, message);
    add_line(out, "message-id", message->message_id);
    add_line(out, "type", message->content_type);
    add_line(out, "auto-submitted", message_header(message, "auto-submitted"));
    add_flags(out, message, collected);
    buffer_add_format(out, "text %zu:\n%s\n", message->text_length, message->text);
}

/* The promises every message keeps, whatever it was. */
static void check_promises(const struct message *message)
{
    assert_true(text_is_utf8(message->text, strlen(message->text)));
    assert_int_equal(strlen(message->text), message->text_length);
    assert_true(message->text_length <= MAIL_TEXT_MAX);
    assert_null(strchr(message->text, '\r'));
    assert_null(strchr(message->text, 0x1b));
    assert_int_equal(message->has_date, message->date_day != DAY_NONE);
    for (size_t i = 0; i < message->header_count; i++) {
        const char *value = message->headers[i].value;
        assert_true(text_is_utf8(value, strlen(value)));
        assert_null(strpbrk(value, "\r\n\x1b"));
    }
}

static void describe(struct buffer *out, struct mail_walk *walk)
{
    struct arena *arena = arena_create();
    while (mail_next(walk)) {
        struct message message;
        struct error err = {0};
        buffer_add_format(out, "[%s] %s\n", mail_id(walk), mail_source(walk));
        if (mail_read(walk, arena, &message, &err)) {
            check_promises(&message);
            assert_string_equal(message.id, mail_id(walk));
            assert_string_equal(message.source, mail_source(walk));
            describe_message(out, &message, mail_collected(walk));
        } else {
            add_line(out, "bad", err.text);
        }
        arena_reset(arena);
    }
    arena_destroy(arena);
}

static void renew(const char *page, const struct buffer *text)
{
    FILE *file = fopen(page, "w");
    assert_non_null(file);
    fwrite(text->data, 1, text->length, file);
    fclose(file);
}

/* 1 when what is at path is not as its page says. */
static int check_page(const char *page)
{
    char path[256];
    struct error err = {0};
    struct buffer got = {0}, want = {0};
    snprintf(path, sizeof path, "%.*s", (int)(strlen(page) - strlen(".expect")), page);
    struct mail_walk *walk = mail_open(path, &err);
    if (!walk)
        fail_msg("%s", err.text);
    describe(&got, walk);
    mail_close(walk);
    if (getenv("RENEW"))
        renew(page, &got);
    assert_true(file_read(page, PAGE_MAX, &want, &err));
    int wrong = strcmp(buffer_string(&got), buffer_string(&want)) != 0;
    if (wrong)
        print_error("%s: got\n%s\nwant\n%s\n", path, buffer_string(&got),
                    buffer_string(&want));
    buffer_free(&got);
    buffer_free(&want);
    return wrong;
}

static void every_page_holds(void **state)
{
    glob_t pages;
    int wrong = 0;
    (void)state;
    assert_int_equal(0, glob("*/*.expect", 0, NULL, &pages));
    glob("*.expect", GLOB_APPEND, NULL, &pages);
    assert_true(pages.gl_pathc >= CASES_LEAST);
    for (size_t i = 0; i < pages.gl_pathc; i++)
        wrong += check_page(pages.gl_pathv[i]);
    globfree(&pages);
    assert_int_equal(0, wrong);
}

/* A file read by name and the same bytes from standard input say the same, but for source
 * and id. */
static void bytes_read_like_files(void **state)
{
    static const char *const paths[] = {"plain/flowed.eml", "html/table.eml",
                                        "jotted/time.txt", "multipart/nested.eml"};
    (void)state;
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct error err = {0};
        struct buffer bytes = {0}, from_file = {0}, from_bytes = {0};
        assert_true(file_read(paths[i], PAGE_MAX, &bytes, &err));
        struct mail_walk *walk = mail_open(paths[i], &err);
        describe(&from_file, walk);
        mail_close(walk);
        walk = mail_open_bytes("-", bytes.data, bytes.length);
        describe(&from_bytes, walk);
        mail_close(walk);
        assert_string_equal(strchr(from_file.data, '\n'), strchr(from_bytes.data, '\n'));
        assert_memory_equal(from_bytes.data, "[-] -\n", 6);
        buffer_free(&bytes);
        buffer_free(&from_file);
        buffer_free(&from_bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_holds),
        cmocka_unit_test(bytes_read_like_files),
    };
    char folder[1024];
    snprintf(folder, sizeof folder, "%s/corpus/mail", getenv("TEST_DATA"));
    if (chdir(folder) != 0)
        return EXIT_FAILURE;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
