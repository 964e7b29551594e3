/* The absences a message names, put together from its dates. */
#ifndef AUTOREPLY_PERIOD_H
#define AUTOREPLY_PERIOD_H

#include "letter.h"

/* One absence as it is put together. */
struct period {
    day_number first;
    day_number last;  /* last day away */
    day_number until; /* an end that may be the last day or the return */
    day_number back;
    int back_minute;
    bool promised;   /* back is only the day of a promised answer */
    bool open_ended; /* the end is only that of the one day or the loose week that was
                        named */
    const struct event *first_event, *end_event, *back_event;
    const struct event *length_event; /* the end is so long after the first day */
};

struct periods {
    struct arena *arena;
    struct period *items;
    size_t count, capacity;
    struct event *events;
    size_t event_count, event_capacity;
};

/* Reads the absences of the subject or the text, in its order. */
void periods_read(struct letter *letter, const struct passage *passage,
                  struct periods *periods);
/* event.c: adds the dates of a passage that have a role to the events. */
void events_collect(struct letter *letter, struct periods *periods,
                    const struct passage *passage);
/* Does an event say nothing beside surer ones? */
bool event_is_idle(const struct periods *periods, const struct event *event);
/* The next day from Monday to Friday behind a day. */
day_number working_after(day_number day);
/* The days away that a date names: "off two weeks from Saturday" are those two weeks. */
struct date_expression days_away(const struct date_expression *date);
/* The day a length of time ends on that begins on a day. */
day_number day_after(day_number start, const struct date_expression *length);

#endif
