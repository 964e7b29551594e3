#!/bin/sh
# A call that climbs the stairs: each room, whole, must link with nothing but the rooms its row names.
. "$(dirname "$0")/lint.sh"

check() {
    if [ "$1" = "$SOURCE" ]; then
        cmake --build "$BUILD" --target closed_rooms
    else
        generator=$(sed -n 's/^CMAKE_GENERATOR:INTERNAL=//p' "$BUILD/CMakeCache.txt")
        cmake -S "$1" -B "$work/build" -G "$generator" -DTOUCHBASE_TESTS=OFF -DCMAKE_BUILD_TYPE=Debug &&
            cmake --build "$work/build" --target closed_base
    fi
}

clean
refuses 'base calls a function of desk' \
    append src/base/uuid.c 'int desk_planted(void);\nint base_planted(void);\nint base_planted(void)\n{\n    return desk_planted();\n}\n'
accepts 'base calls itself' append src/base/uuid.c 'int base_planted(void);\nint base_planted(void)\n{\n    return 0;\n}\n'
finish
