/* Random histories: whatever is done in whatever order, the rules hold, and a step taken
 * back leaves the desk as it was (sequences and times of change apart). TEST_HISTORIES
 * says how many, TEST_SEED which is the first; both are printed. */
#include "random_acts.h"
#include "random_claims.h"

#include "touchbase/base/file.h"
#include "touchbase/store/contacts.h"

enum { HISTORIES = 8, STEPS = 100, WALK_MAX = 5 };

/* The connection opened last. */
static sqlite3 *opened;

static int on_open(sqlite3 *db, const char **words, const void *interface)
{
    (void)words;
    (void)interface;
    opened = db;
    return SQLITE_OK;
}

/* A desk to tell histories on, each on the same new one. */
struct stage_set {
    struct fixture *f;
    struct buffer made; /* its file as it was made */
    struct world world;
};

static int set_up_all(void **state)
{
    struct stage_set *set = calloc(1, sizeof *set);
    void *fixture;
    struct fixture *f;

    assert_int_equal(setup(&fixture), 0);
    set->f = f = fixture;
    desk_close(f->desk);
    must(file_read(f->path, 16 * 1024 * 1024, &set->made, &f->err));
    sqlite3_auto_extension((void (*)(void))on_open);
    f->desk = open_desk(f, DESK_WRITE);
    *state = set;
    return 0;
}

static int tear_down_all(void **state)
{
    struct stage_set *set = *state;
    void *fixture = set->f;

    buffer_free(&set->made);
    free(set);
    return teardown(&fixture);
}

/* Opens the desk as it was made. What a person's desk does for the sake of a power cut is
 * left out, and the reader of auto-replies, which takes long to make, goes over. */
static struct world *begin(struct stage_set *set, uint64_t seed)
{
    static const char careless[] =
        "PRAGMA locking_mode = EXCLUSIVE;"
        "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF";
    struct fixture *f = set->f;
    struct autoreply_reader *reader = f->desk->reader;
    FILE *stream;

    f->desk->reader = NULL;
    desk_close(f->desk);
    stream = fopen(f->path, "wb");
    assert_int_equal(fwrite(set->made.data, 1, set->made.length, stream),
                     set->made.length);
    assert_int_equal(fclose(stream), 0);
    f->desk = open_desk(f, DESK_WRITE);
    f->desk->reader = reader;
    assert_int_equal(sqlite3_exec(opened, careless, NULL, NULL, NULL), SQLITE_OK);
    set->world = (struct world){.seed = seed, .random = {seed * 0x9E3779B97F4A7C15u | 1}};
    world_open(&set->world, f, opened);
    add_person(&set->world);
    return &set->world;
}

/* NULL when the desk looks so, else what differs after what was done with a step. */
static const char *claim_looks(struct world *w, const struct look *as, const char *done,
                               const char *step)
{
    struct look now = look_of(w);
    const char *table = differing(w, &now, as);

    return table == NULL ? NULL
                         : arena_format(w->f->arena, "%s of %s leaves another %s", done,
                                        step, table);
}

/* Takes the last step back and brings it again: the desk is as it was before, and then as
 * it was after it. */
static const char *claim_undone(struct world *w, const struct look *before,
                                const struct look *after)
{
    struct fixture *f = w->f;
    struct desk_step step;
    const char *words;

    if (differing(w, before, after) == NULL)
        return NULL;
    if (w->refused)
        return "what was refused changed something";
    if (desk_undo(f->desk, true, f->arena, &step, &f->err) != HISTORY_DONE)
        return f->err.text;
    words = claim_looks(w, before, "undo", step.label);
    if (words != NULL)
        return words;
    if (desk_redo(f->desk, f->arena, &step, &f->err) != HISTORY_DONE)
        return f->err.text;
    return claim_looks(w, after, "redo", step.label);
}

/* Several steps back and as many forth: the desk passes through the same looks. */
static const char *claim_walked(struct world *w)
{
    struct fixture *f = w->f;
    struct look looks[WALK_MAX];
    struct desk_step step;
    const char *words = NULL;
    size_t count = 0;

    while (count < WALK_MAX) {
        looks[count] = look_of(w);
        if (desk_undo(f->desk, true, f->arena, &step, &f->err) != HISTORY_DONE)
            break;
        count++;
    }
    while (count-- > 0 && words == NULL) {
        if (desk_redo(f->desk, f->arena, &step, &f->err) != HISTORY_DONE)
            return f->err.text;
        words = claim_looks(w, &looks[count], "redo after others", step.label);
    }
    return words;
}

/* Up to three days, in which the order of need moves on. */
static void pass_time(struct world *w)
{
    struct fixture *f = w->f;
    struct need_context context;
    bool moved;

    desk_pass(f->desk, (int64_t)below(w, 3 * 86400));
    context = desk_need_context(f->desk);
    must(contacts_keep_need(f->desk->store, &context, 100, &moved, &f->err));
}

static void take_step(struct world *w)
{
    struct look before = look_of(w), after;

    read_plans(w, &w->before);
    act(w);
    after = look_of(w);
    broken(w, claim_undone(w, &before, &after));
    read_plans(w, &w->after);
    broken(w, claims(w));
    if (one_in(w, 16))
        broken(w, claim_walked(w));
    if (one_in(w, 4))
        pass_time(w);
    arena_reset(w->f->arena);
}

