/* All that a person does on a desk, each at random: what is picked and what is said comes
 * from the world's seed. An act is one step of the history, or is refused, or finds
 * nothing to act on. */
#ifndef TESTS_UNIT_DESK_RANDOM_ACTS_H
#define TESTS_UNIT_DESK_RANDOM_ACTS_H

#include "random_world.h"

#include "touchbase/desk/approaches.h"
#include "touchbase/desk/blockers.h"
#include "touchbase/desk/calls.h"
#include "touchbase/desk/deals.h"
#include "touchbase/desk/inbound.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/many.h"
#include "touchbase/desk/proposals.h"
#include "touchbase/desk/references.h"
#include "touchbase/desk/scripts.h"
#include "touchbase/desk/spread.h"
#include "touchbase/desk/successor.h"
#include "touchbase/desk/tags.h"
#include "touchbase/desk/waiting.h"

#define one_of(w, list) ((list)[below(w, (uint32_t)(sizeof(list) / sizeof *(list)))])

/* A pending touch, or false. */
static inline bool some_touch(struct world *w, struct touch *out)
{
    if (w->before.count == 0)
        return false;
    *out = touch_of(w->f, w->before.rows[below(w, (uint32_t)w->before.count)].id);
    return true;
}

static inline const char *some_day(struct world *w)
{
    return one_in(w, 12) ? "when back"
                         : arena_format(w->f->arena, "+%dd%s", (int)below(w, 20) + 1,
                                        one_in(w, 4) ? " 14:30" : "");
}

static inline const char *some_line(struct world *w)
{
    static const char *const purposes[] = {"offer", "+",          "+",        "",
                                           "",      "reference ", "advocate "};
    const char *purpose = one_of(w, purposes);

    return arena_format(
        w->f->arena, "%s%s %s %s%s", one_in(w, 4) ? "! " : "",
        channel_name((enum channel)below(w, CHANNEL_COUNT)), some_day(w), purpose,
        strlen(purpose) < 6 ? ""
                            : arena_format(w->f->arena, "%c", 'A' + (int)below(w, 5)));
}

static inline void add_person(struct world *w)
{
    if (w->people_count == PEOPLE_MAX)
        return;
    w->people[w->people_count] =
        add(w->f, arena_format(w->f->arena, "%c Person, Firm %d, p%d@firm.example, %s",
                               'A' + w->people_count, w->people_count, w->people_count,
                               one_in(w, 2) ? "America/Vancouver" : "+1 555 0100"));
    w->people_count++;
}

static inline void change_person(struct world *w)
{
    struct fixture *f = w->f;
    struct contact contact = person(f, somebody(w));

    if (one_in(w, 6))
        contact.do_not_contact = !contact.do_not_contact;
    else
        contact.stage = (enum stage)below(w, STAGE_COUNT);
    allowed(w, desk_person_change(f->desk, &contact, &f->err));
}

static inline void edit_person(struct world *w)
{
    struct fixture *f = w->f;

    allowed(w, desk_person_edit(f->desk, somebody(w),
                                arena_format(f->arena, "%c Person, Firm, #%s",
                                             'A' + (int)below(w, 5),
                                             stage_name((enum stage)below(w, 3))),
                                &f->err));
}

static inline void change_item(struct world *w)
{
    struct fixture *f = w->f;
    struct item item = {0};
    int64_t id = any_of(w, "item");

    if (id != 0 && one_in(w, 2)) {
        must(desk_item_get(f->desk, id, f->arena, &item, &f->err));
        allowed(w, desk_item_retire(f->desk, id, !item.retired, &f->err));
    } else if (w->items < ITEMS_MAX) {
        must(item_read(f->arena, arena_format(f->arena, "Item %d, earn", w->items++),
                       &item, &f->err));
        must(desk_item_add(f->desk, &item, &id, &f->err));
    }
}

