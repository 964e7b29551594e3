#!/bin/sh
# Bad input: each kind with its message; nothing crashes, nothing is written by what cannot be read.
. "$(dirname "$0")/lib.sh"
fresh_desk
cp "$TOUCHBASE_DB" untouched.db

untouched() {
    cmp -s "$TOUCHBASE_DB" untouched.db || fail 'the desk was changed'
}

"$PYTHON" - <<'END'
import random
random.seed(7)
noise = bytes(random.randrange(256) for _ in range(65536))
for name in ("noise.vcf", "noise.csv", "noise.eml", "noise.txt", "noise.db"):
    open(name, "wb").write(noise)
for name in ("empty.vcf", "empty.csv", "empty.eml", "empty.txt"):
    open(name, "wb").close()
for name, head in (("long.vcf", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Long Line\r\nNOTE:"), ("long.csv", b"Name,Email\n"),
                   ("long.eml", b"From: dana.whitfield@northwind.example\nSubject: out of office\n"
                                b"Auto-Submitted: auto-replied\n\n")):
    with open(name, "wb") as stream:
        stream.write(head)
        for _ in range(100):
            stream.write(b"a" * (1 << 20))
        if name == "long.vcf":
            stream.write(b"\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:After It\r\nEND:VCARD\r\n")
        if name == "long.csv":
            stream.write(b"\nAfter It,after@it.example\n")
END

case_ 'binary noise'
for name in noise.vcf noise.csv; do
    run import "$name"
    expect_status 1
    expect_err "$name"
done
run ooo noise.eml
[ "$status" -le 1 ] || fail 'status'
run ooo noise.txt
[ "$status" -le 1 ] || fail 'status'
run --db noise.db due
expect_status 1
expect_err 'noise.db'
untouched

case_ 'an empty file'
run import empty.vcf
expect_status 1
expect_err 'empty.vcf'
run import empty.csv
expect_status 1
expect_err 'empty.csv'
run ooo empty.eml
expect_status 1
expect_err 'empty.eml'
run_in /dev/null import -
expect_status 1
expect_err 'standard input'
untouched

case_ 'a line of 100 MB'
run import long.vcf
expect_status 0
expect_err 'long.vcf:'
expect_err '1 added'
good show 'after it'
good undo
run import long.csv
expect_status 0
expect_err 'long.csv:2:'
good show 'after it'
good undo
run ooo long.eml
[ "$status" -le 1 ] || fail 'status'
[ -s "$work/err" ] || fail 'nothing was said'
rm -f long.*

case_ 'a truncated MIME part'
cat >cut.eml <<'END'
From: Dana Whitfield <dana.whitfield@northwind.example>
Subject: Automatic reply: pricing
Date: Mon, 02 Mar 2026 08:12:00 -0500
Message-ID: <cut-1@northwind.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="frontier"

--frontier
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

SSBhbSBvdXQgb2YgdGhlIG9mZmljZSBhbmQgd2lsbCBiZSBiYWNrIG9uIE1vbmRheSwgTWFyY2gg
OS4KCkRhbmEKCg
END
run ooo --dry-run --json cut.eml
expect_status 0
expect_json 'len(rows) == 1 and rows[0]["kind"] == "ooo" and rows[0]["back"] == "2026-03-09"'

case_ 'a card without END'
printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Half Card\r\nEMAIL:half@card.example\r\n' >half.vcf
cat "$here/people.vcf" half.vcf >most.vcf
run import half.vcf
expect_status 1
expect_err 'half.vcf:1:'
expect_err 'END'
run import most.vcf
expect_status 0
expect_err '3 known with nothing new, 1 could not be taken'
grep -Eq 'most\.vcf:[0-9]+: .*END' "$work/err" || fail 'no line is named'

case_ 'a CSV with a broken quote'
printf 'Name,Email\nGood One,good@one.example\n"Broken Two,broken@two.example\nThird,third@three.example\n' >broken.csv
run import broken.csv
expect_status 0
expect_err '2 added'
expect_err 'broken.csv:3:'
expect_err 'quot'
good undo

case_ 'a CSV without a header that is known'
printf '1,2,3\n4,5,6\n' >numbers.csv
run import numbers.csv
expect_status 1
expect_err 'numbers.csv'

case_ 'an unknown command'
run improt "$here/people.vcf"
expect_status 2
expect_err 'did you mean "import"?'

case_ 'an impossible date'
run touch dana call 2026-02-30
expect_status 2
expect_err '30'
run touch dana call 'fri 25:00'
expect_status 2
run due --until 2026-13-01
expect_status 2
run --now '2026-02-29 10:00' due
expect_status 2
expect_err '2026-02-29 10:00'

case_ 'a folder where a file should be, and a file that is not there'
mkdir folder
run import folder
expect_status 1
expect_err 'folder'
run backup folder
expect_status 1
run export folder
expect_status 2
expect_err 'folder is a folder; name a file ending in .ics, or folder/'
run export out.doc
expect_status 2
expect_err '.ics'
run export --format vdir out.ics
expect_status 2
expect_err 'a vdir is a folder: end out.ics with /'
run export --format ics folder/
expect_status 2
expect_err 'folder/ is a folder; name a file'
run export --format vcf out.ics
expect_status 2
expect_err '"vcf" is no format reminders are written in; use ics or vdir'
run import missing.vcf
[ "$status" -eq 1 ] || [ "$status" -eq 3 ] || fail 'status'
expect_err 'missing.vcf'
run ooo missing.eml
expect_status 1
expect_err 'missing.eml'
run export no/such/place.ics
expect_status 1
expect_err 'no/such/place.ics'

case_ 'what may not be read or written'
if [ "$(id -u)" -ne 0 ]; then
    cp "$here/people.vcf" secret.vcf
    chmod 000 secret.vcf
    run import secret.vcf
    expect_status 1
    expect_err 'secret.vcf'
fi

case_ 'a locked desk'
cp "$TOUCHBASE_DB" locked.db
"$PYTHON" - <<'END' &
import os, sqlite3
desk = sqlite3.connect("locked.db", isolation_level=None)
desk.execute("BEGIN EXCLUSIVE")
os.mkfifo("release")
open("release").read()
END
holder=$!
until [ -p release ]; do
    kill -0 "$holder" 2>/dev/null || fail 'the desk could not be locked'
done
run --db locked.db note dana hello
expect_status 1
[ -s "$work/err" ] || fail 'nothing was said'
: >release
wait "$holder"
good --db locked.db note dana hello
passed
