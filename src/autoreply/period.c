#include "period.h"

/* The dates of the sentences, with their roles, are put together to absences, in the
 * order of the text. */

enum { END_OF_WORK = 17 * 60, HOME_BEFORE = 4 };

static struct period *new_period(struct periods *periods)
{
    periods->items =
        arena_grow(periods->arena, periods->items, periods->count, periods->count + 1,
                   sizeof *periods->items, &periods->capacity);
    struct period *period = &periods->items[periods->count++];
    *period = (struct period){.first = DAY_NONE,
                              .last = DAY_NONE,
                              .until = DAY_NONE,
                              .back = DAY_NONE,
                              .back_minute = MINUTE_NONE};
    return period;
}

static struct period *current(struct periods *periods)
{
    return periods->count > 0 ? &periods->items[periods->count - 1] : new_period(periods);
}

static bool has_end(const struct period *period)
{
    return period->last != DAY_NONE || period->until != DAY_NONE ||
           period->back != DAY_NONE;
}

/* The last day away that is known so far, DAY_NONE when none is. */
static day_number known_last(const struct period *period)
{
    if (period->last != DAY_NONE)
        return period->last;
    return period->until != DAY_NONE ? period->until - 1 : period->first;
}

/* A day named in part comes after what is already known of the absence. */
static day_number after_known(const struct date_expression *date, day_number known)
{
    if (known == DAY_NONE || date->first > known)
        return date->first;
    return date_earliest(date, known + 1);
}

static bool near_to_last(const struct period *period, day_number first)
{
    return period->last != DAY_NONE && first > period->last &&
           first <= working_after(period->last);
}

/* "From today, and perhaps the rest of the week": longer than the one day that is known.
 */
static bool extends(const struct period *period, const struct date_expression *date)
{
    return period->open_ended && period->last != DAY_NONE &&
           date->first <= period->first && date->last > period->last &&
           date->form == DATE_WEEK;
}

/* "This weekend, in fact Friday through Monday": a range around what is known. */
static bool contains(const struct period *period, const struct date_expression *date)
{
    return date->form == DATE_SPAN && period->first != DAY_NONE &&
           period->last != DAY_NONE && period->back == DAY_NONE &&
           date->first <= period->first && date->last >= period->last;
}

/* "Closed for the Immaculate, on 7 and 8 December": days that are told count for more
 * than those of a feast beside them. */
static bool tells_feast(const struct period *period, const struct date_expression *date)
{
    return period->first_event && period->first_event == period->end_event &&
           period->first_event->mention->date.feast && !date->feast &&
           date->form != DATE_WEEK && date->first <= period->last + 1 &&
           date->last >= period->first - 1;
}

/* Away on a day, over a range: a new absence, the same once more, or a day right behind
 * the one before. */
static void take_span(struct periods *periods, const struct event *event)
{
    const struct date_expression days = days_away(&event->mention->date), *date = &days;
    struct period *period = current(periods);
    if (period->first == date->first &&
        (period->last == date->last || !has_end(period))) {
        period->open_ended = !has_end(period) && date->form != DATE_SPAN;
        period->last = date->last;
        period->end_event = period->end_event ? period->end_event : event;
        return;
    }
    if (extends(period, date)) {
        period->last = date->last;
        period->end_event = event;
        return;
    }
    if (contains(period, date) || tells_feast(period, date)) {
        period->first = date->first;
        period->last = date->last;
        period->first_event = period->end_event = event;
        return;
    }
    if (near_to_last(period, date->first) && period->back == DAY_NONE) {
        period->last = date->last;
        return;
    }
    /* "during the two weeks from 7 to 22 February": the days tell it better. */
    if (period->first == DAY_NONE && period->end_event &&
        period->end_event == period->length_event && date->form == DATE_SPAN)
        period->until = DAY_NONE;
    bool inside = period->first != DAY_NONE && known_last(period) != DAY_NONE &&
                  date->first >= period->first && date->last <= known_last(period);
    bool refines = inside && period->open_ended && date->form != DATE_WEEK;
    if (inside && !refines)
        return;
    if (!refines && (period->first != DAY_NONE || has_end(period))) {
        bool before_return = period->first == DAY_NONE && period->back != DAY_NONE &&
                             date->first < period->back && date->last <= period->back + 1;
        if (!before_return)
            period = new_period(periods);
    }
    period->first = date->first;
    period->last = date->last;
    period->open_ended = date->form != DATE_SPAN;
    period->first_event = period->end_event = event;
}

