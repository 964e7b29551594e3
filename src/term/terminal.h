/* The terminal's line without ncurses: what is written to it and read from it directly.
 */
#ifndef TOUCHBASE_TERM_TERMINAL_H
#define TOUCHBASE_TERM_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

/* Can the full screen be shown here at all: standard input and output are a terminal, and
 * TERM is set and not "dumb"? False and err (ERROR_USAGE) else. name is $TERM or NULL. */
bool terminal_check(const char *name, struct error *err);
/* Writes all of it to standard output; gives up when the terminal is gone. */
void terminal_write(const char *bytes, size_t length);
/* Does a terminal of that TERM know bracketed paste and the clipboard (all but linux and
 * vt*)? */
bool terminal_is_modern(const char *name);
/* Milliseconds after which an Esc alone is the key: $ESCDELAY, else 100 over ssh,
 * else 25. */
int terminal_escape_delay(void);
/* The size the kernel has; false when it has none (0 rows or columns count as none). */
bool terminal_size(int *rows, int *columns);
/* Reads what is there, without waiting. The number of bytes, 0 when there is nothing now,
 * -1 when the terminal is gone. */
long terminal_read(char *bytes, size_t size);
/* Appends a terminfo string without its padding ("$<5>"); NULL appends nothing. */
void terminal_add_capability(struct buffer *out, const char *capability);
/* Listening to the mouse: presses and the wheel, places as numbers. */
#define TERMINAL_MOUSE_ON "\033[?1000h\033[?1006h"
#define TERMINAL_MOUSE_OFF "\033[?1006l\033[?1000l"

/* What stands between this program and the terminal, by $TMUX and $STY: it swallows
 * sequences that are not wrapped for it. */
enum terminal_between { BETWEEN_NOTHING, BETWEEN_TMUX, BETWEEN_SCREEN };
enum terminal_between terminal_between(void);
/* Appends a sequence so that it reaches the terminal: through tmux both plain (tmux keeps
 * it when it may) and passed through; through screen in pieces it can hold. */
void terminal_add_through(struct buffer *out, enum terminal_between between,
                          const char *bytes, size_t length);
/* Appends the bytes that hand text to the clipboard: OSC 52 with base64 (RFC 4648 section
 * 4). */
void terminal_add_copy(struct buffer *out, const char *text, size_t length);

#endif
