/* Import of a file of contacts through the real program against plain SQLite inserting
 * the rows it made, with the same indexes, in one transaction (design.md section 7: at
 * most 2x, and no transaction of ours over 250 ms).
 *
 *     import PROGRAM FILE [ROUNDS [FOLDER]]
 *
 * Program and plain take turns; printed are the medians and the ratio of each pair. The
 * longest transaction is taken in this process, as the longest time between two commits,
 * which it cannot exceed. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "parts/measure.h"
#include "store/schema.h"
#include "touchbase/base/arena.h"
#include "touchbase/desk/exchange.h"

enum { ROUNDS_MAX = 20 };

/* The rows of one query, kept in memory, inserted by another. */
struct rows {
    const char *select;
    const char *insert;
    sqlite3_value **values;
    size_t count;
    size_t capacity;
    int columns;
};

enum { TABLES = 5 };
static const struct rows all_tables[TABLES] = {
    {.select = "SELECT id, uuid, uid, name, given, family, company, title, city, zone,"
               " stage, do_not_contact, created_utc, changed_utc, folded_name, clock_utc,"
               " card FROM contact",
     .insert =
         "INSERT INTO contact (id, uuid, uid, name, given, family, company, title,"
         " city, zone, stage, do_not_contact, created_utc, changed_utc, folded_name,"
         " clock_utc, card)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {.select = "SELECT id, contact_id, position, kind, value, label, match_key"
               " FROM point",
     .insert = "INSERT INTO point (id, contact_id, position, kind, value, label,"
               " match_key) VALUES (?, ?, ?, ?, ?, ?, ?)"},
    {.select = "SELECT id, uuid, contact_id, touch_id, written_utc, text FROM note",
     .insert = "INSERT INTO note (id, uuid, contact_id, touch_id, written_utc, text)"
               " VALUES (?, ?, ?, ?, ?, ?)"},
    {.select = "SELECT rowid, who, reach FROM search_contact",
     .insert = "INSERT INTO search_contact (rowid, who, reach) VALUES (?, ?, ?)"},
    {.select = "SELECT rowid, words FROM search_text",
     .insert = "INSERT INTO search_text (rowid, words) VALUES (?, ?)"},
};

