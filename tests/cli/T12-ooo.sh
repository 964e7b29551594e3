#!/bin/sh
# Out-of-office replies from a shell: named one by one they start, collected they propose.
. "$(dirname "$0")/lib.sh"

case_ 'a dry run needs no desk, and prints one object a message'
run ooo --dry-run --json "$here/mail/wedding.eml" "$here/mail/stranger.eml" "$here/mail/plain.eml"
expect_status 0
expect_json '[r["id"] for r in rows] == ["wedding", "stranger", "plain"]'
expect_json '[r["kind"] for r in rows] == ["ooo", "ooo", "other"]'
expect_json 'rows[0]["reason"] == "wedding" and rows[0]["back"] == "2026-03-16"'
expect_json 'rows[1]["cover"] == ["kim.lee@elsewhere.example"] and rows[1]["back"] == "2026-03-11"'
expect_json 'rows[2]["back"] is None and rows[2]["reason"] is None and rows[2]["cover"] == []'
expect_json 'set(rows[0]) >= {"id", "kind", "first_day", "back", "reason", "place", "cover", "evidence"}'
expect_json 'all(isinstance(r["evidence"], dict) for r in rows)'
[ ! -e "$TOUCHBASE_DB" ] || fail 'a desk was made'

case_ 'without --json a page'
run --now '2026-03-11 08:00' ooo --dry-run "$here/mail"
"$PYTHON" - "$work/out" <<'END' || fail 'the sections are wrong'
import sys
page = open(sys.argv[1], encoding="utf-8").read()
sections = page.split("\n\n")
def of(title):
    found = [s for s in sections if s.startswith(title)]
    assert len(found) == 1, (title, page)
    return found[0]
assert "Nobody Known" in of("BACK THIS WEEK") and "Dana Whitfield" in of("BACK THIS WEEK")
assert '"How was Mexico?"' in of("BACK THIS WEEK")
assert "Lena Vogt" in of("AWAY") and "wedding" in of("AWAY")
assert "Lena Vogt" in of("DID ANYBODY WRITE? 2 occasions")
assert page.startswith("4 auto-replies from 4 people at 4 firms, 2 Mar 2026\n"), page
assert page.endswith("1 message was no absence: ooo --explain says why.\n"), page
END
run --now '2026-03-20 08:00' ooo --dry-run "$here/mail/mexico.eml"
expect_out 'MISSED'
expect_out '"How was Mexico?"'
run --now '2026-04-20 08:00' ooo --dry-run "$here/mail/mexico.eml"
expect_out '1 absence was back before that.'
run --now '2026-03-11 08:00' ooo --dry-run --all "$here/mail"
expect_status 0

case_ 'standard input'
run_in "$here/mail/mexico.eml" ooo --dry-run --json -
expect_status 0
expect_json 'len(rows) == 1 and rows[0]["id"] == "-" and rows[0]["back"] == "2026-03-09"'

case_ 'a jotted note'
printf 'received: 2026-03-02\nVoicemail says she is on vacation until March 13, back on the 16th\n' >lena.txt
run ooo --dry-run --json lena.txt
expect_status 0
expect_json 'rows[0]["id"] == "lena" and rows[0]["kind"] == "ooo" and rows[0]["back"] == "2026-03-16"'

case_ 'an unknown sender is told, and with --add becomes a contact'
fresh_desk
cp "$TOUCHBASE_DB" before.db
run ooo "$here/mail/stranger.eml"
expect_status 0
expect_err 'nobody@elsewhere.example'
expect_err 'not on the desk'
cmp -s "$TOUCHBASE_DB" before.db || fail 'the desk was written to'
run ooo --add --json "$here/mail/stranger.eml"
expect_status 0
expect_json 'rows[0]["filed"] is True and rows[0]["started"] is True and rows[0]["contact"] == "Nobody Known"'
run show --json nobody
expect_json 'rows[0]["stage"] == "lead" and rows[0]["away_until"] == "2026-03-11"'
expect_json 'len([t for t in rows[0]["pending"] if t["channel"] == "call"]) == 1'
good undo
run show nobody
expect_status 3

