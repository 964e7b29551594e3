/* Plays files: what is read, how an own file lies on top, and every mistake with its
 * line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/embedded.h"
#include "touchbase/model/plays.h"

static bool read_text(struct arena *arena, const char *name, const char *text,
                      struct ini *ini)
{
    struct error err = {0};
    return ini_parse(arena, name, text, strlen(text), ini, &err);
}

/* The plays built in, with own on top (NULL: none). */
static bool read_own(struct arena *arena, const char *own, struct plays *out,
                     struct error *err)
{
    const struct embedded_file *file = embedded_find("plays.ini");
    struct ini base;
    struct ini top;
    assert_non_null(file);
    assert_true(read_text(arena, "plays.ini", file->text, &base));
    assert_true(!own || read_text(arena, "mine.ini", own, &top));
    return plays_read(arena, &base, own ? &top : NULL, out, err);
}

static void the_built_in_plays_are_sound(void **state)
{
    struct plays plays;
    struct error err = {0};
    if (!read_own(*state, NULL, &plays, &err))
        fail_msg("%s", err.text);
    for (int i = 0; i < PLAY_COUNT; i++) {
        const struct play *play = &plays.plays[i];
        if (play->wish && (play->wish_purpose.count == 0 || play->wish_draft.count == 0))
            fail_msg("%s: a wish without words", play->name);
        if (play->answer && play->answer_draft.count == 0)
            fail_msg("%s: an answer without words", play->name);
        if (play->return_call && play->opener.count == 0)
            fail_msg("%s: a return call without opener", play->name);
        if (play->find_purpose.count == 0 || play->landing < 1)
            fail_msg("%s: no way back", play->name);
    }
}

/* The table of rule 2, a word a reason. */
static void reasons_call_for_what_rule_2_says(void **state)
{
    static const struct {
        int play;
        const char *wish;
        bool answer;
        bool returns;
        int landing;
        int window;
    } rows[] = {
        {REASON_NONE, "", true, true, 1, 30},
        {REASON_VACATION, "", true, true, 1, 30},
        {REASON_HOLIDAY, "", false, false, 1, 30},
        {REASON_WEDDING, "card", false, true, 1, 30},
        {REASON_GRADUATION, "card", false, true, 1, 30},
        {REASON_FUNERAL, "card", false, true, 3, 60},
        {REASON_ILLNESS, "card", false, true, 1, 0},
        {REASON_PARENTAL, "card", false, true, 1, 30},
        {REASON_TRAVEL, "", true, true, 1, 30},
        {REASON_CONFERENCE, "", true, true, 1, 30},
        {REASON_TRAINING, "", true, true, 1, 30},
        {REASON_MOVING, "", true, true, 1, 30},
        {REASON_JURY, "", true, true, 1, 30},
        {REASON_OTHER, "", true, true, 1, 30},
        {PLAY_LEFT, "message", false, false, 1, 30},
    };
    struct plays plays;
    struct error err = {0};
    assert_true(read_own(*state, NULL, &plays, &err));
    assert_int_equal(sizeof rows / sizeof *rows, PLAY_COUNT);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct play *play = &plays.plays[rows[i].play];
        const char *wish = play->wish ? channel_name(play->wish_channel) : "";
        if (strcmp(wish, rows[i].wish) != 0 || play->answer != rows[i].answer ||
            play->return_call != rows[i].returns || play->landing != rows[i].landing ||
            play->wish_window != rows[i].window)
            fail_msg("%s", play->name);
        assert_int_equal(play->hold_post, rows[i].play == REASON_FUNERAL);
        assert_int_equal(play->hold, rows[i].play != PLAY_LEFT);
        assert_int_equal(play->ask_cover, rows[i].play == PLAY_LEFT);
    }
}

/* The rules of the file are those of the program: neither drifts. */
static void the_file_sets_every_rule_as_the_program_does(void **state)
{
    size_t count = 0;
    struct plays plays;
    struct error err = {0};
    struct rules usual = rules_default();
    const struct rule_row *rows = rules_rows(&count);
    const char *text = embedded_find("plays.ini")->text;
    assert_true(read_own(*state, NULL, &plays, &err));
    assert_memory_equal(&plays.rules, &usual, sizeof usual);
    for (size_t i = 0; i < count; i++) {
        char line[64];
        snprintf(line, sizeof line, "\n%s = %d\n", rows[i].name, rows[i].normal);
        if (!strstr(text, line))
            fail_msg("%s is not in the file", rows[i].name);
        assert_true(rows[i].minimum <= rows[i].normal &&
                    rows[i].normal <= rows[i].maximum);
    }
}

