#!/bin/sh
# run.sh TARGET SECONDS [OPTION ...]: fuzzes one target (message, text, when, contacts, calendar, appointments, entries, listing) for so
# long. The build is in $FUZZ_BUILD (build-fuzz), what grew of the seeds stays in its corpus/TARGET, a finding is written to crashes/.
set -eu
[ $# -ge 2 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
target=$1 seconds=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=${FUZZ_BUILD:-$source/build-fuzz}
cmake -S "$source" -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang -DTOUCHBASE_FUZZ=ON >/dev/null
cmake --build "$build" --target "fuzz_$target" >/dev/null
mkdir -p "$build/corpus/$target" "$build/crashes"
"${PYTHON:-/usr/bin/python3}" "$here/inputs.py" "$target" "$build/seeds"
found=$here/findings/$target
[ -d "$found" ] || found=
# shellcheck disable=SC2086
exec "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=8192 \
    -dict="$build/seeds/$target.dict" -artifact_prefix="$build/crashes/$target-" -print_final_stats=1 "$@" \
    "$build/corpus/$target" "$build/seeds/$target" $found
