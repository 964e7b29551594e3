/* What the actions do that concern a person, a row or the desk: one file for each kind of
 * thing. Each returns true when the action was one of its own. */
#ifndef TOUCHBASE_SRC_PANES_VERBS_H
#define TOUCHBASE_SRC_PANES_VERBS_H

#include "touchbase/desk/calls.h"
#include "touchbase/desk/pace.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/note.h"
#include "touchbase/model/touch.h"
#include "workspace.h"

bool verb_act(struct workspace *workspace, int action);           /* all of them */
bool verb_person_act(struct workspace *workspace, int action);    /* verbs_person.c */
bool verb_plan_act(struct workspace *workspace, int action);      /* verbs_plan.c */
bool verb_message_act(struct workspace *workspace, int action);   /* verbs_message.c */
bool verb_library_act(struct workspace *workspace, int action);   /* verbs_library.c */
bool verb_touch_act(struct workspace *workspace, int action);     /* verbs_touch.c */
bool verb_successor_act(struct workspace *workspace, int action); /* verbs_successor.c */
bool verb_link_act(struct workspace *workspace, int action);      /* verbs_links.c */
bool verb_name_act(struct workspace *workspace, int action);      /* verbs_name.c */
bool verb_blocker_act(struct workspace *workspace, int action);
bool verb_tag_act(struct workspace *workspace, int action);      /* verbs_tag.c */
bool verb_inbound_act(struct workspace *workspace, int action);  /* verbs_inbound.c */
bool verb_take_in_act(struct workspace *workspace, int action);  /* verbs_take_in.c */
bool verb_call_act(struct workspace *workspace, int action);     /* verbs_call.c */
bool verb_waiting_act(struct workspace *workspace, int action);  /* verbs_waiting.c */
bool verb_handover_act(struct workspace *workspace, int action); /* verbs_handover.c */
bool verb_today_act(struct workspace *workspace, int action);    /* verbs_today.c */
bool verb_round_act(struct workspace *workspace, int action);    /* verbs_round.c */
bool verb_row_act(struct workspace *workspace, int action);      /* verbs_row.c */
bool verb_files_act(struct workspace *workspace, int action);    /* verbs_files.c */
bool verb_desk_act(struct workspace *workspace, int action);     /* verbs_desk.c */

/* verbs_edit.c: a touch typed anew; one of a series skipped, or a series ended. */
void verb_edit(struct workspace *workspace, const struct touch *touch);
void verb_series(struct workspace *workspace, const struct touch *touch, int action);

/* verbs_marks.c. True when the action was taken: T, :unmark, ; itself, and after ;
 * whatever follows. */
bool verb_marks_act(struct workspace *workspace, int action);
/* The pane whose marks ; means: the one in focus, else the first that has some; NULL when
 * nothing is marked. */
struct pane *verb_marked_pane(const struct workspace *workspace);
/* verbs_marked.c: the verb behind ; on the marks of a pane. */
void verb_marked(struct workspace *workspace, struct pane *pane, int action);
/* Esc where nothing else takes it: forgets the ; typed before, else ends a range without
 * marking it, else takes all marks away. */
void verb_escape(struct workspace *workspace);
/* Does it change the desk? */
bool verb_changes(int action);
/* Says so and returns true when the desk is read-only and the action would change it. */
bool verb_refused(struct workspace *workspace, int action);

/* Today: shows it, if this day had none yet; closes it when there is nothing; a key for
 * it while it is passive (true: the key is taken, else it goes on to the desk); writes
 * down that it was seen. */
void verb_today_first(struct workspace *workspace);
void verb_today_loaded(struct workspace *workspace);
bool verb_today_key(struct workspace *workspace, const struct key *key);
void verb_today_keep(struct workspace *workspace);

/* A paste outside of text: take-in with it (keys.md). */
void verb_paste(struct workspace *workspace, const char *text, size_t length);
/* Take-in of a file or folder, or of bytes under the name "-". */
void verb_take_in_path(struct workspace *workspace, const char *path, const char *bytes,
                       size_t length);
/* :take-in with a path behind it. */
void verb_take_in_named(struct workspace *workspace, const char *path);
/* On a message of an mbox on the take-in sheet: it and those behind it are read as a
 * folder is, beside the desk. False when it is none, or the window is for take-in alone.
 */
bool verb_take_in_rest(struct workspace *workspace);
/* The take-in sheet was closed: what it was typed in goes too. */
void verb_take_in_closed(struct workspace *workspace);
/* How it goes on once it was asked who took over; workspace->pending is as before. */
struct successor_asked {
    /* Stores it, and what ended with it, in one step; next is NULL for none. */
    void (*known)(struct workspace *workspace, const struct succession *succession,
                  const struct touch *next);
    void (*not_known)(struct workspace *workspace); /* NULL: it does not */
    const struct call_next *agreed; /* proposed as the next touch, NULL: a greeting */
};
/* A touch ends with outcome: asks who took over when somebody was talked to at the place
 * of a person who left, else goes on as not known. */
