#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../table.h"
#include "random.h"
#include "touchbase/base/zone.h"

static struct zone *opened(const char *name)
{
    struct error err = {0};
    struct zone *zone = zone_open(name, &err);

    if (zone == NULL)
        fail_msg("%s", err.text);
    return zone;
}

static struct wall wall_of(const char *text)
{
    char day[11] = "";
    struct wall wall;

    memcpy(day, text, 10);
    assert_true(day_parse(day, &wall.day));
    wall.minute = atoi(text + 11) * 60 + atoi(text + 14);
    return wall;
}

static const char *fit_name(enum zone_fit fit)
{
    return fit == ZONE_ONCE ? "once" : fit == ZONE_GAP ? "gap" : "overlap";
}

static void wall_times_of_the_world(void **state)
{
    struct table table;

    (void)state;
    table_open(&table, "base/zone.tsv");
    while (table_next(&table)) {
        const struct table_cell *cells = table.cells;
        struct zone *zone = opened(cells[0].text);
        struct wall wall = wall_of(cells[1].text);
        int64_t utc;
        enum zone_fit fit = zone_utc(zone, wall, &utc);

        if (strcmp(fit_name(fit), cells[2].text) != 0 || utc != atoll(cells[3].text) ||
            zone_offset(zone, utc) != atoi(cells[4].text) ||
            strcmp(zone_abbreviation(zone, utc), cells[5].text) != 0)
            fail_msg("row %d: %s %s: %s, %lld, %d %s", table.line, cells[0].text,
                     cells[1].text, fit_name(fit), (long long)utc, zone_offset(zone, utc),
                     zone_abbreviation(zone, utc));
        assert_string_equal(zone_name(zone), cells[0].text);
        zone_close(zone);
    }
    table_close(&table);
}

static void an_all_day_time_is_its_midnight(void **state)
{
    struct zone *zone = opened("America/New_York");
    struct wall wall = {day_of(2026, 7, 4), MINUTE_NONE};
    int64_t utc;

    (void)state;
    assert_int_equal(zone_utc(zone, wall, &utc), ZONE_ONCE);
    assert_int_equal(utc, day_of(2026, 7, 4) * 86400LL + 4 * 3600);
    zone_close(zone);
}

/* There and back: in every zone, through five years in odd steps, a wall time that is
 * there once leads back to the same instant, and one that is there twice to itself or to
 * its twin. */
static void there_and_back(void **state)
{
    static const char *const names[] = {"Europe/Paris",        "America/New_York",
                                        "Australia/Lord_Howe", "Pacific/Apia",
                                        "Asia/Kolkata",        "UTC",
                                        "America/Sao_Paulo",   "Pacific/Chatham",
                                        "Europe/Dublin",       "America/St_Johns"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct zone *zone = opened(names[i]);
        int64_t end = day_of(2016, 1, 1) * 86400LL;

        for (int64_t utc = day_of(2011, 1, 1) * 86400LL; utc < end; utc += 60 * 37) {
            struct wall wall = zone_wall(zone, utc);
            int64_t back;
            enum zone_fit fit = zone_utc(zone, wall, &back);

            assert_int_not_equal(fit, ZONE_GAP);
            if (fit == ZONE_ONCE)
                assert_int_equal(back, utc);
            assert_int_equal(wall_compare(zone_wall(zone, back), wall), 0);
            assert_true(back <= utc);
        }
        zone_close(zone);
    }
}

static void names_of_zones(void **state)
{
    static const char sixty_four[] = "a12345678901234567890123456789012"
                                     "3456789012345678901234567890123";
    static const char *const bad[] = {
        "",        "/etc/passwd",   "../../etc/passwd", "Europe/../../x",
        "-x",      "Europe/Par is", "Europe/Paris;ls",  "Zürich",
        sixty_four};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct error err = {0};

        assert_false(zone_name_valid(bad[i]));
        assert_null(zone_open(bad[i], &err));
        assert_int_equal(err.code, ERROR_FAILED);
    }
    assert_true(zone_name_valid("America/Argentina/Buenos_Aires"));
    assert_true(zone_name_valid("Etc/GMT+5"));
    assert_true(zone_name_valid("Etc/GMT-14"));
    zone_close(NULL);
}

static void an_unknown_zone_says_so(void **state)
{
    struct error err = {0};

    (void)state;
    assert_null(zone_open("Europe/Atlantis", &err));
    assert_non_null(strstr(err.text, "Europe/Atlantis"));
    assert_null(zone_open("Europe", &err)); /* a folder */
    assert_null(zone_open("zone.tab", &err));
}

