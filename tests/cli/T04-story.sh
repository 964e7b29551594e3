#!/bin/sh
# From a business card to the calendar: a contact comes in, a call is planned, an auto-reply moves it, the calendar
# has it at the right time.
. "$(dirname "$0")/lib.sh"

case_ 'a planned call'
fresh_desk
run touch dana call '2026-03-05 10:00' pricing
expect_status 0
expect_no_err
run due --json
expect_json 'len(rows) == 1 and rows[0]["due"] == "2026-03-05T10:00:00-05:00"'
expect_json 'rows[0]["contact"] == "Dana Whitfield" and rows[0]["channel"] == "call"'
expect_json 'rows[0]["purpose"] == "pricing" and rows[0]["promise"] is False'
expect_json 'rows[0]["done"] is None and rows[0]["outcome"] is None and rows[0]["opener"] is None'
call=$(json_value 'rows[0]["id"]')
run show dana --json
expect_json 'rows[0]["stage"] == "lead"'
expect_json 'rows[0]["next_touch"] == "2026-03-05T10:00:00-05:00"'

case_ 'understood without a desk'
run --db "$work/none.db" ooo --dry-run --json "$here/mail/mexico.eml"
expect_status 0
expect_json 'len(rows) == 1 and rows[0]["id"] == "mexico" and rows[0]["kind"] == "ooo"'
expect_json 'rows[0]["back"] == "2026-03-09" and rows[0]["reason"] == "vacation"'
expect_json 'rows[0]["place"] == "Mexico" and rows[0]["cover"] == []'
expect_json 'rows[0]["first_day"] is None'
expect_json '"March 9" in rows[0]["evidence"]["back"] and "Mexico" in rows[0]["evidence"]["place"]'
[ ! -e "$work/none.db" ] || fail 'a dry run made a desk'

case_ 'the auto-reply moves the call'
run ooo "$here/mail/mexico.eml"
expect_status 0
expect_err '1 read: 1 started'
run due --until 2026-03-31 --json
expect_status 0
expect_json 'len(rows) == 2'
expect_json 'rows[0]["channel"] == "email" and rows[0]["due"] == "2026-03-02"'
expect_json 'rows[0]["contact"] == "Dana Whitfield" and "Mexico" in rows[0]["draft"]'
expect_json '[r for r in rows if r["channel"] == "call" and r["due"] < "2026-03-09"] == []'
expect_json "rows[1]['id'] == '$call' and rows[1]['due'] == '2026-03-10T10:00:00-04:00'"
expect_json 'rows[1]["cause"] == "return" and "Mexico" in rows[1]["opener"]'
expect_json 'rows[1]["purpose"] == "pricing"'
run show dana --json
expect_json 'rows[0]["away_until"] == "2026-03-09"'

case_ 'the same message again does nothing'
cp "$TOUCHBASE_DB" "$work/before.db"
run ooo "$here/mail/mexico.eml"
expect_status 0
expect_err '0 started'
expect_err '1 known'
cmp -s "$TOUCHBASE_DB" "$work/before.db" || fail 'the desk was written to'

case_ 'undo gives the planned call back'
good undo
expect_out 'taken back: absence of Dana Whitfield'
run due --json
expect_json "len(rows) == 1 and rows[0]['id'] == '$call' and rows[0]['due'] == '2026-03-05T10:00:00-05:00'"
expect_json 'rows[0]["opener"] is None and rows[0]["cause"] == "hand"'
good redo
run due --json
expect_json 'len(rows) == 2'

case_ 'a wedding gives a card today'
run ooo "$here/mail/wedding.eml"
expect_status 0
run due --json
expect_json '[r["due"] for r in rows if r["contact"] == "Lena Vogt" and r["channel"] == "card"] == ["2026-03-02"]'

case_ 'a funeral gives a sympathy card today and nothing else before three working days after the return'
run touch 王小明 letter 2026-03-04 catalogue
run touch 王小明 call '2026-03-06 09:00' offer
run ooo "$here/mail/funeral.eml"
expect_status 0
run due --json
expect_json '[(r["channel"], r["due"]) for r in rows if r["contact"] == "王小明" and r["due"] < "2026-03-13"] == [("card", "2026-03-02")]'
expect_json 'sorted(r["channel"] for r in rows if r["contact"] == "王小明" and r["due"] >= "2026-03-13") == ["call", "letter"]'
expect_json '[r["due"] for r in rows if r["contact"] == "王小明" and r["channel"] == "call"] == ["2026-03-13T09:00:00-04:00"]'

case_ 'the calendar, read by python3-icalendar'
good export out.ics
expect_err 'reminders in out.ics'
"$PYTHON" "$here/events.py" out.ics >events 2>"$work/err" || fail 'it cannot be read'
cp events "$work/out"
expect_out '2026-03-10 10:00 | Call Dana Whitfield (Northwind Controls): pricing | -900 | TRANSPARENT'
expect_out '2026-03-13 09:00 | Call 王小明 (东方泵业): offer | -900 | TRANSPARENT'
grep -Eq '^2026-03-02 \| Write a card to Lena Vogt .* \| -54000 \| TRANSPARENT$' events || fail 'no card today'
run due --json
[ "$(json_value 'len(rows)')" -eq "$(wc -l <events)" ] || fail 'not every touch is in the calendar'

case_ 'the same desk and clock give the same bytes'
good export again.ics
cmp -s out.ics again.ics || fail 'they differ'
good export -
cmp -s "$work/out" out.ics || fail 'the file and standard output differ'

case_ 'the calendar, read by khal'
mkdir -p khal "$HOME/khal"
cat >khal.conf <<END
[calendars]
[[desk]]
path = $work/khal
[sqlite]
path = $work/khal.db
[locale]
local_timezone = America/Toronto
default_timezone = America/Toronto
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
END
khal -c khal.conf import --batch out.ics >"$work/out" 2>"$work/err" || fail 'khal does not take it'
khal -c khal.conf list --format '{start-long}|{title}|{alarm-symbol}' --day-format '' 2026-03-01 2026-04-01 \
    >"$work/out" 2>"$work/err" || fail 'khal cannot list it'
expect_out '2026-03-10 10:00|Call Dana Whitfield (Northwind Controls): pricing|'
expect_out '2026-03-13 09:00|Call 王小明 (东方泵业): offer|'
[ "$(grep -c '|' "$work/out")" -eq "$(wc -l <events)" ] || fail 'khal has another number of events'
grep '|Call Dana' "$work/out" | grep -q '|$' && fail 'khal sees no alarm'

case_ 'tasks on request'
good export --tasks tasks.ics
grep -q 'BEGIN:VTODO' tasks.ics || fail 'no tasks'
if grep -q 'BEGIN:VEVENT' tasks.ics; then fail 'events among the tasks'; fi
passed
