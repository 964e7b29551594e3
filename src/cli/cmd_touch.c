#include <string.h>

#include "records.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/series.h"

/* Words that were quoted stand for themselves; a line typed plain is read as on the desk,
 * where what is no WHEN any more is the purpose. */
static bool is_quoted(const struct call *call)
{
    return call->word_count == 3 ||
           (call->word_count == 4 &&
            (strchr(call->words[2], ' ') != NULL || strchr(call->words[3], ' ') != NULL));
}

static bool read_touch(struct call *call, const struct contact *contact,
                       struct touch *touch, struct touch_warning *warning,
                       struct error *err)
{
    const char *channel = call->words[1];
    bool promise = call_has(call, OPTION_PROMISE) || *channel == '!';

    channel += *channel == '!';
    if (is_quoted(call)) {
        if (!desk_touch_make(call->desk, contact->id, channel, call->words[2],
                             call->word_count == 4 ? call->words[3] : NULL, call->arena,
                             touch, warning, err))
            return false;
    } else if (!desk_touch_read(
                   call->desk, contact->id,
                   arena_format(call->arena, "%s %s", channel, call_join(call, 2)),
                   call->arena, touch, warning, err)) {
        return false;
    }
    touch->promise = touch->promise || promise;
    return true;
}

/* What a rule comes to, before it stands on the desk; libical may refuse it. */
static bool say_days(struct call *call, const struct touch *touch, struct error *err)
{
    const char *words;

    if (touch->rule == NULL)
        return true;
    if (!desk_series_preview(call->desk, touch, call->arena, &words, err))
        return false;
    output_talk(&call->out, "%s", words);
    return true;
}

bool cmd_touch(struct call *call, struct error *err)
{
    struct touch_warning warning = {0};
    struct contact contact;
    struct touch touch;
    int64_t id;

    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !read_touch(call, &contact, &touch, &warning, err) ||
        !say_days(call, &touch, err))
        return false;
    records_tell(call, &warning);
    if (!desk_touch_plan(call->desk, &touch, &id, err) ||
        !desk_touch_get(call->desk, id, call->arena, &touch, err))
        return false;
    records_print_touch(call, &touch);
    return true;
}
