#include "touchbase/model/appointment.h"

#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/model/touch.h"

/* Folded words that say by which channel people meet. */
static const struct {
    const char *word;
    enum channel channel;
} words[] = {
    {"call", CHANNEL_CALL},         {"phone", CHANNEL_CALL},
    {"telephone", CHANNEL_CALL},    {"ring", CHANNEL_CALL},
    {"dial", CHANNEL_CALL},         {"zoom", CHANNEL_CALL},
    {"teams", CHANNEL_CALL},        {"webex", CHANNEL_CALL},
    {"skype", CHANNEL_CALL},        {"voicemail", CHANNEL_VOICEMAIL},
    {"mail", CHANNEL_EMAIL},        {"email", CHANNEL_EMAIL},
    {"letter", CHANNEL_LETTER},     {"card", CHANNEL_CARD},
    {"postcard", CHANNEL_POSTCARD}, {"fax", CHANNEL_FAX},
    {"visit", CHANNEL_VISIT},       {"meeting", CHANNEL_VISIT},
    {"meet", CHANNEL_VISIT},        {"lunch", CHANNEL_VISIT},
    {"dinner", CHANNEL_VISIT},      {"breakfast", CHANNEL_VISIT},
    {"coffee", CHANNEL_VISIT},      {"appointment", CHANNEL_VISIT},
    {"message", CHANNEL_MESSAGE},   {"sms", CHANNEL_MESSAGE},
    {"whatsapp", CHANNEL_MESSAGE},
};

static int channel_of_word(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) == length && memcmp(words[i].word, word, length) == 0)
            return (int)words[i].channel;
    }
    return -1;
}

/* Of the first word that tells; -1 when none does. */
static int channel_of_text(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    struct arena *arena = arena_create();
    int channel = -1;

    for (const char *at = text_fold(arena, text); channel < 0 && *at != '\0';) {
        size_t length = strspn(at, letters);

        channel = channel_of_word(at, length);
        at += length > 0 ? length : 1;
    }
    arena_destroy(arena);
    return channel;
}

int appointment_channel(const struct appointment *appointment)
{
    int channel = appointment->title != NULL ? channel_of_text(appointment->title) : -1;

    if (channel < 0 && appointment->place != NULL)
        channel = channel_of_text(appointment->place);
    if (channel < 0)
        channel = appointment->task ? CHANNEL_CALL : CHANNEL_VISIT;
    return channel;
}
