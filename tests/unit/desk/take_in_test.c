/* Out-of-office replies taken in: rules 1 to 6 on a desk (desk/take_in.h). */
#include "fixture.h"

static const char mexico[] =
    "I will be in Mexico on holidays with my family, back in the office on Monday, "
    "March 9.\n";

static struct take_in typed(struct fixture *f, int64_t contact_id, const char *text)
{
    struct take_in item;

    must(take_in_text(f->desk, text, contact_id, f->arena, &item, &f->err));
    return item;
}

static int64_t accept(struct fixture *f, int64_t contact_id, const char *text)
{
    struct take_in item = typed(f, contact_id, text);
    struct take_in_result result = file(f, &item, TAKE_IN_ACCEPT);

    assert_true(result.filed);
    return result.absence_id;
}

static int64_t add_dana(struct fixture *f)
{
    return add(f, "Dana Whitfield, Northwind, dana@northwind.example, #prospect");
}

/* The touch of a person that is the return call. */
static struct touch return_call(struct fixture *f, int64_t contact_id)
{
    struct touch *touches, found = {0};
    size_t count;
    int calls = 0;

    must(desk_touches_of(f->desk, contact_id, f->arena, &touches, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        if (touches[i].cause != CAUSE_RETURN)
            continue;
        found = touches[i];
        calls++;
    }
    assert_int_equal(calls, 1);
    return found;
}

/* What the first issue tells of Mexico. */
static void the_story(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "call 2026-03-05 10:00 second item");
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    struct take_in_result result;
    struct touch touch;

    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_int_equal(item.contact.id, dana);
    assert_int_equal(item.reading.reason, REASON_VACATION);
    result = file(f, &item, TAKE_IN_START);
    assert_true(result.filed && result.started);
    assert_int_equal(result.questions, 0);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-10 10:00 call return second item");
    touch = return_call(f, dana);
    assert_int_equal(touch.id, call);
    assert_non_null(strstr(touch.opener, "Mexico"));
    assert_true(touch.moved);
    assert_due(touch.before_due, "2026-03-05 10:00");
    assert_int_equal(counts(f).away, 1);
    assert_int_equal(person(f, dana).away_until, day("2026-03-09"));

    undo_is(f, "absence of Dana Whitfield");
    assert_string_equal(pending(f, dana), "2026-03-05 10:00 call hand second item");
    assert_null(touch_of(f, call).opener);
    assert_int_equal(counts(f).away, 0);
    redo(f);
    assert_due(return_call(f, dana).due, "2026-03-10 10:00");
    assert_int_equal(counts(f).away, 1);
}

static void the_answer_is_drafted_for_the_return(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct touch *touches;
    size_t count;

    accept(f, dana, mexico);
    must(desk_touches_of(f->desk, dana, f->arena, &touches, &count, &f->err));
    assert_int_equal(touches[0].channel, CHANNEL_EMAIL);
    assert_non_null(strstr(touches[0].draft, "Hello Dana"));
    assert_non_null(strstr(touches[0].draft, "Mexico with your family"));
}

static void a_wedding_gives_a_card_today(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);

    accept(f, dana,
           "I am out of the office for my sister's wedding until Friday, March 6.");
    assert_non_null(
        strstr(pending(f, dana), "2026-03-02 card play congratulations on the wedding"));
    assert_null(strstr(pending(f, dana), "email"));
}

/* Nothing, letters included, until three working days after the return. */
static void a_funeral_gives_a_card_and_quiet(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);

    plan(f, dana, "letter 2026-03-04 the list");
    plan(f, dana, "email 2026-03-10 offer");
    plan(f, dana, "call 2026-03-11 10:00 offer");
    accept(f, dana,
           "I am out of the office due to a death in the family and will be back on "
           "Monday, March 9.");
    assert_string_equal(pending(f, dana), "2026-03-02 card play sympathy\n"
                                          "2026-03-12 letter hand the list\n"
                                          "2026-03-12 email hand offer\n"
                                          "2026-03-12 10:00 call return offer");
}