/* A TZif file put together by hand, to be damaged. */
struct tzif {
    unsigned char bytes[512];
    size_t length;
    size_t second; /* where the second header stands */
};

static void put(struct tzif *file, const void *bytes, size_t length)
{
    memcpy(file->bytes + file->length, bytes, length);
    file->length += length;
}

static void put_number(struct tzif *file, int64_t value, int size)
{
    for (int i = size - 1; i >= 0; i--)
        file->bytes[file->length++] = (unsigned char)((uint64_t)value >> (8 * i));
}

static void put_header(struct tzif *file, int times, int types, int chars)
{
    static const unsigned char unused[15];
    const int counts[] = {0, 0, 0, times, types, chars};

    put(file, "TZif2", 5);
    put(file, unused, 15);
    for (int i = 0; i < 6; i++)
        put_number(file, counts[i], 4);
}

/* +1 until 1000, +2 until 2000, +1 until 3000, then what the footer says. */
static struct tzif small_zone(const char *footer)
{
    struct tzif file = {.length = 0};

    put_header(&file, 0, 1, 4);
    put(&file, "\0\0\0\0\0\0UTC", 10);
    file.second = file.length;
    put_header(&file, 3, 2, 8);
    put_number(&file, 1000, 8);
    put_number(&file, 2000, 8);
    put_number(&file, 3000, 8);
    put(&file, "\1\0\1", 3);
    put_number(&file, 3600, 4);
    put(&file, "\0\0", 2);
    put_number(&file, 7200, 4);
    put(&file, "\1\4", 2);
    put(&file, "ONE\0TWO", 8);
    put(&file, footer, strlen(footer));
    return file;
}

enum { TYPES_AT = 44 + 24, KINDS_AT = TYPES_AT + 3 }; /* behind the second header */

static struct zone *open_bytes(const char *folder, const struct tzif *file)
{
    struct error err = {0};
    char path[256];
    FILE *stream;

    snprintf(path, sizeof path, "%s/Test", folder);
    stream = fopen(path, "wb");
    assert_non_null(stream);
    assert_int_equal(fwrite(file->bytes, 1, file->length, stream), file->length);
    fclose(stream);
    return zone_open("Test", &err);
}

static bool is_refused(const char *folder, const struct tzif *file)
{
    struct zone *zone = open_bytes(folder, file);

    zone_close(zone);
    return zone == NULL;
}

static int make_folder(void **state)
{
    char folder[] = "/tmp/touchbase-zone-XXXXXX";

    if (mkdtemp(folder) == NULL)
        return -1;
    *state = strdup(folder);
    setenv("TZDIR", folder, 1);
    return 0;
}

static int remove_folder(void **state)
{
    char path[256];

    snprintf(path, sizeof path, "%s/Test", (char *)*state);
    unlink(path);
    rmdir(*state);
    free(*state);
    unsetenv("TZDIR");
    return 0;
}

static void a_small_file_of_our_own(void **state)
{
    struct tzif file = small_zone("\n<+03>-3\n");
    struct zone *zone = open_bytes(*state, &file);

    assert_non_null(zone);
    assert_int_equal(zone_offset(zone, INT32_MIN), 3600);
    assert_int_equal(zone_offset(zone, 999), 3600);
    assert_int_equal(zone_offset(zone, 1000), 7200);
    assert_string_equal(zone_abbreviation(zone, 1999), "TWO");
    assert_string_equal(zone_abbreviation(zone, 2000), "ONE");
    assert_int_equal(zone_offset(zone, 3000), 10800);
    assert_string_equal(zone_abbreviation(zone, 4000000000), "+03");
    zone_close(zone);
}

static void without_a_rule_the_last_change_stays(void **state)
{
    struct tzif file = small_zone("\n\n");
    struct zone *zone = open_bytes(*state, &file);

    assert_non_null(zone);
    assert_int_equal(zone_offset(zone, 4000000000), 7200);
    zone_close(zone);
}

static void files_cut_anywhere_are_refused(void **state)
{
    struct tzif file = small_zone("\nCET-1CEST,M3.5.0,M10.5.0/3\n");

    assert_false(is_refused(*state, &file));
    for (size_t length = 0; length < file.length; length++) {
        struct tzif cut = file;

        cut.length = length;
        assert_true(is_refused(*state, &cut));
    }
}

static void set_number(struct tzif *file, size_t at, int64_t value, int size)
{
    size_t length = file->length;

    file->length = at;
    put_number(file, value, size);
    file->length = length;
}

