#include "leaf.h"

#include <strings.h>

#include "touchbase/base/text.h"
#include "touchbase/mail/mail.h"

#include "html.h"
#include "plain.h"

enum { CHUNK = 16384, CHARSET_SIZE = 64 };

/* Reads a stream to its end or to MAIL_PART_MAX. */
static void read_stream(struct buffer *out, GMimeStream *stream, bool *cut)
{
    char chunk[CHUNK];
    ssize_t got;
    while ((got = g_mime_stream_read(stream, chunk, sizeof chunk)) > 0) {
        if (out->length + (size_t)got > MAIL_PART_MAX) {
            *cut = true;
            return;
        }
        buffer_add(out, chunk, (size_t)got);
    }
}

/* The part's bytes with its transfer encoding taken off. */
static void decode(struct buffer *out, GMimePart *part, bool *cut)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return;
    GMimeStream *raw = g_mime_data_wrapper_get_stream(content);
    g_mime_stream_reset(raw);
    GMimeContentEncoding encoding = g_mime_data_wrapper_get_encoding(content);
    GMimeStream *stream = g_mime_stream_filter_new(raw);
    GMimeFilter *filter = g_mime_filter_basic_new(encoding, FALSE);
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream), filter);
    read_stream(out, stream, cut);
    g_object_unref(filter);
    g_object_unref(stream);
}

static bool has_value(GMimeContentType *type, const char *name, const char *value)
{
    const char *found = g_mime_content_type_get_parameter(type, name);
    return found && strcasecmp(found, value) == 0;
}

static void add_plain(struct buffer *out, GMimeContentType *type,
                      const struct buffer *bytes)
{
    const char *charset = g_mime_content_type_get_parameter(type, "charset");
    struct buffer text = {0}, flowed = {0};
    mail_plain_decode(&text, charset, buffer_string(bytes), bytes->length);
    bool flow = has_value(type, "format", "flowed");
    if (flow)
        mail_plain_flow(&flowed, buffer_string(&text), text.length,
                        has_value(type, "delsp", "yes"));
    const struct buffer *done = flow ? &flowed : &text;
    mail_plain_tidy(out, buffer_string(done), done->length);
    buffer_free(&text);
    buffer_free(&flowed);
}

static void add_html(struct buffer *out, GMimeContentType *type,
                     const struct buffer *bytes)
{
    char named[CHARSET_SIZE];
    const char *charset = g_mime_content_type_get_parameter(type, "charset");
    if (!charset && !text_is_utf8(buffer_string(bytes), bytes->length))
        charset = mail_html_charset(bytes->data, bytes->length, named, sizeof named);
    struct buffer page = {0}, text = {0};
    mail_plain_decode(&page, charset, buffer_string(bytes), bytes->length);
    mail_html_text(&text, buffer_string(&page), page.length);
    mail_plain_tidy(out, buffer_string(&text), text.length);
    buffer_free(&page);
    buffer_free(&text);
}

void mail_leaf_text(struct buffer *out, GMimePart *part, bool *cut)
{
    GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    struct buffer bytes = {0};
    decode(&bytes, part, cut);
    if (g_mime_content_type_is_type(type, "text", "html"))
        add_html(out, type, &bytes);
    else
        add_plain(out, type, &bytes);
    buffer_free(&bytes);
}
