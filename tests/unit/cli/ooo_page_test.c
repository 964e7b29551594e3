/* What is told of auto-replies: a line each, and the page of a dry run. */
#include "ooo.h"

#include <locale.h>
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

struct folder {
    struct arena *arena;
    struct ooo_page page;
    struct settings settings;
    day_number today; /* a Wednesday */
};

static struct folder folder_open(void)
{
    struct folder folder = {.arena = arena_create(), .today = day_of(2026, 3, 11)};
    struct error err;

    folder.page = ooo_page_open(folder.arena);
    assert_true(settings_read(folder.arena, NULL, &folder.settings, &err));
    return folder;
}

/* A message of that day in March. */
static void add_one(struct folder *folder, struct take_in one, int mday)
{
    one.message.date_day = day_of(2026, 3, mday);
    one.message.has_date = true;
    one.message.date_utc = one.message.date_day * INT64_C(86400);
    ooo_page_add(&folder->page, &one);
}

static char *page_of(struct folder *folder, bool all)
{
    struct buffer text = {0};
    char *page;

    ooo_page_print(&folder->page, folder->today, &folder->settings, all, &text);
    page = arena_copy(folder->arena, buffer_string(&text), text.length);
    buffer_free(&text);
    return page;
}

static void add_different(struct folder *folder)
{
    static const struct cover priya = {.name = "Priya", .phone = "204"};
    struct take_in one = item("Dana Whitfield", READING_OOO, day_of(2026, 3, 9));

    one.message.from.mail = "dana@mail.northwind.example";
    one.reading.reason = REASON_VACATION;
    one.reading.place = "Mexico";
    add_one(folder, one, 2);
    one = item("王小明", READING_OOO, day_of(2026, 3, 16));
    one.message.from.mail = "wang@dongfang.com.cn";
    one.reading.reason = REASON_WEDDING;
    one.reading.whose = "my sister's wedding";
    add_one(folder, one, 3);
    one = item("محمد", READING_OOO, DAY_NONE);
    one.message.from.mail = "m@gmail.com";
    one.reading.ambiguous_date = true;
    add_one(folder, one, 4);
    one = item("Lena Vogt", READING_OOO, day_of(2026, 3, 5));
    add_one(folder, one, 1);
    one = item("Old", READING_OOO, day_of(2026, 2, 2));
    add_one(folder, one, 1);
    one = item("Gone", READING_LEFT, DAY_NONE);
    one.reading.covers = &priya;
    one.reading.cover_count = 1;
    add_one(folder, one, 5);
    add_one(folder, item("Writes", READING_OTHER, DAY_NONE), 6);
}

static void test_page(void **state)
{
    struct folder folder = folder_open();

    (void)state;
    add_different(&folder);
    assert_string_equal(
        page_of(&folder, false),
        "6 auto-replies from 6 people at 2 firms, 1 Mar 2026 to 5 Mar 2026\n"
        "\n"
        "DID ANYBODY WRITE? 1 occasion\n"
        "  1 wedding\n"
        "  Tue 3 Mar    王小明                Dongfang        my sister's wedding\n"
        "\n"
        "BACK THIS WEEK\n"
        "  Mon 9 Mar    Dana Whitfield        Northwind       \"How was Mexico?\"\n"
        "\n"
        "MISSED: back lately, a call is still in time\n"
        "  Thu 5 Mar    Lena Vogt\n"
        "               \"Welcome back, Lena. How full was your inbox?\"\n"
        "\n"
        "AWAY, and back on\n"
        "  Mon 16 Mar   王小明                Dongfang        wedding\n"
        "\n"
        "LEFT, and who took over\n"
        "  Thu 5 Mar    Gone                                  ask Priya, 204\n"
        "\n"
        "OPEN: when are they back?\n"
        "  Wed 4 Mar    محمد                                  two readings: say "
        "--order\n"
        "\n"
        "1 absence was back before that.\n"
        "1 message was no absence: ooo --explain says why.\n");
    arena_destroy(folder.arena);
}

/* A responder answers every mail: the newest message of an absence counts, and what it
 * leaves out an older one tells. Another absence is one of its own. */
