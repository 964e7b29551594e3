/* m: a message to the current person. It is filed like a note, and goes out by the mail
 * command or the clipboard once everything in it is known. */
#include <string.h>

#include "actions.h"
#include "message_sheet.h"
#include "sheets.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/scripts.h"
#include "verbs.h"

enum {
    KEPT_MAX = 500,
    LINK_MAX = 100 * 1024 /* no system takes a much longer word of a command */
};

static void open_sheet(struct workspace *workspace, const struct script *script)
{
    struct message_setup setup = {.script = *script, .cursor = strlen(script->text)};

    workspace_open(workspace, SHEET_MESSAGE, &setup);
}

static bool is_over(const struct touch *touch)
{
    return touch->outcome != OUTCOME_NONE && touch->outcome != OUTCOME_WRITTEN;
}

/* A touch under the cursor says by which channel; of another row only a mail is meant,
 * the next thing to write. */
static bool find_touch(struct workspace *workspace, struct touch *touch,
                       struct error *err)
{
    int64_t id = workspace->shared.touch_id;

    *touch = (struct touch){.channel = CHANNEL_EMAIL};
    if (id == 0)
        return true;
    if (!desk_touch_get(workspace->desk, id, workspace->asking, touch, err))
        return false;
    if (touch->direction == DIRECTION_IN || is_over(touch) ||
        (workspace_row(workspace) != ROW_TOUCH && touch->channel != CHANNEL_EMAIL))
        *touch = (struct touch){.channel = CHANNEL_EMAIL};
    return true;
}

static void begin(struct workspace *workspace)
{
    struct arena *arena = ask_begin(workspace);
    struct script script;
    struct touch touch;
    struct error err;

    if (!workspace_has_person(workspace))
        return;
    if (!find_touch(workspace, &touch, &err) ||
        !desk_script_for(workspace->desk, workspace->shared.person_id, touch.id,
                         touch.channel, arena, &script, &err))
        workspace_error(workspace, &err);
    else
        open_sheet(workspace, &script);
}

void verb_message_resume(struct workspace *workspace, const struct draft *draft)
{
    struct message_setup setup = {
        .script = {.id = draft->script_id,
                   .contact_id = draft->contact_id,
                   .touch_id = draft->touch_id,
                   .channel = (enum channel)draft->channel,
                   .text = draft->text},
        .draft_id = draft->id,
        .cursor = (size_t)draft->cursor,
    };

    workspace_open(workspace, SHEET_MESSAGE, &setup);
}

/* The draft is on disk before anything else, so that filing takes it along. */
static bool file(struct workspace *workspace, struct pane *sheet, struct script *script)
{
    struct typing *typing = message_typing(sheet);
    struct error err;
    bool same = !message_differs(sheet) && typing->draft.id == 0;

    *script = message_script(sheet);
    if (same || (typing_save(typing, workspace->desk, true, clock_ticks_ms(), &err) &&
                 desk_script_file(workspace->desk, script, typing->draft.id,
                                  workspace->asking, &err)))
        return true;
    workspace_error(workspace, &err);
    return false;
}

static void file_and_close(struct workspace *workspace, struct pane *sheet)
{
    struct script script;

    ask_begin(workspace);
    if (file(workspace, sheet, &script))
        workspace_back(workspace);
}

static bool to_mailer(struct workspace *workspace, const char *mailer,
                      const struct script *script)
{
    struct error err;
    const char *link =
        desk_script_mailto(workspace->desk, script, workspace->asking, &err);

    if (link != NULL && strlen(link) > LINK_MAX) {
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "the message is too long for a mail command (%zu KiB as a link, at "
                   "most %d); it was not sent",
                   strlen(link) / 1024, LINK_MAX / 1024);
        return false;
    }
    if (link != NULL && verb_open(workspace, mailer, link, &err))
        return true;
    workspace_error(workspace, &err);
    return false;
}

