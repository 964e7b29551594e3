#!/bin/sh
# No variable outlives a call, file statics and statics in functions included: nothing may lie in .data or .bss
# but flags that a signal handler sets, declared `volatile sig_atomic_t`. In term/signals.c, whose handlers give
# the terminal back, it may also be what those handlers read.
. "$(dirname "$0")/lint.sh"

# Symbols of mutable sections: "member.o section name". Constants with addresses in them lie in .data.rel.ro.
mutable() {
    objdump -t "$@" | awk '
        /^[^ ]+: +file format/ { member = $1; sub(/:$/, "", member) }
        $3 == "O" || $2 == "O" {
            for (i = 2; i <= NF; i++)
                if ($i ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && $i !~ /^\.data\.rel\.ro/)
                    print member, $i, $NF
        }'
}

handlers=signals.c.o

is_signal_flag() {
    [ "$3" = "$handlers" ] && return
    name=${2%%.*}
    grep -rqE "volatile sig_atomic_t +([A-Za-z_]+, *)*$name\b" "$1/src" --include="${3%.o}"
}

check() {
    if [ "$1" = "$SOURCE" ]; then
        set -- "$1" "$BUILD"/src/lib*.a
    else
        ${CC:-cc} -std=c17 -D_XOPEN_SOURCE=700 -I"$1/include" -O0 -c "$1/src/base/planted.c" -o "$work/planted.c.o"
        set -- "$1" "$work/planted.c.o"
    fi
    root=$1
    shift
    [ -e "$1" ] || { echo "no libraries in $BUILD"; return 1; }
    failed=0
    mutable "$@" >"$work/symbols"
    while read -r member section name; do
        is_signal_flag "$root" "$name" "$(basename "$member")" && continue
        echo "$(basename "$member"): $name lies in $section"
        failed=1
    done <"$work/symbols"
    return $failed
}

clean
refuses 'a file static' append src/base/planted.c 'int planted(void);\nstatic int count;\nint planted(void)\n{\n    return ++count;\n}\n'
refuses 'a static in a function' append src/base/planted.c 'int planted(void);\nint planted(void)\n{\n    static int count = 3;\n    return ++count;\n}\n'
refuses 'a global' append src/base/planted.c 'extern int planted;\nint planted = 1;\n'
refuses 'a table of pointers without const' append src/base/planted.c 'extern const char *planted[];\nconst char *planted[] = {"a"};\n'
accepts 'a table of constants' append src/base/planted.c 'extern const char *const planted[];\nconst char *const planted[] = {"a"};\n'
accepts 'a signal flag' append src/base/planted.c '#include <signal.h>\nint planted(void);\nstatic volatile sig_atomic_t hung_up;\nint planted(void)\n{\n    return hung_up = 1;\n}\n'
finish
