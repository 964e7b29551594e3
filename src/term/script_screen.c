#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "key_script.h"
#include "screen_ops.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/clock.h"

enum { UNTIL_MS = 10000, LOOK_AGAIN_MS = 20 };

struct script_screen {
    struct screen screen;
    struct arena *arena;
    struct key_script script;
    size_t at;
    int rows;
    int columns;
    struct canvas *canvas; /* NULL before the first paint */
    int64_t waiting_ms;    /* since when it waits for words, 0: it does not */
    struct script_record record;
};

static struct script_screen *script_of(const struct screen *screen)
{
    return (struct script_screen *)(uintptr_t)screen;
}

static void script_close(struct screen *screen)
{
    struct script_screen *script = script_of(screen);

    canvas_destroy(script->canvas);
    arena_destroy(script->arena);
    free(script);
}

static void script_size(const struct screen *screen, int *rows, int *columns)
{
    *rows = script_of(screen)->rows;
    *columns = script_of(screen)->columns;
}

static void script_paint(struct screen *screen, const struct canvas *canvas)
{
    struct script_screen *script = script_of(screen);

    if (script->canvas == NULL)
        script->canvas = canvas_create(0, 0);
    canvas_assign(script->canvas, canvas);
    script->record.paints++;
}

static bool shows(const struct script_screen *script, const char *words)
{
    struct buffer text = {0};
    bool found;

    if (script->canvas != NULL)
        canvas_text(script->canvas, &text);
    found = strstr(buffer_string(&text), words) != NULL;
    buffer_free(&text);
    return found;
}

/* The step is over when the words are there, the script when they do not come. */
static bool waits(struct script_screen *script, const struct script_step *step)
{
    if (shows(script, step->words)) {
        script->waiting_ms = 0;
        return false;
    }
    if (script->waiting_ms == 0)
        script->waiting_ms = clock_ticks_ms();
    if (clock_ticks_ms() - script->waiting_ms < UNTIL_MS)
        return true;
    script->record.missed = step->words;
    script->record.missed_line = step->line;
    script->at = script->script.count;
    return false;
}

/* What a mouse does while nobody listens. */
static bool is_unheard(const struct script_screen *script)
{
    const struct script_step *step = &script->script.steps[script->at];

    return step->kind == STEP_PRESS && step->key.sym == KEYSYM_MOUSE &&
           !script->record.mouse;
}

static enum screen_event script_next(struct screen *screen, struct key *key)
{
    struct script_screen *script = script_of(screen);
    const struct script_step *step;

    while (script->at < script->script.count) {
        step = &script->script.steps[script->at];
        if (step->kind == STEP_UNTIL && waits(script, step))
            return SCREEN_NOTHING;
        if (step->kind != STEP_UNTIL && !is_unheard(script))
            break;
        if (script->record.missed == NULL)
            script->at++;
    }
    if (script->at == script->script.count)
        return SCREEN_OVER;
    step = &script->script.steps[script->at++];
    if (step->kind == STEP_PASS) {
        script->record.passed = step->seconds;
        return SCREEN_PASSED;
    }
    if (step->kind == STEP_RESIZE) {
        script->rows = step->rows;
        script->columns = step->columns;
        return SCREEN_RESIZED;
    }
    if (step->kind == STEP_HANGUP)
        return SCREEN_HANGUP;
    *key = step->key;
    return SCREEN_KEY;
}

static size_t script_poll(const struct screen *screen, struct pollfd fds[SCREEN_POLL_MAX])
{
    (void)screen;
    (void)fds;
    return 0;
}

static int script_timeout(const struct screen *screen)
{
    return script_of(screen)->waiting_ms == 0 ? 0 : LOOK_AGAIN_MS;
}

static void script_nothing(struct screen *screen)
{
    (void)screen;
}

static void script_stop(struct screen *screen)
{
    script_of(screen)->record.stops++;
}

static void script_set_theme(struct screen *screen, const struct theme *theme)
{
    script_of(screen)->record.theme = *theme;
}

static void script_set_mouse(struct screen *screen, bool on)
{
    script_of(screen)->record.mouse = on;
}

static void script_bell(struct screen *screen)
{
    script_of(screen)->record.bells++;
}

static bool script_copy(struct screen *screen, const char *text, size_t length)
{
    struct script_screen *script = script_of(screen);

    script->record.copied = arena_copy(script->arena, text, length);
    return true;
}

static const char *script_notice(struct screen *screen)
{
    (void)screen;
    return NULL;
}

static const struct screen_ops script_ops = {
    .close = script_close,
    .size = script_size,
    .paint = script_paint,
    .next = script_next,
    .poll = script_poll,
    .timeout = script_timeout,
    .leave = script_nothing,
    .enter = script_nothing,
    .stop = script_stop,
    .forget = script_nothing,
    .set_theme = script_set_theme,
    .set_mouse = script_set_mouse,
    .bell = script_bell,
    .copy = script_copy,
    .notice = script_notice,
};

struct screen *script_screen_open(const char *script, size_t length, int rows,
                                  int columns, struct error *err)
{
    struct arena *arena = arena_create();
    struct script_screen *opened;
    struct key_script steps;

    screen_locale();
    if (!key_script_parse(arena, script, length, &steps, err)) {
        arena_destroy(arena);
        return NULL;
    }
    opened = memory_alloc(sizeof *opened);
    *opened = (struct script_screen){.screen = {&script_ops},
                                     .arena = arena,
                                     .script = steps,
                                     .rows = rows,
                                     .columns = columns};
    theme_fill(&opened->record.theme, THEME_AUTO);
    return &opened->screen;
}

struct script_record script_screen_record(const struct screen *screen)
{
    struct script_screen *script = script_of(screen);

    script->record.canvas = script->canvas;
    return script->record;
}
