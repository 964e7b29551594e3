/* A folder that only proposes, and one Enter that accepts (desk/take_in.h, rule 2). */
#include <sys/stat.h>

#include "fixture.h"

static void put_reply(struct fixture *f, const char *folder, const char *name,
                      const char *from, const char *text)
{
    FILE *file = fopen(arena_format(f->arena, "%s/%s", folder, name), "w");

    assert_non_null(file);
    fprintf(file,
            "From: %s\nTo: me@brio.example\nDate: Mon, 02 Mar 2026 08:53:00 -0500\n"
            "Message-ID: <%s@northwind.example>\nSubject: Automatic reply\n"
            "Auto-Submitted: auto-replied\n\n%s\n",
            from, name, text);
    fclose(file);
}

/* A trip, a wedding, a stranger, and a receipt. */
static const char *folder_of_replies(struct fixture *f)
{
    const char *folder = arena_format(f->arena, "%s/replies", f->folder);

    assert_int_equal(mkdir(folder, 0700), 0);
    put_reply(f, folder, "1.eml", "dana@northwind.example",
              "I will be in Mexico on holidays, back in the office on Monday, March 9.");
    put_reply(f, folder, "2.eml", "lena@vogt.example",
              "We are getting married! I will be back in the office on March 23.");
    put_reply(f, folder, "3.eml", "nobody@else.example",
              "I am on vacation, back in the office on Monday, March 9.");
    put_reply(f, folder, "4.eml", "dana@northwind.example", "Thank you for your order.");
    return folder;
}

static struct take_in_reader *open_apart(struct fixture *f, const char *folder)
{
    const struct take_in_source source = {.path = folder, .apart = true};

    worker_set_program(f->desk->worker,
                       arena_format(f->arena, "%s/touchbase-worker", getenv("BUILD")));
    return take_in_open_source(f->desk, &source, &f->err);
}

/* Reads a folder beside the desk, which is written between two messages. */
static void collect(struct fixture *f, const char *folder, int messages, int expected)
{
    struct take_in_reader *reader = open_apart(f, folder);
    int read = 0, waiting = 0;
    struct take_in_result result;
    struct take_in item;

    must(reader != NULL);
    while (take_in_next(reader, f->arena, &item, &f->err) == TAKE_IN_ITEM) {
        must(take_in_file_collected(reader, &item, false, &result, &f->err));
        must(take_in_pause(reader, &f->err));
        add(f, arena_format(f->arena, "Somebody %d", read));
        read++;
        waiting += result.waits;
    }
    must(take_in_finish(reader, &f->err));
    take_in_close(reader);
    assert_int_equal(read, messages);
    assert_int_equal(waiting, expected);
}

static void a_folder_only_proposes(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example");
    struct take_in_waiting waiting;
    const char *folder = folder_of_replies(f);

    add(f, "Lena Vogt, lena@vogt.example");
    collect(f, folder, 4, 2);
    assert_string_equal(pending(f, dana), "");
    must(take_in_count_waiting(f->desk, &waiting, &f->err));
    assert_int_equal(waiting.all, 2);
    assert_int_equal(waiting.reasons[REASON_VACATION], 1);
    assert_int_equal(waiting.reasons[REASON_WEDDING], 1);
    assert_int_equal(waiting.left, 0);
    collect(f, folder, 1, 0); /* a second reading looks for the stranger alone */
}

static void one_step_accepts_all(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example");
    int64_t lena = add(f, "Lena Vogt, lena@vogt.example");
    struct take_in_waiting waiting;
    int64_t started;

    plan(f, dana, "call 2026-03-05 10:00 pricing");
    collect(f, folder_of_replies(f), 4, 2);
    must(take_in_accept_all(f->desk, &started, &f->err));
    assert_int_equal(started, 2);
    assert_string_equal(pending(f, dana),
                        "2026-03-02 email play answer to the auto-reply "
                        "about pricing\n2026-03-10 10:00 call return pricing");
    assert_non_null(strstr(pending(f, lena), "card play"));
    must(take_in_count_waiting(f->desk, &waiting, &f->err));
    assert_int_equal(waiting.all, 0);
    undo_is(f, "all that waited under To confirm");
    assert_string_equal(pending(f, dana), "2026-03-05 10:00 call hand pricing");
    must(take_in_count_waiting(f->desk, &waiting, &f->err));
    assert_int_equal(waiting.all, 2);
}

static void nothing_waits_nothing_starts(void **state)
{
    struct fixture *f = *state;
    int64_t started;
    int made = steps(f);

    must(take_in_accept_all(f->desk, &started, &f->err));
    assert_int_equal(started, 0);
    assert_int_equal(steps(f), made);
}

static void a_folder_that_is_not_there(void **state)
{
    struct fixture *f = *state;
    struct take_in_reader *reader = open_apart(f, "/nowhere/at/all");
    struct take_in item;

    must(reader != NULL);
    assert_int_equal(take_in_next(reader, f->arena, &item, &f->err), TAKE_IN_FAILED);
    assert_non_null(strstr(f->err.text, "/nowhere/at/all"));
    take_in_close(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_only_proposes, setup, teardown),
        cmocka_unit_test_setup_teardown(one_step_accepts_all, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_waits_nothing_starts, setup, teardown),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
