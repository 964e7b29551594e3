#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/tui/loop.h"

/* A program that shows the keys it got. */
struct program {
    struct loop *loop;
    struct buffer keys;
    int saves;
    int resizes;
    int dues;
    int wait; /* what timeout answers */
    int pipe[2];
};

static void draw(void *context, struct canvas *canvas)
{
    struct program *program = context;

    area_text(area_whole(canvas), 0, 0, STYLE_NORMAL, buffer_string(&program->keys));
}

static void key(void *context, const struct key *pressed)
{
    struct program *program = context;
    char name[KEY_TEXT_SIZE];

    if (pressed->sym == KEYSYM_PASTE)
        buffer_add_format(&program->keys, "[%s]", pressed->text);
    else
        buffer_add_string(&program->keys, key_print(*pressed, name));
    if (pressed->code == 'q')
        loop_leave(program->loop);
    if (pressed->code == 'z' && pressed->modifiers == KEYMOD_CTRL)
        loop_stop(program->loop);
}

static void resized(void *context, int rows, int columns)
{
    struct program *program = context;

    program->resizes++;
    buffer_add_format(&program->keys, "<%dx%d>", columns, rows);
}

static int timeout(void *context)
{
    struct program *program = context;

    return program->wait;
}

static void due(void *context)
{
    struct program *program = context;

    program->dues++;
    program->wait = -1;
    buffer_add_string(&program->keys, "due ");
    loop_repaint(program->loop);
}

static void save(void *context)
{
    struct program *program = context;

    program->saves++;
}

/* Runs a script; the result, and the last picture's first line. */
static enum loop_result run(struct program *program, const char *script,
                            const char *picture)
{
    struct error err;
    struct screen *screen = script_screen_open(script, strlen(script), 3, 60, &err);
    const struct loop_program table = {.context = program,
                                       .draw = draw,
                                       .key = key,
                                       .resized = resized,
                                       .timeout = timeout,
                                       .due = due,
                                       .save = save};
    enum loop_result result;
    struct buffer text = {0};

    program->loop = loop_create(screen, &table);
    assert_ptr_equal(loop_screen(program->loop), screen);
    result = loop_run(program->loop, &err);
    canvas_text(script_screen_record(screen).canvas, &text);
    text.data[strcspn(text.data, "\n")] = '\0';
    assert_string_equal(text.data, picture);
    buffer_free(&text);
    buffer_free(&program->keys);
    loop_destroy(program->loop);
    screen_close(screen);
    return result;
}

static void keys_arrive(void **state)
{
    struct program program = {.wait = -1};

    (void)state;
    assert_int_equal(run(&program, "j \"ab\" paste \"p\"", "<60x3>jab[p]"), LOOP_LEFT);
    assert_int_equal(program.saves, 1);
}

static void leaving(void **state)
{
    struct program program = {.wait = -1};

    (void)state;
    assert_int_equal(run(&program, "j q k", "<60x3>j"), LOOP_LEFT);
    assert_int_equal(program.saves, 0);
}

static void hang_up(void **state)
{
    struct program program = {.wait = -1};

    (void)state;
    assert_int_equal(run(&program, "j hangup k", "<60x3>j"), LOOP_HUNG_UP);
    assert_int_equal(program.saves, 1);
}

static void resizing(void **state)
{
    struct program program = {.wait = -1};

    (void)state;
    assert_int_equal(
        run(&program, "j resize 0x0 k resize 40x2 l", "<60x3>j<0x0>k<40x2>l"), LOOP_LEFT);
    assert_int_equal(program.resizes, 3);
}

static void stopping(void **state)
{
    struct program program = {.wait = -1};

    (void)state;
    assert_int_equal(run(&program, "C-z j", "<60x3>^Z<60x3>j"), LOOP_LEFT);
}

static void deadlines(void **state)
{
    struct program program = {.wait = 0};

    (void)state;
    assert_int_equal(run(&program, "j", "<60x3>due j"), LOOP_LEFT);
    assert_int_equal(program.dues, 1);
}

static void readable(void *context, short events)
{
    struct program *program = context;
    char byte;

    assert_true(events & (POLLIN | POLLHUP));
    assert_true(read(program->pipe[0], &byte, 1) == 1);
    buffer_add_format(&program->keys, "(%c)", byte);
    loop_unwatch(program->loop, program->pipe[0]);
    loop_repaint(program->loop);
}

static void key_that_watches(void *context, const struct key *pressed)
{
    struct program *program = context;

    if (pressed->code == 'w')
        assert_true(
            loop_watch(program->loop, program->pipe[0], POLLIN, readable, program));
    else
        key(context, pressed);
}

static void watching(void **state)
{
    struct program program = {.wait = -1};
    struct error err;
    struct screen *screen = script_screen_open("w j", 3, 3, 60, &err);
    const struct loop_program table = {
        .context = &program, .draw = draw, .key = key_that_watches};

    (void)state;
    assert_int_equal(pipe(program.pipe), 0);
    assert_int_equal(write(program.pipe[1], "xy", 2), 2);
    program.loop = loop_create(screen, &table);
    assert_int_equal(loop_run(program.loop, &err), LOOP_LEFT);
    assert_string_equal(buffer_string(&program.keys), "(x)j");
    for (int i = 0; i < LOOP_WATCH_MAX; i++)
        assert_true(
            loop_watch(program.loop, program.pipe[0], POLLIN, readable, &program));
    assert_false(loop_watch(program.loop, program.pipe[0], POLLIN, readable, &program));
    close(program.pipe[0]);
    close(program.pipe[1]);
    buffer_free(&program.keys);
    loop_destroy(program.loop);
    screen_close(screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_arrive), cmocka_unit_test(leaving),
        cmocka_unit_test(hang_up),     cmocka_unit_test(resizing),
        cmocka_unit_test(stopping),    cmocka_unit_test(deadlines),
        cmocka_unit_test(watching),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
