/* A deal (design.md rule 21): what somebody buys, or may. */
#ifndef TOUCHBASE_MODEL_DEAL_H
#define TOUCHBASE_MODEL_DEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

enum deal_state { DEAL_OPEN, DEAL_WON, DEAL_DELIVERED, DEAL_LOST, DEAL_STATE_COUNT };

const char *deal_state_name(enum deal_state state); /* "open", "won" ... */
int deal_state_from_name(const char *name);         /* -1 for an unknown word */

struct deal {
    int64_t id;       /* 0 before it is stored */
    const char *uuid; /* random, for travelling */
    int64_t contact_id;
    const char *contact; /* the person's name, read only */
    int64_t amount;      /* hundredths, 0 or more */
    enum deal_state state;
    int64_t state_utc; /* since when it is in that state */
    int64_t won_utc;   /* 0: not (yet) won */
    int64_t created_utc;
};

/* "4800", "4800.50", "4,800.50" or "4.800,50" in hundredths: the last point or comma with
 * one or two digits behind it parts them, those in front part thousands. False and err
 * (ERROR_USAGE) for anything else, and above 1,000,000,000,000. */
bool deal_read_amount(const char *text, int64_t *hundredths, struct error *err);
/* "4800" or "4800.50", in arena. */
const char *deal_amount(struct arena *arena, int64_t hundredths);

/* May a deal in that state come into the other: open to any, won to delivered or lost? */
bool deal_may_become(enum deal_state from, enum deal_state to);
/* The one that is meant by an amount and a state it comes into: the newest of that amount
 * that may; NULL when there is none, then it is a new one. deals: the newest first. */
const struct deal *deal_meant(const struct deal *deals, size_t count, int64_t amount,
                              enum deal_state to);

#endif
