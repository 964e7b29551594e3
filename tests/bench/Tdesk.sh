#!/bin/sh
# First paint, keys, memory and idling of a desk at three sizes against minimal_list over as many people. Sizes
# may be named; a desk of a million takes 3 GB and some minutes to make.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" TZ=UTC TOUCHBASE_NOW='2026-03-02 09:00+'
for count in ${*:-1000 100000 1000000}; do
  echo "$count contacts"
  mkdir "$folder/$count" # a folder of its own: the desk watches it
  "$BUILD"/tests/bench/bench_make_desk "$count" --list >"$folder/people.tsv"
  "$BUILD"/tests/bench/bench_make_desk "$count" "$folder/$count/desk.db"
  if [ "$count" -le 1000 ]; then
    "$BUILD"/touchbase check --db "$folder/$count/desk.db"
  fi
  "$BUILD"/tests/bench/bench_first_paint --runs 31 --keys 200 --idle "${IDLE:-60}" \
    "$BUILD"/touchbase --db "$folder/$count/desk.db" \
    -- "$BUILD"/tests/bench/bench_minimal_list "$folder/people.tsv"
  rm -r "${folder:?}/$count"
done
