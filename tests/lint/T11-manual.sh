#!/bin/sh
# The manual page has nothing that mandoc warns of.
. "$(dirname "$0")/lint.sh"

check() {
    [ -s "$1/data/touchbase.1" ] || { echo "data/touchbase.1 is missing"; return 1; }
    output=$(mandoc -Tlint -Wwarning "$1/data/touchbase.1" 2>&1)
    [ -z "$output" ] || { printf '%s\n' "$output"; return 1; }
}

clean
refuses 'a macro that does not exist' append data/touchbase.1 '.Zz planted\n'
refuses 'a list that is not ended' append data/touchbase.1 '.Bl -tag -width x\n.It x\ny\n'
refuses 'no page at all' rm data/touchbase.1
finish
