/* Take-in: what was understood of a reply, to be put right, and filed with one key. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "sheets.h"
#include "take_in_view.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/plan.h"

static bool weigh(struct take_in_view *state, struct error *err)
{
    struct take_in *take_in = &state->take_in;
    int64_t contact_id = take_in->has_contact ? take_in->contact.id : 0;

    take_in->answers = state->answers;
    take_in->answer_count = state->answer_count;
    take_in->ask_anew = state->ask_anew;
    if (!take_in_weigh(state->shared->desk, contact_id, take_in, err))
        return false;
    if (take_in->has_contact)
        shared_set(state->shared, take_in->contact.id, take_in->contact.name, 0,
                   take_in->absence_id);
    return true;
}

static void begin(struct take_in_view *state)
{
    state->asked_back = false;
    state->answer_count = 0;
    state->ask_anew = false;
    state->preview_top = 0;
    state->show_proof = true;
    take_in_compose(state);
    if (state->take_in.has_contact)
        shared_set(state->shared, state->take_in.contact.id, state->take_in.contact.name,
                   0, state->take_in.absence_id);
}

static bool next_message(struct take_in_view *state, bool *found, struct error *err)
{
    if (!take_in_go_on(state, found, err))
        return false;
    if (*found)
        begin(state);
    return true;
}

static bool open_first(struct take_in_view *state, const struct take_in_setup *setup,
                       struct error *err)
{
    struct desk *desk = state->shared->desk;
    bool found;

    state->source = setup->reader;
    if (setup->path != NULL)
        state->path = memory_string(setup->path);
    if (setup->reader != NULL) {
        if (!next_message(state, &found, err))
            return false;
        return found || state->tally.bad > 0
                   ? found || error_set(err, ERROR_FAILED, "%s", err->text)
                   : error_set(err, ERROR_NOT_FOUND, "there is no message in it");
    }
    if (setup->absence_id != 0) {
        if (!take_in_absence(desk, setup->absence_id, state->arena, &state->take_in, err))
            return false;
    } else if (!take_in_text(desk, setup->text, setup->contact_id, state->arena,
                             &state->take_in, err)) {
        return false;
    }
    begin(state);
    return true;
}

static void close(struct pane *pane)
{
    struct take_in_view *state = pane->state;

    take_in_close(state->source);
    free(state->path);
    reader_destroy(state->reader);
    arena_destroy(state->arena);
}

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct take_in_view *state = pane->state;

    state->shared = pane->shared;
    state->arena = arena_create();
    state->reader = reader_create();
    if (open_first(state, setup, err))
        return true;
    close(pane);
    return false;
}

static bool load(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;
    struct rect message = take_in_message_rect(pane->rows, pane->columns);

    (void)err;
    reader_resize(state->reader, message.rows, message.columns);
    if (state->show_proof) { /* all of it, or the first of it */
        reader_show(state->reader, state->last_proof);
        reader_show(state->reader, state->first_proof);
        state->show_proof = false;
    }
    return true;
}

static void add_title(const struct pane *pane, struct buffer *out)
{
    const struct take_in_view *state = pane->state;

    buffer_add_string(out, "Take in");
    if (state->take_in.total > 1)
        buffer_add_format(out, " %lld of %lld", (long long)state->number,
                          (long long)state->take_in.total);
    buffer_add_format(out, " ─ %s",
                      state->take_in.message.subject != NULL
                          ? state->take_in.message.subject
                          : "as it was heard");
}

/* It ends before the rule between message and fields, which begins in its line. */
static void title(const struct pane *pane, struct buffer *out)
{
    int columns = take_in_message_rect(pane->rows, pane->columns).columns - 4;
    struct buffer whole = {0}, shown = {0};

    add_title(pane, &whole);
    text_screen(&shown, buffer_string(&whole), whole.length);
    if (columns > 0 && text_width(buffer_string(&shown), shown.length) > columns)
        text_pad(out, buffer_string(&shown), columns);
    else
        buffer_add(out, buffer_string(&shown), shown.length);
    buffer_free(&whole);
    buffer_free(&shown);
}

static void draw(const struct pane *pane, struct area area)
{
    take_in_draw(pane->state, area);
}

/* Of several what became of all is said, else what was said of the one. */
static void tell_end(struct pane *pane)
{
    struct take_in_view *state = pane->state;
    struct buffer all = {0};

    take_in_tell(state, &all);
    if (all.length > 0) {
        buffer_clear(&pane->message);
        buffer_add_string(&pane->message, buffer_string(&all));
    }
    buffer_free(&all);
}

/* Done with this message: the next one, or back to where it was opened. */
static unsigned go_on(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;
    bool found;

    if (!next_message(state, &found, err))
        return PANE_HANDLED | PANE_FAILED | PANE_BACK | PANE_RELOAD;
    if (found) {
        pane->stale = true;
        return PANE_HANDLED | PANE_RELOAD;
    }
    tell_end(pane);
    return PANE_HANDLED | PANE_BACK | PANE_RELOAD |
           (pane->message.length > 0 ? PANE_MESSAGE : 0);
}

static unsigned store(struct pane *pane, enum take_in_how how, struct error *err)
{
    struct take_in_view *state = pane->state;
    struct take_in_result result;

    if (!take_in_file(state->shared->desk, &state->take_in, how, how == TAKE_IN_ACCEPT,
                      &result, err))
        return PANE_HANDLED | PANE_FAILED;
    take_in_count(state, &result);
    buffer_add_string(&pane->message, result.sentence);
    return go_on(pane, err) | PANE_MESSAGE;
}

