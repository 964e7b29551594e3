#include "schema.h"

#include <string.h>

#include "rows.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/embedded.h"

/* Of data/schema/0001_initial.sql; tests/unit/store/open_test.c says when it must follow
 * a change. */
#define KNOWN_FINGERPRINT UINT64_C(0xFACA80C1033238DC)

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

bool schema_make(sqlite3 *db, const char *path, struct error *err)
{
    const struct embedded_file *file = embedded_find("schema/0001_initial.sql");
    if (file == NULL)
        return error_set(err, ERROR_FAILED,
                         "this touchbase was built without its schema");
    struct buffer sql = {0};
    buffer_add_string(&sql, "BEGIN IMMEDIATE;\n");
    add_statements(&sql, file->text);
    buffer_add_string(&sql, "COMMIT;\n");
    int code = sqlite3_exec(db, buffer_string(&sql), NULL, NULL, NULL);
    buffer_free(&sql);
    if (code != SQLITE_OK)
        return error_set(err, ERROR_FAILED, "%s: the desk cannot be made: %s", path,
                         sqlite3_errmsg(db));
    return true;
}

bool schema_fingerprint(struct store *store, uint64_t *fingerprint, struct error *err)
{
    sqlite3_stmt *s = statement_get(store, STATEMENT_SCHEMA, err);
    bool row = s != NULL, good = row;
    *fingerprint = 0;
    while (good && row) {
        good = statement_row(store, s, &row, err);
        if (!good || !row)
            break;
        const void *name = sqlite3_column_text(s, 0);
        const void *text = sqlite3_column_text(s, 1);
        int64_t sum = image_checksum(name, (size_t)sqlite3_column_bytes(s, 0), text,
                                     (size_t)sqlite3_column_bytes(s, 1));
        *fingerprint = (*fingerprint ^ (uint64_t)sum) * 0x100000001B3u;
    }
    return good;
}

bool schema_is_known(uint64_t fingerprint)
{
    return fingerprint == KNOWN_FINGERPRINT;
}
