/* Reminders as iCalendar (RFC 5545), in the shape that calendar programs were found to
 * take (one event or task a reminder, one alarm, nobody invited). Written item by item:
 * memory stays flat whatever their number. The same calls with the same values give the
 * same bytes. Not for several threads.
 *
 *     calendar_begin, calendar_zone for each zone used, calendar_add for each reminder,
 * calendar_end
 */
#ifndef TOUCHBASE_CALENDAR_WRITER_H
#define TOUCHBASE_CALENDAR_WRITER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "touchbase/base/error.h"
#include "touchbase/model/reminder.h"

enum calendar_kind {
    CALENDAR_EVENTS, /* VEVENT, in the reminder's own zone: what every calendar program
                        takes */
    CALENDAR_TASKS /* VTODO, due in UTC; their UIDs end in "-task", so that both kinds may
                      be imported */
};

struct calendar_options {
    enum calendar_kind kind;
    const char *name;    /* the calendar's name (X-WR-CALNAME), written only with several;
                            NULL for none */
    const char *product; /* PRODID, "-//touchbase//touchbase 1.0//EN"; never NULL */
    bool several; /* two or more items follow: one alone must not be given a calendar of
                     its own */
    bool subscribed; /* the file will be fetched again and again: say how often */
};

struct calendar_writer;

/* Starts a calendar on out, which stays the caller's and is neither flushed nor closed.
 * NULL and err when it cannot be written to. */
struct calendar_writer *calendar_begin(FILE *out, const struct calendar_options *options,
                                       struct error *err);

/* Announces a zone (IANA name) before the first item: one VTIMEZONE (RFC 5545 3.6.5) is
 * written for it, right from the year before earliest_utc (the first item in it, UTC
 * seconds) on. The same zone may be announced again. A zone that is unknown, UTC, or not
 * to be told in two yearly rules gets none: its items are written in UTC. Not needed for
 * tasks. False and err when items were written already. */
bool calendar_zone(struct calendar_writer *writer, const char *zone, int64_t earliest_utc,
                   struct error *err);

/* Writes one reminder. A timed one stands in its zone when the VTIMEZONE agrees with the
 * zone's offset then and the wall time happens exactly once, otherwise in UTC (the first
 * of two in an overlap, RFC 5545 3.3.5). False and err for a uid that is none (letters,
 * digits, "-_.@+", at most 200), a day outside the years 1 to 9999, or when out cannot be
 * written to. */
bool calendar_add(struct calendar_writer *writer, const struct reminder *reminder,
                  struct error *err);

/* Ends the calendar and frees the writer, also when it fails. */
bool calendar_end(struct calendar_writer *writer, struct error *err);
/* Frees the writer with nothing more written; NULL is allowed. */
void calendar_cancel(struct calendar_writer *writer);

#endif
