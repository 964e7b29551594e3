#include "touchbase/desk/agenda.h"

#include <string.h>

#include "desk_private.h"
#include "touchbase/base/text.h"
#include "touchbase/model/pace.h"
#include "touchbase/model/plan.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/timeline.h"
#include "touchbase/store/touches.h"

enum { MOVED_MAX = 1000 }; /* rows: some hundredths of a second */

struct need_context desk_need_context(const struct desk *desk)
{
    const struct rules *rules = &desk->settings.plays.rules;
    int64_t now = desk_now(desk);
    struct need_context context = {.today = desk_today(desk)};

    zone_utc(desk->clock.zone, (struct wall){context.today + 1, MINUTE_NONE},
             &context.tomorrow_utc);
    context.quiet_prospect_utc = floor_cutoff(rules, STAGE_PROSPECT, now);
    context.quiet_customer_utc = floor_cutoff(rules, STAGE_CUSTOMER, now);
    return context;
}

bool desk_people(struct desk *desk, const struct need_context *context,
                 const struct need_key *from, enum window_direction direction,
                 size_t limit, struct arena *arena, struct contact_row **rows,
                 size_t *count, struct error *err)
{
    return contacts_window(desk->store, context, from, direction, limit, arena, rows,
                           count, err);
}

bool desk_people_named(struct desk *desk, const char *letters, size_t limit,
                       struct arena *arena, int64_t **ids, size_t *count,
                       struct error *err)
{
    const char *folded = text_fold(arena, letters);
    struct need_key from = {.segment = NEED_REST, .text = folded, .id = INT64_MIN};
    size_t length = strlen(folded), found;
    struct contact_row *rows;

    *count = 0;
    *ids = arena_array(arena, limit, sizeof **ids);
    if (length == 0)
        return true;
    if (!contacts_by_name(desk->store, &from, WINDOW_FORWARD, limit, arena, &rows, &found,
                          err))
        return false;
    while (*count < found && strncmp(rows[*count].key.text, folded, length) == 0) {
        (*ids)[*count] = rows[*count].contact.id;
        ++*count;
    }
    return true;
}

bool desk_keep_need(struct desk *desk, struct error *err)
{
    struct need_context context = desk_need_context(desk);
    bool moved;

    return desk->clock.fixed ||
           contacts_keep_need(desk->store, &context, MOVED_MAX, &moved, err);
}

bool desk_people_rows(struct desk *desk, const struct need_context *context,
                      const int64_t *ids, size_t id_count, struct arena *arena,
                      struct contact_row **rows, size_t *count, struct error *err)
{
    return contacts_by_ids(desk->store, context, ids, id_count, arena, rows, count, err);
}

bool desk_touches(struct desk *desk, const struct row_key *from,
                  enum window_direction direction, size_t limit, struct arena *arena,
                  struct touch **rows, size_t *count, struct error *err)
{
    return touches_window(desk->store, from, direction, limit, arena, rows, count, err);
}

struct row_key desk_touch_key(const struct touch *touch)
{
    return touch_key(touch);
}

bool desk_touches_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct touch **rows, size_t *count, struct error *err)
{
    return touches_pending_of(desk->store, contact_id, arena, rows, count, err);
}

bool desk_due(struct desk *desk, struct wall until, const struct row_key *from,
              size_t limit, struct arena *arena, struct touch **rows, size_t *count,
              struct error *err)
{
    int64_t end;

    if (until.minute == MINUTE_NONE)
        zone_utc(desk->clock.zone, (struct wall){until.day + 1, MINUTE_NONE}, &end);
    else
        zone_utc(desk->clock.zone, until, &end);
    return touches_until(desk->store, until.minute == MINUTE_NONE ? end : end + 1, from,
                         limit, arena, rows, count, err);
}

bool desk_touch_late(const struct desk *desk, const struct touch *touch)
{
    if (touch->due.minute == MINUTE_NONE)
        return touch->due.day < desk_today(desk);
    return touch->due_utc < desk_now(desk);
}

bool desk_absences(struct desk *desk, const struct row_key *from,
                   enum window_direction direction, size_t limit, struct arena *arena,
                   struct absence **rows, size_t *count, struct error *err)
{
    return absences_window(desk->store, desk_today(desk), from, direction, limit, arena,
                           rows, count, err);
}

