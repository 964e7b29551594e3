/* Import of contacts through the store against plain SQLite inserting the same rows, with
 * the same indexes, in one transaction (design.md section 7: at most 2x, and no
 * transaction of ours over 250 ms).
 *
 *     store_import [CONTACTS [FOLDER]] */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "touchbase/base/clock.h"
#include "touchbase/base/embedded.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/steps.h"

enum { NOW = 1772442000, PART_MS = 250, PART_BYTES = 900 * 1024 };

static void stop(const char *words)
{
    fprintf(stderr, "%s\n", words);
    exit(1);
}

static void fill_contact(struct arena *arena, int i, struct contact *contact,
                         struct point *points)
{
    static const char *const given[] = {"Ana",   "Ravi",   "Dana", "Lena",
                                        "Tomás", "Jürgen", "Łucja"};
    static const char *const family[] = {"Ruiz", "Menon", "Whitfield",
                                         "Vogt", "Field", "Müller"};
    static const char *const company[] = {"Brío", "Acme Metal", "Northwind",
                                          "Kessler & Söhne"};
    *contact = (struct contact){
        .uid = arena_format(arena, "card-%d", i),
        .given = given[i % 7],
        .family = arena_format(arena, "%s%d", family[i / 7 % 6], i % 5000),
        .company = company[i / 42 % 4],
        .city = "Lyon",
        .created_utc = NOW,
        .changed_utc = NOW,
        .points = points,
        .point_count = 2,
    };
    contact->name = arena_format(arena, "%s %s", contact->given, contact->family);
    points[0] = (struct point){
        POINT_MAIL, arena_format(arena, "p%d@firm%d.example", i, i % 900), "work"};
    points[1] =
        (struct point){POINT_PHONE, arena_format(arena, "+49 170 %07d", i), "mobile"};
}

/* Processor time of this process, which a busy machine changes less than the clock. */
static int64_t processor_ms(void)
{
    return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

/* Returns milliseconds; *worst gets those of the longest transaction. */
static int64_t import(const char *path, int count, int64_t *worst)
{
    struct error err;
    struct store *store = store_open(path, STORE_CREATE, &err);
    struct step_info info = {.label = "import", .origin = STEP_IMPORT, .now_utc = NOW};
    struct arena *arena = arena_create();
    int64_t start = clock_ticks_ms(), part = start;
    *worst = 0;
    if (store == NULL || !store_step_begin(store, &info, &err))
        stop(err.text);
    for (int i = 0; i < count; i++) {
        struct point points[2];
        struct contact contact;
        arena_reset(arena);
        fill_contact(arena, i, &contact, points);
        if (!contact_insert(store, arena, &contact, &err))
            stop(err.text);
        if (i % 16 != 0 || (clock_ticks_ms() - part < PART_MS / 2 &&
                            store_step_size(store) < PART_BYTES))
            continue;
        if (!store_step_flush(store, &err))
            stop(err.text);
        int64_t took = clock_ticks_ms() - part;
        *worst = took > *worst ? took : *worst;
        part = clock_ticks_ms();
    }
    if (!store_step_commit(store, NULL, &err))
        stop(err.text);
    int64_t took = clock_ticks_ms() - start;
    store_close(store);
    arena_destroy(arena);
    return took;
}

/* The rows of one query, kept in memory, inserted by another. */
struct rows {
    const char *select;
    const char *insert;
    sqlite3_value **values;
    size_t count;
    int columns;
};

static void read_rows(sqlite3 *db, struct rows *rows)
{
    sqlite3_stmt *s = NULL;
    size_t capacity = 0;
    if (sqlite3_prepare_v2(db, rows->select, -1, &s, NULL) != SQLITE_OK)
        stop(sqlite3_errmsg(db));
    rows->columns = sqlite3_column_count(s);
    while (sqlite3_step(s) == SQLITE_ROW) {
        for (int i = 0; i < rows->columns; i++) {
            if (rows->count == capacity) {
                capacity = capacity == 0 ? 1024 : capacity * 2;
                rows->values =
                    memory_resize(rows->values, capacity * sizeof(sqlite3_value *));
            }
            rows->values[rows->count++] = sqlite3_value_dup(sqlite3_column_value(s, i));
        }
    }
    sqlite3_finalize(s);
}

static void insert_rows(sqlite3 *db, const struct rows *rows)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(db, rows->insert, -1, &s, NULL) != SQLITE_OK)
        stop(sqlite3_errmsg(db));
    for (size_t i = 0; i < rows->count; i += (size_t)rows->columns) {
        for (int j = 0; j < rows->columns; j++)
            sqlite3_bind_value(s, j + 1, rows->values[i + (size_t)j]);
        if (sqlite3_step(s) != SQLITE_DONE)
            stop(sqlite3_errmsg(db));
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
}

