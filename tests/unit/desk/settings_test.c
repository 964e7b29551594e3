#include "touchbase/desk/settings.h"

#include "desk_fixture.h"
#include "holidays.h"
#include "touchbase/base/embedded.h"

struct config {
    struct arena *arena;
    char folder[64];
    struct error err;
};

static void config_open(struct config *config)
{
    *config = (struct config){.arena = arena_create()};
    snprintf(config->folder, sizeof config->folder, "/tmp/touchbase-settings-XXXXXX");
    assert_non_null(mkdtemp(config->folder));
}

static void config_write(struct config *config, const char *name, const char *text)
{
    char path[128];
    FILE *stream;

    snprintf(path, sizeof path, "%s/%s", config->folder, name);
    stream = fopen(path, "wb");
    assert_non_null(stream);
    fputs(text, stream);
    assert_int_equal(fclose(stream), 0);
}

static void config_close(struct config *config)
{
    char path[128];

    snprintf(path, sizeof path, "%s/touchbase.conf", config->folder);
    unlink(path);
    snprintf(path, sizeof path, "%s/plays.ini", config->folder);
    unlink(path);
    assert_int_equal(rmdir(config->folder), 0);
    arena_destroy(config->arena);
}

static void test_defaults(void **state)
{
    struct arena *arena = arena_create();
    struct rules normal = rules_default();
    struct settings settings;
    struct error err;

    (void)state;
    assert_true(settings_read(arena, NULL, &settings, &err));
    assert_int_equal(settings.date_order, DATE_ORDER_NONE);
    assert_int_equal(settings.alarm_minutes, 15);
    assert_null(settings.editor);
    assert_null(settings.mailer);
    assert_int_equal(settings.holidays.count, 0);
    assert_true(settings.ring_bell && settings.ring_names);
    assert_null(settings.ring_command);
    assert_memory_equal(&settings.plays.rules, &normal, sizeof normal);
    assert_non_null(plays_for(&settings.plays, READING_OOO, REASON_VACATION));
    arena_destroy(arena);
}

static void test_a_folder_without_files_is_none(void **state)
{
    struct arena *arena = arena_create();
    struct settings settings;
    struct error err;

    (void)state;
    assert_true(settings_read(arena, "/nonexistent/folder", &settings, &err));
    assert_int_equal(settings.alarm_minutes, 15);
    arena_destroy(arena);
}

static void test_own_settings_stand_on_top(void **state)
{
    struct config config;
    struct settings settings;

    (void)state;
    config_open(&config);
    config_write(&config, "touchbase.conf",
                 "# mine\ndate_order = mdy\nalarm_minutes=0\neditor = emacs -nw\n"
                 "mailer = mutt\nholidays = 2026-12-24, 12-25 easter+1\nattempts = 5\n"
                 "pace_calls = 2\n");
    config_write(&config, "plays.ini", "[rules]\npace_calls = 4\nguard_days = 9\n");
    if (!settings_read(config.arena, config.folder, &settings, &config.err))
        fail_msg("%s", config.err.text);
    assert_int_equal(settings.date_order, DATE_ORDER_MDY);
    assert_int_equal(settings.alarm_minutes, 0);
    assert_string_equal(settings.editor, "emacs -nw");
    assert_string_equal(settings.mailer, "mutt");
    assert_int_equal(settings.plays.rules.attempts, 5);
    assert_int_equal(settings.plays.rules.pace_calls, 2); /* counts over plays.ini */
    assert_int_equal(settings.plays.rules.guard_days, 9);
    assert_false(day_is_working(day_of(2026, 12, 24), settings.holidays));
    assert_false(day_is_working(day_of(2031, 12, 25), settings.holidays));
    assert_false(
        day_is_working(day_of(2026, 4, 6), settings.holidays)); /* Easter Monday */
    assert_true(day_is_working(day_of(2026, 4, 7), settings.holidays));
    assert_true(day_is_working(day_of(2027, 12, 24), settings.holidays));
    config_close(&config);
}

