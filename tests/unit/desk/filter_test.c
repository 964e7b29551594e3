/* The filter language: whom it finds, in which order, and what it says to a mistake
 * (tests/tables/desk/filter.txt); windows of those who fit; completion. */
#include "fixture.h"

#include "../table.h"
#include "touchbase/desk/filter.h"
#include "touchbase/desk/tags.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/tags.h"

static void tag(struct fixture *f, int64_t id, const char *words)
{
    must(desk_tag(f->desk, &id, 1, words, NULL, &f->err));
}

static void note(struct fixture *f, int64_t id, const char *text)
{
    must(desk_note_file(f->desk, id, text, 0, &f->err));
}

static void stage(struct fixture *f, int64_t id, enum stage stage)
{
    struct contact contact = person(f, id);

    contact.stage = stage;
    must(desk_person_change(f->desk, &contact, &f->err));
}

static void away(struct fixture *f, int64_t id, const char *back)
{
    struct absence absence = {.contact_id = id,
                              .kind = READING_OOO,
                              .state = ABSENCE_FILED,
                              .first_day = day("2026-03-01"),
                              .received_day = day("2026-03-01"),
                              .received_utc = desk_now(f->desk),
                              .back = day(back),
                              .back_minute = MINUTE_NONE,
                              .created_utc = desk_now(f->desk),
                              .verbatim = "Out until then, on safari."};

    must(desk_step_begin(f->desk, &f->err, "away"));
    must(desk_step_end(
        f->desk, absence_insert(f->desk->store, f->arena, &absence, &f->err), &f->err));
}

/* The people of the table, at nine on Monday, 2 March 2026. */
static void people(struct fixture *f)
{
    int64_t ana = add(f, "Ana Ruiz, Brío Ibérica, buyer, Lyon, ana@brio.example, "
                         "+34 91 555 01 77, #prospect");
    int64_t ravi =
        add(f, "Ravi Menon, Acme Works, owner, Paris, ravi@acme.example, #customer");
    int64_t dana = add(f, "Dana Whitfield, Northwind, head of buying, d@nw.example");
    int64_t jo = add(f, "Jo Lindqvist, Kessler");
    int64_t jun = add(f, "Jürgen Müller-Łoś, Straße & Söhne, +49 (170) 123 45 67, #rest");
    int64_t lena = add(f, "Lena Vogt, Acme, clerk, Lyon, #former");
    int64_t taro = add(f, "田中太郎, #rest");

    plan(f, ana, "call 2026-02-27 pricing");
    plan(f, ravi, "email today offer");
    plan(f, dana, "call fri 10:00 second item");
    note(f, jo, "Wants the CATALOGUE, naïve price");
    note(f, lena, "Ana sent her; speaks of the catalogue");
    stage(f, lena, STAGE_FORMER);
    tag(f, ana, "Wine vip");
    tag(f, ravi, "wine");
    tag(f, lena, "press");
    away(f, dana, "2026-03-09");
    assert_true(jun > 0 && taro > 0);
}

static const char *names(struct fixture *f, const struct desk_findings *found)
{
    const char *text = "";

    for (size_t i = 0; i < found->count; i++) {
        const char *name = found->rows[i].row.contact.name;

        text = arena_format(f->arena, "%s%s%.*s", text, i == 0 ? "" : ", ",
                            (int)strcspn(name, " "), name);
    }
    if (found->instead != NULL)
        text = arena_format(f->arena, "~ %s", text);
    return text;
}

/* "Ana, Ravi"; "~ Ana" when a slip was forgiven; "! words" of a mistake. */
static const char *found(struct fixture *f, const char *text)
{
    struct desk_filter *filter = desk_filter_open(f->desk, text, &f->err);
    struct desk_findings out;

    if (filter == NULL)
        return arena_format(f->arena, "! %s", f->err.text);
    must(desk_filter_find(filter, 50, NULL, NULL, f->arena, &out, &f->err));
    desk_filter_close(filter);
    return names(f, &out);
}

