#include "import_links.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/links.h"

enum { KEPT_MAX = 100000, MEANT = 2 };

struct named_tie {
    int64_t contact_id;
    const char *name; /* of the contact */
    long line;        /* of the record */
    struct tie tie;
};

static const char *copy(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_string(arena, text);
}

void import_links_note(struct import_links *links, int64_t contact_id,
                       const struct contacts_record *record)
{
    for (size_t i = 0; i < record->tie_count && links->count < KEPT_MAX; i++) {
        struct named_tie *named;

        if (record->ties[i].kind == LINK_SUCCESSOR)
            continue; /* more follows from one than a card can say */
        links->ties = arena_grow(links->arena, links->ties, links->count,
                                 links->count + 1, sizeof *links->ties, &links->capacity);
        named = &links->ties[links->count++];
        *named = (struct named_tie){contact_id,
                                    arena_string(links->arena, record->contact.name),
                                    record->line, record->ties[i]};
        named->tie.with.uuid = copy(links->arena, named->tie.with.uuid);
        named->tie.with.name = copy(links->arena, named->tie.with.name);
    }
}

static bool find_by(struct desk *desk, enum contact_find by, const char *text,
                    struct arena *arena, int64_t *id, struct error *err)
{
    int64_t *ids;
    size_t count;

    if (!contacts_find(desk->store, by, text, MEANT, arena, &ids, &count, err))
        return false;
    *id = count == 1 ? ids[0] : 0;
    return true;
}

/* *id 0 when nobody, or more than one, is meant. */
static bool find_who(struct desk *desk, const struct linked *who, struct arena *arena,
                     int64_t *id, struct error *err)
{
    if (who->uuid == NULL)
        return find_by(desk, strchr(who->name, '@') != NULL ? FIND_MAIL : FIND_NAME,
                       who->name, arena, id, err);
    return find_by(desk, FIND_UID, who->uuid, arena, id, err) &&
           (*id != 0 || find_by(desk, FIND_UUID, who->uuid, arena, id, err));
}

static bool insert(struct desk *desk, const struct named_tie *named, struct arena *arena,
                   struct import_totals *totals, struct error *err)
{
    struct link link = tie_link(&named->tie, named->contact_id);
    bool known;

    link.created_utc = desk_now(desk);
    if (!desk_link_known(desk, &link, &known, err))
        return false;
    if (known || link.from_id == link.to_id)
        return true;
    totals->linked++;
    return link_insert(desk->store, arena, &link, err);
}

static void remark(const struct import_options *options, const struct named_tie *named,
                   struct arena *arena)
{
    const struct linked *who = &named->tie.with;

    if (options->remark != NULL)
        options->remark(
            options->context, named->line,
            arena_format(arena,
                         "%s: %s \"%s\" is nobody on the desk, or several: it "
                         "stays a line of the card",
                         named->name, tie_words(&named->tie),
                         who->name != NULL ? who->name : who->uuid));
}

bool import_links_make(struct desk *desk, struct import_links *links, size_t at,
                       const struct import_options *options, struct import_totals *totals,
                       struct error *err)
{
    struct named_tie *named = &links->ties[at];
    struct arena *arena = arena_create();
    bool done = find_who(desk, &named->tie.with, arena, &named->tie.with.contact_id, err);

    if (done && named->tie.with.contact_id != 0)
        done = insert(desk, named, arena, totals, err);
    else if (done)
        remark(options, named, arena);
    arena_destroy(arena);
    return done;
}
