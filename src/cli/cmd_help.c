#include <string.h>

#include "command.h"
#include "touchbase/panes/panes.h"

static void print_options(struct call *call, unsigned options)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_rows[i];
        const char *left;

        if ((options & OPTION_BIT(i)) == 0)
            continue;
        left = row->value == NULL
                   ? row->name
                   : arena_format(call->arena, "%s %s", row->name, row->value);
        output_print(&call->out, "  %-28s %s\n", left, row->help);
    }
}

static unsigned common_options(void)
{
    unsigned options = 0;

    for (int i = OPTION_DB; i <= OPTION_VERSION; i++)
        options |= OPTION_BIT(i);
    return options;
}

static void print_all(struct call *call)
{
    output_print(&call->out,
                 "touchbase keeps track of who is waiting, who is away, and "
                 "what to do next.\n\n"
                 "  %-28s open the desk\n  %-28s open a throw-away desk of "
                 "sample data\n\nCommands:\n",
                 "touchbase", "touchbase --demo");
    for (const struct command *command = commands; command->name != NULL; command++) {
        const char *left =
            arena_format(call->arena, "%s %s", command->name, command->words);

        if (strlen(left) > 28)
            output_print(&call->out, "  %s\n  %-28s %s\n", left, "", command->help);
        else
            output_print(&call->out, "  %-28s %s\n", left, command->help);
    }
    output_print(&call->out, "\nOptions of the desk:\n");
    print_options(call, command_desk()->options);
    output_print(&call->out, "\nOptions of every command:\n");
    print_options(call, common_options());
    output_print(&call->out,
                 "\n\"touchbase help COMMAND\" tells more, \"touchbase help keys\" the "
                 "keys of the desk,\n\"help commands\" what its command line takes, "
                 "\"help settings\" what can be set;\nso does the manual, "
                 "touchbase(1).\n");
}

static void print_one(struct call *call, const struct command *command)
{
    output_print(&call->out, "touchbase %s%s%s%s\n  %s\n", command->name,
                 command->options != 0 ? " [OPTION ...]" : "",
                 *command->words != '\0' ? " " : "", command->words, command->help);
    if (command->options != 0)
        output_print(&call->out, "\nOptions:\n");
    print_options(call, command->options);
    output_print(&call->out, "\nOptions of every command:\n");
    print_options(call, common_options());
}

/* What the desk says of itself. */
static void print_listing(struct call *call, void (*list)(struct buffer *out))
{
    struct buffer text = {0};

    list(&text);
    output_data(&call->out, buffer_string(&text), text.length);
    buffer_free(&text);
}

static bool print_settings(struct call *call, struct error *err)
{
    struct buffer settings = {0};
    bool read = panes_settings(&settings, err);

    if (read)
        output_data(&call->out, buffer_string(&settings), settings.length);
    buffer_free(&settings);
    return read;
}

bool cmd_help(struct call *call, struct error *err)
{
    const struct command *command = call->command;

    if (command->run == cmd_help) {
        if (call->word_count == 0) {
            print_all(call);
            return true;
        }
        if (strcmp(call->words[0], "keys") == 0) {
            print_listing(call, panes_keys);
            return true;
        }
        if (strcmp(call->words[0], "commands") == 0) {
            print_listing(call, panes_commands);
            return true;
        }
        if (strcmp(call->words[0], "settings") == 0)
            return print_settings(call, err);
        command = command_find(call->words[0]);
        if (command == NULL)
            return error_set(err, ERROR_USAGE, "there is no command \"%s\"",
                             call->words[0]);
    }
    if (command == command_desk())
        print_all(call);
    else
        print_one(call, command);
    return true;
}
