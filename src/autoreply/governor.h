/* The word that holds a date: says what the date is to the absence. */
#ifndef AUTOREPLY_GOVERNOR_H
#define AUTOREPLY_GOVERNOR_H

#include "letter.h"

enum verb { VERB_NONE, VERB_AWAY, VERB_BACK, VERB_ANSWER, VERB_PRESENT };

struct governor {
    enum verb verb;
    const struct mark *mark;
    bool of_reason;
    int distance;
};

/* The word for being away, back or at work, or the reason, that holds a date of the
 * sentence; VERB_NONE when none does. */
struct governor find_governor(const struct letter *letter, const struct passage *passage,
                              const struct sentence *sentence,
                              const struct mention *mention);
/* May a word that ends before the token from belong to the date at the token to: a few
 * words off ("until at least Monday"), with no other date and no other clause between? */
bool reaches(const struct passage *passage, const struct sentence *sentence, size_t from,
             size_t to);

#endif
