/* Messages: subject and words, fields, the meter at its edges (rule 15). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../base/noise.h"
#include "../table.h"
#include "touchbase/model/script.h"

static const struct script_fact facts[] = {
    {.name = "first", .value = "Dana"},
    {.name = "place"},
    {.name = "item", .value = "Six {first} ways", .brings = true}};
enum { FACTS = sizeof facts / sizeof *facts };

static void a_text_has_subject_and_words(void **state)
{
    static const struct {
        const char *text, *subject, *title, *body;
    } rows[] = {
        {"", "", "", ""},
        {"Hello Dana,\n\nthanks.", "", "Hello Dana,", "Hello Dana,\n\nthanks."},
        {"Subject: Second item \n\nHello", "Second item", "Second item", "Hello"},
        {"SUBJECT:x\nHello\nSubject: y", "x", "x", "Hello\nSubject: y"},
        {"subject:\n\n\nHello", "", "Hello", "Hello"},
        {"Subject: alone", "alone", "alone", ""},
        {"Subjects: two", "", "Subjects: two", "Subjects: two"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(script_subject(*state, rows[i].text), rows[i].subject);
        assert_string_equal(script_title(*state, rows[i].text), rows[i].title);
        assert_string_equal(script_body(rows[i].text), rows[i].body);
    }
}

static void fields_are_filled_or_shown(void **state)
{
    static const struct {
        const char *text, *filled, *gap; /* gap NULL: none */
        bool brings;
    } rows[] = {
        {"", "", NULL, false},
        {"Hi {first}", "Hi Dana", NULL, false},
        {"{FIRST}{ first }", "DanaDana", NULL, false},
        {"How was {place}?", "How was [place?]?", "place", false},
        {"{nonsense}", "[nonsense?]", "nonsense", false},
        {"{}", "[?]", "", false},
        /* What was filled in is not read again. */
        {"{item}", "Six {first} ways", NULL, true},
        {"{{first}", "{Dana", NULL, false},
        {"a { b\n}", "a { b\n}", NULL, false},
        {"a } b", "a } b", NULL, false},
        {"{0123456789012345678901234567890123456789}",
         "[0123456789012345678901234567890123456789?]",
         "0123456789012345678901234567890123456789", false},
        {"日{place}", "日[place?]", "place", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct script_filled filled;
        script_fill(*state, rows[i].text, facts, FACTS, &filled);
        assert_string_equal(filled.text, rows[i].filled);
        assert_int_equal(filled.gap_count, rows[i].gap ? 1 : 0);
        assert_int_equal(filled.brings, rows[i].brings);
        if (rows[i].gap)
            assert_string_equal(filled.gaps[0].name, rows[i].gap);
    }
}

static void a_field_is_found_in_a_text(void **state)
{
    static const struct {
        const char *text;
        bool has;
    } rows[] = {
        {"", false},
        {"{reference}", true},
        {"{first}, { REFERENCE } asked me", true},
        {"{{reference}}", true},
        {"{x {reference}", true},
        {"reference", false},
        {"{reference", false},
        {"{refer\nence}", false},
        {"{references} {first}", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (script_has(*state, rows[i].text, "reference") != rows[i].has)
            fail_msg("%s", rows[i].text);
    }
}

/* Of what did not go in nothing is said; of several the first. */
static void what_speaks_against_a_fact_is_said(void **state)
{
    static const struct script_fact both[] = {
        {.name = "reference", .value = "Mike", .against = "named twice"},
        {.name = "place", .value = "Rome", .against = "asks something private"},
        {.name = "item", .against = "not known"}};
    struct script_filled filled;

    script_fill(*state, "{item} Hello", both, 3, &filled);
    assert_null(filled.against);
    script_fill(*state, "{place} {reference}", both, 3, &filled);
    assert_string_equal(filled.against, "asks something private");
}

static void a_gap_says_where_it_stands(void **state)
{
    struct script_filled filled;
    script_fill(*state, "{first} in {place}, {place}", facts, FACTS, &filled);
    assert_string_equal(filled.text, "Dana in [place?], [place?]");
    assert_int_equal(filled.gap_count, 2);
    assert_int_equal(filled.gaps[0].start, 8);
    assert_int_equal(filled.gaps[0].end, 16);
    assert_int_equal(filled.gaps[1].start, 18);
    assert_int_equal(filled.gaps[1].end, 26);
}

/* Whatever is typed: a gap is where it says, and what has none has no field left. */
static void hostile_text_is_filled(void **state)
{
    struct random random = {15};
    struct buffer text = {0};
    for (int round = 0; round < 3000; round++) {
        struct arena *arena = arena_create();
        struct script_filled filled;
        noise_make(&random, &text, 40);
        for (uint32_t i = random_below(&random, 4); i > 0; i--)
            buffer_insert(&text, random_below(&random, (uint32_t)text.length + 1),
                          i % 2 ? "{first}" : "{", i % 2 ? 7 : 1);
        script_fill(arena, text_repair(arena, buffer_string(&text), text.length), facts,
                    1, &filled);
        for (size_t i = 0; i < filled.gap_count; i++) {
            assert_true(filled.text[filled.gaps[i].start] == '[');
            assert_true(filled.text[filled.gaps[i].end - 1] == ']');
        }
        assert_null(strstr(filled.text, "{first}"));
        struct script_meter meter =
            script_measure(script_body(filled.text), false, CHANNEL_CALL);
        assert_true(meter.seconds * 5 + 1 >= meter.words * 2);
        assert_true(meter.words > 0 || meter.flags == 0);
        arena_destroy(arena);
    }
    buffer_free(&text);
    (void)state;
}

static unsigned flags_of(const char *letters)
{
    static const struct {
        char letter;
        unsigned flag;
    } names[] = {{'L', SCRIPT_LONG},
                 {'R', SCRIPT_NO_REASON},
                 {'A', SCRIPT_NO_ACTION},
                 {'N', SCRIPT_ONLY_NUMBER}};
    unsigned flags = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strchr(letters, names[i].letter))
            flags |= names[i].flag;
    return flags;
}

