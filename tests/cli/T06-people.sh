#!/bin/sh
# Adding, noting, showing, finding.
. "$(dirname "$0")/lib.sh"
fresh_desk

case_ 'a person in one line'
run add --json 'Ana Ruiz, Brío Ibérica, +34 91 555 01 77, ana.ruiz@brio.example'
expect_status 0
expect_json 'rows[0]["name"] == "Ana Ruiz" and rows[0]["company"] == "Brío Ibérica" and rows[0]["stage"] == "lead"'
expect_json 'rows[0]["mails"] == ["ana.ruiz@brio.example"] and rows[0]["phones"] == ["+34 91 555 01 77"]'
id=$(json_value 'rows[0]["id"]')
run add --json Ben Ode, Deltaworks
expect_json 'rows[0]["name"] == "Ben Ode" and rows[0]["company"] == "Deltaworks"'

case_ 'a known mail is said'
run add 'A. Ruiz, ana.ruiz@brio.example'
expect_status 0
expect_err 'ana.ruiz@brio.example is known: Ana Ruiz'
good undo

case_ 'the sender of a mail'
run_in "$here/mail/stranger.eml" add --json -
expect_status 0
expect_json 'rows[0]["name"] == "Nobody Known" and rows[0]["mails"] == ["nobody@elsewhere.example"]'
printf 'Cy Young, Acme\n' >line
run_in line add --json -
expect_json 'rows[0]["name"] == "Cy Young"'

case_ 'no name'
run add ', Acme'
expect_status 2
run add ''
expect_status 2

case_ 'WHO: id, mail, number, words, full name'
for who in "$id" "$(printf %.6s "$id")" ANA.RUIZ@brio.example '91 555 01 77' ana 'ruiz ana' 'ana brio' 'ANA RUIZ'; do
    run show --json "$who"
    expect_status 0
    expect_json 'rows[0]["name"] == "Ana Ruiz"'
done
run add 'Ana Ruizmann, Other'
run show --json 'ana ruiz'
expect_json 'rows[0]["name"] == "Ana Ruiz"'
run show ana
expect_status 4
expect_no_out
expect_err 'Ana Ruizmann, Other'
expect_err 'Ana Ruiz, Brío Ibérica'
run show 'zz top'
expect_status 3
run show 12
expect_status 3

case_ 'a note'
run note lena likes the blue one
expect_status 0
expect_no_out
printf 'first line\n"we need it by May"\n\n' >text
run_in text note lena -
expect_status 0
run show --json lena
expect_json 'rows[0]["timeline"][0]["kind"] == "note"'
expect_json 'sorted(e["text"] for e in rows[0]["timeline"]) == ["first line\n\"we need it by May\"", "likes short calls, never on Fridays", "likes the blue one"]'
expect_json 'rows[0]["stage"] == "lead"'
expect_json 'rows[0]["timeline"][0]["at"] == "2026-03-02T09:00:00-05:00"'
run show lena
expect_out 'likes the blue one'
expect_out '"we need it by May"'
printf ' \n\n' >text
run_in text note lena -
expect_status 2
expect_err 'there is nothing to note'
run note 'zz top' hello
expect_status 3

case_ 'found by name, company, mail, number, note, accent or not, any script'
for words in 'dana' 'northwind' 'purchasing' '555 0142'; do
    run search --json "$words"
    expect_status 0
    expect_json 'len(rows) == 1 and rows[0]["name"] == "Dana Whitfield"'
done
run search --json 'vogt sohne'
expect_json '[r["name"] for r in rows] == ["Lena Vogt"]'
run search --json 'brio iberica'
expect_json '[r["name"] for r in rows] == ["Ana Ruiz"]'
run search --json blue one
expect_json '[r["name"] for r in rows] == ["Lena Vogt"]'
run search --json 小明
expect_json '[r["name"] for r in rows] == ["王小明"]'
run search xyzzy
expect_status 3
expect_no_out
run search '"dana OR (NEAR'
[ "$status" -eq 3 ] || [ "$status" -eq 0 ] || fail 'words are no query language'

case_ 'JSON holds anything'
printf 'tab\there "quoted" back\\slash \001 end' >text
run_in text note dana -
run show --json dana
expect_json 'rows[0]["timeline"][0]["text"].startswith("tab\there \"quoted\" back\\slash ")'

case_ 'a tag is looked for before there is any'
run search 'stage:prospect -tag:press'
expect_status 2
expect_err 'nobody is tagged yet; "tag" does that'

case_ 'tags: with a new person, put on, taken off, found, taken back'
run add --json --tag 'Wine vip' 'Jo Park, Kessler'
expect_status 0
expect_json 'rows[0]["tags"] == ["vip", "Wine"]'
run tag --json dana wine '#late-payer'
expect_status 0
expect_json 'rows[0]["tags"] == ["late-payer", "Wine"]'
run search --json wine
expect_json 'sorted(r["name"] for r in rows) == ["Dana Whitfield", "Jo Park"]'
run tag dana -- -wine
expect_status 0
expect_out '#late-payer'
run show dana
expect_out '#late-payer'
good undo
run search --json wine
expect_json 'len(rows) == 2'
run tag dana 'a:b'
expect_status 2
expect_err 'can be no tag'
run tag 'zz top' wine
expect_status 3
run add --tag 'a/b' 'Pat Oh'
expect_status 2
run search 'pat oh'
expect_status 3
passed
