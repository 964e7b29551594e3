/* The grammar of dates: words to days. One grammar for all languages; the words come from
 * a lexicon. */
#ifndef TOUCHBASE_DATES_EXPRESSION_H
#define TOUCHBASE_DATES_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/day.h"
#include "touchbase/dates/lexicon.h"
#include "touchbase/dates/order.h"
#include "touchbase/dates/token.h"

struct date_context {
    struct wall
        now; /* the present: of a message its own date; minute may be MINUTE_NONE */
    enum date_order order; /* for 3/4 */
    bool order_told; /* the text's own dates tell the order: it goes for 3.4.2026 too,
                        which is day first otherwise */
    int past_days;   /* a day without a year that went by up to so many days ago is that
                        one, when the next  is most of a year away: 0 for what is typed,
                        some  75 for messages */
    bool informal; /* jotted text: names of days in lower case count too ("sun", "sat") */
    bool afternoon; /* a bare hour 1 to 7 is afternoon and bare hours are times (typed) */
};

enum date_form {
    DATE_DAY,    /* one day: first and last are equal */
    DATE_WEEK,   /* a week: Monday to Sunday */
    DATE_MONTH,  /* a month or a year */
    DATE_SPAN,   /* "8-15 August": both ends named */
    DATE_TIME,   /* a time of the day alone: first is DAY_NONE */
    DATE_LENGTH, /* "for two weeks", "the next three days": length counts, first is
                    DAY_NONE */
};

/* How a day that was named without all of its parts comes round again. */
enum date_cycle { CYCLE_NONE, CYCLE_WEEK, CYCLE_MONTH, CYCLE_YEAR };

enum date_outcome {
    DATE_ABSENT, /* no date begins here */
    DATE_FOUND,
    DATE_AMBIGUOUS,  /* 3/4 without an order: first is the day-month reading, other the
                        month-day one */
    DATE_IMPOSSIBLE, /* written as a date, but there is no such day or time (30 Feb,
                        25:00) */
};

struct date_expression {
    size_t count; /* tokens */
    enum date_form form;
    day_number first,
        last;         /* last is the last day that is meant, not the day behind it */
    day_number other; /* with DATE_AMBIGUOUS; else DAY_NONE */
    day_number counted_from; /* "two weeks from Saturday": that Saturday; else DAY_NONE */
    int minute;              /* a time said with it (0 to 1439), or MINUTE_NONE */
    int days, months;        /* of a DATE_LENGTH */
    bool workdays;           /* its days are Monday to Friday */
    bool past;               /* "last week", "yesterday": over when it was said */
    bool following;          /* a DATE_LENGTH of one day: "the day after" what was said */
    bool bare; /* a DATE_LENGTH without "for": "two weeks", which may be of anything */
    enum date_cycle cycle; /* of a DATE_DAY */
    bool weekday; /* a DATE_DAY that was named by its weekday, alone or beside its date */
    bool until;   /* a DATE_SPAN joined by "until": its last day may be the return */
    bool feast;   /* named by a feast: "closed for Christmas" need not mean its days */
    bool inclusive;   /* "inclusive" was said behind it */
    bool approximate; /* "mid-May", "early June" */
};

/* Reads the longest expression that begins at a token: a day, a week, a month, a span of
 * them, a time, a length. out->count is 0 unless something was found; of DATE_IMPOSSIBLE
 * it says what was looked at. */
enum date_outcome date_expression_read(const struct date_lexicon *lexicon,
                                       const struct tokens *tokens, size_t at,
                                       const struct date_context *context,
                                       struct date_expression *out);

/* The last day of that name at or before limit ("from 20 December" of a leave that ends
 * on 3 January); the day as it is when it was named in full. */
day_number date_latest(const struct date_expression *expression, day_number limit);
/* The first day of that name at or behind limit; the day as it is when it was named in
 * full. */
day_number date_earliest(const struct date_expression *expression, day_number limit);

/* Does a day say which one a rough date means that stands before it: "at the beginning of
 * February, on the 2nd"? It lies near it. */
bool date_makes_exact(const struct date_expression *rough,
                      const struct date_expression *day);

/* The order that the dates of a text themselves tell (25/12 is day first), NONE when they
 * do not or disagree. */
enum date_order date_order_told(const struct tokens *tokens);

#endif
