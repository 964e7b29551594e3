#include "multistatus.h"

#include <libxml/xmlreader.h>
#include <string.h>

static const char dav[] = "DAV:";

struct reading {
    xmlTextReader *reader;
    struct arena *arena;
    struct collection_item *items;
    size_t count, capacity;
    const char *href; /* of the response under way; NULL: not said yet */
    const char *etag;
    bool collection; /* the response is about one */
    bool whole;      /* a multistatus was begun and ended */
};

static bool is(xmlTextReader *reader, const char *name)
{
    const xmlChar *space = xmlTextReaderConstNamespaceUri(reader);
    const xmlChar *local = xmlTextReaderConstLocalName(reader);
    return space && local && strcmp((const char *)space, dav) == 0 &&
           strcmp((const char *)local, name) == 0;
}

/* The text directly in the element that the reader stands on. */
static const char *text_in(struct reading *reading)
{
    xmlChar *text = xmlTextReaderReadString(reading->reader);
    const char *copy = arena_string(reading->arena, text ? (const char *)text : "");
    xmlFree(text);
    return copy;
}

/* Printable ASCII, as an address and an entity tag are (RFC 3986 2, RFC 9110 8.8.3). */
static bool is_token(const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if (text[i] <= ' ' || text[i] > '~')
            return false;
    return length > 0 && length < COLLECTION_NAME_MAX;
}

static const char *last_part(const char *address)
{
    const char *slash = strrchr(address, '/');
    return slash ? slash + 1 : address;
}

static bool end_response(struct reading *reading, struct error *err)
{
    const char *href = last_part(reading->href ? reading->href : "");
    if (reading->collection || !*href)
        return true;
    if (!is_token(href) || !reading->etag || !is_token(reading->etag))
        return error_set(err, ERROR_FAILED,
                         "it lists an item whose name or version cannot be read");
    if (reading->count == COLLECTION_ITEMS_MAX)
        return error_set(err, ERROR_FAILED, "it lists more than %d items",
                         COLLECTION_ITEMS_MAX);
    reading->items =
        arena_grow(reading->arena, reading->items, reading->count, reading->count + 1,
                   sizeof *reading->items, &reading->capacity);
    reading->items[reading->count++] =
        (struct collection_item){.href = href, .etag = reading->etag};
    return true;
}

static void enter(struct reading *reading)
{
    if (is(reading->reader, "response")) {
        reading->href = NULL;
        reading->etag = NULL;
        reading->collection = false;
    } else if (is(reading->reader, "href") && !reading->href) {
        reading->href = text_in(reading);
    } else if (is(reading->reader, "getetag")) {
        reading->etag = text_in(reading);
    } else if (is(reading->reader, "collection")) {
        reading->collection = true;
    }
}

static bool take_node(struct reading *reading, struct error *err)
{
    switch (xmlTextReaderNodeType(reading->reader)) {
    case XML_READER_TYPE_ELEMENT:
        enter(reading);
        return true;
    case XML_READER_TYPE_END_ELEMENT:
        reading->whole = is(reading->reader, "multistatus");
        return !is(reading->reader, "response") || end_response(reading, err);
    default:
        return true;
    }
}

static bool read_all(struct reading *reading, struct error *err)
{
    int state;
    while ((state = xmlTextReaderRead(reading->reader)) == 1)
        if (!take_node(reading, err))
            return false;
    if (state < 0 || !reading->whole)
        return error_set(
            err, ERROR_FAILED,
            "its list of items cannot be read: is the address that of a calendar?");
    return true;
}

bool multistatus_read(const char *xml, size_t length, struct arena *arena,
                      struct collection_item **items, size_t *count, struct error *err)
{
    struct reading reading = {
        .reader =
            xmlReaderForMemory(xml, (int)length, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        .arena = arena};
    if (!reading.reader)
        return error_set(err, ERROR_FAILED, "its list of items cannot be read");
    bool done = read_all(&reading, err);
    xmlFreeTextReader(reading.reader);
    *items = reading.items;
    *count = reading.count;
    return done;
}
