/* Reminders out (interop.md): the desk hands its pending touches to the worker, page by
 * page, which writes them. */
#include <string.h>

#include "desk_private.h"
#include "reminder.h"
#include "touchbase/base/file.h"
#include "touchbase/desk/agenda.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/store/published.h"
#include "touchbase/store/touches.h"

enum { PAGE = 256 }; /* touches read together; after each the caller is told */

struct publishing {
    struct desk *desk;
    struct arena *arena; /* of the whole export */
    const struct export_options *options;
    int64_t done; /* touches written ... */
    int64_t all;  /* ... of so many, those of people not to be contacted included */
};

static bool add_row(struct desk *desk, struct arena *page, const struct published *row,
                    struct error *err)
{
    struct reminder_facts facts = {.touch = &row->touch,
                                   .contact = &row->contact,
                                   .note = row->note.text != NULL ? &row->note : NULL};
    struct reminder reminder;
    struct absence absence;
    bool away = false;

    if (row->absent &&
        !desk_absence_of(desk, row->contact.id, page, &absence, &away, err))
        return false;
    if (away)
        facts.absence = &absence;
    reminder_write(desk, &facts, page, &reminder);
    return worker_calendar_add(desk->worker, &reminder, err);
}

static bool tell(const struct publishing *publishing, struct error *err)
{
    const struct export_options *options = publishing->options;

    return options->progress == NULL ||
           options->progress(options->context, publishing->done, publishing->all) ||
           error_set(err, ERROR_FAILED, "stopped before all touches were written");
}

static bool add_rows(struct publishing *publishing, struct error *err)
{
    struct desk *desk = publishing->desk;
    struct arena *page = arena_create();
    struct published_key key, *after = NULL;
    struct published *rows;
    size_t count = PAGE;
    bool good = true;

    while (good && count == PAGE) {
        arena_reset(page);
        good = tell(publishing, err) &&
               published_window(desk->store, after, PAGE, page, &rows, &count, err);
        for (size_t i = 0; good && i < count; i++)
            good = add_row(desk, page, &rows[i], err);
        if (good && count > 0) {
            key = published_key(&rows[count - 1]);
            after = &key;
            publishing->done += (int64_t)count;
        }
    }
    arena_destroy(page);
    return good;
}

/* The zones that occur, and from when on. */
static bool add_zones(struct publishing *publishing, struct error *err)
{
    struct desk *desk = publishing->desk;
    const char *zone = "";
    int64_t earliest_utc;

    for (;;) {
        if (!published_zone(desk->store, zone, publishing->arena, &zone, &earliest_utc,
                            err))
            return false;
        if (zone == NULL)
            return true;
        if (!worker_calendar_zone(desk->worker, zone, earliest_utc, err))
            return false;
    }
}

static bool is_several(struct publishing *publishing, bool *several, struct error *err)
{
    struct published *rows;
    size_t count;

    if (!published_window(publishing->desk->store, NULL, 2, publishing->arena, &rows,
                          &count, err))
        return false;
    *several = count == 2;
    return true;
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
        !worker_calendar_begin(worker, calendar, err) || !add_zones(publishing, err) ||
        !add_rows(publishing, err) || !worker_calendar_end(worker, &written, err)) {
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
    bool done = is_several(&publishing, &calendar.several, err);

    *totals = (struct export_totals){.folder = is_folder(options->path)};
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
