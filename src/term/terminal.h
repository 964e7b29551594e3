/* The terminal's line without ncurses: what is written to it and read from it directly.
 */
#ifndef TOUCHBASE_TERM_TERMINAL_H
#define TOUCHBASE_TERM_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"

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
/* Appends the bytes that hand text to the clipboard: OSC 52 with base64 (RFC 4648 section
 * 4). */
void terminal_add_copy(struct buffer *out, const char *text, size_t length);

#endif
