/* A link: what one person is to another (design.md sections 2 and 5, rule 16). */
#ifndef TOUCHBASE_MODEL_LINK_H
#define TOUCHBASE_MODEL_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "touchbase/base/error.h"

/* The numbers stand in table link. Beside each: what from is to to. */
enum link_kind {
    LINK_SUCCESSOR, /* the other way round: to took over from from, who left; one each */
    LINK_REFERENCE, /* from refers me to to: I may give their name there */
    LINK_ADVOCATE,  /* from speaks for me with to */
    LINK_ASSISTANT,
    LINK_COLLEAGUE, /* both ways */
    LINK_KIND_COUNT
};

struct link {
    int64_t id;       /* 0 before it is stored */
    const char *uuid; /* random, for travelling */
    enum link_kind kind;
    int64_t from_id; /* contacts; never the same */
    int64_t to_id;
    int64_t created_utc; /* UTC seconds */
};

/* Somebody at the other end of a link. */
struct linked {
    int64_t contact_id;
    const char *uuid; /* the contact's */
    const char *name;
    const char *company; /* or NULL */
};

/* A link as one of its two people sees it. */
struct tie {
    enum link_kind kind;
    bool of;            /* one is that of the other ("advocate of"); else the other is
                           one's own ("advocate"). Of colleagues always false */
    int64_t link_id;    /* 0 before it is stored */
    struct linked with; /* the other */
};

/* "reference" ... */
const char *link_kind_name(enum link_kind kind);
/* What the other is, seen from one's side: "advocate" or "advocate for" and the like. */
const char *tie_words(const struct tie *tie);
/* The link that person_id has by tie; id, uuid and created_utc are 0 and NULL. */
struct link tie_link(const struct tie *tie, int64_t person_id);

/* What was typed about a tie of somebody. */
struct tie_line {
    struct tie tie;  /* kind and of */
    bool remove;     /* it is taken away: a minus stood before it */
    const char *who; /* behind the kind, as typed: a part of the line */
};
/* Reads "KIND WHO" (WHO is their KIND), "KIND for WHO" or "KIND of WHO" (they are WHO's),
 * with a minus before it "it is none any more". "refers WHO" is "reference for WHO".
 * False and err (ERROR_USAGE) for another first word, or nobody behind it. */
bool tie_read(const char *line, struct tie_line *out, struct error *err);

#endif
