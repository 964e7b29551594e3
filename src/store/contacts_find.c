#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "index_text.h"
#include "settle.h"
#include "touchbase/base/text.h"
#include "touchbase/store/contacts.h"

enum { PREFIX_LEAST = 6, DIGITS_LEAST = 7 };

struct ids {
    struct arena *arena;
    int64_t *items;
    size_t count;
    size_t capacity;
};

static void add_id(struct ids *ids, int64_t id)
{
    if (ids->count > 0 && ids->items[ids->count - 1] == id)
        return;
    ids->items = arena_grow(ids->arena, ids->items, ids->count, ids->count + 1,
                            sizeof *ids->items, &ids->capacity);
    ids->items[ids->count++] = id;
}

static bool find_text(struct store *store, enum statement statement, const char *text,
                      size_t limit, struct ids *ids, struct error *err)
{
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, statement, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, text);
    bind_number(s, 2, (int64_t)limit);
    while (statement_next(store, s, &failed, err))
        add_id(ids, column_number(s, 0));
    return !failed;
}

static bool find_point(struct store *store, enum point_kind kind, const char *text,
                       size_t limit, struct ids *ids, struct error *err)
{
    bool failed = false;
    const char *key = point_match_key(ids->arena, kind, text);
    if (key == NULL || *key == '\0' ||
        (kind == POINT_PHONE && strlen(key) < DIGITS_LEAST))
        return true;
    sqlite3_stmt *s = statement_get(store, STATEMENT_FIND_POINT, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, key);
    bind_number(s, 2, kind);
    while (ids->count < limit && statement_next(store, s, &failed, err)) {
        if (kind == POINT_MAIL ||
            point_same_phone(ids->arena, text, (const char *)sqlite3_column_text(s, 1)))
            add_id(ids, column_number(s, 0));
    }
    statement_end(s);
    return !failed;
}

/* The contacts who have the address with something behind a plus. */
static bool find_plus(struct store *store, const char *box, const char *domain,
                      size_t limit, struct ids *ids, struct error *err)
{
    bool failed = false;
    sqlite3_stmt *s = statement_get(store, STATEMENT_FIND_PLUS, err);
    if (s == NULL)
        return false;
    bind_text(s, 1, box);
    bind_number(s, 2, POINT_MAIL);
    bind_text(s, 3, domain);
    while (ids->count < limit && statement_next(store, s, &failed, err))
        add_id(ids, column_number(s, 0));
    statement_end(s);
    return !failed;
}

/* Those who share a mailbox at one domain. */
static bool find_at(struct store *store, const char *box, const char *domain,
                    size_t limit, struct ids *ids, struct error *err)
{
    const char *plain = arena_format(ids->arena, "%s%s", box, domain);
    return find_point(store, POINT_MAIL, plain, limit, ids, err) &&
           (ids->count > 0 || find_plus(store, box, domain, limit, ids, err));
}

static bool find_mailbox(struct store *store, const char *text, size_t limit,
                         struct ids *ids, struct error *err)
{
    static const char *const same[] = {"@gmail.com", "@googlemail.com"};
    const char *key = point_match_key(ids->arena, POINT_MAIL, text);
    const char *domain = key != NULL ? strrchr(key, '@') : NULL;
    size_t length = domain != NULL ? strcspn(key, "+@") : 0;
    if (!find_point(store, POINT_MAIL, text, limit, ids, err))
        return false;
    if (ids->count > 0 || length == 0)
        return true;
    const char *box = arena_copy(ids->arena, key, length);
    if (!find_at(store, box, domain, limit, ids, err))
        return false;
    for (int i = 0; i < 2 && ids->count == 0; i++) {
        if (strcmp(domain, same[i]) == 0 &&
            !find_at(store, box, same[1 - i], limit, ids, err))
            return false;
    }
    return true;
}

/* The beginning of a UUID in lower case, or NULL when it is too short or no such thing.
 */
static char *uuid_prefix(struct arena *arena, const char *text)
{
    char *prefix = arena_string(arena, text);
    if (strlen(text) < PREFIX_LEAST ||
        text[strspn(text, "0123456789abcdefABCDEF-")] != '\0')
        return NULL;
    for (char *at = prefix; *at != '\0'; at++)
        *at = (char)tolower((unsigned char)*at);
    return prefix;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static bool find_by(struct store *store, enum contact_find by, const char *text,
                    size_t limit, struct ids *ids, struct error *err)
{
    const char *words;
    switch (by) {
    case FIND_UUID:
        words = uuid_prefix(ids->arena, text);
        return words == NULL ||
               find_text(store, STATEMENT_FIND_UUID, words, limit, ids, err);
    case FIND_UID:
        return find_text(store, STATEMENT_FIND_UID, text, limit, ids, err);
    case FIND_MAIL:
        return find_point(store, POINT_MAIL, text, limit, ids, err);
    case FIND_MAILBOX:
        return find_mailbox(store, text, limit, ids, err);
    case FIND_PHONE:
        return find_point(store, POINT_PHONE, text, limit, ids, err);
    case FIND_NAME:
        return find_text(store, STATEMENT_FIND_NAME, text_fold(ids->arena, text), limit,
                         ids, err);
    default:
        words = index_query(ids->arena, text, true);
        return words == NULL ||
               (settle(store, err) &&
                find_text(store, STATEMENT_FIND_WORDS, words, limit, ids, err));
    }
}

bool contacts_find(struct store *store, enum contact_find by, const char *text,
                   size_t limit, struct arena *arena, int64_t **ids, size_t *count,
                   struct error *err)
{
    struct ids found = {.arena = arena};
    *ids = NULL;
    *count = 0;
    if (limit == 0)
        return true;
    if (!find_by(store, by, text, limit, &found, err))
        return false;
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, compare_ids);
    *ids = found.items;
    *count = found.count;
    return true;
}
