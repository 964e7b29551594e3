#!/bin/sh
# The picture in README.md is what the program shows. To take it anew, print it with the command below and put it
# between the marks ```text and ```.
set -eu
work=$(mktemp -d "${TMPDIR:-/tmp}/touchbase-readme-XXXXXX")
trap 'rm -rf "$work"' EXIT
echo Esc >"$work/keys"
TZ=America/Toronto "$BUILD/touchbase" --demo --now '2026-11-21 14:05' \
    --keys "$work/keys" --screen "$work/shown" --size 100x28
awk '/^```text$/ { on = 1; next } /^```$/ { on = 0 } on' "$SOURCE/README.md" >"$work/printed"
[ "$(wc -l <"$work/printed")" -gt 20 ] || { echo "README.md has no picture"; exit 1; }
diff "$work/printed" "$work/shown"
