/* What a target of the fuzzer is, and the properties that hold of whatever is read. A
 * property that does not hold ends the program with its words, as a crash does. */
#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "touchbase/model/absence.h"
#include "touchbase/model/message.h"

/* One input; 0. Called by libFuzzer, or by replay.c with the bytes of a file. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program with the words of a property unless it holds. */
void require(bool holds, const char *property);
/* A day from year 1 to 9999 that the calendar has. */
bool is_day(day_number day);

/* The promises of mail/mail.h and model/message.h. */
void require_message(const struct message *message);
/* The promises of autoreply/reader.h and model/absence.h. */
void require_reading(const struct message *message, const struct reading *reading);
/* Both readings are the same, to the last byte of their strings. */
void require_same(const struct reading *a, const struct reading *b);

#endif
