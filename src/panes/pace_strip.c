#include "pace_strip.h"

#include <ctype.h>

#include "touchbase/desk/agenda.h"

enum { STRIP_DAYS_MAX = 60, TOUCHES_READ = 100, SEVERAL_MAX = 9 };

struct strip {
    int days;
    int touches[STRIP_DAYS_MAX]; /* of each day, the last is today */
    char letters[STRIP_DAYS_MAX];
    int channels[CHANNEL_COUNT];
    int all;
    bool inward;
};

static void take(struct strip *strip, const struct touch *touch, int ago)
{
    static const char letters[CHANNEL_COUNT] = {
        [CHANNEL_CALL] = 'c',   [CHANNEL_VOICEMAIL] = 'v', [CHANNEL_EMAIL] = 'e',
        [CHANNEL_LETTER] = 'l', [CHANNEL_CARD] = 'k',      [CHANNEL_POSTCARD] = 'p',
        [CHANNEL_FAX] = 'f',    [CHANNEL_VISIT] = 'w',     [CHANNEL_MESSAGE] = 'm',
    };
    int day = strip->days - 1 - ago;
    char letter = letters[touch->channel];

    if (touch->direction == DIRECTION_IN) {
        letter = (char)toupper((unsigned char)letter);
        strip->inward = true;
    }
    strip->letters[day] = letter;
    strip->touches[day]++;
    strip->channels[touch->channel]++;
    strip->all++;
}

/* Newest first; what was dropped was no touch. */
static bool read_days(struct desk *desk, int64_t contact_id, struct arena *arena,
                      struct strip *strip, struct error *err)
{
    struct timeline_entry *entries;
    size_t count;

    if (!desk_timeline(desk, contact_id, NULL, TOUCHES_READ, arena, &entries, &count,
                       err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct timeline_entry *entry = &entries[i];
        int ago = desk_today(desk) - zone_wall(desk_zone(desk), entry->utc).day;

        if (ago >= strip->days)
            break;
        if (entry->kind == TIMELINE_TOUCH && entry->with == NULL && ago >= 0 &&
            entry->touch->outcome != OUTCOME_DROPPED)
            take(strip, entry->touch, ago);
    }
    return true;
}

static void add_days(struct buffer *out, const struct strip *strip)
{
    for (int i = 0; i < strip->days; i++) {
        int touches = strip->touches[i];

        if (touches > 1)
            buffer_add_format(out, "%d", touches < SEVERAL_MAX ? touches : SEVERAL_MAX);
        else
            buffer_add_char(out, touches == 1 ? strip->letters[i] : '.');
    }
}

static void add_channels(struct buffer *out, const struct strip *strip)
{
    const char *between = "  ";

    for (int i = 0; i < CHANNEL_COUNT; i++) {
        if (strip->channels[i] == 0)
            continue;
        buffer_add_format(out, "%s%d %s%s", between, strip->channels[i],
                          channel_name((enum channel)i),
                          strip->channels[i] == 1 ? ""
                          : i == CHANNEL_FAX      ? "es"
                                                  : "s");
        between = ", ";
    }
    if (strip->inward)
        buffer_add_string(out, " (capital: they reached you)");
}

bool pace_strip_add(struct timeline_text *out, struct desk *desk, int64_t contact_id,
                    struct error *err)
{
    int shown = desk_settings(desk)->plays.rules.pace_shown_days;
    struct strip strip = {.days = shown < STRIP_DAYS_MAX ? shown : STRIP_DAYS_MAX};

    if (!read_days(desk, contact_id, out->arena, &strip, err))
        return false;
    if (strip.all == 0)
        return true;
    timeline_head(out, STYLE_DIM, arena_format(out->arena, "  %d days ", strip.days));
    add_days(&out->text, &strip);
    add_channels(&out->text, &strip);
    buffer_add_char(&out->text, '\n');
    return true;
}
