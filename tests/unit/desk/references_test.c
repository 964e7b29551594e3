/* Who is named, how often, who is proposed next and what they are owed (rule 16). */
#include "fixture.h"

#include "touchbase/desk/approaches.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/references.h"
#include "touchbase/desk/scripts.h"

struct people {
    int64_t ana, mike, jo;
};

static void link_as(struct fixture *f, int64_t id, const char *line)
{
    struct tie_line done;

    must(desk_link(f->desk, id, line, f->arena, &done, &f->err));
}

static struct people add_people(struct fixture *f)
{
    struct people p = {.ana = add(f, "Ana Ruiz, Brio"),
                       .mike = add(f, "Mike Kincaid, Quality Fabricators"),
                       .jo = add(f, "Jo Lindqvist, Acme")};

    link_as(f, p.ana, "reference Mike Kincaid");
    return p;
}

static const char *warning_of(struct fixture *f, int64_t id, const char *line)
{
    struct touch_warning warning;
    struct touch touch;

    must(desk_touch_read(f->desk, id, line, f->arena, &touch, &warning, &f->err));
    return warning.words == NULL ? "" : warning.words;
}

static void finish_as(struct fixture *f, int64_t touch, enum outcome outcome)
{
    must(desk_touch_finish(f->desk, touch, outcome, NULL, &f->err));
}

/* Words left and not returned until another approach is due. */
static void leave_words(struct fixture *f, int64_t id)
{
    static const char *const days[] = {"2026-03-02 09:00", "2026-03-10 09:00",
                                       "2026-03-18 09:00"};

    for (size_t i = 0; i < 3; i++) {
        reopen(f, days[i]);
        finish_as(f, plan(f, id, "call today offer"), OUTCOME_VOICEMAIL);
    }
    reopen(f, "2026-03-26 09:00");
}

static struct approaches approaches_of(struct fixture *f, int64_t id)
{
    struct approaches approaches;

    must(desk_approaches(f->desk, id, f->arena, &approaches, &f->err));
    return approaches;
}

static void a_reference_opens(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    int64_t id = plan(f, p.ana, "call 2026-03-09 reference mike, the pump");
    struct touch touch = touch_of(f, id);

    assert_int_equal(touch.named_id, p.mike);
    assert_int_equal(touch.named_as, NAMING_REFERENCE);
    assert_string_equal(touch.opener,
                        "Mike Kincaid at Quality Fabricators asked me to call you.");
    touch.named_id = 0;
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_int_equal(touch_of(f, id).named_id, 0);
    undo_is(f, "change of call with Ana Ruiz");
    assert_int_equal(touch_of(f, id).named_id, p.mike);
}

/* A call that nobody took named nobody; planned ones count. */
static void the_third_use_warns(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    static const char third[] = "email 2026-05-30 reference mike";

    link_as(f, p.jo, "reference Mike");
    finish_as(f, plan(f, p.jo, "call today reference mike"), OUTCOME_REACHED);
    finish_as(f, plan(f, p.jo, "call today reference mike"), OUTCOME_NO_ANSWER);
    assert_string_equal(warning_of(f, p.ana, third), "");
    plan(f, p.jo, "letter 2026-04-10 reference mike");
    assert_string_equal(warning_of(f, p.ana, third),
                        "Mike Kincaid was named 2 times in 90 days");
    assert_string_equal(warning_of(f, p.ana, "email 2026-05-31 reference mike"), "");
}

static struct script write_to(struct fixture *f, int64_t id, int64_t touch,
                              const char *text)
{
    struct script script = {
        .contact_id = id, .touch_id = touch, .channel = CHANNEL_EMAIL, .text = text};

    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    return script;
}

/* What speaks against {reference} in a message to them, "" for nothing. */
static const char *against(struct fixture *f, int64_t id)
{
    struct script_filled filled;
    struct script_fact *facts;
    size_t count;

    must(desk_script_facts(f->desk, id, 0, CHANNEL_EMAIL, f->arena, &facts, &count,
                           &f->err));
    script_fill(f->arena, "{first}, {Reference}", facts, count, &filled);
    return filled.against == NULL ? "" : filled.against;
}

