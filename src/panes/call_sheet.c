#include "call_sheet.h"

#include <string.h>

#include "actions.h"
#include "shared.h"
#include "touchbase/base/clock.h"
#include "touchbase/desk/people.h"
#include "touchbase/model/talk.h"
#include "touchbase/tui/reader.h"

enum { SIDE_BY_SIDE = 72, NOTE_LINES = 3 }; /* columns; lines of the note below */

struct calling {
    struct shared *shared;
    struct arena *arena; /* of brief, read when the sheet was opened */
    struct call_brief brief;
    bool theirs;
    const char *caller;
    size_t number; /* the phone number under the cursor */
    struct reader *script;
    bool on_script;     /* the keys go there, not to the note */
    struct typing note; /* its editor is NULL before the clock runs */
    int64_t started_ms; /* clock_ticks_ms at the start of the clock */
    struct call_next next;
    bool has_next;
};

static void begin_note(struct calling *state, int64_t person_id, const char *text,
                       int64_t draft_id, size_t cursor)
{
    typing_begin(&state->note, state->theirs ? "rang" : "call", person_id, text, draft_id,
                 cursor);
    state->note.draft.caller = state->caller;
}

static bool takes_up(struct pane *pane, const struct draft *draft, struct error *err)
{
    struct calling *state = pane->state;

    begin_note(state, draft->contact_id, draft->text, draft->id, (size_t)draft->cursor);
    state->note.draft.started_utc = draft->started_utc;
    state->note.draft.touch_id = draft->touch_id;
    state->started_ms =
        clock_ticks_ms() - (desk_now(state->shared->desk) - draft->started_utc) * 1000;
    return draft->next == NULL || call_agree(pane, draft->next, err);
}

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct calling *state = pane->state;
    const struct call_setup *begin = setup;
    int64_t touch_id = begin->draft != NULL ? begin->draft->touch_id : begin->touch_id;
    const char *caller = begin->draft != NULL ? begin->draft->caller : begin->caller;

    state->shared = pane->shared;
    state->arena = arena_create();
    state->script = reader_create();
    reader_hang(state->script);
    state->theirs = begin->rang;
    state->caller = caller != NULL ? arena_string(pane->memory, caller) : NULL;
    if (state->shared->person_id != 0 &&
        !desk_call_brief(state->shared->desk, state->shared->person_id, touch_id,
                         state->arena, &state->brief, err))
        return false;
    if (begin->draft != NULL)
        return takes_up(pane, begin->draft, err);
    if (begin->rang)
        call_start(pane);
    return true;
}

static void close(struct pane *pane)
{
    struct calling *state = pane->state;

    typing_end(&state->note);
    reader_destroy(state->script);
    arena_destroy(state->arena);
}

/* Where the script and the note stand; a narrow window has the note below. */
static void place(int rows, int columns, struct rect *script, struct rect *note)
{
    if (columns >= SIDE_BY_SIDE) {
        int left = columns * 11 / 20;

        *script = (struct rect){1, 0, rows - 1, left};
        *note = (struct rect){2, left + 2, rows - 2, columns - left - 2};
    } else {
        *script = (struct rect){1, 0, rows - 2 - NOTE_LINES, columns};
        *note = (struct rect){rows - NOTE_LINES, 0, NOTE_LINES, columns};
    }
}

static bool load(struct pane *pane, struct error *err)
{
    struct calling *state = pane->state;
    struct rect script, note;

    place(pane->rows, pane->columns, &script, &note);
    if (state->brief.contact.id == 0) {
        static const char unknown[] = "Nobody knows yet who it is.\n\nWhat is noted here "
                                      "waits under Waiting until it has a name.\n";

        reader_set(state->script, unknown, sizeof unknown - 1, NULL, 0);
        reader_resize(state->script, script.rows, script.columns);
        return true;
    }
    return call_text(state->shared, &state->brief, state->number, call_runs(pane),
                     state->has_next ? &state->next : NULL, state->script, script.rows,
                     script.columns, err);
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct calling *state = pane->state;

    const char *who = state->brief.contact.id != 0 ? state->brief.contact.name
                      : state->caller != NULL      ? state->caller
                                                   : "not known who";

    buffer_add_format(out, "%s ─ %s", state->theirs ? "They ring" : "Call", who);
}

static int64_t elapsed_ms(const struct calling *state)
{
    return clock_ticks_ms() - state->started_ms;
}

static bool is_long(const struct calling *state)
{
    return talk_is_long(state->brief.followed_up, elapsed_ms(state) / 1000,
                        typing_text(&state->note));
}

static void draw_clock(const struct calling *state, struct area area)
{
    int64_t seconds;

    if (state->note.editor == NULL) {
        area_text(area, 0, 1, STYLE_DIM,
                  state->brief.contact.id == 0 ? "" : "not dialled yet");
        return;
    }
    seconds = elapsed_ms(state) / 1000;
    area_format(area, 0, 1, is_long(state) ? STYLE_WARNING : STYLE_STRONG, "%d:%02d%s",
                (int)(seconds / 60), (int)(seconds % 60),
                is_long(state) ? "  what do they say? a line of theirs begins with \""
                               : "");
}

