/* Section numbers are RFC 6350's. */
#include "touchbase/contacts/writer.h"

#include <string.h>
#include <strings.h>

#include "points.h"
#include "property.h"
#include "touchbase/base/text.h"
#include "touchbase/base/uuid.h"
#include "vcard_related.h"

enum { FOLD_WIDTH = 75 }; /* octets, without the line end (3.2) */

/* A card while it is written. */
struct card_writer {
    struct buffer *out;
    struct arena *arena;
    const struct contact *contact;
    struct buffer line;
    int labels; /* groups made for labels that are no TYPE */
};

/* Where to break length bytes of text: at most width, not within a character. */
static size_t break_at(const char *text, size_t length, size_t width)
{
    if (length <= width) {
        return length;
    }
    size_t at = width;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at--;
    }
    return at > 0 ? at : width;
}

static void write_folded(struct buffer *out, const char *text, size_t length)
{
    size_t width = FOLD_WIDTH;
    for (;;) {
        size_t piece = break_at(text, length, width);
        buffer_add(out, text, piece);
        buffer_add_string(out, "\r\n");
        text += piece;
        length -= piece;
        if (length == 0) {
            return;
        }
        buffer_add_char(out, ' ');
        width = FOLD_WIDTH - 1;
    }
}

static void end_line(struct card_writer *writer)
{
    write_folded(writer->out, buffer_string(&writer->line), writer->line.length);
    buffer_clear(&writer->line);
}

static void write_text(struct card_writer *writer, const char *name, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        buffer_add_format(&writer->line, "%s:", name);
        property_escape(&writer->line, text);
        end_line(writer);
    }
}

static void write_uid(struct card_writer *writer)
{
    const struct contact *contact = writer->contact;
    const char *uid = contact->uid != NULL ? contact->uid : contact->uuid;
    if (uid != NULL && uuid_valid(uid)) {
        buffer_add_format(&writer->line, "UID:urn:uuid:%s", uid);
        end_line(writer);
    } else {
        write_text(writer, "UID", uid);
    }
}

/* Calls each for the lines of the card that came with the contact. */
static void each_card_line(struct card_writer *writer,
                           void (*each)(struct card_writer *writer,
                                        const struct property *property))
{
    const char *at = writer->contact->card;
    while (at != NULL && *at != '\0') {
        size_t length = strcspn(at, "\n");
        struct property property;
        if (property_parse(writer->arena, at, length, &property)) {
            each(writer, &property);
        }
        at += length + (at[length] == '\n');
    }
}

static bool same(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

/* The card's own line says more (prefixes, units) and still the same? */
static bool agrees(struct card_writer *writer, const struct property *property)
{
    const struct contact *contact = writer->contact;
    const char *first = property_part(writer->arena, property, 0, false);
    if (strcmp(property->name, "ORG") == 0) {
        return contact->company != NULL && same(first, contact->company);
    }
    const char *second = property_part(writer->arena, property, 1, false);
    return strcmp(property->name, "N") == 0 && same(first, contact->family) &&
           same(second, contact->given);
}

static void write_property(struct card_writer *writer, const struct property *property)
{
    buffer_add_string(&writer->line, property->line);
    end_line(writer);
}

/* The first line of that name in the card that agrees with the contact, when there is
 * one. */
static const struct property *find_own(struct card_writer *writer, const char *name)
{
    const char *at = writer->contact->card;
    while (at != NULL && *at != '\0') {
        size_t length = strcspn(at, "\n");
        struct property *property = arena_alloc(writer->arena, sizeof *property);
        if (strncmp(at, name, strlen(name)) == 0 &&
            property_parse(writer->arena, at, length, property) &&
            strcmp(property->name, name) == 0 && agrees(writer, property)) {
            return property;
        }
        at += length + (at[length] == '\n');
    }
    return NULL;
}

static void write_n(struct card_writer *writer)
{
    const struct contact *contact = writer->contact;
    const struct property *own = find_own(writer, "N");
    if (own != NULL) {
        write_property(writer, own);
    } else if (contact->family != NULL || contact->given != NULL) {
        buffer_add_string(&writer->line, "N:");
        property_escape(&writer->line, contact->family != NULL ? contact->family : "");
        buffer_add_char(&writer->line, ';');
        property_escape(&writer->line, contact->given != NULL ? contact->given : "");
        buffer_add_string(&writer->line, ";;;");
        end_line(writer);
    }
}

static void write_org(struct card_writer *writer)
{
    const struct property *own = find_own(writer, "ORG");
    if (own != NULL) {
        write_property(writer, own);
    } else {
        write_text(writer, "ORG", writer->contact->company);
    }
}

/* May every word of a label stand in TYPE, and does it read back as the same label? */
static bool is_type(struct card_writer *writer, const char *label)
{
    static const char *const words[] = {"work",  "home",  "mobile", "fax",
                                        "pager", "text",  "video",  "textphone",
                                        "main",  "other", "car"};
    for (const char *at = label; *at != '\0';) {
        size_t length = strcspn(at, " ");
        bool known = false;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            known = known ||
                    (strlen(words[i]) == length && memcmp(words[i], at, length) == 0);
        }
        if (!known) {
            return false;
        }
        at += length + (at[length] == ' ');
    }
    return same(points_label(writer->arena, label), label);
}

