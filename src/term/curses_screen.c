/* The terminal through ncurses: the only file that opens curses.h. ncurses draws; reading
 * keys is ours, since its own decoder waits inside getch, knows no paste, and cannot be
 * told what a split sequence is. */
#include <curses.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "curses_paint.h"
#include "decoder.h"
#include "screen_ops.h"
#include "signals.h"
#include "terminal.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/clock.h"

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

struct curses_screen {
    struct screen screen;
    SCREEN *curses;
    struct termios before; /* the line settings as they were found */
    struct decoder decoder;
    struct painter *painter;
    unsigned signals; /* that came and are not given as events yet */
    bool modern;      /* knows bracketed paste, the mouse and the clipboard */
    bool mouse;       /* is listened to */
    bool everything;  /* the next paint sends all */
    bool gone;        /* the terminal is; nothing is written any more */
    bool asked;       /* the stop came by a signal */
    const char *notice;
};

static struct curses_screen *curses_of(const struct screen *screen)
{
    return (struct curses_screen *)(uintptr_t)screen;
}

static void curses_paint(struct screen *base, const struct canvas *canvas)
{
    struct curses_screen *screen = curses_of(base);

    if (screen->gone)
        return;
    painter_paint(screen->painter, canvas, screen->everything);
    screen->everything = false;
}

static void curses_size(const struct screen *screen, int *rows, int *columns)
{
    (void)screen;
    *rows = LINES;
    *columns = COLS;
}

static void ask_size(struct curses_screen *screen)
{
    int rows, columns;

    if (terminal_size(&rows, &columns) && (rows != LINES || columns != COLS))
        resizeterm(rows, columns);
    screen->everything = true;
}

static void write_string(const char *text)
{
    terminal_write(text, strlen(text));
}

static void curses_leave(struct screen *base)
{
    struct curses_screen *screen = curses_of(base);

    if (screen->gone || isendwin())
        return;
    if (screen->mouse)
        write_string(TERMINAL_MOUSE_OFF);
    if (screen->modern)
        terminal_write(paste_off, sizeof paste_off - 1);
    endwin();
    signals_lend();
}

static void curses_enter(struct screen *base)
{
    struct curses_screen *screen = curses_of(base);

    if (screen->gone)
        return;
    signals_take_back();
    reset_prog_mode();
    if (screen->modern)
        terminal_write(paste_on, sizeof paste_on - 1);
    if (screen->mouse)
        write_string(TERMINAL_MOUSE_ON);
    ask_size(screen);
}

static void curses_stop(struct screen *base)
{
    struct curses_screen *screen = curses_of(base);

    curses_leave(base);
    signals_stop_here(!screen->asked);
    screen->asked = false;
    curses_enter(base);
}

static enum screen_event lost(struct curses_screen *screen)
{
    screen->gone = true;
    return SCREEN_HANGUP;
}

static bool take_signal(struct curses_screen *screen, unsigned bit)
{
    bool came = (screen->signals & bit) != 0;

    screen->signals &= ~bit;
    return came;
}

/* The most urgent of the signals that came. */
static enum screen_event signal_event(struct curses_screen *screen, struct key *key)
{
    screen->signals |= signals_take();
    if (take_signal(screen, SIGNAL_HANGUP))
        return lost(screen);
    if (take_signal(screen, SIGNAL_TERMINATE))
        return SCREEN_TERMINATED;
    if (take_signal(screen, SIGNAL_STOP)) {
        screen->asked = true;
        return SCREEN_STOP;
    }
    if (take_signal(screen, SIGNAL_CONTINUE)) {
        curses_enter(&screen->screen);
        return SCREEN_RESIZED;
    }
    if (take_signal(screen, SIGNAL_RESIZE)) {
        ask_size(screen);
        return SCREEN_RESIZED;
    }
    if (take_signal(screen, SIGNAL_INTERRUPT)) {
        *key = key_of_character(3);
        return SCREEN_KEY;
    }
    return SCREEN_NOTHING;
}

/* What a terminal says of a mouse that nobody listens to is no key. */
static bool next_key(struct curses_screen *screen, struct key *key)
{
    while (decoder_next(&screen->decoder, clock_ticks_ms(), key)) {
        if (key->sym != KEYSYM_MOUSE || screen->mouse)
            return true;
    }
    return false;
}

static enum screen_event curses_next(struct screen *base, struct key *key)
{
    struct curses_screen *screen = curses_of(base);
    enum screen_event event = signal_event(screen, key);
    char bytes[4096];
    long count;

    if (event != SCREEN_NOTHING)
        return event;
    if (next_key(screen, key))
        return SCREEN_KEY;
    while ((count = terminal_read(bytes, sizeof bytes)) > 0) {
        decoder_feed(&screen->decoder, bytes, (size_t)count, clock_ticks_ms());
        if (next_key(screen, key))
            return SCREEN_KEY;
    }
    return count < 0 ? lost(screen) : SCREEN_NOTHING;
}

