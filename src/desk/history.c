#include "touchbase/desk/history.h"

#include "desk_private.h"

static struct desk_step from_store(const struct desk *desk, const struct step *step)
{
    return (struct desk_step){
        .id = step->id,
        .label = step->label,
        .made_utc = step->made_utc,
        .undone = step->state == STEP_UNDONE,
        .mine = desk->window != 0 && step->window == desk->window,
        .unfinished = step->state != STEP_STANDS && step->state != STEP_UNDONE,
    };
}

/* undone: what the step is when it was done. */
static enum history_result from_report(struct desk *desk,
                                       const struct undo_report *report, bool undone,
                                       struct desk_step *step, struct error *err)
{
    if (report->outcome == UNDO_NOTHING)
        return HISTORY_NOTHING;
    *step = from_store(desk, &report->step);
    if (report->outcome == UNDO_DONE) {
        step->undone = undone;
        step->unfinished = false;
        return HISTORY_DONE;
    }
    if (report->later != NULL)
        error_set(err, ERROR_FAILED, "%s stays: %s was changed later by \"%s\"",
                  report->step.label, report->row, report->later);
    else
        error_set(err, ERROR_FAILED, "%s stays: %s was changed since", report->step.label,
                  report->row);
    return HISTORY_CHANGED;
}

static enum history_result take_back(struct desk *desk, int64_t id, struct arena *arena,
                                     struct desk_step *step, struct error *err)
{
    struct undo_report report;

    if (!store_undo(desk->store, id, desk_now(desk), arena, &report, err))
        return HISTORY_FAILED;
    return from_report(desk, &report, true, step, err);
}

static enum history_result bring_again(struct desk *desk, int64_t id, struct arena *arena,
                                       struct desk_step *step, struct error *err)
{
    struct undo_report report;

    if (!store_redo(desk->store, id, desk_now(desk), arena, &report, err))
        return HISTORY_FAILED;
    return from_report(desk, &report, false, step, err);
}

/* The newest step that was cut short; *found false when there is none. */
static bool find_unfinished(struct desk *desk, struct arena *arena, struct step *out,
                            bool *found, struct error *err)
{
    struct step *steps;
    size_t count;

    *found = false;
    if (!store_steps_unfinished(desk->store, arena, &steps, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (*found && steps[i].id < out->id)
            continue;
        *out = steps[i];
        *found = true;
    }
    return true;
}

/* The step that undo without more words means: of a window its own, without one the
 * newest of all. */
static bool find_last(struct desk *desk, struct arena *arena, struct step *out,
                      bool *found, struct error *err)
{
    struct step cut;
    bool cut_short;

    *found = false;
    if (desk->window != 0 &&
        !store_step_last(desk->store, desk->window, false, arena, out, found, err))
        return false;
    if (*found)
        return true;
    if (!store_step_last(desk->store, -1, false, arena, out, found, err) ||
        !find_unfinished(desk, arena, &cut, &cut_short, err))
        return false;
    if (cut_short && (!*found || cut.id > out->id)) {
        *out = cut;
        *found = true;
    }
    return true;
}

enum history_result desk_undo(struct desk *desk, bool ask_passed, struct arena *arena,
                              struct desk_step *step, struct error *err)
{
    struct step last;
    bool found;

    if (!find_last(desk, arena, &last, &found, err))
        return HISTORY_FAILED;
    if (!found)
        return HISTORY_NOTHING;
    *step = from_store(desk, &last);
    if (desk->window != 0 && !step->mine && !ask_passed)
        return HISTORY_ASK;
    return take_back(desk, last.id, arena, step, err);
}

enum history_result desk_redo(struct desk *desk, struct arena *arena,
                              struct desk_step *step, struct error *err)
{
    struct step last;
    bool found;

    if (!store_step_last(desk->store, -1, true, arena, &last, &found, err))
        return HISTORY_FAILED;
    if (!found)
        return HISTORY_NOTHING;
    return bring_again(desk, last.id, arena, step, err);
}

/* A step by its id, finished or cut short. */
static bool find_step(struct desk *desk, int64_t id, struct arena *arena,
                      struct step *out, bool *found, struct error *err)
{
    struct step *steps;
    size_t count;

    *found = false;
    if (!store_steps_unfinished(desk->store, arena, &steps, &count, err))
        return false;
    for (size_t i = 0; i < count && !*found; i++) {
        *found = steps[i].id == id;
        *out = steps[i];
    }
    if (*found)
        return true;
    if (!store_steps_window(desk->store, id + 1, 1, arena, &steps, &count, err))
        return false;
    *found = count == 1 && steps[0].id == id;
    if (*found)
        *out = steps[0];
    return true;
}

enum history_result desk_toggle(struct desk *desk, int64_t id, struct arena *arena,
                                struct desk_step *step, struct error *err)
{
    struct step found_step;
    bool found;

    if (!find_step(desk, id, arena, &found_step, &found, err))
        return HISTORY_FAILED;
    if (!found)
        return HISTORY_NOTHING;
    if (found_step.state == STEP_UNDONE)
        return bring_again(desk, id, arena, step, err);
    return take_back(desk, id, arena, step, err);
}

static void take_steps(const struct desk *desk, const struct step *steps, size_t found,
                       struct desk_step *out, int *count)
{
    for (size_t i = 0; i < found; i++)
        out[i] = from_store(desk, &steps[i]);
    *count = (int)found;
}

bool desk_history(struct desk *desk, int64_t before_id, int limit, struct arena *arena,
                  struct desk_step *out, int *count, struct error *err)
{
    struct step *steps;
    size_t found;

    *count = 0;
    if (limit <= 0)
        return true;
    if (!store_steps_window(desk->store, before_id, (size_t)limit, arena, &steps, &found,
                            err))
        return false;
    take_steps(desk, steps, found, out, count);
    return true;
}

bool desk_history_newer(struct desk *desk, int64_t after_id, int limit,
                        struct arena *arena, struct desk_step *out, int *count,
                        struct error *err)
{
    struct step *steps;
    size_t found;

    *count = 0;
    if (limit <= 0)
        return true;
    if (!store_steps_after(desk->store, after_id, (size_t)limit, arena, &steps, &found,
                           err))
        return false;
    take_steps(desk, steps, found, out, count);
    return true;
}

bool desk_unfinished(struct desk *desk, struct arena *arena, struct desk_step *out,
                     struct error *err)
{
    struct step step;
    bool found;

    *out = (struct desk_step){0};
    if (!find_unfinished(desk, arena, &step, &found, err))
        return false;
    if (found)
        *out = from_store(desk, &step);
    return true;
}

bool desk_finish(struct desk *desk, int64_t id, struct error *err)
{
    struct arena *arena = arena_create();
    struct undo_report report;
    bool finished =
        store_step_finish(desk->store, id, desk_now(desk), arena, &report, err);

    if (finished && report.outcome == UNDO_NOTHING)
        finished = error_set(err, ERROR_NOT_FOUND, "that step is not unfinished");
    if (finished && report.outcome == UNDO_BLOCKED)
        finished = error_set(err, ERROR_FAILED, "%s cannot go on: %s was changed since",
                             report.step.label, report.row);
    arena_destroy(arena);
    return finished;
}
