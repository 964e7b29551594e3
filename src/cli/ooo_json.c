#include <string.h>

#include "ooo.h"

const char *ooo_sender(const struct message *message)
{
    if (message->from.name != NULL)
        return message->from.name;
    return message->from.mail != NULL ? message->from.mail : message->source;
}

static void cover_json(struct json *json, const struct reading *reading)
{
    json_open(json, "cover", '[');
    for (size_t i = 0; i < reading->cover_count; i++) {
        if (reading->covers[i].mail != NULL)
            json_string(json, NULL, reading->covers[i].mail);
        if (reading->covers[i].phone != NULL)
            json_string(json, NULL, reading->covers[i].phone);
    }
    json_close(json, ']');
}

/* One member a field; where several words prove one, they stand behind each other. */
static void evidence_json(struct json *json, struct arena *arena,
                          const struct reading *reading)
{
    json_open(json, "evidence", '{');
    for (int field = 0; field < FIELD_COUNT; field++) {
        const char *words = NULL;

        for (size_t i = 0; i < reading->evidence_count; i++) {
            const struct evidence *evidence = &reading->evidence[i];

            if ((int)evidence->field != field)
                continue;
            words = words == NULL
                        ? evidence->words
                        : arena_format(arena, "%s ... %s", words, evidence->words);
        }
        if (words != NULL)
            json_string(json, field_name((enum field)field), words);
    }
    json_close(json, '}');
}

void ooo_reading_json(struct json *json, const struct message *message,
                      const struct reading *reading)
{
    struct arena *arena = arena_create();
    const char *reason = reason_name(reading->reason);

    json_string(json, "id", message->id);
    json_string(json, "kind", reading_kind_name(reading->kind));
    json_day(json, "first_day", reading->first_day);
    json_day(json, "back", reading->back);
    json_string(json, "reason", *reason == '\0' ? NULL : reason);
    json_string(json, "place", reading->place);
    cover_json(json, reading);
    evidence_json(json, arena, reading);
    json_string(json, "whose", reading->whose);
    json_string(json, "why", reading->why);
    json_string(json, "language", reading->language);
    json_string(json, "from", message->from.mail);
    json_string(json, "name", message->from.name);
    json_string(json, "message_id", message->message_id);
    json_string(json, "source", message->source);
    arena_destroy(arena);
}

char *ooo_day(struct arena *arena, day_number day, day_number today)
{
    struct date date;
    char *words;

    if (day == DAY_NONE)
        return NULL;
    date = day_date(day);
    words = arena_format(arena, "%s %d %s", day_weekday_name(day_weekday(day)), date.mday,
                         day_month_name(date.month));
    if (today != DAY_NONE && date.year == day_date(today).year)
        return words;
    return arena_format(arena, "%s %d", words, date.year);
}

char *ooo_line(struct arena *arena, const struct reading *reading, day_number today)
{
    const char *reason = reason_name(reading->reason);
    char *line;

    if (reading->kind == READING_OTHER)
        return arena_format(arena, "no absence (%s)",
                            reading->why != NULL ? reading->why : "no sign of one");
    if (reading->kind == READING_LEFT)
        line = arena_string(arena, "left the company");
    else if (reading->back == DAY_NONE)
        line = arena_string(arena, "no return date");
    else
        line = arena_format(arena, "back %s", ooo_day(arena, reading->back, today));
    if (reading->first_day != DAY_NONE)
        line = arena_format(arena, "away from %s, %s",
                            ooo_day(arena, reading->first_day, today), line);
    if (*reason != '\0')
        line = arena_format(arena, "%s, %s", line, reason);
    if (reading->place != NULL)
        line = arena_format(arena, "%s, %s", line, reading->place);
    if (reading->ambiguous_date)
        line =
            arena_format(arena, "%s (a date can be read in two ways: say --order)", line);
    return line;
}
