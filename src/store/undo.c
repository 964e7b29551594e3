/* Undo and redo: the changes of a step, backwards or forwards, in bounded parts. */
#include <string.h>

#include "changes.h"

/* A part ends when it has touched this much. */
enum { PART_ROWS = 2000, PART_BYTES = 512 * 1024 };

struct run {
    struct store *store;
    bool redo;
    int64_t step_id;
    int64_t from; /* changes beyond it are still to do */
    size_t rows;  /* of this part */
    size_t bytes;
    bool blocked;
    struct undo_report *report;
    struct arena *arena; /* the caller's, for the report */
    struct arena *part;  /* for one change */
};

/* The row is not as the step left it, or hangs on another: which, in words. */
static bool stop_at(struct run *run, enum table table, int64_t row,
                    const struct cell *cells, struct error *err)
{
    run->blocked = true;
    run->report->outcome = UNDO_BLOCKED;
    return change_row_words(run->store, table, row, cells, run->arena, &run->report->row,
                            err);
}

/* After a failed write: a constraint is an answer, anything else an error. */
static bool refused(struct run *run, enum table table, int64_t row,
                    const struct cell *cells, struct error *err)
{
    if ((sqlite3_errcode(run->store->db) & 0xFF) != SQLITE_CONSTRAINT)
        return false;
    return stop_at(run, table, row, cells, err);
}

/* Loads a row and compares it with an image; blocks when it differs. */
static bool expect(struct run *run, enum table table, int64_t row, const char *image,
                   size_t length, struct error *err)
{
    struct cell cells[CELLS_MAX];
    struct buffer now = {0};
    bool found;
    if (!row_load(run->store, table, row, run->part, cells, &found, err))
        return false;
    if (found)
        image_add(&now, cells, table_info(table)->cells);
    bool same = found && now.length == length && memcmp(now.data, image, length) == 0;
    buffer_free(&now);
    return same || stop_at(run, table, row, NULL, err);
}

static bool damaged(struct run *run, struct error *err)
{
    return error_set(err, ERROR_FAILED, "%s: the history of this step is damaged",
                     run->store->path);
}

static bool keep_images(struct run *run, const struct change *change,
                        const struct buffer *images, struct error *err)
{
    sqlite3_stmt *s = statement_get(run->store, STATEMENT_CHANGE_AFTER, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, change->id);
    if (images->length > 0)
        sqlite3_bind_blob64(s, 2, images->data, images->length, SQLITE_STATIC);
    bind_number(s, 3, image_checksum(NULL, 0, images->data, images->length));
    return statement_run(run->store, s, err);
}

/* Takes the values of the inserted rows, then the rows. */
static bool remove_rows(struct run *run, const struct change *change, struct error *err)
{
    struct buffer images = {0};
    struct cell cells[CELLS_MAX];
    bool good = true;
    for (int64_t row = change->first; good && !run->blocked && row <= change->last;
         row++) {
        bool found;
        good = row_load(run->store, change->table, row, run->part, cells, &found, err);
        if (good && !found) {
            good = stop_at(run, change->table, row, NULL, err);
        } else if (good) {
            image_add(&images, cells, table_info(change->table)->cells);
            good = row_delete(run->store, change->table, row, err) ||
                   refused(run, change->table, row, cells, err);
        }
        run->rows++;
    }
    run->bytes += images.length;
    if (good && !run->blocked)
        good = keep_images(run, change, &images, err);
    buffer_free(&images);
    return good;
}

static bool put_row(struct run *run, enum table table, const struct cell *cells,
                    struct error *err)
{
    int64_t id;
    return row_insert(run->store, table, cells, &id, err) ||
           refused(run, table, cells[0].number, cells, err);
}

/* Puts back rows from images. */
static bool put_rows(struct run *run, const struct change *change, const char *image,
                     size_t length, struct error *err)
{
    const char *at = image, *end = image + length;
    struct cell cells[CELLS_MAX];
    for (int64_t row = change->first; !run->blocked && row <= change->last; row++) {
        if (image == NULL ||
            !image_read(&at, end, cells, table_info(change->table)->cells))
            return damaged(run, err);
        if (!put_row(run, change->table, cells, err))
            return false;
        run->rows++;
    }
    run->bytes += length;
    return true;
}

static bool replace_row(struct run *run, const struct change *change, struct error *err)
{
    const char *is = run->redo ? change->before : change->after;
    const char *to = run->redo ? change->after : change->before;
    size_t is_length = run->redo ? change->before_length : change->after_length;
    size_t to_length = run->redo ? change->after_length : change->before_length;
    struct cell cells[CELLS_MAX];
    const char *at = to;
    if (is == NULL || to == NULL)
        return damaged(run, err);
    if (!expect(run, change->table, change->first, is, is_length, err))
        return false;
    if (run->blocked)
        return true;
    if (!image_read(&at, to + to_length, cells, table_info(change->table)->cells))
        return damaged(run, err);
    run->rows++;
    run->bytes += to_length;
    return row_write(run->store, change->table, cells, err) ||
           refused(run, change->table, change->first, cells, err);
}

static bool delete_again(struct run *run, const struct change *change, struct error *err)
{
    if (!expect(run, change->table, change->first, change->before, change->before_length,
                err))
        return false;
    run->rows++;
    return run->blocked || row_delete(run->store, change->table, change->first, err) ||
           refused(run, change->table, change->first, NULL, err);
}

static bool insert_again(struct run *run, const struct change *change, struct error *err)
{
    struct buffer none = {0};
    return put_rows(run, change, change->after, change->after_length, err) &&
           (run->blocked || keep_images(run, change, &none, err));
}

