#!/bin/sh
# A folder kept in step both ways, changed as another program would.
. "$(dirname "$0")/lib.sh"
fresh_desk
folder=$HOME/calendar
mkdir -p "$XDG_CONFIG_HOME/touchbase"
settings=$XDG_CONFIG_HOME/touchbase/touchbase.conf
printf 'sync = ~/calendar/\ncalendar_items = tasks\n' >"$settings"

# item TOUCH: the path of its file.
item() {
    echo "$folder/$1-task.ics"
}

# edit TOUCH SED: as another program does, beside and renamed.
edit() {
    sed -e "$2" "$(item "$1")" >"$folder/edit.tmp"
    mv "$folder/edit.tmp" "$(item "$1")"
}

# plan ARGUMENT ...: a touch; its id goes into $touch.
plan() {
    good touch --json "$@"
    touch=$(json_value 'rows[0]["id"]')
}

due_of() {
    good due --json
    expect_json "[r['due'] for r in rows if r['id'] == '$1'] == ['$2']"
}

case_ 'without a place it says what to set'
printf '' >"$settings"
run sync
expect_status 2
expect_err 'no calendar to sync with is set'
printf 'sync = ~/calendar/\ncalendar = ~/calendar/\n' >"$settings"
run sync
expect_status 2
expect_err 'the same folder'
printf 'sync = ~/calendar/\ncalendar_items = tasks\n' >"$settings"

case_ 'what is planned goes there, once'
plan dana call 2026-03-04 10:00 pricing
pricing=$touch
plan lena card 2026-03-05 birthday
birthday=$touch
good sync
expect_err '0 taken home, 2 written, 0 removed, 0 to decide'
good sync
expect_err '0 taken home, 0 written, 0 removed, 0 to decide'
[ -f "$(item "$pricing")" ] || fail 'the item is not there'

case_ 'moved and retitled there comes home, as one step that undo takes back'
edit "$pricing" 's/^DUE:.*/DUE:20260306T190000Z\r/; s/pricing/prices of 2027/'
edit "$birthday" 's/^DUE;VALUE=DATE:20260305/DUE;VALUE=DATE:20260309/'
good sync
expect_err '2 taken home, 0 written, 0 removed, 0 to decide'
due_of "$pricing" 2026-03-06T14:00:00-05:00
expect_json "[r['purpose'] for r in rows if r['id'] == '$pricing'] == ['prices of 2027']"
due_of "$birthday" 2026-03-09
good sync --log
expect_out 'moved from 2026-03-04 10:00 to 2026-03-06 14:00'
good undo
expect_out 'taken back: sync with the calendar'
due_of "$pricing" 2026-03-04T10:00:00-05:00
good sync
expect_err '0 taken home, 2 written'
grep -q 'DUE:20260304T150000Z' "$(item "$pricing")" || fail 'undone here, and not there'

case_ 'done there is done here, and how it went is asked'
edit "$pricing" 's/^STATUS:.*/STATUS:COMPLETED\r/; s/^DTSTAMP/COMPLETED:20260302T120000Z\r\n&/'
good sync
expect_err '1 taken home'
expect_err '1 to decide'
expect_out 'taken as reached: how did it go?'
good due --json
expect_json "not [r for r in rows if r['id'] == '$pricing']"
run sync "$pricing"
expect_status 2
run sync "$pricing" --outcome posted
expect_status 2
good sync "$pricing" --json --outcome voicemail
expect_json "rows[0]['outcome'] == 'voicemail'"
good sync
expect_err '1 removed, 0 to decide'
[ ! -f "$(item "$pricing")" ] || fail 'a done item stays'

case_ 'a promise that is moved there asks'
plan --promise dana call 2026-03-10 15:00 offer
promise=$touch
good sync
edit "$promise" 's/^DUE:.*/DUE:20260311T150000Z\r/'
good sync
expect_err '1 to decide'
expect_out 'moved in the calendar to Wed 2026-03-11 11:00, but promised for Tue 2026-03-10 15:00'
due_of "$promise" 2026-03-10T15:00:00-04:00
good sync --json
expect_json "[r['question'] for r in rows] == ['promise']"
good sync "$promise" --mine
good sync
expect_err '1 written'
grep -q 'DUE:20260310T190000Z' "$(item "$promise")" || fail 'the promise is not as it was'
edit "$promise" 's/^DUE:.*/DUE:20260311T150000Z\r/'
good sync
good sync "$promise" --theirs
due_of "$promise" 2026-03-11T11:00:00-04:00

case_ 'changed on both sides shows both and loses neither'
good sync
edit "$birthday" 's/birthday/anniversary/'
"$PYTHON" - "$TOUCHBASE_DB" "$birthday" <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("UPDATE touch SET purpose = 'jubilee' WHERE uuid = ?", (sys.argv[2],))
db.commit()
END
good sync
expect_out 'changed on both sides: there Thu 2026-03-05, "Write a card to Lena Vogt'
expect_out 'anniversary"; here Thu 2026-03-05, "Write a card to Lena Vogt'
grep -q anniversary "$(item "$birthday")" || fail 'theirs is lost'
good sync "$birthday" --theirs
good due --json
expect_json "[r['purpose'] for r in rows if r['id'] == '$birthday'] == ['anniversary']"
good undo
good sync
expect_out 'changed on both sides'
good sync "$birthday" --mine
good sync
grep -q jubilee "$(item "$birthday")" || fail 'mine is not there'

case_ 'deleted there is asked about'
rm "$(item "$birthday")"
good sync
expect_out 'deleted in the calendar, here on Thu 2026-03-05'
good sync "$birthday" --mine
good sync
expect_err '1 written'
rm "$(item "$birthday")"
good sync
good sync "$birthday" --theirs
good due --json
expect_json "not [r for r in rows if r['id'] == '$birthday']"
good sync
[ ! -f "$(item "$birthday")" ] || fail 'what was dropped came back'

case_ 'items of others are left alone, also broken ones'
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:mine\r\nSUMMARY:Milk\r\nEND:VTODO\r\nEND:VCALENDAR\r\n' \
    >"$folder/milk.ics"
printf 'not a calendar\n' >"$folder/broken.ics"
cp "$(item "$promise")" "$folder/copy.ics"
good sync
expect_err '3 of others left alone'
good sync
expect_err '0 written, 0 removed, 0 to decide, 3 of others left alone'
grep -q 'not a calendar' "$folder/broken.ics" || fail 'a foreign file was changed'

case_ 'one sync of a desk at a time'
exec 9>"$TOUCHBASE_DB-sync"
flock 9
status=0
timeout 2 "$touchbase" sync 2>"$work/err" || status=$?
expect_status 124
flock -u 9
good sync

case_ 'done here goes there'
good done "$promise"
good sync
expect_err '1 removed'
[ ! -f "$(item "$promise")" ] || fail 'a done item stays'
passed
