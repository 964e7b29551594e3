#!/bin/sh
# A Maildir of 10,000 and of 100,000 generated messages taken in through the program, twice each.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" TOUCHBASE_NOW='2026-03-02 09:00'
for count in 10000 "${1:-100000}"; do
    "$PYTHON" "$(dirname "$0")/make_mailbox.py" "$folder/m$count" "$count"
    "$PYTHON" "$(dirname "$0")/mailbox.py" "$BUILD"/touchbase "$folder/m$count" "$count" "$folder/$count.db"
done
