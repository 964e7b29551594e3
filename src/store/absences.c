#include "touchbase/store/absences.h"

#include <string.h>

#include "absences_read.h"
#include "rows.h"
#include "touchbase/base/uuid.h"

enum { ABSENCE_CELLS = 20, COVER_CELLS = 7, EVIDENCE_CELLS = 9, MESSAGE_CELLS = 4 };

static void absence_cells(const struct absence *absence, struct cell cells[ABSENCE_CELLS])
{
    const struct cell made[ABSENCE_CELLS] = {
        cell_id(absence->id),
        cell_text(absence->uuid),
        cell_number(absence->contact_id),
        cell_text(absence->message_id),
        cell_number(absence->received_utc),
        cell_day(absence->received_day),
        cell_text(absence->subject),
        cell_number(absence->kind),
        cell_day(absence->first_day),
        cell_day(absence->back),
        cell_minute(absence->back_minute),
        cell_number(absence->reason),
        cell_number(absence->hospital),
        cell_text(absence->place),
        cell_text(absence->whose),
        cell_number(absence->heard_whole),
        cell_number(absence->state),
        cell_number(absence->created_utc),
        cell_number(absence->questions),
        cell_text(absence->verbatim),
    };
    memcpy(cells, made, sizeof made);
}

static void cover_cells(int64_t id, int64_t absence_id, size_t position, const void *item,
                        struct cell *cells)
{
    const struct cover *cover = item;
    cells[0] = cell_id(id);
    cells[1] = cell_number(absence_id);
    cells[2] = cell_number((int64_t)position);
    cells[3] = cell_text(cover->name);
    cells[4] = cell_text(cover->mail);
    cells[5] = cell_text(cover->phone);
    cells[6] = cell_text(cover->matter);
}

static void evidence_cells(int64_t id, int64_t absence_id, size_t position,
                           const void *item, struct cell *cells)
{
    const struct evidence *evidence = item;
    cells[0] = cell_id(id);
    cells[1] = cell_number(absence_id);
    cells[2] = cell_number((int64_t)position);
    cells[3] = cell_number(evidence->field);
    cells[4] = cell_number(evidence->place);
    cells[5] = cell_number((int64_t)evidence->start);
    cells[6] = cell_number((int64_t)evidence->length);
    cells[7] = cell_text(evidence->words);
    cells[8] = cell_number(evidence->certainty);
}

/* The records that hang on an absence: covers or evidence. */
struct parts {
    enum table table;
    const char *items;
    size_t size; /* bytes of one */
    size_t count;
    void (*cells)(int64_t id, int64_t absence_id, size_t position, const void *item,
                  struct cell *cells);
};

static struct parts covers_of(const struct absence *absence)
{
    return (struct parts){TABLE_COVER, (const char *)absence->covers,
                          sizeof *absence->covers, absence->cover_count, cover_cells};
}

static struct parts evidence_of(const struct absence *absence)
{
    return (struct parts){TABLE_EVIDENCE, (const char *)absence->evidence,
                          sizeof *absence->evidence, absence->evidence_count,
                          evidence_cells};
}

/* Makes the stored parts, whose ids are given in order, those of the record. */
static bool write_parts(struct store *store, int64_t absence_id,
                        const struct parts *parts, const int64_t *ids, size_t stored,
                        bool *changed, struct error *err)
{
    struct cell cells[CELLS_MAX];
    bool good = true;
    *changed = *changed || stored != parts->count;
    for (size_t i = 0; good && i < parts->count; i++) {
        bool differs = false;
        int64_t id = i < stored ? ids[i] : 0;
        parts->cells(id, absence_id, i, parts->items + i * parts->size, cells);
        good = id != 0 ? row_update(store, parts->table, cells, &differs, err)
                       : row_insert(store, parts->table, cells, &id, err);
        *changed = *changed || differs;
    }
    for (size_t i = parts->count; good && i < stored; i++)
        good = row_delete(store, parts->table, ids[i], err);
    return good;
}

bool message_remember(struct store *store, const char *message_id, int64_t absence_id,
                      int64_t now_utc, struct error *err)
{
    bool seen;
    int64_t known, id;
    if (!store_may_write(store, err) ||
        !message_seen(store, message_id, &seen, &known, err))
        return false;
    const struct cell cells[MESSAGE_CELLS] = {cell_id(0), cell_text(message_id),
                                              cell_id(absence_id), cell_number(now_utc)};
    return seen || row_insert(store, TABLE_MESSAGE, cells, &id, err);
}

bool absence_insert(struct store *store, struct arena *arena, struct absence *absence,
                    struct error *err)
{
    struct cell cells[ABSENCE_CELLS];
    struct parts covers = covers_of(absence), evidence = evidence_of(absence);
    bool changed = false;
    if (!store_may_write(store, err))
        return false;
    if (absence->uuid == NULL)
        absence->uuid = uuid_make(arena_alloc(arena, UUID_SIZE));
    absence->id = 0;
    absence_cells(absence, cells);
    if (!row_insert(store, TABLE_ABSENCE, cells, &absence->id, err) ||
        !write_parts(store, absence->id, &covers, NULL, 0, &changed, err) ||
        !write_parts(store, absence->id, &evidence, NULL, 0, &changed, err))
        return false;
    return absence->message_id == NULL ||
           message_remember(store, absence->message_id, absence->id, absence->created_utc,
                            err);
}

bool absence_update(struct store *store, const struct absence *absence, bool *changed,
                    struct error *err)
{
    struct cell cells[ABSENCE_CELLS];
    struct parts covers = covers_of(absence), evidence = evidence_of(absence);
    struct cover *stored_covers;
    struct evidence *stored_evidence;
    int64_t *ids = NULL, *proof_ids = NULL;
    size_t count, proofs;
    bool differs;
    if (!store_may_write(store, err))
        return false;
    absence_cells(absence, cells);
    if (!row_update(store, TABLE_ABSENCE, cells, &differs, err))
        return false;
    struct arena *arena = arena_create();
    bool good =
        covers_read(store, absence->id, arena, &stored_covers, &ids, &count, err) &&
        evidence_read(store, absence->id, arena, &stored_evidence, &proof_ids, &proofs,
                      err) &&
        write_parts(store, absence->id, &covers, ids, count, &differs, err) &&
        write_parts(store, absence->id, &evidence, proof_ids, proofs, &differs, err);
    arena_destroy(arena);
    if (changed != NULL)
        *changed = good && differs;
    return good;
}

bool absence_doubt(struct store *store, int64_t absence_id, const char *mail,
                   struct error *err)
{
    int64_t id = 0;
    sqlite3_stmt *s = statement_get(store, STATEMENT_DOUBT_OF, err);
    if (s == NULL || !store_may_write(store, err))
        return false;
    bind_number(s, 1, absence_id);
    if (!statement_number(store, s, 0, &id, err))
        return false;
    if (mail == NULL)
        return id == 0 || row_delete(store, TABLE_DOUBT, id, err);
    const struct cell cells[] = {cell_id(id), cell_number(absence_id), cell_text(mail)};
    return id != 0 ? row_update(store, TABLE_DOUBT, cells, NULL, err)
                   : row_insert(store, TABLE_DOUBT, cells, &id, err);
}
