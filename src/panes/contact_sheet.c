/* The contact sheet: who they are, how to reach them, what is planned, and the one
 * timeline, newest first. */
#include <string.h>

#include "actions.h"
#include "contact_links.h"
#include "sheets.h"
#include "timeline_reader.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/approaches.h"
#include "touchbase/desk/blockers.h"
#include "touchbase/desk/deals.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/pace.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/proposals.h"
#include "touchbase/desk/successor.h"
#include "words.h"

enum { GIFTS_SHOWN = 5, DEALS_SHOWN = 5 };

struct contact_state {
    struct shared *shared;
    int64_t person_id;
    struct timeline_reader timeline;
};

static bool open(struct pane *pane, void *setup, struct error *err)
{
    struct contact_state *state = pane->state;

    (void)setup;
    state->shared = pane->shared;
    state->person_id = state->shared->person_id;
    if (state->person_id == 0)
        return error_set(err, ERROR_NOT_FOUND, "nobody is under the cursor");
    timeline_reader_open(&state->timeline);
    return true;
}

static void close(struct pane *pane)
{
    struct contact_state *state = pane->state;

    timeline_reader_close(&state->timeline);
}

static void add_who(struct timeline_text *out, const struct desk *desk,
                    const struct contact *contact)
{
    const char *parts[] = {contact->title, contact->company, contact->city};

    timeline_head(out, STYLE_STRONG, contact->name);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] != NULL)
            buffer_add_format(&out->text, ", %s", parts[i]);
    }
    buffer_add_format(&out->text, "   %s", stage_name(contact->stage));
    for (size_t i = 0; i < contact->tag_count; i++)
        timeline_head(
            out, STYLE_DIM,
            arena_format(out->arena, "%s#%s", i == 0 ? "   " : " ", contact->tags[i]));
    if (contact->do_not_contact)
        timeline_head(out, STYLE_WARNING, "   do not contact");
    buffer_add_char(&out->text, '\n');
    if (contact->zone != NULL)
        timeline_local_time(out, desk, contact->zone);
}

static void add_points(struct timeline_text *out, const struct contact *contact)
{
    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];

        timeline_head(out, STYLE_DIM,
                      arena_format(out->arena, "  %-8s", point_kind_name(point->kind)));
        for (const char *at = point->value; *at != '\0'; at++) {
            if (*at == '\n')
                buffer_add_string(&out->text, ", ");
            else
                buffer_add_char(&out->text, *at);
        }
        if (point->label != NULL)
            buffer_add_format(&out->text, " (%s)", point->label);
        buffer_add_char(&out->text, '\n');
    }
}

static bool add_away(struct timeline_text *out, struct desk *desk, int64_t id,
                     struct error *err)
{
    struct absence absence;
    day_number today = desk_today(desk);
    bool found;

    if (!desk_absence_of(desk, id, out->arena, &absence, &found, err))
        return false;
    if (!found)
        return true;
    timeline_head(out, STYLE_AWAY, "\n☾ ");
    buffer_add_format(&out->text, "%s, %s", shown_absence(out->arena, &absence),
                      shown_back(out->arena, &absence, today));
    for (size_t i = 0; i < absence.cover_count; i++) {
        const struct cover *cover = &absence.covers[i];

        buffer_add_format(&out->text, "\n  %-7s %s", i == 0 ? "cover" : "",
                          cover_line(out->arena, cover));
        if (cover->matter != NULL)
            buffer_add_format(&out->text, ", %s", cover->matter);
    }
    buffer_add_char(&out->text, '\n');
    return true;
}

/* Rule 2, left the company: who was there before, who came after. */
static bool add_place(struct timeline_text *out, struct desk *desk, int64_t id,
                      struct error *err)
{
    struct desk_place place;

    if (!desk_place_of(desk, id, out->arena, &place, err))
        return false;
    for (size_t i = 0; i < place.before_count; i++)
        buffer_add_format(&out->text, "%s%s%s", i == 0 ? "took over from " : ", ",
                          place.before[i].name, i + 1 == place.before_count ? "\n" : "");
    if (place.has_successor)
        buffer_add_format(&out->text, "left; %s took over\n", place.successor.name);
    else if (place.left)
        timeline_head(out, STYLE_WARNING, "left the company; > names who took over\n");
    return true;
}