static void read_rows(sqlite3 *db, struct rows *rows)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(db, rows->select, -1, &s, NULL) != SQLITE_OK)
        measure_stop(sqlite3_errmsg(db));
    for (size_t i = 0; i < rows->count; i++)
        sqlite3_value_free(rows->values[i]);
    rows->count = 0;
    rows->columns = sqlite3_column_count(s);
    while (sqlite3_step(s) == SQLITE_ROW) {
        for (int i = 0; i < rows->columns; i++) {
            if (rows->count == rows->capacity) {
                rows->capacity = rows->capacity == 0 ? 1024 : rows->capacity * 2;
                rows->values =
                    memory_resize(rows->values, rows->capacity * sizeof *rows->values);
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
        measure_stop(sqlite3_errmsg(db));
    for (size_t i = 0; i < rows->count; i += (size_t)rows->columns) {
        for (int j = 0; j < rows->columns; j++)
            sqlite3_bind_value(s, j + 1, rows->values[i + (size_t)j]);
        if (sqlite3_step(s) != SQLITE_DONE)
            measure_stop(sqlite3_errmsg(db));
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
}

/* SQLite as it comes but for the two pragmas every desk has: the same promise that what
 * is committed is on the disk. */
static double insert_plainly(const char *path, const struct rows *tables)
{
    sqlite3 *db;
    struct error err;
    double start = measure_ms();
    sqlite3_open(path, &db);
    sqlite3_exec(db, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL", NULL,
                 NULL, NULL);
    if (!schema_make(db, path, SCHEMA_VERSION, &err))
        measure_stop(err.text);
    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    for (int i = 0; i < TABLES; i++)
        insert_rows(db, &tables[i]);
    if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
        measure_stop(sqlite3_errmsg(db));
    sqlite3_close(db);
    return measure_ms() - start;
}

/* Seconds of processor time, user and system, so far: a busy machine changes them less.
 */
static double processor(int who)
{
    struct rusage usage;
    getrusage(who, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void remove_desk(struct arena *arena, const char *path)
{
    unlink(path);
    unlink(arena_format(arena, "%s-journal", path));
}

struct parts {
    double last;
    double longest;
    long count;
};

static bool on_part(void *context, int64_t done, int64_t all)
{
    struct parts *parts = context;
    double now = measure_ms();
    (void)done;
    (void)all;
    parts->longest =
        now - parts->last > parts->longest ? now - parts->last : parts->longest;
    parts->last = now;
    parts->count++;
    return true;
}

static void import_here(const char *desk_path, const char *file, struct parts *parts)
{
    struct error err;
    struct desk_options desk_options = {.path = desk_path, .mode = DESK_WRITE};
    struct import_options options = {.path = file, .progress = on_part, .context = parts};
    struct import_totals totals;
    struct desk *desk = desk_open(&desk_options, &err);
    *parts = (struct parts){.last = measure_ms()};
    if (desk == NULL || !desk_import(desk, &options, &totals, &err))
        measure_stop(err.text);
    (void)on_part(parts, 0, 0);
    desk_close(desk);
}

static void read_all(const char *path, struct rows *tables)
{
    sqlite3 *db;
    sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
    for (int i = 0; i < TABLES; i++)
        read_rows(db, &tables[i]);
    sqlite3_close(db);
}

int main(int argc, char **argv)
{
    double ours[ROUNDS_MAX], plain[ROUNDS_MAX], ratios[ROUNDS_MAX];
    size_t rounds = argc > 3 ? (size_t)atoi(argv[3]) : 3;
    struct arena *arena = arena_create();
    double busy, floor_busy = 0;
    struct parts parts;
    if (argc < 3 || rounds < 1 || rounds > ROUNDS_MAX)
        measure_stop("usage: import PROGRAM FILE [ROUNDS [FOLDER]]");
    char *folder =
        arena_format(arena, "%s/touchbase-bench-XXXXXX", argc > 4 ? argv[4] : "/tmp");
    if (mkdtemp(folder) == NULL)
        measure_stop("no folder for the desks");
    char *desk = arena_format(arena, "%s/desk.db", folder);
    char *other = arena_format(arena, "%s/plain.db", folder);
    char verb[] = "import", option[] = "--db";
    char *const program[] = {argv[1], verb, option, desk, argv[2], NULL};
    struct rows tables[TABLES];
    memcpy(tables, all_tables, sizeof tables);
    for (size_t i = 0; i < rounds; i++) {
        sync();
        ours[i] = measure_program(program);
        read_all(desk, tables);
        remove_desk(arena, desk);
        sync();
        busy = processor(RUSAGE_SELF);
        plain[i] = insert_plainly(other, tables);
        floor_busy += processor(RUSAGE_SELF) - busy;
        remove_desk(arena, other);
        ratios[i] = ours[i] / plain[i];
    }
    busy = processor(RUSAGE_CHILDREN);
    printf("processor time alone: %.2f s, %.2f s, ratio %.2f\n", busy / (double)rounds,
           floor_busy / (double)rounds, busy / floor_busy);
    import_here(desk, argv[2], &parts);
    remove_desk(arena, desk);
    rmdir(folder);
    printf("import of %zu contacts: touchbase %.0f ms, plain SQLite %.0f ms, ratio %.2f"
           " (%zu rounds, %.2f to %.2f; budget 2.00)\n",
           tables[0].count / (size_t)tables[0].columns, measure_median(ours, rounds),
           measure_median(plain, rounds), measure_median(ratios, rounds), rounds,
           ratios[0], ratios[rounds - 1]);
    printf("longest time from commit to commit: %.0f ms of %ld parts (budget 250)\n",
           parts.longest, parts.count);
    arena_destroy(arena);
    return 0;
}