static void left_is_a_play_of_its_own(void **state)
{
    struct plays plays;
    struct error err = {0};
    assert_true(read_own(*state, NULL, &plays, &err));
    assert_string_equal(plays_for(&plays, READING_LEFT, REASON_VACATION)->name, "left");
    assert_string_equal(plays_for(&plays, READING_OOO, REASON_VACATION)->name,
                        "vacation");
    assert_string_equal(plays_for(&plays, READING_OOO, REASON_NONE)->name, "none");
}

static void an_own_file_changes_only_what_it_names(void **state)
{
    struct plays usual;
    struct plays plays;
    struct error err = {0};
    assert_true(read_own(*state, NULL, &usual, &err));
    assert_true(read_own(*state,
                         "[play vacation]\nwish = postcard\nwish_after = 2 working days\n"
                         "wish_purpose = greetings\nopener = Hi {first}!\nlanding = 2\n"
                         "[rules]\nfind_out_days = 10\n"
                         "[next sent]\nafter = 2 weeks\nchannel = visit\n",
                         &plays, &err));
    const struct play *play = &plays.plays[REASON_VACATION];
    assert_true(play->wish && play->answer && play->hold);
    assert_int_equal(play->wish_channel, CHANNEL_POSTCARD);
    assert_true(play->wish_after.working && play->wish_after.count == 2);
    assert_int_equal(play->opener.count, 1);
    assert_string_equal(play->opener.texts[0], "Hi {first}!");
    assert_int_equal(play->answer_draft.count,
                     usual.plays[REASON_VACATION].answer_draft.count);
    assert_int_equal(play->landing, 2);
    assert_int_equal(plays.plays[REASON_TRAVEL].landing, 1);
    assert_int_equal(plays.rules.find_out_days, 10);
    assert_int_equal(plays.rules.return_call_days, 14);
    assert_int_equal(plays.next[OUTCOME_SENT].after.count, 14);
    assert_int_equal(plays.next[OUTCOME_SENT].channel, CHANNEL_VISIT);
    assert_int_equal(plays.next[OUTCOME_SENT].purpose.count, 1);
}

/* [play any] is what a reason has when neither file says more about it. */
static void any_lies_below_the_reasons(void **state)
{
    struct plays plays;
    struct error err = {0};
    assert_true(
        read_own(*state,
                 "[play jury]\nlanding = 4\n[play any]\nlanding = 2\nanswer = no\n"
                 "opener = Hello\nopener = Again\n",
                 &plays, &err));
    assert_int_equal(plays.plays[REASON_JURY].landing, 4);
    assert_int_equal(plays.plays[REASON_OTHER].landing, 2);
    assert_int_equal(plays.plays[REASON_FUNERAL].landing, 3);
    assert_false(plays.plays[REASON_VACATION].answer);
    assert_int_equal(plays.plays[REASON_NONE].opener.count, 2);
    assert_int_equal(plays.plays[REASON_VACATION].opener.count, 2);
    assert_string_equal(plays.plays[REASON_VACATION].opener.texts[0], "How was {place}?");
}

static void an_empty_wording_takes_away(void **state)
{
    struct plays plays;
    struct error err = {0};
    assert_true(read_own(*state, "[play vacation]\nopener =\n", &plays, &err));
    assert_int_equal(plays.plays[REASON_VACATION].opener.count, 0);
}

