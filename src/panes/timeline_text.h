/* The timeline of a contact as lines to read, newest first. */
#ifndef TOUCHBASE_SRC_PANES_TIMELINE_TEXT_H
#define TOUCHBASE_SRC_PANES_TIMELINE_TEXT_H

#include "touchbase/base/buffer.h"
#include "touchbase/desk/desk.h"
#include "touchbase/tui/reader.h"

struct timeline_text {
    struct buffer text;
    struct reader_span *spans; /* in arena */
    size_t span_count;
    size_t span_capacity;
    struct arena *arena;
    bool more; /* there are older entries */
};

/* Appends a line's head in a style, so that it can be told from what follows. */
void timeline_head(struct timeline_text *out, enum style style, const char *words);
/* Appends at most limit entries. */
bool timeline_add(struct timeline_text *out, struct desk *desk, int64_t contact_id,
                  size_t limit, struct error *err);
/* The same below a heading, which says so when there is none. */
bool timeline_part(struct timeline_text *out, const char *heading, struct desk *desk,
                   int64_t contact_id, size_t limit, struct error *err);

/* Appends a message, what is not known in it marked. */
struct script_filled;
void timeline_message(struct timeline_text *out, const struct script_filled *filled);

/* Their clock in a zone of that name, and a word when nobody is at a desk there. */
void timeline_local_time(struct timeline_text *out, const struct desk *desk,
                         const char *name);

/* Shows it in a reader of that size (NULL: nowhere) and frees it. */
void timeline_end(struct timeline_text *out, struct reader *reader, int lines,
                  int columns);

#endif
