/* The built-in plays with an own file's text on top, as the tables write it. */
#ifndef TESTS_UNIT_MODEL_PLAYS_TEXT_H
#define TESTS_UNIT_MODEL_PLAYS_TEXT_H

#include <string.h>

#include "touchbase/base/embedded.h"
#include "touchbase/model/plays.h"

/* own: "-" or NULL, none. */
static inline void plays_text(struct arena *arena, const char *own, struct plays *plays)
{
    const struct embedded_file *file = embedded_find("plays.ini");
    bool has_own = own != NULL && strcmp(own, "-") != 0;
    struct error err = {0};
    struct ini base, top;

    assert_true(ini_parse(arena, "plays.ini", file->text, file->size, &base, &err));
    if (has_own && !ini_parse(arena, "mine.ini", own, strlen(own), &top, &err))
        fail_msg("%s", err.text);
    if (!plays_read(arena, &base, has_own ? &top : NULL, plays, &err))
        fail_msg("%s", err.text);
}

#endif