static bool to_clipboard(struct workspace *workspace, const struct script *script)
{
    const char *subject, *words;
    struct error err;

    if (!desk_script_ready(workspace->desk, script, workspace->asking, &subject, &words,
                           &err)) {
        workspace_error(workspace, &err);
        return false;
    }
    if (*subject == '\0' && *words == '\0') {
        notice_set(&workspace->notice, NOTICE_WARNING, "the message has no words yet");
        return false;
    }
    if (*subject != '\0')
        words = arena_format(workspace->asking, "Subject: %s\n\n%s", subject, words);
    if (!verb_hand_copy(workspace, words))
        return false;
    notice_set(&workspace->notice, NOTICE_PLAIN, "the message is copied");
    return true;
}

/* A mail goes to the mail command; without one, and by any other channel, the words go to
 * the clipboard. False: it did not, which was said. */
static bool hand_out(struct workspace *workspace, const struct script *script)
{
    const char *mailer = desk_settings(workspace->desk)->mailer;

    return script->channel == CHANNEL_EMAIL && mailer != NULL
               ? to_mailer(workspace, mailer, script)
               : to_clipboard(workspace, script);
}

/* It went out, and is not begun with again. */
static void leave(struct workspace *workspace, const struct script *script)
{
    struct error err;

    workspace_back(workspace);
    if (script->id != 0 && !desk_script_used(workspace->desk, script, &err))
        workspace_error(workspace, &err);
}

static void send(struct workspace *workspace, struct pane *sheet)
{
    struct script script;

    ask_begin(workspace);
    script = message_script(sheet);
    script.text = arena_string(workspace->asking, script.text);
    if (script.contact_id == 0)
        notice_set(&workspace->notice, NOTICE_WARNING,
                   "it is kept for everybody: write it to a person with %s",
                   shared_hint(&workspace->shared, workspace->asking, "{mail}"));
    else if (hand_out(workspace, &script) && file(workspace, sheet, &script))
        leave(workspace, &script);
}

static void rehearse(struct workspace *workspace, struct pane *sheet)
{
    int64_t seconds = message_rehearse(sheet);

    if (seconds >= 0)
        notice_set(&workspace->notice, NOTICE_PLAIN, "it took %lld s",
                   (long long)seconds);
}

static const struct key_choice channel_choices[] = {
    {'v', "voicemail"}, {'e', "email"},   {'l', "letter"}, {'c', "card"},
    {'p', "postcard"},  {'m', "message"}, {0, NULL}};

static void channel_chosen(struct workspace *workspace, char key)
{
    for (const struct key_choice *choice = channel_choices; choice->key != 0; choice++) {
        if (choice->key == key)
            message_set_channel(workspace_top(workspace),
                                (enum channel)channel_from_name(choice->label));
    }
}

static bool read_kept(struct workspace *workspace, struct script **scripts, size_t *count,
                      struct error *err)
{
    return desk_scripts(workspace->desk, false, 0, KEPT_MAX, workspace->asking, scripts,
                        count, err);
}

/* The kept message with such words in its title; NULL and err. */
static const struct script *find_kept(struct workspace *workspace, const char *words,
                                      struct error *err)
{
    struct script *scripts;
    size_t count;

    if (!read_kept(workspace, &scripts, &count, err))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (text_mentions(script_title(workspace->asking, scripts[i].text), words))
            return &scripts[i];
    }
    error_set(err, ERROR_NOT_FOUND, "no message is kept under \"%s\"", words);
    return NULL;
}

static void kept_answer(struct workspace *workspace, const char *text)
{
    struct pane *sheet = workspace_top(workspace);
    const struct script *kept;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    kept = find_kept(workspace, text, &err);
    if (kept == NULL) {
        ask_again(workspace, &err, text, kept_answer);
        return;
    }
    typing_replace(message_typing(sheet), kept->text, strlen(kept->text));
    message_set_channel(sheet, kept->channel);
}

static void complete_kept(void *context, const char *text, size_t cursor, size_t *start,
                          void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;
    const char *words = arena_copy(workspace->asking, text, cursor);
    struct script *scripts;
    struct error err;
    size_t count;

    *start = 0;
    if (!read_kept(workspace, &scripts, &count, &err))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *title = script_title(workspace->asking, scripts[i].text);

        if (text_mentions(title, words))
            add(sink, title);
    }
}

