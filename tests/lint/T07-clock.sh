#!/bin/sh
# Only base/clock asks the system for the time, and nobody converts with the process's own zone.
. "$(dirname "$0")/lint.sh"
calls='time|clock|clock_gettime|clock_getres|gettimeofday|ftime|timespec_get|localtime|localtime_r|mktime|timegm|gmtime|gmtime_r|ctime|ctime_r|asctime|tzset|g_get_real_time|g_get_monotonic_time|g_date_time_new_now|g_date_time_new_now_local|g_date_time_new_now_utc|icaltime_current_time_with_zone|icaltime_today'

check() {
    suspects=$(find "$1/src" "$1/include" -name '*.[ch]' ! -path "$1/src/base/clock.c" -exec \
        grep -lE "\b($calls) *\(" {} +)
    [ -n "$suspects" ] || return 0
    ! "$PYTHON" "$here/code.py" code $suspects |
        grep -E "(^|[^A-Za-z0-9_>.])($calls) *\(" | grep -vE '[A-Za-z_]\**[ *]+clock\('
}

clean
refuses 'desk calls time' append src/desk/planted.c 'long planted = time(NULL);\n'
refuses 'model calls clock_gettime' append src/model/planted.c 'x = clock_gettime (0, 0);\n'
refuses 'calendar reads local time' append src/calendar/planted.c 'localtime_r(&a, &b);\n'
refuses 'main calls gettimeofday' append src/main.c 'gettimeofday(&a, 0);\n'
accepts 'a comment speaks of time (and of none)' append src/model/planted.c '/* at a time (wall) */\n'
accepts 'a string speaks of time(' append src/model/planted.c 'const char *planted = "time(NULL)";\n'
accepts 'a function is called at_time' append src/model/planted.c 'x = at_time(1);\n'
finish
