#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "touchbase/term/screen.h"
#include "touchbase/tui/pane.h"
#include "touchbase/tui/status.h"

enum { GROW = ACTION_USER, SAY };

struct counter {
    int value;
    int loads;
    char typed;
};

static bool counter_open(struct pane *pane, void *setup, struct error *err)
{
    struct counter *counter = pane->state;
    const int *start = setup;

    if (*start < 0)
        return error_set(err, ERROR_FAILED, "a counter begins at 0");
    counter->value = *start;
    return true;
}

static bool counter_load(struct pane *pane, struct error *err)
{
    struct counter *counter = pane->state;

    counter->loads++;
    return counter->value < 50 || error_set(err, ERROR_FAILED, "too much");
}

static void counter_title(const struct pane *pane, struct buffer *out)
{
    const struct counter *counter = pane->state;

    buffer_add_format(out, "Count %d", counter->value);
}

static void counter_draw(const struct pane *pane, struct area area)
{
    area_format(area, 0, 0, STYLE_NORMAL, "%dx%d", pane->columns, pane->rows);
}

static unsigned counter_act(struct pane *pane, const struct pane_call *call,
                            struct error *err)
{
    struct counter *counter = pane->state;

    (void)err;
    if (call->action == GROW) {
        counter->value += call->count > 0 ? call->count : 1;
        return PANE_HANDLED | PANE_RELOAD;
    }
    if (call->action == SAY) {
        buffer_add_string(&pane->message, "hello");
        return PANE_HANDLED | PANE_MESSAGE;
    }
    return 0;
}

static unsigned counter_type(struct pane *pane, const struct key *key, struct error *err)
{
    struct counter *counter = pane->state;

    (void)err;
    counter->typed = (char)key->code;
    return PANE_HANDLED | PANE_REPAINT;
}

static const struct pane_ops counter_ops = {
    .name = "counter",
    .context = "counter",
    .state_size = sizeof(struct counter),
    .open = counter_open,
    .load = counter_load,
    .title = counter_title,
    .draw = counter_draw,
    .act = counter_act,
    .type = counter_type,
};

static const struct pane_ops bare_ops = {
    .name = "bare", .context = "counter", .draw = counter_draw};

static struct pane *make(int start)
{
    struct error err;

    return pane_open(&counter_ops, NULL, &start, &err);
}

static void life(void **state)
{
    struct pane *pane = make(3);
    struct pane_call grow = {.action = GROW, .count = 4}, say = {.action = SAY};
    struct counter *counter = pane->state;
    struct error err;

    (void)state;
    assert_null(make(-1));
    assert_true(pane->stale);
    assert_true(pane_load(pane, &err) && pane_load(pane, &err));
    assert_int_equal(counter->loads, 1);
    assert_int_equal(pane_act(pane, &grow, &err), PANE_HANDLED | PANE_RELOAD);
    assert_int_equal(counter->value, 7);
    assert_true(pane->stale && pane_load(pane, &err));
    pane_resize(pane, 5, 20);
    assert_true(pane->stale && pane_load(pane, &err));
    pane_resize(pane, 5, 20);
    assert_false(pane->stale);
    assert_int_equal(pane_act(pane, &say, &err), PANE_HANDLED | PANE_MESSAGE);
    assert_string_equal(buffer_string(&pane->message), "hello");
    assert_int_equal(pane_type(pane, &(struct key){.code = 'x'}, &err),
                     PANE_HANDLED | PANE_REPAINT);
    assert_string_equal(buffer_string(&pane->message), "");
    assert_int_equal(counter->typed, 'x');
    grow.count = 99;
    pane_act(pane, &grow, &err);
    assert_false(pane_load(pane, &err));
    assert_true(pane->stale);
    pane_close(pane);
    pane_close(NULL);
}

static void bare_pane(void **state)
{
    struct error err;
    struct pane *pane = pane_open(&bare_ops, NULL, NULL, &err);
    struct pane_call call = {.action = GROW};

    (void)state;
    assert_true(pane_load(pane, &err));
    assert_int_equal(pane_act(pane, &call, &err), 0);
    assert_int_equal(pane_type(pane, &(struct key){.code = 'x'}, &err), 0);
    pane_close(pane);
}

