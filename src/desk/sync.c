#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "reminder.h"
#include "sync_run.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"
#include "touchbase/base/fnv.h"

enum { STEP_BYTES = 1 << 19, TURN_MS = 5 * 60 * 1000, TURN_PAUSE_NS = 20000000 };

struct wall sync_due(const struct desk *desk, const struct entry *entry)
{
    if (entry->when.minute == MINUTE_NONE || !entry->utc)
        return entry->when;
    return zone_wall(desk->clock.zone,
                     ((int64_t)entry->when.day * 24 * 60 + entry->when.minute) * 60);
}

static int64_t entry_utc(const struct desk *desk, const struct entry *entry)
{
    int64_t utc;

    if (entry->when.minute == MINUTE_NONE)
        return 0;
    zone_utc(desk->clock.zone, sync_due(desk, entry), &utc);
    return utc;
}

static bool same_minute(int64_t a, int64_t b)
{
    return a / 60 == b / 60;
}

bool sync_same(const struct desk *desk, const struct entry *entry,
               const struct reminder *reminder)
{
    bool whole_day = entry->when.minute == MINUTE_NONE;

    if (strcmp(entry->title, reminder->title) != 0 ||
        whole_day != (reminder->due.minute == MINUTE_NONE))
        return false;
    return whole_day ? entry->when.day == reminder->due.day
                     : same_minute(entry_utc(desk, entry), reminder->due_utc);
}

bool sync_retitled(const struct entry *entry, const struct agreed *row)
{
    return *entry->title != '\0' && strcmp(entry->title, row->title) != 0;
}

bool sync_moved(const struct desk *desk, const struct entry *entry,
                const struct agreed *row)
{
    if (entry->when.day == DAY_NONE)
        return false; /* a task that lost its time still is where it was planned */
    if (entry->when.minute == MINUTE_NONE)
        return entry->when.day != row->day.day;
    return row->day.day != DAY_NONE || !same_minute(entry_utc(desk, entry), row->utc);
}

/* The NUL of a text is part of it. */
static uint64_t hash_text(uint64_t hash, const char *text)
{
    return text == NULL ? fnv_on(hash, "\1", 1) : fnv_on(hash, text, strlen(text) + 1);
}

static uint64_t hash_core(const struct reminder *reminder)
{
    int64_t when =
        reminder->due.minute == MINUTE_NONE ? reminder->due.day : reminder->due_utc / 60;
    bool whole_day = reminder->due.minute == MINUTE_NONE;
    uint64_t hash = hash_text(FNV_START, reminder->title);

    hash = fnv_on(hash, &whole_day, sizeof whole_day);
    return fnv_on(hash, &when, sizeof when);
}

int64_t sync_core(const struct reminder *reminder)
{
    return (int64_t)(hash_core(reminder) | 1);
}

int64_t sync_content(const struct reminder *reminder)
{
    uint64_t hash = hash_core(reminder);

    hash = hash_text(hash, reminder->description);
    hash = hash_text(hash, reminder->link);
    hash = fnv_on(hash, &reminder->alarm_minutes, sizeof reminder->alarm_minutes);
    hash = fnv_on(hash, &reminder->busy, sizeof reminder->busy);
    return (int64_t)(hash | 1);
}

bool sync_agree(struct sync_run *run, const struct collection_item *item,
                const struct entry *entry, const char *uuid, int64_t content,
                int64_t core, struct error *err)
{
    const struct agreed row = {
        .href = item->href,
        .etag = item->etag == NULL ? "" : item->etag,
        .uuid = uuid,
        .content = content,
        .core = core,
        .title = entry->title == NULL ? "" : entry->title,
        .day = {entry->when.minute == MINUTE_NONE ? entry->when.day : DAY_NONE,
                MINUTE_NONE},
        .utc = entry_utc(run->desk, entry),
    };

    return agreed_set(run->desk->store, run->place, &row, err);
}

bool sync_log(struct sync_run *run, struct error *err, const char *format, ...)
{
    va_list args;
    const char *words;

    va_start(args, format);
    words = arena_vformat(run->page, format, args);
    va_end(args);
    return sync_log_add(run->desk->store, desk_now(run->desk), words, err);
}

bool sync_reminder(struct sync_run *run, const struct touch *touch, struct reminder *out,
                   struct contact *contact, struct error *err)
{
    struct contact own;

    contact = contact == NULL ? &own : contact;
    return desk_load_contact(run->desk, touch->contact_id, run->page, contact, err) &&
           reminder_make(run->desk, touch, contact, run->page, out, err);
}

/* ---- What is there ---- */

static int compare_items(const void *a, const void *b)
{
    const struct collection_item *left = a, *right = b;

    return strcmp(left->href, right->href);
}

