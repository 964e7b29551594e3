#include "ringing.h"

#include <stdlib.h>
#include <string.h>

#include "actions.h"
#include "list_pane.h"
#include "outside.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/rings.h"
#include "touchbase/model/pace.h"
#include "words.h"

enum { COMMANDS_MAX = 4, COMMAND_MS = 60 * 1000, COMMAND_COLUMNS = 120 };

/* One touch that rang at its time. */
struct rung {
    int64_t touch_id;
    int64_t due_utc;
};

struct ringing {
    struct rung rungs[RINGS_MAX]; /* not gone to yet, in the order they rang */
    size_t count;
    struct rung last;    /* the one gone to last, touch_id 0 none */
    bool looked;         /* ringing_tick was called */
    int64_t until_utc;   /* what is due up to here has rung */
    uint64_t generation; /* of the desk, when line was made */
    struct buffer line;  /* the words of the first */
    struct outside_child commands[COMMANDS_MAX];
};

struct ringing *ringing_open(struct workspace *workspace)
{
    struct ringing *ringing = memory_alloc(sizeof *ringing);
    struct error err;

    *ringing = (struct ringing){0};
    if (!desk_rung_until(workspace->desk, &ringing->until_utc, &err)) {
        ringing->until_utc = desk_now(workspace->desk);
        workspace_error(workspace, &err);
    }
    return ringing;
}

void ringing_close(struct ringing *ringing)
{
    if (ringing == NULL)
        return;
    for (int i = 0; i < COMMANDS_MAX; i++)
        outside_leave(&ringing->commands[i]);
    buffer_free(&ringing->line);
    free(ringing);
}

bool ringing_is_new(const struct ringing *ringing)
{
    return !ringing->looked;
}

/* Is it as it was when it rang? Then *touch is filled. */
static bool still_rings(struct desk *desk, const struct rung *rung, struct arena *arena,
                        struct touch *touch)
{
    struct error ignored;

    return desk_touch_get(desk, rung->touch_id, arena, touch, &ignored) &&
           touch->outcome == OUTCOME_NONE && touch->due_utc == rung->due_utc;
}

static void say(struct buffer *line, const struct touch *touch, struct arena *arena)
{
    buffer_clear(line);
    buffer_add_format(line, "%s%s %s %s", touch->promise ? "! " : "",
                      shown_time(arena, touch->due.minute), channel_name(touch->channel),
                      touch->contact);
    if (touch->company != NULL)
        buffer_add_format(line, ", %s", touch->company);
    if (touch->purpose != NULL)
        buffer_add_format(line, ": %s", touch->purpose);
}

/* Keeps what still rings, and makes the words of the first. */
static void look_over(struct workspace *workspace)
{
    struct ringing *ringing = workspace->ringing;
    struct arena *arena = arena_create();
    size_t kept = 0;

    for (size_t i = 0; i < ringing->count; i++) {
        struct touch touch;

        if (!still_rings(workspace->desk, &ringing->rungs[i], arena, &touch))
            continue;
        if (kept == 0)
            say(&ringing->line, &touch, arena);
        ringing->rungs[kept++] = ringing->rungs[i];
    }
    ringing->count = kept;
    ringing->generation = desk_generation(workspace->desk);
    arena_destroy(arena);
}

void ringing_follow(struct workspace *workspace)
{
    struct ringing *ringing = workspace->ringing;

    if (ringing != NULL && ringing->count > 0 &&
        ringing->generation != desk_generation(workspace->desk))
        look_over(workspace);
}

static bool is_known(const struct ringing *ringing, const struct touch *touch)
{
    for (size_t i = 0; i < ringing->count; i++) {
        if (ringing->rungs[i].touch_id == touch->id &&
            ringing->rungs[i].due_utc == touch->due_utc)
            return true;
    }
    return false;
}

/* A promise that rings at its time after it rang before: one line is enough. */
static void add(struct ringing *ringing, const struct touch *touches, size_t count)
{
    for (size_t i = 0; i < count && ringing->count < RINGS_MAX; i++) {
        if (!is_known(ringing, &touches[i]))
            ringing->rungs[ringing->count++] =
                (struct rung){touches[i].id, touches[i].due_utc};
    }
}

/* One word for the command: at most so long, nothing in it that a screen would act on. It
 * begins with a sign or a number, so it is never taken for an option. */
static char *command_word(const struct workspace *workspace, const struct touch *touch,
                          size_t more, struct arena *arena)
{
    struct buffer plain = {0};
    const char *word = arena_format(arena, "%s %s", shown_time(arena, touch->due.minute),
                                    channel_name(touch->channel));
    char *fitted;

    if (desk_settings(workspace->desk)->ring_names)
        word = arena_format(arena, "%s %s", word, touch->contact);
    text_screen(&plain, word, strlen(word));
    fitted =
        arena_copy(arena, buffer_string(&plain),
                   text_fit(buffer_string(&plain), plain.length, COMMAND_COLUMNS, NULL));
    buffer_free(&plain);
    return more == 0 ? fitted : arena_format(arena, "%s (%zu more)", fitted, more);
}

