#include "touchbase/desk/tags.h"

#include "desk_private.h"
#include "touchbase/model/tag.h"
#include "touchbase/store/tags.h"

static bool change_one(struct desk *desk, int64_t id, const struct tag_change *changes,
                       size_t count, bool *changed, struct error *err)
{
    *changed = false;
    for (size_t i = 0; i < count; i++) {
        bool differs;

        if (!(changes[i].remove
                  ? tag_take(desk->store, id, changes[i].name, &differs, err)
                  : tag_put(desk->store, id, changes[i].name, &differs, err)))
            return false;
        *changed = *changed || differs;
    }
    return true;
}

static bool change_all(struct desk *desk, const int64_t *ids, size_t count,
                       const struct tag_change *changes, size_t change_count,
                       size_t *changed, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        bool differs;

        if (!change_one(desk, ids[i], changes, change_count, &differs, err))
            return false;
        *changed += differs ? 1 : 0;
    }
    return true;
}

/* "tags of Ana Ruiz: wine -old", "tags of 12 people: wine". */
static bool begin(struct desk *desk, const int64_t *ids, size_t count, const char *words,
                  struct arena *arena, struct error *err)
{
    struct contact contact;

    if (count > 1)
        return desk_step_begin(desk, err, "tags of %zu people: %s", count, words);
    return desk_load_contact(desk, ids[0], arena, &contact, err) &&
           desk_step_begin(desk, err, "tags of %s: %s", contact.name, words);
}

bool desk_tag_new(struct desk *desk, int64_t id, const char *words, struct arena *arena,
                  struct error *err)
{
    struct tag_change *changes;
    size_t count;
    bool changed;

    return tag_read_changes(arena, words, &changes, &count, err) &&
           change_one(desk, id, changes, count, &changed, err);
}

bool desk_tag(struct desk *desk, const int64_t *ids, size_t count, const char *words,
              size_t *changed, struct error *err)
{
    struct arena *arena = arena_create();
    struct tag_change *changes;
    size_t change_count, differing = 0;
    bool done = tag_read_changes(arena, words, &changes, &change_count, err);

    if (done && count > 0 && change_count > 0)
        done = begin(desk, ids, count, words, arena, err) &&
               desk_step_end(
                   desk,
                   change_all(desk, ids, count, changes, change_count, &differing, err),
                   err);
    if (changed != NULL)
        *changed = differing;
    arena_destroy(arena);
    return done;
}

bool desk_tags_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                  const char ***names, size_t *count, struct error *err)
{
    return tags_of(desk->store, contact_id, arena, names, count, err);
}

bool desk_tags_known(struct desk *desk, const char *prefix, size_t limit,
                     struct arena *arena, const char ***names, size_t *count,
                     struct error *err)
{
    return tags_known(desk->store, prefix, limit, arena, names, count, err);
}