static void draw(const struct pane *pane, struct area area)
{
    const struct calling *state = pane->state;
    struct rect script, note;

    place(area.rect.rows, area.rect.columns, &script, &note);
    draw_clock(state, area);
    reader_draw(state->script, area_part(area, script));
    area_text(area, note.row - 1, note.column, STYLE_HEADING, "NOTE");
    if (state->note.editor != NULL)
        editor_draw(state->note.editor, area_part(area, note), STYLE_NORMAL,
                    pane->focus && !state->on_script);
    else
        area_text(area_part(area, note), 0, 0, STYLE_DIM, "a letter begins it");
}

static size_t count_numbers(const struct contact *contact)
{
    size_t count = 0;

    for (size_t i = 0; i < contact->point_count; i++)
        count += contact->points[i].kind == POINT_PHONE;
    return count;
}

/* Before the clock runs the arrows choose among several numbers. */
static unsigned choose_number(struct pane *pane, int action)
{
    struct calling *state = pane->state;
    size_t count = count_numbers(&state->brief.contact);

    if (action == ACTION_TEXT_DOWN && state->number + 1 < count)
        state->number++;
    else if (action == ACTION_TEXT_UP && state->number > 0)
        state->number--;
    else
        return action == ACTION_TEXT_DOWN || action == ACTION_TEXT_UP
                   ? PANE_HANDLED | PANE_BELL
                   : 0;
    pane->stale = true;
    return PANE_HANDLED | PANE_REPAINT;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct calling *state = pane->state;

    (void)err;
    if (call->action == DO_SCRIPT) {
        state->on_script = !state->on_script;
        return PANE_HANDLED | PANE_REPAINT;
    }
    if (state->on_script)
        return reader_act(state->script, call->action, call->count);
    if (state->note.editor == NULL)
        return choose_number(pane, call->action);
    return editor_act(state->note.editor, call->action, call->count)
               ? PANE_HANDLED | PANE_REPAINT
               : 0;
}

/* The first letter starts the clock: the number was dialled by hand. */
static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct calling *state = pane->state;

    (void)err;
    if (state->on_script)
        return PANE_HANDLED | PANE_BELL;
    call_start(pane);
    return editor_type(state->note.editor, key) ? PANE_HANDLED | PANE_REPAINT : 0;
}

const char *call_context(const struct pane *pane)
{
    const struct calling *state = pane->state;

    if (state->on_script)
        return "call-script";
    return state->note.editor == NULL ? "call" : "call-text";
}

const struct call_brief *call_brief_of(const struct pane *pane)
{
    return &((const struct calling *)pane->state)->brief;
}

const char *call_caller(const struct pane *pane)
{
    return ((const struct calling *)pane->state)->caller;
}

bool call_is_theirs(const struct pane *pane)
{
    return ((const struct calling *)pane->state)->theirs;
}

const char *call_number(const struct pane *pane)
{
    const struct calling *state = pane->state;
    const struct contact *contact = &state->brief.contact;
    size_t number = 0;

    for (size_t i = 0; i < contact->point_count; i++) {
        if (contact->points[i].kind == POINT_PHONE && number++ == state->number)
            return contact->points[i].value;
    }
    return NULL;
}

bool call_runs(const struct pane *pane)
{
    return ((const struct calling *)pane->state)->note.editor != NULL;
}

void call_start(struct pane *pane)
{
    struct calling *state = pane->state;

    if (call_runs(pane))
        return;
    begin_note(state, state->brief.contact.id, "", 0, 0);
    state->note.draft.started_utc = desk_now(state->shared->desk);
    state->note.draft.touch_id = state->brief.has_touch ? state->brief.touch.id : 0;
    state->note.draft.next = state->has_next ? state->next.line : NULL;
    typing_renew(&state->note);
    state->started_ms = clock_ticks_ms();
    pane->stale = true;
}

struct typing *call_typing(struct pane *pane)
{
    return &((struct calling *)pane->state)->note;
}

int call_tick_ms(const struct pane *pane)
{
    return call_runs(pane) ? 1000 - (int)(elapsed_ms(pane->state) % 1000) : -1;
}

void call_pass(struct pane *pane, int64_t seconds)
{
    ((struct calling *)pane->state)->started_ms -= seconds * 1000;
}

bool call_agree(struct pane *pane, const char *line, struct error *err)
{
    struct calling *state = pane->state;
    struct call_next next;

    if (!desk_call_agree(state->shared->desk, &state->brief.contact, line, state->arena,
                         &next, err))
        return false;
    state->next = next;
    state->has_next = true;
    state->note.draft.next = next.line;
    typing_renew(&state->note);
    pane->stale = true;
    return true;
}

const struct call_next *call_next_of(const struct pane *pane)
{
    const struct calling *state = pane->state;

    return state->has_next ? &state->next : NULL;
}

struct call_log call_log_of(struct pane *pane)
{
    const struct calling *state = pane->state;
    struct call_log log = {.contact_id = state->brief.contact.id,
                           .touch_id =
                               state->brief.has_touch ? state->brief.touch.id : 0};

    if (call_runs(pane)) {
        log.started_utc = state->note.draft.started_utc;
        log.seconds = elapsed_ms(state) / 1000;
        log.note = typing_text(&state->note);
        log.draft_id = state->note.draft.id;
    }
    return log;
}

const struct pane_ops call_sheet = {
    .name = "call",
    .context = "call",
    .state_size = sizeof(struct calling),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .type = type,
};