static void the_same_message_is_known(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    struct take_in_result result;
    const char *before;
    int made;

    file(f, &item, TAKE_IN_START);
    before = pending(f, dana);
    made = steps(f);
    item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    assert_int_equal(item.state, TAKE_IN_KNOWN);
    assert_int_equal(item.earlier.contact_id, dana);
    result = file(f, &item, TAKE_IN_START);
    assert_false(result.filed);
    assert_string_equal(result.sentence, "Dana Whitfield: taken in before");
    assert_int_equal(steps(f), made);
    assert_string_equal(pending(f, dana), before);
}

static void the_same_days_confirm(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    int64_t absence = file(f, &item, TAKE_IN_START).absence_id;
    const char *before = pending(f, dana);
    struct take_in_result result;

    item = mail(f, "m2", "dana@northwind.example", "2026-03-03", mexico);
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    assert_int_equal(item.plan.change_count, 0);
    result = file(f, &item, TAKE_IN_START);
    assert_false(result.filed || result.started);
    assert_int_equal(result.absence_id, absence);
    assert_string_equal(pending(f, dana), before);
    item = mail(f, "m2", "dana@northwind.example", "2026-03-03", mexico);
    assert_int_equal(item.state, TAKE_IN_KNOWN);
    /* The greeting says the same: nothing to remember, no step. */
    int made = steps(f);
    item = typed(f, dana, mexico);
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    file(f, &item, TAKE_IN_ACCEPT);
    assert_int_equal(steps(f), made);
}

/* Rule 6 stands over rule 3: what I planned since I knew of the days is my doing. */
static void a_call_planned_since_stays_when_the_days_are_confirmed(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    const char *before;
    int64_t waits;

    file(f, &item, TAKE_IN_START);
    plan(f, dana, "call 2026-03-04 offer");
    must(desk_their_move(f->desk, dana, "sends the drawing",
                         (struct wall){day("2026-03-05"), MINUTE_NONE}, &waits, &f->err));
    before = pending(f, dana);
    item = typed(f, dana, mexico);
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    file(f, &item, TAKE_IN_ACCEPT);
    assert_string_equal(pending(f, dana), before);
    assert_due(touch_of(f, waits).due, "2026-03-05");
}

static void other_days_replace(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item;
    int64_t first, second, third;

    plan(f, dana, "call 2026-03-05 10:00 second item");
    plan(f, dana, "email 2026-03-04 list");
    plan(f, dana, "email 2026-03-18 later");
    item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    first = file(f, &item, TAKE_IN_START).absence_id;
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-10 email hand list\n"
        "2026-03-10 10:00 call return second item\n"
        "2026-03-18 email hand later");

    item = mail(f, "m2", "dana@northwind.example", "2026-03-03",
                "I am in Mexico on holidays, back in the office on Monday, March 16.");
    assert_int_equal(item.state, TAKE_IN_REPLACES);
    assert_int_equal(item.earlier.id, first);
    second = file(f, &item, TAKE_IN_START).absence_id;
    assert_int_equal(absence_of(f, first).state, ABSENCE_REPLACED);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-17 email hand list\n"
        "2026-03-17 10:00 call return second item\n"
        "2026-03-18 email hand later");
    assert_int_equal(return_call(f, dana).absence_id, second);

    /* Back sooner than first said: counted from where they stood before. */
    item = mail(f, "m3", "dana@northwind.example", "2026-03-04",
                "I am in Mexico on holidays, back in the office on Thursday, March 5.");
    assert_int_equal(item.state, TAKE_IN_REPLACES);
    assert_int_equal(item.earlier.id, second);
    third = file(f, &item, TAKE_IN_START).absence_id;
    assert_int_equal(absence_of(f, second).state, ABSENCE_REPLACED);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item\n"
        "2026-03-06 email hand list\n"
        "2026-03-06 10:00 call return second item\n"
        "2026-03-18 email hand later");
    assert_int_equal(return_call(f, dana).absence_id, third);
    assert_due(return_call(f, dana).before_due, "2026-03-05 10:00");
    assert_int_equal(counts(f).away, 1);

    undo_is(f, "absence of Dana Whitfield");
    assert_int_equal(absence_of(f, second).state, ABSENCE_FILED);
    assert_int_equal(return_call(f, dana).absence_id, second);
    undo_is(f, "absence of Dana Whitfield");
    assert_int_equal(absence_of(f, first).state, ABSENCE_FILED);
    assert_due(return_call(f, dana).due, "2026-03-10 10:00");
    undo_is(f, "absence of Dana Whitfield");
    assert_string_equal(pending(f, dana), "2026-03-04 email hand list\n"
                                          "2026-03-05 10:00 call hand second item\n"
                                          "2026-03-18 email hand later");
    redo(f);
    redo(f);
    redo(f);
    assert_due(return_call(f, dana).due, "2026-03-06 10:00");
}

