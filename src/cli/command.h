/* The subcommands, one table (command.c), and what a call of one has at hand. */
#ifndef TOUCHBASE_SRC_CLI_COMMAND_H
#define TOUCHBASE_SRC_CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "output.h"
#include "touchbase/base/arena.h"
#include "touchbase/base/error.h"
#include "touchbase/desk/desk.h"

enum option {
    /* of every command */
    OPTION_DB,
    OPTION_NOW,
    OPTION_JSON,
    OPTION_DEMO,
    OPTION_HELP,
    OPTION_VERSION,
    /* of some */
    OPTION_ADD,
    OPTION_AGAIN,
    OPTION_ALL,
    OPTION_DRY_RUN,
    OPTION_EXPLAIN,
    OPTION_FOR,
    OPTION_FORMAT,
    OPTION_KEEP,
    OPTION_KEYS,
    OPTION_LIST,
    OPTION_LOG,
    OPTION_MINE,
    OPTION_NEXT,
    OPTION_ORDER,
    OPTION_OUTCOME,
    OPTION_PROMISE,
    OPTION_SCREEN,
    OPTION_SIZE,
    OPTION_SUBSCRIBE,
    OPTION_SUCCEEDS,
    OPTION_TAG,
    OPTION_TASKS,
    OPTION_THEIRS,
    OPTION_UNTIL,
    OPTION_UPDATE,
    OPTION_YES,
    OPTION_COUNT
};

#define OPTION_BIT(option) (1U << (option))

struct option_row {
    const char *name;  /* "--db" */
    const char *value; /* "FILE", NULL for one without a value */
    const char *help;
};
extern const struct option_row option_rows[OPTION_COUNT];

struct call;

struct command {
    const char *name;
    const char *words;  /* of its synopsis: "WHO TEXT|-" */
    const char *help;   /* one line, without a full stop */
    unsigned options;   /* OPTION_BIT of those of its own */
    size_t least, most; /* words */
    /* False and err, whose code is the exit status. */
    bool (*run)(struct call *call, struct error *err);
};
extern const struct command commands[]; /* by name; ends with name NULL */

/* NULL when there is none. */
const struct command *command_find(const char *name);
/* The one without a word: the full screen. */
const struct command *command_desk(void);

struct call {
    const struct command *command;
    const char *values[OPTION_COUNT]; /* NULL: not given; "" of one without a value */
    const char **words;               /* behind the command's name */
    size_t word_count;
    struct arena *arena; /* of the whole call */
    struct output out;
    struct desk *desk;   /* closed at the end; NULL before call_desk */
    enum desk_mode mode; /* that it was opened in ... */
    uint64_t generation; /* ... and how it was then */
    int status;          /* exit status when run returns true */
};

/* Reads the arguments (argv[0] is the program). False and err (ERROR_USAGE). */
bool call_read(struct call *call, int argc, char **argv, struct error *err);
bool call_has(const struct call *call, enum option option);
/* The value of OPTION_DB or OPTION_NOW, else that of its variable in the environment;
 * NULL for neither. */
const char *call_value(const struct call *call, enum option option);
/* Opens the desk the options and the environment name, and says its notice. NULL and err.
 */
struct desk *call_desk(struct call *call, enum desk_mode mode, struct error *err);
/* The words from first on with blanks between them. */
char *call_join(const struct call *call, size_t first);

bool cmd_add(struct call *call, struct error *err);
bool cmd_backup(struct call *call, struct error *err);
bool cmd_check(struct call *call, struct error *err);
bool cmd_desk(struct call *call, struct error *err);
bool cmd_deal(struct call *call, struct error *err);
bool cmd_done(struct call *call, struct error *err);
bool cmd_due(struct call *call, struct error *err);
bool cmd_export(struct call *call, struct error *err);
bool cmd_got(struct call *call, struct error *err);
bool cmd_help(struct call *call, struct error *err);
bool cmd_import(struct call *call, struct error *err);
bool cmd_item(struct call *call, struct error *err);
bool cmd_blocker(struct call *call, struct error *err);
bool cmd_link(struct call *call, struct error *err);
bool cmd_message(struct call *call, struct error *err);
bool cmd_note(struct call *call, struct error *err);
bool cmd_once(struct call *call, struct error *err);
bool cmd_ooo(struct call *call, struct error *err);
bool cmd_plays(struct call *call, struct error *err);
bool cmd_redo(struct call *call, struct error *err);
bool cmd_round(struct call *call, struct error *err);
bool cmd_search(struct call *call, struct error *err);
bool cmd_sent(struct call *call, struct error *err);
bool cmd_show(struct call *call, struct error *err);
bool cmd_skip(struct call *call, struct error *err);
bool cmd_status(struct call *call, struct error *err);
bool cmd_sync(struct call *call, struct error *err);
bool cmd_tag(struct call *call, struct error *err);
bool cmd_touch(struct call *call, struct error *err);
bool cmd_undo(struct call *call, struct error *err);
bool cmd_waiting(struct call *call, struct error *err);

#endif
