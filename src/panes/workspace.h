/* The window: panes in their layout, sheets over them, the one prompt, the loop that
 * drives all. Only this and the verbs know more than one pane. */
#ifndef TOUCHBASE_SRC_PANES_WORKSPACE_H
#define TOUCHBASE_SRC_PANES_WORKSPACE_H

#include "arrange.h"
#include "keeping.h"
#include "mouse.h"
#include "outside.h"
#include "repeat.h"
#include "shared.h"
#include "syncing.h"
#include "touchbase/desk/rounds.h"
#include "touchbase/panes/panes.h"
#include "touchbase/tui/keymap.h"
#include "touchbase/tui/loop.h"
#include "touchbase/tui/pane.h"
#include "touchbase/tui/prompt.h"
#include "touchbase/tui/status.h"

enum { VERB_COUNT_MAX = 3650 }; /* days, for one */
enum {
    PANE_PROSPECTS,
    PANE_AWAY,
    PANE_TOUCHES,
    PANE_NOTES,
    DESK_PANES,
    SHEETS_MAX = 8,
    OPENED_MAX = 8
};

struct workspace;

/* Called with what was typed at a prompt; NULL when it was cancelled. It may ask on. */
typedef void answer_function(struct workspace *workspace, const char *text);

/* What Tab does in a prompt, with the workspace as its context (tui/prompt.h). */
typedef void complete_function(void *workspace, const char *text, size_t cursor,
                               size_t *start,
                               void (*add)(void *sink, const char *candidate),
                               void *sink);

/* A row of single keys at the bottom: "r reached  v voicemail ...". */
struct key_choice {
    char key;
    const char *label;
};

struct workspace {
    struct shared shared;
    struct desk *desk;
    struct screen *screen;
    struct loop *loop;
    struct keymap *keymap;
    struct look_memory *look; /* what of the settings is in effect (look.h) */
    struct keymap_state keys;
    struct pane *panes[DESK_PANES];
    int focus;     /* of the desk's panes */
    int note_from; /* the one i was typed in, which gets the focus back */
    bool zoom;
    struct arrangement arrangement; /* of the desk's panes */
    int rows, columns;              /* of the window, as last placed */
    struct mouse_before mouse;
    struct outside_child
        opened[OPENED_MAX];          /* what runs beside: a browser, a clipboard */
    struct pane *sheets[SHEETS_MAX]; /* the last lies on top */
    int sheet_count;
    struct prompt *prompt; /* NULL: none is open */
    answer_function *answer;
    void (*typed)(struct workspace *workspace, const char *text); /* NULL: at the end */
    complete_function *completing; /* what Tab does there, NULL nothing */
    const char *question;          /* the prompt's label, in asking */
    const char *reason; /* why the last answer could not be taken, in asking, or NULL */
    const char *above;  /* a line to read above the prompt, in asking, or NULL */
    const struct key_choice *choices; /* NULL: no such row is shown */
    const char *choice_label;
    int verb_count; /* typed before the verb under way (VERB_COUNT_MAX at most), 0: none
                     */
    bool asks_row;  /* the row of keys asks which touch is meant: . cannot answer that */
    void (*chosen)(struct workspace *workspace, char key); /* key 0: cancelled */
    struct arena
        *asking;   /* what verbs keep between questions; emptied when a verb begins */
    void *pending; /* in asking: of the verb under way */
    struct repeats repeats;
    struct notice notice;
    struct desk_rounds rounds;
    uint64_t generation; /* of the desk at which they and shared.counts were read ... */
    int64_t minute;      /* ... and the minute (UTC) */
    bool counted;        /* they were */
    bool day_seen;       /* Today was seen on it, which is to be remembered */
    bool sorted_idle;    /* the idle sort was done since the last key ... */
    bool room_is_low;    /* on the disk, which was said */
    bool renewed;        /* planned times follow the zones of this machine */
    int watch;           /* descriptor of the file watch, -1 none */
    int alarm;           /* that of the next minute (base/alarm.h), -1 none */
    int64_t key_ms;      /* ... that is, since this clock_ticks_ms */
    int64_t tick_ms;     /* when a running clock shows another second, 0: not asked yet */
    int64_t looked_ms;   /* when the desk was last looked at for changes of others */
    int64_t alarm_utc;   /* for when the alarm is set, 0: it is not */
    struct arena *history; /* lines typed at prompts */
    const char **lines;
    size_t line_count;
    size_t line_capacity;
    int64_t
        noted; /* whose note the last action filed, 0 none: i goes on in it (keys.md) */
    struct collecting *collecting; /* a folder being read, NULL none (collecting.h) */
    struct ringing *ringing;       /* reminders (ringing.h) */
    struct keeping keeping;        /* the calendar of the settings (keeping.h) */
    struct syncing syncing;        /* and the one that comes back (syncing.h) */
    day_number day;      /* the day the lists were ordered on, as the person knows */
    bool on_marked;      /* ; was typed: the verb that follows acts on all marked */
    bool offers_confirm; /* the notice on show says that Enter opens To confirm */
    bool only_take_in;   /* opened for a take-in alone: leaves when that is closed */
};

