/* Words as a link that a mail program understands. */
#include <ctype.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/text.h"

/* RFC 6068: everything but unreserved characters and the sign of an address as %XX, a
 * line's end as CRLF. A terminal's control characters stay here. */
static void add_escaped(struct buffer *out, const char *text)
{
    struct buffer plain = {0};

    text_plain(&plain, text, strlen(text));
    for (size_t i = 0; i < plain.length; i++) {
        unsigned char c = (unsigned char)plain.data[i];

        if (isalnum(c) || strchr("-._~@", c) != NULL)
            buffer_add_char(out, (char)c);
        else if (c == '\n')
            buffer_add_string(out, "%0D%0A");
        else
            buffer_add_format(out, "%%%02X", (unsigned)c);
    }
    buffer_free(&plain);
}

char *desk_mailto(struct desk *desk, int64_t contact_id, const char *subject,
                  const char *body, struct arena *arena, struct error *err)
{
    struct contact contact;
    struct buffer link = {0};
    const char *mail;
    char *copy;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err) ||
        !desk_may_reach(&contact, err))
        return NULL;
    mail = contact_first(&contact, POINT_MAIL);
    if (mail == NULL) {
        error_set(err, ERROR_FAILED, "no mail address of %s is known; e adds one",
                  contact.name);
        return NULL;
    }
    buffer_add_string(&link, "mailto:");
    add_escaped(&link, mail);
    if (subject != NULL) {
        buffer_add_string(&link, "?subject=");
        add_escaped(&link, subject);
    }
    if (body != NULL) {
        buffer_add_string(&link, subject != NULL ? "&body=" : "?body=");
        add_escaped(&link, body);
    }
    copy = arena_copy(arena, buffer_string(&link), link.length);
    buffer_free(&link);
    return copy;
}
