/* Who to call now (desk/queue.h): rules 8, 9, 12 and 17. */
#include "fixture.h"

#include <sqlite3.h>

#include "touchbase/desk/inbound.h"
#include "touchbase/desk/queue.h"

/* "promised Ana Ruiz, due Bo Lind", those aside in brackets. */
static const char *first_of_queue(struct fixture *f, size_t enough, bool *more)
{
    struct queue_entry *rows;
    const char *words = "";
    size_t count;

    must(desk_queue(f->desk, enough, f->arena, &rows, &count, more, &f->err));
    for (size_t i = 0; i < count; i++)
        words = arena_format(f->arena, "%s%s%s%s %s%s", words, i == 0 ? "" : ", ",
                             rows[i].aside ? "(" : "", queue_reason_name(rows[i].reason),
                             rows[i].contact, rows[i].aside ? ")" : "");
    return words;
}

static const char *queue(struct fixture *f)
{
    bool more;
    const char *words = first_of_queue(f, QUEUE_MAX, &more);

    assert_false(more);
    return words;
}

static void missed(struct fixture *f, int64_t contact)
{
    const struct inbound inbound = {.contact_id = contact, .kind = INBOUND_MISSED};
    int64_t id;

    must(desk_inbound_store(f->desk, &inbound, &id, &f->err));
}

/* One row a person, by the first reason; mails, later calls and people called are none.
 */
static void in_the_order_of_reasons(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), bo = add(f, "Bo Lind"), cy = add(f, "Cy Young");

    assert_string_equal(queue(f), "");
    plan(f, ana, "call today offer");
    plan(f, bo, "call tomorrow offer");
    plan(f, cy, "!call today offer");
    plan(f, cy, "call today the rest");
    plan(f, bo, "email tomorrow the list");
    assert_string_equal(queue(f), "promised Cy Young, due Ana Ruiz");
    missed(f, bo);
    missed(f, cy);
    assert_string_equal(queue(f), "promised Cy Young, call back Bo Lind, due Ana Ruiz");
    must(desk_touch_finish(f->desk, person(f, ana).next_touch, OUTCOME_NO_ANSWER, NULL,
                           &f->err));
    assert_string_equal(queue(f), "promised Cy Young, call back Bo Lind");
    plan(f, bo, "call today again");
    must(desk_touch_finish(f->desk, person(f, bo).next_touch, OUTCOME_BUSY, NULL,
                           &f->err));
    assert_string_equal(queue(f), "promised Cy Young"); /* one attempt a day */
}

/* A promise whose time went by comes first thing, before those whose time is to come. */
static void a_missed_promise_comes_first(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), bo = add(f, "Bo Lind");

    plan(f, ana, "!call 2026-03-03 offer");
    plan(f, bo, "!call 2026-03-03 10:00 offer");
    reopen(f, "2026-03-03 10:30");
    assert_string_equal(queue(f), "promised Ana Ruiz, promised Bo Lind");
    reopen(f, "2026-03-03 10:31");
    assert_string_equal(queue(f), "missed Bo Lind, promised Ana Ruiz");
}

/* Nobody is called while away; the day after the return it is the return call. */
static void nobody_who_is_away(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");

    plan(f, dana, "call today offer");
    goes_away(f, dana, "I am on vacation, back in the office on Monday, March 9.\n");
    assert_string_equal(queue(f), "");
    missed(f, dana);
    assert_string_equal(queue(f), "");
    reopen(f, "2026-03-10 09:00");
    assert_string_equal(queue(f), "call back Dana Whitfield");
}

