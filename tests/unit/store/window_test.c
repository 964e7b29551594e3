/* Windows against a naive sort of the same desk, forwards and backwards, page by page. */
#include "fixture.h"

#include "touchbase/base/text.h"
#include "touchbase/model/window.h"

enum { PEOPLE = 400, DAY = 86400 };

static const struct need_context context = {NOW + 1, NOW - 30 * DAY, NOW - 90 * DAY,
                                            NOW / DAY};

/* People of all stages, with and without touches, many of them with equal keys. */
static void fill(struct fixture *f)
{
    uint64_t seed = 3;
    begin(f, "fill");
    for (int i = 0; i < PEOPLE; i++) {
        struct contact contact = {
            .name = arena_format(f->arena, "%s %u", i % 2 ? "Zoë" : "ana",
                                 next_random(&seed) % 20),
            .stage = (enum stage)(next_random(&seed) % STAGE_COUNT),
            .created_utc = NOW - (int64_t)(next_random(&seed) % 5) * 40 * DAY};
        must(contact_insert(f->store, f->arena, &contact, &f->err));
        if (next_random(&seed) % 3 != 0)
            add_touch(f, contact.id, NOW + ((int64_t)(next_random(&seed) % 5) - 2) * DAY);
        if (next_random(&seed) % 4 == 0) {
            struct touch touch = plain_touch(contact.id, NOW);
            touch.outcome = next_random(&seed) % 2 ? OUTCOME_REACHED : OUTCOME_NO_ANSWER;
            touch.done_utc = NOW - (int64_t)(next_random(&seed) % 3) * 50 * DAY;
            must(touch_insert(f->store, f->arena, &touch, &f->err));
        }
    }
    commit(f);
}

/* What the key should be, from the records alone. */
static struct need_key naive_key(struct fixture *f, int64_t id)
{
    struct contact *contact = get_contact(f, id);
    struct touch *pending, *done;
    size_t pending_count, done_count;
    struct need_key key = {.segment = NEED_OUT, .text = "", .id = id};
    must(touches_pending_of(f->store, id, f->arena, &pending, &pending_count, &f->err));
    must(touches_done_since(f->store, id, 0, f->arena, &done, &done_count, &f->err));
    int64_t silent = contact->created_utc;
    for (size_t i = done_count; i-- > 0;)
        silent = done[i].outcome == OUTCOME_REACHED ? done[i].done_utc : silent;
    if (!stage_in_play(contact->stage)) {
        key.segment = contact->stage == STAGE_REST ? NEED_REST : NEED_OUT;
        key.text = text_fold(f->arena, contact->name);
        return key;
    }
    bool customer = contact->stage == STAGE_CUSTOMER;
    bool quiet =
        silent < (customer ? context.quiet_customer_utc : context.quiet_prospect_utc);
    key.number = silent;
    if (pending_count == 0)
        key.segment = NEED_NO_NEXT;
    else if (pending[0].due_utc >= context.tomorrow_utc && quiet)
        key.segment = customer ? NEED_QUIET_CUSTOMER : NEED_QUIET_PROSPECT;
    else {
        key.segment = pending[0].due_utc < context.tomorrow_utc ? NEED_DUE : NEED_LATER;
        key.number = pending[0].due_utc;
    }
    return key;
}

static int compare_keys(const void *a, const void *b)
{
    return need_key_compare(a, b);
}

