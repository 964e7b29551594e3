#!/bin/sh
# The sample desk: on any day, in any zone, thrown away at the end, and nothing of the person's own is touched.
. "$(dirname "$0")/lib.sh"

case_ 'it holds what a desk holds'
run --demo due --json
expect_status 0
expect_json 'len(rows) >= 12'
expect_json 'any(r["late"] for r in rows) and any(r["due"].startswith("2026-03-02") for r in rows)'
expect_json 'any(r["promise"] for r in rows)'
expect_json 'any(r["channel"] == "card" and "wedding" in r["purpose"] for r in rows)'
expect_json 'any("find out when" in (r["purpose"] or "") for r in rows)'
expect_json 'any("Mexico" in (r["opener"] or "") for r in rows)'
run --demo show --json marcus
expect_json '[e["state"] for e in rows[0]["timeline"] if e["kind"] == "absence"] == ["proposed"]'
expect_json '[(e["first_day"], e["back"]) for e in rows[0]["timeline"] if e["kind"] == "absence"] == [("2026-03-03", "2026-03-09")]'
run --demo show --json dana
expect_json 'rows[0]["away_until"] is not None and rows[0]["zone"] == "America/Toronto"'
run --demo show --json tom
expect_json '[e["back"] for e in rows[0]["timeline"] if e["kind"] == "absence"] == [None]'
for name in 王小明 'سلمى حداد' 'Ольга Сорокина' 'Zoë'; do
    good --demo show "$name"
done
run --demo item --json
expect_json 'len(rows) == 3'
run --demo message --json
expect_json 'sorted(r["channel"] for r in rows) == ["call", "card", "email", "letter", "voicemail"]'
expect_json 'not any(r["flags"] for r in rows) and all(r["for"] is None for r in rows)'
run --demo message --json --for Zoë
expect_json 'all(not r["missing"] for r in rows) and any("Lena Vogt at" in r["text"] for r in rows)'
run --demo show --json dana
expect_json 'any((e.get("said") or "").startswith("Hello Dana") for e in rows[0]["timeline"])'
good --demo check

case_ 'on any day of the week and of the year'
for clock in '2026-01-01 00:00' '2026-02-28 23:59' '2028-02-29 12:00' '2026-03-07 09:00' '2026-03-08 02:30' \
    '2026-12-31 23:59' '2026-11-01 01:30'; do
    for zone in America/Toronto Pacific/Auckland UTC; do
        TZ=$zone run --demo --now "$clock" due --json
        expect_status 0
        expect_json 'len(rows) >= 12 and any(r["late"] for r in rows)'
        TZ=$zone run --demo --now "$clock" show --json marcus
        expect_json '[e["state"] for e in rows[0]["timeline"] if e["kind"] == "absence"] == ["proposed"]'
    done
done

case_ 'nothing stays'
[ ! -e "$TOUCHBASE_DB" ] || fail 'a desk was made'
[ ! -e "$XDG_DATA_HOME" ] || fail 'something lies in the home'
[ -z "$(find "$work" -name 'touchbase-demo*')" ] || fail 'the sample desk was left behind'
passed
