/* The fields of take-in as typed lines: their present value, and what is typed instead.
 */
#include <ctype.h>
#include <string.h>

#include "actions.h"
#include "sheets.h"
#include "take_in_view.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/plan.h"

static const struct {
    int action;
    enum field field;
    const char *label;
} fields[] = {
    {DO_FIELD_FIRST, FIELD_FIRST_DAY, "first day away: "},
    {DO_FIELD_BACK, FIELD_BACK, "back on: "},
    {DO_FIELD_REASON, FIELD_REASON, "reason: "},
    {DO_FIELD_PLACE, FIELD_PLACE, "place: "},
    {DO_FIELD_WHOSE, FIELD_WHOSE, "whose event, with whom: "},
    {DO_FIELD_COVER, FIELD_COVER, "cover (name, mail, number; several by ;): "},
};

static int find_field(int action)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i].action == action)
            return (int)i;
    }
    return -1;
}

static const char *value_of(struct arena *arena, const struct reading *reading,
                            enum field field)
{
    char *day = arena_alloc(arena, WALL_TEXT_SIZE);

    switch (field) {
    case FIELD_FIRST_DAY:
        return day_format(reading->first_day, day);
    case FIELD_BACK:
        return wall_format((struct wall){reading->back, reading->back == DAY_NONE
                                                            ? MINUTE_NONE
                                                            : reading->back_minute},
                           day);
    default:
        return reading_text(arena, reading, field);
    }
}

bool take_in_field(struct pane *pane, int action, const char **label, const char **value)
{
    struct take_in_view *state = take_in_view_of(pane);
    int i = find_field(action);

    if (i < 0)
        return false;
    *label = fields[i].label;
    *value = value_of(state->arena, &state->take_in.reading, fields[i].field);
    return true;
}

static bool set_day(struct take_in_view *state, enum field field, const char *value,
                    struct error *err)
{
    struct reading *reading = &state->take_in.reading;
    struct wall wall = {DAY_NONE, MINUTE_NONE};

    if (*value != '\0' && !desk_when(state->shared->desk, 0, value, &wall, err))
        return false;
    if (field == FIELD_FIRST_DAY) {
        reading->first_day = wall.day;
    } else {
        reading->back = wall.day;
        reading->back_minute = wall.minute;
    }
    reading->ambiguous_date = reading->ambiguous_date && wall.day == DAY_NONE;
    return true;
}

static bool set_reason(struct take_in_view *state, const char *value, struct error *err)
{
    int reason = reason_from_name(value);

    if (reason < 0)
        return error_set(
            err, ERROR_USAGE,
            "reasons are: vacation holiday wedding graduation funeral illness "
            "parental travel conference training moving jury other");
    state->take_in.reading.reason = (enum reason)reason;
    return true;
}

static char *trimmed(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && isspace((unsigned char)*text)) {
        text++;
        length--;
    }
    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    return arena_copy(arena, text, length);
}

static void set_cover_piece(struct arena *arena, struct cover *cover, const char *piece)
{
    if (strchr(piece, '@') != NULL)
        cover->mail = text_fold(arena, piece);
    else if (piece[strspn(piece, "+0123456789 ()-./x")] == '\0')
        cover->phone = text_phone_digits(arena, piece);
    else
        cover->name = piece;
}

static void set_cover(struct take_in_view *state, const char *value)
{
    struct arena *arena = state->arena;
    struct cover *covers = NULL;
    size_t count = 0, capacity = 0;

    while (*value != '\0') {
        size_t length = strcspn(value, ";");
        char *line = trimmed(arena, value, length);

        value += length + (value[length] == ';');
        if (*line == '\0')
            continue;
        covers = arena_grow(arena, covers, count, count + 1, sizeof *covers, &capacity);
        while (*line != '\0') {
            size_t end = strcspn(line, ",");
            char *piece = trimmed(arena, line, end);

            if (*piece != '\0')
                set_cover_piece(arena, &covers[count], piece);
            line += end + (line[end] == ',');
        }
        count++;
    }
    state->take_in.reading.covers = covers;
    state->take_in.reading.cover_count = count;
}

/* What was typed has no words in the message to prove it. */
static void drop_evidence(struct take_in_view *state, enum field field)
{
    struct reading *reading = &state->take_in.reading;
    struct evidence *kept =
        arena_array(state->arena, reading->evidence_count, sizeof *kept);
    size_t count = 0;

    for (size_t i = 0; i < reading->evidence_count; i++) {
        if (reading->evidence[i].field != field)
            kept[count++] = reading->evidence[i];
    }
    reading->evidence = kept;
    reading->evidence_count = count;
}

static const char *or_none(struct arena *arena, const char *value)
{
    char *text = trimmed(arena, value, strlen(value));

    return *text == '\0' ? NULL : text;
}

bool take_in_set(struct pane *pane, int action, const char *value, struct error *err)
{
    struct take_in_view *state = take_in_view_of(pane);
    struct reading *reading = &state->take_in.reading;
    int i = find_field(action);
    bool done = true;

    if (i < 0)
        return true;
    value = trimmed(state->arena, value, strlen(value));
    if (fields[i].field == FIELD_FIRST_DAY || fields[i].field == FIELD_BACK)
        done = set_day(state, fields[i].field, value, err);
    else if (fields[i].field == FIELD_REASON)
        done = set_reason(state, value, err);
    else if (fields[i].field == FIELD_PLACE)
        reading->place = or_none(state->arena, value);
    else if (fields[i].field == FIELD_WHOSE)
        reading->whose = or_none(state->arena, value);
    else
        set_cover(state, value);
    if (!done)
        return false;
    if (reading->kind == READING_OTHER) { /* a person says it is one */
        reading->kind = READING_OOO;
        reading->why = "set by hand";
    }
    drop_evidence(state, fields[i].field);
    return take_in_reweigh(pane, err);
}
