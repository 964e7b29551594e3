#!/bin/sh
# Nothing is left for later: no such words, no code switched off.
. "$(dirname "$0")/lint.sh"
words='\b(TODO|FIXME|XXX|HACK)\b|\b([Ff]or now(?! in\b)|[Nn]ot (yet )?implemented|[Cc]oming soon|[Uu]nimplemented)\b|^ *# *if +0\b'

check() {
    # 1 is "nothing found"; an error of grep is no pass.
    (cd "$1" && grep -rnPI "$words" CMakeLists.txt README.md .ci .clang-tidy data include src tests \
        --exclude-dir=lint --exclude-dir=corpus --exclude-dir=tables --exclude-dir=phrases)
    [ $? -eq 1 ]
}

clean
refuses 'a comment puts work off' append src/base/planted.c '/* TO''DO: write it */\n'
refuses 'a manual promises' append data/touchbase.1 'This is not yet imple''mented.\n'
refuses 'code is switched off' append src/base/planted.c '#if 0\nint planted;\n#endif\n'
refuses 'a test is put off' append tests/cli/planted.sh '# FIX''ME\n'
accepts 'a template for a temporary name' append src/base/planted.c 'const char *planted = "x.XXXXXX";\n'
finish
