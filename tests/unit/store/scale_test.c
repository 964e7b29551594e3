/* What must not grow with the desk: windows are ranges of indexes, and the counts and the
 * order that are kept agree with counting and sorting after any change, undo included. */
#include "fixture.h"

#include <sqlite3.h>

#include "connection.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/floors.h"
#include "touchbase/store/tags.h"
#include "touchbase/store/waiting.h"

enum { PEOPLE = 60, CHANGES = 120, DAY = 86400, BATCH = 7 };

/* All other statements are ranges of indexes. These read or sort everything they are
 * about on purpose: what checks and mends the desk, tables that stay small, the first row
 * of an index, and what is sorted after the rows of one person or number were found. */
static const enum statement whole[] = {
    STATEMENT_FIND_POINT,
    STATEMENT_FIND_PLUS,
    STATEMENT_WINDOW_FILLED,
    STATEMENT_NEED_MARK_SET,
    STATEMENT_NEED_RESET_MARK,
    STATEMENT_NEED_WRONG,
    STATEMENT_TAG_FLOORS,
    STATEMENT_TAG_FLOOR_LEVEL,
    STATEMENT_TAG_FLOOR_CLEAR,
    STATEMENT_TAG_FLOOR_DERIVE,
    STATEMENT_CONTACT_ALL,
    STATEMENT_CONTACT_STALE,
    STATEMENT_ANSWERS_OF,
    STATEMENT_WAITING_WINDOW,
    STATEMENT_WAITING_OF,
    STATEMENT_WAITING_CALLER,
    STATEMENT_WAITING_COUNT,
    STATEMENT_SCHEMA,
    STATEMENT_TALLY_GET,
    STATEMENT_STEP_LAST,
    STATEMENT_STEP_LAST_UNDONE,
    STATEMENT_STEP_UNFINISHED,
    STATEMENT_LATER_CHANGE,
    STATEMENT_DRAFT_ALL,
    STATEMENT_SEEN_COUNT,
    STATEMENT_SEEN_TRIM,
    STATEMENT_SEARCH_CONTACT_EXTRA,
    STATEMENT_SEARCH_TEXT_EXTRA,
    STATEMENT_SEARCH_PLACES,
    STATEMENT_INDEXED_ALL,
    STATEMENT_TALLY_WRONG,
    STATEMENT_SEARCH_CONTACT_EMPTY,
    STATEMENT_SEARCH_TEXT_EMPTY,
    STATEMENT_TALLY_RESET,
    STATEMENT_SPAN_WRONG,
    STATEMENT_SPAN_CLEAR,
    STATEMENT_SPAN_FILL,
};

static bool reads_all(enum statement statement)
{
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (whole[i] == statement)
            return true;
    }
    return false;
}

/* Scanned are also what a co-routine or a recursion gives, which is a page, and a table
 * of the full-text index where it is asked something. */
static bool is_scan(const char *detail)
{
    const char *everything = "VIRTUAL TABLE INDEX 0:";
    const char *virtual = strstr(detail, "VIRTUAL TABLE INDEX ");
    if (strncmp(detail, "SCAN ", 5) != 0 || detail[5] == '(')
        return false;
    if (virtual != NULL)
        return strcmp(virtual, everything) == 0;
    return strcmp(detail, "SCAN CONSTANT ROW") != 0 && strcmp(detail, "SCAN name") != 0 &&
           strcmp(detail, "SCAN line") != 0 && strcmp(detail, "SCAN made") != 0;
}

/* A step of a plan that reads or sorts more than it shows. */
static bool is_slow(const char *detail)
{
    bool scan = is_scan(detail);
    return scan || strstr(detail, "TEMP B-TREE") != NULL ||
           strstr(detail, "AUTOMATIC") != NULL;
}

static void statements_are_ranges_of_indexes(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        sqlite3_stmt *s;
        const char *text = statement_text((enum statement)i);
        if (reads_all((enum statement)i))
            continue;
        const char *sql = arena_format(f->arena, "EXPLAIN QUERY PLAN %s", text);
        assert_int_equal(sqlite3_prepare_v2(f->store->db, sql, -1, &s, NULL), SQLITE_OK);
        while (sqlite3_step(s) == SQLITE_ROW) {
            const char *detail = (const char *)sqlite3_column_text(s, 3);
            if (is_slow(detail))
                fail_msg("%s\n%s", detail, text);
        }
        sqlite3_finalize(s);
    }
}

