/* A card's properties as the fields of a record. Section numbers are RFC 6350's unless
 * another is named. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "points.h"
#include "property.h"
#include "vcard_address.h"
#include "vcard_reader.h"
#include "zone_names.h"

enum { CARD_TEXT_LIMIT = 512 * 1024 }; /* bytes of lines kept verbatim */

/* A record while it is filled. */
struct filling {
    struct arena *arena;
    const struct card *card;
    struct zone_names *zones;
    struct contacts_record *out;
    struct points points;
    struct buffer kept; /* lines we have no field for */
    struct buffer notes;
    const char *n_name; /* the name spelled out from N */
    const char *nickname;
    int name_rank; /* preference of the FN, TITLE and ORG taken */
    int city_rank;
};

static char *text_of(const struct filling *filling, const struct property *property)
{
    return property_text(filling->arena, property, filling->card->old);
}

static char *part_of(const struct filling *filling, const struct property *property,
                     size_t index)
{
    return property_part(filling->arena, property, index, filling->card->old);
}

/* 6.2.1; the preferred one when there are several. */
static bool take_fn(struct filling *filling, const struct property *property)
{
    char *name = text_of(filling, property);
    int rank = property_preference(property);
    if (name == NULL) {
        return true;
    }
    if (filling->out->contact.name != NULL && rank >= filling->name_rank) {
        return false;
    }
    filling->out->contact.name = name;
    filling->name_rank = rank;
    return true;
}

/* 6.2.2: family; given; additional; prefixes; suffixes. */
static bool take_n(struct filling *filling, const struct property *property)
{
    struct contact *contact = &filling->out->contact;
    if (filling->n_name != NULL) {
        return false;
    }
    static const size_t order[] = {1, 2, 0, 4};
    struct buffer name = {0};
    contact->family = part_of(filling, property, 0);
    contact->given = part_of(filling, property, 1);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *part = part_of(filling, property, order[i]);
        if (part != NULL) {
            buffer_add_string(&name, name.length > 0 ? " " : "");
            buffer_add_string(&name, part);
        }
    }
    filling->n_name =
        name.length > 0 ? arena_copy(filling->arena, name.data, name.length) : NULL;
    buffer_free(&name);
    bool more = property_part_count(property) >
                (size_t)(contact->family != NULL) + (contact->given != NULL);
    return !more;
}

/* 6.6.4: organisation; units. Units stay in the card's own line. */
static bool take_org(struct filling *filling, const struct property *property)
{
    char *company = part_of(filling, property, 0);
    if (filling->out->contact.company != NULL || company == NULL) {
        return company == NULL && property_part_count(property) == 0;
    }
    filling->out->contact.company = company;
    return property_part_count(property) == 1;
}

/* 6.6.1 */
static bool take_title(struct filling *filling, const struct property *property)
{
    char *title = text_of(filling, property);
    if (title == NULL || filling->out->contact.title == NULL) {
        filling->out->contact.title = title != NULL ? title : filling->out->contact.title;
        return true;
    }
    return false;
}

/* 6.7.2 */
static bool take_note(struct filling *filling, const struct property *property)
{
    const char *note = text_of(filling, property);
    if (note != NULL) {
        buffer_add_string(&filling->notes, filling->notes.length > 0 ? "\n\n" : "");
        buffer_add_string(&filling->notes, note);
    }
    return true;
}

/* 6.7.6 */
static bool take_uid(struct filling *filling, const struct property *property)
{
    const char *uid = text_of(filling, property);
    if (uid != NULL && strncasecmp(uid, "urn:uuid:", 9) == 0) {
        uid += 9;
    }
    if (filling->out->contact.uid == NULL) {
        filling->out->contact.uid = uid;
    }
    return true;
}

/* 6.5.1: text is an IANA name, but may as well be an offset or anything. */
static bool take_zone(struct filling *filling, const struct property *property)
{
    const char *zone = text_of(filling, property);
    bool known = zone != NULL && filling->out->contact.zone == NULL &&
                 zone_names_has(filling->zones, zone);
    if (known) {
        filling->out->contact.zone = zone;
    }
    return known || zone == NULL;
}