static bool add_pace(struct timeline_text *out, struct desk *desk, int64_t id,
                     struct error *err)
{
    const char *strip;

    if (!desk_pace_strip(desk, id, out->arena, &strip, err))
        return false;
    if (strip != NULL)
        buffer_add_format(&out->text, "  %s\n", strip);
    return true;
}

/* Rule 13: what they had, and what comes next. */
static bool add_gifts(struct timeline_text *out, struct desk *desk, int64_t id,
                      struct error *err)
{
    struct gift *gifts;
    struct item next;
    size_t count;
    bool found;

    if (!desk_gifts(desk, id, GIFTS_SHOWN, out->arena, &gifts, &count, err) ||
        !desk_item_next(desk, id, CHANNEL_EMAIL, out->arena, &next, &found, err))
        return false;
    if (count > 0)
        timeline_head(out, STYLE_DIM, "  had     ");
    for (size_t i = 0; i < count; i++)
        buffer_add_format(&out->text, "%s%s (%s)%s", i == 0 ? "" : ", ", gifts[i].title,
                          gifts[i].done_utc == 0
                              ? "planned"
                              : shown_moment(out->arena, desk, gifts[i].done_utc),
                          i + 1 == count ? "\n" : "");
    if (found) {
        timeline_head(out, STYLE_DIM, "  bring   ");
        buffer_add_format(&out->text, "%s\n", next.title);
    }
    return true;
}

/* Rule 21: "4800 won (12 Nov 10:02)", the newest first. */
static bool add_deals(struct timeline_text *out, struct desk *desk, int64_t id,
                      struct error *err)
{
    struct deal *deals;
    size_t count;

    if (!desk_deals(desk, id, DEALS_SHOWN, out->arena, &deals, &count, err))
        return false;
    if (count > 0)
        timeline_head(out, STYLE_DIM, "  deals   ");
    for (size_t i = 0; i < count; i++)
        buffer_add_format(&out->text, "%s%s %s (%s)%s", i == 0 ? "" : ", ",
                          deal_amount(out->arena, deals[i].amount),
                          deal_state_name(deals[i].state),
                          shown_moment(out->arena, desk, deals[i].state_utc),
                          i + 1 == count ? "\n" : "");
    return true;
}

/* Rule 11: shown while the answer is open. */
static bool add_base_rate(struct timeline_text *out, struct desk *desk,
                          const struct contact *contact, struct error *err)
{
    const char *words = NULL;

    if (contact->stage != STAGE_LEAD && contact->stage != STAGE_PROSPECT)
        return true;
    if (!desk_base_rate(desk, contact->id, out->arena, &words, err))
        return false;
    if (words != NULL) {
        timeline_head(out, STYLE_DIM, "  wins    ");
        buffer_add_format(&out->text, "took %s\n", words);
    }
    return true;
}

/* Rule 12. */
static bool add_promises(struct timeline_text *out, struct desk *desk, int64_t id,
                         struct error *err)
{
    struct promise_tally tally;

    if (!desk_promises(desk, id, &tally, err))
        return false;
    if (tally.kept + tally.missed > 0) {
        timeline_head(out, STYLE_DIM, "  said    ");
        buffer_add_format(&out->text, "%d kept, %d missed\n", tally.kept, tally.missed);
    }
    return true;
}

/* Rule 11. */
static bool add_blocker(struct timeline_text *out, struct desk *desk,
                        const struct contact *contact, struct error *err)
{
    enum blocker blocker;

    if (!desk_blocker(desk, contact, &blocker, err))
        return false;
    if (blocker != BLOCKER_NONE) {
        timeline_head(out, STYLE_DIM, "  likely  ");
        buffer_add_format(&out->text, "%s\n", blocker_words(blocker));
    }
    return true;
}

/* Rule 10: what was tried since they last answered, and what comes next. */
static bool add_approaches(struct timeline_text *out, struct desk *desk, int64_t id,
                           struct error *err)
{
    struct approaches approaches;

