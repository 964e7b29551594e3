#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "touchbase/base/alarm.h"

enum { DEADLINE_MS = 60000 };

/* Not time(), which may lag a tick behind. */
static int64_t seconds(void)
{
    struct timespec at;

    clock_gettime(CLOCK_REALTIME, &at);
    return (int64_t)at.tv_sec;
}

static int ready(int descriptor, int wait_ms)
{
    struct pollfd fd = {.fd = descriptor, .events = POLLIN};

    return poll(&fd, 1, wait_ms);
}

/* A moment that is past rings at once and once; one to come rings when it is reached. */
static void rings_once(void **state)
{
    int descriptor = alarm_open();
    int64_t now = seconds();

    (void)state;
    assert_true(descriptor >= 0);
    assert_int_equal(ready(descriptor, 0), 0);
    alarm_set(descriptor, now - 100);
    assert_int_equal(ready(descriptor, DEADLINE_MS), 1);
    alarm_drain(descriptor);
    assert_int_equal(ready(descriptor, 0), 0);
    alarm_set(descriptor, now + 1);
    assert_int_equal(ready(descriptor, DEADLINE_MS), 1);
    assert_true(seconds() >= now + 1);
    alarm_set(descriptor, now + 86400);
    assert_int_equal(ready(descriptor, 0), 0);
    alarm_set(descriptor, 0);
    assert_int_equal(ready(descriptor, DEADLINE_MS), 1);
    alarm_close(descriptor);
    alarm_close(-1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rings_once)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
