#include <inttypes.h>

#include "records.h"
#include "touchbase/desk/exchange.h"

static void print_finding(void *context, const char *line)
{
    struct call *call = context;
    struct json json = {0};

    if (!call_has(call, OPTION_JSON)) {
        output_print(&call->out, "%s\n", line);
        return;
    }
    json_open(&json, NULL, '{');
    json_string(&json, "finding", line);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

bool cmd_check(struct call *call, struct error *err)
{
    int64_t findings;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_check(call->desk, print_finding, call, &findings, err))
        return false;
    if (findings == 0)
        output_talk(&call->out, "%s is sound", desk_path(call->desk));
    else
        output_talk(&call->out, "%s: %" PRId64 " finding%s", desk_path(call->desk),
                    findings, findings == 1 ? "" : "s");
    call->status = findings == 0 ? 0 : ERROR_FAILED;
    return true;
}