/* "We marry on Saturday, from Monday we are on our honeymoon": one absence. */
static bool goes_on(const struct period *period, const struct date_expression *date)
{
    return period->open_ended && period->back == DAY_NONE &&
           near_to_last(period, date->first);
}

static void take_first(struct periods *periods, const struct event *event)
{
    const struct date_expression *date = &event->mention->date;
    struct period *period = current(periods);
    if (period->first == date->first)
        return;
    if (period->first == DAY_NONE && period->length_event) {
        /* "for two weeks from 9 March" */
        period->first = date->first;
        period->first_event = event;
        period->until = day_after(period->first, &period->length_event->mention->date);
        return;
    }
    if (goes_on(period, date)) {
        period->last = DAY_NONE;
        period->open_ended = false;
        period->end_event = NULL;
        return;
    }
    day_number end = period->back != DAY_NONE ? period->back : known_last(period);
    if (period->first == DAY_NONE && end != DAY_NONE) {
        day_number first = date_latest(date, end);
        if (first <= end) {
            period->first = first;
            period->first_event = event;
            return;
        }
    }
    if (period->first != DAY_NONE || has_end(period))
        period = new_period(periods);
    period->first = date->first;
    period->first_event = event;
}

/* "After Whitsun I am away for a week." */
static void take_beyond(struct periods *periods, const struct event *event)
{
    struct period *period = current(periods);
    if (period->first != DAY_NONE || has_end(period))
        return;
    period->first = working_after(event->mention->date.last);
    period->first_event = event;
}

static void take_since(struct periods *periods, const struct event *event,
                       day_number today)
{
    struct period *period = current(periods);
    if (period->first != DAY_NONE)
        return;
    period->first = date_latest(&event->mention->date, today);
    period->first_event = event;
}

/* A start in the past year and an end this year: the start is the last one before the
 * end. */
static void pull_first(struct period *period, day_number end)
{
    if (period->first == DAY_NONE || period->first <= end || !period->first_event)
        return;
    period->first = date_latest(&period->first_event->mention->date, end);
}

static void take_end(struct periods *periods, const struct event *event)
{
    const struct date_expression *date = &event->mention->date;
    struct period *period = current(periods);
    bool until = event->role == ROLE_UNTIL && !date->inclusive;
    day_number end = until || date->form == DATE_DAY ? date->first : date->last;
    /* "Two weeks of hiking, until Tuesday": the day tells it better. */
    if (period->first == DAY_NONE && period->length_event &&
        period->end_event == period->length_event)
        period->until = DAY_NONE;
    if ((period->last != DAY_NONE && !(period->open_ended && end > period->last)) ||
        period->until != DAY_NONE)
        return;
    period->last = DAY_NONE;
    if (period->promised) {
        period->back = DAY_NONE;
        period->back_event = NULL;
        period->promised = false;
    }
    if (period->back != DAY_NONE) {
        if (period->first == DAY_NONE || end <= period->back)
            return;
        period = new_period(periods);
    }
    pull_first(period, end);
    if (date->form == DATE_DAY && period->first != DAY_NONE && end < period->first)
        end = date_earliest(date, period->first);
    bool evening = date->minute >= END_OF_WORK;
    if (until && !evening) {
        period->until = end;
        period->back_minute = date->minute;
    } else {
        period->last = end;
    }
    period->end_event = event;
}

static void take_length(struct periods *periods, const struct event *event,
                        day_number today)
{
    const struct date_expression *date = &event->mention->date;
    struct period *period = current(periods);
    bool one_day = period->open_ended && period->first == period->last;
    if (has_end(period) && !one_day)
        return;
    day_number start = period->first != DAY_NONE ? period->first : today;
    period->last = DAY_NONE;
    period->open_ended = false;
    period->until = day_after(start, date);
    period->length_event = event;
    period->end_event = event;
}

/* "I don't work on Fridays. Back on Monday", said on a Friday: it is this Friday. */
static void pull_weekday(struct period *period, const struct date_expression *back)
{
    bool weekday = period->first_event && period->open_ended &&
                   period->first_event->mention->date.cycle == CYCLE_WEEK;
    if (!weekday || back->form != DATE_DAY || back->first >= period->first)
        return;
    period->first = date_latest(&period->first_event->mention->date, back->first);
    period->last = period->first;
}

