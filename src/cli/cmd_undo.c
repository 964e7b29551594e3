#include "records.h"
#include "touchbase/desk/history.h"

enum { PAGE = 64 };

static void print_step(struct call *call, const struct desk_step *step, const char *words)
{
    struct json json = {0};

    if (!call_has(call, OPTION_JSON)) {
        output_print(&call->out, "%s%s\n", words, step->label);
        return;
    }
    json_open(&json, NULL, '{');
    json_number(&json, "step", step->id);
    json_string(&json, "label", step->label);
    json_time(&json, "made", step->made_utc, desk_zone(call->desk));
    json_bool(&json, "undone", step->undone);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

/* Prints what came of it. */
static bool say(struct call *call, enum history_result result, struct desk_step *step,
                bool undone, struct error *err)
{
    switch (result) {
    case HISTORY_DONE:
        step->undone = undone;
        print_step(call, step, undone ? "taken back: " : "brought again: ");
        return true;
    case HISTORY_NOTHING:
        return error_set(err, ERROR_FAILED, "there is nothing to %s",
                         undone ? "take back" : "bring again");
    case HISTORY_ASK:
    case HISTORY_CHANGED:
    case HISTORY_FAILED:
        break;
    }
    return false;
}

static bool keep_unfinished(struct call *call, struct error *err)
{
    struct desk_step step;

    if (!desk_unfinished(call->desk, call->arena, &step, err))
        return false;
    if (step.id == 0)
        return error_set(err, ERROR_FAILED, "nothing on this desk was cut short");
    if (!desk_finish(call->desk, step.id, err))
        return false;
    print_step(call, &step, "kept: ");
    return true;
}

static bool list_steps(struct call *call, struct error *err)
{
    struct desk_step steps[PAGE];
    int64_t before = 0;
    int count = PAGE;

    while (count == PAGE && !output_failed(&call->out)) {
        if (!desk_history(call->desk, before, PAGE, call->arena, steps, &count, err))
            return false;
        for (int i = 0; i < count; i++) {
            print_step(
                call, &steps[i],
                arena_format(call->arena, "%s  %s",
                             records_time(call->arena, call->desk, steps[i].made_utc),
                             steps[i].undone ? "(undone) " : ""));
            before = steps[i].id;
        }
    }
    return true;
}

bool cmd_undo(struct call *call, struct error *err)
{
    struct desk_step step = {0};
    bool list = call_has(call, OPTION_LIST);

    if (call_desk(call, list ? DESK_LOOK : DESK_WRITE, err) == NULL)
        return false;
    if (list)
        return list_steps(call, err);
    if (call_has(call, OPTION_KEEP))
        return keep_unfinished(call, err);
    return say(call, desk_undo(call->desk, true, call->arena, &step, err), &step, true,
               err);
}

bool cmd_redo(struct call *call, struct error *err)
{
    struct desk_step step = {0};

    if (call_desk(call, DESK_WRITE, err) == NULL)
        return false;
    return say(call, desk_redo(call->desk, call->arena, &step, err), &step, false, err);
}
