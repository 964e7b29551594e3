/* Whom the dial queue looks at (store/callees.h). */
#include "fixture.h"

#include "touchbase/store/absences.h"
#include "touchbase/store/callees.h"

enum { DAY = 86400, TODAY = NOW / DAY };

static struct callee callee(struct fixture *f, int64_t id)
{
    struct callee found = {0};
    bool known;
    must(callee_by_id(f->store, id, TODAY, NOW - NOW % DAY, f->arena, &found, &known,
                      &f->err));
    assert_true(known);
    return found;
}

static void who_it_is(void **state)
{
    struct fixture *f = *state;
    struct contact contact = {.name = "Ana Ruiz",
                              .company = "Ruiz & Hijos",
                              .zone = "Europe/Madrid",
                              .do_not_contact = true,
                              .created_utc = NOW};
    struct callee none;
    bool known;
    begin(f, "people");
    must(contact_insert(f->store, f->arena, &contact, &f->err));
    int64_t bo = add_contact(f, "Bo Lind", STAGE_LEAD);
    commit(f);
    struct callee found = callee(f, contact.id);
    assert_string_equal(found.name, "Ana Ruiz");
    assert_string_equal(found.company, "Ruiz & Hijos");
    assert_string_equal(found.zone, "Europe/Madrid");
    assert_true(found.do_not_contact && !found.away && !found.called);
    found = callee(f, bo);
    assert_true(found.company == NULL && found.zone == NULL && !found.do_not_contact);
    must(callee_by_id(f->store, 99, TODAY, NOW, f->arena, &none, &known, &f->err));
    assert_false(known);
}

static void who_was_called_today(void **state)
{
    static const struct {
        enum channel channel;
        enum direction direction;
        enum outcome outcome;
        int64_t done_utc;
        bool called;
    } cases[] = {
        {CHANNEL_CALL, DIRECTION_OUT, OUTCOME_REACHED, NOW - 60, true},
        {CHANNEL_CALL, DIRECTION_OUT, OUTCOME_NO_ANSWER, NOW - NOW % DAY, true},
        {CHANNEL_CALL, DIRECTION_OUT, OUTCOME_REACHED, NOW - NOW % DAY - 1, false},
        {CHANNEL_CALL, DIRECTION_OUT, OUTCOME_DROPPED, NOW - 60, false},
        {CHANNEL_CALL, DIRECTION_OUT, OUTCOME_NONE, 0, false},
        {CHANNEL_CALL, DIRECTION_IN, OUTCOME_REACHED, NOW - 60, false},
        {CHANNEL_EMAIL, DIRECTION_OUT, OUTCOME_SENT, NOW - 60, false},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct touch touch = plain_touch(0, NOW - 60);
        begin(f, "touch");
        touch.contact_id = add_contact(f, "Bo Lind", STAGE_LEAD);
        touch.channel = cases[i].channel;
        touch.direction = cases[i].direction;
        touch.outcome = cases[i].outcome;
        touch.done_utc = cases[i].done_utc;
        must(touch_insert(f->store, f->arena, &touch, &f->err));
        commit(f);
        if (callee(f, touch.contact_id).called != cases[i].called)
            fail_msg("case %zu", i);
    }
}

static void add_absence(struct fixture *f, int64_t contact, int first, int back,
                        enum absence_state filed)
{
    struct absence absence = {.contact_id = contact,
                              .received_utc = NOW - 9 * DAY,
                              .received_day = TODAY - 9,
                              .kind = READING_OOO,
                              .first_day = TODAY + first,
                              .back = TODAY + back,
                              .state = filed,
                              .created_utc = NOW};
    must(absence_insert(f->store, f->arena, &absence, &f->err));
}

/* Away from the first day to the one before the return; a shorter absence to come hides
 * none that runs. */
static void who_is_away_today(void **state)
{
    static const struct {
        int first, back;
        enum absence_state filed;
        bool away;
    } cases[] = {
        {0, 1, ABSENCE_FILED, true},      {-5, 7, ABSENCE_FILED, true},
        {-5, 0, ABSENCE_FILED, false},    {1, 7, ABSENCE_FILED, false},
        {-5, 7, ABSENCE_PROPOSED, false},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(f, "absence");
        int64_t id = add_contact(f, "Bo Lind", STAGE_LEAD);
        add_absence(f, id, cases[i].first, cases[i].back, cases[i].filed);
        add_absence(f, id, 2, 3, ABSENCE_FILED);
        commit(f);
        if (callee(f, id).away != cases[i].away)
            fail_msg("case %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_it_is, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(who_was_called_today, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(who_is_away_today, fixture_setup,
                                        fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
