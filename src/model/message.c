#include "touchbase/model/message.h"

#include "ascii.h"

/* Header names are ASCII (RFC 5322 2.2), so their case is too. */
static bool same_name(const char *a, const char *b)
{
    while (*a && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

const char *message_header(const struct message *message, const char *name)
{
    for (size_t i = 0; i < message->header_count; i++)
        if (same_name(message->headers[i].name, name))
            return message->headers[i].value;
    return NULL;
}
