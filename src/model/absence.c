#include "touchbase/model/absence.h"

#include <assert.h>

#include "name.h"

static const char *const kind_names[] = {
    [READING_OTHER] = "other",
    [READING_OOO] = "ooo",
    [READING_LEFT] = "left",
};
static_assert(NAME_COUNT(kind_names) == READING_LEFT + 1, "a word for each kind");

static const char *const reason_names[] = {
    [REASON_NONE] = "",
    [REASON_VACATION] = "vacation",
    [REASON_HOLIDAY] = "holiday",
    [REASON_WEDDING] = "wedding",
    [REASON_GRADUATION] = "graduation",
    [REASON_FUNERAL] = "funeral",
    [REASON_ILLNESS] = "illness",
    [REASON_PARENTAL] = "parental",
    [REASON_TRAVEL] = "travel",
    [REASON_CONFERENCE] = "conference",
    [REASON_TRAINING] = "training",
    [REASON_MOVING] = "moving",
    [REASON_JURY] = "jury",
    [REASON_OTHER] = "other",
};
static_assert(NAME_COUNT(reason_names) == REASON_COUNT, "a word for each reason");

static const char *const field_names[] = {
    [FIELD_KIND] = "kind",     [FIELD_FIRST_DAY] = "first_day", [FIELD_BACK] = "back",
    [FIELD_REASON] = "reason", [FIELD_PLACE] = "place",         [FIELD_WHOSE] = "whose",
    [FIELD_COVER] = "cover",
};
static_assert(NAME_COUNT(field_names) == FIELD_COUNT, "a word for each field");

static const char *const state_names[] = {
    [ABSENCE_PROPOSED] = "proposed",   [ABSENCE_FILED] = "filed",
    [ABSENCE_REPLACED] = "replaced",   [ABSENCE_ENDED] = "ended",
    [ABSENCE_DISMISSED] = "dismissed",
};
static_assert(NAME_COUNT(state_names) == ABSENCE_STATE_COUNT, "a word for each state");

const char *reading_kind_name(enum reading_kind kind)
{
    return name_at(kind_names, NAME_COUNT(kind_names), (int)kind);
}

const char *reason_name(enum reason reason)
{
    return name_at(reason_names, REASON_COUNT, (int)reason);
}

int reason_from_name(const char *name)
{
    return name_find(reason_names, REASON_COUNT, name);
}

const char *field_name(enum field field)
{
    return name_at(field_names, FIELD_COUNT, (int)field);
}

const char *absence_state_name(enum absence_state state)
{
    return name_at(state_names, ABSENCE_STATE_COUNT, (int)state);
}
