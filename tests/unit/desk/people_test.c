/* Contacts found by words, typed as a line, changed (desk/people.h). */
#include "fixture.h"

static struct contact find(struct fixture *f, const char *who)
{
    struct contact contact;

    must(desk_person_find(f->desk, who, f->arena, &contact, NULL, NULL, &f->err));
    return contact;
}

static void found_by_every_way(void **state)
{
    struct fixture *f = *state;
    int64_t dana = add(f, "Dana Whitfield, Northwind, dana@northwind.example, "
                          "Dana.W@Home.example, +1 416 555 0142");
    int64_t zoe = add(f, "Zoë Müller, Łódź Pumpen");
    const struct {
        const char *who;
        int64_t id;
    } cases[] = {
        {"dana@northwind.example", dana},
        {"DANA.W@home.EXAMPLE", dana},
        {"+14165550142", dana},
        {"(416) 555-0142", dana},
        {"5550142", dana},
        {"Dana Whitfield", dana},
        {"whit dan", dana},
        {"dana north", dana},
        {"zoe muller", zoe},
        {"ZOË", zoe},
        {"lodz", zoe},
        {person(f, zoe).uuid, zoe},
        {arena_copy(f->arena, person(f, dana).uuid, 6), dana},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (find(f, cases[i].who).id != cases[i].id)
            fail_msg("%s", cases[i].who);
    }
}

static void nobody_is_found(void **state)
{
    struct fixture *f = *state;
    static const char *const cases[] = {"",        "ana",   "dana@elsewhere.example",
                                        "5550199", "0142",  "00000000",
                                        "%",       "'",     "*",
                                        "dana \"", "ffffff"};
    struct contact contact, *found;
    size_t count = 7;

    add(f, "Dana Whitfield, Northwind, +1 416 555 0142");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (i == 9)
            continue;
        must_fail(desk_person_find(f->desk, cases[i], f->arena, &contact, &found, &count,
                                   &f->err),
                  ERROR_NOT_FOUND, cases[i]);
        assert_int_equal(count, 0);
    }
    assert_string_equal(find(f, "dana \"").name, "Dana Whitfield");
}

static void several_are_listed_and_a_full_name_wins(void **state)
{
    struct fixture *f = *state;
    struct contact contact, *found;
    size_t count;
    int64_t ana = add(f, "Ana Ruiz, Brío");

    add(f, "Ana Ruizdael, Brío");
    assert_int_equal(find(f, "ana ruiz").id, ana);
    must_fail(
        desk_person_find(f->desk, "ana", f->arena, &contact, &found, &count, &f->err),
        ERROR_AMBIGUOUS, "\"ana\" could be 2 people");
    assert_int_equal(count, 2);
    assert_string_equal(found[0].name, "Ana Ruiz");
    assert_string_equal(found[1].name, "Ana Ruizdael");
    must_fail(desk_person_find(f->desk, "brio", f->arena, &contact, NULL, NULL, &f->err),
              ERROR_AMBIGUOUS, "say more of the name");
}

/* In play or at rest, folded, no further than the letters reach. */
static void named_by_their_first_letters(void **state)
{
    struct fixture *f = *state;
    int64_t zoran = add(f, "Zoran Ilić"), zoe = add(f, "Zoë Ångström, #prospect");
    const struct {
        const char *letters;
        size_t limit, count;
        int64_t first;
    } cases[] = {
        {"zo", 9, 2, zoe},    {"ZOË", 9, 1, zoe}, {"zor", 9, 1, zoran},
        {"zo", 1, 1, zoe},    {"zorax", 9, 0, 0}, {"zoran i", 9, 1, zoran},
        {"ilic", 9, 0, 0},    {"", 9, 0, 0},      {"zz", 9, 0, 0},
        {"zoe a", 9, 1, zoe}, {"\xff", 9, 0, 0},
    };

    add(f, "Ana Ruiz");
    add(f, "王小明");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t *ids;
        size_t count;

        must(desk_people_named(f->desk, cases[i].letters, cases[i].limit, f->arena, &ids,
                               &count, &f->err));
        if (count != cases[i].count || (count > 0 && ids[0] != cases[i].first))
            fail_msg("\"%s\": %zu", cases[i].letters, count);
    }
}

