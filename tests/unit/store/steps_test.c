/* Steps, undo and redo. */
#include "fixture.h"

#include <signal.h>
#include <sys/wait.h>

static struct contact *change_company(struct fixture *f, int64_t id, const char *company)
{
    bool changed;
    struct contact *contact = get_contact(f, id);
    contact->company = company;
    must(contact_update(f->store, contact, &changed, &f->err));
    assert_true(changed);
    return contact;
}

static void a_step_without_change_is_none(void **state)
{
    struct fixture *f = *state;
    bool found, changed = true;
    struct step step;
    begin(f, "nothing");
    assert_int_equal(commit(f), 0);
    begin(f, "made and left alone");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    assert_int_equal(commit(f), 1);
    begin(f, "same again");
    struct contact *contact = get_contact(f, ana);
    contact->changed_utc += 5;
    must(contact_update(f->store, contact, &changed, &f->err));
    assert_false(changed);
    assert_int_equal(commit(f), 0);
    begin(f, "there and back");
    change_company(f, ana, "Acme");
    contact = get_contact(f, ana);
    contact->company = NULL;
    must(contact_update(f->store, contact, NULL, &f->err));
    assert_int_equal(commit(f), 0);
    must(store_step_last(f->store, -1, false, f->arena, &step, &found, &f->err));
    assert_true(found);
    assert_string_equal(step.label, "made and left alone");
    assert_int_equal(step.window, 7);
    assert_int_equal(step.made_utc, NOW);
}

static void writing_needs_a_step(void **state)
{
    struct fixture *f = *state;
    struct contact contact = {.name = "Ana"};
    assert_false(contact_insert(f->store, f->arena, &contact, &f->err));
    begin(f, "one");
    struct step_info info = {.label = "two", .now_utc = NOW};
    assert_false(store_step_begin(f->store, &info, &f->err));
    assert_true(store_step_is_open(f->store));
    must(store_step_cancel(f->store, &f->err));
    assert_false(store_step_is_open(f->store));
    must(store_step_cancel(f->store, &f->err));
}

static void cancelled_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct contact_counts counts;
    begin(f, "cancelled");
    int64_t id = add_contact(f, "Ana", STAGE_LEAD);
    must(store_step_cancel(f->store, &f->err));
    assert_null(get_contact(f, id));
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, 0);
    assert_healthy(f);
}

static void cancelled_after_parts_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct contact_counts counts;
    begin(f, "cancelled later");
    add_contact(f, "Ana", STAGE_LEAD);
    must(store_step_flush(f->store, &f->err));
    add_contact(f, "Ben", STAGE_LEAD);
    must(store_step_cancel(f->store, &f->err));
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, 0);
    assert_healthy(f);
}

/* The one contact that is found so, 0 for none. */
static int64_t found_by(struct fixture *f, enum contact_find by, const char *text)
{
    int64_t *ids;
    size_t count;
    must(contacts_find(f->store, by, text, 2, f->arena, &ids, &count, &f->err));
    assert_true(count <= 1);
    return count == 0 ? 0 : ids[0];
}

static void an_insert_goes_and_comes(void **state)
{
    struct fixture *f = *state;
    struct point points[] = {{POINT_MAIL, "ana@brio.example", "work"},
                             {POINT_PHONE, "030 1234567", NULL}};
    struct contact ana = {.name = "Ana Ruiz",
                          .given = "Ana",
                          .stage = STAGE_PROSPECT,
                          .points = points,
                          .point_count = 2};
    begin(f, "add Ana");
    must(contact_insert(f->store, f->arena, &ana, &f->err));
    int64_t touch = add_touch(f, ana.id, NOW + 86400);
    int64_t note = add_note(f, ana.id, "met at the fair");
    int64_t step = commit(f);

    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_null(get_contact(f, ana.id));
    assert_null(get_touch(f, touch));
    assert_healthy(f);
    assert_int_equal(undo(f, step).outcome, UNDO_NOTHING);
    fixture_reopen(f);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    struct contact *back = get_contact(f, ana.id);
    assert_string_equal(back->uuid, ana.uuid);
    assert_int_equal(found_by(f, FIND_NAME, "ana ruiz"), ana.id);
    assert_int_equal(found_by(f, FIND_PHONE, "030 1234567"), ana.id);
    assert_int_equal(back->point_count, 2);
    assert_string_equal(back->points[0].label, "work");
    assert_int_equal(back->next_touch, touch);
    struct note *text;
    must(note_by_id(f->store, note, f->arena, &text, &f->err));
    assert_string_equal(text->text, "met at the fair");
    assert_healthy(f);
    assert_int_equal(redo(f, step).outcome, UNDO_NOTHING);
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    assert_healthy(f);
}