static void test_mistakes_name_file_and_line(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } rows[] = {
        {"\nalarm_minutes = -1\n", "touchbase.conf:2: alarm_minutes is a whole number"},
        {"alarm_minutes = 10081\n", "touchbase.conf:1: alarm_minutes"},
        {"alarm_minutes = 99999999999999999999\n", "touchbase.conf:1: alarm_minutes"},
        {"alarm_minutes =\n", "touchbase.conf:1: alarm_minutes"},
        {"date_order = ymd\n", "date_order is dmy, mdy or empty, not \"ymd\""},
        {"calendar = desk.ics\n", "whole path of a file ending in .ics"},
        {"calendar = /srv/desk.txt\n", "touchbase.conf:1: calendar"},
        {"calendar_items = notes\n", "calendar_items is tasks or events"},
        {"holidays_file = de.ics\n", "holidays_file is a whole path"},
        {"ring_bell = 1\n", "touchbase.conf:1: ring_bell is yes or no, not \"1\""},
        {"ring_names =\n", "touchbase.conf:1: ring_names is yes or no"},
        {"holidays = 12-24 christmas\n", "\"christmas\" is no day off"},
        {"holidays = 02-30\n", "\"02-30\" is no day off"},
        {"pace_calls = 0\n", "pace_calls is a whole number from 1 to 100, not \"0\""},
        {"pace_calls = many\n", "not \"many\""},
        {"pace_cals = 1\n", "did you mean \"pace_calls\"?"},
        {"colour = green\n", "touchbase.conf:1: there is no setting \"colour\""},
        {"[rules]\npace_calls = 2\n", "touchbase.conf:2: settings stand in no section"},
        {"[colour]\nlate = red\n", "touchbase.conf:2: there is no section [colour]; did "
                                   "you mean [colours]?"},
        {"theme = sepia\n", "touchbase.conf:1: theme is auto, dark, light, high-contrast "
                            "or monochrome, not \"sepia\""},
        {"mouse = yes\n", "mouse is on or off, not \"yes\""},
        {"mailer = 'mutt\n", "mailer: the command \"'mutt\" has a quote without an end"},
        {"opener = \"\n", "opener: the command"},
        {"nonsense\n", "touchbase.conf:1: "},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct config config;
        struct settings settings;

        config_open(&config);
        config_write(&config, "touchbase.conf", rows[i].text);
        assert_false(settings_read(config.arena, config.folder, &settings, &config.err));
        if (strstr(config.err.text, rows[i].says) == NULL)
            fail_msg("\"%s\" does not say \"%s\"", config.err.text, rows[i].says);
        config_close(&config);
    }
}

/* A window goes on with the rest; what a wrong line would have set stays as it was. */
static void test_the_rest_goes_on(void **state)
{
    static const char good[] = "theme = dark\nalarm_minutes = 30\nattempts = 5\n"
                               "[keys]\nperson.note = I\n[colors]\nlate = red\n";
    static const char bad[] = "theme = drak\nalarm_minutes = soon\nnonsense\n"
                              "attempts = 0\nguard_days = 4\n[keys]\nperson.note = N\n";
    struct config config;
    struct settings before, settings;
    struct ini_mistakes mistakes = {0};

    (void)state;
    config_open(&config);
    mistakes.arena = config.arena;
    config_write(&config, "touchbase.conf", good);
    assert_true(settings_read_good(config.arena, config.folder, NULL, &before, &mistakes,
                                   &config.err));
    assert_int_equal(mistakes.count, 0);
    assert_int_equal(before.line_count, 2);
    assert_string_equal(before.lines[0].key, "person.note");
    assert_non_null(strstr(before.lines[0].where, "touchbase.conf:5"));
    assert_string_equal(before.lines[1].section, "colours");
    config_write(&config, "touchbase.conf", bad);
    config_write(&config, "plays.ini", "[vacation]\nunheard_of = 1\n");
    assert_true(settings_read_good(config.arena, config.folder, &before, &settings,
                                   &mistakes, &config.err));
    assert_int_equal(mistakes.count, 5);
    assert_non_null(strstr(mistakes.texts[0], "plays.ini:2:"));
    assert_non_null(strstr(mistakes.texts[1], "touchbase.conf:3: expected"));
    assert_non_null(strstr(mistakes.texts[2], "touchbase.conf:1: theme is"));
    assert_non_null(strstr(mistakes.texts[3], "touchbase.conf:2: alarm_minutes"));
    assert_non_null(strstr(mistakes.texts[4], "touchbase.conf:4: attempts"));
    assert_string_equal(settings.theme, "dark");
    assert_int_equal(settings.alarm_minutes, 30);
    assert_int_equal(settings.plays.rules.attempts, 5);
    assert_int_equal(settings.plays.rules.guard_days, 4);
    assert_string_equal(settings.lines[0].value, "N");
    assert_true(settings.plays.plays[REASON_VACATION].return_call);
    config_close(&config);
}

/* With a mistake in the plays a window does not open: what it planned would be wrong. */
static void test_wrong_plays_stop_a_window_at_its_start(void **state)
{
    struct config config;
    struct settings settings;
    struct ini_mistakes mistakes = {0};

    (void)state;
    config_open(&config);
    mistakes.arena = config.arena;
    config_write(&config, "plays.ini", "[vacation]\nunheard_of = 1\n");
    assert_false(settings_read_good(config.arena, config.folder, NULL, &settings,
                                    &mistakes, &config.err));
    assert_non_null(strstr(config.err.text, "plays.ini:2:"));
    config_close(&config);
}

