/* What is proposed now: one reader a trigger. */
#include <string.h>

#include "desk_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/approaches.h"
#include "touchbase/desk/proposals.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/deals.h"
#include "touchbase/store/touches.h"

enum { DAY_SECONDS = 86400 };

struct finding {
    struct desk *desk;
    struct arena *arena;
    const struct event_play *play; /* that is looked for */
    struct proposal *rows;
    size_t count, capacity;
};

static struct proposal proposal_of(const struct event_play *play, int64_t contact_id,
                                   const char *contact, int64_t cause_id)
{
    return (struct proposal){.play = play,
                             .contact_id = contact_id,
                             .contact = contact,
                             .cause_id = cause_id,
                             .promised = {DAY_NONE, MINUTE_NONE},
                             .first_day = DAY_NONE,
                             .back = DAY_NONE};
}

/* An answer given at or before since_utc counts no more. */
static bool add(struct finding *finding, struct proposal proposal, int64_t since_utc,
                struct error *err)
{
    struct desk *desk = finding->desk;
    struct contact contact;
    int64_t settled;

    if (!settled_find(desk->store, proposal.contact_id, proposal.play->name,
                      proposal.cause_id, &settled, err) ||
        !desk_load_contact(desk, proposal.contact_id, finding->arena, &contact, err))
        return false;
    if (settled > since_utc || contact.do_not_contact)
        return true;
    finding->rows =
        arena_grow(finding->arena, finding->rows, finding->count, finding->count + 1,
                   sizeof *finding->rows, &finding->capacity);
    finding->rows[finding->count++] = proposal;
    return true;
}

/* "Thu 19 Nov 15:00" */
static const char *short_wall(struct arena *arena, struct wall wall)
{
    struct date date = day_date(wall.day);
    const char *day =
        arena_format(arena, "%s %d %s", day_weekday_name(day_weekday(wall.day)),
                     date.mday, day_month_name(date.month));

    return wall.minute == MINUTE_NONE ? day
                                      : arena_format(arena, "%s %02d:%02d", day,
                                                     wall.minute / 60, wall.minute % 60);
}

