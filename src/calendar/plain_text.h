/* Text that every calendar program survives: a single control character, or a byte that
 * is no UTF-8, spoils a whole collection on some servers. */
#ifndef CALENDAR_PLAIN_TEXT_H
#define CALENDAR_PLAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "touchbase/base/buffer.h"

/* Appends text: valid UTF-8, no controls but LF and tab, the line separators U+0085,
 * U+2028, U+2029 as LF, nothing blank at its ends, at most limit characters (at least 4),
 * "..." in the place of what was cut. Without lines it is one line: LF and tab are a
 * blank, several one. */
void plain_text(struct buffer *out, const char *text, bool lines, size_t limit);

/* Is it one absolute URI (RFC 3986) of ASCII characters alone, as a URL property must be?
 */
bool plain_uri(const char *text);

/* May it be an item's UID: letters, digits, "-_.@+", 1 to 200 bytes? It becomes a file
 * name and part of an URL. */
bool plain_uid(const char *text);

#endif
