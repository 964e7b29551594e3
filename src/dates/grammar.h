/* The inside of the grammar of dates: the kinds of words, and the rules the files beside
 * this one share. */
#ifndef DATES_GRAMMAR_H
#define DATES_GRAMMAR_H

#include "touchbase/dates/expression.h"
#include "touchbase/dates/phrase.h"

/* What a word of a date lexicon is; the value says which one. */
enum date_word {
    WORD_NOTHING, /* looks like a date word and is none: "good morning" */
    WORD_NEXT,
    WORD_AFTER_NEXT,    /* the week after next */
    WORD_THIS_AND_NEXT, /* this and next week */
    WORD_DASH,          /* what parts day and month besides a slash: "18-8" */
    WORD_THIS,
    WORD_LAST,
    WORD_IN,      /* in two weeks */
    WORD_FOR,     /* for two weeks */
    WORD_LASTING, /* zwei Wochen lang */
    WORD_FOLLOWING_DAY,
    WORD_END,
    WORD_START,
    WORD_MIDDLE,
    WORD_OF,
    WORD_ARTICLE,
    WORD_ON,
    WORD_AT,
    WORD_AND,
    WORD_AFTER, /* the Tuesday after Easter */
    WORD_WEEK_OF,
    WORD_CALENDAR_WEEK,
    WORD_AM,
    WORD_PM,
    WORD_OCLOCK,
    WORD_SUFFIX,   /* 9th */
    WORD_FROM_NOW, /* two weeks from now */
    WORD_FROM,     /* a week from Monday */
    WORD_TO,       /* 8 to 15 August */
    WORD_THROUGH,
    WORD_UNTIL,
    WORD_BETWEEN,
    WORD_INCLUSIVE,
    WORD_DAY_MARK,    /* "dia 12": what makes a number a day of the month */
    WORD_DAY_ARTICLE, /* "le 12", "dal 12": so do these, unless the number counts what
                         follows */
    WORD_ALL_WEEK,    /* this week, in one phrase */
    WORD_BACK,        /* when back */
    WORD_DOUBTFUL, /* names that are common words too: they count only beside a number or
                      with a capital */
    WORD_PLAIN_COUNT,              /* those above are the keys of [dates words] */
    WORD_MONTH = WORD_PLAIN_COUNT, /* value 1 to 12 */
    WORD_WEEKDAY,                  /* enum weekday */
    WORD_NUMBER,
    WORD_ORDINAL,
    WORD_UNIT,     /* enum date_unit */
    WORD_DAY,      /* days from today */
    WORD_PART,     /* minute of the day */
    WORD_FEAST,    /* index into feasts */
    WORD_COMPOUND, /* "Monatsende": compound_value */
    WORD_COUNT
};
_Static_assert(WORD_COUNT <= 64, "struct glance has a bit for each");

enum date_unit {
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WORKDAY,
    UNIT_WEEKEND,
    UNIT_WEEK,
    UNIT_FORTNIGHT,
    UNIT_MONTH,
    UNIT_YEAR,
    UNIT_COUNT
};

/* A part of a unit in one word: "Monatsende" is the end of a month. */
static inline int compound_value(enum date_word part, enum date_unit unit)
{
    return (int)part * UNIT_COUNT + (int)unit;
}

/* One end of a feast: a day of the year, days from Easter, the n-th weekday of a month,
 * or the weekday next to a day of the year. */
struct feast_day {
    enum {
        FEAST_FIXED,
        FEAST_EASTER,
        FEAST_WEEKDAY,
        FEAST_BEFORE, /* "weekday 3 before 11-23": the Wednesday before that day */
        FEAST_FROM    /* "weekday 1 from 06-20": the Monday on or after that day */
    } rule;
    int month, mday; /* WEEKDAY: month alone; EASTER: neither */
    int offset;      /* EASTER: days; WEEKDAY: which one, -1 the last */
    int shift;       /* days on from there: "weekday 7 3 9 +1" is the Monday behind */
    enum weekday weekday;
};

struct feast {
    struct feast_day first, last;
};

