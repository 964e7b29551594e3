#!/bin/sh
# Planning, listing, finishing.
. "$(dirname "$0")/lib.sh"
fresh_desk

case_ 'WHEN as people type it'
for row in 'fri|2026-03-06' 'tomorrow 2pm|2026-03-03T14:00:00-05:00' '+3d|2026-03-05' 'in 2 weeks|2026-03-16' \
    '2027-01-06 09:30|2027-01-06T09:30:00-05:00' 'end of month|2026-03-31' 'fri 3|2026-03-06T15:00:00-05:00' \
    'mon|2026-03-09' '8:00|2026-03-03T08:00:00-05:00' '2026-07-01 9:00|2026-07-01T09:00:00-04:00'; do
    when=${row%|*}
    due=${row#*|}
    run touch --json lena call "$when"
    expect_status 0
    expect_json "rows[0]['due'] == '$due'"
    good undo
done

case_ 'a line in plain words, or quoted'
run touch --json lena call tue 2pm offer for the pump
expect_json 'rows[0]["due"] == "2026-03-03T14:00:00-05:00" and rows[0]["purpose"] == "offer for the pump"'
run touch --json lena call fri '2 pumps'
expect_json 'rows[0]["due"] == "2026-03-06" and rows[0]["purpose"] == "2 pumps"'
run touch --json lena 'call' 'next tue 9:30' contract
expect_json 'rows[0]["due"] == "2026-03-03T09:30:00-05:00" and rows[0]["purpose"] == "contract"'
run touch --json lena card
expect_json 'rows[0]["due"] == "2026-03-02" and rows[0]["purpose"] is None'
run touch --json --promise 王小明 visit 2026-03-12 14:00
expect_json 'rows[0]["promise"] is True and rows[0]["contact"] == "王小明"'
run touch --json 王小明 '!call' 2026-03-20
expect_json 'rows[0]["promise"] is True and rows[0]["channel"] == "call"'

case_ 'past the pace it warns, and does what it was told'
run touch --json dana call 2026-03-04 first
expect_status 0
run touch --json dana call 2026-03-05 second
expect_status 0
expect_json 'rows[0]["due"] == "2026-03-05"'
expect_err 'more than 1 call in 7 days'

case_ 'a tag has a pace of its own, and the last days are shown past it'
good got lena email 'about the pump'
good touch lena call wed first
run touch lena call thu second
expect_err 'more than 1 call in 7 days'
expect_err '14 days .............E  1 email (capital: they reached you)'
mkdir -p "$XDG_CONFIG_HOME/touchbase"
printf '[rules vip]\npace_calls = 9\npace_touches = 9\n' >"$XDG_CONFIG_HOME/touchbase/plays.ini"
good tag lena vip
run touch lena call fri third
expect_no_err
rm "$XDG_CONFIG_HOME/touchbase/plays.ini"

case_ 'an item is brought once'
run item
expect_no_out
run item 'Six ways to cut scrap, https://example.com/six, less waste, #metal'
expect_out '0 times  Six ways to cut scrap, https://example.com/six, less waste, #metal'
expect_no_err
run item Spring offer
expect_err 'what does it do for the reader?'
run touch --json 王小明 email fri +
expect_json 'rows[0]["purpose"] == "Spring offer"'
run touch 王小明 email mon +spr
expect_status 3
expect_err 'no item "spr" that they have not had'
good tag 王小明 metal
run touch --json 王小明 email mon +
expect_json 'rows[0]["purpose"] == "Six ways to cut scrap"'
run item --json
expect_json 'rows[0]["given"] == 1 and rows[0]["gain"] == "less waste" and rows[0]["channel"] is None'
good undo
run item --json
expect_json 'rows[0]["given"] == 0'
run item ,
expect_status 2

case_ 'what is no WHEN, channel or person'
run touch dana call 2026-02-30 x
expect_status 2
run touch dana call 'when back'
expect_status 3
run touch dana shout fri
expect_status 2
expect_err '"shout" is no channel'
run touch dana call 3/4
expect_status 4
expect_err '3'
run touch nobody call fri
expect_status 3
expect_err 'nobody on the desk is called "nobody"'

case_ 'late ones first, whole days of today behind them'
rm -f "$TOUCHBASE_DB"
good import "$here/people.vcf"
good touch dana call '2026-03-02 08:00' late-today
good touch lena card 2026-03-02 today-whole
good touch 王小明 call 2026-02-20 late-day
good touch lena email '2026-03-02 17:00' later-today
good touch dana letter 2026-04-01 april
run due --json
expect_json '[r["purpose"] for r in rows] == ["late-day", "late-today", "today-whole", "later-today", "april"]'
expect_json '[r["late"] for r in rows] == [True, True, False, False, False]'
run due --until 2026-03-31 --json
expect_json '[r["purpose"] for r in rows][-1] == "later-today"'
run due --until '2026-03-02 16:59' --json
expect_json 'len(rows) == 3'
run due --until today --json
expect_json 'len(rows) == 4'
run due --until nonsense
expect_status 2
run due
expect_out 'Wed 1 Apr'
expect_out 'letter     Dana Whitfield (Northwind Controls): april'

case_ 'finishing says what may come next and plans nothing by itself'
run due --json
call=$(json_value '[r["id"] for r in rows if r["purpose"] == "late-day"][0]')
run done "$call" --outcome voicemail --json
expect_status 0
expect_json 'rows[0]["outcome"] == "voicemail" and rows[0]["done"] == "2026-03-02T09:00:00-05:00"'
expect_err 'touchbase: Next: '
expect_err '(proposed, not planned)'
run due --json
expect_json 'len(rows) == 4'
run done "$call"
expect_status 1
expect_err 'finished before: voicemail'

case_ 'with the next touch in one step'
run due --json
call=$(json_value '[r["id"] for r in rows if r["purpose"] == "late-today"][0]')
run done "$(printf %.8s "$call")" --next 'call fri 2pm contract'
expect_status 0
run due --json
expect_json '[r["due"] for r in rows if r["purpose"] == "contract"] == ["2026-03-06T14:00:00-05:00"]'
expect_json '[r for r in rows if r["purpose"] == "late-today"] == []'
good undo
run due --json
expect_json '[r for r in rows if r["purpose"] == "contract"] == []'
expect_json 'len([r for r in rows if r["purpose"] == "late-today"]) == 1'

case_ 'outcomes fit their channel'
run due --json
card=$(json_value '[r["id"] for r in rows if r["channel"] == "card"][0]')
run done "$card" --outcome reached
expect_status 2
expect_err '"reached" is no outcome of a touch by card: '
expect_err 'written posted'
run done "$card" --outcome dropped
expect_status 2
run done "$card"
expect_status 0

case_ 'which touch'
run done 123
expect_status 2
run done 00000000-0000-4000-8000-000000000000
expect_status 3
passed

case_ 'after three words unreturned another approach is proposed'
rm -f "$TOUCHBASE_DB"
good add 'Jo Lindqvist, Kessler, jo@kessler.example'
for day in 02 09 16; do
    run --now "2026-02-$day 10:00" touch --json jo call today pricing
    good --now "2026-02-$day 10:05" done "$(json_value 'rows[0]["id"]')" --outcome voicemail
    refuse_err 'unreturned'
done
run --now '2026-02-18 09:00' touch --json jo call today pricing
call=$(json_value 'rows[0]["id"]')
good --now '2026-02-18 09:05' done "$call" --outcome no-answer
refuse_err 'unreturned'
good --now '2026-02-18 09:06' undo
good --now '2026-02-19 09:05' done "$call" --outcome no-answer
expect_err '3 unreturned; next: reference: who do you both know?'
expect_err '(tried: message 2 Feb, message 9 Feb, message 16 Feb)'
expect_err 'Next: call 2026-02-20 reference (proposed, not planned)'
run --now '2026-02-20 09:00' touch --json jo call today 'reference Mike Kincaid'
good --now '2026-02-20 09:00' done "$(json_value 'rows[0]["id"]')" --outcome voicemail
run --now '2026-02-20 09:00' touch --json jo call today 'advocate Mike Kincaid'
good --now '2026-02-20 09:00' done "$(json_value 'rows[0]["id"]')" --outcome voicemail
good item Six ways to cut scrap, less waste
run --now '2026-02-25 09:00' touch --json jo call today pricing
good --now '2026-02-25 09:00' done "$(json_value 'rows[0]["id"]')" --outcome busy
expect_err '5 unreturned; next: value item, Six ways to cut scrap'
expect_err 'Next: email 2026-02-26 +Six ways to cut scrap (proposed, not planned)'
good --now '2026-02-25 10:00' got jo call 'they rang back'
run --now '2026-02-26 09:00' touch --json jo call today pricing
good --now '2026-02-26 09:00' done "$(json_value 'rows[0]["id"]')" --outcome busy
refuse_err 'unreturned'
