#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { CRASH_RESET_SIZE = 256, CRASH_STACK_SIZE = 65536 };

static const struct {
    int number;
    unsigned bit;
} flagged[] = {
    {SIGWINCH, SIGNAL_RESIZE},  {SIGHUP, SIGNAL_HANGUP}, {SIGTERM, SIGNAL_TERMINATE},
    {SIGINT, SIGNAL_INTERRUPT}, {SIGTSTP, SIGNAL_STOP},  {SIGCONT, SIGNAL_CONTINUE},
};

static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

enum {
    FLAGGED = sizeof flagged / sizeof flagged[0],
    CRASHES = sizeof crashes / sizeof crashes[0],
    OTHERS = 1, /* SIGPIPE */
};

/* A handler has no argument to carry state in, so its state stands here: flags, the pipe,
 * and what a crash writes. */
static volatile sig_atomic_t came[FLAGGED];
static volatile sig_atomic_t wake_fd = -1;
static int listen_fd = -1;
static struct {
    char reset[CRASH_RESET_SIZE];
    size_t length;
    struct termios settings;
    bool armed;
    char stack[CRASH_STACK_SIZE];
} crash;
static struct sigaction before[FLAGGED + CRASHES + OTHERS];

static void on_signal(int number)
{
    int saved = errno;

    for (size_t i = 0; i < FLAGGED; i++) {
        if (flagged[i].number == number)
            came[i] = 1;
    }
    if (write((int)wake_fd, "", 1) < 0) {
        /* a full pipe wakes the loop as well */
    }
    errno = saved;
}

static void on_crash(int number)
{
    if (crash.armed) {
        if (write(STDOUT_FILENO, crash.reset, crash.length) < 0) {
            /* nothing can be done about it here */
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &crash.settings);
    }
    signal(number, SIG_DFL);
    raise(number);
}

static void set_handler(int number, void (*handler)(int), int flags,
                        struct sigaction *old)
{
    struct sigaction action = {.sa_flags = flags};

    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, old);
}

/* A parent may hand them over blocked, as it may hand them over ignored. */
static void unblock(void)
{
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < FLAGGED; i++)
        sigaddset(&set, flagged[i].number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static bool open_pipe(struct error *err)
{
    int ends[2];

    if (pipe(ends) != 0)
        return error_set_errno(err, errno, "cannot listen to signals");
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    listen_fd = ends[0];
    wake_fd = ends[1];
    return true;
}

static void open_crash_stack(void)
{
    stack_t stack = {.ss_sp = crash.stack, .ss_size = CRASH_STACK_SIZE};

    sigaltstack(&stack, NULL);
}

bool signals_open(struct error *err)
{
    size_t slot = 0;

    if (!open_pipe(err))
        return false;
    for (size_t i = 0; i < FLAGGED; i++)
        set_handler(flagged[i].number, on_signal, SA_RESTART, &before[slot++]);
    open_crash_stack();
    for (size_t i = 0; i < CRASHES; i++)
        set_handler(crashes[i], on_crash, SA_ONSTACK | SA_NODEFER, &before[slot++]);
    set_handler(SIGPIPE, SIG_IGN, 0, &before[slot]);
    unblock();
    return true;
}

void signals_close(void)
{
    stack_t none = {.ss_flags = SS_DISABLE};
    size_t slot = 0;

    for (size_t i = 0; i < FLAGGED; i++)
        sigaction(flagged[i].number, &before[slot++], NULL);
    for (size_t i = 0; i < CRASHES; i++)
        sigaction(crashes[i], &before[slot++], NULL);
    sigaction(SIGPIPE, &before[slot], NULL);
    sigaltstack(&none, NULL);
    close((int)wake_fd);
    close(listen_fd);
    wake_fd = listen_fd = -1;
    crash.armed = false;
}

int signals_descriptor(void)
{
    return listen_fd;
}

unsigned signals_take(void)
{
    char bytes[64];
    unsigned bits = 0;

    while (read(listen_fd, bytes, sizeof bytes) > 0)
        continue;
    for (size_t i = 0; i < FLAGGED; i++) {
        if (came[i])
            bits |= flagged[i].bit;
        came[i] = 0;
    }
    return bits;
}

void signals_on_crash(const char *reset, size_t length, const struct termios *settings)
{
    crash.armed = false;
    if (length > sizeof crash.reset)
        length = sizeof crash.reset;
    memcpy(crash.reset, reset, length);
    crash.length = length;
    crash.settings = *settings;
    crash.armed = true;
}

static size_t flag_of(int number)
{
    size_t i = 0;

    while (flagged[i].number != number)
        i++;
    return i;
}

static void on_nothing(int number)
{
    (void)number;
}

void signals_lend(void)
{
    size_t stop = flag_of(SIGTSTP);

    set_handler(SIGINT, on_nothing, SA_RESTART, NULL);
    set_handler(SIGQUIT, on_nothing, SA_RESTART, NULL);
    set_handler(SIGTSTP, before[stop].sa_handler == SIG_IGN ? SIG_IGN : SIG_DFL, 0, NULL);
}

void signals_take_back(void)
{
    set_handler(SIGINT, on_signal, SA_RESTART, NULL);
    set_handler(SIGTSTP, on_signal, SA_RESTART, NULL);
    set_handler(SIGQUIT, on_crash, SA_ONSTACK | SA_NODEFER, NULL);
    came[flag_of(SIGINT)] = 0;
    came[flag_of(SIGTSTP)] = 0;
    came[flag_of(SIGCONT)] = 0;
}

void signals_stop_here(bool group)
{
    /* a parent that ignores it could not continue us */
    if (before[flag_of(SIGTSTP)].sa_handler == SIG_IGN)
        return;
    set_handler(SIGTSTP, SIG_DFL, 0, NULL);
    kill(group ? 0 : getpid(), SIGTSTP);
    /* continued here; signals_take_back makes it ours again */
}
