/* On the library: add, change, retire, read, send to the current person. */
#include <stdlib.h>

#include "actions.h"
#include "sheets.h"
#include "touchbase/base/buffer.h"
#include "touchbase/desk/library.h"
#include "verbs.h"
#include "words.h"

enum { GIFTS_SHOWN = 200 };

static void say_stored(struct workspace *workspace, const struct item *item)
{
    workspace_made(workspace, item->gain == GAIN_NONE ? NOTICE_WARNING : NOTICE_PLAIN,
                   "%s%s", item->title,
                   item->gain == GAIN_NONE ? ": earn, save time, less waste or solve? e "
                                             "says what it does for them"
                                           : " is in the library");
}

static void add_answer(struct workspace *workspace, const char *text)
{
    struct item item = {0};
    struct error err;
    int64_t id;

    if (text == NULL || *text == '\0')
        return;
    if (!item_read(workspace->asking, text, &item, &err) ||
        !desk_item_add(workspace->desk, &item, &id, &err))
        ask_again(workspace, &err, text, add_answer);
    else
        say_stored(workspace, &item);
}

static void edit_answer(struct workspace *workspace, const char *text)
{
    struct item item = *(const struct item *)workspace->pending;
    struct error err;

    if (text == NULL || *text == '\0')
        return;
    if (!item_read(workspace->asking, text, &item, &err) ||
        !desk_item_change(workspace->desk, &item, &err))
        ask_again(workspace, &err, text, edit_answer);
    else
        say_stored(workspace, &item);
}

static void limit_answer(struct workspace *workspace, const char *text)
{
    if (text != NULL && workspace_top(workspace)->ops == &library_sheet)
        library_limit(workspace_top(workspace), text);
}

static void retire(struct workspace *workspace, const struct item *item)
{
    struct error err;

    if (!desk_item_retire(workspace->desk, item->id, !item->retired, &err))
        workspace_error(workspace, &err);
    else
        workspace_made(workspace, NOTICE_PLAIN, "%s is %s", item->title,
                       item->retired ? "proposed again" : "no longer proposed");
}

static void add_gifts(struct workspace *workspace, struct buffer *text,
                      const struct gift *gifts, size_t count)
{
    struct arena *arena = workspace->asking;

    buffer_add_string(text, count == 0 ? "\nNobody had it yet.\n" : "\nWHO HAD IT\n");
    for (size_t i = 0; i < count; i++)
        buffer_add_format(text, "%-12s %s\n",
                          gifts[i].done_utc == 0
                              ? "planned"
                              : shown_moment(arena, workspace->desk, gifts[i].done_utc),
                          gifts[i].contact);
}

static void read_item(struct workspace *workspace, const struct item *item)
{
    struct buffer text = {0};
    struct gift *gifts;
    size_t count;
    struct error err;
    struct paper paper;

    if (!desk_item_gifts(workspace->desk, item->id, GIFTS_SHOWN, workspace->asking,
                         &gifts, &count, &err)) {
        workspace_error(workspace, &err);
        return;
    }
    buffer_add_format(&text, "%s\n", item_line(workspace->asking, item));
    add_gifts(workspace, &text, gifts, count);
    paper = (struct paper){
        .title = item->title, .text = buffer_string(&text), .length = text.length};
    workspace_open(workspace, SHEET_PAPER, &paper);
    buffer_free(&text);
}

/* The line is typed already; Enter plans it. */
static void send_item(struct workspace *workspace, const struct item *item)
{
    enum channel channel =
        item->channel == ITEM_ANY_CHANNEL ? CHANNEL_EMAIL : (enum channel)item->channel;
    char *line = memory_string(arena_format(workspace->asking, "%s tomorrow +%s",
                                            channel_name(channel), item->title));

    verb_plan(workspace, line);
    free(line);
}

static void perform(struct workspace *workspace, int action, struct item *item)
{
    switch (action) {
    case DO_EDIT:
        workspace->pending = item;
        ask_line(workspace, "item: ", item_line(workspace->asking, item), NULL,
                 edit_answer);
        break;
    case DO_FINISH:
        retire(workspace, item);
        break;
    case DO_PLAN:
        send_item(workspace, item);
        break;
    default:
        read_item(workspace, item);
        break;
    }
}

static bool is_of_item(int action)
{
    return action == DO_EDIT || action == DO_FINISH || action == DO_PLAN ||
           action == DO_OPEN || action == DO_VERBATIM;
}

static void begin_verb(struct workspace *workspace, int action, int64_t id)
{
    struct item *item = arena_alloc(ask_begin(workspace), sizeof *item);
    struct error err;

    if (id == 0)
        notice_set(&workspace->notice, NOTICE_WARNING, "no item is under the cursor; %s",
                   workspace_hint(workspace, "{add} adds one"));
    else if (!desk_item_get(workspace->desk, id, workspace->asking, item, &err))
        workspace_error(workspace, &err);
    else
        perform(workspace, action, item);
}

bool verb_library_act(struct workspace *workspace, int action)
{
    if (workspace_top(workspace)->ops != &library_sheet)
        return false;
    if (is_of_item(action)) {
        begin_verb(workspace, action, library_row(workspace_top(workspace)));
        return true;
    }
    if (action != DO_ADD && action != DO_LIMIT)
        return false;
    ask_begin(workspace);
    if (action == DO_ADD)
        ask_line(workspace, "new item (title, link, email, less waste, #tag): ", NULL,
                 NULL, add_answer);
    else
        ask_line(workspace, "items with the words: ", NULL, NULL, limit_answer);
    return true;
}
