#include "touchbase/desk/deals.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/model/base_rate.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/deals.h"

enum {
    MEANT_AMONG = 200,
    WINS_LOOKED_AT = 200 /* the latest: what selling takes now */
};

bool desk_deal_read(const char *line, struct arena *arena, int64_t *amount,
                    enum deal_state *state, struct error *err)
{
    const char *typed = arena_copy(arena, line, desk_text_length(line));
    size_t length = strcspn(typed, " ");
    const char *word = typed + length + strspn(typed + length, " ");
    int named = *word == '\0' ? (int)DEAL_OPEN : deal_state_from_name(word);

    if (named < 0)
        return error_set(err, ERROR_USAGE,
                         "\"%s\" is nothing that becomes of a deal: won, delivered, lost",
                         word);
    *state = (enum deal_state)named;
    return deal_read_amount(arena_copy(arena, typed, length), amount, err);
}

/* Rule 8: yes makes a customer. Inside a step. */
static bool make_customer(struct desk *desk, struct contact *contact, struct error *err)
{
    contact->stage = STAGE_CUSTOMER;
    contact->changed_utc = desk_now(desk);
    return contact_update(desk->store, contact, NULL, err);
}

static bool store_deal(struct desk *desk, struct deal *deal, struct contact *contact,
                       struct arena *arena, struct error *err)
{
    bool yes = deal->state == DEAL_WON || deal->state == DEAL_DELIVERED;

    return (deal->id == 0 ? deal_insert(desk->store, arena, deal, err)
                          : deal_update(desk->store, deal, err)) &&
           (yes ? make_customer(desk, contact, err)
                : desk_bring_into_play(desk, contact->id, arena, err));
}

/* The deal meant as it becomes, not stored yet. */
static bool become(struct desk *desk, int64_t contact_id, int64_t amount,
                   enum deal_state state, struct arena *arena, struct deal *out,
                   struct error *err)
{
    int64_t now = desk_now(desk);
    const struct deal *meant;
    struct deal *deals;
    size_t count;

    if (!deals_of(desk->store, contact_id, MEANT_AMONG, arena, &deals, &count, err))
        return false;
    meant = deal_meant(deals, count, amount, state);
    *out = meant != NULL ? *meant
                         : (struct deal){.contact_id = contact_id,
                                         .amount = amount,
                                         .created_utc = now};
    out->state = state;
    out->state_utc = now;
    if (out->won_utc == 0 && (state == DEAL_WON || state == DEAL_DELIVERED))
        out->won_utc = now;
    return true;
}

bool desk_deal_tell(struct desk *desk, int64_t contact_id, int64_t amount,
                    enum deal_state state, struct arena *arena, struct deal *out,
                    struct error *err)
{
    struct contact contact;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err) ||
        !become(desk, contact_id, amount, state, arena, out, err))
        return false;
    out->contact = contact.name;
    return desk_step_begin(desk, err, "deal with %s: %s %s", contact.name,
                           deal_amount(arena, amount), deal_state_name(state)) &&
           desk_step_end(desk, store_deal(desk, out, &contact, arena, err), err);
}

bool desk_deals(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct deal **deals, size_t *count, struct error *err)
{
    return deals_of(desk->store, contact_id, limit, arena, deals, count, err);
}

bool desk_base_rate(struct desk *desk, int64_t contact_id, struct arena *arena,
                    const char **words, struct error *err)
{
    struct base_rate rate;
    int64_t *touches, so_far;
    size_t count;

    *words = NULL;
    if (!wins(desk->store, WINS_LOOKED_AT, arena, &touches, &count, err))
        return false;
    if (!base_rate_of(touches, count, &rate))
        return true;
    if (!touches_so_far(desk->store, contact_id, desk_now(desk), &so_far, err))
        return false;
    *words = base_rate_words(arena, &rate, so_far);
    return true;
}

void desk_deal_json(struct json *json, const struct desk *desk, const struct deal *deal)
{
    json_string(json, "id", deal->uuid);
    json_string(json, "contact", deal->contact);
    json_number(json, "amount_hundredths", deal->amount);
    json_string(json, "state", deal_state_name(deal->state));
    json_time(json, "since", deal->state_utc, desk_zone(desk));
    json_time(json, "won", deal->won_utc, desk_zone(desk));
    json_time(json, "created", deal->created_utc, desk_zone(desk));
}
