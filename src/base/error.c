#include "touchbase/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cut short when it does not fit. */
static void append(char text[ERROR_TEXT_SIZE], const char *more)
{
    size_t used = strlen(text);
    size_t length = strlen(more);

    if (length > ERROR_TEXT_SIZE - 1 - used)
        length = ERROR_TEXT_SIZE - 1 - used;
    memcpy(text + used, more, length);
    text[used + length] = '\0';
}

bool error_set(struct error *err, enum error_code code, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    err->code = code;
    return false;
}

bool error_set_errno(struct error *err, int errnum, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    append(err->text, ": ");
    append(err->text, strerror(errnum));
    err->code = ERROR_FAILED;
    return false;
}

bool error_prefix(struct error *err, const char *format, ...)
{
    char text[ERROR_TEXT_SIZE];
    va_list args;

    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    append(text, ": ");
    append(text, err->text);
    memcpy(err->text, text, sizeof err->text);
    return false;
}
