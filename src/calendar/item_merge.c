/* What others added to an item stays in it (calendar/item.h). The item tells by itself
 * which lines and which alarm were ours: it carries their hashes, whoever writes next. */
#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "parsed.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/fnv.h"
#include "touchbase/calendar/item.h"

enum { OURS_MAX = 1000 };

static const char ours_name[] = "X-TOUCHBASE-OURS";

/* Hashes of what this program wrote. */
struct ours {
    bool known; /* the item says so */
    uint32_t hashes[OURS_MAX];
    size_t count;
};

static uint32_t hash_of(const char *text, size_t length)
{
    uint64_t hash = fnv_on(FNV_START, text, length);
    return (uint32_t)(hash ^ (hash >> 32));
}

static void add_hash(struct ours *ours, uint32_t hash)
{
    if (ours->count < OURS_MAX) {
        ours->hashes[ours->count++] = hash;
    }
}

static bool has_hash(const struct ours *ours, uint32_t hash)
{
    for (size_t i = 0; i < ours->count; i++) {
        if (ours->hashes[i] == hash) {
            return true;
        }
    }
    return false;
}

/* The next line of a text that is not blank, its end trimmed; false behind the last. */
static bool next_line(const char **at, const char **line, size_t *length)
{
    do {
        *at += **at == '\n';
        *line = *at;
        *length = strcspn(*at, "\n");
        *at += *length;
        while (*length > 0 && strchr(" \t\r", (*line)[*length - 1]) != NULL) {
            --*length;
        }
    } while (*length == 0 && **at != '\0');
    return *length > 0;
}

static const char *description_of(icalcomponent *item)
{
    const char *text = icalcomponent_get_description(item);
    return text == NULL ? "" : text;
}

/* Whether it rings, and when, tells one alarm from another. */
static uint32_t alarm_hash(icalcomponent *alarm)
{
    icalproperty *trigger =
        icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    char *text = trigger == NULL ? NULL : icalproperty_get_value_as_string_r(trigger);
    uint32_t hash = text == NULL ? 0 : hash_of(text, strlen(text));
    icalmemory_free_buffer(text);
    return hash;
}

static void add_written(struct ours *ours, icalcomponent *item)
{
    const char *at = description_of(item), *line;
    size_t length;
    while (next_line(&at, &line, &length)) {
        add_hash(ours, hash_of(line, length));
    }
    icalcomponent *alarm = icalcomponent_get_first_component(item, ICAL_VALARM_COMPONENT);
    if (alarm != NULL) {
        add_hash(ours, alarm_hash(alarm));
    }
}

static bool is_ours_name(icalproperty *property)
{
    const char *name = icalproperty_get_x_name(property);
    return name != NULL && strcmp(name, ours_name) == 0;
}

static void read_ours(struct ours *ours, icalproperty *property)
{
    const char *at = icalproperty_get_x(property);
    char *end;
    ours->known = true;
    while (at != NULL && *at != '\0') {
        uint32_t hash = (uint32_t)strtoul(at, &end, 16);
        if (end == at) {
            return;
        }
        add_hash(ours, hash);
        at = end;
    }
}

static void add_recorded(struct ours *ours, icalcomponent *item)
{
    for (icalproperty *property = icalcomponent_get_first_property(item, ICAL_X_PROPERTY);
         property != NULL;
         property = icalcomponent_get_next_property(item, ICAL_X_PROPERTY)) {
        if (is_ours_name(property)) {
            read_ours(ours, property);
        }
    }
}

static void record(icalcomponent *item, const struct ours *written)
{
    struct buffer text = {0};
    for (size_t i = 0; i < written->count; i++) {
        buffer_add_format(&text, "%s%08x", i == 0 ? "" : " ", written->hashes[i]);
    }
    icalproperty *property = icalproperty_new_x(buffer_string(&text));
    icalproperty_set_x_name(property, ours_name);
    icalcomponent_add_property(item, property);
    buffer_free(&text);
}

/* What the desk says of a touch; of these there is nothing to be kept. */
static bool is_own_kind(icalproperty_kind kind)
{
    static const icalproperty_kind own[] = {
        ICAL_UID_PROPERTY,       ICAL_DTSTAMP_PROPERTY,
        ICAL_CREATED_PROPERTY,   ICAL_LASTMODIFIED_PROPERTY,
        ICAL_SEQUENCE_PROPERTY,  ICAL_SUMMARY_PROPERTY,
        ICAL_DTSTART_PROPERTY,   ICAL_DTEND_PROPERTY,
        ICAL_DUE_PROPERTY,       ICAL_DURATION_PROPERTY,
        ICAL_TRANSP_PROPERTY,    ICAL_STATUS_PROPERTY,
        ICAL_COMPLETED_PROPERTY, ICAL_DESCRIPTION_PROPERTY,
        ICAL_PRIORITY_PROPERTY,  ICAL_RRULE_PROPERTY,
        ICAL_RDATE_PROPERTY,     ICAL_EXDATE_PROPERTY,
        ICAL_CLASS_PROPERTY,     ICAL_RECURRENCEID_PROPERTY,
        ICAL_XLICERROR_PROPERTY, ICAL_PERCENTCOMPLETE_PROPERTY};
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        if (own[i] == kind) {
            return true;
        }
    }
    return false;
}

