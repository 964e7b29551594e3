#!/bin/sh
# The likely blocker (rule 11): noted, shown, taken away.
. "$(dirname "$0")/lib.sh"

case_ 'noted and shown'
good add 'Ana Ruiz, Brio, ana@brio.example'
good blocker ana waiting on a third party
expect_no_out
good show ana
expect_out 'likely   waiting on a third party'
good show ana --json
expect_json 'rows[0]["blocker"] == "third party"'

case_ 'what makes no sense changes nothing'
run blocker ana stubborn
expect_status 2
expect_err 'is no blocker: busy, answer'
run blocker nobody busy
expect_status 3
good show ana --json
expect_json 'rows[0]["blocker"] == "third party"'

case_ 'taken away, and back'
good blocker ana none
good show ana --json
expect_json 'rows[0]["blocker"] is None'
good undo
good show ana --json
expect_json 'rows[0]["blocker"] == "third party"'

passed
