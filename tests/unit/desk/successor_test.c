/* Who took over from a person who left (desk/successor.h). */
#include "fixture.h"

#include "touchbase/desk/calls.h"
#include "touchbase/desk/successor.h"

static const char left_text[] =
    "I am no longer with Northwind. Please contact Lena Vogt at "
    "lena.vogt@northwind.example for all orders.";

static int64_t add_dana(struct fixture *f)
{
    int64_t dana = add(
        f,
        "Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0100, #prospect");

    must(desk_note_file(f->desk, dana, "wants the second item", 0, &f->err));
    return dana;
}

static int64_t take_in_left(struct fixture *f)
{
    struct take_in item =
        mail(f, "left", "dana@northwind.example", "2026-03-02", left_text);
    struct take_in_result result = file(f, &item, TAKE_IN_START);

    assert_int_equal(item.reading.kind, READING_LEFT);
    assert_true(result.started);
    return result.absence_id;
}

static struct succession read_line(struct fixture *f, int64_t left, const char *line)
{
    struct succession succession;

    must(desk_succession_read(f->desk, left, line, f->arena, &succession, &f->err));
    return succession;
}

static int64_t name(struct fixture *f, int64_t left, const char *line)
{
    struct succession succession = read_line(f, left, line);
    int64_t id = 0;

    must(
        desk_succession_store(f->desk, &succession, 0, OUTCOME_NONE, NULL, &id, &f->err));
    assert_true(id > 0);
    return id;
}

static struct desk_place place(struct fixture *f, int64_t id)
{
    struct desk_place found;

    must(desk_place_of(f->desk, id, f->arena, &found, &f->err));
    return found;
}

/* "with Dana: words" a line; of a touch its purpose. */
static const char *timeline(struct fixture *f, int64_t id)
{
    struct timeline_entry *rows;
    size_t count;
    const char *text = "";

    must(desk_timeline(f->desk, id, NULL, 50, f->arena, &rows, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        const char *words = rows[i].kind == TIMELINE_NOTE    ? rows[i].note->text
                            : rows[i].kind == TIMELINE_TOUCH ? rows[i].touch->purpose
                                                             : "absence";
        text = arena_format(f->arena, "%s%s%s%s%s\n", text,
                            rows[i].with != NULL ? "with " : "",
                            rows[i].with != NULL ? rows[i].with->name : "",
                            rows[i].with != NULL ? ": " : "", words);
    }
    return text;
}

static int64_t pending_id(struct fixture *f, int64_t contact, const char *purpose)
{
    struct touch *touches;
    size_t count;

    must(desk_touches_of(f->desk, contact, f->arena, &touches, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        if (touches[i].purpose != NULL && strstr(touches[i].purpose, purpose) != NULL)
            return touches[i].id;
    }
    fail_msg("no touch \"%s\"", purpose);
    return 0;
}

/* The whole of rule 2: the question is finished, and all of it is one step. */
static void the_answer_to_the_question(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "call fri 10:00 pricing");
    int64_t letter = plan(f, dana, "letter 2026-03-20 list");
    int64_t absence = take_in_left(f);
    int64_t question = pending_id(f, dana, "who took over");
    const char *before = pending(f, dana);
    struct touch asking = touch_of(f, question), next;
    struct succession succession;
    struct touch_warning warning;
    bool wanted;
    int64_t sam;

    assert_int_equal(absence_of(f, absence).questions, 2);
    must(desk_successor_wanted(f->desk, &asking, OUTCOME_SENT, &wanted, &f->err));
    assert_false(wanted);
    must(desk_successor_wanted(f->desk, &asking, OUTCOME_REPLIED, &wanted, &f->err));
    assert_true(wanted);

    succession = read_line(f, dana, "Sam Poe, sam@northwind.example, +1 416 555 0101");
    assert_int_equal(succession.touches, 2);
    assert_string_equal(
        succession.sentence,
        "Sam Poe is a new contact at Northwind; 2 pending touches go over; "
        "Dana Whitfield becomes former");
    must(desk_touch_read(f->desk, 0, "call tue hello", f->arena, &next, &warning,
                         &f->err));
    must(desk_succession_store(f->desk, &succession, question, OUTCOME_REPLIED, &next,
                               &sam, &f->err));

    assert_string_equal(person(f, sam).name, "Sam Poe");
    assert_string_equal(person(f, sam).company, "Northwind");
    assert_int_equal(person(f, sam).stage, STAGE_LEAD);
    assert_int_equal(person(f, dana).stage, STAGE_FORMER);
    assert_string_equal(pending(f, sam), "2026-03-03 call hand hello\n"
                                         "2026-03-06 10:00 call hand pricing\n"
                                         "2026-03-20 letter hand list");
    assert_int_equal(touch_of(f, call).contact_id, sam);
    assert_int_equal(touch_of(f, letter).contact_id, sam);
    assert_string_equal(pending(f, dana),
                        "2026-03-02 message play good wishes for the new start");
    assert_int_equal(touch_of(f, question).outcome, OUTCOME_REPLIED);
    assert_int_equal(touch_of(f, question).contact_id, dana);
    assert_int_equal(absence_of(f, absence).questions, 0);
    assert_non_null(strstr(timeline(f, sam), "with Dana Whitfield: wants the second"));
    assert_non_null(strstr(timeline(f, sam), "with Dana Whitfield: ask Lena Vogt"));
    assert_non_null(strstr(timeline(f, sam), "with Dana Whitfield: absence"));
    assert_true(place(f, dana).has_successor);
    assert_int_equal(place(f, dana).successor.contact_id, sam);
    assert_int_equal(place(f, sam).before_count, 1);

    undo_is(f, "Sam Poe took over from Dana Whitfield");
    assert_string_equal(pending(f, dana), before);
    assert_int_equal(person(f, dana).stage, STAGE_PROSPECT);
    assert_int_equal(absence_of(f, absence).questions, 2);
    assert_false(place(f, dana).has_successor);
    must_fail(desk_person_get(f->desk, sam, f->arena, &succession.left, &f->err),
              ERROR_NOT_FOUND, "not on the desk");
    redo(f);
    assert_int_equal(touch_of(f, call).contact_id, sam);
    assert_true(place(f, dana).has_successor);
}

/* Named elsewhere: the question, and a later one with its words, need no asking. */
/* Told in a call that was not the question: call, note and successor are one step. */
static void told_in_a_call(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f), id;
    struct succession succession;
    struct call_log log = {.contact_id = dana,
                           .outcome = OUTCOME_REACHED,
                           .seconds = 60,
                           .note = "Sam runs it now"};
    struct touch next;
    struct touch_warning warning;
    int made;

    take_in_left(f);
    made = steps(f);
    succession = read_line(f, dana, "Sam Poe, sam@northwind.example");
    must(desk_touch_read(f->desk, dana, "call 2026-03-09 hello", f->arena, &next,
                         &warning, &f->err));
    log.succession = &succession;
    log.next = &next;
    must(desk_call_store(f->desk, &log, &f->err));
    assert_int_equal(steps(f), made + 1);
    assert_true(place(f, dana).has_successor);
    id = place(f, dana).successor.contact_id;
    assert_int_equal(person(f, id).stage, STAGE_LEAD);
    assert_string_equal(pending(f, id), "2026-03-09 call hand hello");
    assert_non_null(strstr(timeline(f, id), "with Dana Whitfield: Sam runs it now"));
    assert_int_equal(person(f, dana).stage, STAGE_FORMER);
    undo_is(f, "call with Dana Whitfield: reached");
    assert_false(place(f, dana).has_successor);
    assert_null(strstr(timeline(f, dana), "Sam runs it now"));
}

