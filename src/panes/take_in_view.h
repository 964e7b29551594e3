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
    char *path;                     /* of the source, NULL: it has none; owned */
    struct take_in_reader *source;  /* further messages, NULL: none; owned */
    struct reader *reader;          /* the message, to scroll */
    bool show_proof;                /* the words that prove are to be brought into view */
    size_t first_proof, last_proof; /* bytes of the reader's text */
    bool asked_back;                /* the open day back was jumped to once */
    struct plan_answer answers[ANSWERS_MAX];
    size_t answer_count;
    int preview_top; /* lines of the preview scrolled away */
    bool ask_anew;   /* 0: what is remembered is asked for again */
    int64_t number;  /* of the message within its source, from 1 */
    struct {
        int64_t filed, waiting, strangers, others, bad;
    } tally; /* what became of those of the source */
};

/* take_in_source.c: the next message of the source; false and err when reading failed,
 * *found says whether there was one. */
bool take_in_go_on(struct take_in_view *state, bool *found, struct error *err);
/* Counts what became of the message under way. */
void take_in_count(struct take_in_view *state, const struct take_in_result *result);
/* Leaves it and all that follow under To confirm. False and err when that failed. */
bool take_in_leave_rest(struct take_in_view *state, struct error *err);
/* "3 filed, 1 left under To confirm": of a source of several, else nothing. */
void take_in_tell(const struct take_in_view *state, struct buffer *out);

/* The message with its evidence marked, into the reader. */
void take_in_compose(struct take_in_view *state);
void take_in_draw(const struct take_in_view *state, struct area area);
/* A hint (shared_hint), seen from this sheet. */
const char *take_in_hint(const struct take_in_view *state, struct arena *arena,
                         const char *words);
/* take_in_preview.c: how many lines the preview has below its head in a sheet of so many
 * rows; draws it; scrolls it when the message is read to its end (or, upwards, before the
 * message), false when the action is not for it. */
int take_in_preview_rows(int rows);
void take_in_preview_draw(const struct take_in_view *state, struct area area);
bool take_in_preview_scroll(struct take_in_view *state, int rows, int columns, int action,
                            int count);
/* Lines the message has at a size of the inside, and its columns. */
struct rect take_in_message_rect(int rows, int columns);

#endif
