#!/bin/sh
# Steps taken back and brought again from a shell.
. "$(dirname "$0")/lib.sh"

case_ 'nothing to take back'
run undo
expect_status 1
expect_err 'there is nothing to take back'
run redo
expect_status 1
expect_err 'there is nothing to bring again'

case_ 'the last step, and says which'
fresh_desk
good touch dana call fri offer
good note lena one
good undo
expect_out 'taken back: note on Lena Vogt'
good undo
grep -Eq '^taken back: .*Dana Whitfield' "$work/out" || fail 'which step?'
good undo
expect_out 'taken back: import of people.vcf'
run undo
expect_status 1
good redo
good redo
good redo
run redo
expect_status 1
run due --json
expect_json 'len(rows) == 1 and rows[0]["purpose"] == "offer"'

case_ 'as JSON'
run undo --json
expect_json 'rows[0]["label"] == "note on Lena Vogt" and rows[0]["undone"] is True'
expect_json 'rows[0]["made"] == "2026-03-02T09:00:00-05:00"'

case_ 'undone steps stay in the history'
run undo --list --json
expect_json '[r["undone"] for r in rows] == [True, False, False]'
expect_json 'rows[2]["label"] == "import of people.vcf"'
run undo --list
expect_out '(undone) note on Lena Vogt'

case_ 'an undone step can be brought back after other work'
good note dana other work
good redo
expect_out 'brought again: note on Lena Vogt'

case_ 'an import that was killed is offered whole'
"$PYTHON" - >many.vcf <<'END'
for i in range(20000):
    print(f"BEGIN:VCARD\nVERSION:4.0\nFN:Person {i}\nEMAIL:p{i}@many.example\nEND:VCARD")
END
db=$work/killed.db
"$touchbase" --db "$db" add 'Ana Ruiz' >/dev/null || fail 'no desk'
"$touchbase" --db "$db" import many.vcf >/dev/null 2>&1 &
import=$!
parts=0
while [ "$parts" -eq 0 ] && kill -0 "$import" 2>/dev/null; do
    "$touchbase" --db "$db" search --json 'person' >"$work/out" 2>/dev/null
    parts=$(wc -l <"$work/out")
done
kill -KILL "$import" 2>/dev/null
wait "$import" 2>/dev/null
[ "$parts" -gt 0 ] || fail 'no part of the import was ever seen'
run --db "$db" due
if grep -q 'was cut short' "$work/err"; then
    cp "$db" kept.db
    good --db "$db" undo
    expect_out 'taken back: import of many.vcf'
    run --db "$db" search person
    expect_status 3
    good --db "$db" check
    good --db kept.db undo --keep
    expect_out 'kept: import of many.vcf'
    good --db kept.db search person
    run --db kept.db due
    refuse_err 'was cut short'
    good --db kept.db undo
    expect_out 'taken back: import of many.vcf'
    run --db kept.db search person
    expect_status 3
else
    echo 'the import was through before it could be killed'
fi

case_ '^C ends an import after the part at hand: what came in is one step'
db=$work/stopped.db
"$touchbase" --db "$db" add 'Ana Ruiz' >/dev/null || fail 'no desk'
"$PYTHON" - "$touchbase" "$db" >"$work/out" 2>"$work/err" <<'END' || fail 'see above'
import signal, subprocess, sys
program, db = sys.argv[1:]
# A shell starts background jobs with ^C ignored, so the import is started here.
running = subprocess.Popen([program, "--db", db, "import", "many.vcf"], stderr=subprocess.PIPE)
while running.poll() is None:
    if subprocess.run([program, "--db", db, "search", "person"], capture_output=True).returncode == 0:
        running.send_signal(signal.SIGINT)
        break
talk = running.communicate()[1].decode()
assert running.returncode in (0, 1), running.returncode
if running.returncode == 1:
    assert 'stopped: what came in is one step, "touchbase undo" takes it back' in talk, talk
END
run --db "$db" due
refuse_err 'was cut short'
good --db "$db" undo
expect_out 'taken back: import of many.vcf'
run --db "$db" search person
expect_status 3

case_ 'nothing to keep'
run --db "$db" undo --keep
expect_status 1
expect_err 'nothing on this desk was cut short'
passed
