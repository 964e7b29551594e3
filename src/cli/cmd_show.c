#include <string.h>

#include "records.h"
#include "touchbase/base/buffer.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/blockers.h"
#include "touchbase/desk/links.h"
#include "touchbase/desk/proposals.h"
#include "touchbase/desk/references.h"
#include "touchbase/desk/successor.h"
#include "touchbase/model/inbound.h"

enum { PAGE = 128 };

/* What is shown above the timeline. */
struct shown {
    struct contact contact;
    struct desk_place place;
    struct tie *ties;
    struct naming_tally *tallies; /* of each tie */
    size_t tie_count;
    struct promise_tally promises;
    enum blocker blocker;
    struct touch *pending;
    size_t pending_count;
};

typedef void (*entry_fn)(struct call *call, void *context,
                         const struct timeline_entry *entry);

/* The whole timeline, newest first, a page at a time. */
static bool for_each_entry(struct call *call, int64_t contact_id, entry_fn each,
                           void *context, struct error *err)
{
    struct arena *pages[2] = {arena_create(), arena_create()};
    const struct timeline_entry *from = NULL;
    struct timeline_entry *rows;
    size_t count = PAGE;
    bool good = true;

    /* The key of the next page lies in the one before: two arenas take turns. */
    for (int turn = 0; good && count == PAGE; turn ^= 1) {
        arena_reset(pages[turn]);
        good = desk_timeline(call->desk, contact_id, from, PAGE, pages[turn], &rows,
                             &count, err);
        for (size_t i = 0; good && i < count; i++)
            each(call, context, &rows[i]);
        if (good && count > 0)
            from = &rows[count - 1];
    }
    arena_destroy(pages[0]);
    arena_destroy(pages[1]);
    return good;
}

/* ---- JSON ---- */

static void add_entry(struct call *call, void *context,
                      const struct timeline_entry *entry)
{
    struct json *json = context;

    json_open(json, NULL, '{');
    desk_entry_json(json, call->desk, entry);
    json_close(json, '}');
}

static void linked_json(struct json *json, const char *key, const struct linked *linked)
{
    json_open(json, key, '{');
    json_string(json, "id", linked->uuid);
    json_string(json, "name", linked->name);
    json_close(json, '}');
}

static void place_json(struct json *json, const struct desk_place *place)
{
    json_open(json, "succeeds", '[');
    for (size_t i = 0; i < place->before_count; i++)
        linked_json(json, NULL, &place->before[i]);
    json_close(json, ']');
    if (place->has_successor)
        linked_json(json, "successor", &place->successor);
    else
        json_string(json, "successor", NULL);
}

