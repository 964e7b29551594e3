/* Taking in auto-replies from a shell: what is told of each message. */
#ifndef TOUCHBASE_SRC_CLI_OOO_H
#define TOUCHBASE_SRC_CLI_OOO_H

#include "command.h"
#include "output.h"
#include "touchbase/base/json.h"
#include "touchbase/desk/settings.h"
#include "touchbase/desk/take_in.h"

/* The members of an open object: id, kind, first_day, back, reason, place, cover,
 * evidence and more (design.md section 4). */
void ooo_reading_json(struct json *json, const struct message *message,
                      const struct reading *reading);
/* Who sent it, in words: a name, else a mail, else where it came from. */
const char *ooo_sender(const struct message *message);
/* "back Mon 9 Mar, vacation, Mexico": what was understood, in a line. today is for the
 * year that goes unsaid. */
char *ooo_line(struct arena *arena, const struct reading *reading, day_number today);

/* "Mon 9 Mar", with the year when it is not that of today (DAY_NONE: always); NULL for
 * DAY_NONE. */
char *ooo_day(struct arena *arena, day_number day, day_number today);

/* ---- ooo --explain: item->trace is there ---- */

/* Prints, in plain words within 80 columns, which words led to which field and what was
 * made of the rest; first: of several the first. */
void ooo_explain(struct output *out, const struct take_in *item, bool first);
/* The same as a member "explain" of an open object. */
void ooo_explain_json(struct json *json, const struct take_in *item);
/* ---- Telling ---- */

enum { OOO_REASONS = REASON_COUNT + 1 };

struct ooo_totals {
    int64_t read, bad; /* messages */
    int64_t passed;    /* read before, and passed by */
    int64_t started, waiting, filed, known, strangers, others;
    int64_t asked;                 /* of what waits: whose it is is asked first */
    int64_t unsure[UNSURE_COUNT];  /* what starts nothing, and is not certain */
    int64_t proposed[OOO_REASONS]; /* of what waits, by reason; the last is who left */
};

/* One object; result NULL in a dry run. */
void ooo_tell_json(struct call *call, const struct take_in *item,
                   const struct take_in_result *result);
/* The line of what became of it, and what its play does; of a folder's message that left
 * nothing no line. */
void ooo_tell_words(struct output *out, const struct take_in *item,
                    const struct take_in_result *result);
/* On standard error, what the play asks. */
void ooo_tell_questions(struct output *out, const struct take_in *item);
void ooo_count(struct ooo_totals *totals, const struct take_in *item,
               const struct take_in_result *result);
/* On standard error: what waits by reason, and how many of each. */
void ooo_tell_summary(struct output *out, const struct ooo_totals *totals, bool dry);

/* ---- On a terminal ---- */

enum ooo_answer { OOO_FILE, OOO_NO_ABSENCE, OOO_STRANGER, OOO_WAIT, OOO_LEAVE };
/* Shows a message, what was understood and what would follow, and asks on keys (a
 * terminal). */
enum ooo_answer ooo_ask(struct output *out, int keys, const struct take_in *item,
                        day_number today);

/* ---- The page of a dry run ---- */

/* One absence of one person, or the last word of one who left. */
struct ooo_row {
    const char *who;  /* what is the same of all messages of a person: the mail, folded */
    const char *name; /* as shown */
    const char *given;
    const char
        *firm;     /* after the mail's domain, "" for none and for a public mail host */
    int64_t utc;   /* of the message */
    size_t number; /* in which it came */
    struct absence absence;
    bool ambiguous; /* a date could be read in two ways */
};

struct ooo_page {
    struct arena *arena; /* of the rows */
    struct ooo_row *rows;
    size_t count;
    size_t capacity;
    size_t others;          /* messages that were no absence */
    size_t messages;        /* that were one */
    day_number first, last; /* days they came on, DAY_NONE before the first */
};

enum { OOO_PAGE_LINES = 48 }; /* two screens */

struct ooo_page ooo_page_open(struct arena *arena);
void ooo_page_add(struct ooo_page *page, const struct take_in *item);
/* One row for each absence of a person: of its messages the newest counts. *people and
 * *firms get how many there are. */
void ooo_page_settle(struct ooo_page *page, size_t *people, size_t *firms);
/* "Northwind" for dana@mail.northwind.example; "" for NULL, no domain, and hosts that
 * give mail to anybody. */
char *ooo_firm(struct arena *arena, const char *mail);

/* Which absences a list of the page holds, those by day back first. */
enum ooo_list {
    OOO_LIST_THIS_WEEK, /* back from Monday to Sunday around today */
    OOO_LIST_LATELY,    /* back before, up to 14 days ago */
    OOO_LIST_BEFORE,    /* longer ago */
    OOO_LIST_AWAY,      /* back after this week */
    OOO_LIST_LEFT,
    OOO_LIST_OPEN, /* no day back */
};
/* The rows of a list, by day back or newest first; those of a reason, newest first. */
const struct ooo_row **ooo_rows_of(struct arena *arena, const struct ooo_page *page,
                                   enum ooo_list list, day_number today, size_t *count);
const struct ooo_row **ooo_rows_with(struct arena *arena, const struct ooo_page *page,
                                     enum reason reason, size_t *count);

/* Appends the page: how much there is, the occasions nobody wrote for, who is back this
 * week, with what to say, who is away, who left, what stayed open. Unless all, no more
 * than OOO_PAGE_LINES lines. settings are for the openers. */
void ooo_page_print(struct ooo_page *page, day_number today,
                    const struct settings *settings, bool all, struct buffer *out);

#endif
