#include <inttypes.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "command.h"
#include "progress.h"
#include "records.h"
#include "stop.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/desk/print_list.h"

struct exporting {
    struct call *call;
    struct progress progress;
};

static bool take_bytes(void *context, const char *bytes, size_t length, struct error *err)
{
    struct call *call = ((struct exporting *)context)->call;

    output_data(&call->out, bytes, length);
    return !output_failed(&call->out) ||
           error_set(err, ERROR_FAILED, "the output cannot be written to");
}

static bool show_progress(void *context, int64_t done, int64_t all)
{
    struct exporting *exporting = context;

    progress_show_left(&exporting->progress, done, all, "touches");
    return stop_signal() == 0;
}

static bool is_folder(const char *path)
{
    size_t length = strlen(path);

    return length > 0 && path[length - 1] == '/';
}

static bool is_there_as_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* What a path without --format is written as: "ics", "vdir", or whatever its ending says.
 */
static const char *format_of(const char *path)
{
    const char *dot = strrchr(file_base_name(path), '.');

    if (is_folder(path))
        return "vdir";
    if (strcmp(path, "-") == 0)
        return "ics";
    return dot == NULL ? "" : dot + 1;
}

static bool check_format(const struct call *call, struct error *err)
{
    const char *path = call->words[0];
    const char *format = call->values[OPTION_FORMAT];
    bool folder;

    if (!is_folder(path) && is_there_as_folder(path))
        return error_set(err, ERROR_USAGE,
                         "%s is a folder; name a file ending in .ics, or %s/ for one "
                         "file a touch",
                         path, path);
    if (format == NULL && strcasecmp(format_of(path), "ics") != 0 && !is_folder(path))
        return error_set(err, ERROR_USAGE,
                         "reminders are written as .ics and cards as .txt, and %s is "
                         "none; name such a file, or say --format ics",
                         path);
    format = format == NULL ? format_of(path) : format;
    folder = strcasecmp(format, "vdir") == 0;
    if (!folder && strcasecmp(format, "ics") != 0)
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is no format reminders are written in; use ics or vdir",
                         records_text(format));
    if (folder != is_folder(path))
        return error_set(err, ERROR_USAGE,
                         folder ? "a vdir is a folder: end %s with /"
                                : "%s is a folder; name a file ending in .ics",
                         path);
    return true;
}

static void say_totals(struct call *call, const struct export_totals *totals)
{
    const char *path = call->words[0];

    if (totals->folder)
        output_talk(&call->out,
                    "%" PRId64 " reminder%s in %s: %" PRId64 " written, %" PRId64
                    " removed",
                    totals->count, totals->count == 1 ? "" : "s", path, totals->written,
                    totals->removed);
    else
        output_talk(&call->out, "%" PRId64 " reminder%s in %s", totals->count,
                    totals->count == 1 ? "" : "s",
                    strcmp(path, "-") == 0 ? "the output" : path);
}

static void tell_left_out(void *context, const char *words)
{
    struct call *call = ((struct exporting *)context)->call;

    output_talk(&call->out, "%s", words);
}

/* Cards are printed by the ending of the file, or by --format txt. */
static bool is_print_list(const struct call *call)
{
    const char *format = call->values[OPTION_FORMAT];

    return format != NULL ? strcasecmp(format, "txt") == 0
                          : print_list_is(call->words[0]);
}

static bool print_cards(struct call *call, struct error *err)
{
    struct exporting exporting = {.call = call};
    const struct print_options options = {.path = call->words[0],
                                          .take = take_bytes,
                                          .left_out = tell_left_out,
                                          .context = &exporting};
    struct print_totals totals;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_print_list(call->desk, &options, &totals, err))
        return false;
    output_talk(&call->out, "%d to write, %d left out", totals.written, totals.left_out);
    return true;
}

static bool export_reminders(struct call *call, struct error *err)
{
    struct exporting exporting = {.call = call};
    const struct export_options options = {
        .path = call->words[0],
        .tasks = call_has(call, OPTION_TASKS),
        .subscribed = call_has(call, OPTION_SUBSCRIBE),
        .take = take_bytes,
        .progress = show_progress,
        .context = &exporting,
    };
    struct export_totals totals;
    bool done;

    if (!check_format(call, err) || call_desk(call, DESK_LOOK, err) == NULL)
        return false;
    stop_catch();
    exporting.progress = progress_start(call->out.talk_terminal);
    done = desk_export(call->desk, &options, &totals, err);
    progress_clear(&exporting.progress);
    if (done)
        say_totals(call, &totals);
    return done;
}

bool cmd_export(struct call *call, struct error *err)
{
    return is_print_list(call) ? print_cards(call, err) : export_reminders(call, err);
}
