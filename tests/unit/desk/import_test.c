/* Who a record is, what is laid over whom, and the import as one step in parts. */
#include "desk_fixture.h"
#include "import_match.h"
#include "import_merge.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/desk/history.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/people.h"
#include "touchbase/store/contacts.h"

#define POINT(kind_, value_)               \
    (const struct point)                   \
    {                                      \
        .kind = (kind_), .value = (value_) \
    }

/* ---- Merging ---- */

static void test_points_are_the_same(void **state)
{
    static const struct {
        enum point_kind kind;
        const char *a, *b;
        bool same;
    } rows[] = {
        {POINT_MAIL, "Dana@Northwind.example", "dana@northwind.example", true},
        {POINT_MAIL, "dana@northwind.example", "dan@northwind.example", false},
        {POINT_PHONE, "+1 (416) 555-0142", "416 555 0142", true},
        {POINT_PHONE, "+49 30 5550 1330", "030 5550 1330", true},
        {POINT_PHONE, "5550142", "+1 416 555 0142", true},
        {POINT_PHONE, "555 0143", "+1 416 555 0142", false},
        {POINT_PHONE, "4711", "4711", true},
        {POINT_PHONE, "4711", "54711", false},
        {POINT_PHONE, "no number", "none", false},
        {POINT_ADDRESS, "1 Main St\nTORONTO", "1 main st\ntoronto", true},
        {POINT_LINK, "https://a.example/X", "https://a.example/x", false},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct point a = POINT(rows[i].kind, rows[i].a),
                     b = POINT(rows[i].kind, rows[i].b);

        if (import_same_point(arena, &a, &b) != rows[i].same ||
            import_same_point(arena, &b, &a) != rows[i].same)
            fail_msg("%s and %s", rows[i].a, rows[i].b);
    }
    arena_destroy(arena);
}

static const struct point stored_points[] = {
    {.kind = POINT_MAIL, .value = "dana@northwind.example", .label = "work"},
    {.kind = POINT_PHONE, .value = "+1 416 555 0142"},
};
static const struct point record_points[] = {
    {.kind = POINT_MAIL, .value = "DANA@northwind.example"},
    {.kind = POINT_PHONE, .value = "416-555-0142"},
    {.kind = POINT_PHONE, .value = "+1 416 555 0199"},
    {.kind = POINT_PHONE, .value = "416 555 0199"},
};

static struct contact stored_contact(void)
{
    return (struct contact){.uuid = "6f1d0c1e-5a0b-4c0e-9a55-2f1c7b9d0a11",
                            .name = "Dana Whitfield",
                            .company = "Northwind",
                            .points = stored_points,
                            .point_count = 2};
}

static struct contact record_contact(void)
{
    return (struct contact){.name = "Dana Whitfield",
                            .uid = "card-1",
                            .given = "Dana",
                            .family = "Whitfield",
                            .company = "Southwind",
                            .city = "Toronto",
                            .card = "NICKNAME:Dee",
                            .points = record_points,
                            .point_count = 4};
}

static void test_merge_fills_and_adds(void **state)
{
    struct contact stored = stored_contact(), record = record_contact();
    struct arena *arena = arena_create();
    struct merge merge;

    (void)state;
    import_merge(arena, &stored, &record, false, &merge);
    assert_string_equal(merge.contact.company, "Northwind");
    assert_string_equal(merge.contact.city, "Toronto");
    assert_string_equal(merge.contact.given, "Dana");
    assert_string_equal(merge.contact.uid, "card-1");
    assert_string_equal(merge.contact.card, "NICKNAME:Dee");
    assert_int_equal(merge.contact.point_count, 3);
    assert_string_equal(merge.contact.points[0].label, "work");
    assert_string_equal(merge.contact.points[2].value, "+1 416 555 0199");
    assert_int_equal(merge.differing, 1);
    assert_int_equal(merge.updated, 0);
    assert_int_equal(merge.filled, 6); /* given, family, city, card, uid, a number */
    stored = merge.contact;
    import_merge(arena, &stored, &record, false, &merge);
    assert_int_equal(merge.filled, 0);
    assert_int_equal(merge.differing, 1);
    arena_destroy(arena);
}

