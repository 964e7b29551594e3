/* FNV-1a of 64 bits: the same number on every machine, so that it may be kept
 * in a file. Against accidents, not against anybody who tries. */
#ifndef TOUCHBASE_BASE_FNV_H
#define TOUCHBASE_BASE_FNV_H

#include <stddef.h>
#include <stdint.h>

#define FNV_START UINT64_C(0xCBF29CE484222325) /* of no bytes */

/* Goes on from hash over length bytes. */
uint64_t fnv_on(uint64_t hash, const void *bytes, size_t length);

#endif
