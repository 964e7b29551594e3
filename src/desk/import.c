/* Contacts in: issue wording and design.md section 4. One step in parts, each committed
 * before it has been open for long, so that other windows are never kept waiting. */
#include <string.h>

#include "desk_private.h"
#include "import_links.h"
#include "import_match.h"
#include "import_merge.h"
#include "import_spool.h"
#include "touchbase/base/file.h"
#include "touchbase/contacts/reader.h"
#include "touchbase/desk/exchange.h"
#include "touchbase/store/contacts.h"
#include "touchbase/store/notes.h"

enum {
    PART_MS = 150, /* what a part may take with its commit, taken as long as the last */
    OPEN_LEAST_MS = 20, /* a part is open for so long at least, and at most */
    OPEN_MOST_MS = 110,
    PART_BYTES =
        512
        << 10, /* what the journal takes in of changed rows, before one part is full */
    NOTES_PAGE = 50
};

struct import {
    struct desk *desk;
    const struct import_options *options;
    struct import_totals *totals;
    struct contacts_reader *reader;
    struct arena *arena; /* of the record at hand */
    struct import_links links;
    int64_t now_utc;
    int64_t flushed_ms;
    int64_t open_ms;      /* the part at hand is committed after so long */
    size_t changed_bytes; /* since the last flush */
    bool stopped;
};

static void remark(const struct import *import, long line, const char *words)
{
    if (import->options->remark != NULL)
        import->options->remark(import->options->context, line, words);
}

static bool file_record_note(const struct import *import, int64_t contact_id,
                             const char *text, struct error *err)
{
    struct note note = {
        .contact_id = contact_id, .written_utc = import->now_utc, .text = text};

    return note_file(import->desk->store, import->arena, &note, 0, err);
}

/* Without the blanks around it; NULL when nothing is left. */
static const char *trimmed(struct arena *arena, const char *text)
{
    static const char blanks[] = " \t\r\n";
    size_t length;

    if (text == NULL)
        return NULL;
    text += strspn(text, blanks);
    length = strlen(text);
    while (length > 0 && strchr(blanks, text[length - 1]) != NULL)
        length--;
    return length == 0 ? NULL : arena_copy(arena, text, length);
}

static bool has_note(const struct import *import, int64_t contact_id, const char *text,
                     bool *has, struct error *err)
{
    struct row_key key, *from = NULL;
    struct note *notes;
    size_t count = 0;

    *has = false;
    do {
        if (!notes_window(import->desk->store, contact_id, from, NOTES_PAGE,
                          import->arena, &notes, &count, err))
            return false;
        for (size_t i = 0; i < count && !*has; i++) {
            const char *known = trimmed(import->arena, notes[i].text);

            *has = known != NULL && strcmp(known, text) == 0;
        }
        if (count > 0) {
            key = (struct row_key){notes[count - 1].written_utc, notes[count - 1].id};
            from = &key;
        }
    } while (!*has && count == NOTES_PAGE);
    return true;
}

static bool add_contact(struct import *import, const struct contacts_record *record,
                        const struct import_match *match, struct error *err)
{
    struct contact contact = record->contact;
    const char *text = trimmed(import->arena, record->notes);
    size_t points;

    contact.stage = STAGE_REST;
    contact.created_utc = import->now_utc;
    contact.changed_utc = import->now_utc;
    contact.points = import_points(import->arena, &record->contact, &points);
    contact.point_count = points;
    if (!contact_insert(import->desk->store, import->arena, &contact, err))
        return false;
    if (text != NULL && !file_record_note(import, contact.id, text, err))
        return false;
    import->totals->added++;
    import_links_note(&import->links, contact.id, record);
    if (match->namesake == NULL)
        return true;
    import->totals->namesakes++;
    remark(import, record->line,
           arena_format(import->arena,
                        "%s is known as %s: %s came in as a contact of their own",
                        match->mail, match->namesake, contact.name));
    return true;
}

static size_t text_weight(const char *text)
{
    return text == NULL ? 0 : strlen(text);
}

/* About what a changed contact takes in the journal, before and after. */
static size_t weight(const struct contact *contact)
{
    size_t bytes = 200 + text_weight(contact->name) + text_weight(contact->company) +
                   text_weight(contact->title) + text_weight(contact->city) +
                   text_weight(contact->card);

    for (size_t i = 0; i < contact->point_count; i++)
        bytes += 100 + text_weight(contact->points[i].value);
    return 2 * bytes;
}

static bool flush(struct import *import, struct error *err)
{
    int64_t begun = clock_ticks_ms();

    if (!store_step_flush(import->desk->store, err))
        return false;
    import->changed_bytes = 0;
    import->flushed_ms = clock_ticks_ms();
    import->open_ms = PART_MS - (import->flushed_ms - begun);
    if (import->open_ms < OPEN_LEAST_MS)
        import->open_ms = OPEN_LEAST_MS;
    if (import->open_ms > OPEN_MOST_MS)
        import->open_ms = OPEN_MOST_MS;
    if (import->options->progress != NULL &&
        !import->options->progress(import->options->context,
                                   contacts_position(import->reader),
                                   contacts_size(import->reader)))
        import->stopped = true;
    return true;
}

static bool update_contact(struct import *import, const struct contact *before,
                           struct merge *merge, struct error *err)
{
    size_t bytes = weight(before);

