/* What is told of auto-replies: a line each, and the page of a dry run. */
#include "ooo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct take_in item(const char *name, enum reading_kind kind, day_number back)
{
    return (struct take_in){
        .message = {.source = "box#1", .id = "box#1", .from = {.name = name}},
        .reading = {.kind = kind,
                    .why = "written by a person",
                    .first_day = DAY_NONE,
                    .back = back,
                    .back_minute = MINUTE_NONE},
    };
}

static void test_lines(void **state)
{
    struct arena *arena = arena_create();
    day_number today = day_of(2026, 3, 2);
    struct take_in one = item("Dana", READING_OOO, day_of(2026, 3, 9));

    (void)state;
    one.reading.reason = REASON_VACATION;
    one.reading.place = "Mexico";
    assert_string_equal(ooo_line(arena, &one.reading, today),
                        "back Mon 9 Mar, vacation, Mexico");
    one.reading.first_day = day_of(2025, 12, 30);
    assert_string_equal(ooo_line(arena, &one.reading, today),
                        "away from Tue 30 Dec 2025, back Mon 9 Mar, vacation, Mexico");
    one = item("Dana", READING_OOO, DAY_NONE);
    one.reading.ambiguous_date = true;
    assert_string_equal(ooo_line(arena, &one.reading, today),
                        "no return date (a date can be read in two ways: say --order)");
    one = item("Dana", READING_LEFT, DAY_NONE);
    assert_string_equal(ooo_line(arena, &one.reading, today), "left the company");
    one = item("Dana", READING_OTHER, DAY_NONE);
    assert_string_equal(ooo_line(arena, &one.reading, today),
                        "no absence (written by a person)");
    arena_destroy(arena);
}

static void test_senders(void **state)
{
    struct message message = {.source = "box#1"};

    (void)state;
    assert_string_equal(ooo_sender(&message), "box#1");
    message.from.mail = "dana@northwind.example";
    assert_string_equal(ooo_sender(&message), "dana@northwind.example");
    message.from.name = "Dana Whitfield";
    assert_string_equal(ooo_sender(&message), "Dana Whitfield");
}

static void test_page(void **state)
{
    struct ooo_page page = {.arena = arena_create()};
    struct buffer text = {0};
    day_number today = day_of(2026, 3, 11); /* a Wednesday */
    const struct take_in items[] = {
        item("Sunday", READING_OOO, day_of(2026, 3, 8)),
        item("Next Monday", READING_OOO, day_of(2026, 3, 16)),
        item("Monday", READING_OOO, day_of(2026, 3, 9)),
        item("This Sunday", READING_OOO, day_of(2026, 3, 15)),
        item("Nobody Knows", READING_OOO, DAY_NONE),
        item("Gone", READING_LEFT, DAY_NONE),
        item("Writes", READING_OTHER, DAY_NONE),
        item("Writes Too", READING_OTHER, DAY_NONE),
    };

    (void)state;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        ooo_page_add(&page, &items[i], today);
    ooo_page_print(&page, today, &text);
    assert_string_equal(buffer_string(&text), "MISSED: back before this week\n"
                                              "  Sunday: back Sun 8 Mar\n"
                                              "BACK THIS WEEK\n"
                                              "  Monday: back Mon 9 Mar\n"
                                              "  This Sunday: back Sun 15 Mar\n"
                                              "AWAY\n"
                                              "  Next Monday: back Mon 16 Mar\n"
                                              "  Nobody Knows: no return date\n"
                                              "LEFT\n"
                                              "  Gone: left the company\n"
                                              "NO ABSENCE: 2 messages\n");
    buffer_free(&text);
    arena_destroy(page.arena);
}

static void test_an_empty_page(void **state)
{
    struct ooo_page page = {.arena = arena_create()};
    struct buffer text = {0};

    (void)state;
    ooo_page_print(&page, day_of(2026, 3, 11), &text);
    assert_string_equal(buffer_string(&text), "");
    buffer_free(&text);
    arena_destroy(page.arena);
}

static void test_json_of_a_reading(void **state)
{
    static const struct evidence evidence[] = {
        {.field = FIELD_BACK, .words = "Monday, March 9"},
        {.field = FIELD_KIND, .words = "on holidays"},
        {.field = FIELD_KIND,
         .place = EVIDENCE_HEADER,
         .words = "Auto-Submitted: auto-replied"},
    };
    static const struct cover covers[] = {
        {.name = "Sam", .mail = "sam@northwind.example", .phone = "+14165550147"},
        {.name = "Nameless", .phone = "4711"},
    };
    struct take_in one = item("Dana", READING_OOO, day_of(2026, 3, 9));
    struct json json = {0};

    (void)state;
    one.reading.evidence = evidence;
    one.reading.evidence_count = 3;
    one.reading.covers = covers;
    one.reading.cover_count = 2;
    json_open(&json, NULL, '{');
    ooo_reading_json(&json, &one.message, &one.reading);
    json_close(&json, '}');
    assert_non_null(
        strstr(buffer_string(&json.text),
               "{\"id\":\"box#1\",\"kind\":\"ooo\",\"first_day\":null,\"back\":"
               "\"2026-03-09\",\"reason\":null,\"place\":null,\"cover\":["
               "\"sam@northwind.example\",\"+14165550147\",\"4711\"],"
               "\"evidence\":{\"kind\":\"on holidays ... Auto-Submitted: "
               "auto-replied\",\"back\":\"Monday, March 9\"}"));
    json_free(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_senders),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_an_empty_page),
        cmocka_unit_test(test_json_of_a_reading),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