static void test_merge_updates(void **state)
{
    struct contact stored = stored_contact(), record = record_contact();
    struct arena *arena = arena_create();
    struct merge merge;

    (void)state;
    stored.card = "NICKNAME:Dana";
    stored.uid = "card-0";
    record.name = "Dana W. Whitfield";
    import_merge(arena, &stored, &record, false, &merge);
    assert_string_equal(merge.contact.name, "Dana Whitfield");
    assert_null(merge.contact.given); /* parts of another name stay away */
    assert_string_equal(merge.contact.card, "NICKNAME:Dana");
    assert_int_equal(merge.differing, 2); /* name and company; the card is not counted */
    import_merge(arena, &stored, &record, true, &merge);
    assert_string_equal(merge.contact.name, "Dana W. Whitfield");
    assert_string_equal(merge.contact.given, "Dana");
    assert_string_equal(merge.contact.company, "Southwind");
    assert_string_equal(merge.contact.card, "NICKNAME:Dee");
    assert_string_equal(merge.contact.uid, "card-0");
    assert_int_equal(merge.updated, 3);
    assert_int_equal(merge.differing, 0);
    arena_destroy(arena);
}

static void test_a_record_without_a_value_takes_none_away(void **state)
{
    struct contact stored = stored_contact(), record = {.name = "Dana Whitfield"};
    struct arena *arena = arena_create();
    struct merge merge;

    (void)state;
    import_merge(arena, &stored, &record, true, &merge);
    assert_string_equal(merge.contact.company, "Northwind");
    assert_int_equal(merge.contact.point_count, 2);
    assert_int_equal(merge.filled + merge.differing + merge.updated, 0);
    arena_destroy(arena);
}

/* ---- The import ---- */

struct remarks {
    int count;
    long line;
    char words[256];
    int64_t stop_after; /* calls of progress, 0 never */
    int64_t calls;
};

static void keep_remark(void *context, long line, const char *words)
{
    struct remarks *remarks = context;

    remarks->count++;
    remarks->line = line;
    snprintf(remarks->words, sizeof remarks->words, "%s", words);
}

static bool keep_on(void *context, int64_t done, int64_t all)
{
    struct remarks *remarks = context;

    assert_true(done >= 0 && all >= done);
    remarks->calls++;
    return remarks->stop_after == 0 || remarks->calls < remarks->stop_after;
}

static struct import_totals import(struct fixture *fixture, const char *name,
                                   const char *text, struct remarks *remarks)
{
    const struct import_options options = {.path = fixture_write(fixture, name, text),
                                           .remark = keep_remark,
                                           .progress = keep_on,
                                           .context = remarks};
    struct import_totals totals;

    if (!desk_import(fixture->desk, &options, &totals, &fixture->err))
        fail_msg("%s", fixture->err.text);
    return totals;
}

static struct contact person(struct fixture *fixture, const char *who)
{
    struct contact contact;

    if (!desk_person_find(fixture->desk, who, fixture->arena, &contact, NULL, NULL,
                          &fixture->err))
        fail_msg("%s", fixture->err.text);
    return contact;
}

static void test_own_cards_are_known_by_their_uuid(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {0};
    struct import_totals totals;
    struct contact dana;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    import(&fixture, "a.csv", "Name,Company\nDana Whitfield,Northwind\n", &remarks);
    dana = person(&fixture, "dana");
    totals = import(&fixture, "b.vcf",
                    arena_format(fixture.arena,
                                 "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:%s\nFN:D. "
                                 "Whitfield\nEND:VCARD\n",
                                 dana.uuid),
                    &remarks);
    assert_int_equal(totals.known, 1);
    assert_int_equal(totals.differing, 1);
    assert_null(person(&fixture, "dana").uid);
    fixture_close(&fixture);
}

