/* The program touchbase: locale, signals, exit status; everything else is in the rooms.
 */
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

#include "touchbase/cli/cli.h"

/* Text is UTF-8, also where the environment says nothing or C. Numbers, dates and words
 * are the same everywhere. */
static void choose_locale(void)
{
    if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

int main(int argc, char **argv)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};

    choose_locale();
    /* A reader that goes away is an error of the write, not the end of the program. */
    sigaction(SIGPIPE, &ignore, NULL);
    /* So is a file that may not grow. */
    sigaction(SIGXFSZ, &ignore, NULL);
    return cli_run(argc, argv);
}
