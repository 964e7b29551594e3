#!/bin/sh
# Links between people (rule 16): made, shown from both sides, taken away.
. "$(dirname "$0")/lib.sh"

case_ 'made from either side'
good add 'Ana Ruiz, Brio, ana@brio.example'
good add 'Mike Kincaid, Quality Fabricators'
good add 'Jo Lindqvist, Brio'
good link ana reference mike kincaid
expect_out 'reference Mike Kincaid, Quality Fabricators'
good link 'jo lind' assistant of ana --json
expect_json 'rows[0]["kind"] == "assistant" and rows[0]["words"] == "assistant of" and rows[0]["name"] == "Ana Ruiz"'

case_ 'shown from both sides'
good show mike
expect_out 'reference for Ana Ruiz, Brio'
good show ana --json
expect_json '[(r["kind"], r["words"], r["name"], r["company"]) for r in rows[0]["linked"]] == [("reference", "reference", "Mike Kincaid", "Quality Fabricators"), ("assistant", "assistant", "Jo Lindqvist", "Brio")]'

case_ 'what makes no sense, and what is there already'
run link ana boss mike
expect_status 2
run link ana advocate nobody
expect_status 3
run link mike advocate for brio
expect_status 4
expect_err 'Ana Ruiz, Jo Lindqvist'
run link mike reference for ana
expect_status 1
expect_err 'there already'

case_ 'taken away by few words, and back'
good link -- ana -reference mike
expect_no_out
good show ana --json
expect_json '[r["kind"] for r in rows[0]["linked"]] == ["assistant"]'
good undo
good show ana --json
expect_json '[r["kind"] for r in rows[0]["linked"]] == ["reference", "assistant"]'

case_ 'a reference is named, warned about at the third use, and hears how it went'
good touch ana call today reference mike
good due --json
expect_json '[(r["contact"], r["opener"]) for r in rows] == [("Ana Ruiz", "Mike Kincaid at Quality Fabricators asked me to call you.")]'
id=$("$touchbase" due --json | "$PYTHON" -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])')
good done "$id"
expect_err 'Mike Kincaid: call 4 Mar, tell how it went with Ana Ruiz (proposed, not planned)'
good touch ana email 2026-04-01 reference mike
good touch ana letter 2026-05-01 reference mike
expect_err 'Mike Kincaid was named 2 times in 90 days'
good touch ana letter 2026-07-30 reference mike
expect_no_err_of() { ! grep -qF -e "$1" "$work/err" || fail "standard error says: $1"; }
expect_no_err_of 'was named'

case_ 'a message that would give the name says so'
echo '{reference} asked me to write: please tell me what you need.' >name.txt
run message letter name.txt --for ana
expect_status 0
expect_out 'Mike Kincaid at Quality Fabricators asked me to write'
expect_err 'Mike Kincaid was named 3 times in 90 days'
run message --json --for ana
expect_json '[r["warning"] for r in rows] == ["Mike Kincaid was named 3 times in 90 days"]'
