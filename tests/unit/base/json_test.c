#include "touchbase/base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void check(struct json *json, const char *text)
{
    assert_string_equal(buffer_string(&json->text), text);
    json_free(json);
    *json = (struct json){0};
}

static void test_objects_and_arrays(void **state)
{
    struct json json = {0};

    (void)state;
    json_open(&json, NULL, '{');
    json_close(&json, '}');
    check(&json, "{}");
    json_open(&json, NULL, '{');
    json_string(&json, "a", "x");
    json_open(&json, "b", '[');
    json_string(&json, NULL, "y");
    json_number(&json, NULL, -7);
    json_open(&json, NULL, '{');
    json_bool(&json, "t", true);
    json_bool(&json, "f", false);
    json_close(&json, '}');
    json_close(&json, ']');
    json_open(&json, "c", '[');
    json_close(&json, ']');
    json_string(&json, "d", NULL);
    json_close(&json, '}');
    check(&json,
          "{\"a\":\"x\",\"b\":[\"y\",-7,{\"t\":true,\"f\":false}],\"c\":[],\"d\":null}");
}

static void test_escapes(void **state)
{
    static const struct {
        const char *text, *json;
    } rows[] = {
        {"", "\"\""},
        {"say \"hi\"", "\"say \\\"hi\\\"\""},
        {"a\\b", "\"a\\\\b\""},
        {"a\nb\rc\td", "\"a\\nb\\rc\\td\""},
        {"\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\""},
        {"\x1b[31m", "\"\\u001b[31m\""},
        {"Söhne 王小明 ⚙", "\"Söhne 王小明 ⚙\""},
        {"a/b", "\"a/b\""},
        {"bad \xff byte", "\"bad \xEF\xBF\xBD byte\""},
    };
    struct json json = {0};

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_string(&json, NULL, rows[i].text);
        check(&json, rows[i].json);
    }
    json_string(&json, "k\"ey", "v");
    check(&json, "\"k\\\"ey\":\"v\"");
}

static void test_days_and_times(void **state)
{
    struct error err;
    struct zone *toronto = zone_open("America/Toronto", &err);
    struct zone *kolkata = zone_open("Asia/Kolkata", &err);
    struct json json = {0};
    int64_t utc;

    (void)state;
    assert_true(toronto != NULL && kolkata != NULL);
    json_day(&json, NULL, day_of(2026, 3, 9));
    check(&json, "\"2026-03-09\"");
    json_day(&json, NULL, DAY_NONE);
    check(&json, "null");
    zone_utc(toronto, (struct wall){day_of(2026, 3, 5), 600}, &utc);
    json_time(&json, NULL, utc, toronto);
    check(&json, "\"2026-03-05T10:00:00-05:00\"");
    json_time(&json, NULL, utc + 61, kolkata);
    check(&json, "\"2026-03-05T20:31:01+05:30\"");
    zone_utc(toronto, (struct wall){day_of(2026, 3, 10), 600}, &utc);
    json_time(&json, NULL, utc, toronto);
    check(&json, "\"2026-03-10T10:00:00-04:00\"");
    json_time(&json, NULL, -1, toronto);
    check(&json, "\"1969-12-31T18:59:59-05:00\"");
    json_time(&json, NULL, 0, toronto);
    check(&json, "null");
    json_due(&json, NULL, (struct wall){day_of(2026, 3, 10), MINUTE_NONE}, utc, toronto);
    check(&json, "\"2026-03-10\"");
    json_due(&json, NULL, (struct wall){day_of(2026, 3, 10), 600}, utc, toronto);
    check(&json, "\"2026-03-10T10:00:00-04:00\"");
    json_due(&json, NULL, (struct wall){DAY_NONE, MINUTE_NONE}, 0, toronto);
    check(&json, "null");
    zone_close(toronto);
    zone_close(kolkata);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_objects_and_arrays),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_days_and_times),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
