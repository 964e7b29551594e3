#include "touchbase/wire/codec.h"

#include <assert.h>
#include <string.h>

#include "slot.h"

static_assert(sizeof(enum reading_kind) == sizeof(int) &&
                  sizeof(enum reason) == sizeof(int),
              "an enum is sent as an int");

enum tag {
    TAG_KIND = 1,
    TAG_WHY,
    TAG_FIRST_DAY,
    TAG_BACK,
    TAG_BACK_MINUTE,
    TAG_REASON,
    TAG_HOSPITAL,
    TAG_PLACE,
    TAG_WHOSE,
    TAG_AMBIGUOUS_DATE,
    TAG_LANGUAGE,
    TAG_COVER,    /* fields of its own; one for each */
    TAG_EVIDENCE, /* fields of its own; one for each */
};

#define AT(member) offsetof(struct reading, member)
static const struct slot reading_rows[] = {
    {.tag = TAG_KIND, .type = SLOT_INT, .offset = AT(kind), .most = READING_LEFT},
    {.tag = TAG_WHY, .type = SLOT_TEXT, .offset = AT(why)},
    {.tag = TAG_FIRST_DAY, .type = SLOT_DAY, .offset = AT(first_day)},
    {.tag = TAG_BACK, .type = SLOT_DAY, .offset = AT(back)},
    {.tag = TAG_BACK_MINUTE, .type = SLOT_MINUTE, .offset = AT(back_minute)},
    {.tag = TAG_REASON, .type = SLOT_INT, .offset = AT(reason), .most = REASON_COUNT - 1},
    {.tag = TAG_HOSPITAL, .type = SLOT_BOOL, .offset = AT(hospital)},
    {.tag = TAG_PLACE, .type = SLOT_TEXT, .offset = AT(place)},
    {.tag = TAG_WHOSE, .type = SLOT_TEXT, .offset = AT(whose)},
    {.tag = TAG_AMBIGUOUS_DATE, .type = SLOT_BOOL, .offset = AT(ambiguous_date)},
    {.tag = TAG_LANGUAGE, .type = SLOT_TEXT, .offset = AT(language)},
};
#undef AT

static const struct slot cover_rows[] = {
    {.tag = 1, .type = SLOT_TEXT, .offset = offsetof(struct cover, name)},
    {.tag = 2, .type = SLOT_TEXT, .offset = offsetof(struct cover, mail)},
    {.tag = 3, .type = SLOT_TEXT, .offset = offsetof(struct cover, phone)},
    {.tag = 4, .type = SLOT_TEXT, .offset = offsetof(struct cover, matter)},
};

#define AT(member) offsetof(struct evidence, member)
static const struct slot evidence_rows[] = {
    {.tag = 1, .type = SLOT_INT, .offset = AT(field), .most = FIELD_COUNT - 1},
    {.tag = 2, .type = SLOT_INT, .offset = AT(place), .most = EVIDENCE_HEADER},
    {.tag = 3, .type = SLOT_SIZE, .offset = AT(start)},
    {.tag = 4, .type = SLOT_SIZE, .offset = AT(length)},
    {.tag = 5, .type = SLOT_TEXT, .offset = AT(words)},
    {.tag = 6, .type = SLOT_INT, .offset = AT(certainty), .most = 100},
};
#undef AT

#define SLOTS(rows) ((struct slots){rows, sizeof rows / sizeof rows[0]})

void wire_put_reading(struct buffer *out, const struct reading *reading)
{
    slots_put(out, SLOTS(reading_rows), reading);
    for (size_t i = 0; i < reading->cover_count; i++) {
        size_t opened = wire_open_field(out, TAG_COVER);
        slots_put(out, SLOTS(cover_rows), &reading->covers[i]);
        wire_close_field(out, opened);
    }
    for (size_t i = 0; i < reading->evidence_count; i++) {
        size_t opened = wire_open_field(out, TAG_EVIDENCE);
        slots_put(out, SLOTS(evidence_rows), &reading->evidence[i]);
        wire_close_field(out, opened);
    }
}

struct lists {
    const struct message *message;
    struct cover *covers;
    size_t cover_count, cover_capacity;
    struct evidence *evidence;
    size_t evidence_count, evidence_capacity;
};

static bool take_cover(struct arena *arena, struct wire_record fields,
                       struct lists *lists)
{
    struct cover cover = {0};
    if (!slots_get(arena, SLOTS(cover_rows), fields, &cover) ||
        !(cover.name || cover.mail || cover.phone))
        return false;
    lists->covers =
        arena_grow(arena, lists->covers, lists->cover_count, lists->cover_count + 1,
                   sizeof *lists->covers, &lists->cover_capacity);
    lists->covers[lists->cover_count++] = cover;
    return true;
}

/* Do the words lie where they are said to? */
static bool lies_inside(const struct evidence *evidence, const struct message *message)
{
    size_t whole = 0;
    if (evidence->place == EVIDENCE_TEXT)
        whole = message->text_length;
    else if (evidence->place == EVIDENCE_SUBJECT && message->subject)
        whole = strlen(message->subject);
    else if (evidence->place == EVIDENCE_HEADER)
        return true;
    return evidence->start <= whole && evidence->length <= whole - evidence->start;
}

static bool take_evidence(struct arena *arena, struct wire_record fields,
                          struct lists *lists)
{
    struct evidence evidence = {0};
    if (!slots_get(arena, SLOTS(evidence_rows), fields, &evidence) || !evidence.words ||
        !lies_inside(&evidence, lists->message))
        return false;
    lists->evidence = arena_grow(arena, lists->evidence, lists->evidence_count,
                                 lists->evidence_count + 1, sizeof *lists->evidence,
                                 &lists->evidence_capacity);
    lists->evidence[lists->evidence_count++] = evidence;
    return true;
}

static bool take_nested(struct arena *arena, const struct wire_field *field,
                        struct lists *lists)
{
    struct wire_record fields = {.bytes = field->value, .length = field->length};
    if (field->tag == TAG_COVER)
        return take_cover(arena, fields, lists);
    return field->tag == TAG_EVIDENCE && take_evidence(arena, fields, lists);
}

bool wire_get_reading(struct arena *arena, struct wire_record fields,
                      const struct message *message, struct reading *out)
{
    struct wire_field field;
    struct lists lists = {.message = message};
    bool broken = false;
    *out = (struct reading){
        .first_day = DAY_NONE, .back = DAY_NONE, .back_minute = MINUTE_NONE};
    while (wire_next_field(&fields, &field, &broken)) {
        enum slot_fit fit = slots_take(arena, SLOTS(reading_rows), &field, out);
        if (fit == SLOT_UNKNOWN && take_nested(arena, &field, &lists))
            fit = SLOT_TAKEN;
        if (fit != SLOT_TAKEN)
            return false;
    }
    out->covers = lists.covers;
    out->cover_count = lists.cover_count;
    out->evidence = lists.evidence;
    out->evidence_count = lists.evidence_count;
    return !broken;
}
