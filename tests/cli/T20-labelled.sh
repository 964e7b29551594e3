#!/bin/sh
# Labelled messages, read as a mailbox: each set keeps the marks that tests/corpus/labelled/floors.tsv asks for.
. "$(dirname "$0")/lib.sh"

labelled=$TEST_DATA/corpus/labelled

# read_set NAME: its messages, each with the order of days and months that its gold row sets.
read_set() {
    : >predictions
    for order in dmy mdy; do
        rm -rf messages
        mkdir messages
        awk -F '\t' -v order=$order 'NR > 1 && $9 == order { print $1 }' "$labelled/$1/gold.tsv" |
            while read -r id; do
                cp "$labelled/$1/$id".* messages/
            done
        run ooo --dry-run --json --order $order messages
        expect_status 0
        cat "$work/out" >>predictions
    done
}

tail -n +2 "$labelled/floors.tsv" >floors
while IFS='	' read -r set kind back reason overall; do
    case_ "the set $set"
    read_set "$set"
    "$labelled/score" --gold "$labelled/$set/gold.tsv" predictions >"$work/out"
    sed -n '/^accuracy/,/^all/p' "$work/out"
    awk -v kind="$kind" -v back="$back" -v reason="$reason" -v overall="$overall" '
        $1 == "all" { found = 1; low = $3 + 0 < kind || $5 + 0 < back || $6 + 0 < reason || $9 + 0 < overall }
        END { exit !found || low }' "$work/out" || fail "below its floor: kind $kind, back $back, reason $reason, overall $overall"
done <floors
