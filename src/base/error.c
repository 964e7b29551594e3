#include "touchbase/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A text that fills its array may have been cut inside a character: what is left of it
 * goes. */
static void drop_torn_character(char text[ERROR_TEXT_SIZE])
{
    size_t length = strlen(text);
    size_t start = length;

    if (length < ERROR_TEXT_SIZE - 1)
        return;
    do
        start--;
    while (start > length - 4 && ((unsigned char)text[start] & 0xC0) == 0x80);
    unsigned char lead = (unsigned char)text[start];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (length - start < need)
        text[start] = '\0';
}

/* Cut short when it does not fit. */
static void append(char text[ERROR_TEXT_SIZE], const char *more)
{
    size_t used = strlen(text);
    size_t length = strlen(more);

    if (length > ERROR_TEXT_SIZE - 1 - used)
        length = ERROR_TEXT_SIZE - 1 - used;
    memcpy(text + used, more, length);
    text[used + length] = '\0';
    drop_torn_character(text);
}

__attribute__((format(printf, 2, 0))) static void
write_text(char text[ERROR_TEXT_SIZE], const char *format, va_list args)
{
    if (vsnprintf(text, ERROR_TEXT_SIZE, format, args) < 0)
        text[0] = '\0';
    drop_torn_character(text);
}

/* The words are put together beside, because the arguments may be the text in err. The
 * brackets around the name keep the macro that the analyzer sees out of the definition.
 */
bool(error_set)(struct error *err, enum error_code code, const char *format, ...)
{
    char text[ERROR_TEXT_SIZE];
    va_list args;

    va_start(args, format);
    write_text(text, format, args);
    va_end(args);
    memcpy(err->text, text, strlen(text) + 1);
    err->code = code;
    return false;
}

bool(error_set_errno)(struct error *err, int errnum, const char *format, ...)
{
    char text[ERROR_TEXT_SIZE];
    va_list args;

    va_start(args, format);
    write_text(text, format, args);
    va_end(args);
    append(text, ": ");
    append(text, strerror(errnum));
    memcpy(err->text, text, strlen(text) + 1);
    err->code = ERROR_FAILED;
    return false;
}

bool(error_prefix)(struct error *err, const char *format, ...)
{
    char text[ERROR_TEXT_SIZE];
    va_list args;

    va_start(args, format);
    write_text(text, format, args);
    va_end(args);
    append(text, ": ");
    append(text, err->text);
    memcpy(err->text, text, strlen(text) + 1);
    return false;
}
