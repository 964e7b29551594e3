#!/bin/sh
# Contacts in: matching, filling, reporting, one step.
. "$(dirname "$0")/lib.sh"

case_ 'three cards'
run import "$here/people.vcf"
expect_status 0
expect_no_out
expect_err '3 added, 0 completed, 0 known with nothing new, 0 could not be taken'
run show dana --json
expect_json 'len(rows) == 1 and rows[0]["name"] == "Dana Whitfield" and rows[0]["stage"] == "rest"'
expect_json 'rows[0]["mails"] == ["dana.whitfield@northwind.example"]'
expect_json 'rows[0]["phones"] == ["+1 416 555 0142"] and rows[0]["company"] == "Northwind Controls"'
expect_json 'rows[0]["away_until"] is None and rows[0]["next_touch"] is None'
run show lena --json
expect_json 'rows[0]["stage"] == "rest"'
expect_json '[e["text"] for e in rows[0]["timeline"]] == ["likes short calls, never on Fridays"]'

case_ 'again: nothing changes'
cp "$TOUCHBASE_DB" "$work/before.db"
run import "$here/people.vcf"
expect_status 0
expect_err '0 added, 0 completed, 3 known with nothing new'
cmp -s "$TOUCHBASE_DB" "$work/before.db" || fail 'the desk was written to'

case_ 'the whole import is one step'
good undo
expect_out 'taken back: import of people.vcf'
run search dana
expect_status 3
good redo
expect_out 'brought again: import of people.vcf'
good search dana

case_ 'a match fills what is empty and adds what is lacking; what differs stays and is counted'
cat >"$work/more.vcf" <<'END'
BEGIN:VCARD
VERSION:4.0
UID:card-dana
FN:Dana Whitfield
ORG:Southwind
TITLE:Director
ADR;TYPE=work:;;1 Main St;Toronto;ON;;Canada
EMAIL:dana@private.example
TEL:416-555-0142
TEL:+1 416 555 0199
NOTE:met at the fair
END:VCARD
END
run import "$work/more.vcf"
expect_status 0
expect_err '0 added, 1 completed, 0 known'
expect_err '2 values differ and stay as on the desk (--update takes them)'
run show dana --json
expect_json 'rows[0]["company"] == "Northwind Controls" and rows[0]["title"] == "Head of purchasing"'
expect_json 'rows[0]["mails"] == ["dana.whitfield@northwind.example", "dana@private.example"]'
expect_json 'rows[0]["phones"] == ["+1 416 555 0142", "+1 416 555 0199"]'
expect_json 'rows[0]["city"] == "Toronto" and rows[0]["timeline"][0]["text"] == "met at the fair"'
expect_json 'rows[0]["stage"] == "rest"'
run import "$work/more.vcf"
expect_err '0 added, 0 completed, 1 known'

case_ '--update takes what differs'
run import --update "$work/more.vcf"
expect_status 0
expect_err '2 values taken'
run show dana --json
expect_json 'rows[0]["company"] == "Southwind" and rows[0]["title"] == "Director"'
run import --update "$work/more.vcf"
expect_err '0 added, 0 completed, 1 known'

case_ 'by a mail when the folded name agrees, otherwise a new contact, reported'
cat >"$work/mails.csv" <<'END'
Name,Email,Title
LENA VÓGT,lena.vogt@vogt.example,Owner
Lena Stern,lena.vogt@vogt.example,Sales
END
run import "$work/mails.csv"
expect_status 0
expect_err '1 added, 1 completed'
expect_err 'mails.csv:3: lena.vogt@vogt.example is known as Lena Vogt: Lena Stern came in as a contact of their own'
expect_err '1 with a mail known under another name'
run search lena --json
expect_json 'sorted(r["name"] for r in rows) == ["Lena Stern", "Lena Vogt"]'
run import "$work/mails.csv"
expect_err '0 added, 0 completed, 2 known'

case_ 'rows without mail are known by name and number, or name and company'
cat >"$work/bare.csv" <<'END'
First Name;Last Name;Company;Phone;Favourite colour
Jo;Lindqvist;Kessler;08 555 01 020;red
Jo;Lindqvist;Kessler;08 555 01 021;blue
Sam;Hill;Acme;;green
Sam;Hill;Other;;green
END
run import "$work/bare.csv"
expect_status 0
expect_err '4 added'
expect_err 'the column "Favourite colour" is not known and left out'
run import "$work/bare.csv"
expect_status 0
expect_err '0 added, 0 completed, 4 known'

case_ 'a record that cannot be taken is told with its line, the rest goes in'
cat >"$work/mixed.vcf" <<'END'
BEGIN:VCARD
VERSION:3.0
FN:First Good
END:VCARD
BEGIN:VCARD
VERSION:3.0
ORG:No Name Inc
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Last Good
END:VCARD
END
run import --json "$work/mixed.vcf"
expect_status 0
expect_json 'rows == [{"added": rows[0]["added"], "filled": 0, "known": 0, "differing": 0, "updated": 0, "bad": rows[0]["bad"], "namesakes": 0, "linked": 0}]'
expect_json 'rows[0]["added"] + rows[0]["bad"] == 3 and rows[0]["added"] >= 2'
good show 'last good'

case_ 'from standard input, a pipe or a file'
printf 'Name,Email\nPia Pipe,pia@pipe.example\n' >"$work/pia.csv"
"$touchbase" import - <"$work/pia.csv" 2>"$work/err" >"$work/out" || fail 'a file on standard input'
good show pia
good undo
expect_out 'taken back: import of standard input'
# shellcheck disable=SC2002
cat "$work/pia.csv" | "$touchbase" import - 2>"$work/err" >"$work/out" || fail 'a pipe on standard input'
good show pia
mkfifo "$work/fifo.csv"
cat "$work/pia.csv" >"$work/fifo.csv" &
run import "$work/fifo.csv"
expect_status 0
expect_err '1 known'
[ -z "$(find "$work" -name 'touchbase-import-*')" ] || fail 'the copy of the pipe was left behind'

case_ 'the format may be said'
cp "$work/pia.csv" "$work/pia.dat"
run import --format csv "$work/pia.dat"
expect_status 0
run import --format xml "$work/pia.dat"
expect_status 2
expect_err '"xml" is no format contacts are read from; use vcf or csv'

case_ 'a disk that fills up: nothing came in, and nothing else is said'
awk 'BEGIN { print "name,email"; for (i = 1; i <= 4000; i++) printf "Row %d,row%d@many.example\n", i, i }' >"$work/many.csv"
run show --json pia
before=$(cat "$work/out")
status=0
(ulimit -f 1000 && exec "$touchbase" import "$work/many.csv") >"$work/out" 2>"$work/err" || status=$?
expect_status 1
expect_err 'nothing came in'
refuse_err 'added'
run show --json pia
[ "$(cat "$work/out")" = "$before" ] || fail 'the desk changed'
good check
run show 'row 1'
expect_status 3

case_ 'a file that is not there'
run import "$work/nothing.vcf"
expect_status 1
expect_err "$work/nothing.vcf"
passed
