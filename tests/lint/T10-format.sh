#!/bin/sh
# The layout is what clang-format makes of it.
. "$(dirname "$0")/lint.sh"
PLANT_IN='.clang-format include/touchbase/base src/base tests/fuzz'

check() {
    find "$1/src" "$1/include" "$1/tests" -name '*.[ch]' -not -path '*/corpus/*' | sort |
        xargs clang-format --dry-run -Werror --style="file:$1/.clang-format" 2>&1 | grep -A1 'error:' >"$work/format"
    [ ! -s "$work/format" ] || { sed -n '1,40p' "$work/format"; return 1; }
}

clean
refuses 'two blanks of indentation' append src/base/planted.c 'int planted(void)\n{\n  return 0;\n}\n'
refuses 'includes out of order' append src/base/planted.c '#include <string.h>\n#include <stdio.h>\n'
finish