static int64_t number_of(struct fixture *f, const char *sql)
{
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(f->store->db, sql, -1, &s, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(f->store->db));
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return number;
}

/* Counts of the header, and of ranges that begin and end anywhere. */
static void counts_agree(struct fixture *f, uint64_t *seed)
{
    int64_t away, proposed, pending;
    day_number today = NOW / DAY + (day_number)(next_random(seed) % 9) - 4;
    must(absences_count(f->store, today, &away, &proposed, &f->err));
    assert_int_equal(away, number_of(f, arena_format(f->arena,
                                                     "SELECT count(*) FROM absence WHERE"
                                                     " state = 1 AND kind = 1 AND"
                                                     " back_order > %d",
                                                     (int)today)));
    assert_int_equal(proposed, number_of(f, "SELECT count(*) FROM absence WHERE state = 0"
                                            " OR state IN (1, 3) AND questions > 0"));
    must(touches_count(f->store, &pending, &f->err));
    assert_int_equal(pending,
                     number_of(f, "SELECT count(*) FROM touch WHERE outcome = 0"));
    for (int i = 0; i < 4; i++) {
        int64_t first = NOW + ((int64_t)(next_random(seed) % 4000) - 2000) * 60;
        int64_t end = first + next_random(seed) % (4 * DAY), count;
        first = i == 0 ? INT64_MIN : first;
        must(touches_count_between(f->store, first, end, &count, &f->err));
        assert_int_equal(
            count, number_of(f, arena_format(f->arena,
                                             "SELECT count(*) FROM touch WHERE outcome ="
                                             " 0 AND due_utc >= %lld AND due_utc < %lld",
                                             (long long)first, (long long)end)));
    }
}

