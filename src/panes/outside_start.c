/* Commands that run beside the desk: a notification, a sound. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "outside.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/clock.h"

extern char **environ;

/* What the desk ignores or blocks is a child's again, and a group of its own. */
static void set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t defaults, none;

    sigemptyset(&none);
    sigfillset(&defaults);
    sigdelset(&defaults, SIGKILL);
    sigdelset(&defaults, SIGSTOP);
    posix_spawnattr_init(attributes);
    posix_spawnattr_setsigdefault(attributes, &defaults);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK |
                                             POSIX_SPAWN_SETPGROUP);
}

bool outside_start(const char *command, const char *argument, struct outside_child *child,
                   struct error *err)
{
    struct arena *arena = arena_create();
    char **words = outside_words(arena, command, argument, err);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed;

    child->process = 0;
    if (words == NULL) {
        arena_destroy(arena);
        return false;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    set_attributes(&attributes);
    failed =
        posix_spawnp(&child->process, words[0], &actions, &attributes, words, environ);
    child->started_ms = clock_ticks_ms();
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        child->process = 0;
        error_set_errno(err, failed, "cannot start %s", words[0]);
    }
    arena_destroy(arena);
    return failed == 0;
}

void outside_look(struct outside_child *child, int64_t most_ms)
{
    if (child->process == 0)
        return;
    if (waitpid(child->process, NULL, WNOHANG) != 0)
        child->process = 0;
    else if (clock_ticks_ms() - child->started_ms > most_ms)
        kill(-child->process, SIGKILL);
}

void outside_leave(struct outside_child *child)
{
    outside_look(child, INT64_MAX);
    child->process = 0;
}
