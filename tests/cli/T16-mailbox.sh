#!/bin/sh
# A whole mailbox: passed by the second time, broken off and gone on with, killed, undone.
. "$(dirname "$0")/lib.sh"
MESSAGES=${MESSAGES:-1500}
"$PYTHON" "$TEST_DATA/bench/make_mailbox.py" "$work/m" "$MESSAGES" || exit 1

# absences DESK: their Message-IDs in order, each as often as it is there.
absences() {
    "$PYTHON" - "$1" <<'END'
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute("SELECT message_id FROM absence ORDER BY message_id"):
    print(row[0])
END
}

people() {
    rm -f "$TOUCHBASE_DB" "$TOUCHBASE_DB-journal"
    good import m.vcf
}

case_ 'what a whole reading brings'
people
good ooo m
expect_err "$MESSAGES read: 0 started"
refuse_err 'read before'
absences "$TOUCHBASE_DB" >whole
[ "$(wc -l <whole)" -gt 15 ] || fail 'too few absences'
[ "$(sort -u whole | wc -l)" -eq "$(wc -l <whole)" ] || fail 'some came twice'
if grep -qF 'no absence (' out; then fail 'a line for a message that is none'; fi

case_ 'a second reading passes it by'
good ooo m
expect_err '0 to confirm'
strangers=$(sed -n 's/^touchbase: \([0-9]*\) read: .*/\1/p' err)
[ "$strangers" -gt 0 ] || fail 'the strangers are not looked for again'
expect_err "$((MESSAGES - strangers)) read before and passed by"
absences "$TOUCHBASE_DB" | cmp -s - whole || fail 'it changed the absences'
good ooo --again m
expect_err "$MESSAGES read: 0 started, 0 to confirm, 0 only filed"
absences "$TOUCHBASE_DB" | cmp -s - whole || fail '--again changed the absences'

case_ 'flags and the way from new to cur change nothing'
for file in m/new/*; do mv "$file" "m/cur/${file##*/}:2,RS"; done
good ooo m
expect_err "$strangers read:"

case_ 'one undo takes all of it back, and another reading brings it again'
good undo
expect_out 'reading of m'
[ -z "$(absences "$TOUCHBASE_DB")" ] || fail 'some stayed'
good ooo m
absences "$TOUCHBASE_DB" | cmp -s - whole || fail 'not all came back'

# begin: a reading in the background that tells each message; waits until some were told. What sh starts in the
# background ignores SIGINT, and what is ignored stays ignored.
begin() {
    "$PYTHON" -c 'import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])' "$touchbase" ooo --json m >out 2>err </dev/null &
    reading=$!
    while [ "$(wc -l <out)" -lt 200 ]; do
        kill -0 "$reading" 2>/dev/null || fail 'it ended before it could be stopped'
    done
}

for signal in INT:130 TERM:143 HUP:129; do
    case_ "stopped by ${signal%:*}, gone on with"
    people
    begin
    kill -"${signal%:*}" "$reading"
    status=0
    wait "$reading" || status=$?
    expect_status "${signal#*:}"
    expect_err 'stopped after'
    expect_err 'goes on from here'
    absences "$TOUCHBASE_DB" >half
    [ "$(wc -l <half)" -lt "$(wc -l <whole)" ] || fail 'nothing was left to do'
    run undo --list
    expect_out 'reading of m'
    refuse_err 'cut short'
    good ooo m
    refuse_err "$MESSAGES read:"
    absences "$TOUCHBASE_DB" | cmp -s - whole || fail 'it is not as if it had not been stopped'
done
good undo
good undo
[ -z "$(absences "$TOUCHBASE_DB")" ] || fail 'two undos left some'

case_ 'killed, gone on with'
people
begin
kill -KILL "$reading"
wait "$reading" 2>/dev/null
good ooo m
expect_err 'reading of m was cut short'
refuse_err "$MESSAGES read:"
absences "$TOUCHBASE_DB" | cmp -s - whole || fail 'it is not as if it had not been killed'
good undo --keep
good check
good undo
good undo
[ -z "$(absences "$TOUCHBASE_DB")" ] || fail 'two undos left some'

case_ 'an mbox is remembered too'
people
"$PYTHON" "$TEST_DATA/bench/make_mailbox.py" "$work/box" 300 --mbox
good ooo box
expect_err '300 read:'
"$PYTHON" "$TEST_DATA/bench/make_mailbox.py" "$work/more" 301 --mbox
tail -n 12 more >>box
good ooo box
expect_err 'read before and passed by'
refuse_err '300 read:'

passed
