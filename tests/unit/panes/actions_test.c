/* The one list of actions (src/panes/actions.c): what help, completion and manual come
 * from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "actions.h"
#include "touchbase/panes/panes.h"
#include "touchbase/tui/keymap.h"

static struct keymap *keymap_of_desk(void)
{
    struct keymap *keymap = keymap_create();
    struct error err;

    if (!keymap_add_contexts(keymap, pane_contexts, pane_context_count, &err) ||
        !keymap_add_actions(keymap, pane_actions, pane_action_count, &err))
        fail_msg("%s", err.text);
    return keymap;
}

/* No single key drops a touch (keys.md), and who took over is asked on the sheet of who
 * left. */
static bool goes_without_a_key(const struct action_row *row)
{
    return strcmp(row->context, "person") == 0 ? row->action == DO_SUCCESSOR
                                               : row->action == DO_DELETE;
}

static void every_action_has_name_key_and_help(void **state)
{
    (void)state;
    for (size_t i = 0; i < pane_action_count; i++) {
        const struct action_row *row = &pane_actions[i];
        size_t length = strlen(row->name);

        if (length == 0 ||
            strspn(row->name, "abcdefghijklmnopqrstuvwxyz-123456789") != length)
            fail_msg("\"%s\" cannot be typed behind :", row->name);
        if (strlen(row->help) < 5)
            fail_msg("%s has no help", row->name);
        if (*row->keys == '\0' && !goes_without_a_key(row))
            fail_msg("%s has no default key", row->name);
        if (*row->keys != '\0' && goes_without_a_key(row))
            fail_msg("%s has a key again: say so here", row->name);
    }
}

/* Seen from where it works, a name means its own action and no other. */
static void every_name_means_its_action(void **state)
{
    struct keymap *keymap = keymap_of_desk();

    (void)state;
    for (size_t i = 0; i < pane_action_count; i++) {
        const struct action_row *row = &pane_actions[i];
        const struct action_row *named = keymap_named(keymap, row->context, row->name);

        if (named == NULL || named->action != row->action)
            fail_msg("%s in %s means another action", row->name, row->context);
    }
    for (size_t i = 0; i < pane_short_name_count; i++) {
        if (keymap_named(keymap, "person", pane_short_names[i].means) == NULL)
            fail_msg(":%s means nothing", pane_short_names[i].name);
        if (keymap_named(keymap, "person", pane_short_names[i].name) != NULL)
            fail_msg(":%s hides an action", pane_short_names[i].name);
    }
    keymap_destroy(keymap);
}

/* How often a line of the list begins with a name. */
static int listed(const char *list, const char *name)
{
    size_t length = strlen(name);
    int count = 0;

    for (const char *at = list; *at != '\0';) {
        const char *end = strchr(at, '\n');

        assert_non_null(end);
        count += strncmp(at, "  ", 2) == 0 && strncmp(at + 2, name, length) == 0 &&
                 at[2 + length] == ' ';
        at = end + 1;
    }
    return count;
}

static void every_action_of_the_desk_is_a_command(void **state)
{
    struct buffer list = {0};

    (void)state;
    panes_commands(&list);
    for (size_t i = 0; i < pane_action_count; i++) {
        const struct action_row *row = &pane_actions[i];

        if (strcmp(row->context, "common") == 0 || strcmp(row->context, "person") == 0)
            assert_int_equal(listed(buffer_string(&list), row->name), 1);
    }
    assert_int_equal(listed(buffer_string(&list), "move"), 1);
    assert_int_equal(listed(buffer_string(&list), "nonsense"), 0);
    buffer_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_name_key_and_help),
        cmocka_unit_test(every_name_means_its_action),
        cmocka_unit_test(every_action_of_the_desk_is_a_command),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