static void need_agrees_with_a_sort(void **state)
{
    struct fixture *f = *state;
    struct need_key keys[PEOPLE], from;
    struct contact_row *rows;
    size_t count, seen = 0;
    fill(f);
    for (int i = 0; i < PEOPLE; i++)
        keys[i] = naive_key(f, i + 1);
    qsort(keys, PEOPLE, sizeof keys[0], compare_keys);
    do {
        must(contacts_window(f->store, &context, seen ? &from : NULL, WINDOW_FORWARD, 7,
                             f->arena, &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++, seen++) {
            assert_true(seen < PEOPLE);
            assert_int_equal(need_key_compare(&rows[i].key, &keys[seen]), 0);
            assert_int_equal(rows[i].contact.id, keys[seen].id);
            from = rows[i].key;
        }
    } while (count > 0);
    assert_int_equal(seen, PEOPLE);
    do {
        must(contacts_window(f->store, &context, seen < PEOPLE ? &from : NULL,
                             WINDOW_BACKWARD, 11, f->arena, &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(need_key_compare(&rows[i].key, &keys[--seen]), 0);
            from = rows[i].key;
        }
    } while (count > 0);
    assert_int_equal(seen, 0);
}

static void by_name_agrees_with_a_sort(void **state)
{
    struct fixture *f = *state;
    struct need_key from;
    struct contact_row *rows;
    size_t count, seen = 0;
    const char *last = "";
    fill(f);
    do {
        must(contacts_by_name(f->store, seen ? &from : NULL, WINDOW_FORWARD, 13, f->arena,
                              &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++, seen++) {
            assert_true(strcmp(last, rows[i].key.text) <= 0);
            assert_true(seen == 0 || need_key_compare(&from, &rows[i].key) < 0);
            from = rows[i].key;
            last = from.text;
        }
    } while (count > 0);
    assert_int_equal(seen, PEOPLE);
    do {
        must(contacts_by_name(f->store, seen < PEOPLE ? &from : NULL, WINDOW_BACKWARD, 13,
                              f->arena, &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++, seen--)
            from = rows[i].key;
    } while (count > 0);
    assert_int_equal(seen, 0);
}

static void by_ids_keeps_their_order(void **state)
{
    struct fixture *f = *state;
    struct contact_row *rows;
    size_t count;
    const int64_t ids[] = {9, 100000, 3, 9};
    fill(f);
    must(contacts_by_ids(f->store, &context, ids, 4, f->arena, &rows, &count, &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(rows[0].contact.id, 9);
    assert_int_equal(rows[1].contact.id, 3);
    struct need_key key = naive_key(f, 3);
    assert_int_equal(need_key_compare(&rows[1].key, &key), 0);
}

static void touches_agree_with_their_keys(void **state)
{
    struct fixture *f = *state;
    struct touch *touches;
    struct row_key from, last = {INT64_MIN, 0};
    size_t count, seen = 0, until = 0;
    int64_t pending, between;
    fill(f);
    must(touches_count(f->store, &pending, &f->err));
    do {
        must(touches_window(f->store, seen ? &from : NULL, WINDOW_FORWARD, 9, f->arena,
                            &touches, &count, &f->err));
        for (size_t i = 0; i < count; i++, seen++) {
            from = touch_key(&touches[i]);
            assert_true(row_key_compare(&last, &from) < 0);
            assert_int_equal(touches[i].outcome, OUTCOME_NONE);
            until += from.number < NOW + DAY;
            last = from;
        }
    } while (count > 0);
    assert_int_equal(seen, pending);
    do {
        must(touches_window(f->store, seen < (size_t)pending ? &from : NULL,
                            WINDOW_BACKWARD, 9, f->arena, &touches, &count, &f->err));
        for (size_t i = 0; i < count; i++, seen--)
            from = touch_key(&touches[i]);
    } while (count > 0);
    assert_int_equal(seen, 0);
    must(touches_until(f->store, NOW + DAY, NULL, PEOPLE, f->arena, &touches, &count,
                       &f->err));
    assert_int_equal(count, until);
    must(touches_count_between(f->store, INT64_MIN, NOW + DAY, &between, &f->err));
    assert_int_equal(between, until);
}

static void counts_agree_with_counting(void **state)
{
    struct fixture *f = *state;
    struct contact_counts counts;
    int64_t stages[STAGE_COUNT] = {0}, no_next = 0;
    fill(f);
    for (int i = 1; i <= PEOPLE; i++) {
        struct contact *contact = get_contact(f, i);
        stages[contact->stage]++;
        no_next += stage_in_play(contact->stage) && contact->next_touch == 0;
    }
    must(contacts_count(f->store, &counts, &f->err));
    assert_memory_equal(counts.stages, stages, sizeof stages);
    assert_int_equal(counts.no_next, no_next);
    assert_int_equal(counts.all, PEOPLE);
    assert_healthy(f);
}

/* A look reads what is there, is not begun twice nor in a step, and leaves nothing
 * locked. */
static void a_look_ends_before_a_step(void **state)
{
    struct fixture *f = *state;
    struct step_info info = {.label = "after a look", .now_utc = NOW};
    struct contact_counts counts;
    fill(f);
    assert_true(store_look_begin(f->store));
    assert_false(store_look_begin(f->store));
    must(contacts_count(f->store, &counts, &f->err));
    assert_int_equal(counts.all, PEOPLE);
    store_look_end(f->store);
    store_look_end(f->store);
    must(store_step_begin(f->store, &info, &f->err));
    assert_false(store_look_begin(f->store));
    must(store_step_commit(f->store, NULL, &f->err));
    assert_healthy(f);
}

#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        desk_test(need_agrees_with_a_sort),    desk_test(by_name_agrees_with_a_sort),
        desk_test(by_ids_keeps_their_order),   desk_test(touches_agree_with_their_keys),
        desk_test(counts_agree_with_counting), desk_test(a_look_ends_before_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
