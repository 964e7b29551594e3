#!/bin/sh
# touchbase is linked with ncurses, SQLite, utf8proc, the CSV library and the C library, and with nothing else:
# what mails and calendars need costs milliseconds at every start and lives in the worker.
. "$(dirname "$0")/lint.sh"
allowed='libncursesw libtinfo libsqlite3 libutf8proc libcsv libc libm ld-linux-x86-64 ld-linux-aarch64'

# check ROOT [PROGRAM]
check() {
    [ -e "$1/src/main.c" ] || return 0
    program=${2:-$BUILD/touchbase}
    [ -x "$program" ] || { echo "$program is missing"; return 1; }
    failed=0
    for library in $(objdump -p "$program" | awk '$1 == "NEEDED" { print $2 }'); do
        case " $allowed " in
        *" ${library%%.so*} "*) ;;
        *) echo "touchbase is linked with $library"; failed=1 ;;
        esac
    done
    return $failed
}

clean
if [ -e "$SOURCE/src/main.c" ]; then
    if check "$SOURCE" "$BUILD/touchbase-worker" >/dev/null; then
        echo 'self-check: accepted the libraries of the worker'
        failures=$((failures + 1))
    fi
    if check "$SOURCE" "$work/no-such-program" >/dev/null; then
        echo 'self-check: accepted a program that is not there'
        failures=$((failures + 1))
    fi
fi
finish
