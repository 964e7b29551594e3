#include "timeline_reader.h"

enum { ENTRIES_FIRST = 50, ENTRIES_MORE = 4 };

void timeline_reader_open(struct timeline_reader *timeline)
{
    *timeline =
        (struct timeline_reader){.reader = reader_create(), .limit = ENTRIES_FIRST};
    reader_hang(timeline->reader);
}

void timeline_reader_close(struct timeline_reader *timeline)
{
    reader_destroy(timeline->reader);
}

void timeline_reader_restart(struct timeline_reader *timeline)
{
    timeline->limit = ENTRIES_FIRST;
    reader_set(timeline->reader, "", 0, NULL, 0);
}

void timeline_reader_show(struct timeline_reader *timeline, struct timeline_text *text,
                          bool done, const struct pane *pane)
{
    timeline->more = text->more;
    timeline_end(text, done ? timeline->reader : NULL, pane->rows, pane->columns);
}

unsigned timeline_reader_act(struct timeline_reader *timeline, struct pane *pane,
                             const struct pane_call *call)
{
    unsigned result = reader_act(timeline->reader, call->action, call->count);

    if (result != 0 && timeline->more &&
        reader_top(timeline->reader) + (size_t)pane->rows >=
            reader_lines(timeline->reader)) {
        timeline->limit *= ENTRIES_MORE;
        pane->stale = true;
    }
    return result;
}
