#include "touchbase/base/process_mark.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The kernel's largest pid is 2^22. */
enum { PID_BITS = 22, STAT_SIZE = 1024 };
#define PID_MASK ((INT64_C(1) << PID_BITS) - 1)

/* Field 3 and field 22 of /proc/PID/stat; the name in field 2 may hold anything, so they
 * are counted from its last bracket. */
static bool read_stat(int64_t pid, char *state, int64_t *start)
{
    char path[64], line[STAT_SIZE];
    snprintf(path, sizeof path, "/proc/%lld/stat", (long long)pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    size_t length = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[length] = '\0';
    const char *behind = strrchr(line, ')');
    long long ticks;
    if (!behind || sscanf(behind + 1,
                          " %c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
                          "%*s %*s %*s %*s %lld",
                          state, &ticks) != 2)
        return false;
    *start = ticks;
    return true;
}

int64_t process_mark(void)
{
    int64_t pid = getpid(), start;
    char state;
    if (!read_stat(pid, &state, &start))
        return pid;
    return start << PID_BITS | pid;
}

bool process_mark_is_gone(int64_t mark)
{
    int64_t pid = mark & PID_MASK, wanted = mark >> PID_BITS, start;
    char state;
    if (!read_stat(pid, &state, &start))
        return kill((pid_t)pid, 0) != 0 && errno == ESRCH;
    return state == 'Z' || state == 'X' || (wanted != 0 && wanted != start);
}
