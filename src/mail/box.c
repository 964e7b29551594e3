#include "box.h"

#include "key.h"
#include "mbox.h"

void mail_box_begin(struct mail_box *box, const char *bytes, size_t length, size_t start,
                    uint64_t place)
{
    box->bytes = bytes;
    box->length = length;
    box->scanned = start;
    box->place = place;
    box->count = box->at = 0;
    box->number = box->passed = 0;
}

static bool ask(struct mail_box *box, const struct mail_memory *memory)
{
    uint64_t keys[BOX_WINDOW];
    bool seen[BOX_WINDOW];
    for (size_t i = 0; i < box->count; i++)
        keys[i] = box->spans[i].key;
    if (!memory->ask(memory->context, keys, box->count, seen))
        return false;
    for (size_t i = 0; i < box->count; i++)
        box->spans[i].seen = seen[i];
    return true;
}

/* The messages behind the window; false when there are none. */
static bool read_window(struct mail_box *box, const struct mail_memory *memory,
                        bool *stopped)
{
    size_t first = box->scanned;
    box->count = box->at = 0;
    while (box->count < BOX_WINDOW && box->scanned < box->length &&
           box->scanned - first < BOX_WINDOW_BYTES) {
        size_t start = box->scanned;
        size_t end = mail_mbox_next(box->bytes, box->length, start);
        box->spans[box->count] = (struct box_span){.start = start, .end = end};
        if (box->place != 0)
            box->spans[box->count].key =
                mail_key_boxed(box->place, box->bytes + start, end - start);
        box->count++;
        box->scanned = end;
    }
    if (box->count > 0 && box->place != 0)
        *stopped = !ask(box, memory);
    return box->count > 0 && !*stopped;
}

const struct box_span *mail_box_next(struct mail_box *box,
                                     const struct mail_memory *memory, bool *stopped)
{
    for (;;) {
        while (box->at < box->count && box->spans[box->at].seen) {
            box->number++;
            box->passed++;
            box->at++;
        }
        if (box->at < box->count) {
            box->number++;
            return &box->spans[box->at++];
        }
        if (!read_window(box, memory, stopped))
            return NULL;
    }
}
