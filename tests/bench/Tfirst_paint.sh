#!/bin/sh
# First paint and keys of a desk of 100,000 imported contacts against minimal_list over the same people.
set -e
count=${1:-100000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$BUILD"/tests/bench/bench_make_contacts "$count" >"$folder/people.vcf"
"$BUILD"/tests/bench/bench_make_contacts "$count" 1 --list >"$folder/people.tsv"
export XDG_CONFIG_HOME="$folder/config"
"$BUILD"/touchbase import --db "$folder/desk.db" "$folder/people.vcf"
"$BUILD"/tests/bench/bench_first_paint --runs 31 --keys 100 "$BUILD"/touchbase --db "$folder/desk.db" \
  -- "$BUILD"/tests/bench/bench_minimal_list "$folder/people.tsv"
