/* What a call needs in sight, and how it is stored (desk/calls.h). */
#include "touchbase/desk/calls.h"

#include <string.h>

#include "successor_private.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/blockers.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/drafts.h"
#include "touchbase/store/notes.h"
#include "touchbase/store/touches.h"

enum { ENTRIES_READ = 60 };

/* The planned one under the cursor; else the next call that is due within the week. */
static bool find_touches(struct desk *desk, int64_t touch_id, struct arena *arena,
                         struct call_brief *out, struct error *err)
{
    day_number last = desk_today(desk) + desk->settings.plays.rules.pace_call_days;
    struct touch *touches;
    size_t count;

    if (!touches_pending_of(desk->store, out->contact.id, arena, &touches, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        bool soon = touches[i].due.day <= last || touches[i].cause == CAUSE_RETURN;
        bool wanted = touch_id != 0 ? touches[i].id == touch_id : soon;

        if (wanted && touches[i].channel == CHANNEL_CALL && !out->has_touch) {
            out->has_touch = true;
            out->touch = touches[i];
        }
        if (touches[i].promise && !out->has_promise) {
            out->has_promise = true;
            out->promise = touches[i];
        }
    }
    return true;
}

static const char *note_of(const struct timeline_entry *entries, size_t count,
                           int64_t touch_id)
{
    for (size_t i = 0; i < count; i++) {
        if (entries[i].kind == TIMELINE_NOTE && entries[i].note->touch_id == touch_id)
            return entries[i].note->text;
    }
    return NULL;
}

/* Who answers the phone there is known from the note taken when that happened last; what
 * they said from all notes but those on somebody they followed. */
static bool find_before(struct desk *desk, struct arena *arena, struct call_brief *out,
                        struct error *err)
{
    struct timeline_entry *entries;
    size_t count;

    if (!desk_timeline(desk, out->contact.id, NULL, ENTRIES_READ, arena, &entries, &count,
                       err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].with != NULL)
            continue;
        if (entries[i].kind == TIMELINE_NOTE && i >= CALL_LAST)
            talk_add(arena, entries[i].note->text, &out->said);
        if (entries[i].kind != TIMELINE_TOUCH)
            continue;
        if (entries[i].touch->outcome == OUTCOME_REACHED)
            out->followed_up = true;
        if (entries[i].touch->outcome == OUTCOME_GATEKEEPER && out->gatekeeper == NULL)
            out->gatekeeper = note_of(entries, count, entries[i].id);
    }
    return true;
}

/* The message for this call with the opener before it, unless it has that itself. */
static bool find_message(struct desk *desk, struct arena *arena, struct call_brief *out,
                         struct error *err)
{
    int64_t touch_id = out->has_touch ? out->touch.id : 0;
    struct script script;
    struct script_fact *facts;
    size_t count;
    const char *words;

    if (!desk_script_for(desk, out->contact.id, touch_id, CHANNEL_CALL, arena, &script,
                         err) ||
        !desk_script_facts(desk, out->contact.id, touch_id, CHANNEL_CALL, arena, &facts,
                           &count, err))
        return false;
    words = script_body(script.text);
    if (facts[FACT_OPENER].value != NULL && strstr(words, "{opener}") == NULL)
        words = arena_format(arena, "{opener}\n%s", words);
    desk_script_view(arena, words, CHANNEL_CALL, facts, count, &out->say);
    if (script.id == 0 && out->touch.draft == NULL) /* an opener alone is no message */
        out->say.meter = (struct script_meter){0};
    return true;
}

static void find_time(const struct desk *desk, struct call_brief *out)
{
    struct error ignored;
    struct zone *zone =
        out->contact.zone != NULL ? zone_open(out->contact.zone, &ignored) : NULL;

    out->has_zone = zone != NULL;
    if (zone != NULL)
        out->there = zone_wall(zone, desk_now(desk));
    zone_close(zone);
}

