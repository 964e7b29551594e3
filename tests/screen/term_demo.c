/* A note on a full screen: what the tests of the terminal drive. F2 leaves, F3 crashes,
 * F4 copies the text, F5 runs $EDITOR, ^Z stops, everything else is typed. What was typed
 * is written to $DEMO_NOTE when the terminal goes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "touchbase/tui/action.h"
#include "touchbase/tui/editor.h"
#include "touchbase/tui/keymap.h"
#include "touchbase/tui/loop.h"

enum { DEMO_LEAVE = ACTION_USER, DEMO_CRASH, DEMO_COPY, DEMO_STOP, DEMO_EDITOR };

static const struct context_row context = {"demo", "note", false};

static const struct action_row rows[] = {
    {DEMO_LEAVE, "leave", "demo", "F2", "leave", "Leave"},
    {DEMO_CRASH, "crash", "demo", "F3", "crash", "Crash"},
    {DEMO_COPY, "copy", "demo", "F4", "copy", "Copy"},
    {DEMO_EDITOR, "editor", "demo", "F5", "editor", "Run $EDITOR"},
    {DEMO_STOP, "stop", "demo", "^Z", "stop", "Stop"},
};

struct demo {
    struct loop *loop;
    struct keymap *keymap;
    struct keymap_state typed;
    struct editor *editor;
    int keys;
    int pastes;
    char last[KEY_TEXT_SIZE];
    const char *notice;
};

static void draw(void *state, struct canvas *canvas)
{
    struct demo *demo = state;
    struct area area = area_whole(canvas);
    const char *notice = screen_notice(loop_screen(demo->loop));

    if (notice != NULL)
        demo->notice = notice;
    area_box(area, area.rect, STYLE_BORDER);
    area_format(area, 0, 2, STYLE_LATE, " %dx%d keys %d pastes %d last %s ",
                area.rect.columns, area.rect.rows, demo->keys, demo->pastes, demo->last);
    area_text(area, area.rect.rows - 1, 2, STYLE_NOTICE, demo->notice);
    editor_draw(
        demo->editor,
        area_part(area, (struct rect){1, 1, area.rect.rows - 2, area.rect.columns - 2}),
        STYLE_INPUT, true);
}

/* A real fault, not one that a sanitizer foresees. */
static void crash(void)
{
    volatile char *page = mmap(NULL, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    *page = 1;
}

static void run_editor(struct demo *demo)
{
    const char *editor = getenv("EDITOR");

    screen_leave(loop_screen(demo->loop));
    if (editor == NULL || system(editor) < 0)
        demo->notice = "no editor";
    screen_enter(loop_screen(demo->loop));
}

static void act(struct demo *demo, int action)
{
    size_t length;
    const char *text = editor_text(demo->editor, &length);

    switch (action) {
    case DEMO_LEAVE:
        loop_leave(demo->loop);
        break;
    case DEMO_CRASH:
        crash();
        break;
    case DEMO_COPY:
        screen_copy(loop_screen(demo->loop), text, length);
        break;
    case DEMO_STOP:
        loop_stop(demo->loop);
        break;
    case DEMO_EDITOR:
        run_editor(demo);
        break;
    default:
        editor_act(demo->editor, action, 0);
        break;
    }
}

static void key(void *state, const struct key *pressed)
{
    struct demo *demo = state;
    struct keymap_match match;

    demo->keys++;
    demo->pastes += pressed->sym == KEYSYM_PASTE;
    key_print(*pressed, demo->last);
    if (keymap_press(demo->keymap, &demo->typed, "demo", *pressed, &match) ==
        KEYMAP_ACTION)
        act(demo, match.action);
    else
        editor_type(demo->editor, pressed);
}

static void save(void *state)
{
    struct demo *demo = state;
    const char *path = getenv("DEMO_NOTE");
    FILE *file = path != NULL ? fopen(path, "w") : NULL;

    if (file == NULL)
        return;
    fputs(editor_text(demo->editor, NULL), file);
    fclose(file);
}

static int run(struct demo *demo, struct screen *screen)
{
    const struct loop_program program = {
        .context = demo, .draw = draw, .key = key, .save = save};
    struct error err;
    enum loop_result result;

    demo->keymap = keymap_create();
    demo->editor = editor_create(false);
    demo->loop = loop_create(screen, &program);
    if (!keymap_add_contexts(demo->keymap, &context, 1, &err) ||
        !keymap_add_actions(demo->keymap, rows, sizeof rows / sizeof rows[0], &err))
        return 1;
    result = loop_run(demo->loop, &err);
    loop_destroy(demo->loop);
    editor_destroy(demo->editor);
    keymap_destroy(demo->keymap);
    return (int)result;
}

int main(void)
{
    struct demo demo = {.last = "", .notice = ""};
    struct error err;
    struct screen *screen = curses_screen_open(&err);
    int status;

    if (screen == NULL) {
        fprintf(stderr, "term_demo: %s\n", err.text);
        return (int)err.code;
    }
    status = run(&demo, screen);
    screen_close(screen);
    return status;
}
