#include <string.h>

#include "records.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/plan.h"

enum { TEXT_LIMIT = 1 << 20 };

static bool read_text(struct call *call, size_t first, const char **text,
                      struct error *err)
{
    struct buffer input = {0};
    bool read;

    *text = call_join(call, first);
    if (strcmp(*text, "-") != 0)
        return true;
    read = file_read("-", TEXT_LIMIT, &input, err);
    if (read)
        *text = arena_string(call->arena, buffer_string(&input));
    buffer_free(&input);
    return read;
}

/* Rule 3: where a rule asks and nobody is there, the touch stays and it is said. */
static void say_return(struct call *call, const struct touch *touch)
{
    output_talk(&call->out,
                "the return call on %s%s%s stays; whether it is done is listed under To "
                "confirm",
                records_due(call->arena, call->desk, touch->due),
                touch->purpose != NULL ? ", " : "", records_text(touch->purpose));
}

/* WHO, then a kind when the next word is one (else they rang), then what they said. */
bool cmd_got(struct call *call, struct error *err)
{
    int kind = call->word_count > 1 ? inbound_from_name(call->words[1]) : -1;
    struct inbound inbound = {.kind = kind < 0 ? INBOUND_CALL : (enum inbound_kind)kind};
    struct inbound_offer offer;
    struct contact contact;
    struct touch touch;
    int64_t id;

    if (!read_text(call, kind < 0 ? 1 : 2, &inbound.text, err))
        return false;
    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !desk_inbound_offer(call->desk, contact.id, inbound.kind, call->arena, &offer,
                            err))
        return false;
    inbound.contact_id = contact.id;
    if (offer.has_return) {
        inbound.return_call = offer.return_call.id;
        inbound.answer = INBOUND_RETURN_ASK;
    }
    if (!desk_inbound_store(call->desk, &inbound, &id, err) ||
        !desk_touch_get(call->desk, id, call->arena, &touch, err))
        return false;
    if (offer.has_return)
        say_return(call, &offer.return_call);
    records_print_touch(call, &touch);
    return true;
}
