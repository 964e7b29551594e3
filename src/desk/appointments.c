/* Appointments of other calendars become touches (desk/appointments.h). */
#include "touchbase/desk/appointments.h"

#include <string.h>

#include "appointment_who.h"
#include "import_spool.h"
#include "touchbase/base/file.h"
#include "touchbase/base/uuid.h"
#include "touchbase/store/appointments.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/series.h"
#include "touchbase/store/touches.h"

static const char *const fate_names[FATE_COUNT] = {
    [FATE_NEW] = "new",         [FATE_CHANGED] = "changed",
    [FATE_KNOWN] = "known",     [FATE_CANCELLED] = "cancelled",
    [FATE_OVER] = "over",       [FATE_NOBODY] = "nobody",
    [FATE_REFUSED] = "refused",
};

const char *fate_name(enum appointment_fate fate)
{
    return fate_names[fate];
}

struct weighing {
    struct desk *desk;
    const struct appointments_wishes *wishes;
    struct arena *arena;
    struct error *err;
};

/* Told in the desk's zone; a task without a day is for today. */
static struct wall due_of(const struct desk *desk, const struct appointment *one)
{
    if (one->when.day == DAY_NONE)
        return (struct wall){desk_today(desk), MINUTE_NONE};
    return desk_wall_there(desk, one->zone, one->when);
}

static const char *purpose_of(struct arena *arena, const struct appointment *one)
{
    if (one->title == NULL || one->place == NULL)
        return one->title != NULL ? one->title : one->place;
    return arena_format(arena, "%s (%s)", one->title, one->place);
}

/* A touch that the desk itself wrote into a calendar goes by its UUID there, as a task
 * with "-task" behind it (calendar/writer.h). */
static bool find_own(struct weighing *weighing, const char *uid, struct touch **out)
{
    static const char tail[] = "-task";
    size_t length = strlen(uid), count;
    struct touch *found;

    if (length >= sizeof tail && strcmp(uid + length - strlen(tail), tail) == 0)
        uid = arena_copy(weighing->arena, uid, length - strlen(tail));
    *out = NULL;
    if (!uuid_valid(uid))
        return true;
    if (!touches_find(weighing->desk->store, uid, 1, weighing->arena, &found, &count,
                      weighing->err))
        return false;
    *out = count == 1 ? found : NULL;
    return true;
}

/* The touch it became before, NULL for none; *own: it was the desk's from the first. */
static bool find_touch(struct weighing *weighing, const char *uid, struct touch **out,
                       bool *own)
{
    int64_t id;

    if (!appointment_touch(weighing->desk->store, uid, &id, weighing->err))
        return false;
    *own = id == 0;
    return id != 0 ? touch_by_id(weighing->desk->store, id, weighing->arena, out,
                                 weighing->err)
                   : find_own(weighing, uid, out);
}

