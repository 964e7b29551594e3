#include "touchbase/base/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "touchbase/base/text.h"

void json_free(struct json *json)
{
    buffer_free(&json->text);
}

static void add_character(struct buffer *out, uint32_t code)
{
    switch (code) {
    case '"':
        buffer_add_string(out, "\\\"");
        return;
    case '\\':
        buffer_add_string(out, "\\\\");
        return;
    case '\n':
        buffer_add_string(out, "\\n");
        return;
    case '\r':
        buffer_add_string(out, "\\r");
        return;
    case '\t':
        buffer_add_string(out, "\\t");
        return;
    default:
        break;
    }
    if (code < 0x20 || code == 0x7f)
        buffer_add_format(out, "\\u%04x", (unsigned)code);
    else
        text_append(out, code);
}

static void add_quoted(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);

    buffer_add_char(out, '"');
    while (text < end)
        add_character(out, text_next(&text, end));
    buffer_add_char(out, '"');
}

static void begin_value(struct json *json, const char *key)
{
    if (json->comma)
        buffer_add_char(&json->text, ',');
    json->comma = true;
    if (key == NULL)
        return;
    add_quoted(&json->text, key);
    buffer_add_char(&json->text, ':');
}

void json_open(struct json *json, const char *key, char bracket)
{
    begin_value(json, key);
    buffer_add_char(&json->text, bracket);
    json->comma = false;
}

void json_close(struct json *json, char bracket)
{
    buffer_add_char(&json->text, bracket);
    json->comma = true;
}

void json_string(struct json *json, const char *key, const char *text)
{
    begin_value(json, key);
    if (text == NULL)
        buffer_add_string(&json->text, "null");
    else
        add_quoted(&json->text, text);
}

void json_number(struct json *json, const char *key, int64_t number)
{
    begin_value(json, key);
    buffer_add_format(&json->text, "%" PRId64, number);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin_value(json, key);
    buffer_add_string(&json->text, value ? "true" : "false");
}

void json_day(struct json *json, const char *key, day_number day)
{
    char text[DAY_TEXT_SIZE];

    json_string(json, key, day == DAY_NONE ? NULL : day_format(day, text));
}

void json_time(struct json *json, const char *key, int64_t utc, const struct zone *zone)
{
    char day[DAY_TEXT_SIZE];
    int offset = zone_offset(zone, utc);
    struct wall wall = zone_wall(zone, utc);
    int second = (int)(((utc % 60) + 60 + offset % 60) % 60);

    begin_value(json, key);
    if (utc == 0) {
        buffer_add_string(&json->text, "null");
        return;
    }
    day_format(wall.day, day);
    buffer_add_format(&json->text, "\"%sT%02d:%02d:%02d%c%02d:%02d\"", day,
                      wall.minute / 60, wall.minute % 60, second < 0 ? 0 : second,
                      offset < 0 ? '-' : '+', abs(offset) / 3600, abs(offset) / 60 % 60);
}

void json_due(struct json *json, const char *key, struct wall due, int64_t utc,
              const struct zone *zone)
{
    if (due.day == DAY_NONE || due.minute == MINUTE_NONE)
        json_day(json, key, due.day);
    else
        json_time(json, key, utc, zone);
}
