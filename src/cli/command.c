#include "command.h"

#include <string.h>

const struct option_row option_rows[OPTION_COUNT] = {
    [OPTION_DB] = {"--db", "FILE",
                   "the desk (default: $TOUCHBASE_DB, else the usual place)"},
    [OPTION_NOW] = {"--now", "'YYYY-MM-DD HH:MM'",
                    "the clock stands at this minute; with a trailing + it runs on"},
    [OPTION_JSON] = {"--json", NULL, "print records as JSON, one object a line"},
    [OPTION_DEMO] = {"--demo", NULL, "on a throw-away desk of sample data"},
    [OPTION_HELP] = {"--help", NULL, "print how it is used"},
    [OPTION_VERSION] = {"--version", NULL, "print the version"},
    [OPTION_AGAIN] = {"--again", NULL, "read what was read before too"},
    [OPTION_ADD] = {"--add", NULL, "who is not on the desk becomes a contact"},
    [OPTION_ALL] = {"--all", NULL, "the whole page of --dry-run, however long"},
    [OPTION_DRY_RUN] = {"--dry-run", NULL,
                        "only say what was understood and would be done"},
    [OPTION_EXPLAIN] = {"--explain", NULL,
                        "only say which words led to what; needs no desk"},
    [OPTION_FOR] = {"--for", "WHO", "it is this person's"},
    [OPTION_FORMAT] = {"--format", "NAME", "instead of judging by the file's ending"},
    [OPTION_KEEP] = {"--keep", NULL, "keep what an import that was cut short brought"},
    [OPTION_KEYS] = {"--keys", "FILE|-",
                     "take the keys from a script instead of the terminal"},
    [OPTION_LIST] = {"--list", NULL, "list the steps, newest first, and change nothing"},
    [OPTION_LOG] = {"--log", NULL, "print what syncs did, the newest last"},
    [OPTION_MINE] = {"--mine", NULL, "the touch counts as it is on the desk"},
    [OPTION_NEXT] = {"--next", "'CHANNEL WHEN [PURPOSE]'",
                     "plan the next touch in the same step"},
    [OPTION_ORDER] = {"--order", "dmy|mdy", "how a date such as 3/4 is read"},
    [OPTION_OUTCOME] = {"--outcome", "OUTCOME", "what came of it"},
    [OPTION_PROMISE] = {"--promise", NULL, "they were told day and channel"},
    [OPTION_SCREEN] = {"--screen", "FILE|-",
                       "write the last picture as text; no terminal is used"},
    [OPTION_SIZE] = {"--size", "COLSxROWS", "of that picture (default: 80x24)"},
    [OPTION_SUBSCRIBE] = {"--subscribe", NULL,
                          "the file says how often to fetch it again"},
    [OPTION_SUCCEEDS] = {"--succeeds", "WHO",
                         "they took over from WHO, who left, and keep the history"},
    [OPTION_TAG] = {"--tag", "WORDS", "tags to put on: 'wine vip'"},
    [OPTION_TASKS] = {"--tasks", NULL, "tasks (VTODO) instead of events"},
    [OPTION_THEIRS] = {"--theirs", NULL, "the touch counts as it is in the calendar"},
    [OPTION_UNTIL] = {"--until", "WHEN", "only those due by then"},
    [OPTION_UPDATE] = {"--update", NULL, "take values that differ from the desk's"},
    [OPTION_YES] = {"--yes", NULL, "file at once, also on a terminal"},
};

enum { MANY = 4096 };

static const struct command desk_command = {
    "",
    "",
    "open the desk",
    OPTION_BIT(OPTION_KEYS) | OPTION_BIT(OPTION_SCREEN) | OPTION_BIT(OPTION_SIZE),
    0,
    0,
    cmd_desk,
};

