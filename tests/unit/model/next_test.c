/* What finishing a touch proposes next: the built-in table, dates and absences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/embedded.h"
#include "touchbase/model/next.h"

static void read_plays(struct arena *arena, const char *own, struct plays *plays)
{
    const struct embedded_file *file = embedded_find("plays.ini");
    struct ini base;
    struct ini top;
    struct error err = {0};
    assert_true(ini_parse(arena, "plays.ini", file->text, file->size, &base, &err));
    assert_true(!own || ini_parse(arena, "mine.ini", own, strlen(own), &top, &err));
    assert_true(plays_read(arena, &base, own ? &top : NULL, plays, &err));
}

static struct next_step after(struct arena *arena, const char *own, enum channel channel,
                              enum outcome outcome, const char *today,
                              const char *landing)
{
    struct touch done = {.channel = channel, .purpose = "pricing"};
    day_number day = DAY_NONE;
    day_number land = DAY_NONE;
    struct plays plays;
    struct next_step step;
    read_plays(arena, own, &plays);
    assert_true(day_parse(today, &day));
    assert_true(!*landing || day_parse(landing, &land));
    next_after(arena, &plays, &done, outcome, day, land, (struct holidays){NULL, 0},
               &step);
    return step;
}

/* 2026-03-02 is a Monday. */
static void every_outcome_has_its_next_step(void **state)
{
    static const struct {
        enum channel channel;
        enum outcome outcome;
        enum next_kind kind;
        const char *sentence;
    } rows[] = {
        {CHANNEL_CALL, OUTCOME_REACHED, NEXT_TOUCH, "Next: call Mon 9 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_VOICEMAIL, NEXT_TOUCH, "Next: call Wed 4 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_NO_ANSWER, NEXT_TOUCH, "Next: call Tue 3 Mar, pricing"},
        {CHANNEL_VISIT, OUTCOME_NO_ANSWER, NEXT_TOUCH, "Next: visit Tue 3 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_GATEKEEPER, NEXT_TOUCH, "Next: call Wed 4 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_BUSY, NEXT_TOUCH, "Next: call Tue 3 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_MAILBOX_FULL, NEXT_TOUCH, "Next: email today, pricing"},
        {CHANNEL_CALL, OUTCOME_AWAY, NEXT_ABSENCE,
         "Take in the greeting: who is away, until when"},
        {CHANNEL_CALL, OUTCOME_WRONG_NUMBER, NEXT_NUMBER, "Put the phone number right"},
        {CHANNEL_CALL, OUTCOME_NOT_NOW, NEXT_TOUCH, "Next: call Wed 1 Apr, pricing"},
        {CHANNEL_CALL, OUTCOME_DECLINED, NEXT_NO, "Stage no: nothing next"},
        {CHANNEL_EMAIL, OUTCOME_SENT, NEXT_TOUCH, "Next: call Thu 5 Mar, pricing"},
        {CHANNEL_EMAIL, OUTCOME_REPLIED, NEXT_TOUCH, "Next: call Tue 3 Mar, pricing"},
        {CHANNEL_EMAIL, OUTCOME_BOUNCED, NEXT_ADDRESS, "Put the address right"},
        {CHANNEL_CARD, OUTCOME_WRITTEN, NEXT_NOTHING, "No next touch is proposed"},
        {CHANNEL_LETTER, OUTCOME_POSTED, NEXT_TOUCH, "Next: call Mon 9 Mar, pricing"},
        {CHANNEL_CALL, OUTCOME_DROPPED, NEXT_NOTHING, "No next touch is proposed"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct next_step step =
            after(*state, NULL, rows[i].channel, rows[i].outcome, "2026-03-02", "");
        assert_int_equal(step.kind, rows[i].kind);
        assert_string_equal(step.sentence, rows[i].sentence);
        assert_true((step.due.day == DAY_NONE) == (step.kind != NEXT_TOUCH));
    }
}

/* Thirty days may end on a weekend; working days never do. */
static void nothing_is_proposed_for_a_weekend(void **state)
{
    static const struct {
        enum outcome outcome;
        const char *today;
        const char *due;
    } rows[] = {
        {OUTCOME_NOT_NOW, "2026-03-05", "2026-04-06"},
        {OUTCOME_NOT_NOW, "2026-03-06", "2026-04-06"},
        {OUTCOME_BUSY, "2026-03-06", "2026-03-09"},
        {OUTCOME_BUSY, "2026-03-07", "2026-03-09"},
        {OUTCOME_REACHED, "2026-12-31", "2027-01-07"},
        {OUTCOME_VOICEMAIL, "2026-03-05", "2026-03-09"},
        {OUTCOME_MAILBOX_FULL, "2026-03-07", "2026-03-07"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[DAY_TEXT_SIZE];
        struct next_step step =
            after(*state, NULL, CHANNEL_CALL, rows[i].outcome, rows[i].today, "");
        assert_string_equal(day_format(step.due.day, text), rows[i].due);
        assert_int_equal(step.due.minute, MINUTE_NONE);
    }
}

static void who_is_away_is_not_called_before_the_landing(void **state)
{
    char text[DAY_TEXT_SIZE];
    struct next_step step =
        after(*state, NULL, CHANNEL_CALL, OUTCOME_VOICEMAIL, "2026-03-02", "2026-03-10");
    assert_string_equal(day_format(step.due.day, text), "2026-03-10");
    step = after(*state, NULL, CHANNEL_CALL, OUTCOME_NOT_NOW, "2026-03-02", "2026-03-10");
    assert_string_equal(day_format(step.due.day, text), "2026-04-01");
    step = after(*state,
                 "[next written]\ndo = touch\nchannel = same\nafter = 1 working day\n",
                 CHANNEL_CARD, OUTCOME_WRITTEN, "2026-03-02", "2026-03-10");
    assert_string_equal(day_format(step.due.day, text), "2026-03-03");
}

static void a_touch_without_purpose_proposes_none(void **state)
{
    struct touch done = {.channel = CHANNEL_CALL};
    struct plays plays;
    struct next_step step;
    read_plays(*state, NULL, &plays);
    next_after(*state, &plays, &done, OUTCOME_REACHED, day_of(2026, 3, 2), DAY_NONE,
               (struct holidays){NULL, 0}, &step);
    assert_null(step.purpose);
    assert_string_equal(step.sentence, "Next: call Mon 9 Mar");
}

static void an_own_file_proposes_its_own(void **state)
{
    struct next_step step =
        after(*state,
              "[next reached]\nchannel = card\nafter = today\n"
              "purpose = thank you: {matter}\n[next sent]\ndo = nothing\n",
              CHANNEL_CALL, OUTCOME_REACHED, "2026-03-02", "");
    assert_int_equal(step.channel, CHANNEL_CARD);
    assert_string_equal(step.purpose, "thank you: pricing");
    step = after(*state, "[next sent]\ndo = nothing\n", CHANNEL_EMAIL, OUTCOME_SENT,
                 "2026-03-02", "");
    assert_int_equal(step.kind, NEXT_NOTHING);
}

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_outcome_has_its_next_step, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_proposed_for_a_weekend, begin, end),
        cmocka_unit_test_setup_teardown(who_is_away_is_not_called_before_the_landing,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_touch_without_purpose_proposes_none, begin,
                                        end),
        cmocka_unit_test_setup_teardown(an_own_file_proposes_its_own, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
