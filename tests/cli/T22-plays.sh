#!/bin/sh
# The plays in force: what is built in, what an own file changes, and every mistake with its file and line.
. "$(dirname "$0")/lib.sh"
mkdir -p "$XDG_CONFIG_HOME/touchbase"
own=$XDG_CONFIG_HOME/touchbase/plays.ini

case_ 'all that is built in says so, without a desk'
good plays
expect_out 'wedding          absence              built in'
expect_out 'new lead         hand                 built in'
expect_out '    letter     10 days                      + something of value'
expect_out '    call       1 working day after back'
[ "$(grep -c '^[^ ].* built in$' out)" -ge 20 ] || fail 'each play says where it comes from'
[ ! -e "$TOUCHBASE_DB" ] || fail 'a desk was made'

case_ 'an own file lies on top, by name'
printf '[play fair]\ntrigger = hand\ntouch = call, 2 working days, the fair\n[play WON]\ntouch = letter, today, thanks\n' >"$own"
good plays
expect_out "fair             hand                 $own:3"
expect_out "won              won                  $own:5"
expect_out '    letter     today                        thanks'
refuse_out 'confirm the order'
expect_out 'delivered        delivered            built in'

case_ 'a mistake is named with its file and line'
printf '[play fair]\ntrigger = hand\ntouch = smoke, today, x\n' >"$own"
run plays
expect_status 1
expect_err "$own:3: touch must be \"CHANNEL, WHEN, PURPOSE\""
passed
