#include "stop.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t came;

static void on_signal(int number)
{
    if (came == 0)
        came = number;
}

void stop_catch(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    /* No SA_RESTART: a wait for a key ends too. */
    struct sigaction catch = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};

    sigemptyset(&catch.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now;

        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaction(numbers[i], &catch, NULL);
    }
}

int stop_signal(void)
{
    return came;
}
