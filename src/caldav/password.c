#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "touchbase/base/argv.h"
#include "touchbase/base/clock.h"
#include "touchbase/caldav/password.h"

enum { PASSWORD_MAX = 4096, LIMIT_MS = 20000 };

extern char **environ;

static pid_t start(char **words, int out)
{
    posix_spawn_file_actions_t actions;
    pid_t process = 0;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    if (posix_spawnp(&process, words[0], &actions, NULL, words, environ) != 0)
        process = 0;
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

/* All it prints, bounded in size and time; false when it took too long. */
static bool read_all(int in, struct buffer *out)
{
    int64_t end = clock_ticks_ms() + LIMIT_MS;
    char bytes[512];

    while (out->length <= PASSWORD_MAX) {
        struct pollfd waiting = {.fd = in, .events = POLLIN};
        int64_t left = end - clock_ticks_ms();
        ssize_t got;

        if (left <= 0 || poll(&waiting, 1, (int)left) == 0)
            return false;
        got = read(in, bytes, sizeof bytes);
        if (got == 0)
            return true;
        if (got > 0)
            buffer_add(out, bytes, (size_t)got);
        else if (errno != EINTR)
            return false;
    }
    return false;
}

static bool run(char **words, struct buffer *printed)
{
    int ends[2], status = -1;
    pid_t process;
    bool read;

    if (pipe(ends) != 0)
        return false;
    process = start(words, ends[1]);
    close(ends[1]);
    read = process != 0 && read_all(ends[0], printed);
    close(ends[0]);
    if (process == 0)
        return false;
    if (!read)
        kill(process, SIGKILL);
    while (waitpid(process, &status, 0) < 0 && errno == EINTR)
        continue;
    return read && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool caldav_password(const char *command, struct buffer *out, struct error *err)
{
    struct arena *arena = arena_create();
    struct buffer printed = {0};
    size_t count;
    char **words = argv_split(arena, command, 0, &count, err);
    bool good = words != NULL && count > 0;

    if (good && !run(words, &printed))
        good = error_set(err, ERROR_FAILED, "the command of sync_password failed: %s",
                         words[0]);
    if (good)
        buffer_add(out, buffer_string(&printed),
                   strcspn(buffer_string(&printed), "\r\n"));
    buffer_free(&printed);
    arena_destroy(arena);
    return good;
}
