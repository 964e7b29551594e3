/* Who took over from somebody who left: worked out (desk/successor.h). Nothing is stored
 * here. */
#include "touchbase/desk/successor.h"

#include <string.h>

#include "successor_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/links.h"
#include "touchbase/store/touches.h"

enum { NAMESAKES_MAX = 20, ID_PREFIX_MIN = 6 };

/* A wish is for the person, wherever they are now. */
static bool is_wish(const struct touch *touch)
{
    return touch->cause == CAUSE_PLAY &&
           (channel_is_post(touch->channel) || touch->channel == CHANNEL_MESSAGE);
}

bool successor_takes(const struct touch *touch)
{
    bool made =
        touch->cause == CAUSE_PLAY || (touch->cause == CAUSE_RETURN && !touch->moved);

    return touch->outcome == OUTCOME_NONE && touch->direction == DIRECTION_OUT && !made;
}

static bool same_company(const struct contact *known, const char *company)
{
    return known->company == NULL || company == NULL ||
           text_same_folded(known->company, company);
}

/* Somebody known, other than who left; 0 in *id for nobody. */
static bool find_by(struct desk *desk, enum contact_find by, const char *text,
                    const struct succession *out, struct arena *arena, int64_t *id,
                    struct error *err)
{
    int64_t *ids;
    size_t count;
    struct contact known;

    if (!contacts_find(desk->store, by, text, NAMESAKES_MAX, arena, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (ids[i] == out->left.id)
            continue;
        if (!desk_load_contact(desk, ids[i], arena, &known, err))
            return false;
        if (by == FIND_NAME && !same_company(&known, out->successor.company))
            continue;
        if (by == FIND_NAME && *id != 0)
            return error_set(
                err, ERROR_AMBIGUOUS,
                "several people are called %s; add the mail of the one meant",
                out->successor.name);
        if (*id == 0)
            *id = ids[i];
    }
    return true;
}

/* By id, by any of their mails, by the very name. */
static bool find_known(struct desk *desk, const char *line, const struct succession *out,
                       struct arena *arena, int64_t *id, struct error *err)
{
    const struct contact *named = &out->successor;
    bool is_id = strlen(line) >= ID_PREFIX_MIN &&
                 line[strspn(line, "0123456789abcdefABCDEF-")] == '\0';

    *id = 0;
    if (is_id && !find_by(desk, FIND_UUID, line, out, arena, id, err))
        return false;
    for (size_t i = 0; *id == 0 && i < named->point_count; i++) {
        if (named->points[i].kind == POINT_MAIL &&
            !find_by(desk, FIND_MAIL, named->points[i].value, out, arena, id, err))
            return false;
    }
    return *id != 0 || find_by(desk, FIND_NAME, named->name, out, arena, id, err);
}

/* What the line says and the record lacks is filled in. A clear no stays one. */
static void fill_up(struct contact *known, const struct contact *named)
{
    if (known->company == NULL)
        known->company = named->company;
    if (known->title == NULL)
        known->title = named->title;
    if (known->city == NULL)
        known->city = named->city;
    if (known->zone == NULL)
        known->zone = named->zone;
    if (known->stage == STAGE_REST || known->stage == STAGE_FORMER)
        known->stage = STAGE_LEAD;
}

/* The points of the line stay beside the record, for the store to add what is new. */
static bool take_known(struct desk *desk, int64_t id, struct arena *arena,
                       struct succession *out, struct error *err)
{
    struct contact named = out->successor, known;

    if (!desk_load_contact(desk, id, arena, &known, err))
        return false;
    if (known.do_not_contact)
        return error_set(err, ERROR_FAILED,
                         "%s is marked \"do not contact\"; nothing was done", known.name);
    fill_up(&known, &named);
    known.points = named.points;
    known.point_count = named.point_count;
    out->successor = known;
    return true;
}

bool successor_allowed(struct desk *desk, const struct contact *left,
                       const struct contact *successor, struct arena *arena,
                       struct error *err)
{
    struct linked *before, other;
    size_t count;
    bool found;

