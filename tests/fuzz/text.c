/* Text with headers, past mail/: what is typed or pasted on the desk, and what no MIME
 * parser would hand on. The form is that of tests/corpus/autoreply: a block of lines
 * "name: value", an empty line, the text. */
#include <stdio.h>
#include <string.h>

#include "touchbase/autoreply/reader.h"

#include "target.h"

enum { HEADERS_MAX = 16, YEAR_MIN = 1970, YEAR_MAX = 2200 };

struct sample {
    struct arena *arena;
    struct message message;
    struct message_header headers[HEADERS_MAX];
    enum date_order order;
};

/* What stands behind "name:" and a blank, NULL when the line is another. */
static char *after(char *line, const char *name)
{
    size_t length = strlen(name);
    if (strncmp(line, name, length) != 0 || line[length] != ':')
        return NULL;
    return line + length + 1 + (line[length + 1] == ' ');
}

static void read_date(struct message *message, const char *value)
{
    int year, month, mday, hour, minute;
    int read = sscanf(value, "%4d-%2d-%2d %2d:%2d", &year, &month, &mday, &hour, &minute);
    if (read < 3 || year < YEAR_MIN || year > YEAR_MAX || !day_exists(year, month, mday))
        return;
    bool timed = read == 5 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    message->has_date = true;
    message->date_day = day_of(year, month, mday);
    message->date_minute = timed ? hour * 60 + minute : MINUTE_NONE;
}

static void read_from(struct message *message, char *value)
{
    char *mail = strchr(value, '<');
    message->from.name = *value ? value : NULL;
    if (!mail)
        return;
    message->from.mail = mail + 1;
    mail[strcspn(mail, ">")] = '\0';
    *mail = '\0';
}

static void read_header(struct sample *sample, char *value)
{
    char *colon = strchr(value, ':');
    if (!colon || sample->message.header_count == HEADERS_MAX)
        return;
    *colon = '\0';
    sample->headers[sample->message.header_count++] =
        (struct message_header){value, colon + 1 + (colon[1] == ' ')};
}

static void read_line(struct sample *sample, char *line)
{
    char *value;
    if ((value = after(line, "date")))
        read_date(&sample->message, value);
    else if ((value = after(line, "from")))
        read_from(&sample->message, value);
    else if ((value = after(line, "subject")))
        sample->message.subject = value;
    else if ((value = after(line, "type")))
        sample->message.content_type = value;
    else if ((value = after(line, "header")))
        read_header(sample, value);
    else if (after(line, "jotted"))
        sample->message.jotted = true;
    else if ((value = after(line, "order")))
        sample->order = strcmp(value, "dmy") == 0   ? DATE_ORDER_DMY
                        : strcmp(value, "mdy") == 0 ? DATE_ORDER_MDY
                                                    : DATE_ORDER_NONE;
}

/* Lines to the first empty one, then the text. */
static void read_sample(struct sample *sample, char *bytes, size_t size)
{
    char *line = bytes, *end = bytes + size;
    sample->message = (struct message){.source = "fuzz",
                                       .id = "fuzz",
                                       .message_id = "fuzz",
                                       .date_day = DAY_NONE,
                                       .date_minute = MINUTE_NONE,
                                       .headers = sample->headers};
    while (line < end && *line != '\n') {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        if (!newline)
            break;
        *newline = '\0';
        read_line(sample, line);
        line = newline + 1;
    }
    line += line < end && *line == '\n';
    sample->message.text = line;
    sample->message.text_length = (size_t)(end - line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct autoreply_reader *reader;
    struct error err = {0};
    if (!reader)
        reader = autoreply_open(&err);
    require(reader != NULL, "the lexicons can be read");
    struct arena *arena = arena_create();
    struct sample sample = {.arena = arena};
    struct reading first, second;
    read_sample(&sample, arena_copy(arena, (const char *)data, size), size);
    autoreply_read(reader, arena, &sample.message, sample.order, &first);
    autoreply_read(reader, arena, &sample.message, sample.order, &second);
    require_reading(&sample.message, &first);
    require_same(&first, &second);
    arena_destroy(arena);
    return 0;
}