static void an_update_goes_and_comes(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    begin(f, "company");
    struct contact *contact = change_company(f, ana, "Acme");
    contact->name = "Ana Ruiz";
    contact->stage = STAGE_CUSTOMER;
    must(contact_update(f->store, contact, NULL, &f->err));
    int64_t step = commit(f);
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_string_equal(get_contact(f, ana)->name, "Ana");
    assert_null(get_contact(f, ana)->company);
    assert_healthy(f);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    assert_int_equal(get_contact(f, ana)->stage, STAGE_CUSTOMER);
    assert_string_equal(get_contact(f, ana)->company, "Acme");
    assert_healthy(f);
}

static void a_deletion_goes_and_comes(void **state)
{
    struct fixture *f = *state;
    struct point points[] = {{POINT_MAIL, "a@b.example", NULL},
                             {POINT_LINK, "https://b.example", "site"}};
    struct contact ana = {
        .name = "Ana", .stage = STAGE_REST, .points = points, .point_count = 2};
    begin(f, "add");
    must(contact_insert(f->store, f->arena, &ana, &f->err));
    commit(f);
    begin(f, "fewer points");
    ana.point_count = 0;
    must(contact_update(f->store, &ana, NULL, &f->err));
    int64_t step = commit(f);
    assert_int_equal(get_contact(f, ana.id)->point_count, 0);
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    assert_string_equal(get_contact(f, ana.id)->points[1].value, "https://b.example");
    assert_healthy(f);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    assert_int_equal(get_contact(f, ana.id)->point_count, 0);
    assert_healthy(f);
}

static void a_later_step_blocks(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana Ruiz", STAGE_LEAD);
    commit(f);
    begin(f, "first company");
    change_company(f, ana, "Acme");
    int64_t ben = add_contact(f, "Ben", STAGE_LEAD);
    int64_t first = commit(f);
    begin(f, "second company");
    change_company(f, ana, "Brio");
    int64_t second = commit(f);

    struct undo_report report = undo(f, first);
    assert_int_equal(report.outcome, UNDO_BLOCKED);
    assert_string_equal(report.row, "contact Ana Ruiz");
    assert_string_equal(report.later, "second company");
    assert_non_null(get_contact(f, ben));
    assert_string_equal(get_contact(f, ana)->company, "Brio");

    assert_int_equal(undo(f, second).outcome, UNDO_DONE);
    assert_int_equal(undo(f, first).outcome, UNDO_DONE);
    report = redo(f, second);
    assert_int_equal(report.outcome, UNDO_BLOCKED);
    assert_string_equal(report.row, "contact Ana Ruiz");
    assert_int_equal(redo(f, first).outcome, UNDO_DONE);
    assert_int_equal(redo(f, second).outcome, UNDO_DONE);
    assert_string_equal(get_contact(f, ana)->company, "Brio");
    assert_healthy(f);
}

static void a_later_child_blocks(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana Ruiz", STAGE_LEAD);
    int64_t first = commit(f);
    begin(f, "jot a note");
    add_note(f, ana, "rang");
    int64_t second = commit(f);
    struct undo_report report = undo(f, first);
    assert_int_equal(report.outcome, UNDO_BLOCKED);
    assert_string_equal(report.row, "note of Ana Ruiz");
    assert_string_equal(report.later, "jot a note");
    assert_int_equal(undo(f, second).outcome, UNDO_DONE);
    assert_int_equal(undo(f, first).outcome, UNDO_DONE);
    assert_int_equal(redo(f, second).outcome, UNDO_BLOCKED);
    assert_healthy(f);
}