static const struct agreed *find_row(const struct sync_run *run, const char *href)
{
    size_t low = 0, high = run->row_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(run->rows[middle].href, href);

        if (order == 0)
            return &run->rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_there(const struct sync_run *run, const char *href)
{
    const struct collection_item wanted = {.href = href};

    return run->item_count > 0 && bsearch(&wanted, run->items, run->item_count,
                                          sizeof *run->items, compare_items) != NULL;
}

static bool fetch_change(struct sync_run *run, const struct collection_item *item,
                         const struct agreed *row, struct error *err)
{
    struct sync_change change = {.item = *item, .row = row};

    if (!worker_collection_fetch(run->desk->worker, item->href, run->arena, &change.kept,
                                 err))
        return false;
    if (change.kept.etag != NULL)
        change.item.etag = change.kept.etag;
    run->changes =
        arena_grow(run->arena, run->changes, run->change_count, run->change_count + 1,
                   sizeof *run->changes, &run->change_capacity);
    run->changes[run->change_count++] = change;
    return true;
}

static bool look(struct sync_run *run, struct error *err)
{
    struct desk *desk = run->desk;
    const struct worker_collection collection = {.place = run->place,
                                                 .user = desk->settings.sync_user,
                                                 .command = desk->settings.sync_password,
                                                 .tasks = run->tasks};

    if (!worker_collection_open(desk->worker, &collection, run->arena, &run->items,
                                &run->item_count, err) ||
        !agreed_of(desk->store, run->place, run->arena, &run->rows, &run->row_count, err))
        return false;
    if (run->item_count > 0)
        qsort(run->items, run->item_count, sizeof *run->items, compare_items);
    for (size_t i = 0; i < run->item_count; i++) {
        const struct agreed *row = find_row(run, run->items[i].href);

        if (row != NULL && strcmp(row->etag, run->items[i].etag) == 0) {
            run->totals->foreign += row->uuid == NULL;
            continue;
        }
        if (!fetch_change(run, &run->items[i], row, err))
            return false;
    }
    return true;
}

/* ---- Taking it home ---- */

static bool flush_large(struct sync_run *run, struct error *err)
{
    return store_step_size(run->desk->store) < STEP_BYTES ||
           store_step_flush(run->desk->store, err);
}

static bool take_all(struct sync_run *run, struct error *err)
{
    for (size_t i = 0; i < run->change_count; i++) {
        arena_reset(run->page);
        if (!sync_take_change(run, &run->changes[i], err) || !flush_large(run, err))
            return false;
    }
    for (size_t i = 0; i < run->row_count; i++) {
        arena_reset(run->page);
        if (!is_there(run, run->rows[i].href) &&
            (!sync_take_gone(run, &run->rows[i], err) || !flush_large(run, err)))
            return false;
    }
    return true;
}

static bool take_home(struct sync_run *run, struct error *err)
{
    const struct step_info info = {.label = "sync with the calendar",
                                   .origin = STEP_SYNC,
                                   .now_utc = desk_now(run->desk)};

    return store_step_begin(run->desk->store, &info, err) &&
           desk_step_end(run->desk, take_all(run, err), err);
}

bool desk_syncs(const struct desk *desk)
{
    return desk->settings.sync != NULL && desk->demo_folder == NULL;
}

static bool find_place(struct sync_run *run, struct error *err)
{
    const struct settings *settings = &run->desk->settings;

    if (!desk_syncs(run->desk))
        return error_set(err, ERROR_USAGE,
                         "no calendar to sync with is set; write sync = ~/calendar/ into "
                         "touchbase.conf, or :set it");
    if (settings->calendar != NULL && strcmp(settings->calendar, settings->sync) == 0)
        return error_set(err, ERROR_USAGE,
                         "calendar and sync are the same folder: what is changed there "
                         "would be written over; leave calendar empty");
    run->place = file_expand(run->arena, settings->sync);
    run->tasks = settings->calendar_tasks;
    return true;
}

static bool run_once(struct desk *desk, struct sync_totals *totals, struct error *err)
{
    struct sync_run run = {
        .desk = desk, .arena = arena_create(), .page = arena_create(), .totals = totals};
    bool done;

    totals->later = 0;
    totals->foreign = 0;
    done = find_place(&run, err) && look(&run, err) && take_home(&run, err) &&
           sync_put_all(&run, err);
    arena_destroy(run.page);
    arena_destroy(run.arena);
    return done;
}

/* Two runs of one desk at a time would both take home the same change, and the second
 * take what the first one made of it for a change of its own. -1 and err. */
static int wait_for_others(struct desk *desk, struct error *err)
{
    static const struct timespec pause = {.tv_nsec = TURN_PAUSE_NS};
    int64_t end = clock_ticks_ms() + TURN_MS;
    struct arena *arena = arena_create();
    const char *path = arena_format(arena, "%s-sync", desk_path(desk));
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    bool locked = false;

    if (lock < 0)
        error_set_errno(err, errno, "cannot open %s", path);
    while (lock >= 0 && !(locked = flock(lock, LOCK_EX | LOCK_NB) == 0) &&
           clock_ticks_ms() < end)
        nanosleep(&pause, NULL);
    if (lock >= 0 && !locked) {
        close(lock);
        lock = -1;
        error_set(err, ERROR_FAILED, "another sync of this desk is still running");
    }
    arena_destroy(arena);
    return lock;
}

bool desk_sync(struct desk *desk, struct sync_totals *totals, struct error *err)
{
    int lock = wait_for_others(desk, err);
    bool done;

    *totals = (struct sync_totals){0};
    if (lock < 0)
        return false;
    done = run_once(desk, totals, err) &&
           (totals->later == 0 || run_once(desk, totals, err));
    close(lock);
    return done;
}

bool desk_sync_log(struct desk *desk, size_t limit, struct arena *arena,
                   struct sync_line **lines, size_t *count, struct error *err)
{
    return sync_log_read(desk->store, limit, arena, lines, count, err);
}
