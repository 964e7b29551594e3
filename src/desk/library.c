#include "touchbase/desk/library.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/store/tags.h"

enum { CHOSEN_FROM = 500 };

bool desk_items(struct desk *desk, bool retired, int64_t after, size_t limit,
                struct arena *arena, struct item **items, size_t *count,
                struct error *err)
{
    return items_window(desk->store, retired, after, limit, arena, items, count, err);
}

bool desk_item_get(struct desk *desk, int64_t id, struct arena *arena, struct item *out,
                   struct error *err)
{
    struct item *found = NULL;

    if (!item_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND, "this item is not on the desk any more");
    *out = *found;
    return true;
}

bool desk_item_add(struct desk *desk, const struct item *item, int64_t *id,
                   struct error *err)
{
    struct arena *arena = arena_create();
    struct item record = *item;
    bool done;

    record.uuid = NULL;
    record.retired = false;
    record.created_utc = desk_now(desk);
    done = desk_step_begin(desk, err, "item %s", record.title) &&
           desk_step_end(desk, item_insert(desk->store, arena, &record, err), err);
    *id = record.id;
    arena_destroy(arena);
    return done;
}

static bool change(struct desk *desk, const struct item *item, const char *verb,
                   struct error *err)
{
    return desk_step_begin(desk, err, "%s of item %s", verb, item->title) &&
           desk_step_end(desk, item_update(desk->store, item, err), err);
}

bool desk_item_change(struct desk *desk, const struct item *item, struct error *err)
{
    struct arena *arena = arena_create();
    struct item stored = {0}, record = *item;
    bool done = desk_item_get(desk, item->id, arena, &stored, err);

    if (done) {
        record.uuid = stored.uuid;
        record.retired = stored.retired;
        record.created_utc = stored.created_utc;
        done = change(desk, &record, "change", err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_item_retire(struct desk *desk, int64_t id, bool retired, struct error *err)
{
    struct arena *arena = arena_create();
    struct item item;
    bool done = desk_item_get(desk, id, arena, &item, err);

    if (done) {
        item.retired = retired;
        done = change(desk, &item, retired ? "retirement" : "return", err);
    }
    arena_destroy(arena);
    return done;
}

/* What they have not had, and the tags that say what is made for them. */
static bool read_choice(struct desk *desk, int64_t contact_id, struct arena *arena,
                        struct item **items, size_t *count, const char ***tags,
                        size_t *tag_count, struct error *err)
{
    return items_not_given(desk->store, contact_id, desk_today(desk), CHOSEN_FROM, arena,
                           items, count, err) &&
           tags_of(desk->store, contact_id, arena, tags, tag_count, err);
}

bool desk_item_next(struct desk *desk, int64_t contact_id, enum channel channel,
                    struct arena *arena, struct item *out, bool *found, struct error *err)
{
    const struct item *chosen;
    struct item *items;
    const char **tags;
    size_t count, tag_count;

    if (!read_choice(desk, contact_id, arena, &items, &count, &tags, &tag_count, err))
        return false;
    chosen = item_choose(items, count, channel, desk_today(desk), tags, tag_count);
    *found = chosen != NULL;
    if (*found)
        *out = *chosen;
    return true;
}

/* The one of that title, else the one whose title has the words; NULL and err. */
static const struct item *choose_named(const struct item *items, size_t count,
                                       const char *words, struct error *err)
{
    const struct item *found = NULL, *second = NULL;

    for (size_t i = 0; i < count; i++) {
        if (text_same_folded(items[i].title, words))
            return &items[i];
        if (!text_mentions(items[i].title, words))
            continue;
        second = found;
        found = &items[i];
    }
    if (second != NULL)
        error_set(err, ERROR_AMBIGUOUS, "several items begin so: %s; %s; give more words",
                  second->title, found->title);
    else if (found == NULL)
        error_set(err, ERROR_NOT_FOUND,
                  "the library has no item \"%s\" that they have not had", words);
    return second == NULL ? found : NULL;
}

static bool find_named(struct desk *desk, const struct touch *touch, const char *words,
                       struct arena *arena, struct item *out, struct error *err)
{
    const struct item *found;
    struct item *items;
    const char **tags;
    size_t count, tag_count;

    if (!read_choice(desk, touch->contact_id, arena, &items, &count, &tags, &tag_count,
                     err))
        return false;
    found = choose_named(items, count, words, err);
    if (found != NULL)
        *out = *found;
    return found != NULL;
}

bool desk_item_bring(struct desk *desk, struct touch *touch, struct arena *arena,
                     struct error *err)
{
    const char *words = touch->purpose;
    struct item item;
    bool found = true;

    if (words == NULL || *words != '+')
        return true;
    words += 1 + strspn(words + 1, " ");
    if (*words != '\0' ? !find_named(desk, touch, words, arena, &item, err)
                       : !desk_item_next(desk, touch->contact_id, touch->channel, arena,
                                         &item, &found, err))
        return false;
    if (!found)
        return error_set(err, ERROR_NOT_FOUND,
                         "the library has nothing for them that they have not had");
    touch->item_id = item.id;
    touch->purpose = item.title;
    return true;
}

bool desk_item_leave(struct desk *desk, struct touch *touch, int64_t contact_id,
                     struct arena *arena, struct error *err)
{
    struct item item = {0};
    bool had = false;
    int64_t id;

    if (!gift_of_touch(desk->store, touch->id, &id, err) ||
        (id != 0 && !gift_was_had(desk->store, contact_id, id, &had, err)))
        return false;
    if (!had)
        return true;
    if (!desk_item_get(desk, id, arena, &item, err))
        return false;
    if (touch->purpose != NULL && strcmp(touch->purpose, item.title) == 0)
        touch->purpose = NULL;
    return true;
}

bool desk_item_gifts(struct desk *desk, int64_t item_id, size_t limit,
                     struct arena *arena, struct gift **gifts, size_t *count,
                     struct error *err)
{
    return gifts_of_item(desk->store, item_id, limit, arena, gifts, count, err);
}

bool desk_gifts(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct gift **gifts, size_t *count, struct error *err)
{
    return gifts_of(desk->store, contact_id, limit, arena, gifts, count, err);
}

void desk_item_json(struct json *json, const struct item *item)
{
    json_string(json, "id", item->uuid);
    json_string(json, "title", item->title);
    json_string(json, "link", item->link);
    json_string(json, "topic", item->topic);
    json_string(json, "channel",
                item->channel == ITEM_ANY_CHANNEL
                    ? NULL
                    : channel_name((enum channel)item->channel));
    json_string(json, "tags", item->tags);
    json_string(json, "gain", item->gain == GAIN_NONE ? NULL : gain_name(item->gain));
    json_day(json, "last_day", item->last_day);
    json_number(json, "given", item->given);
}