static void undone_comes_back_after_other_work(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD),
            ben = add_contact(f, "Ben", STAGE_LEAD);
    commit(f);
    begin(f, "Ana at Acme");
    change_company(f, ana, "Acme");
    int64_t step = commit(f);
    undo(f, step);
    begin(f, "Ben at Brio");
    change_company(f, ben, "Brio");
    commit(f);
    fixture_reopen(f);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    assert_string_equal(get_contact(f, ana)->company, "Acme");
    undo(f, step);
    begin(f, "Ana at Cobalt");
    change_company(f, ana, "Cobalt");
    commit(f);
    struct undo_report report = redo(f, step);
    assert_int_equal(report.outcome, UNDO_BLOCKED);
    assert_string_equal(report.later, "Ana at Cobalt");
    assert_string_equal(get_contact(f, ana)->company, "Cobalt");
}

static void last_steps_and_history(void **state)
{
    struct fixture *f = *state;
    struct step step, *steps;
    size_t count;
    bool found;
    int64_t ids[5];
    must(store_step_last(f->store, -1, false, f->arena, &step, &found, &f->err));
    assert_false(found);
    for (int i = 0; i < 5; i++) {
        struct step_info info = {.label = arena_format(f->arena, "step %d", i),
                                 .window = i % 2,
                                 .origin = i % 2 ? STEP_HAND : STEP_SHELL,
                                 .now_utc = NOW + i};
        must(store_step_begin(f->store, &info, &f->err));
        add_contact(f, "Ana", STAGE_REST);
        ids[i] = commit(f);
    }
    must(store_step_last(f->store, 1, false, f->arena, &step, &found, &f->err));
    assert_int_equal(step.id, ids[3]);
    must(store_step_last(f->store, -1, false, f->arena, &step, &found, &f->err));
    assert_int_equal(step.id, ids[4]);
    assert_int_equal(step.origin, STEP_SHELL);
    undo(f, ids[4]);
    undo(f, ids[1]);
    must(store_step_last(f->store, -1, true, f->arena, &step, &found, &f->err));
    assert_int_equal(step.id, ids[1]);
    must(store_step_last(f->store, 0, true, f->arena, &step, &found, &f->err));
    assert_int_equal(step.id, ids[4]);
    must(store_steps_window(f->store, 0, 2, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(steps[0].id, ids[4]);
    assert_int_equal(steps[0].state, STEP_UNDONE);
    must(
        store_steps_window(f->store, steps[1].id, 10, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 3);
    assert_string_equal(steps[2].label, "step 0");
    must(store_steps_after(f->store, 0, 2, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(steps[1].id, ids[1]);
    must(store_steps_after(f->store, ids[1], 10, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(steps[2].id, ids[4]);
    assert_int_equal(undo(f, 999).outcome, UNDO_NOTHING);
}

static void the_sequence_only_goes_up(void **state)
{
    struct fixture *f = *state;
    begin(f, "plan");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    int64_t id = add_touch(f, ana, NOW + 86400);
    commit(f);
    struct touch *touch = get_touch(f, id);
    assert_int_equal(touch->sequence, 0);
    assert_int_equal(touch->changed_utc, NOW);
    touch->due_utc += 86400;
    touch->due.day += 1;
    begin(f, "move");
    must(touch_update(f->store, touch, NULL, &f->err));
    int64_t step = commit(f);
    assert_int_equal(get_touch(f, id)->sequence, 1);
    undo(f, step);
    touch = get_touch(f, id);
    assert_int_equal(touch->sequence, 2);
    assert_int_equal(touch->changed_utc, NOW + 60);
    assert_int_equal(touch->due_utc, NOW + 86400);
    redo(f, step);
    assert_int_equal(get_touch(f, id)->sequence, 3);
}

/* A calendar shows the person with the touch: name, number, last note. */
static void the_sequence_follows_the_person(void **state)
{
    struct fixture *f = *state;
    struct contact *contact;
    begin(f, "plan");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    int64_t ben = add_contact(f, "Ben", STAGE_LEAD);
    int64_t id = add_touch(f, ana, NOW + 86400);
    int64_t other = add_touch(f, ben, NOW + 86400);
    commit(f);
    begin(f, "rename");
    must(contact_by_id(f->store, ana, f->arena, &contact, &f->err));
    contact->name = "Ana Ruiz";
    must(contact_update(f->store, contact, NULL, &f->err));
    int64_t step = commit(f);
    assert_int_equal(get_touch(f, id)->sequence, 1);
    undo(f, step);
    assert_int_equal(get_touch(f, id)->sequence, 2);
    assert_int_equal(get_touch(f, id)->changed_utc, NOW + 60);
    begin(f, "note");
    struct note note = {.contact_id = ana, .written_utc = NOW, .text = "price is fine"};
    must(note_file(f->store, f->arena, &note, 0, &f->err));
    commit(f);
    assert_int_equal(get_touch(f, id)->sequence, 3);
    assert_int_equal(get_touch(f, other)->sequence, 0);
}

static void many_parts_are_one_step(void **state)
{
    struct fixture *f = *state;
    enum { PEOPLE = 3000 };
    struct contact_counts counts;
    begin(f, "import");
    for (int i = 0; i < PEOPLE; i++) {
        struct point point = {POINT_MAIL, arena_format(f->arena, "p%d@x.example", i),
                              NULL};
        struct contact contact = {.name = arena_format(f->arena, "Person %d", i),
                                  .points = &point,
                                  .point_count = 1};
        must(contact_insert(f->store, f->arena, &contact, &f->err));
        if (i % 700 == 699)
            must(store_step_flush(f->store, &f->err));
    }
    assert_true(store_step_size(f->store) > 0);
    /* A row made in an earlier part and changed in this one. */
    struct contact *first = get_contact(f, 1);
    first->city = "Lyon";
    must(contact_update(f->store, first, NULL, &f->err));
    int64_t step = commit(f);
    assert_int_equal(undo(f, step).outcome, UNDO_DONE);
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, 0);
    assert_healthy(f);
    assert_int_equal(redo(f, step).outcome, UNDO_DONE);
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.stages[STAGE_REST], PEOPLE);
    assert_string_equal(get_contact(f, 1)->city, "Lyon");
    assert_string_equal(get_contact(f, 2999)->points[0].value, "p2998@x.example");
    assert_healthy(f);
}

/* A child imports and says after each part that it is on disk; it is killed in the middle
 * of the next. */
static void import_until_killed(struct fixture *f, int parts)
{
    int pipes[2];
    char byte;
    store_close(f->store);
    f->store = NULL;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        f->store = store_open(f->path, STORE_WRITE, &f->err);
        begin(f, "import people.vcf");
        for (int i = 0;; i++) {
            add_contact(f, "Somebody", STAGE_REST);
            if (i % 50 == 49 &&
                (!store_step_flush(f->store, &f->err) || write(pipes[1], "p", 1) != 1))
                _exit(1);
        }
    }
    for (int i = 0; i < parts; i++)
        assert_int_equal(read(pipes[0], &byte, 1), 1);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(pipes[0]);
    close(pipes[1]);
    f->store = store_open(f->path, STORE_WRITE, &f->err);
    assert_non_null(f->store);
}

static struct step the_unfinished(struct fixture *f)
{
    struct step *steps;
    size_t count;
    must(store_steps_unfinished(f->store, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 1);
    assert_string_equal(steps[0].label, "import people.vcf");
    return steps[0];
}

static void a_killed_import_is_undone(void **state)
{
    struct fixture *f = *state;
    struct contact_counts counts;
    import_until_killed(f, 3);
    must(contacts_count(f->store, &counts, &f->err));
    assert_true(counts.all >= 150);
    assert_int_equal(counts.all % 50, 0);
    struct step step = the_unfinished(f);
    assert_int_equal(undo(f, step.id).outcome, UNDO_DONE);
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, 0);
    assert_healthy(f);
    assert_int_equal(redo(f, step.id).outcome, UNDO_DONE);
}

static void a_killed_import_is_kept(void **state)
{
    struct fixture *f = *state;
    struct undo_report report;
    struct step *steps;
    size_t count;
    import_until_killed(f, 2);
    struct step step = the_unfinished(f);
    must(store_step_finish(f->store, step.id, NOW, f->arena, &report, &f->err));
    assert_int_equal(report.outcome, UNDO_DONE);
    must(store_steps_unfinished(f->store, f->arena, &steps, &count, &f->err));
    assert_int_equal(count, 0);
    assert_healthy(f);
    assert_int_equal(undo(f, step.id).outcome, UNDO_DONE);
    must(store_step_finish(f->store, step.id, NOW, f->arena, &report, &f->err));
    assert_int_equal(report.outcome, UNDO_NOTHING);
}

static void a_killed_undo_goes_on(void **state)
{
    struct fixture *f = *state;
    enum { PEOPLE = 20000 };
    struct contact_counts counts;
    struct undo_report report;
    begin(f, "import people.vcf");
    for (int i = 0; i < PEOPLE; i++)
        add_contact(f, "Somebody", STAGE_REST);
    int64_t id = commit(f);
    store_close(f->store);
    pid_t child = fork();
    if (child == 0) {
        f->store = store_open(f->path, STORE_WRITE, &f->err);
        undo(f, id);
        _exit(0);
    }
    f->store = store_open(f->path, STORE_WRITE, &f->err);
    do {
        must(contacts_count(f->store, &counts, &f->err));
    } while (counts.all == PEOPLE);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    must(contacts_count(f->store, &counts, &f->err));
    if (counts.all > 0) {
        struct step step = the_unfinished(f);
        assert_int_equal(step.state, STEP_UNDOING);
        must(store_step_finish(f->store, step.id, NOW, f->arena, &report, &f->err));
        assert_int_equal(report.outcome, UNDO_DONE);
    }
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, 0);
    assert_healthy(f);
    assert_int_equal(redo(f, id).outcome, UNDO_DONE);
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, PEOPLE);
}

/* Random steps, undone and redone in random order: the desk stays whole, and taking
 * everything back in reverse leaves it empty. */
static void random_steps(void **state)
{
    struct fixture *f = *state;
    enum { STEPS = 120 };
    int64_t ids[STEPS], contacts[STEPS];
    size_t known = 0;
    uint64_t seed = 42;
    for (int i = 0; i < STEPS; i++) {
        begin(f, "random");
        contacts[known++] =
            add_contact(f, "Somebody", (enum stage)(next_random(&seed) % STAGE_COUNT));
        for (int j = 0; j < 3; j++) {
            int64_t id = contacts[next_random(&seed) % known];
            struct contact *contact = get_contact(f, id);
            if (contact == NULL)
                continue;
            add_touch(f, id, NOW + next_random(&seed) % 1000000);
            add_note(f, id, "note");
            contact->stage = (enum stage)(next_random(&seed) % STAGE_COUNT);
            contact->company = next_random(&seed) % 2 ? "Acme" : "Brio";
            must(contact_update(f->store, contact, NULL, &f->err));
        }
        ids[i] = commit(f);
        int64_t any = ids[next_random(&seed) % (unsigned)(i + 1)];
        if (next_random(&seed) % 2)
            undo(f, any);
        else
            redo(f, any);
    }
    assert_healthy(f);
    for (int i = 0; i < STEPS; i++)
        redo(f, ids[i]);
    assert_healthy(f);
    for (int i = STEPS - 1; i >= 0; i--)
        assert_int_equal(undo(f, ids[i]).outcome == UNDO_BLOCKED, 0);
    struct contact_counts counts;
    int64_t pending;
    must(contacts_count(f->store, &counts, &f->err));
    must(touches_count(f->store, &pending, &f->err));
    assert_int_equal(counts.all, 0);
    assert_int_equal(pending, 0);
    assert_healthy(f);
}

#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        desk_test(a_step_without_change_is_none),
        desk_test(writing_needs_a_step),
        desk_test(cancelled_leaves_nothing),
        desk_test(cancelled_after_parts_leaves_nothing),
        desk_test(an_insert_goes_and_comes),
        desk_test(an_update_goes_and_comes),
        desk_test(a_deletion_goes_and_comes),
        desk_test(a_later_step_blocks),
        desk_test(a_later_child_blocks),
        desk_test(undone_comes_back_after_other_work),
        desk_test(last_steps_and_history),
        desk_test(the_sequence_only_goes_up),
        desk_test(the_sequence_follows_the_person),
        desk_test(many_parts_are_one_step),
        desk_test(a_killed_import_is_undone),
        desk_test(a_killed_import_is_kept),
        desk_test(a_killed_undo_goes_on),
        desk_test(random_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
