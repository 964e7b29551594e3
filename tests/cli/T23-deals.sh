#!/bin/sh
# Deals from a shell: put on the desk, won, taken back.
. "$(dirname "$0")/lib.sh"
fresh_desk
good add 'Ana Ruiz, Acme, ana@acme.example'

case_ 'an open deal, then won: the same one, and a customer'
good deal ana 4800
expect_out 'open  4800  Ana Ruiz'
good deal ana 4800 won
expect_out 'won  4800  Ana Ruiz'
good deal ana 4800 delivered --json
expect_out '"state":"delivered"'
expect_out '"amount_hundredths":480000'
good show ana --json
expect_out '"stage":"customer"'

case_ 'undo takes back one step'
good undo
good undo
expect_out 'deal with Ana Ruiz: 4800 won'
good show ana --json
expect_out '"stage":"lead"'

case_ 'what cannot be understood is said, and no desk is made for it'
run deal ana much
expect_status 2
expect_err '"much" is no amount'
run deal ana 4800 gone
expect_status 2
expect_err 'won, delivered, lost'
run deal nobody 4800
expect_status 3
passed
