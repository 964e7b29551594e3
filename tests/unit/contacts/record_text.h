/* A whole file's records as text, one field a line, to be compared with what is expected.
 */
#ifndef TEST_RECORD_TEXT_H
#define TEST_RECORD_TEXT_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/contacts/reader.h"

static inline void add_field(struct buffer *out, const char *name, const char *value)
{
    if (value == NULL) {
        return;
    }
    buffer_add_format(out, "  %s: ", name);
    for (const char *c = value; *c != '\0'; c++) {
        if (*c == '\n') {
            buffer_add_string(out, "|");
        } else {
            buffer_add_char(out, *c);
        }
    }
    buffer_add_char(out, '\n');
}

static inline void add_record(struct buffer *out, const struct contacts_record *record)
{
    const struct contact *contact = &record->contact;
    buffer_add_format(out, "%ld %s\n", record->line, contact->name);
    add_field(out, "uid", contact->uid);
    add_field(out, "given", contact->given);
    add_field(out, "family", contact->family);
    add_field(out, "company", contact->company);
    add_field(out, "title", contact->title);
    add_field(out, "city", contact->city);
    add_field(out, "zone", contact->zone);
    for (size_t i = 0; i < contact->point_count; i++) {
        const struct point *point = &contact->points[i];
        char name[128];
        (void)snprintf(name, sizeof name, "%s (%s)", point_kind_name(point->kind),
                       point->label != NULL ? point->label : "-");
        add_field(out, name, point->value);
    }
    for (size_t i = 0; i < record->tie_count; i++) {
        const struct tie *tie = &record->ties[i];
        add_field(out, tie_words(tie),
                  tie->with.uuid != NULL ? tie->with.uuid : tie->with.name);
    }
    add_field(out, "notes", record->notes);
    add_field(out, "card", contact->card);
    add_field(out, "remark", record->remark);
}

/* Everything contacts_next gives, up to its end. */
static inline void add_records(struct buffer *out, struct contacts_reader *reader)
{
    struct arena *arena = arena_create();
    struct contacts_record record;
    struct error err;
    enum contacts_result result;
    do {
        arena_reset(arena);
        result = contacts_next(reader, arena, &record, &err);
        if (result == CONTACTS_RECORD) {
            add_record(out, &record);
        } else if (result == CONTACTS_BAD) {
            buffer_add_format(out, "%ld BAD %s\n", record.line, err.text);
        } else if (result == CONTACTS_FAILED) {
            buffer_add_format(out, "FAILED %s\n", err.text);
        }
    } while (result == CONTACTS_RECORD || result == CONTACTS_BAD);
    size_t count;
    const char *const *unknown = contacts_unknown_columns(reader, &count);
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(out, "left out: %s\n", unknown[i]);
    }
    arena_destroy(arena);
}

static inline void add_file(struct buffer *out, const char *path,
                            enum contacts_format format)
{
    struct error err;
    struct contacts_reader *reader = contacts_open(path, format, &err);
    if (reader == NULL) {
        buffer_add_format(out, "CANNOT OPEN %s\n", err.text);
        return;
    }
    add_records(out, reader);
    contacts_close(reader);
}

/* A temporary file of these bytes; its path goes into path, at least 32 bytes. The caller
 * unlinks it. */
static inline void write_temporary(char *path, const void *bytes, size_t length)
{
    (void)snprintf(path, 32, "/tmp/touchbase-contacts-XXXXXX");
    int descriptor = mkstemp(path);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
        abort();
    }
}

/* The records of these bytes; the caller frees the buffer. */
static inline struct buffer records_of(const void *bytes, size_t length,
                                       enum contacts_format format)
{
    char path[32];
    struct buffer out = {0};
    write_temporary(path, bytes, length);
    add_file(&out, path, format);
    (void)unlink(path);
    return out;
}

#endif
