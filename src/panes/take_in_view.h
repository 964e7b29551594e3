/* What the two files of the take-in sheet share. */
#ifndef TOUCHBASE_SRC_PANES_TAKE_IN_VIEW_H
#define TOUCHBASE_SRC_PANES_TAKE_IN_VIEW_H

#include "shared.h"
#include "touchbase/desk/take_in.h"
#include "touchbase/tui/reader.h"

enum { ANSWERS_MAX = 9 };

struct take_in_view {
    struct shared *shared;
    struct arena *arena; /* of the message under way */
    struct take_in take_in;
    struct take_in_reader *source; /* further messages, NULL: none; owned */
    struct reader *reader;         /* the message, to scroll */
    bool asked_back;               /* the open day back was jumped to once */
    struct plan_answer answers[ANSWERS_MAX];
    size_t answer_count;
    bool ask_anew;       /* 0: what is remembered is asked for again */
    int64_t left_behind; /* how many of the source could not be read */
};

/* The message with its evidence marked, into the reader. */
void take_in_compose(struct take_in_view *state);
void take_in_draw(const struct take_in_view *state, struct area area);
/* Lines the message has at a size of the inside, and its columns. */
struct rect take_in_message_rect(int rows, int columns);

#endif
