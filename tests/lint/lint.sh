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

# What a planted check reads of the tree: a lint for which a part shows as much as the whole names that part.
PLANT_IN=.

# Every file below the tree with its size and time, every folder.
list_tree() {
    (cd "$work/tree" && find . -type d -printf '%p/\n' -o -printf '%p\t%s\t%T@\n' | LC_ALL=C sort)
}

# A copy of the tree without tables and corpora, which no lint reads. It is made once, since others may be at work
# in the checkout, and passes as it is.
make_tree() {
    mkdir "$work/pristine" "$work/tree"
    (cd "$SOURCE" && tar cf - --exclude=./.git --exclude='./build*' --exclude='*tests/corpus' \
        --exclude='*tests/tables' $PLANT_IN) | (cd "$work/pristine" && tar xf -)
    cp -a "$work/pristine/." "$work/tree"
    list_tree >"$work/listed"
    if [ "$PLANT_IN" != . ] && ! check "$work/tree" >"$work/out" 2>&1; then
        echo "self-check: $PLANT_IN alone is refused"
        cat "$work/out"
        exit 1
    fi
}

# What was planted is taken out again: new files and folders go, changed and lost files come back.
restore_tree() {
    list_tree >"$work/now"
    LC_ALL=C comm -13 "$work/listed" "$work/now" | cut -f1 | LC_ALL=C sort -r | while IFS= read -r path; do
        case $path in
        */) rmdir "$work/tree/$path" ;;
        *) rm "$work/tree/$path" ;;
        esac
    done
    LC_ALL=C comm -23 "$work/listed" "$work/now" | cut -f1 | while IFS= read -r path; do
        case $path in
        */) mkdir -p "$work/tree/$path" ;;
        *) cp -p "$work/pristine/$path" "$work/tree/$path" ;;
        esac
    done
    list_tree | cmp -s - "$work/listed" || { echo "self-check: the tree is not as it was"; exit 1; }
}

planted() {
    if [ -d "$work/tree" ]; then
        restore_tree
    else
        make_tree
    fi
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
