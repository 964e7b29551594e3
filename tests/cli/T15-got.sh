#!/bin/sh
# What reached me, from the shell: the clock, who comes into play, the return call.
. "$(dirname "$0")/lib.sh"

case_ 'a person at rest comes into play, and the clock is reset'
good add 'Ana Ruiz, Brío, ana@brio.example, #rest'
run got --json ana voicemail wants the catalogue
expect_status 0
expect_json 'rows[0]["direction"] == "in" and rows[0]["channel"] == "voicemail" and rows[0]["done"] is not None'
run show --json ana
expect_json 'rows[0]["stage"] == "lead" and rows[0]["last_contact"] == "2026-03-02T09:00:00-05:00"'
expect_json '[e.get("text") for e in rows[0]["timeline"] if e["kind"] == "note"] == ["wants the catalogue"]'
run show ana
expect_out 'they left a voicemail'
good undo
expect_out 'Ana Ruiz left a voicemail'
run show --json ana
expect_json 'rows[0]["stage"] == "rest" and rows[0]["timeline"] == []'

case_ 'a missed call is no real contact'
good got ana missed
run show --json ana
expect_json 'rows[0]["last_contact"] is None and rows[0]["stage"] == "lead"'

case_ 'no kind is a call; the text may come from a pipe'
good got ana 'about the price'
printf 'two lines\n"we need it"\n' >text
run_in text got ana mail -
expect_status 0
run show --json ana
expect_json '[e["text"] for e in rows[0]["timeline"] if e["kind"] == "note"] == ["two lines\n\"we need it\"", "about the price"]'
run show ana
expect_out 'they rang'
expect_out 'they wrote a mail'

case_ 'wrong use'
run got
expect_status 2
run got nobody
expect_status 3

case_ 'a return call that is pending stays, and is listed'
good add 'Dana Whitfield, Northwind, dana.whitfield@northwind.example, #prospect'
good touch dana call '2026-03-05 10:00' second item
good ooo "$here/mail/mexico.eml"
run show --json dana
expect_json '[t["cause"] for t in rows[0]["pending"]].count("return") == 1'
TOUCHBASE_NOW='2026-03-04 11:00'
run got dana missed
expect_no_err
run got dana back already
expect_status 0
expect_err 'the return call on Tue 10 Mar 10:00, second item stays; whether it is done is listed under To confirm'
run show --json dana
expect_json '[t["cause"] for t in rows[0]["pending"]].count("return") == 1'
printf 'gi Enter 1 x Enter\n' >keys
run --keys keys --screen -
expect_status 0
run show --json dana
expect_json '[t["cause"] for t in rows[0]["pending"]].count("return") == 0'
expect_json '[(e["direction"], e["outcome"]) for e in rows[0]["timeline"] if e["kind"] == "touch" and e["cause"] == "return"] == [("in", "reached")]'
run show dana
expect_out 'return call, they were first: second item'
good check
passed