/* Each that goes out counts, with a touch or without; on the 91st day it is free. */
static void a_name_in_a_message_is_a_use(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct script script = write_to(f, p.ana, 0, "{reference} asked me to write");

    assert_string_equal(against(f, p.ana), "");
    must(desk_script_used(f->desk, &script, &f->err));
    assert_string_equal(against(f, p.ana), "");
    reopen(f, "2026-03-20 09:00");
    script = write_to(f, p.ana, 0, "Hello from { REFERENCE }");
    assert_string_equal(against(f, p.ana), ""); /* it did not go out yet */
    finish_as(f, plan(f, p.ana, "email today offer"), OUTCOME_SENT);
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_string_equal(script.text, "Hello from Mike Kincaid at Quality Fabricators");
    assert_string_equal(against(f, p.ana), "Mike Kincaid was named 2 times in 90 days");
    assert_string_equal(warning_of(f, p.ana, "email 2026-05-30 reference mike"),
                        "Mike Kincaid was named 2 times in 90 days");
    assert_string_equal(warning_of(f, p.ana, "email 2026-05-31 reference mike"), "");
    reopen(f, "2026-05-31 09:00");
    assert_string_equal(against(f, p.ana), "");
    reopen(f, "2026-05-30 09:00");
    assert_string_equal(against(f, p.ana), "Mike Kincaid was named 2 times in 90 days");
    undo_is(f, "email with Ana Ruiz: sent");
    assert_string_equal(against(f, p.ana), "");
}

/* Another may still be named: they are. */
static void the_next_reference_is_named(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct script script;

    for (int i = 0; i < 2; i++) {
        script = write_to(f, p.ana, 0, "{reference}");
        must(desk_script_used(f->desk, &script, &f->err));
    }
    link_as(f, p.ana, "reference Jo");
    assert_string_equal(against(f, p.ana), "");
    script = write_to(f, p.ana, 0, "{reference}");
    must(desk_script_used(f->desk, &script, &f->err));
    must(desk_script_get(f->desk, script.id, f->arena, &script, &f->err));
    assert_string_equal(script.text, "Jo Lindqvist at Acme");
}

/* A pending touch counts, and who was named hears how it went. */
static void the_touch_of_a_message_names_them(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    int64_t call = plan(f, p.ana, "call today the pump");
    struct script script = write_to(f, p.ana, call, "{reference} asked me to call");
    struct touch touch = touch_of(f, call);
    struct thanks thanks;

    assert_int_equal(touch.named_id, p.mike);
    assert_int_equal(touch.named_as, NAMING_REFERENCE);
    must(desk_thanks(f->desk, &touch, OUTCOME_REACHED, f->arena, &thanks, &f->err));
    assert_string_equal(thanks.name, "Mike Kincaid");
    script.text = "Good morning";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_int_equal(touch_of(f, call).named_id, 0);
    undo_is(f, "change of message to Ana Ruiz");
    assert_int_equal(touch_of(f, call).named_id, p.mike);
    script.text = "";
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_int_equal(touch_of(f, call).named_id, 0);
}

/* What the purpose says stands, whatever the message says; a second name counts too. */
static void a_message_beside_a_named_touch(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    int64_t call;
    struct script script;

    link_as(f, p.ana, "advocate Jo");
    call = plan(f, p.ana, "call today advocate jo");
    script = write_to(f, p.ana, call, "{reference} asked me to call");
    assert_int_equal(touch_of(f, call).named_id, p.jo);
    finish_as(f, call, OUTCOME_REACHED);
    assert_int_equal(touch_of(f, call).named_id, p.jo);
    plan(f, p.ana, "letter today reference mike");
    assert_string_equal(warning_of(f, p.ana, "email today reference mike"),
                        "Mike Kincaid was named 2 times in 90 days");
    script.text = ""; /* and nothing holds it when it is taken away */
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
    assert_string_equal(warning_of(f, p.ana, "email today reference mike"), "");
    undo_is(f, "no more message to Ana Ruiz");
    assert_string_equal(warning_of(f, p.ana, "email today reference mike"),
                        "Mike Kincaid was named 2 times in 90 days");
}

static void nobody_of_that_name(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct contact mike;

    assert_string_equal(warning_of(f, p.ana, "email 2026-03-20 reference Tom"),
                        "nobody linked as reference is called \"Tom\"");
    mike = person(f, p.mike);
    mike.do_not_contact = true;
    must(desk_person_change(f->desk, &mike, &f->err));
    assert_string_equal(warning_of(f, p.ana, "email 2026-03-20 reference mike"),
                        "Mike Kincaid is marked \"do not contact\"");
}

