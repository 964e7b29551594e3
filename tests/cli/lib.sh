# The small library of the command-line tests: a test sources it, says `case_` before each thing it shows, runs the
# program with `run`, and looks at what came with the `expect_` functions. The first that does not hold ends it.
#
# Each test has its own home, desk and clock (Monday, 2 March 2026, 09:00 in Toronto); nothing of the machine's is read.
set -u
: "${BUILD:?is the build folder}"
TEST_DATA=${TEST_DATA:-$(cd "$(dirname "$0")/.." && pwd)}
PYTHON=${PYTHON:-/usr/bin/python3}
here=$TEST_DATA/cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$work/home
XDG_DATA_HOME=$HOME/data
XDG_CONFIG_HOME=$HOME/config
XDG_STATE_HOME=$HOME/state
XDG_RUNTIME_DIR=$work
TMPDIR=$work
TZ=America/Toronto
TOUCHBASE_DB=$work/desk.db
TOUCHBASE_NOW='2026-03-02 09:00'
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_RUNTIME_DIR TMPDIR TZ TOUCHBASE_DB TOUCHBASE_NOW
unset TERM NO_COLOR VISUAL EDITOR 2>/dev/null || :
mkdir -p "$HOME"
touchbase=$BUILD/touchbase
case_name='(no case yet)'
status=0
cd "$work" || exit 1

case_() {
    case_name=$1
}

fail() {
    echo "not ok: $case_name: $1"
    echo "--- status $status"
    echo '--- standard output'
    head -c 4000 "$work/out"
    echo '--- standard error'
    head -c 4000 "$work/err"
    exit 1
}

# run ARGUMENT ...: the program with nothing on its standard input.
run() {
    run_in /dev/null "$@"
}

# run_in FILE ARGUMENT ...: with FILE as its standard input.
run_in() {
    input=$1
    shift
    status=0
    "$touchbase" "$@" <"$input" >"$work/out" 2>"$work/err" || status=$?
}

# good ARGUMENT ...: run, and it must end with 0.
good() {
    run "$@"
    expect_status 0
}

expect_status() {
    [ "$status" -eq "$1" ] || fail "status $1 was expected"
}

expect_out() {
    grep -qF -e "$1" "$work/out" || fail "standard output does not say: $1"
}

expect_err() {
    grep -qF -e "$1" "$work/err" || fail "standard error does not say: $1"
}

refuse_out() {
    if grep -qF -e "$1" "$work/out"; then fail "standard output says: $1"; fi
}

refuse_err() {
    if grep -qF -e "$1" "$work/err"; then fail "standard error says: $1"; fi
}

expect_no_out() {
    [ ! -s "$work/out" ] || fail 'standard output should be empty'
}

expect_no_err() {
    [ ! -s "$work/err" ] || fail 'standard error should be empty'
}

# expect_json EXPRESSION: Python, with `rows` the objects on standard output, one a line.
expect_json() {
    "$PYTHON" - "$work/out" "$1" 2>"$work/python" <<'END' || fail "JSON: $1 $(tail -1 "$work/python")"
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
sys.exit(0 if eval(sys.argv[2]) else 1)
END
}

# json_value EXPRESSION: prints it.
json_value() {
    "$PYTHON" - "$work/out" "$1" <<'END'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(eval(sys.argv[2]))
END
}

# A desk with the three people of people.vcf, made anew.
fresh_desk() {
    rm -f "$TOUCHBASE_DB" "$TOUCHBASE_DB-journal"
    good import "$here/people.vcf"
}

passed() {
    echo "ok"
}
