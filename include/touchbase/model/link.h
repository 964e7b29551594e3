/* A link: what one person is to another (design.md sections 2 and 5). */
#ifndef TOUCHBASE_MODEL_LINK_H
#define TOUCHBASE_MODEL_LINK_H

#include <stdint.h>

enum link_kind {
    LINK_SUCCESSOR, /* to took over from from, who left; one each */
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
};

#endif
