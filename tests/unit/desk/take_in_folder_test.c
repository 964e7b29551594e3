/* A folder read twice, undone, read by halves: one step, nothing doubled, nothing lost
 * (desk/take_in.h). */
#include <sys/stat.h>

#include "fixture.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"

enum { ALL = -1 };

static const char *make_maildir(struct fixture *f)
{
    const char *folder = arena_format(f->arena, "%s/mail", f->folder);

    assert_int_equal(mkdir(folder, 0700), 0);
    assert_int_equal(mkdir(arena_format(f->arena, "%s/cur", folder), 0700), 0);
    assert_int_equal(mkdir(arena_format(f->arena, "%s/new", folder), 0700), 0);
    return folder;
}

static void put(struct fixture *f, const char *folder, int number, const char *from,
                const char *text)
{
    FILE *file = fopen(arena_format(f->arena, "%s/cur/%d.host:2,S", folder, number), "w");

    assert_non_null(file);
    fprintf(file,
            "From: %s\nTo: me@brio.example\nDate: Mon, 02 Mar 2026 08:53:00 -0500\n"
            "Message-ID: <%d@northwind.example>\nSubject: Automatic reply\n"
            "Auto-Submitted: auto-replied\n\n%s\n",
            from, number, text);
    fclose(file);
}

static const char *folder_of_replies(struct fixture *f)
{
    const char *folder = make_maildir(f);

    put(f, folder, 1, "dana@northwind.example",
        "I am on holidays, back in the office on Monday, March 9.");
    put(f, folder, 2, "lena@vogt.example",
        "We are getting married! I will be back in the office on March 23.");
    put(f, folder, 3, "nobody@else.example",
        "I am on vacation, back in the office on Monday, March 9.");
    put(f, folder, 4, "dana@northwind.example", "Thank you for your order.");
    return folder;
}

struct read {
    int read, filed, strangers, passed;
};

/* Reads at most `most` messages of it. */
static struct read read_folder(struct fixture *f, const char *folder, int most,
                               bool again)
{
    const struct take_in_source source = {.path = folder, .again = again};
    struct arena *arena = arena_create();
    struct take_in_reader *reader;
    struct read out = {0};

    worker_set_program(f->desk->worker,
                       arena_format(f->arena, "%s/touchbase-worker", getenv("BUILD")));
    reader = take_in_open_source(f->desk, &source, &f->err);
    must(reader != NULL);
    while (out.read != most) {
        struct take_in item;
        struct take_in_result result;
        enum take_in_next next = take_in_next(reader, arena, &item, &f->err);

        if (next == TAKE_IN_END)
            break;
        assert_int_equal(next, TAKE_IN_ITEM);
        assert_true(item.collected);
        must(take_in_file_collected(reader, &item, false, &result, &f->err));
        out.read++;
        out.filed += result.filed;
        out.strangers += result.state == TAKE_IN_STRANGER;
    }
    must(take_in_finish(reader, &f->err));
    out.passed = (int)take_in_progress(reader).passed;
    take_in_close(reader);
    arena_destroy(arena);
    return out;
}

static void assert_read(struct read is, int read, int filed, int strangers, int passed)
{
    assert_int_equal(is.read, read);
    assert_int_equal(is.filed, filed);
    assert_int_equal(is.strangers, strangers);
    assert_int_equal(is.passed, passed);
}

static int absences_of_all(struct fixture *f)
{
    struct absence *absences;
    size_t count;

    must(absences_proposed(f->desk->store, 0, 100, f->arena, &absences, &count, &f->err));
    return (int)count;
}

static void a_folder_is_one_step(void **state)
{
    struct fixture *f = *state;
    const char *folder = folder_of_replies(f);
    int made;

    add(f, "Dana Whitfield, dana@northwind.example");
    add(f, "Lena Vogt, lena@vogt.example");
    made = steps(f);
    assert_read(read_folder(f, folder, ALL, false), 4, 2, 1, 0);
    assert_int_equal(steps(f), made + 1);
    assert_int_equal(absences_of_all(f), 2);
    assert_read(read_folder(f, folder, ALL, false), 1, 0, 1, 3);
    assert_read(read_folder(f, folder, ALL, true), 4, 0, 1, 0);
    assert_int_equal(steps(f), made + 1);
    undo_is(f, "reading of mail");
    assert_int_equal(absences_of_all(f), 0);
}