static void named_elsewhere(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t question, later, sam;

    take_in_left(f);
    question = pending_id(f, dana, "who took over");
    later = plan(f, dana,
                 arena_format(f->arena, "call fri %s", touch_of(f, question).purpose));
    sam = name(f, dana, "Sam Poe");
    assert_int_equal(touch_of(f, question).outcome, OUTCOME_DROPPED);
    assert_int_equal(touch_of(f, later).outcome, OUTCOME_DROPPED);
    assert_string_equal(pending(f, sam), "");
}

/* The message comes after: nobody is asked what is known. */
static void known_before_the_message(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);

    name(f, dana, "Sam Poe");
    take_in_left(f);
    assert_string_equal(pending(f, dana),
                        "2026-03-02 message play good wishes for the new start");
}

/* What an absence made for her stays hers; what it only moved goes over as it was. */
static void nothing_of_an_absence_goes_over(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t call = plan(f, dana, "call 2026-03-05 10:00 second item");
    struct take_in item =
        mail(f, "away", "dana@northwind.example", "2026-03-02",
             "I will be in Mexico on holidays with my family, back in the office on "
             "Monday, March 9.");
    struct touch moved;
    int64_t sam;

    file(f, &item, TAKE_IN_START);
    assert_string_equal(touch_of(f, call).opener, "How was Mexico?");
    sam = name(f, dana, "Sam Poe");
    moved = touch_of(f, call);
    assert_int_equal(moved.contact_id, sam);
    assert_null(moved.opener);
    assert_int_equal(moved.cause, CAUSE_HAND);
    assert_int_equal(moved.absence_id, 0);
    assert_false(moved.moved);
    assert_string_equal(
        pending(f, dana),
        "2026-03-02 email play answer to the auto-reply about second item");
}