case_ 'what is no absence is told and leaves nothing'
cp "$TOUCHBASE_DB" before.db
run ooo "$here/mail/plain.eml"
expect_status 0
expect_out 'no absence'
cmp -s "$TOUCHBASE_DB" before.db || fail 'the desk was written to'

case_ 'a folder only proposes'
run ooo "$here/mail"
expect_status 0
expect_err '5 read: 0 started, 3 to confirm'
expect_err 'to confirm: vacation 1'
expect_err 'to confirm: wedding 1'
expect_err 'to confirm: funeral 1'
run due --json
expect_json 'rows == []'
run show --json dana
expect_json 'rows[0]["away_until"] is None'
expect_json '[e["state"] for e in rows[0]["timeline"]] == ["proposed"]'
run ooo "$here/mail"
expect_err '0 to confirm'

case_ 'so does an mbox of several, and a Maildir'
fresh_desk
for name in mexico wedding; do
    echo "From sender@elsewhere.example Mon Mar  2 09:00:00 2026"
    cat "$here/mail/$name.eml"
    echo
done >box
run ooo --json box
expect_status 0
expect_json '[r["id"] for r in rows] == ["box#1", "box#2"]'
expect_json '[r["started"] for r in rows] == [False, False] and all(r["filed"] for r in rows)'
fresh_desk
mkdir -p maildir/cur maildir/new maildir/tmp
cp "$here/mail/mexico.eml" 'maildir/cur/1772460000.M1P2.host:2,S'
cp "$here/mail/wedding.eml" maildir/new/1772460001.M1P2.host
run ooo --json maildir
expect_status 0
expect_json 'sorted(r["id"] for r in rows) == ["1772460000.M1P2.host", "1772460001.M1P2.host"]'
expect_json 'not any(r["started"] for r in rows)'

case_ 'an mbox of one starts'
fresh_desk
{
    echo "From sender@elsewhere.example Mon Mar  2 09:00:00 2026"
    cat "$here/mail/mexico.eml"
} >one.mbox
run ooo --json one.mbox
expect_json '[r["started"] for r in rows] == [True]'

case_ 'several named one by one start'
fresh_desk
run ooo "$here/mail/mexico.eml" "$here/mail/wedding.eml"
expect_status 0
expect_err '2 started'

case_ 'other days replace the first, the same days confirm it'
sed -e 's/mexico-1@/mexico-2@/' -e 's/08:12:00/08:30:00/' "$here/mail/mexico.eml" >twice.eml
run ooo --json twice.eml
expect_json 'rows[0]["state"] == "confirms" and rows[0]["started"] is False'
run due --json
expect_json '[r["due"] for r in rows if r["contact"] == "Dana Whitfield" and r["channel"] == "call"] == ["2026-03-10"]'
sed -e 's/mexico-1@/mexico-3@/' -e 's/Monday, March 9/Wednesday, March 11/' "$here/mail/mexico.eml" >longer.eml
run ooo --json longer.eml
expect_json 'rows[0]["state"] == "replaces" and rows[0]["started"] is True'
run due --json
expect_json '[r["due"] for r in rows if r["contact"] == "Dana Whitfield" and r["channel"] == "call"] == ["2026-03-12"]'
expect_json 'len([r for r in rows if r["contact"] == "Dana Whitfield"]) == 2'

case_ 'an absence that hits a promise asks, and says so'
fresh_desk
good touch --promise dana call '2026-03-05 10:00' pricing
promise=$(cut -c1-8 out)
run ooo "$here/mail/mexico.eml"
expect_status 0
expect_err 'to confirm:'
run due --json
expect_json "[r['due'] for r in rows if r['id'].startswith('$promise')] == ['2026-03-05T10:00:00-05:00']"

