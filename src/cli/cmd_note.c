#include <string.h>

#include "records.h"
#include "touchbase/base/buffer.h"
#include "touchbase/base/file.h"
#include "touchbase/base/text.h"
#include "touchbase/desk/people.h"

enum { NOTE_LIMIT = 1 << 20 };

static bool read_text(struct call *call, const char **text, struct error *err)
{
    struct buffer input = {0};
    bool read;

    *text = call_join(call, 1);
    if (strcmp(*text, "-") != 0)
        return true;
    read = file_read("-", NOTE_LIMIT, &input, err);
    if (read)
        *text = text_repair(call->arena, buffer_string(&input), input.length);
    buffer_free(&input);
    return read;
}

bool cmd_note(struct call *call, struct error *err)
{
    struct contact contact;
    const char *text;

    if (!read_text(call, &text, err))
        return false;
    if (text[strspn(text, " \t\r\n")] == '\0')
        return error_set(err, ERROR_USAGE, "there is nothing to note");
    if (call_desk(call, DESK_WRITE, err) == NULL ||
        !records_find(call, call->words[0], &contact, err) ||
        !desk_note_file(call->desk, contact.id, text, 0, err))
        return false;
    output_talk(&call->out, "noted on %s", contact.name);
    return true;
}
