/* Bytes of a named character set as UTF-8. */
#ifndef CONTACTS_CHARSET_H
#define CONTACTS_CHARSET_H

#include <stddef.h>

#include "touchbase/base/arena.h"

/* charset is an IANA name or NULL. Valid UTF-8 stays as it is when nothing, UTF-8 or an
 * unknown set is named; what is none then is taken as Windows-1252, which nearly all such
 * files are. A NUL becomes U+FFFD. */
char *charset_to_utf8(struct arena *arena, const char *charset, const char *bytes,
                      size_t length);

#endif