/* "work mobile" as ;TYPE=work,cell (5.6) */
static void add_types(struct buffer *line, const char *label)
{
    buffer_add_string(line, ";TYPE=");
    for (const char *at = label; *at != '\0';) {
        size_t length = strcspn(at, " ");
        bool mobile = length == 6 && memcmp(at, "mobile", 6) == 0;
        buffer_add(line, mobile ? "cell" : at, mobile ? 4 : length);
        buffer_add_string(line, at[length] == ' ' ? "," : "");
        at += length + (at[length] == ' ');
    }
}

/* ;LABEL="..." with the whole address, since a line of it need not be a part (6.3.1). */
static void add_address_label(struct buffer *line, const char *text)
{
    buffer_add_string(line, ";LABEL=\"");
    for (const char *c = text; *c != '\0'; c++) {
        switch (*c) {
        case '\n':
            buffer_add_string(line, "\\n");
            break;
        case '\\':
            buffer_add_string(line, "\\\\");
            break;
        case '"':
            buffer_add_string(line, "^'");
            break;
        case '^':
            buffer_add_string(line, "^^");
            break;
        default:
            buffer_add_char(line, *c);
        }
    }
    buffer_add_char(line, '"');
}

static void add_address(struct buffer *line, const char *text, const char *city)
{
    buffer_add_string(line, ":;;");
    property_escape(line, text);
    buffer_add_char(line, ';');
    property_escape(line, city != NULL ? city : "");
    buffer_add_string(line, ";;;");
}

static void write_point(struct card_writer *writer, const struct point *point,
                        int preference, const char *city)
{
    static const char *const names[POINT_COUNT] = {[POINT_MAIL] = "EMAIL",
                                                   [POINT_PHONE] = "TEL",
                                                   [POINT_ADDRESS] = "ADR",
                                                   [POINT_LINK] = "URL"};
    struct buffer *line = &writer->line;
    bool typed = point->label != NULL && is_type(writer, point->label);
    bool grouped = point->label != NULL && !typed;
    if (grouped) {
        buffer_add_format(line, "label%d.", ++writer->labels);
    }
    buffer_add_string(line, names[point->kind]);
    if (typed) {
        add_types(line, point->label);
    }
    if (preference > 0) {
        buffer_add_format(line, ";PREF=%d", preference < 100 ? preference : 100);
    }
    if (point->kind == POINT_ADDRESS) {
        add_address_label(line, point->value);
        add_address(line, point->value, city);
    } else {
        buffer_add_char(line, ':');
        property_escape(line, point->value);
    }
    end_line(writer);
    if (grouped) {
        buffer_add_format(line, "label%d.X-ABLABEL:", writer->labels);
        property_escape(line, point->label);
        end_line(writer);
    }
}

static int count_kind(const struct contact *contact, enum point_kind kind)
{
    int count = 0;
    for (size_t i = 0; i < contact->point_count; i++) {
        count += contact->points[i].kind == kind;
    }
    return count;
}