static inline void plan_line(struct world *w, int64_t person, const char *line)
{
    struct fixture *f = w->f;
    struct touch_warning warning;
    struct touch touch;
    int64_t id;

    w->named_day = person;
    if (allowed(w, desk_touch_read(f->desk, person, line, f->arena, &touch, &warning,
                                   &f->err)))
        allowed(w, desk_touch_plan(f->desk, &touch, &id, &f->err));
}

static inline void plan_touch(struct world *w)
{
    plan_line(w, somebody(w), some_line(w));
}

/* Rule 10: the approach that is proposed, as it would be typed. */
static inline void try_approach(struct world *w)
{
    struct fixture *f = w->f;
    struct approaches approaches;
    int64_t person = somebody(w);

    must(desk_approaches(f->desk, person, f->arena, &approaches, &f->err));
    if (approaches.line != NULL)
        plan_line(w, person, approaches.line);
    w->named_day = 0; /* the desk named it */
}

/* An outcome of that channel. */
static inline enum outcome some_outcome(struct world *w, enum channel channel)
{
    enum outcome outcome;

    do
        outcome = (enum outcome)(1 + below(w, OUTCOME_COUNT - 1));
    while (!outcome_fits(outcome, channel));
    return outcome;
}

/* What rule 8 proposes after it, taken as it stands; false when nothing is planned. */
static inline bool proposed_next(struct world *w, const struct touch *touch,
                                 enum outcome outcome, struct touch *next)
{
    struct fixture *f = w->f;
    struct next_step proposed;

    must(desk_touch_next(f->desk, touch, outcome, f->arena, &proposed, &f->err));
    if (proposed.kind != NEXT_TOUCH || one_in(w, 3))
        return false;
    *next = desk_touch_new(f->desk, touch->contact_id);
    next->channel = proposed.channel;
    next->purpose = proposed.purpose;
    desk_set_due(f->desk, next, proposed.due);
    return true;
}

static inline void finish_touch(struct world *w)
{
    struct fixture *f = w->f;
    struct touch touch, next;
    enum outcome outcome;
    bool planned;

    if (!some_touch(w, &touch))
        return;
    outcome = some_outcome(w, touch.channel);
    planned = proposed_next(w, &touch, outcome, &next);
    w->hand = touch.id;
    allowed(w, desk_touch_finish(f->desk, touch.id, outcome, planned ? &next : NULL,
                                 &f->err));
}

/* Written cards are posted. */
static inline void post(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id = any_of(w, "touch WHERE outcome = 14");

    if (id != 0)
        allowed(w, desk_touch_finish(f->desk, id, OUTCOME_POSTED, NULL, &f->err));
}

/* The call sheet: c Enter, the note, ^T or what is proposed, ^D and a letter. */
static inline void call(struct world *w)
{
    struct fixture *f = w->f;
    struct call_log log = {.contact_id = somebody(w),
                           .outcome = some_outcome(w, CHANNEL_CALL),
                           .seconds = below(w, 400),
                           .note = one_in(w, 2) ? "\"Not before May\"" : NULL};
    struct call_brief brief;
    struct call_next agreed;
    struct touch touch, next;

    must(desk_call_brief(f->desk, log.contact_id, 0, f->arena, &brief, &f->err));
    touch = brief.has_touch ? brief.touch : desk_touch_new(f->desk, log.contact_id);
    log.touch_id = touch.id;
    w->hand = touch.id;
    if (log.outcome == OUTCOME_REACHED && one_in(w, 2)) {
        w->named_day = log.contact_id;
        if (!allowed(w, desk_call_agree(f->desk, &brief.contact, some_day(w), f->arena,
                                        &agreed, &f->err)))
            return;
        log.next = &agreed.touch;
    } else if (proposed_next(w, &touch, log.outcome, &next))
        log.next = &next;
    allowed(w, desk_call_store(f->desk, &log, &f->err));
}

static inline void edit_touch(struct world *w, struct touch *touch)
{
    struct fixture *f = w->f;

    touch->promise ^= one_in(w, 2);
    touch->purpose = one_in(w, 2) ? "+" : "price";
    if (one_in(w, 2))
        touch->channel = (enum channel)below(w, CHANNEL_COUNT);
    if (allowed(w, desk_item_bring(f->desk, touch, f->arena, &f->err)))
        allowed(w, desk_touch_change(f->desk, touch, &f->err));
}

