#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "touchbase/base/file.h"

enum {
    STDIO_COUNT = 3,
    GOODBYE_TRIES =
        40, /* times GOODBYE_MS: how long a worker may take to end by itself */
    GOODBYE_MS = 5,
};

extern char **environ;

char *process_find(struct arena *arena, struct error *err)
{
    static const char deleted[] =
        " (deleted)"; /* behind the name of a program replaced */
    char self[PATH_MAX + 1];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) {
        error_set_errno(err, errno, "cannot tell where touchbase is installed");
        return NULL;
    }
    self[length] = '\0';
    size_t tail = sizeof deleted - 1;
    if ((size_t)length > tail && strcmp(self + (size_t)length - tail, deleted) == 0)
        self[(size_t)length - tail] = '\0';
    const char *folder = file_folder(arena, self);
    char *beside = file_join(arena, folder, "touchbase-worker");
    char *installed = file_join(arena, folder, "../libexec/touchbase-worker");
    if (access(beside, X_OK) == 0)
        return beside;
    if (access(installed, X_OK) == 0)
        return installed;
    error_set(
        err, ERROR_FAILED,
        "touchbase-worker, which reads mails and writes calendars, is missing: it should "
        "be %s; install touchbase again",
        installed);
    return NULL;
}

/* A pipe whose ends are closed on exec and lie above the standard descriptors, so that
 * the child's dup2 can overwrite neither. */
static bool open_pipe(int ends[2])
{
    int raw[2];
    if (pipe(raw) != 0)
        return false;
    for (int i = 0; i < 2; i++)
        ends[i] = fcntl(raw[i], F_DUPFD_CLOEXEC, STDIO_COUNT);
    int problem = errno;
    close(raw[0]);
    close(raw[1]);
    if (ends[0] >= 0 && ends[1] >= 0)
        return true;
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
    errno = problem;
    return false;
}

/* Signals as a program expects them, whatever the desk blocked or ignores. */
static void clean_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, ours;
    sigemptyset(&none);
    sigemptyset(&ours);
    sigaddset(&ours, SIGHUP);
    sigaddset(&ours, SIGINT);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGCHLD);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &ours);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                             POSIX_SPAWN_SETPGROUP);
}

/* 0 or an errno value. */
static int spawn(pid_t *id, const char *program, int in, int out)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char name[] = "touchbase-worker";
    char *arguments[] = {name, NULL};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    clean_signals(&attributes);
    int problem = posix_spawn(id, program, &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

static void no_blocking(int descriptor)
{
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

bool process_start(struct process *process, const char *program, struct error *err)
{
    int to[2], from[2];
    *process = (struct process){.in = -1, .out = -1};
    if (!open_pipe(to))
        return error_set_errno(err, errno, "cannot start %s", program);
    if (!open_pipe(from)) {
        int cause = errno;
        close(to[0]);
        close(to[1]);
        return error_set_errno(err, cause, "cannot start %s", program);
    }
    int problem = spawn(&process->id, program, to[0], from[1]);
    close(to[0]);
    close(from[1]);
    process->in = from[0];
    process->out = to[1];
    if (problem == 0) {
        no_blocking(process->in);
        no_blocking(process->out);
        return true;
    }
    process->id = 0;
    process_stop(process);
    return error_set_errno(err, problem, "cannot start %s", program);
}

/* Is it gone, and its status taken? */
static bool is_gone(pid_t id)
{
    pid_t waited = waitpid(id, NULL, WNOHANG);
    return waited == id || (waited < 0 && errno == ECHILD);
}

static void end_process(pid_t id)
{
    for (int i = 0; i < GOODBYE_TRIES; i++) {
        if (is_gone(id))
            return;
        poll(NULL, 0, GOODBYE_MS);
    }
    kill(id, SIGKILL);
    while (waitpid(id, NULL, 0) < 0 && errno == EINTR)
        continue;
}

void process_stop(struct process *process)
{
    if (process->in >= 0)
        close(process->in);
    if (process->out >= 0)
        close(process->out);
    if (process->id > 0)
        end_process(process->id);
    *process = (struct process){.in = -1, .out = -1};
}
