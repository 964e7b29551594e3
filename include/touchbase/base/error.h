/* Errors as values: filled once where something failed, passed up, shown once by main or
 * the status line. A function that can fail takes `struct error *err` last, returns false
 * (or NULL) and fills it; on success it leaves it alone. err is never NULL. The text is
 * for a salesperson: what failed, where, what to do. */
#ifndef TOUCHBASE_BASE_ERROR_H
#define TOUCHBASE_BASE_ERROR_H

#include <stdbool.h>

/* The numbers are the exit statuses of design.md section 4. */
enum error_code {
    ERROR_FAILED = 1,
    ERROR_USAGE = 2,
    ERROR_NOT_FOUND = 3,
    ERROR_AMBIGUOUS = 4,
};

enum { ERROR_TEXT_SIZE = 1024 };

struct error {
    enum error_code code;
    char text[ERROR_TEXT_SIZE]; /* one line or several, UTF-8, no newline at the end; may
                                   be cut short */
};

/* Fills err and returns false, so that a caller can `return error_set(...)`. The
 * arguments may point into err. A text too long is cut between characters. */
bool error_set(struct error *err, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with ": " and the words for an errno value at the end. */
bool error_set_errno(struct error *err, int errnum, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Puts words and ": " in front of the text, the code stays. Returns false. */
bool error_prefix(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The analyzer reads one file at a time; here it is told that a failure is false. */
#ifdef __clang_analyzer__
#define error_set(...) (error_set(__VA_ARGS__), false)
#define error_set_errno(...) (error_set_errno(__VA_ARGS__), false)
#define error_prefix(...) (error_prefix(__VA_ARGS__), false)
#endif

#endif
