#!/bin/sh
# What comes out: data and talk apart, a full disk and a reader that leaves, a terminal that is kept whole.
. "$(dirname "$0")/lib.sh"
fresh_desk

case_ 'a full disk under standard output'
good touch dana call fri
status=0
"$touchbase" due >/dev/full 2>"$work/err" || status=$?
: >"$work/out"
expect_status 1
expect_err 'cannot write the output'
status=0
"$touchbase" --help >/dev/full 2>"$work/err" || status=$?
expect_status 1
status=0
"$touchbase" export - >/dev/full 2>"$work/err" || status=$?
expect_status 1

case_ 'a reader that leaves is no error to talk about, and no signal'
"$PYTHON" - "$touchbase" <<'END' >"$work/out" 2>"$work/err" || fail 'see above'
import os, subprocess, sys
read_end, write_end = os.pipe()
os.close(read_end)  # gone before the program starts: whoever is faster does not matter
process = subprocess.Popen([sys.argv[1], "search", "dana"], stdout=write_end, stderr=subprocess.PIPE)
talk = process.stderr.read()
status = process.wait()
assert status == 1, status
assert talk == b"", talk
END

case_ 'a closed standard output'
status=0
"$touchbase" due >&- 2>"$work/err" || status=$?
expect_status 1

case_ 'through a pipe byte for byte, onto a terminal plain'
printf 'Evil\033[31m \007Name \302\233x \342\200\256rtl, Acme, evil@acme.example' >line
run_in line add -
expect_status 0
good search evil
"$PYTHON" - "$work/out" <<'END' || fail 'the pipe was filtered'
import sys
assert b"\x1b[31m" in open(sys.argv[1], "rb").read()
END
"$PYTHON" "$here/terminal.py" "$work/screen" "$touchbase" search evil || fail 'on a terminal'
"$PYTHON" - "$work/screen" <<'END' || fail 'the terminal got control characters'
import sys
data = open(sys.argv[1], "rb").read()
text = data.decode("utf-8")
assert "Evil" in text
assert not any((ord(c) < 32 and c not in "\r\n\t") or 127 <= ord(c) < 160 or c == "\u202e" for c in text), data
END
"$PYTHON" "$here/terminal.py" "$work/screen" "$touchbase" show "$(printf '\033[31mnobody')" && fail 'somebody was found'
if grep -q "$(printf '\033')" "$work/screen"; then fail 'an error reached the terminal unfiltered'; fi

case_ 'no prompt without a terminal, and none with --yes'
run ooo "$here/mail/mexico.eml"
expect_status 0
good undo
"$PYTHON" "$here/terminal.py" "$work/screen" "$touchbase" ooo --yes "$here/mail/wedding.eml" || fail 'with --yes'
run show --json lena
expect_json 'rows[0]["away_until"] == "2026-03-16"'
good undo

case_ 'on a terminal each of several is shown first'
"$PYTHON" "$here/terminal.py" --type q "$work/screen" "$touchbase" ooo "$here/mail/wedding.eml" "$here/mail/mexico.eml" ||
    fail 'status'
grep -q 'Enter files it' "$work/screen" || fail 'nothing was shown'
grep -q 'getting married' "$work/screen" || fail 'the message was not shown'
if grep -q 'Mexico' "$work/screen"; then fail 'q did not leave'; fi
run show --json lena
expect_json 'rows[0]["away_until"] is None'
"$PYTHON" "$here/terminal.py" --type '' "$work/screen" "$touchbase" ooo "$here/mail/wedding.eml" "$here/mail/plain.eml" ||
    fail 'status'
run show --json lena
expect_json 'rows[0]["away_until"] == "2026-03-16"'

case_ 'one is shown on the full screen, which needs a terminal that can'
"$PYTHON" "$here/terminal.py" "$work/screen" "$touchbase" ooo "$here/mail/mexico.eml" && fail 'without TERM'
run show --json dana
expect_json 'rows[0]["away_until"] is None'

case_ 'any locale'
for locale in C POSIX C.UTF-8 xx_YY.ISO-8859-1; do
    LC_ALL=$locale run show 王小明
    expect_status 0
    expect_out '东方泵业'
done
passed
