#include "touchbase/desk/references.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/links.h"
#include "touchbase/model/item.h"
#include "touchbase/model/reference.h"
#include "touchbase/model/script.h"
#include "touchbase/store/namings.h"

enum { USES_READ = 200 };

/* Those who may be named so. */
static bool read_named(struct desk *desk, int64_t contact_id, enum naming naming,
                       struct arena *arena, struct tie **ties, size_t *count,
                       struct error *err)
{
    size_t kept = 0;

    if (!desk_links(desk, contact_id, LINKS_READ, arena, ties, count, err))
        return false;
    for (size_t i = 0; i < *count; i++) {
        if ((*ties)[i].kind == naming_link(naming) && !(*ties)[i].of)
            (*ties)[kept++] = (*ties)[i];
    }
    *count = kept;
    return true;
}

bool desk_touch_name(struct desk *desk, struct touch *touch, struct arena *arena,
                     struct error *err)
{
    const struct linked *found = NULL;
    const char *who;
    struct tie *ties;
    size_t count;
    enum naming naming = naming_read(arena, touch->purpose, &who);

    if (naming == NAMING_NONE || *who == '\0')
        return true;
    if (!read_named(desk, touch->contact_id, naming, arena, &ties, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!text_mentions(ties[i].with.name, who))
            continue;
        if (found != NULL)
            return error_set(err, ERROR_AMBIGUOUS, "say more of the name: %s, %s",
                             found->name, ties[i].with.name);
        found = &ties[i].with;
    }
    if (found == NULL)
        return true;
    touch->named_id = found->contact_id;
    touch->named_as = naming;
    if (touch->opener == NULL)
        touch->opener = reference_opener(arena, naming, touch->channel, found);
    return true;
}

/* Where a name is given, beside touch_id; what was said to nobody is no use. */
static bool read_uses(struct desk *desk, int64_t named_id, int64_t touch_id,
                      struct arena *arena, struct naming_use **uses, size_t *count,
                      struct error *err)
{
    size_t kept = 0;

    if (!naming_uses(desk->store, named_id, touch_id, USES_READ, arena, uses, count, err))
        return false;
    for (size_t i = 0; i < *count; i++) {
        if (item_arrives((*uses)[i].outcome))
            (*uses)[kept++] = (*uses)[i];
    }
    *count = kept;
    return true;
}

/* In those days in a row that hold day and most of them. */
static int count_around(const struct desk *desk, const struct naming_use *uses,
                        size_t count, day_number day, struct arena *arena)
{
    day_number *days = arena_array(arena, count, sizeof *days);

    for (size_t i = 0; i < count; i++)
        days[i] = zone_wall(desk->clock.zone, uses[i].utc).day;
    return reference_uses(days, count, day, desk->settings.plays.rules.reference_days);
}

/* What speaks against naming somebody in a touch on that day; NULL nothing. */
static bool objection(struct desk *desk, int64_t named_id, int64_t touch_id,
                      day_number day, struct arena *arena, const char **words,
                      struct error *err)
{
    const struct rules *rules = &desk->settings.plays.rules;
    struct contact named;
    struct naming_use *all;
    char back[DAY_TEXT_SIZE];
    size_t count;
    int uses;

    *words = NULL;
    if (!desk_load_contact(desk, named_id, arena, &named, err) ||
        !read_uses(desk, named_id, touch_id, arena, &all, &count, err))
        return false;
    uses = count_around(desk, all, count, day, arena);
    if (named.do_not_contact)
        *words = arena_format(arena, "%s is marked \"do not contact\"", named.name);
    else if (uses >= rules->reference_uses)
        *words = arena_format(arena, "%s was named %d times in %d days", named.name, uses,
                              rules->reference_days);
    else if (contact_is_away(&named, day))
        *words = arena_format(
            arena, "%s is away then%s%s", named.name,
            named.away_until == DAY_NONE ? "" : ", back ",
            named.away_until == DAY_NONE ? "" : day_format(named.away_until, back));
    return true;
}

bool desk_naming_tally(struct desk *desk, int64_t person_id, const struct tie *tie,
                       struct arena *arena, struct naming_tally *out, struct error *err)
{
    struct naming_use *uses;
    size_t count, kept = 0;

    *out = (struct naming_tally){.span = desk->settings.plays.rules.reference_days};
    if (tie->kind != LINK_REFERENCE && tie->kind != LINK_ADVOCATE)
        return true;
    if (!read_uses(desk, tie->of ? person_id : tie->with.contact_id, 0, arena, &uses,
                   &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (tie->of && uses[i].contact_id != tie->with.contact_id)
            continue;
        if (uses[i].outcome != OUTCOME_NONE && uses[i].utc > out->last_utc)
            out->last_utc = uses[i].utc;
        uses[kept++] = uses[i];
    }
    out->recent = count_around(desk, uses, kept, desk_today(desk), arena);
    return true;
}

const char *naming_tally_words(struct arena *arena, const struct naming_tally *tally)
{
    if (tally->recent == 0)
        return "";
    return arena_format(arena, "named %d time%s in %d days", tally->recent,
                        tally->recent == 1 ? "" : "s", tally->span);
}

bool desk_naming_warning(struct desk *desk, const struct touch *touch,
                         struct arena *arena, const char **words, struct error *err)
{
    const char *who;
    enum naming naming = naming_read(arena, touch->purpose, &who);