static void test_one_row_an_absence(void **state)
{
    struct folder folder = folder_open();
    struct take_in one = item("Dana", READING_OOO, day_of(2026, 3, 16));
    size_t people, firms;

    (void)state;
    one.message.from.mail = "Dana@northwind.example";
    one.reading.first_day = day_of(2026, 3, 2);
    one.reading.place = "Mexico";
    add_one(&folder, one, 2);
    one.message.from.mail = "dana@northwind.example";
    one.reading.back = day_of(2026, 3, 18);
    one.reading.place = NULL;
    add_one(&folder, one, 4);
    one.reading.back = day_of(2026, 3, 17);
    add_one(&folder, one, 3); /* older, though it came later */
    one.reading.first_day = day_of(2026, 5, 4);
    one.reading.back = day_of(2026, 5, 11);
    add_one(&folder, one, 6);
    ooo_page_settle(&folder.page, &people, &firms);
    assert_int_equal(people, 1);
    assert_int_equal(firms, 1);
    assert_int_equal(folder.page.count, 2);
    assert_int_equal(folder.page.messages, 4);
    assert_int_equal(folder.page.rows[0].absence.back, day_of(2026, 3, 18));
    assert_string_equal(folder.page.rows[0].absence.place, "Mexico");
    assert_int_equal(folder.page.rows[1].absence.back, day_of(2026, 5, 11));
    arena_destroy(folder.arena);
}

static size_t count_lines(const char *text)
{
    size_t lines = 0;

    for (; *text != '\0'; text++)
        lines += *text == '\n';
    return lines;
}

static void test_two_screens(void **state)
{
    struct folder folder = folder_open();
    char *page;

    (void)state;
    for (int i = 0; i < 40; i++) {
        struct take_in one = item(arena_format(folder.arena, "Person %02d", i),
                                  i % 4 == 3 ? READING_LEFT : READING_OOO,
                                  i % 4 == 3   ? DAY_NONE
                                  : i % 4 == 2 ? folder.today
                                               : folder.today + 20);

        one.reading.reason = i % 4 == 0 ? REASON_WEDDING : REASON_ILLNESS;
        add_one(&folder, one, 1 + i % 10);
    }
    page = page_of(&folder, false);
    assert_true(count_lines(page) <= OOO_PAGE_LINES);
    assert_true(count_lines(page) >= OOO_PAGE_LINES - 4);
    assert_non_null(strstr(page, "10 weddings"));
    assert_non_null(strstr(page, " more\n"));
    page = page_of(&folder, true);
    assert_null(strstr(page, " more\n"));
    for (int i = 0; i < 40; i++)
        assert_non_null(strstr(page, arena_format(folder.arena, "Person %02d", i)));
    arena_destroy(folder.arena);
}

static void test_firms(void **state)
{
    static const char *const firms[][2] = {
        {"dana@northwind.example", "Northwind"},
        {"a@mail.northwind.example", "Northwind"},
        {"a@acme.co.uk", "Acme"},
        {"a@dongfang.com.cn", "Dongfang"},
        {"a@co.uk", "Co"},
        {"a@gmail.com", ""},
        {"a@yahoo.co.uk", ""},
        {"a@localhost", ""},
        {"a@", ""},
        {"nobody", ""},
        {"a@.com", ""},
        {"a@x..com", ""},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof firms / sizeof *firms; i++)
        assert_string_equal(ooo_firm(arena, firms[i][0]), firms[i][1]);
    assert_string_equal(ooo_firm(arena, NULL), "");
    arena_destroy(arena);
}

static void test_an_empty_page(void **state)
{
    struct folder folder = folder_open();

    (void)state;
    assert_string_equal(page_of(&folder, false), "");
    arena_destroy(folder.arena);
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
        cmocka_unit_test(test_lines),         cmocka_unit_test(test_senders),
        cmocka_unit_test(test_page),          cmocka_unit_test(test_one_row_an_absence),
        cmocka_unit_test(test_two_screens),   cmocka_unit_test(test_firms),
        cmocka_unit_test(test_an_empty_page), cmocka_unit_test(test_json_of_a_reading),
    };

    setlocale(LC_CTYPE, "C.UTF-8"); /* widths of Chinese and Arabic names */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
