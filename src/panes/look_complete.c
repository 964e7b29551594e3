/* Tab behind ":set": names, then what the named one may be. */
#include <string.h>

#include "actions.h"
#include "look.h"

struct candidates {
    const char *word;
    void (*add)(void *sink, const char *candidate);
    void *sink;
    struct arena *arena;
    const char *context;
};

static void offer(const struct candidates *candidates, const char *name)
{
    if (strncmp(name, candidates->word, strlen(candidates->word)) == 0)
        candidates->add(candidates->sink, name);
}

static bool offer_key(void *data, const struct action_row *row, const char *keys)
{
    const struct candidates *candidates = data;

    (void)keys;
    offer(candidates,
          arena_format(candidates->arena, "keys.%s.%s", candidates->context, row->name));
    return true;
}

static void offer_places(struct workspace *workspace, struct candidates *candidates,
                         const struct context_row *contexts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *place = arena_format(candidates->arena, "keys.%s.", contexts[i].name);

        candidates->context = contexts[i].name;
        if (strncmp(candidates->word, place, strlen(place)) == 0)
            keymap_each(workspace->keymap, contexts[i].name, offer_key, candidates);
        else
            offer(candidates, place);
    }
}

/* Those behind a dot only when the word goes that far: there are hundreds. */
static void offer_names(struct workspace *workspace, struct candidates *candidates)
{
    const char *names[SETTINGS_MAX], *word = candidates->word;
    size_t count = settings_names(names);

    for (size_t i = 0; i < count; i++)
        offer(candidates, names[i]);
    for (int i = 0; i < STYLE_COUNT && strncmp(word, "colours.", 8) == 0; i++)
        offer(candidates,
              arena_format(candidates->arena, "colours.%s", style_name((enum style)i)));
    for (int i = 0; i < LIST_KINDS && strncmp(word, "columns.", 8) == 0; i++)
        offer(candidates, arena_format(candidates->arena, "columns.%s",
                                       list_columns((enum list_kind)i)->name));
    if (strncmp(word, "keys.", 5) == 0) {
        offer_places(workspace, candidates, action_contexts, action_context_count);
        offer_places(workspace, candidates, pane_contexts, pane_context_count);
    }
    if (strchr(word, '.') == NULL) {
        offer(candidates, "colours.");
        offer(candidates, "columns.");
        offer(candidates, "keys.");
    }
}

static void offer_values(struct workspace *workspace, struct candidates *candidates,
                         const char *name)
{
    const struct settings *settings = desk_settings(workspace->desk);
    const char *value = settings_text(candidates->arena, settings, name);
    size_t count;
    const struct setting_row *rows = settings_rows(&count);

    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) != 0)
            continue;
        for (int j = 0; rows[i].words != NULL && rows[i].words[j] != NULL; j++)
            offer(candidates, rows[i].words[j]);
        if (rows[i].kind == SETTING_SWITCH) {
            offer(candidates, "on");
            offer(candidates, "off");
        }
        if (rows[i].words != NULL || rows[i].kind == SETTING_SWITCH)
            return;
    }
    if (value != NULL && *value != '\0')
        offer(candidates, value);
}

size_t look_complete(struct workspace *workspace, const char *words,
                     void (*add)(void *sink, const char *candidate), void *sink)
{
    struct arena *arena = arena_create();
    size_t length = strcspn(words, " =");
    size_t start = length + strspn(words + length, " =");
    struct candidates candidates = {
        .word = words + start, .add = add, .sink = sink, .arena = arena};

    if (start == length) {
        start = 0;
        candidates.word = words;
        offer_names(workspace, &candidates);
    } else {
        offer_values(workspace, &candidates, arena_copy(arena, words, length));
    }
    arena_destroy(arena);
    return start;
}
