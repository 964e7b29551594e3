#include "touchbase/calendar/writer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "component.h"
#include "plain_text.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "yearly_zone.h"

enum {
    TITLE_LIMIT = 250,
    DESCRIPTION_LIMIT = 4000,
    NAME_LIMIT = 60,
    EVENT_SECONDS = 15 * 60
};

/* An announced zone. */
struct used_zone {
    char *name;
    int64_t earliest_utc;
    struct zone *zone;
    bool told; /* there is a VTIMEZONE of it: rules */
    struct yearly_zone rules;
};

struct calendar_writer {
    FILE *out;
    enum calendar_kind kind;
    struct used_zone *
        *zones; /* sorted by name, so that the order of announcing makes no difference */
    size_t zone_count;
    size_t zone_capacity;
    bool zones_written;
    struct arena *arena; /* for zones and their names */
    struct buffer title;
    struct buffer description;
    struct buffer lines; /* of what is put next */
};

/* Writes the lines and empties them. */
static bool put(struct calendar_writer *writer, struct error *err)
{
    size_t length = writer->lines.length;
    bool written = fwrite(writer->lines.data, 1, length, writer->out) == length;
    buffer_clear(&writer->lines);
    return written || error_set_errno(err, errno, "cannot write the calendar");
}

/* Not every program takes escapes in an X- property. */
static void clean_name(struct buffer *out, const char *name)
{
    plain_text(out, name, false, NAME_LIMIT);
    for (size_t i = 0; i < out->length; i++) {
        if (strchr(",;\\", out->data[i]) != NULL) {
            out->data[i] = ' ';
        }
    }
}

static bool write_header(struct calendar_writer *writer,
                         const struct calendar_options *options, struct error *err)
{
    struct buffer name = {0};
    if (options->several && options->name != NULL) {
        clean_name(&name, options->name);
    }
    component_header(&writer->lines, options,
                     name.length > 0 ? buffer_string(&name) : NULL);
    buffer_free(&name);
    return put(writer, err);
}

struct calendar_writer *calendar_begin(FILE *out, const struct calendar_options *options,
                                       struct error *err)
{
    struct calendar_writer *writer = memory_alloc(sizeof *writer);
    *writer = (struct calendar_writer){
        .out = out, .kind = options->kind, .arena = arena_create()};
    if (!write_header(writer, options, err)) {
        calendar_cancel(writer);
        return NULL;
    }
    return writer;
}

/* Where a zone is, or where it would be; *found says which. */
static size_t locate(const struct calendar_writer *writer, const char *name, bool *found)
{
    size_t low = 0;
    size_t high = writer->zone_count;
    *found = false;
    while (low < high && !*found) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(writer->zones[middle]->name, name);
        *found = order == 0;
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return high;
}

static void insert_zone(struct calendar_writer *writer, size_t at, struct used_zone *zone)
{
    writer->zones = arena_grow(writer->arena, writer->zones, writer->zone_count,
                               writer->zone_count + 1, sizeof(struct used_zone *),
                               &writer->zone_capacity);
    memmove(&writer->zones[at + 1], &writer->zones[at],
            (writer->zone_count - at) * sizeof *writer->zones);
    writer->zones[at] = zone;
    writer->zone_count++;
}

bool calendar_zone(struct calendar_writer *writer, const char *zone, int64_t earliest_utc,
                   struct error *err)
{
    if (writer->zones_written) {
        return error_set(err, ERROR_FAILED,
                         "the zone %s was announced after the first item", zone);
    }
    bool found;
    size_t at = locate(writer, zone, &found);
    if (found) {
        struct used_zone *known = writer->zones[at];
        known->earliest_utc =
            earliest_utc < known->earliest_utc ? earliest_utc : known->earliest_utc;
        return true;
    }
    struct error
        ignored; /* a zone this system does not know: its items are written in UTC */
    struct zone *opened = zone_name_valid(zone) ? zone_open(zone, &ignored) : NULL;
    if (opened != NULL) {
        struct used_zone *used = arena_alloc(writer->arena, sizeof *used);
        *used = (struct used_zone){
            arena_string(writer->arena, zone), earliest_utc, opened, false, {.count = 0}};
        insert_zone(writer, at, used);
    }
    return true;
}

