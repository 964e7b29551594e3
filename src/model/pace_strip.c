#include "touchbase/model/pace_strip.h"

#include <ctype.h>

#include "touchbase/base/buffer.h"

enum { SEVERAL_MAX = 9 };

struct strip {
    int days;
    int touches[PACE_STRIP_DAYS_MAX]; /* of each day, the last is today */
    char letters[PACE_STRIP_DAYS_MAX];
    int channels[CHANNEL_COUNT];
    int all;
    bool inward;
};

static void take(struct strip *strip, const struct touch *touch, int day)
{
    static const char letters[CHANNEL_COUNT] = {
        [CHANNEL_CALL] = 'c',   [CHANNEL_VOICEMAIL] = 'v', [CHANNEL_EMAIL] = 'e',
        [CHANNEL_LETTER] = 'l', [CHANNEL_CARD] = 'k',      [CHANNEL_POSTCARD] = 'p',
        [CHANNEL_FAX] = 'f',    [CHANNEL_VISIT] = 'w',     [CHANNEL_MESSAGE] = 'm',
    };
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

const char *pace_strip(struct arena *arena, const struct touch *touches, size_t count,
                       day_number today, int days)
{
    struct strip strip = {.days =
                              days < PACE_STRIP_DAYS_MAX ? days : PACE_STRIP_DAYS_MAX};
    struct buffer words = {0};
    for (size_t i = 0; i < count; i++) {
        int ago = today - touches[i].due.day;
        if (ago >= 0 && ago < strip.days && touches[i].outcome != OUTCOME_DROPPED)
            take(&strip, &touches[i], strip.days - 1 - ago);
    }
    if (strip.all == 0)
        return NULL;
    buffer_add_format(&words, "%d days ", strip.days);
    add_days(&words, &strip);
    add_channels(&words, &strip);
    const char *text = arena_copy(arena, buffer_string(&words), words.length);
    buffer_free(&words);
    return text;
}