/* What a play made goes along as well, and only once. */
static void a_made_return_call_goes_along(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    struct touch before;

    file(f, &item, TAKE_IN_START);
    before = return_call(f, dana);
    assert_due(before.due, "2026-03-10");
    item = mail(f, "m2", "dana@northwind.example", "2026-03-03",
                "On holidays in Mexico, back in the office on Friday, March 6.");
    file(f, &item, TAKE_IN_START);
    assert_int_equal(return_call(f, dana).id, before.id);
    assert_due(return_call(f, dana).due, "2026-03-09");
}

/* A folder is read in any order: the newest message is what they said last. */
static void an_older_message_replaces_nothing(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m2", "dana@northwind.example", "2026-03-02", mexico);
    const char *before;
    struct take_in_result result;

    file(f, &item, TAKE_IN_START);
    before = pending(f, dana);
    item = mail(f, "m1", "dana@northwind.example", "2026-03-01",
                "On holidays in Mexico, back in the office on Thursday, March 12.");
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    result = file(f, &item, TAKE_IN_START);
    assert_string_equal(result.sentence,
                        "Dana Whitfield: A newer message is on file: nothing starts");
    assert_string_equal(pending(f, dana), before);
    item = mail(f, "m1", "dana@northwind.example", "2026-03-01", mexico);
    assert_int_equal(item.state, TAKE_IN_KNOWN);
}

/* They were back before the message that says so was read: nobody is away any more. */
static void an_absence_over_replaces_too(void **state)
{
    struct fixture *f = *state;
    struct take_in item;
    struct take_in_result result;
    int64_t first;

    add_dana(f);
    item = mail(f, "m1", "dana@northwind.example", "2026-02-02",
                "On holidays, back in the office on Friday, March 6.");
    first = file(f, &item, TAKE_IN_START).absence_id;
    item = mail(f, "m2", "dana@northwind.example", "2026-02-04",
                "On holidays, back in the office on Monday, February 9.");
    assert_int_equal(item.state, TAKE_IN_REPLACES);
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_true(result.filed);
    assert_int_equal(absence_of(f, first).state, ABSENCE_REPLACED);
    assert_int_equal(counts(f).away, 0);
}

