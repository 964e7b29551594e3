#!/bin/sh
# Sources of at most 400 lines, functions of at most 70.
. "$(dirname "$0")/lint.sh"

# With the layout of .clang-format a function body begins and ends with a brace in the first column.
check() {
    find "$1/src" "$1/include" "$1/tests/unit" -name '*.[ch]' | sort | xargs awk -v root="$1/" '
        function close_file() {
            if (lines > 400 && name !~ /tests\//) report(name, lines, "the file has " lines " lines, 400 are allowed")
        }
        function report(file, line, words) {
            sub(root, "", file)
            print file ":" line ": " words
            failed = 1
        }
        FNR == 1 { close_file(); name = FILENAME; start = 0 }
        { lines = FNR }
        /^{/ { start = FNR }
        /^}/ {
            if (start && FNR - start + 1 > 70)
                report(FILENAME, start, "the function has " FNR - start + 1 " lines, 70 are allowed")
            start = 0
        }
        END { close_file(); exit failed }'
}

long_function() {
    { printf 'void planted(void);\nvoid planted(void)\n{\n'; yes '    ;' | head -n "$1"; printf '}\n'; } >src/base/planted.c
}

long_file() {
    yes '/* */' | head -n "$1" >src/base/planted.c
}

clean
refuses 'a function has 71 lines' long_function 69
accepts 'a function has 70 lines' long_function 68
refuses 'a file has 401 lines' long_file 401
accepts 'a file has 400 lines' long_file 400
finish
