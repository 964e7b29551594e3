#include "output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/text.h"

struct output output_open(void)
{
    return (struct output){.terminal = isatty(STDOUT_FILENO) == 1,
                           .talk_terminal = isatty(STDERR_FILENO) == 1};
}

static void write_bytes(struct output *output, const char *bytes, size_t length)
{
    errno = 0;
    if (length > 0 && fwrite(bytes, 1, length, stdout) != length && output->failure == 0)
        output->failure = errno != 0 ? errno : EIO;
}

void output_flush(struct output *output)
{
    errno = 0;
    if (fflush(stdout) != 0 && output->failure == 0)
        output->failure = errno != 0 ? errno : EIO;
}

void output_data(struct output *output, const char *bytes, size_t length)
{
    struct buffer plain = {0};

    if (!output->terminal) {
        write_bytes(output, bytes, length);
        return;
    }
    text_plain(&plain, bytes, length);
    write_bytes(output, buffer_string(&plain), plain.length);
    buffer_free(&plain);
}

static char *format_text(const char *format, va_list args)
    __attribute__((format(printf, 1, 0)));

static char *format_text(const char *format, va_list args)
{
    va_list again;
    char *text;
    int length;

    va_copy(again, args);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    text = memory_alloc((size_t)(length < 0 ? 0 : length) + 1);
    text[0] = '\0';
    vsnprintf(text, (size_t)(length < 0 ? 0 : length) + 1, format, args);
    return text;
}

void output_print(struct output *output, const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(format, args);
    va_end(args);
    output_data(output, text, strlen(text));
    free(text);
}

void output_talk(struct output *output, const char *format, ...)
{
    struct buffer plain = {0};
    va_list args;
    char *text;

    va_start(args, format);
    text = format_text(format, args);
    va_end(args);
    if (output->talk_terminal)
        text_plain(&plain, text, strlen(text));
    else
        buffer_add_string(&plain, text);
    output_flush(output);
    fprintf(stderr, "touchbase: %s\n", buffer_string(&plain));
    buffer_free(&plain);
    free(text);
}

bool output_failed(const struct output *output)
{
    return output->failure != 0;
}

bool output_finish(struct output *output, struct error *err)
{
    output_flush(output);
    if (output->failure == 0)
        return true;
    if (output->failure == EPIPE)
        return error_set(err, ERROR_FAILED, "%s", "");
    return error_set_errno(err, output->failure, "cannot write the output");
}