static bool same_words(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Can its rule be followed here? */
static bool repeats(const struct appointment *one)
{
    return one->rule != NULL && one->series.start.day != DAY_NONE;
}

static bool has_other_rule(const struct appointment *one, const struct touch *touch)
{
    return touch->series_id != 0 && repeats(one) && !same_words(one->rule, touch->rule);
}

/* A series the desk follows goes on by itself: that it stands at another day there is no
 * news. */
static bool is_other_day(const struct appointment *one, const struct touch *touch)
{
    return touch->series_id != 0 && repeats(one) && !has_other_rule(one, touch) &&
           one->day != touch->series_day;
}

/* Its touch is pending: what it says now goes, but the title of a touch of the desk's own
 * was made of its purpose. */
static void weigh_pending(const struct weighing *weighing, bool own,
                          struct appointment_row *row)
{
    const struct appointment *one = row->appointment;
    struct touch *touch = &row->touch;
    const char *purpose = own ? touch->purpose : purpose_of(weighing->arena, one);
    struct wall due = one->when.day == DAY_NONE || is_other_day(one, touch)
                          ? touch->due
                          : due_of(weighing->desk, one);

    row->fate = FATE_KNOWN;
    if (one->state == APPOINTMENT_CANCELLED) {
        row->fate = FATE_CANCELLED;
        return;
    }
    if (one->state != APPOINTMENT_STANDS || one->over ||
        (wall_compare(due, touch->due) == 0 && same_words(purpose, touch->purpose) &&
         !has_other_rule(one, touch)))
        return;
    row->fate = FATE_CHANGED;
    touch->purpose = purpose;
    if (wall_compare(due, touch->due) != 0)
        desk_touch_settle(weighing->desk, touch, due);
}

/* Who is to be put on the desk for it: the first with a mail. */
static void find_newcomer(struct appointment_row *row)
{
    const struct appointment *one = row->appointment;

    for (size_t i = 0; i < one->people_count && row->newcomer == NULL; i++) {
        const struct appointment_person *person = &one->people[i];

        if (person->mail == NULL)
            continue;
        row->newcomer = person->name != NULL ? person->name : person->mail;
        row->newcomer_mail = person->mail;
    }
}

static bool give_row(struct weighing *weighing, struct appointment_row *row,
                     int64_t contact_id)
{
    struct contact contact;

    if (!desk_load_contact(weighing->desk, contact_id, weighing->arena, &contact,
                           weighing->err))
        return false;
    row->touch.contact_id = contact.id;
    row->touch.contact = contact.name;
    row->touch.company = contact.company;
    row->fate = contact.do_not_contact ? FATE_REFUSED : FATE_NEW;
    return true;
}

static bool weigh_new(struct weighing *weighing, struct appointment_row *row)
{
    const struct appointment *one = row->appointment;
    int64_t contact_id;
    bool invited;

    row->touch = desk_touch_new(weighing->desk, 0);
    row->touch.channel = (enum channel)appointment_channel(one);
    row->touch.purpose = purpose_of(weighing->arena, one);
    desk_set_due(weighing->desk, &row->touch, due_of(weighing->desk, one));
    row->touch.rule = repeats(one) ? one->rule : NULL;
    row->fate = FATE_OVER;
    if (one->over || one->state != APPOINTMENT_STANDS)
        return true;
    row->fate = FATE_NOBODY;
    if (!appointment_who(weighing->desk, one, weighing->arena, &contact_id, &invited,
                         weighing->err))
        return false;
    row->touch.promise = invited && !one->task;
    if (contact_id == 0)
        contact_id = weighing->wishes->contact_id;
    if (contact_id != 0)
        return give_row(weighing, row, contact_id);
    if (weighing->wishes->add)
        find_newcomer(row);
    if (row->newcomer != NULL) {
        row->fate = FATE_NEW;
        row->touch.contact = row->newcomer;
        row->touch.promise = !one->task;
    }
    return true;
}

/* Of a series whose last one is done the next is new. */
static bool is_next(const struct appointment *one, const struct touch *touch,
                    struct wall due)
{
    return one->rule != NULL && one->state == APPOINTMENT_STANDS && !one->over &&
           touch->outcome != OUTCOME_DROPPED && wall_compare(due, touch->due) > 0;
}

static bool weigh(struct weighing *weighing, struct appointment_row *row)
{
    struct touch *known;
    bool own;

    if (!find_touch(weighing, row->appointment->uid, &known, &own))
        return false;
    if (known == NULL)
        return weigh_new(weighing, row);
    row->touch = *known;
    row->fate = FATE_KNOWN;
    if (known->outcome == OUTCOME_NONE) {
        weigh_pending(weighing, own, row);
        return true;
    }
    return !is_next(row->appointment, known, due_of(weighing->desk, row->appointment)) ||
           weigh_new(weighing, row);
}

static bool weigh_all(struct weighing *weighing, const struct appointment *list,
                      struct appointments *out)
{
    out->rows = arena_array(weighing->arena, out->count, sizeof *out->rows);
    for (size_t i = 0; i < out->count; i++) {
        out->rows[i].appointment = &list[i];
        if (!weigh(weighing, &out->rows[i]))
            return false;
        out->fates[out->rows[i].fate]++;
    }
    return true;
}

bool desk_appointments_read(struct desk *desk, const char *path,
                            const struct appointments_wishes *wishes, struct arena *arena,
                            struct appointments *out, struct error *err)
{
    struct weighing weighing = {desk, wishes, arena, err};
    struct appointment *list;
    struct spool spool;
    bool done;

    *out = (struct appointments){0};
    if (!spool_open_for_worker(arena, path, &spool, err))
        return false;
    out->path = arena_string(arena, spool.name);
    done = worker_read_appointments(desk->worker, spool.path, zone_name(desk_zone(desk)),
                                    desk_now(desk), arena, &list, &out->count, err) ||
           spool_error(&spool, err);
    spool_close(&spool);
    return done && weigh_all(&weighing, list, out);
}

/* The newcomer may have come with an earlier row of the same file. */
static bool bring_newcomer(struct desk *desk, const struct appointment_row *row,
                           struct arena *arena, int64_t *id, struct error *err)
{
    const struct point mail = {POINT_MAIL, row->newcomer_mail, NULL};
    struct contact contact = {.name = row->newcomer,
                              .stage = STAGE_LEAD,
                              .away_until = DAY_NONE,
                              .points = &mail,
                              .point_count = 1,
                              .created_utc = desk_now(desk),
                              .changed_utc = desk_now(desk)};
    int64_t *ids;
    size_t count;

    if (!contacts_find(desk->store, FIND_MAILBOX, row->newcomer_mail, 1, arena, &ids,
                       &count, err))
        return false;
    if (count > 0) {
        *id = ids[0];
        return true;
    }
    if (!contact_insert(desk->store, arena, &contact, err))
        return false;
    *id = contact.id;
    return true;
}

/* Its series, and that the touch is this day of it. */
static bool file_series(struct desk *desk, const struct appointment *one,
                        struct touch *touch, struct arena *arena, struct error *err)
{
    struct series series = one->series;

    series.rule = one->rule;
    if (!series_insert(desk->store, arena, &series, err))
        return false;
    for (size_t i = 0; i < one->exception_count; i++) {
        if (!series_except(desk->store, series.id, &one->exceptions[i], err))
            return false;
    }
    touch->series_id = series.id;
    touch->series_day = one->day;
    desk->low_series = (struct low_series){series.id, one->day};
    return true;
}

static bool plan_row(struct desk *desk, const struct appointment_row *row,
                     struct arena *arena, struct error *err)
{
    struct touch touch = row->touch;
    int64_t id;

    if (row->newcomer != NULL &&
        !bring_newcomer(desk, row, arena, &touch.contact_id, err))
        return false;
    if (repeats(row->appointment) &&
        !file_series(desk, row->appointment, &touch, arena, err))
        return false;
    return desk_touch_insert(desk, &touch, arena, &id, err) &&
           appointment_set(desk->store, row->appointment->uid, id, err);
}

/* Another rule begins another series; the same one may have moved this day of it. */
static bool change_row(struct desk *desk, const struct appointment *one,
                       struct touch *touch, struct arena *arena, struct error *err)
{
    bool other =
        touch->series_id != 0 && repeats(one) && !same_words(one->rule, touch->rule);

    return (!other || file_series(desk, one, touch, arena, err)) &&
           touch_update(desk->store, touch, NULL, err) &&
           desk_series_begin(desk, touch, arena, err);
}

static bool file_row(struct desk *desk, const struct appointment_row *row,
                     struct arena *arena, struct error *err)
{
    struct touch touch = row->touch;

    switch (row->fate) {
    case FATE_NEW:
        return plan_row(desk, row, arena, err);
    case FATE_CANCELLED:
        desk_touch_close(desk, &touch, OUTCOME_DROPPED);
        return touch_update(desk->store, &touch, NULL, err);
    case FATE_CHANGED:
        return change_row(desk, row->appointment, &touch, arena, err);
    case FATE_KNOWN:
    case FATE_OVER:
    case FATE_NOBODY:
    case FATE_REFUSED:
    case FATE_COUNT:
        break;
    }
    return true;
}

static bool file_rows(struct desk *desk, const struct appointments *appointments,
                      struct error *err)
{
    struct arena *arena = arena_create();
    bool done = true;

    for (size_t i = 0; done && i < appointments->count; i++) {
        arena_reset(arena);
        done = file_row(desk, &appointments->rows[i], arena, err);
    }
    arena_destroy(arena);
    return done;
}

bool desk_appointments_file(struct desk *desk, const struct appointments *appointments,
                            struct error *err)
{
    const size_t *fates = appointments->fates;

    if (fates[FATE_NEW] + fates[FATE_CHANGED] + fates[FATE_CANCELLED] == 0)
        return true;
    return desk_step_begin(desk, err, "import of %s",
                           file_base_name(appointments->path)) &&
           desk_step_end(desk, file_rows(desk, appointments, err), err);
}
