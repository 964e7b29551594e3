#include "touchbase/desk/links.h"

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"
#include "touchbase/desk/successor.h"
#include "touchbase/store/links.h"

bool desk_links(struct desk *desk, int64_t contact_id, size_t limit, struct arena *arena,
                struct tie **ties, size_t *count, struct error *err)
{
    return links_of(desk->store, contact_id, limit, arena, ties, count, err);
}

/* Of several who are meant the names say which to add. */
static bool find_person(struct desk *desk, const char *who, struct arena *arena,
                        struct linked *out, struct error *err)
{
    struct contact contact, *found;
    const char *names = "";
    size_t count;

    if (!desk_person_find(desk, who, arena, &contact, &found, &count, err)) {
        for (size_t i = 0; i < count; i++)
            names =
                arena_format(arena, "%s%s%s", names, i == 0 ? "" : ", ", found[i].name);
        return err->code == ERROR_AMBIGUOUS
                   ? error_set(err, ERROR_AMBIGUOUS, "say more of the name: %s", names)
                   : false;
    }
    *out = (struct linked){contact.id, contact.uuid, contact.name, contact.company};
    return true;
}

/* Among the ties of that kind, so that few words are enough. */
static bool find_tie(struct desk *desk, int64_t contact_id, const char *who,
                     struct arena *arena, struct tie *tie, struct error *err)
{
    const struct tie *found = NULL;
    struct tie *ties;
    size_t count;

    if (!desk_links(desk, contact_id, LINKS_READ, arena, &ties, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (ties[i].kind != tie->kind || ties[i].of != tie->of ||
            !text_mentions(ties[i].with.name, who))
            continue;
        if (found != NULL)
            return error_set(err, ERROR_AMBIGUOUS, "say more of the name: %s, %s",
                             found->with.name, ties[i].with.name);
        found = &ties[i];
    }
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND, "there is no link \"%s %s\"",
                         tie_words(tie), who);
    *tie = *found;
    return true;
}

/* "Mike Kincaid is no longer advocate for Ana Ruiz", from whichever side it was typed. */
static bool begin(struct desk *desk, const struct contact *person, const struct tie *tie,
                  bool remove, struct error *err)
{
    return desk_step_begin(desk, err, "%s%s: %s %s", remove ? "no link of " : "link of ",
                           person->name, tie_words(tie), tie->with.name);
}

static bool take_away(struct desk *desk, const struct contact *person,
                      const struct tie *tie, struct error *err)
{
    return begin(desk, person, tie, true, err) &&
           desk_step_end(desk, link_delete(desk->store, tie->link_id, err), err);
}

bool desk_link_known(struct desk *desk, const struct link *link, bool *known,
                     struct error *err)
{
    struct link turned = *link;
    int64_t id, turned_id = 0;

    turned.from_id = link->to_id;
    turned.to_id = link->from_id;
    if (!link_find(desk->store, link, &id, err) ||
        (link->kind == LINK_COLLEAGUE &&
         !link_find(desk->store, &turned, &turned_id, err)))
        return false;
    *known = id != 0 || turned_id != 0;
    return true;
}

static bool insert(struct desk *desk, struct link *link, const struct tie *tie,
                   struct arena *arena, struct error *err)
{
    bool known;

    if (!desk_link_known(desk, link, &known, err))
        return false;
    if (known)
        return error_set(err, ERROR_FAILED, "that link is there already: %s %s",
                         tie_words(tie), tie->with.name);
    return link_insert(desk->store, arena, link, err);
}

static bool make(struct desk *desk, const struct contact *person, const struct tie *tie,
                 struct arena *arena, struct error *err)
{
    struct link link = tie_link(tie, person->id);

    link.created_utc = desk_now(desk);
    return begin(desk, person, tie, false, err) &&
           desk_step_end(desk, insert(desk, &link, tie, arena, err), err);
}

/* More follows than the link: touches go over, who left becomes former. */
static bool make_successor(struct desk *desk, const struct contact *person,
                           const struct tie *tie, struct arena *arena, struct error *err)
{
    struct succession succession;
    int64_t left = tie->of ? tie->with.contact_id : person->id, id;

    return desk_succession_read(desk, left, tie->of ? person->uuid : tie->with.uuid,
                                arena, &succession, err) &&
           desk_succession_store(desk, &succession, 0, OUTCOME_NONE, NULL, &id, err);
}

bool desk_link(struct desk *desk, int64_t contact_id, const char *line,
               struct arena *arena, struct tie_line *out, struct error *err)
{
    struct contact person;
    struct tie *tie = &out->tie;

    if (!tie_read(line, out, err) ||
        !desk_load_contact(desk, contact_id, arena, &person, err))
        return false;
    if (out->remove)
        return find_tie(desk, contact_id, out->who, arena, tie, err) &&
               take_away(desk, &person, tie, err);
    if (!find_person(desk, out->who, arena, &tie->with, err))
        return false;
    if (tie->with.contact_id == contact_id)
        return error_set(err, ERROR_USAGE, "%s cannot be linked with themselves",
                         person.name);
    return tie->kind == LINK_SUCCESSOR ? make_successor(desk, &person, tie, arena, err)
                                       : make(desk, &person, tie, arena, err);
}