case_ "a contact's name from an address nobody has is asked about"
fresh_desk
sed -e 's/^From: .*/From: "Whitfield, Dana" <dana@private.example>/' "$here/mail/mexico.eml" >other.eml
run ooo --json other.eml
expect_status 0
expect_json 'rows[0]["asks_about"] == "dana@private.example" and rows[0]["filed"] is True'
expect_json 'rows[0]["started"] is False and rows[0]["contact"] == "Dana Whitfield"'
expect_err 'to confirm: is this Dana Whitfield? dana@private.example'
expect_err 'to confirm: whose it is 1'
run due --json
expect_json 'rows == []'
run show --json dana
expect_json 'rows[0]["away_until"] is None and rows[0]["timeline"] == []'
good undo

case_ 'no date given: a touch to find out'
fresh_desk
sed -e 's/, back in the office on Monday, March 9//' "$here/mail/mexico.eml" >open.eml
run ooo open.eml
expect_status 0
run due --json
expect_json '[r["due"] for r in rows if "find out" in r["purpose"]] == ["2026-03-09"]'

case_ 'a date that can be read in two ways'
sed -e 's/Monday, March 9/4\/5/' -e 's/mexico-1/order-1/' "$here/mail/mexico.eml" >order.eml
run ooo --dry-run --json order.eml
expect_json 'rows[0]["back"] is None'
run ooo --dry-run --json --order dmy order.eml
expect_json 'rows[0]["back"] == "2026-05-04"'
run ooo --dry-run --json --order mdy order.eml
expect_json 'rows[0]["back"] == "2026-04-05"'
run ooo --order ymd order.eml
expect_status 2
expect_err '--order is dmy or mdy, not "ymd"'
mkdir -p "$XDG_CONFIG_HOME/touchbase"
echo 'date_order = dmy' >"$XDG_CONFIG_HOME/touchbase/touchbase.conf"
run ooo --dry-run --json order.eml
expect_json 'rows[0]["back"] == "2026-05-04"'
rm -r "$XDG_CONFIG_HOME"

case_ 'one that cannot be read: 1, and the rest is taken in'
fresh_desk
run ooo missing.eml "$here/mail/mexico.eml"
expect_status 1
expect_err 'missing.eml'
expect_err '1 started'
expect_err '1 could not be read'

case_ 'an absence that ended a while ago is proposed, one long over only filed'
fresh_desk
run --now '2026-03-15 09:00' ooo --json "$here/mail/mexico.eml"
expect_status 0
expect_json 'rows[0]["filed"] is True and rows[0]["started"] is False'
expect_err '1 to confirm'
fresh_desk
run --now '2026-09-15 09:00' ooo --json "$here/mail/mexico.eml"
expect_status 0
expect_json 'rows[0]["filed"] is True and rows[0]["started"] is False'
expect_err '0 to confirm'
run --now '2026-09-15 09:00' due --json
expect_json 'rows == []'

case_ 'of a folder what is not certain waits, though it starts nothing'
fresh_desk
mkdir unsure
sed -e 's/Monday, March 9/4\/5/' "$here/mail/mexico.eml" >unsure/order.eml
sed -e 's/ I will be back on Monday, March 16.//' "$here/mail/wedding.eml" >unsure/open.eml
run --now '2026-12-15 09:00' ooo --json unsure
expect_status 0
expect_json 'sorted(r["unsure"] for r in rows) == ["date: two ways", "no day back"]'
expect_json 'all(r["filed"] and not r["started"] for r in rows)'
expect_err 'to confirm: date: two ways 1'
expect_err 'to confirm: no day back 1'
expect_err '2 to confirm, 0 only filed'
fresh_desk
run --now '2026-12-15 09:00' ooo unsure
expect_out 'waits under To confirm: date: two ways'
fresh_desk
run --now '2026-12-15 09:00' ooo --json unsure/order.eml
expect_json 'rows[0]["unsure"] is None'
expect_err '0 to confirm, 1 only filed'

passed