/* Rule 2: a folder only proposes; accepting does what was shown. */
static void a_folder_proposes(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    struct take_in_result result;
    struct absence *waiting;
    size_t count;

    item.collected = true;
    result = file(f, &item, TAKE_IN_PROPOSE);
    assert_true(result.filed);
    assert_false(result.started);
    assert_non_null(strstr(result.sentence, "waits under To confirm"));
    assert_string_equal(pending(f, dana), "");
    assert_int_equal(counts(f).to_confirm, 1);
    assert_int_equal(counts(f).away, 0);

    /* A second mail of the same absence in the folder adds nothing. */
    item = mail(f, "m2", "dana@northwind.example", "2026-03-02", mexico);
    item.collected = true;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    file(f, &item, TAKE_IN_PROPOSE);
    assert_int_equal(counts(f).to_confirm, 1);

    must(desk_to_confirm(f->desk, 0, 10, f->arena, &waiting, &count, &f->err));
    assert_int_equal(count, 1);
    must(take_in_absence(f->desk, waiting[0].id, f->arena, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_string_equal(item.message.text, mexico);
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_true(result.started);
    assert_int_equal(result.absence_id, waiting[0].id);
    assert_int_equal(counts(f).to_confirm, 0);
    assert_int_equal(counts(f).away, 1);
    assert_due(return_call(f, dana).due, "2026-03-10");
    undo_is(f, "absence of Dana Whitfield");
    assert_int_equal(counts(f).to_confirm, 1);
    assert_string_equal(pending(f, dana), "");
}

/* A message named by itself starts what only waited, and nothing waits twice. */
static void a_named_message_starts_what_waited(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    int64_t waiting = file(f, &item, TAKE_IN_PROPOSE).absence_id;

    item = mail(f, "m2", "dana@northwind.example", "2026-03-02", mexico);
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_true(file(f, &item, TAKE_IN_START).started);
    assert_int_equal(absence_of(f, waiting).state, ABSENCE_REPLACED);
    assert_int_equal(counts(f).to_confirm, 0);
    assert_due(return_call(f, dana).due, "2026-03-10");
}

/* Of two proposals with different days the newer waits. */
static void a_newer_proposal_takes_the_place(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-01", mexico);
    int64_t waiting = file(f, &item, TAKE_IN_PROPOSE).absence_id;

    item = mail(f, "m2", "dana@northwind.example", "2026-03-02",
                "On holidays in Mexico, back in the office on Thursday, March 12.");
    assert_int_equal(item.state, TAKE_IN_REPLACES);
    file(f, &item, TAKE_IN_PROPOSE);
    assert_int_equal(absence_of(f, waiting).state, ABSENCE_REPLACED);
    assert_int_equal(counts(f).to_confirm, 1);
    item = mail(f, "m0", "dana@northwind.example", "2026-02-28",
                "On holidays in Mexico, back in the office on Thursday, March 5.");
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    file(f, &item, TAKE_IN_PROPOSE);
    assert_int_equal(counts(f).to_confirm, 1);
    assert_string_equal(pending(f, dana), "");
}

/* One that is over is proposed even when it is named; long over, it is only filed. */
static void what_is_over_is_proposed_or_filed(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item =
        mail(f, "m1", "dana@northwind.example", "2026-02-16",
             "On holidays in Mexico, back in the office on Monday, February 23.");
    struct take_in_result result = file(f, &item, TAKE_IN_START);

    assert_int_equal(item.plan.verdict, PLAN_PROPOSES);
    assert_false(result.started);
    assert_int_equal(counts(f).to_confirm, 1);
    item = mail(f, "m2", "dana@northwind.example", "2025-12-16",
                "On holidays, back in the office on Monday, January 5.");
    result = file(f, &item, TAKE_IN_START);
    assert_int_equal(item.plan.verdict, PLAN_FILED);
    assert_true(result.filed);
    assert_int_equal(counts(f).to_confirm, 1);
    assert_int_equal(absence_of(f, result.absence_id).state, ABSENCE_FILED);
    assert_string_equal(pending(f, dana), "");
}

/* Rule 1: "heard to the end?", no is a nudge: a call today, once, and none at a funeral.
 */
static void what_was_not_heard_is_listened_to(void **state)
{
    static const char listen[] =
        "2026-03-02 call play ring again, hear the greeting to the end";
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield");
    struct take_in item = typed(f, dana, "vm: away till Monday, March 9");
    const char *found;
    int64_t absence;

    assert_true(take_in_listens(&item));
    absence = file(f, &item, TAKE_IN_ACCEPT).absence_id;
    assert_non_null(strstr(pending(f, dana), listen));
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    found = strstr(pending(f, dana), listen);
    assert_non_null(found);
    assert_null(strstr(found + strlen(listen), "ring again")); /* not twice */
    item = typed(f, dana, "vm: away till Wednesday, March 11");
    item.heard_whole = true;
    assert_false(take_in_listens(&item));
    file(f, &item, TAKE_IN_ACCEPT);
    assert_null(strstr(pending(f, dana), "ring again")); /* now it was heard */
    item = typed(f, add(f, "Tom Field"), "vm: at a funeral, back March 9");
    assert_int_equal(item.reading.reason, REASON_FUNERAL);
    assert_false(take_in_listens(&item));
}

static void a_stranger_is_added_when_told(void **state)
{
    struct fixture *f = *state;
    struct take_in item = mail(f, "m1", "lena@kessler.example", "2026-03-02", mexico);
    struct take_in_result result = file(f, &item, TAKE_IN_START);
    struct contact lena;

    assert_int_equal(item.state, TAKE_IN_STRANGER);
    assert_false(result.filed);
    assert_int_equal(steps(f), 0);
    assert_non_null(strstr(result.sentence, "<lena@kessler.example> is not on the desk"));
    item = mail(f, "m1", "lena@kessler.example", "2026-03-02", mexico);
    item.message.from.name = "Lena Vogt";
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_false(item.has_contact);
    assert_string_equal(item.contact.name, "Lena Vogt"); /* what would follow is shown */
    assert_int_equal(item.plan.verdict, PLAN_STARTS);
    assert_true(item.plan.change_count > 0);
    assert_int_equal(steps(f), 0);
    must(take_in_file(f->desk, &item, TAKE_IN_START, true, &result, &f->err));
    assert_true(result.started);
    lena = person(f, result.contact_id);
    assert_string_equal(lena.name, "Lena Vogt");
    assert_string_equal(lena.points[0].value, "lena@kessler.example");
    assert_int_equal(lena.stage, STAGE_LEAD);
    assert_due(return_call(f, lena.id).due, "2026-03-10");
    assert_int_equal(steps(f), 1);
    undo_is(f, "absence of Lena Vogt");
    assert_int_equal(counts(f).in_play, 0);
}

static void nobody_can_be_added_from_nothing(void **state)
{
    struct fixture *f = *state;
    struct take_in item = typed(f, 0, mexico);
    struct take_in_result result;

    assert_int_equal(item.state, TAKE_IN_STRANGER);
    must_fail(take_in_file(f->desk, &item, TAKE_IN_START, true, &result, &f->err),
              ERROR_USAGE, "say whose it is");
    assert_int_equal(steps(f), 0);
}

/* Any of a person's addresses will do; reply-to too. */
static void the_sender_is_found_by_any_address(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, dana@northwind.example, dw@home.example");
    struct take_in item = mail(f, "m1", "dw@home.example", "2026-03-02", mexico);

    assert_int_equal(item.contact.id, dana);
    item.message.from.mail = "bounce@northwind.example";
    item.message.reply_to.mail = "dana@northwind.example";
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(item.contact.id, dana);
    assert_int_equal(item.state, TAKE_IN_NEW);
}

/* An auto-reply is not a reply: no clock starts anew by it (rule 5). */
static void it_is_no_contact(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);

    accept(f, dana, mexico);
    assert_int_equal(person(f, dana).last_contact_utc, 0);
}

static void what_is_no_absence_is_not_kept(void **state)
{
    struct fixture *f = *state;
    struct take_in item;
    struct take_in_result result;
    int made;

    add_dana(f);
    made = steps(f);
    item = mail(f, "m1", "dana@northwind.example", "2026-03-02",
                "Thank you, we have received your message and will get back to you.");
    assert_int_equal(item.state, TAKE_IN_OTHER);
    result = file(f, &item, TAKE_IN_START);
    assert_false(result.filed);
    assert_non_null(strstr(result.sentence, "no absence ("));
    assert_int_equal(steps(f), made);
    item = typed(f, 0, "");
    assert_int_equal(item.state, TAKE_IN_OTHER);
}

/* Left: good wishes, and the cover is asked who took over. */
static void who_left_has_a_cover(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "call fri offer");
    struct plan_answer answer = {.touch_id = call, .choice = CHOICE_COVER};
    struct take_in item =
        mail(f, "m1", "dana@northwind.example", "2026-03-02",
             "I am no longer with Northwind. Please contact Lena Vogt at "
             "lena.vogt@northwind.example for all orders.");
    struct take_in_result result;
    struct contact lena;

    assert_int_equal(item.reading.kind, READING_LEFT);
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    result = file(f, &item, TAKE_IN_START);
    assert_true(result.started);
    assert_int_equal(result.questions, 0);
    assert_non_null(strstr(pending(f, dana), "message play good wishes"));
    assert_non_null(strstr(pending(f, dana), "email play ask"));
    assert_null(strstr(pending(f, dana), "call"));
    must(desk_person_find(f->desk, "lena.vogt@northwind.example", f->arena, &lena, NULL,
                          NULL, &f->err));
    assert_int_equal(lena.stage, STAGE_LEAD);
    assert_string_equal(lena.company, "Northwind");
    assert_string_equal(pending(f, lena.id), "2026-03-06 call hand offer");
    assert_int_equal(touch_of(f, call).absence_id, 0);
    assert_int_equal(counts(f).away, 0);
    undo_is(f, "absence of Dana Whitfield");
    assert_string_equal(pending(f, dana), "2026-03-06 call hand offer");
}

