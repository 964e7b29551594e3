/* Reminders as a calendar shows them, the export, backup and check. */
#include <sys/stat.h>

#include "desk_fixture.h"
#include "reminder.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/contacts.h"

static int64_t add(struct fixture *fixture, const char *line)
{
    struct contact contact;
    int64_t id = 0;

    if (!desk_person_read(fixture->desk, line, fixture->arena, &contact, &fixture->err) ||
        !desk_person_add(fixture->desk, &contact, &id, &fixture->err))
        fail_msg("%s", fixture->err.text);
    return id;
}

static struct touch plan(struct fixture *fixture, int64_t contact, const char *line)
{
    struct touch touch;
    struct touch_warning warning;
    int64_t id = 0;

    if (!desk_touch_read(fixture->desk, contact, line, fixture->arena, &touch, &warning,
                         &fixture->err) ||
        !desk_touch_plan(fixture->desk, &touch, &id, &fixture->err) ||
        !desk_touch_get(fixture->desk, id, fixture->arena, &touch, &fixture->err))
        fail_msg("%s", fixture->err.text);
    return touch;
}

static struct reminder remind(struct fixture *fixture, const struct touch *touch)
{
    struct reminder reminder;
    struct contact contact;

    assert_true(desk_person_get(fixture->desk, touch->contact_id, fixture->arena,
                                &contact, &fixture->err));
    assert_true(reminder_make(fixture->desk, touch, &contact, fixture->arena, &reminder,
                              &fixture->err));
    return reminder;
}

static void test_titles_say_what_to_do(void **state)
{
    static const struct {
        enum channel channel;
        const char *company, *purpose, *title, *opener;
    } rows[] = {
        {CHANNEL_CALL, "Northwind", "pricing", "Call Dana Whitfield (Northwind): pricing",
         NULL},
        {CHANNEL_CALL, NULL, NULL, "Call Dana Whitfield", NULL},
        {CHANNEL_CALL, "Northwind", NULL,
         "Call Dana Whitfield (Northwind): How was Mexico?", "How was Mexico?"},
        {CHANNEL_CALL, NULL, "pricing", "Call Dana Whitfield: pricing",
         "How was Mexico?"},
        {CHANNEL_CARD, "Northwind", NULL, "Write a card to Dana Whitfield (Northwind)",
         NULL},
        {CHANNEL_EMAIL, NULL, "offer", "Mail Dana Whitfield: offer", NULL},
        {CHANNEL_VISIT, NULL, NULL, "Visit Dana Whitfield", NULL},
        {CHANNEL_VOICEMAIL, NULL, NULL, "Leave a voicemail for Dana Whitfield", NULL},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct touch touch = {.contact = "Dana Whitfield",
                              .channel = rows[i].channel,
                              .company = rows[i].company,
                              .purpose = rows[i].purpose,
                              .opener = rows[i].opener};

        assert_string_equal(reminder_title(arena, &touch), rows[i].title);
    }
    for (int channel = 0; channel < CHANNEL_COUNT; channel++) {
        struct touch touch = {.contact = "Dana", .channel = (enum channel)channel};

        assert_null(strstr(reminder_title(arena, &touch), "null"));
    }
    arena_destroy(arena);
}

static void test_all_that_is_needed_is_in_it(void **state)
{
    struct fixture fixture;
    struct touch touch;
    struct reminder reminder;
    int64_t dana;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    dana = add(&fixture,
               "Dana Whitfield, Northwind, dana@northwind.example, +1 416 555 0142, "
               "https://northwind.example/dana");
    assert_true(desk_note_file(fixture.desk, dana, "price is fine", 0, &fixture.err));
    touch = plan(&fixture, dana, "call fri 2pm pricing");
    touch.opener = "How was Mexico?";
    reminder = remind(&fixture, &touch);
    assert_string_equal(reminder.uid, touch.uuid);
    assert_string_equal(reminder.link, "https://northwind.example/dana");
    assert_int_equal(reminder.alarm_minutes, 15);
    assert_false(reminder.busy);
    assert_string_equal(reminder.zone, "America/Toronto");
    for (size_t i = 0; i < 6; i++) {
        static const char *const pieces[] = {
            "Dana Whitfield",         "Northwind",
            "Phone: +1 416 555 0142", "Mail: dana@northwind.example",
            "About: pricing",         "Opener: How was Mexico?"};

        assert_non_null(strstr(reminder.description, pieces[i]));
    }
    assert_non_null(
        strstr(reminder.description, "Last note, 2026-03-02:\nprice is fine"));
    fixture_close(&fixture);
}

enum { TODAY = 20514 }; /* Monday, 2 March 2026 */