static void who_is_meant(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t sam = add(f, "Sam Poe, Northwind, sam@northwind.example, #rest");
    int64_t other = add(f, "Kim Doe, Acme, kim@acme.example, #former");
    struct succession succession;

    /* By the very name in the same company; the line adds what is new. */
    succession = read_line(f, dana, "sam poe, +1 416 555 0199");
    assert_int_equal(succession.successor.id, sam);
    assert_string_equal(succession.sentence,
                        "Sam Poe is on the desk; Dana Whitfield becomes former");
    assert_int_equal(name(f, dana, "sam poe, +1 416 555 0199"), sam);
    assert_int_equal(person(f, sam).point_count, 2);
    assert_int_equal(person(f, sam).stage, STAGE_LEAD);
    undo_is(f, "Sam Poe took over from Dana Whitfield");
    assert_int_equal(person(f, sam).point_count, 1);
    assert_int_equal(person(f, sam).stage, STAGE_REST);

    /* The same name elsewhere is somebody else; their mail, or id, is them. */
    assert_int_equal(read_line(f, dana, "Kim Doe").successor.id, 0);
    assert_int_equal(read_line(f, dana, "K, kim@acme.example").successor.id, other);
    assert_int_equal(read_line(f, dana, person(f, other).uuid).successor.id, other);
    assert_int_equal(name(f, dana, "K, kim@acme.example"), other);
    assert_string_equal(person(f, other).name, "Kim Doe");
    assert_string_equal(person(f, other).company, "Acme");
    assert_int_equal(person(f, other).stage, STAGE_LEAD);
}

/* A mail that goes with the chair is Dana's too, and does not make her her own. */
static void the_mail_of_the_chair(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t sam = name(f, dana, "Sam Poe, dana@northwind.example");

    assert_int_not_equal(sam, dana);
    assert_string_equal(person(f, sam).name, "Sam Poe");
}

static void what_is_refused(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    int64_t barred = add(f, "Bo Barr, Northwind, bo@northwind.example");
    struct contact contact = person(f, barred);
    struct succession out;
    int64_t sam, kim;

    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    must_fail(desk_succession_read(f->desk, dana, "bo barr", f->arena, &out, &f->err),
              ERROR_FAILED, "do not contact");
    must_fail(desk_succession_read(f->desk, dana, ", x", f->arena, &out, &f->err),
              ERROR_USAGE, "name");
    must_fail(
        desk_succession_read(f->desk, dana, "dana whitfield", f->arena, &out, &f->err),
        ERROR_USAGE, "themselves");
    add(f, "Jo Two, Northwind");
    add(f, "Jo Two, Northwind");
    must_fail(desk_succession_read(f->desk, dana, "Jo Two", f->arena, &out, &f->err),
              ERROR_AMBIGUOUS, "add the mail");
    sam = name(f, dana, "Sam Poe");
    must_fail(desk_succession_read(f->desk, dana, "Kim Doe", f->arena, &out, &f->err),
              ERROR_FAILED, "Sam Poe took over from Dana Whitfield already");
    kim = name(f, sam, "Kim Doe");
    must_fail(desk_succession_read(f->desk, kim, "dana@northwind.example", f->arena, &out,
                                   &f->err),
              ERROR_USAGE, "name");
    must_fail(
        desk_succession_read(f->desk, kim, "Dana Whitfield", f->arena, &out, &f->err),
        ERROR_FAILED, "Dana Whitfield was there before Kim Doe");
    assert_int_equal(place(f, kim).before_count, 2);
    assert_string_equal(timeline(f, kim), "with Dana Whitfield: wants the second item\n");
}

/* A second window sees it, and is not allowed to name another. */
static void two_windows(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add_dana(f);
    struct succession late = read_line(f, dana, "Kim Doe");
    struct desk *mine = f->desk, *other = open_desk(f, DESK_WINDOW);
    struct contact_row *rows;
    bool changed = false;
    size_t count;
    int64_t id;

    f->desk = other;
    must(desk_refresh(mine, &changed, &f->err));
    name(f, dana, "Sam Poe");
    f->desk = mine;
    must(desk_refresh(mine, &changed, &f->err));
    assert_true(changed);
    assert_true(place(f, dana).has_successor);
    must_fail(desk_succession_store(mine, &late, 0, OUTCOME_NONE, NULL, &id, &f->err),
              ERROR_FAILED, "already");
    must_fail(
        desk_person_find(mine, "Kim Doe", f->arena, &late.left, NULL, NULL, &f->err),
        ERROR_NOT_FOUND, "nobody");
    must(desk_search(mine, "second item", 5, NULL, NULL, f->arena, &rows, &count,
                     &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].contact.id, dana);
    desk_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_answer_to_the_question, setup, teardown),
        cmocka_unit_test_setup_teardown(told_in_a_call, setup, teardown),
        cmocka_unit_test_setup_teardown(named_elsewhere, setup, teardown),
        cmocka_unit_test_setup_teardown(known_before_the_message, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_of_an_absence_goes_over, setup, teardown),
        cmocka_unit_test_setup_teardown(who_is_meant, setup, teardown),
        cmocka_unit_test_setup_teardown(the_mail_of_the_chair, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(two_windows, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