/* Ids in the order of need, sorted from the records alone. */
static size_t sorted_ids(struct fixture *f, const struct need_context *context,
                         int64_t *ids)
{
    sqlite3_stmt *s;
    size_t count = 0;
    const char *sql = arena_format(
        f->arena,
        "WITH base AS (SELECT c.id, c.stage, c.folded_name, (SELECT min(t.due_utc) FROM"
        " touch t WHERE t.contact_id = c.id AND t.outcome = 0) AS due,"
        " (SELECT min(max(w.reached_utc, w.later_utc)) FROM waiting w"
        " WHERE w.contact_id = c.id AND w.state = 0) AS waits,"
        " coalesce((SELECT max(t.done_utc) FROM touch t WHERE t.contact_id = c.id"
        " AND t.outcome = 1), c.created_utc) AS clock FROM contact c),"
        " floored AS (SELECT *, clock + 86400 * coalesce((SELECT f.more_days FROM"
        " tag_floor f JOIN tag t USING (folded_name) WHERE t.contact_id = base.id"
        " AND f.customer = (base.stage = 3) ORDER BY f.id DESC LIMIT 1), 0) AS floor"
        " FROM base),"
        " placed AS (SELECT *, CASE WHEN stage = 0 THEN 6 WHEN stage > 3 THEN 7"
        " WHEN due < %lld THEN 0 WHEN waits NOT NULL THEN 1 WHEN due IS NULL THEN 2"
        " WHEN stage < 3 AND floor < %lld THEN 3 WHEN stage = 3 AND floor < %lld THEN 4"
        " ELSE 5 END AS segment FROM floored)"
        " SELECT id FROM placed ORDER BY segment, CASE WHEN segment IN (0, 5) THEN due"
        " WHEN segment = 1 THEN waits WHEN segment = 2 THEN clock WHEN segment < 6 THEN"
        " floor ELSE 0 END,"
        " CASE WHEN segment >= 6 THEN folded_name ELSE '' END, id",
        (long long)context->tomorrow_utc, (long long)context->quiet_prospect_utc,
        (long long)context->quiet_customer_utc);
    if (sqlite3_prepare_v2(f->store->db, sql, -1, &s, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(f->store->db));
    for (; sqlite3_step(s) == SQLITE_ROW; count++) {
        assert_true(count < PEOPLE + CHANGES);
        ids[count] = sqlite3_column_int64(s, 0);
    }
    sqlite3_finalize(s);
    return count;
}

/* Page by page, there and back. */
static void order_agrees(struct fixture *f, const struct need_context *context)
{
    int64_t ids[PEOPLE + CHANGES];
    struct need_key from;
    struct contact_row *rows;
    size_t seen = 0, count, all = sorted_ids(f, context, ids);
    do {
        must(contacts_window(f->store, context, seen > 0 ? &from : NULL, WINDOW_FORWARD,
                             BATCH, f->arena, &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++) {
            assert_true(seen < all);
            assert_int_equal(rows[i].contact.id, ids[seen++]);
            from = rows[i].key;
        }
    } while (count > 0);
    assert_int_equal(seen, all);
    do {
        must(contacts_window(f->store, context, seen < all ? &from : NULL,
                             WINDOW_BACKWARD, BATCH, f->arena, &rows, &count, &f->err));
        for (size_t i = 0; i < count; i++) {
            assert_true(seen > 0);
            assert_int_equal(rows[i].contact.id, ids[--seen]);
            from = rows[i].key;
        }
    } while (count > 0);
    assert_int_equal(seen, 0);
}

/* Today, in some days, and some days ago, with floors of their own. */
static void orders_agree(struct fixture *f, uint64_t *seed)
{
    for (int i = 0; i < 3; i++) {
        int64_t now = NOW + ((int64_t)(next_random(seed) % 9) - 4) * DAY * (i > 0);
        const struct need_context context = {
            now + 1, now - (int64_t)(20 + next_random(seed) % 20) * DAY,
            now - (int64_t)(80 + next_random(seed) % 20) * DAY, (day_number)(now / DAY)};
        order_agrees(f, &context);
    }
}

static int64_t any(struct fixture *f, const char *table, uint64_t *seed)
{
    return number_of(f, arena_format(f->arena,
                                     "SELECT coalesce((SELECT id FROM %s ORDER BY id"
                                     " LIMIT 1 OFFSET %u %% max(1, (SELECT count(*)"
                                     " FROM %s))), 0)",
                                     table, next_random(seed), table));
}

static void change_contact(struct fixture *f, uint64_t *seed)
{
    int64_t id = any(f, "contact", seed);
    if (id == 0 || next_random(seed) % 4 == 0) {
        const char *name = arena_format(f->arena, "%c%u", 'a' + (int)(*seed % 5), 1u);
        add_contact(f, name, (enum stage)(next_random(seed) % STAGE_COUNT));
        return;
    }
    struct contact contact = *get_contact(f, id);
    contact.stage = (enum stage)(next_random(seed) % STAGE_COUNT);
    must(contact_update(f->store, &contact, NULL, &f->err));
}

static void change_touch(struct fixture *f, uint64_t *seed)
{
    int64_t contact = any(f, "contact", seed), id = any(f, "touch", seed);
    int64_t due = NOW + ((int64_t)(next_random(seed) % 9) - 4) * DAY +
                  (next_random(seed) % 3) * 450;
    if (id == 0 || next_random(seed) % 3 == 0) {
        add_touch(f, contact, due);
        return;
    }
    struct touch touch = *get_touch(f, id);
    touch.due_utc = due;
    touch.outcome = (enum outcome)(next_random(seed) % 4);
    touch.done_utc = touch.outcome == OUTCOME_NONE
                         ? 0
                         : NOW - (int64_t)(next_random(seed) % 120) * DAY;
    must(touch_update(f->store, &touch, NULL, &f->err));
}

static void change_absence(struct fixture *f, uint64_t *seed)
{
    int64_t id = any(f, "absence", seed);
    struct absence absence = {.contact_id = any(f, "contact", seed),
                              .kind = READING_OOO,
                              .received_utc = NOW,
                              .received_day = NOW / DAY,
                              .first_day = NOW / DAY,
                              .created_utc = NOW};
    struct absence *known = &absence;
    if (next_random(seed) % 3 != 0 && id != 0)
        must(absence_by_id(f->store, id, f->arena, &known, &f->err));
    absence = *known;
    absence.back = next_random(seed) % 4 == 0
                       ? DAY_NONE
                       : (day_number)(NOW / DAY + (int64_t)(next_random(seed) % 9) - 4);
    absence.state = (enum absence_state)(next_random(seed) % ABSENCE_STATE_COUNT);
    absence.questions = (int32_t)(next_random(seed) % 2);
    if (known == &absence)
        must(absence_insert(f->store, f->arena, &absence, &f->err));
    else
        must(absence_update(f->store, &absence, NULL, &f->err));
}

/* Something of theirs waits, is put off or answered. */
static void change_waiting(struct fixture *f, uint64_t *seed)
{
    int64_t touch_id = any(f, "touch", seed), id = any(f, "waiting", seed);
    struct waiting waiting = {.reached_utc = NOW - next_random(seed) % (3 * DAY)};
    struct waiting *known = &waiting;
    if (id != 0 && next_random(seed) % 2 == 0) {
        must(waiting_by_id(f->store, id, f->arena, &known, &f->err));
        known->state = (enum waiting_state)(next_random(seed) % WAITING_STATE_COUNT);
        known->later_utc = next_random(seed) % 2 == 0 ? 0 : NOW + DAY;
        must(waiting_update(f->store, known, &f->err));
    } else if (touch_id != 0) {
        waiting.touch_id = touch_id;
        waiting.contact_id = get_touch(f, touch_id)->contact_id;
        must(waiting_insert(f->store, f->arena, &waiting, &f->err));
    }
}

static const char *const tag_names[] = {"vip", "Slow", "plain"};

static void change_tag(struct fixture *f, uint64_t *seed)
{
    int64_t id = any(f, "contact", seed);
    const char *name = tag_names[next_random(seed) % 3];
    must((next_random(seed) % 3 == 0 ? tag_take : tag_put)(f->store, id, name, NULL,
                                                           &f->err));
}

/* Other floors by tag than before, or the same again. */
static void change_floors(struct fixture *f, uint64_t *seed)
{
    struct tag_floor floors[4];
    size_t count = next_random(seed) % 5;
    bool changed;
    for (size_t i = 0; i < count; i++)
        floors[i] = (struct tag_floor){tag_names[next_random(seed) % 2],
                                       next_random(seed) % 2 == 0,
                                       (int)(next_random(seed) % 60) - 20};
    must(floors_keep(f->store, floors, count, &changed, &f->err));
    must(floors_keep(f->store, floors, count, &changed, &f->err));
    assert_false(changed);
}

/* One step of up to three changes, or an undo or redo of one. */
static void change_something(struct fixture *f, uint64_t *seed)
{
    struct undo_report report;
    uint32_t chance = next_random(seed) % 10;
    if (chance < 3) {
        int64_t step = any(f, "step", seed);
        must(step == 0 || (chance < 2 ? store_undo : store_redo)(
                              f->store, step, NOW + 60, f->arena, &report, &f->err));
        return;
    }
    begin(f, "a change");
    for (uint32_t i = next_random(seed) % 3 + 1; i > 0; i--) {
        uint32_t which = next_random(seed) % 6;
        if (which == 0 || any(f, "contact", seed) == 0)
            change_contact(f, seed);
        else if (which == 1)
            change_absence(f, seed);
        else if (which == 2)
            change_tag(f, seed);
        else if (which == 3)
            change_waiting(f, seed);
        else
            change_touch(f, seed);
        if (next_random(seed) % 3 == 0)
            counts_agree(f, seed); /* within the step */
    }
    if (next_random(seed) % 8 == 0)
        must(store_step_cancel(f->store, &f->err));
    else
        commit(f);
}

/* The mark goes on, a few rows at a time or as far as it may; some runs set the clock
 * back. */
static void move_mark(struct fixture *f, uint64_t *seed)
{
    int64_t now = NOW + ((int64_t)(next_random(seed) % 12) - 5) * DAY;
    const struct need_context context = {now + 1, now - 25 * DAY, now - 85 * DAY,
                                         (day_number)(now / DAY)};
    size_t limit = next_random(seed) % 3 == 0 ? 1000 : 1 + next_random(seed) % 3;
    bool moved = next_random(seed) % 4 == 0;
    if (moved)
        must(contacts_keep_need(f->store, &context, limit, &moved, &f->err));
}

static void what_is_kept_agrees_after_any_change(void **state)
{
    struct fixture *f = *state;
    for (uint64_t run = 1; run <= 5; run++) {
        uint64_t seed = run;
        begin(f, "fill");
        for (int i = 0; i < PEOPLE / 5; i++)
            add_contact(f, i % 2 ? "Zoë" : "ana", (enum stage)(i % STAGE_COUNT));
        commit(f);
        for (int i = 0; i < CHANGES / 5; i++) {
            move_mark(f, &seed);
            if (i % 6 == 5)
                change_floors(f, &seed);
            change_something(f, &seed);
            counts_agree(f, &seed);
            orders_agree(f, &seed);
            arena_reset(f->arena);
        }
        assert_healthy(f);
    }
}

/* How many instructions SQLite takes for a page behind a key. */
static int steps_of(void *data)
{
    ++*(int64_t *)data;
    return 0;
}

static int64_t cost_of_page(struct fixture *f, const struct need_context *context,
                            const struct need_key *from, struct need_key *last)
{
    struct contact_row *rows;
    int64_t steps = 0;
    size_t count;
    sqlite3_progress_handler(f->store->db, 1, steps_of, &steps);
    must(contacts_window(f->store, context, from, WINDOW_FORWARD, BATCH, f->arena, &rows,
                         &count, &f->err));
    sqlite3_progress_handler(f->store->db, 0, NULL, NULL);
    assert_int_equal(count, BATCH);
    *last = rows[count - 1].key;
    return steps;
}

/* Where everybody due is silent as well, the page behind the last of them costs what the
 * first one costs, and moving the mark in pieces ends. */
static void nobody_is_passed_over(void **state)
{
    struct fixture *f = *state;
    const struct need_context context = {NOW + 1, NOW - 30 * DAY, NOW - 90 * DAY,
                                         NOW / DAY};
    struct need_key last, ignored, behind = {NEED_DUE, INT64_MAX, "", INT64_MAX};
    bool moved = true;
    int rounds = 0;
    begin(f, "fill");
    for (int i = 0; i < 3000; i++) {
        struct contact contact = {.name = "ana",
                                  .stage = i % 2 ? STAGE_LEAD : STAGE_CUSTOMER,
                                  .created_utc = NOW - (i < 2000 ? 400 : 1) * DAY};
        must(contact_insert(f->store, f->arena, &contact, &f->err));
        add_touch(f, contact.id, i < 2000 ? NOW - DAY : NOW + 5 * DAY);
    }
    commit(f);
    for (; moved; rounds++)
        must(contacts_keep_need(f->store, &context, 400, &moved, &f->err));
    assert_in_range(rounds, 3, 20);
    int64_t first = cost_of_page(f, &context, NULL, &last);
    first = cost_of_page(f, &context, NULL, &last); /* prepared */
    assert_int_equal(last.segment, NEED_DUE);
    (void)cost_of_page(f, &context, &behind, &ignored);
    assert_true(cost_of_page(f, &context, &behind, &last) < 3 * first);
    assert_int_equal(last.segment, NEED_LATER);
    assert_healthy(f);
}

/* A wrong count is found, and a rebuild puts it right. */
static void a_wrong_count_is_found(void **state)
{
    struct fixture *f = *state;
    const char **findings;
    size_t count;
    begin(f, "fill");
    add_touch(f, add_contact(f, "ana", STAGE_LEAD), NOW);
    commit(f);
    assert_healthy(f);
    assert_int_equal(
        sqlite3_exec(f->store->db, "UPDATE span SET value = 2 WHERE level = 1", 0, 0, 0),
        SQLITE_OK);
    must(store_check(f->store, f->arena, &findings, &count, &f->err));
    assert_int_equal(count, 2);
    assert_non_null(strstr(findings[0], "count kept"));
    must(store_rebuild(f->store, &f->err));
    assert_healthy(f);
}

#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        desk_test(statements_are_ranges_of_indexes),
        desk_test(what_is_kept_agrees_after_any_change),
        desk_test(nobody_is_passed_over),
        desk_test(a_wrong_count_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