static const struct point points[] = {
    {.kind = POINT_MAIL, .value = "dana@northwind.example"},
    {.kind = POINT_PHONE, .value = "+1 416 555 0142"},
    {.kind = POINT_ADDRESS, .value = "1 King St, Toronto"},
    {.kind = POINT_PHONE, .value = "+1 416 555 0143"},
};
static const struct cover covers[] = {
    {.name = "Priya Nair", .phone = "+441174960", .matter = "orders"},
    {.mail = "desk@northwind.example"},
};
static const struct contact whole = {.name = "Dana Whitfield",
                                     .title = "Buyer",
                                     .company = "Northwind",
                                     .points = points,
                                     .point_count = 4};
static const struct contact bare = {.name = "Dana Whitfield"};
static const struct absence mexico = {
    .first_day = TODAY, .back = TODAY + 8, .covers = covers, .cover_count = 2};
static const struct absence open = {.first_day = DAY_NONE, .back = DAY_NONE};
static const struct note last_note = {.written_utc = 1772442000, .text = "price is fine"};
static const struct {
    enum channel channel;
    day_number due;
    struct touch touch;
    const struct contact *contact;
    const struct absence *absence;
    const struct note *note;
    const char *description;
} descriptions[] = {
    {CHANNEL_CALL,
     TODAY + 3,
     {.purpose = "pricing", .opener = "How was Mexico?", .promise = true},
     &whole,
     &mexico,
     &last_note,
     "Dana Whitfield, Buyer, Northwind\nPhone: +1 416 555 0142\n"
     "Phone: +1 416 555 0143\nMail: dana@northwind.example\n"
     "Promised: they were told this time.\nAbout: pricing\n"
     "Opener: How was Mexico?\nAway, back on 2026-03-10\n"
     "Cover: Priya Nair, +441174960, orders\nCover: desk@northwind.example\n"
     "Last note, 2026-03-02:\nprice is fine"},
    {CHANNEL_CALL, TODAY + 3, {0}, &bare, NULL, NULL, "Dana Whitfield"},
    {CHANNEL_CALL, TODAY + 8, {0}, &bare, &mexico, NULL, "Dana Whitfield"},
    {CHANNEL_CALL, TODAY - 1, {0}, &bare, &mexico, NULL, "Dana Whitfield"},
    {CHANNEL_CALL,
     TODAY + 3,
     {0},
     &bare,
     &open,
     NULL,
     "Dana Whitfield\nAway, no return date given."},
    {CHANNEL_CARD,
     TODAY + 3,
     {.draft = "Dear Dana,\nall the best"},
     &whole,
     NULL,
     NULL,
     "Dana Whitfield, Buyer, Northwind\nPhone: +1 416 555 0142\n"
     "Phone: +1 416 555 0143\nMail: dana@northwind.example\n"
     "Address: 1 King St, Toronto\nDraft:\nDear Dana,\nall the best"},
};

/* The whole description: who, how to reach them, what it is about, who covers, the last
 * note; and nothing where nothing is known. */
static void test_descriptions(void **state)
{
    struct fixture fixture;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    for (size_t i = 0; i < sizeof descriptions / sizeof *descriptions; i++) {
        struct touch touch = descriptions[i].touch;
        const struct reminder_facts facts = {&touch, descriptions[i].contact,
                                             descriptions[i].absence,
                                             descriptions[i].note};
        struct reminder reminder;

        touch.channel = descriptions[i].channel;
        touch.contact = descriptions[i].contact->name;
        touch.due = (struct wall){descriptions[i].due, MINUTE_NONE};
        reminder_write(fixture.desk, &facts, fixture.arena, &reminder);
        assert_string_equal(reminder.description, descriptions[i].description);
    }
    fixture_close(&fixture);
}

static void test_promises_and_visits_are_busy_whole_days_ring_before(void **state)
{
    struct fixture fixture;
    struct touch touch;
    struct reminder reminder;
    int64_t dana;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    dana = add(&fixture, "Dana Whitfield");
    touch = plan(&fixture, dana, "!call fri 2pm");
    assert_true(remind(&fixture, &touch).busy);
    touch = plan(&fixture, dana, "visit fri");
    reminder = remind(&fixture, &touch);
    assert_true(reminder.busy);
    assert_null(reminder.zone);
    assert_int_equal(reminder.alarm_minutes, 900);
    assert_null(reminder.link);
    fixture_close(&fixture);
}

