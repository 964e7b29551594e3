/* The desk a random history is told on, and what is seen of it from outside: its tables,
 * read on the desk's own connection and by none of the desk's own code. */
#ifndef TESTS_UNIT_DESK_RANDOM_WORLD_H
#define TESTS_UNIT_DESK_RANDOM_WORLD_H

#include "fixture.h"

#include <sqlite3.h>

#include "../base/random.h"
#include "touchbase/model/item.h"

enum {
    PEOPLE_MAX = 5,
    ITEMS_MAX = 4,
    TABLES_MAX = 60,
    PLANNED_MAX = 1000,
    GIVEN_MAX = 200
};

/* How the desk looks: a sum over each table. */
struct look {
    uint64_t sums[TABLES_MAX];
};

struct seen_table {
    char name[48];
    sqlite3_stmt *rows;
    bool stale;   /* a row of it was written since */
    bool unheard; /* without row ids: SQLite does not tell of its changes */
};

/* A pending touch, as far as the claims need it. */
struct planned {
    int64_t id, contact_id;
    struct wall due;
    bool promise;
    bool within; /* a call to somebody who is away on that day ... */
    bool away;   /* ... though nothing says that it may be */
    bool silent; /* with somebody who is not to be contacted: their plans stay */
};

/* An item a person has or is to have. */
struct given {
    int64_t contact_id, item_id, touch_id;
    bool arrived;
};

struct plans {
    struct planned rows[PLANNED_MAX];
    size_t count;
    struct given given[GIVEN_MAX];
    size_t given_count;
};

struct world {
    struct fixture *f;
    struct random random;
    uint64_t seed;
    int step;
    sqlite3 *db; /* the desk's own */
    struct seen_table tables[TABLES_MAX];
    size_t table_count;
    struct look look; /* as it was seen last */
    sqlite3_stmt *planning, *giving;
    int64_t people[PEOPLE_MAX];
    int people_count;
    int items;
    struct plans before, after; /* of the act */
    /* What a person said in the act, which the desk may not do by itself: */
    int64_t hand; /* the touch they acted on, HAND_ALL: several, 0: none */
    int64_t
        named_day; /* whose new touches have a day they named, HAND_ALL: everybody's */
    bool refused;
};

enum { HAND_ALL = -1 };

static inline uint32_t below(struct world *w, uint32_t limit)
{
    return random_below(&w->random, limit);
}

static inline bool one_in(struct world *w, uint32_t many)
{
    return below(w, many) == 0;
}

static inline int64_t somebody(struct world *w)
{
    return w->people[below(w, (uint32_t)w->people_count)];
}

/* Fails with the words, if any, and the step of the desk's history they came behind. */
static inline void broken(const struct world *w, const char *words)
{
    sqlite3_stmt *s = NULL;
    bool found;

    if (words == NULL)
        return;
    found = sqlite3_prepare_v2(w->db, "SELECT label FROM step ORDER BY id DESC LIMIT 1",
                               -1, &s, NULL) == SQLITE_OK &&
            sqlite3_step(s) == SQLITE_ROW;
    fail_msg("seed %llu, step %d, behind \"%s\": %s", (unsigned long long)w->seed,
             w->step, found ? (const char *)sqlite3_column_text(s, 0) : "", words);
}

/* What the desk does not want is refused in words, and nothing is changed then. An error
 * of the file below it is a fault whatever was asked. */
static inline bool allowed(struct world *w, bool done)
{
    if (!done && strstr(w->f->err.text, w->f->path) != NULL)
        broken(w, w->f->err.text);
    w->refused = !done;
    return done;
}

/* One number of the desk, 0 without a row; value is put in for "?". */
static inline int64_t number_of(struct world *w, const char *sql, int64_t value)
{
    sqlite3_stmt *s;
    int64_t number = 0;

    assert_int_equal(sqlite3_prepare_v2(w->db, sql, -1, &s, NULL), SQLITE_OK);
    sqlite3_bind_int64(s, 1, value);
    if (sqlite3_step(s) == SQLITE_ROW)
        number = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return number;
}