void verb_ask_successor(struct workspace *workspace, const struct touch *touch,
                        enum outcome outcome, struct successor_asked asked);
/* Says so, when it is stored. */
void verb_succeeded(struct workspace *workspace, const struct succession *succession);
/* :successor with its words. */
void verb_successor_named(struct workspace *workspace, const char *words);
/* Tab in a prompt for tags: the word at the cursor, a minus before it left aside. */
void verb_tag_complete(void *workspace, const char *text, size_t cursor, size_t *start,
                       void (*add)(void *sink, const char *candidate), void *sink);
/* verbs_view.c: l, the views, and those found as a list. */
bool verb_view_act(struct workspace *workspace, int action);
/* :view with its words. */
void verb_view_named(struct workspace *workspace, const char *words);
/* verbs_sync.c: :sync, Enter on what a calendar asks under To confirm. */
bool verb_sync_act(struct workspace *workspace, int action);
/* verbs_play.c: p, $, and Enter on a proposal under To confirm. */
bool verb_play_act(struct workspace *workspace, int action);
/* :round with its words: how full the voicemail box is. */
void verb_round_named(struct workspace *workspace, const char *words);
/* :play with its words. */
void verb_play_named(struct workspace *workspace, const char *words);
void verb_play_complete(void *workspace, const char *text, size_t cursor, size_t *start,
                        void (*add)(void *sink, const char *candidate), void *sink);
/* :tag with its words. */
void verb_tag_named(struct workspace *workspace, const char *words);
/* :note with its words: filed at once. */
void verb_note_named(struct workspace *workspace, const char *words);
/* Of a command line: the action with the words behind it; false when it has no way of its
 * own to take them. */
bool verb_with_words(struct workspace *workspace, int action, const char *words);
/* Text to the clipboard; NULL says that no such thing (what) of the person is known. */
void verb_copy(struct workspace *workspace, const char *text, const char *what);
/* What Tab offers as the first answer to an action, NULL nothing (verbs_complete.c). */
complete_function *verb_complete(int action);
/* | behind ; : all marked rows, one a line. */
void verb_pipe_marked(struct workspace *workspace, struct pane *pane);
/* verbs_plan.c: asks for a touch of the current person, with line typed already (NULL:
 * nothing). */
void verb_plan(struct workspace *workspace, const char *line);
/* verbs_plan.c: words say what was stored, the warning what to mind about it; past the
 * pace the last days stand above. */
void verb_tell_stored(struct workspace *workspace, const char *words,
                      const struct touch_warning *warning);
/* The person an answer names; else it is asked for again, with the reason above. */
bool verb_find_person(struct workspace *workspace, const char *text,
                      struct contact *contact, answer_function *answer);
/* verbs_touch.c: asks what follows a touch that ends so; the rules propose it. */
void verb_ask_next(struct workspace *workspace, const struct touch *touch,
                   enum outcome outcome, answer_function *answer);
/* verbs_thanks.c: a touch was finished so: offers what is owed to whom it named. */
void verb_ask_thanks(struct workspace *workspace, const struct touch *touch,
                     enum outcome outcome);
/* The same of all of them, in one question. */
struct many;
void verb_ask_thanks_many(struct workspace *workspace, const struct many *many,
                          enum outcome outcome);
/* verbs_inbound.c: they rang, and the phone was hung up. */
void verb_rang_over(struct workspace *workspace, struct pane *sheet);
/* verbs_call.c: on a call under way asks what to do instead of closing its sheet. */
bool verb_call_close(struct workspace *workspace);
/* verbs_import.c: a calendar of others as touches, after showing what comes of it; in the
 * asking arena. */
bool verb_import_is_calendar(const char *path);
void verb_import_calendar(struct workspace *workspace, const char *path);

/* verbs_files.c: the actions on files with their words behind them. */
bool verb_files_named(struct workspace *workspace, int action, const char *words);
/* verbs_message.c: a message that was being typed when a window ended. */
void verb_message_resume(struct workspace *workspace, const struct draft *draft);
/* > on a touch: who gets it? */
void verb_ask_give(struct workspace *workspace, const struct touch *touch);
/* Drafts of windows that are gone: the first is taken up again. */
void verb_offer_draft(struct workspace *workspace);

/* verbs_open.c: hands text to the clipboard, as the settings say, and tells;
 * false: it did not get there. */
bool verb_hand_copy(struct workspace *workspace, const char *text);
/* Hands a link to the command that opens it. */
bool verb_open(struct workspace *workspace, const char *command, const char *link,
               struct error *err);
bool verb_open_act(struct workspace *workspace, int action);

/* The name in front of a question: "Ana Ruiz, call 14:30: ". In the asking arena. */
const char *verb_label(struct workspace *workspace, const char *words);

#endif
