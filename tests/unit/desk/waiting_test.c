/* What waits for me on the desk (desk/waiting.h): rule 17. */
#include "fixture.h"

#include "touchbase/desk/inbound.h"
#include "touchbase/desk/waiting.h"

static void got(struct fixture *f, int64_t contact, const char *caller,
                enum inbound_kind kind, const char *text)
{
    const struct inbound inbound = {
        .contact_id = contact, .caller = caller, .kind = kind, .text = text};
    int64_t id;

    must(desk_inbound_store(f->desk, &inbound, &id, &f->err));
}

static struct waiting *list(struct fixture *f, size_t count)
{
    struct waiting *rows;
    size_t found;

    must(desk_waiting(f->desk, 99, f->arena, &rows, &found, &f->err));
    assert_int_equal(found, count);
    return rows;
}

/* Later: behind the others, still counted, and before them once something new came. */
static void put_off_is_still_counted(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), bo = add(f, "Bo Lind");
    struct desk_counts counts;
    struct waiting *rows;

    got(f, ana, NULL, INBOUND_VOICEMAIL, "the price");
    reopen(f, "2026-03-02 11:00");
    got(f, bo, NULL, INBOUND_EMAIL, NULL);
    rows = list(f, 2);
    assert_string_equal(rows[0].contact, "Ana Ruiz");
    must(desk_waiting_later(f->desk, rows[0].id,
                            (struct wall){desk_today(f->desk) + 1, MINUTE_NONE},
                            &f->err));
    rows = list(f, 2);
    assert_string_equal(rows[1].contact, "Ana Ruiz");
    assert_string_equal(rows[1].text, "the price");
    must(desk_count(f->desk, &counts, &f->err));
    assert_int_equal(counts.waiting, 2);
    assert_int_equal(counts.waiting_since_utc, rows[1].reached_utc);
    reopen(f, "2026-03-02 12:00");
    got(f, ana, NULL, INBOUND_MISSED, NULL);
    rows = list(f, 2);
    assert_string_equal(rows[0].contact, "Bo Lind");
    assert_int_equal(rows[1].count, 2);
    assert_int_equal(rows[1].kind, INBOUND_MISSED);
}

/* Everything a caller left becomes theirs, where it belongs in time, as one step. */
static void a_caller_gets_a_name(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, #rest");
    int64_t first = desk_now(f->desk);
    struct timeline_entry *entries;
    struct waiting *rows;
    size_t count;

    got(f, 0, "+49 30 998877", INBOUND_VOICEMAIL, "ring me back\n");
    got(f, 0, "+49 30 998877", INBOUND_MISSED, NULL);
    got(f, 0, NULL, INBOUND_MISSED, NULL);
    reopen(f, "2026-03-03 09:00");
    rows = list(f, 2);
    assert_int_equal(rows[0].count, 2);
    must(desk_waiting_name(f->desk, rows[0].id, ana, &f->err));
    rows = list(f, 2);
    assert_string_equal(rows[0].contact, "Ana Ruiz");
    assert_int_equal(rows[0].count, 2);
    assert_string_equal(rows[0].text, "ring me back");
    assert_int_equal(person(f, ana).stage, STAGE_LEAD);
    assert_int_equal(person(f, ana).last_contact_utc, first);
    must(desk_timeline(f->desk, ana, NULL, 9, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 3);
    assert_false(desk_waiting_name(f->desk, rows[0].id, ana, &f->err));
    undo_is(f, "+49 30 998877 is named");
    assert_string_equal(list(f, 2)[0].text, "ring me back");
    assert_int_equal(person(f, ana).stage, STAGE_REST);
}

/* A talk with somebody whose name came later was no waiting. */
static void a_named_talk_is_answered(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    got(f, 0, NULL, INBOUND_CALL, "asked for a sample");
    must(desk_waiting_name(f->desk, list(f, 1)[0].id, ana, &f->err));
    list(f, 0);
    assert_true(person(f, ana).last_contact_utc != 0);
}

static void it_ends_once(void **state)
{
    static const enum waiting_state states[] = {WAITING_ANSWERED, WAITING_NEEDS_NONE};
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");

    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        int64_t id;

        got(f, ana, NULL, INBOUND_EMAIL, NULL);
        got(f, ana, NULL, INBOUND_MISSED, NULL);
        id = list(f, 1)[0].id;
        must(desk_waiting_end(f->desk, id, states[i], &f->err));
        list(f, 0);
        assert_false(desk_waiting_end(f->desk, id, states[i], &f->err));
        assert_int_equal(f->err.code, ERROR_NOT_FOUND);
    }
    undo_is(f, "Ana Ruiz needs no answer");
    list(f, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(put_off_is_still_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(a_caller_gets_a_name, setup, teardown),
        cmocka_unit_test_setup_teardown(a_named_talk_is_answered, setup, teardown),
        cmocka_unit_test_setup_teardown(it_ends_once, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
