/* Today: shown by itself once on a day, by gt at any time; and what is left from the days
 * before, spread over those to come. */
#include <string.h>

#include "actions.h"
#include "sheets.h"
#include "touchbase/desk/memory.h"
#include "touchbase/desk/spread.h"
#include "verbs.h"
#include "words.h"

static const char memory_name[] = "today";

/* Once on a day, and not over what is being typed; an empty one closes again when it was
 * read (verb_today_loaded). */
void verb_today_first(struct workspace *workspace)
{
    struct arena *arena = arena_create();
    const char *shown = NULL;
    char today[DAY_TEXT_SIZE];
    struct error err;

    if (!desk_remembered(workspace->desk, memory_name, arena, &shown, &err))
        workspace_error(workspace, &err);
    else if (shown == NULL ||
             strcmp(shown, day_format(desk_today(workspace->desk), today)) != 0)
        workspace_open(workspace, SHEET_TODAY, workspace);
    arena_destroy(arena);
}

void verb_today_loaded(struct workspace *workspace)
{
    const struct pane *top = workspace_top(workspace);

    if (today_is_passive(top) && today_is_empty(top))
        workspace_back(workspace);
}

/* That it was seen is written after the key's work is painted. */
static void seen(struct workspace *workspace)
{
    workspace->day = desk_today(workspace->desk);
    workspace->day_seen = true;
}

void verb_today_keep(struct workspace *workspace)
{
    char today[DAY_TEXT_SIZE];
    struct error err;

    if (!workspace->day_seen)
        return;
    workspace->day_seen = false;
    if (!desk_remember(workspace->desk, memory_name, day_format(workspace->day, today),
                       &err))
        workspace_error(workspace, &err);
}

bool verb_today_key(struct workspace *workspace, const struct key *key)
{
    struct pane *top = workspace_top(workspace);

    if (!today_is_passive(top))
        return false;
    seen(workspace);
    if (key->sym == KEYSYM_ENTER && today_wakes(top))
        return false;
    workspace_back(workspace);
    workspace_load(workspace); /* what the key acts on was not read yet */
    return key->sym == KEYSYM_ESCAPE || key->sym == KEYSYM_MOUSE ||
           (key_is_text(*key) && key->code == 'q' && key->modifiers == 0);
}

static void go_today(struct workspace *workspace)
{
    if (workspace->day != desk_today(workspace->desk))
        workspace_settle(workspace); /* the lists too take the new day's order */
    seen(workspace);
    if (workspace_top(workspace)->ops != sheet_ops(SHEET_TODAY))
        workspace_open(workspace, SHEET_TODAY, NULL);
}

/* "  5 on Mon 23 Nov   Ana Ruiz call, Ravi Menon card, and 3 more" */
static void add_day(struct workspace *workspace, const struct spread *spread,
                    size_t first, size_t end, struct buffer *out)
{
    enum { NAMED = 4 };
    struct arena *arena = workspace->asking;

    buffer_add_format(
        out, "%3zu on %-12s  ", end - first,
        shown_weekday(arena, spread->moves[first].to.day, desk_today(workspace->desk)));
    for (size_t i = first; i < end && i < first + NAMED; i++) {
        const struct touch *touch = spread->moves[i].touch;

        buffer_add_format(out, "%s%s%s %s", i > first ? ", " : "",
                          touch->promise ? "! " : "", touch->contact,
                          channel_name(touch->channel));
    }
    if (end - first > NAMED)
        buffer_add_format(out, ", and %zu more", end - first - NAMED);
    buffer_add_char(out, '\n');
}

static void show_plan(struct workspace *workspace, const struct spread *spread)
{
    struct buffer text = {0};
    struct paper paper = {.title = "What is left, spread over the days to come",
                          .labelled = true};
    size_t first = 0;

    for (size_t i = 1; i <= spread->count; i++) {
        if (i < spread->count && spread->moves[i].to.day == spread->moves[first].to.day)
            continue;
        add_day(workspace, spread, first, i, &text);
        first = i;
    }
    if (spread->more)
        buffer_add_format(&text,
                          "\nThese are the first %d; the rest is left for the "
                          "next time.\n",
                          SPREAD_MAX);
    paper.text = buffer_string(&text);
    paper.length = text.length;
    workspace_open(workspace, SHEET_PAPER, &paper);
    buffer_free(&text);
}

static void spread_chosen(struct workspace *workspace, char key)
{
    const struct spread *spread = workspace->pending;
    struct error err;

    workspace_back(workspace); /* the plan on paper */
    if (key != 'y')
        return;
    if (!desk_spread(workspace->desk, spread, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    workspace_settle(workspace);
    workspace_made(workspace, NOTICE_PLAIN, "%zu touch%s spread over %zu day%s",
                   spread->count, spread->count == 1 ? "" : "es", spread_days(spread),
                   spread_days(spread) == 1 ? "" : "s");
}

static const struct key_choice spread_choices[] = {
    {'y', "spread them"}, {'n', "leave them"}, {0, NULL}};

static void ask_spread(struct workspace *workspace)
{
    struct spread *spread = arena_alloc(ask_begin(workspace), sizeof *spread);
    struct error err;

    workspace->pending = spread;
    if (!desk_spread_plan(workspace->desk, workspace->asking, spread, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    if (spread->count == 0) {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing is left from before today");
        return;
    }
    show_plan(workspace, spread);
    ask_choice(workspace,
               arena_format(workspace->asking, "Move %zu touch%s to these days?",
                            spread->count, spread->count == 1 ? "" : "es"),
               spread_choices, spread_chosen);
}

bool verb_today_act(struct workspace *workspace, int action)
{
    switch (action) {
    case DO_GO_TODAY:
        go_today(workspace);
        return true;
    case DO_SPREAD:
        ask_spread(workspace);
        return true;
    default:
        return false;
    }
}
