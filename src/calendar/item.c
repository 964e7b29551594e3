#include "touchbase/calendar/item.h"

#include <errno.h>
#include <stdlib.h>

char *calendar_item_text(const struct calendar_options *options,
                         const struct reminder *reminder, size_t *length,
                         struct error *err)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    if (out == NULL) {
        (void)error_set_errno(err, errno, "cannot write a calendar");
        return NULL;
    }
    struct calendar_writer *writer = calendar_begin(out, options, err);
    bool good = writer != NULL;
    if (good && reminder->zone != NULL && reminder->due.minute != MINUTE_NONE) {
        good = calendar_zone(writer, reminder->zone, reminder->due_utc, err);
    }
    good = good && calendar_add(writer, reminder, err);
    if (good) {
        good = calendar_end(writer, err);
    } else {
        calendar_cancel(writer);
    }
    if (fclose(out) != 0 && good) {
        good = error_set_errno(err, errno, "cannot write a calendar");
    }
    if (!good) {
        free(text);
        return NULL;
    }
    return text;
}
