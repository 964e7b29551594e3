/* The likely blocker: noted, undone, ended by a real contact, heard by the approaches. */
#include "fixture.h"

#include "touchbase/desk/approaches.h"
#include "touchbase/desk/blockers.h"

static enum blocker blocker_now(struct fixture *f, int64_t id)
{
    struct contact contact = person(f, id);
    enum blocker blocker;

    must(desk_blocker(f->desk, &contact, &blocker, &f->err));
    return blocker;
}

static void noted_replaced_taken_away(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Ana Ruiz, Brio");

    assert_int_equal(blocker_now(f, id), BLOCKER_NONE);
    must(desk_blocker_note(f->desk, id, BLOCKER_NONE, &f->err));
    must(desk_blocker_note(f->desk, id, BLOCKER_BUSY, &f->err));
    must(desk_blocker_note(f->desk, id, BLOCKER_BUSY, &f->err));
    must(desk_blocker_note(f->desk, id, BLOCKER_THIRD_PARTY, &f->err));
    assert_int_equal(blocker_now(f, id), BLOCKER_THIRD_PARTY);
    must(desk_blocker_note(f->desk, id, BLOCKER_NONE, &f->err));
    assert_int_equal(blocker_now(f, id), BLOCKER_NONE);
    undo_is(f, "blocker of Ana Ruiz: none");
    assert_int_equal(blocker_now(f, id), BLOCKER_THIRD_PARTY);
    undo_is(f, "blocker of Ana Ruiz: third party");
    assert_int_equal(blocker_now(f, id), BLOCKER_BUSY);
    undo_is(f, "blocker of Ana Ruiz: busy");
    assert_int_equal(blocker_now(f, id), BLOCKER_NONE);
}

static void a_real_contact_ends_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Ana Ruiz, Brio");

    must(desk_blocker_note(f->desk, id, BLOCKER_BUSY, &f->err));
    reopen(f, "2026-03-03 09:00");
    must(desk_touch_finish(f->desk, plan(f, id, "call today offer"), OUTCOME_VOICEMAIL,
                           NULL, &f->err));
    assert_int_equal(blocker_now(f, id), BLOCKER_BUSY);
    reopen(f, "2026-03-04 09:00");
    must(desk_touch_finish(f->desk, plan(f, id, "call today offer"), OUTCOME_REACHED,
                           NULL, &f->err));
    assert_int_equal(blocker_now(f, id), BLOCKER_NONE);
    undo_is(f, "call with Ana Ruiz: reached");
    assert_int_equal(blocker_now(f, id), BLOCKER_BUSY);
    must(desk_touch_finish(f->desk, plan(f, id, "call today offer"), OUTCOME_REACHED,
                           NULL, &f->err));
    must(desk_blocker_note(f->desk, id, BLOCKER_BUSY, &f->err));
    assert_int_equal(blocker_now(f, id), BLOCKER_BUSY);
}

static void it_shapes_the_proposal(void **state)
{
    static const char *const days[] = {"2026-03-02 09:00", "2026-03-10 09:00",
                                       "2026-03-18 09:00"};
    static const struct {
        enum blocker blocker;
        const char *line, *sentence;
    } rows[] = {
        {BLOCKER_NONE, "call 2026-03-27 reference",
         "3 unreturned; next: reference: who do you both know?"},
        {BLOCKER_BUSY, "email 2026-03-27", "3 unreturned, busy; next: another channel"},
        {BLOCKER_THIRD_PARTY, "call 2026-03-27 reference",
         "3 unreturned, waiting on a third party; next: reference: whom are they waiting "
         "for?"},
    };
    struct fixture *f = *state;
    int64_t id = add(f, "Ana Ruiz, Brio, ana@brio.example");

    for (size_t i = 0; i < 3; i++) {
        reopen(f, days[i]);
        must(desk_touch_finish(f->desk, plan(f, id, "call today offer"),
                               OUTCOME_VOICEMAIL, NULL, &f->err));
    }
    reopen(f, "2026-03-26 09:00");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct approaches approaches;

        must(desk_blocker_note(f->desk, id, rows[i].blocker, &f->err));
        must(desk_approaches(f->desk, id, f->arena, &approaches, &f->err));
        assert_string_equal(approaches.line, rows[i].line);
        assert_string_equal(approaches.sentence, rows[i].sentence);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(noted_replaced_taken_away, setup, teardown),
        cmocka_unit_test_setup_teardown(a_real_contact_ends_it, setup, teardown),
        cmocka_unit_test_setup_teardown(it_shapes_the_proposal, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
