/* The POSIX TZ rule of a TZif footer, "CET-1CEST,M3.5.0,M10.5.0/3" (RFC 8536 3.3.1 with
 * its extensions). */
#ifndef TOUCHBASE_SRC_BASE_ZONE_RULE_H
#define TOUCHBASE_SRC_BASE_ZONE_RULE_H

#include <stdbool.h>
#include <stdint.h>

enum zone_rule_form { RULE_WEEKDAY, RULE_JULIAN, RULE_DAY };

struct zone_rule_change {
    enum zone_rule_form form;
    int month, week, weekday; /* RULE_WEEKDAY: 1-12, 1-5 (5 = last), 0 = Sunday */
    int day;                  /* RULE_JULIAN: 1-365 without leap day; RULE_DAY: 0-365 */
    int seconds;              /* of local time, -167 h to 167 h */
};

struct zone_rule {
    bool known;
    bool summer;                   /* there are two periods a year */
    char names[2][16];             /* standard, summer */
    int offsets[2];                /* seconds east of UTC */
    struct zone_rule_change start; /* of summer, in standard time */
    struct zone_rule_change end;   /* of summer, in summer time */
};

/* False when text is no such rule; rule->known tells afterwards. */
bool zone_rule_parse(const char *text, struct zone_rule *rule);
/* The abbreviation and, in *offset, the seconds east of UTC at that instant. */
const char *zone_rule_at(const struct zone_rule *rule, int64_t utc, int *offset);

#endif