static void start_command(struct workspace *workspace, const struct touch *touch,
                          size_t more, struct arena *arena)
{
    const char *command = desk_settings(workspace->desk)->ring_command;
    struct ringing *ringing = workspace->ringing;
    struct error err;

    for (int i = 0; command != NULL && i < COMMANDS_MAX; i++) {
        if (ringing->commands[i].process != 0)
            continue;
        if (!outside_start(command, command_word(workspace, touch, more, arena),
                           &ringing->commands[i], &err))
            notice_set(&workspace->notice, NOTICE_WARNING, "ring_command: %s", err.text);
        return;
    }
}

/* The last that came is the one that is due now; those missed while the machine slept or
 * the desk was closed ring once, together. */
static void ring(struct workspace *workspace, const struct touch *touches, size_t count,
                 struct arena *arena)
{
    struct error err;
    bool ours = true;

    if (!desk_ring_claim(workspace->desk, workspace->ringing->until_utc, &ours, &err))
        workspace_error(workspace, &err);
    if (!ours)
        return;
    if (desk_settings(workspace->desk)->ring_bell)
        screen_bell(workspace->screen);
    start_command(workspace, &touches[count - 1], count - 1, arena);
}

static void end_commands(struct ringing *ringing)
{
    for (int i = 0; i < COMMANDS_MAX; i++)
        outside_look(&ringing->commands[i], COMMAND_MS);
}

void ringing_tick(struct workspace *workspace)
{
    struct ringing *ringing = workspace->ringing;
    int64_t now = desk_now(workspace->desk), after = ringing->until_utc;
    struct arena *arena;
    struct touch *touches;
    struct error err;
    size_t count = 0;

    end_commands(ringing);
    ringing->looked = true;
    if (now < after) /* the clock was put back: what rang then rings no second time */
        return;
    if (now / 60 == after / 60 && after % 60 != 59)
        return;
    arena = arena_create();
    if (!desk_rings(workspace->desk, after, now, arena, &touches, &count, &err))
        workspace_error(workspace, &err);
    ringing->until_utc = now;
    if (count > 0) {
        add(ringing, touches, count);
        look_over(workspace);
        ring(workspace, touches, count, arena);
        loop_repaint(workspace->loop);
    }
    arena_destroy(arena);
}

void ringing_draw(const struct workspace *workspace, struct area area, int row)
{
    const struct ringing *ringing = workspace->ringing;
    struct buffer line = {0};

    if (ringing == NULL || ringing->count == 0 || row < 1)
        return;
    buffer_add_string(&line, " rings");
    if (ringing->count > 1)
        buffer_add_format(&line, " (%zu)", ringing->count);
    keymap_words(workspace->keymap, "person", ", {ringing} goes there: ", &line);
    buffer_add_string(&line, buffer_string(&ringing->line));
    area_field(area, row, 0, area.rect.columns, STYLE_WARNING, line.data, false);
    buffer_free(&line);
}

/* Puts the cursor of Pending touches on it; true when it got there. */
static bool go_touch(struct workspace *workspace, int64_t id)
{
    struct pane *pane = workspace->panes[PANE_TOUCHES];

    list_pane_go(pane, id);
    workspace_focus(workspace, PANE_TOUCHES);
    return workspace->shared.touch_id == id;
}

static void go(struct workspace *workspace, struct rung rung)
{
    while (workspace->sheet_count > 0)
        workspace_back(workspace);
    /* Left out by a limit, or new since the order was taken: the whole list is shown. */
    if (!go_touch(workspace, rung.touch_id)) {
        struct error none; /* nothing typed has no mistake */

        list_pane_limit(workspace->panes[PANE_TOUCHES], "", NULL, &none);
        workspace_settle(workspace);
        go_touch(workspace, rung.touch_id);
    }
    workspace_moved(workspace);
}

void ringing_go(struct workspace *workspace)
{
    struct ringing *ringing = workspace->ringing;
    struct arena *arena = arena_create();
    struct touch touch;

    ringing_follow(workspace);
    if (ringing->count > 0) {
        ringing->last = ringing->rungs[0];
        memmove(ringing->rungs, ringing->rungs + 1,
                --ringing->count * sizeof ringing->rungs[0]);
        look_over(workspace);
        go(workspace, ringing->last);
    } else if (still_rings(workspace->desk, &ringing->last, arena, &touch)) {
        go(workspace, ringing->last);
    } else {
        notice_set(&workspace->notice, NOTICE_PLAIN, "nothing rings");
    }
    arena_destroy(arena);
}
