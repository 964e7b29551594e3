/* The keys of a search, from outside: a desk in a terminal of 120x36 that answers nothing
 * is told to find, and words and conditions are typed letter by letter. Of each key the
 * time to the first byte painted (the key itself) and to the last one before it is quiet
 * (what was found for it). Then the same letters all at once: how long until what was
 * typed last is found, and that no key waited for those before it.
 *
 *     search [--runs N] PROGRAM [ARGUMENT...] */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "parts/measure.h"

enum { QUIET_MS = 100, SILENT_MS = 10000, KEYS_MAX = 20000 };

/* Common beginnings and rare ones, several words, no Latin letters, numbers, a note, a
 * slip, conditions that fit many, few and nobody. */
static const char *const typed[] = {
    "martin",
    "ana ruiz",
    "e",
    "zimmer",
    "5550142",
    "+49 170 12",
    "quixxote",
    "price offer",
    "stage:prospect",
    "stage:customer due:<fri",
    "away:yes",
    "quiet:30d -mail:none",
    "city:lyon -a",
    "phone:none mail:none name:zz",
};
enum { PHRASES = sizeof typed / sizeof typed[0] };

struct window {
    int terminal;
    pid_t child;
};

struct painted {
    double first, last; /* milliseconds since the key; -1 nothing came */
};

static struct painted wait_quiet(const struct window *window, double start)
{
    char bytes[65536];
    struct painted painted = {-1, -1};
    for (;;) {
        struct pollfd fd = {.fd = window->terminal, .events = POLLIN};
        if (poll(&fd, 1, painted.last < 0 ? SILENT_MS : QUIET_MS) <= 0)
            return painted;
        if (read(window->terminal, bytes, sizeof bytes) <= 0)
            measure_stop("the program ended");
        painted.last = measure_ms() - start;
        if (painted.first < 0)
            painted.first = painted.last;
    }
}

static struct painted press(const struct window *window, const char *bytes, size_t length)
{
    double start = measure_ms();
    if (write(window->terminal, bytes, length) < 0)
        measure_stop("the program ended at a key");
    return wait_quiet(window, start);
}

static struct window open_window(char **program)
{
    struct winsize size = {.ws_row = 36, .ws_col = 120};
    struct window window;
    window.child = forkpty(&window.terminal, NULL, NULL, &size);
    if (window.child == 0) {
        execv(program[0], program);
        _exit(127);
    }
    if (window.child < 0)
        measure_stop("no terminal to run in");
    wait_quiet(&window, measure_ms());
    return window;
}

static void close_window(const struct window *window)
{
    int status;
    kill(window->child, SIGHUP);
    close(window->terminal);
    waitpid(window->child, &status, 0);
}

static void print_row(const char *name, double *values, size_t count)
{
    double half = measure_share(values, count, 0.5); /* sorts them */
    printf("  %-28s p50 %8.2f  p95 %8.2f  p99 %8.2f  most %8.2f ms\n", name, half,
           measure_share(values, count, 0.95), measure_share(values, count, 0.99),
           values[count - 1]);
}

/* One phrase letter by letter; the slowest of its keys is printed. */
static size_t type_phrase(const struct window *window, const char *phrase, double *first,
                          double *last, size_t count)
{
    double most = 0;
    size_t slowest = 0;
    press(window, "/", 1);
    for (size_t i = 0; phrase[i] != '\0' && count < KEYS_MAX; i++, count++) {
        struct painted painted = press(window, phrase + i, 1);
        first[count] = painted.first;
        last[count] = painted.last;
        if (painted.last > most) {
            most = painted.last;
            slowest = i + 1;
        }
    }
    press(window, "\033", 1);
    printf("  %-28s found at the latest after %8.2f ms, at \"%.*s\"\n", phrase, most,
           (int)slowest, phrase);
    return count;
}

static void measure_bursts(const struct window *window, size_t runs)
{
    double *last = malloc(runs * PHRASES * sizeof *last);
    size_t count = 0;
    for (size_t run = 0; run < runs; run++) {
        for (size_t i = 0; i < PHRASES; i++) {
            press(window, "/", 1);
            last[count++] = press(window, typed[i], strlen(typed[i])).last;
            press(window, "\033", 1);
        }
    }
    print_row("a phrase at once, found", last, count);
    free(last);
}

int main(int argc, char **argv)
{
    double *first = malloc(KEYS_MAX * sizeof *first),
           *last = malloc(KEYS_MAX * sizeof *last);
    size_t runs = 3, count = 0;
    int at = 1;
    if (argc > 2 && strcmp(argv[1], "--runs") == 0) {
        runs = (size_t)strtoul(argv[2], NULL, 10);
        at = 3;
    }
    if (at >= argc || runs == 0)
        measure_stop("usage: search [--runs N] PROGRAM [ARGUMENT...]");
    setenv("TERM", "xterm-256color", 1);
    struct window window = open_window(argv + at);
    for (size_t run = 0; run < runs; run++) {
        for (size_t i = 0; i < PHRASES; i++)
            count = type_phrase(&window, typed[i], first, last, count);
    }
    print_row("a key painted", first, count);
    print_row("a key, what it finds painted", last, count);
    measure_bursts(&window, runs);
    close_window(&window);
    free(first);
    free(last);
    return 0;
}
