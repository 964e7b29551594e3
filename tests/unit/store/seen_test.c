/* What was read of folders: it counts while what it left is there, and is bounded. */
#include "fixture.h"

#include "touchbase/store/absences.h"
#include "touchbase/store/seen.h"

enum { TODAY = 20514 };

static bool is_seen(struct fixture *f, uint64_t key)
{
    bool seen;
    must(seen_ask(f->store, &key, 1, &seen, &f->err));
    return seen;
}

static void add(struct fixture *f, uint64_t key, const char *message_id, day_number day)
{
    struct seen_mark mark = {.key = key, .message_id = message_id};
    must(seen_add(f->store, &mark, 1, day, &f->err));
}

static void what_left_nothing_stays_seen(void **state)
{
    struct fixture *f = *state;
    const uint64_t keys[] = {7, 1, UINT64_MAX, 7};
    bool seen[4] = {true, true, true, true};
    must(seen_ask(f->store, keys, 4, seen, &f->err));
    assert_false(seen[0] || seen[1] || seen[2] || seen[3]);
    add(f, 7, NULL, TODAY);
    add(f, UINT64_MAX, NULL, TODAY);
    add(f, 7, NULL, TODAY + 1);
    must(seen_ask(f->store, keys, 4, seen, &f->err));
    assert_true(seen[0] && !seen[1] && seen[2] && seen[3]);
    fixture_reopen(f);
    assert_true(is_seen(f, 7));
    assert_healthy(f);
}

/* Undone it is read again, brought back it is not. */
static void what_it_left_is_undone(void **state)
{
    struct fixture *f = *state;
    begin(f, "reading");
    must(message_remember(f->store, "a@b.example", 0, NOW, &f->err));
    add(f, 7, "a@b.example", TODAY);
    add(f, 8, NULL, TODAY);
    int64_t step = commit(f);
    assert_true(is_seen(f, 7));
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_false(is_seen(f, 7));
    assert_true(is_seen(f, 8));
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    assert_true(is_seen(f, 7));
    add(f, 9, "unknown@b.example", TODAY);
    assert_false(is_seen(f, 9));
}

static void the_oldest_go(void **state)
{
    struct fixture *f = *state;
    for (uint64_t key = 1; key <= 10; key++)
        add(f, key, NULL, TODAY + (key <= 4 ? 9 : (day_number)key - 4));
    must(seen_trim(f->store, 10, &f->err));
    assert_true(is_seen(f, 5));
    must(seen_trim(f->store, 5, &f->err));
    for (uint64_t key = 5; key <= 9; key++)
        assert_false(is_seen(f, key));
    assert_true(is_seen(f, 1) && is_seen(f, 4) && is_seen(f, 10));
}

/* Between two parts of a step others may write, and one undo takes all of it back. */
static void a_paused_step(void **state)
{
    struct fixture *f = *state;
    struct step_info info = {.label = "other", .now_utc = NOW};
    struct store *other;
    begin(f, "reading");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    must(store_step_pause(f->store, &f->err) && store_step_pause(f->store, &f->err));
    assert_true(store_step_is_open(f->store));
    other = store_open(f->path, STORE_WRITE, &f->err);
    must(other != NULL && store_step_begin(other, &info, &f->err));
    struct contact bob = {.name = "Bob", .created_utc = NOW, .changed_utc = NOW};
    must(contact_insert(other, f->arena, &bob, &f->err));
    must(store_step_commit(other, NULL, &f->err));
    add(f, 7, NULL, TODAY); /* a commit of its own */
    struct contact late = {.name = "Late", .created_utc = NOW, .changed_utc = NOW};
    assert_false(contact_insert(f->store, f->arena, &late, &f->err));
    must(store_step_resume(f->store, &f->err) && store_step_resume(f->store, &f->err));
    int64_t eve = add_contact(f, "Eve", STAGE_LEAD);
    must(store_step_pause(f->store, &f->err));
    int64_t step = commit(f);
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_null(get_contact(f, ana));
    assert_null(get_contact(f, eve));
    assert_string_equal(get_contact(f, bob.id)->name, "Bob");
    store_close(other);
    begin(f, "nothing");
    must(store_step_pause(f->store, &f->err));
    assert_int_equal(commit(f), 0);
    assert_healthy(f);
}

int main(void)
{
#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
    const struct CMUnitTest tests[] = {
        desk_test(what_left_nothing_stays_seen),
        desk_test(what_it_left_is_undone),
        desk_test(the_oldest_go),
        desk_test(a_paused_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
