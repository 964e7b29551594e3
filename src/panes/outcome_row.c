#include "outcome_row.h"

#include <string.h>

/* keys.md, outcome row. */
static const struct key_choice call_outcomes[] = {
    {'r', "reached"}, {'v', "voicemail"},    {'n', "no answer"}, {'g', "gatekeeper"},
    {'b', "busy"},    {'f', "mailbox full"}, {'a', "away"},      {'w', "wrong number"},
    {'l', "not now"}, {'d', "declined"},     {0, NULL}};
static const struct key_choice visit_outcomes[] = {
    {'r', "reached"}, {'n', "no answer"}, {'g', "gatekeeper"},
    {'a', "away"},    {'l', "not now"},   {'d', "declined"},
    {0, NULL}};
static const struct key_choice mail_outcomes[] = {{'s', "sent"},     {'r', "replied"},
                                                  {'b', "bounced"},  {'l', "not now"},
                                                  {'d', "declined"}, {0, NULL}};
static const struct key_choice post_outcomes[] = {
    {'w', "written"}, {'p', "posted"}, {0, NULL}};

static const struct {
    const char *label;
    enum outcome outcome;
} outcomes[] = {
    {"reached", OUTCOME_REACHED},     {"voicemail", OUTCOME_VOICEMAIL},
    {"no answer", OUTCOME_NO_ANSWER}, {"gatekeeper", OUTCOME_GATEKEEPER},
    {"busy", OUTCOME_BUSY},           {"mailbox full", OUTCOME_MAILBOX_FULL},
    {"away", OUTCOME_AWAY},           {"wrong number", OUTCOME_WRONG_NUMBER},
    {"not now", OUTCOME_NOT_NOW},     {"declined", OUTCOME_DECLINED},
    {"sent", OUTCOME_SENT},           {"replied", OUTCOME_REPLIED},
    {"bounced", OUTCOME_BOUNCED},     {"written", OUTCOME_WRITTEN},
    {"posted", OUTCOME_POSTED},
};

const struct key_choice *outcome_row(enum channel channel)
{
    switch (channel) {
    case CHANNEL_EMAIL:
    case CHANNEL_MESSAGE:
    case CHANNEL_FAX:
        return mail_outcomes;
    case CHANNEL_LETTER:
    case CHANNEL_CARD:
    case CHANNEL_POSTCARD:
        return post_outcomes;
    case CHANNEL_VISIT:
        return visit_outcomes;
    default:
        return call_outcomes;
    }
}

static enum channel first_channel(unsigned channels)
{
    int channel = 0;

    while (channel < CHANNEL_COUNT - 1 && (channels & 1u << channel) == 0)
        channel++;
    return (enum channel)channel;
}

static bool fits_all(enum outcome outcome, unsigned channels)
{
    for (int channel = 0; channel < CHANNEL_COUNT; channel++) {
        if ((channels & 1u << channel) != 0 &&
            !outcome_fits(outcome, (enum channel)channel))
            return false;
    }
    return true;
}

const struct key_choice *outcome_row_all(struct arena *arena, unsigned channels)
{
    struct key_choice *fitting;
    size_t count = 0;

    fitting =
        arena_array(arena, sizeof call_outcomes / sizeof *call_outcomes, sizeof *fitting);
    for (const struct key_choice *choice = outcome_row(first_channel(channels));
         choice->key != 0; choice++) {
        if (fits_all(outcome_of(choice, choice->key), channels))
            fitting[count++] = *choice;
    }
    return fitting;
}

enum outcome outcome_of(const struct key_choice *choices, char key)
{
    for (; choices->key != 0; choices++) {
        for (size_t i = 0; choices->key == key && i < sizeof outcomes / sizeof *outcomes;
             i++) {
            if (strcmp(outcomes[i].label, choices->label) == 0)
                return outcomes[i].outcome;
        }
    }
    return OUTCOME_NONE;
}
