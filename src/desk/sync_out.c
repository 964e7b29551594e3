/* What the desk planned, changed and finished goes to the calendar (desk/sync.h). */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "sync_run.h"
#include "touchbase/store/touches.h"

enum { PAGE = 256, PARTINGS_MAX = 100000 };

/* A row of the place, found by its touch. */
struct known {
    const struct agreed *row;
    bool wanted; /* its touch is pending, or waits for a person's word */
};

struct putting {
    struct sync_run *run;
    struct agreed *rows;
    struct known *known; /* by uuid */
    size_t count;
    struct parting *partings;
    size_t parting_count;
};

static int compare_known(const void *a, const void *b)
{
    const struct known *left = a, *right = b;

    return strcmp(left->row->uuid, right->row->uuid);
}

static struct known *find_known(const struct putting *putting, const char *uuid)
{
    const struct agreed wanted = {.uuid = uuid};
    const struct known key = {.row = &wanted};

    return putting->count == 0
               ? NULL
               : bsearch(&key, putting->known, putting->count, sizeof key, compare_known);
}

/* Touches with an open question are left as they are, here and there. */
static bool is_open(const struct putting *putting, int64_t touch_id)
{
    for (size_t i = 0; i < putting->parting_count; i++) {
        if (putting->partings[i].touch.id == touch_id)
            return true;
    }
    return false;
}

static bool prepare(struct putting *putting, struct error *err)
{
    struct sync_run *run = putting->run;
    size_t count;

    if (!agreed_of(run->desk->store, run->place, run->arena, &putting->rows, &count,
                   err) ||
        !partings(run->desk->store, PARTINGS_MAX, run->arena, &putting->partings,
                  &putting->parting_count, err))
        return false;
    putting->known = arena_array(run->arena, count, sizeof *putting->known);
    for (size_t i = 0; i < count; i++) {
        if (putting->rows[i].uuid != NULL)
            putting->known[putting->count++].row = &putting->rows[i];
    }
    if (putting->count > 0)
        qsort(putting->known, putting->count, sizeof *putting->known, compare_known);
    for (size_t i = 0; i < putting->parting_count; i++) {
        struct known *known = find_known(putting, putting->partings[i].touch.uuid);

        if (known != NULL)
            known->wanted = true;
    }
    return true;
}

static bool put(struct sync_run *run, const struct agreed *row, const struct touch *touch,
                const struct reminder *reminder, struct error *err)
{
    struct worker_kept kept;
    struct collection_item item = {
        .href = row != NULL ? row->href
                            : arena_format(run->page, "%s%s.ics", touch->uuid,
                                           run->tasks ? "-task" : "")};

    if (!worker_collection_put(run->desk->worker, item.href,
                               row == NULL ? NULL : row->etag, reminder, run->page, &kept,
                               err))
        return false;
    if (kept.result != COLLECTION_DONE || !kept.understood) {
        run->totals->later++;
        return true;
    }
    run->totals->written++;
    item.etag = kept.etag;
    return sync_agree(run, &item, &kept.entry, touch->uuid, sync_content(reminder),
                      sync_core(reminder), err);
}

static bool put_touch(struct putting *putting, const struct touch *touch,
                      struct error *err)
{
    struct sync_run *run = putting->run;
    struct known *known = find_known(putting, touch->uuid);
    const struct agreed *row = known == NULL ? NULL : known->row;
    struct reminder reminder;
    struct contact contact;

    if (is_open(putting, touch->id))
        return true;
    if (!sync_reminder(run, touch, &reminder, &contact, err))
        return false;
    if (contact.do_not_contact)
        return true;
    if (known != NULL)
        known->wanted = true;
    return (row != NULL && row->content == sync_content(&reminder)) ||
           put(run, row, touch, &reminder, err);
}

static bool put_pending(struct putting *putting, struct error *err)
{
    struct arena *arena = arena_create();
    struct row_key key, *from = NULL;
    struct touch *touches;
    size_t count = PAGE;
    bool good = true;

    while (good && count == PAGE) {
        arena_reset(arena);
        good = touches_until(putting->run->desk->store, INT64_MAX, from, PAGE, arena,
                             &touches, &count, err);
        for (size_t i = 0; good && i < count; i++) {
            arena_reset(putting->run->page);
            good = put_touch(putting, &touches[i], err);
        }
        if (good && count > 0) {
            key = touch_key(&touches[count - 1]);
            from = &key;
        }
    }
    arena_destroy(arena);
    return good;
}

static bool take_away(struct sync_run *run, const struct agreed *row, struct error *err)
{
    struct worker_kept kept;

    arena_reset(run->page);
    if (!worker_collection_remove(run->desk->worker, row->href, row->etag, run->page,
                                  &kept, err))
        return false;
    if (kept.result == COLLECTION_CHANGED) {
        run->totals->later++;
        return true;
    }
    run->totals->removed++;
    return agreed_forget(run->desk->store, run->place, row->href, err);
}

static bool log_totals(struct sync_run *run, struct error *err)
{
    const struct sync_totals *totals = run->totals;

    return (totals->written == 0 && totals->removed == 0) ||
           sync_log(run, err, "written %" PRId64 ", removed %" PRId64 " in %s",
                    totals->written, totals->removed, run->place);
}

bool sync_put_all(struct sync_run *run, struct error *err)
{
    struct putting putting = {.run = run};

    if (!prepare(&putting, err) || !put_pending(&putting, err))
        return false;
    for (size_t i = 0; i < putting.count; i++) {
        if (!putting.known[i].wanted && !take_away(run, putting.known[i].row, err))
            return false;
    }
    return log_totals(run, err);
}
