#include "scripted.h"

#include <stdio.h>
#include <string.h>

#include "touchbase/base/file.h"
#include "touchbase/term/canvas.h"
#include "touchbase/term/screen.h"

enum { KEYS_MAX = 1024 * 1024, SIDE_MAX = 1000, COLUMNS = 80, ROWS = 24 };

bool is_scripted(const struct call *call)
{
    return call_has(call, OPTION_KEYS) || call_has(call, OPTION_SCREEN);
}

static bool read_size(const struct call *call, int *rows, int *columns, struct error *err)
{
    const char *size = call->values[OPTION_SIZE];
    char rest;

    *rows = ROWS;
    *columns = COLUMNS;
    if (size == NULL ||
        (strspn(size, "0123456789x") == strlen(size) &&
         sscanf(size, "%4dx%4d%c", columns, rows, &rest) == 2 && *columns >= 1 &&
         *columns <= SIDE_MAX && *rows >= 1 && *rows <= SIDE_MAX))
        return true;
    return error_set(err, ERROR_USAGE,
                     "\"%s\" is no size; write columns and rows as 120x36, %d at most",
                     size, SIDE_MAX);
}

static struct screen *open_script(struct call *call, struct error *err)
{
    const char *path = call->values[OPTION_KEYS];
    struct screen *screen = NULL;
    struct buffer keys = {0};
    int rows, columns;

    if (read_size(call, &rows, &columns, err) &&
        (path == NULL || file_read(path, KEYS_MAX, &keys, err)))
        screen =
            script_screen_open(buffer_string(&keys), keys.length, rows, columns, err);
    buffer_free(&keys);
    return screen;
}

static bool write_text(struct call *call, const char *path, const struct buffer *text,
                       struct error *err)
{
    struct file_write write;

    if (strcmp(path, "-") == 0) {
        output_data(&call->out, buffer_string(text), text->length);
        return true;
    }
    if (!file_write_begin(&write, path, err))
        return false;
    fwrite(buffer_string(text), 1, text->length, write.stream);
    return file_write_commit(&write, err);
}

/* Words a script waited for in vain. */
static bool all_came(const struct screen *screen, struct error *err)
{
    struct script_record record = script_screen_record(screen);

    return record.missed == NULL ||
           error_set(err, ERROR_FAILED, "keys, line %d: \"%s\" did not come",
                     record.missed_line, record.missed);
}

static bool keep_picture(struct call *call, const struct screen *screen,
                         struct error *err)
{
    const char *path = call->values[OPTION_SCREEN];
    struct buffer text = {0};
    bool done;

    if (path == NULL)
        return true;
    if (script_screen_record(screen).canvas != NULL)
        canvas_text(script_screen_record(screen).canvas, &text);
    done = write_text(call, path, &text, err);
    buffer_free(&text);
    return done;
}

bool scripted_run(struct call *call, const struct panes_options *options,
                  struct error *err)
{
    struct screen *screen = open_script(call, err);
    bool done;

    if (screen == NULL)
        return false;
    if (call_desk(call, DESK_WINDOW, err) == NULL) {
        screen_close(screen);
        return false;
    }
    *err = (struct error){.code = ERROR_FAILED};
    call->status = panes_run(call->desk, screen, options, err);
    done = call->status != ERROR_FAILED || err->text[0] == '\0';
    done = keep_picture(call, screen, err) && done && all_came(screen, err);
    screen_close(screen);
    return done;
}
