/* Waking up at a moment of the wall clock (timerfd), also when the machine slept over it
 * or the clock was set: a wait in milliseconds notices neither. */
#ifndef TOUCHBASE_BASE_ALARM_H
#define TOUCHBASE_BASE_ALARM_H

#include <stdint.h>

/* A descriptor to poll; -1 where the system has none. */
int alarm_open(void);
/* It becomes readable once: at utc (UTC seconds, at once when that is past), or before
 * when the clock is set or the machine wakes up. */
void alarm_set(int descriptor, int64_t utc);
/* Takes that it is readable; then it has to be set anew. */
void alarm_drain(int descriptor);
void alarm_close(int descriptor); /* -1 is allowed */

#endif
