#!/bin/sh
# The manual lists every key and action of the full screen, and every name its command line takes, as the program has
# them ("touchbase help keys", "touchbase help commands").
# To bring it in step: tests/lint/manual_keys.py build/touchbase data/touchbase.1
. "$(dirname "$0")/lint.sh"
touchbase=$BUILD/touchbase

check() {
    [ -x "$touchbase" ] || { echo "$touchbase is missing"; return 1; }
    "$PYTHON" "$here/manual_keys.py" "$touchbase" "$1/data/touchbase.1" - >"$work/manual" || return 1
    grep -q '^\.It Ic' "$work/manual" && diff "$1/data/touchbase.1" "$work/manual"
}

clean
refuses 'a help line of a key is another' sed -i 's/^Plan a touch in one line.*/Planted./' data/touchbase.1
refuses 'an action is missing' sed -i '/Pq undo/d' data/touchbase.1
refuses 'a name of the command line is missing' sed -i '/^\.It Ic .*:undo$/d' data/touchbase.1
refuses 'what a name takes is another' sed -i 's/:move Ar when$/:move Ar what/' data/touchbase.1
finish
