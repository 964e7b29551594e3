/* ^C, a request to end, a terminal that went away: noticed between two pieces of a long
 * work, which then ends in order. A second one ends the program at once. */
#ifndef TOUCHBASE_SRC_CLI_STOP_H
#define TOUCHBASE_SRC_CLI_STOP_H

/* From now on SIGINT, SIGTERM and SIGHUP are noticed; one that is ignored stays so. */
void stop_catch(void);
/* The signal that came first, 0 while none did. */
int stop_signal(void);

#endif
