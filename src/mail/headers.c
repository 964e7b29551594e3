#include "headers.h"

#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/mail/mail.h"

#include "plain.h"

/* Controls of one line (C0, DEL, C1, line and paragraph separators) as blanks, in place.
 */
static void blank_controls(char *text)
{
    for (char *at = text; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c < ' ' || c == 127)
            *at = ' ';
        else if (c == 0xC2 && (unsigned char)at[1] >= 0x80 && (unsigned char)at[1] < 0xA0)
            at[0] = at[1] = ' ';
        else if (c == 0xE2 && (unsigned char)at[1] == 0x80 &&
                 ((unsigned char)at[2] == 0xA8 || (unsigned char)at[2] == 0xA9))
            at[0] = at[1] = at[2] = ' ';
    }
}

char *mail_header_clean(struct arena *arena, const char *value)
{
    size_t length = strlen(value);
    char *text;
    if (length > MAIL_HEADER_MAX)
        length = mail_plain_cut(value, MAIL_HEADER_MAX);
    if (text_is_utf8(value, length)) {
        text = arena_copy(arena, value, length);
    } else {
        struct buffer repaired = {0};
        mail_plain_repair(&repaired, value, length);
        text = arena_copy(arena, buffer_string(&repaired), repaired.length);
        buffer_free(&repaired);
    }
    blank_controls(text);
    while (*text == ' ')
        text++;
    for (size_t end = strlen(text); end > 0 && text[end - 1] == ' '; end--)
        text[end - 1] = '\0';
    return text;
}

/* The same, NULL for nothing. */
static char *clean_or_null(struct arena *arena, const char *value)
{
    char *text = value ? mail_header_clean(arena, value) : NULL;
    return text && *text ? text : NULL;
}

/* The first mailbox of a list, those in groups included (RFC 5322 3.4). */
static InternetAddressMailbox *first_mailbox(InternetAddressList *list, int depth)
{
    int count = list && depth < MAIL_DEPTH_MAX ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count; i++) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            return INTERNET_ADDRESS_MAILBOX(address);
        if (!INTERNET_ADDRESS_IS_GROUP(address))
            continue;
        InternetAddressMailbox *member = first_mailbox(
            internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)),
            depth + 1);
        if (member)
            return member;
    }
    return NULL;
}

static struct message_address read_address(struct arena *arena, InternetAddressList *list)
{
    struct message_address out = {0};
    InternetAddressMailbox *mailbox = first_mailbox(list, 0);
    if (!mailbox)
        return out;
    out.name = clean_or_null(arena, internet_address_get_name(INTERNET_ADDRESS(mailbox)));
    const char *address =
        clean_or_null(arena, internet_address_mailbox_get_addr(mailbox));
    if (address && strchr(address, '@')) {
        char *lower = g_utf8_strdown(address, -1);
        out.mail = arena_string(arena, lower);
        g_free(lower);
    }
    return out;
}

/* The day and minute of the header's own zone, and the instant (RFC 5322 3.3). */
static void read_date(GMimeMessage *mail, struct message *out)
{
    GDateTime *date = g_mime_message_get_date(mail);
    out->date_day = DAY_NONE;
    out->date_minute = MINUTE_NONE;
    if (!date)
        return;
    int year, month, day;
    g_date_time_get_ymd(date, &year, &month, &day);
    if (!day_exists(year, month, day))
        return;
    out->has_date = true;
    out->date_utc = g_date_time_to_unix(date);
    out->date_day = day_of(year, month, day);
    out->date_minute = g_date_time_get_hour(date) * 60 + g_date_time_get_minute(date);
}

/* Copies the fields of a list behind those that out has, up to MAIL_HEADERS_MAX in all.
 */
static void add_fields(struct arena *arena, GMimeHeaderList *list,
                       struct message_header *headers, size_t *used)
{
    int count = g_mime_header_list_get_count(list);
    for (int i = 0; i < count && *used < MAIL_HEADERS_MAX; i++) {
        GMimeHeader *header = g_mime_header_list_get_header_at(list, i);
        const char *value = g_mime_header_get_value(header);
        headers[*used].name = mail_header_clean(arena, g_mime_header_get_name(header));
        headers[*used].value = mail_header_clean(arena, value ? value : "");
        *used += 1;
    }
}

/* GMime keeps the Content- fields with the body: they come last. */
static void read_fields(struct arena *arena, GMimeMessage *mail, struct message *out)
{
    GMimeHeaderList *own = g_mime_object_get_header_list(GMIME_OBJECT(mail));
    GMimeObject *body = g_mime_message_get_mime_part(mail);
    GMimeHeaderList *rest = body ? g_mime_object_get_header_list(body) : NULL;
    int count = g_mime_header_list_get_count(own);
    count += rest ? g_mime_header_list_get_count(rest) : 0;
    if (count > MAIL_HEADERS_MAX)
        count = MAIL_HEADERS_MAX;
    struct message_header *headers = arena_array(arena, (size_t)count, sizeof *headers);
    add_fields(arena, own, headers, &out->header_count);
    if (rest)
        add_fields(arena, rest, headers, &out->header_count);
    out->headers = headers;
}

static const char *content_type(struct arena *arena, const struct message *message)
{
    const char *value = message_header(message, "Content-Type");
    if (!value || !*value)
        return NULL;
    char *lower = g_utf8_strdown(value, -1);
    const char *copy = arena_string(arena, lower);
    g_free(lower);
    return copy;
}

void mail_headers_read(struct arena *arena, GMimeMessage *mail, struct message *out)
{
    read_fields(arena, mail, out);
    out->from = read_address(arena, g_mime_message_get_from(mail));
    out->reply_to = read_address(arena, g_mime_message_get_reply_to(mail));
    out->sender = read_address(arena, g_mime_message_get_sender(mail));
    out->subject = clean_or_null(arena, g_mime_message_get_subject(mail));
    out->message_id = clean_or_null(arena, g_mime_message_get_message_id(mail));
    out->content_type = content_type(arena, out);
    read_date(mail, out);
}
