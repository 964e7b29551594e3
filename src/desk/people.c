#include "touchbase/desk/people.h"

#include <string.h>

#include "desk_private.h"
#include "person_line.h"
#include "touchbase/store/contacts.h"

enum { FOUND_MAX = 20, ID_PREFIX_MIN = 6, PHONE_DIGITS_MIN = 7 };

bool desk_load_contact(struct desk *desk, int64_t id, struct arena *arena,
                       struct contact *out, struct error *err)
{
    struct contact *found = NULL;

    if (!contact_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND, "this person is not on the desk any more");
    *out = *found;
    return true;
}

bool desk_person_get(struct desk *desk, int64_t id, struct arena *arena,
                     struct contact *out, struct error *err)
{
    return desk_load_contact(desk, id, arena, out, err);
}

static bool is_id_prefix(const char *who)
{
    return strlen(who) >= ID_PREFIX_MIN &&
           who[strspn(who, "0123456789abcdefABCDEF-")] == '\0';
}

/* The ways to mean somebody, the surest first; the first that finds anyone decides. */
static bool find_ids(struct desk *desk, const char *who, struct arena *arena,
                     int64_t **ids, size_t *count, struct error *err)
{
    const struct {
        bool applies;
        enum contact_find by;
    } ways[] = {
        {is_id_prefix(who), FIND_UUID},
        {strchr(who, '@') != NULL, FIND_MAIL},
        {person_line_phone(who, PHONE_DIGITS_MIN), FIND_PHONE},
        {true, FIND_NAME},
        {true, FIND_WORDS},
    };

    *count = 0;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && *count == 0; i++) {
        if (ways[i].applies && !contacts_find(desk->store, ways[i].by, who, FOUND_MAX + 1,
                                              arena, ids, count, err))
            return false;
    }
    return true;
}

static bool load_all(struct desk *desk, const int64_t *ids, size_t count,
                     struct arena *arena, struct contact **out, struct error *err)
{
    *out = arena_array(arena, count, sizeof **out);
    for (size_t i = 0; i < count; i++) {
        if (!desk_load_contact(desk, ids[i], arena, &(*out)[i], err))
            return false;
    }
    return true;
}

bool desk_person_find(struct desk *desk, const char *who, struct arena *arena,
                      struct contact *out, struct contact **found, size_t *count,
                      struct error *err)
{
    int64_t *ids;
    size_t hits;
    bool more;

    if (found != NULL)
        *count = 0;
    if (!find_ids(desk, who, arena, &ids, &hits, err))
        return false;
    if (hits == 0)
        return error_set(err, ERROR_NOT_FOUND, "nobody on the desk is called \"%s\"",
                         who);
    if (hits == 1)
        return desk_load_contact(desk, ids[0], arena, out, err);
    more = hits > FOUND_MAX;
    hits = more ? FOUND_MAX : hits;
    if (found != NULL) {
        if (!load_all(desk, ids, hits, arena, found, err))
            return false;
        *count = hits;
    }
    return error_set(err, ERROR_AMBIGUOUS,
                     "\"%s\" could be %s%zu people; say more of the name", who,
                     more ? "more than " : "", hits);
}

bool desk_person_add(struct desk *desk, const struct contact *contact, int64_t *id,
                     struct error *err)
{
    return desk_person_add_tagged(desk, contact, "", id, err);
}

bool desk_person_add_tagged(struct desk *desk, const struct contact *contact,
                            const char *tags, int64_t *id, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact record = *contact;
    bool done;

    record.id = 0;
    record.uuid = NULL;
    record.created_utc = record.changed_utc = desk_now(desk);
    done = desk_step_begin(desk, err, "new contact %s", record.name);
    done = done && desk_step_end(desk,
                                 contact_insert(desk->store, arena, &record, err) &&
                                     desk_tag_new(desk, record.id, tags, arena, err),
                                 err);
    if (done)
        *id = record.id;
    arena_destroy(arena);
    return done;
}

bool desk_person_change(struct desk *desk, const struct contact *contact,
                        struct error *err)
{
    struct contact record = *contact;

    record.changed_utc = desk_now(desk);
    return desk_step_begin(desk, err, "change of %s", record.name) &&
           desk_step_end(desk, contact_update(desk->store, &record, NULL, err), err);
}

bool desk_person_edit(struct desk *desk, int64_t id, const char *line, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact old, record;
    bool done = desk_load_contact(desk, id, arena, &old, err) &&
                person_line_apply(arena, line, &old, &record, err) &&
                desk_person_change(desk, &record, err);

    arena_destroy(arena);
    return done;
}

bool desk_bring_into_play(struct desk *desk, int64_t contact_id, struct arena *arena,
                          struct error *err)
{
    struct contact contact;

    if (!desk_load_contact(desk, contact_id, arena, &contact, err))
        return false;
    if (contact.stage != STAGE_REST)
        return true;
    contact.stage = STAGE_LEAD;
    contact.changed_utc = desk_now(desk);
    return contact_update(desk->store, &contact, NULL, err);
}
