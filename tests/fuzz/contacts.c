/* Files of contacts, vCard and CSV: the first byte chooses the format, the rest is the
 * file. What is read is written as vCard and read again. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "touchbase/base/text.h"
#include "touchbase/contacts/reader.h"
#include "touchbase/contacts/writer.h"

#include "target.h"

enum { PATH_SIZE = 64 };

/* A file without a name, filled with bytes, and the path that opens it. */
struct nameless {
    FILE *stream;
    char path[PATH_SIZE];
};

static void open_nameless(struct nameless *file, const void *bytes, size_t length)
{
    file->stream = tmpfile();
    require(file->stream != NULL, "there is room for a temporary file");
    if (length > 0)
        fwrite(bytes, 1, length, file->stream);
    fflush(file->stream);
    snprintf(file->path, sizeof file->path, "/proc/self/fd/%d", fileno(file->stream));
}

static bool is_utf8(const char *text)
{
    return !text || text_is_utf8(text, strlen(text));
}

static void require_record(const struct contacts_record *record)
{
    const struct contact *contact = &record->contact;
    require(contact->name && *contact->name, "a record has a name");
    require(record->line >= 1, "a record has its line");
    require(is_utf8(contact->name) && is_utf8(contact->given) &&
                is_utf8(contact->family) && is_utf8(contact->company) &&
                is_utf8(contact->title) && is_utf8(contact->city) &&
                is_utf8(contact->uid) && is_utf8(contact->card) && is_utf8(record->notes),
            "a record is UTF-8");
    for (size_t i = 0; i < contact->point_count; i++)
        require(contact->points[i].value && is_utf8(contact->points[i].value) &&
                    is_utf8(contact->points[i].label),
                "a point is UTF-8");
}

/* Reads a file to its end; what it holds is added to cards. The number of records. */
static size_t read_file(const char *path, enum contacts_format format,
                        struct buffer *cards, size_t *bad)
{
    struct arena *arena = arena_create();
    struct contacts_record record;
    struct error err = {0};
    struct contacts_reader *reader = contacts_open(path, format, &err);
    size_t count = 0;
    bool going = reader != NULL;
    require(going || err.text[0] != '\0', "what cannot be opened is refused in words");
    while (going) {
        arena_reset(arena);
        enum contacts_result result = contacts_next(reader, arena, &record, &err);
        going = result == CONTACTS_RECORD || result == CONTACTS_BAD;
        *bad += result == CONTACTS_BAD;
        if (result != CONTACTS_RECORD)
            continue;
        count++;
        require_record(&record);
        contacts_write_vcard(cards, &record);
    }
    contacts_close(reader);
    arena_destroy(arena);
    return count;
}

static void read_again(const struct buffer *cards, size_t count)
{
    struct nameless file;
    struct buffer again = {0};
    size_t bad = 0;
    open_nameless(&file, cards->data, cards->length);
    require(read_file(file.path, CONTACTS_VCARD, &again, &bad) == count && bad == 0,
            "what was written can be read");
    buffer_free(&again);
    fclose(file.stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nameless file;
    struct buffer cards = {0};
    size_t bad = 0;
    if (size == 0)
        return 0;
    open_nameless(&file, data + 1, size - 1);
    size_t count =
        read_file(file.path, (enum contacts_format)(data[0] % 3), &cards, &bad);
    if (count > 0)
        read_again(&cards, count);
    buffer_free(&cards);
    fclose(file.stream);
    return 0;
}