static void the_table(void **state)
{
    struct fixture *f = *state;
    struct table table;
    int rows = 0, wrong = 0;

    people(f);
    table_open(&table, "desk/filter.txt");
    while (table_next(&table)) {
        const char *expected = table.cells[1].text, *got = found(f, table.cells[0].text);
        bool mistake = *expected == '!';

        if (mistake ? *got != '!' || strstr(got, expected + 2) == NULL
                    : strcmp(got, expected) != 0)
            print_error("line %d: %s ==> %s, not %s\n", table.line, table.cells[0].text,
                        got, expected);
        wrong += mistake ? *got != '!' || strstr(got, expected + 2) == NULL
                         : strcmp(got, expected) != 0;
        rows++;
    }
    table_close(&table);
    assert_true(rows > 60);
    assert_int_equal(wrong, 0);
}

/* A key at hand at every third question. */
static bool now_and_then(void *context)
{
    return ++*(int *)context % 3 == 0;
}

/* What a list does: what was found at once is shown, then it is looked on, however often
 * keys come between; what was there stays. */
static void whole_page(struct fixture *f, struct desk_filter *filter,
                       const struct need_context *need, const struct need_key *from,
                       struct contact_row **page, size_t *got)
{
    int asked = 0, most = 10000;
    size_t before;

    must(desk_filter_people(filter, need, from, WINDOW_FORWARD, 5, f->arena, page, got,
                            &f->err));
    while (desk_filter_is_unfinished(filter) && most-- > 0) {
        struct contact_row *first = *page;

        before = *got;
        must(desk_filter_go_on(filter, need, now_and_then, &asked, &f->err));
        must(desk_filter_people(filter, need, from, WINDOW_FORWARD, 5, f->arena, page,
                                got, &f->err));
        assert_true(*got >= before);
        for (size_t i = 0; i < before; i++)
            assert_int_equal(first[i].contact.id, (*page)[i].contact.id);
    }
    assert_true(most > 0);
}

/* A filter's windows against a test of everybody, at every place, both ways. */
static void windows_agree_with_a_scan(struct fixture *f, const char *text, size_t least)
{
    enum { PEOPLE = 600 };
    struct need_context need = desk_need_context(f->desk);
    struct desk_filter *filter = desk_filter_open(f->desk, text, &f->err);
    struct contact_row *all, *page, *kept = arena_array(f->arena, PEOPLE, sizeof *kept);
    size_t count, got, fitting = 0;

    assert_non_null(filter);
    must(desk_people(f->desk, &need, NULL, WINDOW_FORWARD, PEOPLE, f->arena, &all, &count,
                     &f->err));
    for (size_t i = 0; i < count; i++) {
        bool fits;

        must(desk_filter_fits(filter, all[i].contact.id, &fits, &f->err));
        if (fits)
            kept[fitting++] = all[i];
    }
    assert_true(fitting >= least && fitting < count);
    for (size_t i = 0; i <= fitting; i += 7) {
        const struct need_key *from = i == 0 ? NULL : &kept[i - 1].key;

        whole_page(f, filter, &need, from, &page, &got);
        assert_int_equal(got, fitting - i < 5 ? fitting - i : 5);
        for (size_t j = 0; j < got; j++)
            assert_int_equal(page[j].contact.id, kept[i + j].contact.id);
        from = i == fitting ? NULL : &kept[i].key;
        must(desk_filter_people(filter, &need, from, WINDOW_BACKWARD, 5, f->arena, &page,
                                &got, &f->err));
        assert_int_equal(got, i < 5 ? i : 5);
        for (size_t j = 0; j < got; j++)
            assert_int_equal(page[j].contact.id, kept[i - 1 - j].contact.id);
    }
    desk_filter_close(filter);
}

static void crowd(struct fixture *f, int count)
{
    static const char *const first[] = {"Ana", "Ravi", "Jo", "Lena", "Tom"};
    static const char *const towns[] = {"Lyon", "Paris", "Basel"};
    struct contact contact = {0};

    must(desk_step_begin(f->desk, &f->err, "crowd"));
    for (int i = 0; i < count; i++) {
        contact = (struct contact){
            .name = arena_format(f->arena, "%s N%03d", first[i % 5], (i * 37) % count),
            .city = towns[i % 3],
            .stage = (enum stage)(i % 6),
            .created_utc = desk_now(f->desk) - i * 86400,
            .changed_utc = desk_now(f->desk)};
        must(contact_insert(f->desk->store, f->arena, &contact, &f->err));
        if (i % 4 == 0)
            must(tag_put(f->desk->store, contact.id, "wine", NULL, &f->err));
    }
    must(desk_step_end(f->desk, true, &f->err));
    for (int i = 1; i <= count; i += 5)
        plan(f, i, arena_format(f->arena, "call 2026-03-%02d", i % 28 + 1));
}

