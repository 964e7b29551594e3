#include "touchbase/model/link.h"

#include <assert.h>
#include <string.h>

#include "name.h"

static const char *const kinds[] = {
    [LINK_SUCCESSOR] = "successor", [LINK_REFERENCE] = "reference",
    [LINK_ADVOCATE] = "advocate",   [LINK_ASSISTANT] = "assistant",
    [LINK_COLLEAGUE] = "colleague",
};
static_assert(NAME_COUNT(kinds) == LINK_KIND_COUNT, "a word for each kind");

static const char *const kinds_of[] = {
    [LINK_SUCCESSOR] = "successor of", [LINK_REFERENCE] = "reference for",
    [LINK_ADVOCATE] = "advocate for",  [LINK_ASSISTANT] = "assistant of",
    [LINK_COLLEAGUE] = "colleague of",
};
static_assert(NAME_COUNT(kinds_of) == LINK_KIND_COUNT, "and of the other side");

const char *link_kind_name(enum link_kind kind)
{
    return name_at(kinds, LINK_KIND_COUNT, (int)kind);
}

const char *tie_words(const struct tie *tie)
{
    return name_at(tie->of ? kinds_of : kinds, LINK_KIND_COUNT, (int)tie->kind);
}

struct link tie_link(const struct tie *tie, int64_t person_id)
{
    bool begins = tie->of != (tie->kind == LINK_SUCCESSOR);
    return (struct link){.kind = tie->kind,
                         .from_id = begins ? person_id : tie->with.contact_id,
                         .to_id = begins ? tie->with.contact_id : person_id};
}

/* The word at text when it is this one; what follows it, else NULL. */
static const char *behind_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(text, word, length) != 0 || (text[length] != ' ' && text[length] != '\0'))
        return NULL;
    return text + length + strspn(text + length, " ");
}

static const char *read_kind(const char *text, struct tie *tie)
{
    const char *who = behind_word(text, "refers");
    const char *of;
    *tie = (struct tie){.kind = LINK_REFERENCE, .of = who != NULL};
    for (int i = 0; who == NULL && i < LINK_KIND_COUNT; i++) {
        who = behind_word(text, kinds[i]);
        tie->kind = (enum link_kind)i;
    }
    if (who == NULL || tie->of)
        return who;
    of = behind_word(who, "of");
    if (of == NULL)
        of = behind_word(who, "for");
    tie->of = of != NULL && tie->kind != LINK_COLLEAGUE;
    return of != NULL ? of : who;
}

bool tie_read(const char *line, struct tie_line *out, struct error *err)
{
    const char *text = line + strspn(line, " ");
    *out = (struct tie_line){.remove = *text == '-'};
    text += out->remove;
    out->who = read_kind(text, &out->tie);
    if (out->who == NULL || *out->who == '\0')
        return error_set(err, ERROR_USAGE,
                         "write it like: advocate Mike Kincaid, or: assistant of Ana "
                         "Ruiz (reference, advocate, assistant, colleague, successor)");
    return true;
}
