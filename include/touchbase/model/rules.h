/* The numbers of the desk's rules (design.md section 2), all of them settings. The
 * defaults stand in data/plays.ini, section [rules]; the same names may be set in
 * touchbase.conf. */
#ifndef TOUCHBASE_MODEL_RULES_H
#define TOUCHBASE_MODEL_RULES_H

#include <stdbool.h>
#include <stddef.h>

struct rules {
    int return_call_days; /* rule 2: an absence over for this many days still proposes its
                             return call */
    int open_end_days;   /* rule 2: without a day back it counts as not over for this many
                            days */
    int open_filed_days; /* then finding out is proposed up to so many days after the
                            message */
    int part_days; /* rule 3: a call planned up to this many days after the landing takes
                      the part */
    int long_absence; /* rule 3: over this many working days each pending touch asks */
    int same_day_minutes; /* rule 3: back the same day, calls wait this many minutes past
                             the return */
    int find_out_days;    /* rule 4: days until "find out when they are back" */
    int pace_calls;       /* rule 7: calls ... */
    int pace_call_days;   /* ... in this many days */
    int pace_touches;     /* rule 7: touches of any channel ... */
    int pace_touch_days;  /* ... in this many days */
    int pace_shown_days;  /* rule 7: days a warning shows */
    int guard_days;       /* rule 8: working days until "their move" becomes a touch */
    int floor_prospect;   /* rule 8: days without a real contact until a lead or prospect
                             goes quiet */
    int floor_customer;   /* the same for a customer */
    int floor_soon;       /* so many days before that it is shown */
    int attempts;         /* rule 10: attempts unreturned until the approach changes */
    int reference_uses;   /* rule 16: times a name may be given ... */
    int reference_days;   /* ... in this many days */
    int promise_grace;    /* rule 12: minutes past its time in which a promise is kept */
    int promise_minutes;  /* rule 12: minutes a promise rings before its time */
    int waiting_hours;    /* rule 17: working hours after which what waits is red */
    int day_touches;      /* rule 20: touches a day holds */
};

enum rules_result { RULES_SET, RULES_UNKNOWN, RULES_BAD_VALUE };

/* The defaults, should no file set them. */
struct rules rules_default(void);
/* Sets the rule of that name ("return_call_days" ...) from a whole number in its range.
 */
enum rules_result rules_set(struct rules *rules, const char *name, const char *value);

/* One row a rule, for help and for checking files. */
struct rule_row {
    const char *name;
    const char *help;
    size_t offset; /* of its int in struct rules */
    int minimum;
    int maximum;
    int normal;    /* the default */
    bool personal; /* may be another for people with a tag (rule 7) */
};
/* All rows; *count gets their number. They live as long as the program. */
const struct rule_row *rules_rows(size_t *count);
/* The one of that name, or NULL. */
const struct rule_row *rules_row(const char *name);

#endif
