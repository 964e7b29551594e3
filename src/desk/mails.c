/* Mails that a mail program hands over: one that reached me (desk/inbound.h), one I sent
 * (desk/waiting.h). */
#include <string.h>

#include "take_in_private.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/waiting.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"
#include "touchbase/store/waiting.h"

/* When, by its own date; one from the future came now. */
static int64_t date_of(const struct desk *desk, const struct message *message)
{
    int64_t now = desk_now(desk);

    return message->has_date && message->date_utc < now ? message->date_utc : now;
}

static const char *sender_words(struct arena *arena, const struct message_address *from)
{
    if (from->name == NULL || from->mail == NULL)
        return from->mail != NULL ? from->mail : from->name;
    return arena_format(arena, "%s <%s>", from->name, from->mail);
}

bool desk_inbound_mail(struct desk *desk, const char *bytes, size_t length,
                       struct arena *arena, struct inbound_mail *out, struct error *err)
{
    const struct message *message;
    struct take_in item;

    *out = (struct inbound_mail){0};
    if (!take_in_mail(desk, bytes, length, arena, &item, err))
        return false;
    message = &item.message;
    out->auto_reply = item.reading.kind != READING_OTHER;
    out->inbound = (struct inbound){
        .caller = sender_words(arena, &message->from),
        .kind = INBOUND_EMAIL,
        .text = arena_format(arena, "%s%s%s", message->subject ? message->subject : "",
                             message->subject ? "\n" : "", message->text),
        .reached_utc = date_of(desk, message),
        .message_id = message->message_id};
    if (item.has_contact && item.doubt == NULL) { /* a name alone proves nothing */
        out->contact = item.contact;
        out->inbound.contact_id = item.contact.id;
    }
    return waiting_is_known(desk->store, message->message_id, &out->known, err);
}

/* The addresses in a header, one after another: the next "local@host" from *at on, NULL
 * at its end. Names, comments and groups are passed by. */
static const char *next_address(struct arena *arena, const char **at)
{
    static const char ends[] = " \t,;:<>()[]\"'";

    while (**at != '\0') {
        size_t length;
        const char *word;

        *at += strspn(*at, ends);
        length = strcspn(*at, ends);
        word = arena_copy(arena, *at, length);
        *at += length;
        if (strchr(word, '@') != NULL)
            return word;
    }
    return NULL;
}

static bool has_person(const struct sent_mail *mail, int64_t id)
{
    for (size_t i = 0; i < mail->people_count; i++) {
        if (mail->people[i].id == id)
            return true;
    }
    return false;
}

enum { ADDRESSEES_MAX = 200 };

static bool take_address(struct desk *desk, const char *address, struct arena *arena,
                         struct sent_mail *out, struct error *err)
{
    int64_t *ids;
    size_t count;

    if (out->people_count + out->stranger_count == ADDRESSEES_MAX)
        return true;
    if (!contacts_find(desk->store, FIND_MAILBOX, address, 1, arena, &ids, &count, err))
        return false;
    if (count == 0) {
        out->strangers[out->stranger_count++] = address;
        return true;
    }
    if (has_person(out, ids[0]))
        return true;
    return desk_load_contact(desk, ids[0], arena, &out->people[out->people_count++], err);
}

bool desk_sent_read(struct desk *desk, const char *bytes, size_t length,
                    struct arena *arena, struct sent_mail *out, struct error *err)
{
    static const char *const headers[] = {"To", "Cc", "Bcc"};
    struct take_in item;

    *out = (struct sent_mail){
        .people = arena_array(arena, ADDRESSEES_MAX, sizeof(struct contact)),
        .strangers = arena_array(arena, ADDRESSEES_MAX, sizeof(char *))};
    if (!take_in_mail(desk, bytes, length, arena, &item, err))
        return false;
    out->subject = item.message.subject;
    out->sent_utc = date_of(desk, &item.message);
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        const char *at = message_header(&item.message, headers[i]), *address;

        while (at != NULL && (address = next_address(arena, &at)) != NULL) {
            if (!take_address(desk, address, arena, out, err))
                return false;
        }
    }
    return true;
}

static bool store_person(struct desk *desk, const struct sent_mail *mail,
                         int64_t contact_id, struct arena *arena, struct error *err)
{
    struct touch touch = desk_touch_new(desk, contact_id);

    touch.channel = CHANNEL_EMAIL;
    touch.outcome = OUTCOME_SENT;
    touch.purpose = mail->subject;
    touch.done_utc = mail->sent_utc;
    desk_set_due(desk, &touch, zone_wall(desk_zone(desk), mail->sent_utc));
    return touch_insert(desk->store, arena, &touch, err) &&
           desk_waiting_answer(desk, contact_id, arena, err) &&
           desk_bring_into_play(desk, contact_id, arena, err);
}

static bool store_people(struct desk *desk, const struct sent_mail *mail,
                         struct arena *arena, struct error *err)
{
    for (size_t i = 0; i < mail->people_count; i++) {
        if (!store_person(desk, mail, mail->people[i].id, arena, err))
            return false;
    }
    return true;
}

bool desk_sent_store(struct desk *desk, const struct sent_mail *mail, struct error *err)
{
    struct arena *arena = arena_create();
    const char *others = mail->people_count < 2 ? ""
                                                : arena_format(arena, " and %zu more",
                                                               mail->people_count - 1);
    bool done =
        mail->people_count == 0 ||
        (desk_step_begin(desk, err, "mail sent to %s%s", mail->people[0].name, others) &&
         desk_step_end(desk, store_people(desk, mail, arena, err), err));

    arena_destroy(arena);
    return done;
}
