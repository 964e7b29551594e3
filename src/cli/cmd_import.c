#include <inttypes.h>
#include <signal.h>

#include "import_appointments.h"
#include "progress.h"
#include "records.h"
#include "touchbase/desk/exchange.h"

/* Set by ^C: the import ends after the part at hand. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

struct importing {
    struct call *call;
    struct progress progress;
};

static void say_remark(void *context, long line, const char *words)
{
    struct importing *importing = context;

    progress_clear(&importing->progress);
    output_talk(&importing->call->out, "%s:%ld: %s", importing->call->words[0], line,
                words);
}

static bool show_progress(void *context, int64_t done, int64_t all)
{
    struct importing *importing = context;

    progress_show(&importing->progress, done, all, "bytes");
    return interrupted == 0;
}

static void print_totals(struct call *call, const struct import_totals *totals)
{
    const struct {
        const char *name;
        int64_t number;
    } members[] = {
        {"added", totals->added},         {"filled", totals->filled},
        {"known", totals->known},         {"differing", totals->differing},
        {"updated", totals->updated},     {"bad", totals->bad},
        {"namesakes", totals->namesakes}, {"linked", totals->linked},
    };
    struct json json = {0};

    json_open(&json, NULL, '{');
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        json_number(&json, members[i].name, members[i].number);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

static void say_totals(struct call *call, const struct import_totals *totals)
{
    struct output *out = &call->out;

    output_talk(out,
                "%" PRId64 " added, %" PRId64 " completed, %" PRId64
                " known with nothing new, %" PRId64 " could not be taken",
                totals->added, totals->filled, totals->known, totals->bad);
    if (totals->differing > 0)
        output_talk(
            out, "%" PRId64 " value%s and stay%s as on the desk (--update takes %s)",
            totals->differing, totals->differing == 1 ? " differs" : "s differ",
            totals->differing == 1 ? "s" : "", totals->differing == 1 ? "it" : "them");
    if (totals->updated > 0)
        output_talk(out, "%" PRId64 " value%s taken over the desk's", totals->updated,
                    totals->updated == 1 ? "" : "s");
    if (totals->linked > 0)
        output_talk(out, "%" PRId64 " link%s made as the cards say", totals->linked,
                    totals->linked == 1 ? "" : "s");
    if (totals->namesakes > 0)
        output_talk(out, "%" PRId64 " with a mail known under another name",
                    totals->namesakes);
    if (interrupted != 0)
        output_talk(out, "stopped: what came in is one step, \"touchbase undo\" takes "
                         "it back");
}

static bool import_contacts(struct call *call, struct error *err)
{
    struct importing importing = {.call = call};
    const struct import_options options = {
        .path = call->words[0],
        .format = call->values[OPTION_FORMAT],
        .update = call_has(call, OPTION_UPDATE),
        .remark = say_remark,
        .progress = show_progress,
        .context = &importing,
    };
    struct sigaction on_stop = {.sa_handler = on_interrupt};
    struct import_totals totals;
    bool done;

    if (call_desk(call, DESK_WRITE, err) == NULL)
        return false;
    sigaction(SIGINT, &on_stop, NULL);
    importing.progress = progress_start(call->out.talk_terminal);
    done = desk_import(call->desk, &options, &totals, err);
    progress_clear(&importing.progress);
    if (totals.added + totals.filled + totals.known + totals.bad > 0)
        say_totals(call, &totals);
    if (!done)
        return false;
    if (call_has(call, OPTION_JSON))
        print_totals(call, &totals);
    if (interrupted != 0)
        call->status = ERROR_FAILED;
    if (totals.added + totals.filled + totals.known == 0)
        return error_set(err, ERROR_FAILED, "nothing in %s could be taken",
                         call->words[0]);
    return true;
}

bool cmd_import(struct call *call, struct error *err)
{
    if (is_appointments(call))
        return import_appointments(call, err);
    if (call_has(call, OPTION_DRY_RUN) || call_has(call, OPTION_ADD) ||
        call_has(call, OPTION_FOR))
        return error_set(err, ERROR_USAGE,
                         "--dry-run, --add and --for go with a calendar (.ics)");
    return import_contacts(call, err);
}
