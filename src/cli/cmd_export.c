#include <inttypes.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "command.h"
#include "records.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/exchange.h"

static bool take_bytes(void *context, const char *bytes, size_t length, struct error *err)
{
    struct call *call = context;

    output_data(&call->out, bytes, length);
    return !output_failed(&call->out) ||
           error_set(err, ERROR_FAILED, "the output cannot be written to");
}

static bool is_folder(const char *path)
{
    struct stat status;
    size_t length = strlen(path);

    return (length > 0 && path[length - 1] == '/') ||
           (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static bool check_format(const struct call *call, struct error *err)
{
    const char *path = call->words[0];
    const char *dot = strrchr(file_base_name(path), '.');
    const char *format = call->values[OPTION_FORMAT];

    if (is_folder(path))
        return error_set(err, ERROR_USAGE, "%s is a folder; name a file ending in .ics",
                         path);
    if (format == NULL)
        format = strcmp(path, "-") == 0 ? "ics" : dot == NULL ? "" : dot + 1;
    if (strcasecmp(format, "ics") == 0)
        return true;
    if (call->values[OPTION_FORMAT] != NULL)
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is no format reminders are written in; use ics",
                         records_text(format));
    return error_set(err, ERROR_USAGE,
                     "reminders are written as .ics, and %s is none; name a file ending "
                     "in .ics, or say --format ics",
                     path);
}

bool cmd_export(struct call *call, struct error *err)
{
    const struct export_options options = {
        .path = call->words[0],
        .tasks = call_has(call, OPTION_TASKS),
        .take = take_bytes,
        .context = call,
    };
    int64_t count;

    if (!check_format(call, err) || call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_export(call->desk, &options, &count, err))
        return false;
    output_talk(&call->out, "%" PRId64 " reminder%s in %s", count, count == 1 ? "" : "s",
                strcmp(options.path, "-") == 0 ? "the output" : options.path);
    return true;
}