const struct command commands[] = {
    {"add", "NAME[, COMPANY, MAIL, NUMBER ...]|-", "add a person",
     OPTION_BIT(OPTION_SUCCEEDS) | OPTION_BIT(OPTION_TAG), 1, MANY, cmd_add},
    {"backup", "FILE", "copy the whole desk to a file", 0, 1, 1, cmd_backup},
    {"blocker", "WHO busy|answer|third party|none",
     "note what likely keeps a person from answering", 0, 2, MANY, cmd_blocker},
    {"check", "", "look the desk over; exit status 1 when something is wrong", 0, 0, 0,
     cmd_check},
    {"deal", "WHO AMOUNT [won|delivered|lost]",
     "put a deal on the desk, or say what became of it", 0, 2, 3, cmd_deal},
    {"done", "TOUCH", "finish a touch",
     OPTION_BIT(OPTION_OUTCOME) | OPTION_BIT(OPTION_NEXT), 1, 1, cmd_done},
    {"due", "", "list the pending touches, late ones first", OPTION_BIT(OPTION_UNTIL), 0,
     0, cmd_due},
    {"export", "FILE.ics|FOLDER/|CARDS.txt|-",
     "write the pending touches as a calendar, or the cards to write as a print list",
     OPTION_BIT(OPTION_TASKS) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_SUBSCRIBE),
     1, 1, cmd_export},
    {"got", "WHO|NUMBER|- [KIND] [TEXT|-]", "take in what reached you from a person", 0,
     1, MANY, cmd_got},
    {"help", "[COMMAND]", "print how a command is used", 0, 0, 1, cmd_help},
    {"import", "FILE|-", "take in contacts (vCard, CSV), or a calendar (.ics) as touches",
     OPTION_BIT(OPTION_ADD) | OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_FOR) |
         OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_UPDATE),
     1, 1, cmd_import},
    {"item", "[LINE]", "list what is worth sending, or add one of it", 0, 0, MANY,
     cmd_item},
    {"link", "WHO KIND WHO", "link a person with another; -KIND takes the link away", 0,
     3, MANY, cmd_link},
    {"message", "[CHANNEL FILE|-]", "list the messages to say and to write, or add one",
     OPTION_BIT(OPTION_FOR), 0, 2, cmd_message},
    {"note", "WHO TEXT|-", "file a note on a person", 0, 2, MANY, cmd_note},
    {"once", "TOUCH", "let a touch repeat no more; it stays as a single one", 0, 1, 1,
     cmd_once},
    {"ooo", "FILE|FOLDER|- ...", "take in out-of-office replies",
     OPTION_BIT(OPTION_ALL) | OPTION_BIT(OPTION_AGAIN) | OPTION_BIT(OPTION_DRY_RUN) |
         OPTION_BIT(OPTION_EXPLAIN) | OPTION_BIT(OPTION_ADD) | OPTION_BIT(OPTION_ORDER) |
         OPTION_BIT(OPTION_YES),
     1, MANY, cmd_ooo},
    {"plays", "", "print the plays in force, and check their files", 0, 0, 0, cmd_plays},
    {"redo", "", "bring the step undone last again", 0, 0, 0, cmd_redo},
    {"round", "[NN%]",
     "voicemail and mail are looked through; NN%: how full the voicemail box is", 0, 0, 2,
     cmd_round},
    {"search", "WORDS", "find people by anything known of them", 0, 1, MANY, cmd_search},
    {"sent", "-", "take in a mail you sent, which ends the waiting", 0, 1, 1, cmd_sent},
    {"show", "WHO", "print a person with everything that happened", 0, 1, MANY, cmd_show},
    {"skip", "TOUCH", "leave out one of a repeating touch; the next one comes", 0, 1, 1,
     cmd_skip},
    {"status", "", "print one line for a status bar", 0, 0, 0, cmd_status},
    {"sync", "[TOUCH]", "keep the calendar of the settings in step, both ways",
     OPTION_BIT(OPTION_LOG) | OPTION_BIT(OPTION_MINE) | OPTION_BIT(OPTION_THEIRS) |
         OPTION_BIT(OPTION_OUTCOME),
     0, 1, cmd_sync},
    {"tag", "WHO WORDS", "put tags on a person; -WORD takes one off", 0, 2, MANY,
     cmd_tag},
    {"touch", "WHO CHANNEL WHEN [PURPOSE]", "plan a touch", OPTION_BIT(OPTION_PROMISE), 2,
     MANY, cmd_touch},
    {"undo", "", "take back the desk's last step",
     OPTION_BIT(OPTION_KEEP) | OPTION_BIT(OPTION_LIST), 0, 0, cmd_undo},
    {"waiting", "", "list what reached you and waits for an answer", 0, 0, 0,
     cmd_waiting},
    {NULL, NULL, NULL, 0, 0, 0, NULL},
};

const struct command *command_find(const char *name)
{
    for (const struct command *command = commands; command->name != NULL; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
}

const struct command *command_desk(void)
{
    return &desk_command;
}