static void tell(struct stage_set *set, uint64_t seed)
{
    struct world *w = begin(set, seed);
    struct look heard, all;

    for (w->step = 0; w->step < STEPS; w->step++)
        take_step(w);
    broken(w, claim_desk_is_whole(w));
    heard = look_of(w);
    all = look_at_all(w);
    broken(w, differing(w, &heard, &all)); /* of no change was not heard */
    world_close(w);
}

static uint64_t number_named(const char *name, uint64_t usual)
{
    const char *text = getenv(name);

    return text == NULL ? usual : strtoull(text, NULL, 10);
}

static void rules_hold_over_random_histories(void **state)
{
    uint64_t count = number_named("TEST_HISTORIES", HISTORIES);
    uint64_t first = number_named("TEST_SEED", 1);

    print_message("%llu histories of %d steps from seed %llu on\n",
                  (unsigned long long)count, (int)STEPS, (unsigned long long)first);
    for (uint64_t i = 0; i < count; i++)
        tell(*state, first + i);
}

/* A desk on which each claim has something to say: Ana has had the item, is promised a
 * call, is away, and has a call behind that. */
static struct world *prepare(struct stage_set *set)
{
    struct world *w = begin(set, 0);
    struct fixture *f = w->f;
    struct item sent = {0};
    struct take_in item;
    int64_t id, ana = w->people[0];

    must(item_read(f->arena, "Six ways, earn", &sent, &f->err));
    must(desk_item_add(f->desk, &sent, &id, &f->err));
    id = plan(f, ana, "email today +");
    must(desk_touch_finish(f->desk, id, OUTCOME_SENT, NULL, &f->err));
    must(take_in_text(f->desk,
                      "I am on vacation from March 3, 2026, back on March 9, 2026.", ana,
                      f->arena, &item, &f->err));
    item.heard_whole = true;
    file(f, &item, TAKE_IN_ACCEPT);
    plan(f, ana, "! call 2026-03-20 15:00 offer");
    read_plans(w, &w->before);
    read_plans(w, &w->after);
    w->hand = w->named_day = 0;
    return w;
}

/* Every claim sees what it is there for: the same desk, and one fault. */
static void a_fault_is_seen(void **state)
{
    static const struct {
        const char *fault, *words;
    } rows[] = {
        {"UPDATE touch SET due_day = due_day - 5 WHERE cause = 2", "within an absence"},
        {"INSERT INTO touch SELECT 90, 'x', contact_id, 0, 0, due_day - 5, NULL, NULL, "
         "due_utc, 0, NULL, NULL, NULL, 0, 0, 1, NULL, 0, NULL, NULL, NULL, 0, 0 FROM "
         "touch "
         "WHERE cause = 2",
         "within an absence"},
        {"UPDATE touch SET due_minute = 960 WHERE promise = 1", "a promise was moved"},
        {"UPDATE touch SET outcome = 16 WHERE promise = 1", "a promise was moved"},
        {"UPDATE contact SET next_touch_id = NULL, next_due_utc = NULL", "next touch"},
        {"UPDATE contact SET next_touch_id = 1", "next touch"},
        {"UPDATE tally SET value = value + 1", "counted wrong"},
        {"DELETE FROM gift", "would be sent again"},
        {"UPDATE touch SET outcome = 13 WHERE purpose = 'Six ways'", "not given"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world *w = prepare(*state);
        const char *words;

        assert_null(claims(w));
        assert_null(claim_desk_is_whole(w));
        if (sqlite3_exec(w->db, rows[i].fault, NULL, NULL, NULL) != SQLITE_OK)
            fail_msg("%s: %s", rows[i].fault, sqlite3_errmsg(w->db));
        read_plans(w, &w->after);
        words = claims(w);
        if (words == NULL || strstr(words, rows[i].words) == NULL)
            fail_msg("%s: %s", rows[i].fault, words != NULL ? words : "nothing seen");
        world_close(w);
    }
}

/* An undo that leaves something, and one that takes too much. */
static void a_wrong_undo_is_seen(void **state)
{
    static const char *const faults[] = {
        "DELETE FROM step_change WHERE id = (SELECT max(id) FROM step_change)",
        "UPDATE contact SET city = 'Bonn'",
        "DELETE FROM tag",
        "UPDATE span SET value = value + 1",
    };

    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct world *w = prepare(*state);
        struct look before, after;

        put_tag(w);
        before = look_of(w);
        take_note(w);
        after = look_of(w);
        assert_null(claim_undone(w, &before, &after));
        assert_int_equal(sqlite3_exec(w->db, faults[i], NULL, NULL, NULL), SQLITE_OK);
        if (claim_undone(w, &before, &after) == NULL)
            fail_msg("%s: nothing seen", faults[i]);
        world_close(w);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_is_seen),
        cmocka_unit_test(a_wrong_undo_is_seen),
        cmocka_unit_test(rules_hold_over_random_histories),
    };

    return cmocka_run_group_tests(tests, set_up_all, tear_down_all);
}