static int64_t insert_plainly(const char *from, const char *to, int64_t *begun)
{
    struct rows tables[] = {
        {.select =
             "SELECT id, uuid, uid, name, given, family, company, title, city, zone, "
             "stage,"
             " do_not_contact, created_utc, changed_utc, folded_name, clock_utc, card"
             " FROM contact",
         .insert = "INSERT INTO contact (id, uuid, uid, name, given, family, company, "
                   "title, city,"
                   " zone, stage, do_not_contact, created_utc, changed_utc, folded_name,"
                   " clock_utc, card)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
        {.select =
             "SELECT id, contact_id, position, kind, value, label, match_key FROM point",
         .insert =
             "INSERT INTO point (id, contact_id, position, kind, value, label, match_key)"
             " VALUES (?, ?, ?, ?, ?, ?, ?)"},
        {.select = "SELECT rowid, who, reach FROM search_contact",
         .insert = "INSERT INTO search_contact (rowid, who, reach) VALUES (?, ?, ?)"},
    };
    enum { TABLES = sizeof tables / sizeof tables[0] };
    sqlite3 *db;
    sqlite3_open(from, &db);
    for (int i = 0; i < TABLES; i++)
        read_rows(db, &tables[i]);
    sqlite3_close(db);
    sqlite3_open(to, &db);
    sqlite3_exec(db,
                 "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
                 "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000",
                 NULL, NULL, NULL);
    sqlite3_exec(db, embedded_find("schema/0001_initial.sql")->text, NULL, NULL, NULL);
    int64_t start = clock_ticks_ms();
    *begun = processor_ms();
    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    for (int i = 0; i < TABLES; i++)
        insert_rows(db, &tables[i]);
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    int64_t took = clock_ticks_ms() - start;
    sqlite3_close(db);
    return took;
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 100000;
    struct arena *arena = arena_create();
    char *folder =
        arena_format(arena, "%s/touchbase-bench-XXXXXX", argc > 2 ? argv[2] : "/tmp");
    if (mkdtemp(folder) == NULL)
        stop("no folder for the desks");
    char *desk = arena_format(arena, "%s/desk.db", folder);
    char *plain = arena_format(arena, "%s/plain.db", folder);
    int64_t worst;
    int64_t begun = processor_ms();
    int64_t ours = import(desk, count, &worst);
    int64_t ours_busy = processor_ms() - begun;
    int64_t floor = insert_plainly(desk, plain, &begun);
    int64_t floor_busy = processor_ms() - begun;
    printf("contacts %d: store %lld ms, plain SQLite %lld ms, ratio %.2f (budget 2.00)\n",
           count, (long long)ours, (long long)floor,
           (double)ours / (double)(floor > 0 ? floor : 1));
    printf("processor time alone: %lld ms, %lld ms, ratio %.2f\n", (long long)ours_busy,
           (long long)floor_busy,
           (double)ours_busy / (double)(floor_busy > 0 ? floor_busy : 1));
    printf("longest transaction %lld ms (budget 250)\n", (long long)worst);
    unlink(desk);
    unlink(plain);
    unlink(arena_format(arena, "%s-journal", desk));
    unlink(arena_format(arena, "%s-journal", plain));
    rmdir(folder);
    arena_destroy(arena);
    return 0;
}