static void test_one_step_however_many(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {0};
    struct buffer text = {0};
    struct import_totals totals;
    struct desk_step step, steps[4];
    struct desk_counts counts;
    int count;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    for (int i = 0; i < 3000; i++)
        buffer_add_format(&text, "BEGIN:VCARD\nVERSION:4.0\nFN:Person %d\nEND:VCARD\n",
                          i);
    totals = import(&fixture, "many.vcf", buffer_string(&text), &remarks);
    assert_int_equal(totals.added, 3000);
    assert_true(
        desk_history(fixture.desk, 0, 4, fixture.arena, steps, &count, &fixture.err));
    assert_int_equal(count, 1);
    assert_string_equal(steps[0].label, "import of many.vcf");
    assert_int_equal(desk_undo(fixture.desk, false, fixture.arena, &step, &fixture.err),
                     HISTORY_DONE);
    assert_true(desk_count(fixture.desk, &counts, &fixture.err));
    assert_int_equal(counts.at_rest, 0);
    buffer_free(&text);
    fixture_close(&fixture);
}

static void test_stopped_it_stays_one_step(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {.stop_after = 1};
    struct buffer text = {0};
    struct import_totals totals;
    struct desk_step step;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    for (int i = 0; i < 60000; i++)
        buffer_add_format(&text, "BEGIN:VCARD\nVERSION:4.0\nFN:Person %d\nEND:VCARD\n",
                          i);
    totals = import(&fixture, "many.vcf", buffer_string(&text), &remarks);
    assert_int_equal(remarks.calls, 1);
    assert_true(totals.added > 0 && totals.added < 60000);
    assert_true(desk_unfinished(fixture.desk, fixture.arena, &step, &fixture.err));
    assert_int_equal(step.id, 0);
    assert_int_equal(desk_undo(fixture.desk, false, fixture.arena, &step, &fixture.err),
                     HISTORY_DONE);
    assert_string_equal(step.label, "import of many.vcf");
    buffer_free(&text);
    fixture_close(&fixture);
}

static void test_nothing_new_makes_no_step(void **state)
{
    static const char text[] = "Name,Email,Notes\nAna Ruiz,ana@brio.example,met in May\n";
    struct fixture fixture;
    struct remarks remarks = {0};
    struct desk_step steps[4];
    int count;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    assert_int_equal(import(&fixture, "a.csv", text, &remarks).added, 1);
    assert_int_equal(import(&fixture, "a.csv", text, &remarks).known, 1);
    assert_true(
        desk_history(fixture.desk, 0, 4, fixture.arena, steps, &count, &fixture.err));
    assert_int_equal(count, 1);
    assert_int_equal(remarks.count, 0);
    fixture_close(&fixture);
}

static void test_a_namesake_is_remarked_with_its_line(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {0};
    struct import_totals totals;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    totals =
        import(&fixture, "a.csv",
               "Name,Email\nAna Ruiz,office@brio.example\nJosé Ruiz,office@brio.example\n"
               "JOSE RUIZ,office@brio.example\n",
               &remarks);
    assert_int_equal(totals.added, 2);
    assert_int_equal(totals.namesakes, 1);
    assert_int_equal(totals.known, 1);
    assert_int_equal(remarks.count, 1);
    assert_int_equal(remarks.line, 3);
    assert_non_null(strstr(remarks.words, "office@brio.example is known as Ana Ruiz"));
    fixture_close(&fixture);
}

static void test_a_name_in_one_piece_or_two(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {0};
    struct import_totals totals;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    totals = import(
        &fixture, "a.csv",
        "Name,Email\n田中 さくら,tanaka@west.example\n田中さくら,tanaka@west.example\n"
        "Jo Ann,jo@west.example\nJoann,jo@west.example\n",
        &remarks);
    assert_int_equal(totals.added, 3);
    assert_int_equal(totals.known, 1);
    assert_int_equal(totals.differing, 1);
    assert_int_equal(totals.namesakes, 1);
    fixture_close(&fixture);
}

