#include "parts.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "touchbase/mail/mail.h"

#include "leaf.h"

enum { POINTER_MAX = 300 }; /* bytes: longer texts are texts of their own */

static void gather(struct mail_parts *parts, struct buffer *out, GMimeObject *part,
                   int depth);

static bool is_type(GMimeObject *part, const char *type, const char *subtype)
{
    GMimeContentType *content = g_mime_object_get_content_type(part);
    return content && g_mime_content_type_is_type(content, type, subtype);
}

static bool is_attachment(GMimeObject *part)
{
    const char *disposition = g_mime_object_get_disposition(part);
    return disposition && strcasecmp(disposition, "attachment") == 0;
}

static bool holds(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (; *text; text++)
        if (strncasecmp(text, word, length) == 0)
            return true;
    return false;
}

/* Does a plain alternative say something of its own: neither empty nor only "your program
 * cannot show HTML"? */
static bool is_useful(const struct buffer *text)
{
    const char *words = buffer_string(text);
    if (strspn(words, " \t\n") == text->length)
        return false;
    if (text->length > POINTER_MAX || !holds(words, "html"))
        return true;
    return !holds(words, "view") && !holds(words, "see ") && !holds(words, "support") &&
           !holds(words, "display");
}

/* One part's words behind those before them, an empty line between. */
static void join(struct buffer *out, const struct buffer *text)
{
    if (text->length == 0)
        return;
    if (out->length > 0)
        buffer_add_string(out, "\n\n");
    buffer_add(out, text->data, text->length);
}

/* Only the marks of a part that is not shown: a calendar or a message within it. */
static void mark(struct mail_parts *parts, GMimeObject *part)
{
    parts->has_calendar |= is_type(part, "text", "calendar");
    parts->has_attached |= GMIME_IS_MESSAGE_PART(part) ||
                           is_type(part, "message", "rfc822") ||
                           is_type(part, "text", "rfc822-headers");
}

static void gather_leaf(struct mail_parts *parts, struct buffer *out, GMimeObject *part)
{
    bool readable = is_type(part, "text", "plain") || is_type(part, "text", "html");
    if (!readable || is_attachment(part) || !GMIME_IS_PART(part))
        return;
    if (out->length > MAIL_TEXT_MAX) {
        parts->cut = true;
        return;
    }
    struct buffer text = {0};
    mail_leaf_text(&text, GMIME_PART(part), &parts->cut);
    join(out, &text);
    buffer_free(&text);
}

static void gather_alternative(struct mail_parts *parts, struct buffer *out,
                               GMimeMultipart *multipart, int depth)
{
    struct buffer plain = {0}, rich = {0};
    int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; i++) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        if (is_type(part, "text", "plain"))
            gather(parts, &plain, part, depth + 1);
    }
    bool useful = is_useful(&plain);
    for (int i = 0; i < count; i++) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        if (is_type(part, "text", "plain"))
            continue;
        if (useful && !GMIME_IS_MULTIPART(part))
            mark(parts, part);
        else if (rich.length == 0)
            gather(parts, &rich, part, depth + 1);
    }
    join(out, useful || rich.length == 0 ? &plain : &rich);
    buffer_free(&plain);
    buffer_free(&rich);
}

static void gather_multipart(struct mail_parts *parts, struct buffer *out,
                             GMimeMultipart *multipart, int depth)
{
    GMimeObject *whole = GMIME_OBJECT(multipart);
    if (is_type(whole, "multipart", "alternative")) {
        gather_alternative(parts, out, multipart, depth);
        return;
    }
    bool first_only =
        is_type(whole, "multipart", "related") || is_type(whole, "multipart", "signed");
    int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; i++) {
        GMimeObject *part = g_mime_multipart_get_part(multipart, i);
        if (i > 0 && first_only)
            mark(parts, part);
        else
            gather(parts, out, part, depth + 1);
    }
}

static void gather(struct mail_parts *parts, struct buffer *out, GMimeObject *part,
                   int depth)
{
    if (!part)
        return;
    if (depth > MAIL_DEPTH_MAX || parts->seen >= MAIL_PARTS_MAX) {
        parts->cut = true;
        return;
    }
    parts->seen++;
    mark(parts, part);
    if (GMIME_IS_MULTIPART(part))
        gather_multipart(parts, out, GMIME_MULTIPART(part), depth);
    else
        gather_leaf(parts, out, part);
}

void mail_parts_gather(struct mail_parts *parts, GMimeObject *body)
{
    gather(parts, &parts->text, body, 0);
}

void mail_parts_free(struct mail_parts *parts)
{
    buffer_free(&parts->text);
}
