#!/bin/sh
# The .ics export as a ratio to plain libical, and its memory for a tenth and for the whole.
exec "$BUILD"/tests/bench/bench_calendar "${1:-100000}"
