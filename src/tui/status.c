#include "touchbase/tui/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "touchbase/base/text.h"

enum { MESSAGE_SIZE = 1200, HELP_KEYS = 22 };

struct footer {
    struct area area;
    int row;
    int column;
};

/* The first of several sequences. */
static int first_length(const char *keys)
{
    return (int)strcspn(keys, " ");
}

static bool add_to_footer(void *context, const struct action_row *row, const char *keys)
{
    struct footer *footer = context;
    int key_width = first_length(keys);
    int width = key_width + 1 +
                text_width(row->label != NULL ? row->label : "",
                           row->label != NULL ? strlen(row->label) : 0);

    if (row->label == NULL || *keys == '\0')
        return true;
    if (footer->column + width > footer->area.rect.columns)
        return false;
    area_bytes(footer->area, footer->row, footer->column, STYLE_FOOTER_KEY, keys,
               (size_t)key_width);
    area_text(footer->area, footer->row, footer->column + key_width + 1,
              STYLE_FOOTER_TEXT, row->label);
    footer->column += width + 2;
    return true;
}

void footer_draw(struct area area, int row, const struct keymap *keymap,
                 const char *context)
{
    struct footer footer = {.area = area, .row = row, .column = 1};

    keymap_each(keymap, context, add_to_footer, &footer);
}

struct help {
    struct buffer *out;
    bool bound; /* which half is being written */
};

static bool add_to_help(void *context, const struct action_row *row, const char *keys)
{
    struct help *help = context;

    if ((*keys != '\0') != help->bound)
        return true;
    buffer_add_string(help->out, " ");
    if (help->bound)
        buffer_add_string(help->out, keys);
    for (int i = (int)strlen(keys); i < HELP_KEYS; i++)
        buffer_add_char(help->out, ' ');
    buffer_add_format(help->out, " %s (%s)\n", row->help, row->name);
    return true;
}

void footer_help(const struct keymap *keymap, const char *context, struct buffer *out)
{
    struct help help = {.out = out, .bound = true};

    keymap_each(keymap, context, add_to_help, &help);
    help.bound = false;
    keymap_each(keymap, context, add_to_help, &help);
}

void message_set(struct message *message, enum message_kind kind, const char *format, ...)
{
    char text[MESSAGE_SIZE];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    message->kind = kind;
    buffer_clear(&message->text);
    buffer_add_string(&message->text, text);
}

void message_error(struct message *message, const struct error *err)
{
    message_set(message, MESSAGE_ERROR, "%s", err->text);
}

void message_clear(struct message *message)
{
    message->kind = MESSAGE_NONE;
    buffer_clear(&message->text);
}

void message_free(struct message *message)
{
    buffer_free(&message->text);
    message->kind = MESSAGE_NONE;
}

bool message_draw(const struct message *message, struct area area, int row)
{
    static const enum style styles[] = {
        [MESSAGE_NONE] = STYLE_NORMAL,
        [MESSAGE_NOTICE] = STYLE_NOTICE,
        [MESSAGE_WARNING] = STYLE_WARNING,
        [MESSAGE_ERROR] = STYLE_ERROR,
    };
    struct buffer line = {0};

    if (message->kind == MESSAGE_NONE)
        return false;
    buffer_add_string(&line, message->kind == MESSAGE_ERROR ? "! " : " ");
    buffer_add_string(&line, buffer_string(&message->text));
    area_field(area, row, 0, area.rect.columns, styles[message->kind], line.data, false);
    buffer_free(&line);
    return true;
}
