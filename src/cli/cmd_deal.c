#include "records.h"
#include "touchbase/desk/deals.h"

static void print_deal(struct call *call, const struct deal *deal)
{
    struct json json = {0};

    if (!call_has(call, OPTION_JSON)) {
        output_print(&call->out, "%s  %s  %s\n", deal_state_name(deal->state),
                     deal_amount(call->arena, deal->amount), deal->contact);
        return;
    }
    json_open(&json, NULL, '{');
    desk_deal_json(&json, call->desk, deal);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

bool cmd_deal(struct call *call, struct error *err)
{
    struct contact contact;
    enum deal_state state;
    struct deal deal;
    int64_t amount;

    if (!desk_deal_read(call_join(call, 1), call->arena, &amount, &state, err) ||
        call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !desk_deal_tell(call->desk, contact.id, amount, state, call->arena, &deal, err))
        return false;
    print_deal(call, &deal);
    return true;
}
