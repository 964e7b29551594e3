#include "touchbase/store/settings.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "connection.h"

bool setting_get(struct store *store, const char *name, struct arena *arena,
                 const char **value, struct error *err)
{
    bool row;
    sqlite3_stmt *s = statement_get(store, STATEMENT_SETTING_GET, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, name);
    if (!statement_row(store, s, &row, err))
        return false;
    *value = row ? column_text(s, 0, arena) : NULL;
    statement_end(s);
    return true;
}

static bool write_setting(struct store *store, const char *name, const char *value,
                          struct error *err)
{
    sqlite3_stmt *s = statement_get(
        store, value != NULL ? STATEMENT_SETTING_SET : STATEMENT_SETTING_DELETE, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, name);
    if (value != NULL)
        bind_text(s, 2, value);
    store->kinds |= 1u << RECORD_SETTING;
    return statement_run(store, s, err);
}

bool setting_set(struct store *store, const char *name, const char *value,
                 struct error *err)
{
    const char *stored;
    bool own;
    struct arena *arena = arena_create();
    bool good = setting_get(store, name, arena, &stored, err);
    bool same = good && (stored == NULL || value == NULL ? stored == value
                                                         : strcmp(stored, value) == 0);
    arena_destroy(arena);
    if (!good || same)
        return good;
    if (!transaction_join(store, &own, err))
        return false;
    return transaction_leave(store, own, write_setting(store, name, value, err), err);
}

/* Read and written in one transaction, so that two windows cannot both find it low. */
static bool raise_setting(struct store *store, const char *name, int64_t value,
                          int64_t most, bool *raised, struct error *err)
{
    struct arena *arena = arena_create();
    const char *stored;
    char text[24];
    bool good = setting_get(store, name, arena, &stored, err);

    if (good && stored != NULL) {
        int64_t number = strtoll(stored, NULL, 10);

        *raised = number < value || number > most;
    }
    arena_destroy(arena);
    if (!good || !*raised)
        return good;
    snprintf(text, sizeof text, "%" PRId64, value);
    return write_setting(store, name, text, err);
}

bool setting_raise(struct store *store, const char *name, int64_t value, int64_t most,
                   bool *raised, struct error *err)
{
    bool own;

    *raised = true;
    if (!store_writable(store, err) || !transaction_join(store, &own, err))
        return *raised = false;
    if (transaction_leave(store, own,
                          raise_setting(store, name, value, most, raised, err), err))
        return true;
    return *raised = false;
}
