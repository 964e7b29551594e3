/* Contacts from a file, one record at a time: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC
 * 6350), and CSV (RFC 4180 with a header row). Knows no store. Memory stays flat whatever
 * the file's size: a line or a record over a fixed limit is that record's error and the
 * rest goes on. */
#ifndef TOUCHBASE_CONTACTS_READER_H
#define TOUCHBASE_CONTACTS_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/model/contact.h"
#include "touchbase/model/link.h"

enum contacts_format {
    CONTACTS_AUTO, /* by the content where it is plain, else by the file's ending */
    CONTACTS_VCARD,
    CONTACTS_CSV
};

/* "vcf", "vcard", "csv" in any case (for --format). False for another word. */
bool contacts_format_from_name(const char *name, enum contacts_format *format);

struct contacts_record {
    /* uid (without "urn:uuid:"), name (never NULL), given, family, company, title, city,
     * zone (an IANA name that exists), points (by kind, then in order of preference),
     * card (lines we have no field for: unfolded, UTF-8, LF, at most 512 KiB). id, uuid,
     * created_utc and changed_utc are not set; the stage is rest. */
    struct contact contact;
    const char *notes; /* LF between lines, or NULL */
    struct tie *ties;  /* whom the card names beside its person: kind, of, and either
                          with.uuid, a UID without "urn:uuid:", or with.name, a name or a
                          mail; the lines are in contact.card, too */
    size_t tie_count;
    const char
        *remark; /* what of the record was left out and why ("the photo, ..."), or NULL */
    long line;   /* the record's first line, from 1; set with CONTACTS_BAD too */
};

enum contacts_result {
    CONTACTS_RECORD, /* out is filled */
    CONTACTS_BAD,    /* this record could not be taken: err says why, out->line where; the
                        rest goes on */
    CONTACTS_END,
    CONTACTS_FAILED /* the file can be read no further: err */
};

struct contacts_reader;

/* Opens path ("-": standard input) and reads as far as the format and, of a CSV, the
 * header row. NULL and err: no such file, a folder, an empty file, UTF-16, binary
 * content, a CSV without a header row we know. */
struct contacts_reader *contacts_open(const char *path, enum contacts_format format,
                                      struct error *err);
void contacts_close(struct contacts_reader *reader); /* NULL is allowed */

/* The next record; its strings are in record_arena, which the caller may reset between
 * two calls. After CONTACTS_END or CONTACTS_FAILED the same again. err's text is without
 * path and line. */
enum contacts_result contacts_next(struct contacts_reader *reader,
                                   struct arena *record_arena,
                                   struct contacts_record *out, struct error *err);

/* What it turned out to be: CONTACTS_VCARD or CONTACTS_CSV. */
enum contacts_format contacts_format(const struct contacts_reader *reader);
/* Progress in bytes: how far, and of how many; size 0 when not known (a pipe). */
int64_t contacts_position(const struct contacts_reader *reader);
int64_t contacts_size(const struct contacts_reader *reader);
/* The columns of a CSV that are left out, as its header row names them; none for vCards.
 * Valid until contacts_close, complete from contacts_open on. */
const char *const *contacts_unknown_columns(const struct contacts_reader *reader,
                                            size_t *count);

#endif
