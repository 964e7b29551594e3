#include "touchbase/store/steps.h"

#include <stdlib.h>

#include "changes.h"

bool store_step_is_open(const struct store *store)
{
    return store->step.open;
}

size_t store_step_size(const struct store *store)
{
    return store->changes.bytes;
}

bool store_step_begin(struct store *store, const struct step_info *info,
                      struct error *err)
{
    if (store->step.open)
        return error_set(err, ERROR_FAILED, "%s: a step is being made already",
                         store->path);
    if (!transaction_begin(store, err))
        return false;
    store->step = (struct open_step){.open = true,
                                     .label = memory_string(info->label),
                                     .window = info->window,
                                     .origin = info->origin};
    store->now_utc = info->now_utc;
    store->journalling = true;
    return true;
}

/* A step of many parts comes back to the same pages; more of them are kept while it
 * lasts. */
static void keep_pages(struct store *store, bool many)
{
    sqlite3_exec(store->db,
                 many ? "PRAGMA cache_size = -16000" : "PRAGMA cache_size = -2000", NULL,
                 NULL, NULL);
    if (!many)
        sqlite3_db_release_memory(store->db);
}

static void end_step(struct store *store)
{
    if (store->step.parts)
        keep_pages(store, false);
    free(store->step.label);
    store->step = (struct open_step){0};
    store->journalling = false;
}

static bool commit_part(struct store *store, struct error *err)
{
    if (!journal_write(store, err) || !transaction_commit(store, err)) {
        transaction_rollback(store);
        return false;
    }
    store->step.parts = store->step.parts || store->step.id != 0;
    return true;
}

bool store_step_flush(struct store *store, struct error *err)
{
    bool first = !store->step.parts;
    if (!store_may_write(store, err) || !commit_part(store, err))
        return false;
    if (first && store->step.parts)
        keep_pages(store, true);
    return transaction_begin(store, err);
}

bool store_step_pause(struct store *store, struct error *err)
{
    if (store->step.paused)
        return true;
    if (!store_may_write(store, err) || !commit_part(store, err))
        return false;
    store->step.paused = true;
    store->journalling = false;
    return true;
}

bool store_step_resume(struct store *store, struct error *err)
{
    if (!store->step.paused)
        return store_may_write(store, err);
    if (!transaction_begin(store, err))
        return false;
    store->step.paused = false;
    store->journalling = true;
    return true;
}

bool store_step_commit(struct store *store, int64_t *id, struct error *err)
{
    bool nothing = store->step.paused && store->step.id == 0;
    if (nothing) {
        if (id != NULL)
            *id = 0;
        end_step(store);
        return true;
    }
    bool good = store_step_resume(store, err) && journal_write(store, err);
    if (good && store->step.id != 0)
        good = step_set_state(store, store->step.id, STEP_STANDS, 0, err);
    good = good && transaction_commit(store, err);
    if (!good)
        transaction_rollback(store);
    if (good && id != NULL)
        *id = store->step.id;
    end_step(store);
    return good;
}

bool store_step_cancel(struct store *store, struct error *err)
{
    if (!store->step.open)
        return true;
    struct open_step step = store->step;
    transaction_rollback(store);
    end_step(store);
    if (!step.parts)
        return true;
    struct undo_report report;
    struct arena *arena = arena_create();
    bool good = store_undo(store, step.id, store->now_utc, arena, &report, err);
    if (good && report.outcome == UNDO_BLOCKED)
        good = error_set(err, ERROR_FAILED, "%s was changed since", report.row);
    arena_destroy(arena);
    return good;
}

bool store_step_last(struct store *store, int64_t window, bool undone,
                     struct arena *arena, struct step *step, bool *found,
                     struct error *err)
{
    return step_one(store, undone ? STATEMENT_STEP_LAST_UNDONE : STATEMENT_STEP_LAST,
                    window, arena, step, found, err);
}

static bool read_steps(struct store *store, sqlite3_stmt *s, bool left_only,
                       struct arena *arena, struct step **steps, size_t *count,
                       struct error *err)
{
    size_t capacity = 0;
    bool failed = false;
    *steps = NULL;
    *count = 0;
    while (statement_next(store, s, &failed, err)) {
        *steps = arena_grow(arena, *steps, *count, *count + 1, sizeof **steps, &capacity);
        step_read(s, arena, &(*steps)[*count]);
        if (!left_only || step_is_left(store, &(*steps)[*count]))
            (*count)++;
    }
    return !failed;
}

bool store_steps_window(struct store *store, int64_t before, size_t limit,
                        struct arena *arena, struct step **steps, size_t *count,
                        struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_WINDOW, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, before == 0 ? INT64_MAX : before);
    bind_number(s, 2, (int64_t)limit);
    return read_steps(store, s, false, arena, steps, count, err);
}

bool store_steps_after(struct store *store, int64_t after, size_t limit,
                       struct arena *arena, struct step **steps, size_t *count,
                       struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_WINDOW_BACK, err);
    if (s == NULL)
        return false;
    bind_number(s, 1, after);
    bind_number(s, 2, (int64_t)limit);
    return read_steps(store, s, false, arena, steps, count, err);
}

bool store_steps_unfinished(struct store *store, struct arena *arena, struct step **steps,
                            size_t *count, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_STEP_UNFINISHED, err);
    return s != NULL && read_steps(store, s, true, arena, steps, count, err);
}

bool store_step_finish(struct store *store, int64_t id, int64_t now_utc,
                       struct arena *arena, struct undo_report *report, struct error *err)
{
    bool found;
    *report = (struct undo_report){.outcome = UNDO_NOTHING};
    if (!step_by_id(store, id, arena, &report->step, &found, err))
        return false;
    if (!found || !step_is_left(store, &report->step))
        return true;
    if (report->step.state == STEP_UNDOING)
        return store_undo(store, id, now_utc, arena, report, err);
    if (report->step.state == STEP_REDOING)
        return store_redo(store, id, now_utc, arena, report, err);
    if (report->step.state != STEP_OPEN)
        return true;
    if (!transaction_begin(store, err))
        return false;
    bool good = step_set_state(store, id, STEP_STANDS, 0, err);
    good = transaction_leave(store, true, good, err);
    if (good)
        report->outcome = UNDO_DONE;
    return good;
}
