/* Times of a day in settings. */
#ifndef TOUCHBASE_MODEL_TIME_OF_DAY_H
#define TOUCHBASE_MODEL_TIME_OF_DAY_H

#include <stdbool.h>

/* Reads "8:30" or "08:30", at most 24:00, from *at, which moves behind it when it was
 * one. */
bool time_of_day_read(const char **at, int *minute);

#endif