/* What was undone is found again; what was no absence is still passed by. */
static void an_undone_folder_comes_back(void **state)
{
    struct fixture *f = *state;
    const char *folder = folder_of_replies(f);
    struct desk_step step;

    add(f, "Dana Whitfield, dana@northwind.example");
    add(f, "Lena Vogt, lena@vogt.example");
    read_folder(f, folder, ALL, false);
    undo_is(f, "reading of mail");
    assert_read(read_folder(f, folder, ALL, false), 3, 2, 1, 1);
    assert_int_equal(absences_of_all(f), 2);
    undo_is(f, "reading of mail");
    assert_int_equal(desk_redo(f->desk, f->arena, &step, &f->err), HISTORY_DONE);
    assert_int_equal(absences_of_all(f), 2);
    assert_read(read_folder(f, folder, ALL, false), 1, 0, 1, 3);
}

/* Read whatever was read before; it is remembered all the same. */
static void read_again(void **state)
{
    struct fixture *f = *state;
    const char *folder = folder_of_replies(f);

    add(f, "Dana Whitfield, dana@northwind.example");
    assert_read(read_folder(f, folder, ALL, true), 4, 1, 2, 0);
    assert_read(read_folder(f, folder, ALL, false), 2, 0, 2, 2);
}

/* Read by halves, as after ^C: each half is a step, nothing comes twice. */
static void a_folder_read_by_halves(void **state)
{
    struct fixture *f = *state;
    const char *folder = folder_of_replies(f);

    add(f, "Dana Whitfield, dana@northwind.example");
    add(f, "Lena Vogt, lena@vogt.example");
    assert_read(read_folder(f, folder, 1, false), 1, 1, 0, 0);
    assert_int_equal(absences_of_all(f), 1);
    assert_read(read_folder(f, folder, ALL, false), 3, 1, 1, 1);
    undo_is(f, "reading of mail");
    assert_int_equal(absences_of_all(f), 1);
    undo_is(f, "reading of mail");
    assert_int_equal(absences_of_all(f), 0);
}

static void a_stranger_who_came_in_is_found(void **state)
{
    struct fixture *f = *state;
    const char *folder = folder_of_replies(f);

    assert_read(read_folder(f, folder, ALL, false), 4, 0, 3, 0);
    add(f, "Dana Whitfield, dana@northwind.example");
    assert_read(read_folder(f, folder, ALL, false), 3, 1, 2, 1);
}

/* Nothing of it is an absence: no step, but it is remembered. */
static void a_folder_without_any(void **state)
{
    struct fixture *f = *state;
    const char *folder = make_maildir(f);
    int made = steps(f);

    put(f, folder, 1, "dana@northwind.example", "Thank you for your order.");
    put(f, folder, 2, "lena@vogt.example", "Please send the catalogue.");
    assert_read(read_folder(f, folder, ALL, false), 2, 0, 0, 0);
    assert_read(read_folder(f, folder, ALL, false), 0, 0, 0, 2);
    assert_int_equal(steps(f), made);
}

