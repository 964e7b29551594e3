/* Who wrote a row, and does it still run. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "touchbase/base/process_mark.h"

enum { PID_BITS = 22 };

static void this_one_runs(void **state)
{
    (void)state;
    int64_t mark = process_mark();
    assert_true(mark > 0);
    assert_true(mark == process_mark());
    assert_int_equal(mark & ((INT64_C(1) << PID_BITS) - 1), getpid());
    assert_false(process_mark_is_gone(mark));
    assert_false(process_mark_is_gone(getppid()));
}

/* Killed but not yet looked at by its parent, it is gone all the same. */
static void a_killed_one_is_gone_at_once(void **state)
{
    (void)state;
    int pipes[2];
    int64_t mark;
    siginfo_t info;
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        mark = process_mark();
        _exit(write(pipes[1], &mark, sizeof mark) == (ssize_t)sizeof mark &&
              pause() == 0);
    }
    assert_int_equal(read(pipes[0], &mark, sizeof mark), sizeof mark);
    assert_false(process_mark_is_gone(mark));
    assert_true(mark != process_mark());
    kill(child, SIGKILL);
    assert_int_equal(waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT), 0);
    assert_true(process_mark_is_gone(mark));
    assert_true(process_mark_is_gone(child));
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_true(process_mark_is_gone(mark));
    assert_true(process_mark_is_gone(child));
    close(pipes[0]);
    close(pipes[1]);
}

/* The pid was given again: a process that started at another time is another one. */
static void another_start_is_another_process(void **state)
{
    (void)state;
    int64_t mark = process_mark();
    assert_true(process_mark_is_gone(mark + (INT64_C(1) << PID_BITS)));
    assert_true(process_mark_is_gone(mark - (INT64_C(1) << PID_BITS)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(this_one_runs),
        cmocka_unit_test(a_killed_one_is_gone_at_once),
        cmocka_unit_test(another_start_is_another_process),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
