/* What the benchmarks share: clocks, medians, and programs run to their end. */
#ifndef TOUCHBASE_BENCH_MEASURE_H
#define TOUCHBASE_BENCH_MEASURE_H

#include <stddef.h>

/* Milliseconds of the monotonic clock. */
double measure_ms(void);
/* Sorts, and returns the value below which share (0 to 1) of the values are. */
double measure_share(double *values, size_t count, double share);
double measure_median(double *values, size_t count);
/* Says why on standard error and ends the benchmark. */
void measure_stop(const char *words) __attribute__((noreturn));
/* Runs a program to its end, output thrown away; stops unless it exits with 0. Returns
 * milliseconds. */
double measure_program(char *const *arguments);

#endif