/* Two people of one full name are a question too. */
static void namesakes_are_asked_about(void **state)
{
    struct fixture *f = *state;
    struct contact contact, *found;
    size_t count;

    add(f, "Kim Lee, Acme");
    add(f, "Kim Lee, Kessler");
    add(f, "Kim Leeds, Kessler");
    must_fail(
        desk_person_find(f->desk, "kim lee", f->arena, &contact, &found, &count, &f->err),
        ERROR_AMBIGUOUS, "2 people");
    assert_string_equal(find(f, "kim lee acme").company, "Acme");
}

static void more_than_fit_are_said_to_be_more(void **state)
{
    struct fixture *f = *state;
    struct contact contact, *found;
    size_t count;

    for (int i = 0; i < 20; i++)
        add(f, arena_format(f->arena, "Pat No%c", 'a' + i));
    must_fail(
        desk_person_find(f->desk, "pat", f->arena, &contact, &found, &count, &f->err),
        ERROR_AMBIGUOUS, "could be 20 people");
    assert_int_equal(count, 20);
    add(f, "Pat Last");
    must_fail(
        desk_person_find(f->desk, "pat", f->arena, &contact, &found, &count, &f->err),
        ERROR_AMBIGUOUS, "more than 20 people");
    assert_int_equal(count, 20);
}

static void a_line_is_read(void **state)
{
    struct fixture *f = *state;
    struct contact c;

    must(desk_person_read(f->desk,
                          " Dana Whitfield , Northwind,dana@northwind.example, Buyer,"
                          " +1 (416) 555-0142, Toronto, https://northwind.example/dana,"
                          " America/Toronto, #prospect ",
                          f->arena, &c, &f->err));
    assert_string_equal(c.name, "Dana Whitfield");
    assert_string_equal(c.company, "Northwind");
    assert_string_equal(c.title, "Buyer");
    assert_string_equal(c.city, "Toronto");
    assert_string_equal(c.zone, "America/Toronto");
    assert_int_equal(c.stage, STAGE_PROSPECT);
    assert_int_equal(c.point_count, 3);
    assert_int_equal(c.points[0].kind, POINT_MAIL);
    assert_int_equal(c.points[1].kind, POINT_PHONE);
    assert_string_equal(c.points[1].value, "+1 (416) 555-0142");
    assert_int_equal(c.points[2].kind, POINT_LINK);

    must(desk_person_read(f->desk, "李小龍, , 經理", f->arena, &c, &f->err));
    assert_string_equal(c.name, "李小龍");
    assert_null(c.company);
    assert_string_equal(c.title, "經理");
    assert_int_equal(c.stage, STAGE_LEAD);
    assert_null(c.zone);
}

static void a_line_with_mistakes_is_refused(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *line, *words;
    } cases[] = {
        {"", "a name comes first"},
        {" , , ", "a name comes first"},
        {"dana@northwind.example", "a name comes first"},
        {"Dana, #boss", "there is no stage \"boss\""},
        {"Dana, #", "there is no stage \"\""},
        {"Dana, dana@", "no mail address"},
        {"Dana, @northwind", "no mail address"},
        {"Dana, dana @northwind.example", "no mail address"},
        {"Dana, a, b, c, d", "\"d\" is one piece too many"},
    };
    struct contact c;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        must_fail(desk_person_read(f->desk, cases[i].line, f->arena, &c, &f->err),
                  ERROR_USAGE, cases[i].words);
}

static void a_zone_that_is_none_is_a_word(void **state)
{
    struct fixture *f = *state;
    struct contact c;

    must(desk_person_read(f->desk, "Dana, Mars/Olympus, ../etc", f->arena, &c, &f->err));
    assert_null(c.zone);
    assert_string_equal(c.company, "Mars/Olympus");
}

static int64_t add_rich(struct fixture *f)
{
    static const struct point points[] = {
        {POINT_MAIL, "ana@brio.example", "work"},
        {POINT_ADDRESS, "Calle Mayor 1\n28013 Madrid", "work"},
        {POINT_MAIL, "ana@home.example", "home"},
        {POINT_PHONE, "1204", "extension"},
        {POINT_PHONE, "+34 600 000 001", "mobile"},
        {POINT_PHONE, "+34 600 000 001", "work"},
        {POINT_PHONE, "tel, ask for Ana", NULL},
        {POINT_LINK, "brio.example/ana", "page"},
    };
    struct contact contact = {.name = "Ruiz, Ana",
                              .given = "Ana",
                              .family = "Ruiz",
                              .company = "Brío, S.A.",
                              .city = "Madrid, España",
                              .zone = "UTC",
                              .uid = "card-1",
                              .card = "NICKNAME:Anita",
                              .stage = STAGE_CUSTOMER,
                              .points = points,
                              .point_count = sizeof points / sizeof *points};
    int64_t id;

    must(desk_person_add(f->desk, &contact, &id, &f->err));
    return id;
}

