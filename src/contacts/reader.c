#include "touchbase/contacts/reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "csv_reader.h"
#include "source.h"
#include "vcard_reader.h"
#include "zone_names.h"

struct contacts_reader {
    struct source source;
    struct zone_names zones;
    enum contacts_format format;
    struct vcard_reader vcard;
    struct csv_reader csv;
    enum contacts_result last; /* CONTACTS_END and CONTACTS_FAILED stay */
    struct error failure;      /* with CONTACTS_FAILED */
};

bool contacts_format_from_name(const char *name, enum contacts_format *format)
{
    bool vcard = strcasecmp(name, "vcf") == 0 || strcasecmp(name, "vcard") == 0;
    bool csv = strcasecmp(name, "csv") == 0 || strcasecmp(name, "tsv") == 0;
    if (vcard || csv) {
        *format = vcard ? CONTACTS_VCARD : CONTACTS_CSV;
    }
    return vcard || csv;
}

/* A file that begins as a card is one, whatever it is called. */
static enum contacts_format detect(struct source *source, const char *path)
{
    const char *text = source_text(source);
    size_t have = source->end - source->start;
    size_t blank = 0;
    while (blank < have && strchr(" \t\r\n", text[blank]) != NULL) {
        blank++;
    }
    if (have - blank >= 11 && strncasecmp(text + blank, "BEGIN:VCARD", 11) == 0) {
        return CONTACTS_VCARD;
    }
    const char *dot = strrchr(path, '.');
    enum contacts_format format = CONTACTS_CSV;
    if (dot != NULL) {
        (void)contacts_format_from_name(dot + 1, &format);
    }
    return format;
}

static bool open_format(struct contacts_reader *reader, const char *path,
                        struct error *err)
{
    reader->vcard = (struct vcard_reader){.lines = {.source = &reader->source},
                                          .zones = &reader->zones};
    if (reader->format == CONTACTS_VCARD) {
        return true;
    }
    return csv_reader_open(&reader->csv, &reader->source, &reader->zones, err) ||
           error_prefix(err, "%s", path);
}

struct contacts_reader *contacts_open(const char *path, enum contacts_format format,
                                      struct error *err)
{
    struct contacts_reader *reader = memory_alloc(sizeof *reader);
    *reader = (struct contacts_reader){.format = format, .last = CONTACTS_RECORD};
    if (!source_open(&reader->source, path, err)) {
        free(reader);
        return NULL;
    }
    if (format == CONTACTS_AUTO) {
        reader->format = detect(&reader->source, path);
    }
    if (!open_format(reader, path, err)) {
        contacts_close(reader);
        return NULL;
    }
    return reader;
}

void contacts_close(struct contacts_reader *reader)
{
    if (reader == NULL) {
        return;
    }
    card_lines_free(&reader->vcard.lines);
    csv_reader_close(&reader->csv);
    source_close(&reader->source);
    free(reader);
}

enum contacts_result contacts_next(struct contacts_reader *reader,
                                   struct arena *record_arena,
                                   struct contacts_record *out, struct error *err)
{
    *out = (struct contacts_record){
        .contact = {.away_until = DAY_NONE, .next_due = {DAY_NONE, MINUTE_NONE}}};
    if (reader->last == CONTACTS_FAILED) {
        *err = reader->failure;
    }
    if (reader->last == CONTACTS_FAILED || reader->last == CONTACTS_END) {
        return reader->last;
    }
    reader->last = reader->format == CONTACTS_VCARD
                       ? vcard_next(&reader->vcard, record_arena, out, err)
                       : csv_next(&reader->csv, record_arena, out, err);
    if (reader->last == CONTACTS_FAILED) {
        reader->failure = *err;
    }
    return reader->last;
}

enum contacts_format contacts_format(const struct contacts_reader *reader)
{
    return reader->format;
}

int64_t contacts_position(const struct contacts_reader *reader)
{
    return reader->source.position;
}

int64_t contacts_size(const struct contacts_reader *reader)
{
    return reader->source.size;
}

const char *const *contacts_unknown_columns(const struct contacts_reader *reader,
                                            size_t *count)
{
    *count = reader->csv.unknown_count;
    return reader->csv.unknown;
}