struct date_lexicon {
    struct phrase_book *book;
    struct phrase_book *doubtful;
    struct phrase_book *day_articles; /* words that are others, too */
    struct phrase_book *repeats;      /* enum repeat_word */
    struct feast *feasts;
    size_t feast_count;
    size_t feast_capacity;
};

/* What the book says of the tokens looked at last. The rules ask for the same few tokens
 * over and over. */
enum { GLANCES = 16 };

struct glance {
    size_t behind; /* the token's index and 1; 0: nothing was looked at */
    bool found;
    uint64_t kinds; /* bits of enum date_word: all that the phrase means */
    struct phrase_match match;
};

struct glances {
    struct glance items[GLANCES];
};

/* What every rule works on. */
struct grammar {
    const struct date_lexicon *lexicon;
    const struct tokens *tokens;
    const struct date_context *context;
    struct glances *glances; /* of these tokens; all zero at first */
};

/* A rule tries to read something at a token; out is blank (grammar_blank) when it is
 * called. */
typedef enum date_outcome date_rule(const struct grammar *grammar, size_t at,
                                    struct date_expression *out);

/* grammar.c: looking at tokens. */
void grammar_blank(struct date_expression *out);
/* The value of a word of that kind, with its tokens in *count; false when there is none.
 */
bool grammar_word(const struct grammar *grammar, size_t at, enum date_word kind,
                  size_t *count, int *value);
/* at, moved behind a word of that kind when there is one. */
size_t grammar_skip(const struct grammar *grammar, size_t at, enum date_word kind);
/* A number in digits or in words. */
bool grammar_count(const struct grammar *grammar, size_t at, size_t *count, int *value);
/* Is the token there and written without a gap behind the one before? */
bool grammar_joined(const struct grammar *grammar, size_t at);
/* Is the token a word that makes a number behind it a day of the month ("le", "dal")? */
bool grammar_is_day_article(const struct grammar *grammar, size_t at);
/* Does what stands behind a number say that it is a time, a range of hours or a measure?
 */
bool grammar_is_counted(const struct grammar *grammar, size_t behind);
/* Does what stands behind a number say that it is one of a street: "12, rue des Carmes"?
 */
bool grammar_is_in_address(const struct grammar *grammar, size_t behind);
bool grammar_is_doubtful(const struct grammar *grammar, size_t at);
enum date_outcome grammar_found(struct date_expression *out, size_t count,
                                day_number first, day_number last, enum date_form form);

/* resolve.c: days named in part. */
struct named_day {
    int year;  /* 0: not said */
    int month; /* 0: not said */
    int mday;  /* 0: not said */
};
/* DATE_IMPOSSIBLE when no such day exists. Fills first, last, cycle. */
enum date_outcome resolve_day(const struct grammar *grammar, struct named_day named,
                              struct date_expression *out);
/* Moves a day that was named in part to the nearest that falls on the weekday said beside
 * it; false, and nothing moved, when none does. */
bool resolve_beside(enum weekday weekday, struct date_expression *out);
/* The next day of that name, today not counted. */
day_number resolve_weekday(const struct date_context *context, enum weekday weekday);
/* The Monday of the week of a day. */
day_number week_start(day_number day);
day_number month_start(day_number day);
day_number month_end(day_number day);
/* The month a month name means. */
day_number resolve_month(const struct date_context *context, int month, int year);

/* feast.c */
bool feast_read(const char *rule, struct feast *feast);
day_number feast_first(const struct feast *feast, int year);
day_number feast_last(const struct feast *feast, int year);

/* The rules. */
date_rule time_of_day;   /* time.c: 14:30, 2pm, noon, at 9 */
date_rule time_bare;     /* time.c: a bare hour behind a day */
date_rule calendar_date; /* calendar_date.c: 4 March, 3/4, 2027-01-06 */
date_rule
    relative_date; /* relative.c: tomorrow, in two weeks, next week, for three days */
date_rule
    period_date; /* period.c: end of March, mid-May, first week of, calendar week 34 */
date_rule
    weekday_date; /* weekday.c: Tuesday, Monday 4 March, the Tuesday after Labor Day */
date_rule feast_date;  /* feast.c: Easter */
date_rule single_date; /* expression.c: any of the above */
date_rule span_date;   /* span.c: 8-15 August */

#endif
