#include "entry_people.h"

#include <string.h>
#include <strings.h>

#include "plain_text.h"

enum { NAME_LIMIT = 120, MAIL_LIMIT = 254 };

const char *entry_line(struct arena *arena, const char *text, size_t limit)
{
    struct buffer plain = {0};
    if (text == NULL) {
        return NULL;
    }
    plain_text(&plain, text, false, limit);
    const char *copy =
        plain.length > 0 ? arena_string(arena, buffer_string(&plain)) : NULL;
    buffer_free(&plain);
    return copy;
}

/* The address of "mailto:ana@example.com"; NULL for what is none. */
static const char *mail_of(struct arena *arena, const char *address)
{
    static const char scheme[] = "mailto:";
    if (address == NULL || strncasecmp(address, scheme, sizeof scheme - 1) != 0) {
        return NULL;
    }
    address += sizeof scheme - 1;
    size_t length = strcspn(address, "?");
    const char *mail = arena_copy(arena, address, length);
    for (size_t i = 0; i < length; i++) {
        if (mail[i] <= ' ' || mail[i] >= 0x7F) {
            return NULL;
        }
    }
    return length <= MAIL_LIMIT && strchr(mail, '@') != NULL ? mail : NULL;
}

static bool is_person(icalproperty *property)
{
    icalparameter *kind =
        icalproperty_get_first_parameter(property, ICAL_CUTYPE_PARAMETER);
    icalparameter_cutype type =
        kind != NULL ? icalparameter_get_cutype(kind) : ICAL_CUTYPE_INDIVIDUAL;
    return type != ICAL_CUTYPE_ROOM && type != ICAL_CUTYPE_RESOURCE;
}

static void add_person(struct arena *arena, struct appointment_person *people,
                       size_t *count, icalproperty *property, const char *address)
{
    icalparameter *named = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
    struct appointment_person person = {
        .name = entry_line(arena, named != NULL ? icalparameter_get_cn(named) : NULL,
                           NAME_LIMIT),
        .mail = mail_of(arena, address)};
    /* Some programs put the address where the name belongs. */
    if (person.name != NULL && strchr(person.name, '@') != NULL) {
        person.name = NULL;
    }
    if (*count < APPOINTMENT_PEOPLE_MAX && is_person(property) &&
        (person.name != NULL || person.mail != NULL)) {
        people[(*count)++] = person;
    }
}

void entry_people(struct arena *arena, icalcomponent *entry, struct appointment *out)
{
    struct appointment_person people[APPOINTMENT_PEOPLE_MAX];
    size_t count = 0;
    icalproperty *property =
        icalcomponent_get_first_property(entry, ICAL_ORGANIZER_PROPERTY);
    if (property != NULL) {
        add_person(arena, people, &count, property, icalproperty_get_organizer(property));
    }
    property = icalcomponent_get_first_property(entry, ICAL_ATTENDEE_PROPERTY);
    for (; property != NULL && count < APPOINTMENT_PEOPLE_MAX;
         property = icalcomponent_get_next_property(entry, ICAL_ATTENDEE_PROPERTY)) {
        add_person(arena, people, &count, property, icalproperty_get_attendee(property));
    }
    struct appointment_person *kept = arena_array(arena, count, sizeof *kept);
    if (count > 0) {
        memcpy(kept, people, count * sizeof *kept);
    }
    out->people = kept;
    out->people_count = count;
}
