#include "letter.h"

#include <stdlib.h>

static struct evidence *add(struct letter *letter)
{
    letter->evidence = arena_grow(letter->arena, letter->evidence, letter->evidence_count,
                                  letter->evidence_count + 1, sizeof *letter->evidence,
                                  &letter->evidence_capacity);
    return &letter->evidence[letter->evidence_count++];
}

/* Spans of one field never overlap: the first that was found stays. */
static bool overlaps(const struct letter *letter, enum field field,
                     enum evidence_place place, size_t start, size_t length)
{
    for (size_t i = 0; i < letter->evidence_count; i++) {
        const struct evidence *old = &letter->evidence[i];
        if (old->field == field && old->place == place &&
            start < old->start + old->length && old->start < start + length)
            return true;
    }
    return false;
}

void evidence_add_bytes(struct letter *letter, enum field field,
                        enum evidence_place place, size_t start, size_t length,
                        int certainty)
{
    const char *source =
        place == EVIDENCE_SUBJECT ? letter->message->subject : letter->message->text;
    if (field != FIELD_COVER && overlaps(letter, field, place, start, length))
        return;
    *add(letter) =
        (struct evidence){.field = field,
                          .place = place,
                          .start = start,
                          .length = length,
                          .words = arena_copy(letter->arena, source + start, length),
                          .certainty = certainty};
}

void evidence_add(struct letter *letter, enum field field, const struct passage *passage,
                  size_t first, size_t end, int certainty)
{
    if (first >= end || end > passage->tokens.count)
        return;
    const struct token *last = &passage->tokens.items[end - 1];
    size_t start = passage->tokens.items[first].start;
    evidence_add_bytes(letter, field, passage->place, start,
                       last->start + last->length - start, certainty);
}

void evidence_drop(struct letter *letter, enum field field)
{
    size_t kept = 0;
    for (size_t i = 0; i < letter->evidence_count; i++)
        if (letter->evidence[i].field != field)
            letter->evidence[kept++] = letter->evidence[i];
    letter->evidence_count = kept;
}

void evidence_add_header(struct letter *letter, enum field field, const char *name,
                         const char *value)
{
    *add(letter) =
        (struct evidence){.field = field,
                          .place = EVIDENCE_HEADER,
                          .words = arena_format(letter->arena, "%s: %.200s", name, value),
                          .certainty = 90};
}

static int compare(const void *a, const void *b)
{
    const struct evidence *x = a, *y = b;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (int)x->field - (int)y->field;
}

void evidence_finish(struct letter *letter, struct reading *out)
{
    if (letter->evidence_count > 1)
        qsort(letter->evidence, letter->evidence_count, sizeof *letter->evidence,
              compare);
    out->evidence = letter->evidence;
    out->evidence_count = letter->evidence_count;
}
