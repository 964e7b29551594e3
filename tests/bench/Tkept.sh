#!/bin/sh
# The calendar of the settings, kept up to date by the open desk: from the key that plans a touch to the new file, which is
# to take less than a second up to 50,000 touches. 157,000 people have 49,700; so many as are named instead.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$BUILD"/tests/bench/bench_make_desk "${1:-157000}" "$folder/desk.db"
exec "$PYTHON" "$(dirname "$0")/kept.py" "$BUILD"/touchbase "$folder"
