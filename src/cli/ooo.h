/* Taking in auto-replies from a shell: what is told of each message. */
#ifndef TOUCHBASE_SRC_CLI_OOO_H
#define TOUCHBASE_SRC_CLI_OOO_H

#include "json.h"
#include "output.h"
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

/* ---- On a terminal ---- */

enum ooo_answer { OOO_FILE, OOO_NO_ABSENCE, OOO_WAIT, OOO_LEAVE };
/* Shows a message, what was understood and what would follow, and asks on keys (a
 * terminal). */
enum ooo_answer ooo_ask(struct output *out, int keys, const struct take_in *item,
                        day_number today);

/* ---- The page of a dry run ---- */

struct ooo_row {
    const char *sender;
    const char *line;
    day_number back;
    bool left;
};

struct ooo_page {
    struct arena *arena; /* of the rows */
    struct ooo_row *rows;
    size_t count;
    size_t capacity;
    size_t others; /* messages that were no absence */
};

void ooo_page_add(struct ooo_page *page, const struct take_in *item, day_number today);
/* Appends the page: what was missed, who is away, who is back this week. */
void ooo_page_print(struct ooo_page *page, day_number today, struct buffer *out);

#endif