static inline void change_touch(struct world *w)
{
    struct fixture *f = w->f;
    struct touch touch;

    if (!some_touch(w, &touch))
        return;
    w->hand = touch.id;
    switch (below(w, 4)) {
    case 0:
        allowed(w, desk_touch_drop(f->desk, touch.id, &f->err));
        break;
    case 1:
        allowed(w, desk_touch_give(f->desk, touch.id, somebody(w), &f->err));
        break;
    case 2:
        edit_touch(w, &touch);
        break;
    default:
        allowed(w, desk_touch_move(f->desk, touch.id,
                                   desk_later(f->desk, touch.due, 1 + (int)below(w, 9)),
                                   &f->err));
    }
}

static inline const char *dated(struct world *w, day_number day)
{
    struct date date = day_date(day);

    return arena_format(w->f->arena, "%s %d, %d", day_month_name(date.month), date.mday,
                        date.year);
}

static inline const char *away_text(struct world *w)
{
    static const char *const why[] = {
        "I am on vacation",
        "I am getting married and out of the office",
        "Due to a funeral in the family I am out of the office",
        "I am on a business trip to Mexico",
        "I am in hospital for an operation",
        "I am on parental leave",
        "I am out of the office",
    };
    day_number first = desk_today(w->f->desk) - 4 + (day_number)below(w, 10);
    day_number back = first + 1 + (day_number)below(w, one_in(w, 6) ? 60 : 10);

    if (one_in(w, 20))
        return "I am no longer with the company.";
    if (one_in(w, 10))
        return arena_format(w->f->arena, "%s from %s.", one_of(w, why), dated(w, first));
    return arena_format(w->f->arena, "%s from %s and will be back on %s.", one_of(w, why),
                        dated(w, first), dated(w, back));
}

/* Some of the plan's questions are answered. */
static inline void answer(struct world *w, struct take_in *item)
{
    struct plan_answer *answers =
        arena_alloc(w->f->arena, (item->plan.change_count + 1) * sizeof *answers);

    for (size_t i = 0; i < item->plan.change_count; i++) {
        const struct change *change = &item->plan.changes[i];
        unsigned choice = 1u << below(w, 6);

        if (change->kind == CHANGE_ASK && (change->choices & choice) != 0) {
            answers[item->answer_count++] = (struct plan_answer){
                change->touch_id, (enum choice)choice, change->question, 0};
            w->hand = HAND_ALL;
        }
    }
    item->answers = answers;
}

/* Filed as it was understood; true when a play of it could run. */
static inline void file_weighed(struct world *w, struct take_in *item, int64_t person)
{
    struct fixture *f = w->f;
    struct take_in_result result;

    if (!allowed(w, take_in_weigh(f->desk, person, item, &f->err)))
        return;
    if (one_in(w, 3)) {
        answer(w, item);
        must(take_in_weigh(f->desk, person, item, &f->err));
    }
    allowed(w, take_in_file(f->desk, item, (enum take_in_how)below(w, 3), false, &result,
                            &f->err));
}

/* Rule 6: days that are on file already start nothing; what was planned since stays. */
static inline void check_confirmed(struct world *w)
{
    read_plans(w, &w->after);
    for (size_t i = 0; i < w->before.count; i++) {
        const struct planned *was = &w->before.rows[i],
                             *now = plan_of(&w->after, was->id);

        if (now == NULL || wall_compare(now->due, was->due) != 0)
            broken(w, "days confirmed moved or ended a touch");
    }
    if (w->after.count != w->before.count)
        broken(w, "days confirmed made a touch");
}

static inline void be_away(struct world *w)
{
    struct fixture *f = w->f;
    int64_t person = somebody(w);
    struct take_in item;

    must(take_in_text(f->desk, away_text(w), person, f->arena, &item, &f->err));
    item.heard_whole = !one_in(w, 4); /* else it asks to ring again and listen */
    file_weighed(w, &item, person);
    if (item.state == TAKE_IN_CONFIRMS)
        check_confirmed(w);
}

