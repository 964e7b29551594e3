#!/bin/sh
# The keys of a search on a desk at three sizes. Sizes may be named; DESK names a desk that is there already.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" TZ=UTC TOUCHBASE_NOW='2026-03-02 09:00+'
search() { "$BUILD"/tests/bench/bench_search --runs "${RUNS:-3}" "$BUILD"/touchbase --db "$1"; }
if [ -n "$DESK" ]; then
  search "$DESK"
  exit
fi
for count in ${*:-1000 100000 1000000}; do
  echo "$count contacts"
  mkdir "$folder/$count"
  "$BUILD"/tests/bench/bench_make_desk "$count" "$folder/$count/desk.db"
  search "$folder/$count/desk.db"
  rm -r "${folder:?}/$count"
done
