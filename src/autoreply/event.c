#include "period.h"

/* The dates of the sentences that say something of an absence, with their roles. */

day_number working_after(day_number day)
{
    return day_add_working(day, 1, (struct holidays){NULL, 0});
}

static void add_event(struct periods *periods, struct event event)
{
    periods->events =
        arena_grow(periods->arena, periods->events, periods->event_count,
                   periods->event_count + 1, sizeof event, &periods->event_capacity);
    periods->events[periods->event_count++] = event;
}

/* Without a date of the message only a day named in full is one. */
enum { DAY_1990 = 7305 };

bool date_is_certain(const struct letter *letter, const struct mention *mention)
{
    const struct date_expression *date = &mention->date;
    if (letter->dated)
        return mention->outcome != DATE_IMPOSSIBLE;
    return mention->outcome == DATE_FOUND && date->cycle == CYCLE_NONE &&
           date->first >= DAY_1990;
}

void events_collect(struct letter *letter, struct periods *periods,
                    const struct passage *passage)
{
    for (size_t s = 0; s < passage->sentence_count; s++) {
        const struct sentence *sentence = &passage->sentences[s];
        for (size_t i = sentence->mentions.first; i < sentence->mentions.end; i++) {
            const struct mention *mention = &passage->mentions.items[i];
            struct event event = {ROLE_NONE, passage, mention, 0};
            if (sentence->excluded || !date_is_certain(letter, mention))
                continue;
            event.role = role_of(letter, passage, sentence, mention, &event.certainty);
            if (event.role != ROLE_NONE && event.certainty >= CERTAINTY_BAR)
                add_event(periods, event);
        }
    }
}

enum { SURE = 80 };

/* "Welcome Week runs 19-23 September" beside "back on the 29th": a range that no word
 * holds counts only where nothing surer tells of an absence, or where it ends right
 * before the return; a beginning, where it lies before the return. */
bool event_is_idle(const struct periods *periods, const struct event *event)
{
    bool sure = false;
    if (event->certainty >= SURE ||
        (event->role != ROLE_SPAN && event->role != ROLE_FIRST))
        return false;
    day_number after = working_after(event->mention->date.last);
    for (size_t i = 0; i < periods->event_count; i++) {
        const struct event *other = &periods->events[i];
        if (other->certainty < SURE)
            continue;
        sure = sure || other->role != ROLE_NONE;
        bool fits = other->role == ROLE_BACK &&
                    other->mention->date.first > event->mention->date.last;
        if (fits && (event->role == ROLE_FIRST || other->mention->date.first <= after))
            return false;
    }
    return sure;
}

day_number day_after(day_number start, const struct date_expression *length)
{
    if (length->workdays)
        return day_add_working(start, length->days, (struct holidays){NULL, 0});
    return day_add_months(start, length->months) + length->days;
}

struct date_expression days_away(const struct date_expression *date)
{
    struct date_expression days = *date;
    if (date->counted_from == DAY_NONE || date->counted_from >= date->first)
        return days;
    days.form = DATE_SPAN;
    days.first = date->counted_from;
    days.last = date->first - 1;
    return days;
}
