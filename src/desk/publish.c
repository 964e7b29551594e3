/* Reminders out (interop.md): the desk hands its pending touches to the worker, page by
 * page, which writes them. */
#include <string.h>

#include "desk_private.h"
#include "reminder.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/touches.h"

enum { PAGE = 256 };

/* The zones that occur, and from when on. */
struct zone_use {
    const char *name;
    int64_t earliest_utc; /* of the first touch in it */
};

struct publishing {
    struct desk *desk;
    struct arena *arena; /* of the whole export */
    struct zone_use *zones;
    size_t zone_count;
    size_t zone_capacity;
    int counted; /* touches that will be in it, counted to two */
    const struct export_options *options;
    int64_t done; /* touches looked at while writing ... */
    int64_t all;  /* ... of so many */
};

/* At most every so many touches the caller is told how far it is. */
enum { TELL_EVERY = 256 };

typedef bool (*each_fn)(struct publishing *publishing, struct arena *page,
                        const struct touch *touch, struct error *err);

/* Every pending touch, by due. */
static bool for_each(struct publishing *publishing, each_fn each, struct error *err)
{
    struct arena *page = arena_create();
    struct row_key key, *from = NULL;
    struct touch *touches;
    size_t count = PAGE;
    bool good = true;

    while (good && count == PAGE) {
        arena_reset(page);
        good = touches_until(publishing->desk->store, INT64_MAX, from, PAGE, page,
                             &touches, &count, err);
        for (size_t i = 0; good && i < count; i++)
            good = each(publishing, page, &touches[i], err);
        if (good && count > 0) {
            key = touch_key(&touches[count - 1]);
            from = &key;
        }
    }
    arena_destroy(page);
    return good;
}

static void use_zone(struct publishing *publishing, const struct touch *touch)
{
    for (size_t i = 0; i < publishing->zone_count; i++) {
        struct zone_use *use = &publishing->zones[i];

        if (strcmp(use->name, touch->zone) != 0)
            continue;
        if (touch->due_utc < use->earliest_utc)
            use->earliest_utc = touch->due_utc;
        return;
    }
    publishing->zones = arena_grow(publishing->arena, publishing->zones,
                                   publishing->zone_count, publishing->zone_count + 1,
                                   sizeof *publishing->zones, &publishing->zone_capacity);
    publishing->zones[publishing->zone_count++] =
        (struct zone_use){arena_string(publishing->arena, touch->zone), touch->due_utc};
}

/* The contact of a touch that may be published; NULL for one that may not. */
static bool find_contact(struct publishing *publishing, struct arena *page,
                         const struct touch *touch, struct contact **out,
                         struct error *err)
{
    if (!contact_by_id(publishing->desk->store, touch->contact_id, page, out, err))
        return false;
    if (*out != NULL && (*out)->do_not_contact)
        *out = NULL;
    return true;
}

/* What has to be known before the first touch is written. */
static bool look_ahead(struct publishing *publishing, struct arena *page,
                       const struct touch *touch, struct error *err)
{
    struct contact *contact;

    if (touch->zone != NULL && touch->due.minute != MINUTE_NONE)
        use_zone(publishing, touch);
    if (publishing->counted == 2)
        return true;
    if (!find_contact(publishing, page, touch, &contact, err))
        return false;
    publishing->counted += contact != NULL;
    return true;
}

static bool tell(struct publishing *publishing, struct error *err)
{
    const struct export_options *options = publishing->options;

    if (options->progress == NULL || publishing->done++ % TELL_EVERY != 0)
        return true;
    return options->progress(options->context, publishing->done, publishing->all) ||
           error_set(err, ERROR_FAILED, "stopped before all touches were written");
}

static bool add_touch(struct publishing *publishing, struct arena *page,
                      const struct touch *touch, struct error *err)
{
    struct desk *desk = publishing->desk;
    struct contact *contact;
    struct reminder reminder;

    if (!tell(publishing, err))
        return false;
    if (!find_contact(publishing, page, touch, &contact, err))
        return false;
    if (contact == NULL)
        return true;
    return reminder_make(desk, touch, contact, page, &reminder, err) &&
           worker_calendar_add(desk->worker, &reminder, err);
}

static bool write_all(struct publishing *publishing, struct error *err)
{
    for (size_t i = 0; i < publishing->zone_count; i++) {
        const struct zone_use *use = &publishing->zones[i];

        if (!worker_calendar_zone(publishing->desk->worker, use->name, use->earliest_utc,
                                  err))
            return false;
    }
    return for_each(publishing, add_touch, err);
}

static bool is_folder(const char *path)
{
    size_t length = strlen(path);

    return length > 0 && path[length - 1] == '/';
}

static bool write_calendar(struct publishing *publishing,
                           const struct worker_calendar *calendar,
                           struct export_totals *totals, struct error *err)
{
    struct worker *worker = publishing->desk->worker;
    struct worker_calendar_totals written;

    if (!touches_count(publishing->desk->store, &publishing->all, err) ||
        !worker_calendar_begin(worker, calendar, err) || !write_all(publishing, err) ||
        !worker_calendar_end(worker, &written, err)) {
        worker_cancel(worker);
        return false;
    }
    totals->count = written.count;
    totals->written = written.written;
    totals->removed = written.removed;
    return true;
}

bool desk_export(struct desk *desk, const struct export_options *options,
                 struct export_totals *totals, struct error *err)
{
    struct publishing publishing = {
        .desk = desk, .arena = arena_create(), .options = options};
    struct worker_calendar calendar = {
        .path = options->path,
        .name = "touchbase follow-ups",
        .tasks = options->tasks,
        .subscribed = options->subscribed,
        .take = options->take,
        .context = options->context,
    };
    bool done = for_each(&publishing, look_ahead, err);

    *totals = (struct export_totals){.folder = is_folder(options->path)};
    calendar.several = publishing.counted == 2;
    done = done && write_calendar(&publishing, &calendar, totals, err);
    arena_destroy(publishing.arena);
    return done;
}

bool desk_calendar(const struct desk *desk, struct arena *arena,
                   struct export_options *options)
{
    const struct settings *settings = &desk->settings;

    if (settings->calendar == NULL || desk->demo_folder != NULL)
        return false;
    *options = (struct export_options){.path = file_expand(arena, settings->calendar),
                                       .tasks = settings->calendar_tasks,
                                       .subscribed = true};
    return true;
}

bool desk_calendar_keep(struct desk *desk, struct error *err)
{
    struct arena *arena = arena_create();
    struct export_options options;
    struct export_totals totals;
    int64_t pending = 0;
    bool kept =
        !desk_calendar(desk, arena, &options) ||
        (touches_count(desk->store, &pending, err) &&
         (pending > CALENDAR_AT_ONCE || desk_export(desk, &options, &totals, err)));

    arena_destroy(arena);
    return kept;
}