/* "I land back on Saturday, so expect me in the office on Monday": home at a weekend is
 * not yet at work. */
static bool lands_before(const struct period *period, const struct date_expression *date)
{
    return date->form == DATE_DAY && period->back != DAY_NONE &&
           day_weekday(period->back) >= SATURDAY && date->first > period->back &&
           date->first <= period->back + HOME_BEFORE;
}

static void take_back(struct periods *periods, const struct event *event)
{
    const struct date_expression *date = &event->mention->date;
    struct period *period = current(periods);
    bool exact = period->back_event &&
                 (date_makes_exact(&period->back_event->mention->date, date) ||
                  lands_before(period, date));
    if (period->back != DAY_NONE && !period->promised && !exact)
        return;
    period->promised = false;
    pull_weekday(period, date);
    bool about = period->end_event && period->end_event == period->length_event &&
                 date->cycle == CYCLE_YEAR; /* "away for a week, back on the 16th" */
    bool loose = (period->open_ended || about) && period->first != DAY_NONE &&
                 date->first > period->first; /* "this week" */
    day_number back = date->form == DATE_DAY && !loose
                          ? after_known(date, known_last(period))
                          : date->first;
    if (period->first_event && back < period->first) {
        pull_first(period, back);
        back = period->first <= back ? back : date_earliest(date, period->first);
    }
    if (event->role == ROLE_AFTER)
        back = working_after(date->form == DATE_DAY ? back : date->last);
    period->back = back;
    period->back_minute = date->minute;
    period->back_event = event;
}

/* "I will reply on Monday": the return when nothing else tells it. */
static void take_answer(struct periods *periods, const struct event *event,
                        day_number today)
{
    const struct date_expression *date = &event->mention->date;
    struct period *period = current(periods);
    pull_weekday(period, date);
    day_number known = known_last(period);
    day_number day = after_known(date, known);
    bool told = period->back != DAY_NONE || period->until != DAY_NONE ||
                (period->last != DAY_NONE && !period->open_ended);
    if (told || day <= today || (known != DAY_NONE && day <= known))
        return;
    period->back = day;
    period->back_minute = date->minute;
    period->back_event = event;
    period->promised = true;
}

/* "Away on Tuesday, back the day after." */
static void take_next(struct periods *periods, const struct event *event)
{
    struct period *period = current(periods);
    if (period->last == DAY_NONE || period->back != DAY_NONE)
        return;
    period->back = working_after(period->last);
    period->back_event = event;
}

/* "Back at 3": the same day when nothing else is known. */
static void take_time(struct periods *periods, const struct event *event,
                      day_number today)
{
    struct period *period = current(periods);
    bool one_day = period->first == DAY_NONE || period->first == period->last;
    if (period->back != DAY_NONE || !one_day || period->until != DAY_NONE)
        return;
    period->back = period->first != DAY_NONE ? period->first : today;
    period->back_minute = event->mention->date.minute;
    period->back_event = event;
}

static void take_event(struct periods *periods, const struct event *event,
                       day_number today)
{
    switch (event->role) {
    case ROLE_SPAN:
        take_span(periods, event);
        break;
    case ROLE_FIRST:
        take_first(periods, event);
        break;
    case ROLE_BEYOND:
        take_beyond(periods, event);
        break;
    case ROLE_SINCE:
        take_since(periods, event, today);
        break;
    case ROLE_LAST:
    case ROLE_UNTIL:
        take_end(periods, event);
        break;
    case ROLE_LENGTH:
        take_length(periods, event, today);
        break;
    case ROLE_BACK:
    case ROLE_AFTER:
        take_back(periods, event);
        break;
    case ROLE_ANSWER:
        take_answer(periods, event, today);
        break;
    case ROLE_NEXT:
        take_next(periods, event);
        break;
    case ROLE_TIME:
        take_time(periods, event, today);
        break;
    case ROLE_NONE:
        break;
    }
}

void periods_read(struct letter *letter, const struct passage *passage,
                  struct periods *periods)
{
    *periods = (struct periods){.arena = letter->arena};
    events_collect(letter, periods, passage);
    for (size_t i = 0; i < periods->event_count; i++)
        if (!event_is_idle(periods, &periods->events[i]))
            take_event(periods, &periods->events[i], letter->dates.now.day);
}
