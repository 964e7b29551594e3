/* What Tab offers behind an action: in its prompt, and behind its name on the command
 * line. */
#include <string.h>

#include "actions.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/filter.h"
#include "touchbase/desk/people.h"
#include "touchbase/model/blocker.h"
#include "touchbase/model/link.h"
#include "verbs.h"

static void complete_filter(void *context, const char *text, size_t cursor, size_t *start,
                            void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;

    desk_filter_complete(workspace->desk, text, cursor, start, add, sink);
}

/* A word that begins as what was typed does. */
static void offer(const char *name, const char *text, size_t length,
                  void (*add)(void *sink, const char *candidate), void *sink)
{
    if (strncmp(name, text, length) == 0)
        add(sink, name);
}

static void complete_stage(void *context, const char *text, size_t cursor, size_t *start,
                           void (*add)(void *sink, const char *candidate), void *sink)
{
    (void)context;
    *start = 0;
    for (int i = 0; i < STAGE_COUNT; i++)
        offer(stage_name((enum stage)i), text, cursor, add, sink);
}

/* The names of those who are meant by what is typed. */
static void complete_person(void *context, const char *text, size_t cursor, size_t *start,
                            void (*add)(void *sink, const char *candidate), void *sink)
{
    struct workspace *workspace = context;
    struct arena *arena = arena_create();
    struct contact contact, *found = NULL;
    size_t count = 0;
    struct error err;

    *start = 0;
    if (cursor > 0 && desk_person_find(workspace->desk, arena_copy(arena, text, cursor),
                                       arena, &contact, &found, &count, &err))
        add(sink, contact.name);
    for (size_t i = 0; i < count; i++)
        add(sink, found[i].name);
    arena_destroy(arena);
}

static void complete_blocker(void *context, const char *text, size_t cursor,
                             size_t *start,
                             void (*add)(void *sink, const char *candidate), void *sink)
{
    (void)context;
    *start = 0;
    for (int i = 0; i < BLOCKER_COUNT; i++)
        offer(blocker_name((enum blocker)i), text, cursor, add, sink);
}

/* The kind, and behind it the person. */
static void complete_link(void *context, const char *text, size_t cursor, size_t *start,
                          void (*add)(void *sink, const char *candidate), void *sink)
{
    size_t minus = *text == '-', behind = minus + strcspn(text + minus, " ");

    if (behind < cursor) {
        behind += strspn(text + behind, " ");
        complete_person(context, text + behind, cursor - behind, start, add, sink);
        *start += behind;
        return;
    }
    *start = minus;
    for (int i = 0; i < LINK_KIND_COUNT; i++)
        offer(link_kind_name((enum link_kind)i), text + minus, cursor - minus, add, sink);
}

complete_function *verb_complete(int action)
{
    switch (action) {
    case DO_LINK:
        return complete_link;
    case DO_BLOCKER:
        return complete_blocker;
    case DO_LIMIT:
    case DO_MARK_WORDS:
        return complete_filter;
    case DO_STAGE:
        return complete_stage;
    case DO_GIVE:
        return complete_person;
    case DO_PLAY:
        return verb_play_complete;
    case DO_TAG:
        return verb_tag_complete;
    default:
        return NULL;
    }
}
