/* What a calendar did comes home (desk/sync.h). */
#include <string.h>

#include "reminder.h"
#include "sync_run.h"
#include "touchbase/base/uuid.h"
#include "touchbase/desk/plan.h"
#include "touchbase/store/touches.h"

enum { UUID_LENGTH = UUID_SIZE - 1 };

/* A touch and what its item shows. */
struct meeting {
    struct sync_run *run;
    const struct sync_change *change;
    const struct entry *entry;
    struct touch touch;
    struct reminder reminder; /* the touch as it is on the desk */
};

/* The touch an UID stands for: its uuid, of tasks with "-task" behind it. */
static bool find_touch(struct sync_run *run, const char *uid, struct touch **out,
                       struct error *err)
{
    size_t count;

    *out = NULL;
    if (uid == NULL || strlen(uid) < UUID_LENGTH ||
        (uid[UUID_LENGTH] != '\0' && strcmp(uid + UUID_LENGTH, "-task") != 0))
        return true;
    return touches_find(run->desk->store, arena_copy(run->page, uid, UUID_LENGTH), 1,
                        run->page, out, &count, err);
}

/* Remembered, so that it is not read again before it changes. */
static bool leave_alone(struct sync_run *run, const struct sync_change *change,
                        struct error *err)
{
    run->totals->foreign++;
    return sync_agree(run, &change->item, &change->kept.entry, NULL, 0, 0, err);
}

static bool agree(const struct meeting *m, int64_t content, int64_t core,
                  struct error *err)
{
    return sync_agree(m->run, &m->change->item, m->entry, m->touch.uuid, content, core,
                      err);
}

/* Nothing of it concerns the desk: what was agreed on stands, in this version. */
static bool agree_as_before(const struct meeting *m, struct error *err)
{
    const struct agreed *row = m->change->row;

    return agree(m, row == NULL ? 0 : row->content, row == NULL ? 0 : row->core, err);
}

/* What the calendar shows counts as seen; whichever side a person takes, the calendar is
 * brought the desk's afterwards. */
static bool ask(const struct meeting *m, enum parting_kind kind, struct error *err)
{
    const struct parting parting = {
        .kind = kind,
        .touch = m->touch,
        .title = m->entry->title,
        .due = sync_due(m->run->desk, m->entry),
        .asked_utc = desk_now(m->run->desk),
    };

    m->run->totals->asked++;
    m->run->totals->parted += kind == PARTING_CONFLICT;
    return parting_insert(m->run->desk->store, &parting, err) && agree(m, 0, 0, err) &&
           sync_log(m->run, err, "%s: %s", m->reminder.title,
                    desk_parting_words(m->run->page, &parting));
}

static bool finish(struct meeting *m, struct error *err)
{
    struct desk *desk = m->run->desk;

    m->run->totals->taken++;
    return desk_touch_end_at(desk, &m->touch, outcome_usual(m->touch.channel),
                             m->entry->done_utc, m->run->page, err) &&
           ask(m, PARTING_OUTCOME, err);
}

/* The words behind what the title says by itself: "Call Dana Whitfield (Northwind): ". */
static const char *purpose_of(struct arena *arena, const struct touch *touch,
                              const char *title)
{
    struct touch bare = *touch;
    size_t length;
    char *start;

    bare.purpose = NULL;
    bare.opener = NULL;
    start = reminder_title(arena, &bare);
    length = strlen(start);
    if (strncmp(title, start, length) != 0)
        return title;
    title += length;
    return desk_text_repair(arena, title + strspn(title, ": "));
}

void sync_apply(struct desk *desk, struct touch *touch, const char *title,
                struct wall due, struct arena *arena)
{
    if (strcmp(title, reminder_title(arena, touch)) != 0 && *title != '\0')
        touch->purpose = purpose_of(arena, touch, title);
    if (due.day != DAY_NONE && wall_compare(due, touch->due) != 0)
        desk_touch_settle(desk, touch, due);
}

static bool log_taken(const struct meeting *m, const struct reminder *before, bool moved,
                      const struct touch_warning *warning, struct error *err)
{
    char was[WALL_TEXT_SIZE], is[WALL_TEXT_SIZE];

    if (!moved)
        return sync_log(m->run, err, "%s: retitled, now \"%s\"", before->title,
                        m->entry->title);
    return sync_log(m->run, err, "%s: moved from %s to %s%s%s", before->title,
                    wall_format(before->due, was), wall_format(m->touch.due, is),
                    warning->words == NULL ? "" : "; ",
                    warning->words == NULL ? "" : warning->words);
}

