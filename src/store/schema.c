#include "schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "rows.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/embedded.h"

/* Of each version from SCHEMA_FIRST on; tests/unit/store/migrate_test.c says what a new
 * one must be. */
static const uint64_t known_fingerprints[] = {
    UINT64_C(0xFACA80C1033238DC), UINT64_C(0x0974467041729A03),
    UINT64_C(0xEAC6805A35FC5F66), UINT64_C(0x8E93DA0EA91EA980),
    UINT64_C(0xDAF3458D1B9D4C9E), UINT64_C(0x2977235BEB4F49A8),
    UINT64_C(0x25F83298952426D3), UINT64_C(0x0F8C114F3AFFB60B),
    UINT64_C(0x026BAD24F03DE748), UINT64_C(0x35008146A6756475),
    UINT64_C(0xEBC44481B04EF7A4), UINT64_C(0x6A86A22E34700A6C),
    UINT64_C(0xD55A611C0A66FDDA), UINT64_C(0x36CA695ED0A205B5),
    UINT64_C(0xBA299093EF18FCB0), UINT64_C(0x89A714FA9EB03CF8),
    UINT64_C(0x5723109A55D7D475), UINT64_C(0x8F0C168763D4CCB0),
    UINT64_C(0x48C641817A8BBAEA), UINT64_C(0x9FDCE9864B72A2CF),
    UINT64_C(0x66443D5937639A61), UINT64_C(0xCBF9FC7F84634AAB),
    UINT64_C(0xB43EC12B64DEC5FD),
};

static_assert(sizeof known_fingerprints / sizeof *known_fingerprints ==
                  SCHEMA_VERSION - SCHEMA_FIRST + 1,
              "one for each version");

/* The document without its lines of comment, which would be kept in the file and parsed
 * at each start. */
static void add_statements(struct buffer *out, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        size_t blanks = strspn(text, " ");
        if (strncmp(text + blanks, "--", 2) != 0)
            buffer_add(out, text, length + (text[length] == '\n'));
        text += length + (text[length] == '\n');
    }
}

/* The document that leads to a version: "schema/0002_...". */
static const struct embedded_file *find_document(int version)
{
    char start[32];

    snprintf(start, sizeof start, "schema/%04d_", version - SCHEMA_FIRST + 1);
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++) {
        if (strncmp(file->name, start, strlen(start)) == 0)
            return file;
    }
    return NULL;
}

static bool run_text(sqlite3 *db, const char *path, const char *sql, const char *words,
                     struct error *err)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    return error_set(err, ERROR_FAILED, "%s: the desk cannot be %s: %s", path, words,
                     sqlite3_errmsg(db));
}

static bool add_document(struct buffer *out, int version, struct error *err)
{
    const struct embedded_file *file = find_document(version);

    if (file == NULL)
        return error_set(err, ERROR_FAILED,
                         "this touchbase was built without its schema");
    add_statements(out, file->text);
    return true;
}

bool schema_make(sqlite3 *db, const char *path, int version, struct error *err)
{
    struct buffer sql = {0};
    bool good = true;

    buffer_add_string(&sql, "BEGIN IMMEDIATE;\n");
    for (int i = SCHEMA_FIRST; good && i <= version; i++)
        good = add_document(&sql, i, err);
    buffer_add_string(&sql, "COMMIT;\n");
    good = good && run_text(db, path, buffer_string(&sql), "made", err);
    buffer_free(&sql);
    return good;
}

bool schema_advance(sqlite3 *db, const char *path, int version, struct error *err)
{
    struct buffer sql = {0};
    bool good = add_document(&sql, version, err) &&
                run_text(db, path, buffer_string(&sql), "brought up to date", err);

    buffer_free(&sql);
    return good;
}

bool schema_fingerprint(struct store *store, uint64_t *fingerprint, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SCHEMA, err);
    bool failed = false;
    *fingerprint = 0;
    while (statement_next(store, s, &failed, err)) {
        const void *name = sqlite3_column_text(s, 0);
        const void *text = sqlite3_column_text(s, 1);
        int64_t sum = image_checksum(name, (size_t)sqlite3_column_bytes(s, 0), text,
                                     (size_t)sqlite3_column_bytes(s, 1));
        *fingerprint = (*fingerprint ^ (uint64_t)sum) * 0x100000001B3u;
    }
    return !failed;
}

bool schema_is_known(int version, uint64_t fingerprint)
{
    return version >= SCHEMA_FIRST && version <= SCHEMA_VERSION &&
           known_fingerprints[version - SCHEMA_FIRST] == fingerprint;
}
