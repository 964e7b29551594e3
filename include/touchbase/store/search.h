/* Find as you type, over names, companies, mails, numbers, cities, notes and absences,
 * folded (libraries.md 3). Each word typed must begin a word; Chinese, Japanese and
 * Korean match anywhere in a run. Whatever is typed is words, never query syntax. */
#ifndef TOUCHBASE_STORE_SEARCH_H
#define TOUCHBASE_STORE_SEARCH_H

#include "touchbase/store/store.h"

enum search_kind { SEARCH_CONTACT, SEARCH_NOTE, SEARCH_ABSENCE };

struct search_hit {
    enum search_kind kind;
    int64_t id; /* of the contact, note or absence */
    int64_t contact_id;
};

/* Asked now and then while a query runs; true ends it (a key arrived). */
struct search_stop {
    bool (*wanted)(void *data);
    void *data;
};

/* At most limit hits: contacts first, best first (full name, name, company, the rest; in
 * play before rest, then by name), then notes and absences, newest record first. Ranking
 * looks at 500 contacts at most. Nothing typed but blanks and signs finds nothing. stop
 * may be NULL; stopped: count as far as it got. */
bool search_find(struct store *store, const char *typed, size_t limit,
                 const struct search_stop *stop, struct arena *arena,
                 struct search_hit **hits, size_t *count, struct error *err);

#endif
