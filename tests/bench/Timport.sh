#!/bin/sh
# Import of 100,000 generated vCards through the program against plain SQLite.
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$BUILD"/tests/bench/bench_make_contacts "${1:-100000}" >"$folder/people.vcf"
export XDG_CONFIG_HOME="$folder/config"
"$BUILD"/tests/bench/bench_import "$BUILD"/touchbase "$folder/people.vcf" 5 "$folder"
