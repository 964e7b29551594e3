#include <string.h>

#include "ascii.h"
#include "plan_work.h"
#include "touchbase/base/buffer.h"

const char *words_first(const struct plan_work *work)
{
    return contact_called(work->arena, work->input->contact);
}

/* "Mon 9 Mar 10:00", with the year when it is another than today's. */
static const char *short_wall(const struct plan_work *work, struct wall wall)
{
    struct date date = day_date(wall.day);
    const char *year = "";
    const char *time = "";
    if (date.year != day_date(work->today).year)
        year = arena_format(work->arena, " %d", date.year);
    if (wall.minute != MINUTE_NONE)
        time =
            arena_format(work->arena, " %02d:%02d", wall.minute / 60, wall.minute % 60);
    return arena_format(work->arena, "%s %d %s%s%s",
                        day_weekday_name(day_weekday(wall.day)), date.mday,
                        day_month_name(date.month), year, time);
}

const char *words_day(const struct plan_work *work, struct wall wall)
{
    if (wall.day != work->today)
        return short_wall(work, wall);
    if (wall.minute == MINUTE_NONE)
        return "today";
    return arena_format(work->arena, "today %02d:%02d", wall.minute / 60,
                        wall.minute % 60);
}

const char *words_on(const struct plan_work *work, struct wall wall)
{
    const char *day = words_day(work, wall);
    return wall.day == work->today ? day : arena_format(work->arena, "on %s", day);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Does text begin with that word, any case, and no other letter behind it? */
static bool begins_word(const char *text, const char *word)
{
    return ascii_begins(text, word) && !is_letter(text[strlen(word)]);
}

/* Their words said to them: "with my family" becomes "with your family". */
static const char *turned(const struct plan_work *work, const char *text)
{
    static const char *const pairs[][2] = {{"my", "your"}, {"our", "your"},
                                           {"me", "you"},  {"us", "you"},
                                           {"i", "you"},   {"we", "you"}};
    struct buffer out = {0};
    while (*text) {
        size_t length = 0;
        const char *instead = NULL;
        while (is_letter(text[length]))
            length++;
        for (size_t i = 0; length && i < sizeof pairs / sizeof *pairs; i++)
            if (length == strlen(pairs[i][0]) && begins_word(text, pairs[i][0]))
                instead = pairs[i][1];
        if (instead)
            buffer_add_string(&out, instead);
        else
            buffer_add(&out, text, length ? length : 1);
        text += length ? length : 1;
    }
    const char *words = arena_copy(work->arena, buffer_string(&out), out.length);
    buffer_free(&out);
    return words;
}

/* "my sister's wedding" is an event one can congratulate on; "my sister" is not. */
static bool is_event(const char *whose)
{
    static const char *const events[] = {"wedding", "marriage", "graduation",
                                         "commencement", "ceremony"};
    if (!begins_word(whose, "my") && !begins_word(whose, "our"))
        return false;
    for (; *whose; whose++)
        for (size_t i = 0; i < sizeof events / sizeof *events; i++)
            if (ascii_begins(whose, events[i]))
                return true;
    return false;
}

/* The purpose of the call that takes the part, else of the first pending touch that names
 * one. */
static const char *open_matter(const struct plan_work *work)
{
    const char *first = NULL;
    for (size_t i = 0; i < work->held_count; i++) {
        const struct held *held = &work->held[i];
        bool made = held->touch->cause == CAUSE_PLAY ||
                    (held->touch->cause == CAUSE_RETURN && !held->touch->moved);
        bool goes = held->answer == CHOICE_DROP || held->answer == CHOICE_COVER;
        bool names = held->touch->purpose && !made && !goes &&
                     held->touch->direction == DIRECTION_OUT &&
                     !channel_is_post(held->touch->channel);
        if (names && held->part)
            return held->touch->purpose;
        if (names && !first)
            first = held->touch->purpose;
    }
    return first;
}

static const char *cover_words(const struct cover *cover)
{
    if (cover->name)
        return cover->name;
    return cover->mail ? cover->mail : cover->phone;
}

void words_facts(struct plan_work *work)
{
    const struct absence *absence = work->input->absence;
    const char **values = work->facts.values;
    values[VARIABLE_FIRST] = words_first(work);
    values[VARIABLE_NAME] = work->input->contact->name;
    values[VARIABLE_COMPANY] = work->input->contact->company;
    values[VARIABLE_PLACE] = absence->place;
    if (absence->whose && begins_word(absence->whose, "with"))
        values[VARIABLE_WITH] = turned(work, absence->whose);
    if (absence->whose && is_event(absence->whose))
        values[VARIABLE_EVENT] = turned(work, absence->whose);
    values[VARIABLE_FIRST_DAY] = facts_day(work->arena, absence->first_day);
    values[VARIABLE_BACK] = facts_day(work->arena, work->back);
    values[VARIABLE_LANDING] = facts_day(work->arena, work->landing);
    values[VARIABLE_MATTER] = open_matter(work);
    if (absence->cover_count > 0)
        values[VARIABLE_COVER] = cover_words(&absence->covers[0]);
}
