#include "vcard_reader.h"

#include <string.h>

#include "property.h"
#include "vcard_related.h"

enum {
    CARD_LIMIT = 4 << 20
}; /* bytes of one card, but for what is too long and left out */

/* A card while it is read. */
struct reading_card {
    struct arena *arena;
    struct property *properties;
    size_t count;
    size_t capacity;
    size_t bytes;
    int depth;          /* cards within this one: AGENT of vCard 2.1 */
    const char *remark; /* what was left out */
    const char *wrong;  /* why the card cannot be taken, NULL while it can */
};

static bool is_media(const char *name)
{
    static const char *const media[] = {"PHOTO", "LOGO", "SOUND", "KEY"};
    for (size_t i = 0; i < sizeof media / sizeof *media; i++) {
        if (strcmp(name, media[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* A line over the limit: a picture is left out, anything else spoils the card. */
static void add_cut_line(struct reading_card *card, const struct card_lines *lines)
{
    struct property head;
    if (property_parse(card->arena, lines->text.data, lines->text.length, &head) &&
        is_media(head.name)) {
        card->remark =
            arena_format(card->arena, "line %ld, a %s of more than %d KiB, left out",
                         lines->line, head.name, SOURCE_LIMIT / 1024);
    } else {
        card->wrong = arena_format(card->arena, "line %ld is longer than %d KiB",
                                   lines->line, SOURCE_LIMIT / 1024);
    }
}

static void add_line(struct reading_card *card, const struct card_lines *lines)
{
    card->bytes += lines->text.length;
    if (card->wrong == NULL && card->bytes > CARD_LIMIT) {
        card->wrong =
            arena_format(card->arena, "the card is larger than %d MiB", CARD_LIMIT >> 20);
    }
    if (card->wrong != NULL || card->depth > 0 || lines->text.length == 0) {
        return;
    }
    card->properties =
        arena_grow(card->arena, card->properties, card->count, card->count + 1,
                   sizeof *card->properties, &card->capacity);
    if (property_parse(card->arena, lines->text.data, lines->text.length,
                       &card->properties[card->count])) {
        card->count++;
    } else {
        card->remark = arena_format(
            card->arena, "line %ld, which is no vCard property, left out", lines->line);
    }
}

/* "AGENT:" alone, then a whole card in the place of its value (vCard 2.1 section 2.4.3).
 */
static bool begins_agent(const struct reading_card *card)
{
    const struct property *last =
        card->count > 0 ? &card->properties[card->count - 1] : NULL;
    return card->depth > 0 ||
           (last != NULL && strcmp(last->name, "AGENT") == 0 && last->value[0] == '\0');
}

enum card_step { CARD_GOES_ON, CARD_ENDS, CARD_LACKS_END, CARD_READ_ERROR };

static enum card_step read_step(struct vcard_reader *reader, struct reading_card *card,
                                struct error *err)
{
    enum source_result result = card_lines_next(&reader->lines, err);
    if (result != SOURCE_LINE) {
        return result == SOURCE_END ? CARD_LACKS_END : CARD_READ_ERROR;
    }
    if (reader->lines.cut) {
        add_cut_line(card, &reader->lines);
    } else if (card_lines_is(&reader->lines, "BEGIN:VCARD")) {
        if (!begins_agent(card)) {
            reader->at_begin = true;
            return CARD_LACKS_END;
        }
        card->depth++;
    } else if (card_lines_is(&reader->lines, "END:VCARD")) {
        return card->depth-- > 0 ? CARD_GOES_ON : CARD_ENDS;
    } else {
        add_line(card, &reader->lines);
    }
    return CARD_GOES_ON;
}

static bool is_old(const struct reading_card *card)
{
    for (size_t i = 0; i < card->count; i++) {
        if (strcmp(card->properties[i].name, "VERSION") == 0) {
            return strncmp(card->properties[i].value, "2.", 2) == 0;
        }
    }
    return false;
}

static enum contacts_result deliver(struct vcard_reader *reader,
                                    struct reading_card *reading,
                                    struct contacts_record *out, struct error *err)
{
    if (reading->wrong != NULL) {
        (void)error_set(err, ERROR_FAILED, "%s", reading->wrong);
        return CONTACTS_BAD;
    }
    struct card card = {reading->properties, reading->count, is_old(reading)};
    out->remark = reading->remark;
    if (!vcard_fields(reading->arena, &card, reader->zones, out, err)) {
        return CONTACTS_BAD;
    }
    vcard_related(reading->arena, &card, out);
    return CONTACTS_RECORD;
}

static enum contacts_result read_card(struct vcard_reader *reader, struct arena *arena,
                                      struct contacts_record *out, struct error *err)
{
    struct reading_card card = {.arena = arena};
    enum card_step step = CARD_GOES_ON;
    reader->found = true;
    reader->at_begin = false;
    reader->in_rubbish = false;
    out->line = reader->lines.line;
    while (step == CARD_GOES_ON) {
        step = read_step(reader, &card, err);
    }
    switch (step) {
    case CARD_ENDS:
        return deliver(reader, &card, out, err);
    case CARD_LACKS_END:
        (void)error_set(err, ERROR_FAILED, "the card has no END:VCARD");
        return CONTACTS_BAD;
    default:
        return CONTACTS_FAILED;
    }
}

static bool is_nothing(const struct card_lines *lines)
{
    const char *text = buffer_string(&lines->text);
    return text[strspn(text, " \t")] == '\0' || card_lines_is(lines, "END:VCARD");
}

/* A line outside of cards: one word for a run of them. */
static enum contacts_result report_rubbish(struct vcard_reader *reader,
                                           struct contacts_record *out, struct error *err)
{
    reader->in_rubbish = true;
    reader->found = true;
    out->line = reader->lines.line;
    if (reader->lines.cut) {
        (void)error_set(err, ERROR_FAILED,
                        "a line of more than %d KiB outside of any card",
                        SOURCE_LIMIT / 1024);
    } else {
        (void)error_set(err, ERROR_FAILED,
                        "text outside of any card (no BEGIN:VCARD before it)");
    }
    return CONTACTS_BAD;
}

static enum contacts_result end_of_file(struct vcard_reader *reader, struct error *err)
{
    if (reader->found) {
        return CONTACTS_END;
    }
    (void)error_set(err, ERROR_FAILED, "there is no vCard in it");
    return CONTACTS_FAILED;
}

enum contacts_result vcard_next(struct vcard_reader *reader, struct arena *arena,
                                struct contacts_record *out, struct error *err)
{
    while (!reader->at_begin) {
        enum source_result result = card_lines_next(&reader->lines, err);
        if (result == SOURCE_FAILED) {
            return CONTACTS_FAILED;
        }
        if (result == SOURCE_END) {
            return end_of_file(reader, err);
        }
        reader->at_begin = card_lines_is(&reader->lines, "BEGIN:VCARD");
        if (!reader->at_begin && !is_nothing(&reader->lines) && !reader->in_rubbish) {
            return report_rubbish(reader, out, err);
        }
    }
    return read_card(reader, arena, out, err);
}