static void drawing(void **state)
{
    struct canvas *canvas = canvas_create(7, 16);
    struct pane *upper = make(1), *lower = make(12345678);
    struct buffer text = {0};

    (void)state;
    pane_resize(upper, 2, 14);
    pane_draw(upper, area_whole(canvas), (struct rect){0, 0, 4, 16});
    pane_draw(lower, area_whole(canvas), (struct rect){3, 0, 4, 12});
    pane_draw(lower, area_whole(canvas), (struct rect){0, 0, 0, 16});
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), "┌ Count 1 ─────┐\n"
                                              "│14x2          │\n"
                                              "│              │\n"
                                              "├ Count 12…┬───┘\n"
                                              "│0x0       │\n"
                                              "│          │\n"
                                              "└──────────┘\n");
    buffer_free(&text);
    pane_close(upper);
    pane_close(lower);
    canvas_destroy(canvas);
}

static const struct context_row context = {"counter", "move", true};
static const struct action_row rows[] = {
    {GROW, "grow", "counter", "+ a", "grow", "Count on"},
    {SAY, "say", "counter", "<C-x>s", "say hello", "Say hello"},
    {SAY + 1, "quiet", "counter", "", "quiet", "Has no key"},
};

static struct keymap *make_keymap(void)
{
    struct keymap *keymap = keymap_create();
    struct error err;

    assert_true(keymap_add_contexts(keymap, &context, 1, &err));
    assert_true(keymap_add_actions(keymap, rows, 3, &err));
    return keymap;
}

static void footer(void **state)
{
    struct keymap *keymap = make_keymap();
    struct canvas *canvas = canvas_create(2, 30);
    struct buffer text = {0};

    (void)state;
    footer_draw(area_whole(canvas), 0, keymap, "counter");
    footer_draw(area_part(area_whole(canvas), (struct rect){1, 0, 1, 10}), 0, keymap,
                "counter");
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), " + grow  ^Xs say hello\n + grow\n");
    buffer_free(&text);
    canvas_destroy(canvas);
    keymap_destroy(keymap);
}

static void help(void **state)
{
    struct keymap *keymap = make_keymap();
    struct buffer text = {0};

    (void)state;
    footer_help(keymap, "counter", &text);
    assert_non_null(strstr(text.data, " + a        Count on (grow)\n"));
    assert_non_null(strstr(text.data, " j Down ^N  Next row (down)\n"));
    assert_non_null(strstr(text.data, " Has no key (quiet)\n"));
    assert_true(strstr(text.data, "quiet") > strstr(text.data, "Next row"));
    buffer_free(&text);
    keymap_destroy(keymap);
}

static void notices(void **state)
{
    struct notice notice = {0};
    struct canvas *canvas = canvas_create(3, 12);
    struct error err;
    struct buffer text = {0};

    (void)state;
    assert_false(notice_draw(&notice, area_whole(canvas), 0));
    notice_set(&notice, NOTICE_PLAIN, "%d done", 3);
    assert_true(notice_draw(&notice, area_whole(canvas), 0));
    error_set(&err, ERROR_FAILED, "the disk\nis full");
    notice_error(&notice, &err);
    assert_true(notice_draw(&notice, area_whole(canvas), 2));
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), " 3 done\n! the disk\nis full\n");
    /* no line above for the rest of it */
    assert_true(notice_draw(&notice, area_whole(canvas), 0));
    buffer_clear(&text);
    canvas_text(canvas, &text);
    assert_string_equal(buffer_string(&text), "! the disk …\n! the disk\nis full\n");
    notice_clear(&notice);
    assert_false(notice_draw(&notice, area_whole(canvas), 2));
    notice_free(&notice);
    buffer_free(&text);
    canvas_destroy(canvas);
}

static int set_up(void **state)
{
    (void)state;
    screen_locale();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(life),   cmocka_unit_test(bare_pane), cmocka_unit_test(drawing),
        cmocka_unit_test(footer), cmocka_unit_test(help),      cmocka_unit_test(notices),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
