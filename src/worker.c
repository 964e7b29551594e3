/* touchbase-worker: reads mails and writes calendars for touchbase over a pipe on its
 * standard input and output, and ends with it. It opens no desk and no terminal; what a
 * hostile message can break is this process alone (design.md section 6). */
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "touchbase/serve/serve.h"

int main(void)
{
    signal(SIGPIPE, SIG_IGN);
    serve_pipe(STDIN_FILENO, STDOUT_FILENO);
    return EXIT_SUCCESS;
}
