/* A filter at work, for the files that search. */
#ifndef TOUCHBASE_STORE_SEARCH_PRIVATE_H
#define TOUCHBASE_STORE_SEARCH_PRIVATE_H

#include "connection.h"
#include "search_words.h"
#include "touchbase/store/search.h"

/* Asks whether to go on, and remembers that it was not to. */
struct search_asking {
    const struct search_stop *stop; /* NULL: always */
    bool stopped;
};

/* search_gather.c: numbers of contacts, each once. */
struct gathered {
    int64_t *ids; /* the newest first */
    size_t count;
    size_t capacity;
    bool complete; /* all who fit are among them; else these are the newest */
};

/* Places in the order of need. */
struct need_keys {
    struct arena *arena;
    struct need_key *keys;
    size_t count;
    size_t capacity;
};

struct search {
    struct store *store;
    struct search_asking *asking; /* of the call under way, NULL none */
    const struct filter *filter;
    struct arena *arena; /* of the terms */
    struct search_term terms[FILTER_TERMS_MAX];
    size_t count;        /* of terms; words of nothing but signs are left out */
    struct arena *aside; /* for one person at a time */
    const char *beside;  /* a text in which words may stand, too, NULL none */
    bool record_only;    /* words in notes and absences do not count now */
    /* search_window.c: found out once (looked), for this desk and day. */
    bool looked;
    bool gathered; /* members were asked for */
    uint64_t generation;
    struct need_context context;
    struct arena *known;     /* of the two: */
    struct gathered members; /* who may fit at all, when complete */
    struct gathered texts;   /* whose notes and absences have the words, when complete */
    /* Those who fit, from begin as far as reached; without begin from the first on, and
     * ended as far as there are any. */
    struct need_keys kept;
    struct need_key begin, reached;
    size_t wanted; /* of kept, by the last window */
    bool has_begin, has_reached, ended;
    bool unfinished;
    bool cut; /* a window ended before everybody was looked at */
};

/* search_holds.c: does a person fit? *fit and *place (of the note or absence the words
 * stand in, 2 * id or 2 * id + 1, 0 none) may be NULL. */
bool search_holds(struct search *search, const struct need_context *context,
                  const struct contact *contact, bool *holds, enum search_fit *fit,
                  int64_t *place, struct error *err);

/* Was the call under way told to end? Asked between any two people or words; what asks
 * returns false then, and its err says nothing. */
bool search_stopped(struct search *search);
/* Between these two stop (NULL: never) may end it, SQLite's statements included. */
void search_ask_begin(struct search *search, struct search_asking *asking,
                      const struct search_stop *stop);
void search_ask_end(struct search *search);

/* search_window.c: is what was found out about the desk still so? */
bool search_knows(const struct search *search);
/* search_walk.c: rows to be tested, with as much of them as the filter asks for. */
bool search_rows(struct search *search, const struct need_context *context,
                 const int64_t *ids, size_t id_count, struct arena *arena,
                 struct contact_row **rows, size_t *count, struct error *err);

/* Of people who may fit, at most limit; the caller tests each. */
bool search_gather(struct search *search, const struct need_context *context,
                   size_t limit, struct arena *arena, struct gathered *out,
                   struct error *err);
/* Those in whose notes or absences all words of the filter stand, at most limit. */
bool search_gather_texts(struct search *search, size_t limit, struct arena *arena,
                         struct gathered *out, struct error *err);
void gathered_add(struct gathered *gathered, struct arena *arena, int64_t id);
bool gathered_has(const struct gathered *gathered, int64_t id);
/* Those whose name begins with all words as typed. */
bool search_gather_names(struct search *search, size_t limit, struct arena *arena,
                         struct gathered *out, struct error *err);
/* The words of the filter as one text, folded; "" when it has none. */
const char *search_typed(const struct search *search, struct arena *arena);
/* Could somebody of this segment of need fit at all? */
bool search_reaches(struct search *search, enum need_segment segment);

/* search_walk.c: goes through people in the order of need from the first on, until
 * limit of them fit or about looked were looked at. */
bool search_walk(struct search *search, const struct need_context *context, size_t limit,
                 size_t looked, struct need_keys *out, bool *ended, struct error *err);

/* search_slip.c: the filter with words of the index in place of those it does not hold;
 * *out NULL when none is close. *instead says them. */
bool search_forgive(struct search *search, struct arena *arena, struct filter **out,
                    const char **instead, struct error *err);

#endif