/* Any id that sql finds, by a number that picks one; 0 when it finds none. */
static inline int64_t any_of(struct world *w, const char *from)
{
    char sql[256];
    int64_t count;

    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", from);
    count = number_of(w, sql, 0);
    if (count == 0)
        return 0;
    snprintf(sql, sizeof sql, "SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET ?", from);
    return number_of(w, sql, below(w, (uint32_t)count));
}

static inline uint64_t fold(uint64_t sum, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < length; i++)
        sum = (sum ^ at[i]) * 0x100000001B3u;
    return sum;
}

static inline uint64_t fold_number(uint64_t sum, uint64_t number)
{
    sum = (sum ^ number) * 0x9E3779B97F4A7C15u;
    return sum ^ sum >> 32;
}

static inline uint64_t fold_value(uint64_t sum, sqlite3_stmt *s, int column)
{
    switch (sqlite3_column_type(s, column)) {
    case SQLITE_NULL:
        return fold_number(sum, 1);
    case SQLITE_INTEGER:
        return fold_number(fold_number(sum, 2),
                           (uint64_t)sqlite3_column_int64(s, column));
    default:
        return fold(fold_number(sum, 3), sqlite3_column_text(s, column),
                    (size_t)sqlite3_column_bytes(s, column));
    }
}

