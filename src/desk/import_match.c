#include "import_match.h"

#include <string.h>
#include <strings.h>

#include "touchbase/base/text.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/contacts.h"

enum { CANDIDATES = 50, PHONE_KEY = 9, PHONE_LEAST = 7 };

struct search {
    struct store *store;
    const struct contact *record;
    struct arena *arena;
    struct error *err;
};

/* Is a contact found by something shared the person of the record? */
typedef bool (*agrees_fn)(const struct contact *stored, const struct contact *record);

static bool same_text(const char *a, const char *b)
{
    return text_same_folded(a != NULL ? a : "", b != NULL ? b : "");
}

/* Folded, without the blank that some put between a family's and a given name in Chinese,
 * Japanese or Korean. */
static char *name_key(struct arena *arena, const char *name)
{
    char *key = text_fold(arena, name);
    const char *at = key, *end = key + strlen(key);
    bool cjk = false;
    char *out = key;

    while (at < end) {
        const char *start = at;
        uint32_t code = text_next(&at, end);
        const char *next = at;

        if (code == ' ' && cjk && next < end && text_is_cjk(text_next(&next, end)))
            continue;
        cjk = text_is_cjk(code);
        memmove(out, start, (size_t)(at - start));
        out += at - start;
    }
    *out = '\0';
    return key;
}

static bool same_name(const struct contact *stored, const struct contact *record)
{
    struct arena *arena = arena_create();
    bool same = strcmp(name_key(arena, stored->name), name_key(arena, record->name)) == 0;

    arena_destroy(arena);
    return same;
}

/* Without a mail or a number a name is little: the company must agree, and a city that
 * both have. */
static bool same_position(const struct contact *stored, const struct contact *record)
{
    bool cities = stored->city == NULL || record->city == NULL ||
                  same_text(stored->city, record->city);

    return same_text(stored->company, record->company) && cities;
}

/* The first candidate that agrees, or NULL; *other, unless NULL, gets one that does not.
 */
static bool find_by(const struct search *search, enum contact_find by, const char *text,
                    agrees_fn agrees, const struct contact **found,
                    const struct contact **other)
{
    int64_t *ids;
    size_t count;
    struct contact *stored;

    *found = NULL;
    if (!contacts_find(search->store, by, text, CANDIDATES, search->arena, &ids, &count,
                       search->err))
        return false;
    for (size_t i = 0; i < count && *found == NULL; i++) {
        if (!contact_by_id(search->store, ids[i], search->arena, &stored, search->err))
            return false;
        if (stored == NULL)
            continue;
        if (agrees(stored, search->record))
            *found = stored;
        else if (other != NULL)
            *other = stored;
    }
    return true;
}

static bool same_uid(const struct contact *stored, const struct contact *record)
{
    return (stored->uid != NULL && strcmp(stored->uid, record->uid) == 0) ||
           strcmp(stored->uuid, record->uid) == 0;
}

static bool find_uid(const struct search *search, const struct contact **found)
{
    const char *uid = search->record->uid;

    *found = NULL;
    if (uid == NULL)
        return true;
    if (!find_by(search, FIND_UID, uid, same_uid, found, NULL))
        return false;
    if (*found != NULL || !uuid_valid(uid))
        return true;
    return find_by(search, FIND_UUID, uid, same_uid, found, NULL);
}

static bool find_mail(const struct search *search, struct import_match *out)
{
    const struct contact *record = search->record;

    for (size_t i = 0; i < record->point_count; i++) {
        const struct contact *other = NULL;
        const char *mail = record->points[i].value;

        if (record->points[i].kind != POINT_MAIL)
            continue;
        if (!find_by(search, FIND_MAIL, mail, same_name, &out->contact, &other))
            return false;
        if (out->contact != NULL)
            return true;
        if (other != NULL && out->namesake == NULL) {
            out->namesake = other->name;
            out->mail = mail;
        }
    }
    return true;
}

static bool is_long_number(struct arena *arena, const struct point *point)
{
    const char *digits;

    if (point->kind != POINT_PHONE)
        return false;
    digits = text_phone_digits(arena, point->value);
    return strlen(digits + (*digits == '+')) >= PHONE_LEAST;
}

static bool find_bare(const struct search *search, const struct contact **found)
{
    const struct contact *record = search->record;
    bool numbers = false;

    *found = NULL;
    for (size_t i = 0; i < record->point_count && *found == NULL; i++) {
        if (!is_long_number(search->arena, &record->points[i]))
            continue;
        numbers = true;
        if (!find_by(search, FIND_PHONE, record->points[i].value, same_name, found, NULL))
            return false;
    }
    if (numbers)
        return true;
    return find_by(search, FIND_NAME, record->name, same_position, found, NULL);
}

bool import_match(struct store *store, const struct contact *record, struct arena *arena,
                  struct import_match *out, struct error *err)
{
    struct search search = {store, record, arena, err};

    *out = (struct import_match){0};
    if (!find_uid(&search, &out->contact))
        return false;
    if (out->contact != NULL)
        return true;
    if (record->uid == NULL && contact_first(record, POINT_MAIL) == NULL)
        return find_bare(&search, &out->contact);
    if (!find_mail(&search, out))
        return false;
    if (out->contact != NULL)
        out->namesake = NULL;
    return true;
}

static const char *number_key(struct arena *arena, const char *number)
{
    const char *digits = text_phone_digits(arena, number);

    return digits + (*digits == '+');
}

static bool same_number(struct arena *arena, const char *a, const char *b)
{
    const char *left = number_key(arena, a), *right = number_key(arena, b);
    size_t length_left = strlen(left), length_right = strlen(right);
    size_t length = length_left < length_right ? length_left : length_right;

    if (length < PHONE_LEAST)
        return strcmp(left, right) == 0 && (length > 0 || strcmp(a, b) == 0);
    if (length > PHONE_KEY)
        length = PHONE_KEY;
    return strcmp(left + length_left - length, right + length_right - length) == 0;
}

bool import_same_point(struct arena *arena, const struct point *a, const struct point *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case POINT_MAIL:
        return strcasecmp(a->value, b->value) == 0;
    case POINT_PHONE:
        return same_number(arena, a->value, b->value);
    case POINT_ADDRESS:
        return text_same_folded(a->value, b->value);
    case POINT_LINK:
    case POINT_COUNT:
        break;
    }
    return strcmp(a->value, b->value) == 0;
}
