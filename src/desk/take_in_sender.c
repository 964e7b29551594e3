/* Whose a message is. */
#include <string.h>

#include "take_in_private.h"
#include "touchbase/store/contacts.h"

/* One address after another, until one is a contact's. */
static bool find_by_mail(struct desk *desk, const char *mail, struct take_in *take_in,
                         struct error *err)
{
    int64_t *ids;
    size_t count;

    if (take_in->has_contact || mail == NULL)
        return true;
    if (!contacts_find(desk->store, FIND_MAILBOX, mail, 1, take_in->arena, &ids, &count,
                       err))
        return false;
    if (count == 0)
        return true;
    take_in->has_contact = true;
    return desk_load_contact(desk, ids[0], take_in->arena, &take_in->contact, err);
}

/* The address in a header: the one within <>, else the whole. NULL without one. */
static const char *sender_of_header(const struct take_in *take_in, const char *name)
{
    const char *value = message_header(&take_in->message, name);
    const char *open = value != NULL ? strrchr(value, '<') : NULL;
    const char *at = open != NULL ? open + 1 : value;
    const char *mail =
        at != NULL ? arena_copy(take_in->arena, at, strcspn(at, "> \t")) : NULL;

    return mail != NULL && strchr(mail, '@') != NULL ? mail : NULL;
}

enum { NAMESAKES = 2 };

/* A display name without what programs put around it: "'Ana Ruiz' via Sales", "Ana Ruiz
 * (Brio)", "Ruth Bell on behalf of Sales". */
static char *bare_name(struct arena *arena, const char *name)
{
    static const char *const tails[] = {" on behalf of ", " via ", " ("};
    size_t length;
    char *bare;

    name += strspn(name, "'\" ");
    bare = arena_string(arena, name);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        char *tail = strstr(bare, tails[i]);

        if (tail != NULL)
            *tail = '\0';
    }
    length = strlen(bare);
    while (length > 0 && strchr("'\" ", bare[length - 1]) != NULL)
        bare[--length] = '\0';
    return bare;
}

/* "Ruiz, Ana" the other way round; NULL without a comma, or with several. */
static const char *turned(struct arena *arena, const char *name)
{
    const char *comma = strchr(name, ',');

    if (comma == NULL || comma == name || strchr(comma + 1, ',') != NULL)
        return NULL;
    return arena_format(arena, "%s %.*s", comma + 1 + strspn(comma + 1, " "),
                        (int)(comma - name), name);
}

/* The one contact of that full name: not of a first name alone, nor one of several. */
static bool find_by_name(struct desk *desk, const char *name, struct take_in *take_in,
                         struct error *err)
{
    int64_t *ids;
    size_t count = 0;

    if (take_in->has_contact || name == NULL || strchr(name, ' ') == NULL)
        return true;
    if (!contacts_find(desk->store, FIND_NAME, name, NAMESAKES, take_in->arena, &ids,
                       &count, err))
        return false;
    if (count != 1)
        return true;
    take_in->has_contact = true;
    take_in->doubt = take_in->message.from.mail;
    return desk_load_contact(desk, ids[0], take_in->arena, &take_in->contact, err);
}

/* A name proves nothing, but may be asked about. */
static bool guess(struct desk *desk, struct take_in *take_in, struct error *err)
{
    const struct message_address *from = &take_in->message.from;
    const char *name;

    if (take_in->has_contact || take_in->stranger || from->mail == NULL ||
        from->name == NULL)
        return true;
    name = bare_name(take_in->arena, from->name);
    return find_by_name(desk, name, take_in, err) &&
           find_by_name(desk, turned(take_in->arena, name), take_in, err);
}

bool take_in_find_sender(struct desk *desk, int64_t contact_id, struct take_in *take_in,
                         struct error *err)
{
    const struct message *message = &take_in->message;

    if (contact_id == 0 && take_in->stored != NULL)
        contact_id = take_in->stored->contact_id;
    if (contact_id != take_in->contact.id || contact_id == 0)
        take_in->doubt = NULL; /* a person said whose it is */
    if (contact_id != 0) {
        take_in->has_contact = true;
        return desk_load_contact(desk, contact_id, take_in->arena, &take_in->contact,
                                 err);
    }
    /* A list that writes in its own name keeps the author's address aside; the sender of
     * a list's mail is the list's. In-Reply-To and the like name what was answered, not
     * who answers. */
    return find_by_mail(desk, message->from.mail, take_in, err) &&
           find_by_mail(desk, sender_of_header(take_in, "X-Original-From"), take_in,
                        err) &&
           find_by_mail(desk, sender_of_header(take_in, "X-Original-Sender"), take_in,
                        err) &&
           (message_header(message, "List-Id") != NULL ||
            find_by_mail(desk, message->sender.mail, take_in, err)) &&
           find_by_mail(desk, message->reply_to.mail, take_in, err) &&
           guess(desk, take_in, err);
}

struct contact take_in_sender(const struct desk *desk, const struct take_in *take_in)
{
    const struct message_address *from = &take_in->message.from;
    struct point *point = arena_alloc(take_in->arena, sizeof *point);
    struct contact contact = {
        .name = from->name != NULL ? from->name : from->mail,
        .stage = STAGE_LEAD,
        .away_until = DAY_NONE,
        .created_utc = desk_now(desk),
        .changed_utc = desk_now(desk),
    };

    if (from->mail != NULL) {
        *point = (struct point){POINT_MAIL, from->mail, NULL};
        contact.points = point;
        contact.point_count = 1;
    }
    return contact;
}
