#!/bin/sh
# cmake --install puts everything in place, and the place can be moved.
. "$(dirname "$0")/lint.sh"

expect() {
    "$@" || { echo "failed: $*"; failures=$((failures + 1)); }
}

[ -e "$SOURCE/src/main.c" ] || finish
cmake --install "$BUILD" --prefix "$work/first" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
mv "$work/first" "$work/second"
prefix=$work/second
expect test -x "$prefix/bin/touchbase"
expect test -x "$prefix/libexec/touchbase-worker"
expect test -s "$prefix/share/man/man1/touchbase.1"
expect test -d "$prefix/share/touchbase/schema"
for file in mutt.rc aerc.conf; do
    expect grep -q "touchbase ooo -" "$prefix/share/touchbase/$file"
done
expect test -s "$prefix/share/doc/touchbase/LICENSE"
cd / || exit 1
unset TOUCHBASE_DB TOUCHBASE_NOW
HOME=$work/home XDG_DATA_HOME=$work/home XDG_CONFIG_HOME=$work/home
export HOME XDG_DATA_HOME XDG_CONFIG_HOME
expect test "$("$prefix/bin/touchbase" --version)" = "touchbase ${VERSION:-0.1.0}"

# The installed program finds its worker: a mail is read by it.
printf 'From: Ana <ana@north.example>\r\nTo: me@desk.example\r\nSubject: Automatic reply: offer\r\nDate: Mon, 2 Mar 2026 09:00:00 +0000\r\nMessage-ID: <1@north.example>\r\nAuto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nI am out of the office until Monday, March 9.\r\n' >"$work/reply.eml"
"$prefix/bin/touchbase" ooo --dry-run --json "$work/reply.eml" >"$work/json" 2>"$work/log"
expect grep -q '"kind": *"ooo"' "$work/json"
[ $failures -eq 0 ] || cat "$work/log" "$work/json"
finish