/* A cover on the desk already is nobody new, comes into play, and is not reached when
 * that is barred. */
static void a_known_cover_is_taken(void **state)
{
    struct fixture *f = *state;
    int64_t lena = add(f, "Lena Vogt, Northwind, lena.vogt@northwind.example, #rest");
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "call fri offer");
    struct plan_answer answer = {.touch_id = call, .choice = CHOICE_COVER};
    struct take_in item =
        mail(f, "m1", "dana@northwind.example", "2026-03-02",
             "I have left the company. Please contact lena.vogt@northwind.example.");
    struct contact contact = person(f, lena);
    struct take_in_result result;

    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    must_fail(take_in_file(f->desk, &item, TAKE_IN_START, false, &result, &f->err),
              ERROR_FAILED, "Lena Vogt, who stands in, is marked");
    assert_string_equal(pending(f, dana), "2026-03-06 call hand offer");
    contact.do_not_contact = false;
    must(desk_person_change(f->desk, &contact, &f->err));
    file(f, &item, TAKE_IN_START);
    assert_string_equal(pending(f, lena), "2026-03-06 call hand offer");
    assert_int_equal(person(f, lena).stage, STAGE_LEAD);
}

/* A promise is never moved silently: it is asked about until somebody answers. */
static void a_promise_is_asked_about(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "! call 2026-03-05 10:00 second item");
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    struct take_in_result result = file(f, &item, TAKE_IN_START);
    struct plan_answer answer = {.touch_id = call, .choice = CHOICE_AFTER};

    assert_true(result.started);
    assert_int_equal(result.questions, 1);
    assert_due(touch_of(f, call).due, "2026-03-05 10:00");
    assert_int_equal(counts(f).to_confirm, 1);
    must(take_in_absence(f->desk, result.absence_id, f->arena, &item, &f->err));
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_int_equal(result.questions, 0);
    assert_int_equal(absence_of(f, result.absence_id).questions, 0);
    assert_int_equal(counts(f).to_confirm, 0);
    assert_due(touch_of(f, call).due, "2026-03-10 10:00");
    assert_true(touch_of(f, call).promise);
    undo_is(f, "absence of Dana Whitfield");
    assert_int_equal(counts(f).to_confirm, 1);
}