/* One on file is looked at again: a field corrected, questions answered, or no absence.
 */
static inline void correct_absence(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id = any_of(w, "absence WHERE state IN (0, 1)");
    struct take_in item;

    if (id == 0)
        return;
    must(take_in_absence(f->desk, id, f->arena, &item, &f->err));
    if (one_in(w, 6)) {
        allowed(w, take_in_dismiss(f->desk, &item, &f->err));
        return;
    }
    if (item.reading.back != DAY_NONE && one_in(w, 2))
        item.reading.back += 1 + (day_number)below(w, 9);
    item.ask_anew = one_in(w, 2);
    file_weighed(w, &item, 0);
}

/* x and s in the pane, and all of To confirm. */
static inline void end_absence(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id = any_of(w, "absence WHERE state = 1 AND kind = 1"), started;

    if (one_in(w, 4))
        allowed(w, take_in_accept_all(f->desk, &started, &f->err));
    else if (id != 0 && one_in(w, 2))
        allowed(w, desk_absence_end(f->desk, id, &f->err));
    else if (id != 0)
        allowed(w, desk_absence_move(f->desk, id,
                                     desk_today(f->desk) + (day_number)below(w, 15),
                                     &f->err));
}

static inline void reach_me(struct world *w)
{
    struct fixture *f = w->f;
    struct inbound inbound = {.contact_id = one_in(w, 6) ? 0 : somebody(w),
                              .kind = (enum inbound_kind)below(w, 5),
                              .text = one_in(w, 2) ? "about the offer" : NULL};
    struct inbound_offer offer = {0};
    int64_t id;

    if (inbound.contact_id == 0)
        inbound.caller = "+1 555 0199";
    else
        must(desk_inbound_offer(f->desk, inbound.contact_id, inbound.kind, f->arena,
                                &offer, &f->err));
    if (offer.has_return) {
        inbound.return_call = offer.return_call.id;
        inbound.answer = (enum inbound_return)(1 + below(w, 3));
        w->hand = offer.return_call.id;
    }
    if (offer.away && one_in(w, 3))
        inbound.back = offer.absence.id;
    allowed(w, desk_inbound_store(f->desk, &inbound, &id, &f->err));
}

static inline void answer_waiting(struct world *w)
{
    struct fixture *f = w->f;
    struct waiting *rows;
    struct wall until = desk_wall(f->desk);
    size_t count;
    int64_t id;

    must(desk_waiting(f->desk, 20, f->arena, &rows, &count, &f->err));
    if (count == 0)
        return;
    id = rows[below(w, (uint32_t)count)].id;
    until.day += 1 + (day_number)below(w, 4);
    if (one_in(w, 3))
        allowed(w, desk_waiting_end(f->desk, id, (enum waiting_state)(1 + below(w, 2)),
                                    &f->err));
    else if (one_in(w, 2))
        allowed(w, desk_waiting_later(f->desk, id, until, &f->err));
    else
        allowed(w, desk_waiting_name(f->desk, id, somebody(w), &f->err));
}

static inline void await_them(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id, person = somebody(w);

    w->named_day = person;
    allowed(w, desk_their_move(f->desk, person, "sends the drawing",
                               desk_guard_day(f->desk), &id, &f->err));
}

static inline void write_message(struct world *w)
{
    struct fixture *f = w->f;
    struct touch touch = {.contact_id = somebody(w), .channel = CHANNEL_VOICEMAIL};
    struct script script;

    if (one_in(w, 2))
        some_touch(w, &touch);
    must(desk_script_for(f->desk, touch.contact_id, touch.id, touch.channel, f->arena,
                         &script, &f->err));
    script.text = one_in(w, 6) ? "" : arena_format(f->arena, "call %u", below(w, 99));
    allowed(w, desk_script_file(f->desk, &script, 0, f->arena, &f->err));
}

