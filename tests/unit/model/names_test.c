/* Every word of a record can be printed and read back; words of no record are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "name.h"
#include "touchbase/model/absence.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/inbound.h"
#include "touchbase/model/message.h"
#include "touchbase/model/touch.h"

/* The functions of one enum, made alike. */
struct words {
    const char *(*name)(int);
    int (*find)(const char *);
    int count;
    const char *all; /* the words in order, a blank behind each */
};

static const char *stage_word(int i)
{
    return stage_name((enum stage)i);
}

static const char *channel_word(int i)
{
    return channel_name((enum channel)i);
}

static const char *inbound_word(int i)
{
    return inbound_name((enum inbound_kind)i);
}

static const char *outcome_word(int i)
{
    return outcome_name((enum outcome)i);
}

static const char *reason_word(int i)
{
    return reason_name((enum reason)i);
}

/* The words are those of the commands, the JSON and the files: changing one breaks them
 * all. */
static const struct words enums[] = {
    {stage_word, stage_from_name, STAGE_COUNT, "rest lead prospect customer former no "},
    {channel_word, channel_from_name, CHANNEL_COUNT,
     "call voicemail email letter card postcard fax visit message "},
    {inbound_word, inbound_from_name, INBOUND_COUNT,
     "call missed voicemail email message "},
    {outcome_word, outcome_from_name, OUTCOME_COUNT,
     " reached voicemail no-answer gatekeeper busy mailbox-full away wrong-number "
     "not-now "
     "declined sent replied bounced written posted dropped "},
    {reason_word, reason_from_name, REASON_COUNT,
     " vacation holiday wedding graduation funeral illness parental travel conference "
     "training "
     "moving jury other "},
};

static void words_are_read_back(void **state)
{
    (void)state;
    for (size_t e = 0; e < sizeof enums / sizeof *enums; e++) {
        char all[512] = "";
        for (int i = 0; i < enums[e].count; i++) {
            assert_int_equal(enums[e].find(enums[e].name(i)), i);
            strcat(all, enums[e].name(i));
            strcat(all, " ");
        }
        assert_string_equal(all, enums[e].all);
    }
}