struct row_key desk_absence_key(const struct absence *absence)
{
    return absence_key(absence);
}

bool desk_absence_get(struct desk *desk, int64_t id, struct arena *arena,
                      struct absence *out, struct error *err)
{
    struct absence *found = NULL;

    if (!absence_by_id(desk->store, id, arena, &found, err))
        return false;
    if (found == NULL)
        return error_set(err, ERROR_NOT_FOUND,
                         "this absence is not on the desk any more; :sort shows what is");
    *out = *found;
    return true;
}

static bool is_over(const struct desk *desk, const struct absence *absence)
{
    return absence->back != DAY_NONE &&
           (absence->back_minute == MINUTE_NONE ? absence->back <= desk_today(desk)
                                                : absence->back < desk_today(desk));
}

/* Under way before to come; of those to come the next to begin. */
static bool is_nearer(const struct absence *a, const struct absence *b)
{
    day_number first_a = a->first_day != DAY_NONE ? a->first_day : a->received_day;
    day_number first_b = b->first_day != DAY_NONE ? b->first_day : b->received_day;

    return first_a < first_b;
}

/* The one of a contact's absences that they are in, or the next to begin, or NULL. */
static const struct absence *nearest(const struct desk *desk,
                                     const struct absence *absences, size_t count)
{
    const struct absence *found = NULL;

    for (size_t i = 0; i < count; i++) {
        if (absences[i].state == ABSENCE_FILED && absences[i].kind == READING_OOO &&
            !is_over(desk, &absences[i]) &&
            (found == NULL || is_nearer(&absences[i], found)))
            found = &absences[i];
    }
    return found;
}

bool desk_absence_of(struct desk *desk, int64_t contact_id, struct arena *arena,
                     struct absence *out, bool *found, struct error *err)
{
    const struct absence *absence;
    struct absence *absences;
    size_t count;

    if (!absences_of(desk->store, contact_id, arena, &absences, &count, err))
        return false;
    absence = nearest(desk, absences, count);
    *found = absence != NULL;
    if (*found)
        *out = *absence;
    return true;
}

/* Of who is in absence, or DAY_NONE; with no day back another one may say. */
static day_number landing_from(const struct desk *desk, const struct absence *absence,
                               const struct absence *absences, size_t count)
{
    const struct plays *plays = &desk->settings.plays;
    const struct holidays holidays = desk->settings.holidays;
    day_number landing = plan_landing(plays, absence, holidays), today = desk_today(desk);

    if (landing != DAY_NONE)
        return plan_clear_day(plays, landing, absences, count, holidays);
    landing = plan_clear_day(plays, today, absences, count, holidays);
    return landing == today ? DAY_NONE : landing;
}

bool desk_landing(struct desk *desk, int64_t contact_id, struct arena *arena,
                  day_number *out, struct error *err)
{
    const struct absence *absence;
    struct absence *absences;
    size_t count;

    *out = DAY_NONE;
    if (contact_id == 0)
        return true;
    if (!absences_of(desk->store, contact_id, arena, &absences, &count, err))
        return false;
    absence = nearest(desk, absences, count);
    if (absence != NULL)
        *out = landing_from(desk, absence, absences, count);
    return true;
}

bool desk_clear_day(struct desk *desk, int64_t contact_id, day_number day,
                    struct arena *arena, day_number *out, struct error *err)
{
    struct absence *absences;
    size_t count;

    if (!absences_of(desk->store, contact_id, arena, &absences, &count, err))
        return false;
    *out = plan_clear_day(&desk->settings.plays, day, absences, count,
                          desk->settings.holidays);
    return true;
}

bool desk_to_confirm(struct desk *desk, int64_t after_id, size_t limit,
                     struct arena *arena, struct absence **rows, size_t *count,
                     struct error *err)
{
    return absences_proposed(desk->store, after_id, limit, arena, rows, count, err);
}

bool desk_timeline(struct desk *desk, int64_t contact_id,
                   const struct timeline_entry *from, size_t limit, struct arena *arena,
                   struct timeline_entry **rows, size_t *count, struct error *err)
{
    return timeline_window(desk->store, contact_id, from, limit, arena, rows, count, err);
}
