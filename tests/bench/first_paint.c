/* First paint and keys of full-screen programs, from outside: each is run in a terminal
 * of 120x36 that answers nothing, and the time is taken from the start (or the key) to
 * the last byte written before 50 ms of quiet. Programs take turns, so that a busy
 * machine is busy for both. Printed are medians and the ratio of the first to the last
 * one; of the first program alone its memory, and what it does while nobody does
 * anything.
 *
 *     first_paint [--runs N] [--keys N] [--idle SECONDS] PROGRAM [ARGUMENT...] --
 *                 PROGRAM [ARGUMENT...] */
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

enum { QUIET_MS = 50, SILENT_MS = 1000, RUNS_MAX = 1000, PROGRAMS = 2 };

struct window {
    int terminal;
    pid_t child;
};

struct key {
    const char *name;
    const char *bytes;
    const char *floor;  /* what the second program is given; NULL the same */
    const char *before; /* pressed beforehand, unmeasured; NULL nothing */
    const char *back;   /* pressed afterwards */
    const char *from;   /* pressed once at the start, by both; NULL the first screen */
};

#define PAGE_DOWN "\033[6~"
#define PAGE_UP "\033[5~"
#define END "\033OF"
#define HOME "\033OH"

/* Against the list's line move: j, k and Tab; against its page move: the others
 * (design.md section 7). */
static const struct key keys[] = {
    {.name = "j", .bytes = "j"},
    {.name = "Tab", .bytes = "\t", .floor = "j"},
    {.name = "PgDn", .bytes = PAGE_DOWN},
    {.name = "End", .bytes = END, .floor = PAGE_DOWN, .back = HOME},
    {.name = "Home", .bytes = HOME, .floor = PAGE_DOWN, .before = END},
    {.name = "Enter", .bytes = "\r", .floor = PAGE_DOWN, .back = "q"},
    {.name = "limit", .bytes = "\r", .floor = PAGE_DOWN, .before = "lmar", .back = "l\r"},
    {.name = "k, end", .bytes = "k", .from = END},
    {.name = "PgUp, end", .bytes = PAGE_UP, .from = END},
    {.name = "gc", .bytes = "c", .floor = PAGE_DOWN, .before = "g", .back = "gd"},
    {.name = "j, calls", .bytes = "j", .from = "gc", .back = "k"},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* Reads until it is quiet; the time of the last byte since start, -1 when none came. */
static double last_byte(int terminal, double start)
{
    char bytes[65536];
    double last = -1;
    for (;;) {
        struct pollfd fd = {.fd = terminal, .events = POLLIN};
        if (poll(&fd, 1, last < 0 ? SILENT_MS : QUIET_MS) <= 0)
            return last;
        ssize_t count = read(terminal, bytes, sizeof bytes);
        if (count <= 0)
            return last;
        last = measure_ms() - start;
    }
}

static struct window open_window(char **program, double *painted)
{
    struct winsize size = {.ws_row = 36, .ws_col = 120};
    struct window window;
    double start = measure_ms();
    window.child = forkpty(&window.terminal, NULL, NULL, &size);
    if (window.child == 0) {
        execv(program[0], program);
        _exit(127);
    }
    if (window.child < 0)
        measure_stop("no terminal to run in");
    *painted = last_byte(window.terminal, start);
    if (*painted < 0)
        measure_stop("a program painted nothing");
    return window;
}

static void close_window(struct window *window)
{
    int status;
    kill(window->child, SIGHUP);
    close(window->terminal);
    waitpid(window->child, &status, 0);
}

static double press(const struct window *window, const char *bytes)
{
    double start = measure_ms();
    if (write(window->terminal, bytes, strlen(bytes)) < 0)
        measure_stop("a program ended at a key");
    return last_byte(window->terminal, start);
}

/* Keys one after another, each painted before the next; one that starts with ESC is one
 * key. */
static void press_all(const struct window *window, const char *bytes)
{
    char one[2] = "";
    if (bytes != NULL && bytes[0] == '\033') {
        (void)press(window, bytes);
        return;
    }
    for (; bytes != NULL && *bytes != '\0'; bytes++) {
        one[0] = *bytes;
        (void)press(window, one);
    }
}

static void measure_start(char **programs[PROGRAMS], size_t runs)
{
    double times[PROGRAMS][RUNS_MAX], ratios[RUNS_MAX];
    for (size_t i = 0; i <= runs; i++) {
        for (int j = 0; j < PROGRAMS; j++) {
            double painted;
            struct window window = open_window(programs[j], &painted);
            close_window(&window);
            if (i > 0)
                times[j][i - 1] = painted; /* the first round warms up */
        }
        if (i > 0)
            ratios[i - 1] = times[0][i - 1] / times[1][i - 1];
    }
    printf("first paint: %.2f ms, floor %.2f ms, ratio %.2f (median of %zu ratios; "
           "budget 2.00)\n",
           measure_median(times[0], runs), measure_median(times[1], runs),
           measure_median(ratios, runs), runs);
}

/* The number behind a name in the status of a process, 0 without one. */
static long status_number(pid_t child, const char *name)
{
    char path[64], line[256];
    long number = 0;
    size_t length = strlen(name);
    snprintf(path, sizeof path, "/proc/%ld/status", (long)child);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, name, length) == 0 && line[length] == ':')
            number = strtol(line + length + 1, NULL, 10);
    }
    if (file != NULL)
        fclose(file);
    return number;
}

