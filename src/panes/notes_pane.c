/* Notes of the current person: the timeline to read, and the note being typed, which is
 * on disk within a second. */
#include "notes_pane.h"

#include <string.h>

#include "actions.h"
#include "shared.h"
#include "timeline_reader.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/people.h"

struct notes {
    struct shared *shared;
    struct timeline_reader timeline;
    int64_t person_id;    /* whose timeline is shown */
    bool empty;           /* there is none */
    struct typing typing; /* the note, while one is typed */
    char edited_name[PERSON_NAME_SIZE];
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct notes *state = pane->state;

    (void)setup;
    (void)err;
    state->shared = pane->shared;
    timeline_reader_open(&state->timeline);
    return true;
}

static void close(struct pane *pane)
{
    struct notes *state = pane->state;

    typing_end(&state->typing);
    timeline_reader_close(&state->timeline);
}

static bool load(struct pane *pane, struct error *err)
{
    struct notes *state = pane->state;
    struct timeline_text out = {.arena = arena_create()};
    bool done = true;

    if (state->person_id != state->shared->person_id) {
        state->person_id = state->shared->person_id;
        timeline_reader_restart(&state->timeline);
    }
    if (state->person_id != 0)
        done = timeline_add(&out, state->shared->desk, state->person_id,
                            state->timeline.limit, err);
    state->empty = done && out.text.length == 0;
    timeline_reader_show(&state->timeline, &out, done, pane);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct notes *state = pane->state;

    if (state->typing.editor != NULL)
        buffer_add_format(out, "Note on %s%s", state->edited_name,
                          typing_is_unsaved(&state->typing) ? " *" : "");
    else
        buffer_add_format(out, "Notes%s%s", state->shared->person_id != 0 ? " ─ " : "",
                          state->shared->person_name);
}

static void draw_empty(const struct notes *state, struct area area)
{
    struct buffer words = {0};

    keymap_words(state->shared->keymap, "person", "nothing yet; {note} jots a note",
                 &words);
    area_text(area, 0, 1, STYLE_DIM, buffer_string(&words));
    buffer_free(&words);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct notes *state = pane->state;

    if (state->typing.editor != NULL)
        editor_draw(state->typing.editor, area, STYLE_NORMAL, pane->focus);
    else if (state->empty && state->person_id != 0)
        draw_empty(state, area);
    else if (state->person_id != 0)
        reader_draw(state->timeline.reader, area);
}

void notes_edit(struct pane *pane, const char *text, int64_t draft_id, size_t cursor)
{
    struct notes *state = pane->state;

    if (state->typing.editor != NULL)
        return;
    typing_begin(&state->typing, "note", state->shared->person_id, text, draft_id,
                 cursor);
    memcpy(state->edited_name, state->shared->person_name, sizeof state->edited_name);
}

bool notes_editing(const struct pane *pane)
{
    return ((const struct notes *)pane->state)->typing.editor != NULL;
}

struct typing *notes_typing(struct pane *pane)
{
    return &((struct notes *)pane->state)->typing;
}

bool notes_go_on(struct pane *pane, struct error *err)
{
    struct notes *state = pane->state;
    struct arena *arena = arena_create();
    struct timeline_entry *entries;
    size_t count;
    bool found = desk_timeline(state->shared->desk, state->shared->person_id, NULL, 1,
                               arena, &entries, &count, err) &&
                 count == 1 && entries[0].kind == TIMELINE_NOTE &&
                 entries[0].with == NULL; /* theirs who left is not gone on in */

    if (found) {
        notes_edit(pane, entries[0].note->text, 0, strlen(entries[0].note->text));
        state->typing.note_id = entries[0].note->id;
    }
    arena_destroy(arena);
    return found;
}

static bool store_note(struct notes *state, struct error *err)
{
    const struct typing *typing = &state->typing;
    struct desk *desk = state->shared->desk;

    if (typing->note_id != 0)
        return desk_note_change(desk, typing->note_id, typing_text(typing),
                                typing->draft.id, err);
    return desk_note_file(desk, typing->draft.contact_id, typing_text(typing),
                          typing->draft.id, err);
}

static unsigned file_note(struct notes *state, struct error *err)
{
    if (!store_note(state, err))
        return PANE_HANDLED | PANE_FAILED;
    typing_end(&state->typing);
    return PANE_HANDLED | PANE_RELOAD;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct notes *state = pane->state;

    if (state->typing.editor != NULL) {
        if (call->action == DO_FILE_NOTE)
            return file_note(state, err);
        return editor_act(state->typing.editor, call->action, call->count)
                   ? PANE_HANDLED | PANE_REPAINT
                   : 0;
    }
    if (call->action == DO_OPEN && state->shared->person_id != 0) {
        pane->request.what = SHEET_CONTACT;
        return PANE_HANDLED | PANE_OPEN;
    }
    return timeline_reader_act(&state->timeline, pane, call);
}

static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct notes *state = pane->state;

    (void)err;
    if (state->typing.editor == NULL || !editor_type(state->typing.editor, key))
        return 0;
    return PANE_HANDLED | PANE_REPAINT;
}

const struct pane_ops notes_pane = {
    .name = "notes",
    .context = "notes",
    .state_size = sizeof(struct notes),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .type = type,
};
