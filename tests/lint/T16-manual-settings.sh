#!/bin/sh
# The manual lists every setting as the program has it ("touchbase help settings"), and data/touchbase.conf, which is
# read at every start, shows each one too.
# To bring the manual in step: tests/lint/manual_settings.py build/touchbase data/touchbase.1
. "$(dirname "$0")/lint.sh"
touchbase=$BUILD/touchbase

# The names of a part of the listing: "settings", "[colours]", "[columns]".
names() {
    "$touchbase" help settings | awk -v part="$1" '/^[^ ]/ { on = $0 == part; next } on { print $1 }'
}

check() {
    [ -x "$touchbase" ] || { echo "$touchbase is missing"; return 1; }
    "$PYTHON" "$here/manual_settings.py" "$touchbase" "$1/data/touchbase.1" - >"$work/manual" || return 1
    grep -q '^\.It Va theme' "$work/manual" && diff "$1/data/touchbase.1" "$work/manual" || return 1
    for name in $(names settings); do
        grep -q "^#*$name =" "$1/data/touchbase.conf" || { echo "data/touchbase.conf is silent on $name"; return 1; }
    done
    for name in $(names '[colours]') $(names '[columns]'); do
        grep -q "^#$name = ." "$1/data/touchbase.conf" || { echo "data/touchbase.conf is silent on $name"; return 1; }
    done
}

clean
refuses 'a setting is missing in the manual' sed -i '/^\.It Va theme/d' data/touchbase.1
refuses 'a colour is missing in the manual' sed -i '/^\.Va evidence-cover/d' data/touchbase.1
refuses 'a setting is missing in the settings file' sed -i '/^theme =/d' data/touchbase.conf
refuses 'a rule is missing in the settings file' sed -i '/^#attempts =/d' data/touchbase.conf
refuses 'a colour is missing in the settings file' sed -i '/^#late =/d' data/touchbase.conf
refuses 'a list is missing in the settings file' sed -i '/^#touches =/d' data/touchbase.conf
finish
