# Sourced by every lint of this folder, which defines check ROOT: prints what is wrong below ROOT, with path and
# line, and fails when there is anything. Each lint then shows that it can fail: it plants a violation in a copy
# of the tree and expects to be refused.
#
#   clean                       the tree of this checkout passes
#   refuses WORDS COMMAND ...   after COMMAND, run in a fresh copy, check fails (WORDS say what was planted)
#   accepts WORDS COMMAND ...   after COMMAND, run in a fresh copy, check passes, as far as the checkout does
#
# Environment: SOURCE, the checkout; BUILD, its build folder.
set -u
here=$(cd "$(dirname "$0")" && pwd)
SOURCE=${SOURCE:-$(cd "$here/../.." && pwd)}
BUILD=${BUILD:-$SOURCE/build}
PYTHON=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d "${TMPDIR:-/tmp}/touchbase-lint-XXXXXX")
trap 'rm -rf "$work"' EXIT
failures=0

clean() {
    if ! check "$SOURCE" >"$work/out" 2>&1; then
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

# The parts of the tree that lints read; tables and corpora are none of theirs. The copy is made
# once: others may be at work in the checkout.
copy_tree() {
    if [ ! -d "$work/pristine" ]; then
        mkdir "$work/pristine"
        (cd "$SOURCE" && tar cf - --exclude=./.git --exclude='./build*' --exclude=./tests/corpus \
            --exclude=./tests/tables .) | (cd "$work/pristine" && tar xf -)
    fi
    rm -rf "$work/tree"
    cp -a "$work/pristine" "$work/tree"
}

planted() {
    copy_tree
    if ! (cd "$work/tree" && "$@"); then
        echo "self-check: cannot plant: $*"
        exit 1
    fi
    check "$work/tree" >"$work/out" 2>&1
}

refuses() {
    planted_words=$1
    shift
    if planted "$@"; then
        echo "self-check: accepted although $planted_words"
        failures=$((failures + 1))
    fi
}

accepts() {
    planted_words=$1
    shift
    if [ $failures -eq 0 ] && ! planted "$@"; then
        echo "self-check: refused although $planted_words"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

# append FILE TEXT: TEXT (printf escapes) at the end of FILE, which is made with its folder when missing.
append() {
    mkdir -p "$(dirname "$1")" && printf "$2" >>"$1"
}

finish() {
    exit $((failures > 0))
}
