#include <string.h>

#include "records.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/successor.h"
#include "touchbase/desk/take_in.h"

enum { INPUT_LIMIT = 8 << 20 };

/* The sender of a mail as a line to be read: "Dana Whitfield, dana@northwind.example". */
static bool sender_line(struct call *call, const struct buffer *mail, const char **line,
                        struct error *err)
{
    struct take_in_reader *reader =
        take_in_open(NULL, DATE_ORDER_NONE, "-", buffer_string(mail), mail->length, err);
    struct take_in item;
    enum take_in_next next;

    if (reader == NULL)
        return false;
    next = take_in_next(reader, call->arena, &item, err);
    take_in_close(reader);
    if (next == TAKE_IN_BAD || next == TAKE_IN_FAILED)
        return false;
    if (next == TAKE_IN_END || item.message.from.mail == NULL)
        return error_set(err, ERROR_FAILED, "standard input has no sender to add");
    *line = item.message.from.name == NULL
                ? arena_format(call->arena, "%s, %s", item.message.from.mail,
                               item.message.from.mail)
                : arena_format(call->arena, "%s, %s", item.message.from.name,
                               item.message.from.mail);
    return true;
}

static bool is_mail(const char *text)
{
    return strncmp(text, "From ", 5) == 0 || strncmp(text, "Return-Path:", 12) == 0 ||
           strncmp(text, "From:", 5) == 0 || strstr(text, "\nFrom:") != NULL;
}

/* "-": a mail, whose sender is meant, or a line as it would be typed. */
static bool read_input(struct call *call, const char **line, struct error *err)
{
    struct buffer text = {0};
    bool read = file_read("-", INPUT_LIMIT, &text, err);

    if (read && is_mail(buffer_string(&text)))
        read = sender_line(call, &text, line, err);
    else if (read)
        *line = arena_copy(call->arena, buffer_string(&text),
                           strcspn(buffer_string(&text), "\r\n"));
    buffer_free(&text);
    return read;
}

/* Somebody with one of these mails may be the same person: said, not prevented. */
static void warn_of_twins(struct call *call, const struct contact *contact)
{
    struct contact known;
    struct error none;

    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];

        if (point->kind == POINT_MAIL &&
            desk_person_find(call->desk, point->value, call->arena, &known, NULL, NULL,
                             &none))
            output_talk(&call->out, "%s is known: %s (%.*s)", point->value, known.name,
                        ID_SHOWN, known.uuid);
    }
}

/* With --succeeds: who is named takes over, known or not, and what follows is said. */
static bool add_successor(struct call *call, const char *line, struct error *err)
{
    struct succession succession;
    struct contact left, contact;
    int64_t id;

    if (!records_find(call, call->values[OPTION_SUCCEEDS], &left, err) ||
        !desk_succession_read(call->desk, left.id, line, call->arena, &succession, err) ||
        !desk_succession_store(call->desk, &succession, 0, OUTCOME_NONE, NULL, &id, err))
        return false;
    output_talk(&call->out, "%s", succession.sentence);
    if (succession.touches == 0)
        output_talk(&call->out, "%s (proposed, not planned)",
                    succession.greeting.sentence);
    if (!desk_person_get(call->desk, id, call->arena, &contact, err))
        return false;
    records_print_contact(call, &contact);
    return true;
}

bool cmd_add(struct call *call, struct error *err)
{
    const char *line = call_join(call, 0);
    struct contact contact;
    int64_t id;

    if (strcmp(line, "-") == 0 && !read_input(call, &line, err))
        return false;
    if (call_desk(call, DESK_WRITE, err) == NULL)
        return false;
    if (call_has(call, OPTION_SUCCEEDS) && call_has(call, OPTION_TAG))
        return error_set(err, ERROR_USAGE,
                         "--tag is for somebody new; \"touchbase tag\" "
                         "marks a person on the desk");
    if (call_has(call, OPTION_SUCCEEDS))
        return add_successor(call, line, err);
    if (!desk_person_read(call->desk, line, call->arena, &contact, err))
        return false;
    warn_of_twins(call, &contact);
    if (!desk_person_add_tagged(call->desk, &contact,
                                records_text(call->values[OPTION_TAG]), &id, err) ||
        !desk_person_get(call->desk, id, call->arena, &contact, err))
        return false;
    records_print_contact(call, &contact);
    return true;
}
