#include "touchbase/base/watch.h"

#include <sys/inotify.h>
#include <unistd.h>

enum { READS_MAX = 16 };

int watch_open(const char *folder)
{
    int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

    if (descriptor >= 0 &&
        inotify_add_watch(descriptor, folder,
                          IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE) < 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

void watch_drain(int descriptor)
{
    char events[4096];

    /* Not to the end: where somebody writes all the time there is none. */
    for (int i = 0; i < READS_MAX && read(descriptor, events, sizeof events) > 0; i++)
        continue;
}

void watch_close(int descriptor)
{
    if (descriptor >= 0)
        close(descriptor);
}
