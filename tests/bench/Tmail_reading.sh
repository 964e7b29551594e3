#!/bin/sh
# Reading auto-replies against GMime parsing alone: generated ones, then the mails of the corpus, and of a folder
# that is named: Tmail_reading.sh [COUNT [FOLDER]]
set -e
bench=$BUILD/tests/bench/bench_mail_reading
[ -x "$bench" ] || { echo "bench_mail_reading is not built: cmake --build build --target bench" >&2; exit 1; }
"$bench" "${1:-5000}"
for folder in "$TEST_DATA/corpus/mail/plain" "$TEST_DATA/corpus/mail/html" "$TEST_DATA/corpus/mail/multipart" ${2+"$2"}; do
    echo "$folder"
    "$bench" "${1:-5000}" "$folder"
done