/* What was answered is not asked again, also when nothing came of it; 0 asks anew. */
static void keeping_is_remembered(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "! call 2026-03-05 10:00 second item");
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    int64_t absence = file(f, &item, TAKE_IN_START).absence_id;
    struct plan_answer answer = {.touch_id = call, .choice = CHOICE_KEEP};
    int made;

    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.changes[0].question, QUESTION_PROMISE);
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(file(f, &item, TAKE_IN_ACCEPT).questions, 0);
    assert_due(touch_of(f, call).due, "2026-03-05 10:00");
    assert_int_equal(counts(f).to_confirm, 0);

    reopen(f, "2026-03-02 11:00");
    made = steps(f);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 0);
    assert_int_equal(file(f, &item, TAKE_IN_ACCEPT).questions, 0);
    assert_int_equal(steps(f), made);
    assert_int_equal(counts(f).to_confirm, 0);

    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    item.ask_anew = true;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(item.plan.change_count, 1);
    assert_int_equal(file(f, &item, TAKE_IN_ACCEPT).questions, 1);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 1);
    undo_is(f, "absence of Dana Whitfield");
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    assert_int_equal(item.plan.change_count, 0);

    item.ask_anew = true; /* and answered the same */
    item.answers = &answer;
    item.answer_count = 1;
    must(take_in_weigh(f->desk, 0, &item, &f->err));
    assert_int_equal(file(f, &item, TAKE_IN_ACCEPT).questions, 0);
    undo_is(f, "absence of Dana Whitfield");
    undo_is(f, "absence of Dana Whitfield");
    assert_int_equal(counts(f).to_confirm, 1);
}

