/* The small language of data/demo: days counted from today, pieces of a line, texts with
 * days in them. */
#ifndef TOUCHBASE_SRC_DESK_DEMO_TEXT_H
#define TOUCHBASE_SRC_DESK_DEMO_TEXT_H

#include <stdbool.h>

#include "touchbase/base/arena.h"
#include "touchbase/base/day.h"

/* "+3", "-2": days from today; "w+3", "w-2": working days. False when text is neither. A
 * day before today that is no working day becomes the working day before it. */
bool demo_day(const char *text, day_number today, day_number *out);
/* "HH:MM", or "-" for MINUTE_NONE. */
bool demo_minute(const char *text, int *out);
/* Cuts the next word off *rest (blanks go); "" at the end. */
const char *demo_word(struct arena *arena, const char **rest);
/* text with its "\n" as line ends, blanks behind them left aside. */
char *demo_lines(struct arena *arena, const char *text);
/* The same with each {DAY} written out: "Monday, March 9". NULL for a
 * {DAY} that is none. */
char *demo_text(struct arena *arena, const char *text, day_number today);

#endif
