#include "appointment_who.h"

#include <string.h>

#include "touchbase/base/text.h"
#include "touchbase/store/contacts.h"

enum { NAMESAKES = 2, NAME_WORDS_MOST = 4, TITLE_WORDS_MOST = 40 };

struct looking {
    struct desk *desk;
    struct arena *arena;
    int64_t found; /* 0 nobody yet */
    struct error *err;
};

static bool look_for(struct looking *looking, enum contact_find by, const char *text,
                     size_t most)
{
    int64_t *ids;
    size_t count;

    if (looking->found != 0 || text == NULL)
        return true;
    if (!contacts_find(looking->desk->store, by, text, NAMESAKES, looking->arena, &ids,
                       &count, looking->err))
        return false;
    if (count > 0 && count <= most)
        looking->found = ids[0];
    return true;
}

/* A first name alone is nobody. */
static bool look_for_name(struct looking *looking, const char *name)
{
    return name == NULL || strchr(name, ' ') == NULL ||
           look_for(looking, FIND_NAME, name, 1);
}

static bool look_among_people(struct looking *looking, const struct appointment *one)
{
    for (size_t i = 0; i < one->people_count; i++) {
        if (!look_for(looking, FIND_MAILBOX, one->people[i].mail, NAMESAKES))
            return false;
    }
    for (size_t i = 0; i < one->people_count; i++) {
        if (!look_for_name(looking, one->people[i].name))
            return false;
    }
    return true;
}

/* The words of a title with a blank between them and no signs around them. */
static size_t words_of(struct arena *arena, const char *title, const char **words)
{
    static const char signs[] = " ,;:()[]<>\"!?/|";
    size_t count = 0;

    title += strspn(title, signs);
    while (*title != '\0' && count < TITLE_WORDS_MOST) {
        size_t length = strcspn(title, signs);

        words[count++] = arena_copy(arena, title, length);
        title += length;
        title += strspn(title, signs);
    }
    return count;
}

/* "Call Dana Whitfield (Northwind)": two to four words in a row that are a full name. */
static bool look_in_title(struct looking *looking, const char *title)
{
    const char *words[TITLE_WORDS_MOST];
    size_t count = title != NULL ? words_of(looking->arena, title, words) : 0;

    for (size_t i = 0; i < count; i++) {
        const char *name = words[i];

        for (size_t j = i + 1; j < count && j < i + NAME_WORDS_MOST; j++) {
            name = arena_format(looking->arena, "%s %s", name, words[j]);
            if (!look_for_name(looking, name))
                return false;
        }
    }
    return true;
}

bool appointment_who(struct desk *desk, const struct appointment *appointment,
                     struct arena *arena, int64_t *contact_id, bool *invited,
                     struct error *err)
{
    struct looking looking = {.desk = desk, .arena = arena, .err = err};

    if (!look_among_people(&looking, appointment))
        return false;
    *invited = looking.found != 0;
    if (!look_in_title(&looking, appointment->title))
        return false;
    *contact_id = looking.found;
    return true;
}
