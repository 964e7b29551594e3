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
    UINT64_C(0x3A661F6C9BAAF5F0), UINT64_C(0xA525FCB2ED1B123B),
    UINT64_C(0xC4025E1D7B849542), UINT64_C(0xA93350CAEA83AC40),
    UINT64_C(0x46F833FA626FF1A2), UINT64_C(0x400E6F705512EEDA),
    UINT64_C(0xC22062714219D129), UINT64_C(0x7374B65CA24A7AC3),
    UINT64_C(0xCE16261C63D83574), UINT64_C(0xF7B25D484671103D),
    UINT64_C(0xF8FA2482E4AFF484), UINT64_C(0x41540475DB6907EE),
    UINT64_C(0x48FA6001C1759842), UINT64_C(0xE6997F03BD9A29A5),
    UINT64_C(0xCFF926875339A356), UINT64_C(0xC4731E6EB3132D38),
    UINT64_C(0x536850B2725627A7), UINT64_C(0xF3919D7BE4AF6498),
    UINT64_C(0x4CA76F25A461E370), UINT64_C(0x7E64F45BC6C5879D),
    UINT64_C(0x421FB9DC80F6EC6F), UINT64_C(0x3FB40BD30D9520EB),
    UINT64_C(0x90D385F485F2B1DB), UINT64_C(0xFA0DDB07AF895E13),
    UINT64_C(0x3395CAD6939445CA), UINT64_C(0x65AA9BD1F94FB3A1),
    UINT64_C(0x3C7CE65D3D130C95), UINT64_C(0x271DD3974634BE92),
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
        *fingerprint += (uint64_t)sum;
    }
    return !failed;
}

bool schema_is_known(int version, uint64_t fingerprint)
{
    return version >= SCHEMA_FIRST && version <= SCHEMA_VERSION &&
           known_fingerprints[version - SCHEMA_FIRST] == fingerprint;
}