static bool show_json(struct call *call, const struct shown *shown, struct error *err)
{
    struct json json = {0};
    bool good;

    json_open(&json, NULL, '{');
    desk_contact_json(&json, call->desk, &shown->contact);
    place_json(&json, &shown->place);
    json_number(&json, "promises_kept", shown->promises.kept);
    json_number(&json, "promises_missed", shown->promises.missed);
    json_string(&json, "blocker",
                shown->blocker == BLOCKER_NONE ? NULL : blocker_name(shown->blocker));
    json_open(&json, "linked", '[');
    for (size_t i = 0; i < shown->tie_count; i++) {
        json_open(&json, NULL, '{');
        desk_tie_json(&json, &shown->ties[i]);
        json_number(&json, "named", shown->tallies[i].recent);
        json_time(&json, "last_named", shown->tallies[i].last_utc, desk_zone(call->desk));
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_open(&json, "pending", '[');
    for (size_t i = 0; i < shown->pending_count; i++) {
        json_open(&json, NULL, '{');
        desk_touch_json(&json, call->desk, &shown->pending[i]);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_open(&json, "timeline", '[');
    good = for_each_entry(call, shown->contact.id, add_entry, &json, err);
    json_close(&json, ']');
    json_close(&json, '}');
    if (good)
        records_print_json(call, &json);
    json_free(&json);
    return good;
}

/* ---- Words ---- */

static void print_head(struct call *call, const struct contact *contact)
{
    struct output *out = &call->out;

    output_print(out, "%s%s%s%s%s\n", contact->name, contact->title != NULL ? ", " : "",
                 records_text(contact->title), contact->company != NULL ? ", " : "",
                 records_text(contact->company));
    output_print(out, "%s  %.*s%s%s", stage_name(contact->stage), ID_SHOWN, contact->uuid,
                 contact->city != NULL ? "  " : "", records_text(contact->city));
    records_print_tags(call, contact);
    output_print(out, "\n");
    if (contact->do_not_contact)
        output_print(out, "do not contact\n");
}

/* Who was there before, and who came after. */
static void print_place(struct call *call, const struct desk_place *place)
{
    for (size_t i = 0; i < place->before_count; i++)
        output_print(&call->out, "%s%s%s", i == 0 ? "took over from " : ", ",
                     place->before[i].name, i + 1 == place->before_count ? "\n" : "");
    if (place->has_successor)
        output_print(&call->out, "%s took over  %.*s\n", place->successor.name, ID_SHOWN,
                     place->successor.uuid);
    else if (place->left)
        output_print(&call->out, "left the company; nobody is named who took over\n");
}

/* A point may be an address of several lines: they stand below each other. */
static void print_point(struct call *call, const struct point *point)
{
    const char *line = point->value;
    const char *kind = point_kind_name(point->kind);

    while (*line != '\0') {
        size_t length = strcspn(line, "\n");

        output_print(&call->out, "%-8s %.*s", kind, (int)length, line);
        line += length + (line[length] == '\n');
        if (*line == '\0' && point->label != NULL)
            output_print(&call->out, " (%s)", point->label);
        output_print(&call->out, "\n");
        kind = "";
    }
}

static bool print_absence(struct call *call, const struct contact *contact,
                          struct error *err)
{
    struct absence absence;
    const char *reason;
    bool away;

    if (!desk_absence_of(call->desk, contact->id, call->arena, &absence, &away, err))
        return false;
    if (!away)
        return true;
    reason = reason_name(absence.reason);
    output_print(
        &call->out, "%-8s %s%s%s%s%s\n", "away",
        absence.back == DAY_NONE
            ? "no return date given"
            : arena_format(call->arena, "back %s",
                           records_due(call->arena, call->desk,
                                       (struct wall){absence.back, absence.back_minute})),
        *reason != '\0' ? ", " : "", reason, absence.place != NULL ? ", " : "",
        records_text(absence.place));
    for (size_t i = 0; i < absence.cover_count; i++) {
        const struct cover *cover = &absence.covers[i];

        output_print(&call->out, "%-8s %s  %s  %s\n", "cover", records_text(cover->name),
                     records_text(cover->mail), records_text(cover->phone));
    }
    return true;
}

static void print_pending(struct call *call, const struct touch *touch)
{
    output_print(&call->out, "%-8s %s%s  %s%s%s  %.*s\n",
                 touch->promise ? "next !" : "next",
                 records_due(call->arena, call->desk, touch->due),
                 desk_touch_late(call->desk, touch) ? " (late)" : "",
                 channel_name(touch->channel), touch->purpose != NULL ? ": " : "",
                 records_text(touch->purpose), ID_SHOWN, touch->uuid);
    if (touch->opener != NULL)
        output_print(&call->out, "%-8s \"%s\"\n", "", touch->opener);
}

/* The first line beside the time, the others below it. */
static void print_lines(struct call *call, const char *text)
{
    bool first = true;

    while (*text != '\0') {
        size_t length = strcspn(text, "\n");

        output_print(&call->out, "%s%.*s\n", first ? "" : "    ", (int)length, text);
        text += length + (text[length] == '\n');
        first = false;
    }
    if (first)
        output_print(&call->out, "\n");
}

static void print_said(struct call *call, const struct script *script)
{
    const char *words = script_body(script->text);

    if (*words == '\0')
        return;
    output_print(&call->out, "    %s: ", script_said_word(script->channel));
    print_lines(call, words);
}

static void print_message(struct call *call, const struct script *script)
{
    const char *subject = script_subject(call->arena, script->text);

    output_print(&call->out, "%s%s%s\n", channel_name(script->channel),
                 *subject != '\0' ? ": " : "", subject);
    print_said(call, script);
}

static void print_entry(struct call *call, void *context,
                        const struct timeline_entry *entry)
{
    (void)context;
    output_print(
        &call->out, "  %s  %s%s%s", records_time(call->arena, call->desk, entry->utc),
        entry->with != NULL ? "with " : "", entry->with != NULL ? entry->with->name : "",
        entry->with != NULL ? ": " : "");
    switch (entry->kind) {
    case TIMELINE_TOUCH:
        output_print(&call->out, "%s%s%s\n",
                     desk_touch_told(call->desk, call->arena, entry->touch),
                     entry->touch->purpose != NULL ? ": " : "",
                     records_text(entry->touch->purpose));
        if (entry->script != NULL)
            print_said(call, entry->script);
        break;
    case TIMELINE_NOTE:
        print_lines(call, entry->note->text);
        break;
    case TIMELINE_ABSENCE:
        output_print(&call->out, "out of office (%s)%s%s\n",
                     absence_state_name(entry->absence->state),
                     entry->absence->subject != NULL ? ": " : "",
                     records_text(entry->absence->subject));
        break;
    case TIMELINE_MESSAGE:
        print_message(call, entry->script);
        break;
    }
}

static bool show_words(struct call *call, const struct shown *shown, struct error *err)
{
    const struct contact *contact = &shown->contact;

    print_head(call, contact);
    print_place(call, &shown->place);
    for (size_t i = 0; i < contact->point_count; i++)
        print_point(call, &contact->points[i]);
    for (size_t i = 0; i < shown->tie_count; i++)
        records_print_tie(call, &shown->ties[i]);
    if (!print_absence(call, contact, err))
        return false;
    if (shown->promises.kept + shown->promises.missed > 0)
        output_print(&call->out, "%-8s %d kept, %d missed\n", "promises",
                     shown->promises.kept, shown->promises.missed);
    if (shown->blocker != BLOCKER_NONE)
        output_print(&call->out, "%-8s %s\n", "likely", blocker_words(shown->blocker));
    for (size_t i = 0; i < shown->pending_count; i++)
        print_pending(call, &shown->pending[i]);
    return for_each_entry(call, contact->id, print_entry, NULL, err);
}

static bool read_tallies(struct call *call, struct shown *shown, struct error *err)
{
    shown->tallies = arena_array(call->arena, shown->tie_count, sizeof *shown->tallies);
    for (size_t i = 0; i < shown->tie_count; i++) {
        if (!desk_naming_tally(call->desk, shown->contact.id, &shown->ties[i],
                               call->arena, &shown->tallies[i], err))
            return false;
    }
    return true;
}

bool cmd_show(struct call *call, struct error *err)
{
    struct shown shown;

    if (call_desk(call, DESK_LOOK, err) == NULL ||
        !records_find(call, call_join(call, 0), &shown.contact, err) ||
        !desk_place_of(call->desk, shown.contact.id, call->arena, &shown.place, err) ||
        !desk_links(call->desk, shown.contact.id, LINKS_READ, call->arena, &shown.ties,
                    &shown.tie_count, err) ||
        !read_tallies(call, &shown, err) ||
        !desk_blocker(call->desk, &shown.contact, &shown.blocker, err) ||
        !desk_promises(call->desk, shown.contact.id, &shown.promises, err) ||
        !desk_touches_of(call->desk, shown.contact.id, call->arena, &shown.pending,
                         &shown.pending_count, err))
        return false;
    return call_has(call, OPTION_JSON) ? show_json(call, &shown, err)
                                       : show_words(call, &shown, err);
}