/* Rule 2: one long over starts no play and is filed; one that would start waits. */
static void what_is_certain_is_filed(void **state)
{
    struct fixture *f = *state;
    const char *folder = make_maildir(f);
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example");
    struct absence *absences;
    size_t count;

    put(f, folder, 1, "dana@northwind.example",
        "I am on holidays, back in the office on Monday, March 9.");
    reopen(f, "2026-09-15 09:00");
    assert_read(read_folder(f, folder, ALL, false), 1, 1, 0, 0);
    assert_int_equal(absences_of_all(f), 0);
    must(absences_of(f->desk->store, dana, f->arena, &absences, &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(absences[0].state, ABSENCE_FILED);
    assert_string_equal(pending(f, dana), "");
    undo_is(f, "reading of mail");
    must(absences_of(f->desk->store, dana, f->arena, &absences, &count, &f->err));
    assert_int_equal(count, 0);
}

/* Of one long over: how it was filed, and why it waits. */
static void assert_long_over(struct fixture *f, int number, const char *text,
                             enum absence_state expected, enum unsure unsure)
{
    const char *mail = arena_format(f->arena, "p%d@northwind.example", number);
    const char *folder = arena_format(f->arena, "%s/mail", f->folder);
    int64_t id = add(f, arena_format(f->arena, "Person P%d, %s", number, mail));
    struct absence *absences;
    size_t count;

    put(f, folder, number, mail, text);
    assert_read(read_folder(f, folder, ALL, false), 1, 1, 0, number - 1);
    must(absences_of(f->desk->store, id, f->arena, &absences, &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(absences[0].state, expected);
    assert_int_equal(absence_unsure(&absences[0]), unsure);
    assert_string_equal(pending(f, id), "");
}

/* Rule 2: what starts no play is filed at once only when all that it needs is certain. */
static void what_is_not_certain_waits(void **state)
{
    struct fixture *f = *state;

    make_maildir(f);
    reopen(f, "2026-12-15 09:00");
    assert_long_over(f, 1, "I am on vacation, back in the office on Monday, March 9.",
                     ABSENCE_FILED, UNSURE_NOTHING);
    assert_long_over(f, 2, "I am on vacation, back in the office on 4/5.",
                     ABSENCE_PROPOSED, UNSURE_TWO_WAYS);
    assert_long_over(f, 3, "I am out of the office on vacation.", ABSENCE_PROPOSED,
                     UNSURE_NO_BACK);
    assert_int_equal(absences_of_all(f), 2);
}

/* A person looks at it: filed then, nothing starts, and it waits no more. */
static void what_waits_is_filed_by_a_person(void **state)
{
    struct fixture *f = *state;
    struct take_in_waiting waiting;
    int64_t started;

    make_maildir(f);
    reopen(f, "2026-12-15 09:00");
    assert_long_over(f, 1, "I am out of the office on vacation.", ABSENCE_PROPOSED,
                     UNSURE_NO_BACK);
    must(take_in_count_waiting(f->desk, &waiting, &f->err));
    assert_int_equal(waiting.all, 1);
    assert_int_equal(waiting.unsure, 1);
    must(take_in_accept_all(f->desk, &started, &f->err));
    assert_int_equal(started, 0);
    assert_int_equal(absences_of_all(f), 0);
}

/* The date that reads two ways is still known of one that waits, until its day is named.
 */
static void two_ways_are_remembered(void **state)
{
    struct fixture *f = *state;
    struct take_in item;
    struct take_in_result result;
    struct absence *waiting;
    size_t count;

    make_maildir(f);
    reopen(f, "2026-12-15 09:00");
    assert_long_over(f, 1, "I am on vacation, back in the office on 4/5.",
                     ABSENCE_PROPOSED, UNSURE_TWO_WAYS);
    must(absences_proposed(f->desk->store, 0, 2, f->arena, &waiting, &count, &f->err));
    must(take_in_absence(f->desk, waiting[0].id, f->arena, &item, &f->err));
    assert_true(item.reading.ambiguous_date);
    must(take_in_file(f->desk, &item, TAKE_IN_PROPOSE, false, &result, &f->err));
    assert_int_equal(result.unsure, UNSURE_TWO_WAYS);
    item.reading.back = day_of(2026, 5, 4);
    item.reading.ambiguous_date = false;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    must(take_in_file(f->desk, &item, TAKE_IN_PROPOSE, false, &result, &f->err));
    assert_int_equal(result.unsure, UNSURE_NOTHING);
    assert_int_equal(absences_of_all(f), 0);
}

int main(void)
{
#define IN_DESK(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        IN_DESK(a_folder_is_one_step),
        IN_DESK(read_again),
        IN_DESK(an_undone_folder_comes_back),
        IN_DESK(a_folder_read_by_halves),
        IN_DESK(a_stranger_who_came_in_is_found),
        IN_DESK(a_folder_without_any),
        IN_DESK(what_is_certain_is_filed),
        IN_DESK(what_is_not_certain_waits),
        IN_DESK(what_waits_is_filed_by_a_person),
        IN_DESK(two_ways_are_remembered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
