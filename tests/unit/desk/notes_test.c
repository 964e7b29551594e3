/* Notes and the drafts they are typed as (desk/people.h). */
#include <sys/wait.h>

#include "fixture.h"
#include "touchbase/store/notes.h"

static size_t notes_of(struct fixture *f, int64_t contact_id, struct note **notes)
{
    size_t count;

    must(notes_window(f->desk->store, contact_id, NULL, 10, f->arena, notes, &count,
                      &f->err));
    return count;
}

static int64_t save(struct fixture *f, int64_t contact_id, int64_t id, const char *text)
{
    struct draft draft = {.id = id,
                          .contact_id = contact_id,
                          .kind = "note",
                          .text = text,
                          .cursor = (int64_t)strlen(text)};

    must(desk_draft_save(f->desk, &draft, &f->err));
    return draft.id;
}

static size_t orphans(struct fixture *f, struct draft **drafts)
{
    size_t count;

    must(desk_draft_orphans(f->desk, f->arena, drafts, &count, &f->err));
    return count;
}

/* Leaves a draft of a window that is gone. */
static void leave_draft(struct fixture *f, int64_t contact_id, const char *text)
{
    pid_t child = fork();
    int status;

    if (child == 0) {
        struct desk_options options = {
            .path = f->path, .now = f->now, .mode = DESK_WINDOW};
        struct desk *desk = desk_open(&options, &f->err);
        struct draft draft = {
            .contact_id = contact_id, .kind = "note", .text = text, .cursor = 3};

        _exit(desk != NULL && desk_draft_save(desk, &draft, &f->err) ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void a_note_is_filed_and_undone(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield");
    struct note *notes;

    must(desk_note_file(f->desk, id, "  \"send it\"\nprice ok \n\t \n", 0, &f->err));
    assert_int_equal(notes_of(f, id, &notes), 1);
    assert_string_equal(notes[0].text, "  \"send it\"\nprice ok");
    assert_int_equal(notes[0].written_utc, desk_now(f->desk));
    undo_is(f, "note on Dana Whitfield");
    assert_int_equal(notes_of(f, id, &notes), 0);
    redo(f);
    assert_int_equal(notes_of(f, id, &notes), 1);
}

static void an_empty_note_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield, #rest");
    struct note *notes;
    int made = steps(f);

    must(desk_note_file(f->desk, id, "", 0, &f->err));
    must(desk_note_file(f->desk, id, " \n\t\n", 0, &f->err));
    assert_int_equal(notes_of(f, id, &notes), 0);
    assert_int_equal(steps(f), made);
    assert_int_equal(person(f, id).stage, STAGE_REST);
}

static void a_note_on_nobody_is_refused(void **state)
{
    struct fixture *f = *state;

    must_fail(desk_note_file(f->desk, 4711, "hello", 0, &f->err), ERROR_NOT_FOUND,
              "not on the desk any more");
    assert_int_equal(steps(f), 0);
}

static void a_draft_is_no_step_and_changes_nothing_shown(void **state)
{
    struct fixture *f = *state;
    int64_t contact = add(f, "Dana Whitfield");
    uint64_t generation = desk_generation(f->desk);
    int made = steps(f);
    int64_t id = save(f, contact, 0, "she wan");

    assert_true(id > 0);
    assert_int_equal(save(f, contact, id, "she wants two"), id);
    assert_int_equal(desk_generation(f->desk), generation);
    assert_int_equal(steps(f), made);
}

/* The note and the end of its draft are one: neither without the other. */
static void filing_ends_the_draft(void **state)
{
    struct fixture *f = *state;
    int64_t contact = add(f, "Dana Whitfield");
    struct draft *drafts;
    struct note *notes;

    leave_draft(f, contact, "left behind");
    assert_int_equal(orphans(f, &drafts), 1);
    must_fail(desk_note_file(f->desk, 4711, "left behind", drafts[0].id, &f->err),
              ERROR_NOT_FOUND, "not on the desk");
    assert_int_equal(orphans(f, &drafts), 1);
    must(desk_note_file(f->desk, contact, "left behind", drafts[0].id, &f->err));
    assert_int_equal(orphans(f, &drafts), 0);
    assert_int_equal(notes_of(f, contact, &notes), 1);
}

static void an_emptied_draft_goes(void **state)
{
    struct fixture *f = *state;
    int64_t contact = add(f, "Dana Whitfield");
    struct draft *drafts;
    struct note *notes;

    leave_draft(f, contact, "never mind");
    assert_int_equal(orphans(f, &drafts), 1);
    must(desk_note_file(f->desk, contact, " ", drafts[0].id, &f->err));
    assert_int_equal(orphans(f, &drafts), 0);
    assert_int_equal(notes_of(f, contact, &notes), 0);
}

static void an_orphan_is_offered_and_adopted(void **state)
{
    struct fixture *f = *state;
    int64_t contact = add(f, "Dana Whitfield");
    struct draft *drafts, *none;
    int64_t mine = save(f, contact, 0, "mine, being typed");

    leave_draft(f, contact, "she said");
    assert_int_equal(orphans(f, &drafts), 1);
    assert_string_equal(drafts[0].text, "she said");
    assert_string_equal(drafts[0].kind, "note");
    assert_int_equal(drafts[0].cursor, 3);
    assert_int_equal(drafts[0].contact_id, contact);
    assert_int_not_equal(drafts[0].id, mine);
    must(desk_draft_adopt(f->desk, &drafts[0], &f->err));
    assert_int_equal(orphans(f, &none), 0);
    assert_int_equal(save(f, contact, drafts[0].id, "she said yes"), drafts[0].id);
}

static void a_draft_is_thrown_away(void **state)
{
    struct fixture *f = *state;
    int64_t contact = add(f, "Dana Whitfield");
    struct draft *drafts;

    leave_draft(f, contact, "one");
    leave_draft(f, contact, "two");
    assert_int_equal(orphans(f, &drafts), 2);
    assert_string_equal(drafts[0].text, "one");
    must(desk_draft_drop(f->desk, drafts[0].id, &f->err));
    must(desk_draft_drop(f->desk, 4711, &f->err));
    assert_int_equal(orphans(f, &drafts), 1);
    assert_string_equal(drafts[0].text, "two");
}

/* A filed note is gone on with: one step, nothing new, the draft goes along. */
static void a_filed_note_is_changed(void **state)
{
    struct fixture *f = *state;
    int64_t id = add(f, "Dana Whitfield, Northwind");
    struct timeline_entry *entries;
    size_t count;
    int64_t draft_id;

    must(desk_note_file(f->desk, id, "price ok", 0, &f->err));
    must(desk_timeline(f->desk, id, NULL, 10, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 1);
    draft_id = save(f, id, 0, "price ok, sample");
    must(desk_note_change(f->desk, entries[0].id, "price ok, sample sent \n", draft_id,
                          &f->err));
    must(desk_timeline(f->desk, id, NULL, 10, f->arena, &entries, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(entries[0].note->text, "price ok, sample sent");
    must_fail(desk_note_change(f->desk, entries[0].id, " \n", 0, &f->err), ERROR_USAGE,
              "empty note");
    must_fail(desk_note_change(f->desk, 4711, "x", 0, &f->err), ERROR_NOT_FOUND, "note");
    undo_is(f, "change of a note on Dana Whitfield");
    must(desk_timeline(f->desk, id, NULL, 10, f->arena, &entries, &count, &f->err));
    assert_string_equal(entries[0].note->text, "price ok");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_filed_note_is_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(a_note_is_filed_and_undone, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_note_leaves_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_note_on_nobody_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_draft_is_no_step_and_changes_nothing_shown,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(filing_ends_the_draft, setup, teardown),
        cmocka_unit_test_setup_teardown(an_emptied_draft_goes, setup, teardown),
        cmocka_unit_test_setup_teardown(an_orphan_is_offered_and_adopted, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_draft_is_thrown_away, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
