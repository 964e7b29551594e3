/* The next touch agreed while they are on the line: a promise, in their time, and the
 * sentence that says so (rule 12). */
#include <ctype.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/desk/calls.h"
#include "touchbase/desk/plan.h"

/* The line without the word "mine"; *mine says whether it stood there. */
static char *take_mine(struct arena *arena, const char *line, bool *mine)
{
    static const char word[] = "mine";
    enum { LENGTH = sizeof word - 1 };
    char *text = arena_string(arena, line);

    *mine = false;
    for (char *at = text; (at = strstr(at, word)) != NULL; at += LENGTH) {
        bool begins = at == text || isspace((unsigned char)at[-1]);
        bool ends = at[LENGTH] == '\0' || isspace((unsigned char)at[LENGTH]);

        if (!begins || !ends)
            continue;
        memmove(at, at + LENGTH, strlen(at + LENGTH) + 1);
        *mine = true;
        break;
    }
    return text;
}

/* A line without a channel means a call. */
static const char *with_channel(struct arena *arena, const char *line)
{
    const char *begin = line + strspn(line, " \t!");
    const char *word = arena_copy(arena, begin, strcspn(begin, " \t"));

    return channel_from_name(word) >= 0 ? begin : arena_format(arena, "call %s", begin);
}

static const char *time_words(struct arena *arena, int minute)
{
    return minute % 60 == 0
               ? arena_format(arena, "%d", minute / 60 % 12 == 0 ? 12 : minute / 60 % 12)
               : arena_format(arena, "%d:%02d",
                              minute / 60 % 12 == 0 ? 12 : minute / 60 % 12, minute % 60);
}

static const char *day_words(struct arena *arena, day_number day, day_number today)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    struct date date = day_date(day);

    if (day == today)
        return "today";
    if (day == today + 1)
        return "tomorrow";
    if (day < today + 7)
        return names[day_weekday(day)];
    return arena_format(arena, "%s %d %s", names[day_weekday(day)], date.mday,
                        day_month_name(date.month));
}

static const char *verb_words(enum channel channel)
{
    static const char *const verbs[CHANNEL_COUNT] = {
        [CHANNEL_CALL] = "call you",        [CHANNEL_VOICEMAIL] = "call you",
        [CHANNEL_EMAIL] = "write to you",   [CHANNEL_LETTER] = "write to you",
        [CHANNEL_CARD] = "send you a card", [CHANNEL_POSTCARD] = "send you a card",
        [CHANNEL_FAX] = "send you a fax",   [CHANNEL_VISIT] = "come to see you",
        [CHANNEL_MESSAGE] = "write to you",
    };

    return verbs[channel];
}

/* there and here are the same moment on both clocks. */
static const char *sentence(const struct desk *desk, struct arena *arena,
                            enum channel channel, struct wall there, struct wall here,
                            bool two_clocks)
{
    day_number today = desk_today(desk);
    const char *say = arena_format(arena, "Say: \"I'll %s %s", verb_words(channel),
                                   day_words(arena, there.day, today));

    if (there.minute == MINUTE_NONE)
        return arena_format(arena, "%s.\"", say);
    say = arena_format(arena, "%s at %s, %s time.\"", say,
                       time_words(arena, there.minute), two_clocks ? "your" : "my");
    return arena_format(arena, "%s  %s%02d:%02d here", say,
                        two_clocks ? arena_format(arena, "%02d:%02d there, ",
                                                  there.minute / 60, there.minute % 60)
                                   : "",
                        here.minute / 60, here.minute % 60);
}

bool desk_call_agree(struct desk *desk, const struct contact *contact, const char *line,
                     struct arena *arena, struct call_next *out, struct error *err)
{
    struct error ignored;
    struct zone *zone = contact->zone != NULL ? zone_open(contact->zone, &ignored) : NULL;
    struct wall there, here;
    bool mine;
    bool done = desk_touch_read(desk, contact->id,
                                with_channel(arena, take_mine(arena, line, &mine)), arena,
                                &out->touch, &out->warning, err);

    out->line = arena_string(arena, line);
    if (done) {
        there = here = out->touch.due;
        if (there.minute != MINUTE_NONE) { /* an hour that is left out is the next one */
            int64_t utc;

            zone_utc(zone != NULL && !mine ? zone : desk_zone(desk), there, &utc);
            here = zone_wall(desk_zone(desk), utc);
            there = zone != NULL ? zone_wall(zone, utc) : here;
        }
        desk_set_due(desk, &out->touch, here);
        out->touch.promise = true;
        out->touch.cause = CAUSE_NEXT;
        out->say = sentence(desk, arena, out->touch.channel, there, here, zone != NULL);
    }
    zone_close(zone);
    return done;
}
