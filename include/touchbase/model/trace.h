/* How a reading came about, for a person who asks why: what the reader saw in a message,
 * what it made of it, and what it passed over (design.md section 2, rule 1). Filled only
 * when it is asked for. */
#ifndef TOUCHBASE_MODEL_TRACE_H
#define TOUCHBASE_MODEL_TRACE_H

#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/day.h"
#include "touchbase/model/absence.h"

enum trace_topic {
    TRACE_HEADER,  /* a header that counted */
    TRACE_CUT,     /* lines, or a part of the subject, that are not the sender's answer */
    TRACE_FOR,     /* words that speak for an absence */
    TRACE_AGAINST, /* and against one */
    TRACE_PASSED,  /* a sentence that was passed over */
    TRACE_DATE,    /* a date that was seen */
    TRACE_OPEN,    /* a field that stays open */
    TRACE_TOPIC_COUNT
};

const char *trace_topic_name(enum trace_topic topic); /* "header", "cut", "for" ... */

enum { TRACE_ROWS_MAX = 1000 }; /* of what is seen beyond only open fields are told */

/* One thing that was seen. Texts are in plain words, NULL where there is nothing to say.
 */
struct trace_row {
    enum trace_topic topic;
    enum evidence_place place;
    size_t start, length; /* bytes of the message's text or subject; 0 for a header */
    int line, last_line;  /* in the text, from 1; 0 for the subject and a header */
    const char *words;    /* as they stand there, the first 160 bytes; of a header
                            "Name: value" */
    const char *by;       /* the words that govern it: the word before a date */
    const char *why;      /* what was made of it, and for what reason */
    enum field field;     /* OPEN: which; DATE: what it led to, FIELD_KIND for nothing */
    /* Of a DATE: */
    const char *role; /* "back", "until", "from" ...; "none" when it was passed over */
    day_number first, last; /* the days it stands for, DAY_NONE for a length or a time */
    day_number other;       /* 3/4 read the other way, else DAY_NONE */
    int certainty;          /* 0 to 100; 0 when it was passed over */
};

struct trace {
    const char *order;      /* "dmy" or "mdy": how 3/4 is read; NULL: it stays open */
    const char *order_from; /* where that comes from, in words */
    const struct trace_row *rows; /* by topic, then as they stand in the message */
    size_t row_count;
};

#endif
