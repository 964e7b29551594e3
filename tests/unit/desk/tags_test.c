/* Tags: put on, taken off, spelled one way, found, taken back. */
#include "fixture.h"

#include "touchbase/desk/tags.h"

static int64_t add_tagged(struct fixture *f, const char *line, const char *tags)
{
    struct contact contact;
    int64_t id;
    must(desk_person_read(f->desk, line, f->arena, &contact, &f->err));
    must(desk_person_add_tagged(f->desk, &contact, tags, &id, &f->err));
    return id;
}

static const char *tags(struct fixture *f, int64_t id)
{
    const char **names, *all = "";
    size_t count;
    must(desk_tags_of(f->desk, id, f->arena, &names, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        all = arena_format(f->arena, "%s%s%s", all, i > 0 ? " " : "", names[i]);
    return all;
}

static void tag(struct fixture *f, int64_t id, const char *words, size_t expected)
{
    size_t changed;
    must(desk_tag(f->desk, &id, 1, words, &changed, &f->err));
    assert_int_equal(changed, expected);
}

static void on_and_off(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add_tagged(f, "Ana Ruiz, Brio", "Wine vip");
    int64_t tom = add_tagged(f, "Tom Field", "");
    assert_string_equal(tags(f, ana), "vip Wine");
    tag(f, tom, "#wine, +Été", 1);
    assert_string_equal(tags(f, tom), "Été Wine");
    tag(f, tom, "WINE ete", 0);
    tag(f, tom, "-wine -nothing", 1);
    assert_string_equal(tags(f, tom), "Été");
}

/* A tag taken off and put on in one breath would be a row that cannot be taken back. */
static void the_last_word_counts(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add_tagged(f, "Ana Ruiz, Brio", "wine");
    tag(f, ana, "-wine press Wine", 1);
    assert_string_equal(tags(f, ana), "press wine");
    undo_is(f, "tags of Ana Ruiz: -wine press Wine");
    assert_string_equal(tags(f, ana), "wine");
    tag(f, ana, "wine -WINE", 1);
    assert_string_equal(tags(f, ana), "");
}

static void what_can_be_no_tag(void **state)
{
    struct fixture *f = *state;
    int64_t ana = add_tagged(f, "Ana Ruiz", "");
    must_fail(desk_tag(f->desk, &ana, 1, "a:b", NULL, &f->err), ERROR_USAGE, "a:b");
    must_fail(desk_tag(f->desk, &ana, 1, "fine -", NULL, &f->err), ERROR_USAGE, "\"-\"");
    must_fail(desk_tag(f->desk, &ana, 1, "\x1b[31m", NULL, &f->err), ERROR_USAGE, "");
    assert_string_equal(tags(f, ana), "");
    tag(f, ana, "  ", 0);
}

static void one_step_for_all(void **state)
{
    struct fixture *f = *state;
    int64_t ids[] = {add_tagged(f, "Ana Ruiz", "wine"), add_tagged(f, "Tom Field", ""),
                     add_tagged(f, "Jo Lindqvist", "")};
    struct desk_step step;
    size_t changed;
    must(desk_tag(f->desk, ids, 3, "wine", &changed, &f->err));
    assert_int_equal(changed, 2);
    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(step.label, "tags of 3 people: wine");
    assert_string_equal(tags(f, ids[0]), "wine");
    assert_string_equal(tags(f, ids[1]), "");
    assert_int_equal(desk_redo(f->desk, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(tags(f, ids[2]), "wine");
    /* the person goes with the tags it came with, not with later ones */
    add_tagged(f, "Lena Vogt", "a b");
    assert_int_equal(desk_undo(f->desk, true, f->arena, &step, &f->err), HISTORY_DONE);
}

static void known_and_found(void **state)
{
    struct fixture *f = *state;
    const char **names;
    struct contact_row *rows;
    size_t count;
    int64_t ana = add_tagged(f, "Ana Ruiz", "Wine");
    add_tagged(f, "Tom Field", "wine winter Water");
    must(desk_tags_known(f->desk, "w", 10, f->arena, &names, &count, &f->err));
    assert_int_equal(count, 3);
    assert_string_equal(names[0], "Water");
    assert_string_equal(names[1], "Wine");
    assert_string_equal(names[2], "winter");
    must(desk_tags_known(f->desk, "WIN", 1, f->arena, &names, &count, &f->err));
    assert_int_equal(count, 1);
    must(desk_search(f->desk, "wine", 10, NULL, NULL, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 2);
    tag(f, ana, "-wine", 1);
    must(desk_search(f->desk, "wine", 10, NULL, NULL, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 1);
}

int main(void)
{
#define desk_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        desk_test(on_and_off),         desk_test(the_last_word_counts),
        desk_test(what_can_be_no_tag), desk_test(one_step_for_all),
        desk_test(known_and_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
