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
    if (touch->absence_id == 0) {
        output_talk(&call->out, "a call was planned for %s: touchbase done %.*s",
                    records_due(call->arena, call->desk, touch->due), ID_SHOWN,
                    touch->uuid);
        return;
    }
    output_talk(&call->out,
                "the return call on %s%s%s stays; whether it is done is listed under To "
                "confirm",
                records_due(call->arena, call->desk, touch->due),
                touch->purpose != NULL ? ", " : "", records_text(touch->purpose));
}

/* A phone hook hands over a number that may be nobody's on the desk, or none. */
static bool find_caller(struct call *call, const char *word, struct inbound *inbound,
                        struct error *err)
{
    struct contact contact;

    if (*word != '\0' && records_find(call, word, &contact, err)) {
        inbound->contact_id = contact.id;
        return true;
    }
    inbound->caller = *word != '\0' ? word : NULL;
    return *word == '\0' || (err->code == ERROR_NOT_FOUND && inbound_is_number(word));
}

static bool print_stored(struct call *call, const struct inbound *inbound, int64_t id,
                         struct error *err)
{
    struct waiting waiting = {.caller = inbound->caller,
                              .text = inbound->text,
                              .kind = inbound->kind,
                              .reached_utc = inbound->reached_utc != 0
                                                 ? inbound->reached_utc
                                                 : desk_now(call->desk),
                              .count = 1};
    struct touch touch;

    if (id == 0) {
        output_talk(&call->out, "nobody on the desk is known by that; it waits under gw");
        records_print_waiting(call, &waiting);
        return true;
    }
    if (!desk_touch_get(call->desk, id, call->arena, &touch, err))
        return false;
    records_print_touch(call, &touch);
    return true;
}

static bool store(struct call *call, struct inbound *inbound, struct error *err)
{
    struct inbound_offer offer = {0};
    int64_t id;

    if (inbound->contact_id != 0 &&
        !desk_inbound_offer(call->desk, inbound->contact_id, inbound->kind, call->arena,
                            &offer, err))
        return false;
    if (offer.has_return && offer.return_call.absence_id != 0) {
        inbound->return_call = offer.return_call.id;
        inbound->answer = INBOUND_RETURN_ASK;
    }
    if (!desk_inbound_store(call->desk, inbound, &id, err))
        return false;
    if (offer.has_return)
        say_return(call, &offer.return_call);
    return print_stored(call, inbound, id, err);
}

/* Standard input is the mail itself. */
static bool got_mail(struct call *call, struct error *err)
{
    struct buffer input = {0};
    struct inbound_mail mail;
    bool done = call_desk(call, DESK_WRITE, err) != NULL &&
                file_read("-", MAIL_MAX, &input, err) &&
                desk_inbound_mail(call->desk, buffer_string(&input), input.length,
                                  call->arena, &mail, err);

    buffer_free(&input);
    if (!done)
        return false;
    if (mail.auto_reply)
        return error_set(err, ERROR_FAILED,
                         "that is an out-of-office reply and no answer; touchbase ooo - "
                         "takes it in");
    if (mail.known) {
        output_talk(&call->out, "that mail was taken in before; nothing was stored");
        return true;
    }
    return store(call, &mail.inbound, err);
}

/* WHO, then a kind when the next word is one (else they rang), then what they said. */
bool cmd_got(struct call *call, struct error *err)
{
    int kind = call->word_count > 1 ? inbound_from_name(call->words[1]) : -1;
    struct inbound inbound = {.kind = kind < 0 ? INBOUND_CALL : (enum inbound_kind)kind};

    if (strcmp(call->words[0], "-") == 0 && call->word_count == 1)
        return got_mail(call, err);
    return read_text(call, kind < 0 ? 1 : 2, &inbound.text, err) &&
           call_desk(call, DESK_WRITE, err) != NULL &&
           find_caller(call, call->words[0], &inbound, err) && store(call, &inbound, err);
}
