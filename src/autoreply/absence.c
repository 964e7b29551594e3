#include "period.h"

/* From when and back when: of the absences that a message names, the one under way on its
 * day, else the next to begin. */

/* The first day at work, from what was said: a stated return wins over the end of a
 * range. */
static day_number return_of(const struct period *period)
{
    if (period->back != DAY_NONE)
        return period->back;
    if (period->last != DAY_NONE)
        return working_after(period->last);
    if (period->until == DAY_NONE)
        return DAY_NONE;
    return day_weekday(period->until) >= SATURDAY ? working_after(period->until)
                                                  : period->until;
}

enum { SURE = 80 };

/* Is it told by a word for being away or back, and not by its dates alone? */
static bool is_sure(const struct period *period)
{
    const struct event *events[] = {period->first_event, period->end_event,
                                    period->back_event, period->length_event};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i] && events[i]->certainty >= SURE)
            return true;
    return false;
}

static bool any_sure(const struct periods *periods)
{
    for (size_t i = 0; i < periods->count; i++)
        if (is_sure(&periods->items[i]))
            return true;
    return false;
}

/* Of those that are sure, if any is: the absence under way on a day, else the next to
 * begin, else the first of the text (a stale notice). */
static const struct period *choose(const struct periods *periods, day_number today)
{
    const struct period *next = NULL;
    bool sure = any_sure(periods);
    for (size_t i = 0; i < periods->count; i++) {
        const struct period *period = &periods->items[i];
        day_number back = return_of(period);
        if (sure && !is_sure(period))
            continue;
        bool begun = period->first == DAY_NONE || period->first <= today;
        if (begun && (back == DAY_NONE || back > today || period->first == today))
            return period;
        if (!begun && (!next || period->first < next->first))
            next = period;
    }
    if (next)
        return next;
    return periods->count > 0 ? &periods->items[0] : NULL;
}

static void prove(struct letter *letter, enum field field, const struct event *event)
{
    if (!event)
        return;
    size_t at = event->mention->at;
    evidence_add(letter, field, event->passage, at, at + event->mention->date.count,
                 event->certainty);
}

/* A 3/4 that nothing tells how to read leaves its field open. */
static bool is_open(const struct event *event)
{
    return event && event->mention->outcome == DATE_AMBIGUOUS;
}

/* "Didn't say when back": the one day that was named is no end. */
static bool says_no_end(const struct letter *letter)
{
    return cue_in(&letter->text, (struct range){0, letter->text.cues.count},
                  CUE_NO_END) != NULL;
}

/* A stay in hospital, a birth, a jury: the one day that was named is the first of some.
 */
static bool lasts(const struct reading *out)
{
    return out->hospital || out->reason == REASON_PARENTAL || out->reason == REASON_JURY;
}

/* "The rest of July", said on the 20th, did not begin on the 1st. */
static bool is_month_begun(const struct letter *letter, const struct period *period)
{
    return period->first_event && period->first_event->mention->date.form == DATE_MONTH &&
           period->first < letter->dates.now.day;
}

static void take_in(struct letter *letter, const struct period *period,
                    struct reading *out)
{
    const struct event *end = period->back_event ? period->back_event : period->end_event;
    out->ambiguous_date = is_open(period->first_event) || is_open(end);
    if (!is_open(period->first_event) && period->first != DAY_NONE &&
        !is_month_begun(letter, period)) {
        out->first_day = period->first;
        prove(letter, FIELD_FIRST_DAY, period->first_event);
    }
    /* "Away today. Back on 4 January", long gone: that return is none of this. */
    bool before = out->first_day != DAY_NONE && return_of(period) < out->first_day;
    bool one_day = period->first != DAY_NONE && period->first == period->last;
    bool stated = period->back_event || !period->open_ended || period->until != DAY_NONE;
    if (!is_open(end) && return_of(period) != DAY_NONE && !before &&
        (stated || !(says_no_end(letter) || (one_day && lasts(out))))) {
        out->back = return_of(period);
        out->back_minute = period->back_minute;
        prove(letter, FIELD_BACK, end);
    }
}

