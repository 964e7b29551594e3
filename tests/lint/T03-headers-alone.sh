#!/bin/sh
# Every header, public and private, compiles alone and twice, under the warnings of the build.
. "$(dirname "$0")/lint.sh"
WARNINGS=${WARNINGS:--Wall -Wextra -Wpedantic}
PLANT_IN='include/touchbase/base src/base'

check() {
    failed=0
    flags=$(pkg-config --cflags-only-I gmime-3.0 libxml-2.0 libical ncursesw libutf8proc)
    for header in $(cd "$1" && find include src -name '*.h' | sort); do
        case $header in
        include/*) name=${header#include/} ;;
        *) name=$1/$header ;;
        esac
        printf '#include "%s"\n#include "%s"\nextern int alone;\n' "$name" "$name" |
            ${CC:-cc} -std=c17 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE $WARNINGS -Werror -I"$1/include" $flags \
                -fsyntax-only -x c - || { echo "$header does not compile alone"; failed=1; }
    done
    return $failed
}

clean
refuses 'a header uses a type it does not include' append include/touchbase/base/planted.h \
    '#ifndef PLANTED_H\n#define PLANTED_H\nbool planted(void);\n#endif\n'
refuses 'a header has no guard' append src/base/planted.h 'enum { PLANTED };\n'
finish
