/* What reached me (desk/inbound.h): rules 3, 8 and 9. */
#include "fixture.h"

#include "touchbase/desk/inbound.h"

static const char mexico[] =
    "I will be in Mexico on holidays with my family, back in the office on Monday, "
    "March 9.\n";

static int64_t got(struct fixture *f, const struct inbound *inbound)
{
    int64_t id = 0;

    must(desk_inbound_store(f->desk, inbound, &id, &f->err));
    assert_true(id > 0);
    return id;
}

static struct inbound_offer offer(struct fixture *f, int64_t contact,
                                  enum inbound_kind kind)
{
    struct inbound_offer found;

    must(desk_inbound_offer(f->desk, contact, kind, f->arena, &found, &f->err));
    return found;
}

/* Dana is away until Mon 9 March; her call is the return call. */
static int64_t add_dana(struct fixture *f, int64_t *absence)
{
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example, #prospect");
    struct take_in item;

    plan(f, dana, "call 2026-03-05 10:00 second item");
    must(take_in_text(f->desk, mexico, dana, f->arena, &item, &f->err));
    item.heard_whole = true;
    *absence = file(f, &item, TAKE_IN_ACCEPT).absence_id;
    reopen(f, "2026-03-04 11:00");
    return dana;
}

static void the_clock_and_the_stage(void **state)
{
    static const struct {
        enum inbound_kind kind;
        bool contact;
    } rows[] = {{INBOUND_CALL, true},
                {INBOUND_MISSED, false},
                {INBOUND_VOICEMAIL, true},
                {INBOUND_EMAIL, true},
                {INBOUND_MESSAGE, true}};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t ana = add(f, "Ana Ruiz, #rest");
        int made = steps(f);
        int64_t id =
            got(f, &(struct inbound){
                       .contact_id = ana, .kind = rows[i].kind, .text = "the price\n"});
        struct touch touch = touch_of(f, id);
        struct timeline_entry *entries;
        size_t count;

        assert_int_equal(steps(f), made + 1);
        assert_int_equal(person(f, ana).stage, STAGE_LEAD);
        assert_int_equal(person(f, ana).last_contact_utc != 0, rows[i].contact);
        assert_int_equal(touch.direction, DIRECTION_IN);
        assert_int_equal(touch.done_utc, desk_now(f->desk));
        assert_string_equal(pending(f, ana), "");
        must(desk_timeline(f->desk, ana, NULL, 9, f->arena, &entries, &count, &f->err));
        assert_int_equal(count, 2);
        assert_string_equal(entries[1].note->text, "the price");
        assert_int_equal(entries[1].note->touch_id, id);
        undo_is(f, arena_format(f->arena, "Ana Ruiz %s", inbound_words(rows[i].kind)));
        assert_int_equal(person(f, ana).stage, STAGE_REST);
        assert_int_equal(person(f, ana).last_contact_utc, 0);
        undo_is(f, "new contact Ana Ruiz");
    }
}

/* What they do counts for no pace of mine (rules 7 and 9). */
static void their_calls_warn_nobody(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz");
    struct touch touch;
    struct touch_warning warning;

    got(f, &(struct inbound){.contact_id = ana, .kind = INBOUND_CALL});
    got(f, &(struct inbound){.contact_id = ana, .kind = INBOUND_MISSED});
    must(desk_touch_read(f->desk, ana, "call today offer", f->arena, &touch, &warning,
                         &f->err));
    assert_null(warning.words);
}

static void what_is_offered(void **state)
{
    struct fixture *f = *state;
    int64_t absence, dana = add_dana(f, &absence);
    int64_t jo = add(f, "Jo Lindqvist");
    struct inbound_offer found = offer(f, dana, INBOUND_CALL);

    assert_true(found.has_return && found.away && found.others);
    assert_string_equal(found.return_call.purpose, "second item");
    assert_int_equal(found.absence.id, absence);
    found = offer(f, dana, INBOUND_MISSED);
    assert_false(found.has_return);
    found = offer(f, jo, INBOUND_CALL);
    assert_false(found.has_return || found.away || found.others);
    reopen(f, "2026-03-09 11:00"); /* the day back is reached */
    found = offer(f, dana, INBOUND_CALL);
    assert_true(found.has_return);
    assert_false(found.away);
}

/* One step: the call is done, they are back, the next one is planned. */
static void done_with_it(void **state)
{
    struct fixture *f = *state;
    int64_t absence, dana = add_dana(f, &absence);
    struct inbound_offer found = offer(f, dana, INBOUND_CALL);
    const char *before = pending(f, dana);
    struct touch_warning warning;
    struct touch next, done;
    struct inbound inbound = {.contact_id = dana,
                              .kind = INBOUND_CALL,
                              .return_call = found.return_call.id,
                              .answer = INBOUND_RETURN_DONE,
                              .back = absence,
                              .next = &next};
    int made = steps(f);
    int64_t id;

    must(desk_touch_read(f->desk, dana, "call 2026-03-11 price", f->arena, &next,
                         &warning, &f->err));
    got(f, &inbound);
    assert_int_equal(steps(f), made + 1);
    done = touch_of(f, found.return_call.id);
    assert_int_equal(done.outcome, OUTCOME_REACHED);
    assert_int_equal(done.direction, DIRECTION_IN);
    assert_int_equal(absence_of(f, absence).state, ABSENCE_ENDED);
    assert_int_equal(absence_of(f, absence).questions, 0);
    assert_int_equal(counts(f).to_confirm, 0);
    assert_int_equal(counts(f).away, 0);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-11 call hand price");
    undo_is(f, "Dana Whitfield rang");
    assert_string_equal(pending(f, dana), before);
    assert_int_equal(absence_of(f, absence).state, ABSENCE_FILED);
    redo(f);
    assert_int_equal(touch_of(f, found.return_call.id).outcome, OUTCOME_REACHED);
    must_fail(desk_inbound_store(f->desk, &inbound, &id, &f->err), ERROR_FAILED,
              "done already");
}

