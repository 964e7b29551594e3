/* Standard output and standard error of a command. What goes to a terminal passes
 * text_plain (endurance.md 11); into a file or a pipe it goes byte for byte. */
#ifndef TOUCHBASE_SRC_CLI_OUTPUT_H
#define TOUCHBASE_SRC_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "touchbase/base/buffer.h"
#include "touchbase/base/error.h"

struct output {
    bool terminal;      /* standard output is one */
    bool talk_terminal; /* standard error is one */
    int failure;        /* errno of the first write that failed, 0 for none */
};

struct output output_open(void);
/* Data: onto standard output. */
void output_data(struct output *output, const char *bytes, size_t length);
void output_print(struct output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Talk: one line onto standard error, with "touchbase: " in front; a newline is added. */
void output_talk(struct output *output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Hands over what is still held back. */
void output_flush(struct output *output);
/* Is writing on of no use: the reader is gone or the disk full? */
bool output_failed(const struct output *output);
/* Hands everything over. False and err when something could not be written; the text is
 * empty when the reader had just gone away (a pipe into head), which is nothing to talk
 * about. */
bool output_finish(struct output *output, struct error *err);

#endif
