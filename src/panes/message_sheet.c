#include "message_sheet.h"

#include <string.h>

#include "shared.h"
#include "timeline_text.h"
#include "touchbase/base/clock.h"
#include "touchbase/desk/scripts.h"

enum { SIDE_BY_SIDE = 72, METER = 2 }; /* columns (narrower, it reads below); rows */

struct writing {
    struct shared *shared;
    char name[PERSON_NAME_SIZE]; /* "" of one for everybody */
    struct script script;        /* as it was opened, but for its channel */
    enum channel first_channel;
    struct typing typing;
    uint64_t first_changes; /* editor_changes at the beginning */
    struct arena *arena;    /* of the facts */
    struct script_fact *facts;
    size_t fact_count;
    uint64_t generation; /* of the desk they were read from; 0: they were not */
    struct script_meter meter;
    struct buffer gaps;  /* what is not known, in words */
    struct buffer lacks; /* what the meter says, and what speaks against a reference */
    struct reader *reading;
    int64_t rehearsed_ms; /* clock_ticks_ms when the clock started, 0: it stands */
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct writing *state = pane->state;
    const struct message_setup *begin = setup;

    (void)err;
    state->shared = pane->shared;
    state->arena = arena_create();
    state->reading = reader_create();
    state->script = begin->script;
    state->script.uuid = arena_string(pane->memory, begin->script.uuid);
    state->script.text = NULL;
    state->first_channel = begin->script.channel;
    if (begin->script.contact_id != 0)
        memcpy(state->name, state->shared->person_name, sizeof state->name);
    typing_begin(&state->typing, "message", begin->script.contact_id, begin->script.text,
                 begin->draft_id, begin->cursor);
    state->typing.draft.touch_id = begin->script.touch_id;
    state->typing.draft.script_id = begin->script.id;
    state->typing.draft.channel = (int)begin->script.channel;
    state->first_changes = editor_changes(state->typing.editor);
    return true;
}

static void close(struct pane *pane)
{
    struct writing *state = pane->state;

    typing_end(&state->typing);
    reader_destroy(state->reading);
    buffer_free(&state->gaps);
    buffer_free(&state->lacks);
    arena_destroy(state->arena);
}

/* Where the words and their reading stand, and the heading of the reading. */
static void place(int rows, int columns, struct rect *words, struct rect *reading)
{
    if (columns >= SIDE_BY_SIDE) {
        int left = columns / 2;

        *words = (struct rect){METER, 0, rows - METER, left - 1};
        *reading =
            (struct rect){METER + 1, left + 1, rows - METER - 1, columns - left - 1};
    } else {
        int upper = (rows - METER - 1) / 2;

        *words = (struct rect){METER, 0, upper, columns};
        *reading = (struct rect){METER + 1 + upper, 0, rows - METER - 1 - upper, columns};
    }
}

/* The desk is asked again only when it changed, not at every key. */
static bool read_facts(struct writing *state, struct error *err)
{
    uint64_t generation = desk_generation(state->shared->desk) + 1;

    if (state->generation == generation)
        return true;
    arena_reset(state->arena);
    state->generation = generation;
    return desk_script_facts(state->shared->desk, state->script.contact_id,
                             state->script.touch_id, state->script.channel, state->arena,
                             &state->facts, &state->fact_count, err);
}

static void add_fields(struct timeline_text *out, const struct writing *state)
{
    timeline_head(out, STYLE_HEADING, "\nFIELDS\n");
    for (size_t i = 0; i < state->fact_count; i++) {
        const struct script_fact *fact = &state->facts[i];
        const char *name = arena_format(out->arena, "{%s}", fact->name);

        if (state->script.contact_id == 0)
            buffer_add_format(&out->text, "%s\n", name);
        else if (fact->value != NULL)
            buffer_add_format(&out->text, "%-11s  %s\n", name, fact->value);
        else
            timeline_head(out, STYLE_DIM,
                          arena_format(out->arena, "%-11s  not known\n", name));
    }
}

/* "[place?] [item?]", each once. */
static void list_gaps(struct buffer *out, const struct script_filled *filled)
{
    buffer_clear(out);
    for (size_t i = 0; i < filled->gap_count; i++) {
        const struct script_gap *gap = &filled->gaps[i];
        bool known = false;

        for (size_t j = 0; j < i; j++)
            known = known || strcmp(filled->gaps[j].name, gap->name) == 0;
        if (!known)
            buffer_add_format(out, " [%s?]", gap->name);
    }
}

/* "no reason for them, no action; Lena Vogt was named 2 times in 90 days" */
static void list_lacks(struct arena *arena, struct buffer *out,
                       const struct script_view *view)
{
    const char *against = view->filled.against;

    buffer_clear(out);
    buffer_add_string(out, script_flags_words(arena, view->meter.flags));
    if (against != NULL)
        buffer_add_format(out, "%s%s", out->length > 0 ? "; " : "", against);
}

