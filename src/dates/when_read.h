/* What is typed being read: what WHEN (when.c) and rules that repeat (repeat_read.c)
 * share. */
#ifndef DATES_WHEN_READ_H
#define DATES_WHEN_READ_H

#include "grammar.h"
#include "touchbase/dates/when.h"

struct when {
    struct grammar grammar;
    const struct when_context *context;
    const char *text;
    bool whole; /* nothing may follow */
    struct error *err;
};

/* Reads from the first token; *used gets the tokens taken. False and when->err. */
typedef bool when_rule(const struct when *when, size_t *used, void *out);

/* Runs a rule over text with the words of English; *bytes gets what stands up to the
 * first token that was not taken. */
bool when_run(const char *text, const struct when_context *context, bool whole,
              when_rule *rule, void *out, size_t *bytes, struct error *err);

/* A time behind the tokens read so far, unless out has one; moves *used. False and err
 * for one that does not exist. */
bool when_time(const struct when *when, size_t *used, struct wall *out);

enum step { STEP_NOT_THERE, STEP_READ, STEP_REFUSED };

/* A day, or the first of a week or feast that begins after today. */
enum step when_day(const struct when *when, size_t *used, struct wall *out);

/* What was typed from one token up to another, for messages: its bytes, no more than fit
 * a line, at *start. */
int when_part(const struct when *when, size_t from, size_t to, const char **start);
bool when_refuse_impossible(const struct when *when, size_t at, size_t count);
bool when_refuse_ambiguous(const struct when *when, size_t at,
                           const struct date_expression *day);

#endif
