/* Every n-th write, sync or truncation fails, once or from then on, or the disk is full
 * from there: a step is there whole or not at all, and the desk stays sound (endurance.md
 * 27). */
#include "fixture.h"

#include <sqlite3.h>

#include "touchbase/store/drafts.h"

enum fault_kind {
    FAULT_NONE,
    FAULT_ONCE,
    FAULT_LASTING,
    FAULT_FULL,
    FAULT_UNTIL_GIVEN /* full until the reserve is */
};

/* What the shim does; it has no other place to look, so it lies behind the VFS's own
 * pointer. */
struct plan {
    sqlite3_vfs *real;
    enum fault_kind kind;
    int left; /* operations before the fault */
    bool hit;
    const char *reserve;
};

struct fault_file {
    sqlite3_file base;
    struct plan *plan;
    sqlite3_file *real; /* behind this struct */
};

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct fault_file *)file)->real;
}

static int fault_code(sqlite3_file *file, int code)
{
    struct plan *plan = ((struct fault_file *)file)->plan;
    if (plan->kind == FAULT_UNTIL_GIVEN && access(plan->reserve, F_OK) == 0)
        return SQLITE_FULL;
    if (plan->kind == FAULT_NONE || plan->kind == FAULT_UNTIL_GIVEN)
        return SQLITE_OK;
    plan->left--;
    if (plan->left > 0 || (plan->kind == FAULT_ONCE && plan->left < 0))
        return SQLITE_OK;
    plan->hit = true;
    return plan->kind == FAULT_FULL ? SQLITE_FULL : code;
}

static int fault_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int fault_read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
    return real_of(file)->pMethods->xRead(real_of(file), to, amount, at);
}

static int fault_write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    int code = fault_code(file, SQLITE_IOERR_WRITE);
    return code != SQLITE_OK
               ? code
               : real_of(file)->pMethods->xWrite(real_of(file), from, amount, at);
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = fault_code(file, SQLITE_IOERR_TRUNCATE);
    return code != SQLITE_OK ? code
                             : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int fault_sync(sqlite3_file *file, int flags)
{
    int code = fault_code(file, SQLITE_IOERR_FSYNC);
    return code != SQLITE_OK ? code
                             : real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int fault_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int fault_lock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int fault_unlock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int fault_reserved(sqlite3_file *file, int *held)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}

static int fault_control(sqlite3_file *file, int operation, void *data)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, data);
}

static int fault_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int fault_device(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                      int *out)
{
    static const sqlite3_io_methods methods = {
        .iVersion = 1,
        .xClose = fault_close,
        .xRead = fault_read,
        .xWrite = fault_write,
        .xTruncate = fault_truncate,
        .xSync = fault_sync,
        .xFileSize = fault_size,
        .xLock = fault_lock,
        .xUnlock = fault_unlock,
        .xCheckReservedLock = fault_reserved,
        .xFileControl = fault_control,
        .xSectorSize = fault_sector,
        .xDeviceCharacteristics = fault_device,
    };
    struct fault_file *mine = (struct fault_file *)file;
    mine->plan = vfs->pAppData;
    mine->real = (sqlite3_file *)(mine + 1);
    int code = mine->plan->real->xOpen(mine->plan->real, name, mine->real, flags, out);
    mine->base.pMethods = mine->real->pMethods != NULL ? &methods : NULL;
    return code;
}

/* One step with a change of every kind. */
static bool save(struct fixture *f)
{
    struct step_info info = {.label = "save", .now_utc = NOW};
    struct contact *ana;
    struct note note = {.contact_id = 1, .written_utc = NOW, .text = "a word"};
    struct touch touch = plain_touch(1, NOW + 5);
    bool good = store_step_begin(f->store, &info, &f->err) &&
                contact_by_id(f->store, 1, f->arena, &ana, &f->err) &&
                note_file(f->store, f->arena, &note, 0, &f->err) &&
                touch_insert(f->store, f->arena, &touch, &f->err);
    if (good) {
        ana->company = "Brio";
        good = contact_update(f->store, ana, NULL, &f->err);
    }
    if (good)
        return store_step_commit(f->store, NULL, &f->err);
    struct error second;
    store_step_cancel(f->store, &second);
    return false;
}