/* What the subject or the text says, on its own. */
struct account {
    struct periods periods;
    const struct period *chosen;
    struct reading reading;
};

static void assemble(struct letter *letter, const struct passage *passage,
                     const struct reading *out, struct account *account)
{
    *account = (struct account){.reading = *out};
    periods_read(letter, passage, &account->periods);
    account->chosen = choose(&account->periods, letter->dates.now.day);
}

static bool is_whole(const struct account *account)
{
    return account->chosen && account->chosen->first != DAY_NONE &&
           return_of(account->chosen) != DAY_NONE;
}

/* A subject that tells of an absence under way or nearer than the text's: "OoO 22-26
 * June", and in the text what comes in July. */
static bool is_nearer(const struct account *subject, const struct account *text,
                      day_number today)
{
    return is_whole(subject) && is_whole(text) && return_of(subject->chosen) > today &&
           return_of(subject->chosen) <= text->chosen->first &&
           text->chosen->first > today;
}

/* A return that the subject states wins over the end of a range. */
static bool states_return(const struct account *subject, const struct account *text)
{
    return subject->chosen && subject->chosen->back_event && !subject->chosen->promised &&
           text->chosen && !text->chosen->back_event &&
           return_of(text->chosen) != DAY_NONE &&
           subject->reading.back > text->reading.first_day;
}

static void complete(struct letter *letter, const struct reading *subject,
                     struct reading *out)
{
    bool open = out->back == DAY_NONE && !out->ambiguous_date;
    if (open && subject->back != DAY_NONE &&
        (out->first_day == DAY_NONE || subject->back > out->first_day)) {
        out->back = subject->back;
        out->back_minute = subject->back_minute;
    }
    if (out->first_day == DAY_NONE && subject->first_day != DAY_NONE &&
        (out->back == DAY_NONE || subject->first_day <= out->back))
        out->first_day = subject->first_day;
    /* Back on the day of the message: away since that day. */
    if (out->first_day == DAY_NONE && out->back == letter->dates.now.day && letter->dated)
        out->first_day = out->back;
    out->ambiguous_date = out->ambiguous_date || subject->ambiguous_date;
}

static struct sentence *sentence_of(struct letter *letter, const struct event *event)
{
    for (size_t i = 0; event && i < letter->text.sentence_count; i++)
        if (event->mention->at < letter->text.sentences[i].tokens.end)
            return &letter->text.sentences[i];
    return NULL;
}

/* "She graduates this weekend. I'm off Friday and Monday": days of the same absence. */
static bool lies_within(const struct period *part, const struct period *whole)
{
    return whole->first != DAY_NONE && part->first != DAY_NONE &&
           part->first >= whole->first && return_of(part) != DAY_NONE &&
           return_of(part) <= return_of(whole);
}

/* Marks what is said of other absences than the chosen one: their reasons and places are
 * not its own. */
static void mark_others(struct letter *letter, const struct account *text)
{
    const struct sentence *own = sentence_of(letter, text->chosen->first_event);
    for (size_t i = 0; own && i < text->periods.count; i++) {
        struct sentence *other = sentence_of(letter, text->periods.items[i].first_event);
        if (other && other != own && &text->periods.items[i] != text->chosen &&
            !lies_within(&text->periods.items[i], text->chosen))
            other->another = true;
    }
}

void period_find(struct letter *letter, struct reading *out)
{
    struct account text, subject;
    assemble(letter, &letter->text, out, &text);
    assemble(letter, &letter->subject, out, &subject);
    if (is_nearer(&subject, &text, letter->dates.now.day))
        text.chosen = NULL;
    if (text.chosen) {
        take_in(letter, text.chosen, &text.reading);
        mark_others(letter, &text);
    }
    if (subject.chosen)
        take_in(letter, subject.chosen, &subject.reading);
    if (states_return(&subject, &text)) {
        text.reading.back = subject.reading.back;
        text.reading.back_minute = subject.reading.back_minute;
    }
    *out = text.reading;
    complete(letter, &subject.reading, out);
}
