/* Pending touches with what a calendar says of them, page by page. */
#include "fixture.h"

#include "touchbase/store/absences.h"
#include "touchbase/store/published.h"

enum { DAY = 86400 };

static int64_t add_person(struct fixture *f, const char *name, bool do_not_contact)
{
    const struct point points[] = {{.kind = POINT_PHONE, .value = "+1 416 555 0142"},
                                   {.kind = POINT_MAIL, .value = "dana@example.com"}};
    struct contact contact = {.name = name,
                              .company = "Northwind",
                              .title = "Buyer",
                              .stage = STAGE_PROSPECT,
                              .do_not_contact = do_not_contact,
                              .points = points,
                              .point_count = 2,
                              .created_utc = NOW,
                              .changed_utc = NOW};
    must(contact_insert(f->store, f->arena, &contact, &f->err));
    return contact.id;
}

static void add_zoned(struct fixture *f, int64_t contact, int64_t due_utc,
                      const char *zone)
{
    struct touch touch = plain_touch(contact, due_utc);
    touch.due.minute = 540;
    touch.zone = zone;
    must(touch_insert(f->store, f->arena, &touch, &f->err));
}

static void add_dated_note(struct fixture *f, int64_t contact, int64_t utc,
                           const char *text)
{
    struct note note = {.contact_id = contact, .written_utc = utc, .text = text};
    must(note_file(f->store, f->arena, &note, 0, &f->err));
}

static void file_absence(struct fixture *f, int64_t contact, enum absence_state state)
{
    struct absence absence = {.contact_id = contact,
                              .kind = READING_OOO,
                              .state = state,
                              .received_day = NOW / DAY,
                              .first_day = NOW / DAY,
                              .back = NOW / DAY + 7,
                              .back_minute = MINUTE_NONE};
    must(absence_insert(f->store, f->arena, &absence, &f->err));
}

static struct published *read_page(struct fixture *f, const struct published_key *after,
                                   size_t limit, size_t *count)
{
    struct published *rows;
    must(published_window(f->store, after, limit, f->arena, &rows, count, &f->err));
    return rows;
}

static void all_that_is_said_is_read(void **state)
{
    struct fixture *f = *state;
    size_t count;
    begin(f, "dana");
    int64_t dana = add_person(f, "Dana", false);
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    add_dated_note(f, dana, NOW - 2 * DAY, "older");
    add_dated_note(f, dana, NOW - DAY, "price is fine");
    add_dated_note(f, dana, NOW - 3 * DAY, "oldest");
    file_absence(f, dana, ABSENCE_FILED);
    file_absence(f, ana, ABSENCE_PROPOSED);
    add_touch(f, dana, NOW + DAY);
    add_touch(f, ana, NOW + DAY);
    commit(f);
    const struct published *rows = read_page(f, NULL, 10, &count);
    assert_int_equal(count, 2);
    assert_string_equal(rows[0].touch.contact, "Dana");
    assert_string_equal(rows[0].contact.name, "Dana");
    assert_string_equal(rows[0].contact.company, "Northwind");
    assert_string_equal(rows[0].contact.title, "Buyer");
    assert_int_equal(rows[0].contact.point_count, 2);
    assert_string_equal(rows[0].contact.points[1].value, "dana@example.com");
    assert_string_equal(rows[0].note.text, "price is fine");
    assert_int_equal(rows[0].note.written_utc, NOW - DAY);
    assert_true(rows[0].absent);
    assert_string_equal(rows[1].contact.name, "Ana");
    assert_int_equal(rows[1].contact.point_count, 0);
    assert_null(rows[1].note.text);
    assert_false(rows[1].absent);
}

static void only_what_is_planned_with_whom_one_may_contact(void **state)
{
    struct fixture *f = *state;
    size_t count;
    begin(f, "people");
    int64_t dana = add_person(f, "Dana", false);
    add_touch(f, add_person(f, "Never", true), NOW);
    add_touch(f, dana, NOW);
    struct touch done = plain_touch(dana, NOW);
    done.outcome = OUTCOME_REACHED;
    done.done_utc = NOW;
    must(touch_insert(f->store, f->arena, &done, &f->err));
    commit(f);
    const struct published *rows = read_page(f, NULL, 10, &count);
    assert_int_equal(count, 1);
    assert_string_equal(rows[0].contact.name, "Dana");
    assert_int_equal(rows[0].touch.outcome, OUTCOME_NONE);
}

/* Pages of any size give every touch once: person by person, by due. */
static void pages_agree(void **state)
{
    struct fixture *f = *state;
    enum { PEOPLE = 5, EACH = 6 };
    begin(f, "many");
    for (int i = 0; i < PEOPLE; i++) {
        int64_t person = add_person(f, "Someone", false);
        for (int j = 0; j < EACH; j++)
            add_touch(f, person, NOW + (j * 5 % EACH / 2) * DAY);
    }
    commit(f);
    for (size_t limit = 1; limit <= PEOPLE * EACH + 1; limit++) {
        struct published_key last = {INT64_MIN, 0, 0};
        size_t seen = 0, count = limit;
        while (count == limit) {
            const struct published *rows =
                read_page(f, seen > 0 ? &last : NULL, limit, &count);
            for (size_t i = 0; i < count; i++, seen++) {
                struct published_key key = published_key(&rows[i]);
                assert_true(key.contact_id > last.contact_id ||
                            (key.contact_id == last.contact_id &&
                             (key.due_utc > last.due_utc ||
                              (key.due_utc == last.due_utc && key.id > last.id))));
                assert_int_equal(rows[i].contact.point_count, 2);
                last = key;
            }
        }
        assert_int_equal(seen, PEOPLE * EACH);
    }
}

static void zones_in_use(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *zone;
        int64_t earliest;
    } expected[] = {{"America/Toronto", NOW + DAY}, {"Europe/Berlin", NOW}};
    const char *zone = "";
    int64_t earliest;
    begin(f, "zones");
    int64_t dana = add_person(f, "Dana", false);
    add_zoned(f, dana, NOW + 2 * DAY, "America/Toronto");
    add_zoned(f, dana, NOW + DAY, "America/Toronto");
    add_zoned(f, dana, NOW, "Europe/Berlin");
    add_touch(f, dana, NOW - DAY);
    commit(f);
    for (size_t i = 0; i < 2; i++) {
        must(published_zone(f->store, zone, f->arena, &zone, &earliest, &f->err));
        assert_string_equal(zone, expected[i].zone);
        assert_int_equal(earliest, expected[i].earliest);
    }
    must(published_zone(f->store, zone, f->arena, &zone, &earliest, &f->err));
    assert_null(zone);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_that_is_said_is_read, fixture_setup,
                                        fixture_teardown),
        cmocka_unit_test_setup_teardown(only_what_is_planned_with_whom_one_may_contact,
                                        fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(pages_agree, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(zones_in_use, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
