#include "touchbase/model/blocker.h"

#include <assert.h>
#include <string.h>

#include "ascii.h"
#include "name.h"

static const char *const names[] = {
    [BLOCKER_NONE] = "none",
    [BLOCKER_BUSY] = "busy",
    [BLOCKER_NO_ANSWER] = "answer",
    [BLOCKER_THIRD_PARTY] = "third party",
};
static_assert(NAME_COUNT(names) == BLOCKER_COUNT, "a word for each");

static const char *const words[] = {
    [BLOCKER_NONE] = "",
    [BLOCKER_BUSY] = "busy",
    [BLOCKER_NO_ANSWER] = "no answer yet",
    [BLOCKER_THIRD_PARTY] = "waiting on a third party",
};
static_assert(NAME_COUNT(words) == BLOCKER_COUNT, "and how it is said");

const char *blocker_name(enum blocker blocker)
{
    return name_at(names, BLOCKER_COUNT, (int)blocker);
}

const char *blocker_words(enum blocker blocker)
{
    return name_at(words, BLOCKER_COUNT, (int)blocker);
}

static bool begins(const char *whole, const char *text)
{
    for (; *text != '\0'; whole++, text++) {
        if (ascii_lower(*text) != *whole)
            return false;
    }
    return true;
}

bool blocker_read(const char *text, enum blocker *out, struct error *err)
{
    for (int i = 0; *text != '\0' && i < BLOCKER_COUNT; i++) {
        if (!begins(names[i], text) && !begins(words[i], text))
            continue;
        *out = (enum blocker)i;
        return true;
    }
    return error_set(
        err, ERROR_USAGE,
        "\"%s\" is no blocker: busy, answer (none yet), third party (waiting "
        "on one) or none",
        text);
}

enum blocker blocker_holds(struct blocker_note note, int64_t last_contact_utc)
{
    return last_contact_utc > note.noted_utc ? BLOCKER_NONE : note.blocker;
}
