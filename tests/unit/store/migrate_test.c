/* Older desks are brought up to date (endurance.md 21). */
#include "fixture.h"

#include "schema.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t number_in(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *s;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    int64_t number = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    sqlite3_close(db);
    return number;
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

/* A desk of an older version with one person and one step. */
static void make_old(struct fixture *f, int version)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    must(schema_make(db, f->path, version, &f->err));
    sqlite3_close(db);
    run_sql(f->path,
            "INSERT INTO contact (id, uuid, name, stage, do_not_contact, created_utc,"
            " changed_utc, folded_name, clock_utc)"
            " VALUES (1, '01234567-89ab-4def-8123-456789abcdef', 'Ana Ruiz', 1, 0,"
            " 1772442000, 1772442000, 'ana ruiz', 1772442000);"
            "UPDATE tally SET value = 1 WHERE id = 2");
    run_sql(f->path, "INSERT INTO step (label, window, origin, state, made_utc, process)"
                     " VALUES ('old step', 0, 1, 1, 1772442000, 1)");
}

/* When a schema document was added, this says the number that schema.c must know. */
static void the_fingerprints_are_known(void **state)
{
    struct fixture *f = *state;
    for (int version = SCHEMA_FIRST; version <= SCHEMA_VERSION; version++) {
        struct store store = {.path = f->path};
        uint64_t fingerprint;
        assert_int_equal(sqlite3_open(f->path, &store.db), SQLITE_OK);
        must(schema_make(store.db, f->path, version, &f->err));
        must(schema_fingerprint(&store, &fingerprint, &f->err));
        statements_finalize(&store);
        sqlite3_close(store.db);
        assert_int_equal(number_in(f->path, "PRAGMA user_version"), version);
        if (!schema_is_known(version, fingerprint))
            fail_msg("the fingerprint of %d should be 0x%016llX", version,
                     (unsigned long long)fingerprint);
        unlink(f->path);
    }
    assert_false(schema_is_known(SCHEMA_VERSION + 1, 0));
}

static void every_older_one_is_brought_up(void **state)
{
    struct fixture *f = *state;
    for (int version = SCHEMA_FIRST; version < SCHEMA_VERSION; version++) {
        struct step last;
        bool found;
        char copy[128];
        make_old(f, version);
        fixture_reopen(f);
        assert_null(store_read_only(f->store));
        assert_string_equal(get_contact(f, 1)->name, "Ana Ruiz");
        must(store_step_last(f->store, -1, false, f->arena, &last, &found, &f->err));
        assert_true(found);
        assert_string_equal(last.label, "old step");
        must(store_rebuild(f->store, &f->err));
        assert_healthy(f);
        store_close(f->store);
        f->store = NULL;
        assert_int_equal(number_in(f->path, "PRAGMA user_version"), SCHEMA_VERSION);
        snprintf(copy, sizeof copy, "%s.before-%d", f->path, SCHEMA_VERSION);
        assert_int_equal(number_in(copy, "PRAGMA user_version"), version);
        assert_int_equal(number_in(copy, "SELECT count(*) FROM contact"), 1);
        unlink(copy);
        unlink(f->path);
    }
}

/* A touchbase that was killed while it made the copy, and one that has made it. */
static void the_copy_before_is_made_once(void **state)
{
    struct fixture *f = *state;
    char copy[128], half[160];
    make_old(f, SCHEMA_FIRST);
    snprintf(copy, sizeof copy, "%s.before-%d", f->path, SCHEMA_VERSION);
    snprintf(half, sizeof half, "%s.touchbase-new", copy);
    FILE *file = fopen(half, "w");
    assert_non_null(file);
    fputs("half a copy", file);
    fclose(file);
    fixture_reopen(f);
    assert_int_equal(access(half, F_OK), -1);
    assert_int_equal(number_in(copy, "PRAGMA user_version"), SCHEMA_FIRST);

    must(store_backup_before(f->store, SCHEMA_FIRST, copy, &f->err));
    assert_int_equal(number_in(copy, "PRAGMA user_version"), SCHEMA_FIRST);
    assert_int_equal(access(half, F_OK), -1);
}

static void a_reader_brings_it_up_too(void **state)
{
    struct fixture *f = *state;
    make_old(f, SCHEMA_FIRST);
    f->store = store_open(f->path, STORE_READ, &f->err);
    if (f->store == NULL)
        fail_msg("%s", f->err.text);
    assert_string_equal(get_contact(f, 1)->name, "Ana Ruiz");
    assert_non_null(store_read_only(f->store));
    assert_int_equal(number_in(f->path, "PRAGMA user_version"), SCHEMA_VERSION);
}

static void a_planted_table_stays_as_it_is(void **state)
{
    struct fixture *f = *state;
    make_old(f, SCHEMA_FIRST);
    run_sql(f->path, "CREATE TABLE seen (planted)");
    assert_null(store_open(f->path, STORE_WRITE, &f->err));
    assert_non_null(strstr(f->err.text, "did not make"));
    assert_int_equal(number_in(f->path, "PRAGMA user_version"), SCHEMA_FIRST);
}

/* What does not hold together is left as it was, whole. */
static void a_damaged_one_stays_as_it_is(void **state)
{
    struct fixture *f = *state;
    make_old(f, SCHEMA_FIRST);
    run_sql(f->path, "PRAGMA foreign_keys = OFF;"
                     "INSERT INTO point (contact_id, position, kind, value)"
                     " VALUES (99, 0, 0, 'a@b.example')");
    assert_null(store_open(f->path, STORE_WRITE, &f->err));
    assert_non_null(strstr(f->err.text, "damaged"));
    assert_int_equal(number_in(f->path, "PRAGMA user_version"), SCHEMA_FIRST);
    assert_int_equal(
        number_in(f->path, "SELECT count(*) FROM sqlite_schema WHERE name = 'seen'"), 0);
}

int main(void)
{
#define empty_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup_empty, fixture_teardown)
    const struct CMUnitTest tests[] = {
        empty_test(the_fingerprints_are_known),
        empty_test(every_older_one_is_brought_up),
        empty_test(the_copy_before_is_made_once),
        empty_test(a_reader_brings_it_up_too),
        empty_test(a_planted_table_stays_as_it_is),
        empty_test(a_damaged_one_stays_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