static const struct {
    const char *text;
    const char *says;
} mistakes[] = {
    {"landing = 1\n", "mine.ini:1: there is no section []"},
    {"\n[play picnic]\nhold = yes\n", "mine.ini:3: there is no section [play picnic]"},
    {"[plays vacation]\nhold = yes\n",
     "mine.ini:2: there is no section [plays vacation]"},
    {"[play]\nhold = yes\n", "mine.ini:2: there is no section [play]"},
    {"[play vacation]\n# words\nholds = yes\n", "mine.ini:3: there is no key \"holds\""},
    {"[play vacation]\nhold = maybe\n",
     "mine.ini:2: hold must be yes or no, not \"maybe\""},
    {"[play vacation]\nhold =\n", "mine.ini:2: hold must be yes or no"},
    {"[play vacation]\nhold = yes\nhold = no\n",
     "mine.ini:3: hold stands twice in [play vacation], first in line 2"},
    {"[play any]\nwish = no\n\nwish = card\n", "mine.ini:4: wish stands twice"},
    {"[play vacation]\nlanding = 0\n",
     "mine.ini:2: landing must be a number from 1 to 60"},
    {"[play vacation]\nlanding = -1\n", "mine.ini:2: landing must be a number"},
    {"[play vacation]\nlanding = two\n", "mine.ini:2: landing must be a number"},
    {"[play vacation]\nlanding = 99999999999999999999\n", "mine.ini:2: landing must be"},
    {"[play vacation]\nwish = call\n",
     "mine.ini:2: wish must be no, card, letter, postcard or message, not \"call\""},
    {"[play vacation]\nwish = email\n", "mine.ini:2: wish must be"},
    {"[play vacation]\nwish = yes\n", "mine.ini:2: wish must be"},
    {"[play vacation]\nwish_after = soon\n", "mine.ini:2: wish_after must be \"today\""},
    {"[play vacation]\nwish_after = 3 workdays\n", "mine.ini:2: wish_after must be"},
    {"[play vacation]\nwish_after = days\n", "mine.ini:2: wish_after must be"},
    {"[play vacation]\nwish_after = 4000 days\n", "mine.ini:2: wish_after must be"},
    {"[play vacation]\nwish_after = 600 weeks\n", "mine.ini:2: wish_after must be"},
    {"[play vacation]\nopener = How was {plaice}?\n",
     "mine.ini:2: opener: there is no {plaice}; there are {first}"},
    {"[play vacation]\nopener = How was {place?\n", "mine.ini:2: opener: "},
    {"[play vacation]\nopener = How was place}?\n", "mine.ini:2: opener: a \"}\" has no"},
    {"[play vacation]\nopener = a [b\n", "mine.ini:2: opener: a \"[\" has no"},
    {"[play vacation]\nopener = a ]b\n", "mine.ini:2: opener: a \"]\" has no"},
    {"[play vacation]\nopener = a [b [c]]\n", "mine.ini:2: opener: \"[\" inside"},
    {"[play vacation]\nopener = a \\t b\n", "mine.ini:2: opener: a \"\\\" must stand"},
    {"[play vacation]\nopener = a \\\n", "mine.ini:2: opener: a \"\\\" must stand"},
    {"[play vacation]\nopener = a\nopener = {b}\n",
     "mine.ini:3: opener: there is no {b}"},
    {"[next sent]\ndo = dance\n", "mine.ini:2: do must be touch, nothing, absence"},
    {"[next sent]\nchannel = smoke\n", "mine.ini:2: channel must be a channel"},
    {"[next sent]\nwhen = today\n",
     "mine.ini:2: there is no key \"when\" in [next sent]"},
    {"[next waved]\ndo = touch\n", "mine.ini:2: [next waved]: \"waved\" is no outcome"},
    {"[next dropped]\ndo = touch\n", "mine.ini:2: [next dropped]"},
    {"[next]\ndo = touch\n", "mine.ini:2: there is no section [next]"},
    {"[rules]\nfind_out_day = 7\n", "mine.ini:2: there is no rule \"find_out_day\""},
    {"[rules]\nfind_out_days = 0\n",
     "mine.ini:2: find_out_days must be a number from 1 to 365"},
    {"[rules]\nfind_out_days = 7d\n", "mine.ini:2: find_out_days must be"},
    {"[rules]\nfind_out_days = 7\nfind_out_days = 8\n",
     "mine.ini:3: find_out_days stands twice"},
    {"[setup]\nx = y\n",
     "there are [rules], [rules TAG], [next OUTCOME] and [play NAME]"},
};

static void every_mistake_is_named_with_its_line(void **state)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct plays plays;
        struct error err = {0};
        if (read_own(*state, mistakes[i].text, &plays, &err))
            fail_msg("taken: %s", mistakes[i].text);
        if (!strstr(err.text, mistakes[i].says))
            fail_msg("%s: %s", mistakes[i].text, err.text);
    }
}

/* A mistake in the base file carries that file's name. */
static void a_mistake_below_names_the_other_file(void **state)
{
    struct ini base;
    struct ini own;
    struct plays plays;
    struct error err = {0};
    assert_true(read_text(*state, "base.ini", "[play any]\nhold = x\n", &base));
    assert_true(read_text(*state, "mine.ini", "[play any]\nhold = yes\n", &own));
    assert_false(plays_read(*state, &base, &own, &plays, &err));
    assert_non_null(strstr(err.text, "base.ini:2: hold"));
}

