/* The language of key scripts (screen.h says it) as a list of steps. */
#ifndef TOUCHBASE_TERM_KEY_SCRIPT_H
#define TOUCHBASE_TERM_KEY_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/term/key.h"

enum script_kind { STEP_PRESS, STEP_RESIZE, STEP_HANGUP, STEP_PASS, STEP_UNTIL };

struct script_step {
    enum script_kind kind;
    struct key key; /* of STEP_PRESS; a paste's text lives in the arena */
    int rows;       /* of STEP_RESIZE */
    int columns;
    int64_t seconds;   /* of STEP_PASS */
    const char *words; /* of STEP_UNTIL; lives in the arena */
    int line;          /* of STEP_UNTIL: where it stands in the script */
};

struct key_script {
    struct script_step *steps;
    size_t count;
    size_t capacity;
};

/* False and err, with the line, at the first word that is none. */
bool key_script_parse(struct arena *arena, const char *text, size_t length,
                      struct key_script *script, struct error *err);

#endif
