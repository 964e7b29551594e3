/* A command on the terminal: its words, and a record as its input. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "outside.h"
#include "touchbase/base/argv.h"
#include "touchbase/tui/loop.h" /* screen_leave, screen_enter */

extern char **environ;

char **outside_words(struct arena *arena, const char *command, const char *last,
                     struct error *err)
{
    size_t count;
    char **words = argv_split(arena, command, 1, &count, err);

    if (words != NULL && last != NULL)
        words[count] = arena_string(arena, last);
    return words;
}

static void write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) /* it reads no more: its own affair */
            return;
        bytes += written;
        length -= (size_t)written;
    }
}

/* input -1: the terminal. */
static int start(char *const words[], int input, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    int failed;

    sigemptyset(&defaults);
    sigaddset(&defaults, SIGINT);
    sigaddset(&defaults, SIGQUIT);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_init(&actions);
    if (input >= 0)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    failed = posix_spawnp(child, words[0], &actions, &attributes, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static bool open_pipe(int ends[2], struct error *err)
{
    if (pipe(ends) != 0)
        return error_set_errno(err, errno, "cannot make a pipe");
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return true;
}

/* Starts it, gives it bytes unless they are NULL, and waits. ^C and ^\ belong to the
 * program that has the terminal now, and a pipe that broke is seen by write. */
static bool run(char *const words[], const char *bytes, size_t length, int *status,
                struct error *err)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old_int, old_quit, old_pipe;
    int ends[2] = {-1, -1}, failed;
    pid_t child;

    if (bytes != NULL && !open_pipe(ends, err))
        return false;
    sigaction(SIGINT, &ignore, &old_int);
    sigaction(SIGQUIT, &ignore, &old_quit);
    sigaction(SIGPIPE, &ignore, &old_pipe);
    failed = start(words, ends[0], &child);
    if (bytes != NULL) {
        close(ends[0]);
        if (failed == 0)
            write_all(ends[1], bytes, length);
        close(ends[1]);
    }
    while (failed == 0 && waitpid(child, status, 0) < 0 && errno == EINTR)
        continue;
    sigaction(SIGINT, &old_int, NULL);
    sigaction(SIGQUIT, &old_quit, NULL);
    sigaction(SIGPIPE, &old_pipe, NULL);
    return failed == 0 || error_set_errno(err, failed, "cannot start %s", words[0]);
}

bool outside_run(struct screen *screen, const char *command, const char *argument,
                 int *status, struct error *err)
{
    struct arena *arena = arena_create();
    char **words = outside_words(arena, command, argument, err);
    bool done = words != NULL;

    if (done) {
        screen_leave(screen);
        done = run(words, NULL, 0, status, err);
        screen_enter(screen);
    }
    arena_destroy(arena);
    return done;
}

/* A script has no terminal, and nobody who presses Enter. */
static void wait_for_enter(const struct screen *screen)
{
    static const char words[] = "\n[Enter goes back to the desk] ";
    struct pollfd fds[SCREEN_POLL_MAX];
    char byte = '\0';

    if (screen_poll(screen, fds) == 0)
        return;
    write_all(STDOUT_FILENO, words, sizeof words - 1);
    while (byte != '\n') {
        ssize_t got = read(STDIN_FILENO, &byte, 1);

        if (got == 0 || (got < 0 && errno != EINTR))
            return;
    }
}

bool outside_pipe(struct screen *screen, const char *command, const char *bytes,
                  size_t length, int *status, struct error *err)
{
    struct arena *arena = arena_create();
    char **words = outside_words(arena, command, NULL, err);
    bool done = words != NULL;

    if (done) {
        screen_leave(screen);
        done = run(words, bytes, length, status, err);
        if (done)
            wait_for_enter(screen);
        screen_enter(screen);
    }
    arena_destroy(arena);
    return done;
}
