#!/bin/sh
# What may stand at the top of the repository, and nothing else.
. "$(dirname "$0")/lint.sh"
allowed='.ci .clang-format .clang-tidy .github .gitattributes .gitignore CMakeLists.txt LICENSE README.md data include src tests'

check() {
    if [ "$1" = "$SOURCE" ] && git -C "$1" rev-parse --git-dir >/dev/null 2>&1; then
        names=$(git -C "$1" ls-tree --name-only HEAD; git -C "$1" ls-files | cut -d/ -f1)
    else
        names=$(ls -A "$1" | grep -v -e '^\.git$' -e '^build')
    fi
    failed=0
    for name in $(printf '%s\n' "$names" | sort -u); do
        case " $allowed " in
        *" $name "*) ;;
        *) echo "$name does not belong at the top"; failed=1 ;;
        esac
    done
    for name in CMakeLists.txt LICENSE README.md .ci data include src tests; do
        [ -e "$1/$name" ] || { echo "$name is missing"; failed=1; }
    done
    return $failed
}

clean
refuses 'a stray file' append notes.txt 'x\n'
refuses 'a stray folder' append docs/x.md 'x\n'
refuses 'the licence is gone' rm LICENSE
finish