/* Nobody was there to ask: To confirm lists it, and take-in asks. */
static void asked_later(void **state)
{
    struct fixture *f = *state;
    int64_t absence, dana = add_dana(f, &absence);
    struct inbound_offer found = offer(f, dana, INBOUND_EMAIL);
    struct inbound inbound = {.contact_id = dana,
                              .kind = INBOUND_EMAIL,
                              .return_call = found.return_call.id,
                              .answer = INBOUND_RETURN_ASK};
    struct plan_answer answer = {.touch_id = found.return_call.id,
                                 .choice = CHOICE_DONE,
                                 .question = QUESTION_RETURN};
    int64_t reached_utc = desk_now(f->desk);
    struct take_in item;

    got(f, &inbound);
    assert_int_equal(counts(f).to_confirm, 1);
    assert_int_equal(touch_of(f, found.return_call.id).outcome, OUTCOME_NONE);
    reopen(f, "2026-03-05 15:00");
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 1);
    assert_int_equal(item.plan.changes[0].question, QUESTION_RETURN);
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(item.plan.changes[0].kind, CHANGE_DONE);
    file(f, &item, TAKE_IN_ACCEPT);
    assert_int_equal(counts(f).to_confirm, 0);
    assert_int_equal(touch_of(f, found.return_call.id).outcome, OUTCOME_REACHED);
    assert_int_equal(touch_of(f, found.return_call.id).done_utc, reached_utc);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 0);
}

/* It stays: that is not asked again, until they are in touch once more. */
static void it_stays(void **state)
{
    struct fixture *f = *state;
    int64_t absence, dana = add_dana(f, &absence);
    struct inbound_offer found = offer(f, dana, INBOUND_CALL);
    struct inbound inbound = {.contact_id = dana,
                              .kind = INBOUND_CALL,
                              .return_call = found.return_call.id,
                              .answer = INBOUND_RETURN_STAYS};
    struct take_in item;

    got(f, &inbound);
    assert_int_equal(counts(f).to_confirm, 0);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 0);
    reopen(f, "2026-03-05 15:00");
    inbound.answer = INBOUND_RETURN_ASK;
    got(f, &inbound);
    assert_int_equal(counts(f).to_confirm, 1);
    /* They are back: the question is still open, and can be answered. */
    must(desk_absence_end(f->desk, absence, &f->err));
    assert_int_equal(absence_of(f, absence).state, ABSENCE_ENDED);
    assert_int_equal(counts(f).to_confirm, 1);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.changes[0].question, QUESTION_RETURN);
    file(f, &item, TAKE_IN_ACCEPT);
    assert_int_equal(absence_of(f, absence).state, ABSENCE_ENDED);
    assert_int_equal(counts(f).to_confirm, 1);
}

/* A talk may have been the call that was planned for the week; a mail was none, and a
 * call further on is another one. */
static void the_planned_call_is_offered(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz"), call;

    plan(f, ana, "call 2026-03-10 offer");
    assert_false(offer(f, ana, INBOUND_CALL).has_return);
    assert_true(offer(f, ana, INBOUND_CALL).others);
    plan(f, ana, "email today the list");
    call = plan(f, ana, "call 2026-03-09 offer");
    assert_false(offer(f, ana, INBOUND_EMAIL).has_return);
    assert_int_equal(offer(f, ana, INBOUND_CALL).return_call.id, call);
    got(f, &(struct inbound){.contact_id = ana,
                             .kind = INBOUND_CALL,
                             .seconds = 90,
                             .return_call = call,
                             .answer = INBOUND_RETURN_DONE});
    assert_int_equal(touch_of(f, call).outcome, OUTCOME_REACHED);
    assert_int_equal(touch_of(f, call).direction, DIRECTION_IN);
    assert_false(offer(f, ana, INBOUND_CALL).has_return);
    undo_is(f, "Ana Ruiz rang");
    assert_int_equal(touch_of(f, call).outcome, OUTCOME_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_clock_and_the_stage, setup, teardown),
        cmocka_unit_test_setup_teardown(their_calls_warn_nobody, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_offered, setup, teardown),
        cmocka_unit_test_setup_teardown(done_with_it, setup, teardown),
        cmocka_unit_test_setup_teardown(asked_later, setup, teardown),
        cmocka_unit_test_setup_teardown(it_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(the_planned_call_is_offered, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
