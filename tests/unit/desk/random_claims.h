/* What must hold after whatever was done to a desk: each claim is NULL, or says in words
 * what is broken. */
#ifndef TESTS_UNIT_DESK_RANDOM_CLAIMS_H
#define TESTS_UNIT_DESK_RANDOM_CLAIMS_H

#include "random_world.h"

#include "touchbase/desk/exchange.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/scripts.h"

/* Rule 3: no call within an absence, but where a person named its day or it was left
 * there before. */
static inline const char *claim_no_call_within(struct world *w)
{
    for (size_t i = 0; i < w->after.count; i++) {
        const struct planned *now = &w->after.rows[i],
                             *was = plan_of(&w->before, now->id);

        if (!now->away || now->silent || now->promise || w->hand == HAND_ALL ||
            w->hand == now->id)
            continue;
        if (was == NULL
                ? w->named_day == HAND_ALL || w->named_day == now->contact_id
                : was->within && !was->promise && was->contact_id == now->contact_id &&
                      wall_compare(was->due, now->due) == 0)
            continue;
        return arena_format(w->f->arena, "touch %d: a call on %d within an absence",
                            (int)now->id, now->due.day);
    }
    return NULL;
}

/* Rule 12: a promise stands where it stood until a person acts on it. */
static inline const char *claim_promises_stand(struct world *w)
{
    for (size_t i = 0; i < w->before.count; i++) {
        const struct planned *was = &w->before.rows[i],
                             *now = plan_of(&w->after, was->id);

        if (!was->promise || w->hand == HAND_ALL || w->hand == was->id)
            continue;
        if (now == NULL || now->contact_id != was->contact_id ||
            wall_compare(now->due, was->due) != 0)
            return arena_format(w->f->arena,
                                "touch %d: a promise was moved without a question",
                                (int)was->id);
    }
    return NULL;
}

static inline const char *slips(const struct world *w, const struct contact_row *row)
{
    const struct planned *next = plan_of(&w->after, row->contact.next_touch);
    enum need_segment place = row->key.segment;
    bool pending = false;

    for (size_t i = 0; i < w->after.count; i++)
        pending |= w->after.rows[i].contact_id == row->contact.id;
    if (pending != (next != NULL) || (pending && next->contact_id != row->contact.id))
        return "the next touch is not kept";
    if (stage_in_play(row->contact.stage) != (place < NEED_REST))
        return "somebody is listed in play who is not, or the other way round";
    if (place < NEED_REST && !pending && place != NEED_NO_NEXT && place != NEED_WAITING)
        return "somebody slipped: no next touch, and not listed as without one";
    return pending && place == NEED_NO_NEXT ? "somebody is listed without a next touch"
                                            : NULL;
}

static inline bool is_listed(const struct contact_row *rows, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].contact.id == id)
            return true;
    }
    return false;
}

/* Rule 8: in play with a next touch, or listed as without one. */
static inline const char *claim_nobody_slips(struct world *w)
{
    struct fixture *f = w->f;
    struct need_context context = desk_need_context(f->desk);
    struct contact_row *rows;
    const char *words = NULL;
    int64_t without = 0;
    size_t count;

    must(desk_people(f->desk, &context, NULL, WINDOW_FORWARD, 100, f->arena, &rows,
                     &count, &f->err));
    for (size_t i = 0; i < count && words == NULL; i++) {
        words = slips(w, &rows[i]);
        without +=
            stage_in_play(rows[i].contact.stage) && rows[i].contact.next_touch == 0;
    }
    for (int i = 0; i < w->people_count && words == NULL; i++)
        words = is_listed(rows, count, w->people[i]) ? NULL : "somebody is in no list";
    if (words == NULL && counts(f).no_next_step != without)
        words = "those without a next touch are counted wrong";
    return words;
}

static inline bool is_given(const struct plans *plans, const struct given *one)
{
    for (size_t i = 0; i < plans->given_count; i++) {
        if (plans->given[i].contact_id == one->contact_id &&
            plans->given[i].item_id == one->item_id)
            return true;
    }
    return false;
}

/* Rule 13: what they had is known, so that nobody gets it twice; only a person who acts
 * on the touch it went with says otherwise. */
static inline const char *claim_items_once(struct world *w)
{
    struct fixture *f = w->f;

    for (size_t i = 0; i < w->before.given_count; i++) {
        const struct given *was = &w->before.given[i];

        if (was->arrived && w->hand != HAND_ALL && w->hand != was->touch_id &&
            !is_given(&w->after, was))
            return "an item reached somebody and would be sent again";
    }
    for (int i = 0; i < w->people_count; i++) {
        struct gift *gifts;
        size_t count;

        must(desk_gifts(f->desk, w->people[i], 100, f->arena, &gifts, &count, &f->err));
        for (size_t a = 0; a < count; a++) {
            struct touch touch = touch_of(f, gifts[a].touch_id);

            if (!item_arrives(touch.outcome) || touch.contact_id != w->people[i])
                return "an item that was not given counts as given";
        }
    }
    return NULL;
}

/* Rule 15: used with a touch that reached them, there as long as it is planned. */
static inline const char *claim_messages_follow(struct world *w)
{
    struct fixture *f = w->f;

    for (int i = 0; i < w->people_count; i++) {
        struct script *scripts;
        size_t count;

        must(desk_scripts_of(f->desk, w->people[i], 100, f->arena, &scripts, &count,
                             &f->err));
        for (size_t a = 0; a < count; a++) {
            struct touch touch;

            if (scripts[a].touch_id == 0)
                continue;
            touch = touch_of(f, scripts[a].touch_id);
            if (touch.contact_id == w->people[i] &&
                (scripts[a].used_utc != 0) != script_is_used(touch.outcome))
                return "a message is used as its touch is not";
        }
    }
    return NULL;
}

static inline void keep_finding(void *context, const char *line)
{
    snprintf(context, ERROR_TEXT_SIZE, "%s", line);
}

/* All that is kept beside what it follows from: orders, counts, the index of words. */
static inline const char *claim_desk_is_whole(struct world *w)
{
    struct fixture *f = w->f;
    char found[ERROR_TEXT_SIZE];
    int64_t findings;

    must(desk_check(f->desk, keep_finding, found, &findings, &f->err));
    return findings == 0 ? NULL : arena_string(f->arena, found);
}

static inline const char *claims(struct world *w)
{
    static const char *(*const all[])(struct world *) = {
        claim_no_call_within, claim_promises_stand,  claim_nobody_slips,
        claim_items_once,     claim_messages_follow,
    };
    const char *words = NULL;

    for (size_t i = 0; i < sizeof all / sizeof *all && words == NULL; i++)
        words = all[i](w);
    return words;
}

#endif