static void lies_in_a_file_are_refused(void **state)
{
    const struct tzif good = small_zone("\nUTC0\n");
    const size_t body = good.second;
    const struct {
        size_t at;
        int64_t value;
        int size;
    } lies[] = {
        {0, 'X', 1},                     /* not TZif */
        {4, 0, 1},                       /* version 1 */
        {body, 'X', 1},                  /* no second header */
        {20, -1, 4},                     /* counts below zero and beyond the file */
        {body + 32, -1, 4},              /* times */
        {body + 32, INT32_MAX, 4},       /* times */
        {body + 36, 0, 4},               /* no type */
        {body + 36, 257, 4},             /* more types than an index can name */
        {body + 40, 0, 4},               /* no names */
        {body + 28, 100000, 4},          /* leap seconds */
        {body + 44, 2000, 8},            /* the same time twice */
        {body + 44, 5000, 8},            /* times that go back */
        {body + TYPES_AT, 2, 1},         /* a type that is not there */
        {body + KINDS_AT, INT32_MIN, 4}, /* offsets of no place on Earth */
        {body + KINDS_AT, 27 * 3600, 4}, /* the same */
        {body + KINDS_AT + 5, 8, 1},     /* a name behind the names */
        {good.length - 6, 'x', 1},       /* no newline before the rule */
        {good.length - 1, 'x', 1},       /* none behind it */
        {good.length - 2, 'x', 1},       /* a rule that is none */
    };

    for (size_t i = 0; i < sizeof lies / sizeof *lies; i++) {
        struct tzif bad = good;

        set_number(&bad, lies[i].at, lies[i].value, lies[i].size);
        if (!is_refused(*state, &bad))
            fail_msg("lie %zu was believed", i);
    }
}

/* Random damage: refused, or a zone that still answers within its bounds. */
static void damaged_files(void **state)
{
    const struct tzif good = small_zone("\nCET-1CEST,M3.5.0,M10.5.0/3\n");
    struct random random = {8536};

    for (int round = 0; round < 3000; round++) {
        struct tzif bad = good;
        struct zone *zone;
        int flips = 1 + (int)random_below(&random, 4);

        for (int i = 0; i < flips; i++)
            bad.bytes[random_below(&random, (uint32_t)bad.length)] ^=
                (unsigned char)(1U << random_below(&random, 8));
        zone = open_bytes(*state, &bad);
        for (int64_t utc = -5000000000; zone != NULL && utc < 5000000000;
             utc += 777777777) {
            struct wall wall = zone_wall(zone, utc);
            int64_t back;

            assert_true(abs(zone_offset(zone, utc)) <= 168 * 3600);
            assert_true(wall.minute >= 0 && wall.minute < 1440);
            assert_true(strlen(zone_abbreviation(zone, utc)) < 16);
            zone_utc(zone, wall, &back);
        }
        zone_close(zone);
    }
}

static void utc_needs_no_file(void **state)
{
    struct zone *zone = opened("UTC"); /* TZDIR names a folder without it */

    (void)state;
    assert_int_equal(zone_offset(zone, 1234567890), 0);
    assert_string_equal(zone_abbreviation(zone, 0), "UTC");
    zone_close(zone);
}

static void the_systems_zone(void **state)
{
    char name[64];

    (void)state;
    setenv("TZ", "America/Toronto", 1);
    assert_string_equal(zone_system_name(name, sizeof name), "America/Toronto");
    setenv("TZ", ":Europe/Berlin", 1);
    assert_string_equal(zone_system_name(name, sizeof name), "Europe/Berlin");
    setenv("TZ", "/usr/share/zoneinfo/Asia/Tokyo", 1);
    assert_string_equal(zone_system_name(name, sizeof name), "Asia/Tokyo");
    /* What is no zone is passed over for what the machine is set to. */
    setenv("TZ", "Nowhere/Land", 1);
    assert_true(zone_name_valid(zone_system_name(name, sizeof name)));
    setenv("TZ", "/etc/passwd", 1);
    assert_true(zone_name_valid(zone_system_name(name, sizeof name)));
    unsetenv("TZ");
    assert_true(zone_name_valid(zone_system_name(name, sizeof name)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wall_times_of_the_world),
        cmocka_unit_test(an_all_day_time_is_its_midnight),
        cmocka_unit_test(there_and_back),
        cmocka_unit_test(names_of_zones),
        cmocka_unit_test(an_unknown_zone_says_so),
        cmocka_unit_test_setup_teardown(a_small_file_of_our_own, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(without_a_rule_the_last_change_stays, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(files_cut_anywhere_are_refused, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(lies_in_a_file_are_refused, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(damaged_files, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(utc_needs_no_file, make_folder, remove_folder),
        cmocka_unit_test(the_systems_zone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