static bool load(struct pane *pane, struct error *err)
{
    struct writing *state = pane->state;
    struct timeline_text out = {.arena = arena_create()};
    struct script_view view;
    struct rect words, reading;
    bool done = read_facts(state, err);

    place(pane->rows, pane->columns, &words, &reading);
    if (done) {
        desk_script_view(out.arena, typing_text(&state->typing), state->script.channel,
                         state->facts, state->fact_count, &view);
        state->meter = view.meter;
        timeline_message(&out, &view.filled);
        list_gaps(&state->gaps, &view.filled);
        list_lacks(out.arena, &state->lacks, &view);
        add_fields(&out, state);
    }
    timeline_end(&out, done ? state->reading : NULL, reading.rows, reading.columns);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct writing *state = pane->state;

    buffer_add_format(out, "%s ─ %s",
                      *state->name != '\0' ? state->name : "Message for everybody",
                      channel_name(state->script.channel));
}

static int64_t elapsed_s(const struct writing *state)
{
    return (clock_ticks_ms() - state->rehearsed_ms) / 1000;
}

/* The meter, the clock of a rehearsal before it, and what is lacking below. */
static void draw_meter(const struct writing *state, struct area area)
{
    struct arena *arena = arena_create();
    int column = 1;

    if (state->rehearsed_ms != 0) {
        int64_t seconds = elapsed_s(state);
        bool late = seconds >= SCRIPT_SECONDS && script_is_spoken(state->script.channel);

        area_format(area, 0, column, late ? STYLE_WARNING : STYLE_STRONG, "%d:%02d",
                    (int)(seconds / 60), (int)(seconds % 60));
        column += 6;
    }
    area_text(area, 0, column,
              (state->meter.flags & SCRIPT_LONG) != 0 ? STYLE_WARNING : STYLE_GOOD,
              script_meter_words(arena, &state->meter, state->script.channel));
    area_text(area, 1, 1, STYLE_WARNING, buffer_string(&state->lacks));
    arena_destroy(arena);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct writing *state = pane->state;
    struct rect words, reading;

    place(area.rect.rows, area.rect.columns, &words, &reading);
    draw_meter(state, area);
    editor_draw(state->typing.editor, area_part(area, words), STYLE_NORMAL, pane->focus);
    area_text(area, reading.row - 1, reading.column, STYLE_HEADING, "IT READS");
    if (state->gaps.length > 0)
        area_format(area, reading.row - 1, reading.column + 10, STYLE_WARNING,
                    "not known:%s", buffer_string(&state->gaps));
    reader_draw(state->reading, area_part(area, reading));
}

/* What was typed is read anew before it is drawn. */
static unsigned typed(struct pane *pane, bool taken)
{
    pane->stale = pane->stale || taken;
    return taken ? PANE_HANDLED | PANE_REPAINT : 0;
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct writing *state = pane->state;

    (void)err;
    return typed(pane, editor_act(state->typing.editor, call->action, call->count));
}

static unsigned type(struct pane *pane, const struct key *key, struct error *err)
{
    struct writing *state = pane->state;

    (void)err;
    return typed(pane, editor_type(state->typing.editor, key));
}

struct script message_script(struct pane *pane)
{
    struct writing *state = pane->state;
    struct script script = state->script;

    script.text = typing_text(&state->typing);
    return script;
}

struct typing *message_typing(struct pane *pane)
{
    return &((struct writing *)pane->state)->typing;
}

bool message_differs(const struct pane *pane)
{
    const struct writing *state = pane->state;

    return editor_changes(state->typing.editor) != state->first_changes ||
           state->script.channel != state->first_channel;
}

void message_set_channel(struct pane *pane, enum channel channel)
{
    struct writing *state = pane->state;

    state->script.channel = channel;
    state->typing.draft.channel = (int)channel;
    state->generation = 0; /* another item may be for them */
    typing_renew(&state->typing);
    pane->stale = true;
}

int64_t message_rehearse(struct pane *pane)
{
    struct writing *state = pane->state;
    int64_t seconds = state->rehearsed_ms != 0 ? elapsed_s(state) : -1;

    state->rehearsed_ms = state->rehearsed_ms != 0 ? 0 : clock_ticks_ms();
    return seconds;
}

int message_tick_ms(const struct pane *pane)
{
    const struct writing *state = pane->state;

    return state->rehearsed_ms == 0
               ? -1
               : 1000 - (int)((clock_ticks_ms() - state->rehearsed_ms) % 1000);
}

void message_pass(struct pane *pane, int64_t seconds)
{
    struct writing *state = pane->state;

    if (state->rehearsed_ms != 0)
        state->rehearsed_ms -= seconds * 1000;
}

const struct pane_ops message_sheet = {
    .name = "message",
    .context = "message-text",
    .state_size = sizeof(struct writing),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
    .type = type,
};