    if (!link_successor(desk->store, left->id, arena, &other, &found, err))
        return false;
    if (found)
        return error_set(err, ERROR_FAILED, "%s took over from %s already", other.name,
                         left->name);
    if (!link_predecessors(desk->store, left->id, arena, &before, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (before[i].contact_id == successor->id)
            return error_set(err, ERROR_FAILED, "%s was there before %s", successor->name,
                             left->name);
    }
    return true;
}

static bool count_touches(struct desk *desk, struct arena *arena, struct succession *out,
                          struct error *err)
{
    struct touch *touches;
    size_t count;
    bool *asks;

    if (!successor_pending(desk, out->left.id, arena, &touches, &asks, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        out->touches += successor_takes(&touches[i]) && !asks[i];
    return true;
}

static const char *sentence_of(struct arena *arena, const struct succession *out)
{
    const struct contact *successor = &out->successor;
    const char *who = "is on the desk";
    const char *moves = "";

    if (successor->id == 0)
        who = arena_format(arena, "is a new contact%s%s",
                           successor->company != NULL ? " at " : "",
                           successor->company != NULL ? successor->company : "");
    if (out->touches > 0)
        moves = arena_format(arena, "; %zu pending %s over", out->touches,
                             out->touches == 1 ? "touch goes" : "touches go");
    return arena_format(arena, "%s %s%s; %s becomes former", successor->name, who, moves,
                        out->left.name);
}

bool desk_succession_read(struct desk *desk, int64_t left_id, const char *line,
                          struct arena *arena, struct succession *out, struct error *err)
{
    int64_t known;

    *out = (struct succession){0};
    if (!desk_load_contact(desk, left_id, arena, &out->left, err) ||
        !desk_person_read(desk, line, arena, &out->successor, err))
        return false;
    if (out->successor.company == NULL)
        out->successor.company = out->left.company;
    if (!find_known(desk, line, out, arena, &known, err))
        return false;
    if (known == 0 && text_same_folded(out->successor.name, out->left.name))
        return error_set(err, ERROR_USAGE, "%s cannot take over from themselves",
                         out->left.name);
    if ((known != 0 && !take_known(desk, known, arena, out, err)) ||
        !successor_allowed(desk, &out->left, &out->successor, arena, err) ||
        !count_touches(desk, arena, out, err))
        return false;
    next_greeting(arena, &desk->settings.plays, &out->left, desk_today(desk),
                  desk->settings.holidays, &out->greeting);
    out->sentence = sentence_of(arena, out);
    return true;
}

/* A message said that they left, and nobody said it was none. */
static bool has_left(struct desk *desk, int64_t contact_id, struct arena *arena,
                     bool *left, struct error *err)
{
    struct absence *absences;
    size_t count;

    *left = false;
    if (!absences_of(desk->store, contact_id, arena, &absences, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        *left = *left ||
                (absences[i].kind == READING_LEFT && absences[i].state <= ABSENCE_FILED);
    return true;
}

bool desk_place_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                   struct desk_place *out, struct error *err)
{
    *out = (struct desk_place){0};
    if (!link_successor(desk->store, contact_id, arena, &out->successor,
                        &out->has_successor, err) ||
        !link_predecessors(desk->store, contact_id, arena, &out->before,
                           &out->before_count, err) ||
        !has_left(desk, contact_id, arena, &out->left, err))
        return false;
    out->left = out->left || out->has_successor;
    return true;
}

bool desk_successor_wanted(struct desk *desk, const struct touch *touch,
                           enum outcome outcome, bool *wanted, struct error *err)
{
    struct arena *arena = arena_create();
    struct desk_place place;
    bool done = desk_place_of(desk, touch->contact_id, arena, &place, err);

    *wanted = done && place.left && !place.has_successor && !is_wish(touch) &&
              (outcome == OUTCOME_REACHED || outcome == OUTCOME_GATEKEEPER ||
               outcome == OUTCOME_REPLIED);
    arena_destroy(arena);
    return done;
}
