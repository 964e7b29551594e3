#!/bin/sh
# Ten thousand random histories of a hundred steps each (tests/unit/desk/random_test.c), on as many processors as there
# are. HISTORIES says how many, SEED which is the first: a failure names its own, and
#     TEST_HISTORIES=1 TEST_SEED=that build/tests/desk_random
# tells it again.
: "${BUILD:?is the build folder}"
histories=${HISTORIES:-10000}
seed=${SEED:-$(date +%s)}
share=100
# The desks lie in memory where they can: on a disk they would wait for it.
[ ! -w /dev/shm ] || export TMPDIR=/dev/shm
echo "$histories histories from seed $seed on"
i=0
while [ "$i" -lt "$histories" ]; do
    echo $((seed + i))
    i=$((i + share))
done | xargs -P "$(nproc)" -I{} env TEST_HISTORIES="$share" TEST_SEED={} "$BUILD/tests/desk_random"