static void assert_same(const struct contact *a, const struct contact *b)
{
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->company, b->company);
    assert_string_equal(a->city, b->city);
    assert_string_equal(a->zone, b->zone);
    assert_string_equal(a->given, b->given);
    assert_string_equal(a->family, b->family);
    assert_string_equal(a->uid, b->uid);
    assert_string_equal(a->card, b->card);
    assert_int_equal(a->stage, b->stage);
    assert_int_equal(a->point_count, b->point_count);
    for (size_t i = 0; i < a->point_count; i++) {
        assert_int_equal(a->points[i].kind, b->points[i].kind);
        assert_string_equal(a->points[i].value, b->points[i].value);
        assert_int_equal(a->points[i].label == NULL, b->points[i].label == NULL);
        if (a->points[i].label != NULL)
            assert_string_equal(a->points[i].label, b->points[i].label);
    }
}

/* Whatever a card brought, Enter on the unchanged line changes nothing. */
static void an_unchanged_line_changes_nothing(void **state)
{
    struct fixture *f = *state;
    int64_t id = add_rich(f);
    struct contact before = person(f, id), after;
    int made = steps(f);

    must(desk_person_edit(f->desk, id, desk_person_line(f->arena, &before), &f->err));
    after = person(f, id);
    assert_same(&before, &after);
    assert_null(after.title);
    assert_int_equal(steps(f), made);
}

static void an_edit_changes_what_it_says(void **state)
{
    struct fixture *f = *state;
    int64_t id = add_rich(f);
    struct contact c;

    must(desk_person_edit(
        f->desk, id, "Ana Ruiz García, Brío, Buyer, ana@home.example, #former", &f->err));
    c = person(f, id);
    assert_string_equal(c.name, "Ana Ruiz García");
    assert_null(c.given);
    assert_null(c.family);
    assert_string_equal(c.company, "Brío");
    assert_string_equal(c.title, "Buyer");
    assert_null(c.city);
    assert_null(c.zone);
    assert_int_equal(c.stage, STAGE_FORMER);
    assert_int_equal(c.point_count, 2);
    assert_string_equal(c.points[1].value, "ana@home.example");
    assert_string_equal(c.points[1].label, "home");
    assert_int_equal(c.points[0].kind, POINT_ADDRESS);
    assert_string_equal(c.card, "NICKNAME:Anita");
    undo_is(f, "change of Ana Ruiz García");
    assert_string_equal(person(f, id).name, "Ruiz, Ana");
    assert_int_equal(person(f, id).point_count, 8);
    redo(f);
    assert_int_equal(person(f, id).point_count, 2);
}

/* "e", ^U, a number: what is typed most often changes alone. */
static void assert_line(struct fixture *f, int64_t id, const char *expected)
{
    struct contact contact = person(f, id);

    assert_string_equal(desk_person_line(f->arena, &contact), expected);
}

static void a_number_alone_changes_the_number(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Ana Ruiz, Brío, ana@brio.example, +34 555 0101, +34 555 0102, "
                        "Europe/Madrid, #customer");

    must(desk_person_edit(f->desk, id, " +34 555 0199 ", &f->err));
    assert_line(f, id,
                "Ana Ruiz, Brío, ana@brio.example, +34 555 0199, +34 555 0102, "
                "Europe/Madrid, #customer");
    must(desk_person_edit(f->desk, id,
                          "a@b.example, https://brio.example, +34 555 0102, #former",
                          &f->err));
    assert_line(f, id,
                "Ana Ruiz, Brío, a@b.example, +34 555 0199, +34 555 0102, "
                "https://brio.example, Europe/Madrid, #former");
}

static void a_bad_edit_changes_nothing(void **state)
{
    struct fixture *f = *state;
    int64_t id = add_rich(f);

    must_fail(desk_person_edit(f->desk, id, ", Brío", &f->err), ERROR_USAGE, "name");
    must_fail(desk_person_edit(f->desk, 4711, "Ana", &f->err), ERROR_NOT_FOUND,
              "not on the desk any more");
    assert_string_equal(person(f, id).name, "Ruiz, Ana");
}

