#include "touchbase/model/talk.h"

#include <string.h>

enum { THEIRS = '"' };

static bool has_theirs(const char *note)
{
    for (; note != NULL; note = strchr(note, '\n')) {
        note += *note == '\n';
        if (*note == THEIRS)
            return true;
    }
    return false;
}

bool talk_is_long(bool followed_up, int64_t seconds, const char *note)
{
    return followed_up && seconds >= TALK_LONG_S && !has_theirs(note);
}

void talk_add(struct arena *arena, const char *note, struct talk_said *said)
{
    const char *end = note + strlen(note);

    while (end != note && said->count < TALK_SAID) {
        const char *line = end;

        while (line != note && line[-1] != '\n')
            line--;
        if (*line == THEIRS)
            said->lines[said->count++] = arena_copy(arena, line, (size_t)(end - line));
        end = line == note ? note : line - 1;
    }
}