/* Apple's name for a group's property: item1.X-ABLABEL:_$!<Mobile>!$_ */
static const char *group_label(const struct filling *filling, const char *group)
{
    for (size_t i = 0; group != NULL && i < filling->card->count; i++) {
        const struct property *property = &filling->card->properties[i];
        if (property->group == NULL || strcasecmp(property->group, group) != 0 ||
            strcmp(property->name, "X-ABLABEL") != 0) {
            continue;
        }
        char *label = text_of(filling, property);
        if (label != NULL && strncmp(label, "_$!<", 4) == 0) {
            label += 4;
            label[strcspn(label, ">")] = '\0';
            return points_label(filling->arena, label);
        }
        return label;
    }
    return NULL;
}

/* 5.6: all values of all TYPEs, and the bare ones of 2.1. */
static const char *type_label(const struct filling *filling,
                              const struct property *property)
{
    struct buffer types = {0};
    for (size_t i = 0; i < property->parameter_count; i++) {
        if (strcmp(property->parameters[i].name, "TYPE") == 0) {
            buffer_add_string(&types, property->parameters[i].value);
            buffer_add_char(&types, ',');
        }
    }
    const char *label = points_label(filling->arena, buffer_string(&types));
    buffer_free(&types);
    return label;
}

static bool add_point(struct filling *filling, const struct property *property,
                      enum point_kind kind, const char *value)
{
    const char *label = group_label(filling, property->group);
    points_add(&filling->points, kind, value,
               label != NULL ? label : type_label(filling, property),
               property_preference(property));
    return true;
}

/* 6.4.2 */
static bool take_mail(struct filling *filling, const struct property *property)
{
    const char *mail = text_of(filling, property);
    bool uri = mail != NULL && strncasecmp(mail, "mailto:", 7) == 0;
    return add_point(filling, property, POINT_MAIL, uri ? mail + 7 : mail);
}

/* 6.4.1: text, or a tel: URI (RFC 3966) whose extension we write as people do. */
static bool take_phone(struct filling *filling, const struct property *property)
{
    char *phone = text_of(filling, property);
    if (phone != NULL && strncasecmp(phone, "tel:", 4) == 0) {
        char *number = phone + 4;
        char *extension = strstr(number, ";ext=");
        number[strcspn(number, ";")] = '\0';
        phone = number;
        if (extension != NULL && extension[5] != '\0') {
            extension[5 + strcspn(extension + 5, ";")] = '\0';
            phone = arena_format(filling->arena, "%s x%s", number, extension + 5);
        }
    }
    return add_point(filling, property, POINT_PHONE, phone);
}

/* 6.7.8 */
static bool take_link(struct filling *filling, const struct property *property)
{
    return add_point(filling, property, POINT_LINK, text_of(filling, property));
}

/* 6.3.1 */
static bool take_address(struct filling *filling, const struct property *property)
{
    struct contact *contact = &filling->out->contact;
    int rank = property_preference(property);
    const char *city = part_of(filling, property, ADDRESS_LOCALITY);
    if (city != NULL && (contact->city == NULL || rank < filling->city_rank)) {
        contact->city = city;
        filling->city_rank = rank;
    }
    const char *text = vcard_address_text(filling->arena, property, filling->card->old);
    return add_point(filling, property, POINT_ADDRESS, text);
}

static bool take_nickname(struct filling *filling, const struct property *property)
{
    filling->nickname =
        filling->nickname != NULL ? filling->nickname : text_of(filling, property);
    return false;
}

/* 6.1.4; other_kind has turned away what is no person. */
static bool take_kind(struct filling *filling, const struct property *property)
{
    (void)filling;
    return strcasecmp(property->value, "individual") == 0;
}

/* Belongs to the file or its writer, not to the person. */
static bool take_nothing(struct filling *filling, const struct property *property)
{
    (void)filling;
    (void)property;
    return true;
}

/* What is done with which property. A taker returns false when the line says more than
 * was taken of it, so that it has to be kept. */
struct taker {
    const char *name;
    bool (*take)(struct filling *filling, const struct property *property);
};

static const struct taker takers[] = {
    {"ADR", take_address}, {"EMAIL", take_mail},        {"FN", take_fn},
    {"N", take_n},         {"NICKNAME", take_nickname}, {"NOTE", take_note},
    {"ORG", take_org},     {"PRODID", take_nothing},    {"REV", take_nothing},
    {"TEL", take_phone},   {"TITLE", take_title},       {"TZ", take_zone},
    {"UID", take_uid},     {"URL", take_link},          {"VERSION", take_nothing},
    {"KIND", take_kind},
};