/* Moved, retitled or both, there alone. Rule 7 does not stop it; the log says so. */
static bool take(struct meeting *m, bool moved, struct error *err)
{
    struct desk *desk = m->run->desk;
    struct touch_warning warning = {0};
    struct reminder before = m->reminder;
    struct wall due = sync_due(desk, m->entry);
    bool same;

    if (!moved)
        due.day = DAY_NONE;
    m->run->totals->taken++;
    sync_apply(desk, &m->touch, m->entry->title, due, m->run->page);
    if (moved && !desk_touch_warning(desk, &m->touch, m->run->page, &warning, err))
        return false;
    if (!touch_update(desk->store, &m->touch, NULL, err) ||
        !sync_reminder(m->run, &m->touch, &m->reminder, NULL, err) ||
        !log_taken(m, &before, moved, &warning, err))
        return false;
    same = sync_same(desk, m->entry, &m->reminder);
    return agree(m, same ? sync_content(&m->reminder) : 0,
                 same ? sync_core(&m->reminder) : 0, err);
}

static bool take_open(struct meeting *m, struct error *err)
{
    const struct agreed *row = m->change->row;
    struct desk *desk = m->run->desk;
    bool known = row != NULL && row->uuid != NULL;
    bool moved = known && sync_moved(desk, m->entry, row);

    if (m->entry->state == ENTRY_DONE)
        return finish(m, err);
    if (m->entry->state == ENTRY_CANCELLED)
        return ask(m, PARTING_GONE, err);
    if (sync_same(desk, m->entry, &m->reminder))
        return agree_as_before(m, err);
    if (known && !moved && !sync_retitled(m->entry, row))
        return agree_as_before(m, err);
    if (!known || row->core != sync_core(&m->reminder))
        return ask(m, PARTING_CONFLICT, err);
    if (moved && m->touch.promise)
        return ask(m, PARTING_PROMISE, err);
    return take(m, moved, err);
}

/* Is there something new in the item of a touch that is done? One that was not known came
 * back after it had gone: another desk still wants it. */
static bool is_news(const struct meeting *m)
{
    const struct agreed *row = m->change->row;

    return m->entry->state == ENTRY_OPEN &&
           (row == NULL || row->uuid == NULL || sync_moved(m->run->desk, m->entry, row) ||
            sync_retitled(m->entry, row));
}

/* Done or dropped on the desk: its item goes, unless something new stands in it. */
static bool take_closed(struct meeting *m, struct error *err)
{
    return is_news(m) ? ask(m, PARTING_CONFLICT, err) : agree_as_before(m, err);
}

/* Is the item a copy of one that is kept under another name? */
static bool is_copy(struct sync_run *run, const struct sync_change *change,
                    const char *uuid, bool *copy, struct error *err)
{
    struct agreed *other;

    if (!agreed_by_uuid(run->desk->store, run->place, uuid, run->page, &other, err))
        return false;
    *copy = other != NULL && strcmp(other->href, change->item.href) != 0;
    return true;
}

static bool meet(struct sync_run *run, const struct sync_change *change,
                 struct touch *touch, struct error *err)
{
    struct meeting m = {
        .run = run, .change = change, .entry = &change->kept.entry, .touch = *touch};
    struct parting *open;
    bool copy;

    if (!is_copy(run, change, touch->uuid, &copy, err) ||
        !parting_of(run->desk->store, touch->id, run->page, &open, err) ||
        !sync_reminder(run, touch, &m.reminder, NULL, err))
        return false;
    if (copy)
        return leave_alone(run, change, err);
    if (m.entry->sequence > touch->sequence &&
        !touch_sequence_seen(run->desk->store, touch->id, m.entry->sequence, err))
        return false;
    if (open != NULL)
        return true; /* it is looked at again when a person has decided */
    return touch->outcome == OUTCOME_NONE ? take_open(&m, err) : take_closed(&m, err);
}

bool sync_take_change(struct sync_run *run, const struct sync_change *change,
                      struct error *err)
{
    const struct agreed *row = change->row;
    struct touch *touch;

    if (change->kept.result == COLLECTION_GONE)
        return row == NULL || sync_take_gone(run, row, err);
    if (!change->kept.understood || change->kept.entry.repeats)
        return leave_alone(run, change, err);
    if (!find_touch(run,
                    row != NULL && row->uuid != NULL ? row->uuid : change->kept.entry.uid,
                    &touch, err))
        return false;
    return touch == NULL ? leave_alone(run, change, err) : meet(run, change, touch, err);
}

bool sync_take_gone(struct sync_run *run, const struct agreed *row, struct error *err)
{
    struct parting parting = {.kind = PARTING_GONE,
                              .title = row->title,
                              .due = {DAY_NONE, MINUTE_NONE},
                              .asked_utc = desk_now(run->desk)};
    struct parting *open;
    struct touch *touch;

    if (!agreed_forget(run->desk->store, run->place, row->href, err) ||
        !find_touch(run, row->uuid, &touch, err))
        return false;
    if (touch == NULL || touch->outcome != OUTCOME_NONE)
        return true;
    if (!parting_of(run->desk->store, touch->id, run->page, &open, err))
        return false;
    if (open != NULL)
        return true;
    parting.touch = *touch;
    run->totals->asked++;
    return parting_insert(run->desk->store, &parting, err) &&
           sync_log(run, err, "%s: %s", row->title,
                    desk_parting_words(run->page, &parting));
}
