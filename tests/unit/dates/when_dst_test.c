/* WHEN where clocks change: what is typed is a wall time, and
 * tests/tables/dates/when_dst.txt says which instant that is in six zones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/zone.h"
#include "touchbase/dates/when.h"

enum { ZONES_LEAST = 6, LINES_LEAST = 60 };

struct table {
    struct zone *zone;
    struct when_context context;
    int zones, lines, wrong;
};

/* "zone Europe/Berlin", "now 2026-03-27 09:00": true when the line was one of those. */
static bool set_context(struct table *table, const char *line)
{
    struct error err;
    int year, month, mday, hour, minute;
    if (strncmp(line, "zone ", 5) == 0) {
        zone_close(table->zone);
        table->zone = zone_open(line + 5, &err);
        if (table->zone == NULL)
            fail_msg("%s", err.text);
        table->zones++;
    } else if (sscanf(line, "now %d-%d-%d %d:%d", &year, &month, &mday, &hour, &minute) ==
               5) {
        table->context.now = (struct wall){day_of(year, month, mday), hour * 60 + minute};
    } else {
        return false;
    }
    return true;
}

/* "2026-03-29 02:30, 01:30Z gap": what was typed, the instant, and how they fit. */
static const char *reading(struct arena *arena, const struct table *table,
                           const char *text)
{
    static const char *const fits[] = {
        [ZONE_ONCE] = "", [ZONE_GAP] = " gap", [ZONE_OVERLAP] = " twice"};
    char wall_text[WALL_TEXT_SIZE], utc_text[WALL_TEXT_SIZE];
    struct wall wall, utc_wall;
    struct error err;
    int64_t utc;
    if (!when_read(text, &table->context, &wall, &err))
        return arena_string(arena, err.text);
    enum zone_fit fit = zone_utc(table->zone, wall, &utc);
    utc_wall.day = (day_number)(utc >= 0 ? utc / 86400 : (utc - 86399) / 86400);
    utc_wall.minute = (int)((utc - (int64_t)utc_wall.day * 86400) / 60);
    return arena_format(arena, "%s = %sZ%s", wall_format(wall, wall_text),
                        wall_format(utc_wall, utc_text), fits[fit]);
}

static void run_line(struct table *table, char *line)
{
    char *arrow = strstr(line, " ==> ");
    if (line[0] == '#' || line[0] == '\0' || set_context(table, line))
        return;
    if (arrow == NULL)
        fail_msg("no \" ==> \" in: %s", line);
    struct arena *arena = arena_create();
    *arrow = '\0';
    const char *got = reading(arena, table, line);
    if (strcmp(got, arrow + 5) != 0) {
        print_error("%s ==> %s\n", line, got);
        table->wrong++;
    }
    table->lines++;
    arena_destroy(arena);
}

static void what_is_typed_is_the_clock_on_the_wall(void **state)
{
    struct table table = {.context = {.order = DATE_ORDER_DMY, .landing_day = DAY_NONE}};
    struct arena *arena = arena_create();
    struct buffer text = {0};
    struct error err;
    const char *path =
        arena_format(arena, "%s/tables/dates/when_dst.txt", getenv("TEST_DATA"));
    (void)state;
    if (!file_read(path, 1 << 20, &text, &err))
        fail_msg("%s", err.text);
    for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
        *end = '\0';
        run_line(&table, line);
    }
    assert_int_equal(table.wrong, 0);
    assert_true(table.lines >= LINES_LEAST);
    assert_true(table.zones >= ZONES_LEAST);
    zone_close(table.zone);
    buffer_free(&text);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_the_clock_on_the_wall),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
