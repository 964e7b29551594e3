#!/bin/sh
# Touches that repeat by a rule: planned, finished, skipped, moved, ended, and taken back.
. "$(dirname "$0")/lib.sh"

# The id of the first pending touch.
first() {
    good due --json
    id=$("$PYTHON" -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])' <"$work/out")
}

good add 'Ana Ruiz, Brio, ana@brio.example'

case_ 'planned by a rule, shown in words'
good touch ana call 'every 2 weeks on tue 2pm' 'offer for the pump'
expect_out 'Tue 3 Mar 14:00'
expect_out 'every 2 weeks on Tue'
expect_err 'every 2 weeks on Tue: Tue 3 Mar 2026, Tue 17 Mar 2026, Tue 31 Mar 2026 ...'
good due --json
expect_json 'rows[0]["repeats"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"'
expect_json 'rows[0]["due"] == "2026-03-03T14:00:00-05:00"'

case_ 'finishing brings the next, over a change of the clocks'
first
good done "$id"
expect_err 'comes again Tue 17 Mar 2026'
good due --json
expect_json 'len(rows) == 1 and rows[0]["due"] == "2026-03-17T14:00:00-04:00"'
expect_json 'rows[0]["purpose"] == "offer for the pump" and rows[0]["cause"] == "next"'
good undo
good due --json
expect_json 'len(rows) == 1 and rows[0]["due"] == "2026-03-03T14:00:00-05:00"'
good redo

case_ 'one is skipped, in one step'
first
good skip "$id"
expect_out 'Tue 31 Mar 14:00'
good undo
expect_out 'skip of call with Ana Ruiz'
good due --json
expect_json 'rows[0]["due"] == "2026-03-17T14:00:00-04:00"'

case_ 'the export holds the one that is planned'
good export -
expect_out 'DTSTART;TZID=America/Toronto:20260317T140000'
[ "$(grep -c BEGIN:VEVENT "$work/out")" = 1 ] || fail 'not one event'
grep -q '^RRULE' "$work/out" && sed -n '/BEGIN:VEVENT/,$p' "$work/out" | grep -q '^RRULE' && fail 'a rule went out'

case_ 'ended: the planned one stays'
first
good once "$id"
good due --json
expect_json 'rows[0]["repeats"] is None'
run skip "$id"
expect_status 2
expect_err 'does not repeat'
good undo
good due --json
expect_json 'rows[0]["repeats"] is not None'

case_ 'the last of a series says so'
good add 'Jo Lind, Kessler'
good touch jo call 'every tue 1 time'
good due --until '+3d' --json
id=$("$PYTHON" -c 'import json, sys
print([r["id"] for r in map(json.loads, sys.stdin) if r["contact"] == "Jo Lind"][0])' <"$work/out")
good skip "$id"
expect_err 'that was the last of every Tue, 1 time'

case_ 'what is no rule is refused, and nothing planned'
for rule in 'every hour' 'every second tuesday' 'every 3/4' 'every customer' 'every october until 2025'; do
    run touch jo call "$rule"
    [ "$status" = 2 ] || [ "$status" = 4 ] || fail "$rule was taken"
    [ -s "$work/err" ] || fail "$rule was refused without a word"
done
good due --json
expect_json 'len(rows) == 1'

case_ 'a rule plain, behind it the purpose'
good touch jo email monthly check the stock
expect_out 'check the stock, every month on the 2nd'

case_ 'a series of another calendar goes on here: one left out, one moved, UTC and its clocks'
good add 'Vera Lund, Kessler, vera@kessler.example'
{
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:weekly\r\nDTSTAMP:20260101T000000Z\r\n'
    printf 'SUMMARY:Call Vera Lund\r\nDTSTART;TZID=Europe/Berlin:20260105T160000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270101T000000Z\r\n'
    printf 'EXDATE;TZID=Europe/Berlin:20260309T160000\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:weekly\r\nDTSTAMP:20260101T000000Z\r\n'
    printf 'RECURRENCE-ID;TZID=Europe/Berlin:20260323T160000\r\nSUMMARY:Call Vera Lund\r\nDTSTART;TZID=Europe/Berlin:20260324T170000\r\n'
    printf 'END:VEVENT\r\nEND:VCALENDAR\r\n'
} >weekly.ics
# The due of the one pending touch with Vera.
vera() {
    good due --json
    "$PYTHON" -c 'import json, sys
rows = [r for r in map(json.loads, sys.stdin) if r["contact"] == "Vera Lund"]
assert len(rows) == 1, rows
print(rows[0]["id"], rows[0]["due"], rows[0]["repeats"])' <"$work/out" >vera
    id=$(cut -d ' ' -f 1 vera)
}
good import weekly.ics
for due in 2026-03-02T10:00:00-05:00 2026-03-16T11:00:00-04:00 2026-03-24T12:00:00-04:00 2026-03-30T10:00:00-04:00; do
    vera
    grep -q " $due FREQ=WEEKLY;UNTIL=20261231" vera || fail "$(cat vera) is not $due"
    good import weekly.ics
    expect_err '0 planned, 0 changed'
    good done "$id"
done

case_ 'its rule changes there, and it ends there'
sed -e 's/FREQ=WEEKLY/FREQ=WEEKLY;INTERVAL=2/' -e 's/DTSTAMP:2026010/DTSTAMP:2026020/' weekly.ics >fortnight.ics
good import fortnight.ics
expect_err '0 planned, 1 changed'
vera
grep -q 'INTERVAL=2' vera || fail "$(cat vera)"
good undo
vera
grep -q 'INTERVAL=2' vera && fail "$(cat vera)"
sed 's/^VERSION/METHOD:CANCEL\r\nVERSION/' weekly.ics >end.ics
good import end.ics
good due
refuse_out 'Vera Lund'

passed
