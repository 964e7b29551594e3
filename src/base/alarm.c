#include "touchbase/base/alarm.h"

#include <sys/timerfd.h>
#include <unistd.h>

int alarm_open(void)
{
    return timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

void alarm_set(int descriptor, int64_t utc)
{
    /* A moment of zero would disarm it. */
    const struct itimerspec at = {.it_value.tv_sec = (time_t)(utc > 0 ? utc : 1)};

    timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at, NULL);
}

void alarm_drain(int descriptor)
{
    uint64_t times;

    /* ECANCELED is how a clock that was set is told. */
    if (read(descriptor, &times, sizeof times) < 0)
        return;
}

void alarm_close(int descriptor)
{
    if (descriptor >= 0)
        close(descriptor);
}
