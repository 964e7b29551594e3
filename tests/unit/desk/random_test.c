/* Random histories: whatever is done in whatever order, the rules hold, and a step taken
 * back leaves the desk as it was (sequences and times of change apart). TEST_HISTORIES
 * says how many, TEST_SEED which is the first; both are printed. */
#include "fixture.h"

#include <sqlite3.h>

#include "../base/random.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/scripts.h"

/* All that undo must bring back. */
static const char *const tables[] = {
    "contact",  "point",  "absence", "cover",   "message", "touch",      "note",
    "link",     "answer", "tag",     "waiting", "item",    "gift",       "tally",
    "evidence", "doubt",  "script",  "deal",    "settled", "appointment"};

enum { TABLES = sizeof tables / sizeof *tables };

enum { HISTORIES = 4, STEPS = 100, PEOPLE_MAX = 5, ITEMS_MAX = 4 };

struct world {
    struct fixture *f;
    struct random random;
    uint64_t seed;
    int step;
    sqlite3 *db; /* the same file, only looked at */
    sqlite3_stmt *reading[TABLES];
    int64_t people[PEOPLE_MAX];
    int people_count;
    int items;
};

static uint64_t number_named(const char *name, uint64_t usual)
{
    const char *text = getenv(name);

    return text == NULL ? usual : strtoull(text, NULL, 10);
}

static uint64_t fold(uint64_t sum, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < length; i++)
        sum = (sum ^ at[i]) * 0x100000001B3u;
    return sum;
}

