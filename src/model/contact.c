#include "touchbase/model/contact.h"

#include <assert.h>
#include <string.h>

#include "name.h"

static const char *const stage_names[] = {
    [STAGE_REST] = "rest",         [STAGE_LEAD] = "lead",
    [STAGE_PROSPECT] = "prospect", [STAGE_CUSTOMER] = "customer",
    [STAGE_FORMER] = "former",     [STAGE_NO] = "no",
};
static_assert(NAME_COUNT(stage_names) == STAGE_COUNT, "a word for each stage");

static const char *const point_names[] = {
    [POINT_MAIL] = "mail",
    [POINT_PHONE] = "phone",
    [POINT_ADDRESS] = "address",
    [POINT_LINK] = "link",
};
static_assert(NAME_COUNT(point_names) == POINT_COUNT, "a word for each kind of point");

const char *stage_name(enum stage stage)
{
    return name_at(stage_names, STAGE_COUNT, (int)stage);
}

int stage_from_name(const char *name)
{
    return name_find(stage_names, STAGE_COUNT, name);
}

bool stage_in_play(enum stage stage)
{
    return stage == STAGE_LEAD || stage == STAGE_PROSPECT || stage == STAGE_CUSTOMER;
}

const char *point_kind_name(enum point_kind kind)
{
    return name_at(point_names, POINT_COUNT, (int)kind);
}

const char *contact_first(const struct contact *contact, enum point_kind kind)
{
    for (size_t i = 0; i < contact->point_count; i++)
        if (contact->points[i].kind == kind)
            return contact->points[i].value;
    return NULL;
}

const char *contact_called(struct arena *arena, const struct contact *contact)
{
    if (contact->given)
        return contact->given;
    return arena_copy(arena, contact->name, strcspn(contact->name, " "));
}

bool contact_is_away(const struct contact *contact, day_number day)
{
    return contact->away_from != DAY_NONE && contact->away_from <= day &&
           (contact->away_until == DAY_NONE || contact->away_until > day);
}