/* A message left after the greeting is a call, done. */
static void a_message_left_is_filed(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = typed(f, dana, mexico);
    struct timeline_entry *entries;
    size_t count;
    int calls = 0;

    item.message_left = true;
    file(f, &item, TAKE_IN_ACCEPT);
    item = typed(f, dana, mexico);
    assert_int_equal(item.state, TAKE_IN_CONFIRMS);
    item.message_left = true;
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_timeline(f->desk, dana, NULL, 10, f->arena, &entries, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        calls += entries[i].kind == TIMELINE_TOUCH &&
                 entries[i].touch->outcome == OUTCOME_VOICEMAIL;
    assert_int_equal(calls, 2);
    assert_int_equal(person(f, dana).last_contact_utc, 0);
}

static void a_greeting_says_when_it_was_heard(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item =
        typed(f, dana, "received: 2026-02-26\nI am on vacation until Friday.");

    assert_int_equal(item.message.date_day, day("2026-02-26"));
    assert_int_equal(item.reading.back, day("2026-02-27"));
    assert_string_equal(item.message.text, "I am on vacation until Friday.");
    assert_false(item.heard_whole);
    item = typed(f, dana, "received: today\nI am on vacation until Friday.");
    assert_int_equal(item.message.date_day, day("2026-03-02"));
}

/* Rule 1: "heard to the end?", no is a nudge. */
static void a_greeting_cut_short_is_a_nudge(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = typed(f, dana, "I am on vacation until Friday.");
    struct take_in_result result = file(f, &item, TAKE_IN_ACCEPT);

    assert_non_null(strstr(result.sentence, "ring again"));
    item = typed(f, dana, "I am on vacation in Mexico until 20 March.");
    item.heard_whole = true;
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_null(strstr(result.sentence, "ring again"));
}

/* Rule 12: what was told them stands, whoever thought of it. */
static void a_promise_outlives_its_absence(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind, dana@northwind.example");
    struct take_in item;
    struct touch *touches, call;
    size_t count;

    must(take_in_text(f->desk, "I am on vacation and back on March 9, 2026.", dana,
                      f->arena, &item, &f->err));
    item.heard_whole = true;
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_touches_of(f->desk, dana, f->arena, &touches, &count, &f->err));
    call = touches[count - 1];
    call.promise = true;
    must(desk_touch_change(f->desk, &call, &f->err));
    must(take_in_absence(f->desk, call.absence_id, f->arena, &item, &f->err));
    must(take_in_dismiss(f->desk, &item, &f->err));
    assert_string_equal(pending(f, dana), "2026-03-10 call hand welcome back");
}

