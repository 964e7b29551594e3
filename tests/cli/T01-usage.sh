#!/bin/sh
# Words and options: what is wrong with them is said, with what was probably meant, and ends with 2.
. "$(dirname "$0")/lib.sh"

case_ 'an unknown command'
run chekc
expect_status 2
expect_no_out
expect_err 'there is no command "chekc"; did you mean "check"?'
run frobnicate
expect_status 2
expect_err 'there is no command "frobnicate"'
refuse_err 'did you mean'

case_ 'an unknown option'
run due --josn
expect_status 2
expect_err 'there is no option "--josn"; did you mean "--json"?'
run due -z
expect_status 2
expect_err 'there is no option "-z"'

case_ 'an option of another command'
run due --update
expect_status 2
expect_err '--update is no option of "touchbase due"'

case_ 'values'
run due --until
expect_status 2
expect_err '--until needs a value: --until WHEN'
run due --json=yes
expect_status 2
expect_err '--json takes no value'

case_ 'too few and too many words'
run note dana
expect_status 2
expect_err 'touchbase note WHO TEXT|-'
run backup
expect_status 2
run backup a b
expect_status 2
expect_err 'too many words'
run undo now
expect_status 2

case_ 'an impossible clock'
for clock in '2026-02-30 09:00' '2026-03-02 25:00' yesterday '2026-03-02'; do
    run --now "$clock" due
    expect_status 2
    expect_err "\"$clock\" is no moment; write it as YYYY-MM-DD HH:MM"
done

case_ 'none of these made a desk'
[ ! -e "$TOUCHBASE_DB" ] || fail 'there is a desk'

case_ 'the full screen needs a terminal'
run
expect_status 2
expect_no_out
expect_err 'needs a terminal'
run --demo
expect_status 2
[ ! -e "$TOUCHBASE_DB" ] || fail 'there is a desk'

case_ 'version and help'
good --version
grep -Eq '^touchbase [0-9]+\.[0-9]+\.[0-9]+$' "$work/out" || fail 'no version'
good -V
good --help
for command in add backup check done due export help import note ooo redo search show touch undo; do
    expect_out "  $command"
done
cp "$work/out" "$work/help"
good help
cmp -s "$work/out" "$work/help" || fail 'help and --help differ'
for command in add backup check done due export import note ooo redo search show touch undo; do
    good help "$command"
    expect_out "touchbase $command"
    cp "$work/out" "$work/help"
    good "$command" --help
    cmp -s "$work/out" "$work/help" || fail "help $command and $command --help differ"
done
run help nothing
expect_status 2

case_ 'options stand anywhere, values behind = or blank, -- ends them'
fresh_desk
run --json search dana
expect_json 'len(rows) == 1'
run search dana --json
expect_json 'len(rows) == 1'
run search --db="$TOUCHBASE_DB" --json dana
expect_json 'len(rows) == 1'
run search --db "$work/none.db" dana
expect_status 1
run note -- dana --json is a word here
expect_status 0
run show dana
expect_out '--json is a word here'

case_ 'the last of two counts'
run --db "$work/none.db" --db "$TOUCHBASE_DB" show dana
expect_status 0

case_ 'an empty variable is none'
TOUCHBASE_NOW='' run due
expect_status 0
passed
