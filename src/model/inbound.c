#include "touchbase/model/inbound.h"

#include <assert.h>
#include <string.h>

#include "name.h"

static const char *const names[] = {
    [INBOUND_CALL] = "call",           [INBOUND_MISSED] = "missed",
    [INBOUND_VOICEMAIL] = "voicemail", [INBOUND_EMAIL] = "email",
    [INBOUND_MESSAGE] = "message",
};
static_assert(NAME_COUNT(names) == INBOUND_COUNT, "a word for each kind");

static const struct {
    const char *words;
    enum channel channel;
    enum outcome outcome;
} kinds[INBOUND_COUNT] = {
    [INBOUND_CALL] = {"rang", CHANNEL_CALL, OUTCOME_REACHED},
    [INBOUND_MISSED] = {"rang, missed", CHANNEL_CALL, OUTCOME_NO_ANSWER},
    [INBOUND_VOICEMAIL] = {"left a voicemail", CHANNEL_VOICEMAIL, OUTCOME_VOICEMAIL},
    [INBOUND_EMAIL] = {"wrote a mail", CHANNEL_EMAIL, OUTCOME_SENT},
    [INBOUND_MESSAGE] = {"sent a message", CHANNEL_MESSAGE, OUTCOME_SENT},
};

static const struct {
    const char *name;
    enum inbound_kind kind;
} also[] = {{"rang", INBOUND_CALL},   {"ringing", INBOUND_CALL},
            {"mail", INBOUND_EMAIL},  {"vm", INBOUND_VOICEMAIL},
            {"sms", INBOUND_MESSAGE}, {"text", INBOUND_MESSAGE}};

const char *inbound_name(enum inbound_kind kind)
{
    return name_at(names, INBOUND_COUNT, (int)kind);
}

int inbound_from_name(const char *name)
{
    for (size_t i = 0; i < sizeof also / sizeof *also; i++)
        if (strcmp(also[i].name, name) == 0)
            return (int)also[i].kind;
    return name_find(names, INBOUND_COUNT, name);
}

const char *inbound_words(enum inbound_kind kind)
{
    return kinds[kind].words;
}

bool inbound_is_number(const char *word)
{
    enum { DIGITS_LEAST = 3 };
    int digits = 0;

    if (word[strspn(word, "0123456789 +-()./")] != '\0')
        return false;
    for (const char *at = word; *at != '\0'; at++)
        digits += *at >= '0' && *at <= '9';
    return *word == '\0' || digits >= DIGITS_LEAST;
}

void inbound_set(struct touch *touch, enum inbound_kind kind)
{
    touch->direction = DIRECTION_IN;
    touch->channel = kinds[kind].channel;
    touch->outcome = kinds[kind].outcome;
}

bool touch_is_contact(enum direction direction, enum outcome outcome)
{
    if (outcome == OUTCOME_NONE || outcome == OUTCOME_DROPPED)
        return false;
    if (direction == DIRECTION_IN)
        return outcome != OUTCOME_NO_ANSWER;
    return outcome_is_contact(outcome);
}

static const char *told_inbound(struct arena *arena, const struct touch *touch)
{
    if (touch->outcome == OUTCOME_NONE)
        return "their move";
    if (touch->cause == CAUSE_RETURN)
        return "return call, they were first";
    for (int i = 0; i < INBOUND_COUNT; i++)
        if (kinds[i].channel == touch->channel && kinds[i].outcome == touch->outcome)
            return arena_format(arena, "they %s", kinds[i].words);
    return arena_format(arena, "they were in touch by %s", channel_name(touch->channel));
}

const char *touch_told(struct arena *arena, const struct touch *touch)
{
    const char *channel = channel_name(touch->channel);
    if (touch->direction == DIRECTION_IN)
        return told_inbound(arena, touch);
    if (touch->outcome == OUTCOME_NONE)
        return channel;
    if (touch->talked > 0)
        return arena_format(arena, "%s, %s %d min", channel, outcome_name(touch->outcome),
                            (int)((touch->talked + 59) / 60));
    return arena_format(arena, "%s, %s", channel, outcome_name(touch->outcome));
}
