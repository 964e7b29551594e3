/* Paths that are wrong, names, and messages made to hurt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/mail/mail.h"

struct place {
    char path[64]; /* a folder of the test's own */
    struct arena *arena;
};

static int make_place(void **state)
{
    struct place *place = memory_alloc(sizeof *place);
    snprintf(place->path, sizeof place->path, "/tmp/touchbase-mail-XXXXXX");
    place->arena = arena_create();
    *state = place;
    return mkdtemp(place->path) ? 0 : -1;
}

static int leave_place(void **state)
{
    struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", place->path);
    arena_destroy(place->arena);
    int result = system(command);
    free(place);
    return result;
}

static char *in_place(struct place *place, const char *name)
{
    return file_join(place->arena, place->path, name);
}

static void write_file(struct place *place, const char *name, const char *bytes)
{
    FILE *file = fopen(in_place(place, name), "w");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void make_folder(struct place *place, const char *name)
{
    assert_int_equal(0, mkdir(in_place(place, name), 0700));
}

static const char small_mail[] =
    "From: Dana <dana@northwind.example>\nSubject: Away\n\nBack on Monday.\n";

/* All ids of a walk in one line. */
static char *ids_of(struct place *place, const char *path)
{
    struct error err = {0};
    struct buffer ids = {0};
    struct mail_walk *walk = mail_open(path, &err);
    if (!walk)
        fail_msg("%s", err.text);
    while (mail_next(walk))
        buffer_add_format(&ids, "%s ", mail_id(walk));
    mail_close(walk);
    char *text = arena_copy(place->arena, buffer_string(&ids), ids.length);
    buffer_free(&ids);
    return text;
}

static void wrong_paths_are_named(void **state)
{
    struct place *place = *state;
    struct error err = {0};
    assert_null(mail_open(in_place(place, "nowhere.eml"), &err));
    assert_int_equal(err.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(err.text, "nowhere.eml: there is no such file or folder"));
    assert_int_equal(0, mkfifo(in_place(place, "pipe"), 0600));
    assert_null(mail_open(in_place(place, "pipe"), &err));
    assert_non_null(strstr(err.text, "neither a file nor a folder"));
    assert_null(mail_open("/dev/null", &err));
    write_file(place, "secret.eml", small_mail);
    chmod(in_place(place, "secret.eml"), 0);
    struct mail_walk *walk = mail_open(in_place(place, "secret.eml"), &err);
    assert_non_null(walk);
    assert_true(mail_next(walk));
    struct message message;
    if (geteuid() != 0) {
        assert_false(mail_read(walk, place->arena, &message, &err));
        assert_non_null(strstr(err.text, "secret.eml: cannot be read"));
    }
    assert_false(mail_next(walk));
    mail_close(walk);
}

static void a_folder_that_ends_like_a_mail_is_a_folder(void **state)
{
    struct place *place = *state;
    make_folder(place, "a.eml");
    write_file(place, "a.eml/b.eml", small_mail);
    write_file(place, "c.eml", small_mail);
    assert_string_equal(ids_of(place, place->path), "b c ");
    assert_string_equal(ids_of(place, in_place(place, "a.eml/")), "b ");
}

static void an_empty_folder_has_nothing(void **state)
{
    struct place *place = *state;
    assert_string_equal(ids_of(place, place->path), "");
}

static void links_in_a_circle_end(void **state)
{
    struct place *place = *state;
    make_folder(place, "in");
    write_file(place, "in/a.eml", small_mail);
    assert_int_equal(0, symlink(place->path, in_place(place, "in/loop")));
    assert_int_equal(0, symlink("nothing-there", in_place(place, "in/dangling.eml")));
    assert_int_equal(0, mkfifo(in_place(place, "in/pipe.eml"), 0600));
    assert_string_equal(ids_of(place, place->path), "a ");
}

static void ids_follow_the_names(void **state)
{
    struct place *place = *state;
    make_folder(place, "cur");
    make_folder(place, "new");
    write_file(place, "cur/17.a.b:2,S", small_mail);
    write_file(place, "new/16.c", small_mail);
    write_file(place, "cur/15.x.host,S=5:2,", small_mail);
    assert_string_equal(ids_of(place, place->path), "15.x.host,S=5 16.c 17.a.b ");
    assert_string_equal(ids_of(place, in_place(place, "cur/17.a.b:2,S")), "17.a.b ");
    assert_string_equal(ids_of(place, in_place(place, "cur")), "15.x.host,S=5 17.a.b ");
    write_file(place, "two.dots.eml", small_mail);
    assert_string_equal(ids_of(place, in_place(place, "two.dots.eml")), "two.dots ");
    write_file(place, "bad\xff.eml", small_mail);
    assert_string_equal(ids_of(place, in_place(place, "bad\xff.eml")),
                        "bad\xef\xbf\xbd ");
}

/* Reads the one message in bytes. */
static struct message read_bytes(struct arena *arena, const struct buffer *bytes)
{
    struct message message;
    struct error err = {0};
    struct mail_walk *walk = mail_open_bytes("-", buffer_string(bytes), bytes->length);
    assert_true(mail_next(walk));
    if (!mail_read(walk, arena, &message, &err))
        fail_msg("%s", err.text);
    assert_false(mail_collected(walk));
    assert_false(mail_next(walk));
    mail_close(walk);
    return message;
}

static void repeat(struct buffer *out, const char *text, int count)
{
    for (int i = 0; i < count; i++)
        buffer_add_string(out, text);
}

static void nested_parts_end(void **state)
{
    struct place *place = *state;
    struct buffer mail = {0};
    buffer_add_string(&mail, "From: a@b.example\nMIME-Version: 1.0\n");
    for (int i = 0; i < 20000; i++)
        buffer_add_format(
            &mail, "Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n", i, i);
    buffer_add_string(&mail, "Content-Type: text/plain\n\nhi\n");
    struct message message = read_bytes(place->arena, &mail);
    assert_true(message.cut);
    assert_string_equal(message.from.mail, "a@b.example");
    buffer_free(&mail);
}

static void many_parts_end(void **state)
{
    struct place *place = *state;
    struct buffer mail = {0};
    buffer_add_string(&mail, "From: a@b.example\nMIME-Version: 1.0\nContent-Type: "
                             "multipart/mixed; boundary=b\n\n");
    repeat(&mail, "--b\nContent-Type: text/plain\n\nhey\n", 20000);
    struct message message = read_bytes(place->arena, &mail);
    assert_true(message.cut);
    assert_true(message.text_length < (MAIL_PARTS_MAX + 1) * strlen("hey\n\n"));
    buffer_free(&mail);
}

static void many_addresses_give_the_first(void **state)
{
    struct place *place = *state;
    struct buffer mail = {0};
    buffer_add_string(&mail, "From: ");
    for (int i = 0; i < 100000; i++)
        buffer_add_format(&mail, "\"P %d\" <P%d@x.example>, ", i, i);
    buffer_add_string(&mail,
                      "last@x.example\nDate: Mon, 2 Mar 2026 09:00:00 -0500\n\nHi\n");
    struct message message = read_bytes(place->arena, &mail);
    assert_string_equal(message.from.name, "P 0");
    assert_string_equal(message.from.mail, "p0@x.example");
    assert_string_equal(message.text, "Hi");
    assert_true(strlen(message_header(&message, "from")) <= MAIL_HEADER_MAX);
    buffer_free(&mail);
}

static void many_headers_are_counted(void **state)
{
    struct place *place = *state;
    struct buffer mail = {0};
    buffer_add_string(&mail, "From: a@b.example\nSubject: s\n");
    repeat(&mail, "X-More: of it\n", 20000);
    buffer_add_string(&mail, "\nHi\n");
    struct message message = read_bytes(place->arena, &mail);
    assert_int_equal(message.header_count, MAIL_HEADERS_MAX);
    buffer_free(&mail);
}

static void a_long_line_is_cut(void **state)
{
    static const char *const heads[] = {"From: a@b.example\nSubject: s\n\n", "jotted "};
    struct place *place = *state;
    for (size_t i = 0; i < 2; i++) {
        struct buffer mail = {0};
        buffer_add_string(&mail, heads[i]);
        repeat(&mail, "ö", MAIL_TEXT_MAX);
        struct message message = read_bytes(place->arena, &mail);
        assert_true(message.cut);
        assert_in_range(message.text_length, MAIL_TEXT_MAX - 2, MAIL_TEXT_MAX);
        assert_true(text_is_utf8(message.text, message.text_length));
        buffer_free(&mail);
    }
}

static void a_hundred_megabytes_in_a_line(void **state)
{
    struct place *place = *state;
    const char *path = in_place(place, "long.eml");
    write_file(place, "long.eml", small_mail);
    assert_int_equal(0, truncate(path, 100 << 20)); /* NULs: a hole in the file */
    struct error err = {0};
    struct message message;
    struct mail_walk *walk = mail_open(path, &err);
    assert_true(mail_next(walk));
    assert_true(mail_read(walk, place->arena, &message, &err));
    assert_true(message.cut);
    assert_string_equal(message.text, "Back on Monday.");
    mail_close(walk);
}

static void tags_cannot_stall(void **state)
{
    struct place *place = *state;
    struct buffer mail = {0};
    buffer_add_string(&mail, "From: a@b.example\nContent-Type: text/html\n\n<p ");
    for (int i = 0; i < 100000; i++)
        buffer_add_format(&mail, "a%d=1 ", i);
    buffer_add_string(&mail, ">Seen</p>");
    repeat(&mail, "<div>", 100000);
    assert_non_null(strstr(read_bytes(place->arena, &mail).text, "Seen"));
    buffer_free(&mail);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Bytes changed, taken out and doubled at random places: nothing may break, and every
 * promise holds. */
static void damaged_mails_are_survived(void **state)
{
    static const char *const names[] = {
        "multipart/nested.eml", "html/word.eml",           "multipart/report.eml",
        "plain/flowed.eml",     "html/table.eml",          "boxes/two.mbox",
        "jotted/utf16.txt",     "plain/folded-headers.eml"};
    struct place *place = *state;
    uint32_t seed = 20260302;
    for (int round = 0; round < 800; round++) {
        struct error err = {0};
        struct buffer bytes = {0};
        struct message message;
        const char *path = arena_format(place->arena, "%s/corpus/mail/%s",
                                        getenv("TEST_DATA"), names[round % 8]);
        assert_true(file_read(path, 1 << 20, &bytes, &err));
        for (int i = 0; i < 8; i++)
            bytes.data[next_random(&seed) % bytes.length] = (char)next_random(&seed);
        buffer_remove(&bytes, next_random(&seed) % (bytes.length / 2), bytes.length / 9);
        struct mail_walk *walk = mail_open_bytes("-", bytes.data, bytes.length);
        while (mail_next(walk))
            if (mail_read(walk, place->arena, &message, &err))
                assert_true(text_is_utf8(message.text, message.text_length));
        mail_close(walk);
        buffer_free(&bytes);
        arena_reset(place->arena);
    }
}

int main(void)
{
#define IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, leave_place)
    const struct CMUnitTest tests[] = {
        IN_PLACE(wrong_paths_are_named),
        IN_PLACE(a_folder_that_ends_like_a_mail_is_a_folder),
        IN_PLACE(an_empty_folder_has_nothing),
        IN_PLACE(links_in_a_circle_end),
        IN_PLACE(ids_follow_the_names),
        IN_PLACE(nested_parts_end),
        IN_PLACE(many_parts_end),
        IN_PLACE(many_addresses_give_the_first),
        IN_PLACE(many_headers_are_counted),
        IN_PLACE(a_long_line_is_cut),
        IN_PLACE(a_hundred_megabytes_in_a_line),
        IN_PLACE(tags_cannot_stall),
        IN_PLACE(damaged_mails_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