static bool add_missed(struct finding *finding, struct error *err)
{
    struct desk *desk = finding->desk;
    struct arena *arena = finding->arena;
    struct touch *touches;
    size_t count;

    if (!touches_promised(desk->store, desk_now(desk), PROPOSALS_MAX, arena, &touches,
                          &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct touch *touch = &touches[i];
        struct proposal proposal =
            proposal_of(finding->play, touch->contact_id, touch->contact, touch->id);

        if (desk_promise_fate(desk, touch) != PROMISE_MISSED)
            continue;
        proposal.why = arena_format(arena, "missed: %s %s", channel_name(touch->channel),
                                    short_wall(arena, touch->due));
        proposal.matter = touch->purpose;
        proposal.promised = touch->due;
        if (!add(finding, proposal, 0, err))
            return false;
    }
    return true;
}

static bool add_deals(struct finding *finding, enum deal_state state, struct error *err)
{
    struct desk *desk = finding->desk;
    int64_t since = desk_now(desk) - (int64_t)DEALS_PROPOSED_DAYS * DAY_SECONDS;
    struct deal *deals;
    size_t count;

    if (!deals_since(desk->store, state, since, PROPOSALS_MAX, finding->arena, &deals,
                     &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct proposal proposal = proposal_of(finding->play, deals[i].contact_id,
                                               deals[i].contact, deals[i].id);

        proposal.why = arena_format(finding->arena, "%s %s", deal_state_name(state),
                                    deal_amount(finding->arena, deals[i].amount));
        if (!add(finding, proposal, 0, err))
            return false;
    }
    return true;
}

/* Does the absence call for the play today? */
static bool is_called_for(const struct event_play *play, const struct absence *absence,
                          day_number today)
{
    bool over = absence->back != DAY_NONE && absence->back <= today;

    if (play->trigger == TRIGGER_CAME_BACK)
        return over;
    return !over && absence->reason == play->reason;
}

static bool add_absences(struct finding *finding, struct error *err)
{
    struct desk *desk = finding->desk;
    day_number today = desk_today(desk);
    bool back = finding->play->trigger == TRIGGER_CAME_BACK;
    struct absence *absences;
    size_t count;

    if (!absences_window(desk->store, back ? today - BACK_PROPOSED_DAYS : today, NULL,
                         WINDOW_FORWARD, PROPOSALS_MAX, finding->arena, &absences, &count,
                         err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct absence *absence = &absences[i];
        struct proposal proposal = proposal_of(finding->play, absence->contact_id,
                                               absence->contact, absence->id);

        proposal.why = back ? "is back" : reason_name(absence->reason);
        proposal.first_day = absence->first_day;
        proposal.back = absence->back;
        if (is_called_for(finding->play, absence, today) &&
            !add(finding, proposal, 0, err))
            return false;
    }
    return true;
}

static bool add_quiet(struct finding *finding, struct error *err)
{
    const struct need_context need = desk_need_context(finding->desk);
    const struct need_key from = {NEED_QUIET_PROSPECT, INT64_MIN, "", 0};
    struct contact_row *rows;
    size_t count;

    if (!contacts_window(finding->desk->store, &need, &from, WINDOW_FORWARD,
                         PROPOSALS_MAX, finding->arena, &rows, &count, err))
        return false;
    for (size_t i = 0; i < count && rows[i].key.segment <= NEED_QUIET_CUSTOMER; i++) {
        const struct contact *contact = &rows[i].contact;
        struct proposal proposal =
            proposal_of(finding->play, contact->id, contact->name, 0);

        proposal.why = "going quiet";
        if (!add(finding, proposal, contact->last_contact_utc, err))
            return false;
    }
    return true;
}

static bool find_one(struct finding *finding, struct error *err)
{
    switch (finding->play->trigger) {
    case TRIGGER_MISSED:
        return add_missed(finding, err);
    case TRIGGER_WON:
        return add_deals(finding, DEAL_WON, err);
    case TRIGGER_DELIVERED:
        return add_deals(finding, DEAL_DELIVERED, err);
    case TRIGGER_CAME_BACK:
    case TRIGGER_ABSENCE:
        return add_absences(finding, err);
    case TRIGGER_QUIET:
        return add_quiet(finding, err);
    default: /* by hand, or asked of one person alone */
        return true;
    }
}

static bool find_all(struct finding *finding, struct error *err)
{
    const struct plays *plays = &finding->desk->settings.plays;

    for (int trigger = 0; trigger < TRIGGER_COUNT; trigger++) {
        for (size_t i = 0; i < plays->event_count; i++) {
            finding->play = &plays->events[i];
            if ((int)finding->play->trigger == trigger &&
                finding->play->touch_count > 0 && !find_one(finding, err))
                return false;
        }
    }
    return true;
}

bool desk_proposals(struct desk *desk, struct arena *arena, struct proposal **rows,
                    size_t *count, struct error *err)
{
    struct finding finding = {.desk = desk, .arena = arena};
    bool looking = desk_look_begin(desk);
    bool done = find_all(&finding, err);

    if (looking)
        desk_look_end(desk);
    *rows = finding.rows;
    *count = finding.count;
    return done;
}

/* Rule 10, for a play of one's own. */
static bool add_attempts(struct finding *finding, const struct contact *contact,
                         struct error *err)
{
    struct proposal proposal = proposal_of(finding->play, contact->id, contact->name, 0);
    struct approaches approaches;

    if (!desk_approaches(finding->desk, contact->id, finding->arena, &approaches, err))
        return false;
    proposal.why = approaches.sentence;
    return !approaches.change || add(finding, proposal, contact->last_contact_utc, err);
}

/* Rule 16: a touch that asked them to speak for me, and reached them. */
static bool add_advocate(struct finding *finding, const struct contact *contact,
                         struct error *err)
{
    struct desk *desk = finding->desk;
    int64_t since = desk_now(desk) - (int64_t)BACK_PROPOSED_DAYS * DAY_SECONDS;
    struct touch *touches;
    size_t count;

    if (!touches_done_since(desk->store, contact->id, since, finding->arena, &touches,
                            &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct proposal proposal =
            proposal_of(finding->play, contact->id, contact->name, touches[i].id);

        proposal.why = "advocate called";
        proposal.matter = touches[i].purpose;
        if (approach_of(&touches[i], false) == APPROACH_ADVOCATE &&
            touches[i].outcome == OUTCOME_REACHED && !add(finding, proposal, 0, err))
            return false;
    }
    return true;
}

static bool add_left(struct finding *finding, const struct contact *contact,
                     struct error *err)
{
    struct desk *desk = finding->desk;
    struct absence *absences;
    size_t count;

    if (!absences_of(desk->store, contact->id, finding->arena, &absences, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct proposal proposal =
            proposal_of(finding->play, contact->id, contact->name, absences[i].id);

        proposal.why = "left the company";
        if (absences[i].kind == READING_LEFT && absences[i].state == ABSENCE_FILED &&
            desk_today(desk) - absences[i].received_day <= BACK_PROPOSED_DAYS &&
            !add(finding, proposal, 0, err))
            return false;
    }
    return true;
}

/* What is seen only by looking at one person. */
static bool find_personal(struct finding *finding, const struct contact *contact,
                          struct error *err)
{
    const struct plays *plays = &finding->desk->settings.plays;
    bool done = true;

    for (size_t i = 0; done && i < plays->event_count; i++) {
        finding->play = &plays->events[i];
        if (finding->play->touch_count == 0)
            continue;
        if (finding->play->trigger == TRIGGER_ATTEMPTS)
            done = add_attempts(finding, contact, err);
        else if (finding->play->trigger == TRIGGER_ADVOCATE)
            done = add_advocate(finding, contact, err);
        else if (finding->play->trigger == TRIGGER_LEFT)
            done = add_left(finding, contact, err);
    }
    return done;
}

bool desk_proposals_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                       struct proposal **rows, size_t *count, struct error *err)
{
    struct finding finding = {.desk = desk, .arena = arena};
    struct contact contact;
    size_t kept = 0;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err) ||
        !find_all(&finding, err))
        return false;
    for (size_t i = 0; i < finding.count; i++) {
        if (finding.rows[i].contact_id == contact_id)
            finding.rows[kept++] = finding.rows[i];
    }
    finding.count = kept;
    if (!find_personal(&finding, &contact, err))
        return false;
    *rows = finding.rows;
    *count = finding.count;
    return true;
}

bool desk_proposal_named(struct desk *desk, int64_t contact_id, const char *name,
                         struct arena *arena, struct proposal *out, struct error *err)
{
    const struct event_play *play = event_play_named(&desk->settings.plays, name);
    struct contact contact;
    struct proposal *rows;
    size_t count;

    if (play == NULL)
        return error_set(err, ERROR_NOT_FOUND,
                         "there is no play \"%s\"; \"touchbase plays\" lists them", name);
    if (!desk_load_contact(desk, contact_id, arena, &contact, err) ||
        !desk_proposals_of(desk, contact_id, arena, &rows, &count, err))
        return false;
    *out = proposal_of(play, contact_id, contact.name, 0);
    for (size_t i = count; i-- > 0;) {
        if (rows[i].play == play)
            *out = rows[i];
    }
    return true;
}
