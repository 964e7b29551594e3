/* Messages from files and pasted mails, read by the worker (desk/take_in.h). */
#include <sys/stat.h>

#include "fixture.h"

static const char raw[] = "From: Dana Whitfield <dana@northwind.example>\n"
                          "To: me@brio.example\n"
                          "Date: Mon, 02 Mar 2026 08:53:00 -0500\n"
                          "Message-ID: <m1@northwind.example>\n"
                          "Subject: Automatic reply: second item\n"
                          "Auto-Submitted: auto-replied\n"
                          "\n"
                          "I will be in Mexico on holidays with my family, back in the\n"
                          "office on Monday, March 9.\n";

/* The worker of this build, which lies beside no test. */
static void use_worker(struct fixture *f)
{
    const char *build = getenv("BUILD");

    assert_non_null(build);
    worker_set_program(f->desk->worker,
                       arena_format(f->arena, "%s/touchbase-worker", build));
}

static char *put(struct fixture *f, const char *name, const char *text)
{
    char *path = arena_format(f->arena, "%s/%s", f->folder, name);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return path;
}

static struct take_in_reader *begin(struct fixture *f, const char *path)
{
    struct take_in_reader *reader =
        take_in_open(f->desk, DATE_ORDER_NONE, path, NULL, 0, &f->err);

    if (reader == NULL)
        fail_msg("%s", f->err.text);
    return reader;
}

static void a_pasted_mail_is_a_mail(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example");
    int64_t jo = add(f, "Jo Lindqvist");
    struct take_in item;

    use_worker(f);
    must(take_in_text(f->desk, raw, 0, f->arena, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_int_equal(item.contact.id, dana);
    assert_string_equal(item.message.message_id, "m1@northwind.example");
    assert_true(item.heard_whole);
    assert_false(item.collected);
    /* Whoever is current on the desk, it is its sender's. */
    must(take_in_text(f->desk, raw, jo, f->arena, &item, &f->err));
    assert_int_equal(item.contact.id, dana);
}

/* Of a sender nobody knows it is the person's it was pasted for. */
static void a_strangers_mail_is_whose_it_was_pasted_for(void **state)
{
    struct fixture *f = *state;
    int64_t jo = add(f, "Jo Lindqvist");
    struct take_in item;

    use_worker(f);
    must(take_in_text(f->desk, raw, 0, f->arena, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_STRANGER);
    must(take_in_text(f->desk, raw, jo, f->arena, &item, &f->err));
    assert_int_equal(item.contact.id, jo);
    assert_int_equal(item.state, TAKE_IN_NEW);
}

/* "From:" within a sentence makes no mail; typed text needs no worker. */
static void typed_text_is_read_here(void **state)
{
    struct fixture *f = *state;
    int64_t jo = add(f, "Jo Lindqvist");
    static const char *const texts[] = {
        "Away. From: now on until March 9",
        "I am on vacation,\nFrom: today until March 9",
        ": back on March 9",
        "I am back on March 9",
        "received: 2026-03-02",
    };

    worker_set_program(f->desk->worker, "/nonexistent/worker");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct take_in item;

        must(take_in_text(f->desk, texts[i], jo, f->arena, &item, &f->err));
        assert_true(item.message.jotted);
    }
}

static void bytes_that_are_no_text_are_repaired(void **state)
{
    struct fixture *f = *state;
    int64_t jo = add(f, "Jo Lindqvist");
    struct take_in item;

    must(take_in_text(f->desk, "I am on vacation\xff, back on March 9, \xc3.", jo,
                      f->arena, &item, &f->err));
    assert_int_equal(item.reading.back, day("2026-03-09"));
    assert_int_equal(strlen(item.message.text), item.message.text_length);
    assert_true(file(f, &item, TAKE_IN_ACCEPT).filed);
}

static void a_file_is_read(void **state)
{
    struct fixture *f = *state;
    struct take_in_reader *reader;
    struct take_in item;

    add(f, "Dana Whitfield, dana@northwind.example");
    use_worker(f);
    reader = begin(f, put(f, "mexico.eml", raw));
    assert_int_equal(take_in_next(reader, f->arena, &item, &f->err), TAKE_IN_ITEM);
    assert_string_equal(item.message.id, "mexico");
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_true(file(f, &item, TAKE_IN_START).started);
    assert_int_equal(take_in_next(reader, f->arena, &item, &f->err), TAKE_IN_END);
    take_in_close(reader);
    take_in_close(NULL);
}

/* Of a folder every message is collected; one that cannot be read ends nothing. */
static void a_folder_is_collected(void **state)
{
    struct fixture *f = *state;
    struct take_in_reader *reader;
    struct take_in item;
    enum take_in_next next;
    int items = 0, bad = 0;

    add(f, "Dana Whitfield, dana@northwind.example");
    use_worker(f);
    mkdir(arena_format(f->arena, "%s/mails", f->folder), 0700);
    put(f, "mails/a.eml", raw);
    put(f, "mails/b.eml", "");
    put(f, "mails/c.txt", "received: 2026-03-02\nback on March 9\n");
    reader = begin(f, arena_format(f->arena, "%s/mails", f->folder));
    do {
        next = take_in_next(reader, f->arena, &item, &f->err);
        items += next == TAKE_IN_ITEM;
        bad += next == TAKE_IN_BAD;
        if (next == TAKE_IN_ITEM)
            assert_true(item.collected);
        if (next == TAKE_IN_BAD)
            assert_non_null(strstr(f->err.text, "b.eml"));
    } while (next == TAKE_IN_ITEM || next == TAKE_IN_BAD);
    assert_int_equal(next, TAKE_IN_END);
    assert_int_equal(items, 2);
    assert_int_equal(bad, 1);
    take_in_close(reader);
}

static void a_missing_file_is_named(void **state)
{
    struct fixture *f = *state;
    struct take_in_reader *reader;
    struct take_in item;
    enum take_in_next next;

    use_worker(f);
    reader = begin(f, arena_format(f->arena, "%s/none.eml", f->folder));
    next = take_in_next(reader, f->arena, &item, &f->err);
    assert_true(next == TAKE_IN_BAD || next == TAKE_IN_FAILED);
    assert_non_null(strstr(f->err.text, "none.eml"));
    take_in_close(reader);
}

static void a_missing_worker_is_an_error(void **state)
{
    struct fixture *f = *state;
    struct take_in item;

    worker_set_program(f->desk->worker, "/nonexistent/worker");
    f->err.text[0] = '\0';
    assert_false(take_in_text(f->desk, raw, 0, f->arena, &item, &f->err));
    assert_string_not_equal(f->err.text, "");
    /* And typed text goes on. */
    must(take_in_text(f->desk, "I am back on March 9", 0, f->arena, &item, &f->err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_pasted_mail_is_a_mail, setup, teardown),
        cmocka_unit_test_setup_teardown(a_strangers_mail_is_whose_it_was_pasted_for,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(typed_text_is_read_here, setup, teardown),
        cmocka_unit_test_setup_teardown(bytes_that_are_no_text_are_repaired, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_file_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_folder_is_collected, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_file_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missing_worker_is_an_error, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