static bool apply(struct run *run, const struct change *change, struct error *err)
{
    if (!change_is_blocked(run->store, change, run->arena, run->report, &run->blocked,
                           err))
        return false;
    if (run->blocked)
        return true;
    switch (change->operation) {
    case OPERATION_INSERT:
        return run->redo ? insert_again(run, change, err) : remove_rows(run, change, err);
    case OPERATION_UPDATE:
        return replace_row(run, change, err);
    case OPERATION_DELETE:
        return run->redo
                   ? delete_again(run, change, err)
                   : put_rows(run, change, change->before, change->before_length, err);
    default:
        return damaged(run, err);
    }
}

/* Looks at every change before the first is made, so that a long undo seldom stops on its
 * way. */
static bool check_all(struct run *run, struct error *err)
{
    struct change change;
    int64_t from = run->from;
    bool found = true, good = true;
    while (good && found && !run->blocked) {
        arena_reset(run->part);
        good = change_next(run->store, run->step_id, from, run->redo, run->part, &change,
                           &found, err);
        if (good && found)
            good = change_is_blocked(run->store, &change, run->arena, run->report,
                                     &run->blocked, err);
        from = change.id;
    }
    return good;
}

static bool finish(struct run *run, struct error *err)
{
    struct store *store = run->store;
    if (run->redo)
        return step_set_state(store, run->step_id, STEP_STANDS, 0, err);
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_UNDONE, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, run->step_id);
    store->kinds |= 1u << RECORD_STEP;
    return statement_run(store, s, err);
}

/* One part inside a transaction; *more while changes are left. */
static bool do_part(struct run *run, bool *more, struct error *err)
{
    struct change change;
    run->rows = 0;
    run->bytes = 0;
    *more = true;
    while (run->rows < PART_ROWS && run->bytes < PART_BYTES) {
        arena_reset(run->part);
        if (!change_next(run->store, run->step_id, run->from, run->redo, run->part,
                         &change, more, err))
            return false;
        if (!*more)
            return finish(run, err);
        if (!apply(run, &change, err) || run->blocked)
            return run->blocked;
        run->from = change.id;
    }
    return step_set_state(run->store, run->step_id,
                          run->redo ? STEP_REDOING : STEP_UNDOING, run->from, err);
}

/* Parts until none is left or one is blocked. Another window may have been faster with
 * the first. */
static bool do_parts(struct run *run, enum step_state expected, struct error *err)
{
    bool more = true, found;
    struct step step;
    while (more && !run->blocked) {
        if (!transaction_begin(run->store, err))
            return false;
        bool good = step_by_id(run->store, run->step_id, run->arena, &step, &found, err);
        if (good && (!found || step.state != expected)) {
            run->report->outcome = UNDO_NOTHING;
            transaction_rollback(run->store);
            return true;
        }
        good = good && do_part(run, &more, err);
        if (good && !run->blocked)
            good = transaction_commit(run->store, err);
        else
            transaction_rollback(run->store);
        if (!good)
            return false;
        expected = run->redo ? STEP_REDOING : STEP_UNDOING;
    }
    if (!run->blocked)
        run->report->outcome = UNDO_DONE;
    return true;
}

static bool progress_of(struct store *store, int64_t id, int64_t *progress,
                        struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_PROGRESS, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, id);
    return statement_number(store, s, 0, progress, err);
}

/* Where to begin: an undo counts down from above the changes that stand, a redo up from
 * below those undone. False in *fits when the step's state does not allow it. */
static bool find_start(struct run *run, const struct step *step, bool *fits,
                       struct error *err)
{
    int64_t progress;
    bool left = step_is_left(run->store, step);
    if (!progress_of(run->store, step->id, &progress, err))
        return false;
    *fits = true;
    switch (step->state) {
    case STEP_OPEN:
    case STEP_STANDS:
        *fits = !run->redo && (step->state == STEP_STANDS || left);
        run->from = INT64_MAX;
        break;
    case STEP_UNDONE:
        *fits = run->redo;
        run->from = 0;
        break;
    case STEP_UNDOING: /* undone from the end down to progress */
        *fits = left;
        run->from = run->redo ? progress - 1 : progress;
        break;
    case STEP_REDOING: /* made again from the start up to progress */
        *fits = left;
        run->from = run->redo ? progress : progress + 1;
        break;
    default:
        *fits = false;
    }
    return true;
}

static bool run_step(struct store *store, int64_t id, bool redo, int64_t now_utc,
                     struct arena *arena, struct undo_report *report, struct error *err)
{
    bool found, fits;
    struct run run = {
        .store = store, .redo = redo, .step_id = id, .report = report, .arena = arena};
    *report = (struct undo_report){.outcome = UNDO_NOTHING};
    if (store->step.open)
        return error_set(err, ERROR_FAILED, "%s: a step is being made", store->path);
    if (!store_writable(store, err) ||
        !step_by_id(store, id, arena, &report->step, &found, err))
        return false;
    if (!found)
        return true;
    if (!find_start(&run, &report->step, &fits, err))
        return false;
    if (!fits)
        return true;
    store->now_utc = now_utc;
    run.part = arena_create();
    bool good = check_all(&run, err);
    if (good && !run.blocked)
        good = do_parts(&run, report->step.state, err);
    arena_destroy(run.part);
    return good;
}

bool store_undo(struct store *store, int64_t id, int64_t now_utc, struct arena *arena,
                struct undo_report *report, struct error *err)
{
    return run_step(store, id, false, now_utc, arena, report, err);
}

bool store_redo(struct store *store, int64_t id, int64_t now_utc, struct arena *arena,
                struct undo_report *report, struct error *err)
{
    return run_step(store, id, true, now_utc, arena, report, err);
}
