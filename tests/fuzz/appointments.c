/* A calendar of others, from which touches are made. */
#include <string.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"
#include "touchbase/calendar/appointments.h"

#include "target.h"

enum { NOW = 1772460000 }; /* 2 March 2026 */

static void require_line(const char *line)
{
    require(line == NULL || (text_is_utf8(line, strlen(line)) && line[0] != '\0'),
            "a line is text");
    for (; line != NULL && *line != '\0'; line++)
        require((unsigned char)*line >= ' ' && *line != 0x7F, "a line has no controls");
}

static void require_appointment(const struct appointment *one)
{
    require(one->uid != NULL && one->uid[0] != '\0', "it is known by something");
    require_line(one->uid);
    require_line(one->title);
    require_line(one->place);
    require(one->people_count <= APPOINTMENT_PEOPLE_MAX, "its people are bounded");
    for (size_t i = 0; i < one->people_count; i++) {
        require(one->people[i].name != NULL || one->people[i].mail != NULL,
                "a person is named");
        require_line(one->people[i].name);
        require_line(one->people[i].mail);
    }
    require(one->task || one->when.day != DAY_NONE || one->state == APPOINTMENT_CANCELLED,
            "an event has a day");
    require((one->zone == NULL) == (one->when.minute == MINUTE_NONE),
            "an hour has a zone, a day none");
    require(one->when.minute >= MINUTE_NONE && one->when.minute < 24 * 60,
            "a minute is one of the day");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error err = {0};
    struct zone *here = zone_open("America/Toronto", &err);
    const char *text = arena_copy(arena, (const char *)data, size);
    struct appointment *list;
    size_t count;

    require(here != NULL, "Toronto has a zone");
    if (calendar_appointments(arena, text, here, NOW, &list, &count, &err)) {
        require(count <= APPOINTMENTS_MAX, "the entries are bounded");
        for (size_t i = 0; i < count; i++)
            require_appointment(&list[i]);
        for (size_t i = 1; i < count; i++)
            require(wall_compare(list[i - 1].when, list[i].when) <= 0,
                    "they come by their time");
    } else {
        require(err.text[0] != '\0', "what is refused is refused in words");
    }
    zone_close(here);
    arena_destroy(arena);
    return 0;
}
