#include <string.h>
#include <strings.h>

#include "letter.h"

/* What headers say, before a word of the text is read. RFC 3834 section 5
 * (Auto-Submitted), RFC 2919 and 2369 (lists), RFC 3464 (delivery reports), RFC 8098
 * (receipts), and what vendors write. */
struct sign {
    const char *header;
    const char *value; /* the value begins with it, any case; NULL: any value */
    enum header_sign sign;
    const char *why;
};

static const struct sign signs[] = {
    {"X-Failed-Recipients", NULL, HEADER_OTHER, "a delivery report"},
    {"X-MS-Exchange-Message-Is-Ndr", NULL, HEADER_OTHER, "a delivery report"},
    {"List-Id", NULL, HEADER_OTHER, "list mail"},
    {"List-Unsubscribe", NULL, HEADER_OTHER, "list mail"},
    {"List-Post", NULL, HEADER_OTHER, "list mail"},
    {"Precedence", "list", HEADER_OTHER, "list mail"},
    {"Auto-Submitted", NULL, HEADER_AUTOMATIC, "Auto-Submitted"},
    {"X-Autoreply", NULL, HEADER_AUTOMATIC, "X-Autoreply"},
    {"X-Autorespond", NULL, HEADER_AUTOMATIC, "X-Autorespond"},
    {"X-Autoresponder", NULL, HEADER_AUTOMATIC, "X-Autoresponder"},
    {"X-Auto-Response", NULL, HEADER_AUTOMATIC, "X-Auto-Response"},
    {"X-MS-Exchange-Inbox-Rules-Loop", NULL, HEADER_AUTOMATIC,
     "X-MS-Exchange-Inbox-Rules-Loop"},
    {"X-MS-Exchange-Generated-Message-Source", "Mailbox Rules", HEADER_AUTOMATIC,
     "X-MS-Exchange-Generated-Message-Source"},
    {"X-Auto-Response-Suppress", NULL, HEADER_AUTOMATIC, "X-Auto-Response-Suppress"},
    {"X-Precedence", "auto_reply", HEADER_AUTOMATIC, "X-Precedence"},
    {"Precedence", "auto_reply", HEADER_AUTOMATIC, "Precedence"},
    {"X-Vacation", NULL, HEADER_AUTOMATIC, "X-Vacation"},
    {"X-Mail-Autoreply", NULL, HEADER_AUTOMATIC, "X-Mail-Autoreply"},
    {"X-Loop", NULL, HEADER_AUTOMATIC, "X-Loop"},
    {"Return-Path", "<>", HEADER_AUTOMATIC, "Return-Path"},
};

static bool begins(const char *value, const char *with)
{
    return !with || strncasecmp(value, with, strlen(with)) == 0;
}

static bool from_mail_system(const struct message *message)
{
    static const char *const systems[] = {"mailer-daemon@", "postmaster@",
                                          "microsoftexchange", "mail-daemon@",
                                          "mailerdaemon@"};
    const char *mail = message->from.mail;
    for (size_t i = 0; mail && i < sizeof systems / sizeof *systems; i++)
        if (begins(mail, systems[i]))
            return true;
    return false;
}

static const char *other_by_form(const struct message *message)
{
    const char *type = message->content_type ? message->content_type : "";
    if (begins(type, "multipart/report") && strstr(type, "disposition-notification"))
        return "a receipt";
    /* An address of the house may answer for one who is away or has left. */
    const char *submitted = message_header(message, "Auto-Submitted");
    bool answers = submitted && begins(submitted, "auto-replied");
    if (begins(type, "multipart/report") || begins(type, "message/delivery-status") ||
        (from_mail_system(message) && !answers))
        return "a delivery report";
    if (message->has_calendar || begins(type, "text/calendar"))
        return "an invitation or an answer to one";
    return NULL;
}

static bool counts(const struct message *message, const struct sign *sign)
{
    const char *value = message_header(message, sign->header);
    return value && begins(value, sign->value) && strcasecmp(value, "no") != 0;
}

/* A machine's own notice rather than an answer: it names nothing that it answers, and no
 * rule of a mailbox sent it. */
static bool is_own_notice(const struct message *message)
{
    const char *submitted = message_header(message, "Auto-Submitted");
    return submitted && begins(submitted, "auto-generated") &&
           !message_header(message, "In-Reply-To") &&
           !message_header(message, "References") &&
           !message_header(message, "X-MS-Exchange-Inbox-Rules-Loop");
}

enum header_sign headers_judge(const struct message *message, const char **why)
{
    *why = other_by_form(message);
    if (*why)
        return HEADER_OTHER;
    enum header_sign found = HEADER_NOTHING;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!counts(message, &signs[i]))
            continue;
        if (signs[i].sign == HEADER_OTHER) {
            *why = signs[i].why;
            return HEADER_OTHER;
        }
        if (signs[i].sign == HEADER_AUTOMATIC && found == HEADER_NOTHING) {
            found = HEADER_AUTOMATIC;
            *why = signs[i].why;
        }
    }
    return found == HEADER_AUTOMATIC && is_own_notice(message) ? HEADER_NOTICE : found;
}

static void trace_header(struct tracing *tracing, const char *name, const char *value,
                         const char *why)
{
    trace_add(tracing, (struct trace_row){.topic = TRACE_HEADER,
                                          .place = EVIDENCE_HEADER,
                                          .words = arena_format(
                                              tracing->arena, "%s: %.200s", name, value),
                                          .why = why});
}

void headers_trace(struct tracing *tracing, const struct message *message)
{
    const char *form = other_by_form(message);
    if (form && from_mail_system(message))
        trace_header(tracing, "From", message->from.mail, form);
    else if (form)
        trace_header(tracing, "Content-Type",
                     message->content_type ? message->content_type : "text/calendar",
                     form);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!counts(message, &signs[i]))
            continue;
        trace_header(tracing, signs[i].header, message_header(message, signs[i].header),
                     signs[i].sign == HEADER_OTHER ? signs[i].why : "a machine sent it");
    }
}
