/* Commands that run beside the desk: a notification, a sound. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "outside.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/clock.h"
#include "touchbase/base/file.h"

extern char **environ;

enum { COPY_MS = 400, COPY_PAUSE_NS = 2000000, SAID_MAX = 8192 };

/* What the child's standard streams are; -1: nothing. */
struct streams {
    int input;
    int errors;
};

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

static void set_stream(posix_spawn_file_actions_t *actions, int stream, int from)
{
    if (from >= 0)
        posix_spawn_file_actions_adddup2(actions, from, stream);
    else
        posix_spawn_file_actions_addopen(actions, stream, "/dev/null",
                                         stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
}

static bool start(char *const words[], struct streams streams,
                  struct outside_child *child, struct error *err)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failed;

    posix_spawn_file_actions_init(&actions);
    set_stream(&actions, STDIN_FILENO, streams.input);
    set_stream(&actions, STDOUT_FILENO, -1);
    set_stream(&actions, STDERR_FILENO, streams.errors);
    set_attributes(&attributes);
    failed =
        posix_spawnp(&child->process, words[0], &actions, &attributes, words, environ);
    child->started_ms = clock_ticks_ms();
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed == 0)
        return true;
    child->process = 0;
    return error_set_errno(err, failed, "cannot start %s", words[0]);
}

bool outside_start_words(char *const words[], struct outside_child *child,
                         struct error *err)
{
    return start(words, (struct streams){-1, -1}, child, err);
}

bool outside_start_heard(char *const words[], struct outside_child *child,
                         struct error *err)
{
    int ends[2];
    bool started;

    if (pipe(ends) != 0)
        return error_set_errno(err, errno, "cannot start %s", words[0]);
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    /* A child of the child may hold the other end. */
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    started = start(words, (struct streams){-1, ends[1]}, child, err);
    close(ends[1]);
    if (started)
        child->said = ends[0];
    else
        close(ends[0]);
    return started;
}

static void close_said(struct outside_child *child)
{
    if (child->said > 0)
        close(child->said);
    child->said = 0;
}

char *outside_said(struct outside_child *child, struct arena *arena)
{
    static const char own_name[] = "touchbase: ";
    char *text = arena_alloc(arena, SAID_MAX + 1), *line;
    ssize_t length = 0, got = 1;

    while (child->said > 0 && got > 0 && length < SAID_MAX) {
        got = read(child->said, text + length, (size_t)(SAID_MAX - length));
        length += got > 0 ? got : 0;
    }
    close_said(child);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    text[length] = '\0';
    line = strrchr(text, '\n');
    line = line == NULL ? text : line + 1;
    if (strncmp(line, own_name, strlen(own_name)) == 0)
        line += strlen(own_name);
    return *line == '\0' ? NULL : line;
}

bool outside_start(const char *command, const char *argument, struct outside_child *child,
                   struct error *err)
{
    struct arena *arena = arena_create();
    char **words = outside_words(arena, command, argument, err);
    bool started;

    child->process = 0;
    started = words != NULL && outside_start_words(words, child, err);
    arena_destroy(arena);
    return started;
}

static bool said_no(int status, const char *command, struct error *err)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return false;
    if (WIFEXITED(status))
        error_set(err, ERROR_FAILED, "\"%s\" said no (status %d)", command,
                  WEXITSTATUS(status));
    else
        error_set(err, ERROR_FAILED, "\"%s\" was ended by signal %d", command,
                  WTERMSIG(status));
    return true;
}

/* A file without a name, where the disk is not reached if there is such a place: a pipe
 * could be full before anybody reads it. */
static int input_of(struct arena *arena, const char *bytes, size_t length,
                    struct error *err)
{
    char *folder = file_home(arena, FILE_RUNTIME, err), *path;
    int input;

    if (folder == NULL || !file_make_folder(folder, err))
        return -1;
    path = file_join(arena, folder, "copy-XXXXXX");
    input = mkstemp(path);
    if (input < 0) {
        error_set_errno(err, errno, "cannot write %s", path);
        return -1;
    }
    unlink(path);
    fcntl(input, F_SETFD, FD_CLOEXEC);
    if (write(input, bytes, length) == (ssize_t)length && lseek(input, 0, SEEK_SET) == 0)
        return input;
    error_set_errno(err, errno, "cannot write %s", path);
    close(input);
    return -1;
}

/* False when it said no in time. */
static bool wait_a_moment(struct outside_child *child, const char *command,
                          struct error *err)
{
    static const struct timespec pause = {.tv_nsec = COPY_PAUSE_NS};
    int status = 0;

    while (clock_ticks_ms() - child->started_ms < COPY_MS) {
        if (waitpid(child->process, &status, WNOHANG) != 0) {
            child->process = 0;
            return !said_no(status, command, err);
        }
        nanosleep(&pause, NULL);
    }
    return true;
}

bool outside_take(const char *command, const char *bytes, size_t length,
                  struct outside_child *child, struct error *err)
{
    struct arena *arena = arena_create();
    char **words = outside_words(arena, command, NULL, err);
    int input = words == NULL ? -1 : input_of(arena, bytes, length, err);
    bool taken = false;

    child->process = 0;
    if (input >= 0) {
        taken = start(words, (struct streams){input, -1}, child, err);
        close(input);
        taken = taken && wait_a_moment(child, command, err);
    }
    arena_destroy(arena);
    return taken;
}

/* The command without an "&" that is its last word; NULL when it has none. */
static char *without_beside(struct arena *arena, const char *command)
{
    size_t length = strlen(command);

    while (length > 0 && (command[length - 1] == ' ' || command[length - 1] == '\t'))
        length--;
    if (length < 2 || command[length - 1] != '&' ||
        (command[length - 2] != ' ' && command[length - 2] != '\t'))
        return NULL;
    return arena_copy(arena, command, length - 1);
}

bool outside_open(struct screen *screen, const char *command, const char *argument,
                  struct outside_child *child, struct error *err)
{
    struct arena *arena = arena_create();
    const char *beside = without_beside(arena, command);
    int status = 0;
    bool done = beside != NULL ? outside_start(beside, argument, child, err)
                               : outside_run(screen, command, argument, &status, err) &&
                                     !said_no(status, command, err);

    arena_destroy(arena);
    return done;
}

void outside_look(struct outside_child *child, int64_t most_ms)
{
    if (child->process == 0)
        return;
    if (waitpid(child->process, &child->status, WNOHANG) != 0)
        child->process = 0;
    else if (clock_ticks_ms() - child->started_ms > most_ms)
        kill(-child->process, SIGKILL);
}

void outside_leave(struct outside_child *child)
{
    outside_look(child, INT64_MAX);
    close_said(child);
    child->process = 0;
}