static void the_table_holds(void **state)
{
    struct table table;
    int bad = 0;
    (void)state;
    table_open(&table, "messages/meter.txt");
    while (table_next(&table)) {
        int channel = channel_from_name(table.cells[0].text);
        struct script_meter meter =
            script_measure(table.cells[1].text, false, (enum channel)channel);
        if (meter.seconds == atoi(table.cells[2].text) &&
            meter.flags == flags_of(table.cells[3].text))
            continue;
        bad++;
        print_error("line %d: %d s, flags %u: %s\n", table.line, meter.seconds,
                    meter.flags, table.cells[1].text);
    }
    table_close(&table);
    assert_int_equal(bad, 0);
}

/* 50 words are 20 seconds; the 51st is too much, where it is spoken. */
static void twenty_seconds_are_fifty_words(void **state)
{
    static const struct {
        int words, seconds;
        enum channel channel;
        bool flagged;
    } rows[] = {{49, 20, CHANNEL_CALL, false}, {50, 20, CHANNEL_CALL, false},
                {51, 21, CHANNEL_CALL, true},  {51, 21, CHANNEL_VOICEMAIL, true},
                {51, 21, CHANNEL_VISIT, true}, {51, 21, CHANNEL_EMAIL, false},
                {51, 21, CHANNEL_CARD, false}, {150, 60, CHANNEL_CALL, true},
                {151, 61, CHANNEL_CALL, true}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer text = {0};
        for (int word = 0; word < rows[i].words; word++)
            buffer_add_string(&text, word % 10 == 9 ? "word.\n" : "word ");
        struct script_meter meter =
            script_measure(buffer_string(&text), false, rows[i].channel);
        assert_int_equal(meter.words, rows[i].words);
        assert_int_equal(meter.seconds, rows[i].seconds);
        assert_int_equal((meter.flags & SCRIPT_LONG) != 0, rows[i].flagged);
        buffer_free(&text);
    }
}

static void an_item_is_a_reason(void **state)
{
    const char *words = "Six ways, call me at 555-0147";
    (void)state;
    assert_int_equal(script_measure(words, false, CHANNEL_CALL).flags,
                     SCRIPT_NO_REASON | SCRIPT_ONLY_NUMBER);
    assert_int_equal(script_measure(words, true, CHANNEL_CALL).flags, 0);
}

static void the_meter_speaks(void **state)
{
    struct script_meter meter = {.words = 1, .seconds = 1};
    assert_string_equal(script_meter_words(*state, &meter, CHANNEL_EMAIL), "1 s, 1 word");
    meter = (struct script_meter){51, 21, SCRIPT_LONG | SCRIPT_ONLY_NUMBER};
    assert_string_equal(script_meter_words(*state, &meter, CHANNEL_CALL),
                        "21 s of 20, 51 words");
    assert_string_equal(script_flags_words(*state, meter.flags),
                        "over 20 s, only a number");
    assert_string_equal(script_flags_words(*state, SCRIPT_NO_REASON | SCRIPT_NO_ACTION),
                        "no reason for them, no action");
    assert_string_equal(script_flags_words(*state, 0), "");
}

static int64_t choose(const struct script *scripts, size_t count, int64_t touch_id,
                      enum channel channel)
{
    const struct script *chosen = script_choose(scripts, count, touch_id, channel);
    return chosen ? chosen->id : 0;
}

static void the_message_of_a_touch_is_chosen(void **state)
{
    const struct script scripts[] = {
        {.id = 9, .channel = CHANNEL_EMAIL, .used_utc = 5},
        {.id = 8, .channel = CHANNEL_EMAIL},
        {.id = 7, .channel = CHANNEL_EMAIL},
        {.id = 6, .channel = CHANNEL_EMAIL, .touch_id = 60, .used_utc = 7},
        {.id = 5, .channel = CHANNEL_VOICEMAIL},
        {.id = 4, .channel = CHANNEL_CARD, .touch_id = 40},
    };
    size_t count = sizeof scripts / sizeof *scripts;
    (void)state;
    assert_int_equal(choose(scripts, count, 0, CHANNEL_EMAIL), 8);
    assert_int_equal(choose(scripts, count, 60, CHANNEL_EMAIL), 6);
    assert_int_equal(choose(scripts, count, 61, CHANNEL_EMAIL), 8);
    assert_int_equal(choose(scripts, count, 0, CHANNEL_CALL), 5);
    assert_int_equal(choose(scripts, count, 0, CHANNEL_VOICEMAIL), 5);
    assert_int_equal(choose(scripts, count, 0, CHANNEL_CARD), 0);
    assert_int_equal(choose(scripts, count, 40, CHANNEL_CARD), 4);
    assert_int_equal(choose(scripts, 0, 0, CHANNEL_CARD), 0);
}

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_text_has_subject_and_words),
        TEST(fields_are_filled_or_shown),
        TEST(a_field_is_found_in_a_text),
        TEST(what_speaks_against_a_fact_is_said),
        TEST(a_gap_says_where_it_stands),
        TEST(hostile_text_is_filled),
        TEST(the_table_holds),
        TEST(twenty_seconds_are_fifty_words),
        TEST(an_item_is_a_reason),
        TEST(the_meter_speaks),
        TEST(the_message_of_a_touch_is_chosen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