static size_t curses_poll(const struct screen *screen, struct pollfd fds[SCREEN_POLL_MAX])
{
    (void)screen;
    fds[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
    fds[1] = (struct pollfd){.fd = signals_descriptor(), .events = POLLIN};
    return 2;
}

static int curses_timeout(const struct screen *screen)
{
    return decoder_timeout(&curses_of(screen)->decoder, clock_ticks_ms());
}

static void curses_forget(struct screen *screen)
{
    curses_of(screen)->everything = true;
}

static void curses_set_theme(struct screen *base, const struct theme *theme)
{
    struct curses_screen *screen = curses_of(base);

    painter_set_theme(screen->painter, theme);
    screen->everything = true;
}

static void curses_set_mouse(struct screen *base, bool on)
{
    struct curses_screen *screen = curses_of(base);

    if (!screen->modern || screen->mouse == on)
        return;
    screen->mouse = on;
    if (!screen->gone && !isendwin())
        write_string(on ? TERMINAL_MOUSE_ON : TERMINAL_MOUSE_OFF);
}

static void curses_bell(struct screen *screen)
{
    if (!curses_of(screen)->gone)
        terminal_write("\a", 1);
}

static bool curses_copy(struct screen *base, const char *text, size_t length)
{
    struct curses_screen *screen = curses_of(base);
    struct buffer copy = {0}, bytes = {0};

    if (screen->gone || !screen->modern)
        return false;
    terminal_add_copy(&copy, text, length);
    terminal_add_through(&bytes, terminal_between(), buffer_string(&copy), copy.length);
    terminal_write(bytes.data, bytes.length);
    buffer_free(&copy);
    buffer_free(&bytes);
    return true;
}

static const char *curses_notice(struct screen *base)
{
    struct curses_screen *screen = curses_of(base);
    const char *notice = screen->notice;

    screen->notice = NULL;
    if (notice == NULL && screen->decoder.cut)
        notice = "The pasted text was longer than 1 MB: its end is missing.";
    screen->decoder.cut = false;
    return notice;
}

static void curses_close(struct screen *base)
{
    struct curses_screen *screen = curses_of(base);

    curses_leave(base);
    delscreen(screen->curses);
    tcsetattr(STDIN_FILENO, TCSANOW, &screen->before);
    signals_close();
    decoder_free(&screen->decoder);
    painter_destroy(screen->painter);
    free(screen);
}

static const struct screen_ops curses_ops = {
    .close = curses_close,
    .size = curses_size,
    .paint = curses_paint,
    .next = curses_next,
    .poll = curses_poll,
    .timeout = curses_timeout,
    .leave = curses_leave,
    .enter = curses_enter,
    .stop = curses_stop,
    .forget = curses_forget,
    .set_theme = curses_set_theme,
    .set_mouse = curses_set_mouse,
    .bell = curses_bell,
    .copy = curses_copy,
    .notice = curses_notice,
};

/* Everything a crash has to write: the terminal's own strings, and what we switched on
 * ourselves. */
static void arm_crash(struct curses_screen *screen)
{
    static const char *const capabilities[] = {"sgr0", "cnorm", "rmcup"};
    struct buffer reset = {0};

    if (screen->modern)
        buffer_add_string(&reset, TERMINAL_MOUSE_OFF);
    if (screen->modern)
        buffer_add_string(&reset, paste_off);
    for (size_t i = 0; i < sizeof capabilities / sizeof capabilities[0]; i++) {
        const char *text = tigetstr(capabilities[i]);

        terminal_add_capability(&reset, text == (const char *)-1 ? NULL : text);
    }
    buffer_add_string(&reset, "\r\n");
    signals_on_crash(reset.data, reset.length, &screen->before);
    buffer_free(&reset);
}

static bool can_move_cursor(void)
{
    const char *move_to = tigetstr("cup");

    return move_to != NULL && move_to != (const char *)-1;
}

/* newterm for TERM, or for xterm-256color when nobody knows TERM (a new terminal over
 * ssh). */
static bool open_terminal(struct curses_screen *screen, const char *name,
                          struct error *err)
{
    screen->curses = newterm(NULL, stdout, stdin);
    if (screen->curses == NULL) {
        screen->curses = newterm("xterm-256color", stdout, stdin);
        screen->notice =
            "This terminal's type (TERM) is unknown here: taken as xterm-256color.";
    }
    if (screen->curses == NULL)
        return error_set(
            err, ERROR_USAGE,
            "The terminal type \"%.40s\" (TERM) is not known here. Set TERM=xterm.",
            name);
    if (can_move_cursor())
        return true;
    endwin();
    delscreen(screen->curses);
    return error_set(
        err, ERROR_USAGE,
        "A terminal of type \"%.40s\" (TERM) cannot show a full screen. The commands "
        "of touchbase work on it; see touchbase --help.",
        name);
}

static void set_modes(struct curses_screen *screen)
{
    int rows, columns;

    raw();
    noecho();
    nonl();
    typeahead(-1);
    leaveok(stdscr, TRUE);
    if (terminal_size(&rows, &columns) && (rows != LINES || columns != COLS))
        resizeterm(rows, columns);
    if (screen->modern)
        terminal_write(paste_on, sizeof paste_on - 1);
    arm_crash(screen);
}

static struct curses_screen *start(const char *name)
{
    struct curses_screen *screen = memory_alloc(sizeof *screen);

    *screen = (struct curses_screen){.screen = {&curses_ops},
                                     .modern = terminal_is_modern(name)};
    tcgetattr(STDIN_FILENO, &screen->before);
    decoder_init(&screen->decoder, terminal_escape_delay());
    return screen;
}

struct screen *curses_screen_open(struct error *err)
{
    const char *name = getenv("TERM");
    struct curses_screen *screen;

    if (!terminal_check(name, err))
        return NULL;
    screen_locale();
    unsetenv("LINES"); /* they would freeze the size */
    unsetenv("COLUMNS");
    if (!signals_open(err))
        return NULL;
    screen = start(name);
    if (!open_terminal(screen, name, err)) {
        tcsetattr(STDIN_FILENO, TCSANOW, &screen->before);
        signals_close();
        free(screen);
        return NULL;
    }
    set_modes(screen);
    screen->painter = painter_create();
    return &screen->screen;
}