static bool is_theirs(icalproperty *property, icalcomponent *item)
{
    icalproperty_kind kind = icalproperty_isa(property);
    const char *category =
        kind == ICAL_CATEGORIES_PROPERTY ? icalproperty_get_categories(property) : NULL;
    if (is_own_kind(kind) || (kind == ICAL_X_PROPERTY && is_ours_name(property))) {
        return false;
    }
    if (kind == ICAL_URL_PROPERTY) { /* there is one at most */
        return icalcomponent_get_first_property(item, kind) == NULL;
    }
    return category == NULL || strcmp(category, "touchbase") != 0;
}

static void keep_properties(icalcomponent *item, icalcomponent *there)
{
    for (icalproperty *property =
             icalcomponent_get_first_property(there, ICAL_ANY_PROPERTY);
         property != NULL;
         property = icalcomponent_get_next_property(there, ICAL_ANY_PROPERTY)) {
        if (is_theirs(property, item)) {
            icalcomponent_add_property(item, icalproperty_new_clone(property));
        }
    }
}

static void keep_lines(icalcomponent *item, icalcomponent *there, const struct ours *ours)
{
    const char *at = description_of(there), *line;
    struct buffer text = {0};
    size_t length;
    buffer_add_string(&text, description_of(item));
    while (next_line(&at, &line, &length)) {
        if (!has_hash(ours, hash_of(line, length))) {
            buffer_add_format(&text, "%s%.*s", text.length == 0 ? "" : "\n", (int)length,
                              line);
        }
    }
    if (text.length > 0) {
        icalcomponent_set_description(item, buffer_string(&text));
    }
    buffer_free(&text);
}

/* Ours is written anew where it stands; who took it away, or set it to another time, does
 * not get it again. */
static void keep_alarms(icalcomponent *item, icalcomponent *there,
                        const struct ours *ours)
{
    icalcomponent *own = icalcomponent_get_first_component(item, ICAL_VALARM_COMPONENT);
    bool stands = false;
    for (icalcomponent *alarm =
             icalcomponent_get_first_component(there, ICAL_VALARM_COMPONENT);
         alarm != NULL;
         alarm = icalcomponent_get_next_component(there, ICAL_VALARM_COMPONENT)) {
        if (has_hash(ours, alarm_hash(alarm))) {
            stands = true;
        } else {
            icalcomponent_add_component(item, icalcomponent_new_clone(alarm));
        }
    }
    if (own != NULL && !stands) {
        icalcomponent_remove_component(item, own);
        icalcomponent_free(own);
    }
}

static void keep(icalcomponent *item, icalcomponent *there, const struct ours *written)
{
    struct ours ours = *written;
    add_recorded(&ours, there);
    keep_properties(item, there);
    if (ours.known) {
        keep_lines(item, there, &ours);
        keep_alarms(item, there, &ours);
    }
}

/* The item of a calendar that holds a single one; NULL otherwise. */
static icalcomponent *single(icalcomponent *calendar, icalcomponent_kind kind)
{
    icalcomponent *item =
        calendar == NULL ? NULL : icalcomponent_get_first_component(calendar, kind);
    if (item == NULL || icalcomponent_get_next_component(calendar, kind) != NULL) {
        return NULL;
    }
    return item;
}

static icalcomponent *item_of(icalcomponent *calendar)
{
    icalcomponent *event = single(calendar, ICAL_VEVENT_COMPONENT);
    return event != NULL ? event : single(calendar, ICAL_VTODO_COMPONENT);
}

static bool is_same(icalcomponent *item, icalcomponent *there)
{
    const char *uid = icalcomponent_get_uid(item), *other = icalcomponent_get_uid(there);
    return icalcomponent_isa(item) == icalcomponent_isa(there) && uid != NULL &&
           other != NULL && strcmp(uid, other) == 0;
}

char *calendar_item_merge(const char *text, const char *there, struct error *err)
{
    struct error none;
    icalcomponent *calendar = parsed_calendar(text, err);
    icalcomponent *old = there == NULL ? NULL : parsed_calendar(there, &none);
    icalcomponent *item = item_of(calendar), *old_item = item_of(old);
    struct ours written = {0};
    char *merged = NULL;
    if (item != NULL) {
        add_written(&written, item);
        if (old_item != NULL && is_same(item, old_item)) {
            keep(item, old_item, &written);
        }
        record(item, &written);
        merged = icalcomponent_as_ical_string_r(calendar);
    }
    if (calendar != NULL && merged == NULL) {
        error_set(err, ERROR_FAILED, "the calendar library could not write an item");
    }
    if (calendar != NULL) {
        icalcomponent_free(calendar);
    }
    if (old != NULL) {
        icalcomponent_free(old);
    }
    return merged;
}