static inline void use_message(struct world *w)
{
    struct fixture *f = w->f;
    struct script script;
    int64_t id = any_of(w, "script WHERE touch_id IS NULL AND contact_id IS NOT NULL");

    if (id == 0)
        return;
    must(desk_script_get(f->desk, id, f->arena, &script, &f->err));
    if (one_in(w, 3))
        allowed(w, desk_script_retire(f->desk, id, !script.retired, &f->err));
    else
        allowed(w, desk_script_used(f->desk, &script, &f->err));
}

static inline void take_note(struct world *w)
{
    struct fixture *f = w->f;
    int64_t id = any_of(w, "note");

    if (id != 0 && one_in(w, 3))
        allowed(w, desk_note_change(f->desk, id, "price ok after all", 0, &f->err));
    else
        allowed(w,
                desk_note_file(f->desk, somebody(w), "\"After the fair\"", 0, &f->err));
}

static inline void note_blocker(struct world *w)
{
    struct fixture *f = w->f;

    allowed(w,
            desk_blocker_note(f->desk, somebody(w), (enum blocker)below(w, 4), &f->err));
}

static inline void put_tag(struct world *w)
{
    static const char *const words[] = {"wine", "-wine", "vip press", "-vip", "-vip VIP"};
    struct fixture *f = w->f;
    int64_t id = somebody(w);

    allowed(w, desk_tag(f->desk, &id, 1, one_of(w, words), NULL, &f->err));
}

static inline void tie(struct world *w)
{
    static const char *const kinds[] = {"refers",         "reference", "advocate",
                                        "advocate for",   "assistant", "colleague",
                                        "-reference for", "-advocate"};
    struct fixture *f = w->f;
    struct tie_line out;

    allowed(w, desk_link(f->desk, somebody(w),
                         arena_format(f->arena, "%s %c Person", one_of(w, kinds),
                                      'A' + (int)below(w, 5)),
                         f->arena, &out, &f->err));
}

/* Rule 16: what is owed for a name that was used. */
static inline void thank(struct world *w)
{
    struct fixture *f = w->f;
    struct thanks thanks;
    struct touch touch;
    int64_t id = any_of(w, "touch WHERE outcome <> 0 AND id IN "
                           "(SELECT touch_id FROM naming)");

    if (id == 0)
        return;
    touch = touch_of(f, id);
    must(desk_thanks(f->desk, &touch, touch.outcome, f->arena, &thanks, &f->err));
    if (thanks.count > 0)
        allowed(w, desk_thanks_plan(f->desk, &thanks, &f->err));
}

static inline void tell_deal(struct world *w)
{
    struct fixture *f = w->f;
    struct deal deal;

    allowed(w, desk_deal_tell(f->desk, somebody(w), 480000 + below(w, 2),
                              (enum deal_state)below(w, DEAL_STATE_COUNT), f->arena,
                              &deal, &f->err));
}

static inline void take_proposal(struct world *w)
{
    struct fixture *f = w->f;
    struct proposal *rows;
    const struct proposal *row;
    struct touch *touches;
    size_t count;

    must(desk_proposals_of(f->desk, somebody(w), f->arena, &rows, &count, &f->err));
    if (count == 0)
        return;
    row = &rows[below(w, (uint32_t)count)];
    if (one_in(w, 4)) {
        allowed(w, desk_proposal_dismiss(f->desk, row, &f->err));
        return;
    }
    w->hand = row->cause_id; /* a missed promise, or of another table */
    if (allowed(w,
                desk_proposal_touches(f->desk, row, f->arena, &touches, &count, &f->err)))
        allowed(w, desk_proposal_accept(f->desk, row, touches, count, &f->err));
}

static inline void spread_late(struct world *w)
{
    struct fixture *f = w->f;
    struct spread spread;

    must(desk_spread_plan(f->desk, f->arena, &spread, &f->err));
    for (size_t i = 0; i < spread.count; i++)
        w->hand = spread.moves[i].touch->promise ? HAND_ALL : w->hand;
    if (spread.count > 0)
        allowed(w, desk_spread(f->desk, &spread, &f->err));
}

