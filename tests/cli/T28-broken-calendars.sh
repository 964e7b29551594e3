#!/bin/sh
# The broken shelf: calendars that no program should have written, each taken in or refused in words, within time and
# memory (broken_calendars.py makes them and runs the program).
. "$(dirname "$0")/lib.sh"
fresh_desk
good add 'Ana Ruiz, ana@example.com'
case_ 'each broken calendar has its answer'
"$PYTHON" "$here/broken_calendars.py" "$touchbase" "$work" >"$work/out" 2>"$work/err" || status=$?
expect_status 0
passed