static void a_dismissed_message_stays_away(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);

    must(take_in_dismiss(f->desk, &item, &f->err));
    item = mail(f, "m1", "dana@northwind.example", "2026-03-02", mexico);
    assert_int_equal(item.state, TAKE_IN_KNOWN);
    item = mail(f, "m2", "dana@northwind.example", "2026-03-02", mexico);
    int64_t absence = file(f, &item, TAKE_IN_PROPOSE).absence_id;
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    must(take_in_dismiss(f->desk, &item, &f->err));
    assert_int_equal(absence_of(f, absence).state, ABSENCE_DISMISSED);
    assert_int_equal(counts(f).to_confirm, 0);
    undo_is(f, "no absence of Dana Whitfield");
    assert_int_equal(counts(f).to_confirm, 1);
    /* What was only typed leaves nothing behind. */
    int made = steps(f);
    item = typed(f, dana, mexico);
    must(take_in_dismiss(f->desk, &item, &f->err));
    assert_int_equal(steps(f), made);
}

/* Filed, and it was none: what the play did is taken back, what a person did stays. */
static void a_filed_one_that_was_none_goes(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct take_in item;
    int64_t absence;

    plan(f, dana, "call 2026-03-05 10:00 second item");
    plan(f, dana, "email 2026-03-04 list");
    absence = accept(f, dana, mexico);
    must(take_in_absence(f->desk, absence, f->arena, &item, &f->err));
    must(take_in_dismiss(f->desk, &item, &f->err));
    assert_string_equal(pending(f, dana), "2026-03-04 email hand list\n"
                                          "2026-03-05 10:00 call hand second item");
    assert_int_equal(counts(f).away, 0);
    undo_is(f, "no absence of Dana Whitfield");
    assert_due(return_call(f, dana).due, "2026-03-10 10:00");
}

static void a_read_only_desk_says_so(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct desk *look;
    struct take_in item;
    struct take_in_result result;

    look = open_desk(f, DESK_LOOK);
    must(take_in_text(look, mexico, dana, f->arena, &item, &f->err));
    assert_int_equal(item.state, TAKE_IN_NEW);
    assert_false(take_in_file(look, &item, TAKE_IN_ACCEPT, false, &result, &f->err));
    assert_string_not_equal(f->err.text, "");
    assert_false(desk_note_file(look, dana, "a", 0, &f->err));
    desk_close(look);
    assert_string_equal(pending(f, dana), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_story, setup, teardown),
        cmocka_unit_test_setup_teardown(the_answer_is_drafted_for_the_return, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_wedding_gives_a_card_today, setup, teardown),
        cmocka_unit_test_setup_teardown(a_funeral_gives_a_card_and_quiet, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_same_message_is_known, setup, teardown),
        cmocka_unit_test_setup_teardown(the_same_days_confirm, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_call_planned_since_stays_when_the_days_are_confirmed, setup, teardown),
        cmocka_unit_test_setup_teardown(other_days_replace, setup, teardown),
        cmocka_unit_test_setup_teardown(a_made_return_call_goes_along, setup, teardown),
        cmocka_unit_test_setup_teardown(an_older_message_replaces_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_absence_over_replaces_too, setup, teardown),
        cmocka_unit_test_setup_teardown(a_folder_proposes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_named_message_starts_what_waited, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_newer_proposal_takes_the_place, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_is_over_is_proposed_or_filed, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_was_not_heard_is_listened_to, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_stranger_is_added_when_told, setup, teardown),
        cmocka_unit_test_setup_teardown(nobody_can_be_added_from_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(the_sender_is_found_by_any_address, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(it_is_no_contact, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_absence_is_not_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(who_left_has_a_cover, setup, teardown),
        cmocka_unit_test_setup_teardown(a_known_cover_is_taken, setup, teardown),
        cmocka_unit_test_setup_teardown(a_promise_is_asked_about, setup, teardown),
        cmocka_unit_test_setup_teardown(keeping_is_remembered, setup, teardown),
        cmocka_unit_test_setup_teardown(a_message_left_is_filed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_greeting_cut_short_is_a_nudge, setup, teardown),
        cmocka_unit_test_setup_teardown(a_greeting_says_when_it_was_heard, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_promise_outlives_its_absence, setup, teardown),
        cmocka_unit_test_setup_teardown(a_dismissed_message_stays_away, setup, teardown),
        cmocka_unit_test_setup_teardown(a_filed_one_that_was_none_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_read_only_desk_says_so, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
