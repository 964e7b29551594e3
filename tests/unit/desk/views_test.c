/* Views: kept, found by name and number, renamed, removed; what is no view is said. */
#include "fixture.h"

#include "touchbase/desk/views.h"

static const char *listed(struct fixture *f)
{
    struct view views[VIEWS_MAX];
    const char *text = "";
    size_t count;

    must(desk_views(f->desk, f->arena, views, &count, &f->err));
    for (size_t i = 0; i < count; i++)
        text = arena_format(f->arena, "%s%d %s: %s;", text, views[i].number,
                            views[i].name, views[i].filter);
    return text;
}

static void kept_and_found(void **state)
{
    struct fixture *f = *state;
    struct view view;
    int number;

    assert_string_equal(listed(f), "");
    must(desk_view_save(f->desk, "In Lyon", "city:lyon", &number, &f->err));
    assert_int_equal(number, 1);
    must(desk_view_save(f->desk, "play", "stage:play", &number, &f->err));
    assert_int_equal(number, 2);
    must(desk_view_save(f->desk, "IN LYON", "city:lyon -stage:no", &number, &f->err));
    assert_int_equal(number, 1);
    reopen(f, "2026-03-03 09:00");
    assert_string_equal(listed(f), "1 IN LYON: city:lyon -stage:no;2 play: stage:play;");
    must(desk_view_find(f->desk, "2", f->arena, &view, &f->err));
    assert_string_equal(view.filter, "stage:play");
    must(desk_view_rename(f->desk, "2", "in play", &f->err));
    must(desk_view_remove(f->desk, "in lyon", &f->err));
    assert_string_equal(listed(f), "2 in play: stage:play;");
    must(desk_view_save(f->desk, "first", "due:late", &number, &f->err));
    assert_int_equal(number, 1);
    assert_int_equal(steps(f), 0);
}

static void mistakes(void **state)
{
    struct fixture *f = *state;
    struct view view;

    must_fail(desk_view_find(f->desk, "x", f->arena, &view, &f->err), ERROR_NOT_FOUND,
              ":view save");
    must_fail(desk_view_save(f->desk, "", "ana", NULL, &f->err), ERROR_USAGE, "a name");
    must_fail(desk_view_save(f->desk, "7", "ana", NULL, &f->err), ERROR_USAGE,
              "no number");
    must_fail(desk_view_save(f->desk, "all", " ", NULL, &f->err), ERROR_USAGE,
              "everybody");
    must_fail(desk_view_save(f->desk, "bad", "stage:boss", NULL, &f->err), ERROR_USAGE,
              "boss");
    for (int i = 0; i < VIEWS_MAX; i++)
        must(desk_view_save(f->desk, arena_format(f->arena, "v%d", i), "ana", NULL,
                            &f->err));
    must_fail(desk_view_save(f->desk, "more", "ana", NULL, &f->err), ERROR_USAGE,
              "9 views");
    must_fail(desk_view_rename(f->desk, "v1", "V2", &f->err), ERROR_USAGE, "already");
    must_fail(desk_view_remove(f->desk, "v10", &f->err), ERROR_NOT_FOUND, "1 v0, 2 v1");
    must(desk_view_rename(f->desk, "v1", "V1", &f->err));
}

int main(void)
{
#define desk_test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {desk_test(kept_and_found), desk_test(mistakes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