static void the_approach_names_somebody(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct approaches approaches;

    leave_words(f, p.ana);
    approaches = approaches_of(f, p.ana);
    assert_string_equal(approaches.line, "call 2026-03-27 reference Mike Kincaid");
    assert_string_equal(approaches.sentence,
                        "3 unreturned; next: reference: Mike Kincaid");
    link_as(f, p.jo, "reference Mike");
    finish_as(f, plan(f, p.jo, "call today reference mike"), OUTCOME_REACHED);
    finish_as(f, plan(f, p.jo, "email today reference mike"), OUTCOME_SENT);
    approaches = approaches_of(f, p.ana);
    assert_string_equal(approaches.line, "call 2026-03-27 reference");
    assert_string_equal(approaches.sentence,
                        "3 unreturned; next: reference: who do you both know? (Mike "
                        "Kincaid was named 2 times in 90 days)");
    link_as(f, p.ana, "reference Jo");
    assert_string_equal(approaches_of(f, p.ana).line,
                        "call 2026-03-27 reference Jo Lindqvist");
}

/* Rule 3: who is away is not rung for another approach either. */
static void the_approach_waits_for_who_is_away(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);

    leave_words(f, p.ana);
    goes_away(f, p.ana, "I am away from March 27, 2026 and back on April 1, 2026.");
    assert_string_equal(approaches_of(f, p.ana).line,
                        "call 2026-04-02 reference Mike Kincaid");
}

