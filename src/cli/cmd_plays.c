/* The plays in force: those of absences by their reason, those of other events, and where
 * each comes from. Reading them is what checks the files. */
#include "records.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/settings.h"
#include "touchbase/model/event_play.h"

/* "3 working days after back" */
static const char *when_words(struct arena *arena, struct offset offset,
                              enum anchor anchor)
{
    static const char *const anchors[ANCHOR_COUNT] = {
        [ANCHOR_NOW] = "",
        [ANCHOR_FIRST_DAY] = " after first day",
        [ANCHOR_BACK] = " after back",
    };
    const char *days = "today";

    if (offset.count > 0 || anchor != ANCHOR_NOW)
        days =
            arena_format(arena, "%d %sday%s", offset.count,
                         offset.working ? "working " : "", offset.count == 1 ? "" : "s");
    return arena_format(arena, "%s%s", days, anchors[anchor]);
}

static void print_head(struct call *call, const char *name, const char *trigger,
                       const char *where)
{
    output_print(&call->out, "%-16s %-20s %s\n", name, trigger, where);
}

static void print_row(struct call *call, const char *channel, const char *when,
                      const char *purpose)
{
    output_print(&call->out, "    %-9s  %-28s %s\n", channel, when,
                 records_text(purpose));
}

static const char *first_wording(const struct wordings *wordings)
{
    return wordings->count > 0 ? wordings->texts[0] : NULL;
}

static void print_absence_play(struct call *call, const struct play *play, bool left)
{
    const struct offset landing = {play->landing, true};

    print_head(call, play->name, left ? "left" : "absence", play->where);
    if (play->wish)
        print_row(call, channel_name(play->wish_channel),
                  when_words(call->arena, play->wish_after, ANCHOR_NOW),
                  first_wording(&play->wish_purpose));
    if (play->answer)
        print_row(call, channel_name(CHANNEL_EMAIL), "today",
                  first_wording(&play->answer_purpose));
    if (play->return_call)
        print_row(call, channel_name(CHANNEL_CALL),
                  when_words(call->arena, landing, ANCHOR_BACK),
                  first_wording(&play->return_purpose));
    if (play->hold)
        print_row(call, play->hold_post ? "all" : "the rest",
                  when_words(call->arena, landing, ANCHOR_BACK), "waits");
    if (play->ask_cover)
        print_row(call, "ask", "today", first_wording(&play->cover_purpose));
}

static void print_event_play(struct call *call, const struct event_play *play)
{
    const char *trigger = trigger_name(play->trigger);

    if (play->trigger == TRIGGER_ABSENCE)
        trigger = arena_format(call->arena, "absence, %s", reason_name(play->reason));
    print_head(call, play->name, trigger, play->where);
    for (size_t i = 0; i < play->touch_count; i++) {
        const struct play_touch *touch = &play->touches[i];

        print_row(call, channel_name(touch->channel),
                  when_words(call->arena, touch->after, touch->anchor),
                  touch->item
                      ? arena_format(call->arena, "+ %s", records_text(touch->purpose))
                      : touch->purpose);
    }
}

bool cmd_plays(struct call *call, struct error *err)
{
    struct settings *settings = arena_alloc(call->arena, sizeof *settings);
    const struct plays *plays = &settings->plays;
    struct error none;

    if (!settings_read(call->arena, file_home(call->arena, FILE_CONFIG, &none), settings,
                       err))
        return false;
    for (int i = 0; i < PLAY_COUNT; i++)
        print_absence_play(call, &plays->plays[i], i == PLAY_LEFT);
    for (size_t i = 0; i < plays->event_count; i++)
        print_event_play(call, &plays->events[i]);
    return true;
}
