#include "demo_library.h"

#include <string.h>

#include "demo_text.h"
#include "desk_private.h"
#include "touchbase/desk/people.h"
#include "touchbase/model/link.h"
#include "touchbase/store/items.h"
#include "touchbase/store/links.h"
#include "touchbase/store/scripts.h"

static bool add_item(struct desk *desk, struct arena *arena, const char *line,
                     struct error *err)
{
    struct item item = {.created_utc = desk_now(desk)};

    return item_read(arena, line, &item, err) &&
           item_insert(desk->store, arena, &item, err);
}

static bool add_message(struct desk *desk, struct arena *arena, const char *line,
                        struct error *err)
{
    int channel = channel_from_name(demo_word(arena, &line));
    struct script script = {.channel = (enum channel)channel,
                            .text = demo_lines(arena, line),
                            .created_utc = desk_now(desk)};

    if (channel < 0)
        return error_set(err, ERROR_USAGE, "no channel");
    return script_insert(desk->store, arena, &script, err);
}

/* "Ana Ruiz: reference Lena Vogt" */
static bool add_link(struct desk *desk, struct arena *arena, const char *line,
                     struct error *err)
{
    const char *who = arena_copy(arena, line, strcspn(line, ":"));
    struct contact person, other, *found;
    struct tie_line tie;
    struct link link;
    size_t count;

    if (line[strlen(who)] == '\0')
        return error_set(err, ERROR_USAGE, "nobody to link");
    if (!tie_read(line + strlen(who) + 1, &tie, err) ||
        !desk_person_find(desk, who, arena, &person, &found, &count, err) ||
        !desk_person_find(desk, tie.who, arena, &other, &found, &count, err))
        return false;
    tie.tie.with.contact_id = other.id;
    link = tie_link(&tie.tie, person.id);
    link.created_utc = desk_now(desk);
    return link_insert(desk->store, arena, &link, err);
}

static bool add_line(struct desk *desk, struct arena *arena,
                     const struct ini_entry *entry, struct error *err)
{
    static const struct {
        const char *key;
        bool (*add)(struct desk *desk, struct arena *arena, const char *line,
                    struct error *err);
    } kinds[] = {{"item", add_item}, {"message", add_message}, {"link", add_link}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(entry->key, kinds[i].key) == 0)
            return kinds[i].add(desk, arena, entry->value, err);
    }
    return error_set(err, ERROR_USAGE, "no such line");
}

bool demo_library(struct desk *desk, struct arena *arena, const struct ini *ini,
                  struct error *err)
{
    struct error wrong;

    for (size_t i = 0; i < ini->count; i++) {
        if (!add_line(desk, arena, &ini->entries[i], &wrong))
            return ini_error(err, ini, &ini->entries[i], "%s", wrong.text);
    }
    return true;
}