static unsigned file(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;
    const struct take_in *take_in = &state->take_in;

    if (take_in->state == TAKE_IN_STRANGER && take_in->message.from.mail == NULL) {
        error_set(
            err, ERROR_USAGE, "%s",
            take_in_hint(state, state->arena, "whose is it? {who} finds the person"));
        return PANE_HANDLED | PANE_FAILED;
    }
    return store(pane, TAKE_IN_ACCEPT, err);
}

/* Enter jumps to the day back once while it is open; a second one files without it (rule
 * 4). */
bool take_in_wants_back(struct pane *pane)
{
    struct take_in_view *state = pane->state;
    const struct reading *reading = &state->take_in.reading;
    bool wants = reading->kind == READING_OOO && reading->back == DAY_NONE &&
                 !state->asked_back && state->take_in.state != TAKE_IN_KNOWN;

    state->asked_back = true;
    return wants;
}

/* One of several and all behind it: later. */
static unsigned leave_rest(struct pane *pane, struct error *err)
{
    if (!take_in_leave_rest(pane->state, err))
        return PANE_HANDLED | PANE_FAILED | PANE_BACK | PANE_RELOAD;
    tell_end(pane);
    return PANE_HANDLED | PANE_BACK | PANE_RELOAD | PANE_MESSAGE;
}

static unsigned later(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;
    enum take_in_state how = state->take_in.state;

    if (state->take_in.total > 1)
        return leave_rest(pane, err);
    if (state->take_in.absence_id == 0 && (how == TAKE_IN_NEW || how == TAKE_IN_REPLACES))
        return store(pane, TAKE_IN_PROPOSE, err);
    if (how == TAKE_IN_STRANGER)
        buffer_add_string(&pane->message, "not kept: nobody on the desk wrote it");
    return go_on(pane, err) | (how == TAKE_IN_STRANGER ? PANE_MESSAGE : 0);
}

static unsigned dismiss(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;

    if (!take_in_dismiss(state->shared->desk, &state->take_in, err))
        return PANE_HANDLED | PANE_FAILED;
    state->tally.others++;
    return go_on(pane, err);
}

/* Somebody else of that name: the next one, or the preview of a stranger. */
static unsigned refuse(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;
    bool stored = state->take_in.stored != NULL;

    if (state->take_in.doubt == NULL)
        return PANE_HANDLED | PANE_BELL;
    if (!take_in_refuse(state->shared->desk, &state->take_in, err))
        return PANE_HANDLED | PANE_FAILED;
    return stored ? go_on(pane, err) : PANE_HANDLED | PANE_REPAINT;
}

const struct change *take_in_question(struct pane *pane, int number)
{
    struct take_in_view *state = pane->state;
    const struct plan *plan = &state->take_in.plan;

    for (size_t i = 0; i < plan->change_count; i++) {
        const struct change *change = &plan->changes[i];

        if (change->kind == CHANGE_ASK && change->touch_id != 0 && --number == 0)
            return change;
    }
    return NULL;
}

bool take_in_answer(struct pane *pane, int64_t touch_id, enum question question,
                    enum choice choice, struct error *err)
{
    struct take_in_view *state = pane->state;

    if (state->answer_count < ANSWERS_MAX)
        state->answers[state->answer_count++] = (struct plan_answer){
            .touch_id = touch_id, .choice = choice, .question = question};
    return weigh(state, err);
}

static unsigned forget_answers(struct take_in_view *state, struct error *err)
{
    state->answer_count = 0;
    state->ask_anew = true;
    return PANE_HANDLED | (weigh(state, err) ? PANE_REPAINT : PANE_FAILED);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct take_in_view *state = pane->state;

    switch (call->action) {
    case DO_FILE:
        return file(pane, err);
    case DO_LATER:
        return later(pane, err);
    case DO_NO_ABSENCE:
        return dismiss(pane, err);
    case DO_NOT_THEM:
        return refuse(pane, err);
    case DO_ASK_ANEW:
        return forget_answers(state, err);
    case DO_HEARD:
        state->take_in.heard_whole = !state->take_in.heard_whole;
        return PANE_HANDLED | PANE_REPAINT;
    case DO_VOICEMAIL_LEFT:
        state->take_in.message_left = !state->take_in.message_left;
        return PANE_HANDLED | PANE_REPAINT;
    default:
        if (take_in_preview_scroll(state, pane->rows, pane->columns, call->action,
                                   call->count))
            return PANE_HANDLED | PANE_REPAINT;
        return reader_act(state->reader, call->action, call->count);
    }
}

bool take_in_set_person(struct pane *pane, int64_t contact_id, struct error *err)
{
    struct take_in_view *state = pane->state;

    if (!take_in_weigh(state->shared->desk, contact_id, &state->take_in, err))
        return false;
    return weigh(state, err);
}

const char *take_in_source(struct pane *pane)
{
    const struct take_in_view *state = pane->state;

    return state->take_in.total > 1 ? state->path : NULL;
}

struct take_in_view *take_in_view_of(struct pane *pane)
{
    return pane->state;
}

bool take_in_reweigh(struct pane *pane, struct error *err)
{
    struct take_in_view *state = pane->state;

    if (!weigh(state, err))
        return false;
    take_in_compose(state);
    return true;
}

const struct pane_ops take_in_sheet = {
    .name = "take-in",
    .context = "take-in",
    .state_size = sizeof(struct take_in_view),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
};
