#include "touchbase/store/timeline.h"

#include <stdlib.h>

#include "connection.h"
#include "touchbase/store/absences.h"
#include "touchbase/store/links.h"
#include "touchbase/store/notes.h"
#include "touchbase/store/scripts.h"
#include "touchbase/store/touches.h"

/* Newest first; at the same second touches, notes, absences, messages; then the higher
 * id. */
static int compare_entries(const void *left, const void *right)
{
    const struct timeline_entry *a = left, *b = right;
    if (a->utc != b->utc)
        return a->utc > b->utc ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->id > b->id ? -1 : a->id < b->id;
}

/* Where the stream of a kind goes on behind an entry of any kind. */
static struct row_key stream_key(enum timeline_kind kind,
                                 const struct timeline_entry *from)
{
    if (from == NULL)
        return (struct row_key){INT64_MAX, INT64_MAX};
    if (kind == from->kind)
        return (struct row_key){from->utc, from->id};
    return (struct row_key){from->utc, kind > from->kind ? INT64_MAX : INT64_MIN};
}

/* Whose entries are read: the contact, or one it took over from. */
struct source {
    int64_t contact_id;
    const struct linked *with;
};

static bool read_stream(struct store *store, enum timeline_kind kind,
                        const struct source *source, const struct timeline_entry *from,
                        size_t limit, struct timeline_entry *entries, size_t *count,
                        struct error *err)
{
    static const enum statement statements[] = {
        [TIMELINE_TOUCH] = STATEMENT_TIMELINE_TOUCH,
        [TIMELINE_NOTE] = STATEMENT_TIMELINE_NOTE,
        [TIMELINE_ABSENCE] = STATEMENT_TIMELINE_ABSENCE,
        [TIMELINE_MESSAGE] = STATEMENT_TIMELINE_MESSAGE};
    struct row_key key = stream_key(kind, from);
    sqlite3_stmt *s = statement_get(store, statements[kind], err);
    bool failed = false;
    if (s == NULL)
        return false;
    bind_number(s, 1, key.number);
    bind_number(s, 2, key.id);
    bind_number(s, 3, (int64_t)limit);
    bind_number(s, 4, source->contact_id);
    while (statement_next(store, s, &failed, err))
        entries[(*count)++] = (struct timeline_entry){.utc = column_number(s, 0),
                                                      .kind = kind,
                                                      .id = column_number(s, 1),
                                                      .with = source->with};
    return !failed;
}

static bool fill(struct store *store, struct timeline_entry *entry, struct arena *arena,
                 struct error *err)
{
    struct touch *touch = NULL;
    struct note *note = NULL;
    struct absence *absence = NULL;
    struct script *script = NULL;
    bool good = false;
    switch (entry->kind) {
    case TIMELINE_TOUCH:
        good = touch_by_id(store, entry->id, arena, &touch, err) &&
               script_of_touch(store, entry->id, arena, &script, err);
        break;
    case TIMELINE_NOTE:
        good = note_by_id(store, entry->id, arena, &note, err);
        break;
    case TIMELINE_ABSENCE:
        good = absence_by_id(store, entry->id, arena, &absence, err);
        break;
    case TIMELINE_MESSAGE:
        good = script_by_id(store, entry->id, arena, &script, err);
        break;
    }
    entry->touch = touch;
    entry->note = note;
    entry->absence = absence;
    entry->script = script;
    return good;
}

static bool read_source(struct store *store, const struct source *source,
                        const struct timeline_entry *from, size_t limit,
                        struct timeline_entry *entries, size_t *count, struct error *err)
{
    for (enum timeline_kind kind = TIMELINE_TOUCH; kind <= TIMELINE_MESSAGE; kind++) {
        if (!read_stream(store, kind, source, from, limit, entries, count, err))
            return false;
    }
    return true;
}

bool timeline_window(struct store *store, int64_t contact_id,
                     const struct timeline_entry *from, size_t limit, struct arena *arena,
                     struct timeline_entry **entries, size_t *count, struct error *err)
{
    enum { KINDS = TIMELINE_MESSAGE + 1 };
    const struct source own = {contact_id, NULL};
    struct linked *before;
    size_t before_count, all = 0;
    if (!link_predecessors(store, contact_id, arena, &before, &before_count, err))
        return false;
    struct timeline_entry *found =
        arena_array(arena, limit * KINDS * (before_count + 1), sizeof *found);
    if (!read_source(store, &own, from, limit, found, &all, err))
        return false;
    for (size_t i = 0; i < before_count; i++) {
        const struct source source = {before[i].contact_id, &before[i]};
        if (!read_source(store, &source, from, limit, found, &all, err))
            return false;
    }
    qsort(found, all, sizeof *found, compare_entries);
    *entries = found;
    *count = all < limit ? all : limit;
    for (size_t i = 0; i < *count; i++) {
        if (!fill(store, &found[i], arena, err))
            return false;
    }
    return true;
}