/* A city without an address is an ADR of its own; with one it stands in the first. */
static void write_points(struct card_writer *writer)
{
    const struct contact *contact = writer->contact;
    int ranks[POINT_COUNT] = {0};
    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];
        bool several = count_kind(contact, point->kind) > 1;
        int rank = ++ranks[point->kind];
        write_point(writer, point, several ? rank : 0, rank == 1 ? contact->city : NULL);
    }
    if (contact->city != NULL && ranks[POINT_ADDRESS] == 0) {
        buffer_add_string(&writer->line, "ADR:;;;");
        property_escape(&writer->line, contact->city);
        buffer_add_string(&writer->line, ";;;");
        end_line(writer);
    }
}

/* 4.0 has no ENCODING: what was base64 is a data: URI (6.2.4, RFC 2397). */
static void add_data_uri(struct buffer *line, const struct property *property)
{
    const char *type = property_parameter(property, "TYPE");
    const char *main_type = strcmp(property->name, "SOUND") == 0 ? "audio"
                            : strcmp(property->name, "KEY") == 0 ? "application"
                                                                 : "image";
    if (property->group != NULL) {
        buffer_add_format(line, "%s.", property->group);
    }
    buffer_add_format(line, "%s:data:", property->name);
    if (type != NULL) {
        buffer_add_format(line, "%s/", main_type);
        for (const char *c = type; *c != '\0' && *c != ','; c++) {
            buffer_add_char(line, (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c));
        }
    }
    buffer_add_format(line, ";base64,%s", property->value + strspn(property->value, " "));
}

static void write_rest(struct card_writer *writer, const struct property *property)
{
    if (strcmp(property->name, "N") == 0 ||
        (strcmp(property->name, "ORG") == 0 && agrees(writer, property))) {
        return;
    }
    if (property_is_base64(property)) {
        add_data_uri(&writer->line, property);
        end_line(writer);
    } else {
        write_property(writer, property);
    }
}

/* The ties that lines of the card say. */
static void read_said(struct card_writer *writer, struct contacts_record *said)
{
    struct property *properties = NULL;
    struct card card = {0};
    size_t capacity = 0;
    const char *at = writer->contact->card;
    while (at != NULL && *at != '\0') {
        size_t length = strcspn(at, "\n");
        properties = arena_grow(writer->arena, properties, card.count, card.count + 1,
                                sizeof *properties, &capacity);
        card.count += property_parse(writer->arena, at, length, &properties[card.count]);
        at += length + (at[length] == '\n');
    }
    card.properties = properties;
    *said = (struct contacts_record){0};
    vcard_related(writer->arena, &card, said);
}

static bool is_said(const struct contacts_record *said, const struct tie *tie)
{
    for (size_t i = 0; i < said->tie_count; i++) {
        const struct tie *other = &said->ties[i];
        const struct linked *a = &other->with;
        const struct linked *b = &tie->with;
        if (other->kind == tie->kind && other->of == tie->of &&
            ((a->uuid != NULL && same(a->uuid, b->uuid)) ||
             (a->name != NULL && b->name != NULL &&
              text_same_folded(a->name, b->name)))) {
            return true;
        }
    }
    return false;
}

static void write_ties(struct card_writer *writer, const struct contacts_record *record)
{
    struct contacts_record said;
    if (record->tie_count == 0) {
        return;
    }
    read_said(writer, &said);
    for (size_t i = 0; i < record->tie_count; i++) {
        if (!is_said(&said, &record->ties[i])) {
            vcard_related_line(&writer->line, &record->ties[i]);
            end_line(writer);
        }
    }
}

void contacts_write_vcard(struct buffer *out, const struct contacts_record *record)
{
    const struct contact *contact = &record->contact;
    struct card_writer writer = {.out = out, .arena = arena_create(), .contact = contact};
    buffer_add_string(out, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
    write_uid(&writer);
    write_text(&writer, "FN", contact->name);
    write_n(&writer);
    write_org(&writer);
    write_text(&writer, "TITLE", contact->title);
    write_points(&writer);
    write_text(&writer, "TZ", contact->zone);
    write_text(&writer, "NOTE", record->notes);
    write_ties(&writer, record);
    each_card_line(&writer, write_rest);
    buffer_add_string(out, "END:VCARD\r\n");
    buffer_free(&writer.line);
    arena_destroy(writer.arena);
}
