/* Links between people: made, seen from both sides, taken away, taken back (rule 16). */
#include "fixture.h"

#include "touchbase/desk/links.h"
#include "touchbase/desk/successor.h"

struct people {
    int64_t ana, mike, jo;
};

static struct people add_people(struct fixture *f)
{
    return (struct people){.ana = add(f, "Ana Ruiz, Brio, ana@brio.example"),
                           .mike = add(f, "Mike Kincaid, Quality Fabricators"),
                           .jo = add(f, "Jo Lindqvist, Brio")};
}

static void link_as(struct fixture *f, int64_t id, const char *line)
{
    struct tie_line done;

    must(desk_link(f->desk, id, line, f->arena, &done, &f->err));
}

/* "advocate Mike Kincaid, assistant of Jo Lindqvist" */
static const char *web(struct fixture *f, int64_t id)
{
    struct tie *ties;
    size_t count;
    const char *text = "";

    must(desk_links(f->desk, id, LINKS_READ, f->arena, &ties, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(f->arena, "%s%s%s %s", text, i == 0 ? "" : ", ",
                            tie_words(&ties[i]), ties[i].with.name);
    return text;
}

static void from_both_sides(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);

    link_as(f, p.ana, "reference mike kin");
    link_as(f, p.jo, "assistant of ana");
    link_as(f, p.jo, "colleague Mike");
    assert_string_equal(web(f, p.ana), "reference Mike Kincaid, assistant Jo Lindqvist");
    assert_string_equal(web(f, p.mike), "reference for Ana Ruiz, colleague Jo Lindqvist");
    assert_string_equal(web(f, p.jo), "assistant of Ana Ruiz, colleague Mike Kincaid");
}

static void nothing_twice_and_nobody_with_themselves(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct tie_line done;

    link_as(f, p.ana, "advocate Mike");
    link_as(f, p.ana, "colleague Jo");
    must_fail(desk_link(f->desk, p.mike, "advocate for Ana", f->arena, &done, &f->err),
              ERROR_FAILED, "there already");
    must_fail(desk_link(f->desk, p.jo, "colleague Ana", f->arena, &done, &f->err),
              ERROR_FAILED, "there already");
    must_fail(desk_link(f->desk, p.ana, "advocate Ana", f->arena, &done, &f->err),
              ERROR_USAGE, "themselves");
    must_fail(desk_link(f->desk, p.ana, "advocate Nobody", f->arena, &done, &f->err),
              ERROR_NOT_FOUND, "Nobody");
    must_fail(desk_link(f->desk, p.mike, "advocate for Brio", f->arena, &done, &f->err),
              ERROR_AMBIGUOUS, "Ana Ruiz, Jo Lindqvist");
    must_fail(desk_link(f->desk, p.ana, "boss Mike", f->arena, &done, &f->err),
              ERROR_USAGE, "advocate Mike Kincaid");
    link_as(f, p.mike, "advocate Ana"); /* the other way round is another link */
    assert_string_equal(
        web(f, p.ana),
        "advocate Mike Kincaid, advocate for Mike Kincaid, colleague Jo Lindqvist");
}

static void taken_away_and_back(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct tie_line done;

    link_as(f, p.ana, "advocate Mike");
    must_fail(desk_link(f->desk, p.ana, "-reference Mike", f->arena, &done, &f->err),
              ERROR_NOT_FOUND, "reference Mike");
    must_fail(desk_link(f->desk, p.mike, "-advocate Ana", f->arena, &done, &f->err),
              ERROR_NOT_FOUND, "advocate Ana");
    link_as(f, p.mike, "-advocate for ana");
    assert_string_equal(web(f, p.ana), "");
    undo_is(f, "no link of Mike Kincaid: advocate for Ana Ruiz");
    assert_string_equal(web(f, p.ana), "advocate Mike Kincaid");
    undo_is(f, "link of Ana Ruiz: advocate Mike Kincaid");
    assert_string_equal(web(f, p.mike), "");
}

/* With all that follows from it; a link that was wrong goes, what followed stays. */
static void a_successor_is_named(void **state)
{
    struct fixture *f = *state;
    struct people p = add_people(f);
    struct desk_place place;

    plan(f, p.ana, "call 2026-03-09 offer");
    link_as(f, p.jo, "successor of Ana Ruiz");
    must(desk_place_of(f->desk, p.ana, f->arena, &place, &f->err));
    assert_true(place.has_successor);
    assert_int_equal(place.successor.contact_id, p.jo);
    assert_int_equal(person(f, p.ana).stage, STAGE_FORMER);
    assert_true(person(f, p.jo).next_touch != 0);
    assert_string_equal(web(f, p.ana), "successor Jo Lindqvist");
    link_as(f, p.ana, "-successor jo");
    must(desk_place_of(f->desk, p.ana, f->arena, &place, &f->err));
    assert_false(place.has_successor);
    assert_true(person(f, p.jo).next_touch != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(from_both_sides, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_twice_and_nobody_with_themselves, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(taken_away_and_back, setup, teardown),
        cmocka_unit_test_setup_teardown(a_successor_is_named, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
