#!/bin/sh
# Left the company: who took over is named from the shell and keeps the history.
. "$(dirname "$0")/lib.sh"


case_ 'she left, with a matter pending'
good add 'Dana Whitfield, Northwind, dana@northwind.example, #prospect'
good note dana wants the second item
good touch dana call fri pricing
cat >left.eml <<'END'
From: Dana Whitfield <dana@northwind.example>
Subject: Automatic reply: pricing
Date: Mon, 02 Mar 2026 09:00:00 -0500
Message-ID: <left-1@northwind.example>
Auto-Submitted: auto-replied

I am no longer with Northwind. Please ring the office.
END
good ooo left.eml
run show dana
expect_out 'left the company; nobody is named who took over'

case_ 'WHO must be one person'
run add 'Sam Poe' --succeeds nobody
expect_status 3
run add '' --succeeds dana
expect_status 2
run note dana x --succeeds dana
expect_status 2

case_ 'the successor is named'
run add --json 'Sam Poe, sam@northwind.example' --succeeds dana
expect_status 0
expect_json 'rows[0]["name"] == "Sam Poe" and rows[0]["company"] == "Northwind" and rows[0]["stage"] == "lead"'
expect_err 'Sam Poe is a new contact at Northwind; 1 pending touch goes over; Dana Whitfield becomes former'
run show --json sam
expect_json '[t["purpose"] for t in rows[0]["pending"]] == ["pricing"]'
expect_json '[p["name"] for p in rows[0]["succeeds"]] == ["Dana Whitfield"] and rows[0]["successor"] is None'
expect_json '{e["with"] for e in rows[0]["timeline"]} == {"Dana Whitfield"}'
expect_json '[e["text"] for e in rows[0]["timeline"] if e["kind"] == "note"] == ["wants the second item"]'
good note sam said hello
run show --json sam
expect_json '[e["with_id"] for e in rows[0]["timeline"] if e.get("text") == "said hello"] == [None]'
run show sam
expect_out 'took over from Dana Whitfield'
expect_out 'with Dana Whitfield: wants the second item'
refuse_out 'with Dana Whitfield: said hello'
run show --json dana
expect_json 'rows[0]["stage"] == "former" and rows[0]["successor"]["name"] == "Sam Poe"'
expect_json '"said hello" not in [e.get("text") for e in rows[0]["timeline"]]'
run search --json second item
expect_json '[r["name"] for r in rows] == ["Dana Whitfield"]'

case_ 'once, and not in a circle'
run add 'Kim Doe' --succeeds dana
expect_status 1
expect_err 'Sam Poe took over from Dana Whitfield already'
run add 'Dana Whitfield' --succeeds sam
expect_status 1
expect_err 'Dana Whitfield was there before Sam Poe'
run search kim
expect_no_out

case_ 'without a matter the first call is proposed'
run add 'Kim Doe' --succeeds sam
expect_err '1 pending touch goes over'
good undo
expect_out 'Kim Doe took over from Sam Poe'
good undo
good undo
run show --json dana
expect_json 'rows[0]["successor"] is None and rows[0]["stage"] == "prospect"'
good add 'Ed Fox, Acme'
run add 'Al Low' --succeeds ed
expect_err 'Next: call Tue 3 Mar, first call, took over from Ed Fox (proposed, not planned)'
good check
passed
