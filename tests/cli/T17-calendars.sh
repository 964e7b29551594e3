#!/bin/sh
# What is exported, as seven calendar programs show it, and again after touches were moved, done and renamed.
. "$(dirname "$0")/lib.sh"
case_ 'every program shows every touch at its time'
"$PYTHON" "$here/calendars.py" "$touchbase" "$work/calendars" 80 >"$work/out" 2>"$work/err" || status=$?
if [ "$status" -eq 77 ]; then
    cat "$work/out"
    exit 77
fi
expect_status 0
[ "$(grep -c '^ok: ' "$work/out")" -eq 14 ] || fail 'a program was left out'
passed
