#include "touchbase/model/rules.h"

#include <stdbool.h>
#include <string.h>

#include "number.h"

#define ROW(member, low, high, usual, words, personal)                             \
    {                                                                              \
#member, words, offsetof(struct rules, member), low, high, usual, personal \
    }
#define RULE(member, low, high, usual, words) ROW(member, low, high, usual, words, false)
#define PERSONAL(member, low, high, usual, words) \
    ROW(member, low, high, usual, words, true)

static const struct rule_row rows[] = {
    RULE(return_call_days, 0, 365, 14,
         "days an absence may be over and still propose its return call"),
    RULE(open_end_days, 0, 365, 14,
         "days an absence without a day back counts as not over"),
    RULE(open_filed_days, 0, 365, 60,
         "days after the message finding out is still proposed"),
    RULE(part_days, 0, 3650, 30,
         "days after the landing within which a planned call is the return call"),
    RULE(long_absence, 1, 365, 15,
         "working days away beyond which each pending touch asks"),
    RULE(same_day_minutes, 0, 720, 60,
         "minutes calls wait past a return on the same day"),
    RULE(find_out_days, 1, 365, 7, "days until \"find out when they are back\""),
    PERSONAL(pace_calls, 1, 100, 1, "calls a person gets in pace_call_days"),
    PERSONAL(pace_call_days, 1, 60, 7, "days that hold pace_calls calls"),
    PERSONAL(pace_touches, 1, 100, 3, "touches a person gets in pace_touch_days"),
    PERSONAL(pace_touch_days, 1, 60, 7, "days that hold pace_touches touches"),
    RULE(pace_shown_days, 1, 365, 14, "days shown with a warning"),
    RULE(guard_days, 1, 365, 3, "working days until \"their move\" becomes a touch"),
    PERSONAL(floor_prospect, 1, 3650, 30, "days until a lead or prospect goes quiet"),
    PERSONAL(floor_customer, 1, 3650, 90, "days until a customer goes quiet"),
    RULE(floor_soon, 0, 365, 7, "days before that at which it is shown"),
    RULE(attempts, 1, 100, 3, "attempts unreturned until the approach changes"),
    RULE(reference_uses, 1, 100, 2,
         "times a reference is named in those days; more warns"),
    RULE(reference_days, 1, 3650, 90,
         "days in which the uses of a reference are counted"),
    RULE(promise_grace, 0, 1440, 30,
         "minutes past its time in which a promise is still kept"),
    RULE(promise_minutes, 0, 1440, 5, "minutes a promise rings before its time"),
    RULE(waiting_hours, 1, 1000, 4, "working hours after which what waits is red"),
    RULE(day_touches, 1, 1000, 12, "touches a day holds"),
};

static int *member(struct rules *rules, const struct rule_row *row)
{
    return (int *)(void *)((char *)rules + row->offset);
}

struct rules rules_default(void)
{
    struct rules rules;
    memset(&rules, 0, sizeof rules);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        *member(&rules, &rows[i]) = rows[i].normal;
    return rules;
}

const struct rule_row *rules_row(const char *name)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].name, name) == 0)
            return &rows[i];
    return NULL;
}

enum rules_result rules_set(struct rules *rules, const char *name, const char *value)
{
    const struct rule_row *row = rules_row(name);
    if (!row)
        return RULES_UNKNOWN;
    return number_read(value, row->minimum, row->maximum, member(rules, row))
               ? RULES_SET
               : RULES_BAD_VALUE;
}

const struct rule_row *rules_rows(size_t *count)
{
    *count = sizeof rows / sizeof *rows;
    return rows;
}
