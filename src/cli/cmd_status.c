#include "records.h"
#include "touchbase/desk/rounds.h"
#include "touchbase/model/waiting.h"

/* What the header of the full screen says, for a status line. */
static void print_line(struct call *call, const struct desk_counts *counts,
                       const struct desk_rounds *rounds)
{
    output_print(&call->out, "%lld late  %lld today", (long long)counts->late,
                 (long long)counts->today);
    if (counts->missed > 0)
        output_print(&call->out, "  %lld promise%s missed", (long long)counts->missed,
                     counts->missed == 1 ? "" : "s");
    if (counts->waiting > 0)
        output_print(
            &call->out, "  %lld waiting (oldest %s)", (long long)counts->waiting,
            waiting_age(call->arena, desk_now(call->desk) - counts->waiting_since_utc));
    if (counts->no_next_step > 0)
        output_print(&call->out, "  %lld no next step", (long long)counts->no_next_step);
    if (round_is_owed(&rounds->state))
        output_print(&call->out, "  %s",
                     round_words(call->arena, &rounds->state, desk_today(call->desk)));
    if (rounds->voicemail >= VOICEMAIL_FULL)
        output_print(&call->out, "  %s", voicemail_words(call->arena, rounds->voicemail));
    output_print(&call->out, "\n");
}

static void print_json(struct call *call, const struct desk_counts *counts)
{
    struct json json = {0};

    json_open(&json, NULL, '{');
    json_number(&json, "late", counts->late);
    json_number(&json, "today", counts->today);
    json_number(&json, "promises_missed", counts->missed);
    json_number(&json, "waiting", counts->waiting);
    json_time(&json, "waiting_since", counts->waiting_since_utc, desk_zone(call->desk));
    json_number(&json, "to_confirm", counts->to_confirm);
    json_number(&json, "no_next_step", counts->no_next_step);
    json_number(&json, "away", counts->away);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

bool cmd_status(struct call *call, struct error *err)
{
    struct desk_counts counts;
    struct desk_rounds rounds;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !desk_count(call->desk, &counts, err) || !desk_rounds(call->desk, &rounds, err))
        return false;
    if (call_has(call, OPTION_JSON))
        print_json(call, &counts);
    else
        print_line(call, &counts, &rounds);
    return true;
}