static void windows(void **state)
{
    struct fixture *f = *state;

    crowd(f, 300);
    windows_agree_with_a_scan(f, "ana", 50);
    windows_agree_with_a_scan(f, "city:lyon stage:play", 30);
    windows_agree_with_a_scan(f, "tag:wine -city:paris", 30);
    windows_agree_with_a_scan(f, "quiet:100d", 100);
    windows_agree_with_a_scan(f, "stage:former,no", 60);
    windows_agree_with_a_scan(f, "due:<15/3/2026", 20);
    windows_agree_with_a_scan(f, "next:no -n00", 100);
    windows_agree_with_a_scan(f, "n299", 1);
    windows_agree_with_a_scan(f, "-city:lyon -city:paris phone:none next:yes", 15);
}

static void windows_see_what_changed(void **state)
{
    struct fixture *f = *state;
    struct need_context need = desk_need_context(f->desk);
    struct desk_filter *filter;
    struct contact_row *rows;
    size_t count;
    int64_t ana = add(f, "Ana Ruiz");

    tag(f, ana, "wine");
    filter = desk_filter_open(f->desk, "tag:wine", &f->err);
    must(desk_filter_people(filter, &need, NULL, WINDOW_FORWARD, 9, f->arena, &rows,
                            &count, &f->err));
    assert_int_equal(count, 1);
    tag(f, add(f, "Tom Field"), "wine");
    must(desk_filter_people(filter, &need, NULL, WINDOW_FORWARD, 9, f->arena, &rows,
                            &count, &f->err));
    assert_int_equal(count, 2);
    desk_filter_close(filter);
}

static bool count_and_stop(void *context)
{
    return ++*(int *)context >= 2;
}

static void a_key_stops_it(void **state)
{
    struct fixture *f = *state;
    struct desk_filter *filter;
    struct desk_findings out;
    int asked = 0;

    crowd(f, 300);
    filter = desk_filter_open(f->desk, "quiet:100d -zz", &f->err);
    must(desk_filter_find(filter, 50, count_and_stop, &asked, f->arena, &out, &f->err));
    assert_true(out.stopped);
    assert_int_equal(asked, 2);
    assert_int_equal(out.count, 0);
    must(desk_filter_find(filter, 50, NULL, NULL, f->arena, &out, &f->err));
    assert_int_equal(out.count, 50);
    assert_true(out.more);
    desk_filter_close(filter);
}

static void offer(void *sink, const char *candidate)
{
    buffer_add_format(sink, "%s|", candidate);
}

static void tab_offers(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text, *offered;
        size_t start;
    } rows[] = {
        {"st", "stage:|", 0},
        {"ana c", "company:|city:|channel:|", 4},
        {"-ta", "tag:|", 1},
        {"stage:pro", "prospect|", 6},
        {"stage:lead,c", "customer|", 11},
        {"tag:w", "Wine|", 4},
        {"#pr", "press|", 1},
        {"city:", "none|any|", 5},
        {"city:ly", "Lyon|", 5},
        {"company:ac", "\"Acme Works\" |Acme|", 8},
        {"company:\"acme w", "Acme Works\" |", 9},
        {"due:<to", "today|tomorrow|", 5},
        {"away:n", "no|", 5},
    };

    people(f);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer offered = {0};
        size_t start = 99;

        desk_filter_complete(f->desk, rows[i].text, strlen(rows[i].text), &start, offer,
                             &offered);
        if (start != rows[i].start)
            fail_msg("%s: from %zu", rows[i].text, start);
        if (strcmp(rows[i].text, "company:ac") != 0)
            assert_string_equal(buffer_string(&offered), rows[i].offered);
        else
            assert_non_null(strstr(buffer_string(&offered), "\"Acme Works\" |"));
        buffer_free(&offered);
    }
}

int main(void)
{
#define desk_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        desk_test(the_table),
        desk_test(windows),
        desk_test(windows_see_what_changed),
        desk_test(a_key_stops_it),
        desk_test(tab_offers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
