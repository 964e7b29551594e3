#!/bin/sh
# Messages from a shell, and the print list of cards (rule 15).
. "$(dirname "$0")/lib.sh"

case_ 'none yet'
good add 'Dana Whitfield, Northwind, dana@northwind.example'
run message
expect_status 0
expect_no_out

case_ 'kept for everybody, from a file and from a pipe, with what it lacks'
printf 'Hi {first}, we save {company} an hour a day: call me before noon.\n' >hour.txt
good message voicemail hour.txt
expect_out 'voicemail  Hi {first}, we save {company} an hour a day: call me before noon.  (6 s of 20, 13 words)'
printf 'Subject: {item}\n\nHello.\n' >text.txt
run_in text.txt message email -
expect_status 0
expect_out 'email  {item}  (1 s, 1 word: no action)'
run message --json
expect_json '[(r["channel"], r["for"], r["seconds"], r["flags"], r["missing"]) for r in rows] == [("voicemail", None, 6, [], []), ("email", None, 1, ["no action"], [])]'

case_ 'read for a person: filled, and what is not known is named, never in braces'
run message --for dana
expect_out 'Hi Dana, we save Northwind an hour a day'
expect_out '{item} is not known'
run message --for dana --json
expect_json '[(r["title"], r["missing"]) for r in rows] == [("Hi Dana, we save Northwind an hour a day: call me before noon.", []), ("[item?]", ["item"])]'

case_ 'a copy is the person'\''s own and comes first; the other stays'
echo 'Dana, one word: call me.' >text.txt
run_in text.txt message voicemail - --for dana
expect_status 0
run message --for dana --json
expect_json '[r["for"] for r in rows] == ["Dana Whitfield", None, None]'
run message --json
expect_json 'len(rows) == 2'
good undo
expect_out 'message to Dana Whitfield'
run message --for dana --json
expect_json '[r["for"] for r in rows] == [None, None]'

case_ 'what is no message is refused and changes nothing'
run message voicemail
expect_status 2
run message pigeon hour.txt
expect_status 2
expect_err 'name a channel and a file'
run message voicemail nothing.txt
expect_status 3
printf 'Subject: only\n\n' >text.txt
run_in text.txt message voicemail -
expect_status 2
run message --for nobody
expect_status 3
run message --json
expect_json 'len(rows) == 2'

case_ 'cards are printed with address and text; what cannot be is left out and named'
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nORG:Brio\nADR:;;1 Main Street;Springfield;;12345;\nEND:VCARD\n' >ana.vcf
good import ana.vcf
good touch ana card tomorrow thanks
good touch dana letter tomorrow offer
run export cards.txt
expect_status 0
expect_err 'Ana Ruiz, card: the message has no words yet'
expect_err 'Dana Whitfield, letter:'
expect_err '0 to write, 2 left out'
echo 'Dear {first}, thank you.' >text.txt
run_in text.txt message card - --for ana
run export cards.txt
expect_err '1 to write, 1 left out'
printf 'Ana Ruiz\nBrio\n1 Main Street\nSpringfield 12345\n\nDear Ana, thank you.\n' >wanted.txt
cmp wanted.txt cards.txt || fail 'the print list is another one'
run export --format txt -
cmp wanted.txt out || fail 'standard output is another print list'
run export cards.doc
expect_status 2
expect_err 'cards as .txt'

passed