/* Nanoseconds on a processor so far. */
static long long busy_ns(pid_t child)
{
    char path[64];
    long long busy = 0;
    snprintf(path, sizeof path, "/proc/%ld/schedstat", (long)child);
    FILE *file = fopen(path, "r");
    if (file != NULL && fscanf(file, "%lld", &busy) != 1)
        busy = 0;
    if (file != NULL)
        fclose(file);
    return busy;
}

/* After everything was painted and it was quiet for a second. */
static void measure_idle(char **program, unsigned seconds)
{
    double painted;
    struct window window = open_window(program, &painted);
    sleep(1);
    long wakes = status_number(window.child, "voluntary_ctxt_switches");
    long long busy = busy_ns(window.child);
    sleep(seconds);
    wakes = status_number(window.child, "voluntary_ctxt_switches") - wakes;
    busy = busy_ns(window.child) - busy;
    printf("idle for %u s: %ld wake-ups, %.3f ms of processor time (one a minute is the "
           "clock's)\n",
           seconds, wakes, (double)busy / 1e6);
    close_window(&window);
}

/* In windows of its own, so that every key finds the first screen. */
static void measure_key(char **programs[PROGRAMS], const struct key *key, size_t runs)
{
    struct window windows[PROGRAMS];
    double times[PROGRAMS][RUNS_MAX], painted;
    size_t counts[PROGRAMS] = {0};
    for (int j = 0; j < PROGRAMS; j++) {
        windows[j] = open_window(programs[j], &painted);
        press_all(&windows[j], key->from);
    }
    /* Where neither has anything to paint, a short list has come to its end. */
    bool painting = true;
    for (size_t i = 0; i < runs && painting; i++) {
        painting = false;
        for (int j = 0; j < PROGRAMS; j++) {
            const char *bytes = j > 0 && key->floor != NULL ? key->floor : key->bytes;
            press_all(&windows[j], j == 0 ? key->before : NULL);
            double took = press(&windows[j], bytes);
            if (took >= 0)
                times[j][counts[j]++] = took;
            painting = painting || took >= 0;
            press_all(&windows[j], j == 0 ? key->back : NULL);
        }
    }
    long resident = status_number(windows[0].child, "VmHWM");
    for (int j = 0; j < PROGRAMS; j++)
        close_window(&windows[j]);
    double half[PROGRAMS], most[PROGRAMS], all[PROGRAMS];
    for (int j = 0; j < PROGRAMS; j++) {
        half[j] = measure_share(times[j], counts[j], 0.5);
        most[j] = measure_share(times[j], counts[j], 0.95);
        all[j] = measure_share(times[j], counts[j], 0.99);
    }
    printf("key %-9s p50 %.2f ms, floor %.2f, ratio %.2f; p95 %.2f, %.2f, ratio %.2f; "
           "p99 %.2f, %.2f (of %zu); %ld KiB resident at most\n",
           key->name, half[0], half[1], half[0] / half[1], most[0], most[1],
           most[0] / most[1], all[0], all[1], counts[0], resident);
}

static size_t take_number(int argc, char **argv, int *at, const char *name, size_t usual)
{
    if (*at + 1 >= argc || strcmp(argv[*at], name) != 0)
        return usual;
    long number = strtol(argv[*at + 1], NULL, 10);
    *at += 2;
    return number < 0 ? 0 : number > RUNS_MAX ? RUNS_MAX : (size_t)number;
}

int main(int argc, char **argv)
{
    int at = 1;
    size_t runs = take_number(argc, argv, &at, "--runs", 21);
    size_t presses = take_number(argc, argv, &at, "--keys", 0);
    size_t idle = take_number(argc, argv, &at, "--idle", 0);
    char **programs[PROGRAMS] = {&argv[at]};
    for (; at < argc && programs[1] == NULL; at++) {
        if (strcmp(argv[at], "--") == 0) {
            argv[at] = NULL;
            programs[1] = &argv[at + 1];
        }
    }
    if (programs[1] == NULL || at >= argc)
        measure_stop("usage: first_paint [--runs N] [--keys N] [--idle SECONDS] "
                     "PROGRAM ... -- PROGRAM ...");
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    if (runs > 0)
        measure_start(programs, runs);
    if (presses > 0) {
        for (int i = 0; i < KEYS; i++)
            measure_key(programs, &keys[i], presses);
    }
    if (idle > 0)
        measure_idle(programs[0], (unsigned)idle);
    return 0;
}
