/* Raw bytes, as a file or a pipe brings them: through mail/, then autoreply/, as
 * the worker reads them. */
#include <string.h>

#include "touchbase/autoreply/reader.h"
#include "touchbase/mail/mail.h"

#include "target.h"

static void read_twice(struct autoreply_reader *reader, struct arena *arena,
                       const struct message *message)
{
    struct reading first, second;
    autoreply_read(reader, arena, message, DATE_ORDER_NONE, &first);
    autoreply_read(reader, arena, message, DATE_ORDER_NONE, &second);
    require_reading(message, &first);
    require_same(&first, &second);
}

static void read_all(struct autoreply_reader *reader, struct mail_walk *walk)
{
    while (mail_next(walk)) {
        struct arena *arena = arena_create();
        struct message message;
        struct error err = {0};
        if (mail_read(walk, arena, &message, &err)) {
            require_message(&message);
            read_twice(reader, arena, &message);
        } else {
            require(err.text[0] != '\0', "what cannot be read is refused in words");
        }
        require(mail_source(walk) && mail_id(walk), "a message has a source and an id");
        arena_destroy(arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct autoreply_reader *reader;
    struct error err = {0};
    if (!reader)
        reader = autoreply_open(&err);
    require(reader != NULL, "the lexicons can be read");
    struct mail_walk *walk = mail_open_bytes("-", (const char *)data, size);
    read_all(reader, walk);
    mail_close(walk);
    return 0;
}
