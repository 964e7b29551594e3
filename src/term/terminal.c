#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    ESCAPE_DELAY = 25,
    ESCAPE_DELAY_SSH = 100,
    ESCAPE_DELAY_MAX = 5000,
    SCREEN_PIECE = 240
};

void terminal_write(const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, length);

        if (written < 0 && errno != EINTR)
            return;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
}

bool terminal_is_modern(const char *name)
{
    return strncmp(name, "linux", 5) != 0 && strncmp(name, "vt", 2) != 0;
}

int terminal_escape_delay(void)
{
    const char *given = getenv("ESCDELAY");
    long delay = given != NULL && *given != '\0' ? strtol(given, NULL, 10) : -1;

    if (delay >= 0)
        return delay < ESCAPE_DELAY_MAX ? (int)delay : ESCAPE_DELAY_MAX;
    return getenv("SSH_CONNECTION") != NULL ? ESCAPE_DELAY_SSH : ESCAPE_DELAY;
}

bool terminal_size(int *rows, int *columns)
{
    struct winsize size;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
        size.ws_col == 0)
        return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

long terminal_read(char *bytes, size_t size)
{
    struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
    ssize_t count;

    if (poll(&fd, 1, 0) <= 0)
        return 0;
    count = read(STDIN_FILENO, bytes, size);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return 0;
    return count > 0 ? (long)count : -1; /* readable and nothing to read: the end */
}

void terminal_add_capability(struct buffer *out, const char *capability)
{
    while (capability != NULL && *capability != '\0') {
        const char *close =
            strncmp(capability, "$<", 2) == 0 ? strchr(capability, '>') : NULL;

        if (close != NULL)
            capability = close + 1;
        else
            buffer_add_char(out, *capability++);
    }
}

enum terminal_between terminal_between(void)
{
    const char *tmux = getenv("TMUX"), *screen = getenv("STY");

    if (tmux != NULL && *tmux != '\0')
        return BETWEEN_TMUX;
    return screen != NULL && *screen != '\0' ? BETWEEN_SCREEN : BETWEEN_NOTHING;
}

static void add_through_tmux(struct buffer *out, const char *bytes, size_t length)
{
    buffer_add_string(out, "\033Ptmux;");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '\033')
            buffer_add_char(out, '\033');
        buffer_add_char(out, bytes[i]);
    }
    buffer_add_string(out, "\033\\");
}

static void add_through_screen(struct buffer *out, const char *bytes, size_t length)
{
    for (size_t at = 0; at < length; at += SCREEN_PIECE) {
        buffer_add_string(out, "\033P");
        buffer_add(out, bytes + at,
                   length - at < SCREEN_PIECE ? length - at : SCREEN_PIECE);
        buffer_add_string(out, "\033\\");
    }
}

void terminal_add_through(struct buffer *out, enum terminal_between between,
                          const char *bytes, size_t length)
{
    if (between != BETWEEN_SCREEN)
        buffer_add(out, bytes, length);
    if (between == BETWEEN_TMUX)
        add_through_tmux(out, bytes, length);
    else if (between == BETWEEN_SCREEN)
        add_through_screen(out, bytes, length);
}

void terminal_add_copy(struct buffer *out, const char *text, size_t length)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    buffer_add_string(out, "\033]52;c;");
    for (size_t i = 0; i < length; i += 3) {
        unsigned bits = 0;

        for (size_t j = 0; j < 3; j++)
            bits = bits << 8 | (i + j < length ? (unsigned char)text[i + j] : 0u);
        for (size_t j = 0; j < 4; j++)
            buffer_add_char(out,
                            i + j <= length ? digits[bits >> (18 - 6 * j) & 63] : '=');
    }
    buffer_add_char(out, '\a');
}

bool terminal_check(const char *name, struct error *err)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return error_set(
            err, ERROR_USAGE,
            "The full screen needs a terminal on standard input and output.");
    if (name == NULL || *name == '\0' || strcmp(name, "dumb") == 0)
        return error_set(
            err, ERROR_USAGE,
            "The full screen needs a terminal type: TERM is %s. The commands of "
            "touchbase work without; see touchbase --help.",
            name == NULL || *name == '\0' ? "not set" : "\"dumb\"");
    return true;
}
