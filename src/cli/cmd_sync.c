#include <inttypes.h>

#include "records.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/sync.h"

enum { ROWS_MAX = 1000, LOG_MAX = 10000 };

static void print_parting(struct call *call, const struct parting *parting)
{
    static const char *const kinds[] = {"outcome", "promise", "gone", "conflict"};
    const char *words = desk_parting_words(call->arena, parting);
    struct json json = {0};

    if (!call_has(call, OPTION_JSON)) {
        output_print(&call->out, "%.*s  %s: %s\n", ID_SHOWN, parting->touch.uuid,
                     parting->touch.contact, words);
        return;
    }
    json_open(&json, NULL, '{');
    json_string(&json, "question", kinds[parting->kind]);
    json_string(&json, "words", words);
    json_string(&json, "there", parting->title);
    desk_touch_json(&json, call->desk, &parting->touch);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

static bool print_partings(struct call *call, struct error *err)
{
    struct parting *rows;
    size_t count;

    if (!desk_partings(call->desk, ROWS_MAX, call->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        print_parting(call, &rows[i]);
    return true;
}

static void say_totals(struct call *call, const struct sync_totals *totals)
{
    output_talk(&call->out,
                "%" PRId64 " taken home, %" PRId64 " written, %" PRId64
                " removed, %" PRId64 " to decide, %" PRId64 " of others left alone",
                totals->taken, totals->written, totals->removed, totals->asked,
                totals->foreign);
}

static bool run_sync(struct call *call, struct error *err)
{
    struct sync_totals totals;

    if (!desk_sync(call->desk, &totals, err))
        return false;
    say_totals(call, &totals);
    return print_partings(call, err) &&
           (totals.later == 0 ||
            error_set(err, ERROR_FAILED,
                      "%" PRId64 " of the calendar's items changed while they were "
                      "written (412); the next sync sees to it",
                      totals.later));
}

static bool print_log(struct call *call, struct error *err)
{
    struct sync_line *lines;
    size_t count;

    if (!desk_sync_log(call->desk, LOG_MAX, call->arena, &lines, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        output_print(&call->out, "%s  %s\n",
                     records_time(call->arena, call->desk, lines[i].at_utc),
                     lines[i].words);
    return true;
}

static bool answer(struct call *call, const struct parting *parting, struct error *err)
{
    const char *word = call->values[OPTION_OUTCOME];
    bool mine = call_has(call, OPTION_MINE);
    int outcome;

    if (mine + call_has(call, OPTION_THEIRS) + (word != NULL) != 1)
        return error_set(err, ERROR_USAGE,
                         "say which counts: --mine, --theirs, or --outcome of one that "
                         "is done");
    if (word == NULL)
        return desk_parting_decide(call->desk, parting,
                                   mine ? PARTING_MINE : PARTING_THEIRS, err);
    outcome = outcome_from_name(word);
    if (outcome <= 0 || parting->kind != PARTING_OUTCOME)
        return error_set(err, ERROR_USAGE, "\"%s\" is no answer to this: %s", word,
                         desk_parting_words(call->arena, parting));
    return desk_parting_outcome(call->desk, parting, (enum outcome)outcome, err);
}

static bool decide(struct call *call, struct error *err)
{
    struct touch touch;
    struct parting parting;

    if (!desk_touch_find(call->desk, call->words[0], call->arena, &touch, err) ||
        !desk_parting_of(call->desk, touch.id, call->arena, &parting, err) ||
        !answer(call, &parting, err) ||
        !desk_touch_get(call->desk, touch.id, call->arena, &touch, err))
        return false;
    records_print_touch(call, &touch);
    return true;
}

bool cmd_sync(struct call *call, struct error *err)
{
    bool log = call_has(call, OPTION_LOG);

    if (call_desk(call, log ? DESK_LOOK : DESK_WRITE, err) == NULL)
        return false;
    if (log)
        return print_log(call, err);
    return call->word_count > 0 ? decide(call, err) : run_sync(call, err);
}
