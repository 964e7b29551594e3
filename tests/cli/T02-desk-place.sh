#!/bin/sh
# Where the desk lies, who may read it, and who makes it.
. "$(dirname "$0")/lib.sh"

mode() {
    stat -c %a "$1"
}

case_ 'a command that looks makes none'
for command in 'due' 'search dana' 'show dana' 'check' 'backup copy.db' 'export out.ics' 'undo --list'; do
    # shellcheck disable=SC2086
    run $command
    expect_status 1
    expect_err "$TOUCHBASE_DB"
    [ ! -e "$TOUCHBASE_DB" ] || fail "$command made a desk"
done
[ ! -e copy.db ] && [ ! -e out.ics ] || fail 'a file was written'

case_ 'a command that writes does, for its owner alone'
good add 'Ana Ruiz, Brío'
[ "$(mode "$TOUCHBASE_DB")" = 600 ] || fail "the desk has mode $(mode "$TOUCHBASE_DB")"

case_ 'the usual place'
unset TOUCHBASE_DB
good add 'Ana Ruiz, Brío'
desk=$XDG_DATA_HOME/touchbase/desk.db
[ "$(mode "$desk")" = 600 ] || fail "the desk has mode $(mode "$desk")"
[ "$(mode "$XDG_DATA_HOME/touchbase")" = 700 ] || fail 'the folder is open to others'
XDG_DATA_HOME='' good add 'Ben Ode'
[ -f "$HOME/.local/share/touchbase/desk.db" ] || fail 'no desk below ~/.local/share'

case_ '--db counts over TOUCHBASE_DB'
TOUCHBASE_DB=$work/other.db good add --db "$work/third.db" 'Cy Young'
[ -f "$work/third.db" ] || fail 'no desk at --db'
[ ! -e "$work/other.db" ] || fail 'a desk at TOUCHBASE_DB'

case_ 'no home'
HOME='' XDG_DATA_HOME='' run due
expect_status 1
expect_err 'name one with --db'

case_ 'a file that is no desk stays as it is'
printf 'dear diary\n' >"$work/diary.txt"
cp "$work/diary.txt" "$work/diary.copy"
run --db "$work/diary.txt" add 'Ana Ruiz'
expect_status 1
expect_err "$work/diary.txt"
cmp -s "$work/diary.txt" "$work/diary.copy" || fail 'it was changed'
: >"$work/empty.db"
run --db "$work/empty.db" add 'Ana Ruiz'
expect_status 1
[ ! -s "$work/empty.db" ] || fail 'an empty file was written to'

case_ 'a folder where the desk should be'
mkdir "$work/folder"
run --db "$work/folder" add 'Ana Ruiz'
expect_status 1
expect_err "$work/folder"

case_ 'settings with a mistake name file and line'
mkdir -p "$XDG_CONFIG_HOME/touchbase"
printf '# mine\nalarm_minutes = soon\n' >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
run --db "$work/third.db" due
expect_status 1
expect_err 'touchbase.conf:2: alarm_minutes is a whole number from 0 to 10080, not "soon"'
printf 'alarm_minuts = 5\n' >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
run --db "$work/third.db" due
expect_status 1
expect_err 'touchbase.conf:1: there is no setting "alarm_minuts"; did you mean "alarm_minutes"?'
printf 'alarm_minutes = 5\n' >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
good --db "$work/third.db" due

case_ 'own plays with a mistake likewise, but for who only looks'
good --db "$work/third.db" add 'Ana Ruiz'
good --db "$work/third.db" touch ana call fri offer
printf '[vacation]\n\nreturn_call = perhaps\n' >"$XDG_CONFIG_HOME/touchbase/plays.ini"
run --db "$work/third.db" touch ana call mon more
expect_status 1
expect_err 'plays.ini:3:'
for command in due 'show ana' 'search ana' 'export -' check; do
    run --db "$work/third.db" $command
    expect_status 0
    expect_err 'plays.ini:3:'
    expect_err 'the plays that come with touchbase stand'
done
run --db "$work/third.db" due
expect_out 'offer'
refuse_out 'more'
passed