/* A successor is somebody of the desk, or new to it. */
static inline void succeed(struct world *w)
{
    struct fixture *f = w->f;
    struct succession succession;
    struct touch next;
    int64_t id, person = somebody(w);
    bool greets = one_in(w, 2);

    if (!one_in(w, 3) ||
        !allowed(w, desk_succession_read(f->desk, person,
                                         one_in(w, 2)
                                             ? "S Newcomer, s@firm.example"
                                             : arena_format(f->arena, "p%d@firm.example",
                                                            (int)below(w, 5)),
                                         f->arena, &succession, &f->err)))
        return;
    w->hand = HAND_ALL; /* all of theirs go over, which was asked */
    next = desk_touch_new(f->desk, person);
    next.channel = succession.greeting.channel;
    next.purpose = succession.greeting.purpose;
    greets = greets && succession.greeting.kind == NEXT_TOUCH;
    if (greets)
        desk_set_due(f->desk, &next, succession.greeting.due);
    allowed(w, desk_succession_store(f->desk, &succession, 0, OUTCOME_NONE,
                                     greets ? &next : NULL, &id, &f->err));
}

/* ; and a verb on what is marked. */
static inline void change_many(struct world *w)
{
    struct fixture *f = w->f;
    int64_t ids[3];
    struct many many;
    size_t warned;

    for (size_t i = 0; i < 3; i++)
        ids[i] = somebody(w);
    must(desk_many_gather(f->desk, MANY_PEOPLE, ids, 3, f->arena, &many, &f->err));
    w->hand = w->named_day = HAND_ALL;
    switch (below(w, 10)) {
    case 0:
        allowed(w, desk_many_move(f->desk, &many, some_day(w), &f->err));
        break;
    case 1:
        allowed(w, desk_many_later(f->desk, &many, 1 + (int)below(w, 5), &f->err));
        break;
    case 2:
        w->hand = w->named_day = 0;
        if (many.touch_count == 1)
            w->hand = many.touches[0];
        else
            w->hand = many.promised > 0 ? HAND_ALL : 0;
        allowed(w, desk_many_finish(f->desk, &many,
                                    (enum outcome)(1 + below(w, OUTCOME_COUNT - 1)),
                                    one_in(w, 2), &f->err));
        break;
    case 3:
        allowed(w, desk_many_promise(f->desk, &many, one_in(w, 2), &f->err));
        break;
    case 4:
        allowed(w, desk_many_drop(f->desk, &many, &f->err));
        break;
    case 5:
        allowed(w, desk_many_give(f->desk, &many, somebody(w), &f->err));
        break;
    case 6:
        allowed(w, desk_many_plan(f->desk, &many, some_line(w), &warned, &f->err));
        break;
    case 7:
        allowed(w, desk_many_note(f->desk, &many, "the fair is over", &f->err));
        break;
    case 8:
        allowed(w, desk_many_owe(f->desk, &many, "an answer", some_day(w), &f->err));
        break;
    default:
        allowed(w, desk_many_stage(f->desk, &many, (enum stage)below(w, STAGE_COUNT),
                                   &f->err));
    }
}

/* Does one of them at random; what is done most on a desk comes most often. */
static inline void act(struct world *w)
{
    static void (*const acts[])(struct world *) = {
        plan_touch,    plan_touch,    plan_touch,   plan_touch,     finish_touch,
        finish_touch,  finish_touch,  post,         call,           call,
        change_touch,  change_touch,  be_away,      be_away,        correct_absence,
        end_absence,   reach_me,      reach_me,     answer_waiting, await_them,
        add_person,    change_person, edit_person,  change_item,    write_message,
        use_message,   take_note,     note_blocker, put_tag,        tie,
        tie,           thank,         try_approach, tell_deal,      take_proposal,
        take_proposal, spread_late,   succeed,      change_many,    change_many,
    };

    w->refused = false;
    w->hand = w->named_day = 0;
    one_of(w, acts)(w);
}

#endif