/* All of it but times of change. */
static inline uint64_t fold_table(sqlite3_stmt *s)
{
    uint64_t sum = 0xCBF29CE484222325u;
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

/* How the desk looks now; only what was written since the last look is read. */
static inline struct look look_of(struct world *w)
{
    for (size_t i = 0; i < w->table_count; i++) {
        if (w->tables[i].stale || w->tables[i].unheard)
            w->look.sums[i] = fold_table(w->tables[i].rows);
        w->tables[i].stale = false;
    }
    return w->look;
}

static inline struct look look_at_all(struct world *w)
{
    for (size_t i = 0; i < w->table_count; i++)
        w->tables[i].stale = true;
    return look_of(w);
}

/* A table in which the two differ, NULL for none. */
static inline const char *differing(const struct world *w, const struct look *a,
                                    const struct look *b)
{
    for (size_t i = 0; i < w->table_count; i++) {
        if (a->sums[i] != b->sums[i])
            return w->tables[i].name;
    }
    return NULL;
}

static inline void on_write(void *context, int operation, const char *database,
                            const char *table, sqlite3_int64 row)
{
    struct world *w = context;

    (void)operation;
    (void)database;
    (void)row;
    for (size_t i = 0; i < w->table_count; i++)
        w->tables[i].stale |= strcmp(w->tables[i].name, table) == 0;
}

/* All that undo must bring back: every table there is, those to come among them, but the
 * journal itself and what is not journalled by design (data/schema says so of each). Of
 * the search its words, not how FTS5 keeps them. */
static inline void find_tables(struct world *w)
{
    static const char sql[] =
        "SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT IN ('step', 'step_change', "
        "'touch_identity', 'coming', 'draft', 'setting', 'seen', 'need_mark', "
        "'sync_log') "
        "AND (name NOT LIKE 'search_%' OR name LIKE 'search_%_content') ORDER BY name";
    sqlite3_stmt *s;
    char rows[96];

    assert_int_equal(sqlite3_prepare_v2(w->db, sql, -1, &s, NULL), SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW) {
        struct seen_table *table = &w->tables[w->table_count++];

        assert_true(w->table_count <= TABLES_MAX);
        *table = (struct seen_table){.unheard = sqlite3_column_int(s, 1) != 0};
        snprintf(table->name, sizeof table->name, "%s",
                 (const char *)sqlite3_column_text(s, 0));
        snprintf(rows, sizeof rows, "SELECT * FROM %s ORDER BY 1", table->name);
        assert_int_equal(sqlite3_prepare_v2(w->db, rows, -1, &table->rows, NULL),
                         SQLITE_OK);
    }
    sqlite3_finalize(s);
}

/* What is pending, and which of it is a call within an absence on file that is not over
 * (rule 3), and is not allowed by it: one that asks about each touch, as a long one does,
 * or was answered that this one stays. A call to hear the greeting to its end is to be
 * made while they are away; one that asks who took over from whom has left goes to
 * somebody else. */
#define WITHIN                                                              \
    "a.contact_id = t.contact_id AND state = 1 AND kind = 1 AND back > ?1 " \
    "AND due_day < back AND due_day >= coalesce(first_day, received_day)"
static const char planning[] =
    "SELECT id, contact_id, due_day, due_minute, promise, channel = 0 AND EXISTS ("
    "SELECT 1 FROM absence a WHERE " WITHIN "), channel = 0 AND EXISTS ("
    "SELECT 1 FROM absence a WHERE " WITHIN " AND "
    "NOT (questions > 0 AND back - coalesce(first_day, received_day) > 20) AND "
    "NOT EXISTS (SELECT 1 FROM answer w WHERE w.touch_id = t.id AND w.absence_id = a.id "
    "AND choice = 8)) AND NOT EXISTS (SELECT 1 FROM absence l WHERE l.id = t.absence_id "
    "AND l.kind = 2 AND t.cause = 1) "
    "AND coalesce(purpose, '') NOT LIKE 'ring again%', "
    "(SELECT do_not_contact FROM contact WHERE id = contact_id) "
    "FROM touch t WHERE outcome = 0 ORDER BY id";

static inline void world_open(struct world *w, struct fixture *f, sqlite3 *db)
{
    w->f = f;
    w->db = db;
    find_tables(w);
    assert_int_equal(sqlite3_prepare_v2(db, planning, -1, &w->planning, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT g.contact_id, item_id, touch_id, outcome "
                                        "FROM gift g JOIN touch t ON t.id = touch_id",
                                        -1, &w->giving, NULL),
                     SQLITE_OK);
    sqlite3_update_hook(db, on_write, w);
    look_at_all(w);
}

static inline void world_close(struct world *w)
{
    sqlite3_update_hook(w->db, NULL, NULL);
    for (size_t i = 0; i < w->table_count; i++)
        sqlite3_finalize(w->tables[i].rows);
    sqlite3_finalize(w->planning);
    sqlite3_finalize(w->giving);
}

static inline void read_given(struct world *w, struct plans *out)
{
    sqlite3_stmt *s = w->giving;

    out->given_count = 0;
    while (sqlite3_step(s) == SQLITE_ROW) {
        enum outcome outcome = (enum outcome)sqlite3_column_int(s, 3);

        assert_true(out->given_count < GIVEN_MAX);
        out->given[out->given_count++] = (struct given){
            sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1),
            sqlite3_column_int64(s, 2), outcome != OUTCOME_NONE && item_arrives(outcome)};
    }
    sqlite3_reset(s);
}

static inline void read_plans(struct world *w, struct plans *out)
{
    sqlite3_stmt *s = w->planning;

    out->count = 0;
    sqlite3_bind_int64(s, 1, desk_today(w->f->desk));
    while (sqlite3_step(s) == SQLITE_ROW) {
        bool timed = sqlite3_column_type(s, 3) != SQLITE_NULL;

        assert_true(out->count < PLANNED_MAX);
        out->rows[out->count++] = (struct planned){
            .id = sqlite3_column_int64(s, 0),
            .contact_id = sqlite3_column_int64(s, 1),
            .due = {sqlite3_column_int(s, 2),
                    timed ? sqlite3_column_int(s, 3) : MINUTE_NONE},
            .promise = sqlite3_column_int(s, 4) != 0,
            .within = sqlite3_column_int(s, 5) != 0,
            .away = sqlite3_column_int(s, 6) != 0,
            .silent = sqlite3_column_int(s, 7) != 0,
        };
    }
    sqlite3_reset(s);
    read_given(w, out);
}

static inline const struct planned *plan_of(const struct plans *plans, int64_t id)
{
    for (size_t i = 0; i < plans->count; i++) {
        if (plans->rows[i].id == id)
            return &plans->rows[i];
    }
    return NULL;
}

#endif
