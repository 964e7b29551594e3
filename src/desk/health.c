/* Backups, and a look over the whole desk. */
#include <string.h>
#include <sys/stat.h>

#include "desk_private.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/store/health.h"
#include "touchbase/store/touches.h"

enum { PAGE = 256 };

static bool same_file(const char *a, const char *b)
{
    struct stat first, second;

    return stat(a, &first) == 0 && stat(b, &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool desk_backup(struct desk *desk, const char *path, struct error *err)
{
    struct stat status;

    if (same_file(path, store_path(desk->store)))
        return error_set(err, ERROR_USAGE,
                         "%s is the desk itself; name another file for the backup", path);
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return error_set(err, ERROR_FAILED, "%s is %s, not a file", path,
                         S_ISDIR(status.st_mode) ? "a folder" : "something else");
    return store_backup(desk->store, path, err);
}

struct looking {
    struct desk *desk;
    void (*found)(void *context, const char *line);
    void *context;
    int64_t findings;
    struct zone *zone; /* the one looked at last, or NULL */
};

static void report(struct looking *looking, const char *line)
{
    looking->findings++;
    looking->found(looking->context, line);
}

static bool look_at_store(struct looking *looking, struct arena *arena, struct error *err)
{
    const char **lines;
    size_t count;

    if (!store_check(looking->desk->store, arena, &lines, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        report(looking, lines[i]);
    return true;
}

/* The zone of that name, kept for the next touch; NULL when there is none. */
static const struct zone *zone_of(struct looking *looking, const char *name)
{
    struct error none;

    if (looking->zone != NULL && strcmp(zone_name(looking->zone), name) == 0)
        return looking->zone;
    zone_close(looking->zone);
    looking->zone = zone_open(name, &none);
    return looking->zone;
}

/* Does a planned wall time still stand at the instant kept beside it? Not after its
 * zone's rules changed. */
static void look_at_due(struct looking *looking, struct arena *arena,
                        const struct touch *touch)
{
    const char *name = touch->zone;
    const struct zone *zone;
    int64_t utc;

    if (name == NULL || touch->due.minute == MINUTE_NONE)
        return;
    zone = zone_of(looking, name);
    if (zone == NULL) {
        report(looking, arena_format(arena, "touch %s with %s: there is no zone \"%s\"",
                                     touch->uuid, touch->contact, name));
        return;
    }
    zone_utc(zone, touch->due, &utc);
    if (utc != touch->due_utc)
        report(
            looking,
            arena_format(arena,
                         "touch %s with %s: its time in %s is not the one kept beside it",
                         touch->uuid, touch->contact, name));
}

static bool look_at_touches(struct looking *looking, struct arena *arena,
                            struct error *err)
{
    struct row_key key, *from = NULL;
    struct touch *touches;
    size_t count;

    do {
        arena_reset(arena);
        if (!touches_until(looking->desk->store, INT64_MAX, from, PAGE, arena, &touches,
                           &count, err))
            return false;
        for (size_t i = 0; i < count; i++)
            look_at_due(looking, arena, &touches[i]);
        if (count > 0) {
            key = touch_key(&touches[count - 1]);
            from = &key;
        }
    } while (count == PAGE);
    return true;
}

static bool look_at_steps(struct looking *looking, struct arena *arena, struct error *err)
{
    struct step *steps;
    size_t count;

    if (!store_steps_unfinished(looking->desk->store, arena, &steps, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        report(looking, arena_format(arena, "%s was cut short: undo it or keep it",
                                     steps[i].label));
    return true;
}

bool desk_check(struct desk *desk, void (*found)(void *context, const char *line),
                void *context, int64_t *findings, struct error *err)
{
    struct looking looking = {.desk = desk, .found = found, .context = context};
    struct arena *arena = arena_create();
    bool looked = look_at_store(&looking, arena, err) &&
                  look_at_steps(&looking, arena, err) &&
                  look_at_touches(&looking, arena, err);

    *findings = looking.findings;
    zone_close(looking.zone);
    arena_destroy(arena);
    return looked;
}
