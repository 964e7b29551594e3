#include "touchbase/model/trace.h"

const char *trace_topic_name(enum trace_topic topic)
{
    static const char *const names[TRACE_TOPIC_COUNT] = {
        [TRACE_HEADER] = "header",   [TRACE_CUT] = "cut",       [TRACE_FOR] = "for",
        [TRACE_AGAINST] = "against", [TRACE_PASSED] = "passed", [TRACE_DATE] = "date",
        [TRACE_OPEN] = "open",
    };
    return names[topic];
}
