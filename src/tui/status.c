#include "touchbase/tui/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "touchbase/base/text.h"
#include "wrap.h"

enum { NOTICE_SIZE = 1200, HELP_KEYS = 22 };

struct footer {
    struct area area;
    int row;
    int column;
    const struct action_row *last; /* with a label: its place is kept free */
    int last_width;
};

static int footer_width(const struct action_row *row, const char *keys)
{
    if (*keys == '\0')
        return 0;
    return (int)strlen(keys) + 1 + text_width(row->label, strlen(row->label));
}

static bool find_last(void *context, const struct action_row *row, const char *keys)
{
    struct footer *footer = context;
    int width = footer_width(row, keys);

    if (width > 0) {
        footer->last = row;
        footer->last_width = width;
    }
    return true;
}

static bool add_to_footer(void *context, const struct action_row *row, const char *keys)
{
    struct footer *footer = context;
    int key_width = (int)strlen(keys);
    int width = footer_width(row, keys);
    int kept = row == footer->last ? 0 : footer->last_width + 2;

    if (width == 0 || footer->column + width + kept > footer->area.rect.columns)
        return true;
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

    keymap_each_label(keymap, context, find_last, &footer);
    if (footer.last_width + 1 > area.rect.columns / 2)
        footer.last_width = -2; /* too narrow to keep a place free */
    keymap_each_label(keymap, context, add_to_footer, &footer);
}

struct help {
    struct buffer *out;
    int width;  /* of the keys */
    bool bound; /* which half is being written */
};

static bool widest(void *context, const struct action_row *row, const char *keys)
{
    struct help *help = context;
    int width = (int)strlen(keys);

    (void)row;
    if (width > help->width && width <= HELP_KEYS)
        help->width = width;
    return true;
}

static bool add_to_help(void *context, const struct action_row *row, const char *keys)
{
    struct help *help = context;

    if ((*keys != '\0') != help->bound)
        return true;
    buffer_add_string(help->out, " ");
    if (help->bound)
        buffer_add_string(help->out, keys);
    for (int i = (int)strlen(keys); i < help->width; i++)
        buffer_add_char(help->out, ' ');
    buffer_add_format(help->out, "  %s (%s)\n", row->help, row->name);
    return true;
}

void footer_help(const struct keymap *keymap, const char *context, struct buffer *out)
{
    struct help help = {.out = out, .bound = true};

    keymap_each(keymap, context, widest, &help);
    keymap_each(keymap, context, add_to_help, &help);
    help.bound = false;
    keymap_each(keymap, context, add_to_help, &help);
}

void notice_set(struct notice *notice, enum notice_kind kind, const char *format, ...)
{
    char text[NOTICE_SIZE];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    notice->kind = kind;
    buffer_clear(&notice->text);
    buffer_clear(&notice->above);
    buffer_add_string(&notice->text, text);
}

void notice_above(struct notice *notice, const char *words)
{
    buffer_clear(&notice->above);
    buffer_add_string(&notice->above, words);
}

void notice_error(struct notice *notice, const struct error *err)
{
    notice_set(notice, NOTICE_ERROR, "%s", err->text);
}

void notice_clear(struct notice *notice)
{
    notice->kind = NOTICE_NONE;
    buffer_clear(&notice->text);
    buffer_clear(&notice->above);
}

void notice_free(struct notice *notice)
{
    buffer_free(&notice->text);
    buffer_free(&notice->above);
    notice->kind = NOTICE_NONE;
}

/* In as many lines as the words need, the last at row; cut where the area has fewer.
 * Returns the first. */
static int draw_words(struct area area, int row, enum style style, const char *lead,
                      const struct buffer *text)
{
    struct buffer words = {0};
    struct wrap wrap = {.hangs = true};
    int first;

    buffer_add_string(&words, lead);
    buffer_add_string(&words, buffer_string(text));
    wrap_text(&wrap, words.data, words.length, area.rect.columns);
    first = row + 1 - (int)wrap.count;
    if (first < 0) {
        first = row;
        area_field(area, row, 0, area.rect.columns, style, words.data, false);
    } else {
        wrap_draw(&wrap, area, first, style, words.data);
    }
    wrap_free(&wrap);
    buffer_free(&words);
    return first;
}

bool notice_draw(const struct notice *notice, struct area area, int row)
{
    static const enum style styles[] = {
        [NOTICE_NONE] = STYLE_NORMAL,
        [NOTICE_PLAIN] = STYLE_NOTICE,
        [NOTICE_WARNING] = STYLE_WARNING,
        [NOTICE_ERROR] = STYLE_ERROR,
    };

    if (notice->kind == NOTICE_NONE)
        return false;
    row = draw_words(area, row, styles[notice->kind],
                     notice->kind == NOTICE_ERROR ? "! " : " ", &notice->text);
    if (notice->above.length > 0 && row > 0)
        draw_words(area, row - 1, styles[notice->kind], " ", &notice->above);
    return true;
}