/* Asking them comes first, thanks and a question after it. */
static void an_advocate_is_asked_and_thanked(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct thanks thanks;
    struct touch *touches;
    size_t count;

    link_as(f, p.ana, "advocate Jo");
    plan(f, p.ana, "call 2026-03-09 advocate jo");
    must(desk_touches_of(f->desk, p.jo, f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 1);
    assert_due(touches[0].due, "2026-03-03");
    assert_string_equal(touches[0].purpose, "ask for a word with Ana Ruiz at Brio");
    assert_int_equal(touches[0].named_id, p.ana);
    must(
        desk_thanks(f->desk, &touches[0], OUTCOME_NO_ANSWER, f->arena, &thanks, &f->err));
    assert_int_equal(thanks.count, 0);
    must(desk_thanks(f->desk, &touches[0], OUTCOME_REACHED, f->arena, &thanks, &f->err));
    assert_string_equal(thanks.name, "Jo Lindqvist");
    assert_string_equal(thanks.sentence, "card today, thank you; call 9 Mar, "
                                         "feedback: Ana Ruiz");
    must(desk_thanks_plan(f->desk, &thanks, &f->err));
    must(desk_touches_of(f->desk, p.jo, f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 3);
    undo_is(f, "thanks to Jo Lindqvist");
    undo_is(f,
            "call with Ana Ruiz on 2026-03-09"); /* one step, with the call that asks */
    must(desk_touches_of(f->desk, p.jo, f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 0);
}

/* Nobody is rung who is away, even for somebody else. */
static void an_advocate_who_is_away_is_asked_later(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct touch *touches;
    size_t count;

    link_as(f, p.ana, "advocate Jo");
    goes_away(f, p.jo, "I am on vacation and back on March 16, 2026.");
    plan(f, p.ana, "call 2026-03-09 advocate jo");
    must(desk_touches_of(f->desk, p.jo, f->arena, &touches, &count, &f->err));
    assert_string_equal(touches[count - 1].purpose,
                        "ask for a word with Ana Ruiz at Brio");
    assert_due(touches[count - 1].due, "2026-03-17");
}

static void a_used_reference_hears_how_it_went(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct touch touch = touch_of(f, plan(f, p.ana, "call today reference mike"));
    struct thanks thanks;

    must(desk_thanks(f->desk, &touch, OUTCOME_VOICEMAIL, f->arena, &thanks, &f->err));
    assert_int_equal(thanks.count, 0);
    must(desk_thanks(f->desk, &touch, OUTCOME_REACHED, f->arena, &thanks, &f->err));
    assert_string_equal(thanks.name, "Mike Kincaid");
    assert_string_equal(thanks.sentence, "call 4 Mar, tell how it went with Ana Ruiz");
}

static struct naming_tally tally_of(struct fixture *f, int64_t id, size_t index)
{
    struct naming_tally tally;
    struct tie *ties;
    size_t count;

    must(desk_links(f->desk, id, LINKS_READ, f->arena, &ties, &count, &f->err));
    assert_true(index < count);
    must(desk_naming_tally(f->desk, id, &ties[index], f->arena, &tally, &f->err));
    return tally;
}

/* From the other side only what went there; a colleague is nobody's reference. */
static void the_web_says_how_often_and_when_last(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct naming_tally tally = tally_of(f, p.ana, 0);

    assert_int_equal(tally.recent, 0);
    assert_true(tally.last_utc == 0);
    assert_string_equal(naming_tally_words(f->arena, &tally), "");
    link_as(f, p.jo, "reference Mike");
    link_as(f, p.jo, "colleague Ana");
    finish_as(f, plan(f, p.jo, "call today reference mike"), OUTCOME_REACHED);
    finish_as(f, plan(f, p.jo, "call today reference mike"), OUTCOME_BUSY);
    plan(f, p.ana, "call 2026-03-20 reference mike");
    tally = tally_of(f, p.ana, 0);
    assert_int_equal(tally.recent, 2);
    assert_true(tally.last_utc == desk_now(f->desk));
    assert_string_equal(naming_tally_words(f->arena, &tally), "named 2 times in 90 days");
    tally = tally_of(f, p.mike, 0); /* reference for Ana */
    assert_int_equal(tally.recent, 1);
    assert_true(tally.last_utc == 0);
    assert_string_equal(naming_tally_words(f->arena, &tally), "named 1 time in 90 days");
    assert_int_equal(tally_of(f, p.jo, 1).recent, 0);
    reopen(f, "2026-09-01 09:00");
    tally = tally_of(f, p.jo, 0);
    assert_int_equal(tally.recent, 0);
    assert_true(tally.last_utc > 0);
}

/* Two who were asked, one of them for two people: a card each, a question for each. */
static void many_are_thanked_at_once(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    int64_t tom = add(f, "Tom Field"), ids[3];
    struct thanks thanks;
    struct touch *touches;
    size_t count;

    link_as(f, p.ana, "advocate Jo");
    link_as(f, tom, "advocate Jo");
    link_as(f, tom, "advocate Mike");
    plan(f, p.ana, "call 2026-03-09 advocate jo");
    plan(f, tom, "call 2026-03-09 advocate jo");
    must(desk_touches_of(f->desk, p.jo, f->arena, &touches, &count, &f->err));
    assert_int_equal(count, 2);
    ids[0] = touches[0].id;
    ids[1] = touches[1].id;
    must(desk_thanks_many(f->desk, ids, 2, OUTCOME_BUSY, f->arena, &thanks, &f->err));
    assert_int_equal(thanks.count, 0);
    must(desk_thanks_many(f->desk, ids, 2, OUTCOME_REACHED, f->arena, &thanks, &f->err));
    assert_string_equal(thanks.name, "Jo Lindqvist");
    assert_string_equal(thanks.sentence,
                        "card today, thank you; call 9 Mar, feedback: Ana Ruiz; call 9 "
                        "Mar, feedback: Tom Field");
    plan(f, tom, "call 2026-03-10 advocate mike");
    must(desk_touches_of(f->desk, p.mike, f->arena, &touches, &count, &f->err));
    ids[2] = touches[0].id;
    must(desk_thanks_many(f->desk, ids, 3, OUTCOME_REACHED, f->arena, &thanks, &f->err));
    assert_string_equal(thanks.name, "Jo Lindqvist and 1 more");
    assert_int_equal(thanks.count, 5);
    must(desk_thanks_plan(f->desk, &thanks, &f->err));
    undo_is(f, "thanks to Jo Lindqvist and 1 more");
    ids[1] = 9999;
    must_fail(
        desk_thanks_many(f->desk, ids, 3, OUTCOME_REACHED, f->arena, &thanks, &f->err),
        ERROR_NOT_FOUND, "not on the desk any more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_reference_opens, setup, teardown),
        cmocka_unit_test_setup_teardown(the_third_use_warns, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_in_a_message_is_a_use, setup, teardown),
        cmocka_unit_test_setup_teardown(the_next_reference_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(the_touch_of_a_message_names_them, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_message_beside_a_named_touch, setup, teardown),
        cmocka_unit_test_setup_teardown(the_web_says_how_often_and_when_last, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(many_are_thanked_at_once, setup, teardown),
        cmocka_unit_test_setup_teardown(nobody_of_that_name, setup, teardown),
        cmocka_unit_test_setup_teardown(the_approach_waits_for_who_is_away, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_approach_names_somebody, setup, teardown),
        cmocka_unit_test_setup_teardown(an_advocate_who_is_away_is_asked_later, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_advocate_is_asked_and_thanked, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_used_reference_hears_how_it_went, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