static void offsets_count_days_or_working_days(void **state)
{
    static const struct {
        struct offset offset;
        const char *from;
        const char *to;
    } rows[] = {
        {{0, false}, "2026-03-07", "2026-03-07"},
        {{0, true}, "2026-03-07", "2026-03-07"},
        {{1, true}, "2026-03-06", "2026-03-09"},
        {{1, false}, "2026-03-06", "2026-03-07"},
        {{5, true}, "2026-03-02", "2026-03-09"},
        {{3, true}, "2026-12-30", "2027-01-05"},
        {{30, false}, "2026-01-31", "2026-03-02"},
    };
    day_number holiday = day_of(2027, 1, 1);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        day_number from = DAY_NONE;
        char text[DAY_TEXT_SIZE];
        assert_true(day_parse(rows[i].from, &from));
        day_number to = offset_day(rows[i].offset, from, (struct holidays){&holiday, 1});
        assert_string_equal(day_format(to, text), rows[i].to);
    }
}

static void rules_are_set_by_name(void **state)
{
    struct rules rules = rules_default();
    (void)state;
    assert_int_equal(rules_set(&rules, "pace_calls", "2"), RULES_SET);
    assert_int_equal(rules.pace_calls, 2);
    assert_int_equal(rules_set(&rules, "pace_calls", "0"), RULES_BAD_VALUE);
    assert_int_equal(rules_set(&rules, "pace_calls", ""), RULES_BAD_VALUE);
    assert_int_equal(rules_set(&rules, "pace_calls", "101"), RULES_BAD_VALUE);
    assert_int_equal(rules_set(&rules, "pace_calls", " 1"), RULES_BAD_VALUE);
    assert_int_equal(rules_set(&rules, "pace calls", "1"), RULES_UNKNOWN);
    assert_int_equal(rules_set(&rules, "", "1"), RULES_UNKNOWN);
    assert_int_equal(rules.pace_calls, 2);
    assert_int_equal(rules_set(&rules, "same_day_minutes", "0"), RULES_SET);
    assert_int_equal(rules.same_day_minutes, 0);
}

/* Rule 7: by tag or person; the last of several counts, whatever the case it is typed in.
 */
static void a_tag_sets_the_pace_of_who_bears_it(void **state)
{
    static const char *const none[] = {"wine"}, *const one[] = {"VIP"},
                             *const both[] = {"slow", "vip"};
    struct plays plays;
    struct error err = {0};
    assert_true(read_own(*state,
                         "[rules]\npace_touches = 4\n[rules slow]\npace_calls = 3\n"
                         "[rules vip]\npace_calls = 2\npace_call_days = 10\n",
                         &plays, &err));
    assert_int_equal(plays_rules(&plays, none, 1).pace_calls, 1);
    assert_int_equal(plays_rules(&plays, NULL, 0).pace_touches, 4);
    assert_int_equal(plays_rules(&plays, one, 1).pace_calls, 2);
    assert_int_equal(plays_rules(&plays, one, 1).pace_call_days, 10);
    assert_int_equal(plays_rules(&plays, one, 1).pace_touches, 4);
    assert_int_equal(plays_rules(&plays, both, 2).pace_calls, 2);
    assert_int_equal(plays_rules(&plays, both, 1).pace_calls, 3);
}

static void what_is_no_rule_of_a_tag_is_named(void **state)
{
    static const struct {
        const char *text;
        const char *words;
    } rows[] = {
        {"[rules vip]\nday_touches = 3\n",
         "mine.ini:2: there is no rule \"day_touches\" for a tag"},
        {"[rules vip]\npace = 3\n", "mine.ini:2: there is no rule \"pace\""},
        {"[rules vip]\npace_calls = 0\n",
         "mine.ini:2: pace_calls must be a number from 1 to 100"},
        {"[rules vip]\npace_calls = 2\npace_calls = 3\n",
         "mine.ini:3: pace_calls stands twice in [rules vip], first in line 2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct plays plays;
        struct error err = {0};
        assert_false(read_own(*state, rows[i].text, &plays, &err));
        assert_string_equal(err.text, rows[i].words);
    }
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

#define PLAYS_TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLAYS_TEST(the_built_in_plays_are_sound),
        PLAYS_TEST(reasons_call_for_what_rule_2_says),
        PLAYS_TEST(the_file_sets_every_rule_as_the_program_does),
        PLAYS_TEST(left_is_a_play_of_its_own),
        PLAYS_TEST(an_own_file_changes_only_what_it_names),
        PLAYS_TEST(any_lies_below_the_reasons),
        PLAYS_TEST(an_empty_wording_takes_away),
        PLAYS_TEST(every_mistake_is_named_with_its_line),
        PLAYS_TEST(a_mistake_below_names_the_other_file),
        PLAYS_TEST(offsets_count_days_or_working_days),
        PLAYS_TEST(rules_are_set_by_name),
        PLAYS_TEST(a_tag_sets_the_pace_of_who_bears_it),
        PLAYS_TEST(what_is_no_rule_of_a_tag_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
