/* Whole numbers in settings. */
#ifndef TOUCHBASE_MODEL_NUMBER_H
#define TOUCHBASE_MODEL_NUMBER_H

#include <stdbool.h>

/* Reads text, digits alone, into *out when it lies from low (0 or more) to high;
 * otherwise leaves *out alone. */
bool number_read(const char *text, int low, int high, int *out);

#endif
