/* Calendars written into memory. */
#ifndef TEST_WRITTEN_H
#define TEST_WRITTEN_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/zone.h"
#include "touchbase/calendar/writer.h"

enum { WRITTEN_CREATED = 1780000000, WRITTEN_CHANGED = 1790000000 };

static inline struct calendar_options written_options(enum calendar_kind kind,
                                                      bool several)
{
    return (struct calendar_options){.kind = kind,
                                     .name = "touchbase follow-ups",
                                     .product = "-//touchbase//touchbase 1.0//EN",
                                     .several = several};
}

/* The calendar of these reminders, each zone announced with its earliest item; the caller
 * frees it. Aborts on an error. */
static inline char *written(enum calendar_kind kind, const struct reminder *reminders,
                            size_t count)
{
    char *text = NULL;
    size_t length = 0;
    struct error err;
    FILE *out = open_memstream(&text, &length);
    struct calendar_options options = written_options(kind, count > 1);
    struct calendar_writer *writer = calendar_begin(out, &options, &err);
    bool good = writer != NULL;
    for (size_t i = 0; good && i < count; i++) {
        good = reminders[i].zone == NULL ||
               calendar_zone(writer, reminders[i].zone, reminders[i].due_utc, &err);
    }
    for (size_t i = 0; good && i < count; i++) {
        good = calendar_add(writer, &reminders[i], &err);
    }
    if (!good || !calendar_end(writer, &err) || fclose(out) != 0) {
        (void)fprintf(stderr, "%s\n", err.text);
        abort();
    }
    char *copy = memory_string(text);
    free(text);
    return copy;
}

/* A reminder of a wall time in a zone that exists. */
static inline struct reminder reminder_at(const char *uid, struct wall due,
                                          const char *zone)
{
    struct reminder reminder = {.uid = uid,
                                .sequence = 3,
                                .created_utc = WRITTEN_CREATED,
                                .changed_utc = WRITTEN_CHANGED,
                                .title = "Call Dana",
                                .due = due,
                                .zone = zone,
                                .alarm_minutes = 15};
    struct error err;
    struct zone *opened = zone != NULL ? zone_open(zone, &err) : NULL;
    if (opened != NULL) {
        (void)zone_utc(opened, due, &reminder.due_utc);
        zone_close(opened);
    } else {
        reminder.due_utc =
            (int64_t)due.day * 86400 + (due.minute > 0 ? due.minute * 60 : 0);
    }
    return reminder;
}

#endif