static void look_begin(struct world *w)
{
    char sql[64];

    assert_int_equal(sqlite3_open_v2(w->f->path, &w->db, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i < TABLES; i++) {
        snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1", tables[i]);
        assert_int_equal(sqlite3_prepare_v2(w->db, sql, -1, &w->reading[i], NULL),
                         SQLITE_OK);
    }
}

static void look_end(struct world *w)
{
    for (size_t i = 0; i < TABLES; i++)
        sqlite3_finalize(w->reading[i]);
    sqlite3_close(w->db);
}

static uint64_t fold_value(uint64_t sum, sqlite3_stmt *s, int column)
{
    int64_t number = sqlite3_column_int64(s, column);

    if (sqlite3_column_type(s, column) == SQLITE_TEXT)
        return fold(sum, sqlite3_column_text(s, column),
                    (size_t)sqlite3_column_bytes(s, column) + 1);
    sum = fold(sum, sqlite3_column_type(s, column) == SQLITE_NULL ? "" : "1", 1);
    return fold(sum, &number, sizeof number);
}

static uint64_t fold_table(uint64_t sum, sqlite3_stmt *s)
{
    int count = sqlite3_column_count(s), changed = 0;

    while (changed < count && strcmp(sqlite3_column_name(s, changed), "changed_utc") != 0)
        changed++;
    while (sqlite3_step(s) == SQLITE_ROW) {
        for (int i = 0; i < count; i++)
            sum = i == changed ? sum : fold_value(sum, s, i);
    }
    sqlite3_reset(s);
    return sum;
}

static uint64_t look_of(struct world *w)
{
    uint64_t sum = 0xCBF29CE484222325u;

    assert_int_equal(sqlite3_exec(w->db, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
    for (size_t i = 0; i < TABLES; i++)
        sum = fold_table(sum, w->reading[i]);
    assert_int_equal(sqlite3_exec(w->db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    return sum;
}

static uint32_t below(struct world *w, uint32_t limit)
{
    return random_below(&w->random, limit);
}

static int64_t somebody(struct world *w)
{
    return w->people[below(w, (uint32_t)w->people_count)];
}

static void must_hold(const struct world *w, bool holds, const char *words)
{
    if (!holds)
        fail_msg("seed %llu, step %d: %s", (unsigned long long)w->seed, w->step, words);
}

static size_t touches_of(struct world *w, int64_t person, struct touch **out)
{
    struct fixture *f = w->f;
    size_t count;

    must(desk_touches_of(f->desk, person, f->arena, out, &count, &f->err));
    return count;
}

/* One of somebody's pending touches; false when there is none. */
static bool some_touch(struct world *w, struct touch *out)
{
    struct touch *touches;
    size_t count = touches_of(w, somebody(w), &touches);

    if (count == 0)
        return false;
    *out = touches[below(w, (uint32_t)count)];
    return true;
}

static void add_person(struct world *w)
{
    if (w->people_count < PEOPLE_MAX)
        w->people[w->people_count] =
            add(w->f, arena_format(w->f->arena, "Person %c, Firm, p%d@firm.example",
                                   'A' + w->people_count, w->people_count));
    w->people_count += w->people_count < PEOPLE_MAX;
}

static void add_item(struct world *w)
{
    struct fixture *f = w->f;
    struct item item = {0};
    int64_t id;

    if (w->items == ITEMS_MAX)
        return;
    must(item_read(f->arena, arena_format(f->arena, "Item %d, earn", w->items++), &item,
                   &f->err));
    must(desk_item_add(f->desk, &item, &id, &f->err));
}

/* Refused only when they had every item there is. */
static void plan_touch(struct world *w)
{
    static const char *const purposes[] = {"offer", "+", ""};
    struct fixture *f = w->f;
    struct touch_warning warning;
    struct touch touch;
    int64_t id, person = somebody(w);
    const char *line =
        arena_format(f->arena, "%s%s +%dd %s", below(w, 4) == 0 ? "! " : "",
                     channel_name((enum channel)below(w, CHANNEL_COUNT)),
                     (int)below(w, 20) + 1, purposes[below(w, 3)]);

    if (desk_touch_read(f->desk, person, line, f->arena, &touch, &warning, &f->err))
        must(desk_touch_plan(f->desk, &touch, &id, &f->err));
    else
        must_hold(w, f->err.code == ERROR_NOT_FOUND, f->err.text);
}

static void finish_touch(struct world *w)
{
    struct fixture *f = w->f;
    struct next_step proposed;
    struct touch touch, next;
    enum outcome outcome = (enum outcome)(1 + below(w, OUTCOME_COUNT - 1));
    bool planned;

    if (!some_touch(w, &touch) || !outcome_fits(outcome, touch.channel))
        return;
    must(desk_touch_next(f->desk, &touch, outcome, f->arena, &proposed, &f->err));
    planned = proposed.kind == NEXT_TOUCH && below(w, 3) > 0;
    next = desk_touch_new(f->desk, touch.contact_id);
    next.channel = proposed.channel;
    next.purpose = proposed.purpose;
    if (planned)
        desk_set_due(f->desk, &next, proposed.due);
    must(desk_touch_finish(f->desk, touch.id, outcome, planned ? &next : NULL, &f->err));
}

static void change_touch(struct world *w)
{
    struct fixture *f = w->f;
    struct touch touch;
    int64_t other = somebody(w);

    if (!some_touch(w, &touch))
        return;
    if (below(w, 3) == 0)
        must(desk_touch_drop(f->desk, touch.id, &f->err));
    else if (other != touch.contact_id)
        must(desk_touch_give(f->desk, touch.id, other, &f->err));
    else
        must(desk_touch_move(f->desk, touch.id, desk_later(f->desk, touch.due, 3),
                             &f->err));
}

/* Rule 6: days that are on file already start nothing; what was planned since stays. */
static void check_confirmed(struct world *w, int64_t person, const struct touch *before,
                            size_t before_count)
{
    struct touch *after;

    must_hold(w, touches_of(w, person, &after) == before_count,
              "days confirmed made or ended a touch");
    for (size_t i = 0; i < before_count; i++)
        must_hold(w,
                  after[i].id == before[i].id &&
                      wall_compare(after[i].due, before[i].due) == 0,
                  "days confirmed moved a touch");
}

/* Rules 3 and 12: promises stand where they stood, no call of mine is left within. */
static void check_taken_in(struct world *w, int64_t person, const struct touch *before,
                           size_t before_count, day_number first, day_number back)
{
    struct touch *after;
    size_t count = touches_of(w, person, &after);

    for (size_t i = 0; i < before_count; i++) {
        if (before[i].promise)
            must_hold(w,
                      wall_compare(touch_of(w->f, before[i].id).due, before[i].due) == 0,
                      "a promise was moved without a question");
    }
    for (size_t i = 0; i < count; i++)
        must_hold(w,
                  after[i].channel != CHANNEL_CALL || after[i].promise ||
                      after[i].due.day < first || after[i].due.day >= back,
                  arena_format(w->f->arena,
                               "%d to %d: a call on %d within the absence just taken in",
                               first, back, after[i].due.day));
}

static void be_away(struct world *w)
{
    struct fixture *f = w->f;
    int64_t person = somebody(w);
    day_number first = desk_today(f->desk) + (day_number)below(w, 6);
    day_number back = first + 1 + (day_number)below(w, 10);
    struct date from = day_date(first), to = day_date(back);
    struct take_in item;
    struct touch *before;
    size_t count = touches_of(w, person, &before);

    must(take_in_text(
        f->desk,
        arena_format(f->arena,
                     "I am on vacation from %s %d, %d and will be back on %s %d, %d.",
                     day_month_name(from.month), from.mday, from.year,
                     day_month_name(to.month), to.mday, to.year),
        person, f->arena, &item, &f->err));
    item.heard_whole = true; /* else it asks to ring again and listen */
    must(take_in_weigh(f->desk, person, &item, &f->err));
    file(f, &item, TAKE_IN_ACCEPT);
    if (item.state == TAKE_IN_CONFIRMS)
        check_confirmed(w, person, before, count);
    else if (item.reading.first_day == first && item.reading.back == back)
        check_taken_in(w, person, before, count, first, back);
}

static void reach_me(struct world *w)
{
    struct fixture *f = w->f;
    struct inbound inbound = {.contact_id = somebody(w),
                              .kind = (enum inbound_kind)below(w, 5),
                              .text = below(w, 2) == 0 ? "about the offer" : NULL};
    struct inbound_offer offer;
    int64_t id;

    must(desk_inbound_offer(f->desk, inbound.contact_id, inbound.kind, f->arena, &offer,
                            &f->err));
    if (offer.has_return) {
        inbound.return_call = offer.return_call.id;
        inbound.answer = below(w, 2) == 0 ? INBOUND_RETURN_DONE : INBOUND_RETURN_ASK;
    }
    must(desk_inbound_store(f->desk, &inbound, &id, &f->err));
}

static void await_them(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id;

    must(desk_their_move(f->desk, somebody(w), "sends the drawing",
                         desk_guard_day(f->desk), &id, &f->err));
}

static void write_message(struct world *w)
{
    struct fixture *f = w->f;
    struct touch touch = {.contact_id = somebody(w), .channel = CHANNEL_VOICEMAIL};
    struct script script;

    if (below(w, 2) == 0)
        some_touch(w, &touch);
    must(desk_script_for(f->desk, touch.contact_id, touch.id, touch.channel, f->arena,
                         &script, &f->err));
    script.text = below(w, 6) == 0 ? "" : arena_format(f->arena, "call %u", below(w, 99));
    must(desk_script_file(f->desk, &script, 0, f->arena, &f->err));
}

static void change_stage(struct world *w)
{
    struct fixture *f = w->f;
    struct contact contact = person(f, somebody(w));

    contact.stage = (enum stage)below(w, STAGE_COUNT);
    must(desk_person_change(f->desk, &contact, &f->err));
}

static void act(struct world *w)
{
    static void (*const acts[])(struct world *) = {
        plan_touch,   plan_touch, plan_touch,    finish_touch, finish_touch,
        change_touch, be_away,    reach_me,      await_them,   change_stage,
        add_person,   add_item,   write_message,
    };

    acts[below(w, sizeof acts / sizeof *acts)](w);
}

/* Rule 8: in play with a next touch, or listed as without one. */
static void check_nobody_slips(struct world *w)
{
    struct fixture *f = w->f;
    int64_t without = 0;

    for (int i = 0; i < w->people_count; i++) {
        struct contact contact = person(f, w->people[i]);
        struct touch *touches;
        bool pending = touches_of(w, contact.id, &touches) > 0;

        must_hold(w, pending == (contact.next_touch != 0), "the next touch is not kept");
        without += stage_in_play(contact.stage) && !pending;
    }
    must_hold(w, counts(f).no_next_step == without, "somebody slipped");
}

/* Rule 15: used with a touch that reached them, there as long as it is planned. */
static void check_messages(struct world *w)
{
    struct fixture *f = w->f;

    for (int i = 0; i < w->people_count; i++) {
        struct script *scripts;
        size_t count;

        must(desk_scripts_of(f->desk, w->people[i], 100, f->arena, &scripts, &count,
                             &f->err));
        for (size_t a = 0; a < count; a++) {
            bool used = scripts[a].used_utc != 0;
            struct touch touch;

            if (scripts[a].touch_id == 0)
                continue;
            touch = touch_of(f, scripts[a].touch_id);
            must_hold(w,
                      touch.contact_id != w->people[i] ||
                          used == script_is_used(touch.outcome),
                      "a message is used as its touch is not");
        }
    }
}

/* Rule 13, counted by title, since a touch that brings an item is called so. */
static void check_items(struct world *w)
{
    struct fixture *f = w->f;

    for (int i = 0; i < w->people_count; i++) {
        struct gift *gifts;
        size_t count;

        must(desk_gifts(f->desk, w->people[i], 100, f->arena, &gifts, &count, &f->err));
        for (size_t a = 0; a < count; a++) {
            must_hold(w,
                      item_arrives(touch_of(f, gifts[a].touch_id).outcome) &&
                          touch_of(f, gifts[a].touch_id).contact_id == w->people[i],
                      "an item that was not given counts as given");
            for (size_t b = 0; b < a; b++)
                must_hold(w, gifts[a].item_id != gifts[b].item_id, "an item sent twice");
        }
    }
}

/* Gives how the desk looks behind it. */
static uint64_t undo_and_redo(struct world *w, uint64_t before)
{
    struct fixture *f = w->f;
    struct desk_step step;
    uint64_t after = look_of(w);

    if (after == before)
        return after;
    if (desk_undo(f->desk, true, f->arena, &step, &f->err) != HISTORY_DONE)
        must_hold(w, false, f->err.text);
    if (look_of(w) != before)
        must_hold(w, false, arena_format(f->arena, "undo of %s: other", step.label));
    if (desk_redo(f->desk, f->arena, &step, &f->err) != HISTORY_DONE)
        must_hold(w, false, f->err.text);
    if (look_of(w) != after)
        must_hold(w, false, arena_format(f->arena, "redo of %s: other", step.label));
    return after;
}

static void history(uint64_t seed)
{
    void *state;
    uint64_t look;
    bool looking;
    struct world w = {.seed = seed, .random = {seed * 0x9E3779B97F4A7C15u | 1}};

    assert_int_equal(setup(&state), 0);
    w.f = state;
    look_begin(&w);
    add_person(&w);
    look = look_of(&w);
    for (w.step = 0; w.step < STEPS; w.step++) {
        act(&w);
        look = undo_and_redo(&w, look);
        looking = desk_look_begin(w.f->desk);
        check_nobody_slips(&w);
        check_messages(&w);
        check_items(&w);
        if (looking)
            desk_look_end(w.f->desk);
        if (below(&w, 4) == 0)
            desk_pass(w.f->desk, (int64_t)below(&w, 3 * 86400));
        arena_reset(w.f->arena);
    }
    look_end(&w);
    teardown(&state);
}

static void rules_hold_over_random_histories(void **state)
{
    uint64_t count = number_named("TEST_HISTORIES", HISTORIES);
    uint64_t first = number_named("TEST_SEED", 1);

    (void)state;
    print_message("%llu histories of %d steps from seed %llu on\n",
                  (unsigned long long)count, (int)STEPS, (unsigned long long)first);
    for (uint64_t i = 0; i < count; i++)
        history(first + i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_hold_over_random_histories),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
