/* People by words and conditions (model/filter.h). Words are found folded, each must
 * begin a word; Chinese, Japanese and Korean match anywhere in a run; numbers in any
 * grouping. All words stand in a person's record (name, company, title, city, mails,
 * numbers, tags), or all in one of their notes or absences. Whatever is typed is words,
 * never query syntax of the index. */
#ifndef TOUCHBASE_STORE_SEARCH_H
#define TOUCHBASE_STORE_SEARCH_H

#include "touchbase/model/filter.h"
#include "touchbase/model/window.h"
#include "touchbase/store/store.h"

/* Asked now and then while it runs; true ends it (a key arrived). */
struct search_stop {
    bool (*wanted)(void *data);
    void *data;
};

/* Where the words stand, best first. */
enum search_fit { SEARCH_FULL_NAME, SEARCH_WHO, SEARCH_RECORD, SEARCH_TEXT };

struct search_found {
    struct contact_row row;
    enum search_fit fit;
    const char *text; /* SEARCH_TEXT: the note or message they stand in; else NULL */
};

struct search_result {
    struct search_found *rows;
    size_t count;
    bool more;           /* others fit, too; the ranking did not look at all of them */
    bool stopped;        /* rows and count are nothing then */
    const char *instead; /* nothing began with the words; these did, which are close
                            (NULL: the words themselves were found) */
};

/* A filter at work, with what it found out about the desk. */
struct search;

/* filter's strings must live as long. */
struct search *search_open(struct store *store, const struct filter *filter);
void search_close(struct search *search); /* NULL is allowed */

/* At most limit people, best first: full name, name and company, elsewhere in the record,
 * in notes and absences; in each, people of need, then those in play, at rest, out; in
 * each the last contact first, then by name. Where many fit, it looks at those in need,
 * those whose name begins with the words, and the newest. When nobody fits, words are
 * forgiven a slip: one letter in words of 4 letters or more, two from 8 on. A filter
 * without terms finds nobody. stop may be NULL. */
bool search_best(struct search *search, const struct need_context *context, size_t limit,
                 const struct search_stop *stop, struct arena *arena,
                 struct search_result *out, struct error *err);

/* contacts_window of those who fit. Forward it looks at some hundred people at once and
 * gives who was found by then; when that were fewer than limit, and not all, it is
 * unfinished, and a window from the same place gives more after search_go_on. Where they
 * stand is kept until the desk changes. */
bool search_window(struct search *search, const struct need_context *context,
                   const struct need_key *from, enum window_direction direction,
                   size_t limit, struct arena *arena, struct contact_row **rows,
                   size_t *count, struct error *err);
bool search_is_unfinished(const struct search *search);
/* Looks on until the last window forward is full or nobody is left, or stop (NULL: never)
 * says so; then it is still unfinished. */
bool search_go_on(struct search *search, const struct need_context *context,
                  const struct search_stop *stop, struct error *err);
/* Backward a window looks at 65,536 people at most; did one end for that before it was
 * full? Then rows beyond its last were not looked at. */
bool search_is_cut(const struct search *search);
/* Does one person fit? Conditions on the next touch are asked of touch unless it is NULL;
 * words may stand in text, too, unless that is NULL. */
bool search_fits(struct search *search, int64_t contact_id,
                 const struct need_context *context, const struct touch *touch,
                 const char *text, bool *fits, struct error *err);

/* At most limit different companies or cities that begin with prefix, of the people found
 * first; for completion. */
bool search_values(struct store *store, enum filter_key key, const char *prefix,
                   size_t limit, struct arena *arena, const char ***values, size_t *count,
                   struct error *err);

#endif