static void unknown_words_are_refused(void **state)
{
    static const char *const words[] = {"Call", "call ", " call",     "calls",     "REST",
                                        "x",    "none",  "reached\n", "vacation2", "0"};
    (void)state;
    for (size_t e = 0; e < sizeof enums / sizeof *enums; e++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            assert_int_equal(enums[e].find(words[i]), -1);
}

static void a_number_outside_has_no_word(void **state)
{
    (void)state;
    for (size_t e = 0; e < sizeof enums / sizeof *enums; e++) {
        assert_string_equal(enums[e].name(-1), "");
        assert_string_equal(enums[e].name(enums[e].count), "");
        assert_string_equal(enums[e].name(INT32_MAX), "");
    }
}

static void no_word_is_none_where_none_is_a_value(void **state)
{
    (void)state;
    assert_int_equal(outcome_from_name(""), OUTCOME_NONE);
    assert_int_equal(outcome_from_name(NULL), OUTCOME_NONE);
    assert_int_equal(reason_from_name(NULL), REASON_NONE);
    assert_int_equal(channel_from_name(NULL), -1);
    assert_int_equal(stage_from_name(""), -1);
}

static void channels_have_other_words(void **state)
{
    (void)state;
    assert_int_equal(inbound_from_name("mail"), INBOUND_EMAIL);
    assert_int_equal(inbound_from_name("rang"), INBOUND_CALL);
    assert_int_equal(inbound_from_name("sms"), INBOUND_MESSAGE);
    assert_int_equal(channel_from_name("mail"), CHANNEL_EMAIL);
    assert_int_equal(channel_from_name("vm"), CHANNEL_VOICEMAIL);
    assert_int_equal(channel_from_name("phone"), CHANNEL_CALL);
    assert_int_equal(channel_from_name("sms"), CHANNEL_MESSAGE);
}

static void smaller_enums_have_their_words(void **state)
{
    (void)state;
    assert_string_equal(point_kind_name(POINT_MAIL), "mail");
    assert_string_equal(point_kind_name(POINT_LINK), "link");
    assert_string_equal(cause_name(CAUSE_HAND), "hand");
    assert_string_equal(cause_name(CAUSE_PLAY), "play");
    assert_string_equal(cause_name(CAUSE_RETURN), "return");
    assert_string_equal(cause_name(CAUSE_NEXT), "next");
    assert_string_equal(reading_kind_name(READING_OOO), "ooo");
    assert_string_equal(reading_kind_name(READING_LEFT), "left");
    assert_string_equal(reading_kind_name(READING_OTHER), "other");
    assert_string_equal(field_name(FIELD_FIRST_DAY), "first_day");
    assert_string_equal(field_name(FIELD_COVER), "cover");
    assert_string_equal(field_name(FIELD_COUNT), "");
    assert_string_equal(field_title(FIELD_KIND), "absence");
    assert_string_equal(field_title(FIELD_FIRST_DAY), "first day");
    assert_string_equal(field_title(FIELD_WHOSE), "with whom");
    assert_string_equal(absence_state_name(ABSENCE_PROPOSED), "proposed");
    assert_string_equal(absence_state_name(ABSENCE_DISMISSED), "dismissed");
}

static void in_play_are_lead_prospect_customer(void **state)
{
    (void)state;
    assert_false(stage_in_play(STAGE_REST));
    assert_true(stage_in_play(STAGE_LEAD));
    assert_true(stage_in_play(STAGE_PROSPECT));
    assert_true(stage_in_play(STAGE_CUSTOMER));
    assert_false(stage_in_play(STAGE_FORMER));
    assert_false(stage_in_play(STAGE_NO));
}

static void post_is_letter_card_postcard(void **state)
{
    int post = 0;
    (void)state;
    for (int i = 0; i < CHANNEL_COUNT; i++)
        post += channel_is_post((enum channel)i);
    assert_int_equal(post, 3);
    assert_true(channel_is_post(CHANNEL_LETTER));
    assert_true(channel_is_post(CHANNEL_CARD));
    assert_true(channel_is_post(CHANNEL_POSTCARD));
}

/* Which outcomes a channel has, a letter each in the order of the enum: x fits. */
static void outcomes_fit_their_channel(void **state)
{
    static const struct {
        enum channel channel;
        const char *fits;
    } rows[] = {
        {CHANNEL_CALL, ".xxxxxxxxxx.....x"},    {CHANNEL_VOICEMAIL, ".xxxxxxxxxx.....x"},
        {CHANNEL_EMAIL, ".........xxxxx..x"},   {CHANNEL_FAX, ".........xxxxx..x"},
        {CHANNEL_MESSAGE, ".........xxxxx..x"}, {CHANNEL_LETTER, "............xxxxx"},
        {CHANNEL_CARD, "............xxxxx"},    {CHANNEL_POSTCARD, "............xxxxx"},
        {CHANNEL_VISIT, ".x.xx..x.xx.....x"},
    };
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (int i = 0; i < OUTCOME_COUNT; i++)
            if (outcome_fits((enum outcome)i, rows[r].channel) !=
                (rows[r].fits[i] == 'x'))
                fail_msg("%s %s", channel_name(rows[r].channel),
                         outcome_name((enum outcome)i));
}

/* Rule 9: a real contact resets the clock, an attempt does not. */
static void only_a_real_contact_resets_the_clock(void **state)
{
    static const enum outcome contacts[] = {OUTCOME_REACHED,  OUTCOME_NOT_NOW,
                                            OUTCOME_DECLINED, OUTCOME_SENT,
                                            OUTCOME_REPLIED,  OUTCOME_POSTED};
    int found = 0;
    (void)state;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        found += outcome_is_contact((enum outcome)i);
    assert_int_equal(found, sizeof contacts / sizeof *contacts);
    for (size_t i = 0; i < sizeof contacts / sizeof *contacts; i++)
        assert_true(outcome_is_contact(contacts[i]));
}

static void the_first_point_of_a_kind_is_found(void **state)
{
    static const struct point points[] = {{POINT_PHONE, "+1 416 555 0100", NULL},
                                          {POINT_MAIL, "dana@north.example", "work"},
                                          {POINT_MAIL, "d@home.example", "home"}};
    struct contact contact = {.points = points, .point_count = 3};
    (void)state;
    assert_string_equal(contact_first(&contact, POINT_MAIL), "dana@north.example");
    assert_string_equal(contact_first(&contact, POINT_PHONE), "+1 416 555 0100");
    assert_null(contact_first(&contact, POINT_LINK));
    contact.point_count = 0;
    assert_null(contact_first(&contact, POINT_MAIL));
}

static void headers_are_found_in_any_case(void **state)
{
    static const struct message_header headers[] = {{"Auto-Submitted", "auto-replied"},
                                                    {"X-Loop", "a"},
                                                    {"x-loop", "b"},
                                                    {"Auto", "c"}};
    struct message message = {.headers = headers, .header_count = 4};
    (void)state;
    assert_string_equal(message_header(&message, "AUTO-SUBMITTED"), "auto-replied");
    assert_string_equal(message_header(&message, "auto"), "c");
    assert_string_equal(message_header(&message, "x-LOOP"), "a");
    assert_null(message_header(&message, "Auto-Submitted:"));
    assert_null(message_header(&message, "Auto-Sub"));
    assert_null(message_header(&message, ""));
}

static void fields_of_a_reading_have_one_text(void **state)
{
    static const struct cover covers[] = {
        {"Priya Nair", "priya@example.com", "+441174960", "orders"},
        {NULL, NULL, "0301234", NULL}};
    const struct reading reading = {.reason = REASON_VACATION,
                                    .place = "Mexico",
                                    .first_day = 20000,
                                    .covers = covers,
                                    .cover_count = 2};
    const struct reading open = {0};
    struct arena *arena = arena_create();
    (void)state;
    assert_string_equal(cover_line(arena, &covers[1]), "0301234");
    assert_string_equal(reading_text(arena, &reading, FIELD_COVER),
                        "Priya Nair, priya@example.com, +441174960; 0301234");
    assert_string_equal(reading_text(arena, &reading, FIELD_REASON), "vacation");
    assert_string_equal(reading_text(arena, &reading, FIELD_PLACE), "Mexico");
    assert_null(reading_text(arena, &reading, FIELD_WHOSE));
    assert_null(reading_text(arena, &reading, FIELD_FIRST_DAY));
    for (int field = 0; field < FIELD_COUNT; field++)
        assert_null(reading_text(arena, &open, (enum field)field));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_read_back),
        cmocka_unit_test(unknown_words_are_refused),
        cmocka_unit_test(a_number_outside_has_no_word),
        cmocka_unit_test(no_word_is_none_where_none_is_a_value),
        cmocka_unit_test(channels_have_other_words),
        cmocka_unit_test(smaller_enums_have_their_words),
        cmocka_unit_test(fields_of_a_reading_have_one_text),
        cmocka_unit_test(in_play_are_lead_prospect_customer),
        cmocka_unit_test(post_is_letter_card_postcard),
        cmocka_unit_test(outcomes_fit_their_channel),
        cmocka_unit_test(only_a_real_contact_resets_the_clock),
        cmocka_unit_test(the_first_point_of_a_kind_is_found),
        cmocka_unit_test(headers_are_found_in_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
