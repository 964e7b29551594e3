/* The desk as a whole (desk/desk.h): opened, shared by two windows, read-only. */
#include <sys/stat.h>

#include "fixture.h"

static struct desk *window(struct fixture *f, int64_t number)
{
    struct desk *desk = open_desk(f, DESK_WINDOW);

    desk->window = number; /* two windows of one process would be one */
    return desk;
}

static void a_missing_desk(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {.now = f->now, .mode = DESK_LOOK};
    struct stat status;

    options.path = arena_format(f->arena, "%s/deep/er/desk.db", f->folder);
    must_fail(desk_open(&options, &f->err) != NULL, ERROR_FAILED, "desk.db");
    assert_int_not_equal(stat(options.path, &status), 0);
    options.mode = DESK_WRITE;
    struct desk *desk = desk_open(&options, &f->err);
    assert_non_null(desk);
    assert_string_equal(desk_path(desk), options.path);
    desk_close(desk);
    assert_int_equal(stat(options.path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(stat(arena_format(f->arena, "%s/deep/er", f->folder), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
}

static void the_usual_place(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {.now = f->now, .mode = DESK_WRITE};
    struct desk *desk = desk_open(&options, &f->err);

    assert_non_null(desk);
    assert_string_equal(desk_path(desk),
                        arena_format(f->arena, "%s/touchbase/desk.db", f->folder));
    desk_close(desk);
}

static void an_impossible_clock(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {
        .path = f->path, .now = "2026-02-30 09:00", .mode = DESK_LOOK};

    must_fail(desk_open(&options, &f->err) != NULL, ERROR_USAGE, "2026-02-30 09:00");
}

static void a_wrong_setting_is_named(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {.path = f->path, .now = f->now, .mode = DESK_LOOK};
    char *folder = arena_format(f->arena, "%s/touchbase", f->folder);
    FILE *file;

    mkdir(folder, 0700);
    file = fopen(arena_format(f->arena, "%s/touchbase.conf", folder), "w");
    assert_non_null(file);
    fputs("# mine\ndate_order = ymd\n", file);
    fclose(file);
    must_fail(desk_open(&options, &f->err) != NULL, ERROR_FAILED, "touchbase.conf:2:");
}

static void the_clock_stands_still(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {
        .path = f->path, .now = "2026-03-02 09:00+", .mode = DESK_LOOK};
    struct desk *desk;

    assert_due(desk_wall(f->desk), "2026-03-02 09:00");
    assert_int_equal(desk_today(f->desk), day("2026-03-02"));
    assert_int_equal(desk_now(f->desk), (int64_t)day("2026-03-02") * 86400 + 14 * 3600);
    assert_string_equal(zone_name(desk_zone(f->desk)), "America/Toronto");
    assert_int_equal(desk_next_minute_ms(f->desk), -1);
    desk = desk_open(&options, &f->err);
    assert_non_null(desk);
    assert_in_range(desk_next_minute_ms(desk), 1, 60000);
    desk_close(desk);
}

static void two_desks_see_each_other(void **state)
{
    struct fixture *f = *state;
    struct desk *other = open_desk(f, DESK_WRITE), *mine = f->desk;
    uint64_t generation;
    int64_t id = add(f, "Dana Whitfield");
    struct contact contact;
    bool changed;

    must(desk_refresh(other, &changed, &f->err));
    must(desk_refresh(other, &changed, &f->err));
    assert_false(changed);
    generation = desk_generation(other);
    must(desk_note_file(mine, id, "said yes", 0, &f->err));
    must(desk_refresh(other, &changed, &f->err));
    assert_true(changed);
    assert_true(desk_generation(other) > generation);
    must(desk_refresh(other, &changed, &f->err));
    assert_false(changed);
    must(desk_person_get(other, id, f->arena, &contact, &f->err));
    assert_string_equal(contact.name, "Dana Whitfield");
    /* What it writes itself is no news to it, but changes the generation. */
    generation = desk_generation(other);
    must(desk_note_file(other, id, "said no", 0, &f->err));
    assert_true(desk_generation(other) > generation);
    must(desk_refresh(other, &changed, &f->err));
    assert_false(changed);
    desk_close(other);
}

/* u takes back this window's own; a step of another asks first. */
static void windows_have_their_own_steps(void **state)
{
    struct fixture *f = *state;
    struct desk *one = window(f, 101), *two = window(f, 102);
    int64_t id = add(f, "Dana Whitfield");
    struct desk_step step, found[8];
    int count;

    must(desk_note_file(one, id, "from one", 0, &f->err));
    must(desk_note_file(two, id, "from two", 0, &f->err));
    must(desk_history(one, 0, 8, f->arena, found, &count, &f->err));
    assert_int_equal(count, 3);
    assert_string_equal(found[0].label, "note on Dana Whitfield");
    assert_false(found[0].mine);
    assert_true(found[1].mine);
    assert_string_equal(found[2].label, "new contact Dana Whitfield");
    assert_false(found[2].mine);

    assert_int_equal(desk_undo(one, false, f->arena, &step, &f->err), HISTORY_DONE);
    assert_int_equal(step.id, found[1].id);
    assert_int_equal(desk_undo(one, false, f->arena, &step, &f->err), HISTORY_ASK);
    assert_int_equal(step.id, found[0].id);
    assert_int_equal(desk_undo(one, true, f->arena, &step, &f->err), HISTORY_DONE);
    assert_int_equal(step.id, found[0].id);
    /* The shell never asks. */
    assert_int_equal(desk_undo(f->desk, false, f->arena, &step, &f->err), HISTORY_DONE);
    assert_string_equal(step.label, "new contact Dana Whitfield");
    assert_int_equal(desk_undo(f->desk, false, f->arena, &step, &f->err),
                     HISTORY_NOTHING);
    desk_close(one);
    desk_close(two);
}

/* A later change of the same row stands in the way, and is named. */
static void a_later_change_blocks_undo(void **state)
{
    struct fixture *f = *state;
    struct desk *one = window(f, 101), *two = window(f, 102);
    int64_t id = add(f, "Dana Whitfield");
    struct desk_step step;

    must(desk_person_edit(one, id, "Dana Whitfield, Northwind", &f->err));
    must(desk_person_edit(two, id, "Dana Whitfield, Acme", &f->err));
    assert_int_equal(desk_undo(one, false, f->arena, &step, &f->err), HISTORY_CHANGED);
    assert_non_null(strstr(f->err.text, "Dana Whitfield was changed later by"));
    assert_string_equal(person(f, id).company, "Acme");
    desk_close(one);
    desk_close(two);
}

static void a_read_only_place(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct desk *desk;

    if (geteuid() == 0) /* nothing is read-only to root */
        skip();
    desk_close(f->desk);
    f->desk = NULL;
    chmod(f->path, 0400);
    chmod(f->folder, 0500);
    desk = open_desk(f, DESK_WRITE);
    assert_true(desk_read_only(desk));
    assert_non_null(desk_notice(desk));
    assert_false(desk_note_file(desk, id, "a", 0, &f->err));
    desk_close(desk);
}

static void a_sample_desk_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct desk_options options = {.now = f->now, .mode = DESK_WINDOW, .demo = true};
    struct desk *desk;
    struct desk_counts found;
    char *path;
    struct stat status;

    setenv("TMPDIR", f->folder, 1);
    desk = desk_open(&options, &f->err);
    unsetenv("TMPDIR");
    if (desk == NULL)
        fail_msg("%s", f->err.text);
    path = arena_string(f->arena, desk_path(desk));
    assert_int_equal(strncmp(path, f->folder, strlen(f->folder)), 0);
    must(desk_count(desk, &found, &f->err));
    assert_true(found.in_play > 0 && found.to_confirm > 0);
    desk_close(desk);
    assert_int_not_equal(stat(path, &status), 0);
    *strrchr(path, '/') = '\0';
    assert_int_not_equal(stat(path, &status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_missing_desk, setup, teardown),
        cmocka_unit_test_setup_teardown(the_usual_place, setup, teardown),
        cmocka_unit_test_setup_teardown(an_impossible_clock, setup, teardown),
        cmocka_unit_test_setup_teardown(a_wrong_setting_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(the_clock_stands_still, setup, teardown),
        cmocka_unit_test_setup_teardown(two_desks_see_each_other, setup, teardown),
        cmocka_unit_test_setup_teardown(windows_have_their_own_steps, setup, teardown),
        cmocka_unit_test_setup_teardown(a_later_change_blocks_undo, setup, teardown),
        cmocka_unit_test_setup_teardown(a_read_only_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_sample_desk_leaves_nothing, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
