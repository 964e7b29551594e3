#include "records.h"
#include "touchbase/desk/library.h"

enum { PAGE = 200 };

static void print_item(struct call *call, const struct item *item)
{
    struct json json = {0};

    if (!call_has(call, OPTION_JSON)) {
        output_print(&call->out, "%3lld times  %s\n", (long long)item->given,
                     item_line(call->arena, item));
        return;
    }
    json_open(&json, NULL, '{');
    desk_item_json(&json, item);
    json_close(&json, '}');
    records_print_json(call, &json);
    json_free(&json);
}

static bool list_items(struct call *call, struct error *err)
{
    struct item *items;
    size_t count;
    int64_t after = 0;

    do {
        if (!desk_items(call->desk, false, after, PAGE, call->arena, &items, &count, err))
            return false;
        for (size_t i = 0; i < count; i++)
            print_item(call, &items[i]);
        if (count > 0)
            after = items[count - 1].id;
    } while (count == PAGE);
    return true;
}

bool cmd_item(struct call *call, struct error *err)
{
    struct item item = {0};
    int64_t id;

    if (call_desk(call, call->word_count == 0 ? DESK_LOOK : DESK_WRITE, err) == NULL)
        return false;
    if (call->word_count == 0)
        return list_items(call, err);
    if (!item_read(call->arena, call_join(call, 0), &item, err) ||
        !desk_item_add(call->desk, &item, &id, err) ||
        !desk_item_get(call->desk, id, call->arena, &item, err))
        return false;
    if (item.gain == GAIN_NONE)
        output_talk(&call->out, "what does it do for the reader? earn, save time, less "
                                "waste or solve");
    print_item(call, &item);
    return true;
}
