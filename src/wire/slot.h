/* A record described as a table: which member goes under which tag, and what it may hold.
 * One table serves both ways, so that they cannot differ. */
#ifndef TOUCHBASE_SRC_WIRE_SLOT_H
#define TOUCHBASE_SRC_WIRE_SLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/buffer.h"
#include "touchbase/wire/record.h"

enum slot_type {
    SLOT_TEXT,   /* const char *; NULL is not written */
    SLOT_PATH,   /* the same, of any bytes */
    SLOT_BOOL,   /* bool */
    SLOT_INT,    /* int, or an enum of that size: least to most */
    SLOT_INT32,  /* int32_t, least to most */
    SLOT_INT64,  /* int64_t */
    SLOT_SIZE,   /* size_t, up to WIRE_RECORD_MAX */
    SLOT_DAY,    /* day_number of the years 1 to 9999, or DAY_NONE */
    SLOT_MINUTE, /* int, 0 to 1439, or MINUTE_NONE */
};

struct slot {
    uint8_t tag;
    enum slot_type type;
    size_t offset;
    int64_t least, most; /* of SLOT_INT and SLOT_INT32 */
};

struct slots {
    const struct slot *rows;
    size_t count;
};

void slots_put(struct buffer *out, struct slots slots, const void *record);

enum slot_fit { SLOT_TAKEN, SLOT_UNKNOWN, SLOT_BROKEN };

/* Puts a field into its member; SLOT_UNKNOWN when no row has its tag. */
enum slot_fit slots_take(struct arena *arena, struct slots slots,
                         const struct wire_field *field, void *record);
/* All fields of a record that holds nothing else. */
bool slots_get(struct arena *arena, struct slots slots, struct wire_record fields,
               void *record);

#endif