    if (merge->filled + merge->updated == 0)
        return true;
    if (import->changed_bytes > 0 && import->changed_bytes + bytes > PART_BYTES &&
        !flush(import, err))
        return false;
    import->changed_bytes += bytes;
    merge->contact.changed_utc = import->now_utc;
    return contact_update(import->desk->store, &merge->contact, NULL, err);
}

static bool merge_contact(struct import *import, const struct contacts_record *record,
                          const struct contact *stored, struct error *err)
{
    const char *text = trimmed(import->arena, record->notes);
    bool known_note = true;
    struct merge merge;

    import_merge(import->arena, stored, &record->contact, import->options->update,
                 &merge);
    if (!update_contact(import, stored, &merge, err))
        return false;
    if (text != NULL &&
        (!has_note(import, stored->id, text, &known_note, err) ||
         (!known_note && !file_record_note(import, stored->id, text, err))))
        return false;
    import_links_note(&import->links, stored->id, record);
    import->totals->differing += merge.differing;
    import->totals->updated += merge.updated;
    if (merge.filled + merge.updated > 0 || !known_note)
        import->totals->filled++;
    else
        import->totals->known++;
    return true;
}

static bool take_record(struct import *import, const struct contacts_record *record,
                        struct error *err)
{
    struct import_match match;

    if (record->remark != NULL)
        remark(import, record->line, record->remark);
    if (!import_match(import->desk->store, &record->contact, import->arena, &match, err))
        return false;
    if (match.contact == NULL)
        return add_contact(import, record, &match, err);
    return merge_contact(import, record, match.contact, err);
}

static bool flush_in_time(struct import *import, struct error *err)
{
    return clock_ticks_ms() - import->flushed_ms < import->open_ms || flush(import, err);
}

/* Reads on to the end. False and err when the desk failed, or *broken set when the file
 * did. */
static bool take_all(struct import *import, bool *broken, struct error *err)
{
    struct contacts_record record;

    while (!import->stopped) {
        arena_reset(import->arena);
        switch (contacts_next(import->reader, import->arena, &record, err)) {
        case CONTACTS_RECORD:
            if (!take_record(import, &record, err))
                return false;
            break;
        case CONTACTS_BAD:
            import->totals->bad++;
            remark(import, record.line, err->text);
            break;
        case CONTACTS_FAILED:
            *broken = true;
            return true;
        case CONTACTS_END:
            return true;
        }
        if (!flush_in_time(import, err))
            return false;
    }
    return true;
}

static bool link_all(struct import *import, struct error *err)
{
    for (size_t i = 0; i < import->links.count && !import->stopped; i++) {
        if (!import_links_make(import->desk, &import->links, i, import->options,
                               import->totals, err) ||
            !flush_in_time(import, err))
            return false;
    }
    return true;
}

static void remark_columns(const struct import *import)
{
    size_t count;
    const char *const *columns = contacts_unknown_columns(import->reader, &count);

    for (size_t i = 0; i < count; i++)
        remark(import, 1,
               arena_format(import->arena, "the column \"%s\" is not known and left out",
                            columns[i]));
}

static bool begin_step(const struct import *import, const char *name, struct error *err)
{
    const struct step_info info = {
        .label = arena_format(import->arena, "import of %s", file_base_name(name)),
        .window = import->desk->window,
        .origin = STEP_IMPORT,
        .now_utc = import->now_utc,
    };

    return store_step_begin(import->desk->store, &info, err);
}

static bool run(struct import *import, const struct spool *spool, struct error *err)
{
    struct error second;
    bool broken = false;

    remark_columns(import);
    if (!begin_step(import, spool->name, err))
        return false;
    import->flushed_ms = clock_ticks_ms();
    import->open_ms = OPEN_LEAST_MS;
    if (!take_all(import, &broken, err) || (!broken && !link_all(import, err))) {
        if (!store_step_cancel(import->desk->store, &second))
            return error_prefix(err, "what came in so far is one step, to undo or keep");
        *import->totals = (struct import_totals){0};
        return error_prefix(err, "nothing came in");
    }
    if (!store_step_commit(import->desk->store, NULL, broken ? &second : err))
        return broken ? error_set(err, ERROR_FAILED, "%s", second.text) : false;
    if (broken)
        return error_prefix(err, "%s: what came before this stays", spool->name);
    return true;
}

static bool choose_format(const char *name, enum contacts_format *format,
                          struct error *err)
{
    *format = CONTACTS_AUTO;
    if (name == NULL || contacts_format_from_name(name, format))
        return true;
    return error_set(err, ERROR_USAGE,
                     "\"%s\" is no format contacts are read from; use vcf or csv", name);
}

bool desk_import(struct desk *desk, const struct import_options *options,
                 struct import_totals *totals, struct error *err)
{
    struct arena *arena = arena_create(); /* of the whole import */
    struct import import = {
        .desk = desk, .options = options, .totals = totals, .now_utc = desk_now(desk)};
    enum contacts_format format;
    struct spool spool = {0};
    bool done;

    *totals = (struct import_totals){0};
    done = choose_format(options->format, &format, err) &&
           spool_open(arena, options->path, &spool, err);
    if (done) {
        import.arena = arena_create();
        import.links.arena = arena;
        import.reader = contacts_open(spool.path, format, err);
        done =
            import.reader != NULL ? run(&import, &spool, err) : spool_error(&spool, err);
        contacts_close(import.reader);
        spool_close(&spool);
        arena_destroy(import.arena);
    }
    arena_destroy(arena);
    return done;
}
