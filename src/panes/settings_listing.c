/* What can be set, as text: for help, the manual and the tests that hold both to it. */
#include "list_columns.h"
#include "touchbase/base/arena.h"
#include "touchbase/panes/panes.h"
#include "touchbase/tui/pane.h"

static void add_rows(struct arena *arena, const struct settings *usual,
                     struct buffer *out)
{
    size_t count, rule_count;
    const struct setting_row *rows = settings_rows(&count);
    const struct rule_row *rules = rules_rows(&rule_count);

    for (size_t i = 0; i < count; i++)
        buffer_add_format(out, "  %-17s %-6s  %s\n", rows[i].name,
                          settings_text(arena, usual, rows[i].name), rows[i].help);
    for (size_t i = 0; i < rule_count; i++)
        buffer_add_format(out, "  %-17s %-6d  %s, %d to %d\n", rules[i].name,
                          rules[i].normal, rules[i].help, rules[i].minimum,
                          rules[i].maximum);
}

static void add_columns(const struct list_columns *list, struct buffer *out)
{
    buffer_add_format(out, "  %s =", list->name);
    for (size_t i = 0; i < list->count; i++) {
        if (!list->columns[i].unusual)
            buffer_add_format(out, " %s", list->columns[i].name);
    }
    for (size_t i = 0, shown = 0; i < list->count; i++) {
        if (list->columns[i].unusual)
            buffer_add_format(out, "%s%s", shown++ == 0 ? "; also " : ", ",
                              list->columns[i].name);
    }
    buffer_add_string(out, "\n");
}

bool panes_settings(struct buffer *out, struct error *err)
{
    struct arena *arena = arena_create();
    struct settings usual;
    bool read = settings_read(arena, NULL, &usual, err);

    if (read) {
        buffer_add_string(out, "settings\n");
        add_rows(arena, &usual, out);
        buffer_add_string(out, "[colours]\n");
        for (int i = 0; i < STYLE_COUNT; i++)
            buffer_add_format(out, "  %s\n", style_name((enum style)i));
        buffer_add_string(out, "[columns]\n");
        for (int i = 0; i < LIST_KINDS; i++)
            add_columns(list_columns((enum list_kind)i), out);
    }
    arena_destroy(arena);
    return read;
}
