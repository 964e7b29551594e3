/* The .ics export against plain libical building and writing the same components: at
 * least 0.8x its speed, memory flat. bench_calendar [ITEMS] writes ITEMS reminders
 * (100,000) in rounds, both ways in turn. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "touchbase/base/zone.h"
#include "touchbase/calendar/writer.h"

enum { ROUNDS = 7, DAY = 86400, CREATED = 1780000000, CHANGED = 1790000000 };

struct item {
    char uid[64];
    struct reminder reminder;
};

static const char *const zones[] = {"Europe/Berlin", "America/New_York", "Asia/Kolkata"};

static double seconds(void)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long peak_kib(void)
{
    struct rusage usage;
    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void make_item(struct item *item, long number)
{
    (void)snprintf(item->uid, sizeof item->uid, "6f1d0c1e-5a0b-4c0e-9a55-%012lx", number);
    item->reminder = (struct reminder){
        .uid = item->uid,
        .sequence = (int32_t)(number % 5),
        .created_utc = CREATED + number,
        .changed_utc = CHANGED + number,
        .title =
            "Call J\xc3\xbcrgen M\xc3\xbcller (M\xc3\xbcller & S\xc3\xb6hne): offer 4711",
        .description =
            "Next step: offer 4711, the second item\nPhone: +49 30 1234567\n"
            "Mail: jm@soehne.example\n\"Ring me after the holidays; price is ok.\"",
        .due = {day_of(2027, 1, 1) + (day_number)(number % 700),
                540 + (int)(number % 30) * 15},
        .zone = zones[number % 3],
        .alarm_minutes = 15};
}

static void fail(const struct error *err)
{
    (void)fprintf(stderr, "%s\n", err->text);
    exit(1);
}

static void write_ours(FILE *out, long count)
{
    struct error err;
    struct calendar_options options = {CALENDAR_EVENTS, "touchbase",
                                       "-//touchbase//bench//EN", true};
    struct calendar_writer *writer = calendar_begin(out, &options, &err);
    if (writer == NULL) {
        fail(&err);
    }
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        if (!calendar_zone(writer, zones[i], (int64_t)day_of(2027, 1, 1) * DAY, &err)) {
            fail(&err);
        }
    }
    struct item item;
    for (long i = 0; i < count; i++) {
        make_item(&item, i);
        if (!calendar_add(writer, &item.reminder, &err)) {
            fail(&err);
        }
    }
    if (!calendar_end(writer, &err)) {
        fail(&err);
    }
}

static struct icaltimetype plain_time(int64_t utc)
{
    return icaltime_from_timet_with_zone((time_t)utc, 0, icaltimezone_get_utc_timezone());
}

static struct icaltimetype plain_wall(struct wall wall)
{
    struct date date = day_date(wall.day);
    struct icaltimetype time = icaltime_null_time();
    time.year = date.year;
    time.month = date.month;
    time.day = date.mday;
    time.hour = wall.minute / 60;
    time.minute = wall.minute % 60;
    return time;
}

static icalproperty *zoned(icalproperty *property, const char *zone)
{
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone));
    return property;
}

static icalcomponent *plain_alarm(const struct reminder *r)
{
    struct icaltriggertype trigger = {icaltime_null_time(),
                                      icaldurationtype_from_int(-r->alarm_minutes * 60)};
    return icalcomponent_vanew(ICAL_VALARM_COMPONENT,
                               icalproperty_new_action(ICAL_ACTION_DISPLAY),
                               icalproperty_new_trigger(trigger),
                               icalproperty_new_description(r->title), (void *)0);
}

static void write_plain_item(FILE *out, const struct reminder *r)
{
    struct wall end = {r->due.day, r->due.minute + 15};
    icalcomponent *event = icalcomponent_vanew(
        ICAL_VEVENT_COMPONENT, icalproperty_new_uid(r->uid),
        icalproperty_new_dtstamp(plain_time(r->changed_utc)),
        icalproperty_new_created(plain_time(r->created_utc)),
        icalproperty_new_lastmodified(plain_time(r->changed_utc)),
        icalproperty_new_sequence(r->sequence), icalproperty_new_summary(r->title),
        zoned(icalproperty_new_dtstart(plain_wall(r->due)), r->zone),
        zoned(icalproperty_new_dtend(plain_wall(end)), r->zone),
        icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT),
        icalproperty_new_status(ICAL_STATUS_CONFIRMED),
        icalproperty_new_description(r->description),
        icalproperty_new_categories("touchbase"),
        icalproperty_new_class(ICAL_CLASS_PRIVATE), plain_alarm(r), (void *)0);
    char *text = icalcomponent_as_ical_string_r(event);
    (void)fputs(text, out);
    free(text);
    icalcomponent_free(event);
}

static void write_plain(FILE *out, long count)
{
    struct item item;
    for (long i = 0; i < count; i++) {
        make_item(&item, i);
        write_plain_item(out, &item.reminder);
    }
}

static double time_of(void (*write_all)(FILE *out, long count), long count)
{
    FILE *out = fopen("/dev/null", "w");
    double start = seconds();
    write_all(out, count);
    double end = seconds();
    (void)fclose(out);
    return end - start;
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return left < right ? -1 : left > right;
}

static void print_speed(long count)
{
    double ours[ROUNDS];
    double plain[ROUNDS];
    double ratios[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        plain[i] = time_of(write_plain, count);
        ours[i] = time_of(write_ours, count);
        ratios[i] = plain[i] / ours[i];
    }
    qsort(ours, ROUNDS, sizeof *ours, compare);
    qsort(plain, ROUNDS, sizeof *plain, compare);
    qsort(ratios, ROUNDS, sizeof *ratios, compare);
    (void)printf("ics export of %ld reminders: %.3f s, plain libical %.3f s, speed %.2fx "
                 "(rounds %.2f to %.2f; budget 0.80)\n",
                 count, ours[ROUNDS / 2], plain[ROUNDS / 2], ratios[ROUNDS / 2],
                 ratios[0], ratios[ROUNDS - 1]);
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;
    if (count < 10) {
        (void)fprintf(stderr, "usage: bench_calendar [ITEMS]\n");
        return 2;
    }
    (void)time_of(write_ours, count / 10);
    long before = peak_kib();
    (void)time_of(write_ours, count);
    long after = peak_kib();
    print_speed(count);
    (void)printf("memory: %ld KiB after %ld, %ld KiB after %ld reminders\n", before,
                 count / 10, after, count);
    return 0;
}
