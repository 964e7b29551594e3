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

static const char *const field_titles[] = {
    [FIELD_KIND] = "absence", [FIELD_FIRST_DAY] = "first day",
    [FIELD_BACK] = "back",    [FIELD_REASON] = "reason",
    [FIELD_PLACE] = "place",  [FIELD_WHOSE] = "with whom",
    [FIELD_COVER] = "cover",
};
static_assert(NAME_COUNT(field_titles) == FIELD_COUNT, "a title for each field");

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

const char *field_title(enum field field)
{
    return name_at(field_titles, FIELD_COUNT, (int)field);
}

const char *cover_line(struct arena *arena, const struct cover *cover)
{
    const char *parts[] = {cover->name, cover->mail, cover->phone};
    const char *text = "";

    for (size_t i = 0; i < NAME_COUNT(parts); i++) {
        if (parts[i] != NULL)
            text =
                arena_format(arena, "%s%s%s", text, *text != '\0' ? ", " : "", parts[i]);
    }
    return text;
}

static const char *covers_text(struct arena *arena, const struct cover *covers,
                               size_t count)
{
    const char *text = NULL;

    for (size_t i = 0; i < count; i++) {
        const char *one = cover_line(arena, &covers[i]);

        text = text == NULL ? one : arena_format(arena, "%s; %s", text, one);
    }
    return text;
}

const char *reading_text(struct arena *arena, const struct reading *reading,
                         enum field field)
{
    switch (field) {
    case FIELD_REASON:
        return reading->reason == REASON_NONE ? NULL : reason_name(reading->reason);
    case FIELD_PLACE:
        return reading->place;
    case FIELD_WHOSE:
        return reading->whose;
    case FIELD_COVER:
        return covers_text(arena, reading->covers, reading->cover_count);
    default:
        return NULL;
    }
}

const char *absence_state_name(enum absence_state state)
{
    return name_at(state_names, ABSENCE_STATE_COUNT, (int)state);
}

int evidence_certainty(const struct evidence *evidence, size_t count, enum field field)
{
    int certainty = 0;

    for (size_t i = 0; i < count; i++) {
        if (evidence[i].field == field && evidence[i].certainty > certainty)
            certainty = evidence[i].certainty;
    }
    return certainty;
}

static bool is_guess(const struct absence *absence, enum field field)
{
    int certainty = evidence_certainty(absence->evidence, absence->evidence_count, field);

    return certainty > 0 && certainty < CERTAINTY_SURE;
}

static bool reads_two_ways(const struct absence *absence)
{
    for (size_t i = 0; i < absence->evidence_count; i++) {
        if (absence->evidence[i].certainty == 0)
            return true;
    }
    return false;
}

enum unsure absence_unsure(const struct absence *absence)
{
    if (absence->kind != READING_OOO)
        return UNSURE_NOTHING;
    if (reads_two_ways(absence))
        return UNSURE_TWO_WAYS;
    if (absence->back == DAY_NONE)
        return UNSURE_NO_BACK;
    if (is_guess(absence, FIELD_BACK))
        return UNSURE_BACK;
    if (absence->first_day != DAY_NONE && is_guess(absence, FIELD_FIRST_DAY))
        return UNSURE_FIRST_DAY;
    return absence->reason != REASON_NONE && is_guess(absence, FIELD_REASON)
               ? UNSURE_REASON
               : UNSURE_NOTHING;
}

static const char *const unsure_names[] = {
    [UNSURE_NOTHING] = "",
    [UNSURE_TWO_WAYS] = "date: two ways",
    [UNSURE_NO_BACK] = "no day back",
    [UNSURE_BACK] = "back: a guess",
    [UNSURE_FIRST_DAY] = "first day: a guess",
    [UNSURE_REASON] = "reason: a guess",
};
static_assert(NAME_COUNT(unsure_names) == UNSURE_COUNT, "words for each doubt");

const char *unsure_words(enum unsure unsure)
{
    return unsure_names[unsure];
}