/* The step's three changes are all there, or none. */
static bool is_saved(struct fixture *f)
{
    struct note *notes;
    size_t count;
    int64_t pending;
    must(notes_window(f->store, 1, NULL, 10, f->arena, &notes, &count, &f->err));
    must(touches_count(f->store, &pending, &f->err));
    bool company = get_contact(f, 1)->company != NULL;
    assert_int_equal(count, company);
    assert_int_equal(pending, company);
    return company;
}

static void fail_each(struct fixture *f, struct plan *plan, enum fault_kind kind)
{
    char command[400];
    for (int n = 1;; n++) {
        snprintf(command, sizeof command, "cp %s.kept %s && rm -f %s-journal", f->path,
                 f->path, f->path);
        assert_int_equal(system(command), 0);
        f->store = store_open(f->path, STORE_WRITE, &f->err);
        assert_non_null(f->store);
        *plan = (struct plan){.real = plan->real, .kind = kind, .left = n};
        bool said = save(f);
        bool hit = plan->hit;
        plan->kind = FAULT_NONE;
        fixture_reopen(f);
        bool saved = is_saved(f);
        if (said && !saved)
            fail_msg("fault %d of kind %d: a step was acknowledged and lost", n,
                     (int)kind);
        assert_healthy(f);
        store_close(f->store);
        f->store = NULL;
        arena_reset(f->arena);
        if (!hit) {
            assert_true(n > 10);
            return;
        }
    }
}

/* From here on files are opened through the shim. */
static void put_between(struct plan *plan, sqlite3_vfs *shim)
{
    *shim = *plan->real;
    shim->zName = "fault";
    shim->pAppData = plan;
    shim->xOpen = fault_open;
    shim->szOsFile += (int)sizeof(struct fault_file);
    assert_int_equal(sqlite3_vfs_register(shim, 1), SQLITE_OK);
}

static void all_or_nothing(void **state)
{
    struct fixture *f = *state;
    char command[400];
    struct plan plan = {.real = sqlite3_vfs_find(NULL)};
    sqlite3_vfs shim;
    begin(f, "add");
    add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    store_close(f->store);
    f->store = NULL;
    snprintf(command, sizeof command, "cp %s %s.kept", f->path, f->path);
    assert_int_equal(system(command), 0);
    put_between(&plan, &shim);
    fail_each(f, &plan, FAULT_ONCE);
    fail_each(f, &plan, FAULT_LASTING);
    fail_each(f, &plan, FAULT_FULL);
    sqlite3_vfs_unregister(&shim);
}

/* A disk without room but for the reserve: words that are typed go to it at once, other
 * steps say so and work when they are tried again. */
static void the_reserve_takes_the_last_words(void **state)
{
    struct fixture *f = *state;
    struct plan plan = {.real = sqlite3_vfs_find(NULL)};
    struct draft draft = {.kind = "note", .contact_id = 1, .text = "the last words"};
    sqlite3_vfs shim;

    plan.reserve = arena_format(f->arena, "%s-reserve", f->path);
    begin(f, "add");
    add_contact(f, "Ana", STAGE_LEAD);
    commit(f);
    store_close(f->store);
    put_between(&plan, &shim);
    f->store = store_open(f->path, STORE_WRITE, &f->err);
    assert_non_null(f->store);

    assert_true(store_keep_room(f->store));
    plan.kind = FAULT_UNTIL_GIVEN;
    must(draft_save(f->store, &draft, &f->err));
    assert_int_not_equal(access(plan.reserve, F_OK), 0);

    assert_true(store_keep_room(f->store));
    assert_false(save(f));
    assert_non_null(strstr(f->err.text, "the reserve was freed"));
    assert_int_not_equal(access(plan.reserve, F_OK), 0);
    assert_true(save(f));
    assert_true(is_saved(f));

    plan = (struct plan){.real = plan.real, .kind = FAULT_FULL};
    draft.text = "none left";
    assert_false(draft_save(f->store, &draft, &f->err));
    assert_non_null(strstr(f->err.text, "free some space"));
    plan.kind = FAULT_NONE;
    must(draft_save(f->store, &draft, &f->err));
    store_close(f->store);
    f->store = NULL;
    sqlite3_vfs_unregister(&shim);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_or_nothing, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(the_reserve_takes_the_last_words, fixture_setup,
                                        fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
