/* Reading the arguments of a call, and what commands have in common. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/near.h"

enum { COMMANDS_MAX = 32 };

static const unsigned common_options =
    OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_NOW) | OPTION_BIT(OPTION_JSON) |
    OPTION_BIT(OPTION_DEMO) | OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_VERSION);

bool call_has(const struct call *call, enum option option)
{
    return call->values[option] != NULL;
}

static int option_find(const char *name, size_t length)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (strlen(option_rows[i].name) == length &&
            strncmp(option_rows[i].name, name, length) == 0)
            return i;
    }
    if (length == 2 && strncmp(name, "-h", 2) == 0)
        return OPTION_HELP;
    if (length == 2 && strncmp(name, "-V", 2) == 0)
        return OPTION_VERSION;
    return -1;
}

static bool unknown_option(const char *name, struct error *err)
{
    const char *names[OPTION_COUNT];
    const char *meant;

    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = option_rows[i].name;
    meant = near_word(name, names, OPTION_COUNT);
    if (meant == NULL)
        return error_set(err, ERROR_USAGE,
                         "there is no option \"%s\"; \"touchbase --help\" lists them",
                         name);
    return error_set(err, ERROR_USAGE, "there is no option \"%s\"; did you mean \"%s\"?",
                     name, meant);
}

/* Takes the option at argv[*at], and its value behind "=" or in the next argument. */
static bool take_option(struct call *call, int argc, char **argv, int *at,
                        struct error *err)
{
    const char *argument = argv[*at];
    size_t length = strcspn(argument, "=");
    const char *name = arena_copy(call->arena, argument, length);
    int option = option_find(name, length);
    const struct option_row *row;

    if (option < 0)
        return unknown_option(name, err);
    row = &option_rows[option];
    if (row->value == NULL && argument[length] == '=')
        return error_set(err, ERROR_USAGE, "%s takes no value", row->name);
    if (row->value == NULL) {
        call->values[option] = "";
        return true;
    }
    if (argument[length] == '=') {
        call->values[option] = argument + length + 1;
        return true;
    }
    if (*at + 1 >= argc)
        return error_set(err, ERROR_USAGE, "%s needs a value: %s %s", row->name,
                         row->name, row->value);
    call->values[option] = argv[++*at];
    return true;
}

static bool unknown_command(const char *name, struct error *err)
{
    const char *names[COMMANDS_MAX];
    const char *meant;
    size_t count = 0;

    for (; commands[count].name != NULL && count < COMMANDS_MAX; count++)
        names[count] = commands[count].name;
    meant = near_word(name, names, count);
    if (meant == NULL)
        return error_set(err, ERROR_USAGE,
                         "there is no command \"%s\"; \"touchbase --help\" lists them",
                         name);
    return error_set(err, ERROR_USAGE, "there is no command \"%s\"; did you mean \"%s\"?",
                     name, meant);
}

static bool choose_command(struct call *call, struct error *err)
{
    if (call->word_count == 0) {
        call->command = command_desk();
        return true;
    }
    call->command = command_find(call->words[0]);
    if (call->command == NULL)
        return unknown_command(call->words[0], err);
    call->words++;
    call->word_count--;
    return true;
}

static bool check_use(const struct call *call, struct error *err)
{
    const struct command *command = call->command;

    for (int i = 0; i < OPTION_COUNT; i++) {
        if (call->values[i] != NULL &&
            ((command->options | common_options) & OPTION_BIT(i)) == 0)
            return error_set(err, ERROR_USAGE, "%s is no option of \"touchbase%s%s\"",
                             option_rows[i].name, *command->name != '\0' ? " " : "",
                             command->name);
    }
    if (call_has(call, OPTION_HELP) || call_has(call, OPTION_VERSION))
        return true;
    if (call->word_count < command->least)
        return error_set(err, ERROR_USAGE, "too few words; use: touchbase %s %s",
                         command->name, command->words);
    if (call->word_count > command->most)
        return error_set(err, ERROR_USAGE, "too many words; use: touchbase %s%s%s",
                         command->name, *command->words != '\0' ? " " : "",
                         command->words);
    return true;
}

bool call_read(struct call *call, int argc, char **argv, struct error *err)
{
    bool options = true;

    call->words = arena_array(call->arena, (size_t)argc + 1, sizeof *call->words);
    for (int i = 1; i < argc; i++) {
        if (options && strcmp(argv[i], "--") == 0)
            options = false;
        else if (!options || argv[i][0] != '-' || argv[i][1] == '\0')
            call->words[call->word_count++] = argv[i];
        else if (!take_option(call, argc, argv, &i, err))
            return false;
    }
    return choose_command(call, err) && check_use(call, err);
}

const char *call_value(const struct call *call, enum option option)
{
    const char *value = call->values[option];

    if (value == NULL)
        value = getenv(option == OPTION_DB ? "TOUCHBASE_DB" : "TOUCHBASE_NOW");
    return value != NULL && *value != '\0' ? value : NULL;
}

struct desk *call_desk(struct call *call, enum desk_mode mode, struct error *err)
{
    const struct desk_options options = {
        .path = call_value(call, OPTION_DB),
        .now = call_value(call, OPTION_NOW),
        .mode = mode,
        .demo = call_has(call, OPTION_DEMO),
    };

    call->desk = desk_open(&options, err);
    call->mode = mode;
    call->generation = call->desk == NULL ? 0 : desk_generation(call->desk);
    if (call->desk != NULL && mode != DESK_WINDOW && call->command->run != cmd_undo &&
        desk_notice(call->desk) != NULL)
        output_talk(&call->out, "%s", desk_notice(call->desk));
    return call->desk;
}

char *call_join(const struct call *call, size_t first)
{
    struct buffer line = {0};
    char *text;

    for (size_t i = first; i < call->word_count; i++) {
        if (i > first)
            buffer_add_char(&line, ' ');
        buffer_add_string(&line, call->words[i]);
    }
    text = arena_string(call->arena, buffer_string(&line));
    buffer_free(&line);
    return text;
}