static bool is_utc(const char *name)
{
    static const char *const names[] = {"UTC",     "Etc/UTC", "GMT",  "Etc/GMT",
                                        "Etc/UCT", "UCT",     "Zulu", "Etc/Zulu"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void add_zones(struct calendar_writer *writer)
{
    for (size_t i = 0; !writer->zones_written && i < writer->zone_count; i++) {
        struct used_zone *used = writer->zones[i];
        used->told = writer->kind == CALENDAR_EVENTS && !is_utc(used->name) &&
                     yearly_zone_find(used->zone, used->earliest_utc, &used->rules);
        if (used->told) {
            component_zone(&writer->lines, used->name, &used->rules);
        }
    }
    writer->zones_written = true;
}

/* Do the written rules say the same as the zone, at the item's start and end? */
static bool is_right(const struct used_zone *used, int64_t utc)
{
    int offset = zone_offset(used->zone, utc);
    int start;
    int end;
    return used->told && yearly_zone_offset(&used->rules, utc, &start) &&
           start == offset &&
           yearly_zone_offset(&used->rules, utc + EVENT_SECONDS, &end) && end == offset &&
           zone_offset(used->zone, utc + EVENT_SECONDS) == offset;
}

static struct moment decide(const struct calendar_writer *writer,
                            const struct reminder *reminder)
{
    struct moment moment = {.wall = reminder->due, .utc = reminder->due_utc};
    if (reminder->due.minute == MINUTE_NONE || reminder->zone == NULL) {
        return moment;
    }
    bool found;
    size_t at = locate(writer, reminder->zone, &found);
    if (found) {
        const struct used_zone *used = writer->zones[at];
        enum zone_fit fit = zone_utc(used->zone, reminder->due, &moment.utc);
        moment.zone = fit == ZONE_ONCE && is_right(used, moment.utc) ? used->name : NULL;
    }
    return moment;
}

static struct item_text clean_text(struct calendar_writer *writer,
                                   const struct reminder *reminder)
{
    buffer_clear(&writer->title);
    buffer_clear(&writer->description);
    if (reminder->title != NULL) {
        plain_text(&writer->title, reminder->title, false, TITLE_LIMIT);
    }
    if (reminder->description != NULL) {
        plain_text(&writer->description, reminder->description, true, DESCRIPTION_LIMIT);
    }
    bool link = reminder->link != NULL && plain_uri(reminder->link);
    return (struct item_text){
        .title = writer->title.length > 0 ? buffer_string(&writer->title) : "Reminder",
        .description =
            writer->description.length > 0 ? buffer_string(&writer->description) : NULL,
        .link = link ? reminder->link : NULL};
}

static bool check(const struct reminder *reminder, struct error *err)
{
    if (reminder->uid == NULL || !plain_uid(reminder->uid)) {
        return error_set(err, ERROR_FAILED, "a reminder has no usable identity (UID)");
    }
    if (reminder->due.day < day_of(1, 1, 2) || reminder->due.day > day_of(9999, 12, 30)) {
        return error_set(err, ERROR_FAILED,
                         "the reminder %s has no day between the years 1 "
                         "and 9999",
                         reminder->uid);
    }
    return true;
}

bool calendar_add(struct calendar_writer *writer, const struct reminder *reminder,
                  struct error *err)
{
    if (!check(reminder, err)) {
        return false;
    }
    add_zones(writer);
    struct item_text text = clean_text(writer, reminder);
    struct moment moment = decide(writer, reminder);
    if (writer->kind == CALENDAR_EVENTS) {
        component_event(&writer->lines, reminder, &text, &moment);
    } else {
        component_task(&writer->lines, reminder, &text, &moment);
    }
    return put(writer, err);
}

bool calendar_end(struct calendar_writer *writer, struct error *err)
{
    add_zones(writer);
    component_end(&writer->lines);
    bool written = put(writer, err);
    calendar_cancel(writer);
    return written;
}

void calendar_cancel(struct calendar_writer *writer)
{
    if (writer == NULL) {
        return;
    }
    for (size_t i = 0; i < writer->zone_count; i++) {
        zone_close(writer->zones[i]->zone);
    }
    buffer_free(&writer->title);
    buffer_free(&writer->description);
    buffer_free(&writer->lines);
    arena_destroy(writer->arena);
    free(writer);
}
