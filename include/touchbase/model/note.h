/* A note on a contact, and one being typed. */
#ifndef TOUCHBASE_MODEL_NOTE_H
#define TOUCHBASE_MODEL_NOTE_H

#include <stdint.h>

struct note {
    int64_t id;
    const char *uuid;
    int64_t contact_id;
    int64_t touch_id; /* the touch it was taken with, 0 none */
    int64_t written_utc;
    const char *text; /* UTF-8, LF */
};

/* Text that is on disk but not filed yet (endurance.md 4). */
struct draft {
    int64_t id;
    int64_t contact_id;
    const char *kind;    /* "note", "take-in", "call", "rang", "message" */
    int64_t started_utc; /* of a call: when its clock did */
    const char *text;
    int64_t cursor;     /* byte offset */
    int64_t process;    /* pid of the window that types it */
    int64_t touch_id;   /* of a call or a message: the planned touch it is, 0 none */
    const char *next;   /* of a call: the next touch agreed in it, as typed, or NULL */
    int64_t script_id;  /* of a message: the one on file that is changed, 0 a new one */
    int channel;        /* of a message: enum channel it goes by */
    const char *caller; /* of a call of one nobody knows: the number, or NULL */
};

#endif