static void lines_go_round(void **state)
{
    struct fixture *f = *state;
    static const char *const lines[] = {
        "Dana Whitfield, #lead",
        "Dana Whitfield, Northwind, dana@northwind.example, #prospect",
        "Dana Whitfield, , Buyer, #customer",
        "Dana Whitfield, , , Toronto, America/Toronto, #rest",
        "O'Brien & Söhne GmbH, a@b.example, c@d.example, +49 30 1234567, #no",
    };

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct contact c;

        must(desk_person_read(f->desk, lines[i], f->arena, &c, &f->err));
        assert_string_equal(desk_person_line(f->arena, &c), lines[i]);
    }
}

/* Bytes of another charset, from a shell or a file name, are no text. */
static void what_is_no_text_is_repaired(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Zo\xeb M\xfc"
                        "ller, Caf"
                        "\xe9");
    int64_t touch = plan(f, id,
                         "call fri prix caf"
                         "\xe9");
    struct timeline_entry *rows;
    size_t count;

    must(desk_note_file(f->desk, id,
                        "a caf\xe9"
                        " b",
                        0, &f->err));
    must(desk_timeline(f->desk, id, NULL, 1, f->arena, &rows, &count, &f->err));
    assert_string_equal(person(f, id).name, "Zo\uFFFD M\uFFFDller");
    assert_string_equal(person(f, id).company, "Caf\uFFFD");
    assert_string_equal(touch_of(f, touch).purpose, "prix caf\uFFFD");
    assert_string_equal(rows[0].note->text, "a caf\uFFFD b");
}

static void a_new_contact_is_a_step(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct contact contact;

    assert_int_equal(person(f, id).stage, STAGE_LEAD);
    assert_int_equal(person(f, id).created_utc, desk_now(f->desk));
    undo_is(f, "new contact Dana Whitfield");
    must_fail(desk_person_get(f->desk, id, f->arena, &contact, &f->err), ERROR_NOT_FOUND,
              "not on the desk any more");
    redo(f);
    assert_string_equal(person(f, id).name, "Dana Whitfield");
}

/* Rule 8: a touch or a note brings someone at rest into play, within the same step. */
static void rest_comes_into_play(void **state)
{
    struct fixture *f = *state;
    int64_t noted = add(f, "Noted Person, #rest");
    int64_t touched = add(f, "Touched Person, #rest");
    int64_t away = add(f, "Away Person, #rest");
    int64_t former = add(f, "Former Person, #former");
    struct take_in item;

    must(desk_note_file(f->desk, noted, "met at the fair", 0, &f->err));
    plan(f, touched, "call fri offer");
    must(take_in_text(f->desk, "I am on vacation until March 6.", away, f->arena, &item,
                      &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    must(desk_note_file(f->desk, former, "said hello", 0, &f->err));
    assert_int_equal(person(f, noted).stage, STAGE_LEAD);
    assert_int_equal(person(f, touched).stage, STAGE_LEAD);
    assert_int_equal(person(f, away).stage, STAGE_LEAD);
    assert_int_equal(person(f, former).stage, STAGE_FORMER);
    undo_is(f, "note on Former Person");
    undo_is(f, "absence of Away Person");
    assert_int_equal(person(f, away).stage, STAGE_REST);
    undo_is(f, "call with Touched Person on 2026-03-06");
    assert_int_equal(person(f, touched).stage, STAGE_REST);
    undo_is(f, "note on Noted Person");
    assert_int_equal(person(f, noted).stage, STAGE_REST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(found_by_every_way, setup, teardown),
        cmocka_unit_test_setup_teardown(nobody_is_found, setup, teardown),
        cmocka_unit_test_setup_teardown(several_are_listed_and_a_full_name_wins, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(named_by_their_first_letters, setup, teardown),
        cmocka_unit_test_setup_teardown(namesakes_are_asked_about, setup, teardown),
        cmocka_unit_test_setup_teardown(more_than_fit_are_said_to_be_more, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_line_is_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_with_mistakes_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_zone_that_is_none_is_a_word, setup, teardown),
        cmocka_unit_test_setup_teardown(an_unchanged_line_changes_nothing, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_edit_changes_what_it_says, setup, teardown),
        cmocka_unit_test_setup_teardown(a_number_alone_changes_the_number, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_bad_edit_changes_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_go_round, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_text_is_repaired, setup, teardown),
        cmocka_unit_test_setup_teardown(a_new_contact_is_a_step, setup, teardown),
        cmocka_unit_test_setup_teardown(rest_comes_into_play, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