/* As khard and vobject write them: 3.0 and 4.0 in one file, names before their cards. */
static const char related[] =
    "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:11111111-7dec-11d0-a765-00a0c91e6bf6\n"
    "FN:Ana Ruiz\nRELATED;TYPE=colleague:urn:uuid:22222222-7dec-11d0-a765-00a0c91e6bf6\n"
    "RELATED;TYPE=agent;VALUE=text:tom field\n"
    "RELATED;TYPE=friend;VALUE=text:Tom Field\n"
    "RELATED;TYPE=colleague;VALUE=text:Nobody Known\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:4.0\nUID:22222222-7dec-11d0-a765-00a0c91e6bf6\nFN:Jo Lind\n"
    "RELATED;TYPE=co-worker:urn:uuid:11111111-7dec-11d0-a765-00a0c91e6bf6\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Tom Field\nEMAIL:tom@field.example\n"
    "RELATED;TYPE=contact;X-TOUCHBASE=\"advocate for\":mailto:MIKE@qf.example\n"
    "RELATED;TYPE=colleague;VALUE=text:Tom Field\n"
    "RELATED;TYPE=contact;X-TOUCHBASE=successor;VALUE=text:Ana Ruiz\n"
    "RELATED;TYPE=colleague;VALUE=text:Double\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Double\nEMAIL:a@d.example\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:Double\nEMAIL:b@d.example\nEND:VCARD\n";

static const char *ties_of(struct fixture *fixture, const char *who)
{
    struct tie *ties;
    const char *words = "";
    size_t count;

    if (!desk_links(fixture->desk, person(fixture, who).id, LINKS_READ, fixture->arena,
                    &ties, &count, &fixture->err))
        fail_msg("%s", fixture->err.text);
    for (size_t i = 0; i < count; i++)
        words = arena_format(fixture->arena, "%s%s%s %s", words, i == 0 ? "" : "; ",
                             tie_words(&ties[i]), ties[i].with.name);
    return words;
}

static void test_people_of_a_file_are_linked(void **state)
{
    struct fixture fixture;
    struct remarks remarks = {0};
    struct import_totals totals;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    import(&fixture, "mike.csv", "Name,Email\nMike Kincaid,mike@qf.example\n", &remarks);
    totals = import(&fixture, "related.vcf", related, &remarks);
    assert_int_equal(totals.added, 5);
    assert_int_equal(totals.linked, 3);
    assert_string_equal(ties_of(&fixture, "ana"),
                        "assistant Tom Field; colleague Jo Lind");
    assert_string_equal(ties_of(&fixture, "jo"), "colleague Ana Ruiz");
    assert_string_equal(ties_of(&fixture, "tom"),
                        "advocate for Mike Kincaid; assistant of Ana Ruiz");
    assert_int_equal(remarks.count, 2); /* and of Nobody Known */
    assert_non_null(strstr(remarks.words, "Tom Field: colleague \"Double\" is nobody"));
    assert_non_null(strstr(person(&fixture, "ana").card, "VALUE=text:Nobody Known"));
    totals = import(&fixture, "related.vcf", related, &remarks);
    assert_int_equal(totals.known, 5);
    assert_int_equal(totals.linked, 0);
    fixture_close(&fixture);
}

static void test_what_cannot_be_imported(void **state)
{
    struct fixture fixture;
    struct import_options options = {.path = "/nonexistent/people.vcf"};
    struct import_totals totals;

    (void)state;
    fixture_open(&fixture, DESK_WRITE);
    assert_false(desk_import(fixture.desk, &options, &totals, &fixture.err));
    assert_non_null(strstr(fixture.err.text, "/nonexistent/people.vcf"));
    options.path = fixture.folder;
    assert_false(desk_import(fixture.desk, &options, &totals, &fixture.err));
    options.format = "xls";
    assert_false(desk_import(fixture.desk, &options, &totals, &fixture.err));
    assert_int_equal(fixture.err.code, ERROR_USAGE);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_are_the_same),
        cmocka_unit_test(test_merge_fills_and_adds),
        cmocka_unit_test(test_merge_updates),
        cmocka_unit_test(test_a_record_without_a_value_takes_none_away),
        cmocka_unit_test(test_own_cards_are_known_by_their_uuid),
        cmocka_unit_test(test_one_step_however_many),
        cmocka_unit_test(test_stopped_it_stays_one_step),
        cmocka_unit_test(test_nothing_new_makes_no_step),
        cmocka_unit_test(test_a_namesake_is_remarked_with_its_line),
        cmocka_unit_test(test_a_name_in_one_piece_or_two),
        cmocka_unit_test(test_people_of_a_file_are_linked),
        cmocka_unit_test(test_what_cannot_be_imported),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
