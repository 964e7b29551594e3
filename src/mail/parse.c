#include "parse.h"

#include <gmime/gmime.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/mail/mail.h"

#include "hash.h"
#include "head_guard.h"
#include "headers.h"
#include "parts.h"
#include "plain.h"

struct mail_parser {
    GMimeParserOptions *options;
};

struct mail_parser *mail_parser_create(void)
{
    const char *charsets[] = {"utf-8", "windows-1252", NULL};
    struct mail_parser *parser = memory_alloc(sizeof *parser);
    g_mime_init(); /* counts its callers */
    parser->options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(parser->options, charsets);
    return parser;
}

void mail_parser_destroy(struct mail_parser *parser)
{
    if (!parser)
        return;
    g_mime_parser_options_free(parser->options);
    free(parser);
}

/* The text, at most MAIL_TEXT_MAX of it. */
static void take_text(struct arena *arena, const struct mail_parts *parts,
                      struct message *out)
{
    size_t length = parts->text.length;
    out->has_calendar = parts->has_calendar;
    out->has_attached = parts->has_attached;
    out->cut |= parts->cut;
    if (length > MAIL_TEXT_MAX) {
        length = mail_plain_cut(parts->text.data, MAIL_TEXT_MAX);
        out->cut = true;
    }
    out->text = arena_copy(arena, buffer_string(&parts->text), length);
    out->text_length = length;
}

/* GMime reads bytes where they are: they must live as long as the mail does. */
static GByteArray borrow(const char *bytes, size_t length)
{
    GByteArray array = {.len = (guint)length};
    memcpy(&array.data, &bytes, sizeof array.data);
    return array;
}

static GMimeMessage *construct(const struct mail_parser *parser, GByteArray *array)
{
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), array);
    GMimeParser *reader = g_mime_parser_new_with_stream(stream);
    GMimeMessage *mail = g_mime_parser_construct_message(reader, parser->options);
    g_object_unref(reader);
    g_object_unref(stream);
    return mail;
}

bool mail_parse(struct mail_parser *parser, struct arena *arena, const char *bytes,
                size_t length, struct message *out, struct error *err)
{
    struct buffer mended = {0};
    GByteArray array = borrow(mail_head_guard(&mended, bytes, length), length);
    GMimeMessage *mail = construct(parser, &array);
    if (!mail) {
        buffer_free(&mended);
        return error_set(err, ERROR_FAILED, "there is no mail in it");
    }
    mail_headers_read(arena, mail, out);
    if (!out->message_id)
        out->message_id = mail_hash(arena, bytes, length);
    struct mail_parts parts = {0};
    mail_parts_gather(&parts, g_mime_message_get_mime_part(mail));
    take_text(arena, &parts, out);
    mail_parts_free(&parts);
    g_object_unref(mail);
    buffer_free(&mended);
    return true;
}