/* Each can be set to what it is said to be. */
static void test_set_and_said(void **state)
{
    static const char *const rows[][2] = {
        {"date_order", "mdy"},
        {"date_order", ""},
        {"calendar", "~/calendars/desk.ics"},
        {"calendar", "/srv/desk/"},
        {"calendar", ""},
        {"calendar_items", "tasks"},
        {"alarm_minutes", "0"},
        {"editor", "emacs -nw"},
        {"mailer", ""},
        {"opener", "'/opt/my browser' &"},
        {"clipboard", "wl-copy"},
        {"theme", "high-contrast"},
        {"mouse", "on"},
        {"mouse", "off"},
        {"holidays", "12-25 easter+1"},
        {"holidays_file", "~/de.ics"},
        {"office_hours", "09:00-12:00"},
        {"attempts", "7"},
        {"colours.late", "red"},
        {"keys.person.note", "I"},
    };
    struct arena *arena = arena_create();
    const char *names[SETTINGS_MAX];
    size_t count = settings_names(names);
    struct settings settings;
    struct error err;

    (void)state;
    assert_true(settings_read(arena, NULL, &settings, &err));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!settings_set(arena, &settings, rows[i][0], rows[i][1], &err))
            fail_msg("%s: %s", rows[i][0], err.text);
        assert_string_equal(settings_text(arena, &settings, rows[i][0]), rows[i][1]);
    }
    assert_false(day_is_working(day_of(2031, 12, 25), settings.holidays));
    assert_int_equal(settings.plays.rules.attempts, 7);
    assert_null(settings_text(arena, &settings, "colours.today"));
    assert_null(settings_text(arena, &settings, "nonsense"));
    assert_false(settings_set(arena, &settings, "nonsense", "1", &err));
    assert_string_equal(err.text, "there is no setting \"nonsense\"");
    for (size_t i = 0; i < count; i++) {
        const char *text = settings_text(arena, &settings, names[i]);

        assert_non_null(text);
        if (!settings_set(arena, &settings, names[i], text, &err))
            fail_msg("%s: %s", names[i], err.text);
    }
    arena_destroy(arena);
}

static void test_a_mistake_in_plays_is_told(void **state)
{
    struct config config;
    struct settings settings;
    const char *mistake;

    (void)state;
    config_open(&config);
    config_write(&config, "plays.ini", "[vacation]\nunheard_of = 1\n");
    assert_false(settings_read(config.arena, config.folder, &settings, &config.err));
    assert_non_null(strstr(config.err.text, "plays.ini:2:"));
    assert_true(settings_read_looking(config.arena, config.folder, &settings, &mistake,
                                      &config.err));
    assert_non_null(strstr(mistake, "plays.ini:2:"));
    assert_true(settings.plays.plays[REASON_VACATION].return_call);
    config_write(&config, "touchbase.conf", "unheard_of = 1\n");
    assert_false(settings_read_looking(config.arena, config.folder, &settings, &mistake,
                                       &config.err));
    config_close(&config);
}

/* The embedded file is the documentation: every setting and every rule with its default.
 */
static void test_the_file_shows_every_key_with_its_default(void **state)
{
    const char *text = embedded_find("touchbase.conf")->text;
    const struct setting_row *settings;
    const struct rule_row *rules;
    size_t count;
    char line[128];

    (void)state;
    settings = settings_rows(&count);
    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "\n%s =", settings[i].name);
        if (strstr(text, line) == NULL)
            fail_msg("touchbase.conf does not show %s", settings[i].name);
    }
    rules = rules_rows(&count);
    for (size_t i = 0; i < count; i++) {
        snprintf(line, sizeof line, "%d to %d.\n#%s = %d\n", rules[i].minimum,
                 rules[i].maximum, rules[i].name, rules[i].normal);
        if (strstr(text, line) == NULL)
            fail_msg("touchbase.conf does not show %s", line);
    }
}

static void test_holidays(void **state)
{
    struct arena *arena = arena_create();
    struct holidays holidays;
    const char *wrong;

    (void)state;
    assert_true(holidays_read(arena, "", &holidays, &wrong));
    assert_int_equal(holidays.count, 0);
    assert_true(
        holidays_read(arena, "2026-05-01 2026-01-01,2026-05-01", &holidays, &wrong));
    assert_int_equal(holidays.count, 2);
    assert_int_equal(holidays.days[0], day_of(2026, 1, 1));
    assert_int_equal(holidays.days[1], day_of(2026, 5, 1));
    assert_true(holidays_read(arena, "02-29", &holidays, &wrong));
    assert_int_equal(holidays.count, 27); /* leap years from 1992 to 2096 */
    assert_true(holidays_read(arena, "easter-2", &holidays, &wrong));
    assert_int_equal(holidays.count, 110);
    assert_int_equal(holidays.days[36], day_of(2026, 4, 3));
    assert_false(holidays_read(arena, "12-25 easter+", &holidays, &wrong));
    assert_string_equal(wrong, "easter+");
    assert_false(holidays_read(arena, "easter+999", &holidays, &wrong));
    assert_false(holidays_read(arena, "1-1", &holidays, &wrong));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_a_folder_without_files_is_none),
        cmocka_unit_test(test_own_settings_stand_on_top),
        cmocka_unit_test(test_mistakes_name_file_and_line),
        cmocka_unit_test(test_the_rest_goes_on),
        cmocka_unit_test(test_wrong_plays_stop_a_window_at_its_start),
        cmocka_unit_test(test_set_and_said),
        cmocka_unit_test(test_a_mistake_in_plays_is_told),
        cmocka_unit_test(test_the_file_shows_every_key_with_its_default),
        cmocka_unit_test(test_holidays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
