#!/bin/sh
# Why a message was read as it was.
. "$(dirname "$0")/lib.sh"
mail=$here/mail

case_ 'it needs no desk and makes none'
run ooo --explain "$mail/mexico.eml"
expect_status 0
[ ! -e "$TOUCHBASE_DB" ] || fail 'a desk was made'
expect_no_err

case_ 'which words led to which field, where, and how sure that is'
expect_out 'back         Mon 9 Mar 2026'
expect_out 'line 3: "Monday, March 9", sure (95 of 100)'
expect_out 'header: "Auto-Submitted: auto-replied", sure'
expect_out 'open: no words tell from when'

case_ 'which dates were seen, and by which words each has its part'
expect_out '"Monday, March 9" = Mon 9 Mar 2026: the day back'
"$PYTHON" - "$work/out" <<'END' || fail 'it is wider than 79 columns'
import sys
sys.exit(any(len(line.rstrip("\n")) > 79 for line in open(sys.argv[1], encoding="utf-8")))
END

case_ 'a date that can be read in two ways, one of the past, and what is cut off'
cp "$here/open.eml" open.eml
run ooo --explain --json open.eml
expect_status 0
seen() {
    expect_json "[$2 for r in rows[0]['explain']['seen'] if r['topic'] == '$1'] == $3"
}
expect_json 'rows[0]["explain"]["order"] is None'
seen header 'r["words"]' '["Auto-Submitted: auto-replied"]'
seen cut '(r.get("line"), r.get("last_line"), r["why"])' \
    '[(6, 8, "a closing or a signature"), (10, 11, "the mail that is answered"), (None, None, "the mail that is answered")]'
seen passed '(r["words"], r["by"] in r["words"], r["why"])' \
    '[("Last month I was at the plant on 10 February.", True, "it speaks of the past")]'
seen date '(r["words"], r["role"], r["other"])' \
    '[("3/4", "until", "2026-03-04"), ("Last month", "none", None), ("10 February", "none", None)]'
seen open '(r["field"], r["why"])' '[("first_day", "no words tell from when"),
    ("back", "\"3/4\" may be 3 Apr 2026 or 4 Mar 2026: set date_order"), ("reason", "no words give one"),
    ("place", "no place is named in a sentence about it"), ("whose", "nobody'"'"'s event and no company is named")]'
expect_json '[f["line"] for f in rows[0]["explain"]["found"] if f["field"] == "cover"] == [4]'
expect_json 'rows[0]["kind"] == "ooo" and rows[0]["back"] is None'
run ooo --explain --order dmy open.eml
expect_out '3/4 is       3 April (the setting date_order, or --order)'
expect_out '"3/4" = Fri 3 Apr 2026: away until then'
expect_out 'gives back'
expect_out 'lines 10-11'
expect_out 'passed over: so is its sentence'

case_ 'why a message was not taken for an absence'
run_in "$mail/plain.eml" ooo --explain -
expect_status 0
expect_out 'no: nothing in it says that somebody is away'
sed -e 's/^Auto-Submitted:.*/List-Id: <news.kessler.example>/' open.eml >list.eml
run ooo --explain list.eml
expect_out 'no: list mail'
expect_out '"List-Id: <news.kessler.example>": list mail'

case_ 'what is read plainly comes without'
run ooo --dry-run --json open.eml
expect_json '"explain" not in rows[0]'

case_ 'one that cannot be read is told, and the rest is explained'
run ooo --explain missing.eml open.eml
expect_status 1
expect_err 'missing.eml'
expect_out 'Understood'
passed
