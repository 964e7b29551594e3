#include "touchbase/model/next.h"

#include <stddef.h>
#include <string.h>

#include "template.h"

static const char *const kind_words[NEXT_KIND_COUNT] = {
    [NEXT_TOUCH] = "",
    [NEXT_NOTHING] = "No next touch is proposed",
    [NEXT_ABSENCE] = "Take in the greeting: who is away, until when",
    [NEXT_NUMBER] = "Put the phone number right",
    [NEXT_ADDRESS] = "Put the address right",
    [NEXT_NO] = "Stage no: nothing next",
};

static const char *touch_words(struct arena *arena, const struct next_step *step,
                               day_number today)
{
    struct date date = day_date(step->due.day);
    const char *when = "today";
    if (step->due.day != today)
        when =
            arena_format(arena, "%s %d %s", day_weekday_name(day_weekday(step->due.day)),
                         date.mday, day_month_name(date.month));
    return arena_format(arena, "Next: %s %s%s%s", channel_name(step->channel), when,
                        step->purpose ? ", " : "", step->purpose ? step->purpose : "");
}

void next_after(struct arena *arena, const struct plays *plays, const struct touch *done,
                enum outcome outcome, day_number today, day_number landing,
                struct holidays holidays, struct next_step *out)
{
    const struct next_rule *rule = &plays->next[outcome];
    struct facts facts = {0};
    *out = (struct next_step){.kind = rule->kind, .due = {DAY_NONE, MINUTE_NONE}};
    out->sentence = kind_words[rule->kind];
    if (rule->kind != NEXT_TOUCH)
        return;
    facts.values[VARIABLE_MATTER] = done->purpose;
    facts.values[VARIABLE_NAME] = done->contact;
    facts.values[VARIABLE_COMPANY] = done->company;
    out->channel = rule->same_channel ? done->channel : rule->channel;
    out->due.day = offset_touch_day(rule->after, out->channel, today, landing, holidays);
    out->purpose = template_choose(arena, &rule->purpose, &facts);
    out->sentence = touch_words(arena, out, today);
}

void next_repeats(struct arena *arena, const char *repeats, struct wall due,
                  struct next_step *out)
{
    struct date date = day_date(due.day);
    *out = (struct next_step){.kind = NEXT_NOTHING, .due = due};
    out->sentence = arena_format(arena, "%s: comes again %s %d %s %d", repeats,
                                 day_weekday_name(day_weekday(due.day)), date.mday,
                                 day_month_name(date.month), date.year);
}

void next_greeting(struct arena *arena, const struct plays *plays,
                   const struct contact *left, day_number today, struct holidays holidays,
                   struct next_step *out)
{
    const struct play *play = plays_for(plays, READING_LEFT, REASON_NONE);
    struct facts facts = {0};
    facts_of_contact(arena, left, &facts);
    *out = (struct next_step){.kind = NEXT_TOUCH, .channel = CHANNEL_CALL};
    out->due = (struct wall){offset_day(play->greet_after, today, holidays), MINUTE_NONE};
    out->purpose = template_choose(arena, &play->greet_purpose, &facts);
    out->sentence = touch_words(arena, out, today);
}
