/* Records as JSON (RFC 8259), one object a line (design.md section 4): absent is null, a
 * time is local ISO 8601 with its offset, a day alone is YYYY-MM-DD. */
#ifndef TOUCHBASE_BASE_JSON_H
#define TOUCHBASE_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/day.h"
#include "touchbase/base/zone.h"

struct json {
    struct buffer text;
    bool comma; /* one must come before the next value */
};

void json_free(struct json *json);
/* Objects and arrays; key NULL within an array, and for the outermost. The outermost
 * close adds no newline. */
void json_open(struct json *json, const char *key, char bracket); /* '{' or '[' */
void json_close(struct json *json, char bracket);                 /* '}' or ']' */

/* Values; key NULL within an array. text NULL: null. What is not UTF-8 becomes U+FFFD. */
void json_string(struct json *json, const char *key, const char *text);
void json_number(struct json *json, const char *key, int64_t number);
void json_bool(struct json *json, const char *key, bool value);
void json_day(struct json *json, const char *key, day_number day); /* DAY_NONE: null */
/* An instant in that zone: "2026-03-10T10:00:00-04:00"; utc 0: null. */
void json_time(struct json *json, const char *key, int64_t utc, const struct zone *zone);
/* A planned time: a day alone, or the instant it stands at; DAY_NONE: null. */
void json_due(struct json *json, const char *key, struct wall due, int64_t utc,
              const struct zone *zone);

#endif