/* At nine in Toronto it is three in the afternoon in Berlin, and night in Tokyo. */
static void their_office_hours(void **state)
{
    struct fixture *f = *state;

    plan(f, add(f, "Aiko Mori, Asia/Tokyo"), "!call today offer");
    plan(f, add(f, "Lena Vogt, Europe/Berlin"), "call today offer");
    plan(f, add(f, "Bo Lind"), "call today offer");
    assert_string_equal(queue(f), "due Lena Vogt, due Bo Lind, (promised Aiko Mori)");
    must(desk_set(f->desk, "office_hours", "16:00-23:30", &f->err));
    assert_string_equal(queue(f), "promised Aiko Mori, due Bo Lind, (due Lena Vogt)");
    must_fail(desk_set(f->desk, "office_hours", "17-9", &f->err), ERROR_USAGE,
              "office_hours is a time of the day and a later one");
}

/* Silent past the floor with nothing planned sooner. */
static void who_goes_quiet(void **state)
{
    struct fixture *f = *state;

    plan(f, add(f, "Bo Lind, #prospect"), "email 2026-04-20 the list");
    assert_string_equal(queue(f), "");
    reopen(f, "2026-04-02 09:00");
    assert_string_equal(queue(f), "quiet Bo Lind");
}

/* As many more of a planned touch: in one step, since each alone takes a while. */
static void repeat(struct fixture *f, int64_t touch_id, int times)
{
    sqlite3 *db;

    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(
            db,
            arena_format(f->arena,
                         "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL"
                         " SELECT i + 1 FROM n WHERE i < %d)"
                         " INSERT INTO touch (uuid, contact_id, channel, direction,"
                         " due_day, due_utc, done_utc, promise, outcome, cause, moved, "
                         "created_utc, contact_made)"
                         " SELECT uuid || '-' || i, contact_id, channel, direction,"
                         " due_day, due_utc, done_utc, promise, outcome, cause, moved, "
                         "created_utc, contact_made"
                         " FROM touch CROSS JOIN n WHERE id = %lld",
                         times, (long long)touch_id),
            NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
}

/* Neither many mails nor many calls of somebody not to be called hide who is. */
static void behind_many_others(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), bo = add(f, "Bo Lind"), cy = add(f, "Cy Young");
    struct contact barred = person(f, cy);

    repeat(f, plan(f, cy, "call today offer"), QUEUE_MAX);
    barred.do_not_contact = true;
    must(desk_person_change(f->desk, &barred, &f->err));
    repeat(f, plan(f, ana, "email today the list"), 1000);
    plan(f, ana, "call today offer");
    goes_away(f, bo, "I am on vacation, back in the office on Monday, March 9.\n");
    assert_string_equal(queue(f), "due Ana Ruiz");
    reopen(f, "2026-03-10 09:00");
    assert_string_equal(queue(f), "is back Bo Lind, due Ana Ruiz");
}

/* Those aside are behind everybody, so they are there only with the last one. */
static void no_further_than_enough(void **state)
{
    struct fixture *f = *state;
    bool more;

    plan(f, add(f, "Aiko Mori, Asia/Tokyo"), "!call today offer");
    plan(f, add(f, "Ana Ruiz"), "!call today offer");
    plan(f, add(f, "Bo Lind"), "call today offer");
    missed(f, add(f, "Cy Young"));
    assert_string_equal(first_of_queue(f, 1, &more), "promised Ana Ruiz");
    assert_true(more);
    assert_string_equal(first_of_queue(f, 2, &more),
                        "promised Ana Ruiz, call back Cy Young");
    assert_true(more);
    assert_string_equal(first_of_queue(f, 4, &more),
                        "promised Ana Ruiz, call back Cy Young, due Bo Lind, (promised "
                        "Aiko Mori)");
    assert_false(more);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(in_the_order_of_reasons, setup, teardown),
        cmocka_unit_test_setup_teardown(a_missed_promise_comes_first, setup, teardown),
        cmocka_unit_test_setup_teardown(nobody_who_is_away, setup, teardown),
        cmocka_unit_test_setup_teardown(their_office_hours, setup, teardown),
        cmocka_unit_test_setup_teardown(who_goes_quiet, setup, teardown),
        cmocka_unit_test_setup_teardown(behind_many_others, setup, teardown),
        cmocka_unit_test_setup_teardown(no_further_than_enough, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
