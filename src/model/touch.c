#include "touchbase/model/touch.h"

#include <assert.h>
#include <string.h>

#include "name.h"

static const char *const channel_names[] = {
    [CHANNEL_CALL] = "call",       [CHANNEL_VOICEMAIL] = "voicemail",
    [CHANNEL_EMAIL] = "email",     [CHANNEL_LETTER] = "letter",
    [CHANNEL_CARD] = "card",       [CHANNEL_POSTCARD] = "postcard",
    [CHANNEL_FAX] = "fax",         [CHANNEL_VISIT] = "visit",
    [CHANNEL_MESSAGE] = "message",
};
static_assert(NAME_COUNT(channel_names) == CHANNEL_COUNT, "a word for each channel");

/* Other words people type for a channel. */
static const struct {
    const char *name;
    enum channel channel;
} channel_also[] = {
    {"mail", CHANNEL_EMAIL},  {"vm", CHANNEL_VOICEMAIL}, {"phone", CHANNEL_CALL},
    {"sms", CHANNEL_MESSAGE}, {"text", CHANNEL_MESSAGE},
};

static const char *const outcome_names[] = {
    [OUTCOME_NONE] = "",
    [OUTCOME_REACHED] = "reached",
    [OUTCOME_VOICEMAIL] = "voicemail",
    [OUTCOME_NO_ANSWER] = "no-answer",
    [OUTCOME_GATEKEEPER] = "gatekeeper",
    [OUTCOME_BUSY] = "busy",
    [OUTCOME_MAILBOX_FULL] = "mailbox-full",
    [OUTCOME_AWAY] = "away",
    [OUTCOME_WRONG_NUMBER] = "wrong-number",
    [OUTCOME_NOT_NOW] = "not-now",
    [OUTCOME_DECLINED] = "declined",
    [OUTCOME_SENT] = "sent",
    [OUTCOME_REPLIED] = "replied",
    [OUTCOME_BOUNCED] = "bounced",
    [OUTCOME_WRITTEN] = "written",
    [OUTCOME_POSTED] = "posted",
    [OUTCOME_DROPPED] = "dropped",
};
static_assert(NAME_COUNT(outcome_names) == OUTCOME_COUNT, "a word for each outcome");

static const char *const cause_names[] = {
    [CAUSE_HAND] = "hand",
    [CAUSE_PLAY] = "play",
    [CAUSE_RETURN] = "return",
    [CAUSE_NEXT] = "next",
};
static_assert(NAME_COUNT(cause_names) == CAUSE_COUNT, "a word for each cause");

const char *channel_name(enum channel channel)
{
    return name_at(channel_names, CHANNEL_COUNT, (int)channel);
}

int channel_from_name(const char *name)
{
    for (size_t i = 0; name && i < NAME_COUNT(channel_also); i++)
        if (strcmp(channel_also[i].name, name) == 0)
            return (int)channel_also[i].channel;
    return name_find(channel_names, CHANNEL_COUNT, name);
}

bool channel_is_post(enum channel channel)
{
    return channel == CHANNEL_LETTER || channel == CHANNEL_CARD ||
           channel == CHANNEL_POSTCARD;
}

const char *outcome_name(enum outcome outcome)
{
    return name_at(outcome_names, OUTCOME_COUNT, (int)outcome);
}

int outcome_from_name(const char *name)
{
    return name_find(outcome_names, OUTCOME_COUNT, name);
}

static bool fits_call(enum outcome outcome)
{
    return outcome >= OUTCOME_REACHED && outcome <= OUTCOME_DECLINED;
}

/* A mail, fax or message is sent, then answered or sent back. */
static bool fits_written(enum outcome outcome)
{
    return outcome == OUTCOME_SENT || outcome == OUTCOME_REPLIED ||
           outcome == OUTCOME_BOUNCED || outcome == OUTCOME_NOT_NOW ||
           outcome == OUTCOME_DECLINED;
}

static bool fits_post(enum outcome outcome)
{
    return outcome == OUTCOME_WRITTEN || outcome == OUTCOME_POSTED ||
           outcome == OUTCOME_REPLIED || outcome == OUTCOME_BOUNCED;
}

static bool fits_visit(enum outcome outcome)
{
    return outcome == OUTCOME_REACHED || outcome == OUTCOME_NO_ANSWER ||
           outcome == OUTCOME_GATEKEEPER || outcome == OUTCOME_AWAY ||
           outcome == OUTCOME_NOT_NOW || outcome == OUTCOME_DECLINED;
}

bool outcome_fits(enum outcome outcome, enum channel channel)
{
    if (outcome == OUTCOME_DROPPED)
        return true;
    if (channel_is_post(channel))
        return fits_post(outcome);
    switch (channel) {
    case CHANNEL_CALL:
    case CHANNEL_VOICEMAIL:
        return fits_call(outcome);
    case CHANNEL_VISIT:
        return fits_visit(outcome);
    default:
        return fits_written(outcome);
    }
}

enum outcome outcome_usual(enum channel channel)
{
    static const enum outcome usual[CHANNEL_COUNT] = {
        [CHANNEL_CALL] = OUTCOME_REACHED, [CHANNEL_VOICEMAIL] = OUTCOME_VOICEMAIL,
        [CHANNEL_EMAIL] = OUTCOME_SENT,   [CHANNEL_LETTER] = OUTCOME_POSTED,
        [CHANNEL_CARD] = OUTCOME_POSTED,  [CHANNEL_POSTCARD] = OUTCOME_POSTED,
        [CHANNEL_FAX] = OUTCOME_SENT,     [CHANNEL_VISIT] = OUTCOME_REACHED,
        [CHANNEL_MESSAGE] = OUTCOME_SENT,
    };

    return usual[channel];
}

bool outcome_is_contact(enum outcome outcome)
{
    switch (outcome) {
    case OUTCOME_REACHED:
    case OUTCOME_NOT_NOW:
    case OUTCOME_DECLINED:
    case OUTCOME_SENT:
    case OUTCOME_REPLIED:
    case OUTCOME_POSTED:
        return true;
    default:
        return false;
    }
}

const char *cause_name(enum cause cause)
{
    return name_at(cause_names, CAUSE_COUNT, (int)cause);
}