static void test_a_long_note_is_cut_between_characters(void **state)
{
    struct fixture fixture;
    struct buffer note = {0};
    struct touch touch;
    const char *text;
    int64_t dana;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    dana = add(&fixture, "Dana Whitfield");
    buffer_add_string(&note, "x");
    for (int i = 0; i < 3000; i++)
        buffer_add_string(&note, "é");
    assert_true(
        desk_note_file(fixture.desk, dana, buffer_string(&note), 0, &fixture.err));
    touch = plan(&fixture, dana, "call fri");
    text = remind(&fixture, &touch).description;
    assert_true(strlen(text) < 1400);
    assert_true(text_is_utf8(text, strlen(text)));
    assert_string_equal(text + strlen(text) - 5, "é...");
    buffer_free(&note);
    fixture_close(&fixture);
}

static const char *read_back(struct fixture *fixture, const char *path)
{
    struct buffer text = {0};
    const char *copy;

    if (!file_read(path, 1 << 20, &text, &fixture->err))
        fail_msg("%s", fixture->err.text);
    copy = arena_string(fixture->arena, buffer_string(&text));
    buffer_free(&text);
    return copy;
}

static bool keep_bytes(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    buffer_add(context, bytes, length);
    return true;
}

static void test_export(void **state)
{
    struct fixture fixture;
    struct buffer bytes = {0};
    struct export_options options = {.take = keep_bytes, .context = &bytes};
    struct contact contact;
    const char *text;
    struct export_totals totals;
    int64_t dana, ana;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    dana = add(&fixture, "Dana Whitfield");
    ana = add(&fixture, "Ana Ruiz");
    plan(&fixture, dana, "call fri 2pm pricing");
    plan(&fixture, dana, "letter 2026-04-01");
    plan(&fixture, ana, "call fri 3pm");
    options.path = fixture_path(&fixture, "out.ics");
    if (!desk_export(fixture.desk, &options, &totals, &fixture.err))
        fail_msg("%s", fixture.err.text);
    assert_int_equal(totals.count, 3);
    text = read_back(&fixture, options.path);
    assert_non_null(strstr(text, "DTSTART;TZID=America/Toronto:20260306T140000\r\n"));
    assert_non_null(strstr(text, "DTSTART;VALUE=DATE:20260401\r\n"));
    assert_non_null(strstr(text, "X-WR-CALNAME:touchbase follow-ups\r\n"));
    options.path = "-";
    assert_true(desk_export(fixture.desk, &options, &totals, &fixture.err));
    assert_string_equal(buffer_string(&bytes), text);
    /* Who is not to be contacted is in no calendar. */
    assert_true(
        desk_person_get(fixture.desk, ana, fixture.arena, &contact, &fixture.err));
    contact.do_not_contact = true;
    assert_true(desk_person_change(fixture.desk, &contact, &fixture.err));
    buffer_clear(&bytes);
    assert_true(desk_export(fixture.desk, &options, &totals, &fixture.err));
    assert_int_equal(totals.count, 2);
    assert_null(strstr(buffer_string(&bytes), "Ana Ruiz"));
    buffer_free(&bytes);
    fixture_close(&fixture);
}

static void test_export_fails_whole(void **state)
{
    struct fixture fixture;
    struct export_options options = {.path = "/nonexistent/folder/out.ics"};
    struct export_totals totals;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    plan(&fixture, add(&fixture, "Dana Whitfield"), "call fri");
    assert_false(desk_export(fixture.desk, &options, &totals, &fixture.err));
    assert_non_null(strstr(fixture.err.text, "/nonexistent/folder/out.ics"));
    fixture_close(&fixture);
}

static void count_finding(void *context, const char *line)
{
    int *count = context;

    assert_true(strlen(line) > 0);
    (*count)++;
}

static void test_backup_and_check(void **state)
{
    struct fixture fixture;
    struct stat status;
    const char *copy;
    int64_t findings;
    int lines = 0;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    plan(&fixture, add(&fixture, "Dana Whitfield"), "call fri 2pm");
    copy = fixture_path(&fixture, "copy.db");
    assert_true(desk_backup(fixture.desk, copy, &fixture.err));
    assert_int_equal(stat(copy, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_false(desk_backup(fixture.desk, desk_path(fixture.desk), &fixture.err));
    assert_int_equal(fixture.err.code, ERROR_USAGE);
    assert_false(desk_backup(fixture.desk, fixture.folder, &fixture.err));
    assert_true(desk_check(fixture.desk, count_finding, &lines, &findings, &fixture.err));
    assert_int_equal(findings, 0);
    assert_int_equal(lines, 0);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles_say_what_to_do),
        cmocka_unit_test(test_all_that_is_needed_is_in_it),
        cmocka_unit_test(test_descriptions),
        cmocka_unit_test(test_promises_and_visits_are_busy_whole_days_ring_before),
        cmocka_unit_test(test_a_long_note_is_cut_between_characters),
        cmocka_unit_test(test_export),
        cmocka_unit_test(test_export_fails_whole),
        cmocka_unit_test(test_backup_and_check),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