static const struct key_choice drop_choices[] = {
    {'y', "throw it away"}, {'n', "go on"}, {0, NULL}};

static void drop_chosen(struct workspace *workspace, char key)
{
    struct pane *sheet = workspace_top(workspace);
    struct error err;

    if (key != 'y')
        return;
    if (message_typing(sheet)->draft.id != 0 &&
        !desk_draft_drop(workspace->desk, message_typing(sheet)->draft.id, &err))
        workspace_error(workspace, &err);
    workspace_back(workspace);
}

static void cancel(struct workspace *workspace, const struct pane *sheet)
{
    if (message_differs(sheet))
        ask_choice(workspace, "What was typed here:", drop_choices, drop_chosen);
    else
        drop_chosen(workspace, 'y');
}

static bool act_on_sheet(struct workspace *workspace, struct pane *sheet, int action)
{
    switch (action) {
    case DO_FILE_NOTE:
        file_and_close(workspace, sheet);
        return true;
    case DO_SEND:
        send(workspace, sheet);
        return true;
    case DO_REHEARSE:
        rehearse(workspace, sheet);
        return true;
    case DO_CHANNEL:
        ask_choice(workspace, "it goes by:", channel_choices, channel_chosen);
        return true;
    case DO_KEPT:
        ask_begin(workspace);
        ask_completed(workspace, verb_label(workspace, "kept message: "), NULL,
                      complete_kept, kept_answer);
        return true;
    case DO_CANCEL:
        cancel(workspace, sheet);
        return true;
    default:
        return false;
    }
}

/* One to be kept for everybody. */
static void begin_kept(struct workspace *workspace)
{
    const struct script script = {.channel = CHANNEL_VOICEMAIL, .text = ""};

    open_sheet(workspace, &script);
}

/* The kept one stays as it is, whatever becomes of the copy. */
static void copy_kept(struct workspace *workspace, const struct script *kept)
{
    const struct script copy = {.contact_id = workspace->shared.person_id,
                                .channel = kept->channel,
                                .text = kept->text};

    if (workspace_has_person(workspace))
        open_sheet(workspace, &copy);
}

static void retire_kept(struct workspace *workspace, const struct script *kept)
{
    struct error err;

    if (!desk_script_retire(workspace->desk, kept->id, !kept->retired, &err))
        workspace_error(workspace, &err);
    else
        workspace_made(workspace, NOTICE_PLAIN, "%s is %s",
                       script_title(workspace->asking, kept->text),
                       kept->retired ? "offered again" : "no longer offered");
}

static void act_on_row(struct workspace *workspace, int64_t id, int action)
{
    struct script kept;
    struct error err;

    if (!desk_script_get(workspace->desk, id, ask_begin(workspace), &kept, &err))
        workspace_error(workspace, &err);
    else if (action == DO_FINISH)
        retire_kept(workspace, &kept);
    else if (action == DO_MAIL)
        copy_kept(workspace, &kept);
    else
        open_sheet(workspace, &kept);
}

/* On a message of the library. */
static bool act_on_library(struct workspace *workspace, int action)
{
    int64_t id = library_script(workspace_top(workspace));

    if (action == DO_ADD_MESSAGE || (id != 0 && action == DO_ADD)) {
        begin_kept(workspace);
        return true;
    }
    if (id == 0 || (action != DO_OPEN && action != DO_EDIT && action != DO_VERBATIM &&
                    action != DO_FINISH && action != DO_MAIL))
        return false;
    act_on_row(workspace, id, action);
    return true;
}

bool verb_message_act(struct workspace *workspace, int action)
{
    struct pane *top = workspace_top(workspace);

    if (top->ops == &message_sheet)
        return act_on_sheet(workspace, top, action);
    if (top->ops == &library_sheet && act_on_library(workspace, action))
        return true;
    if (action != DO_MAIL)
        return false;
    begin(workspace);
    return true;
}
