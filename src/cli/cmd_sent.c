#include <string.h>

#include "records.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/waiting.h"

/* A mail that was planned may be this one; only a person knows. */
static bool say_planned(struct call *call, const struct contact *contact,
                        struct error *err)
{
    struct touch *touches;
    size_t count;

    if (!desk_touches_of(call->desk, contact->id, call->arena, &touches, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (touches[i].channel == CHANNEL_EMAIL &&
            touches[i].due.day <= desk_today(call->desk))
            output_talk(
                &call->out, "a mail to %s was planned for %s: touchbase done %.*s",
                contact->name, records_due(call->arena, call->desk, touches[i].due),
                ID_SHOWN, touches[i].uuid);
    }
    return true;
}

static bool tell(struct call *call, const struct sent_mail *mail, struct error *err)
{
    for (size_t i = 0; i < mail->people_count; i++) {
        output_talk(&call->out, "mail sent to %s", mail->people[i].name);
        if (!say_planned(call, &mail->people[i], err))
            return false;
    }
    for (size_t i = 0; i < mail->stranger_count; i++)
        output_talk(&call->out, "%s is not on the desk", mail->strangers[i]);
    return true;
}

bool cmd_sent(struct call *call, struct error *err)
{
    struct buffer input = {0};
    struct sent_mail mail;
    bool done;

    if (strcmp(call->words[0], "-") != 0)
        return error_set(err, ERROR_USAGE,
                         "the mail comes on standard input: touchbase sent -");
    done = call_desk(call, DESK_WRITE, err) != NULL &&
           file_read("-", MAIL_MAX, &input, err) &&
           desk_sent_read(call->desk, buffer_string(&input), input.length, call->arena,
                          &mail, err) &&
           desk_sent_store(call->desk, &mail, err) && tell(call, &mail, err);
    buffer_free(&input);
    return done;
}