bool desk_call_brief(struct desk *desk, int64_t contact_id, int64_t touch_id,
                     struct arena *arena, struct call_brief *out, struct error *err)
{
    *out = (struct call_brief){0};
    if (!desk_load_contact(desk, contact_id, arena, &out->contact, err) ||
        !desk_blocker(desk, &out->contact, &out->blocker, err) ||
        !find_touches(desk, touch_id, arena, out, err) ||
        !desk_absence_lately(desk, contact_id, arena, &out->absence, &out->has_absence,
                             err) ||
        !find_before(desk, arena, out, err) || !find_message(desk, arena, out, err))
        return false;
    find_time(desk, out);
    return desk_pace_dial(desk, contact_id, out->has_touch ? out->touch.id : 0, arena,
                          &out->warning, err);
}

/* A time alone is today's here, where WHEN would take the next one to come. */
bool desk_call_earlier(struct desk *desk, const char *text, int64_t *utc,
                       struct error *err)
{
    struct wall when, now = desk_wall(desk);

    if (!desk_when(desk, 0, text, &when, err))
        return false;
    if (when.day == now.day + 1 && when.minute <= now.minute)
        when.day = now.day;
    if (when.minute == MINUTE_NONE || wall_compare(when, now) > 0)
        return error_set(err, ERROR_USAGE,
                         "when was it: a time that is past, 10:30 or 2026-03-02 10:30");
    zone_utc(desk_zone(desk), when, utc);
    return true;
}

static bool store_note(struct desk *desk, const struct call_log *log,
                       const struct touch *touch, struct arena *arena, struct error *err)
{
    struct note note = {.contact_id = log->contact_id,
                        .touch_id = touch->id,
                        .written_utc = touch->done_utc,
                        .text = desk_text_repair(arena, log->note)};

    if (note.text != NULL)
        return note_file(desk->store, arena, &note, log->draft_id, err);
    return log->draft_id == 0 || draft_delete(desk->store, log->draft_id, err);
}

/* The planned touch, or one made for this call. */
static bool begin_touch(struct desk *desk, const struct call_log *log,
                        struct arena *arena, struct touch *touch, struct error *err)
{
    if (log->touch_id != 0)
        return desk_load_pending(desk, log->touch_id, arena, touch, err);
    *touch = desk_touch_new(desk, log->contact_id);
    touch->channel = CHANNEL_CALL;
    desk_set_due(desk, touch,
                 zone_wall(desk_zone(desk),
                           log->started_utc != 0 ? log->started_utc : desk_now(desk)));
    return touch_insert(desk->store, arena, touch, err);
}

static bool store_all(struct desk *desk, const struct call_log *log, struct arena *arena,
                      struct error *err)
{
    struct touch touch;

    if (!begin_touch(desk, log, arena, &touch, err) ||
        !desk_touch_end(desk, &touch, log->outcome, log->started_utc,
                        log->succession == NULL ? log->next : NULL, arena, err))
        return false;
    if (log->seconds > 0 && !touch_talked(desk->store, touch.id, log->seconds, err))
        return false;
    if (!store_note(desk, log, &touch, arena, err))
        return false;
    return log->succession == NULL ||
           successor_store(desk, log->succession, log->next, arena, err);
}

bool desk_call_store(struct desk *desk, const struct call_log *log, struct error *err)
{
    struct arena *arena = arena_create();
    struct contact contact;
    bool done = desk_load_contact(desk, log->contact_id, arena, &contact, err);

    if (done && !outcome_fits(log->outcome, CHANNEL_CALL))
        done = error_set(err, ERROR_USAGE, "\"%s\" is no outcome of a call",
                         outcome_name(log->outcome));
    done = done &&
           desk_step_begin(desk, err, "call with %s: %s", contact.name,
                           outcome_name(log->outcome)) &&
           desk_step_end(desk, store_all(desk, log, arena, err), err);
    arena_destroy(arena);
    return done;
}
