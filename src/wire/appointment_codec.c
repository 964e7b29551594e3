#include "touchbase/wire/codec.h"

#include <stddef.h>

#include "slot.h"

/* Fields of its own, one for each: name, mail; a day and where it stands. */
enum { TAG_PERSON = 20, TAG_EXCEPTION };

#define AT(member) offsetof(struct appointment, member)
static const struct slot rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = AT(uid)},
    {.tag = 2, .type = SLOT_TEXT, .offset = AT(title)},
    {.tag = 3, .type = SLOT_TEXT, .offset = AT(place)},
    {.tag = 4, .type = SLOT_BOOL, .offset = AT(task)},
    {.tag = 5, .type = SLOT_INT, .offset = AT(state), .most = APPOINTMENT_STATES - 1},
    {.tag = 6, .type = SLOT_BOOL, .offset = AT(over)},
    {.tag = 7, .type = SLOT_DAY, .offset = AT(when) + offsetof(struct wall, day)},
    {.tag = 8, .type = SLOT_MINUTE, .offset = AT(when) + offsetof(struct wall, minute)},
    {.tag = 9, .type = SLOT_TEXT, .offset = AT(zone)},
    {.tag = 10, .type = SLOT_TEXT, .offset = AT(rule)},
    {.tag = 11, .type = SLOT_TEXT, .offset = AT(astray)},
    {.tag = 12, .type = SLOT_DAY, .offset = AT(series.start.day)},
    {.tag = 13, .type = SLOT_MINUTE, .offset = AT(series.start.minute)},
    {.tag = 14, .type = SLOT_TEXT, .offset = AT(series.zone)},
    {.tag = 15, .type = SLOT_DAY, .offset = AT(day)},
};
#undef AT

static const struct slot person_rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = offsetof(struct appointment_person, name)},
    {.tag = 2, .type = SLOT_TEXT, .offset = offsetof(struct appointment_person, mail)},
};

#define AT(member) offsetof(struct series_exception, member)
static const struct slot exception_rows[] = {
    {.tag = 1, .type = SLOT_DAY, .offset = AT(day)},
    {.tag = 2, .type = SLOT_DAY, .offset = AT(to.day)},
    {.tag = 3, .type = SLOT_MINUTE, .offset = AT(to.minute)},
};
#undef AT

static const struct slots slots = {rows, sizeof rows / sizeof rows[0]};
static const struct slots person_slots = {person_rows,
                                          sizeof person_rows / sizeof person_rows[0]};

static const struct slots exception_slots = {
    exception_rows, sizeof exception_rows / sizeof exception_rows[0]};

void wire_put_appointment(struct buffer *out, const struct appointment *appointment)
{
    slots_put(out, slots, appointment);
    for (size_t i = 0; i < appointment->people_count; i++) {
        size_t opened = wire_open_field(out, TAG_PERSON);
        slots_put(out, person_slots, &appointment->people[i]);
        wire_close_field(out, opened);
    }
    for (size_t i = 0; i < appointment->exception_count; i++) {
        size_t opened = wire_open_field(out, TAG_EXCEPTION);
        slots_put(out, exception_slots, &appointment->exceptions[i]);
        wire_close_field(out, opened);
    }
}

static bool take_person(struct arena *arena, const struct wire_field *field,
                        struct appointment_person *people, size_t *count)
{
    struct wire_record fields = {.bytes = field->value, .length = field->length};
    struct appointment_person person = {0};
    if (field->tag != TAG_PERSON || *count == APPOINTMENT_PEOPLE_MAX ||
        !slots_get(arena, person_slots, fields, &person))
        return false;
    people[(*count)++] = person;
    return person.name != NULL || person.mail != NULL;
}

/* Grown one by one: few have any. */
static bool take_exception(struct arena *arena, const struct wire_field *field,
                           struct series_exception **exceptions, size_t *count,
                           size_t *capacity)
{
    struct wire_record fields = {.bytes = field->value, .length = field->length};
    struct series_exception exception = {DAY_NONE, {DAY_NONE, MINUTE_NONE}};
    if (field->tag != TAG_EXCEPTION || *count == APPOINTMENT_EXCEPTIONS_MAX ||
        !slots_get(arena, exception_slots, fields, &exception))
        return false;
    *exceptions =
        arena_grow(arena, *exceptions, *count, *count + 1, sizeof **exceptions, capacity);
    (*exceptions)[(*count)++] = exception;
    return exception.day != DAY_NONE;
}

/* What every appointment has, and a time in the zone it names. */
static bool is_complete(const struct appointment *appointment)
{
    return appointment->uid != NULL &&
           (appointment->zone == NULL) == (appointment->when.minute == MINUTE_NONE) &&
           (appointment->series.start.day == DAY_NONE ||
            (appointment->rule != NULL && appointment->day != DAY_NONE &&
             (appointment->series.zone == NULL) ==
                 (appointment->series.start.minute == MINUTE_NONE)));
}

bool wire_get_appointment(struct arena *arena, struct wire_record fields,
                          struct appointment *out)
{
    struct appointment_person *people =
        arena_array(arena, APPOINTMENT_PEOPLE_MAX, sizeof *people);
    struct wire_field field;
    struct series_exception *exceptions = NULL;
    size_t count = 0, exception_count = 0, capacity = 0;
    bool broken = false;
    *out = (struct appointment){.when = {DAY_NONE, MINUTE_NONE},
                                .series.start = {DAY_NONE, MINUTE_NONE},
                                .day = DAY_NONE};
    while (wire_next_field(&fields, &field, &broken)) {
        enum slot_fit fit = slots_take(arena, slots, &field, out);
        if (fit == SLOT_UNKNOWN && take_person(arena, &field, people, &count))
            fit = SLOT_TAKEN;
        if (fit == SLOT_UNKNOWN &&
            take_exception(arena, &field, &exceptions, &exception_count, &capacity))
            fit = SLOT_TAKEN;
        if (fit != SLOT_TAKEN)
            return false;
    }
    out->people = people;
    out->people_count = count;
    out->exceptions = exceptions;
    out->exception_count = exception_count;
    return !broken && is_complete(out);
}