/* workspace.c */
bool workspace_init(struct workspace *workspace, struct desk *desk, struct screen *screen,
                    struct error *err);
void workspace_free(struct workspace *workspace);
/* Reads again what is in sight and stale. */
void workspace_load(struct workspace *workspace);
struct pane *workspace_top(const struct workspace *workspace); /* the pane keys go to */
/* What the row under the cursor is itself; verbs act on that before the person's. */
enum row_kind { ROW_PERSON, ROW_TOUCH, ROW_ABSENCE, ROW_NOTE };
enum row_kind workspace_row(const struct workspace *workspace);
const char *workspace_context(const struct workspace *workspace);
/* The text under way in a pane; NULL where none is typed. */
struct typing *workspace_typing(struct pane *pane);
/* A sheet of a kind over everything; setup is its own. An error becomes a notice. */
void workspace_open(struct workspace *workspace, int sheet, void *setup);
/* Closes the top sheet; the lists take their order anew (design.md section 3). */
void workspace_back(struct workspace *workspace);
void workspace_focus(struct workspace *workspace, int pane);
/* The desk changed: everything in sight is read again before the next draw. */
void workspace_changed(struct workspace *workspace);
void workspace_settle(struct workspace *workspace); /* and takes its order anew */
void workspace_error(struct workspace *workspace, const struct error *err);
/* Lets the panes that follow the current person know. */
void workspace_moved(struct workspace *workspace);
/* Puts the cursor of Prospects on somebody and makes it the pane in focus. */
void workspace_go_person(struct workspace *workspace, int64_t person_id);
/* Does what a pane's result bits ask for. */
void workspace_do(struct workspace *workspace, struct pane *pane, unsigned result,
                  const struct error *err);

/* hints.c */
/* A hint as shared_hint, seen from what is on top; in the asking arena. */
const char *workspace_hint(struct workspace *workspace, const char *words);
/* One step was made: what is in sight is read again, and format says what, with the way
 * to take it back behind it. */
void workspace_made(struct workspace *workspace, enum notice_kind kind,
                    const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Is there somebody to act on? Says that there is nobody when not. */
bool workspace_has_person(struct workspace *workspace);

/* workspace_draw.c */
void workspace_draw(void *context, struct canvas *canvas);
void workspace_place(struct workspace *workspace, int rows, int columns);

/* workspace_keys.c */
void workspace_key(void *context, const struct key *key);
/* May the notice offer Enter: is a list of the desk on top, and nothing being typed? */
bool workspace_takes_offer(const struct workspace *workspace);
/* Performs an action, by key or by its name on the command line. */
void workspace_act(struct workspace *workspace, int action, int count);

/* ask.c: prompts and choices. label begins with the current person's name. */
void ask_line(struct workspace *workspace, const char *label, const char *initial,
              const char *default_text, answer_function *answer);
/* The same, and Tab completes. */
void ask_completed(struct workspace *workspace, const char *label, const char *initial,
                   complete_function *complete, answer_function *answer);
/* The same question once more: what was typed stays, err says above it why it could not
 * be taken. */
void ask_again(struct workspace *workspace, const struct error *err, const char *typed,
               answer_function *answer);
/* Of the prompt just opened: typed is told what stands in it after each change. */
void ask_typed(struct workspace *workspace,
               void (*typed)(struct workspace *workspace, const char *text));
/* A line above the prompt or the row of keys just opened, until it is closed; NULL
 * takes it away. */
void ask_above(struct workspace *workspace, const char *text);
void ask_choice(struct workspace *workspace, const char *label,
                const struct key_choice *choices,
                void (*chosen)(struct workspace *workspace, char key));
void ask_close(struct workspace *workspace);
/* Gives an answer to the question on show, as if it had been typed; nothing when it does
 * not fit there. */
void ask_give(struct workspace *workspace, const struct repeat_answer *answer);
bool ask_key(struct workspace *workspace, const struct key *key); /* true: taken */
bool ask_draw(struct workspace *workspace, struct area area, int row);
/* The arena for a verb's own things, emptied. */
struct arena *ask_begin(struct workspace *workspace);

/* command.c: the line behind ":" */
void command_ask(struct workspace *workspace);

#endif
