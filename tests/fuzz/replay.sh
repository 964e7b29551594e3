#!/bin/sh
# replay.sh TARGET PROGRAM: the seeds of a target and its findings through the plain program.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/touchbase-fuzz-XXXXXX")
trap 'rm -rf "$work"' EXIT
"${PYTHON:-/usr/bin/python3}" "$here/inputs.py" "$1" "$work"
found=$here/findings/$1
[ -d "$found" ] || found=
"$2" "$work/$1" $found
