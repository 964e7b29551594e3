/* The worker's process: found, started with pipes of its own, ended. */
#ifndef TOUCHBASE_SRC_WIRE_PROCESS_H
#define TOUCHBASE_SRC_WIRE_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"

/* The worker's program file: beside this program, else in ../libexec. NULL and err when
 * it is in neither place. */
char *process_find(struct arena *arena, struct error *err);

struct process {
    pid_t id; /* 0 when none runs */
    int in;   /* reads what it writes; does not block */
    int out;  /* writes what it reads; does not block */
};

/* Starts a program with the pipes as its standard input and output, in a process group of
 * its own (a ^C is the desk's to answer), its standard error thrown away (it would land
 * on the screen). */
bool process_start(struct process *process, const char *program, struct error *err);
/* Closes the pipes, which a healthy worker takes as its end, waits a moment, kills it if
 * need be. */
void process_stop(struct process *process);

#endif
