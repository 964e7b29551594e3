/* The filter language (model/filter.h) on this desk: one for find, for limiting a list,
 * for views and for `touchbase search`. */
#ifndef TOUCHBASE_DESK_FILTER_H
#define TOUCHBASE_DESK_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"
#include "touchbase/model/window.h"

struct desk_filter;

/* Reads a text as typed. Dates are read at this moment. NULL and err (ERROR_USAGE,
 * ERROR_AMBIGUOUS) in words that say what is wrong where: an unknown key, stage or
 * channel, a tag nobody has, a date that is none. */
struct desk_filter *desk_filter_open(struct desk *desk, const char *text,
                                     struct error *err);
void desk_filter_close(struct desk_filter *filter);             /* NULL is allowed */
const char *desk_filter_text(const struct desk_filter *filter); /* as typed */
/* A text for those who fit filter (NULL: everybody) and words, too; from arena. */
const char *desk_filter_joined(const struct desk_filter *filter, const char *words,
                               struct arena *arena);
/* Everybody: nothing was typed but blanks and signs. */
bool desk_filter_is_empty(const struct desk_filter *filter);
/* What is to be marked where it stands: the texts of its words and conditions. */
const char *const *desk_filter_marks(const struct desk_filter *filter, size_t *count);

/* Somebody found. text: the note or message the words stand in, NULL when they stand in
 * the record. */
struct desk_found {
    struct contact_row row;
    const char *text;
};

struct desk_findings {
    struct desk_found *rows;
    size_t count;
    bool more;           /* others fit, too */
    bool stopped;        /* stop said so; nothing else is filled then */
    const char *instead; /* nobody had the words; these are close and were found */
};

/* At most limit people who fit, best first (store/search.h says how). stop, unless NULL,
 * is asked while it runs. */
bool desk_filter_find(struct desk_filter *filter, size_t limit,
                      bool (*stop)(void *context), void *context, struct arena *arena,
                      struct desk_findings *out, struct error *err);
/* desk_people of those who fit. Forward it takes no longer than a key may: when it is
 * unfinished there are more than it gave, which desk_filter_go_on finds; then the same
 * call gives them. */
bool desk_filter_people(struct desk_filter *filter, const struct need_context *context,
                        const struct need_key *from, enum window_direction direction,
                        size_t limit, struct arena *arena, struct contact_row **rows,
                        size_t *count, struct error *err);
bool desk_filter_is_unfinished(const struct desk_filter *filter);
/* Looks on for what the last call wanted. stop, unless NULL, is asked while it runs; when
 * it said so the rest is still to be found. */
bool desk_filter_go_on(struct desk_filter *filter, const struct need_context *context,
                       bool (*stop)(void *context), void *stopping, struct error *err);
/* Backward too few fit, and too many would have to be looked at: not all were. */
bool desk_filter_is_cut(const struct desk_filter *filter);
bool desk_filter_fits(struct desk_filter *filter, int64_t contact_id, bool *fits,
                      struct error *err);
/* The same of a row about somebody: words may stand in text, too (NULL: none), and due,
 * channel, next and promise mean touch instead of the next one (NULL: the next one). */
bool desk_filter_fits_row(struct desk_filter *filter, int64_t contact_id,
                          const struct touch *touch, const char *text, bool *fits,
                          struct error *err);

/* What Tab offers at the cursor: keys, and of most keys values that are there; as
 * prompt_setup.complete (tui/prompt.h). */
void desk_filter_complete(struct desk *desk, const char *text, size_t cursor,
                          size_t *start, void (*add)(void *sink, const char *candidate),
                          void *sink);

#endif
