/* . does the last change once more on the row under the cursor: the verb, and the answers
 * that were given to its questions. */
#ifndef TOUCHBASE_SRC_PANES_REPEAT_H
#define TOUCHBASE_SRC_PANES_REPEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"

struct workspace;

enum { REPEAT_ANSWERS_MAX = 8 };

struct repeat_answer {
    char key;         /* of a row of keys; 0: a line was typed */
    const char *line; /* NULL: what was proposed was taken */
};

/* One change. Its strings are in the arena. */
struct repeat {
    struct arena *arena;
    int action;     /* 0: none */
    int verb_count; /* typed before it */
    struct repeat_answer answers[REPEAT_ANSWERS_MAX];
    size_t count;
};

struct repeats {
    struct repeat now;   /* under way */
    struct repeat last;  /* made: what . repeats */
    uint64_t generation; /* of the desk, when the one under way began */
    bool replaying;
};

void repeat_open(struct repeats *repeats);
void repeat_close(struct repeats *repeats);
/* A verb begins. Those that . cannot repeat (an edit is of one record alone) make it
 * forget the one before, once they change something. */
void repeat_begin(struct workspace *workspace, int action);
/* What was answered to the question on show, just before it is acted upon. */
void repeat_key(struct workspace *workspace, char key);
void repeat_line(struct workspace *workspace, const char *line);
/* The last answer was not understood and is asked for again. */
void repeat_unanswered(struct workspace *workspace);
/* A note was filed: . files it on another person. */
void repeat_note(struct workspace *workspace, const char *text);
/* After every key: did the verb under way change the desk? */
void repeat_settle(struct workspace *workspace);
/* Nothing is to be repeated: many rows were changed at once. */
void repeat_forget(struct workspace *workspace);
/* . itself. A question whose answer does not fit here stays open. */
void repeat_last(struct workspace *workspace);

#endif
