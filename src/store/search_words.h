/* The words of a filter: what they are in the index, and whether folded text has them. */
#ifndef TOUCHBASE_STORE_SEARCH_WORDS_H
#define TOUCHBASE_STORE_SEARCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/model/filter.h"

/* One typed text in the writings it may have: each a run of words behind blanks (" ana
 * ruiz"), the last of which may go on. */
enum { NEEDLES_MAX = 5 };
struct needles {
    const char *texts[NEEDLES_MAX];
    size_t count; /* 0: nothing but signs */
};

struct needles needles_of(struct arena *arena, const char *typed);
/* content: folded words as the index holds them, with a blank before the first. */
bool needles_in(const struct needles *needles, const char *content);
/* Appends the expression that finds them in the index: ("ana ruiz" * OR ...). */
void needles_query(const struct needles *needles, struct buffer *out);

/* A filter's term with its texts folded. */
struct search_term {
    const struct filter_term *term;
    struct needles *needles; /* one for each of term's texts, those of signs left out */
    size_t count;
};

/* Does any of its texts stand in content? */
bool term_in(const struct search_term *term, const char *content);
/* Appends an expression for the term, of one column ("who", "reach") or any (NULL). */
void term_query(const struct search_term *term, const char *column, struct buffer *out);

#endif
