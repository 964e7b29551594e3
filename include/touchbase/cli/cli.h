/* The program's face on a command line: one subcommand, one file; without a word the full
 * screen (design.md section 4). */
#ifndef TOUCHBASE_CLI_CLI_H
#define TOUCHBASE_CLI_CLI_H

/* Does what the arguments say and returns the exit status of design.md section 4. Data
 * goes to standard output, talk to standard error. SIGPIPE must be ignored. */
int cli_run(int argc, char **argv);

#endif
