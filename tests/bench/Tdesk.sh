#!/bin/sh
# First paint, keys, memory and idling of a desk at three sizes against minimal_list over as many people. Sizes
# may be named; a desk of a million takes 3 GB and some minutes to make: KEEP names a folder where desks stay, and
# are taken from when they are there.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" TZ=UTC TOUCHBASE_NOW='2026-03-02 09:00+'
for count in ${*:-1000 100000 1000000}; do
  echo "$count contacts"
  desk="${KEEP:-$folder}/$count/desk.db" # a folder of its own: the desk watches it
  "$BUILD"/tests/bench/bench_make_desk "$count" --list >"$folder/people.tsv"
  if [ ! -e "$desk" ]; then
    mkdir -p "${desk%/*}"
    "$BUILD"/tests/bench/bench_make_desk "$count" "$desk"
  fi
  if [ "$count" -le 1000 ]; then
    "$BUILD"/touchbase check --db "$desk"
  fi
  "$BUILD"/touchbase status --db "$desk" >"$folder/status" # one that was kept may be an older version
  cat "$desk" "$folder/people.tsv" >/dev/null
  "$BUILD"/tests/bench/bench_first_paint --runs 31 --keys "${KEYS:-200}" --idle "${IDLE:-60}" \
    "$BUILD"/touchbase --db "$desk" \
    -- "$BUILD"/tests/bench/bench_minimal_list "$folder/people.tsv"
  if [ -z "$KEEP" ]; then
    rm -r "${desk%/*}"
  fi
done
