/* Opening: what is a desk, who may write it, what happens when it cannot be (endurance.md
 * 15, 18, 19, 22, 23). */
#include "fixture.h"

#include "schema.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "touchbase/store/search.h"
#include "touchbase/store/settings.h"

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void write_file(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static char *read_file(struct fixture *f, size_t *length)
{
    FILE *file = fopen(f->path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static void close_desk(struct fixture *f)
{
    store_close(f->store);
    f->store = NULL;
}

static void assert_refused(struct fixture *f, const char *words)
{
    f->store = store_open(f->path, STORE_CREATE, &f->err);
    assert_null(f->store);
    if (strstr(f->err.text, words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", f->err.text, words);
}

static void assert_read_only(struct fixture *f, const char *words)
{
    struct step_info info = {.label = "no", .now_utc = NOW};
    f->store = store_open(f->path, STORE_WRITE, &f->err);
    if (f->store == NULL)
        fail_msg("%s", f->err.text);
    assert_non_null(store_read_only(f->store));
    if (strstr(store_read_only(f->store), words) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", store_read_only(f->store), words);
    assert_false(store_step_begin(f->store, &info, &f->err));
    assert_false(setting_set(f->store, "a", "b", &f->err));
}

static void a_missing_desk(void **state)
{
    struct fixture *f = *state;
    struct stat status;
    assert_null(store_open(f->path, STORE_READ, &f->err));
    assert_non_null(strstr(f->err.text, "there is no desk"));
    assert_null(store_open(f->path, STORE_WRITE, &f->err));
    assert_int_not_equal(stat(f->path, &status), 0);
    snprintf(f->path, sizeof f->path, "%s/a/b/desk.db", f->folder);
    umask(022);
    f->store = store_open(f->path, STORE_CREATE, &f->err);
    assert_non_null(f->store);
    assert_null(store_read_only(f->store));
    assert_int_equal(stat(f->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(stat(store_folder(f->store), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    assert_healthy(f);
}

static void a_stale_journal_is_set_aside(void **state)
{
    struct fixture *f = *state;
    char journal[128];
    struct stat status;
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    write_file(journal, "stale", 5);
    f->store = store_open(f->path, STORE_CREATE, &f->err);
    assert_non_null(f->store);
    assert_true(stat(journal, &status) != 0 || status.st_size == 0);
    begin(f, "add");
    add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    assert_healthy(f);
}

/* A row of the table left out, or one that fits the schema no more, would be found only
 * when used. */
static void every_statement_is_there(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        if (statement_text((enum statement)i) == NULL)
            fail_msg("statement %d has no text", i);
        must(statement_get(f->store, (enum statement)i, &f->err) != NULL);
    }
}

static void what_is_no_desk(void **state)
{
    struct fixture *f = *state;
    struct stat status;
    char noise[8192];
    uint64_t seed = 7;
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)next_random(&seed);
    write_file(f->path, "", 0);
    assert_refused(f, "is empty");
    assert_int_equal(stat(f->path, &status), 0);
    assert_int_equal(status.st_size, 0);
    write_file(f->path, noise, sizeof noise);
    assert_refused(f, "no touchbase desk");
    write_file(f->path, "BEGIN:VCARD\n", 12);
    assert_refused(f, "no touchbase desk");
    unlink(f->path);
    run_sql(f->path, "CREATE TABLE other (x)");
    assert_refused(f, "no touchbase desk");
    unlink(f->path);
    assert_int_equal(mkdir(f->path, 0700), 0);
    assert_refused(f, "is a folder");
}

static void a_newer_desk_is_only_read(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    close_desk(f);
    run_sql(f->path, "PRAGMA user_version = 999");
    assert_read_only(f, "newer touchbase");
    assert_string_equal(get_contact(f, ana)->name, "Ana");
}

static void a_planted_trigger_is_seen(void **state)
{
    struct fixture *f = *state;
    close_desk(f);
    run_sql(f->path,
            "CREATE TRIGGER t AFTER INSERT ON contact BEGIN DELETE FROM note; END");
    assert_read_only(f, "did not make");
}

static void for_reading(void **state)
{
    struct fixture *f = *state;
    close_desk(f);
    f->store = store_open(f->path, STORE_READ, &f->err);
    assert_non_null(f->store);
    assert_non_null(store_read_only(f->store));
    assert_healthy(f);
}

static void a_link_is_followed_once(void **state)
{
    struct fixture *f = *state;
    char link_path[128];
    snprintf(link_path, sizeof link_path, "%s/link.db", f->folder);
    assert_int_equal(symlink(f->path, link_path), 0);
    close_desk(f);
    f->store = store_open(link_path, STORE_WRITE, &f->err);
    assert_non_null(f->store);
    assert_string_equal(store_path(f->store), f->path);
    assert_string_equal(store_folder(f->store), f->folder);
}

/* In a child that is nobody, since root may write everywhere. */
static void as_nobody(struct fixture *f, const char *words)
{
    pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
            _exit(2);
        f->store = store_open(f->path, STORE_WRITE, &f->err);
        const char *reason = f->store != NULL ? store_read_only(f->store) : NULL;
        struct step_info info = {.label = "no", .now_utc = NOW};
        bool good = reason != NULL && strstr(reason, words) != NULL &&
                    !store_step_begin(f->store, &info, &f->err) &&
                    get_contact(f, 1) != NULL;
        if (!good)
            fprintf(stderr, "%s\n",
                    f->store == NULL ? f->err.text
                    : reason == NULL ? "-"
                                     : reason);
        _exit(good ? 0 : 1);
    }
    int status;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
}

static void a_read_only_file_and_folder(void **state)
{
    struct fixture *f = *state;
    begin(f, "add");
    add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    close_desk(f);
    chmod(f->folder, 0777);
    chmod(f->path, 0444);
    as_nobody(f, "read-only file");
    chmod(f->path, 0666);
    chmod(f->folder, 0555);
    as_nobody(f, "folder that cannot be written");
    chmod(f->folder, 0700);
}

/* Fills a desk with something of every kind. */
static void fill(struct fixture *f)
{
    begin(f, "fill");
    for (int i = 0; i < 40; i++) {
        int64_t id = add_contact(f, arena_format(f->arena, "Person %d", i), STAGE_LEAD);
        add_touch(f, id, NOW + i);
        add_note(f, id, "some words");
    }
    commit(f);
}

/* Uses a desk that may be damaged in any way; whatever comes back but a crash is right.
 */
static void use_damaged(struct fixture *f, bool write)
{
    struct need_context context = {NOW, 0, 0, 0};
    struct contact_row *rows;
    struct search_result found;
    const struct filter_term term = {
        .key = FILTER_WORDS, .texts = (const char *const[]){"pers"}, .text_count = 1};
    const struct filter filter = {&term, 1};
    struct search *search;
    struct undo_report report;
    const char **findings;
    size_t count;
    struct store *store = store_open(f->path, STORE_WRITE, &f->err);
    if (store == NULL)
        return;
    struct step_info info = {.label = "write", .now_utc = NOW};
    struct contact contact = {.name = "New"};
    contacts_window(store, &context, NULL, WINDOW_FORWARD, 50, f->arena, &rows, &count,
                    &f->err);
    search = search_open(store, &filter);
    search_best(search, &context, 10, NULL, f->arena, &found, &f->err);
    search_window(search, &context, NULL, WINDOW_FORWARD, 10, f->arena, &rows, &count,
                  &f->err);
    search_close(search);
    store_check(store, f->arena, &findings, &count, &f->err);
    if (write && store_step_begin(store, &info, &f->err)) {
        contact_insert(store, f->arena, &contact, &f->err);
        store_step_commit(store, NULL, &f->err);
    }
    if (write)
        store_undo(store, 1, NOW, f->arena, &report, &f->err);
    store_close(store);
}

/* Does anything stand near it? Most of a small desk is the free room of its pages, which
 * nothing ever reads. */
static bool is_used(const char *bytes, size_t length, size_t at)
{
    enum { NEAR = 16 };
    size_t end = at + NEAR < length ? at + NEAR : length;
    for (size_t i = at > NEAR ? at - NEAR : 0; i < end; i++) {
        if (bytes[i] != '\0')
            return true;
    }
    return false;
}

static void cut_and_flipped_files(void **state)
{
    struct fixture *f = *state;
    enum { FLIPS = 3000 };
    size_t length;
    uint64_t seed = 11;
    fill(f);
    close_desk(f);
    char *bytes = read_file(f, &length);
    write_file(f->path, bytes, length / 2);
    use_damaged(f, true);
    write_file(f->path, bytes, 100);
    use_damaged(f, true);
    for (int i = 0; i < FLIPS; i++) {
        size_t at = (((size_t)next_random(&seed) << 16) ^ next_random(&seed)) % length;
        if (i % 4 == 0)
            at %= 4096;
        if (!is_used(bytes, length, at))
            continue;
        char kept = bytes[at];
        bytes[at] = (char)(kept ^ (1 << next_random(&seed) % 8));
        write_file(f->path, bytes, length);
        bytes[at] = kept;
        use_damaged(f, i % 16 == 0);
        arena_reset(f->arena);
    }
    free(bytes);
}

static void another_window_is_seen(void **state)
{
    struct fixture *f = *state;
    bool changed;
    struct store *other = store_open(f->path, STORE_WRITE, &f->err);
    assert_non_null(other);
    must(store_changed_elsewhere(other, &changed, &f->err));
    assert_false(changed);
    uint64_t contacts = store_generation(f->store, RECORD_CONTACT);
    uint64_t notes = store_generation(f->store, RECORD_NOTE);
    uint64_t seen = store_generation(other, RECORD_NOTE);
    begin(f, "add");
    int64_t ana = add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    assert_true(store_generation(f->store, RECORD_CONTACT) > contacts);
    assert_true(store_generation(f->store, RECORD_NOTE) == notes);
    must(store_changed_elsewhere(f->store, &changed, &f->err));
    assert_false(changed);
    must(store_changed_elsewhere(other, &changed, &f->err));
    assert_true(changed);
    assert_true(store_generation(other, RECORD_NOTE) > seen);
    must(store_changed_elsewhere(other, &changed, &f->err));
    assert_false(changed);
    struct contact *contact;
    must(contact_by_id(other, ana, f->arena, &contact, &f->err));
    assert_string_equal(contact->name, "Ana");
    store_close(other);
}

static void a_locked_desk_says_so(void **state)
{
    struct fixture *f = *state;
    struct step_info info = {.label = "second", .now_utc = NOW};
    struct store *other = store_open(f->path, STORE_WRITE, &f->err);
    begin(f, "first");
    assert_false(store_step_begin(other, &info, &f->err));
    assert_non_null(strstr(f->err.text, "another window is writing"));
    struct contact *contact;
    must(contact_by_id(other, 1, f->arena, &contact, &f->err));
    assert_null(contact);
    commit(f);
    must(store_step_begin(other, &info, &f->err));
    store_close(other);
}

/* PRAGMA max_page_count is a full disk without a disk: SQLITE_FULL, already rolled back.
 * There is room for a contact, whatever pages it splits, and none for the note. */
static void a_full_disk_changes_nothing(void **state)
{
    struct fixture *f = *state;
    struct contact_counts before, after;
    sqlite3_stmt *s;
    char *text = malloc(1000001);
    fill(f);
    must(contacts_count(f->store, &before, &f->err));
    assert_int_equal(sqlite3_prepare_v2(f->store->db, "PRAGMA page_count", -1, &s, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(s), SQLITE_ROW);
    const char *full = arena_format(f->arena, "PRAGMA max_page_count = %d",
                                    sqlite3_column_int(s, 0) + 40);
    sqlite3_finalize(s);
    assert_int_equal(sqlite3_exec(f->store->db, full, NULL, NULL, NULL), 0);
    memset(text, 'x', 1000000);
    text[1000000] = '\0';
    begin(f, "too much");
    struct note note = {.contact_id = add_contact(f, "Ana", STAGE_LEAD), .text = text};
    assert_false(note_file(f->store, f->arena, &note, 0, &f->err) &&
                 store_step_commit(f->store, NULL, &f->err));
    assert_non_null(strstr(f->err.text, "disk is full"));
    must(store_step_cancel(f->store, &f->err));
    must(contacts_count(f->store, &after, &f->err));
    assert_int_equal(after.all, before.all);
    assert_string_equal(get_contact(f, 1)->name, "Person 0");
    sqlite3_exec(f->store->db, "PRAGMA max_page_count = 100000", NULL, NULL, NULL);
    begin(f, "room again");
    note.contact_id = add_contact(f, "Ana", STAGE_LEAD);
    must(note_file(f->store, f->arena, &note, 0, &f->err));
    assert_true(commit(f) > 0);
    assert_healthy(f);
    free(text);
}

/* A child writes until its pages no longer fit into memory, and is killed. */
static void be_killed_while_writing(const struct fixture *f)
{
    static const char sql[] =
        "PRAGMA cache_size = 4; BEGIN IMMEDIATE; WITH RECURSIVE n(i) AS (SELECT 1 UNION "
        "ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO setting (name, value) "
        "SELECT "
        "'k' || i, hex(randomblob(99)) FROM n";
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        if (sqlite3_open(f->path, &db) == SQLITE_OK)
            sqlite3_exec(db, sql, NULL, NULL, NULL);
        raise(SIGKILL);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

/* The journal of a writer that was killed is played back by whoever comes next, also by
 * one who only looks. */
static void a_killed_writer_leaves_a_readable_desk(void **state)
{
    struct fixture *f = *state;
    struct stat journal;
    char name[128];
    begin(f, "contact");
    int64_t id = add_contact(f, "Ana Ruiz", STAGE_LEAD);
    commit(f);
    close_desk(f);
    be_killed_while_writing(f);
    snprintf(name, sizeof name, "%s-journal", f->path);
    assert_int_equal(stat(name, &journal), 0);
    assert_true(journal.st_size > 512);
    f->store = store_open(f->path, STORE_READ, &f->err);
    if (f->store == NULL)
        fail_msg("%s", f->err.text);
    assert_string_equal(get_contact(f, id)->name, "Ana Ruiz");
    assert_non_null(store_read_only(f->store));
    assert_healthy(f);
}

#define empty_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup_empty, fixture_teardown)
#define desk_test(name) \
    cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        empty_test(a_missing_desk),
        empty_test(a_stale_journal_is_set_aside),
        desk_test(every_statement_is_there),
        empty_test(what_is_no_desk),
        desk_test(a_newer_desk_is_only_read),
        desk_test(a_planted_trigger_is_seen),
        desk_test(for_reading),
        desk_test(a_link_is_followed_once),
        desk_test(a_read_only_file_and_folder),
        desk_test(cut_and_flipped_files),
        desk_test(another_window_is_seen),
        desk_test(a_locked_desk_says_so),
        desk_test(a_full_disk_changes_nothing),
        desk_test(a_killed_writer_leaves_a_readable_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
