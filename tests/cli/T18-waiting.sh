#!/bin/sh
# What reached me waits until it is answered (rule 17), and the mails a mail program hands over.
. "$(dirname "$0")/lib.sh"

case_ 'nothing waits'
good add 'Ana Ruiz, Brío, ana@brio.example, +1 555 010 7788, #customer'
run waiting
expect_status 0
expect_no_out
run status
expect_out '0 late  0 today  1 no next step'

case_ 'one row a person with a count, a caller nobody knows, one without a number; oldest first'
TOUCHBASE_NOW='2026-03-02 09:10'
good got '+49 30 998877' missed
expect_err 'nobody on the desk is known by that'
good got 5550107788 voicemail wants the catalogue
good got '' missed
TOUCHBASE_NOW='2026-03-02 10:10'
good got ana message 'and the price'
good got '+49 30 998877' voicemail ring me back
run waiting --json
expect_json '[(r["contact"], r["caller"], r["kind"], r["count"]) for r in rows] == [(None, "+49 30 998877", "missed", 2), ("Ana Ruiz", None, "voicemail", 2), (None, None, "missed", 1)]'
expect_json 'rows[1]["text"] == "wants the catalogue" and rows[1]["at"] == "2026-03-02T09:10:00-05:00"'
run waiting
expect_out 'voicemail  Ana Ruiz (Brío): wants the catalogue  (2 in all)'
expect_out 'missed     unknown'
run status
expect_out '0 late  0 today  3 waiting (oldest 1 h)  1 no next step'
run status --json
expect_json 'rows[0]["waiting"] == 3 and rows[0]["waiting_since"] == "2026-03-02T09:10:00-05:00"'

case_ 'a word that is no number is a mistake, not a caller'
run got anna missed
expect_status 3

case_ 'red after four working hours, not before'
TOUCHBASE_NOW='2026-03-02 13:10'
run waiting --json
expect_json '[r["late"] for r in rows] == [False, False, False]'
TOUCHBASE_NOW='2026-03-02 13:11'
run waiting --json
expect_json '[r["late"] for r in rows] == [True, True, True]'

case_ 'a message left does not answer, and a call that reached does; undo brings the waiting back'
good touch --json ana call today
touch=$(json_value 'rows[0]["id"]')
good 'done' "$touch" --outcome voicemail
run waiting --json
expect_json '[r["count"] for r in rows] == [2, 2, 1]'
good touch --json ana call today
touch=$(json_value 'rows[0]["id"]')
good 'done' "$touch" --outcome reached
run waiting --json
expect_json '[r["contact"] for r in rows] == [None, None]'
good undo
run waiting --json
expect_json '[r["count"] for r in rows] == [2, 2, 1]'

case_ 'they ring again and we talk: that answers it'
good got ana 'settled all'
run waiting --json
expect_json '[r["contact"] for r in rows] == [None, None]'

case_ 'a mail is its sender'\''s, at its own time, and once'
cat >in.eml <<'MAIL'
From: Ana Ruiz <ana@brio.example>
To: me@desk.example
Date: Mon, 02 Mar 2026 17:00:00 +0000
Message-ID: <a1@brio.example>
Subject: The price

Please send it again.
MAIL
run_in in.eml got --json -
expect_status 0
expect_json 'rows[0]["direction"] == "in" and rows[0]["channel"] == "email" and rows[0]["done"] == "2026-03-02T12:00:00-05:00"'
run_in in.eml got -
expect_status 0
expect_err 'taken in before'
run waiting --json
expect_json '[(r["contact"], r["count"], r["text"]) for r in rows][-1] == ("Ana Ruiz", 1, "The price\nPlease send it again.")'

case_ 'a stranger waits under name and address, and so does a namesake'
sed -e 's/ana@brio/ana@home/; s/a1@/a2@/' in.eml >other.eml
run_in other.eml got --json -
expect_json 'rows[0]["caller"] == "Ana Ruiz <ana@home.example>" and rows[0]["contact"] is None'

case_ 'an out-of-office reply is no answer'
run_in "$here/mail/mexico.eml" got -
expect_status 1
expect_err 'touchbase ooo -'

case_ 'a mail I sent ends the waiting of everybody it went to'
good add 'Bo Lind, Kessler, bo@kessler.example'
good got bo email asks for a date
good touch bo email today the date
cat >out.eml <<'MAIL'
From: me@desk.example
To: "Ruiz, Ana" <ana+list@brio.example>, else@where.example
Cc: bo@kessler.example (Bo)
Date: Mon, 02 Mar 2026 18:00:00 +0000
Message-ID: <b1@desk.example>
Subject: Re: The price

Here it is.
MAIL
run_in out.eml sent -
expect_status 0
expect_err 'mail sent to Ana Ruiz'
expect_err 'else@where.example is not on the desk'
expect_err 'a mail to Bo Lind was planned for Mon 2 Mar'
run waiting --json
expect_json 'all(r["contact"] is None for r in rows)'
run show --json ana
expect_json '[(e["purpose"], e["outcome"]) for e in rows[0]["timeline"] if e["kind"] == "touch"][2] == ("Re: The price", "sent")'
good undo
run waiting --json
expect_json 'sorted(r["contact"] or "" for r in rows)[-2:] == ["Ana Ruiz", "Bo Lind"]'
run sent out.eml
expect_status 2

case_ 'a round is looked through, and how full the voicemail box is stays said'
run status --now '2026-03-03 14:05'
expect_out '  round 14:00 due'
run round --now '2026-03-03 14:05' 85%
expect_status 0
expect_err 'round 14:00 is done; the next is at 16:30; voicemail 85%'
run status --now '2026-03-04 00:00'
expect_out '  round Tue 16:30 missed  voicemail 85%'
run round --now '2026-03-04 00:00' 40 %
run round --now '2026-03-04 09:00'
run status --now '2026-03-04 09:01'
refuse_out 'round'
refuse_out 'voicemail'
run round full
expect_status 2
expect_err 'how full the voicemail box is goes from 0 to 100 %, not "full"'

case_ 'the desk is sound'
run check
expect_status 0

passed