static const struct taker *find_taker(const char *name)
{
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++) {
        if (strcmp(takers[i].name, name) == 0) {
            return &takers[i];
        }
    }
    return NULL;
}

/* A label is kept only for a property that is kept too. */
static bool is_used_label(const struct filling *filling, const struct property *property)
{
    if (property->group == NULL || strcmp(property->name, "X-ABLABEL") != 0) {
        return false;
    }
    for (size_t i = 0; i < filling->card->count; i++) {
        const struct property *other = &filling->card->properties[i];
        if (other != property && other->group != NULL &&
            find_taker(other->name) == NULL &&
            strcasecmp(other->group, property->group) == 0) {
            return false;
        }
    }
    return true;
}

static void keep(struct filling *filling, const struct property *property)
{
    struct buffer line = {0};
    if (property->rewritten || filling->card->old) {
        property_write(&line, property, filling->card->old);
    } else {
        buffer_add_string(&line, property->line);
    }
    if (filling->kept.length + line.length + 1 > CARD_TEXT_LIMIT) {
        filling->out->remark =
            arena_format(filling->arena, "%s of %zu KiB left out: too large",
                         property->name, line.length / 1024);
    } else {
        buffer_add(&filling->kept, line.data, line.length);
        buffer_add_char(&filling->kept, '\n');
    }
    buffer_free(&line);
}

static void take_all(struct filling *filling)
{
    for (size_t i = 0; i < filling->card->count; i++) {
        const struct property *property = &filling->card->properties[i];
        const struct taker *taker = find_taker(property->name);
        bool taken = taker != NULL ? taker->take(filling, property)
                                   : is_used_label(filling, property);
        if (!taken && property->value[0] != '\0') {
            keep(filling, property);
        }
    }
}

/* A card must have an FN (6.2.1), but not all have: then N, then what else one could be
 * called by. */
static const char *best_name(const struct filling *filling)
{
    const struct contact *contact = &filling->out->contact;
    const char *const names[] = {contact->name, filling->n_name, filling->nickname,
                                 contact->company};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i] != NULL) {
            return names[i];
        }
    }
    return contact_first(contact, POINT_MAIL);
}

/* 6.1.4, and Apple's word for it in 3.0. Organisations come in; groups, places and things
 * do not. */
static const char *other_kind(const struct card *card)
{
    for (size_t i = 0; i < card->count; i++) {
        const struct property *property = &card->properties[i];
        if ((strcmp(property->name, "KIND") == 0 ||
             strcmp(property->name, "X-ADDRESSBOOKSERVER-KIND") == 0) &&
            strcasecmp(property->value, "individual") != 0 &&
            strcasecmp(property->value, "org") != 0) {
            return property->value;
        }
    }
    return NULL;
}

static void finish(struct filling *filling)
{
    struct contacts_record *out = filling->out;
    points_finish(&filling->points, &out->contact);
    if (filling->points.full) {
        out->remark = arena_format(
            filling->arena, "only the first %d mails and numbers taken", POINTS_LIMIT);
    }
    out->contact.name = best_name(filling);
    if (filling->kept.length > 0) {
        out->contact.card =
            arena_copy(filling->arena, filling->kept.data, filling->kept.length);
    }
    if (filling->notes.length > 0) {
        out->notes =
            arena_copy(filling->arena, filling->notes.data, filling->notes.length);
    }
    buffer_free(&filling->kept);
    buffer_free(&filling->notes);
}

bool vcard_fields(struct arena *arena, const struct card *card, struct zone_names *zones,
                  struct contacts_record *out, struct error *err)
{
    const char *kind = other_kind(card);
    if (kind != NULL) {
        return error_set(err, ERROR_FAILED,
                         "a card of the kind \"%.40s\", not a person: skipped", kind);
    }
    struct filling filling = {.arena = arena,
                              .card = card,
                              .zones = zones,
                              .out = out,
                              .points = {.arena = arena}};
    take_all(&filling);
    finish(&filling);
    return out->contact.name != NULL ||
           error_set(err, ERROR_FAILED, "no name, company or mail address in the card");
}
