#include <string.h>

#include "records.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/scripts.h"

enum { PAGE = 200, MESSAGE_LIMIT = 1 << 20 };

/* Whom they are read for; id 0: nobody. */
struct reading_for {
    struct call *call;
    struct contact contact;
};

static void print_words(struct call *call, const struct script *script,
                        const struct script_view *view)
{
    const char *flags = script_flags_words(call->arena, view->meter.flags);

    output_print(&call->out, "%s  %s  (%s%s%s)\n", channel_name(script->channel),
                 script_title(call->arena, view->filled.text),
                 script_meter_words(call->arena, &view->meter, script->channel),
                 *flags != '\0' ? ": " : "", flags);
}

/* The text itself with its lines set in, and what is not known. */
static void print_text(struct call *call, const struct script_view *view)
{
    const char *line = script_body(view->filled.text);

    while (*line != '\0') {
        size_t length = strcspn(line, "\n");

        output_print(&call->out, "    %.*s\n", (int)length, line);
        line += length + (line[length] == '\n');
    }
    for (size_t i = 0; i < view->filled.gap_count; i++)
        output_print(&call->out, "    {%s} is not known\n", view->filled.gaps[i].name);
}

static bool print_script(struct reading_for *reader, const struct script *script,
                         struct error *err)
{
    struct call *call = reader->call;
    int64_t person = reader->contact.id;
    struct script_view view;
    struct script_fact *facts;
    struct json json = {0};
    size_t count;

    if (!desk_script_facts(call->desk, person, script->touch_id, script->channel,
                           call->arena, &facts, &count, err))
        return false;
    desk_script_view(call->arena, script->text, script->channel, facts, count, &view);
    if (call_has(call, OPTION_JSON)) {
        json_open(&json, NULL, '{');
        desk_script_json(&json, script, &view,
                         script->contact_id != 0 ? reader->contact.name : NULL);
        json_close(&json, '}');
        records_print_json(call, &json);
        json_free(&json);
        return true;
    }
    print_words(call, script, &view);
    if (view.filled.against != NULL)
        output_talk(&call->out, "%s\n", view.filled.against);
    if (person != 0)
        print_text(call, &view);
    return true;
}

static bool print_all(struct reading_for *reader, const struct script *scripts,
                      size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (!print_script(reader, &scripts[i], err))
            return false;
    }
    return true;
}

/* Their own first, then those for everybody as they would read for them. */
static bool list_all(struct reading_for *reader, struct error *err)
{
    struct call *call = reader->call;
    struct script *scripts;
    size_t count;
    int64_t after = 0;

    if (reader->contact.id != 0 &&
        (!desk_scripts_of(call->desk, reader->contact.id, PAGE, call->arena, &scripts,
                          &count, err) ||
         !print_all(reader, scripts, count, err)))
        return false;
    do {
        if (!desk_scripts(call->desk, false, after, PAGE, call->arena, &scripts, &count,
                          err) ||
            !print_all(reader, scripts, count, err))
            return false;
        if (count > 0)
            after = scripts[count - 1].id;
    } while (count == PAGE);
    return true;
}

static bool read_script(struct call *call, struct script *script, struct error *err)
{
    struct buffer input = {0};
    int channel = channel_from_name(call->words[0]);
    bool read;

    if (channel < 0 || call->word_count < 2)
        return error_set(err, ERROR_USAGE,
                         "name a channel and a file: touchbase message voicemail -");
    script->channel = (enum channel)channel;
    read = file_read(call->words[1], MESSAGE_LIMIT, &input, err);
    if (read)
        script->text = text_repair(call->arena, buffer_string(&input), input.length);
    buffer_free(&input);
    if (read && *script_body(script->text) == '\0')
        read =
            error_set(err, ERROR_USAGE, "there is nothing to say in %s", call->words[1]);
    return read;
}

static bool find_person(struct reading_for *reader, struct error *err)
{
    const char *who = reader->call->values[OPTION_FOR];

    return who == NULL || records_find(reader->call, who, &reader->contact, err);
}

bool cmd_message(struct call *call, struct error *err)
{
    struct reading_for reader = {.call = call};
    struct script script = {0};

    if (call->word_count == 0)
        return call_desk(call, DESK_LOOK, err) != NULL && find_person(&reader, err) &&
               list_all(&reader, err);
    if (!read_script(call, &script, err) || call_desk(call, DESK_WRITE, err) == NULL ||
        !find_person(&reader, err))
        return false;
    script.contact_id = reader.contact.id;
    return desk_script_file(call->desk, &script, 0, call->arena, err) &&
           print_script(&reader, &script, err);
}
