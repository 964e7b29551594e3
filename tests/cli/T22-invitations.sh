#!/bin/sh
# Invitations and other calendars taken in as touches: once, again, changed, cancelled, and what is wrong with them.
. "$(dirname "$0")/lib.sh"
fresh_desk
good add 'Vera Kolb, Northwind, vera@northwind.example, #prospect'
good add 'Uta Ruis, Brio, uta@brio.example, #prospect'

# event UID LINE ...
event() {
    printf 'BEGIN:VEVENT\r\nUID:%s\r\n' "$1"
    shift
    printf '%s\r\n' "$@" END:VEVENT
}

calendar() {
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n'
    cat
    printf 'END:VCALENDAR\r\n'
}

review() {
    event review SUMMARY:"$1" "DTSTART:$2" 'ORGANIZER;CN=D.:mailto:Vera@Northwind.example' 'LOCATION:Room 4'
}

case_ 'a dry run shows what would be done and stores nothing'
{
    review Review 20260310T140000Z
    event phone 'SUMMARY:Phone Uta Ruis about prices' 'DTSTART;TZID=Europe/Berlin:20260311T160000'
    event who 'SUMMARY:Lunch' 'DTSTART;VALUE=DATE:20260312' 'ATTENDEE;CN=Ruth Bell:mailto:ruth@bell.example'
    event past 'SUMMARY:Visit Uta Ruis' 'DTSTART;VALUE=DATE:20260227'
} | calendar >meeting.ics
good import --dry-run meeting.ics
expect_out 'new        Tue 10 Mar 10:00  visit      Vera Kolb  Review (Room 4)'
expect_out 'new        Wed 11 Mar 11:00  call       Uta Ruis  Phone Uta Ruis about prices'
expect_out 'nobody     Thu 12 Mar'
expect_out 'over       Fri 27 Feb'
expect_err 'Lunch: nobody in it is on the desk; --for WHO says whose it is, --add adds who is named'
expect_err '2 planned, 0 changed, 0 dropped as cancelled, 0 known with nothing new, 1 over, 1 of nobody on the desk; nothing was stored'
good due
expect_no_out

case_ 'taken in it is one step; a meeting both know of is a promise'
good import meeting.ics
good due --json
expect_out '"due":"2026-03-10T10:00:00-04:00"'
expect_out '"promise":true'
good undo
expect_out 'import of meeting.ics'
good due
expect_no_out
good import meeting.ics

case_ 'a second time changes nothing, and makes no step'
good import meeting.ics
expect_err '0 planned, 0 changed, 0 dropped as cancelled, 2 known'
good undo --list
[ "$(grep -c 'import of meeting' "$work/out")" -le 2 ] || fail 'a step was made where nothing changed'

case_ 'who is named is added on request, or said'
good import --add meeting.ics
expect_out 'Ruth Bell (new)'
good show ruth@bell.example
expect_out 'Lunch'
good undo
good import --for Vera meeting.ics
good due
expect_out 'Lunch'

case_ 'the same UID moves its touch'
review 'Second review' 20260317T150000Z | calendar >meeting.ics
good import meeting.ics
expect_out 'changed    Tue 17 Mar 11:00'
good due
expect_out 'Second review (Room 4)'
refuse_out 'Tue 10 Mar'

case_ 'a cancelled one ends its touch'
{ echo METHOD:CANCEL; review 'Second review' 20260317T150000Z; } | calendar >meeting.ics
good import meeting.ics
expect_out 'cancelled  Tue 17 Mar 11:00'
good due
refuse_out review

case_ 'a touch of the desk that comes back from a calendar is that touch'
good touch Uta call '5 mar 10:00' prices
good export own.ics
good import own.ics
expect_err '0 planned, 0 changed'

case_ 'out of a pipe, with its format said'
event piped 'SUMMARY:Coffee with Uta Ruis' 'DTSTART;VALUE=DATE:20260320' | calendar >pipe
run_in pipe import --format ics -
expect_status 0
expect_out 'new        Fri 20 Mar'

case_ 'what is wrong with it is said, and nothing is stored'
echo 'no calendar' >bad.ics
run import bad.ics
expect_status 1
expect_err 'bad.ics: it is no calendar (.ics)'
truncate -s 100M huge.ics
run import huge.ics
expect_status 1
expect_err 'larger than'
run import none.ics
expect_status 3
expect_err 'none.ics'
run import --update meeting.ics
expect_status 2
run import --dry-run people.vcf
expect_status 2
event odd 'SUMMARY:Call Uta Ruis' 'DTSTART;TZID=Nowhere/Land:20260325T100000' | calendar >odd.ics
good import odd.ics
expect_err 'Call Uta Ruis: nobody knows the zone Nowhere/Land; its hour is taken as here'
expect_out 'Wed 25 Mar 10:00'