    if (!desk_approaches(desk, id, out->arena, &approaches, err))
        return false;
    if (approaches.tried != NULL) {
        timeline_head(out, STYLE_DIM, "  tried   ");
        buffer_add_format(&out->text, "%s\n", approaches.tried);
    }
    if (approaches.change)
        timeline_head(out, STYLE_WARNING,
                      arena_format(out->arena, "          %s\n", approaches.sentence));
    return true;
}

static bool add_planned(struct timeline_text *out, const struct shared *shared,
                        const struct contact *contact, struct error *err)
{
    struct desk *desk = shared->desk;
    struct wall now = desk_wall(desk);
    struct touch *touches;
    size_t count;

    if (!desk_touches_of(desk, contact->id, out->arena, &touches, &count, err))
        return false;
    timeline_head(out, STYLE_HEADING, "\nPLANNED\n");
    for (size_t i = 0; i < count; i++) {
        const struct touch *touch = &touches[i];
        bool late = desk_touch_late(desk, touch);
        const char *day = shown_weekday(out->arena, touch->due.day, now.day);

        timeline_head(out, late ? STYLE_LATE : STYLE_NORMAL,
                      arena_format(out->arena, "%s %-10s %-5s ",
                                   touch->promise ? "!" : " ", day,
                                   touch->due.minute == MINUTE_NONE
                                       ? ""
                                       : shown_time(out->arena, touch->due.minute)));
        buffer_add_format(&out->text, " %s%s\n", shown_touch(out->arena, desk, touch),
                          late ? "  (late)" : "");
        if (touch->opener != NULL)
            buffer_add_format(&out->text, "      \"%s\"\n", touch->opener);
    }
    if (count == 0 && stage_in_play(contact->stage))
        timeline_head(
            out, STYLE_NO_STEP,
            shared_hint(shared, out->arena, "∅ no next step; {plan} plans one\n"));
    else if (count == 0)
        timeline_head(out, STYLE_DIM,
                      shared_hint(shared, out->arena, "nothing; {plan} plans a touch\n"));
    return true;
}

static bool compose(struct contact_state *state, struct timeline_text *out,
                    struct error *err)
{
    struct desk *desk = state->shared->desk;
    struct contact contact;

    if (!desk_person_get(desk, state->person_id, out->arena, &contact, err))
        return false;
    shared_set(state->shared, contact.id, contact.name, contact.next_touch, 0);
    add_who(out, desk, &contact);
    if (!add_place(out, desk, contact.id, err))
        return false;
    add_points(out, &contact);
    if (!contact_links(out, desk, contact.id, err) ||
        !add_pace(out, desk, contact.id, err) || !add_deals(out, desk, contact.id, err) ||
        !add_base_rate(out, desk, &contact, err) ||
        !add_promises(out, desk, contact.id, err) ||
        !add_gifts(out, desk, contact.id, err) ||
        !add_blocker(out, desk, &contact, err) ||
        !add_approaches(out, desk, contact.id, err))
        return false;
    if (!add_away(out, desk, contact.id, err) ||
        !add_planned(out, state->shared, &contact, err))
        return false;
    return timeline_part(out, "\nTIMELINE\n", desk, contact.id, state->timeline.limit,
                         err);
}

static bool load(struct pane *pane, struct error *err)
{
    struct contact_state *state = pane->state;
    struct timeline_text out = {.arena = arena_create()};
    bool done = compose(state, &out, err);

    timeline_reader_show(&state->timeline, &out, done, pane);
    return done;
}

static void title(const struct pane *pane, struct buffer *out)
{
    const struct contact_state *state = pane->state;

    buffer_add_format(out, "%s", state->shared->person_name);
}

static void draw(const struct pane *pane, struct area area)
{
    const struct contact_state *state = pane->state;

    reader_draw(state->timeline.reader, area);
}

static unsigned act(struct pane *pane, const struct pane_call *call, struct error *err)
{
    struct contact_state *state = pane->state;

    (void)err;
    if (call->action == DO_OPEN)
        return PANE_HANDLED;
    return timeline_reader_act(&state->timeline, pane, call);
}

const struct pane_ops contact_sheet = {
    .name = "contact",
    .context = "contact",
    .state_size = sizeof(struct contact_state),
    .open = open,
    .close = close,
    .load = load,
    .title = title,
    .draw = draw,
    .act = act,
};
