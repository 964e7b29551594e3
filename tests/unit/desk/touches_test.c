/* Touches planned in one line, moved, finished (desk/plan.h). */
#include "fixture.h"

static struct touch read_line(struct fixture *f, int64_t contact_id, const char *line,
                              struct touch_warning *warning)
{
    struct touch touch;

    must(desk_touch_read(f->desk, contact_id, line, f->arena, &touch, warning, &f->err));
    return touch;
}

static void finish(struct fixture *f, int64_t id, enum outcome outcome)
{
    must(desk_touch_finish(f->desk, id, outcome, NULL, &f->err));
}

/* Nobody is called without a purpose, nobody is warned about: the line as it is meant. */
static void a_line_is_read(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    static const struct {
        const char *line;
        enum channel channel;
        bool promise;
        const char *due, *purpose;
    } cases[] = {
        {"call tue 2pm offer for the pump", CHANNEL_CALL, false, "2026-03-03 14:00",
         "offer for the pump"},
        {"! call tue 2pm offer", CHANNEL_CALL, true, "2026-03-03 14:00", "offer"},
        {"!call tue offer", CHANNEL_CALL, true, "2026-03-03", "offer"},
        {"  email\ttomorrow   price list  ", CHANNEL_EMAIL, false, "2026-03-03",
         "price list"},
        {"mail +3d 20 pumps", CHANNEL_EMAIL, false, "2026-03-05", "20 pumps"},
        {"vm today short word", CHANNEL_VOICEMAIL, false, "2026-03-02", "short word"},
        {"visit 2026-03-20 09:30", CHANNEL_VISIT, false, "2026-03-20 09:30", NULL},
        {"postcard in 2 weeks from the fair", CHANNEL_POSTCARD, false, "2026-03-16",
         "from the fair"},
        {"card", CHANNEL_CARD, false, "2026-03-02", NULL},
        {"message fri 03:30 nachts, für Zoë", CHANNEL_MESSAGE, false, "2026-03-06 03:30",
         "nachts, für Zoë"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct touch_warning warning;
        struct touch touch = read_line(f, id, cases[i].line, &warning);

        assert_int_equal(touch.channel, cases[i].channel);
        assert_int_equal(touch.promise, cases[i].promise);
        assert_due(touch.due, cases[i].due);
        assert_int_equal(touch.purpose == NULL, cases[i].purpose == NULL);
        if (cases[i].purpose != NULL)
            assert_string_equal(touch.purpose, cases[i].purpose);
        assert_int_equal(touch.zone == NULL, touch.due.minute == MINUTE_NONE);
        assert_int_equal(warning.words == NULL, cases[i].purpose != NULL);
    }
    assert_int_equal(counts(f).pending, 0);
}

static void a_line_with_mistakes_is_refused(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    static const struct {
        const char *line;
        enum error_code code;
        const char *words;
    } cases[] = {
        {"", ERROR_USAGE, "call tue 2pm offer"},
        {"  !  ", ERROR_USAGE, "call tue 2pm offer"},
        {"pigeon tue", ERROR_USAGE, "\"pigeon\" is no channel"},
        {"tue call offer", ERROR_USAGE, "\"tue\" is no channel"},
        {"call offer", ERROR_USAGE, "offer"},
        {"call 30 feb offer", ERROR_USAGE, ""},
        {"call 3/4 offer", ERROR_AMBIGUOUS, ""},
        {"call when back offer", ERROR_NOT_FOUND, ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct touch touch;
        struct touch_warning warning;

        must_fail(desk_touch_read(f->desk, id, cases[i].line, f->arena, &touch, &warning,
                                  &f->err),
                  cases[i].code, cases[i].words);
    }
}

static void parts_are_read_like_a_line(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch touch;
    struct touch_warning warning;

    must(desk_touch_make(f->desk, id, "call", "14:30 tomorrow", " pricing ", f->arena,
                         &touch, &warning, &f->err));
    assert_due(touch.due, "2026-03-03 14:30");
    assert_string_equal(touch.zone, "America/Toronto");
    assert_string_equal(touch.purpose, "pricing");
    must(desk_touch_make(f->desk, id, "card", "fri", "  ", f->arena, &touch, &warning,
                         &f->err));
    assert_null(touch.purpose);
    must_fail(desk_touch_make(f->desk, id, "carrd", "fri", NULL, f->arena, &touch,
                              &warning, &f->err),
              ERROR_USAGE, "no channel");
    must_fail(desk_touch_make(f->desk, id, "card", "fri pump", NULL, f->arena, &touch,
                              &warning, &f->err),
              ERROR_USAGE, "");
}

/* Clocks go forward on 8 March 2026 in Toronto: the wall time is what was meant. */
static void utc_follows_the_zone(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch before = touch_of(f, plan(f, id, "call 2026-03-06 10:00 a"));
    struct touch after = touch_of(f, plan(f, id, "call 2026-03-09 10:00 b"));

    assert_int_equal(before.due_utc, (int64_t)day("2026-03-06") * 86400 + 15 * 3600);
    assert_int_equal(after.due_utc, (int64_t)day("2026-03-09") * 86400 + 14 * 3600);
}

static void when_back_is_the_landing_day(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct take_in item;
    struct wall due;
    struct touch_warning warning;

    must(take_in_text(f->desk, "I am on vacation until Friday, March 6, back on Monday.",
                      id, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_when(f->desk, id, "when back", &due, &f->err));
    assert_due(due, "2026-03-10");
    assert_due(read_line(f, id, "call when back 10:00 offer", &warning).due,
               "2026-03-10 10:00");
    must_fail(desk_when(f->desk, 0, "when back", &due, &f->err), ERROR_NOT_FOUND, "");
    must(desk_when(f->desk, 0, "tomorrow", &due, &f->err));
    assert_due(due, "2026-03-03");
}

static void planning_is_a_step(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t touch = plan(f, id, "call fri 10:00 offer");
    struct touch stored = touch_of(f, touch), found;

    assert_int_equal(stored.cause, CAUSE_HAND);
    assert_int_equal(stored.direction, DIRECTION_OUT);
    assert_string_equal(stored.contact, "Dana Whitfield");
    must(desk_touch_find(f->desk, arena_copy(f->arena, stored.uuid, 6), f->arena, &found,
                         &f->err));
    assert_int_equal(found.id, touch);
    undo_is(f, "call with Dana Whitfield on 2026-03-06 10:00");
    must_fail(desk_touch_get(f->desk, touch, f->arena, &found, &f->err), ERROR_NOT_FOUND,
              "not on the desk any more");
    redo(f);
    assert_string_equal(touch_of(f, touch).uuid, stored.uuid);
}

static void a_touch_is_named_by_its_id(void **state)
{
    struct fixture *f = *state;
    struct touch touch;

    must_fail(desk_touch_find(f->desk, "abc", f->arena, &touch, &f->err), ERROR_USAGE,
              "6 or more characters");
    must_fail(desk_touch_find(f->desk, "abcdef", f->arena, &touch, &f->err),
              ERROR_NOT_FOUND, "there is no touch abcdef");
    must_fail(desk_touch_find(f->desk, "no id at all", f->arena, &touch, &f->err),
              ERROR_NOT_FOUND, "there is no touch");
}

static int64_t add_barred(struct fixture *f)
{
    int64_t id = add(f, "Max Silent, max@silent.example");
    struct contact contact = person(f, id);

    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    return id;
}

static void do_not_contact_is_obeyed(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Max Silent, max@silent.example");
    int64_t before = plan(f, id, "call fri offer");
    struct contact contact = person(f, id);
    struct touch next;
    struct touch_warning warning;
    int made;

    contact.do_not_contact = true;
    must(desk_person_change(f->desk, &contact, &f->err));
    made = steps(f);
    next = read_line(f, id, "call +7d offer", &warning);
    must_fail(desk_touch_plan(f->desk, &next, &before, &f->err), ERROR_FAILED,
              "Max Silent is marked \"do not contact\"");
    must_fail(desk_touch_finish(f->desk, before, OUTCOME_REACHED, &next, &f->err),
              ERROR_FAILED, "do not contact");
    assert_int_equal(touch_of(f, before).outcome, OUTCOME_NONE);
    assert_int_equal(steps(f), made);
    must(desk_touch_drop(f->desk, before, &f->err));
}

static void moving_keeps_the_identity(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t touch = plan(f, id, "call fri 10:00 offer");
    struct touch before = touch_of(f, touch), after;

    must(desk_touch_move(f->desk, touch, (struct wall){day("2026-03-12"), MINUTE_NONE},
                         &f->err));
    after = touch_of(f, touch);
    assert_string_equal(after.uuid, before.uuid);
    assert_due(after.due, "2026-03-12");
    assert_null(after.zone);
    assert_int_equal(after.sequence, before.sequence + 1);
    undo_is(f, "move of call with Dana Whitfield");
    after = touch_of(f, touch);
    assert_due(after.due, "2026-03-06 10:00");
    assert_string_equal(after.zone, "America/Toronto");
    assert_int_equal(after.sequence, before.sequence + 2);
    must_fail(
        desk_touch_move(f->desk, 4711, (struct wall){day("2026-03-12"), 0}, &f->err),
        ERROR_NOT_FOUND, "not on the desk");
}

/* A day a person gives to what an absence moved is where it stands from now on. */
static void moved_by_hand_is_no_longer_moved_by_an_absence(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t moved = plan(f, id, "email thu offer");
    int64_t changed = plan(f, id, "email thu 11:00 list");
    struct take_in item;
    struct touch touch;

    must(take_in_text(f->desk, "I am away until Monday, March 9.", id, f->arena, &item,
                      &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    assert_true(touch_of(f, moved).moved);
    must(desk_touch_move(f->desk, moved, (struct wall){day("2026-03-12"), MINUTE_NONE},
                         &f->err));
    touch = touch_of(f, changed);
    assert_true(touch.moved);
    touch.due.minute = 15 * 60;
    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_false(touch_of(f, moved).moved);
    assert_int_equal(touch_of(f, moved).before_due.day, DAY_NONE);
    assert_false(touch_of(f, changed).moved);
    assert_int_equal(touch_of(f, changed).before_due.day, DAY_NONE);
}

static void a_touch_is_changed(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch touch = touch_of(f, plan(f, id, "call fri 10:00 offer"));
    int made = steps(f);

    must(desk_touch_change(f->desk, &touch, &f->err));
    assert_int_equal(steps(f), made);
    touch.channel = CHANNEL_EMAIL;
    touch.purpose = "the list";
    touch.opener = "Here it is.";
    touch.draft = "Hello";
    touch.promise = true;
    touch.due = (struct wall){day("2026-03-09"), 600};
    touch.contact_id = 4711; /* not to be changed so */
    must(desk_touch_change(f->desk, &touch, &f->err));
    touch = touch_of(f, touch.id);
    assert_int_equal(touch.channel, CHANNEL_EMAIL);
    assert_string_equal(touch.purpose, "the list");
    assert_string_equal(touch.opener, "Here it is.");
    assert_string_equal(touch.draft, "Hello");
    assert_true(touch.promise);
    assert_int_equal(touch.contact_id, id);
    assert_int_equal(touch.due_utc, (int64_t)day("2026-03-09") * 86400 + 14 * 3600);
    undo_is(f, "change of email with Dana Whitfield");
    assert_string_equal(touch_of(f, touch.id).purpose, "offer");
}

/* What follows is planned in the same step; one undo takes all of it back. */
static void finishing_with_next_is_one_step(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield, #rest");
    int64_t touch = plan(f, id, "call today offer");
    struct touch_warning warning;
    struct touch next = read_line(f, id, "call +7d 10:00 second item", &warning);

    must(desk_touch_finish(f->desk, touch, OUTCOME_REACHED, &next, &f->err));
    assert_int_equal(touch_of(f, touch).outcome, OUTCOME_REACHED);
    assert_int_equal(touch_of(f, touch).done_utc, desk_now(f->desk));
    assert_int_equal(person(f, id).last_contact_utc, desk_now(f->desk));
    assert_string_equal(pending(f, id), "2026-03-09 10:00 call hand second item");
    undo_is(f, "call with Dana Whitfield: reached");
    assert_string_equal(pending(f, id), "2026-03-02 call hand offer");
    assert_int_equal(person(f, id).last_contact_utc, 0);
    redo(f);
    assert_string_equal(pending(f, id), "2026-03-09 10:00 call hand second item");
    must_fail(desk_touch_finish(f->desk, touch, OUTCOME_REACHED, NULL, &f->err),
              ERROR_FAILED, "done already (reached)");
    must_fail(desk_touch_move(f->desk, touch, next.due, &f->err), ERROR_FAILED,
              "done already");
    must_fail(desk_touch_drop(f->desk, touch, &f->err), ERROR_FAILED, "done already");
}

static void a_next_step_is_proposed(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch touch = touch_of(f, plan(f, id, "call today offer"));
    struct next_step next;
    struct take_in item;

    must(desk_touch_next(f->desk, &touch, OUTCOME_VOICEMAIL, f->arena, &next, &f->err));
    assert_int_equal(next.kind, NEXT_TOUCH);
    assert_int_equal(next.channel, CHANNEL_CALL);
    assert_due(next.due, "2026-03-04");
    assert_string_equal(next.purpose, "offer");
    must(desk_touch_next(f->desk, &touch, OUTCOME_AWAY, f->arena, &next, &f->err));
    assert_int_equal(next.kind, NEXT_ABSENCE);
    must(desk_touch_next(f->desk, &touch, OUTCOME_DECLINED, f->arena, &next, &f->err));
    assert_int_equal(next.kind, NEXT_NO);
    /* Nothing but post before they are back. */
    must(take_in_text(f->desk, "I am away until Monday, March 9.", id, f->arena, &item,
                      &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_touch_next(f->desk, &touch, OUTCOME_VOICEMAIL, f->arena, &next, &f->err));
    assert_due(next.due, "2026-03-10");
}

static void a_clear_no_ends_it(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield, #prospect");
    int64_t touch = plan(f, id, "call today offer");

    finish(f, touch, OUTCOME_DECLINED);
    assert_int_equal(person(f, id).stage, STAGE_NO);
    assert_int_equal(counts(f).no_next_step, 0);
    undo_is(f, "call with Dana Whitfield: declined");
    assert_int_equal(person(f, id).stage, STAGE_PROSPECT);
    assert_int_equal(touch_of(f, touch).outcome, OUTCOME_NONE);
}

static void an_outcome_of_another_channel_is_refused(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    static const struct {
        const char *line;
        enum outcome wrong, right;
        const char *words;
    } cases[] = {
        {"call today offer", OUTCOME_POSTED, OUTCOME_BUSY,
         "\"posted\" is no outcome of a call"},
        {"card today thanks", OUTCOME_REACHED, OUTCOME_WRITTEN,
         "\"reached\" is no outcome of a card"},
        {"email today list", OUTCOME_NO_ANSWER, OUTCOME_BOUNCED,
         "\"no-answer\" is no outcome of an email"},
        {"call today offer", OUTCOME_NONE, OUTCOME_VOICEMAIL, "outcome"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t touch = plan(f, id, cases[i].line);

        must_fail(desk_touch_finish(f->desk, touch, cases[i].wrong, NULL, &f->err),
                  ERROR_USAGE, cases[i].words);
        assert_int_equal(touch_of(f, touch).outcome, OUTCOME_NONE);
        finish(f, touch, cases[i].right);
        assert_int_equal(touch_of(f, touch).outcome, cases[i].right);
    }
}

static void a_dropped_touch_keeps_its_place(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    int64_t touch = plan(f, id, "call fri 10:00 offer");

    must(desk_touch_drop(f->desk, touch, &f->err));
    assert_string_equal(pending(f, id), "");
    assert_int_equal(touch_of(f, touch).outcome, OUTCOME_DROPPED);
    assert_due(touch_of(f, touch).due, "2026-03-06 10:00");
    undo_is(f, "drop of call with Dana Whitfield");
    assert_string_equal(pending(f, id), "2026-03-06 10:00 call hand offer");
}

static void assert_warning(struct fixture *f, int64_t id, const char *line,
                           const char *expected)
{
    struct touch_warning warning;

    read_line(f, id, line, &warning);
    if (expected == NULL)
        assert_null(warning.words);
    else if (warning.words == NULL || strcmp(warning.words, expected) != 0)
        fail_msg("%s: %s", line, warning.words == NULL ? "no warning" : warning.words);
}

/* Rule 7: one call a week, three touches in seven days; the same weekday is free. */
static void pace_warns(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");

    plan(f, id, "call thu offer");
    assert_warning(f, id, "call fri offer", "more than 1 call in 7 days");
    assert_warning(f, id, "call 2026-03-12 offer", NULL);
    assert_warning(f, id, "email fri offer", NULL);
    plan(f, id, "email fri offer");
    plan(f, id, "message sat offer");
    assert_warning(f, id, "email wed list", "more than 3 touches in 7 days");
    assert_warning(f, id, "email wed",
                   "more than 3 touches in 7 days; no purpose: what does it bring them?");
    assert_warning(f, id, "! call fri as agreed", NULL);
    assert_warning(f, id, "card wed thanks", NULL);
    assert_warning(f, id, "call wed they asked for it", NULL);
}

/* Moved past the pace or into an absence it says so; within it, even by a day, it does
 * not stand in its own way, and a purpose is not asked for. */
static void moving_warns_as_planning_does(void **state)
{
    static const struct {
        const char *day, *words;
    } cases[] = {{"2026-03-04", NULL},
                 {"2026-03-05", NULL},
                 {"2026-03-19", NULL},
                 {"2026-03-06", "more than 1 call in 7 days"},
                 {"2026-03-12", "more than 1 call in 7 days"},
                 {"2026-03-18", "more than 1 call in 7 days"}};
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch touch = touch_of(f, plan(f, id, "call thu"));
    struct touch_warning warning;

    plan(f, id, "call 2026-03-12 offer");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct wall due = {day(cases[i].day), MINUTE_NONE};

        must(desk_move_warning(f->desk, &touch, due, f->arena, &warning, &f->err));
        assert_int_equal(warning.words != NULL, cases[i].words != NULL);
        if (warning.words != NULL)
            assert_string_equal(warning.words, cases[i].words);
    }
    assert_due(touch_of(f, touch.id).due, "2026-03-05"); /* only asked */
}

/* What counts of a call that is done is the day it was done on. */
static void pace_counts_the_day_of_doing(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");

    finish(f, plan(f, id, "call 2026-03-30 offer"), OUTCOME_REACHED);
    assert_warning(f, id, "call thu offer", "more than 1 call in 7 days");
    assert_warning(f, id, "call 2026-03-30 offer", NULL);
}

/* Past the pace the last days are shown; within it nothing is. */
static void past_the_pace_the_last_days_are_shown(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct touch_warning warning;

    finish(f, plan(f, id, "email today list"), OUTCOME_SENT);
    plan(f, id, "call thu offer");
    read_line(f, id, "call fri offer", &warning);
    assert_string_equal(warning.strip, "14 days .............e  1 email");
    read_line(f, id, "call 2026-03-12 offer", &warning);
    assert_null(warning.strip);
    must(desk_pace_dial(f->desk, id, 0, f->arena, &warning, &f->err));
    assert_string_equal(warning.words, "more than 1 call in 7 days");
}

/* The call that is dialled is no other call. */
static void dialling_what_was_planned_is_within_the_pace(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield"), touch = plan(f, id, "call thu offer");
    struct touch_warning warning;

    must(desk_pace_dial(f->desk, id, touch, f->arena, &warning, &f->err));
    assert_null(warning.words);
    assert_null(warning.strip);
}

/* Rule 9: busy and no answer are attempts; one a day, and they use up no week. */
static void one_attempt_a_day(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");

    finish(f, plan(f, id, "call today offer"), OUTCOME_BUSY);
    assert_warning(f, id, "call today offer", "a second attempt on the same day");
    assert_warning(f, id, "call tomorrow offer", NULL);
}

static void away_warns(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield"), tom = add(f, "Tom Field");
    struct take_in item;

    must(take_in_text(
        f->desk, "I am on vacation from March 4 and will be back on Monday, March 9.",
        dana, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    assert_warning(f, dana, "email tomorrow offer", NULL);
    assert_warning(f, dana, "email thu offer", "they are away then, back 2026-03-09");
    assert_warning(f, dana, "card thu thanks", NULL);
    assert_warning(f, dana, "email 2026-03-09 offer", NULL);
    assert_warning(f, dana, "email thu",
                   "they are away then, back 2026-03-09; no purpose: what does it bring "
                   "them?");
    must(take_in_text(
        f->desk, "I will be at a conference from March 23 and back on Friday, March 27.",
        dana, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    assert_warning(f, dana, "message 2026-03-24 offer",
                   "they are away then, back 2026-03-27");
    assert_warning(f, dana, "message 2026-03-18 offer", NULL);
    must(take_in_text(f->desk, "I am out of the office.", tom, f->arena, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    assert_warning(f, tom, "email 2026-04-01 offer",
                   "they are away then, nobody knows until when");
}

static void nothing_is_planned_with_who_is_barred(void **state)
{
    struct fixture *f = *state;
    int64_t id = add_barred(f);
    struct take_in item;
    struct take_in_result result;

    must(take_in_text(f->desk, "I am on vacation until March 6.", id, f->arena, &item,
                      &f->err));
    result = file(f, &item, TAKE_IN_ACCEPT);
    assert_true(result.filed);
    assert_false(result.started);
    assert_string_equal(pending(f, id), "");
}

/* Rule 3: nothing is proposed within an absence that is to come. */
static void the_next_touch_is_behind_an_absence(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add(f, "Ana Ruiz, Brio");
    struct touch touch = touch_of(f, plan(f, ana, "call 2026-03-02 offer"));
    struct next_step next;

    goes_away(f, ana, "I am on vacation and back on March 5, 2026.");
    goes_away(f, ana,
              "I am on a business trip from March 30, 2026 and back on April 8, "
              "2026.");
    must(desk_touch_next(f->desk, &touch, OUTCOME_NOT_NOW, f->arena, &next, &f->err));
    assert_due(next.due, "2026-04-09");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_next_touch_is_behind_an_absence, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_line_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_with_mistakes_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(parts_are_read_like_a_line, setup, teardown),
        cmocka_unit_test_setup_teardown(utc_follows_the_zone, setup, teardown),
        cmocka_unit_test_setup_teardown(when_back_is_the_landing_day, setup, teardown),
        cmocka_unit_test_setup_teardown(planning_is_a_step, setup, teardown),
        cmocka_unit_test_setup_teardown(a_touch_is_named_by_its_id, setup, teardown),
        cmocka_unit_test_setup_teardown(do_not_contact_is_obeyed, setup, teardown),
        cmocka_unit_test_setup_teardown(moving_keeps_the_identity, setup, teardown),
        cmocka_unit_test_setup_teardown(moved_by_hand_is_no_longer_moved_by_an_absence,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(a_touch_is_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(finishing_with_next_is_one_step, setup, teardown),
        cmocka_unit_test_setup_teardown(a_next_step_is_proposed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_clear_no_ends_it, setup, teardown),
        cmocka_unit_test_setup_teardown(an_outcome_of_another_channel_is_refused, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_dropped_touch_keeps_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(pace_warns, setup, teardown),
        cmocka_unit_test_setup_teardown(moving_warns_as_planning_does, setup, teardown),
        cmocka_unit_test_setup_teardown(pace_counts_the_day_of_doing, setup, teardown),
        cmocka_unit_test_setup_teardown(past_the_pace_the_last_days_are_shown, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(dialling_what_was_planned_is_within_the_pace,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(one_attempt_a_day, setup, teardown),
        cmocka_unit_test_setup_teardown(away_warns, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_is_planned_with_who_is_barred, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
