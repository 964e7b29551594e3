#!/bin/sh
# Days off out of a calendar file: the landing day passes over them, and what is wrong with the file is said.
. "$(dirname "$0")/lib.sh"
fresh_desk
mkdir -p "$XDG_CONFIG_HOME/touchbase"
settings=$XDG_CONFIG_HOME/touchbase/touchbase.conf

event() {
    printf 'BEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:off\r\n' "$1"
    shift
    printf '%s\r\n' "$@" END:VEVENT
}

calendar() {
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n'
    event a 'DTSTART;VALUE=DATE:20200310' 'RRULE:FREQ=YEARLY'
    event b "DTSTART;VALUE=DATE:$1"
    printf 'END:VCALENDAR\r\n'
}

# What is due once she is away; the absence is taken back again.
lands() {
    good ooo "$here/mail/mexico.eml"
    good due
    cp out due
    good undo
    cp due out
}

case_ 'back on Monday the 9th: the call lands on Tuesday'
lands
expect_out '10 Mar'

case_ 'Tuesday is a day off, by a rule of years ago, and Wednesday too'
calendar 20260311 >off.ics
echo "holidays_file = $work/off.ics" >"$settings"
lands
refuse_out '10 Mar'
refuse_out '11 Mar'
expect_out '12 Mar'

case_ 'a file that changed counts as it is now'
calendar 20260312 >off.ics
lands
expect_out '11 Mar'

case_ 'with those of the settings'
printf 'holidays = 2026-03-11\nholidays_file = %s/off.ics\n' "$work" >"$settings"
lands
expect_out '13 Mar'

case_ 'what is wrong with it is said, and the desk goes on'
echo 'no calendar' >off.ics
run due
expect_status 0
expect_err 'off.ics: it is no calendar (.ics); its days off are not counted'
rm off.ics
run due
expect_status 0
expect_err 'off.ics'
{ printf 'BEGIN:VCALENDAR\r\n'; event c 'DTSTART;VALUE=DATE:19900101' 'RRULE:FREQ=DAILY'; echo END:VCALENDAR; } >off.ics
run due
expect_status 0
expect_err 'it names more than 40000 days'
passed