    *words = NULL;
    if (touch->named_id != 0)
        return objection(desk, touch->named_id, touch->id, touch->due.day, arena, words,
                         err);
    if (naming != NAMING_NONE)
        *words = arena_format(arena, "nobody linked as %s is called \"%s\"",
                              link_kind_name(naming_link(naming)), who);
    return true;
}

bool desk_candidate(struct desk *desk, int64_t contact_id, enum naming naming,
                    day_number day, struct arena *arena, struct candidate *out,
                    struct error *err)
{
    struct tie *ties;
    size_t count;

    *out = (struct candidate){0};
    if (!read_named(desk, contact_id, naming, arena, &ties, &count, err))
        return false;
    for (size_t i = 0; i < count && !out->found; i++) {
        const char *against;

        if (!objection(desk, ties[i].with.contact_id, 0, day, arena, &against, err))
            return false;
        out->found = against == NULL;
        out->who = ties[i].with;
        if (against != NULL)
            out->left_aside =
                out->left_aside == NULL
                    ? against
                    : arena_format(arena, "%s; %s", out->left_aside, against);
    }
    return true;
}

/* By the touch they go with. */
static const struct linked *reference_of(const struct tie *ties, size_t count,
                                         const struct touch *touch)
{
    for (size_t i = 0; i < count && touch != NULL; i++) {
        bool named = touch->named_as == NAMING_REFERENCE &&
                     touch->named_id == ties[i].with.contact_id;

        if (named ||
            (touch->purpose != NULL && strstr(touch->purpose, ties[i].with.name) != NULL))
            return &ties[i].with;
    }
    return NULL;
}

bool desk_reference(struct desk *desk, int64_t contact_id, const struct touch *touch,
                    day_number day, struct arena *arena, struct linked *out, bool *found,
                    const char **against, struct error *err)
{
    const struct linked *said;
    struct candidate candidate;
    struct tie *ties;
    size_t count;

    *found = false;
    *against = NULL;
    if (!read_named(desk, contact_id, NAMING_REFERENCE, arena, &ties, &count, err) ||
        !desk_candidate(desk, contact_id, NAMING_REFERENCE, day, arena, &candidate, err))
        return false;
    *found = count > 0;
    said = reference_of(ties, count, touch);
    if (said == NULL && (count == 0 || candidate.found)) {
        *out = candidate.who;
        return true;
    }
    *out = said != NULL ? *said : ties[0].with;
    return objection(desk, out->contact_id, touch != NULL ? touch->id : 0, day, arena,
                     against, err);
}

static bool name_in_touch(struct desk *desk, const struct touch *touch, int64_t named_id,
                          struct error *err)
{
    struct touch named = *touch;

    named.named_id = named_id;
    named.named_as = named_id != 0 ? NAMING_REFERENCE : NAMING_NONE;
    return naming_put(desk->store, &named, err);
}

bool desk_reference_filed(struct desk *desk, int64_t touch_id, bool refers,
                          struct arena *arena, struct error *err)
{
    const char *who, *against;
    struct linked meant;
    struct touch touch;
    bool found;

    if (touch_id == 0)
        return true;
    if (!desk_load_touch(desk, touch_id, arena, &touch, err))
        return false;
    if (touch.outcome != OUTCOME_NONE ||
        naming_read(arena, touch.purpose, &who) != NAMING_NONE)
        return true;
    if (!refers)
        return touch.named_as != NAMING_REFERENCE || name_in_touch(desk, &touch, 0, err);
    if (touch.named_id != 0)
        return true;
    return desk_reference(desk, touch.contact_id, &touch, touch.due.day, arena, &meant,
                          &found, &against, err) &&
           (!found || name_in_touch(desk, &touch, meant.contact_id, err));
}

bool desk_reference_used(struct desk *desk, const struct script *script,
                         const struct touch *touch, struct arena *arena,
                         struct error *err)
{
    const char *against;
    struct linked meant;
    bool found;

    if (!desk_reference(desk, script->contact_id, touch, desk_today(desk), arena, &meant,
                        &found, &against, err))
        return false;
    if (!found || (touch != NULL && touch->named_id == meant.contact_id))
        return true;
    return touch != NULL && touch->named_id == 0
               ? name_in_touch(desk, touch, meant.contact_id, err)
               : mention_put(desk->store, script->id, meant.contact_id, err);
}

/* What is stored with a touch that counts on an advocate: the call that asks them. */
bool desk_ask_advocate(struct desk *desk, const struct touch *touch, struct arena *arena,
                       struct error *err)
{
    day_number day = day_add_working(desk_today(desk), 1, desk->settings.holidays);
    struct touch ask = desk_touch_new(desk, touch->named_id);
    struct contact prospect;
    day_number landing;

    if (touch->named_as != NAMING_ADVOCATE)
        return true;
    if (!desk_load_contact(desk, touch->contact_id, arena, &prospect, err) ||
        !desk_landing(desk, touch->named_id, arena, &landing, err))
        return false;
    if (day > touch->due.day)
        day = touch->due.day;
    if (landing != DAY_NONE && day < landing)
        day = landing; /* nobody is rung who is away (rule 3) */
    ask.channel = CHANNEL_CALL;
    ask.cause = CAUSE_PLAY;
    ask.purpose = arena_format(arena, "ask for a word with %s%s%s", prospect.name,
                               prospect.company != NULL ? " at " : "",
                               prospect.company != NULL ? prospect.company : "");
    ask.named_id = touch->contact_id;
    ask.named_as = NAMING_PROSPECT;
    desk_set_due(desk, &ask, (struct wall){day, MINUTE_NONE});
    return desk_touch_insert(desk, &ask, arena, NULL, err);
}
