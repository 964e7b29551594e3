#include "vcard_related.h"

#include <string.h>
#include <strings.h>

#include "property.h"
#include "touchbase/base/uuid.h"

enum { TIES_MAX = 100 }; /* of one card */

/* The types of 6.6.6 that a link has; the related person is that of the card's. */
static const struct {
    const char *word;
    enum link_kind kind;
} types[] = {{"colleague", LINK_COLLEAGUE},
             {"co-worker", LINK_COLLEAGUE},
             {"agent", LINK_ASSISTANT}};

/* Names of an assistant in the cards of Evolution, KDE and others. */
static const char *const assistants[] = {"X-ASSISTANT", "X-EVOLUTION-ASSISTANT",
                                         "X-KADDRESSBOOK-X-ASSISTANTSNAME"};

/* Ours says more than the types can: RELATED;TYPE=contact;X-TOUCHBASE="advocate for". */
static bool read_own(struct arena *arena, const struct property *property,
                     struct tie *tie)
{
    const char *words = property_parameter(property, "X-TOUCHBASE");
    struct tie_line line;
    struct error none;
    if (words == NULL || !tie_read(arena_format(arena, "%s x", words), &line, &none)) {
        return false;
    }
    *tie = line.tie;
    return true;
}

static bool read_type(const struct property *property, struct tie *tie)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (property_has_type(property, types[i].word)) {
            tie->kind = types[i].kind;
            return true;
        }
    }
    return false;
}

/* Apple's item1.X-ABRELATEDNAMES:Tom, whose label stands in the same group. */
static bool is_labelled_assistant(const struct card *card,
                                  const struct property *property)
{
    for (size_t i = 0; property->group != NULL && i < card->count; i++) {
        const struct property *label = &card->properties[i];
        if (label->group != NULL && strcasecmp(label->group, property->group) == 0 &&
            strcmp(label->name, "X-ABLABEL") == 0) {
            return strcasecmp(label->value, "_$!<Assistant>!$_") == 0;
        }
    }
    return false;
}

static bool read_kind(struct arena *arena, const struct card *card,
                      const struct property *property, struct tie *tie)
{
    *tie = (struct tie){.kind = LINK_ASSISTANT};
    if (strcmp(property->name, "RELATED") == 0) {
        return read_own(arena, property, tie) || read_type(property, tie);
    }
    if (strcmp(property->name, "X-ABRELATEDNAMES") == 0) {
        return is_labelled_assistant(card, property);
    }
    for (size_t i = 0; i < sizeof assistants / sizeof *assistants; i++) {
        if (strcmp(property->name, assistants[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* A card's UID, a mail, or a name; a web address is nobody here. */
static bool read_who(struct arena *arena, const struct card *card,
                     const struct property *property, struct linked *who)
{
    const char *text = property_text(arena, property, card->old);
    if (text == NULL || strstr(text, "://") != NULL) {
        return false;
    }
    if (strncasecmp(text, "urn:uuid:", 9) == 0) {
        who->uuid = text + 9;
    } else {
        who->name = strncasecmp(text, "mailto:", 7) == 0 ? text + 7 : text;
    }
    return true;
}

void vcard_related(struct arena *arena, const struct card *card,
                   struct contacts_record *out)
{
    size_t capacity = 0;
    for (size_t i = 0; i < card->count && out->tie_count < TIES_MAX; i++) {
        const struct property *property = &card->properties[i];
        struct tie tie;
        if (!read_kind(arena, card, property, &tie) ||
            !read_who(arena, card, property, &tie.with)) {
            continue;
        }
        out->ties = arena_grow(arena, out->ties, out->tie_count, out->tie_count + 1,
                               sizeof *out->ties, &capacity);
        out->ties[out->tie_count++] = tie;
    }
}

void vcard_related_line(struct buffer *line, const struct tie *tie)
{
    buffer_add_string(line, "RELATED;TYPE=");
    if (tie->kind == LINK_COLLEAGUE) {
        buffer_add_string(line, "colleague");
    } else if (tie->kind == LINK_ASSISTANT && !tie->of) {
        buffer_add_string(line, "agent");
    } else {
        buffer_add_format(line, "contact;X-TOUCHBASE=\"%s\"", tie_words(tie));
    }
    if (tie->with.uuid != NULL && uuid_valid(tie->with.uuid)) {
        buffer_add_format(line, ":urn:uuid:%s", tie->with.uuid);
    } else {
        buffer_add_string(line, ";VALUE=text:");
        property_escape(line, tie->with.name != NULL ? tie->with.name : "");
    }
}
