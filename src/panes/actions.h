/* Every action of the full screen, its default keys and its help line: shared/keys.md in
 * code. */
#ifndef TOUCHBASE_SRC_PANES_ACTIONS_H
#define TOUCHBASE_SRC_PANES_ACTIONS_H

#include "touchbase/tui/action.h"

enum {
    /* everywhere but in text */
    DO_NEXT_PANE = ACTION_USER,
    DO_PREVIOUS_PANE,
    DO_ZOOM,
    DO_PANE_WIDER,
    DO_PANE_NARROWER,
    DO_PANE_TALLER,
    DO_PANE_LOWER,
    DO_PANE_SWAP,
    DO_PANES_EVEN,
    DO_PANE_LEFT,
    DO_PANE_BELOW,
    DO_PANE_ABOVE,
    DO_PANE_RIGHT,
    DO_OPEN,
    DO_BACK,
    DO_LEAVE,
    DO_STOP,
    DO_CANCEL,
    DO_FIND,
    DO_FIND_LIST,
    DO_VIEW,
    DO_VIEW_1,
    DO_VIEW_9 = DO_VIEW_1 + 8,
    DO_LIMIT,
    DO_GO_NAME,
    DO_COMMAND,
    DO_HELP,
    DO_SORT,
    DO_UNDO,
    DO_REDO,
    DO_HISTORY,
    DO_GO_DESK,
    DO_GO_CONFIRM,
    DO_GO_TODAY,
    DO_GO_AGENDA,
    DO_GO_CARDS,
    DO_GO_WAITING,
    DO_ROUND,
    DO_GO_CALLS,
    DO_GO_LIBRARY,
    DO_GO_RINGING,
    DO_COPY_NUMBER,
    DO_COPY_MAIL,
    DO_COPY_ADDRESS,
    DO_COPY_ROW,
    DO_ADD_PERSON,
    DO_NOTHING,
    DO_DELETE,
    DO_EXPORT,
    DO_IMPORT,
    DO_BACKUP,
    DO_SYNC,
    DO_SPREAD,
    DO_SET,
    DO_OPEN_LINK,
    DO_RELOAD,
    DO_REPEAT,
    DO_PIPE,
    /* marks */
    DO_MARK,
    DO_MARK_RANGE,
    DO_MARK_WORDS,
    DO_UNMARK,
    DO_ON_MARKED,
    /* on the current person */
    DO_NOTE,
    DO_PLAN,
    DO_GOT,
    DO_CALL,
    DO_TAKE_IN,
    DO_MAIL,
    DO_STAGE,
    DO_TAG,
    DO_SUCCESSOR,
    DO_LINK,
    DO_BLOCKER,
    DO_PLAY,
    DO_DEAL,
    DO_GO_LINKED,
    DO_THEIR_MOVE,
    /* on the row */
    DO_FINISH,
    DO_MOVE,
    DO_GIVE,
    DO_SKIP,
    DO_ONCE,
    DO_PROMISE,
    DO_EDIT,
    DO_VERBATIM,
    DO_ADD,
    /* a call */
    DO_TO_END,
    DO_DIAL,
    DO_SCRIPT,
    DO_AGREE,
    DO_HANG_UP,
    /* a note being typed */
    DO_FILE_NOTE,
    DO_EDITOR,
    /* a message being typed */
    DO_SEND,
    DO_REHEARSE,
    DO_CHANNEL,
    DO_KEPT,
    DO_ADD_MESSAGE,
    /* take-in */
    DO_FILE,
    DO_FIELD_FIRST,
    DO_FIELD_BACK,
    DO_FIELD_REASON,
    DO_FIELD_PLACE,
    DO_FIELD_WHOSE,
    DO_FIELD_COVER,
    DO_HEARD,
    DO_VOICEMAIL_LEFT,
    DO_NO_ABSENCE,
    DO_NOT_THEM,
    DO_WHO,
    DO_ASK_ANEW,
    DO_ANSWER_1,
    DO_ANSWER_9 = DO_ANSWER_1 + 8,
    DO_LATER,
    DO_ACCEPT_ALL,
    /* agenda */
    DO_DAY_PREVIOUS,
    DO_DAY_NEXT,
    DO_WEEK_PREVIOUS,
    DO_WEEK_NEXT,
    DO_MONTH_PREVIOUS,
    DO_MONTH_NEXT,
    DO_DAY_TODAY,
    /* cards */
    DO_WRITTEN,
    DO_POSTED
};

extern const struct context_row pane_contexts[];
extern const size_t pane_context_count;
extern const struct action_row pane_actions[];
extern const size_t pane_action_count;

/* What may stand behind an action's name on the command line ("WHEN"); it answers the
 * action's first question. NULL: nothing. */
const char *command_words(int action);

/* Short names that hands know from vi. */
struct short_name {
    const char *name;
    const char *means; /* the name of an action */
};
extern const struct short_name pane_short_names[];
extern const size_t pane_short_name_count;

#endif
