/* A touch as it is typed: channel, when, purpose (desk/plan.h). */
#include <ctype.h>
#include <string.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/dates/repeat.h"
#include "touchbase/dates/when.h"
#include "touchbase/desk/library.h"
#include "touchbase/desk/plan.h"
#include "touchbase/desk/references.h"

static bool when_context(struct desk *desk, int64_t contact_id, struct when_context *out,
                         struct error *err)
{
    struct arena *arena = arena_create();
    bool done = desk_landing(desk, contact_id, arena, &out->landing_day, err);

    out->now = desk_wall(desk);
    out->order = desk->settings.date_order;
    arena_destroy(arena);
    return done;
}

bool desk_when(struct desk *desk, int64_t contact_id, const char *text, struct wall *out,
               struct error *err)
{
    struct when_context context;

    return when_context(desk, contact_id, &context, err) &&
           when_read(text, &context, out, err);
}

/* A WHEN, or a rule with the first time it brings; *used gets what it takes of text, all
 * of it when used is NULL. */
static bool read_due(struct desk *desk, struct touch *touch, const char *text,
                     struct arena *arena, size_t *used, struct error *err)
{
    struct when_context context;
    struct repeat repeat;
    struct wall due = {DAY_NONE, MINUTE_NONE};

    if (!when_context(desk, touch->contact_id, &context, err))
        return false;
    switch (used == NULL ? repeat_read(text, &context, &repeat, err)
                         : repeat_read_prefix(text, &context, &repeat, used, err)) {
    case REPEAT_REFUSED:
        return false;
    case REPEAT_FOUND:
        touch->rule = arena_string(arena, repeat.rule);
        due = repeat.first;
        break;
    case REPEAT_ABSENT:
        if (!(used == NULL ? when_read(text, &context, &due, err)
                           : when_read_prefix(text, &context, &due, used, err)))
            return false;
        break;
    }
    desk_set_due(desk, touch, due);
    return true;
}

static const char *skip_blanks(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return text;
}

static const char *rest_of_line(struct arena *arena, const char *text)
{
    size_t length;

    text = skip_blanks(text);
    length = strlen(text);
    while (length > 0 && isspace((unsigned char)text[length - 1]))
        length--;
    return length == 0 ? NULL : text_repair(arena, text, length);
}

static bool read_channel(const char *word, size_t length, struct arena *arena,
                         struct touch *out, struct error *err)
{
    const char *name = arena_copy(arena, word, length);
    int channel = channel_from_name(name);

    if (channel < 0)
        return error_set(
            err, ERROR_USAGE,
            "\"%s\" is no channel: call, voicemail, email, letter, card, postcard, "
            "fax, visit, message",
            name);
    out->channel = (enum channel)channel;
    return true;
}

/* What the purpose brings and whom it names, and what to mind about it all. */
static bool read_purpose(struct desk *desk, struct touch *touch, struct arena *arena,
                         struct touch_warning *warning, struct error *err)
{
    return desk_item_bring(desk, touch, arena, err) &&
           desk_touch_name(desk, touch, arena, err) &&
           desk_touch_warning(desk, touch, arena, warning, err);
}

bool desk_touch_read(struct desk *desk, int64_t contact_id, const char *line,
                     struct arena *arena, struct touch *out,
                     struct touch_warning *warning, struct error *err)
{
    size_t length, used = 0;

    *out = desk_touch_new(desk, contact_id);
    line = skip_blanks(line);
    if (*line == '!') {
        out->promise = true;
        line = skip_blanks(line + 1);
    }
    length = strcspn(line, " \t\n");
    if (length == 0)
        return error_set(err, ERROR_USAGE, "write it like: call tue 2pm offer");
    if (!read_channel(line, length, arena, out, err))
        return false;
    line = skip_blanks(line + length);
    desk_set_due(desk, out, (struct wall){desk_today(desk), MINUTE_NONE});
    if (*line != '\0' && !read_due(desk, out, line, arena, &used, err))
        return false;
    out->purpose = rest_of_line(arena, line + used);
    return read_purpose(desk, out, arena, warning, err);
}

bool desk_touch_make(struct desk *desk, int64_t contact_id, const char *channel,
                     const char *when, const char *purpose, struct arena *arena,
                     struct touch *out, struct touch_warning *warning, struct error *err)
{
    *out = desk_touch_new(desk, contact_id);
    if (!read_channel(channel, strlen(channel), arena, out, err) ||
        !read_due(desk, out, when, arena, NULL, err))
        return false;
    out->purpose = purpose == NULL ? NULL : rest_of_line(arena, purpose);
    return read_purpose(desk, out, arena, warning, err);
}
